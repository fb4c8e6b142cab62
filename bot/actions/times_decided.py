"""The shop's word about a time that a customer asked for: yes, no, or another one offered."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.actions import appointments as counter
from bot.actions import forms, profile, sending
from bot.actions.entries import write_entry
from bot.actions.planning import Planned
from bot.actions.times_wished import Asked, for_whom, still_open, view_of
from bot.actions.unit import Unit
from bot.domain.answering import answer_by
from bot.domain.buttons import button
from bot.domain.local_time import moment_of
from bot.domain.outgoing import Reply, words
from bot.domain.refusals import Refusal
from storage import appointments, journal, times_asked
from storage.models import Appointment, Customer, TimeAsked

OFFER = "offer-time"
OFFERED = "time_offered"
APOLOGIES = 2
AGREED, MOVED = "appointment_made", "own_booking_moved"


@dataclass(frozen=True, slots=True)
class Offered:
    """Another time that the shop has offered: `entry` is what the customer's buttons carry, `asked` the wish."""

    entry: str
    asked: str
    name: str
    at: datetime
    wished: datetime
    service: str


def decide(unit: Unit, entry: str, *, yes: bool) -> Asked:
    """The shop's word. A yes books or moves. Raises Refusal: time-settled, time-taken, appointment-past."""
    unit.permit("decide about a time")
    asked = still_open(unit, entry)
    person = unit.session.get_one(Customer, asked.customer_id)
    unit.saw(person.id or 0, "card")
    seen = view_of(unit, asked, person)
    if yes:
        _book(unit, asked, person)
    asked.state, asked.decided_at = ("agreed" if yes else "declined"), unit.now
    unit.session.add(asked)
    return seen


def begin_offer(unit: Unit, entry: str) -> Asked:
    """The shop wants to offer another time: its next words are the time. Raises Refusal time-settled."""
    unit.permit("decide about a time")
    asked = still_open(unit, entry)
    person = unit.session.get_one(Customer, asked.customer_id)
    unit.saw(person.id or 0, "card")
    forms.begin(unit, OFFER, {"entry": entry})
    return view_of(unit, asked, person)


def offer(unit: Unit, when: datetime | date | None) -> Offered:
    """Another time than was asked for; nothing is booked before the customer says yes to it.

    Where only an hour was said, it is that of the day that was asked for. Raises Refusal: draft-gone, time-not-read,
    time-taken, time-settled, case-no-chat, appointment-past, appointment-too-far.
    """
    unit.permit("decide about a time")
    draft = forms.draft(unit, OFFER)
    if draft is None:
        raise Refusal("draft-gone")
    asked = still_open(unit, draft["entry"])
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
    seen = view_of(unit, asked, person)
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
        late = words(
            "time-late",
            name=person.name,
            at=asked.at,
            service=asked.service or None,
            whose=for_whom(asked.whose),
            times=times,
        )
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
        booking = appointments.add(
            unit.session,
            customer_id=person.id or 0,
            at=at,
            service=asked.service,
            now=unit.now,
            whose=asked.whose,
        )
    write_entry(
        unit,
        MOVED if before else AGREED,
        customer_id=person.id,
        subject_id=booking.id,
        before={"at": before.isoformat()} if before else None,
        after={"at": at.isoformat(), "new": False},
    )
