"""Stretches of days: said as people name them, and carried in a button."""

from datetime import date, timedelta

from bot.domain.outgoing import Words, words
from bot.understanding.asks.values import Period

_DAYS = ("today", "yesterday", "tomorrow")
_LONGER = ("this_week", "last_week", "next_week", "this_month", "last_month", "next_month", "this_year", "last_year")
_CALLED = frozenset((*_DAYS, *_LONGER))
_COUNTED = frozenset(["days", "months"])

NO_PERIOD = "-"


def said(period: Period) -> Words:
    """The name of the period with its days: "이번 달(11/1(일)~11/30(월))"."""
    last = period.end - timedelta(days=1)
    if period.name == "from":
        return words("period", called=None, days=words("period-from", start=period.start))
    if last <= period.start:
        days = words("period-day", start=period.start)
    else:
        days = words("period-span", start=period.start, last=last)
    called = None
    if period.name in _CALLED or (period.name in _COUNTED and period.count):
        called = words("period-called", name=period.name, count=period.count or 0)
    return words("period", called=called, days=days)


def pack(period: Period | None) -> str:
    """One part of a button's data."""
    if period is None:
        return NO_PERIOD
    count = "" if period.count is None else str(period.count)
    return f"{period.start:%Y%m%d}.{period.end:%Y%m%d}.{period.name}{count}"


def unpack(part: str) -> Period | None:
    """What `pack` wrote; anything else is no period."""
    try:
        start, end, name = part.split(".")
        bare = name.rstrip("0123456789")
        count = name.removeprefix(bare)
        first, after = (date(int(day[:4]), int(day[4:6]), int(day[6:])) for day in (start, end))
    except ValueError:
        return None
    return Period(first, after, bare, int(count) if count else None) if first < after else None
