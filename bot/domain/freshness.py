"""When a detail was last confirmed, by whom and how, and from when on it had better be asked for again."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

STALE_AFTER_MONTHS = 24


@dataclass(frozen=True, slots=True)
class Freshness:
    """The last confirmation of one detail. `on` is the shop's own day; None means that it never was confirmed."""

    on: date | None = None
    by: str = ""
    how: str = ""

    def is_stale(self, today: date, months: int = STALE_AFTER_MONTHS) -> bool:
        """Never confirmed, or confirmed `months` calendar months ago or longer."""
        return self.on is None or today >= months_after(self.on, months)


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or that month's last day: 31 August and six months is 28 February."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
