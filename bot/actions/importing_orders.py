"""Rows of a list of orders: lines of one person with one tag and moment of receipt are one order.

The file may be older than what was done in the chat since. So an order only moves forward, what is unpaid only becomes
less, and a promise or note is taken from the file only where there is none. Nobody is told that an imported order is
ready: it has no moment at which it became so.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.actions.importing_people import People, Person
from bot.actions.importing_run import Batch, Counts, Item, Run, Taken
from bot.actions.unit import Unit
from bot.domain.refusals import Refusal
from bot.domain.rows import OrderRow, RefusedRow
from bot.domain.states import OrderState
from storage import importing
from storage.models import Order, OrderItem
from storage.writing import new_public_id

_RANK = {state.value: rank for rank, state in enumerate(OrderState)}

Lines = list[tuple[Item, OrderRow]]


@dataclass(slots=True)
class _Known:
    """What became of the rows whose orders are in the books; `before` is what those orders were that have changed, and
    `raised` (visit, 0, by how much more of it is unpaid now).
    """

    added: list[OrderItem] = field(default_factory=list)
    updated: int = 0
    unchanged: int = 0
    before: dict[str, dict[str, Any]] = field(default_factory=dict)
    raised: list[tuple[int, int, int]] = field(default_factory=list)


def take(unit: Unit, run: Run, batch: Batch) -> Taken:
    """Write the orders that are not in the books yet, and bring those that are up to date."""
    there = importing.orders_of_rows(unit.session, {item.tag for item in batch if item.tag})
    items = importing.items_of_orders(unit.session, [order.id or 0 for order in there.values()])
    refused = [item.verdict for item in batch if isinstance(item.verdict, RefusedRow)]
    told: dict[bytes, Lines] = {}
    for item in batch:
        if isinstance(item.verdict, OrderRow):
            told.setdefault(item.tag, []).append((item, item.verdict))
    people = People(unit, run, [lines[0][1].who for tag, lines in told.items() if tag not in there])
    new: list[tuple[Person, Lines]] = []
    known = _Known()
    for tag, lines in told.items():
        if tag in there:
            order = there[tag]
            _bring_up_to_date(unit, order, [each for each in items if each.order_id == order.id], lines, known)
            continue
        try:
            new.append((people.of(lines[0][1].who), lines))
        except Refusal as refusal:
            refused += [item.refused(refusal) for item, _ in lines]
    new_people = people.write()
    new = _leave_out_known(unit, run, new, known)
    ids = _write(unit, new, known)
    unit.session.flush()
    added = [each.id or 0 for each in known.added]
    before = {"orders": known.before, "raised": known.raised}
    run.journal(unit, before=before, people=new_people, orders=ids, order_items=added)
    counts = Counts(
        created=len(added) + sum(len(lines) for _, lines in new),
        updated=known.updated,
        unchanged=known.unchanged,
        refused=len(refused),
        newcomers=len(new_people),
        rounded=sum(row.rounded for _, lines in new for _, row in lines),
    )
    return Taken(counts, tuple(sorted(refused, key=lambda one: one.line_no)))


def _leave_out_known(
    unit: Unit, run: Run, orders: Sequence[tuple[Person, Lines]], known: _Known
) -> list[tuple[Person, Lines]]:
    """Orders that were opened in the chat are known from now on by the rows of a file that has them too; and so are
    those of an earlier file that names the person in another way. Returns the others.
    """
    there = importing.orders_of(unit.session, {person.id for person, _ in orders})
    told = [one for one in there if one.import_tag is None or one.import_tag not in run.given]
    fresh = []
    for person, lines in orders:
        item, first = lines[0]
        amount = sum(row.line.amount_minor for _, row in lines)
        whats = [(person.id, minute, first.tag, amount) for minute in importing.minutes_of(first.received_at)]
        same = next((one for one in told if _what(one) in whats), None)
        if same is None:
            fresh.append((person, lines))
            continue
        told.remove(same)
        same.import_tag = same.import_tag or item.tag
        _bring_up_to_date(unit, same, importing.items_of_orders(unit.session, [same.id or 0]), lines, known)
    return fresh


def _write(unit: Unit, orders: Sequence[tuple[Person, Lines]], known: _Known) -> list[int]:
    session = unit.session
    ids = list(importing.new_ids(session, Order, len(orders)))
    openers = _Openers(unit, orders)
    rows: list[dict[str, Any]] = []
    items: list[dict[str, Any]] = []
    for order_id, (person, lines) in zip(ids, orders, strict=True):
        item, first = lines[0]
        told = [row for _, row in lines]
        visit_id, unpaid = openers.of(person, told)
        rows.append(
            {
                "id": order_id,
                "public_id": new_public_id(),
                "customer_id": person.id,
                "visit_id": visit_id,
                "tag": first.tag,
                "state": min((_state(row) for row in told), key=_rank),
                "received_at": first.received_at,
                "promised_at": _promised(told),
                "amount_minor": sum(row.line.amount_minor for row in told),
                "unpaid_minor": unpaid,
                "note": _note(told),
                "import_tag": item.tag,
            }
        )
        items += [_item(order_id, row) for row in told]
    importing.write_rows(session, Order, rows)
    importing.write_rows(session, OrderItem, items)
    known.raised += openers.settle()
    return ids


class _Openers:
    """The visits that opened the orders of a batch: of the same person, minute and amount, each of one order.

    What is unpaid is the same money in both. The file of orders says it to the won; where it does not say it, or the
    visit was told in the chat, the visit knows.
    """

    def __init__(self, unit: Unit, orders: Sequence[tuple[Person, Lines]]) -> None:
        self._session = unit.session
        days = {(person.id, lines[0][1].on) for person, lines in orders}
        self._free: dict[tuple[int, datetime, int], list[importing.FreeVisit]] = {}
        for visit in importing.visits_without_order(unit.session, days):
            what = (visit.customer_id, importing.minute(visit.at), visit.amount_minor)
            self._free.setdefault(what, []).append(visit)
        self._unpaid: dict[int, int] = {}
        self._raised: list[tuple[int, int, int]] = []

    def of(self, person: Person, rows: Sequence[OrderRow]) -> tuple[int | None, int]:
        """The visit of an order, None if there is none, and what is unpaid of the order."""
        unpaid = sum(row.unpaid_minor or 0 for row in rows)
        amount = sum(row.line.amount_minor for row in rows)
        at = rows[0].received_at
        around = (importing.minute(at), *importing.minutes_of(at + importing.MOVED_ON))
        free = next((some for minute in around if (some := self._free.get((person.id, minute, amount)))), None)
        if not free:
            return None, unpaid
        visit = min(free, key=lambda one: (one.unpaid_minor != unpaid, one.at != at))
        free.remove(visit)
        if visit.source != importing.BY_IMPORT or all(row.unpaid_minor is None for row in rows):
            return visit.id, visit.unpaid_minor
        if unpaid != visit.unpaid_minor:
            self._unpaid[visit.id] = unpaid
            self._raised.append((visit.id, 0, unpaid - visit.unpaid_minor))
        return visit.id, unpaid

    def settle(self) -> list[tuple[int, int, int]]:
        """Write what the visits are owed now. Returns (visit, 0, by how much more)."""
        importing.set_unpaid(self._session, self._unpaid)
        return self._raised


def _bring_up_to_date(unit: Unit, order: Order, items: list[OrderItem], lines: Lines, known: _Known) -> None:
    owed = order.unpaid_minor
    before = {
        "state": order.state,
        "unpaid": order.unpaid_minor,
        "promised": _iso(order.promised_at),
        "note": order.note,
    }
    items_before = {str(each.id): each.state for each in items}
    rows = [row for _, row in lines]
    left = list(items)
    # Money of an order that was written down without a thing stands on a row of its own in a file.
    rest = order.amount_minor - sum(each.amount_minor for each in items)
    moved = matched = 0
    for row in rows:
        same = next(
            (each for each in left if _said(each) == (row.line.item, row.line.quantity, row.line.amount_minor)), None
        )
        if same is None and (rest or not items) and (row.line.item, row.line.amount_minor) == ("", rest):
            matched += 1
            continue
        if same is None:
            added = OrderItem(**_item(order.id or 0, row))
            unit.session.add(added)
            known.added.append(added)
            items.append(added)
            order.amount_minor += row.line.amount_minor
            order.unpaid_minor += row.unpaid_minor or 0
            continue
        left.remove(same)
        matched += 1
        if row.state is not None and _rank(row.state) > _rank(same.state):
            same.state = row.state
            unit.session.add(same)
            moved += 1
    slowest = min((each.state for each in items), key=_rank, default=order.state)
    if _rank(slowest) > _rank(order.state):
        order.state = slowest
    if not left and any(row.unpaid_minor is not None for row in rows):
        order.unpaid_minor = min(order.unpaid_minor, sum(row.unpaid_minor or 0 for row in rows))
    if order.visit_id is not None and order.unpaid_minor < owed:
        _pay_off(unit, order.visit_id, owed - order.unpaid_minor, known)
    order.promised_at = order.promised_at or _promised(rows)
    order.note = order.note or _note(rows)
    unit.session.add(order)
    now = {"state": order.state, "unpaid": order.unpaid_minor, "promised": _iso(order.promised_at), "note": order.note}
    if now != before:
        moved = matched
    if now != before or moved:
        known.before[str(order.id)] = {**before, "items": items_before}
    known.updated += moved
    known.unchanged += matched - moved


def _pay_off(unit: Unit, visit_id: int, paid: int, known: _Known) -> None:
    """What was paid of an order was paid of the visit that opened it."""
    owed = importing.unpaid_of(unit.session, [visit_id])[visit_id]
    paid = min(paid, owed)
    importing.set_unpaid(unit.session, {visit_id: owed - paid})
    if paid:
        known.raised.append((visit_id, 0, -paid))


def _item(order_id: int, row: OrderRow) -> dict[str, Any]:
    return {
        "order_id": order_id,
        "item": row.line.item,
        "quantity": row.line.quantity,
        "amount_minor": row.line.amount_minor,
        "state": _state(row),
    }


def _what(order: Order) -> tuple[int, datetime, str | None, int]:
    return order.customer_id, importing.minute(order.received_at), order.tag, order.amount_minor


def _said(item: OrderItem) -> tuple[str, int, int]:
    return item.item, item.quantity, item.amount_minor


def _state(row: OrderRow) -> str:
    return row.state or OrderState.RECEIVED


def _rank(state: str) -> int:
    return _RANK[state]


def _promised(rows: Sequence[OrderRow]) -> datetime | None:
    """What was promised last: then all of it is there."""
    return max((row.promised_at for row in rows if row.promised_at), default=None)


def _note(rows: Sequence[OrderRow]) -> str | None:
    return "\n".join(dict.fromkeys(row.note for row in rows if row.note)) or None


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
