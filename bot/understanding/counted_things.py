"""How many of what: which count in a line belongs to which thing."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from bot.domain.visits import MOST_PIECES
from bot.understanding.impossible_figures import is_several
from bot.understanding.lines.line import SUM_FROM
from bot.understanding.numbers import Number
from bot.understanding.pieces import Chunk, Sort

# What says in English that a count is of what follows: "a skirt and two sweaters", "coat, 3 shirts".
ARTICLE = re.compile(r"an?\s")
_ONE_OF = re.compile(r"(?<![a-z])(?:an?|one|another)\s$")
_AND_SOME = re.compile(
    r"s?\s*(?:,\s*(?:and\s+)?|(?:and|plus|&|\+)\s+)(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)\s+"
    r"(?!cash|card|transfer|won|paid|pieces?|pcs)[a-z]{3}"
)


def is_title(chunk: Chunk) -> bool:
    return chunk.sort is Sort.UNKNOWN and chunk.weight >= 1


def with_whole_names(chunks: Sequence[Chunk], text: str) -> list[Chunk]:
    """The chunks where several English words behind their number are one thing: "2 flat whites", "1 hair mask"."""
    found: list[Chunk] = []
    counted = False
    for chunk in chunks:
        before = found[-1] if found else None
        if before is not None and counted and _goes_on(before, chunk, text):
            found[-1] = replace(before, end=chunk.end, text=f"{before.text} {chunk.text}")
            continue
        if not _is_strange(chunk):
            counted = is_count(chunk)
        found.append(chunk)
    return found


def _goes_on(before: Chunk, chunk: Chunk, text: str) -> bool:
    """Whether the name of a thing goes on: not behind a plural, which ends it."""
    apart = text[before.end : chunk.start].strip()
    return _is_strange(before) and _is_strange(chunk) and not is_several(before.text) and not apart


def _is_strange(chunk: Chunk) -> bool:
    """Whether it is an English word that nobody knows."""
    return is_title(chunk) and chunk.text.isascii()


def counts_first(chunks: Sequence[Chunk], text: str) -> bool:
    """English says "3 blouses", Korean 블라우스 3장: whichever comes first shows the order of the whole line.

    An article is a count of one ("a skirt and two sweaters"), and what is counted behind "and" is another thing.
    "a coat 2 shirts" counts shirts, "shirts 2 coats 3" does not.
    """
    last = max((at for at, chunk in enumerate(chunks) if chunk.sort is Sort.ITEM), default=-1)
    several = any(is_count(one) and _is_several(thing) for one, thing in pairwise(chunks))
    if several and not any(is_count(chunk) for chunk in chunks[last + 1 :]):
        return True
    for at, chunk in enumerate(chunks):
        if chunk.sort is Sort.ITEM and (
            _ONE_OF.search(text[: chunk.start].lower()) or _AND_SOME.match(text[chunk.end :].lower())
        ):
            return True
        if chunk.sort is Sort.ITEM or _is_counted_thing(chunks[at : at + 3]):
            return False
        if is_count(chunk) or counts_several(chunk, chunks[at + 1] if at + 1 < len(chunks) else None):
            return True
    return False


def _is_counted_thing(chunks: Sequence[Chunk]) -> bool:
    """Whether the first is a thing that nobody has listed, with how many of it: "러그 3", and not "hauled 3 duvets"
    or "collected 2 flat whites".
    """
    if len(chunks) > 1 and chunks[0].text.isascii() and ARTICLE.match(chunks[1].text):
        return False
    if chunks[0].sort is not Sort.UNKNOWN or chunks[0].weight < 1 or len(chunks) < 2 or not is_count(chunks[1]):
        return False
    behind = chunks[2] if chunks[0].text.isascii() and len(chunks) > 2 else None
    return behind is None or not (behind.sort is Sort.ITEM or (behind.sort is Sort.UNKNOWN and is_several(behind.text)))


def is_count(chunk: Chunk) -> bool:
    return chunk.sort is Sort.COUNT or (chunk.sort is Sort.NUMBER and figure(chunk) < SUM_FROM)


def _is_several(chunk: Chunk) -> bool:
    return chunk.sort is Sort.ITEM and is_several(chunk.text)


def counts_several(chunk: Chunk, after: Chunk | None) -> bool:
    """Whether a number is how many though it could be a sum: "100 shirts 250000"."""
    several = after is not None and _is_several(after)
    return several and chunk.sort is Sort.NUMBER and figure(chunk) <= MOST_PIECES


def unit_of(chunk: Chunk) -> str:
    return chunk.value.unit if isinstance(chunk.value, Number) else ""


def figure(chunk: Chunk) -> Decimal:
    return chunk.value.value if isinstance(chunk.value, Number) else Decimal(0)


def figure_of(chunk: Chunk | None) -> Decimal:
    return figure(chunk) if chunk is not None else Decimal(0)
