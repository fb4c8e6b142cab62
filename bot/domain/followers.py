"""Whom somebody comes for: an actor or a series, if the plays are named with it: "햄릿 (박지훈)", "Hamlet - Park"."""

import re
from collections import Counter
from collections.abc import Iterable

_BEHIND = re.compile(r"[(\[（〔](?P<inside>[^)\]）〕]{1,30})[)\]）〕]|\s[-–—]\s(?P<after>.{1,30})$")
_BETWEEN = re.compile(r"\s*[,/·&+]\s*")


def names_in(play: str) -> frozenset[str]:
    """The names beside the title of a play."""
    found: set[str] = set()
    for match in _BEHIND.finditer(play):
        parts = _BETWEEN.split(match["inside"] or match["after"] or "")
        found.update(part.strip() for part in parts if part.strip())
    return frozenset(found)


def follows(plays: Iterable[str]) -> frozenset[str]:
    """The names that stand beside every one of these plays. Of a single play nobody can tell."""
    named = [names_in(play) for play in plays]
    return frozenset.intersection(*named) if len(named) > 1 else frozenset()


def most_followed(people: Iterable[Iterable[str]], most: int = 2) -> list[tuple[str, int]]:
    """Whom most people come for and for nobody else, with how many: at least two each."""
    counted = Counter(name for plays in people for name in follows(plays))
    return [(name, number) for name, number in counted.most_common(most) if number > 1]
