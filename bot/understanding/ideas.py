"""What an idea is about: its telling words, so that two people who want the same count as two votes for one idea."""

import re

from bot.understanding.phrasebook import phrases

_WORD = re.compile(r"[가-힣]+|[a-z][a-z']+|\d+")
_ALIKE_FROM = 0.6
# What may hang on a Korean word and says nothing about the matter.
_TAIL = re.compile(
    r"(?:에서도|에서는|에서|에도|에는|까지도|까지|부터|으로|로|이나|이라도|라도|이랑|하고|처럼|같은|마다|들도|들은|들이|들|은|는|이|가|을|를|도|에|의|만)$"
)


def gist(text: str) -> frozenset[str]:
    """The telling words of an idea, words for the same thing made one."""
    file = phrases("ideas")
    same = {word: name for name, words in file["same"].items() for word in words}
    starts = {word: name for name, words in file["begins"].items() for word in words}
    found: set[str] = set()
    for word in _WORD.findall(text.lower()):
        begun = next((name for start, name in starts.items() if word.startswith(start)), None)
        stem = _stem(word)
        telling = begun or same.get(word) or same.get(stem) or stem
        if word in file["empty"]["words"] or stem in file["empty"]["words"] or telling == "-":
            continue
        if any(word.startswith(start) for start in file["empty"]["begins"]):
            continue
        if len(telling) > 1:
            found.add(telling)
    return frozenset(found)


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two ideas are the same: most of their telling words are. Of one without any nobody can tell."""
    either = one | other
    return bool(one) and bool(other) and len(one & other) / len(either) >= _ALIKE_FROM


def _stem(word: str) -> str:
    if word.isascii():
        return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
    # "꽂이가" and "꽂이" end alike only if all that may be a particle goes.
    while len(cut := _TAIL.sub("", word)) > 1 and cut != word:
        word = cut
    return word
