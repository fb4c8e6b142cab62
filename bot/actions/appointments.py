"""Appointments across the counter: made, read back, taken back, listed."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.actions.entries import UNDO_FOR, write_entry
from bot.actions.people import WhoIsMeant, forget_new, is_surely_new, last4, meant_or_chosen, new_person, reach
from bot.actions.unit import Unit
from bot.domain.local_time import day_bounds
from bot.domain.names import as_called
from bot.domain.reach import Reach
from bot.domain.refusals import Refusal
from bot.domain.written_text import one_line
from bot.understanding.asks.appointments import MakeAppointment
from bot.understanding.asks.values import Period
from storage import appointments, journal
from storage.models import Appointment, Customer, JournalEntry

MADE = "appointment_made"
PAGE = 10
# Two people less than this apart are in each other's way.
CLOSE = timedelta(minutes=30)
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
    whose: str | None = None


@dataclass(frozen=True, slots=True)
class Booked:
    """An appointment as it was written down."""

    undo: str
    booking: Booking
    new: bool


@dataclass(frozen=True, slots=True)
class Clash:
    """Somebody is expected so close to that time that it was not written down."""

    at: datetime
    others: tuple[Booking, ...]


@dataclass(frozen=True, slots=True)
class BookingList:
    """A page of appointments; `reachable` of all `total` can be reached today."""

    bookings: tuple[Booking, ...]
    offset: int
    total: int
    reachable: int


def make(
    unit: Unit, ask: MakeAppointment, *, to: str = "", new: bool = False, anyway: bool = False
) -> Booked | WhoIsMeant | Clash:
    """Keep a time for somebody, or ask whom it is about. Where it clashes, nothing is written unless `anyway`.

    Raises Refusal: appointment-when (no hour was said), appointment-past, appointment-too-far, person-gone,
    name-unusable.
    """
    unit.permit("record")
    at = moment(unit, ask.at, as_called(ask.name.name))
    new = new or (not to and is_surely_new(unit, ask.name))
    customer = None if new else meant_or_chosen(unit, ask.name, to=to)
    if isinstance(customer, WhoIsMeant):
        return customer
    clash = clash_at(unit, at)
    if clash is not None and not anyway:
        return clash
    customer = customer or new_person(unit, ask.name)
    booking = appointments.add(
        unit.session,
        customer_id=customer.id or 0,
        at=at,
        service=one_line(ask.service or "")[:_LONGEST_SERVICE],
        now=unit.now,
    )
    entry = write_entry(
        unit, MADE, customer_id=customer.id, subject_id=booking.id, after={"new": new}, undo_for=UNDO_FOR
    )
    return Booked(entry.public_id, view(booking, customer), new)


def clash_at(unit: Unit, at: datetime, *, besides: int | None = None) -> Clash | None:
    """Whoever is expected less than half an hour before or after, the booking `besides` left out of account."""
    near = appointments.between(unit.session, at - CLOSE + timedelta(seconds=1), at + CLOSE)
    others = [one for one in near if one.id != besides]
    if not others:
        return None
    return Clash(at, tuple(view(one, unit.session.get_one(Customer, one.customer_id)) for one in others))


def take_back(unit: Unit, entry: JournalEntry) -> Booking:
    """Undo a made appointment. Raises Refusal undo-changed-since for one that was kept, missed or cancelled since."""
    booking = unit.session.get_one(Appointment, entry.subject_id)
    if booking.state != "booked":
        raise Refusal("undo-changed-since")
    customer = unit.session.get_one(Customer, booking.customer_id)
    was = view(booking, customer)
    if journal.after(unit.vault, entry).get("new"):
        unit.session.delete(booking)
        forget_new(unit, customer)
    else:
        booking.state = "cancelled"
        unit.session.add(booking)
    return was


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
        tuple(view(booking, customer) for booking, customer in shown),
        offset,
        len(found),
        sum(1 for _booking, customer in found if reach(customer) is not Reach.NONE),
    )


def next_booking(unit: Unit, customer: Customer) -> Booking | None:
    """The next time kept for this person."""
    booking = appointments.next_of(unit.session, customer.id or 0, unit.now)
    return view(booking, customer) if booking else None


def moment(unit: Unit, at: datetime | date | None, person: str) -> datetime:
    """The moment of a booking. Raises Refusal appointment-when, appointment-past, appointment-too-far."""
    if not isinstance(at, datetime):
        raise Refusal("appointment-when", person=person)
    if at <= unit.now:
        raise Refusal("appointment-past", at=at)
    if at > unit.now + _FURTHEST:
        raise Refusal("appointment-too-far", at=at)
    return at


def view(booking: Appointment, customer: Customer) -> Booking:
    """A booking as the counter sees it."""
    return Booking(customer.name, last4(customer), booking.at, booking.service, reach(customer), booking.whose)
