"""Stretches of time: what a day, a week or "the last 30 days" is, and the name that people have for it.

A month counts as 30 days when somebody has been away for it, and as 365.25 / 12 days when something is summed up over
it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.understanding.asks.values import Period

DAY = timedelta(days=1)
HALF_A_YEAR = 183 * DAY
# Nobody means a longer stretch than this; what looks like one is a year or a price.
LONGEST = {"day": 3660, "week": 520, "month": 120, "year": 10}


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """An expression of time at [start, end) of the text, in each reading that it allows.

    `days` is the length of a duration. `past` and `coming` are the days meant when the sentence looks back or ahead.
    `moment` is what to remind of or to book: a date, or an aware moment where an hour was said.
    """

    start: int
    end: int
    days: int | None = None
    past: Period | None = None
    coming: Period | None = None
    moment: datetime | date | None = None


def last_days(count: int, today: date) -> Period:
    """The last `count` days: that many whole days and today so far."""
    return Period(today - count * DAY, today + DAY, "days", count)


def last_months(count: int, today: date) -> Period:
    return Period(today - round(count * 365.25 / 12) * DAY, today + DAY, "months", count)


def next_days(count: int, today: date) -> Period:
    return Period(today, today + (count + 1) * DAY, "span")


def named(start: date, end: date, today: date) -> Period:
    """The period from `start` up to, not including, `end`, with the name that people have for it."""
    for name, (known_start, known_end) in _calendar(today).items():
        if (start, end) == (known_start, known_end):
            return Period(start, end, name)
    if end - start == DAY:
        return Period(start, end, "day")
    if start.day == 1 and end == month_after(start):
        return Period(start, end, "month")
    return Period(start, end, "span")


def calendar(name: str, today: date) -> Period:
    """One of the named periods, as of `today`."""
    start, end = _calendar(today)[name]
    return Period(start, end, name)


def around(day: date, unit: str, today: date) -> Period:
    """The week (from Monday), month or year that a day is in."""
    if unit == "week":
        monday = day - day.weekday() * DAY
        return named(monday, monday + 7 * DAY, today)
    start = day.replace(day=1) if unit == "month" else date(day.year, 1, 1)
    return named(start, month_after(start, 1 if unit == "month" else 12), today)


def month_after(first: date, months: int = 1) -> date:
    """The first day of the month `months` later (or earlier)."""
    index = first.year * 12 + first.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def _calendar(today: date) -> dict[str, tuple[date, date]]:
    monday = today - today.weekday() * DAY
    first = today.replace(day=1)
    year = date(today.year, 1, 1)
    week = 7 * DAY
    return {
        "today": (today, today + DAY),
        "yesterday": (today - DAY, today),
        "tomorrow": (today + DAY, today + 2 * DAY),
        "this_week": (monday, monday + week),
        "last_week": (monday - week, monday),
        "next_week": (monday + week, monday + 2 * week),
        "this_month": (first, month_after(first)),
        "last_month": (month_after(first, -1), first),
        "next_month": (month_after(first), month_after(first, 2)),
        "this_year": (year, date(today.year + 1, 1, 1)),
        "last_year": (date(today.year - 1, 1, 1), year),
    }


def duration(start: int, end: int, count: int, unit: str, now: datetime, *, ahead: bool = False) -> TimeSpan:
    """A length of time: `unit` is day, week, month or year."""
    today = now.date()
    days = count * {"day": 1, "week": 7, "month": 30, "year": 365}[unit]
    past = last_months(count, today) if unit == "month" else last_days(days, today)
    coming = next_days(days, today)
    return TimeSpan(start, end, days, coming if ahead else past, coming)


def day_span(start: int, end: int, day: date, today: date) -> TimeSpan:
    period = named(day, day + DAY, today)
    return TimeSpan(start, end, None, period, period, day)


def period_span(start: int, end: int, name: str, today: date) -> TimeSpan:
    period = calendar(name, today)
    moment = period.start if name in ("today", "tomorrow", "yesterday") else None
    return TimeSpan(start, end, None, period, period, moment)


def just_gone(span: TimeSpan, today: date) -> date | None:
    """Of a day without a year the one that was, where that is nearer: "11월 3일" is no day in a year from now."""
    if span.moment is None or span.past is None:
        return None
    coming = span.moment.date() if isinstance(span.moment, datetime) else span.moment
    gone = span.past.start
    return gone if gone < today and coming - today > HALF_A_YEAR > today - gone else None


def ahead(span: TimeSpan, now: datetime) -> datetime | date | None:
    """The moment or day that is meant, where it is still to come; of next week and the like its first day."""
    moment = span.moment
    if moment is None and span.coming is not None and span.coming.name in ("next_week", "next_month", "this_week"):
        return span.coming.start if span.coming.start > now.date() else None
    if isinstance(moment, datetime):
        return moment if moment > now else None
    return moment if moment is not None and moment >= now.date() else None


def joined(spans: Sequence[TimeSpan], now: datetime) -> datetime | date | None:
    """The one that is still to come: a day and a time of day said apart ("내일 회식 7시") are one moment."""
    moments = [moment for span in spans if (moment := ahead(span, now)) is not None]
    days = [moment for moment in moments if not isinstance(moment, datetime)]
    times = [moment for moment in moments if isinstance(moment, datetime)]
    if days and times and times[0].date() in (now.date(), now.date() + DAY):
        return datetime.combine(days[0], times[0].timetz())
    return times[0] if times else days[0] if days else None
