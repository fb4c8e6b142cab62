"""When things will be ready: an hour was named, or only a day.

A promise is kept as one moment, so that promises sort and compare. A day without an hour is midnight at its start,
which is no hour at which a shop hands anything over; it is shown as the day alone.
"""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.local_time import moment_of
from bot.domain.refusals import Refusal

# What is left at a shop is not promised for a day further away than the same one next year.
_FURTHEST = timedelta(days=366)


def promised_moment(promised: date | datetime, received_on: date, zone: ZoneInfo) -> datetime:
    """The moment to keep.

    Raises Refusal: promise-before-received for a day before the things were there, date-too-far for one more than a
    year later.
    """
    day = promised.astimezone(zone).date() if isinstance(promised, datetime) else promised
    if day < received_on:
        raise Refusal("promise-before-received", day=day)
    if day - received_on > _FURTHEST:
        raise Refusal("date-too-far", day=day)
    return promised if isinstance(promised, datetime) else moment_of(promised, time(0), zone)


def shown_promise(promised_at: datetime, zone: ZoneInfo) -> date | datetime:
    """What was promised: the moment, or the day where no hour was named."""
    local = promised_at.astimezone(zone)
    return local.date() if local.time() == time(0) else promised_at
