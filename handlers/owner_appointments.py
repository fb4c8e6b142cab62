"""Appointments across the counter."""

from bot.actions import appointments, booking_deeds, drafts
from bot.actions.appointments import Booked, Booking, Clash
from bot.actions.booking_deeds import BookingChanged, Known
from bot.actions.people import WhoIsMeant
from bot.actions.times_wished import for_whom
from bot.actions.unit import Replies, Unit
from bot.domain.buttons import button
from bot.domain.outgoing import Reply, Words, words
from bot.domain.reach import Reach
from bot.domain.said import Said
from bot.domain.shop import Part
from bot.understanding.asks.appointments import (
    Appointments,
    Brief,
    CancelAppointment,
    MakeAppointment,
    MoveAppointment,
    NoShow,
)
from bot.understanding.asks.orders import Late
from bot.understanding.asks.values import Period
from bot.understanding.lateness import slips
from handlers import errors, owner_order_deeds, owner_periods, paging
from handlers.owner_asking import ask_whom
from handlers.owner_rows import item_rows, reached

_CHANGED = {
    booking_deeds.MOVED: "appointment-moved",
    booking_deeds.CANCELLED: "appointment-cancelled",
    booking_deeds.MISSED: "appointment-missed",
}


def make(said: Said, unit: Unit, ask: MakeAppointment) -> Replies:
    """Keep a time for somebody."""
    return make_for(unit, ask)


def make_for(unit: Unit, ask: MakeAppointment, *, to: str = "", new: bool = False) -> Reply:
    """The same for the person who was chosen, or for somebody new. A clash is said, and one tap writes it anyway."""
    done = appointments.make(unit, ask, to=to, new=new)
    match done:
        case WhoIsMeant():
            return ask_whom(unit, ask, done)
        case Clash():
            anyway = button(words("button-anyway"), "anyway", drafts.keep(unit, ask), to, "new" if new else "")
            return Reply(clash(done), buttons=((anyway, button(words("button-cancel"), "leave")),))
        case Booked():
            return _read_back(unit, done)


def make_anyway(said: Said, unit: Unit, token: str = "", public_id: str = "", new: str = "") -> Replies:
    """In spite of somebody else at that time."""
    ask = drafts.take(unit, token)
    if not isinstance(ask, MakeAppointment):
        return errors.old_button(said, unit)
    done = appointments.make(unit, ask, to=public_id, new=new == "new", anyway=True)
    if isinstance(done, WhoIsMeant):
        return ask_whom(unit, ask, done)
    return Reply(clash(done)) if isinstance(done, Clash) else _read_back(unit, done)


def clash(found: Clash) -> Words:
    """Who is expected so close to that time."""
    rows = tuple(
        words("clash-row", at=one.at, name=one.name, last4=one.last4, service=one.service or None)
        for one in found.others
    )
    return words("appointment-clash", at=found.at, rows=rows)


def move(said: Said, unit: Unit, ask: MoveAppointment) -> Replies:
    """Another time for somebody; in a shop that keeps things, a new promise, which needs its reason."""
    if unit.shop.has(Part.APPOINTMENTS):
        return move_for(unit, ask)
    if unit.shop.has(Part.ORDERS):
        return owner_order_deeds.late(said, unit, Late(ask.name, ask.to, by=slips(said.text)))
    return errors.not_understood(said, unit)


def move_for(unit: Unit, ask: MoveAppointment, *, to: str = "") -> Reply:
    """The same for the person who was chosen."""
    done = booking_deeds.move(unit, ask, to=to)
    match done:
        case WhoIsMeant():
            return ask_whom(unit, ask, done)
        case Clash():
            return Reply(clash(done))
        case BookingChanged():
            return _changed(done)


def cancel(said: Said, unit: Unit, ask: CancelAppointment) -> Replies:
    """Nobody comes at that time."""
    return cancel_for(unit, ask)


def cancel_for(unit: Unit, ask: CancelAppointment, *, to: str = "") -> Reply:
    """The same for the person who was chosen."""
    done = booking_deeds.cancel(unit, ask, to=to)
    return ask_whom(unit, ask, done) if isinstance(done, WhoIsMeant) else _changed(done)


def no_show(said: Said, unit: Unit, ask: NoShow) -> Replies:
    """Somebody did not come."""
    return no_show_for(unit, ask)


def no_show_for(unit: Unit, ask: NoShow, *, to: str = "") -> Reply:
    """The same for the person who was chosen."""
    done = booking_deeds.no_show(unit, ask, to=to)
    return ask_whom(unit, ask, done) if isinstance(done, WhoIsMeant) else _changed(done)


def brief(said: Said, unit: Unit, ask: Brief) -> Replies:
    """Who comes at that time: at most five lines, each of them true."""
    found = booking_deeds.brief(unit, ask)
    if not found:
        return Reply(words("brief-none", at=ask.at) if ask.at else words("brief-none-next"))
    return [Reply(_brief(one)) for one in found]


def _brief(one: Known) -> Words:
    shortest, longest = one.usual_range or (None, None)
    last = words(
        "brief-last",
        count=one.visits,
        last=one.last_on,
        items=item_rows(one.last_items),
        away=one.days_away,
        usual=words("brief-usual", one=shortest == longest, **{"from": shortest, "to": longest})
        if one.usual_range
        else None,
    )
    return words(
        "brief",
        at=one.booking.at,
        name=one.booking.name,
        last4=one.booking.last4,
        service=one.booking.service or None,
        whose=for_whom(one.booking.whose),
        last_visit=last if one.last_on else words("card-no-visits"),
        preference=words("brief-preference", text=one.preferences) if one.preferences else None,
        note=words("card-note", note=one.note) if one.note else None,
        unpaid=words("card-unpaid", amount=one.unpaid) if one.unpaid else None,
    )


def _changed(done: BookingChanged) -> Reply:
    told = None
    if done.deed != booking_deeds.MISSED:
        told = words("appointment-change-told" if done.told else "appointment-change-not-told")
    text = words(
        _CHANGED[done.deed],
        name=done.booking.name,
        last4=done.booking.last4,
        at=done.booking.at,
        before=done.before,
        service=done.booking.service or None,
        told=told,
    )
    return Reply(text, buttons=((button(words("button-undo"), "undo", done.undo),),))


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
        whose=for_whom(booking.whose),
        reached=reached(booking.reach),
    )


def ask_for_a_line(said: Said, unit: Unit) -> Replies:
    """The big key: what such a line looks like."""
    return Reply(words("appointment-ask-line"))


def _read_back(unit: Unit, done: Booked) -> Reply:
    booking = done.booking
    text = words(
        "appointment-made",
        name=booking.name,
        last4=booking.last4,
        at=booking.at,
        service=booking.service or None,
        told=words("appointment-told" if booking.reach is Reach.TELEGRAM else "appointment-not-told"),
        closed=words("promised-closed") if unit.shop.opening.is_closed(unit.shop.day_of(booking.at)) else None,
        new=words("visit-new-customer", last4=booking.last4) if done.new else None,
    )
    return Reply(text, buttons=((button(words("button-undo"), "undo", done.undo),),))
