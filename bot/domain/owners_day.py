"""What comes to the owners by itself: the brief of every morning, the week's summary, the month's card.

Each answer is the day, the Monday or the first of the month that is due at this moment, and its name is part of the
message's key: so a machine that slept, or two of them, tell each of them once, and what is past its time not at all.
"""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.local_time import moment_of

BRIEF_FROM, BRIEF_UNTIL = time(5, 0), time(12, 0)
_BRIEF_KEPT = timedelta(hours=4)
_WEEK_KEPT, _MONTH_KEPT = timedelta(days=3), timedelta(days=7)


def brief_due(now: datetime, zone: ZoneInfo, at: time) -> date | None:
    """The day whose brief is due: from `at` on for four hours, then the day is told by itself."""
    day = now.astimezone(zone).date()
    begins = moment_of(day, at, zone)
    return day if begins <= now < begins + _BRIEF_KEPT else None


def week_due(now: datetime, zone: ZoneInfo, at: time) -> date | None:
    """The Monday of the week that is over: from the next Monday at `at` on, three days long."""
    day = now.astimezone(zone).date()
    monday = day - timedelta(days=day.weekday())
    begins = moment_of(monday, at, zone)
    return monday - timedelta(days=7) if begins <= now < begins + _WEEK_KEPT else None


def month_due(now: datetime, zone: ZoneInfo, at: time) -> date | None:
    """The first day of the month that begins: from then at `at` on, seven days long."""
    first = now.astimezone(zone).date().replace(day=1)
    begins = moment_of(first, at, zone)
    return first if begins <= now < begins + _MONTH_KEPT else None


def month_before(first: date) -> date:
    """The first day of the month before."""
    return (first - timedelta(days=1)).replace(day=1)
