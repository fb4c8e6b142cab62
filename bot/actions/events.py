"""Messages that follow an event: hours before an appointment, three weeks without being fetched, the n-th visit, a
birthday, the quarter's account. Each under its own key, at the hour of its rule, by the same policy as every other.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.actions.entries import write_entry
from bot.actions.own_texts import in_own_words
from bot.actions.planning import Coming, Planned, of_booking, plan_all, signed
from bot.actions.points_left import next_ending, words_of
from bot.actions.unit import Unit
from bot.domain.birthday import month_days_on, next_birthday, parse_birthday
from bot.domain.buttons import button
from bot.domain.local_time import day_bounds
from bot.domain.message_policy import Drop
from bot.domain.outgoing import Kind, Money, Reply, Value, Words, words
from bot.domain.own_texts import Blank, OwnText
from bot.domain.refusals import Refusal
from bot.domain.reminders import (
    MOST_HOURS_BEFORE,
    UNCOLLECTED_AFTER,
    appointment_slot,
    birthday_greeting,
    evening_receipt,
    hours_before,
    quarter_of,
    statement,
    uncollected,
)
from bot.domain.shop import Part, Quiet
from bot.domain.spoken_hours import spoken_hours
from bot.domain.visit_gifts import current
from bot.domain.visits import item_words
from storage import appointments, journal, ledger, people, planning
from storage.consents import has_consent
from storage.models import Customer

CONFIRMED = "booking_confirmed"
# Whoever has had things here for longer was asked before the assistant came, or was slept over.
_LOOK_BACK = timedelta(days=14)
_MOST_ITEMS = 3


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A booking whose customer has said that they come."""

    at: datetime
    service: str


def of_bookings(unit: Unit) -> Planned:
    """The reminder some hours before, where the shop wishes it."""
    unit.permit("plan messages")
    return plan_all(unit, coming_soon(unit))


def of_things(unit: Unit) -> Planned:
    """Three weeks ready and not fetched: when would suit?"""
    unit.permit("plan messages")
    return plan_all(unit, coming_uncollected(unit), ahead=True)


def of_visits(unit: Unit) -> Planned:
    """What was promised for every n-th visit, in the evening of that day."""
    unit.permit("plan messages")
    return plan_all(unit, coming_gifts(unit))


def of_birthdays(unit: Unit) -> Planned:
    """Whoever has their birthday today, and has agreed to hear of such things."""
    unit.permit("plan messages")
    return plan_all(unit, coming_birthdays(unit), ahead=True)


def of_quarters(unit: Unit) -> Planned:
    """The account in short, to whom something useful about it has changed; the others are noted as without news."""
    unit.permit("plan messages")
    return plan_all(unit, coming_statements(unit), ahead=True)


def coming_soon(unit: Unit) -> Iterator[Coming]:
    """Reminders of today's bookings."""
    hours = int(unit.shop.hours_before or 0)
    if not hours:
        return
    for booking in planning.bookings(unit.session, unit.now, unit.now + timedelta(hours=MOST_HOURS_BEFORE + 1)):
        due = hours_before(booking.at, booking.made_at, hours, unit.shop.zone)
        if isinstance(due, Drop):
            continue
        text = words(
            "appointment-soon",
            name=booking.name,
            at=booking.at,
            service=booking.service or None,
            whose=words("reminder-for-whom", whose=booking.whose) if booking.whose else None,
            shop=signed(unit),
        )
        # It is too late to move it here: what is still open is a yes, or a word with the shop.
        come = button(words("button-coming"), "booking-coming", booking.public_id)
        is_coming = journal.has(unit.session, CONFIRMED, booking.id)
        talk = button(words("button-talk"), "fetch-talk")
        yield of_booking("soon", booking, due, Reply(text, buttons=((talk,),) if is_coming else ((come, talk),)))


def coming_uncollected(unit: Unit) -> Iterator[Coming]:
    """The questions of these days."""
    if not unit.shop.has(Part.ORDERS) or not unit.shop.wants(Quiet.UNCOLLECTED):
        return
    since = unit.now - UNCOLLECTED_AFTER
    for order in planning.ready_orders(unit.session, since - _LOOK_BACK, since + timedelta(days=1)):
        due = uncollected(order.ready_at, unit.shop.zone, unit.shop.opening)
        if due.at > unit.now + timedelta(days=1) or due.is_too_late(unit.now):
            continue
        ready_on = unit.shop.day_of(order.ready_at)
        text = words(
            "uncollected",
            name=order.name,
            on=ready_on,
            items=_items(order.items),
            hours=words("shop-hours", hours=spoken_hours(unit.shop.hours)) if unit.shop.hours else None,
            shop=signed(unit, hours=False),
        )
        values: dict[Blank, Value] = {Blank.NAME: order.name, Blank.THINGS: _items(order.items), Blank.DAY: ready_on}
        hours = text.args["hours"]
        text = in_own_words(unit, OwnText.UNCOLLECTED, text, values, (hours,) if isinstance(hours, Words) else ())
        buttons = (
            (
                button(words("button-this-week"), "fetch-when", order.public_id, "this"),
                button(words("button-next-week"), "fetch-when", order.public_id, "next"),
            ),
            (button(words("button-talk"), "fetch-talk"),),
        )
        yield Coming(
            f"uncollected:{order.id}:{appointment_slot(order.ready_at)}",
            Kind.UNCOLLECTED,
            order.customer_id,
            order.chat_id,
            order.name,
            order.id,
            due,
            Reply(text, buttons=buttons),
            words("coming-uncollected", on=ready_on),
        )


def coming_gifts(unit: Unit) -> Iterator[Coming]:
    """Who came for the n-th time today, where the shop has promised something for it."""
    gift = current(unit.shop.nth_gift)
    if gift is None:
        return
    done: set[int] = set()
    for visit in planning.told_visits(unit.session, unit.today, unit.today):
        person = unit.session.get_one(Customer, visit.customer_id)
        if visit.customer_id in done or not person.visit_days or person.visit_days % gift.every:
            continue
        done.add(visit.customer_id)
        due = evening_receipt(visit.day, visit.recorded_at, unit.shop.zone, unit.shop.receipt_time)
        if isinstance(due, Drop):
            continue
        text = words(
            "nth-visit", name=visit.name, count=person.visit_days, gift=gift.what, shop=signed(unit, hours=False)
        )
        yield Coming(
            f"nth:{visit.customer_id}:{person.visit_days}",
            Kind.GIFT,
            visit.customer_id,
            visit.chat_id,
            visit.name,
            visit.id,
            due,
            Reply(text),
            words("coming-gift", count=person.visit_days),
        )


def coming_birthdays(unit: Unit) -> Iterator[Coming]:
    """Today's birthdays, as each of them is kept: by the moon, in a leap month, on 29 February."""
    if not unit.shop.wants(Quiet.BIRTHDAY):
        return
    for person in people.by_birthdays(unit.session, unit.vault, month_days_on(unit.today)):
        kept = next_birthday(parse_birthday(person.birthday or "", today=unit.today), unit.today)
        agreed = has_consent(unit.session, person.id, "advertising")
        if kept != unit.today or person.chat_id is None or not agreed:
            continue
        yield Coming(
            f"birthday:{person.id}:{unit.today.year}",
            Kind.BIRTHDAY,
            person.id or 0,
            person.chat_id,
            person.name,
            0,
            birthday_greeting(unit.today, unit.shop.zone),
            Reply(words("birthday-greeting", name=person.name, shop=signed(unit, hours=False))),
            words("coming-birthday"),
        )


def coming_statements(unit: Unit) -> Iterator[Coming]:
    """The quarter's accounts of everybody who was here in the quarter that is over, or whose account has moved."""
    quarter = quarter_of(unit.today)
    due = statement(quarter, unit.shop.zone, unit.shop.opening)
    if not unit.shop.wants(Quiet.STATEMENT) or due.is_too_late(unit.now) or due.at > unit.now + timedelta(days=1):
        return
    before = quarter_of(quarter - timedelta(days=1))
    start, _ = day_bounds(before, unit.shop.zone)
    end, _ = day_bounds(quarter, unit.shop.zone)
    kinds = [
        kind for kind, part in ((ledger.PREPAID, Part.PREPAID), (ledger.POINTS, Part.POINTS)) if unit.shop.has(part)
    ]
    moved = ledger.moved(unit.session, kinds, start, end)
    for person in people.linked_and_seen(unit.session, before, quarter, list(moved)):
        rows = tuple(
            _owned(unit, person.id or 0, kind)
            for kind in kinds
            if ledger.ever_moved(unit.session, person.id or 0, kind)
        )
        first = person.first_visit_on
        text = words(
            "quarter",
            name=person.name,
            since=first,
            count=person.visit_days,
            spent=Money(person.spent_minor, unit.shop.currency),
            today=words("quarter-today", rows=rows) if rows else None,
            shop=signed(unit, hours=False),
        )
        yield Coming(
            f"statement:{person.id}:{quarter}",
            Kind.STATEMENT,
            person.id or 0,
            person.chat_id or 0,
            person.name,
            0,
            due,
            Reply(text),
            words("coming-statement"),
            news=bool(moved.get(person.id or 0)) and first is not None,
        )


def confirm_booking(unit: Unit, entry: str) -> Confirmed:
    """The customer has read the reminder and comes. Raises Refusal booking-gone."""
    unit.permit("ask for a time")
    booking = appointments.by_public_id(unit.session, entry)
    gone = booking is None or booking.customer_id != unit.actor.customer_id or booking.state != "booked"
    if booking is None or gone or booking.at <= unit.now:
        raise Refusal("booking-gone")
    if not journal.has(unit.session, CONFIRMED, booking.id or 0):
        write_entry(unit, CONFIRMED, customer_id=booking.customer_id, subject_id=booking.id)
    return Confirmed(booking.at, booking.service)


def _owned(unit: Unit, customer_id: int, kind: str) -> Words:
    held = ledger.balance(unit.session, customer_id, kind)
    if kind == ledger.POINTS:
        return words("quarter-points", points=held, ending=words_of(next_ending(unit, customer_id), held))
    return words("quarter-prepaid", amount=Money(held, unit.shop.currency))


def _items(items: tuple[tuple[str, int], ...]) -> tuple[Words, ...]:
    return tuple(item_words(item, quantity) for item, quantity in items[:_MOST_ITEMS])
