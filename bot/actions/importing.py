"""Bringing a shop's files in: understood as a whole first, then batch by batch, each in a transaction of its own.

A file may come again, also after it was cut off: what is in the books already is known by its fingerprint, and the
figures of everybody whom a file names are computed anew at its end.
"""

from collections.abc import Callable, Collection, Sequence
from typing import BinaryIO

from bot.actions import importing_appointments, importing_customers, importing_orders, importing_visits
from bot.actions.entries import write_entry
from bot.actions.importing_names import NameBook, Told
from bot.actions.importing_run import Batch, Run, Tags, Taken
from bot.actions.profile import DEEDS
from bot.actions.unit import Unit
from bot.domain.headings import SheetKind
from bot.domain.phone import parse_phone
from bot.domain.spreadsheet import Sheet, open_sheet
from bot.domain.table_reading import read_table
from bot.understanding.names import key
from storage import importing, journal, people

STARTED = "import_started"

# Customers come first, so that their visits find them.
IN_ORDER = (SheetKind.CUSTOMERS, SheetKind.VISITS, SheetKind.ORDERS, SheetKind.APPOINTMENTS)

_TAKE: dict[SheetKind, Callable[[Unit, Run, Batch], Taken]] = {
    SheetKind.CUSTOMERS: importing_customers.take,
    SheetKind.VISITS: importing_visits.take,
    SheetKind.ORDERS: importing_orders.take,
    SheetKind.APPOINTMENTS: importing_appointments.take,
}


def understand(unit: Unit, content: bytes | BinaryIO, kind: SheetKind | None = None) -> Sheet:
    """What is in a file, by its headings or as the `kind` it is said to be. A stream must stay open.

    Raises the refusals of `read_table` and `open_sheet`.
    """
    unit.permit("import")
    table = read_table(content)
    return open_sheet(table, today=unit.today, zone=unit.shop.zone, currency=unit.shop.currency, kind=kind)


def prepare(unit: Unit, sheets: Sequence[Sheet], told: Told | None = None) -> list[Run]:
    """One run for each file of an import, after a look at all of them and at who is in the books. Reads only.

    `told` is what that look at the files has found, where it was done before: it takes as long as the files are.
    """
    unit.permit("import")
    tags = Tags(unit.vault)
    told = told or Told(sheets, tags.number)
    names = NameBook()
    names.refresh(unit.session)
    former_phones: dict[bytes, int] = {}
    former_names: dict[int, frozenset[str]] = {}
    for entry in importing.corrections(unit.session, tuple(DEEDS)):
        before = journal.before(unit.vault, entry).get("value")
        person = entry.customer_id or 0
        if before and DEEDS[entry.deed] == "phone":
            former_phones[tags.phone(parse_phone(before))] = person
        elif before and DEEDS[entry.deed] == "name":
            former_names[person] = former_names.get(person, frozenset()) | {key(before)}
    return [Run(sheet, tags, told, names, former_phones, former_names) for sheet in sheets]


def begin(unit: Unit, run: Run, file: str) -> None:
    """Note in the journal that the import of a file begins; `file` is its name."""
    unit.permit("import")
    facts = {"file": file, "kind": run.sheet.kind.value}
    run.entry_id = write_entry(unit, STARTED, after=facts).id or 0


def take(unit: Unit, run: Run, batch: Batch) -> Taken:
    """Write one batch. Nothing is remembered of it until `run.note`, so that it can be taken once more.

    Raises storage.importing.Collision when somebody else has written the same at the same moment.
    """
    unit.permit("import")
    return _TAKE[run.sheet.kind](unit, run, batch)


def refresh_figures(unit: Unit, customer_ids: Collection[int]) -> None:
    """Compute the kept figures of these people anew from their visits."""
    unit.permit("import")
    people.refresh_figures_of(unit.session, customer_ids, unit.shop.rhythm)
