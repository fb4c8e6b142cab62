"""A customer asks for a time, moves or cancels their own; the shop is asked with one tap."""

from collections.abc import Sequence

from bot.actions import events, own_bookings, sending, times_decided, times_said, times_wished
from bot.actions.own_bookings import Own
from bot.actions.times_said import Outcome, WhichBooking
from bot.actions.times_wished import Asked, NotOpen, Taken, WhenIsMeant
from bot.actions.unit import Replies, Unit
from bot.domain import buttons
from bot.domain.outgoing import Button, Reply, Words, words
from bot.domain.refusals import Refusal
from bot.domain.said import Said
from bot.domain.shop import Part
from bot.understanding.asks.appointments import Book, Cancel
from bot.understanding.asks.orders import ThingsDay
from bot.understanding.vague_times import Vague
from handlers import customer_cases, errors, moments, owner_periods

_STOP = buttons.button(words("button-cancel"), "stop")


def book(said: Said, unit: Unit, ask: Book) -> Replies:
    """ "내일 3시 커트 예약하고 싶어요", "예약 토요일로 바꿔주세요": of several bookings, which one?"""
    return _answer(unit, times_said.wish(unit, ask, said.text))


def move_said(said: Said, unit: Unit, ask: ThingsDay) -> Replies:
    """ "커트 목요일로 미뤄 주세요" where nothing is left: what can be moved there is a booking."""
    if not unit.shop.has(Part.APPOINTMENTS):
        return customer_cases.not_yet(said, unit)
    return book(said, unit, Book(ask.when, ask.item, move=not ask.at_latest))


def when(said: Said, unit: Unit) -> Replies:
    """The day or the hour that was asked for; what is none may be for the owner."""
    try:
        return _answer(unit, times_said.answer(unit, said.text))
    except Refusal as refusal:
        if refusal.name != "time-not-read":
            raise
        return customer_cases.to_pass_on(said, unit, words("refused-time-not-read"))


def which_day(vague: Vague) -> Reply:
    """ "봄에", "sometime next week": on which day of it?"""
    days = owner_periods.said(vague.days) if vague.days else None
    return Reply(words("time-which-day", period=days), buttons=((_STOP,),))


def prompt(unit: Unit) -> Words:
    """What is asked for just now."""
    waits = times_wished.waits_for(unit)
    return words("time-ask", day=waits.day, move=waits.move)


def pick(said: Said, unit: Unit, moment: str) -> Replies:
    """One of the free times that were offered."""
    try:
        at = moments.unpack(moment)
    except ValueError:
        return errors.old_button(said, unit)
    return _answer(unit, times_wished.go_on(unit, at))


def move(said: Said, unit: Unit, entry: str = "", to: str = "") -> Replies:
    """The button: another time for what is booked; `to` is the one that was wished for already."""
    try:
        wished = moments.unpack(to)
    except ValueError:
        return errors.old_button(said, unit)
    return _answer(unit, times_wished.ask(unit, wished, None, move=True, entry=entry))


def withdraw(said: Said, unit: Unit, entry: str) -> Replies:
    """Not any more."""
    done = times_wished.withdraw(unit, entry)
    text = words("time-withdrawn-owner", name=done.name, at=done.at)
    sending.tell_owners(unit, f"time-withdrawn:{entry}", Reply(text))
    return Reply(words("time-withdrawn", at=done.at), edits=said.message_id)


def take(said: Said, unit: Unit, entry: str) -> Replies:
    """The time that the shop offered: booked."""
    done = times_decided.take_offer(unit, entry, yes=True)
    text = words("time-taken-owner", name=done.name, at=done.at, service=done.service or None)
    sending.tell_owners(unit, f"time-took:{entry}", Reply(text))
    return Reply(words("time-agreed", at=done.at, service=done.service or None), edits=said.message_id)


def leave(said: Said, unit: Unit, entry: str) -> Replies:
    """Not that one either."""
    done = times_decided.take_offer(unit, entry, yes=False)
    sending.tell_owners(unit, f"time-left:{entry}", Reply(words("time-left-owner", name=done.name)))
    return Reply(words("time-left"), edits=said.message_id)


def coming(said: Said, unit: Unit, entry: str = "") -> Replies:
    """The button of the reminder: they come."""
    done = events.confirm_booking(unit, entry)
    return Reply(words("booking-confirmed", at=done.at, service=done.service or None))


def cancel(said: Said, unit: Unit, ask: Cancel | None = None) -> Replies:
    """ "화요일 예약 취소할게요": which one, and one tap more."""
    found = own_bookings.to_cancel(unit, ask)
    if isinstance(found, Own):
        return Reply(*_whether(found))
    return _which("booking-cancel-which", "booking-off", found) if found else Reply(words("appointments-none"))


def cancel_this(said: Said, unit: Unit, entry: str = "") -> Replies:
    """The button of one of them, or of its reminder."""
    return Reply(*_whether(own_bookings.one(unit, entry))) if entry else cancel(said, unit)


def _whether(booking: Own) -> tuple[Words, tuple[tuple[Button, ...], ...]]:
    yes = buttons.button(words("button-cancel-booking"), "booking-cancel", booking.entry)
    other = buttons.button(words("button-move-booking"), "booking-move", booking.entry)
    text = words("booking-cancel-whether", at=booking.at, service=booking.service or None, until=booking.until)
    return text, ((yes, other, _STOP),)


def cancelled(said: Said, unit: Unit, entry: str) -> Replies:
    """Cancelled, and the shop knows."""
    done = own_bookings.cancel(unit, entry)
    _tell_owners(unit, "booking-cancelled-owner", done, f"booking-cancelled:{done.undo}")
    back = buttons.button(words("button-undo"), "booking-keep", done.undo or "")
    text = words("booking-cancelled", at=done.at, service=done.service or None)
    return Reply(text, buttons=((back,),), edits=said.message_id)


def keep(said: Said, unit: Unit, entry: str) -> Replies:
    """Kept after all, if the time is still free."""
    done = own_bookings.undo_cancel(unit, entry)
    _tell_owners(unit, "booking-kept-owner", done, f"booking-kept:{entry}")
    return Reply(words("booking-kept", at=done.at, service=done.service or None), edits=said.message_id)


def _which(key: str, verb: str, found: Sequence[Own], *more: str) -> Reply:
    rows = tuple(
        (buttons.button(words("button-booking", at=one.at, service=one.service or None), verb, one.entry, *more),)
        for one in found
    )
    return Reply(words(key, count=len(found)), buttons=(*rows, (_STOP,)))


def _answer(unit: Unit, done: Outcome) -> Reply:
    match done:
        case WhichBooking(found, to):
            return _which("booking-move-which", "booking-move", found, moments.pack(to))
        case Vague():
            return which_day(done)
        case WhenIsMeant(day, to_be_moved):
            return Reply(words("time-ask", day=day, move=to_be_moved), buttons=((_STOP,),))
        case NotOpen(at, hours):
            text = words("time-not-open", at=at, hours=str(hours) if hours else None)
            return Reply(text, buttons=((_STOP,),))
        case Taken(at, free):
            row = tuple(buttons.button(words("button-time", at=one), "time-pick", moments.pack(one)) for one in free)
            return Reply(words("time-taken-offer", at=at), buttons=tuple((one,) for one in row))
        case Asked():
            sending.tell_owners(unit, f"time-asked:{done.entry}", _question(done))
            text = words(
                "time-asked",
                at=done.at,
                service=done.service or None,
                whose=times_wished.for_whom(done.whose),
                before=done.before,
                due=done.due_at,
            )
            back = buttons.button(words("button-time-withdraw"), "time-withdraw", done.entry)
            return Reply(text, buttons=((back,),))


def _question(asked: Asked) -> Reply:
    text = words(
        "time-question",
        name=asked.name,
        last4=asked.last4,
        at=asked.at,
        service=asked.service or None,
        whose=times_wished.for_whom(asked.whose),
        before=asked.before,
    )
    yes = buttons.button(words("button-time-yes"), "time-yes", asked.entry)
    no = buttons.button(words("button-time-no"), "time-no", asked.entry)
    other = buttons.button(words("button-time-other"), "time-other", asked.entry)
    return Reply(text, buttons=((yes, no, other),))


def _tell_owners(unit: Unit, key: str, done: Own, dedupe: str) -> None:
    text = words(key, name=done.name, at=done.at, service=done.service or None)
    sending.tell_owners(unit, dedupe, Reply(text))
