"""Keys as text: in the key file, in DATA_KEY, and on the card that is kept on paper.

Key text holds one key or several, each on a line of its own or parted by commas: `v1:` and 32 random bytes, in base64
or as they stand on the card; without `v1:` it is version 1. What follows a `#` is a remark.

On the card a key is seventeen groups of four letters and digits, the last of them a check on the others, so that it
can be typed from paper: large and small letters are the same, o is 0, l and i are 1, and a line that ends in a hyphen
goes on in the next.
"""

import base64
import binascii
import re
from collections.abc import Iterator
from hashlib import sha256

KEY_BYTES = 32

_VERSION = r"(?:v([1-9][0-9]{0,2}):)?"
_BASE64 = re.compile(_VERSION + r"([A-Za-z0-9+/_-]{43}=?)")
_CARD = re.compile(_VERSION + r"((?:[0-9a-foli]{4}-){16}[0-9a-foli]{4})", re.IGNORECASE)
_LOOK_ALIKE = str.maketrans("oli", "011")
_GROUPS_A_LINE = 4


class KeyMalformed(Exception):
    """The key text cannot be read. `line` counts from 1; 0 means that no key is there at all."""

    def __init__(self, source: str, line: int) -> None:
        super().__init__(f"{source}, line {line}: not a key")
        self.source = source
        self.line = line


def read_keys(text: str, source: str) -> dict[int, bytes]:
    """Version -> master key of 32 bytes. `source` names where the text came from, and the text itself is never shown.

    Raises KeyMalformed.
    """
    keys: dict[int, bytes] = {}
    for number, word in _words(text):
        version, master = _parse(word, source, number)
        if version in keys:
            raise KeyMalformed(source, number)
        keys[version] = master
    if not keys:
        raise KeyMalformed(source, 0)
    return keys


def card_lines(version: int, master: bytes) -> list[str]:
    """The key as it stands on the card, line by line; `read_keys` reads the lines as they are."""
    digits = master.hex() + _check(master)
    groups = [digits[start : start + 4] for start in range(0, len(digits), 4)]
    lines = ["-".join(groups[start : start + _GROUPS_A_LINE]) for start in range(0, len(groups), _GROUPS_A_LINE)]
    return [f"v{version}:{lines[0]}-", *(f"{line}-" for line in lines[1:-1]), lines[-1]]


def _words(text: str) -> Iterator[tuple[int, str]]:
    """Each key with the number of the line on which it begins."""
    begun, first = "", 0
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), 1):
        for word in line.partition("#")[0].replace(",", " ").split():
            first = first if begun else number
            begun += word
            if not word.endswith("-"):
                yield first, begun
                begun = ""
    if begun:
        yield first, begun


def _parse(word: str, source: str, line: int) -> tuple[int, bytes]:
    on_card = _CARD.fullmatch(word)
    match = on_card or _BASE64.fullmatch(word)
    version = int(match[1] or 1) if match else 0
    if match is None or version > 255:
        raise KeyMalformed(source, line)
    master = _from_card(match[2]) if on_card else _from_base64(match[2])
    if master is None:
        raise KeyMalformed(source, line)
    return version, master


def _from_card(groups: str) -> bytes | None:
    digits = groups.lower().translate(_LOOK_ALIKE).replace("-", "")
    master = bytes.fromhex(digits[: 2 * KEY_BYTES])
    return master if digits[2 * KEY_BYTES :] == _check(master) else None


def _from_base64(encoded: str) -> bytes | None:
    try:
        return base64.urlsafe_b64decode(encoded.rstrip("=").translate(str.maketrans("+/", "-_")) + "=")
    except binascii.Error:
        return None


def _check(master: bytes) -> str:
    """Four digits that say whether the others were typed right, and say nothing else about them."""
    return sha256(b"dangol key card" + master).hexdigest()[:4]
