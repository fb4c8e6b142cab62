"""Birthdays, solar or lunar: what was meant, whether it can be right, and when the next one is."""

import re
from dataclasses import dataclass
from datetime import date

from korean_lunar_calendar import KoreanLunarCalendar

from bot.domain.refusals import Refusal
from bot.domain.written_dates import DateOrder, WrittenDate, read_written_date
from bot.domain.written_text import plain_signs

OLDEST_AGE = 120
_LUNAR_MARK = re.compile(r"\(?\s*(?:음력|음|lunar|陰)\s*\)?[:.]?", re.IGNORECASE)
_SOLAR_MARK = re.compile(r"\(?\s*(?:양력|양|solar|陽)\s*\)?[:.]?", re.IGNORECASE)
_LEAP_MARK = re.compile(r"\(?\s*(?:윤달|윤(?=\s*\d)|leap(?:\s+month)?|閏)\s*\)?", re.IGNORECASE)
# "90년생", "5월 3일생": born then.
_BORN = re.compile(r"(?<=[년일\d])\s?생(?![가-힣])")
_PLAINLY_DAY_FIRST = re.compile(r"(?:1[3-9]|2\d|3[01])\s*[-./]\s*\d{1,2}\s*[-./]\s*\d{4}")
# The year said last: "4/10 1963", "4월 10일 63년생", "5/12, in 1963".
_YEAR_LAST = re.compile(
    r"(?P<month>\d{1,2})\s*(?:[-./]|월)\s*(?P<day>\d{1,2})\s*일?[\s,.]+(?:in\s+)?(?P<year>(?:19|20)\d\d|\d\d(?=\s*년))\s*년?\.?",
    re.IGNORECASE,
)
# What the lunar table reaches. Later birthdays are not told, rather than guessed.
_LAST_LUNAR_YEAR = 2049
# A leap year of both calendars' longest months, to check a day whose year is not known.
_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class Birthday:
    """A birthday as the person keeps it. `leap_month` is a lunar month that only some years have (윤달)."""

    month: int
    day: int
    year: int | None = None
    lunar: bool = False
    leap_month: bool = False

    def __str__(self) -> str:
        """The form that is stored and exported: 1985-11-24, --11-24, lunar 1962-05-05, lunar leap 1963-04-10."""
        marks = ("lunar " if self.lunar else "") + ("leap " if self.leap_month else "")
        year = "-" if self.year is None else f"{self.year:04}"
        return f"{marks}{year}-{self.month:02}-{self.day:02}"

    @property
    def month_day(self) -> str:
        """What the look-up of birthdays goes by: 11-24 is solar, L05-05 lunar. A leap month is kept as its month."""
        return f"{'L' if self.lunar else ''}{self.month:02}-{self.day:02}"


def make_birthday(
    month: int, day: int, year: int | None = None, *, lunar: bool = False, leap_month: bool = False, today: date
) -> Birthday:
    """A birthday that can be right.

    Raises Refusal: birthday-impossible (no calendar has the day), birthday-no-leap-month (that lunar year had no such
    leap month), birthday-in-future, birthday-too-old (more than 120 years ago).
    """
    birthday = Birthday(month, day, year, lunar or leap_month, leap_month)
    if not 1 <= month <= 12 or not 1 <= day <= (30 if birthday.lunar else _LONGEST_MONTHS[month - 1]):
        raise Refusal("birthday-impossible")
    if year is None:
        return birthday
    if year > today.year:
        raise Refusal("birthday-in-future")
    if year < today.year - OLDEST_AGE:
        raise Refusal("birthday-too-old")
    born_on = _solar_day(birthday, year) if birthday.lunar else _same_day(year, month, day)
    if born_on is None:
        raise Refusal("birthday-no-leap-month" if leap_month and day <= 29 else "birthday-impossible")
    if born_on > today:
        raise Refusal("birthday-in-future")
    return birthday


def is_younger(birthday: Birthday, years: int, today: date) -> bool:
    """Whether somebody with this birthday has not yet reached that age; without a year nobody knows, so no."""
    if birthday.year is None:
        return False
    born_on = (
        _solar_day(birthday, birthday.year)
        if birthday.lunar
        else _same_day(birthday.year, birthday.month, birthday.day)
    )
    return born_on is not None and (today.year - years, today.month, today.day) < (
        born_on.year,
        born_on.month,
        born_on.day,
    )


def parse_birthday(text: str, *, today: date, order: DateOrder | None = None) -> Birthday:
    """A birthday as written: 1985-11-24, 850115, 11월 24일, "(음) 62.5.5", "lunar 1962-05-05", "1963년 윤4월 10일".

    `order` is that of a whole file. Without one 03/04/1988 is 4 March, and 14/02/1988 cannot be but 14 February.

    Raises Refusal: birthday-unreadable, and those of `make_birthday`.
    """
    written = _BORN.sub(" ", plain_signs(text))
    unleaped = _LEAP_MARK.sub(" ", written)
    unmarked = _LUNAR_MARK.sub(" ", unleaped)
    bare = _SOLAR_MARK.sub(" ", unmarked).strip()
    if (late := _YEAR_LAST.fullmatch(bare)) is not None:
        first, then = ("day", "month") if int(late["month"]) > len(_LONGEST_MONTHS) else ("month", "day")
        bare = f"{late['year']}년 {late[first]}월 {late[then]}일"
    if order is None:
        order = DateOrder.DMY if _PLAINLY_DAY_FIRST.fullmatch(bare) else DateOrder.YMD
    # Our own stored form without a year, whose order is fixed whatever the file's is.
    told = _read(bare.removeprefix("--"), today.year, DateOrder.YMD if bare.startswith("--") else order)
    leap_month = unleaped != written
    lunar = unmarked != unleaped or leap_month
    return make_birthday(told.month, told.day, told.year, lunar=lunar, leap_month=leap_month, today=today)


def next_birthday(birthday: Birthday, today: date) -> date | None:
    """The first day from `today` on (today included) on which the birthday is kept.

    A 29 February is kept on 28 February in other years, which is still in the month and never a day late. The 30th of a
    lunar month is kept on its 29th in the years in which the month has only 29 days, and a leap month's birthday in the
    ordinary month of that number in the years without it: so do families. None when it lies beyond the lunar table
    (the end of 2049).
    """
    if not birthday.lunar:
        days = (_kept_on(year, birthday.month, birthday.day) for year in (today.year, today.year + 1))
        return next(day for day in days if day >= today)
    for lunar_year in range(today.year - 1, min(today.year + 1, _LAST_LUNAR_YEAR) + 1):
        day = _lunar_kept_on(birthday, lunar_year)
        if day is not None and day >= today:
            return day
    return None


def month_days_on(day: date) -> frozenset[str]:
    """The `month_day` of everybody who may keep a birthday on this day; `next_birthday` then says who really does."""
    found = {f"{day.month:02}-{day.day:02}"}
    if (day.month, day.day) == (2, 28):
        found.add("02-29")
    calendar = KoreanLunarCalendar()
    if calendar.setSolarDate(day.year, day.month, day.day):
        lunar_month, lunar_day = calendar.lunarMonth, calendar.lunarDay
        found |= {f"L{lunar_month:02}-{each:02}" for each in {lunar_day, 30 if lunar_day == 29 else lunar_day}}
    return frozenset(found)


def _read(text: str, newest_year: int, order: DateOrder) -> WrittenDate:
    try:
        return read_written_date(text, newest_year=newest_year, order=order)
    except Refusal:
        raise Refusal("birthday-unreadable") from None


def _same_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _kept_on(year: int, month: int, day: int) -> date:
    return _same_day(year, month, day) or date(year, month, day - 1)


def _lunar_kept_on(birthday: Birthday, lunar_year: int) -> date | None:
    in_leap_month = _in_month(birthday, lunar_year, leap_month=True) if birthday.leap_month else None
    return in_leap_month or _in_month(birthday, lunar_year, leap_month=False)


def _in_month(birthday: Birthday, lunar_year: int, *, leap_month: bool) -> date | None:
    days = (birthday.day, 29) if birthday.day == 30 else (birthday.day,)
    return next(
        (
            found
            for day in days
            if (found := _solar_day(Birthday(birthday.month, day, lunar=True, leap_month=leap_month), lunar_year))
        ),
        None,
    )


def _solar_day(birthday: Birthday, lunar_year: int) -> date | None:
    calendar = KoreanLunarCalendar()
    if not calendar.setLunarDate(lunar_year, birthday.month, birthday.day, birthday.leap_month):
        return None
    return date(calendar.solarYear, calendar.solarMonth, calendar.solarDay)
