"""What is said instead of pressing a button: "다음", "두 번째 분", "뒷번호 4821", "the list again"."""

import re
from dataclasses import dataclass
from functools import cache

from bot.understanding.normalise import tidy
from bot.understanding.phrasebook import phrases

_TURNS = ("next", "previous", "first", "again")


@dataclass(frozen=True, slots=True)
class Choice:
    """One of these: a `turn` of the list (next, previous, first, again), somebody `new`, the four figures `last4`
    (with the `name` that stood before them), or a `place` from the top, -1 for the last.
    """

    turn: str = ""
    new: bool = False
    last4: str = ""
    name: str = ""
    place: int = 0


def read_choice(text: str) -> Choice | None:
    """What the whole text chooses; None for anything else. Whether there is something to choose is not known here."""
    said = tidy(text).lower().strip(" .!?~")
    for turn in _TURNS:
        if _pattern(turn).fullmatch(said):
            return Choice(turn=turn)
    if _pattern("new").fullmatch(said):
        return Choice(new=True)
    for pattern in _last4():
        if found := pattern.fullmatch(said):
            return Choice(last4=found["last4"], name=found.groupdict().get("name") or "")
    places = phrases("choices")["places"]
    return next((Choice(place=int(place)) for place in places if _place(place).fullmatch(said)), None)


@cache
def _pattern(entry: str) -> re.Pattern[str]:
    return _any(phrases("choices")[entry])


@cache
def _place(place: str) -> re.Pattern[str]:
    return _any(phrases("choices")["places"][place])


@cache
def _last4() -> tuple[re.Pattern[str], ...]:
    return tuple(_any([one]) for one in phrases("choices")["last4"])


def _any(patterns: list[str]) -> re.Pattern[str]:
    words = phrases("choices")
    whole = "|".join(f"(?:{one})" for one in patterns)
    return re.compile(whole.replace("{behind}", words["behind"]).replace("{before}", words["before"]))
