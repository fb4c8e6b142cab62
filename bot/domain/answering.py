"""By when a person answers what a customer has said."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.local_time import moment_of
from bot.domain.opening import Opening

TO_ANSWER = timedelta(hours=3)
AFTER_OPENING = timedelta(hours=1)
BY_EVENING = time(20)
BY_NOON = time(12)


def answer_by(now: datetime, zone: ZoneInfo, opening: Opening | None = None) -> datetime:
    """The same day, where more than three hours are left until 20:00 or closing; else the next day, by noon
    or an hour after it opens.

    Of days that are known to be closed nothing is promised. A shop that closes at midnight or later answers by 20:00.
    """
    opening = opening or Opening()
    today = now.astimezone(zone).date()
    evening = moment_of(today, _evening(opening, today), zone)
    if not opening.is_closed(today) and now + TO_ANSWER < evening:
        return evening
    day = opening.next_open(today + timedelta(days=1))
    return moment_of(day, _morning(opening, day), zone)


def _evening(opening: Opening, day: date) -> time:
    hours = opening.of(day).hours
    if hours is None or hours.closes <= hours.opens:
        return BY_EVENING
    return min(BY_EVENING, hours.closes)


def _morning(opening: Opening, day: date) -> time:
    hours = opening.of(day).hours
    if hours is None:
        return BY_NOON
    opened = (datetime.combine(day, hours.opens) + AFTER_OPENING).time()
    # Who opens shortly before midnight is in nobody's neighbourhood; an hour later would be another day.
    return max(BY_NOON, opened) if opened > hours.opens else hours.opens
