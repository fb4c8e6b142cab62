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
    NoShows,
)
from bot.understanding.asks.closed_list import OwnerAsk
from bot.understanding.asks.values import NOBODY
from bot.understanding.booking_times import minutes_off, minutes_said
from bot.understanding.lines.line import Line
from bot.understanding.pieces import Sort
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


_LATE_BY = re.compile(r"(?P<count>\d{1,3}|한|두|세|반|an?|one|two)\s?(?P<unit>분|시간|min|hour)")


def _says_a_day(said: Line) -> bool:
    """Whether a day was said of the new time; what was said of the old one is none of it."""
    times = [chunk.text for chunk in said.match.of(Sort.SPAN)]
    moments = len(said.moments)
    of_new = " ".join(times[moments - 1 :]) if moments > 1 else said.low
    return _SAYS_A_DAY.search(of_new) is not None


def _move(said: Line) -> OwnerAsk | None:
    by = minutes_off(said.low)
    if by:
        return MoveAppointment(said.name, said.moments[-1] if said.moments else said.now, by_minutes=by)
    moments = said.moments
    if not moments:
        return None
    if re.search(r"\binstead of\b|\brather than\b", said.low):
        moments = moments[::-1]
    hour_only = isinstance(moments[-1], datetime) and not _says_a_day(said)
    return MoveAppointment(said.name, moments[-1], moments[0] if len(moments) > 1 else None, hour_only)


_NOT_WANTED = re.compile(
    r"취소|(?<![가-힣])(?:안|못)\s?(?:돼|된|되|오|와|온|올)|\b(?:cancel\w*|can'?t|cannot|won'?t)\b"
)


def not_wanted(low: str) -> bool:
    """Whether a time in small letters is one that somebody gives up or cannot keep."""
    return _NOT_WANTED.search(low) is not None


_NONE_NEEDED = re.compile(r"\bno (?:appointment|booking|need)|예약\s?(?:없이|필요\s?없|안\s?(?:해도|하고))")


def _cancel(said: Line) -> OwnerAsk | None:
    if _NONE_NEEDED.search(said.low):
        return None  # who needs no appointment has none cancelled
    moments = said.moments
    return CancelAppointment(said.name, moments[0] if moments else None)


def _cancel_time(said: Line) -> OwnerAsk | None:
    """Of whoever has that time, where nobody is named."""
    at = said.moments[0] if said.moments else None
    return CancelAppointment(said.name if said.names else NOBODY, at) if at is not None else None


def _no_show_time(said: Line) -> OwnerAsk | None:
    """Whoever was expected at that time, which is over: "11시 손님 노쇼" is of this morning."""
    at = said.moments[0] if said.moments else None
    if at is None:
        return None
    return NoShow(NOBODY, _todays(at, said) if isinstance(at, datetime) else at)


def _running_late(said: Line) -> OwnerAsk | None:
    """ "김수연 10분 늦는대": the booking is that much later. Where nothing is booked somebody is late with an order."""
    found = _LATE_BY.search(said.low)
    if found is None or "cancel_appointment" in said.lexicon.without:
        return None
    minutes = minutes_said(found["count"], found["unit"])
    return MoveAppointment(said.name if said.names else NOBODY, said.now, said.now.date(), by_minutes=minutes)


def _appointments(said: Line) -> OwnerAsk | None:
    """Who comes: of days that are over nobody does. "내일 손님" is of tomorrow, "오늘 손님" may have been here."""
    over = said.coming or calendar("today", said.now.date())
    only_who = re.search(r"예약|\b(?:appointment|booking|booked|coming|due|expected)", said.low) is None
    hour = any(isinstance(moment, datetime) for moment in said.moments)
    return None if hour or (only_who and over.start <= said.now.date()) else Appointments(over)


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
    if not_wanted(said.low):
        return None
    service = said.things[0] if said.things else said.match.words or None
    return MakeAppointment(said.name, moments[-1], service) if moments and said.sum is None else None


APPOINTMENTS: dict[str, Callable[[Line], OwnerAsk | None]] = {
    "move_appointment": _move,
    "cancel_appointment": _cancel,
    "cancel_time": _cancel_time,
    "running_late": _running_late,
    "no_show_time": _no_show_time,
    "no_show": lambda said: None if _NOT_SO.search(said.low) else NoShow(said.name),
    "no_shows": lambda said: NoShows(said.past),
    "brief": _brief,
    "make_appointment": _book,
    "appointments": _appointments,
}
