"""Dates as people write them into lists and files: the parts they name, not yet checked against a calendar.

Sentences ("다음 주 화요일") are not read here. Only the order of day and month is open in some spellings, and it is an
argument: see `DateOrder` and `bot.domain.date_order`, which decides it for a whole file.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.domain.refusals import Refusal
from bot.domain.written_text import plain_signs


class DateOrder(StrEnum):
    """How 01/02/03 is meant. A year of four digits in front is always year, month, day."""

    YMD = "ymd"
    MDY = "mdy"
    DMY = "dmy"


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """What was written: the year may be missing, the day may not exist, the clock and its offset are often not told."""

    year: int | None
    month: int
    day: int
    clock: time | None = None
    offset: timedelta | None = None

    def as_date(self) -> date:
        """The day of the solar calendar. Raises Refusal: date-without-year, date-impossible (30 February)."""
        if self.year is None:
            raise Refusal("date-without-year")
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            raise Refusal("date-impossible") from None


_LONGEST = 60
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?)?")
_WEEKDAY = re.compile(
    r"\(\s*[월화수목금토일]\s*\)|[월화수목금토일]요일|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[,.]?"
)
_CLOCK = re.compile(
    r"(?P<before>오전|오후|[ap]\.?m\.?(?![a-z]))?\s*"
    r"(?:(?<!\d)(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d{1,9})?)?"
    r"|(?<!\d)(?P<hour_ko>\d{1,2})\s*시(?:\s*(?P<minute_ko>\d{1,2})\s*분|\s*(?P<half>반))?(?:\s*\d{1,2}\s*초)?"
    r"|(?<!\d)(?P<hour_en>\d{1,2})(?=\s*[ap]\.?m))"
    r"\s*(?P<after>오전|오후|[ap]\.?m\.?(?![a-z]))?\s*(?P<offset>z|[+-]\d\d:?\d\d)?$"
)
_NUMBERS = re.compile(r"(\d{1,4})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{1,4})\.?")
_TWO_NUMBERS = re.compile(r"(\d{1,2})\s*[-./]\s*(\d{1,2})\.?")
_KOREAN = re.compile(r"(?:(\d{4}|\d{2})\s*년\s*)?(\d{1,2})\s*월\s*(\d{1,2})\s*일?")
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_DAY_FIRST = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s.-]*(?P<month>{_MONTHS})[a-z]*[\s,.-]*(?P<year>\d{{4}}|\d{{2}})?"
)
_MONTH_FIRST = re.compile(
    rf"(?P<month>{_MONTHS})[a-z]*[\s.-]*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)[\s,.-]*(?P<year>\d{{4}}|\d{{2}})?"
)
_YEAR_FIRST = re.compile(
    rf"(?P<year>\d{{4}})[\s,.-]*(?P<month>{_MONTHS})[a-z]*[\s.-]*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
)
_WITH_A_MONTHS_NAME = (_DAY_FIRST, _MONTH_FIRST, _YEAR_FIRST)
_COMPACT = re.compile(r"(\d{4}|\d{2})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?")
_SERIAL = re.compile(r"(\d{5})(?:\.(\d+))?")
_SERIAL_DAY_ZERO = date(1899, 12, 30)


def read_written_date(text: str, *, newest_year: int, order: DateOrder = DateOrder.YMD) -> WrittenDate:
    """The parts of one written date, with a time of day if there is one.

    Understood: 2026-11-20, 2026.11.20, 26/11/20, 20261120, 11/20/2026 and 20.11.2026 (by `order`), 2026년 11월 20일
    오후 3:05, 20 Nov 2026, 2026 Nov 20, 11월 20일 (no year), a spreadsheet's serial 46346.63, all with a
    weekday or without.
    A year of two digits is the latest one that is not after `newest_year`.

    Raises Refusal date-unreadable.
    """
    if _ISO.fullmatch(text):
        return _from_iso(text)
    written = plain_signs(text[: 2 * _LONGEST]).casefold()
    if not written or len(written) > _LONGEST:
        raise Refusal("date-unreadable")
    if serial := _SERIAL.fullmatch(written):
        return _from_serial(int(serial[1]), float(f"0.{serial[2] or 0}"))
    if compact := _COMPACT.fullmatch(written.removesuffix(".0")):
        clock = _clock(int(compact[4]), int(compact[5]), int(compact[6] or 0)) if compact[4] else None
        return WrittenDate(_year(compact[1], newest_year), int(compact[2]), int(compact[3]), clock)
    written = _WEEKDAY.sub(" ", written).strip()
    clock, offset = None, None
    if (told := _CLOCK.search(written)) and told.start() > 0:
        clock, offset = _told_clock(told), _told_offset(told["offset"])
        written = written[: told.start()].rstrip(" t,")
    return _day(written, newest_year, order, clock, offset)


def _day(written: str, newest_year: int, order: DateOrder, clock: time | None, offset: timedelta | None) -> WrittenDate:
    year: str | None = None
    if found := _NUMBERS.fullmatch(written):
        year, month, day = _in_order(found[1], found[2], found[3], order)
    elif found := _KOREAN.fullmatch(written):
        year, month, day = found[1], found[2], found[3]
    elif found := next(filter(None, (form.fullmatch(written) for form in _WITH_A_MONTHS_NAME)), None):
        year, month, day = found["year"], str(_MONTHS.split("|").index(found["month"]) + 1), found["day"]
    elif found := _TWO_NUMBERS.fullmatch(written):
        month, day = (found[2], found[1]) if order is DateOrder.DMY else (found[1], found[2])
    else:
        raise Refusal("date-unreadable")
    return WrittenDate(_year(year, newest_year), int(month), int(day), clock, offset)


def _in_order(first: str, second: str, third: str, order: DateOrder) -> tuple[str, str, str]:
    """Year, month, day. A number of three or four digits is the year wherever it stands."""
    if len(first) > 2:
        return first, second, third
    if len(third) > 2 and order is DateOrder.YMD:
        order = DateOrder.MDY
    if order is DateOrder.YMD:
        return first, second, third
    return (third, first, second) if order is DateOrder.MDY else (third, second, first)


def _year(digits: str | None, newest_year: int) -> int | None:
    if digits is None or len(digits) > 2:
        return None if digits is None else int(digits)
    century = newest_year - newest_year % 100
    year = century + int(digits)
    return year if year <= newest_year else year - 100


def _from_iso(text: str) -> WrittenDate:
    clock = _clock(int(text[11:13]), int(text[14:16]), int(text[17:19] or 0)) if len(text) > 10 else None
    return WrittenDate(int(text[:4]), int(text[5:7]), int(text[8:10]), clock)


def _from_serial(days: int, fraction: float) -> WrittenDate:
    day = _SERIAL_DAY_ZERO + timedelta(days=days)
    if not fraction:
        return WrittenDate(day.year, day.month, day.day)
    # A serial carries fifteen digits, which is short of a microsecond: to the second it is exact.
    moment = datetime.combine(day, time(0)) + timedelta(seconds=round(fraction * 86_400))
    return WrittenDate(moment.year, moment.month, moment.day, moment.time())


def _told_clock(told: re.Match[str]) -> time:
    hour = int(told["hour"] or told["hour_ko"] or told["hour_en"])
    minute = 30 if told["half"] else int(told["minute"] or told["minute_ko"] or 0)
    half_day = (told["before"] or told["after"] or "").replace(".", "")
    if half_day and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half_day in ("오후", "pm") else 0)
    return _clock(hour, minute, int(told["second"] or 0))


def _told_offset(offset: str | None) -> timedelta | None:
    if offset is None:
        return None
    if offset == "z":
        return timedelta(0)
    size = timedelta(hours=int(offset[1:3]), minutes=int(offset[-2:]))
    if size >= timedelta(days=1):
        raise Refusal("date-unreadable")
    return -size if offset[0] == "-" else size


def _clock(hour: int, minute: int, second: int) -> time:
    try:
        return time(hour, minute, second)
    except ValueError:
        raise Refusal("date-unreadable") from None
