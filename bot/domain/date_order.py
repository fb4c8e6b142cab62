"""Which order of day and month a file uses, decided by looking at all of its dates and not at one."""

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from bot.domain.refusals import Refusal
from bot.domain.written_dates import DateOrder, read_written_date
from bot.domain.written_text import plain_signs

_OPEN = re.compile(r"\d{1,2}\s*[-./]\s*\d{1,2}\s*[-./]\s*(?:\d{4}|\d{2})(?!\d)")


@dataclass(slots=True)
class DateOrderVote:
    """Collects the dates of one file. A day before `oldest` or after `newest` counts against an order.

    The order with the fewest impossible days wins. Where several are left, the one whose days lie closest together wins
    (01/02/2026 to 01/09/2026 is a week in January rather than eight months), then year-month-day before month-day-year
    before day-month-year.
    """

    oldest: date
    newest: date
    _seen: Counter[str] = field(default_factory=Counter)

    def see(self, text: str) -> None:
        """Count one cell. Cells that can be meant in one way only say nothing about the order."""
        if found := _OPEN.match(text.strip() if text.isascii() else plain_signs(text)):
            self._seen[found[0]] += 1

    def decide(self) -> "DecidedOrder":
        """The order, and whether another one would fit as many of the dates but make other days of them."""
        ranked = sorted((self._fit(order) for order in DateOrder), key=lambda fit: (fit.impossible, fit.span_days))
        best = ranked[0]
        guessed = any(fit.impossible == best.impossible and fit.days != best.days for fit in ranked[1:])
        return DecidedOrder(best.order, guessed)

    def _fit(self, order: DateOrder) -> "_Fit":
        days = []
        impossible = 0
        for text, times in self._seen.items():
            try:
                day = read_written_date(text, newest_year=self.newest.year, order=order).as_date()
            except Refusal:
                impossible += times
                continue
            if not self.oldest <= day <= self.newest:
                impossible += times
            days.append(day)
        return _Fit(order, impossible, days)


@dataclass(frozen=True, slots=True)
class DecidedOrder:
    """`guessed` is worth showing to the owner before anything is imported."""

    order: DateOrder
    guessed: bool


@dataclass(frozen=True, slots=True)
class _Fit:
    order: DateOrder
    impossible: int
    days: list[date]

    @property
    def span_days(self) -> int:
        return (max(self.days) - min(self.days)).days if self.days else 0
