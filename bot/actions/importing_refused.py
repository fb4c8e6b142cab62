"""The rows that were not taken, as a file that can be mended and brought in again: `FILE.refused.csv`."""

import csv
import io
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TextIO

from bot.domain.cells import plain_cell, safe_cell
from bot.domain.outgoing import Words, words
from bot.domain.refusals import Refusal
from bot.domain.rows import RefusedRow

Render = Callable[[Words], str]


def reason(refused: RefusedRow | Refusal) -> Words:
    """Why, in words. Columns and kinds of files go by their names in the reader's language."""
    name = refused.reason if isinstance(refused, RefusedRow) else refused.name
    facts = {
        fact: words(f"{fact}-{value}".replace("_", "-")) if fact in ("column", "kind") else value
        for fact, value in refused.facts.items()
    }
    return Words(f"refused-{name}", facts)


class RefusedTable:
    """Writes rows into a stream of text, safe to open in a spreadsheet: the columns as they came, then the reason."""

    def __init__(self, stream: TextIO, headings: tuple[str, ...], render: Render) -> None:
        self._rows = csv.writer(stream)
        self._render = render
        reason_heading = render(words("import-reason"))
        # A file that was mended and has come back has the column already.
        again = headings[-1:] == (reason_heading,)
        own = headings[:-1] if again else headings
        self._width = len(own)
        self._rest_from = len(headings)
        self._rows.writerow([*map(safe_cell, own), reason_heading])

    def add(self, row: RefusedRow) -> None:
        cells = [safe_cell(plain_cell(cell)) for cell in row.cells]
        padded = cells[: self._width] + [""] * (self._width - len(cells))
        # More cells than headings stay in sight, behind the reason.
        self._rows.writerow([*padded, self._render(reason(row)), *cells[self._rest_from :]])


def refused_table(headings: tuple[str, ...], rows: Iterable[RefusedRow], render: Render) -> bytes:
    """The whole file: UTF-8 with a mark at its start, which spreadsheets need."""
    stream = io.StringIO(newline="")
    table = RefusedTable(stream, headings, render)
    for row in rows:
        table.add(row)
    return stream.getvalue().encode("utf-8-sig", "replace")


class RefusedRows:
    """Writes the file beside the one that was read, from its first row on; only its owner can read it.

    An older one goes. Where the file cannot be written, `problem` says why and the import goes on.
    """

    def __init__(self, file: Path, headings: tuple[str, ...], render: Render) -> None:
        self.path = file.with_name(f"{file.name}.refused.csv")
        self.problem: OSError | None = None
        self._render = render
        self._headings = headings
        self._stream: TextIO | None = None
        self._table: RefusedTable | None = None
        self._try(lambda: self.path.unlink(missing_ok=True))

    def add(self, row: RefusedRow) -> None:
        if self.problem is None:
            self._try(lambda: self._write(row))

    def close(self) -> None:
        if self._stream is not None:
            self._try(self._stream.close)

    def _write(self, row: RefusedRow) -> None:
        if self._table is None:
            descriptor = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            self._stream = os.fdopen(descriptor, "w", encoding="utf-8-sig", newline="")
            self._table = RefusedTable(self._stream, self._headings, self._render)
        self._table.add(row)

    def _try(self, work: Callable[[], object]) -> None:
        try:
            work()
        except OSError as error:
            self.problem = error
