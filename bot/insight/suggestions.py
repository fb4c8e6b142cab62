"""One thing to suggest to one person, with its reason out of their own history, and nothing where that has no reason.

Only what this person has bought before is ever suggested, so it is never an unrelated good. What they bring at this
time of the year comes before what they bring anyway: nobody needs to be reminded of the shirts of every week.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

NEWEST = 5
"""How many of the newest visits say what somebody takes."""

FEWEST_TIMES = 2
_A_YEAR = timedelta(days=365)
_AROUND = timedelta(days=21)
_NOT_SINCE = timedelta(days=200)
LOOKED_BACK = _A_YEAR + _AROUND
"""How far back a visit can matter for the time of the year."""


@dataclass(frozen=True, slots=True)
class Bought:
    """The things of one visit, each once."""

    on: date
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Yearly:
    """Brought around this day a year ago, and not in the half year before today."""

    item: str
    on: date


@dataclass(frozen=True, slots=True)
class Usual:
    """In `times` of the newest `of` visits, the last time `on` that day."""

    item: str
    times: int
    of: int
    on: date


Suggestion = Yearly | Usual


def suggest(history: Sequence[Bought], today: date) -> Suggestion | None:
    """The one thing; `history` in any order. None where nothing comes back at this time or again and again."""
    newest_first = sorted((bought for bought in history if bought.items), key=lambda bought: bought.on, reverse=True)
    return _yearly(newest_first, today) or _usual(newest_first[:NEWEST])


def _yearly(history: Sequence[Bought], today: date) -> Yearly | None:
    a_year_ago = today - _A_YEAR
    lately = {item for bought in history if bought.on > today - _NOT_SINCE for item in bought.items}
    then = [
        Yearly(item, bought.on)
        for bought in history
        if abs(bought.on - a_year_ago) <= _AROUND
        for item in bought.items
        if item not in lately
    ]
    return min(then, key=lambda one: abs(one.on - a_year_ago), default=None)


def _usual(newest: Sequence[Bought]) -> Usual | None:
    counted = Counter(item for bought in newest for item in bought.items)
    if not counted:
        return None
    item, times = counted.most_common(1)[0]  # of equals the one that was met first, which is the newest
    if times < FEWEST_TIMES:
        return None
    return Usual(item, times, len(newest), next(bought.on for bought in newest if item in bought.items))
