"""Lists in a chat: ten rows a page, numbers to tap, and the way on and back."""

from collections.abc import Sequence

from bot.domain.buttons import button
from bot.domain.outgoing import Button, Words, words

PAGE = 10
_NUMBERS_A_ROW = 5

Rows = tuple[tuple[Button, ...], ...]


def numbers(offset: int, verb: str, ids: Sequence[str]) -> Rows:
    """A number to tap for every row of the page, as the rows are numbered."""
    pressed = [button(words("pick-number", number=offset + at), verb, one) for at, one in enumerate(ids, start=1)]
    return tuple(tuple(pressed[start : start + _NUMBERS_A_ROW]) for start in range(0, len(pressed), _NUMBERS_A_ROW))


def turn(offset: int, total: int, verb: str, *parts: str, size: int = PAGE) -> Rows:
    """[previous] [next], as far as there is anything. The offset is the last part of their data."""
    pages = []
    if offset > 0:
        pages.append(button(words("button-previous"), verb, *parts, str(max(0, offset - size))))
    if offset + size < total:
        pages.append(button(words("button-next"), verb, *parts, str(offset + size)))
    return (tuple(pages),) if pages else ()


def place(offset: int, shown: int, total: int) -> Words | None:
    """Which rows of how many these are; nothing where all of them are here."""
    if total <= PAGE:
        return None
    return words("page", **{"from": offset + 1, "to": offset + shown, "total": total})


def offset_of(part: str) -> int:
    """The offset in a button's data; anything else than a number is the beginning."""
    return int(part) if part.isascii() and part.isdigit() and len(part) < 9 else 0
