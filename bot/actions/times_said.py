"""What a customer says of a time: which booking is meant, and which day or hour."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeAlias

from bot.actions import own_bookings, times_wished
from bot.actions.own_bookings import Own
from bot.actions.times_wished import Asked, NotOpen, Taken, WhenIsMeant
from bot.actions.unit import Unit
from bot.understanding.answers import read_time, read_time_on, wants_move
from bot.understanding.asks.appointments import Book
from bot.understanding.booking_names import whose_booking
from bot.understanding.booking_times import minutes_off
from bot.understanding.impossible_times import impossible_time
from bot.understanding.vague_times import Vague, read_vague


@dataclass(frozen=True, slots=True)
class WhichBooking:
    """Several of the asker's own may be meant; `to` is the time that was said for the one to be moved."""

    found: tuple[Own, ...]
    to: datetime | date | None


Outcome: TypeAlias = WhichBooking | Vague | WhenIsMeant | NotOpen | Taken | Asked


def wish(unit: Unit, ask: Book, text: str) -> Outcome:
    """ "내일 3시 커트 예약하고 싶어요", "예약 토요일로 바꿔주세요", "push it back an hour".

    Raises what `times_wished.ask` does.
    """
    unit.permit("ask for a time")
    if ask.move:
        return _move(unit, ask, text)
    done = times_wished.ask(unit, ask.when, ask.service, move=False, whose=whose_booking(text))
    return done if ask.when is not None else _vague(unit, text, None) or done


def answer(unit: Unit, text: str) -> Outcome:
    """The day or the hour that was asked for. Who speaks of moving in the middle of it means what is booked already.

    Raises Refusal day-impossible and the like, and what `times_wished.go_on` does.
    """
    unit.permit("ask for a time")
    local = unit.now.astimezone(unit.shop.zone)
    if (refusal := impossible_time(text, local)) is not None:
        raise refusal
    heard = read_time(text, now=local)
    waits = times_wished.waits_for(unit)
    if heard is not None and not waits.move and wants_move(text) and own_bookings.mine(unit):
        return times_wished.ask(unit, heard, None, move=True)
    if waits.day is not None:
        heard = read_time_on(waits.day, text, now=local)
    vague = _vague(unit, text, waits.day) if heard is None else None
    return vague or times_wished.go_on(unit, heard, whose_booking(text))


def _move(unit: Unit, ask: Book, text: str) -> Outcome:
    """Where only a length is said it is the next booking, and later or earlier by so much."""
    found = own_bookings.meant(unit, ask.service, ask.on)
    minutes = minutes_off(text) if ask.when is None else None
    if minutes:
        found = found[:1]
    if len(found) > 1:
        return WhichBooking(found, ask.when)
    if not found:
        return times_wished.ask(unit, ask.when, ask.service, move=True)
    when = found[0].at.astimezone(unit.shop.zone) + timedelta(minutes=minutes) if minutes else ask.when
    return times_wished.ask(unit, when, ask.service, move=True, entry=found[0].entry)


def _vague(unit: Unit, text: str, day: date | None) -> Vague | WhenIsMeant | None:
    """What no day can be told from yet, or no hour of the `day` that is known. None where nothing of when was said."""
    vague = read_vague(text, unit.now.astimezone(unit.shop.zone))
    return WhenIsMeant(day, move=False) if vague and day and vague.days is None else vague
