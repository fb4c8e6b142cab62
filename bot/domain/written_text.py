"""Text as it arrives from people and their files: the same words, spelled in one way, without what cannot be seen."""

import re
import unicodedata

# Zero-width signs, joiners, direction marks and byte-order marks: two names that look alike must be alike.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def visible(text: str) -> str:
    """The text in composed form (NFC), without invisible and control signs; line breaks and tabs stay."""
    if text.isascii() and text.isprintable():
        return text
    return _CONTROL.sub("", _INVISIBLE.sub("", unicodedata.normalize("NFC", text)))


def one_line(text: str) -> str:
    """The visible text on one line, with single spaces and none at the ends."""
    return " ".join(visible(text).split())


def plain_signs(text: str) -> str:
    """`one_line` with full-width and other compatibility signs made plain: for numbers, dates and headings."""
    return one_line(unicodedata.normalize("NFKC", text))
