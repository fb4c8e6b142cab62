"""The steps by which a file that came by chat gets into the books and out again, each a short transaction.

Every step looks first whether the file still is where the step expects it: people press buttons meanwhile, and a step
that comes too late does nothing.
"""

import json
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from bot.actions import holding, importing, importing_told, prospects
from bot.actions.entries import UNDO_FOR, write_entry
from bot.actions.import_files import forget
from bot.actions.import_outcome import CARDS_AT_ONCE, cards_outcome, refused_document, refused_rows, tell
from bot.actions.importing_names import Told
from bot.actions.importing_run import Counts, Run, Tags, Taken
from bot.actions.importing_undo import Gone, Step, undo_some
from bot.actions.prospects import CardRun
from bot.actions.unit import Unit
from bot.domain.buttons import button
from bot.domain.headings import SheetKind
from bot.domain.outgoing import Reply, Words, words
from bot.domain.packing import pack_words
from bot.domain.permissions import Actor, Role
from bot.domain.refusals import Refusal
from bot.domain.sheet_choices import OpenDate, can_do_without_guesses, equal_kinds, kinds_of, open_date, read_otherwise
from bot.domain.shop import Part, Shop
from bot.domain.spreadsheet import Sheet, open_sheet
from bot.domain.table_reading import read_table
from bot.domain.vcards import Card, is_vcard, read_vcards
from bot.domain.written_dates import DateOrder
from bot.texts.catalog import Catalog
from storage import access_log, import_files, lists, people
from storage.models import ImportFile, JournalEntry
from storage.vault import Vault

ASKED_FOR = timedelta(hours=24)
_TRIES = 5
_PROGRESS_EVERY = timedelta(seconds=3)
_PROGRESS_KEPT = timedelta(seconds=20)
_MOST_KEPT = 200


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be done next, and in whose name."""

    id: int
    public_id: str
    state: str
    file_id: str
    actor: Actor


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of a file, what is known of it, and for which shop and day it is to be read."""

    data: bytes = field(repr=False)
    told: dict[str, Any] = field(repr=False)
    shop: Shop
    today: date


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that was read: the sheet of a table, or the cards of an address book."""

    content: Sheet | list[Card]
    name: str

    @property
    def total(self) -> int:
        return len(self.content) if isinstance(self.content, list) else self.content.row_count


def next_work(unit: Unit) -> Work | None:
    """What waits for the desk; a shop that is held waits for its owner's word first."""
    row = import_files.next_work(unit.session, unit.now)
    if row is None or holding.is_held(unit):
        return None
    told = import_files.facts(unit.vault, row)
    actor = Actor(Role.OWNER, row.user_id, row.chat_id, language=row.language)
    return Work(row.id or 0, row.public_id, row.state, told.get("file_id", ""), actor)


def is_any_unanswered(unit: Unit) -> bool:
    """Whether somebody has not said yes for a day."""
    return bool(import_files.asked_before(unit.session, unit.now - ASKED_FOR))


def forget_unanswered(unit: Unit) -> None:
    """Whoever has not said yes for a day is not asked any longer."""
    for row in import_files.asked_before(unit.session, unit.now - ASKED_FOR):
        forget(unit, row, "left")


def arrived(unit: Unit, work: Work, data: bytes) -> None:
    """The bytes are here."""
    row = _still(unit, work)
    if row is not None:
        import_files.keep(unit.session, unit.vault, row, 0, data)
        row.state, row.attempts = "reading", 0
        unit.session.add(row)


def source(unit: Unit, work: Work) -> Source:
    """What the file holds, and how its sender wants it read."""
    unit.permit("import")
    row = unit.session.get_one(ImportFile, work.id)
    told = import_files.facts(unit.vault, row)
    return Source(import_files.data_of(unit.session, unit.vault, row), told, unit.shop, unit.today)


def understand(source: Source) -> Opened:
    """Read a file. This takes as long as the file is, so no transaction is open meanwhile.

    Raises the refusals of `read_table`, `open_sheet` and `read_vcards`.
    """
    data, told, shop = source.data, source.told, source.shop
    if is_vcard(data):
        return Opened(read_vcards(data), told["name"])
    kind = SheetKind(told["as"]) if told.get("as") else None
    sheet = open_sheet(read_table(data), today=source.today, zone=shop.zone, currency=shop.currency, kind=kind)
    order = DateOrder(told["order"]) if told.get("order") else None
    return Opened(read_otherwise(sheet, order=order, without_guesses=bool(told.get("without"))), told["name"])


def look_through(opened: Opened, vault: Vault) -> Told | None:
    """What a table tells of the names in it; as long as `understand`, and like it beside every transaction."""
    return None if isinstance(opened.content, list) else Told([opened.content], Tags(vault).number)


def show(unit: Unit, work: Work, opened: Opened) -> None:
    """Show the sender how the file was understood, and wait for a yes."""
    row = _still(unit, work)
    if row is None:
        return
    told = import_files.facts(unit.vault, row)
    told["total"] = opened.total
    if isinstance(opened.content, list):
        few = opened.total <= CARDS_AT_ONCE
        names = [card.name or (card.phones or ("",))[0] for card in opened.content[:CARDS_AT_ONCE]]
        reply = None if few else importing_told.cards_preview(row.public_id, opened.name, opened.total, names)
    else:
        few = False
        sheet = opened.content
        open_kinds = _of_shop(unit.shop, kinds_of(sheet.columns), sheet.kind)
        equal = _of_shop(unit.shop, equal_kinds(sheet.columns), sheet.kind)
        unsure = equal if len(equal) > 1 and not told.get("as") else []
        date_read = open_date(sheet) if sheet.order_guessed else None
        told |= {
            "kind": sheet.kind.value,
            "kinds": open_kinds,
            "days": _other_days(date_read, sheet.reading.order) if date_read else {},
            "guesses": list(sheet.columns.guessed) if can_do_without_guesses(sheet.columns) else [],
        }
        otherwise = len(open_kinds) > 1 or bool(told["days"]) or bool(told["guesses"])
        reply = importing_told.preview(row.public_id, opened.name, sheet, unsure=unsure, otherwise=otherwise)
    told["shown"] = told.get("shown", 0) + 1
    import_files.put_facts(unit.session, unit.vault, row, told)
    row.state = "wanted" if few else "asked"
    row.attempts = 0
    unit.session.add(row)
    if reply is not None:
        tell(unit, row, f"preview:{told['shown']}", replace(reply, edits=row.message_id))


def refuse(unit: Unit, work: Work, refusal: Refusal) -> None:
    """Nothing comes of the file, and why."""
    row = _still(unit, work)
    if row is not None:
        name = import_files.facts(unit.vault, row)["name"]
        forget(unit, row, "refused")
        tell(unit, row, "refused", importing_told.refused_file(name, refusal))


def failed(unit: Unit, work: Work, *, reason: str) -> None:
    """A step did not work. It is tried again after a while; after the last try the sender is told by the refusal
    `reason`, and what is in the books by then can be taken back.
    """
    row = _still(unit, work)
    if row is None:
        return
    row.attempts += 1
    row.not_before = unit.now + timedelta(seconds=2**row.attempts)
    unit.session.add(row)
    if row.attempts >= _TRIES:
        refuse(unit, work, Refusal(reason))


def run_of(unit: Unit, work: Work, opened: Opened, told: Told | None) -> Run | CardRun:
    """The run of a file, after a look at who is in the books."""
    if isinstance(opened.content, list):
        return CardRun(opened.content)
    (run,) = importing.prepare(unit, [opened.content], told)
    return run


def begin(unit: Unit, work: Work, run: Run | CardRun, name: str) -> int:
    """Give the run its entry in the journal, or what it had come to before it was cut off.

    Returns how many rows are in the books already.
    """
    row = _still(unit, work)
    if row is None:
        return 0
    told = import_files.facts(unit.vault, row)
    if row.entry_id is None:
        kind = "contacts" if isinstance(run, CardRun) else run.sheet.kind.value
        entry = write_entry(unit, importing.STARTED, after={"file": name, "kind": kind}, undo_for=UNDO_FOR)
        row.entry_id = entry.id
        unit.session.add(row)
    run.entry_id = row.entry_id or 0
    run.counts = Counts(**told.get("counts", {}))
    return row.rows_done


def take(unit: Unit, work: Work, run: Run | CardRun, batch: list[Any]) -> Taken | None:
    """Write one batch and, with it, how far it is, so that nothing is lost or doubled by a death.

    None when the file is not wanted any more. Raises storage.importing.Collision as `importing.take` does.
    """
    row = _still(unit, work)
    if row is None:
        return None
    taken = prospects.take(unit, run, batch) if isinstance(run, CardRun) else importing.take(unit, run, batch)
    _note(unit, row, run, taken, len(batch))
    return taken


def _note(unit: Unit, row: ImportFile, run: Run | CardRun, taken: Taken, rows: int) -> None:
    row.rows_done += rows
    row.attempts = 0
    told = import_files.facts(unit.vault, row)
    told["counts"] = asdict(run.counts + taken.counts)
    last = _moment(told.get("told_at"), row)
    if row.message_id is not None and unit.now - last >= _PROGRESS_EVERY and row.rows_done < told["total"]:
        told["told_at"] = unit.now.isoformat()
        progress = importing_told.running(row.public_id, told["name"], row.rows_done, told["total"])
        until = unit.now + _PROGRESS_KEPT
        tell(unit, row, f"at:{row.rows_done}", replace(progress, edits=row.message_id), until=until)
    import_files.put_facts(unit.session, unit.vault, row, told)
    if taken.refused:
        packed = [[one.line_no, one.cells, pack_words(Words(one.reason, one.facts))] for one in taken.refused]
        data = json.dumps(packed, ensure_ascii=False).encode()
        import_files.keep(unit.session, unit.vault, row, row.rows_done, data)


def touched_before(unit: Unit, work: Work) -> set[int]:
    """Whose figures are out of date from before a start: that is not known any more, so everybody's, or nobody's where
    nothing was done yet.
    """
    begun = unit.session.get_one(ImportFile, work.id).rows_done > 0
    return set(people.all_ids(unit.session)) if begun else set()


def finish(unit: Unit, work: Work, opened: Opened, run: Run | CardRun, catalog: Catalog) -> None:
    """Tell what the file came to, and let its bytes go."""
    row = _still(unit, work)
    if row is None:
        return
    stopped = row.state == "stopping"
    refused = refused_rows(unit, row)
    counts = run.counts
    changed = counts.created + counts.updated + counts.newcomers > 0
    entry = unit.session.get_one(JournalEntry, row.entry_id)
    if not changed:
        entry.undo_until = None
        unit.session.add(entry)
    forget(unit, row, "done")
    if row.message_id is not None:
        over = words("import-stopped" if stopped else "import-over", file=opened.name)
        tell(unit, row, "over", Reply(over, edits=row.message_id))
    buttons = ((button(words("button-undo"), "undo", entry.public_id),),) if changed else ()
    if isinstance(run, CardRun):
        text = cards_outcome(unit, run, opened.name)
    else:
        text = importing_told.outcome(opened.name, run.sheet, counts, unit.shop.currency)
    rows = importing_told.refused_rows(refused)
    tell(unit, row, "outcome", Reply(words("import-outcome", outcome=text, rows=rows), buttons))
    if refused:
        tell(unit, row, "file", refused_document(unit, row, opened.content, opened.name, refused, catalog))


def take_back_some(unit: Unit, work: Work) -> Step | None:
    """Take the newest part of the import back; None when all of it is."""
    row = _still(unit, work)
    step = undo_some(unit, row.entry_id) if row is not None and row.entry_id is not None else None
    if row is not None and step is not None:
        told = import_files.facts(unit.vault, row)
        told["gone"] = asdict(Gone(**told.get("gone", {})) + step.gone)
        told["kept"] = (told.get("kept", []) + [list(one) for one in step.kept])[:_MOST_KEPT]
        told["kept_total"] = told.get("kept_total", 0) + len(step.kept)
        row.rows_done += 1
        row.attempts = 0
        import_files.put_facts(unit.session, unit.vault, row, told)
    return step


def all_taken_back(unit: Unit, work: Work) -> None:
    """Tell what is gone, and who stays."""
    row = _still(unit, work)
    if row is None:
        return
    told = import_files.facts(unit.vault, row)
    why: dict[int, str] = dict(reversed(told.get("kept", [])))
    kept = []
    for one in lists.of_ids(unit.session, list(why)[: importing_told.KEPT_TOLD]):
        unit.saw(one.id or 0, "choice")
        kept.append((one.name, why[one.id or 0]))
    access_log.write(unit.session, unit.actor, unit.looked_at, unit.now)
    forget(unit, row, "undone")
    gone = Gone(**told.get("gone", {}))
    tell(unit, row, "undone", importing_told.taken_back(told["name"], gone, kept, len(why)))


def refresh_figures(unit: Unit, work: Work, customer_ids: Collection[int]) -> None:
    """Compute the kept figures of these people anew from their visits."""
    people.refresh_figures_of(unit.session, customer_ids, unit.shop.rhythm)


def _still(unit: Unit, work: Work) -> ImportFile | None:
    """The file, if it is where the step has left it."""
    unit.permit("import")
    row = unit.session.get(ImportFile, work.id)
    return row if row is not None and row.state == work.state else None


def _of_shop(shop: Shop, kinds: Sequence[SheetKind], taken: SheetKind) -> list[str]:
    """Without the kinds of file that this kind of shop has no use for."""
    out = {SheetKind.ORDERS: Part.ORDERS, SheetKind.APPOINTMENTS: Part.APPOINTMENTS}
    return [kind.value for kind in kinds if kind is taken or kind not in out or shop.has(out[kind])]


def _other_days(date_read: OpenDate, order: DateOrder) -> dict[str, str]:
    return {one.value: day.isoformat() for one, day in date_read.days.items() if day != date_read.days[order]}


def _moment(written: str | None, row: ImportFile) -> datetime:
    return datetime.fromisoformat(written) if written else row.not_before
