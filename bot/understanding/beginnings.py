"""How all that a pattern fits begins, so that of hundreds of lines only those are tried that have a chance."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

# A sign of a pattern: one that is escaped, a set, or any other.
_SIGN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)
_LETTERS = re.compile(r"(?:[^\W_](?![?*{+])){1,2}")
_MAY_BE_MISSING = ("?", "*", "{")


class Lines:
    """The numbers of lines by one or two letters that a text must have somewhere in order to fit the line."""

    def __init__(self, lines: Iterable[Iterable[frozenset[str]]]) -> None:
        """For each line the pieces that it cannot do without, each as its `beginnings`."""
        self._by_letters: dict[str, list[int]] = defaultdict(list)
        self._others: list[int] = []
        for number, pieces in enumerate(lines):
            # Of several pieces the one that most letters tell of.
            told = max(filter(None, pieces), key=lambda letters: min(map(len, letters)), default=None)
            for place in (self._by_letters[letters] for letters in told) if told else (self._others,):
                place.append(number)

    def that_may_fit(self, text: str) -> list[int]:
        """The numbers of the lines that the text may fit, in their order."""
        letters = {*text, *(text[at : at + 2] for at in range(len(text) - 1))}
        found = set(self._others)
        for one in letters & self._by_letters.keys():
            found.update(self._by_letters[one])
        return sorted(found)


@cache
def beginnings(pattern: str) -> frozenset[str]:
    """The first letter or two of everything that the pattern fits; empty where that is not plain to see."""
    found: set[str] = set()
    for way in _ways(pattern):
        letters = _LETTERS.match(way)
        inside, behind = _first_group(way) if way.startswith("(?:") else ("", "")
        known = {letters.group()} if letters else beginnings(inside) if inside else set()
        if not known or behind.startswith(_MAY_BE_MISSING):
            return frozenset()
        found |= known
    return frozenset(found)


def _ways(pattern: str) -> list[str]:
    """The pattern at its outermost bars."""
    cuts = [at for at, sign, depth in _signs(pattern) if sign == "|" and not depth]
    return [pattern[start + 1 : end] for start, end in zip([-1, *cuts], [*cuts, len(pattern)], strict=True)]


def _first_group(pattern: str) -> tuple[str, str]:
    """What is in the group that a pattern begins with, and what stands behind it."""
    end = next(at for at, sign, depth in _signs(pattern) if sign == ")" and not depth)
    return pattern[len("(?:") : end], pattern[end + 1 :]


def _signs(pattern: str) -> Iterator[tuple[int, str, int]]:
    """(place, sign, in how many groups it stands), brackets themselves outside of theirs."""
    depth = 0
    for found in _SIGN.finditer(pattern):
        sign = found.group()
        depth -= sign == ")"
        yield found.start(), sign, depth
        depth += sign == "("
