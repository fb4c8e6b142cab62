"""Visits as they are told across the counter: written down in one line, read back, taken back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.actions.people import WhoIsMeant, chosen, forget_new, last4, new_person, who_is_meant
from bot.actions.unit import Unit
from bot.domain.local_time import moment_of
from bot.domain.outgoing import Money
from bot.domain.prices import Price, price_of
from bot.domain.promises import promised_moment, shown_promise
from bot.domain.refusals import Refusal
from bot.domain.shop import Part
from bot.domain.visits import Coming, Line, check_visit_day, coming, make_line, total_minor
from bot.domain.written_text import one_line
from bot.understanding.asks import RecordVisit
from storage import journal, orders, people, prices, visits
from storage.models import Customer, JournalEntry, Visit

RECORDED = "visit_recorded"

# Across the counter nothing runs out: only what came after can stand in the way of an Undo.
UNDO_FOR = timedelta(days=3650)

_UNPAID = "unpaid"
_LONGEST_ITEM = 60
# A past day was told without an hour; noon keeps it on that day in every zone and after every hour that was told.
_SOMETIME = time(12)


@dataclass(frozen=True, slots=True)
class Recorded:
    """A visit as it was written down. `undo` names its entry in the journal, `paid_by` may be "unpaid".

    `from_list` says that the amount comes from the price list, `unpriced` what it does not have and so left out.
    """

    undo: str
    name: str
    last4: str
    new: bool
    items: tuple[tuple[str, int], ...]
    amount: Money | None
    paid_by: str | None
    on: date
    coming: Coming
    promised: date | datetime | None
    from_list: bool = False
    unpriced: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VisitTakenBack:
    """`gone` is set when the person, too, was only here because of this visit."""

    name: str
    items: tuple[tuple[str, int], ...]
    amount: Money | None
    on: date
    gone: bool


def record(unit: Unit, ask: RecordVisit, *, to: str = "", new: bool = False) -> Recorded | WhoIsMeant:
    """Write a visit down, or ask whom it is about. Where no sum was told, the price list fills it in.

    `to` is the public id of the person who was chosen, `new` says that it is somebody new. In a shop that keeps things
    for people, a visit that left something opens an order. Raises the refusals of `domain.visits` and
    `domain.promises`, visit-sum-differs, person-gone and name-unusable, and nothing is written then.
    """
    unit.permit("record")
    lines, unpriced = _priced(_lines(ask, unit.shop.currency), ask, prices.price_list(unit.session))
    total_minor(lines)
    on = check_visit_day(ask.on or unit.today, unit.today)
    promised_at = promised_moment(ask.promised, on, unit.shop.zone) if ask.promised is not None else None
    if new:
        customer = new_person(unit, ask.name)
    elif to:
        customer = chosen(unit, to)
    else:
        meant = who_is_meant(unit, ask.name, for_writing=True)
        if isinstance(meant, WhoIsMeant):
            return meant
        customer = meant
    done = _write(unit, ask, customer, on, lines, promised_at, new=new)
    from_list = any(line.price_minor is not None for line in lines)
    return replace(done, from_list=from_list, unpriced=unpriced if from_list else ())


def take_back(unit: Unit, entry: JournalEntry) -> VisitTakenBack:
    """Undo a recorded visit with the order that it opened. Raises Refusal undo-order-moved."""
    visit = unit.session.get_one(Visit, entry.subject_id)
    opened = orders.of_visit(unit.session, visit.id or 0)
    if any(order.state != "received" for order in opened):
        raise Refusal("undo-order-moved")
    lines = visits.lines_of(unit.session, visit.id or 0)
    customer = unit.session.get_one(Customer, visit.customer_id)
    new = bool(journal.after(unit.vault, entry).get("new"))
    view = VisitTakenBack(customer.name, _items(lines), _money(unit, visit.amount_minor), visit.visited_on, gone=False)
    visit.undone_at = unit.now
    for order in opened:
        orders.move(unit.session, order, "cancelled", unit.now)
    people.refresh_figures(unit.session, customer.id or 0)
    if new and _forget(unit, customer, visit):
        return VisitTakenBack(view.name, view.items, view.amount, view.on, gone=True)
    return view


def _lines(ask: RecordVisit, currency: str) -> list[Line]:
    """The lines of a visit. A sum told for several things stays the visit's own: it is not shared out among them.

    It then stands on a line without an item, so that the lines of a visit always add up to its amount.
    """
    lines = [
        make_line(one_line(item.name)[:_LONGEST_ITEM], quantity=item.quantity, amount_minor=item.amount)
        for item in ask.items
    ]
    if ask.amount is None:
        return lines or [make_line("")]
    whole = make_line("", amount_minor=ask.amount)
    priced = sum(line.amount_minor for line in lines)
    rest = ask.amount - priced
    open_lines = [at for at, item in enumerate(ask.items) if item.amount is None]
    if not lines:
        return [whole]
    if rest < 0 or (rest > 0 and not open_lines):
        raise Refusal("visit-sum-differs", told=Money(ask.amount, currency), sum=Money(priced, currency))
    if len(open_lines) == 1:
        only = lines[open_lines[0]]
        lines[open_lines[0]] = make_line(only.item, quantity=only.quantity, amount_minor=rest)
    elif rest:
        lines.append(make_line("", amount_minor=rest))
    return lines


def _priced(lines: list[Line], ask: RecordVisit, known: Sequence[Price]) -> tuple[list[Line], tuple[str, ...]]:
    """The lines with the list's prices where no sum was told at all, and the things that the list does not have."""
    if ask.amount is not None or not known:
        return lines, ()
    unpriced = []
    for at, item in enumerate(ask.items):
        price = price_of(known, lines[at].item) if item.amount is None else None
        if price is not None:
            lines[at] = make_line(lines[at].item, quantity=lines[at].quantity, price_minor=price)
        elif item.amount is None:
            unpriced.append(lines[at].item)
    return lines, tuple(unpriced)


def _write(
    unit: Unit,
    ask: RecordVisit,
    customer: Customer,
    on: date,
    lines: list[Line],
    promised_at: datetime | None,
    *,
    new: bool,
) -> Recorded:
    customer_id = customer.id or 0
    seen = coming(people.visit_days(unit.session, customer_id), on)
    owed = ask.paid_by == _UNPAID
    visit = visits.add(
        unit.session,
        customer_id=customer_id,
        visited_at=unit.now if on == unit.today else moment_of(on, _SOMETIME, unit.shop.zone),
        visited_on=on,
        lines=lines,
        paid_by=None if owed else ask.paid_by,
        unpaid_minor=total_minor(lines) if owed else 0,
        source="chat",
        recorded_by=unit.actor.user_id,
        now=unit.now,
    )
    keeps_things = unit.shop.has(Part.ORDERS) and any(line.item for line in lines)
    if keeps_things:
        orders.open_with(unit.session, visit, lines, promised_at)
    people.refresh_figures(unit.session, customer_id)
    entry = journal.write(
        unit.session,
        unit.vault,
        unit.actor,
        RECORDED,
        unit.now,
        customer_id=customer_id,
        subject_id=visit.id,
        after={"new": new},
        undo_until=unit.now + UNDO_FOR,
    )
    return Recorded(
        undo=entry.public_id,
        name=customer.name,
        last4=last4(customer),
        new=new,
        items=_items(lines),
        amount=_money(unit, visit.amount_minor),
        paid_by=ask.paid_by,
        on=on,
        coming=seen,
        promised=shown_promise(promised_at, unit.shop.zone) if promised_at and keeps_things else None,
    )


def _forget(unit: Unit, customer: Customer, visit: Visit) -> bool:
    """Take the person away again whom this visit brought into the books; the undone visit stays, as nobody's."""
    for order in orders.of_visit(unit.session, visit.id or 0):
        unit.session.delete(order)
    visit.customer_id = None
    unit.session.add(visit)
    if forget_new(unit, customer):
        return True
    visit.customer_id = customer.id
    return False


def _items(lines: list[Line]) -> tuple[tuple[str, int], ...]:
    return tuple((line.item, line.quantity) for line in lines if line.item)


def _money(unit: Unit, minor: int) -> Money | None:
    """Nothing is said about nothing: 0 is no amount."""
    return Money(minor, unit.shop.currency) if minor else None
