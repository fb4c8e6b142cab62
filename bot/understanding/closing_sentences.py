""" "금요일에 쉰다고 손님들께 알려줘", "tell customers we are closed on Friday": word of closing days to customers.

Such a sentence says that somebody is to be told, that the shop is closed, and perhaps when (phrases/closing.toml); one
word more makes it something else.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from bot.understanding.asks.shop import DaysOff, NamedDays
from bot.understanding.day_words import ASKS, opened
from bot.understanding.normalise import flat
from bot.understanding.phrasebook import phrases
from bot.understanding.single_days import read_days

_LONGEST = 120
_AROUND = re.compile(r"\s+|[.!~,]")
_TO_MANY = re.compile(r"공지|보내|돌려|\b(?:notices?|announce|announcement)\b")
# What then stands for the closing itself, in the words that the readers of days know.
_CLOSED = {"ko": " 쉬어", "en": " closed "}


@dataclass(frozen=True, slots=True)
class Closing:
    """The closing days that many are to be told of; none: the next ones that were named."""

    days: tuple[date, ...] = ()


def read_closing(said: str, now: datetime) -> Closing | None:
    """What a tidy sentence says about it, or None. `now` is aware and in the shop's zone."""
    low = flat(said).strip(" .!~")
    if len(low) > _LONGEST or ASKS.search(low):
        return None
    for language, pieces in _pieces().items():
        left, found = low, set[str]()
        for name, pattern in pieces.items():
            if pattern.search(left):
                left = pattern.sub(_CLOSED[language] if name == "closed" else " ", left, count=1)
                left = " ".join(left.split())
                found.add(name)
        if not found >= {"tell", "closed"}:
            continue
        left = opened(left)
        if _AROUND.sub("", left) == _CLOSED[language].strip():
            # "쉬는 날 알려줘" is a question of the owner's own.
            return Closing() if "who" in found or _TO_MANY.search(low) else None
        days = read_days(left, now)
        if isinstance(days, DaysOff) and days.closed:
            length = (days.last - days.first).days + 1
            return Closing(tuple(days.first + timedelta(days=ahead) for ahead in range(length)))
        if isinstance(days, NamedDays) and days.closed:
            return Closing(days.days)
    return None


@cache
def _pieces() -> dict[str, dict[str, re.Pattern[str]]]:
    return {
        language: {name: re.compile("|".join(f"(?:{one})" for one in said)) for name, said in pieces.items()}
        for language, pieces in phrases("closing").items()
    }
