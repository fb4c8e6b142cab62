"""Which column of a file holds what, and with it what kind of file it is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from bot.domain.column_contents import column_by_content
from bot.domain.csv_reading import Row
from bot.domain.heading_sounds import column_by_sound, is_no_event
from bot.domain.headings import NEVER, Column, SheetKind, heading_keys, meanings
from bot.domain.refusals import Refusal

_LOOKED_AT = 20
_FEWEST_GUESSES = 3
_PERSON = frozenset({Column.NAME, Column.FIRST_NAME, Column.LAST_NAME, Column.PHONE, Column.MEMBER_NO})
_DONE = frozenset(
    {
        Column.ITEM,
        Column.QUANTITY,
        Column.PRICE,
        Column.AMOUNT,
        Column.PAID_BY,
        Column.UNPAID,
        Column.SERVICE,
        Column.STAFF,
    }
)
_DATE_OF = {
    SheetKind.VISITS: Column.VISITED_AT,
    SheetKind.ORDERS: Column.RECEIVED_AT,
    SheetKind.APPOINTMENTS: Column.AT,
}
# Between two readings that explain as many headings the earlier one is taken.
_KINDS = (SheetKind.VISITS, SheetKind.ORDERS, SheetKind.APPOINTMENTS, SheetKind.CUSTOMERS)


@dataclass(frozen=True, slots=True)
class Columns:
    """The headings of one file, understood.

    `headings` are as written, `places` says at which index (from 0) a column stands. `left_out` are the headings that
    were not understood and `guessed` those that were understood by their sound only; both are worth a preview.
    """

    kind: SheetKind
    line_no: int
    headings: tuple[str, ...]
    places: dict[Column, int]
    left_out: tuple[str, ...]
    guessed: tuple[str, ...]

    def cell(self, cells: tuple[str, ...], column: Column) -> str:
        """The text under a column, "" where the file has no such column or the row ends before it."""
        place = self.places.get(column)
        return cells[place] if place is not None and place < len(cells) else ""


def find_columns(rows: Iterable[Row], kind: SheetKind | None = None) -> Columns:
    """The columns of a file from its first rows: the line with most known headings is the heading line.

    Raises Refusal: file-headings-unknown (with `headings`: the first row as written), and
    file-column-missing (with `kind` and `column`: what a file of that kind cannot do without).
    """
    best: Columns | None = None
    looked_at = list(islice(rows, _LOOKED_AT))
    first = looked_at[0].cells if looked_at else ()
    for number, row in enumerate(looked_at):
        below = [each.cells for each in looked_at[number + 1 :]]
        for found in (_columns(row, each, below) for each in ([kind] if kind else _KINDS)):
            if best is None or _explained(found) > _explained(best):
                best = found
    if best is None or not best.places:
        raise Refusal("file-headings-unknown", headings=first)
    if missing := _missing(best):
        raise Refusal("file-column-missing", kind=best.kind.value, column=missing.value)
    return best


def _explained(columns: Columns) -> tuple[int, bool, int]:
    """How well a reading fits its line: headings known at least, then whether it is complete, then the guesses."""
    known = len(columns.places) - len(columns.guessed)
    return (known if _missing(columns) is None else min(known, 1), _missing(columns) is None, len(columns.places))


def _missing(columns: Columns) -> Column | None:
    needed = _DATE_OF.get(columns.kind)
    if needed is not None and needed not in columns.places:
        return needed
    if columns.kind is not SheetKind.VISITS and not _PERSON & columns.places.keys():
        return Column.NAME
    return None


def _columns(row: Row, kind: SheetKind, below: Sequence[tuple[str, ...]]) -> Columns:
    places, guessed = _known(row.cells, kind), []
    for index, heading in enumerate(row.cells):
        if index in places.values() or (column := _guess(heading, kind, places)) is None:
            continue
        places[column] = index
        guessed.append(heading)
    for index, heading in enumerate(row.cells):
        if index in places.values():
            continue
        cells = [cells[index] for cells in below if index < len(cells)]
        full = heading_keys(heading)[0]
        # A list of people may have a day of any kind; where something was sold or done, it is the day of that.
        a_day = bool(_DONE & places.keys()) and not (full in NEVER or full in _meanings(kind) or is_no_event(full))
        column = column_by_content(heading, cells, kind, _DATE_OF.get(kind), may_be_a_day=a_day)
        if column is not None and column not in places:
            places[column] = index
            guessed.append(heading)
    # "예약 시간" may be the column for the hour, or all that is told of the moment.
    moment = _DATE_OF.get(kind)
    if moment is not None and moment not in places and Column.TIME in places:
        places[moment] = places.pop(Column.TIME)
        guessed.append(row.cells[places[moment]])
    left_out = tuple(
        heading for index, heading in enumerate(row.cells) if index not in places.values() and heading.strip()
    )
    # A line of data may by chance hold one word that sounds like a heading; a guess needs another one beside it.
    if len(guessed) == len(places) < _FEWEST_GUESSES:
        places, guessed = {}, []
    return Columns(kind, row.line_no, row.cells, places, left_out, tuple(guessed))


def _known(headings: tuple[str, ...], kind: SheetKind) -> dict[Column, int]:
    ranked: dict[Column, tuple[int, int]] = {}
    known = _meanings(kind)
    for index, heading in enumerate(headings):
        for key in heading_keys(heading):
            if key in known:
                column, rank = known[key]
                ranked[column] = min(ranked.get(column, (rank, index)), (rank, index))
                break
    return {column: index for column, (_, index) in ranked.items()}


@cache
def _meanings(kind: SheetKind) -> dict[str, tuple[Column, int]]:
    return meanings(kind)


def _guess(heading: str, kind: SheetKind, places: dict[Column, int]) -> Column | None:
    full, bare = heading_keys(heading)
    if not bare or full in NEVER or bare in NEVER or full in _meanings(kind):
        return None
    column = column_by_sound(full, kind)
    return column if column not in places else None
