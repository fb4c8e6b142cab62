"""Callback data: a version, a verb and public ids, at most 64 bytes. It names a deed and proves nothing.

Rights and state are looked at again with every press, because anyone in a chat can press anything, at any later time.
"""

from bot.domain.outgoing import Button, Words

_VERSION = "1"
_MOST_BYTES = 64


def data(verb: str, *parts: str) -> str:
    """The data of a button. Raises ValueError for more than Telegram takes."""
    packed = ":".join((_VERSION, verb, *parts))
    if len(packed.encode()) > _MOST_BYTES:
        raise ValueError(f"callback data of {verb} is too long")
    return packed


def button(label: Words, verb: str, *parts: str) -> Button:
    """An inline button that does `verb`."""
    return Button(label, data=data(verb, *parts))


def parse(packed: str) -> tuple[str, tuple[str, ...]] | None:
    """(verb, parts) of a press, or None for data of another version or another program."""
    version, _, rest = packed.partition(":")
    if version != _VERSION or not rest:
        return None
    verb, *parts = rest.split(":")
    return verb, tuple(parts)
