"""The rows that were not taken, as a file that can be mended and brought in again: `FILE.refused.csv`."""

import csv
import os
from collections.abc import Callable
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


class RefusedRows:
    """Writes the file, from its first row on: the columns as they came, then the reason.

    UTF-8 with a mark at its start, which spreadsheets need, and safe to open in one; only its owner can read it. An
    older one goes. Where the file cannot be written, `problem` says why and the import goes on.
    """

    def __init__(self, file: Path, headings: tuple[str, ...], render: Render) -> None:
        self.path = file.with_name(f"{file.name}.refused.csv")
        self.problem: OSError | None = None
        self._render = render
        self._reason = render(words("import-reason"))
        # A file that was mended and has come back has the column already.
        again = headings[-1:] == (self._reason,)
        self._headings = headings[:-1] if again else headings
        self._rest_from = len(headings)
        self._stream: TextIO | None = None
        self._try(lambda: self.path.unlink(missing_ok=True))

    def add(self, row: RefusedRow) -> None:
        if self.problem is None:
            self._try(lambda: self._write(row))

    def close(self) -> None:
        if self._stream is not None:
            self._try(self._stream.close)

    def _write(self, row: RefusedRow) -> None:
        if self._stream is None:
            descriptor = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            self._stream = os.fdopen(descriptor, "w", encoding="utf-8-sig", newline="")
            csv.writer(self._stream).writerow([*map(safe_cell, self._headings), self._reason])
        width = len(self._headings)
        cells = [safe_cell(plain_cell(cell)) for cell in row.cells]
        padded = cells[:width] + [""] * (width - len(cells))
        # More cells than headings stay in sight, behind the reason.
        csv.writer(self._stream).writerow([*padded, self._render(reason(row)), *cells[self._rest_from :]])

    def _try(self, work: Callable[[], object]) -> None:
        try:
            work()
        except OSError as error:
            self.problem = error
