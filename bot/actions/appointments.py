"""Appointments across the counter: made, read back, taken back, listed."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.actions.people import WhoIsMeant, chosen, forget_new, last4, new_person, reach, who_is_meant
from bot.actions.unit import Unit
from bot.actions.visits import UNDO_FOR
from bot.domain.local_time import day_bounds
from bot.domain.reach import Reach
from bot.domain.refusals import Refusal
from bot.domain.written_text import one_line
from bot.understanding.asks import MakeAppointment, Period
from storage import appointments, journal
from storage.models import Appointment, Customer, JournalEntry

MADE = "appointment_made"
PAGE = 10
_LONGEST_SERVICE = 60
# Nobody books further ahead; a year that was misread does.
_FURTHEST = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Booking:
    """One appointment."""

    name: str
    last4: str
    at: datetime
    service: str
    reach: Reach


@dataclass(frozen=True, slots=True)
class Booked:
    """An appointment as it was written down. `same_time` names who else is expected at that very moment."""

    undo: str
    booking: Booking
    new: bool
    same_time: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BookingList:
    """A page of appointments; `reachable` of all `total` can be reached today."""

    bookings: tuple[Booking, ...]
    offset: int
    total: int
    reachable: int


def make(unit: Unit, ask: MakeAppointment, *, to: str = "", new: bool = False) -> Booked | WhoIsMeant:
    """Keep a time for somebody, or ask whom it is about.

    Raises Refusal: appointment-when (no hour was said), appointment-past, appointment-too-far, person-gone,
    name-unusable.
    """
    unit.permit("record")
    at = _moment(unit, ask)
    if new:
        customer = new_person(unit, ask.name)
    elif to:
        customer = chosen(unit, to)
    else:
        meant = who_is_meant(unit, ask.name, for_writing=True)
        if isinstance(meant, WhoIsMeant):
            return meant
        customer = meant
    others = appointments.between(unit.session, at, at + timedelta(minutes=1))
    booking = appointments.add(
        unit.session,
        customer_id=customer.id or 0,
        at=at,
        service=one_line(ask.service or "")[:_LONGEST_SERVICE],
        now=unit.now,
    )
    entry = journal.write(
        unit.session,
        unit.vault,
        unit.actor,
        MADE,
        unit.now,
        customer_id=customer.id,
        subject_id=booking.id,
        after={"new": new},
        undo_until=unit.now + UNDO_FOR,
    )
    names = [unit.session.get_one(Customer, other.customer_id).name for other in others]
    return Booked(entry.public_id, _view(booking, customer), new, tuple(names))


def take_back(unit: Unit, entry: JournalEntry) -> Booking:
    """Undo a made appointment. Raises Refusal undo-changed-since for one that was kept, missed or cancelled since."""
    booking = unit.session.get_one(Appointment, entry.subject_id)
    if booking.state != "booked":
        raise Refusal("undo-changed-since")
    customer = unit.session.get_one(Customer, booking.customer_id)
    view = _view(booking, customer)
    if journal.after(unit.vault, entry).get("new"):
        unit.session.delete(booking)
        forget_new(unit, customer)
    else:
        booking.state = "cancelled"
        unit.session.add(booking)
    return view


def of_period(unit: Unit, period: Period, offset: int = 0) -> BookingList:
    """Who is expected on these days."""
    unit.permit("see lists")
    start, _ = day_bounds(period.start, unit.shop.zone)
    _, end = day_bounds(period.end - timedelta(days=1), unit.shop.zone)
    found = [
        (booking, unit.session.get_one(Customer, booking.customer_id))
        for booking in appointments.between(unit.session, start, end)
    ]
    shown = found[offset : offset + PAGE]
    for booking, _customer in shown:
        unit.saw(booking.customer_id, "list")
    return BookingList(
        tuple(_view(booking, customer) for booking, customer in shown),
        offset,
        len(found),
        sum(1 for _booking, customer in found if reach(customer) is not Reach.NONE),
    )


def next_booking(unit: Unit, customer: Customer) -> Booking | None:
    """The next time kept for this person."""
    booking = appointments.next_of(unit.session, customer.id or 0, unit.now)
    return _view(booking, customer) if booking else None


def _moment(unit: Unit, ask: MakeAppointment) -> datetime:
    if not isinstance(ask.at, datetime):
        raise Refusal("appointment-when", person=ask.name.name)
    if ask.at <= unit.now:
        raise Refusal("appointment-past", at=ask.at)
    if ask.at > unit.now + _FURTHEST:
        raise Refusal("appointment-too-far", at=ask.at)
    return ask.at


def _view(booking: Appointment, customer: Customer) -> Booking:
    return Booking(customer.name, last4(customer), booking.at, booking.service, reach(customer))
