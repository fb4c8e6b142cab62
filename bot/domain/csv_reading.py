"""Rows out of a text file as shops have them: any usual encoding and separator, read as a stream.

The encoding is found by decoding, not by statistics, which read a short Korean list as Chinese: UTF-8 and UTF-16 are
strict enough to fail on anything else, and cp949 is what is left in Korea. Where nothing fits, what fits best is taken.
"""

import codecs
import csv
import io
import itertools
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from bot.domain.file_formats import refuse_other_formats
from bot.domain.refusals import Refusal

LONGEST_LINE = 1 << 20
# A quotation mark that is never closed would swallow the rest of the file; no real cell goes over so many lines.
MOST_LINES_A_ROW = 200
_CHUNK = 1 << 16
_SAMPLE_LINES = 30
_SEPARATORS = (",", "\t", ";", "|")
# A few damaged signs, or rows pasted in from another encoding, cost their rows and not the whole file.
_MOST_DAMAGE = 0.02
_MOST_LOST = 0.2
_NO_SIGNS = ("\ufffd", "\x00")
# Separators, digits and line ends each have a zero byte in UTF-16; a stray one in another encoding is no sign of it.
_FEWEST_ZEROS = 50
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `line_no` is the file's own line (from 1) on which it starts.

    `broken` is the name of a refusal: row-broken for a quotation mark that is never closed, row-too-long for an endless
    cell (`cells` is then the first line as it stands), row-garbled if some of the signs cannot be read.
    """

    line_no: int
    cells: tuple[str, ...]
    broken: str | None = None


@dataclass(frozen=True, slots=True)
class CsvFile:
    """A text file that was found readable. The stream must be seekable and stay open."""

    stream: BinaryIO
    encoding: str
    separator: str

    def rows(self) -> Iterator[Row]:
        """All rows that are not empty, from the first line on; only one such iterator may be in use at a time."""
        return _rows(_lines(self.stream, self.encoding), self.separator)


def open_csv(stream: BinaryIO) -> CsvFile:
    """Find out how to read the file; this reads it once from end to end.

    Raises Refusal: file-empty, file-not-text, file-line-too-long, and those of `refuse_other_formats`.
    """
    refuse_other_formats(stream)
    stream.seek(0)
    head = stream.read(_CHUNK)
    encoding = _encoding(head, stream)
    sample = list(itertools.islice((line for line in _lines(stream, encoding) if line.strip()), _SAMPLE_LINES))
    if not sample:
        raise Refusal("file-empty")
    return CsvFile(stream, encoding, _separator(sample))


def _chunks(stream: BinaryIO) -> Iterator[bytes]:
    stream.seek(0)
    while chunk := stream.read(_CHUNK):
        yield chunk


def _encoding(head: bytes, stream: BinaryIO) -> str:
    marked = next((encoding for mark, encoding in _UTF16.items() if head.startswith(mark)), None)
    if marked is None and head.count(b"\x00") * _FEWEST_ZEROS > len(head):
        # Without a mark, that half of each pair is the letter which gives more of the signs that every list has.
        marked = max(_UTF16.values(), key=lambda encoding: _plain_signs_in(head, encoding))
    damages = {}
    for encoding in [marked] if marked else ["utf-8-sig", "cp949"]:
        damages[encoding] = _damage(stream, encoding)
        if damages[encoding] == 0:
            return encoding
    best = min(damages, key=lambda encoding: damages[encoding])
    if damages[best] > _MOST_DAMAGE:
        raise Refusal("file-not-text")
    return best


def _plain_signs_in(head: bytes, encoding: str) -> int:
    return sum(1 for sign in head.decode(encoding, errors="replace") if " " <= sign <= "~" or sign in "\r\n\t")


def _damage(stream: BinaryIO, encoding: str) -> float:
    """The share of signs in the whole file that are none in this encoding. Raises Refusal file-line-too-long."""
    try:
        # The sign for a damaged sign may itself stand in a file, which chance does not make of any other encoding.
        lost = _share(stream, encoding, "strict", _NO_SIGNS)
        if encoding == "utf-8-sig" and 0 < lost <= _MOST_LOST:
            return _share(stream, encoding, "strict", _NO_SIGNS[1:])
        return lost
    except UnicodeDecodeError:
        return _share(stream, encoding, "replace", _NO_SIGNS)


def _share(stream: BinaryIO, encoding: str, errors: str, damage: tuple[str, ...]) -> float:
    decoder = codecs.getincrementaldecoder(encoding)(errors=errors)
    damaged = total = length = 0
    for chunk in itertools.chain(_chunks(stream), [b""]):
        text = decoder.decode(chunk, final=not chunk)
        damaged += sum(text.count(sign) for sign in damage)
        total += len(text)
        *ended, rest = text.replace("\r", "\n").split("\n")
        for line in ended:
            if length + len(line) > LONGEST_LINE:
                raise Refusal("file-line-too-long")
            length = 0
        length += len(rest)
        if length > LONGEST_LINE:
            raise Refusal("file-line-too-long")
    return damaged / max(total, 1)


def _lines(stream: BinaryIO, encoding: str) -> Iterator[str]:
    """The lines with their ends, which belong to a cell that goes over several lines."""
    stream.seek(0)
    text = io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline="")
    try:
        for number, line in enumerate(text):
            yield line.removeprefix("\ufeff") if number == 0 else line
    finally:
        # The wrapper would close the stream with itself.
        text.detach()


def _separator(sample: list[str]) -> str:
    """The sign that cuts most lines into the same number of cells; Excel's own first line "sep=;" says it outright."""
    told = sample[0].strip().casefold()
    if told.startswith("sep=") and told[4:] in _SEPARATORS:
        return told[4:]
    return max(_SEPARATORS, key=lambda separator: _agreement(sample, separator))


def _agreement(sample: list[str], separator: str) -> tuple[int, int]:
    try:
        widths = Counter(len(cells) for cells in csv.reader(sample, delimiter=separator) if len(cells) > 1)
    except csv.Error:
        return 0, 0
    return max(((times, width) for width, times in widths.items()), default=(0, 0))


class _NeverClosedError(Exception):
    """A quotation mark was opened and the lines of one row do not end."""


class _Pulled:
    """Hands lines to the csv module and keeps those of the row at hand, so that they can be taken back."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._again: deque[str] = deque()
        self.of_row: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if len(self.of_row) >= MOST_LINES_A_ROW:
            raise _NeverClosedError
        line = self._again.popleft() if self._again else next(self._lines, None)
        if line is None:
            if self.of_row:
                raise _NeverClosedError
            raise StopIteration
        self.of_row.append(line)
        return line

    def give_up_first_line(self) -> str:
        first, *others = self.of_row
        self._again.extendleft(reversed(others))
        self.of_row.clear()
        return first


def _rows(lines: Iterator[str], separator: str) -> Iterator[Row]:
    pulled = _Pulled(lines)
    reader = csv.reader(pulled, delimiter=separator)
    line_no = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except (csv.Error, _NeverClosedError) as error:
            # The one thing that the csv module refuses by itself is a cell of more than 131,072 signs.
            reason = "row-broken" if isinstance(error, _NeverClosedError) else "row-too-long"
            yield Row(line_no, (pulled.give_up_first_line().rstrip("\r\n"),), reason)
            reader = csv.reader(pulled, delimiter=separator)
            line_no += 1
            continue
        whole = "".join(cells)
        if whole and not whole.isspace():
            garbled = any(sign in whole for sign in _NO_SIGNS)
            yield Row(line_no, tuple(cells), "row-garbled" if garbled else None)
        line_no += len(pulled.of_row)
        pulled.of_row.clear()
