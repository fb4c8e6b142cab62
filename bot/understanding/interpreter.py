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
from bot.understanding.normalise import tidy
from bot.understanding.phrasebook import phrases
from bot.understanding.pieces import Sort
from bot.understanding.private import private_places
from bot.understanding.reader import read_owner
from bot.understanding.understood import Confidence

LONGEST = 200
"""Characters of a sentence that is put to an interpreter; nobody says a deed in more."""
_SIGN = re.compile(r"\[\d+\]")
# What the own grammar must see in a slot; otherwise it might be passed over as a word too many.
_READ = {"time": (Sort.SPAN,), "amount": (Sort.MONEY, Sort.NUMBER), "item": (Sort.ITEM,)}


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
    out, behind, at = "", dict[str, str](), 0
    for place in private_places(text, now, lexicon):
        sign = f"[{len(behind) + 1}]"
        behind[sign] = place.said
        out += text[at : place.start] + sign
        at = place.end
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
    if "items" in said and not getattr(read.ask, "items", True):
        return None
    return cast(OwnerAsk, read.ask)  # `read_owner` reads no other list


def _slots(form: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(form) if name}
