"""One file on its way into the books: what is remembered from batch to batch, and what each batch came to."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from itertools import islice

from bot.actions.entries import write_entry
from bot.actions.importing_names import NameBook, Told
from bot.actions.unit import Unit
from bot.domain.csv_reading import Row
from bot.domain.headings import SheetKind
from bot.domain.phone import Phone
from bot.domain.refusals import Refusal
from bot.domain.row_reading import read_row
from bot.domain.rows import AppointmentRow, OrderRow, RefusedRow, Verdict, VisitRow, Who
from bot.domain.spreadsheet import Occurrences, Sheet
from storage import journal, people
from storage.vault import Vault

BATCH = "import_batch"

# A batch is one transaction, and nobody else can write meanwhile. Rows of visits cost least.
_FIRST_BATCH = {SheetKind.VISITS: 500, SheetKind.CUSTOMERS: 50, SheetKind.ORDERS: 50, SheetKind.APPOINTMENTS: 50}
_SMALLEST_BATCH, _LARGEST_BATCH = 20, 4_000
_BATCH_SECONDS = 0.15


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of the rows: the first four add up to the rows read.

    `newcomers` are people who were written down, `rounded` rows whose amounts were finer than the currency, and `kept`
    details in which the books know better than the file.
    """

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: int = 0
    newcomers: int = 0
    rounded: int = 0
    kept: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*(getattr(self, each.name) + getattr(other, each.name) for each in fields(self)))

    @property
    def rows(self) -> int:
        return self.created + self.updated + self.unchanged + self.refused


@dataclass(frozen=True, slots=True)
class Item:
    """A row with what it says. `tag` is its keyed fingerprint, by which it is known again; empty for a customer."""

    row: Row
    verdict: Verdict
    tag: bytes = b""

    def refused(self, refusal: Refusal) -> RefusedRow:
        return RefusedRow(self.row.line_no, self.row.cells, refusal.name, refusal.facts)


Batch = list[Item]


@dataclass(frozen=True, slots=True)
class Taken:
    """What one batch came to.

    `touched` are the people whose figures have to be brought up to date, `found` those whom a number has found.
    """

    counts: Counts
    refused: tuple[RefusedRow, ...] = ()
    touched: frozenset[int] = frozenset()
    found: dict[tuple[str, ...], int] = field(default_factory=dict)


@dataclass(slots=True)
class Tags:
    """The tags of the people and rows of a file."""

    vault: Vault
    _phones: dict[str, bytes] = field(default_factory=dict)

    def phone(self, phone: Phone) -> bytes:
        tag = self._phones.get(phone.e164)
        if tag is None:
            tag = self._phones[phone.e164] = people.phone_tag(self.vault, phone)
        return tag

    def member(self, member_no: str) -> bytes:
        return people.member_tag(self.vault, member_no)

    def number(self, who: Who) -> bytes | None:
        """The tag of the number that says who it is."""
        if who.phone is not None:
            return self.phone(who.phone)
        if who.public_id is not None:
            return who.public_id.encode()
        return None if who.member_no is None else self.member(who.member_no)

    def row(self, *parts: str) -> bytes:
        return self.vault.tag("\x1f".join(parts), "import")


@dataclass(slots=True)
class Run:
    """The import of one file. `entry_id` is its entry in the journal, which everything that it writes refers to.

    Numbers and names that people have had before still find them: a file does not know what was corrected in a chat.
    `found` are the people whom numbers of this file have found before, by `Who.key`, and `given` the tags of its rows.
    """

    sheet: Sheet
    tags: Tags
    told: Told
    names: NameBook
    former_phones: dict[bytes, int]
    former_names: dict[int, frozenset[str]]
    entry_id: int = 0
    found: dict[tuple[str, ...], int] = field(default_factory=dict)
    touched: set[int] = field(default_factory=set)
    counts: Counts = Counts()
    given: set[bytes] = field(default_factory=set)
    _seen: Occurrences = field(default_factory=Occurrences)
    _size: int = field(init=False)

    def __post_init__(self) -> None:
        self._size = _FIRST_BATCH[self.sheet.kind]

    def batches(self) -> Iterator[Batch]:
        """The rows of the file, read and tagged, as many as fit into one short transaction."""
        items = (self._item(row) for row in self.sheet.rows())
        if self.sheet.kind is SheetKind.ORDERS:
            yield from self._whole_orders(items)
            return
        while batch := list(islice(items, self._size)):
            yield batch

    def fit(self, rows: int, seconds: float) -> None:
        """Make the next batches as large as fits into a short transaction, after one of `rows` took `seconds`."""
        fitting = int(rows * _BATCH_SECONDS / max(seconds, 0.001))
        self._size = max(_SMALLEST_BATCH, min(fitting, 2 * self._size, _LARGEST_BATCH))

    def note(self, taken: Taken) -> None:
        """The batch is committed."""
        self.counts += taken.counts
        self.touched |= taken.touched
        self.found.update(taken.found)

    def journal(self, unit: Unit, before: journal.Facts | None = None, **written: Sequence[int]) -> None:
        """Note which rows the batch has written, so that all of an import can be found again."""
        was = {kind: facts for kind, facts in (before or {}).items() if facts}
        after = {kind: list(ids) for kind, ids in written.items() if ids}
        if was or after:
            write_entry(unit, BATCH, subject_id=self.entry_id, before=was or None, after=after or None)

    def _item(self, row: Row) -> Item:
        verdict = read_row(row, self.sheet.reading)
        match verdict:
            case VisitRow() | AppointmentRow():
                return Item(row, verdict, self._occurrence(*verdict.who.key, *verdict.fingerprint))
            case OrderRow():
                moment = verdict.received_at.isoformat()
                tag = self.tags.row("order", *verdict.who.key, verdict.tag or "", moment)
                self.given.add(tag)
                return Item(row, verdict, tag)
        return Item(row, verdict)

    def _occurrence(self, *parts: str) -> bytes:
        """Equal rows of one file are as many rows, and the same ones when the file comes again."""
        tag = self.tags.row(*parts)
        number = self._seen.number((tag.hex(),))
        tag = tag if number == 1 else self.tags.row(tag.hex(), str(number))
        self.given.add(tag)
        return tag

    def _whole_orders(self, items: Iterable[Item]) -> Iterator[Batch]:
        """Batches that never part the lines of one order, wherever they stand in the file."""
        orders: dict[bytes, Batch] = {}
        for number, item in enumerate(items):
            orders.setdefault(item.tag or str(number).encode(), []).append(item)
        batch: Batch = []
        for lines in orders.values():
            batch += lines
            if len(batch) >= self._size:
                yield batch
                batch = []
        if batch:
            yield batch
