"""Cutting somebody's own words out of a sentence: the note, the reminder's subject, what a message should say."""

import re
from collections.abc import Collection, Sequence

from bot.understanding import hangul
from bot.understanding.tagging import Chunk, Sort

_EDGE = " \t\n,.:;!?~-–—\"'“”‘’()[]…·"
_QUOTED = re.compile(r"(?:이?라고|이?라구|이?란\s?거|다고|다구|자고|냐고|라는\s?거|다는\s?거|다는|라는)(?:\s?(?:좀|꼭|한번|하나))*$")
_STATED = re.compile(r"(?:다고|다구|다는\s?거|다는)(?:\s?(?:좀|꼭|한번|하나))*$")
_DANGLING = re.compile(r"(?:\s|^)(?:좀|꼭|한번|하나|the|a|an|about|that|to|and|of|on|at|for|by|in|with|please)$", re.IGNORECASE)
_LEADING = re.compile(r"^(?:that|to|about|saying|say|for|of|and|is|-|=|know|him|her|them|me)\s+", re.IGNORECASE)


def leftover(text: str, chunks: Sequence[Chunk], used: Collection[Chunk], noise: frozenset[str]) -> str:
    """What the sentence says besides the `used` chunks, in its own spelling.

    Words of the `noise` concepts are dropped at both ends only: in the middle they belong to what is said.
    """
    rest = [chunk for chunk in chunks if chunk not in used]
    # In front only whole words are dropped: 보일 of 보일러 may look like "show".
    while rest and _is_noise(rest[0], noise) and not hangul.is_syllable(text[rest[0].end : rest[0].end + 1] or " "):
        rest.pop(0)
    while rest and _is_noise(rest[-1], noise):
        rest.pop()
    pieces = []
    for at, chunk in enumerate(chunks):
        if chunk not in rest:
            continue
        end = chunks[at + 1].start if at + 1 < len(chunks) else len(text)
        if at + 1 < len(chunks) and chunks[at + 1] in rest:
            pieces.append(text[chunk.start : end])
        else:
            pieces.append(text[chunk.start : end].rstrip() + " ")
    return trimmed("".join(pieces))


def trimmed(said: str) -> str:
    """Without marks and dangling little words at the ends."""
    said = said.strip(_EDGE)
    while True:
        shorter = _LEADING.sub("", _DANGLING.sub("", said)).strip(_EDGE)
        if shorter == said:
            return said
        said = shorter


def unquoted(said: str) -> str:
    """Reported speech as plain speech: "회식이라고" is 회식, "다 됐다고" is 다 됐다."""
    if _STATED.search(said):
        return _STATED.sub("다", said)
    return trimmed(_QUOTED.sub("", said))


def as_note(said: str) -> str:
    """A reported statement in the short form that notes are kept in: "현금만 낸다고" becomes 현금만 냄."""
    plain = unquoted(said)
    if plain == said or not plain.endswith("다") or len(plain) < 2:
        return plain
    stem, before = plain[:-1], plain[-2]
    if not hangul.is_syllable(before):
        return plain
    first, middle, last = hangul.parts(before)
    if stem.endswith("는") and len(stem) >= 2 and hangul.ends_in_consonant(stem[:-1]):
        return stem[:-1] + "음"
    if last == "ㄴ" or last == "":
        return stem[:-1] + hangul.join(first, middle, "ㅁ")
    return stem + "음"


def _is_noise(chunk: Chunk, noise: frozenset[str]) -> bool:
    return chunk.sort is Sort.WORD and bool(chunk.concepts) and chunk.concepts <= noise
