"""Lines of phrases/counter.toml and its like: whole sentences with slots, for what must not be found in chatter.

A sentence is turned into a string in which each slot is one sign, and compared with the lines as a whole: what stands
in no line is not understood, however many of its words are known. In a line

    <name> <sum> …   is a slot (see `SLOTS`),      (word)   may be missing,
    [a|b]            is one of several,            {past}   is a word list of the file's [parts].

A space in a Korean line may be missing in the sentence. Sentences whose words may stand in any order have
lines in phrases/any_order.toml instead (bags.py).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from bot.understanding import hangul
from bot.understanding.bags import Bags
from bot.understanding.beginnings import Lines, beginnings
from bot.understanding.phrasebook import phrases
from bot.understanding.pieces import Chunk, Sort

_SIGNS = {
    Sort.NAME: "\ue000",
    Sort.MONEY: "\ue001",
    Sort.COUNT: "\ue002",
    Sort.NUMBER: "\ue003",
    Sort.ITEM: "\ue004",
    Sort.SPAN: "\ue005",
    Sort.TAG: "\ue006",
    Sort.RACK: "\ue007",
    Sort.VALUE: "\ue008",
}
SLOTTED = frozenset(_SIGNS)
"""The sorts of pieces that stand as one sign."""

# What may hang on a slot: particles, 님, 원, 's. A verb written without a space is none of it: "택 212다됐어".
_VERB = (
    r"안|못|아직|다?\s?[됐됨되]|다\s?끝|[다완]?\s?나왔|끝[났냈]|완[료성]|찾아|찾으|가져|받아|수령|픽업|출고|걸었|걸어"
    r"|갚|냈|내셨|남[았은]"
)
_TAIL = rf"(?:|(?!{_VERB})[가-힣]{{1,4}}?|s(?=\s|$))"
SLOTS = {
    "name": rf"\ue000{_TAIL}(?:\s*\ue000{_TAIL})?",
    "who": rf"(?:\ue000{_TAIL}(?:\s*\ue000{_TAIL})?|(?P<stranger>[a-z][a-z-]+(?:\s[a-z][a-z-]+)??))",
    "one": rf"\ue000{_TAIL}",
    "tag": rf"\ue006{_TAIL}",
    "rack": rf"\ue007{_TAIL}",
    "sum": rf"[\ue001\ue003]{_TAIL}",
    "money": rf"\ue001{_TAIL}",
    "count": rf"\ue002{_TAIL}",
    "n": rf"[\ue002\ue003]{_TAIL}",
    "item": rf"\ue004{_TAIL}",
    "span": rf"\ue005{_TAIL}",
    "why": r"(?P<words>\S(?:.*?\S)??(?:서|니까|때문에?|느라|라|거든요?))",
    "words": r"(?P<words>\S(?:.*?\S)??)",
}
# The same slots as pieces of a line whose order is free; particles follow of themselves there.
IN_BAGS = {
    "name": "\ue000",
    "sum": "[\ue001\ue003]",
    "n": "[\ue002\ue003]",
    "count": "\ue002",
    "item": "\ue004",
    "span": "\ue005",
    "tag": "\ue006",
    "rack": "\ue007",
    "value": "\ue008",
}
_FILLERS = re.compile(
    r"(?<!\S)(?:좀|그냥|방금|이제|지금|아|어|네|응|저기|혹시|please|pls|plz|just|now|ok|okay|hey|hi|so|well|oh|um|uh|the|her|his"
    r"|their|my|our|have|has)(?!\S)"
)
# Where lines stand, in the order in which they are tried; [parts] of one file may be used in those behind it.
_FILES = ("counter", "insight", "refresh", "campaign")
_NAMED = re.compile(r"<\w+>|\{\w+\}")
_TOKEN = re.compile(r"<(\w+)>|\{(\w+)\}|([()\[\]|])|(\s+)|([^<>{}()\[\]|\s]+)")


@dataclass(frozen=True, slots=True)
class Slotted:
    """A sentence with its slots as signs. `places[i]` is where sign i stood in the sentence."""

    text: str
    places: tuple[int, ...]
    chunks: dict[int, Chunk]


@dataclass(frozen=True, slots=True)
class Match:
    """A line that fits. `slots` are the chunks in it, `words` somebody's own words as they were written."""

    kind: str
    slots: tuple[Chunk, ...]
    words: str
    stranger: str

    def of(self, *sorts: Sort) -> list[Chunk]:
        return [chunk for chunk in self.slots if chunk.sort in sorts]


def slotted(searched: str, chunks: Sequence[Chunk]) -> Slotted:
    """The searched text with one sign for every slot among the chunks, without little words and doubled spaces."""
    pieces: list[tuple[str, int]] = []
    begun = {chunk.start: chunk for chunk in chunks if chunk.sort in _SIGNS}
    at = 0
    while at < len(searched):
        chunk = begun.get(at)
        inside = at > 0 and searched[at - 1].isascii() and searched[at - 1].isalpha() and searched[at].isalpha()
        if chunk is not None and not inside:
            pieces.append((_SIGNS[chunk.sort], at))
            at = chunk.end
            continue
        if searched[at] != "'":
            pieces.append((" " if searched[at].isspace() else searched[at], at))
        at += 1
    joined = "".join(sign for sign, _ in pieces)
    dropped = {index for found in _FILLERS.finditer(joined) for index in range(*found.span())}
    kept: list[tuple[str, int]] = []
    for index, piece in enumerate(pieces):
        if index not in dropped and not (piece[0] == " " and (not kept or kept[-1][0] == " ")):
            kept.append(piece)
    while kept and kept[-1][0] in " \n":
        kept.pop()
    return Slotted("".join(sign for sign, _ in kept), tuple(place for _, place in kept), begun)


def matching(said: Slotted, original: str) -> list[Match]:
    """Every line that the whole sentence fits, in the order of the files; those of any order come last."""
    found: list[Match] = []
    for kind, pattern in _that_may_fit(said.text, *_FILES):
        match = pattern.fullmatch(said.text)
        if match is None:
            continue
        groups = match.groupdict()
        span = match.span("words") if groups.get("words") else (0, 0)
        slots = tuple(
            said.chunks[place]
            for index, (sign, place) in enumerate(zip(said.text, said.places, strict=True))
            if sign in _SIGNS.values() and not span[0] <= index < span[1]
        )
        words = original[said.places[span[0]] : _end(said, span[1] - 1)] if span[1] else ""
        found.append(Match(kind, slots, words.strip(), groups.get("stranger") or ""))
    slots = _slots_of(said)
    return [*found, *(Match(fit.kind, slots, "", "") for fit in _bags().exactly(said.text))]


def nearly_matching(said: Slotted) -> list[Match]:
    """The lines of any order that fit but for some words that nobody knows, the best first."""
    return [Match(fit.kind, _slots_of(said), "", "") for fit in _bags().loosely(said.text)]


def _slots_of(said: Slotted) -> tuple[Chunk, ...]:
    return tuple(
        said.chunks[place] for sign, place in zip(said.text, said.places, strict=True) if sign in _SIGNS.values()
    )


@cache
def _bags() -> Bags:
    file = phrases("any_order")
    return Bags(file["any_order"], file["small"], file["parts"], IN_BAGS, file["telling"]["words"])


def first_match(file: str, searched: str, original: str) -> tuple[str, str] | None:
    """(kind, own words) of the first line that the whole of a sentence fits which nobody has looked for slots in."""
    for kind, pattern in _that_may_fit(searched, file):
        match = pattern.fullmatch(searched)
        if match is not None:
            start, end = match.span("words") if "words" in pattern.groupindex else (0, 0)
            return kind, original[start:end].strip()
    return None


def _end(said: Slotted, index: int) -> int:
    place = said.places[index]
    chunk = said.chunks.get(place)
    return chunk.end if chunk is not None else place + 1


def _that_may_fit(text: str, *names: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The lines of these files that a text may fit, in their order."""
    written, lines = _written(*names)
    for number in lines.that_may_fit(text):
        kind, pattern = written[number]
        yield kind, _compiled(pattern)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Many lines are never wanted, so none is made ready before it is."""
    return re.compile(pattern)


@cache
def _written(*names: str) -> tuple[list[tuple[str, str]], Lines]:
    """The lines of these files as (kind, regular expression), and their numbers by what they need."""
    files = [phrases(name) for name in names]
    parts = {name: "(?:" + "|".join(lines) + ")" for file in files for name, lines in file.get("parts", {}).items()}
    found = [
        (kind, *_as_pattern(line, parts)) for file in files for kind, lines in file["lines"].items() for line in lines
    ]
    return [(kind, pattern) for kind, pattern, _ in found], Lines(needed for _, _, needed in found)


def _as_pattern(line: str, parts: dict[str, str]) -> tuple[str, list[frozenset[str]]]:
    """A line as a regular expression, and how each piece begins that no sentence can miss.

    Between Korean words a space may be missing, between English ones it may not.
    """
    # A line that is all slots and parts serves both languages; as Korean it may lack its spaces.
    korean = any(hangul.is_syllable(sign) for sign in line) or not re.search(r"[a-z]", _NAMED.sub("", line))
    gap = r"\s*" if korean else r"(?:\s+|$)"
    out: list[str] = []
    needed: list[frozenset[str]] = []
    opened: list[str] = []
    begun = 0  # where the outermost group begins in `out`
    swallowed = False  # whether the space behind a group that may be missing is part of the group
    tokens = list(_TOKEN.finditer(line))
    for at, found in enumerate(tokens):
        slot, part, mark, space, literal = found.groups()
        begun = begun if opened else len(out)
        if slot:
            out.append(SLOTS[slot])
        elif part:
            out.append(parts[part])
        elif mark == "[":
            out.append("(?:")
            opened.append(mark)
        elif mark == "(":
            out.append("(?:(?:")
            opened.append("apart" if at == 0 or tokens[at - 1].group(4) is not None else "attached")
        elif mark == "|":
            out.append("|")
        elif mark:
            kind = opened.pop()
            out.append({"[": ")", "attached": "))?"}.get(kind, f"){gap})?"))
            swallowed = kind == "apart"
            if not opened and kind == "[":
                needed.append(beginnings("".join(out[begun:])))
            continue
        elif space:
            out.append("" if swallowed else gap)
        else:
            out.append(re.escape(literal))
        if not opened and slot in IN_BAGS:
            needed.append(frozenset(IN_BAGS[slot].strip("[]")))
        elif not opened and (part or literal):
            needed.append(beginnings(out[-1]))
        swallowed = False
    return "".join(out) + r"\s*", needed
