"""Appointments across the counter."""

from bot.actions import appointments
from bot.actions.appointments import Booked, Booking
from bot.actions.people import WhoIsMeant
from bot.actions.unit import Replies, Unit
from bot.domain.outgoing import Reply, Words, words
from bot.domain.reach import Reach
from bot.domain.said import Said
from bot.domain.shop import Part
from bot.understanding.asks import Appointments, MakeAppointment, Period
from handlers import errors, owner_periods, paging
from handlers.buttons import button
from handlers.owner_asking import ask_whom
from handlers.owner_rows import reached


def make(said: Said, unit: Unit, ask: MakeAppointment) -> Replies:
    """Keep a time for somebody."""
    if not unit.shop.has(Part.APPOINTMENTS):
        return errors.not_understood(said, unit)
    return make_for(unit, ask)


def make_for(unit: Unit, ask: MakeAppointment, *, to: str = "", new: bool = False) -> Reply:
    """The same for the person who was chosen, or for somebody new."""
    done = appointments.make(unit, ask, to=to, new=new)
    return ask_whom(unit, ask, done) if isinstance(done, WhoIsMeant) else _read_back(done)


def of_period(said: Said, unit: Unit, ask: Appointments) -> Replies:
    """Who is expected on these days."""
    return _of_period(said, unit, ask.period)


def turn(said: Said, unit: Unit, period: str = "", offset: str = "") -> Replies:
    """Another page of that list."""
    days = owner_periods.unpack(period)
    if days is None:
        return errors.old_button(said, unit)
    return _of_period(said, unit, days, paging.offset_of(offset), said.message_id)


def _of_period(said: Said, unit: Unit, period: Period, offset: int = 0, edits: int | None = None) -> Replies:
    if not unit.shop.has(Part.APPOINTMENTS):
        return errors.not_understood(said, unit)
    found = appointments.of_period(unit, period, offset)
    text = words(
        "roll",
        heading=words("appointments-of", period=owner_periods.said(period), total=found.total),
        rows=tuple(_row(offset + at, booking) for at, booking in enumerate(found.bookings, start=1)),
        page=paging.place(offset, len(found.bookings), found.total),
        reach=words("reach-of", total=found.total, reachable=found.reachable) if found.total else None,
        rule=None,
    )
    return Reply(text, buttons=paging.turn(offset, found.total, "bookings", owner_periods.pack(period)), edits=edits)


def _row(number: int, booking: Booking) -> Words:
    return words(
        "appointment-row",
        number=number,
        at=booking.at,
        name=booking.name,
        last4=booking.last4,
        service=booking.service or None,
        reached=reached(booking.reach),
    )


def ask_for_a_line(said: Said, unit: Unit) -> Replies:
    """The big key: what such a line looks like."""
    return Reply(words("appointment-ask-line"))


def _read_back(done: Booked) -> Reply:
    booking = done.booking
    text = words(
        "appointment-made",
        name=booking.name,
        last4=booking.last4,
        at=booking.at,
        service=booking.service or None,
        same_time=words("appointment-same-time", names=done.same_time) if done.same_time else None,
        told=words("appointment-told" if booking.reach is Reach.TELEGRAM else "appointment-not-told"),
        new=words("visit-new-customer") if done.new else None,
    )
    return Reply(text, buttons=((button(words("button-undo"), "undo", done.undo),),))
