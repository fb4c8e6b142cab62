"""A wall clock's time as a moment, also on the days on which the clock is changed."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def moment_of(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """The UTC moment at which clocks in `zone` show `clock` on `day`.

    A time that the clock shows twice (autumn) is its first showing. A time that the clock leaves out (spring) is as
    much later as the clock jumps: 02:30 becomes 03:30, and a day that a zone has dropped altogether is the day after.
    """
    # zoneinfo does both with fold=0: it takes the offset from before the change.
    return datetime.combine(day, clock.replace(fold=0), zone).astimezone(UTC)


def day_bounds(day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The UTC moments from which and up to which (exclusive) clocks in `zone` show this day. Not always 24 hours."""
    return moment_of(day, time(0), zone), moment_of(day + timedelta(days=1), time(0), zone)
