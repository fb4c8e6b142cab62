"""Contact cards out of a .vcf file: whom an address book knows by which numbers, and nothing else that is on a card.

Versions 2.1, 3.0 and 4.0 (RFC 2425, RFC 2426, RFC 6350), as phones write them and not only as the standards do. Read
by hand: vobject 0.9.9 ends a folded Korean name of version 2.1 in the middle, gives up the whole file where a name has
no charset or a photo is damaged, and writes what it cannot read into the log.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.refusals import Refusal
from bot.domain.written_text import one_line

MOST_CARDS = 5_000
_HEX = re.compile(rb"=([0-9A-Fa-f]{2})")
_UNIT = re.compile(r"(?<!\\)[;]")
_ESCAPED = re.compile(r"\\(.)")
_CHARSETS = {"ks_c_5601-1987": "cp949", "euc-kr": "cp949", "euckr": "cp949", "ksc5601": "cp949", "ms949": "cp949"}
_MARKS = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


@dataclass(frozen=True, slots=True)
class Card:
    """One person of an address book: the name and the numbers as they are written there; either may be missing."""

    name: str
    phones: tuple[str, ...]


def is_vcard(head: bytes) -> bool:
    """Whether a file that begins so holds contact cards."""
    return _in_bytes(head[:4096]).lstrip().upper().startswith(b"BEGIN:VCARD")


def read_vcards(data: bytes) -> list[Card]:
    """Every card of the file, in its order. Raises Refusal: file-no-cards, file-too-many-cards (with `most`)."""
    cards: list[Card] = []
    for properties in _cards(_lines(_in_bytes(data))):
        if len(cards) == MOST_CARDS:
            raise Refusal("file-too-many-cards", most=MOST_CARDS)
        cards.append(_card(properties))
    if not cards:
        raise Refusal("file-no-cards")
    return cards


@dataclass(frozen=True, slots=True)
class _Property:
    name: str
    parameters: dict[str, str]
    value: bytes

    @property
    def text(self) -> str:
        raw = self.value
        if self.parameters.get("encoding") == "quoted-printable":
            raw = _HEX.sub(lambda found: bytes([int(found[1], 16)]), raw)
        charset = self.parameters.get("charset", "")
        for encoding in (_CHARSETS.get(charset, charset), "utf-8", "cp949"):
            try:
                return raw.decode(encoding or "utf-8")
            except (UnicodeDecodeError, LookupError):
                continue
        return raw.decode("utf-8", "replace")


def _in_bytes(data: bytes) -> bytes:
    """The file in an encoding whose line ends and colons are single bytes."""
    encoding = _MARKS.get(data[:2])
    return data.decode(encoding, "replace").encode() if encoding else data.removeprefix(codecs.BOM_UTF8)


def _lines(data: bytes) -> Iterator[bytes]:
    """Whole lines. A line that begins with a blank goes on with the one before it, and so does what follows a line of
    quoted-printable text that ends in "=".
    """
    pieces: list[bytes] = []
    is_quoted = False
    for line in re.split(rb"\r\n|\n|\r", data):
        if is_quoted and pieces[-1].endswith(b"="):
            pieces[-1] = pieces[-1][:-1]
            pieces.append(line.lstrip())
        elif line[:1] in (b" ", b"\t") and pieces:
            pieces.append(line[1:])
        else:
            yield b"".join(pieces)
            pieces = [line]
            is_quoted = b"QUOTED-PRINTABLE" in line.partition(b":")[0].upper()
    yield b"".join(pieces)


def _cards(lines: Iterator[bytes]) -> Iterator[list[_Property]]:
    """The properties of each card, also of one that is never closed; a card within a card is read as part of it."""
    card: list[_Property] | None = None
    depth = 0
    for line in lines:
        match line.strip().upper():
            case b"BEGIN:VCARD":
                depth += 1
                card = [] if card is None else card
            case b"END:VCARD":
                depth -= 1
                if card is not None and depth <= 0:
                    yield card
                    card, depth = None, 0
            case _ if card is not None and (found := _property(line)) is not None:
                card.append(found)
    if card is not None:
        yield card


def _property(line: bytes) -> _Property | None:
    head, separator, value = line.partition(b":")
    if not separator:
        return None
    name, *parameters = head.decode("ascii", "replace").split(";")
    told: dict[str, str] = {}
    for parameter in parameters:
        key, equals, meaning = parameter.partition("=")
        if equals:
            told[key.strip().casefold()] = meaning.strip().strip('"').casefold()
        elif key.strip().casefold() == "quoted-printable":  # version 2.1 may leave out "ENCODING="
            told["encoding"] = "quoted-printable"
    return _Property(name.rpartition(".")[2].strip().upper(), told, value)


def _card(properties: list[_Property]) -> Card:
    full = structured = ""
    phones: list[str] = []
    for one in properties:
        match one.name:
            case "FN":
                full = full or _plain(one.text)
            case "N":
                structured = structured or _called(one.text)
            case "TEL":
                phones.append(_plain(one.text))
    return Card(full or structured, tuple(dict.fromkeys(phone for phone in phones if phone)))


def _called(text: str) -> str:
    """A name of parts: family; given; further. A Korean one has no space in it."""
    family, given, *_ = [*(_plain(part) for part in _UNIT.split(text)), "", ""]
    if re.fullmatch(r"[가-힣]+", family + given):
        return family + given
    return f"{given} {family}".strip()


def _plain(text: str) -> str:
    return one_line(_ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], text))
