"""Word of closing days to those whom they concern: looked at by the owner, then sent by the bot or by the shop's hand.

It completes deals that there are, so it is informational (KISA's list of exceptions). It is planned under a key that
names what it speaks of, and judged once more when it leaves: a booking that has moved by then needs no such word.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.actions import by_hand
from bot.actions.concerned import Concern, concerned, days_of
from bot.actions.entries import write_entry
from bot.actions.people import last4
from bot.actions.planning import GRACE, signed
from bot.actions.telling import tell
from bot.actions.unit import Unit
from bot.domain.buttons import button
from bot.domain.outgoing import Button, Kind, Words, words
from bot.domain.refusals import Refusal
from bot.domain.visits import item_words
from storage import orders
from storage.models import Customer, Order

TOLD = "closing_days_told"
_MOST_ITEMS = 3
_AHEAD = 60


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody whom it concerns, and why."""

    name: str
    last4: str
    what: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """Whom it concerns, and how they are reached; `letter` is what the first of them would read."""

    first: date
    last: date
    rows: tuple[Row, ...]
    by_bot: int
    by_hand: int
    letter: Words | None


@dataclass(frozen=True, slots=True)
class Sent:
    """How many messages were planned, how many drafts wait, and whom neither may reach."""

    planned: int
    drafts: int
    left_out: int


def look(unit: Unit, first: date, last: date) -> Notice:
    """Whom these days concern."""
    unit.permit("write to a customer")
    found = concerned(unit, first, last)
    for one in found:
        unit.saw(one.customer.id or 0, "list")
    by_bot = sum(_is_linked(one.customer) for one in found)
    return Notice(
        first,
        last,
        tuple(Row(one.customer.name, last4(one.customer), _why(unit, one)) for one in found),
        by_bot,
        sum(_has_number(one.customer) and not _is_linked(one.customer) for one in found),
        _letter(unit, found[0], first, last) if found else None,
    )


def send(unit: Unit, first: date, last: date) -> Sent:
    """Tell them, each once: by the bot, or as a draft where it does not reach. Raises Refusal closing-nobody."""
    unit.permit("write to a customer")
    found = concerned(unit, first, last)
    if not found:
        raise Refusal("closing-nobody")
    planned = drafts = 0
    for one in found:
        key, text = one.key(first, last), _letter(unit, one, first, last)
        booking = one.bookings[0] if one.bookings else None
        kind = Kind.APPOINTMENT if booking else Kind.ORDER_NOTICE
        subject = booking.id if booking else next(order.id for order in (*one.promised, *one.waiting))
        if _is_linked(one.customer):
            planned += tell(unit, one.customer, kind, key, text, subject_id=subject, after=GRACE, buttons=_buttons(one))
        elif _has_number(one.customer):
            try:
                by_hand.write(unit, one.customer, kind, key, text, subject_id=subject)
                drafts += 1
            except Refusal:
                continue
    write_entry(unit, TOLD, after={"first": first.isoformat(), "last": last.isoformat(), "planned": planned})
    return Sent(planned, drafts, len(found) - planned - drafts)


def coming(unit: Unit) -> tuple[date, date] | None:
    """The next closing days that were named, or that are public holidays; None where none come."""
    days = days_of(unit, unit.today, unit.today + timedelta(days=_AHEAD))
    first = next((day.on for day in days if day.why in ("closing_day", "holiday")), None)
    if first is None:
        return None
    last = first
    while unit.shop.opening.of(last + timedelta(days=1)).why in ("closing_day", "holiday"):
        last += timedelta(days=1)
    return first, last


def _letter(unit: Unit, one: Concern, first: date, last: date) -> Words:
    opening = unit.shop.opening
    closed = opening.is_closed(first)
    following = opening.of(opening.next_open(last + timedelta(days=1))) if closed else None
    hours = opening.of(first).hours
    return words(
        "closing-notice",
        name=one.customer.name,
        on=first,
        last=last if last != first else None,
        hours=None if closed or hours is None else str(hours),
        rows=_rows(unit, one),
        next=words("closing-next", on=following.on) if following and following.open else None,
        shop=signed(unit, hours=False),
    )


def _rows(unit: Unit, one: Concern) -> tuple[Words, ...]:
    """What the person is told of each thing of theirs."""
    rows = [words("closing-booked", at=booking.at, service=booking.service or None) for booking in one.bookings]
    if one.promised:
        rows.append(words("closing-promised", items=_items(unit, one.promised)))
    if one.waiting:
        rows.append(words("closing-waiting", items=_items(unit, one.waiting)))
    return tuple(rows)


def _why(unit: Unit, one: Concern) -> tuple[Words, ...]:
    """The same in short, for the owner."""
    rows = [words("closing-why-booked", at=booking.at, service=booking.service or None) for booking in one.bookings]
    if one.promised:
        rows.append(words("closing-why-promised", items=_items(unit, one.promised)))
    if one.waiting:
        rows.append(words("closing-why-waiting", items=_items(unit, one.waiting)))
    return tuple(rows)


def _items(unit: Unit, of: list[Order]) -> tuple[Words, ...]:
    things = [one for order in of for one in orders.pieces(orders.items_of(unit.session, order.id or 0))]
    return tuple(item_words(*one) for one in things[:_MOST_ITEMS]) or (words("thing-unnamed"),)


def _buttons(one: Concern) -> tuple[tuple[Button, ...], ...]:
    """A booking is moved or cancelled with a tap; of several the person says which."""
    if len(one.bookings) != 1:
        return ()
    booking = one.bookings[0].public_id
    move = button(words("button-move-booking"), "booking-move", booking)
    return ((move, button(words("button-cancel-booking"), "booking-off", booking)),)


def _is_linked(person: Customer) -> bool:
    return person.chat_id is not None and person.blocked_at is None


def _has_number(person: Customer) -> bool:
    return person.phone is not None and person.phone_kind == "living"
