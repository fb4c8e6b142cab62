"""What a sentence is cut into, and the text as it is searched."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from bot.understanding.normalise import flat

# A message longer than this is read by its beginning only: nobody asks a question in a page of text.
READ = 400
_MARKS = re.compile(r"[^\w\s'₩$€£%@+.,:]|_|[.,:](?!\d)|(?<!\d)[.,:]|(?<=\d),(?=\d{1,2}\b(?!\d))")
_SENTENCE_ENDS = re.compile(r"[.?!;\n…。！？]+")
# "Mr. Kim" is one person and no end of a sentence.
_TITLE_ENDS = re.compile(r"\b(mr|mrs|ms|dr|prof)\.")
_CLAUSE_ENDS = re.compile(r"[.?!,;:\n…~()]|[^\x00-\u2fff\u3000-\uffff]")


class Sort(StrEnum):
    WORD = "word"
    SPAN = "span"
    MONEY = "money"
    COUNT = "count"
    NUMBER = "number"
    ITEM = "item"
    NAME = "name"
    VALUE = "value"
    TAG = "tag"
    RACK = "rack"
    UNKNOWN = "unknown"


class Edge(NamedTuple):
    """A way to read text[start:end]. `cost` is in units of one plain word."""

    start: int
    end: int
    sort: Sort
    concepts: frozenset[str]
    value: object
    cost: float


@dataclass(frozen=True, slots=True)
class Chunk:
    """One piece of a cut sentence; `weight` is how much an unknown one counts."""

    start: int
    end: int
    sort: Sort
    text: str
    concepts: frozenset[str] = frozenset()
    value: object = None
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class LastFour:
    digits: str


def surface(tidy_text: str) -> str:
    """The text as it is searched for words: places are kept, marks become spaces, sentence ends line breaks."""
    text = _TITLE_ENDS.sub(r"\1 ", flat(tidy_text))
    ended = _SENTENCE_ENDS.sub(
        lambda found: found.group() if _inside_number(text, found) else "\n" * len(found.group()), text
    )
    return _MARKS.sub(" ", ended)


def clauses(chunks: Sequence[Chunk], text: str) -> list[list[Chunk]]:
    """The parts of a sentence between its marks, the last first; none where it has but one."""
    parts: list[list[Chunk]] = [[]]
    for before, chunk in zip([None, *chunks], chunks, strict=False):
        if before is not None and _CLAUSE_ENDS.search(text[before.end : chunk.start]):
            parts.append([])
        parts[-1].append(chunk)
    return [part for part in reversed(parts) if part and len(part) < len(chunks)]


def concepts_of(chunks: Sequence[Chunk]) -> frozenset[str]:
    """Everything that is said, in concepts."""
    return frozenset[str]().union(*(chunk.concepts for chunk in chunks))


def _inside_number(text: str, found: re.Match[str]) -> bool:
    return text[: found.start()][-1:].isdigit() and text[found.end() :][:1].isdigit()
