"""Appointments across the counter."""

from bot.actions import appointments
from bot.actions.appointments import Booked
from bot.actions.people import WhoIsMeant
from bot.actions.unit import Replies, Unit
from bot.domain.outgoing import Reply, words
from bot.domain.reach import Reach
from bot.domain.said import Said
from bot.domain.shop import Part
from bot.understanding.asks import MakeAppointment
from handlers import errors
from handlers.buttons import button
from handlers.owner_asking import ask_whom


def make(said: Said, unit: Unit, ask: MakeAppointment) -> Replies:
    """Keep a time for somebody."""
    if not unit.shop.has(Part.APPOINTMENTS):
        return errors.not_understood(said, unit)
    return make_for(unit, ask)


def make_for(unit: Unit, ask: MakeAppointment, *, to: str = "", new: bool = False) -> Reply:
    """The same for the person who was chosen, or for somebody new."""
    done = appointments.make(unit, ask, to=to, new=new)
    return ask_whom(unit, ask, done) if isinstance(done, WhoIsMeant) else _read_back(done)


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
