"""The demo's clock: it begins the same Saturday morning every time, goes on by itself, and can be moved on."""

import time
from datetime import datetime, timedelta


class DemoClock:
    """A clock that runs from `start` (aware) at the speed of the real one."""

    def __init__(self, start: datetime) -> None:
        self._start = start
        self.start_afresh()

    def now(self) -> datetime:
        return self._start + self._moved + timedelta(seconds=time.monotonic() - self._began)

    def forward_to(self, moment: datetime) -> None:
        """Move on to `moment`; a moment already past leaves the clock where it is."""
        self._moved += max(moment - self.now(), timedelta(0))

    def start_afresh(self) -> None:
        """Back to the beginning: only for a fresh shop, in which nothing has happened yet."""
        self._moved = timedelta(0)
        self._began = time.monotonic()
