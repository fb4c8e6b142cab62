"""What a shop has promised for every so many visits, since when, and how often that was earned.

Kept as lines "every|what|since|until", the one that holds first (empty where none does), the earlier ones below: what
somebody earned under a promise stays theirs when the shop promises something else.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Gift:
    """For every `every`-th visit day from `since` on, and before `until` where it holds no more."""

    every: int
    what: str
    since: date | None
    until: date | None = None

    def earned(self, days: Sequence[date]) -> int:
        """How often these visit days (each once) brought it. Without a first day nobody knows, so none."""
        if self.since is None:
            return 0
        before = sum(day < self.since for day in days)
        then = sum(self.until is None or day < self.until for day in days)
        return then // self.every - before // self.every


def current(written: str) -> Gift | None:
    """What holds now."""
    return _read(written.partition("\n")[0])


def all_of(written: str) -> tuple[Gift, ...]:
    """All that was ever promised, the oldest first."""
    found = (_read(line) for line in reversed(written.split("\n")))
    return tuple(gift for gift in found if gift is not None)


def changed(written: str, every: int, what: str, today: date) -> str:
    """The lines with another promise from today on; `what` is "" for none."""
    now = current(written)
    if now is not None and (now.every, now.what) == (every, what):
        return written
    ended = [] if now is None or now.since in (None, today) else [f"{now.every}|{now.what}|{now.since}|{today}"]
    new = f"{every}|{what}|{today}" if what else ""
    return "\n".join([new, *ended, *written.split("\n")[1:]])


def _read(line: str) -> Gift | None:
    every, what, since, until, *_ = [*line.split("|"), "", "", "", ""]
    if not every.isdigit() or not what:
        return None
    return Gift(
        int(every), what, date.fromisoformat(since) if since else None, date.fromisoformat(until) if until else None
    )
