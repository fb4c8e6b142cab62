"""Where a sentence tells of a person: names, numbers and addresses that the reader sees in it, whatever else it means.

Used for what leaves the shop or stays longer than its answer. What nobody here recognises is not found: the name of
somebody who is not known, an address in words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.understanding import owner
from bot.understanding.lexicon import Lexicon
from bot.understanding.name_forms import key
from bot.understanding.names import NameIndex
from bot.understanding.people import clean
from bot.understanding.pieces import LastFour, Sort

_PRIVATE = re.compile(
    r"(?P<email>\S+@\S+)|(?P<link>https?://\S+)"
    r"|(?<!\d)(?P<phone>(?:\+?\d{2,4}[-. ]\d{3,4}[-. ]\d{4}|\d{3,4}-\d{4}|0\d{8,10}|\+\d{8,15}))(?!\d)"
)
# Birth dates, card and member numbers and the ends of phone numbers. A sum has commas or ends in 00, a year says so.
_NUMBER = re.compile(r"(?<![\d,])\d(?:[-./]?\d){3,}(?![\d,]|년)")
_SUM = re.compile(r"\d{1,7}00|\d+\.\d\d?")
_SHORTEST_NAME, _LONGEST_NAME = 2, 30


class What(StrEnum):
    """What stands there."""

    NAME = "name"
    LAST4 = "last4"
    PHONE = "phone"
    EMAIL = "email"
    LINK = "link"
    NUMBER = "number"


MARK = re.compile(rf"\{{({'|'.join(What)})\}}")
"""What stands in a masked text where something of a person was."""


@dataclass(frozen=True, slots=True)
class Place:
    """From `start` up to `end`. `said` are its words; of a name those without particles."""

    start: int
    end: int
    what: What
    said: str


def private_places(text: str, now: datetime, lexicon: Lexicon) -> list[Place]:
    """Every place of a tidy text, in order and beside each other."""
    places, at = [], 0
    for place in sorted(_found(text, now, lexicon), key=lambda one: (one.start, -one.end)):
        if place.end > at:
            places.append(Place(max(at, place.start), place.end, place.what, place.said))
            at = place.end
    return places


def masked(text: str, now: datetime, lexicon: Lexicon) -> str:
    """The tidy text with what it tells of people left out: "{name}님 코트 찾아가셨어요". In doubt a number goes too."""
    out, at = "", 0
    for place in private_places(text, now, lexicon):
        behind = place.said if place.what is What.NAME else text[place.start : place.end]
        particle = text[place.start : place.end].removeprefix(behind) if place.what is What.NAME else ""
        out += f"{text[at : place.start]}{{{place.what}}}{particle}"
        at = place.end
    return _NUMBER.sub(_without_number, out + text[at:])


def _without_number(found: re.Match[str]) -> str:
    if _SUM.fullmatch(found.group()):
        return found.group()
    return f"{{{What.LAST4 if found.group().isdigit() and len(found.group()) == 4 else What.NUMBER}}}"


def _found(text: str, now: datetime, lexicon: Lexicon) -> Iterator[Place]:
    for chunk in owner.cut(text, now, lexicon):
        if chunk.sort is Sort.NAME:
            said = text[chunk.start : chunk.end]
            what = What.LAST4 if isinstance(chunk.value, LastFour) else What.NAME
            if what is What.NAME:
                said = _as_written(clean(str(chunk.value), lexicon), said)
            yield Place(chunk.start, chunk.end, what, said)
    for one in _PRIVATE.finditer(text):
        yield Place(one.start(), one.end(), What(str(one.lastgroup)), one.group())
    for start, end in _known(text, lexicon.names):
        yield Place(start, end, What.NAME, text[start:end])


def _as_written(name: str, said: str) -> str:
    """The name with its capitals, where it stands in what was said."""
    at = said.lower().find(name)
    return said[at : at + len(name)] if at >= 0 else name


def _known(text: str, names: NameIndex) -> list[tuple[int, int]]:
    """Where names stand, whatever the grammar took them for: at the start of a word, or longer ones inside."""
    found: list[tuple[int, int]] = []
    for start, char in enumerate(text):
        begins = start == 0 or not text[start - 1].isalnum()
        latin = char.isascii()
        if not char.isalnum() or (latin and not begins):
            continue
        for end in range(min(len(text), start + _LONGEST_NAME), start + _SHORTEST_NAME - 1, -1):
            inside_word = latin and end < len(text) and text[end].isascii() and text[end].isalnum()
            if inside_word or not text[end - 1].isalnum() or (end - start < 3 and not begins):
                continue
            if names.knows_exactly(key(text[start:end])):
                found.append((start, end))
                break
    return found
