"""Visits are taken back, with what they brought along: an order, points of a balance, a new person."""

from dataclasses import dataclass
from datetime import date

from bot.actions.people import forget_new
from bot.actions.unit import Unit
from bot.actions.visit_lines import items_of, money_of
from bot.domain.outgoing import Money
from bot.domain.refusals import Refusal
from storage import journal, ledger, orders, people, photos, visits
from storage.models import Customer, JournalEntry, Visit


@dataclass(frozen=True, slots=True)
class SeveralTakenBack:
    visits: tuple["VisitTakenBack", ...]


@dataclass(frozen=True, slots=True)
class VisitTakenBack:
    """`gone` is set when the person, too, was only here because of this visit."""

    name: str
    items: tuple[tuple[str, int], ...]
    amount: Money | None
    on: date
    gone: bool


def take_several_back(unit: Unit, entry: JournalEntry) -> SeveralTakenBack:
    """Undo of all of them that are still there. Raises the refusals of `take_back`."""
    taken = []
    for public_id in journal.after(unit.vault, entry)["entries"]:
        one = journal.by_public_id(unit.session, public_id)
        if one is not None and one.undone_at is None:
            one.undone_at = unit.now
            unit.session.add(one)
            taken.append(take_back(unit, one))
    return SeveralTakenBack(tuple(taken))


def take_back(unit: Unit, entry: JournalEntry) -> VisitTakenBack:
    """Undo a recorded visit with the order that it opened. Raises Refusal undo-order-moved."""
    visit = unit.session.get_one(Visit, entry.subject_id)
    lines = visits.lines_of(unit.session, visit.id or 0)
    customer = unit.session.get_one(Customer, visit.customer_id)
    new = bool(journal.after(unit.vault, entry).get("new"))
    view = VisitTakenBack(
        customer.name, items_of(lines), money_of(unit, visit.amount_minor), visit.visited_on, gone=False
    )
    withdraw(unit, visit)
    if new and forget_with_visits(unit, customer):
        return VisitTakenBack(view.name, view.items, view.amount, view.on, gone=True)
    return view


def withdraw(unit: Unit, visit: Visit) -> None:
    """The visit and its order are no more. Raises Refusal undo-order-moved."""
    opened = orders.of_visit(unit.session, visit.id or 0)
    if any(order.state != "received" for order in opened):
        raise Refusal("undo-order-moved")
    visit.undone_at = unit.now
    unit.session.add(visit)
    for order in opened:
        orders.move(unit.session, order, "cancelled", unit.now)
    photos.forget(unit.session, photos.of_visit(unit.session, visit.id or 0))
    used = ledger.of_visit(unit.session, visit.id or 0, ledger.PREPAID)
    if used:
        ledger.add(unit.session, visit.customer_id or 0, ledger.PREPAID, -used, unit.now, visit_id=visit.id)
    people.refresh_figures(unit.session, visit.customer_id or 0, unit.shop.rhythm)


def forget_with_visits(unit: Unit, customer: Customer) -> bool:
    """Take the person away again whom this visit brought into the books; undone visits stay, as nobody's."""
    undone = visits.undone_of(unit.session, customer.id or 0)
    opened = {one.id: orders.of_visit(unit.session, one.id or 0) for one in undone}
    if any(order.state != "cancelled" for of_visit in opened.values() for order in of_visit):
        return False
    for one in undone:
        for order in opened[one.id]:
            unit.session.delete(order)
        one.customer_id = None
        unit.session.add(one)
    if forget_new(unit, customer):
        return True
    for one in undone:
        one.customer_id = customer.id
    return False
