"""Single cells of a spreadsheet: what an empty one looks like, what is safe to write, what a count is."""

import re

from bot.domain.refusals import Refusal
from bot.domain.written_text import plain_signs

# What spreadsheets run as a formula, in both widths, and the blanks in front of it that they skip.
_RUNS = r"[=+\-@\t\r\n＝＋－＠]"
_WANTS_QUOTE = re.compile(rf"'*{_RUNS}")
_HAS_QUOTE = re.compile(rf"'+{_RUNS}")
_BLANK = frozenset(["", "-", "–", "—", ".", "n/a", "#n/a", "null", "none", "없음", "nan"])
_SPACES = " \t\r\n\u00a0\u200b\u3000\ufeff"
_COUNT = re.compile(r"[x×]?\s*(\d{1,9})(?:\.0+)?\s*(?:[가-힣]{1,2}|ea|pcs?|pieces?|x)?\.?", re.IGNORECASE)


def safe_cell(text: str) -> str:
    """The text so that a spreadsheet shows it and never runs it: an apostrophe in front of = + - @ tab and line break.

    So gets a word that would be taken for an empty cell (somebody called Nan), and a text that has such an apostrophe
    already, so that `plain_cell` gives back exactly what went in.
    """
    return "'" + text if _WANTS_QUOTE.match(text) or _seems_blank(text) else text


def plain_cell(text: str) -> str:
    """The text without the apostrophe of `safe_cell`."""
    return text[1:] if text.startswith("'") and (_HAS_QUOTE.match(text) or _seems_blank(text)) else text


def _seems_blank(text: str) -> bool:
    """Whether the text says something, and what it says is one of the signs for nothing."""
    bare = text.lstrip("'")
    return bool(bare) and is_blank(bare)


def is_blank(text: str) -> bool:
    """Whether the cell says nothing: empty, or one of the signs that people and programs put into empty cells."""
    return not text or (len(text) < 8 and text.strip(_SPACES).casefold() in _BLANK)


def parse_count(text: str) -> int:
    """A number of pieces: 3, 3.0, 3장, x3, 3 EA. Raises Refusal quantity-unreadable."""
    found = _COUNT.fullmatch(plain_signs(text[:100]).replace(",", ""))
    if found is None:
        raise Refusal("quantity-unreadable")
    return int(found[1])
