"""Until when customers change or cancel a booking by themselves."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.local_time import moment_of

CUT_OFF = time(20)


def change_until(at: datetime, zone: ZoneInfo) -> datetime:
    """20:00 of the day before, on the shop's clock."""
    return moment_of(at.astimezone(zone).date() - timedelta(days=1), CUT_OFF, zone)
