"""Rows of a list of visits: lines of one person at one moment are one visit, in whichever batch they come."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from bot.actions.importing_people import People, Person
from bot.actions.importing_run import Batch, Counts, Run, Taken
from bot.actions.unit import Unit
from bot.domain.refusals import Refusal
from bot.domain.rows import RefusedRow, VisitRow
from storage import importing
from storage.importing import BY_IMPORT
from storage.models import Visit, VisitLine
from storage.writing import new_public_id

# What was put on the tab (외상) was not paid.
_TAB = "tab"


@dataclass(slots=True)
class _Receipt:
    """The new lines of one visit, each with its tag. `person` is None for a sale to nobody."""

    person: Person | None
    lines: list[tuple[VisitRow, bytes]] = field(default_factory=list)
    visit_id: int = 0

    @property
    def amount(self) -> int:
        return sum(row.line.amount_minor for row, _ in self.lines)

    @property
    def unpaid(self) -> int:
        return sum(row.line.amount_minor for row, _ in self.lines if row.paid_by == _TAB)

    @property
    def paid_by(self) -> str | None:
        return next((row.paid_by for row, _ in self.lines if row.paid_by not in (None, _TAB)), None)


def take(unit: Unit, run: Run, batch: Batch) -> Taken:
    """Write the visits that are not in the books yet, and the people whom they bring along."""
    there = importing.owners_of_lines(unit.session, [item.tag for item in batch if item.tag])
    refused = [item.verdict for item in batch if isinstance(item.verdict, RefusedRow)]
    fresh = [(item, item.verdict) for item in batch if isinstance(item.verdict, VisitRow) and item.tag not in there]
    people = People(unit, run, [row.who for _, row in fresh])
    receipts: dict[object, _Receipt] = {}
    for item, row in fresh:
        try:
            person = None if row.who.is_nobody else people.of(row.who)
        except Refusal as refusal:
            refused.append(item.refused(refusal))
            continue
        # Nothing tells which sales to nobody were one receipt, so each is a visit of its own.
        which = (person, row.at) if person else item.tag
        receipt = receipts.get(which)
        if receipt is None:
            receipt = receipts[which] = _Receipt(person)
        receipt.lines.append((row, item.tag))
    new_people = people.write()
    days = {(each.person.id, each.lines[0][0].on) for each in receipts.values() if each.person}
    imported, told = importing.visits_at(unit.session, days)
    known = _leave_out_told(unit, receipts.values(), told)
    visits, further_lines = _write(unit, [each for each in receipts.values() if each.lines], imported)
    run.journal(unit, people=new_people, visits=visits, lines=further_lines)
    written = [row for receipt in receipts.values() for row, _ in receipt.lines]
    counts = Counts(
        created=len(written),
        unchanged=len(there) + known,
        refused=len(refused),
        newcomers=len(new_people),
        rounded=sum(row.rounded for row in written),
    )
    owners = {one for one in there.values() if one} | {each.person.id for each in receipts.values() if each.person}
    return Taken(counts, tuple(sorted(refused, key=lambda one: one.line_no)), frozenset(owners), people.found)


def _leave_out_told(unit: Unit, receipts: Iterable[_Receipt], told: importing.Told) -> int:
    """Leave out lines that were written down in the chat: a file that the shop exported itself has them too.

    Returns how many.
    """
    if not told:
        return 0
    lines = importing.lines_of_visits(unit.session, [visit for visits in told.values() for visit in visits])
    left = Counter(lines)
    known = 0
    for receipt in receipts:
        if receipt.person is None:
            continue
        fresh = []
        for row, tag in receipt.lines:
            visits = told.get((receipt.person.id, importing.minute(row.at)), ())
            said = ((visit, row.line.item, row.line.quantity, row.line.amount_minor) for visit in visits)
            same = next((line for line in said if left[line] > 0), None)
            if same is None:
                fresh.append((row, tag))
            else:
                left[same] -= 1
                known += 1
        receipt.lines = fresh
    return known


def _write(unit: Unit, receipts: Collection[_Receipt], imported: importing.Imported) -> tuple[list[int], list[int]]:
    """Returns the ids of new visits, and those of lines that belong to visits which were there already."""
    session = unit.session
    older: list[_Receipt] = []
    newer: list[_Receipt] = []
    for each in receipts:
        each.visit_id = imported.get((each.person.id, each.lines[0][0].at), 0) if each.person else 0
        (older if each.visit_id else newer).append(each)
    ids = list(importing.new_ids(session, Visit, len(newer)))
    for each, visit_id in zip(newer, ids, strict=True):
        each.visit_id = visit_id
    importing.write_rows(session, Visit, [_visit(unit, each) for each in newer])
    importing.write_rows(session, VisitLine, [line for each in newer for line in _lines(each)])
    further = [line for each in older for line in _lines(each)]
    line_ids = list(importing.new_ids(session, VisitLine, len(further))) if further else []
    numbered = [{"id": line_id, **line} for line_id, line in zip(line_ids, further, strict=True)]
    importing.write_rows(session, VisitLine, numbered)
    importing.add_to_visits(session, [(each.visit_id, each.amount, each.unpaid) for each in older])
    return ids, line_ids


def _visit(unit: Unit, receipt: _Receipt) -> dict[str, Any]:
    row, _ = receipt.lines[0]
    return {
        "id": receipt.visit_id,
        "public_id": new_public_id(),
        "customer_id": receipt.person.id if receipt.person else None,
        "visited_at": row.at,
        "visited_on": row.on,
        "amount_minor": receipt.amount,
        "unpaid_minor": receipt.unpaid,
        "paid_by": receipt.paid_by,
        "source": BY_IMPORT,
        "recorded_at": unit.now,
    }


def _lines(receipt: _Receipt) -> list[dict[str, Any]]:
    return [
        {
            "visit_id": receipt.visit_id,
            "item": row.line.item,
            "quantity": row.line.quantity,
            "price_minor": row.line.price_minor,
            "amount_minor": row.line.amount_minor,
            "import_tag": tag,
        }
        for row, tag in receipt.lines
    ]
