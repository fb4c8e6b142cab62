"""When a detail was last confirmed, by whom and how, and from when on it had better be asked for again."""

from calendar import monthrange
from datetime import date

STALE_AFTER_MONTHS = 24
AGAIN_AFTER_MONTHS = 6
"""What holds until the owner says otherwise."""


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or that month's last day: 31 August and six months is 28 February."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
