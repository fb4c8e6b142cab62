"""By when a person answers what a customer has said."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.local_time import moment_of
from bot.domain.opening import Opening

SAME_DAY_UNTIL = time(17)
BY_EVENING = time(20)
BY_NOON = time(12)


def answer_by(now: datetime, zone: ZoneInfo, opening: Opening | None = None) -> datetime:
    """What is said before 17:00 is answered by 20:00, everything later by noon of the next day.

    Of days that are known to be closed nothing is promised: then it is noon of the next day that is not.
    """
    local = now.astimezone(zone)
    opening = opening or Opening()
    if local.time() < SAME_DAY_UNTIL and not opening.is_closed(local.date()):
        return moment_of(local.date(), BY_EVENING, zone)
    return moment_of(opening.next_open(local.date() + timedelta(days=1)), BY_NOON, zone)
