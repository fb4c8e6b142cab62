"""Any file that a shop may have, looked at by what is in it and not by its name: a table, or why it is none."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from bot.domain.columns import find_columns
from bot.domain.csv_reading import Row, open_csv
from bot.domain.refusals import Refusal
from bot.domain.xlsx_reading import Worksheet, open_xlsx

_ARCHIVE = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file. `sheet` is the name of the one sheet of a workbook that is read, None for a text file, and
    `other_sheets` are those that hold something too and are not read.
    """

    _read: Callable[[], Iterator[Row]]
    sheet: str | None = None
    other_sheets: tuple[str, ...] = ()

    def rows(self) -> Iterator[Row]:
        """All rows that are not empty, from the first one on; only one such iterator may be in use at a time."""
        return self._read()


def read_table(content: bytes | BinaryIO) -> Table:
    """The table in a file of any usual encoding or in a workbook. A stream must be seekable and stay open.

    Of a workbook, the first sheet with headings that are understood is read, else its first one. Raises the refusals of
    `open_csv` and `open_xlsx`.
    """
    stream = io.BytesIO(content) if isinstance(content, bytes) else content
    stream.seek(0)
    if stream.read(len(_ARCHIVE)) != _ARCHIVE:
        return Table(open_csv(stream).rows)
    sheets = open_xlsx(stream)
    chosen = next((sheet for sheet in sheets if _is_understood(sheet)), sheets[0])
    return Table(chosen.rows, chosen.name, tuple(sheet.name for sheet in sheets if sheet is not chosen))


def _is_understood(sheet: Worksheet) -> bool:
    try:
        find_columns(sheet.rows())
    except Refusal:
        return False
    return True
