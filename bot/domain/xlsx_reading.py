"""Rows out of an Excel workbook, which is an archive of XML that a stranger may have made to do harm.

calamine reads it, in Rust and at once: it would lay a sheet with one cell in each corner out in full, and unpack
whatever an archive holds. So nothing reaches it but what was looked at here: parts of a size that was checked while
they were unpacked, XML without declarations of its own, and sheets whose cells lie close together.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, BinaryIO
from xml.parsers import expat

from bot.domain.csv_reading import Row
from bot.domain.refusals import Refusal

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

# What a bot may download from Telegram; a workbook of a hundred thousand visits has a quarter of it.
LARGEST_FILE = 20 * 1024 * 1024
# Unpacked it takes eight times as much. Nothing but a bomb takes fifty times as much, once it is large at all.
LARGEST_UNPACKED = 64 * 1024 * 1024
_MOST_GROWTH, _NO_BOMB = 50, 4 * 1024 * 1024
_MOST_PARTS = 2_000
# Twenty-five columns of a hundred thousand rows, 56 bytes each while calamine has them.
MOST_CELLS = 2_500_000
# A cell that goes over several rows belongs to all of them; people do not join more than these.
_MOST_JOINED_ROWS, _MOST_JOINED_CELLS = 500, 100_000
_CHUNK = 1 << 16
_WANTED = (".xml", ".rels")
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384

# What zipfile and zlib raise for an archive that is damaged or made up.
_UNREADABLE = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError)

Cell = int | float | str | bool | time | date | datetime | timedelta


@dataclass(frozen=True, slots=True)
class Worksheet:
    """One sheet of a workbook, by the name on its tab."""

    name: str
    _read: Callable[[], Iterator[Row]]

    def rows(self) -> Iterator[Row]:
        """All rows that are not empty; `line_no` is the number that Excel shows beside the row."""
        return self._read()


def open_xlsx(stream: BinaryIO) -> list[Worksheet]:
    """The sheets of a workbook that can be seen and hold anything, in their order. Formulas give what they came to when
    the file was saved; macros, pictures and hidden sheets are not looked at.

    Raises Refusal: file-too-large, file-bomb, file-password, file-xml-entities, file-too-sparse, file-not-counted,
    file-is-archive, file-is-document, file-old-excel, file-broken, file-empty.
    """
    # Both are needed for a workbook only.
    import python_calamine as calamine

    packed = _only_what_was_looked_at(stream)
    try:
        book = calamine.CalamineWorkbook.from_filelike(packed)
        shown = [
            sheet.name
            for sheet in book.sheets_metadata
            if sheet.typ == calamine.SheetTypeEnum.WorkSheet and sheet.visible == calamine.SheetVisibleEnum.Visible
        ]
        found = []
        for name in shown:
            sheet = book.get_sheet_by_name(name)
            if sheet.end is not None:
                found.append(Worksheet(name, partial(_rows, sheet, _joined(sheet))))
    except calamine.PasswordError:
        raise Refusal("file-password") from None
    except calamine.CalamineError:
        raise Refusal("file-broken") from None
    except BaseException as error:
        # A panic in Rust arrives as no Exception, so that nobody takes it for an ordinary one.
        if type(error).__name__ != "PanicException":
            raise
        raise Refusal("file-broken") from None
    if not found:
        raise Refusal("file-empty")
    return found


def _only_what_was_looked_at(stream: BinaryIO) -> io.BytesIO:
    """A new archive of the XML parts, each unpacked no further than it says and looked through on the way.

    It is made anew because two programs can read one archive in two ways.
    """
    size = stream.seek(0, io.SEEK_END)
    if size > LARGEST_FILE:
        raise Refusal("file-too-large", most=LARGEST_FILE >> 20)
    packed = io.BytesIO()
    try:
        with zipfile.ZipFile(stream) as archive, zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as clean:
            for part in _wanted(archive.infolist()):
                _look_through(archive, part, clean)
    except _UNREADABLE:
        raise Refusal("file-broken") from None
    packed.seek(0)
    return packed


def _wanted(parts: Sequence[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    if any(part.flag_bits & 1 for part in parts):
        raise Refusal("file-password")
    names = {part.filename.casefold() for part in parts}
    if "xl/workbook.bin" in names:
        raise Refusal("file-old-excel")
    if any(name.startswith(("word/", "ppt/")) for name in names):
        raise Refusal("file-is-document")
    if not any(name.endswith("workbook.xml") for name in names):
        raise Refusal("file-is-archive")
    wanted = [part for part in parts if part.filename.casefold().endswith(_WANTED)]
    unpacked, packed = sum(part.file_size for part in wanted), sum(part.compress_size for part in wanted)
    grows = unpacked > _NO_BOMB and unpacked > _MOST_GROWTH * packed
    if len(parts) > _MOST_PARTS or unpacked > LARGEST_UNPACKED or grows:
        raise Refusal("file-bomb")
    if any(part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for part in wanted):
        raise Refusal("file-broken")
    return wanted


def _look_through(archive: zipfile.ZipFile, part: zipfile.ZipInfo, clean: zipfile.ZipFile) -> None:
    """Copy the part as it is. zipfile gives no more of it than `file_size`, and refuses it where that was a lie."""
    look = _Look()
    with archive.open(part) as packed, clean.open(part.filename, "w") as target:
        while chunk := packed.read(_CHUNK):
            look.feed(chunk)
            target.write(chunk)
        look.end()


class _Look:
    """Goes through one XML part: it may declare nothing, and if it is a sheet, its cells may not lie far apart and its
    formulas must have been counted. A program that writes workbooks leaves that to Excel, and a sum would read as none.
    """

    def __init__(self) -> None:
        self._parser = expat.ParserCreate()
        self._parser.StartDoctypeDeclHandler = self._declares
        self._parser.StartElementHandler = self._first
        self._row = self._column = 0
        self._last_row = self._last_column = 0
        self._uncounted: tuple[int, int] | None = None
        self._is_text = False

    def feed(self, chunk: bytes) -> None:
        self._parse(chunk, final=False)

    def end(self) -> None:
        self._parse(b"", final=True)
        self._must_be_counted()

    def _parse(self, chunk: bytes, *, final: bool) -> None:
        try:
            self._parser.Parse(chunk, final)
        except (expat.ExpatError, LookupError, ValueError):
            # The last two are for an encoding that nobody knows.
            raise Refusal("file-broken") from None

    def _declares(self, *_: object) -> None:
        raise Refusal("file-xml-entities")

    def _first(self, name: str, attributes: dict[str, str]) -> None:
        # Only the cells of sheets are worth a call for each.
        sheet = name.rpartition(":")[2] == "worksheet"
        self._parser.StartElementHandler = self._element if sheet else None

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(":")[2]:
            case "c":
                self._must_be_counted()
                self._is_text = attributes.get("t") == "str"
                self._column += 1
                if reference := attributes.get("r"):
                    self._row, self._column = _place(reference)
            case "row":
                self._row, self._column = self._number(attributes.get("r")), 0
            case "f":
                self._uncounted = self._row, self._column
            case "v" | "is":
                if self._uncounted is not None:
                    self._parser.CharacterDataHandler = self._counted
                    if self._is_text:
                        self._counted("")
                self._fill()

    def _fill(self) -> None:
        if self._row > self._last_row or self._column > self._last_column:
            self._last_row = max(self._row, self._last_row)
            self._last_column = max(self._column, self._last_column)
            if self._last_row * self._last_column > MOST_CELLS:
                raise Refusal("file-too-sparse", row=self._last_row)

    def _counted(self, _: str) -> None:
        self._uncounted = None
        self._parser.CharacterDataHandler = None

    def _must_be_counted(self) -> None:
        if self._uncounted is not None:
            raise Refusal("file-not-counted", row=self._uncounted[0])

    def _number(self, written: str | None) -> int:
        if written is None:
            return self._row + 1
        if not (written.isascii() and written.isdigit() and 0 < int(written[:9]) <= _LAST_ROW):
            raise Refusal("file-broken")
        return int(written)


def _place(reference: str) -> tuple[int, int]:
    """Row and column, both from 1. Raises Refusal file-broken for a place that no sheet has."""
    found = _REFERENCE.fullmatch(reference)
    column = 0
    for letter in found[1] if found else "":
        column = column * 26 + ord(letter) - ord("A") + 1
    if found is None or column > _LAST_COLUMN or not 0 < int(found[2]) <= _LAST_ROW:
        raise Refusal("file-broken")
    return int(found[2]), column


Joined = dict[int, dict[int, str]]


def _rows(sheet: "CalamineSheet", joined: Joined) -> Iterator[Row]:
    for number, cells in enumerate(sheet.iter_rows()):
        written = [_written(cell) for cell in cells]
        for column, text in joined.get(number, {}).items():
            written[column] = written[column] or text
        if any(written):
            yield Row(number + 1, tuple(written))


def _joined(sheet: "CalamineSheet") -> Joined:
    """What cells that go over several rows say, for the rows below their first: row and column from 0 -> text.

    A number is left out, for a sum that is written once beside three things is one sum.
    """
    start, end = sheet.start, sheet.end
    tall = [
        (top, column, bottom)
        for (top, column), (bottom, _) in sheet.merged_cell_ranges or ()
        if start and end and top < bottom <= min(end[0], top + _MOST_JOINED_ROWS) and start[1] <= column <= end[1]
    ]
    if not tall or start is None or sum(bottom - top for top, _, bottom in tall) > _MOST_JOINED_CELLS:
        return {}
    says: dict[int, list[tuple[int, int]]] = {}
    for top, column, bottom in tall:
        says.setdefault(top, []).append((column - start[1], bottom))
    joined: Joined = {}
    for number, cells in enumerate(sheet.iter_rows()):
        for column, bottom in says.get(number, ()):
            if isinstance(cells[column], (int, float)) or not cells[column]:
                continue
            for below in range(number + 1, bottom + 1):
                joined.setdefault(below, {})[column] = _written(cells[column])
    return joined


def _written(cell: Cell) -> str:
    """The cell as a person would write it into a list; a number has the fifteen digits that Excel itself keeps."""
    match cell:
        case str():
            return cell
        case bool():
            return "TRUE" if cell else "FALSE"
        case int():
            return str(cell)
        case float():
            if cell.is_integer() and abs(cell) < 1e15:
                return str(int(cell))
            shortest = f"{cell:.15g}"
            return format(Decimal(shortest), "f") if "e" in shortest and abs(cell) < 1e30 else shortest
        case datetime():
            return f"{cell + timedelta(microseconds=500_000):%Y-%m-%d %H:%M:%S}"
        case date():
            return cell.isoformat()
        case time():
            return f"{cell:%H:%M:%S}"
        case timedelta():
            seconds = round(cell.total_seconds())
            return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
