"""What is due, asked of the database: reminders, ready notices and the evening's receipts.

Each planner may run ten times, in two processes, after a day asleep: a message exists once because its key is unique,
and what has become too late is written down as that, with its reason, instead of being sent in shame. What somebody has
asked not to be sent is not even planned; whether they may be written to at all is asked once more at the claim.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import groupby

from bot.actions.fetching import days_to_choose
from bot.actions.own_texts import in_own_words
from bot.actions.readers import unwanted
from bot.actions.unit import Unit
from bot.domain.buttons import button
from bot.domain.cut_off import change_until
from bot.domain.message_policy import Drop
from bot.domain.outgoing import Button, Kind, Money, Reply, Value, Words, words
from bot.domain.own_texts import Blank, OwnText
from bot.domain.packing import pack
from bot.domain.promises import shown_promise
from bot.domain.reminders import (
    ORDER_READY_DAYS,
    Due,
    appointment_reminder,
    appointment_slot,
    evening_receipt,
    order_ready,
)
from bot.domain.shop import Part
from bot.domain.spoken_hours import spoken_hours
from bot.domain.visits import item_words
from storage import facts, import_files, inbox, outbox, planning, reminders
from storage.models import OutboxRow

# A slip of the finger can be undone before anybody is told.
GRACE = timedelta(seconds=30)

# Something was noted at intake: the notice waits so long for the shop's word whether it was mended.
ASKED_FOR = timedelta(minutes=10)

# The fact that holds what is said about the care of each thing.
CARE = "care"

# How far back a planner looks for what was missed while the machine slept.
_LOOK_BACK = timedelta(days=3)

# How far ahead bookings are looked at for the next moment at which something is due.
_LOOK_AHEAD = timedelta(days=60)

# For how long a handled update is remembered, so that a redelivered one is known (Telegram keeps them for a day).
_REMEMBERED = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Planned:
    """How many messages were planned, and how many were found too late and written down as missed."""

    planned: int = 0
    missed: int = 0

    def __add__(self, other: "Planned") -> "Planned":
        return Planned(self.planned + other.planned, self.missed + other.missed)


@dataclass(frozen=True, slots=True)
class Coming:
    """A message that goes to somebody by itself, and why: from `due.at` on, unless it is there already.

    Without `news`, nothing useful to that person has changed, and it is only noted that it was not sent.
    """

    key: str
    kind: Kind
    customer_id: int
    chat_id: int
    name: str
    subject_id: int
    due: Due
    reply: Reply
    why: Words
    news: bool = True


def appointment_reminders(unit: Unit) -> Planned:
    """The reminder of the day before, for bookings that are still to come or were missed a moment ago."""
    unit.permit("plan messages")
    return plan_all(unit, coming_reminders(unit))


def ready_notices(unit: Unit) -> Planned:
    """ "Your things are ready", once for every time an order became ready."""
    unit.permit("plan messages")
    return plan_all(unit, coming_ready(unit))


def evening_receipts(unit: Unit) -> Planned:
    """The day's receipt with thanks: what was done, what it came to, what was promised. Once a person a day."""
    unit.permit("plan messages")
    return plan_all(unit, coming_receipts(unit))


def coming_reminders(unit: Unit) -> Iterator[Coming]:
    """The reminders of the bookings around now."""
    if unit.shop.has_off(Part.APPOINTMENTS):
        return
    for booking in planning.bookings(unit.session, unit.now - _LOOK_BACK, unit.now + _LOOK_BACK):
        due = appointment_reminder(booking.at, booking.made_at, unit.shop.zone, unit.shop.reminder_time)
        if isinstance(due, Drop):
            continue
        contact = unit.shop.contact
        change = words("reminder-change", contact=contact) if contact else None
        buttons: tuple[tuple[Button, ...], ...] = ()
        if unit.shop.has(Part.APPOINTMENTS):
            change = words("reminder-tap", until=change_until(booking.at, unit.shop.zone))
            move = button(words("button-move-booking"), "booking-move", booking.public_id)
            come = button(words("button-coming"), "booking-coming", booking.public_id)
            buttons = ((come,), (move, button(words("button-cancel-booking"), "booking-off", booking.public_id)))
        text = words(
            "appointment-reminder",
            name=booking.name,
            at=booking.at,
            service=booking.service or None,
            with_whom=booking.with_whom,
            whose=_for_whom(booking),
            change=change,
            shop=signed(unit),
        )
        values: dict[Blank, Value] = {
            Blank.NAME: booking.name,
            Blank.TIME: booking.at,
            Blank.SERVICE: booking.service or None,
        }
        text = in_own_words(unit, OwnText.REMINDER, text, values, (_for_whom(booking), change))
        yield of_booking("remind", booking, due, Reply(text, buttons=buttons))


def _for_whom(booking: planning.Booking) -> Words | None:
    return words("reminder-for-whom", whose=booking.whose) if booking.whose else None


def of_booking(what: str, booking: planning.Booking, due: Due, reply: Reply) -> Coming:
    """Such a reminder of that booking; when the booking moves, it is another."""
    return Coming(
        f"{what}:{booking.id}:{appointment_slot(booking.at)}",
        Kind.APPOINTMENT,
        booking.customer_id,
        booking.chat_id,
        booking.name,
        booking.id,
        due,
        reply,
        words("coming-appointment", at=booking.at),
    )


def coming_ready(unit: Unit) -> Iterator[Coming]:
    """The notices of what became ready and was not fetched."""
    if unit.shop.has_off(Part.ORDERS):
        return
    since = unit.now - timedelta(days=ORDER_READY_DAYS) - _LOOK_BACK
    for order in planning.ready_orders(unit.session, since, unit.now - GRACE):
        if order.asked and unit.now < order.ready_at + ASKED_FOR:
            continue
        due = order_ready(order.ready_at, unit.shop.zone)
        text = words(
            "order-ready",
            name=order.name,
            items=tuple(item_words(item, quantity) for item, quantity in order.items),
            extra=words("order-ready-extra", defect=order.mended[0], amount=Money(0, unit.shop.currency))
            if order.mended
            else None,
            unpaid=_amount(unit, "orders-unpaid", order.unpaid_minor),
            hours=words("shop-hours", hours=spoken_hours(unit.shop.hours)) if unit.shop.hours else None,
            shop=signed(unit, hours=False),
        )
        values: dict[Blank, Value] = {Blank.NAME: order.name, Blank.THINGS: text.args["items"]}
        text = in_own_words(unit, OwnText.READY, text, values, _rows(text, "extra", "unpaid", "hours"))
        key = f"ready:{order.id}:{appointment_slot(order.ready_at)}"
        yield Coming(
            key,
            Kind.ORDER_NOTICE,
            order.customer_id,
            order.chat_id,
            order.name,
            order.id,
            due,
            Reply(text, buttons=days_to_choose(unit, order.public_id, unit.shop.day_of(max(due.at, unit.now)))),
            words("coming-ready", on=unit.shop.day_of(order.ready_at)),
        )


def coming_receipts(unit: Unit) -> Iterator[Coming]:
    """The receipts of today and of the days that were slept through."""
    visits = planning.told_visits(unit.session, unit.today - _LOOK_BACK, unit.today)
    for (customer_id, day), group in groupby(visits, key=lambda visit: (visit.customer_id, visit.day)):
        of_day = list(group)
        first, last = of_day[0], of_day[-1]
        due = evening_receipt(day, first.recorded_at, unit.shop.zone, unit.shop.receipt_time)
        total = sum(visit.amount_minor for visit in of_day)
        promised = max((visit.promised_at for visit in of_day if visit.promised_at), default=None)
        text = words(
            "receipt",
            name=first.name,
            items=tuple(item_words(item, quantity) for visit in of_day for item, quantity in visit.items),
            amount=Money(total, unit.shop.currency) if total else None,
            unpaid=_amount(unit, "receipt-unpaid", sum(visit.unpaid_minor for visit in of_day)),
            promise=words("receipt-promise", promised=shown_promise(promised, unit.shop.zone)) if promised else None,
            care=care_of(unit, [item for visit in of_day for item, _ in visit.items]),
            shop=signed(unit),
        )
        values: dict[Blank, Value] = {
            Blank.NAME: first.name,
            Blank.THINGS: text.args["items"],
            Blank.AMOUNT: text.args["amount"],
        }
        text = in_own_words(unit, OwnText.RECEIPT, text, values, _rows(text, "unpaid", "promise"))
        key = f"thanks:{customer_id}:{day.isoformat()}"
        if isinstance(due, Drop):
            due = Due(first.recorded_at, first.recorded_at)
        yield Coming(
            key,
            Kind.RECEIPT,
            customer_id,
            first.chat_id,
            first.name,
            last.id,
            due,
            Reply(text),
            words("coming-receipt", on=day),
        )


def planned_already(row: OutboxRow, name: str, why: Words) -> Coming:
    """A message that waits in the outbox, in the form of one that will."""
    expires = row.expires_at or datetime.max.replace(tzinfo=UTC)
    return Coming(
        row.dedupe_key,
        Kind(row.kind),
        row.customer_id or 0,
        row.chat_id,
        name,
        row.subject_id or 0,
        Due(row.not_before, expires),
        Reply(why),
        why,
    )


def next_due(unit: Unit) -> datetime | None:
    """The next moment at which something goes out by itself, as far as can be seen now; None if nothing is coming."""
    unit.permit("plan messages")
    session, now, shop = unit.session, unit.now, unit.shop
    moments = [outbox.next_due(session), reminders.next_due(session)]
    for booking in planning.bookings(session, now, now + _LOOK_AHEAD):
        reminder = appointment_reminder(booking.at, booking.made_at, shop.zone, shop.reminder_time)
        moments.append(reminder.at if isinstance(reminder, Due) else None)
    moments += [
        max(order.ready_at + GRACE, order_ready(order.ready_at, shop.zone).at)
        for order in planning.ready_orders(session, now - GRACE, now)
    ]
    for visit in planning.told_visits(session, unit.today, unit.today):
        receipt = evening_receipt(visit.day, visit.recorded_at, shop.zone, shop.receipt_time)
        moments.append(receipt.at if isinstance(receipt, Due) else None)
    return min((moment for moment in moments if moment is not None and moment > now), default=None)


def forget_old_updates(unit: Unit) -> Planned:
    """Drop what the inbox remembers longer than Telegram could deliver it again, and files of which nothing came."""
    unit.permit("plan messages")
    inbox.forget(unit.session, unit.now - _REMEMBERED)
    import_files.forget(unit.session, unit.now - _REMEMBERED)
    return Planned()


def plan_all(unit: Unit, coming: Iterable[Coming], *, ahead: bool = False) -> Planned:
    """Write the rows whose time has come, or (`ahead`) those of the day before it has.

    Nearly all of it is there already, with every tick again, so that is asked once for all.
    """
    due = [one for one in coming if ahead or unit.now >= one.due.at or one.kind is Kind.ORDER_NOTICE]
    known = outbox.known(unit.session, [one.key for one in due])
    return sum((_plan(unit, one) for one in due if one.key not in known), Planned())


def _plan(unit: Unit, coming: Coming) -> Planned:
    """Write the row; when its time has passed, write it down as missed."""
    kind, too_late = coming.kind, coming.due.is_too_late(unit.now)
    message = as_row(coming)
    state, reason = ("expired", "too_late") if too_late else ("pending", None)
    unasked = None if too_late else unwanted(unit, coming.customer_id, kind)
    if not coming.news and not too_late:
        unasked = "no_news"
    if unasked is not None:
        state, reason = "cancelled", unasked
    if not outbox.add(unit.session, unit.vault, message, unit.now, state=state, reason=reason):
        return Planned()
    if unasked is not None:
        return Planned()
    return Planned(missed=1) if too_late else Planned(planned=1)


def care_of(unit: Unit, items: Iterable[str]) -> str | None:
    """What the owner wants said about the care of these things."""
    said = facts.get(unit.session, unit.vault, CARE) or {}
    advice = dict.fromkeys(said[item] for item in items if item in said)
    return " ".join(advice) or None


def as_row(coming: Coming) -> outbox.Message:
    """The message as the outbox keeps it."""
    return outbox.Message(
        dedupe_key=coming.key,
        chat_id=coming.chat_id,
        kind=coming.kind,
        reply=pack(coming.reply),
        not_before=coming.due.at,
        expires_at=coming.due.expires,
        customer_id=coming.customer_id,
        subject_id=coming.subject_id or None,
    )


def signed(unit: Unit, *, hours: bool = True) -> Words:
    """Who speaks: the shop, and the person who answers with the hours, as far as they are known."""
    shop = unit.shop
    return words(
        "signed",
        shop=shop.name,
        who=shop.answered_by or None,
        hours=spoken_hours(shop.hours) if hours and shop.answered_by and shop.hours else None,
    )


def _rows(text: Words, *names: str) -> tuple[Words | None, ...]:
    """The lines that a message has of itself."""
    return tuple(row for name in names if isinstance(row := text.args[name], Words))


def _amount(unit: Unit, key: str, minor: int) -> Words | None:
    """A line about an amount; nothing is said about nothing."""
    return words(key, amount=Money(minor, unit.shop.currency)) if minor else None
