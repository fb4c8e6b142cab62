"""By when a person answers what a customer has said."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.local_time import moment_of

SAME_DAY_UNTIL = time(17)
BY_EVENING = time(20)
BY_NOON = time(12)


def answer_by(now: datetime, zone: ZoneInfo) -> datetime:
    """What is said before 17:00 is answered by 20:00, everything later by noon of the next day."""
    local = now.astimezone(zone)
    if local.time() < SAME_DAY_UNTIL:
        return moment_of(local.date(), BY_EVENING, zone)
    return moment_of(local.date() + timedelta(days=1), BY_NOON, zone)
