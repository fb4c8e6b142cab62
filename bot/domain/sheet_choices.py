"""What somebody is shown of a file before it is brought in, and what they can decide about it."""

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from bot.domain.columns import Columns, find_columns
from bot.domain.csv_reading import Row
from bot.domain.headings import Column, SheetKind
from bot.domain.masking import masked
from bot.domain.refusals import Refusal
from bot.domain.row_cells import Reading
from bot.domain.spreadsheet import Sheet
from bot.domain.written_dates import DateOrder, read_written_date
from bot.domain.written_text import one_line

_DATES = (Column.VISITED_AT, Column.RECEIVED_AT, Column.AT, Column.BIRTHDAY)
_IDENTITIES = frozenset({Column.NAME, Column.FIRST_NAME, Column.LAST_NAME, Column.PHONE, Column.MEMBER_NO})
_EVENT_DATES = frozenset({Column.VISITED_AT, Column.RECEIVED_AT, Column.AT})
_LONGEST_CELL = 24


@dataclass(frozen=True, slots=True)
class OpenDate:
    """The first date of a file that is another day in another order: as written, and as each order reads it."""

    written: str
    days: dict[DateOrder, date]


def read_otherwise(sheet: Sheet, *, order: DateOrder | None = None, without_guesses: bool = False) -> Sheet:
    """The same file with its dates read in this order, or without the columns that were only guessed."""
    old = sheet.reading
    columns = _without_guesses(old.columns) if without_guesses else old.columns
    reading = Reading(columns, old.today, old.zone, old.currency, old.region, order or old.order)
    return replace(sheet, reading=reading, order_guessed=sheet.order_guessed and order is None)


def kinds_of(columns: Columns) -> tuple[SheetKind, ...]:
    """All kinds of file that these headings could be over without more guesses, in the order of `SheetKind`."""
    return tuple(_readings(columns))


def equal_kinds(columns: Columns) -> tuple[SheetKind, ...]:
    """The kinds that explain as many of the headings as the one that was taken, itself among them."""
    known = {kind: len(read.places) - len(read.guessed) for kind, read in _readings(columns).items()}
    return tuple(kind for kind in known if known[kind] >= known.get(columns.kind, 0))


def can_do_without_guesses(columns: Columns) -> bool:
    """Whether leaving out what was guessed would change anything."""
    return _without_guesses(columns) != columns


def open_date(sheet: Sheet) -> OpenDate | None:
    """A date of the file by which to ask in which order its days and months stand."""
    for row in sheet.rows():
        for column in _DATES:
            written = sheet.reading.figure(row.cells, column) or ""
            days = {order: day for order in DateOrder if (day := _day(written, order, sheet.reading.today))}
            if sheet.reading.order in days and len(set(days.values())) > 1:
                return OpenDate(written, days)
    return None


def first_rows(sheet: Sheet, most: int = 3) -> tuple[tuple[str, ...], ...]:
    """The first rows as they stand, by the columns that are read, with what is private masked."""
    columns = sheet.columns
    order = sorted(columns.places, key=lambda column: columns.places[column])
    return tuple(
        tuple(_shown(column, cell) for column in order if (cell := one_line(columns.cell(row.cells, column))))
        for row in islice(sheet.rows(), most)
    )


def _shown(column: Column, cell: str) -> str:
    match column:
        case Column.PHONE | Column.EMAIL | Column.ADDRESS:
            return masked(column.value, cell.lstrip("'"))
        case Column.BIRTHDAY:
            return re.sub(r"\d+", lambda found: "*" * len(found[0]), cell, count=1)
        case Column.NOTE:
            return "***"
        case Column.MEMBER_NO:
            return f"***{cell[-4:]}" if len(cell) > 4 else cell
        case _:
            return cell if len(cell) <= _LONGEST_CELL else f"{cell[: _LONGEST_CELL - 1]}…"


def _readings(columns: Columns) -> dict[SheetKind, Columns]:
    found = {}
    for kind in SheetKind:
        try:
            read = find_columns([Row(columns.line_no, columns.headings)], kind)
        except Refusal:
            continue
        if kind is columns.kind or len(read.guessed) <= len(columns.guessed):
            found[kind] = read
    return found


def _without_guesses(columns: Columns) -> Columns:
    """What the file cannot do without stays: when it was, and whom it is about."""
    guessed = {column for column, place in columns.places.items() if columns.headings[place] in columns.guessed}
    certain = columns.places.keys() - guessed
    needed = _EVENT_DATES | (_IDENTITIES if not certain & _IDENTITIES else frozenset())
    out = guessed - needed
    places = {column: place for column, place in columns.places.items() if column not in out}
    headings = columns.headings
    return replace(
        columns,
        places=places,
        guessed=tuple(heading for heading in columns.guessed if headings.index(heading) in places.values()),
        left_out=tuple(
            heading for index, heading in enumerate(headings) if index not in places.values() and heading.strip()
        ),
    )


def _day(written: str, order: DateOrder, today: date) -> date | None:
    try:
        return read_written_date(written, newest_year=today.year, order=order).as_date()
    except Refusal:
        return None
