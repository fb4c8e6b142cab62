"""What becomes of an appointment: moved, cancelled, missed; and what is good to know before somebody comes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.actions import preferences
from bot.actions.appointments import Booking, Clash, clash_at, moment, view
from bot.actions.entries import UNDO_FOR, write_entry
from bot.actions.people import MOST_CHOICES, WhoIsMeant, as_candidate, meant_or_chosen
from bot.actions.planning import GRACE
from bot.actions.telling import tell
from bot.actions.unit import Unit
from bot.domain.local_time import day_bounds
from bot.domain.outgoing import Kind, Money, words
from bot.domain.refusals import Refusal
from bot.domain.reminders import appointment_slot
from bot.domain.rhythm import Rhythm
from bot.understanding.asks.appointments import Brief, CancelAppointment, MoveAppointment, NoShow
from bot.understanding.asks.values import Spoken
from storage import appointments, journal, people, visits
from storage.models import Appointment, Customer, JournalEntry

MOVED = "appointment_moved"
CANCELLED = "appointment_cancelled"
MISSED = "appointment_missed"
# Whoever did not come is written down on the day or the days after, not months later.
_MISSED_WITHIN = timedelta(days=7)
# "2시 손님" is whoever comes between two and three.
_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class BookingChanged:
    """A booking that was moved (`before` is when it was), cancelled or missed; `deed` says which.

    Taken back, `undo` is empty. `told` is set when the customer hears, or has heard, of it.
    """

    undo: str
    deed: str
    booking: Booking
    before: datetime | None
    told: bool


@dataclass(frozen=True, slots=True)
class Known:
    """What is good to know of whoever comes: only what the books say; unknown is None."""

    booking: Booking
    visits: int
    last_on: date | None
    last_items: tuple[tuple[str, int], ...]
    days_away: int | None
    usual_range: tuple[int, int] | None
    unpaid: Money | None
    preferences: str | None
    note: str | None


def move(unit: Unit, ask: MoveAppointment, *, to: str = "") -> BookingChanged | WhoIsMeant | Clash:
    """Another time for somebody's booking; without an hour, or without a day, it keeps its own. A clash is answered and
    nothing moved.

    Raises Refusal booking-none, booking-which, appointment-past, appointment-too-far, person-gone.
    """
    unit.permit("record")
    customer = _late_one(unit, ask, to) if ask.by_minutes else _whose(unit, ask.name, ask.before, to)
    if isinstance(customer, WhoIsMeant):
        return customer
    booking = _coming(unit, customer, ask.before)
    before = booking.at
    at = ask.to
    if ask.by_minutes:
        at = before + timedelta(minutes=ask.by_minutes)
    elif not isinstance(at, datetime):
        at = datetime.combine(at, before.astimezone(unit.shop.zone).timetz())
    elif ask.hour_only:
        at = datetime.combine(before.astimezone(unit.shop.zone).date(), at.astimezone(unit.shop.zone).timetz())
    at = moment(unit, at, customer.name)
    clash = clash_at(unit, at, besides=booking.id)
    if clash is not None:
        return clash
    made_before = booking.made_at
    booking.at, booking.made_at = at, unit.now
    unit.session.add(booking)
    unit.session.flush()
    facts = {"at": before.isoformat(), "made_at": made_before.isoformat(), "state": booking.state}
    text = words(
        "appointment-moved-notice",
        name=customer.name,
        before=before,
        at=at,
        service=booking.service or None,
        shop=unit.shop.name,
    )
    key = f"moved:{booking.id}:{unit.now:%Y%m%dT%H%M%S}:{appointment_slot(at)}"
    told = tell(unit, customer, Kind.APPOINTMENT, key, text, subject_id=booking.id or 0, after=GRACE)
    return _changed(unit, MOVED, booking, customer, facts, before, told=told)


def cancel(unit: Unit, ask: CancelAppointment, *, to: str = "") -> BookingChanged | WhoIsMeant:
    """Nobody comes at that time. Raises Refusal booking-none, booking-none-then, booking-which, person-gone."""
    unit.permit("record")
    customer = _whose(unit, ask.name, ask.at, to)
    if isinstance(customer, WhoIsMeant):
        return customer
    booking = _coming(unit, customer, ask.at)
    facts = _facts(booking)
    booking.state = "cancelled"
    unit.session.add(booking)
    unit.session.flush()
    text = words(
        "appointment-cancelled-notice",
        name=customer.name,
        at=booking.at,
        service=booking.service or None,
        shop=unit.shop.name,
    )
    key = f"cancelled:{booking.id}:{unit.now:%Y%m%dT%H%M%S}"
    told = tell(unit, customer, Kind.APPOINTMENT, key, text, subject_id=booking.id or 0, after=GRACE)
    return _changed(unit, CANCELLED, booking, customer, facts, None, told=told)


def no_show(unit: Unit, ask: NoShow, *, to: str = "") -> BookingChanged | WhoIsMeant:
    """Somebody did not come. Nobody is written to about it.

    Raises Refusal booking-none-past, booking-none-then, person-gone.
    """
    unit.permit("record")
    customer = _whose(unit, ask.name, ask.at, to)
    if isinstance(customer, WhoIsMeant):
        return customer
    past = appointments.of_customer(unit.session, customer.id or 0, unit.now - _MISSED_WITHIN, unit.now)
    if not past:
        raise Refusal("booking-none-past", person=customer.name)
    booking = past[-1]
    facts = _facts(booking)
    booking.state = "no_show"
    unit.session.add(booking)
    unit.session.flush()
    return _changed(unit, MISSED, booking, customer, facts, None, told=False)


def take_back(unit: Unit, entry: JournalEntry) -> BookingChanged:
    """Undo: the booking is as it was. Raises Refusal undo-changed-since, and booking-taken for a time given away."""
    booking = unit.session.get_one(Appointment, entry.subject_id)
    before = journal.before(unit.vault, entry)
    if _facts(booking) != journal.after(unit.vault, entry):
        raise Refusal("undo-changed-since")
    at = datetime.fromisoformat(before["at"])
    if before["state"] == "booked" and at > unit.now and clash_at(unit, at, besides=booking.id) is not None:
        raise Refusal("booking-taken", at=at)
    moved_to = booking.at
    booking.at, booking.made_at = at, datetime.fromisoformat(before["made_at"])
    booking.state = before["state"]
    unit.session.add(booking)
    unit.session.flush()
    customer = unit.session.get_one(Customer, booking.customer_id)
    told = appointments.was_told(unit.session, booking.id or 0, entry.at)
    was = moved_to if entry.deed == MOVED else None
    return BookingChanged("", entry.deed, view(booking, customer), was, told)


def brief(unit: Unit, ask: Brief) -> tuple[Known, ...]:
    """Who comes at that time, or next, with what is good to know. Empty where nobody does."""
    unit.permit("see a customer")
    if ask.at is not None:
        coming = appointments.between(unit.session, ask.at, ask.at + _HOUR)
        coming = [one for one in coming if one.at == coming[0].at]
    else:
        _, midnight = day_bounds(unit.today, unit.shop.zone)
        coming = appointments.between(unit.session, unit.now, midnight + timedelta(days=7))[:1]
    return tuple(_known(unit, one) for one in coming)


def _known(unit: Unit, booking: Appointment) -> Known:
    customer = unit.session.get_one(Customer, booking.customer_id)
    customer_id = customer.id or 0
    unit.saw(customer_id, "brief")
    rhythm = Rhythm.of(people.visit_days(unit.session, customer_id), unit.shop.rhythm)
    last = visits.last_of(unit.session, customer_id)
    lines = visits.lines_of(unit.session, last.id or 0) if last else []
    owed = visits.unpaid_of(unit.session, customer_id)
    return Known(
        view(booking, customer),
        rhythm.visit_days,
        rhythm.last_on,
        tuple((line.item, line.quantity) for line in lines if line.item),
        rhythm.days_away(unit.today),
        rhythm.usual_range,
        Money(owed, unit.shop.currency) if owed else None,
        ", ".join(preferences.lines(customer.preferences)) or None,
        customer.note,
    )


def _whose(unit: Unit, name: Spoken, at: datetime | date | None, to: str) -> Customer | WhoIsMeant:
    """Whoever was named; without a name, whose booking is at that time, or the question which of them. Raises Refusal
    booking-none-then.
    """
    if to or name.name or name.last4:
        return meant_or_chosen(unit, name, to=to)
    start, end = (
        (at, at + timedelta(minutes=1)) if isinstance(at, datetime) else day_bounds(at or unit.today, unit.shop.zone)
    )
    booked = appointments.between(unit.session, start, end)
    if not booked:
        raise Refusal("booking-none-then")
    return _booked_by(unit, booked) if len(booked) > 1 else unit.session.get_one(Customer, booked[0].customer_id)


def _late_one(unit: Unit, ask: MoveAppointment, to: str) -> Customer | WhoIsMeant:
    """Who is late: of today's bookings to come nobody is taken for meant who was not named."""
    if to or ask.name.name or ask.name.last4:
        return meant_or_chosen(unit, ask.name, to=to)
    _, midnight = day_bounds(unit.today, unit.shop.zone)
    booked = appointments.between(unit.session, unit.now - _HOUR, midnight)
    if not booked:
        raise Refusal("booking-none-then")
    return _booked_by(unit, booked)


def _booked_by(unit: Unit, booked: Sequence[Appointment]) -> WhoIsMeant:
    """The question whose of these bookings is meant."""
    people = [unit.session.get_one(Customer, one) for one in dict.fromkeys(one.customer_id for one in booked)]
    found = tuple(as_candidate(unit, one) for one in people[:MOST_CHOICES])
    return WhoIsMeant("", found, len(people), near=False, new_name="")


def _coming(unit: Unit, customer: Customer, at: datetime | date | None) -> Appointment:
    """The booking meant: the one at that time or on that day, or the only one to come."""
    _, end = day_bounds(unit.today + timedelta(days=366), unit.shop.zone)
    start, _ = day_bounds(unit.today, unit.shop.zone)
    booked = appointments.of_customer(unit.session, customer.id or 0, start, end)
    ahead = [one for one in booked if one.at > unit.now] or booked
    if isinstance(at, datetime):
        ahead = [one for one in booked if one.at == at]
    elif at is not None:
        ahead = [one for one in booked if unit.shop.day_of(one.at) == at]
    if not ahead:
        raise Refusal("booking-none", person=customer.name)
    if len(ahead) > 1:
        raise Refusal("booking-which", person=customer.name, first=ahead[0].at, second=ahead[1].at)
    return ahead[0]


def _facts(booking: Appointment) -> dict[str, str]:
    return {"at": booking.at.isoformat(), "made_at": booking.made_at.isoformat(), "state": booking.state}


def _changed(
    unit: Unit,
    deed: str,
    booking: Appointment,
    customer: Customer,
    facts: dict[str, str],
    before: datetime | None,
    *,
    told: bool,
) -> BookingChanged:
    unit.session.refresh(booking)
    entry = write_entry(
        unit,
        deed,
        customer_id=customer.id,
        subject_id=booking.id,
        before=facts,
        after=_facts(booking),
        undo_for=UNDO_FOR,
    )
    return BookingChanged(entry.public_id, deed, view(booking, customer), before, told)
