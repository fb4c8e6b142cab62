"""Sentences in the form of the files of examples/: a kind in square brackets, below it a line for each way to say it.

Where people and numbers were taken out, those of examples/names.txt stand in: so nobody is named, and a line is read
like the others of its kind.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from bot.understanding import hangul
from bot.understanding.asks.account import Status, Update
from bot.understanding.asks.appointments import Book
from bot.understanding.asks.closed_list import Ask
from bot.understanding.asks.lists import WhyCore
from bot.understanding.asks.voices import Voice
from bot.understanding.likeness import learned
from bot.understanding.private import MARK, What

_STAND_INS = {
    What.LAST4: "6781",
    What.PHONE: "010-7777-1111",
    What.EMAIL: "suyeon.kim@example.com",
    What.LINK: "https://example.com",
    What.NUMBER: "1234567",
}
_NAMES = {"ko": ("김수연", "박민수", "이영희"), "en": ("Emily Carter", "James Miller", "Olivia Brown")}


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with marks for people and numbers (`private.masked`), and the kind it belongs to, if that is known."""

    kind: str | None
    text: str


def kind_of(ask: Ask) -> str:
    """The kind under which the examples have what was understood."""
    match ask:
        case Voice():
            return ask.sort
        case Update():
            return f"update_{ask.field}"
        case Status():
            return f"status_{ask.about or 'account'}"
        case Book(move=True):
            return "move_booking"
        case WhyCore():
            return "why_stage"
    return ask.kind


def as_examples(side: str, lines: Sequence[Line]) -> str:
    """The text of a file for the examples of one side. A line whose kind is not known, or is none of the examples',
    stands behind a # at the end, so that nothing is learned from it before somebody has put it in its place.
    """
    by_kind: dict[str, list[str]] = defaultdict(list)
    unplaced: list[str] = []
    for line in lines:
        text = _with_stand_ins(line.text).lstrip("[# ")
        if line.kind is not None and line.kind in learned(side).kinds:
            by_kind[line.kind].append(text)
        else:
            unplaced.append(f"# {line.kind or '?'}: {text}")
    parts = ["\n".join([f"[{kind}]", *dict.fromkeys(texts)]) for kind, texts in sorted(by_kind.items())]
    if unplaced:
        parts.append("\n".join(["# Not placed yet: put each below its kind.", *dict.fromkeys(unplaced)]))
    return "\n\n".join(parts) + "\n"


def _with_stand_ins(text: str) -> str:
    names = iter(_NAMES["ko" if any(hangul.is_hangul(sign) for sign in MARK.sub("", text)) else "en"])

    def stand_in(found: re.Match[str]) -> str:
        what = What(found[1])
        return next(names, "윤서아") if what is What.NAME else _STAND_INS[what]

    return MARK.sub(stand_in, text)
