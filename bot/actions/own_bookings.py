"""A customer's own appointments: ask for a time, move it, cancel it until the cut-off; the shop says yes by one tap.

Nothing is booked by asking. Whether a time is taken is looked at when it is asked for and again when the shop says yes.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.actions import appointments as counter
from bot.actions import forms, profile, sending
from bot.actions.entries import write_entry
from bot.actions.planning import Planned
from bot.actions.unit import Unit
from bot.domain.answering import answer_by
from bot.domain.buttons import button
from bot.domain.cut_off import change_until
from bot.domain.local_time import moment_of
from bot.domain.outgoing import Reply, words
from bot.domain.phone import parse_phone
from bot.domain.refusals import Refusal
from bot.domain.written_text import one_line
from storage import appointments, journal, times_asked
from storage.models import Appointment, Customer, TimeAsked

FORM, OFFER = "ask-time", "offer-time"
OFFERED = "time_offered"
APOLOGIES = 2
AGREED, MOVED, CANCELLED = "appointment_made", "own_booking_moved", "own_booking_cancelled"
UNDO_DAYS = 7
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
class Asked:
    """A time that waits for the shop's word until `due_at`. `before` is set where a booking is to be moved."""

    entry: str
    name: str
    last4: str | None
    at: datetime
    service: str
    before: datetime | None
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Offered:
    """Another time that the shop has offered: `entry` is what the customer's buttons carry, `asked` the wish."""

    entry: str
    asked: str
    name: str
    at: datetime
    wished: datetime
    service: str


@dataclass(frozen=True, slots=True)
class Own:
    """A booking of the asker's own, and until when they change it themselves."""

    entry: str
    name: str
    at: datetime
    service: str
    until: datetime
    undo: str | None = None


def ask(unit: Unit, when: datetime | date | None, service: str | None, *, move: bool) -> WhenIsMeant | Taken | Asked:
    """Ask the shop for a time, or for another one than is booked.

    Raises Refusal: appointment-past, appointment-too-far, booking-too-late (past the cut-off of what is to be moved).
    """
    unit.permit("ask for a time")
    person = profile.own_record(unit)
    booking = appointments.next_of(unit.session, person.id or 0, unit.now) if move else None
    if booking is not None:
        _before_cut_off(unit, booking)
    at = _whole(unit, when, booking)
    if not isinstance(at, datetime):
        draft = {"day": at.isoformat() if at else None, "service": service, "move": move}
        forms.begin_within(unit, FORM, draft)
        return WhenIsMeant(at, move)
    at = counter.moment(unit, at, person.name)
    forms.finish(unit, FORM)
    if counter.clash_at(unit, at, besides=booking.id if booking else None) is not None:
        forms.begin_within(unit, FORM, {"day": None, "service": service, "move": move})
        return Taken(at, _free_near(unit, at))
    said = one_line(service or "")[:_LONGEST_SERVICE] or (booking.service if booking else "")
    asked = times_asked.add(
        unit.session, person.id or 0, at, said, unit.now, appointment_id=booking.id if booking else None
    )
    return _asked(unit, asked, person)


def go_on(unit: Unit, when: datetime | date | None) -> WhenIsMeant | Taken | Asked:
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
    return ask(unit, when, draft["service"], move=draft["move"])


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
    asked = _open(unit, entry)
    if asked.customer_id != unit.actor.customer_id:
        raise Refusal("time-settled")
    asked.state, asked.decided_at = "withdrawn", unit.now
    unit.session.add(asked)
    return _asked(unit, asked, profile.own_record(unit))


def decide(unit: Unit, entry: str, *, yes: bool) -> Asked:
    """The shop's word. A yes books or moves. Raises Refusal: time-settled, time-taken, appointment-past."""
    unit.permit("decide about a time")
    asked = _open(unit, entry)
    person = unit.session.get_one(Customer, asked.customer_id)
    unit.saw(person.id or 0, "card")
    seen = _asked(unit, asked, person)
    if yes:
        _book(unit, asked, person)
    asked.state, asked.decided_at = ("agreed" if yes else "declined"), unit.now
    unit.session.add(asked)
    return seen


def begin_offer(unit: Unit, entry: str) -> Asked:
    """The shop wants to offer another time: its next words are the time. Raises Refusal time-settled."""
    unit.permit("decide about a time")
    asked = _open(unit, entry)
    person = unit.session.get_one(Customer, asked.customer_id)
    unit.saw(person.id or 0, "card")
    forms.begin(unit, OFFER, {"entry": entry})
    return _asked(unit, asked, person)


def offer(unit: Unit, when: datetime | date | None) -> Offered:
    """Another time than was asked for; nothing is booked before the customer says yes to it.

    Where only an hour was said, it is that of the day that was asked for. Raises Refusal: draft-gone, time-not-read,
    time-taken, time-settled, case-no-chat, appointment-past, appointment-too-far.
    """
    unit.permit("decide about a time")
    draft = forms.draft(unit, OFFER)
    if draft is None:
        raise Refusal("draft-gone")
    asked = _open(unit, draft["entry"])
    person = unit.session.get_one(Customer, asked.customer_id)
    if person.chat_id is None:
        raise Refusal("case-no-chat")
    zone = unit.shop.zone
    wished = asked.at.astimezone(zone)
    if when is None:
        raise Refusal("time-not-read")
    if not isinstance(when, datetime):
        when = moment_of(when, wished.time(), zone)
    elif when.astimezone(zone).date() == unit.today != wished.date():
        when = moment_of(wished.date(), when.astimezone(zone).time(), zone)
    at = counter.moment(unit, when, person.name)
    if counter.clash_at(unit, at, besides=asked.appointment_id) is not None:
        raise Refusal("time-taken", at=at)
    forms.end(unit)
    entry = write_entry(unit, OFFERED, customer_id=person.id, subject_id=asked.id, after={"at": at.isoformat()})
    return Offered(entry.public_id, asked.public_id, person.name, at, asked.at, asked.service)


def take_offer(unit: Unit, entry: str, *, yes: bool) -> Asked:
    """The customer's word about a time that was offered: booked at once, or no longer asked for.

    Raises Refusal: time-settled (also for an offer that a later one replaced), time-taken, appointment-past.
    """
    unit.permit("ask for a time")
    person = profile.own_record(unit)
    offered = journal.by_public_id(unit.session, entry)
    if offered is None or offered.deed != OFFERED or offered.customer_id != person.id:
        raise Refusal("time-settled")
    asked = unit.session.get(TimeAsked, offered.subject_id)
    if asked is None or asked.state != "asked" or journal.later_of_subject(unit.session, offered) is not None:
        raise Refusal("time-settled")
    if yes:
        asked.at = datetime.fromisoformat(journal.after(unit.vault, offered)["at"])
        _book(unit, asked, person)
    seen = _asked(unit, asked, person)
    asked.state, asked.decided_at = ("agreed" if yes else "withdrawn"), unit.now
    unit.session.add(asked)
    return seen


def escalate(unit: Unit) -> Planned:
    """Bring up again what the shop has not decided in time, and say so to whoever waits. A time that has come without
    a word is declined: nobody stands before a closed door for it.
    """
    unit.permit("plan messages")
    planned = 0
    for asked, person in times_asked.undecided(unit.session):
        if asked.at <= unit.now:
            asked.state, asked.decided_at = "declined", unit.now
            unit.session.add(asked)
            reply = Reply(words("time-declined", at=asked.at))
            planned += sending.to_customer(unit, person, f"time:{asked.public_id}", reply)
            continue
        due, times = answer_by(asked.made_at, unit.shop.zone, unit.shop.opening), 0
        while due <= unit.now:
            due, times = answer_by(due, unit.shop.zone, unit.shop.opening), times + 1
        if not times:
            continue
        late = words("time-late", name=person.name, at=asked.at, service=asked.service or None, times=times)
        yes = button(words("button-time-yes"), "time-yes", asked.public_id)
        no = button(words("button-time-no"), "time-no", asked.public_id)
        other = button(words("button-time-other"), "time-other", asked.public_id)
        key = f"{asked.public_id}:{times}"
        planned += sending.tell_owners(unit, f"time-late:{key}", Reply(late, buttons=((yes, no, other),)))
        if times <= APOLOGIES:
            planned += sending.to_customer(unit, person, f"time-sorry:{key}", Reply(words("time-sorry", due=due)))
    return Planned(planned)


def tell(unit: Unit, entry: str, reply: Reply, *, key: str = "time") -> bool:
    """The shop's word goes to whoever asked: an answer, at any hour."""
    unit.permit("decide about a time")
    asked = times_asked.by_public_id(unit.session, entry)
    person = unit.session.get_one(Customer, asked.customer_id) if asked else None
    return person is not None and sending.to_customer(unit, person, f"{key}:{entry}", reply)


def mine(unit: Unit) -> Own | None:
    """The next booking of the asker's own; None where there is none."""
    unit.permit("ask for a time")
    person = profile.own_record(unit)
    booking = appointments.next_of(unit.session, person.id or 0, unit.now)
    return _own(unit, booking, person) if booking else None


def cancel(unit: Unit, entry: str) -> Own:
    """Cancel it, at once. Raises Refusal: booking-gone, booking-too-late."""
    unit.permit("ask for a time")
    person = profile.own_record(unit)
    booking = _own_booking(unit, entry)
    if booking.state != "booked" or booking.at <= unit.now:
        raise Refusal("booking-gone")
    _before_cut_off(unit, booking)
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


def _book(unit: Unit, asked: TimeAsked, person: Customer) -> None:
    at = counter.moment(unit, asked.at, person.name)
    booking = unit.session.get(Appointment, asked.appointment_id) if asked.appointment_id else None
    is_move = booking is not None and booking.state == "booked"
    if counter.clash_at(unit, at, besides=booking.id if booking and is_move else None) is not None:
        raise Refusal("time-taken", at=at)
    before = booking.at if booking and is_move else None
    if booking is not None and is_move:
        booking.at, booking.made_at = at, unit.now
        unit.session.add(booking)
    else:
        booking = appointments.add(unit.session, customer_id=person.id or 0, at=at, service=asked.service, now=unit.now)
    write_entry(
        unit,
        MOVED if before else AGREED,
        customer_id=person.id,
        subject_id=booking.id,
        before={"at": before.isoformat()} if before else None,
        after={"at": at.isoformat(), "new": False},
    )


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


def _free_near(unit: Unit, at: datetime) -> tuple[datetime, ...]:
    near = [moment for step in _NEAR for moment in (at - step, at + step) if moment > unit.now]
    return tuple(sorted([moment for moment in near if counter.clash_at(unit, moment) is None][:_OFFERED]))


def _before_cut_off(unit: Unit, booking: Appointment) -> None:
    until = change_until(booking.at, unit.shop.zone)
    if unit.now >= until:
        raise Refusal("booking-too-late", until=until, contact=unit.shop.contact or None)


def _open(unit: Unit, entry: str) -> TimeAsked:
    asked = times_asked.by_public_id(unit.session, entry)
    if asked is None or asked.state != "asked":
        raise Refusal("time-settled")
    return asked


def _own_booking(unit: Unit, entry: str) -> Appointment:
    booking = appointments.by_public_id(unit.session, entry)
    if booking is None or booking.customer_id != unit.actor.customer_id:
        raise Refusal("booking-gone")
    return booking


def _asked(unit: Unit, asked: TimeAsked, person: Customer) -> Asked:
    booking = unit.session.get(Appointment, asked.appointment_id) if asked.appointment_id else None
    last4 = parse_phone(person.phone).last4 if person.phone else None
    due_at = answer_by(asked.made_at, unit.shop.zone, unit.shop.opening)
    before = booking.at if booking else None
    return Asked(asked.public_id, person.name, last4, asked.at, asked.service, before, due_at)


def _own(unit: Unit, booking: Appointment, person: Customer, undo: str | None = None) -> Own:
    until = change_until(booking.at, unit.shop.zone)
    return Own(booking.public_id, person.name, booking.at, booking.service, until, undo)
