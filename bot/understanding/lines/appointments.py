"""Appointments: what the lines of the phrase files come to."""

import re
from collections.abc import Callable
from datetime import datetime, time

from bot.understanding.asks.appointments import (
    Appointments,
    Brief,
    CancelAppointment,
    MakeAppointment,
    MoveAppointment,
    NoShow,
)
from bot.understanding.asks.closed_list import OwnerAsk
from bot.understanding.lines.line import Line
from bot.understanding.spans import calendar

# A shop opens at eight: "2시" without an hour of its own half of the day is two in the afternoon.
_SHOP_OPENS = time(8)
_NOT_SO = re.compile(r"아니[야에었고라다]|아님|\b(?:not|wasn'?t|isn'?t) a no")

# What tells a day, or counts from now; an hour alone is one of the day that the booking has.
_SAYS_A_DAY = re.compile(
    r"오늘|금일|내일|낼|모레|모래|글피|어제|[월화수목금토일]요일|(?<![가-힣])[월화수목금토일]욜|\d\s?일|주말|다음|담주|담달|이번|뒤|후에?|있다"
    r"|\b(?:to?day|tonight|yesterday|tomorrow|tmr|tmrw|next|this|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)(?:\w*day)?\b"
    r"|\d(?:st|nd|rd|th)\b|\d[/.]\d|\bin (?:an?|\d+)\b|\blater\b"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\b"
)


def _move(said: Line) -> OwnerAsk | None:
    moments = said.moments
    if not moments:
        return None
    if re.search(r"\binstead of\b|\brather than\b", said.low):
        moments = moments[::-1]
    hour_only = isinstance(moments[-1], datetime) and _SAYS_A_DAY.search(said.low) is None
    return MoveAppointment(said.name, moments[-1], moments[0] if len(moments) > 1 else None, hour_only)


_NONE_NEEDED = re.compile(r"\bno (?:appointment|booking|need)|예약\s?(?:없이|필요\s?없|안\s?(?:해도|하고))")


def _cancel(said: Line) -> OwnerAsk | None:
    if _NONE_NEEDED.search(said.low):
        return None  # who needs no appointment has none cancelled
    moments = said.moments
    return CancelAppointment(said.name, moments[0] if moments else None)


def _brief(said: Line) -> OwnerAsk | None:
    if not said.spans:
        return Brief()
    at = said.moments[0] if said.moments else None
    return Brief(_todays(at, said)) if isinstance(at, datetime) else None


def _todays(at: datetime, said: Line) -> datetime:
    """ "2시 손님?" asked at three is about two this afternoon, not about tomorrow; another day must be said."""
    other_day = re.search(r"내일|모레|월요|화요|수요|목요|금요|토요|일요|다음|tomorrow|day\b|next", said.low)
    if other_day:
        return at
    today = datetime.combine(said.now.date(), at.timetz())
    if today.time() < _SHOP_OPENS and not re.search(r"오전|아침|새벽|\bam\b", said.low):
        today = today.replace(hour=today.hour + 12)
    return today


def _book(said: Line) -> OwnerAsk | None:
    moments = said.moments
    service = said.things[0] if said.things else said.match.words or None
    return MakeAppointment(said.name, moments[-1], service) if moments and said.sum is None else None


APPOINTMENTS: dict[str, Callable[[Line], OwnerAsk | None]] = {
    "move_appointment": _move,
    "cancel_appointment": _cancel,
    "no_show": lambda said: None if _NOT_SO.search(said.low) else NoShow(said.name),
    "brief": _brief,
    "make_appointment": _book,
    "appointments": lambda said: Appointments(said.coming or calendar("today", said.now.date())),
}
