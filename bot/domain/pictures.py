"""Pictures as they are sent on."""

from bot.domain.outgoing import Document

_KINDS = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg"}


def kind_of(data: bytes) -> str | None:
    """The ending of a picture's name by its first bytes, None for anything but PNG and JPEG."""
    return next((kind for start, kind in _KINDS.items() if data.startswith(start)), None)


def picture(number: int, data: bytes) -> Document:
    return Document(f"photo-{number}.{kind_of(data)}", data, picture=True)
