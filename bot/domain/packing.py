"""Replies as text and back, so that the outbox can keep what is to be said until it is said.

Plain JSON: what JSON has (text, whole numbers, true, false, null) stands for itself, a tuple is a list, and every
other value is an object with one short tag: {"d": day}, {"t": moment in UTC}, {"m": [minor, currency]},
{"w": [key, args]}. Anything left at its default is not written. Of a document only the name is: its bytes are kept
elsewhere, and put back by whoever unpacks.
"""

import json
from datetime import UTC, date, datetime
from typing import Any

from bot.domain.outgoing import Button, Document, Keyboard, Money, Reply, Value, Words


def pack(reply: Reply) -> str:
    """One line of ASCII. Raises TypeError for a value that is no `Value`, ValueError for a moment without a zone."""
    packed: dict[str, Any] = {"text": _pack(reply.text)}
    if reply.buttons:
        packed["buttons"] = [[_pack_button(button) for button in row] for row in reply.buttons]
    if reply.keyboard is not Keyboard.NONE:
        packed["keyboard"] = reply.keyboard.value
    if reply.edits is not None:
        packed["edits"] = reply.edits
    if reply.document is not None:
        packed["picture" if reply.document.picture else "document"] = reply.document.name
    return json.dumps(packed, separators=(",", ":"))


def unpack(text: str) -> Reply:
    """The reply that `pack` wrote: a moment comes back in UTC, a document empty. Raises ValueError for all else."""
    try:
        packed = json.loads(text)
        return Reply(
            text=_unpack_words(packed["text"]),
            buttons=tuple(tuple(_unpack_button(button) for button in row) for row in packed.get("buttons", ())),
            keyboard=Keyboard(packed.get("keyboard", Keyboard.NONE)),
            edits=packed.get("edits"),
            document=_unpack_document(packed),
        )
    except (AttributeError, KeyError, TypeError, IndexError) as error:
        raise ValueError("this is no packed reply") from error


def pack_words(text: Words) -> str:
    """The same for words alone. Raises as `pack` does."""
    return json.dumps(_pack(text), separators=(",", ":"))


def unpack_words(text: str) -> Words:
    """The words that `pack_words` wrote. Raises ValueError for all else."""
    try:
        return _unpack_words(json.loads(text))
    except (AttributeError, KeyError, TypeError, IndexError) as error:
        raise ValueError("these are no packed words") from error


def _pack(value: Value) -> Any:
    match value:
        case str() | int() | None:
            return value
        case Words():
            return {"w": [value.key, {name: _pack(argument) for name, argument in value.args.items()}]}
        case Money():
            return {"m": [value.minor, value.currency]}
        case datetime():
            if value.utcoffset() is None:
                raise ValueError("a moment needs a zone")
            return {"t": value.astimezone(UTC).isoformat()}
        case date():
            return {"d": value.isoformat()}
        case tuple():
            return [_pack(item) for item in value]
    raise TypeError(f"a {type(value).__name__} cannot be said")


def _unpack(packed: Any) -> Value:
    if isinstance(packed, list):
        return tuple(_unpack(item) for item in packed)
    if not isinstance(packed, dict):
        value: str | int | bool | None = packed
        return value
    ((tag, content),) = packed.items()
    match tag:
        case "w":
            return _unpack_words(packed)
        case "m":
            return Money(*content)
        case "t":
            return datetime.fromisoformat(content)
        case "d":
            return date.fromisoformat(content)
    raise ValueError(f"no such tag: {tag}")


def _unpack_words(packed: Any) -> Words:
    key, arguments = packed["w"]
    return Words(key, {name: _unpack(argument) for name, argument in arguments.items()})


def _unpack_document(packed: Any) -> Document | None:
    for tag in ("document", "picture"):
        if tag in packed:
            return Document(packed[tag], b"", picture=tag == "picture")
    return None


def _pack_button(button: Button) -> dict[str, Any]:
    packed: dict[str, Any] = {"label": _pack(button.label)}
    if button.data:
        packed["data"] = button.data
    if button.url:
        packed["url"] = button.url
    if button.copy is not None:
        packed["copy"] = _pack(button.copy)
    return packed


def _unpack_button(packed: Any) -> Button:
    copy = packed.get("copy")
    return Button(
        label=_unpack_words(packed["label"]),
        data=packed.get("data", ""),
        url=packed.get("url", ""),
        copy=None if copy is None else _unpack_words(copy),
    )
