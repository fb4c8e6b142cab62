"""A customer asks the shop for a time, or for another one than is booked.

Nothing is booked by asking. Whether a time is taken is looked at when it is asked for and again when the shop says yes.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.actions import appointments as counter
from bot.actions import forms, profile
from bot.actions.unit import Unit
from bot.domain.answering import answer_by
from bot.domain.cut_off import change_until
from bot.domain.local_time import moment_of
from bot.domain.opening import Hours
from bot.domain.outgoing import Words, words
from bot.domain.phone import parse_phone
from bot.domain.refusals import Refusal
from bot.domain.written_text import one_line
from storage import appointments, times_asked
from storage.models import Appointment, Customer, TimeAsked

FORM = "ask-time"
_LONGEST_SERVICE = 60
_NEAR = (timedelta(minutes=30), timedelta(hours=1), timedelta(hours=2))
_OFFERED = 3


@dataclass(frozen=True, slots=True)
class WhenIsMeant:
    """The day or the hour is missing: it is asked for. `day` is what is known of it."""

    day: date | None
    move: bool


@dataclass(frozen=True, slots=True)
class Taken:
    """Somebody else is expected then. `free` are near times that are not taken."""

    at: datetime
    free: tuple[datetime, ...]


@dataclass(frozen=True, slots=True)
class NotOpen:
    """Nobody is there then. `hours` are those of that day, None where it is closed all day."""

    at: datetime
    hours: Hours | None


@dataclass(frozen=True, slots=True)
class Asked:
    """A time that waits for the shop's word until `due_at`. `before` is set where a booking is to be moved, `whose`
    where somebody else is to come.
    """

    entry: str
    name: str
    last4: str | None
    at: datetime
    service: str
    before: datetime | None
    due_at: datetime
    whose: str | None = None


def ask(
    unit: Unit,
    when: datetime | date | None,
    service: str | None,
    *,
    move: bool,
    entry: str = "",
    whose: str | None = None,
) -> WhenIsMeant | NotOpen | Taken | Asked:
    """Ask the shop for a time, or for another one than is booked: the booking `entry`, without one the next. `whose`
    is who is to come, where somebody was named.

    Raises Refusal: appointment-past, appointment-too-far, booking-gone, booking-too-late (past the cut-off of what is
    to be moved), time-own (it is theirs already).
    """
    unit.permit("ask for a time")
    person = profile.own_record(unit)
    booking = _to_be_moved(unit, person, entry) if move else None
    if booking is not None:
        check_cut_off(unit, booking)
    at = _whole(unit, when, booking)
    draft = {"day": None, "service": service, "move": move, "entry": entry, "whose": whose}
    if not isinstance(at, datetime):
        forms.begin_within(unit, FORM, draft | {"day": at.isoformat() if at else None})
        return WhenIsMeant(at, move)
    at = counter.moment(unit, at, person.name)
    forms.finish(unit, FORM)
    for own in appointments.of_customer(unit.session, person.id or 0, at, at + timedelta(minutes=1)):
        raise Refusal("time-own", at=own.at, service=own.service or None)
    if _is_shut(unit, at):
        forms.begin_within(unit, FORM, draft)
        return NotOpen(at, unit.shop.opening.of(unit.shop.day_of(at)).hours)
    if counter.clash_at(unit, at, besides=booking.id if booking else None) is not None:
        forms.begin_within(unit, FORM, draft)
        return Taken(at, _free_near(unit, at))
    said = one_line(service or "")[:_LONGEST_SERVICE] or (booking.service if booking else "")
    asked = times_asked.add(
        unit.session,
        person.id or 0,
        at,
        said,
        unit.now,
        appointment_id=booking.id if booking else None,
        whose=_somebody_else(whose, person),
    )
    return view_of(unit, asked, person)


def go_on(unit: Unit, when: datetime | date | None, whose: str | None = None) -> WhenIsMeant | NotOpen | Taken | Asked:
    """The time that was asked for. Raises Refusal draft-gone, time-not-read, and those of `ask`."""
    unit.permit("ask for a time")
    draft = forms.draft(unit, FORM)
    if draft is None:
        raise Refusal("draft-gone")
    if when is None:
        raise Refusal("time-not-read")
    day = date.fromisoformat(draft["day"]) if draft["day"] else None
    if day is not None and isinstance(when, datetime) and when.astimezone(unit.shop.zone).date() == unit.today:
        when = moment_of(day, when.astimezone(unit.shop.zone).time(), unit.shop.zone)
    return ask(
        unit,
        when,
        draft["service"],
        move=draft["move"],
        entry=draft.get("entry", ""),
        whose=whose or draft.get("whose"),
    )


def waits_for(unit: Unit) -> WhenIsMeant:
    """What the open form still has to be told. Raises Refusal draft-gone."""
    unit.permit("ask for a time")
    draft = forms.draft(unit, FORM)
    if draft is None:
        raise Refusal("draft-gone")
    return WhenIsMeant(date.fromisoformat(draft["day"]) if draft["day"] else None, draft["move"])


def withdraw(unit: Unit, entry: str) -> Asked:
    """Not any more, while the shop has not decided. Raises Refusal time-settled."""
    unit.permit("ask for a time")
    asked = still_open(unit, entry)
    if asked.customer_id != unit.actor.customer_id:
        raise Refusal("time-settled")
    asked.state, asked.decided_at = "withdrawn", unit.now
    unit.session.add(asked)
    return view_of(unit, asked, profile.own_record(unit))


def _to_be_moved(unit: Unit, person: Customer, entry: str) -> Appointment | None:
    if not entry:
        return appointments.next_of(unit.session, person.id or 0, unit.now)
    booking = appointments.by_public_id(unit.session, entry)
    if booking is None or booking.customer_id != person.id or booking.state != "booked" or booking.at <= unit.now:
        raise Refusal("booking-gone")
    return booking


def _whole(unit: Unit, when: datetime | date | None, booking: Appointment | None) -> datetime | date | None:
    """What was said, with what a booking that is to be moved knows better: its day where only an hour was named, its
    hour where only a day was.
    """
    if booking is None or when is None:
        return when
    local = booking.at.astimezone(unit.shop.zone)
    if not isinstance(when, datetime):
        return moment_of(when, local.time(), unit.shop.zone)
    said = when.astimezone(unit.shop.zone)
    if said.date() == unit.today and local.date() != unit.today:
        return moment_of(local.date(), said.time(), unit.shop.zone)
    return when


def _is_shut(unit: Unit, at: datetime) -> bool:
    """Whether it is known that nobody is there then; hours over midnight are left to the shop."""
    day = unit.shop.opening.of(unit.shop.day_of(at))
    hours, then = day.hours, at.astimezone(unit.shop.zone).time()
    outside = hours is not None and hours.opens < hours.closes and not hours.opens <= then < hours.closes
    return day.open is False or outside


def _somebody_else(whose: str | None, person: Customer) -> str | None:
    """Who is to come, unless that is the asker by another spelling: "under Carter" of Emily Carter."""
    named = one_line(whose or "")[:_LONGEST_SERVICE]
    return named if named and named.casefold() not in person.name.casefold() else None


def _free_near(unit: Unit, at: datetime) -> tuple[datetime, ...]:
    near = [moment for step in _NEAR for moment in (at - step, at + step) if moment > unit.now]
    return tuple(sorted([moment for moment in near if counter.clash_at(unit, moment) is None][:_OFFERED]))


def check_cut_off(unit: Unit, booking: Appointment) -> None:
    until = change_until(booking.at, unit.shop.zone)
    if unit.now >= until:
        raise Refusal("booking-too-late", until=until, contact=unit.shop.contact or None)


def still_open(unit: Unit, entry: str) -> TimeAsked:
    asked = times_asked.by_public_id(unit.session, entry)
    if asked is None or asked.state != "asked":
        raise Refusal("time-settled")
    return asked


def for_whom(whose: str | None) -> Words | None:
    """Who is to come, as it is shown beside the name of whoever booked."""
    return words("for-whom", whose=whose) if whose else None


def view_of(unit: Unit, asked: TimeAsked, person: Customer) -> Asked:
    booking = unit.session.get(Appointment, asked.appointment_id) if asked.appointment_id else None
    last4 = parse_phone(person.phone).last4 if person.phone else None
    due_at = answer_by(asked.made_at, unit.shop.zone, unit.shop.opening)
    before = booking.at if booking else None
    return Asked(asked.public_id, person.name, last4, asked.at, asked.service, before, due_at, asked.whose)
