"""What a customer has booked: looked at, cancelled, and kept after all."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.actions import appointments as counter
from bot.actions import profile
from bot.actions.account import MOST_BOOKINGS
from bot.actions.entries import write_entry
from bot.actions.price_list import known_items
from bot.actions.times_wished import check_cut_off
from bot.actions.unit import Unit
from bot.domain.cut_off import change_until
from bot.domain.prices import same_thing
from bot.domain.refusals import Refusal
from bot.understanding.asks.appointments import Cancel
from bot.understanding.shop_items import shop_name
from storage import appointments, journal
from storage.models import Appointment, Customer

CANCELLED = "own_booking_cancelled"
UNDO_DAYS = 7


@dataclass(frozen=True, slots=True)
class Own:
    """A booking of the asker's own, and until when they change it themselves."""

    entry: str
    name: str
    at: datetime
    service: str
    until: datetime
    undo: str | None = None


def mine(unit: Unit) -> tuple[Own, ...]:
    """The next bookings of the asker's own, as many as their account shows."""
    unit.permit("ask for a time")
    person = profile.own_record(unit)
    coming = appointments.coming_of(unit.session, person.id or 0, unit.now, MOST_BOOKINGS)
    return tuple(_own(unit, booking, person) for booking in coming)


def meant(unit: Unit, service: str | None, on: datetime | date | None = None) -> tuple[Own, ...]:
    """Those that a sentence can mean: of that service and that day, where it names what is booked, else all of them."""
    found = mine(unit)
    found = _of_service(unit, found, service) or found
    if on is None:
        return found
    day = unit.shop.day_of(on) if isinstance(on, datetime) else on
    of_day = tuple(one for one in found if unit.shop.day_of(one.at) == day)
    return tuple(one for one in of_day if one.at == on) or of_day or found


def _of_service(unit: Unit, found: tuple[Own, ...], service: str | None) -> tuple[Own, ...]:
    """Those of that service, by whichever of the shop's words for it, in either language."""
    if not service:
        return ()
    items = known_items(unit)
    wanted = same_thing(shop_name(service, items))
    return tuple(one for one in found if one.service and same_thing(shop_name(one.service, items)) == wanted)


def one(unit: Unit, entry: str) -> Own:
    """One of them that may still be cancelled. Raises Refusal: booking-gone, booking-too-late."""
    unit.permit("ask for a time")
    person = profile.own_record(unit)
    booking = _still_to_come(unit, entry)
    return _own(unit, booking, person)


def to_cancel(unit: Unit, ask: Cancel | None) -> Own | tuple[Own, ...]:
    """The one that is meant, or all that can be. Raises Refusal booking-too-late."""
    found = meant(unit, ask.service, ask.on) if ask is not None else mine(unit)
    return one(unit, found[0].entry) if len(found) == 1 else found


def cancel(unit: Unit, entry: str) -> Own:
    """Cancel it, at once. Raises Refusal: booking-gone, booking-too-late."""
    unit.permit("ask for a time")
    person = profile.own_record(unit)
    booking = _still_to_come(unit, entry)
    booking.state = "cancelled"
    unit.session.add(booking)
    journal_entry = write_entry(
        unit,
        CANCELLED,
        customer_id=person.id,
        subject_id=booking.id,
        before={"state": "booked", "at": booking.at.isoformat()},
        undo_for=timedelta(days=UNDO_DAYS),
    )
    return _own(unit, booking, person, journal_entry.public_id)


def undo_cancel(unit: Unit, entry_id: str) -> Own:
    """The booking is kept after all. Raises Refusal: undo-not-yours, undo-done, booking-gone, time-taken."""
    unit.permit("ask for a time")
    person = profile.own_record(unit)
    entry = journal.by_public_id(unit.session, entry_id)
    if entry is None or entry.deed != CANCELLED or entry.customer_id != person.id:
        raise Refusal("undo-not-yours")
    if entry.undone_at is not None:
        raise Refusal("undo-done")
    booking = unit.session.get_one(Appointment, entry.subject_id)
    if booking.state != "cancelled" or booking.at <= unit.now:
        raise Refusal("booking-gone")
    if counter.clash_at(unit, booking.at) is not None:
        raise Refusal("time-taken", at=booking.at)
    booking.state, entry.undone_at = "booked", unit.now
    unit.session.add_all((booking, entry))
    return _own(unit, booking, person)


def _still_to_come(unit: Unit, entry: str) -> Appointment:
    booking = _own_booking(unit, entry)
    if booking.state != "booked" or booking.at <= unit.now:
        raise Refusal("booking-gone")
    check_cut_off(unit, booking)
    return booking


def _own_booking(unit: Unit, entry: str) -> Appointment:
    booking = appointments.by_public_id(unit.session, entry)
    if booking is None or booking.customer_id != unit.actor.customer_id:
        raise Refusal("booking-gone")
    return booking


def _own(unit: Unit, booking: Appointment, person: Customer, undo: str | None = None) -> Own:
    until = change_until(booking.at, unit.shop.zone)
    return Own(booking.public_id, person.name, booking.at, booking.service, until, undo)
