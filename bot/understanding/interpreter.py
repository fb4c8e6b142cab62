"""A sentence that nobody here has understood, put to an interpreter outside that may only pick from a closed list.

It is told the sentence alone, with a sign instead of every person, number and address that is recognised in it. What
it picks is not believed: the kind must be of the list, each slot must stand in the sentence, and the two become a
sentence of phrases/interpreter.toml that the own grammar reads. So it can say nothing that could not be typed.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from string import Formatter
from typing import Protocol, cast

from bot.domain.shop import Part
from bot.understanding import hangul, owner
from bot.understanding.asks.closed_list import OwnerAsk
from bot.understanding.lexicon import Lexicon
from bot.understanding.name_forms import key
from bot.understanding.names import NameIndex
from bot.understanding.normalise import tidy
from bot.understanding.people import clean
from bot.understanding.phrasebook import phrases
from bot.understanding.pieces import LastFour, Sort
from bot.understanding.reader import Confidence, read_owner

LONGEST = 200
"""Characters of a sentence that is put to an interpreter; nobody says a deed in more."""
_PRIVATE = re.compile(
    r"\S+@\S+|https?://\S+|(?<!\d)(?:\+?\d{2,4}[-. ]\d{3,4}[-. ]\d{4}|\d{3,4}-\d{4}|0\d{8,10}|\+\d{8,15})(?!\d)"
)
_SIGN = re.compile(r"\[\d+\]")
# What the own grammar must see in a slot; otherwise it might be passed over as a word too many.
_READ = {"time": (Sort.SPAN,), "amount": (Sort.MONEY, Sort.NUMBER), "item": (Sort.ITEM,)}
_SHORTEST_NAME, _LONGEST_NAME = 2, 30


@dataclass(frozen=True, slots=True)
class Kind:
    """One entry of the closed list. `forms` are its sentences by language; what all of them have is `needed`."""

    name: str
    means: str
    part: Part | None
    forms: Mapping[str, tuple[str, ...]]

    @property
    def slots(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(slot for form in self.forms["en"] for slot in _slots(form)))

    @property
    def needed(self) -> frozenset[str]:
        return frozenset(self.slots).intersection(*(_slots(form) for form in self.forms["en"]))


@dataclass(frozen=True, slots=True)
class Picked:
    """What an interpreter answered, as it came: neither has been checked."""

    kind: str
    slots: Mapping[str, str]


class Interpreter(Protocol):
    """Whoever can pick. It never raises: None is "nothing of the list", and every kind of failure."""

    async def pick(self, text: str, kinds: Sequence[Kind]) -> Picked | None: ...


@dataclass(frozen=True, slots=True)
class Veiled:
    """A sentence that may be sent. `behind` leads from a sign to the words it stands for, a name without particles."""

    text: str
    behind: Mapping[str, str]


@cache
def all_kinds() -> tuple[Kind, ...]:
    """The closed list."""
    return tuple(
        Kind(
            name,
            entry["means"],
            Part(entry["part"]) if "part" in entry else None,
            {language: tuple(entry[language]) for language in ("ko", "en")},
        )
        for name, entry in phrases("interpreter").items()
    )


def veil(text: str, *, now: datetime, lexicon: Lexicon) -> Veiled | None:
    """The sentence with signs for people, numbers and addresses; None if it is too long or has such signs itself."""
    text = tidy(text)
    if not text or len(text) > LONGEST or _SIGN.search(text):
        return None
    found: list[tuple[int, int, str]] = []
    for chunk in owner.cut(text, now, lexicon):
        if chunk.sort is Sort.NAME:
            said = text[chunk.start : chunk.end]
            if not isinstance(chunk.value, LastFour):
                said = _as_written(clean(str(chunk.value), lexicon), said)
            found.append((chunk.start, chunk.end, said))
    found += [(one.start(), one.end(), one.group()) for one in _PRIVATE.finditer(text)]
    found += [(start, end, text[start:end]) for start, end in _known(text, lexicon.names)]
    out, behind, at = "", dict[str, str](), 0
    for start, end, said in sorted(found, key=lambda one: (one[0], -one[1])):
        if end <= at:
            continue
        sign = f"[{len(behind) + 1}]"
        behind[sign] = said
        out += text[at : max(at, start)] + sign
        at = end
    return Veiled(out + text[at:], behind)


def believed(
    picked: Picked, veiled: Veiled, kinds: Sequence[Kind], *, now: datetime, lexicon: Lexicon
) -> OwnerAsk | None:
    """What was picked, if it holds: of the list, of the sentence's own words, and a sentence to the own grammar."""
    kind = next((kind for kind in kinds if kind.name == picked.kind), None)
    if kind is None:
        return None
    slots = {slot: tidied for slot, said in picked.slots.items() if (tidied := tidy(said))}
    if any(said not in veiled.text for said in slots.values()):
        return None
    said = {slot: _SIGN.sub(lambda sign: veiled.behind[sign.group()], text) for slot, text in slots.items()}
    language = "ko" if any(hangul.is_hangul(char) for char in veiled.text) else "en"
    for slot, sorts in _READ.items():
        if slot in said and not any(chunk.sort in sorts for chunk in owner.cut(said[slot], now, lexicon)):
            return None
    form = next((form for form in kind.forms[language] if _slots(form) == said.keys()), None)
    if form is None:
        return None
    read = read_owner(form.format_map(said), now=now, lexicon=lexicon)
    if read.ask is None or read.ask.kind != kind.name or read.confidence not in (Confidence.SURE, Confidence.UNSURE):
        return None
    return cast(OwnerAsk, read.ask)  # `read_owner` reads no other list


def _as_written(name: str, said: str) -> str:
    """The name with its capitals, where it stands in what was said."""
    at = said.lower().find(name)
    return said[at : at + len(name)] if at >= 0 else name


def _slots(form: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(form) if name}


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
