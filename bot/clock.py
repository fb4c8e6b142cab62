"""What time it is, as a thing that is handed in.

Nothing below `bot/runtime.py` asks for the time: it is an argument. The system's clock is read here only,
so that the playground and the tests can move it.
"""

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the present moment as an aware UTC datetime."""

    def now(self) -> datetime: ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class MovableClock:
    """A clock that stands still until it is moved, forward only: what was sent cannot be unsent."""

    def __init__(self, start: datetime) -> None:
        if start.tzinfo is None:
            raise ValueError("a clock needs an aware datetime")
        self._now = start.astimezone(UTC)

    def now(self) -> datetime:
        return self._now

    def forward(self, step: timedelta) -> datetime:
        """Move on by `step`. Raises ValueError for a step back."""
        if step < timedelta(0):
            raise ValueError("the clock moves forward only")
        self._now += step
        return self._now

    def forward_to(self, moment: datetime) -> datetime:
        """Move on to `moment`; a moment already past leaves the clock where it is."""
        self._now = max(self._now, moment.astimezone(UTC))
        return self._now
