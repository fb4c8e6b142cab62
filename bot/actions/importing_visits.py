"""Rows of a list of visits: lines of one person at one moment are one visit, in whichever batch they come."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.actions.importing_people import People, Person
from bot.actions.importing_run import Batch, Counts, Run, Taken
from bot.actions.unit import Unit
from bot.domain.refusals import Refusal
from bot.domain.rows import RefusedRow, VisitRow
from storage import importing
from storage.importing import BY_IMPORT
from storage.models import Order, Visit, VisitLine
from storage.writing import new_public_id


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
        return sum(row.unpaid_minor for row, _ in self.lines)

    @property
    def paid_by(self) -> str | None:
        return next((row.paid_by for row, _ in self.lines if row.paid_by is not None), None)


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
        # Nothing but the second tells which sales to nobody were one receipt; without it each is a visit of its own.
        which = (person, row.at) if person or row.at.second else item.tag
        receipt = receipts.get(which)
        if receipt is None:
            receipt = receipts[which] = _Receipt(person)
        receipt.lines.append((row, item.tag))
    new_people = people.write()
    days = {(each.person.id, each.lines[0][0].on) for each in receipts.values() if each.person}
    imported, told = importing.visits_at(unit.session, days)
    told |= importing.told_to_nobody(
        unit.session, {each.lines[0][0].on for each in receipts.values() if not each.person}
    )
    known = _leave_out_known(unit, run, receipts.values(), imported, told)
    visits, further_lines, raised = _write(unit, [each for each in receipts.values() if each.lines], imported)
    linked, owed = _give_orders(unit, receipts.values())
    before = {"raised": raised + owed}
    run.journal(unit, before=before, people=new_people, visits=visits, lines=further_lines, opened=linked)
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


def _leave_out_known(
    unit: Unit, run: Run, receipts: Collection[_Receipt], imported: importing.Imported, told: importing.Told
) -> int:
    """Leave out lines that were written down in the chat, or came with a file that names the person in another way: a
    file that the shop exported itself has them too. Returns how many.
    """
    moments = ((each.person.id, each.lines[0][0].at) for each in receipts if each.person)
    visits = {imported[moment] for moment in moments if moment in imported}
    visits.update(visit for some in told.values() for visit in some)
    if not visits:
        return 0
    # A line of an earlier file that is also a row of this one is that row's own.
    lines = importing.lines_of_visits(unit.session, visits)
    left = Counter(line for line, tag in lines if tag is None or tag not in run.given)
    known = 0
    for receipt in receipts:
        fresh = []
        for row, tag in receipt.lines:
            said = (
                (visit, row.line.item, row.line.quantity, row.line.amount_minor)
                for visit in _at(receipt, row, imported, told)
            )
            same = next((line for line in said if left[line] > 0), None)
            if same is None:
                fresh.append((row, tag))
            else:
                left[same] -= 1
                known += 1
        receipt.lines = fresh
    return known


def _at(receipt: _Receipt, row: VisitRow, imported: importing.Imported, told: importing.Told) -> Iterator[int]:
    """The visits of this person, or of nobody, at the moment of a row."""
    person = receipt.person.id if receipt.person else None
    if person is not None and (visit := imported.get((person, row.at))):
        yield visit
    for minute in importing.minutes_of(row.at):
        yield from told.get((person, minute), ())


def _write(
    unit: Unit, receipts: Collection[_Receipt], imported: importing.Imported
) -> tuple[list[int], list[int], list[tuple[int, int, int]]]:
    """Returns the ids of new visits, those of lines that belong to visits which were there already, and by how much the
    amount of each of those visits was raised and what of it is unpaid.
    """
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
    raised = [(each.visit_id, each.amount, each.unpaid) for each in older]
    importing.add_to_visits(session, raised)
    return ids, line_ids, raised


def _give_orders(unit: Unit, receipts: Collection[_Receipt]) -> tuple[list[int], list[tuple[int, int, int]]]:
    """Orders whose file came first belong to the visits that opened them: of the same person, minute and amount.

    What is unpaid is the same money in both, and the file of orders says it to the won. Returns the ids of the orders,
    and (visit, 0, by how much more of it is unpaid).
    """
    of_people = {receipt.person.id for receipt in receipts if receipt.person and receipt.lines}
    alone: dict[tuple[int, datetime, int], list[Order]] = {}
    for order in importing.orders_without_visit(unit.session, of_people):
        what = (order.customer_id, importing.minute(order.received_at), order.amount_minor)
        alone.setdefault(what, []).append(order)
    linked: list[int] = []
    owed: list[tuple[int, int, int]] = []
    unpaid: dict[int, int] = {}
    for receipt in receipts if alone else ():
        if receipt.person is None or not receipt.lines:
            continue
        orders = alone.get((receipt.person.id, importing.minute(receipt.lines[0][0].at), receipt.amount))
        if not orders:
            continue
        order = orders.pop(0)
        order.visit_id = receipt.visit_id
        unit.session.add(order)
        linked.append(order.id or 0)
        if order.unpaid_minor != receipt.unpaid:
            unpaid[receipt.visit_id] = order.unpaid_minor
            owed.append((receipt.visit_id, 0, order.unpaid_minor - receipt.unpaid))
    unit.session.flush()
    importing.set_unpaid(unit.session, unpaid)
    return linked, owed


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
