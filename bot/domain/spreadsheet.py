"""A shop's file from end to end: its kind, its columns, its order of day and month, and what each row says.

The rows are read twice: the first reading settles what only the whole file can tell, the second gives the rows one by
one, so that no file has to fit into memory.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from zoneinfo import ZoneInfo

from bot.domain.columns import Columns, find_columns
from bot.domain.csv_reading import Row
from bot.domain.date_order import DateOrderVote
from bot.domain.headings import Column, SheetKind
from bot.domain.refusals import Refusal
from bot.domain.row_cells import YEARS_AHEAD, Reading
from bot.domain.row_reading import read_row
from bot.domain.rows import Verdict
from bot.domain.table_reading import Table

_DATES = (Column.VISITED_AT, Column.RECEIVED_AT, Column.PROMISED_AT, Column.AT, Column.BIRTHDAY)
_OLDEST_YEARS = {SheetKind.CUSTOMERS: 120}
_OLDEST_YEARS_OF_EVENTS = 30


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file that was understood. `order_guessed` is worth showing before anything is imported; `row_count` is for
    progress and counts the rows under the headings.
    """

    table: Table
    reading: Reading
    order_guessed: bool
    row_count: int

    @property
    def columns(self) -> Columns:
        return self.reading.columns

    @property
    def kind(self) -> SheetKind:
        return self.reading.columns.kind

    def rows(self) -> Iterator[Row]:
        """The rows under the headings as they stand, for whoever wants to give one back; `read_row` reads them."""
        return _under_headings(self.table.rows(), self.columns)

    def verdicts(self) -> Iterator[Verdict]:
        """What each row says or why it was refused, in the order of the file."""
        return (read_row(row, self.reading) for row in self.rows())


def open_sheet(
    table: Table,
    *,
    today: date,
    zone: ZoneInfo,
    currency: str = "KRW",
    region: str = "KR",
    kind: SheetKind | None = None,
) -> Sheet:
    """Understand a file; `kind` is found by the headings if it is not given.

    Raises Refusal: file-headings-unknown, file-column-missing, file-no-rows.
    """
    columns = find_columns(table.rows(), kind)
    vote = DateOrderVote(*_plausible_days(columns.kind, today))
    dates = [column for column in _DATES if column in columns.places]
    row_count = 0
    for row in _under_headings(table.rows(), columns):
        row_count += 1
        for column in dates:
            vote.see(columns.cell(row.cells, column))
    if row_count == 0:
        raise Refusal("file-no-rows")
    decided = vote.decide()
    reading = Reading(columns, today, zone, currency, region, decided.order)
    return Sheet(table, reading, decided.guessed, row_count)


def _plausible_days(kind: SheetKind, today: date) -> tuple[date, date]:
    oldest = date(today.year - _OLDEST_YEARS.get(kind, _OLDEST_YEARS_OF_EVENTS), 1, 1)
    ahead = kind in (SheetKind.ORDERS, SheetKind.APPOINTMENTS)
    return oldest, date(today.year + YEARS_AHEAD, 12, 31) if ahead else today


def _under_headings(rows: Iterator[Row], columns: Columns) -> Iterator[Row]:
    """The rows below the heading line, without its repetitions: pages that were put together carry one each."""
    return (row for row in rows if row.line_no > columns.line_no and row.cells != columns.headings)


@dataclass(slots=True)
class Occurrences:
    """Counts identical rows of one file: two equal lines of one receipt are two, also when the file is read again.

    A row's `fingerprint` (with the person it belongs to) and its number make the key by which a second import of the
    same file finds that the row is already there.
    """

    _seen: Counter[tuple[str, ...]] = field(default_factory=Counter)

    def number(self, fingerprint: tuple[str, ...]) -> int:
        """1 for the first such row, 2 for the second one, and so on."""
        self._seen[fingerprint] += 1
        return self._seen[fingerprint]
