"""Orders: what was left at the shop, in which state, and until when it was promised."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func
from sqlmodel import Session, col, select

from bot.domain.outgoing import Kind
from bot.domain.visits import Line
from storage.lists import reachable
from storage.models import Customer, Order, OrderItem, OutboxRow, Visit
from storage.writing import new_public_id

OPEN = ("received", "ready")
_MOMENTS = ("promised_at", "ready_at", "handed_over_at")
Which = ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class Count:
    """How many orders, how many of them past their promise, whose they are and whom of those the shop can reach."""

    total: int
    overdue: int
    people: int
    reachable: int


def open_with(
    session: Session,
    visit: Visit,
    lines: Sequence[Line],
    promised_at: datetime | None,
    *,
    tag: str = "",
    rack: str = "",
    defect: str = "",
) -> Order:
    """Open the order of a visit that left things here. `visit` is somebody's and is written already.

    The defect is that of the thing which it names, or of the first.
    """
    order = Order(
        public_id=new_public_id(),
        customer_id=visit.customer_id or 0,
        visit_id=visit.id,
        received_at=visit.visited_at,
        promised_at=promised_at,
        tag=tag or None,
        rack=rack or None,
        amount_minor=visit.amount_minor,
        unpaid_minor=visit.unpaid_minor,
    )
    session.add(order)
    session.flush()
    things = [line for line in lines if line.item]
    named = next((at for at, line in enumerate(things) if line.item in defect), 0)
    for at, line in enumerate(things):
        session.add(
            OrderItem(
                order_id=order.id or 0,
                item=line.item,
                quantity=line.quantity,
                amount_minor=line.amount_minor,
                defect=defect or None if at == named else None,
            )
        )
    session.flush()
    return order


def of_customer(session: Session, customer_id: int, states: Iterable[str] = OPEN) -> list[Order]:
    """This person's orders in these states, the oldest first."""
    found = (
        select(Order)
        .where(Order.customer_id == customer_id, col(Order.state).in_(tuple(states)))
        .order_by(col(Order.received_at), col(Order.id))
    )
    return list(session.exec(found))


def of_visit(session: Session, visit_id: int) -> list[Order]:
    return list(session.exec(select(Order).where(Order.visit_id == visit_id).order_by(col(Order.id))))


def by_public_id(session: Session, public_id: str) -> Order | None:
    return session.exec(select(Order).where(Order.public_id == public_id)).first()


def by_tag(session: Session, tag: str) -> list[Order]:
    """What hangs under this tag: what is still here, or else whatever had it last."""
    tagged = select(Order).where(Order.tag == tag, Order.state != "cancelled").order_by(col(Order.id).desc())
    found = list(session.exec(tagged.limit(50)))
    return [order for order in found if order.state in OPEN] or found[:1]


def items_of(session: Session, order_id: int) -> list[OrderItem]:
    return list(session.exec(select(OrderItem).where(OrderItem.order_id == order_id).order_by(col(OrderItem.id))))


def pieces(items: Iterable[OrderItem]) -> tuple[tuple[str, int], ...]:
    """(thing, how many of it), in their order; what was parted when some of it was ready or fetched is one again."""
    found: dict[str, int] = {}
    for item in items:
        found[item.item] = found.get(item.item, 0) + item.quantity
    return tuple(found.items())


def part(session: Session, item: OrderItem, quantity: int) -> OrderItem:
    """So many pieces of a thing as a row of their own; what was noted at intake stays with the others."""
    worth = item.amount_minor * quantity // item.quantity
    own = OrderItem(
        order_id=item.order_id, item=item.item, quantity=quantity, amount_minor=worth, state=item.state
    )  # fmt: skip
    item.quantity -= quantity
    item.amount_minor -= worth
    session.add(item)
    session.add(own)
    session.flush()
    return own


def in_state(state: str, start: datetime | None = None, end: datetime | None = None) -> Which:
    """The orders in one state; `start` and `end` (not included) bound the promise."""
    conditions = [col(Order.state) == state]
    if start is not None:
        conditions.append(col(Order.promised_at) >= start)
    if end is not None:
        conditions.append(col(Order.promised_at) < end)
    return and_(*conditions)


def page(session: Session, which: Which, offset: int, most: int) -> list[tuple[Order, Customer]]:
    """`most` of these orders with their owners, what was promised first in front and what was not promised last."""
    found = (
        select(Order, Customer)
        .join(Customer, col(Customer.id) == Order.customer_id)
        .where(which)
        .order_by(col(Order.promised_at).is_(None), col(Order.promised_at), col(Order.received_at), col(Order.id))
        .offset(offset)
        .limit(most)
    )
    return [(order, customer) for order, customer in session.exec(found)]


def count(session: Session, which: Which, now: datetime, today_starts: datetime) -> Count:
    """Figures of these orders; a promise of today without an hour is kept as `today_starts` and has not passed."""
    late = and_(col(Order.promised_at) < now, col(Order.promised_at) != today_starts)
    counted = (
        select(
            func.count(),
            func.coalesce(func.sum(case((late, 1), else_=0)), 0),
            func.count(col(Order.customer_id).distinct()),
            func.count(case((reachable(), col(Order.customer_id))).distinct()),
        )
        .select_from(Order)
        .join(Customer, col(Customer.id) == Order.customer_id)
        .where(which)
    )
    total, passed, people, reached = session.exec(counted).one()
    return Count(total, int(passed), people, reached)


def count_kept_late(session: Session, start: datetime, end: datetime, now: datetime) -> int:
    """How many promises of this time were kept after the day they were for, or are not kept yet."""
    day = timedelta(days=1)
    rows = session.exec(
        select(Order).where(Order.state != "cancelled", col(Order.promised_at) >= start, col(Order.promised_at) < end)
    )
    return sum(
        1
        for order in rows
        if order.promised_at is not None and (order.ready_at or order.handed_over_at or now) >= order.promised_at + day
    )


def promised_until(session: Session, end: datetime | None) -> list[Order]:
    """Everything in work that was promised before `end`, or (None) everything in work; the oldest first."""
    in_work = select(Order).where(Order.state == "received").order_by(col(Order.received_at), col(Order.id))
    if end is not None:
        in_work = in_work.where(col(Order.promised_at) < end)
    return list(session.exec(in_work))


def move_items(session: Session, order: Order, items: Sequence[OrderItem], state: str, now: datetime) -> None:
    """Bring some things of an order into another state; the order follows when nothing is left behind."""
    for item in items:
        item.state = state
        session.add(item)
    session.flush()
    states = {item.state for item in items_of(session, order.id or 0)} - {"cancelled"}
    whole = next((one for one in ("received", "ready", "handed_over") if one in states), state)
    if whole == order.state:
        return
    order.state = whole
    if whole == "ready":
        order.ready_at = order.ready_at or now
    if whole == "handed_over":
        order.handed_over_at = now
    session.add(order)
    session.flush()


def snapshot(session: Session, orders: Sequence[Order]) -> list[dict[str, Any]]:
    """Everything about these orders that a deed of the counter changes, as plain values for the journal."""
    return [
        {
            "id": order.id,
            "state": order.state,
            "tag": order.tag,
            "rack": order.rack,
            **{name: _told(getattr(order, name)) for name in _MOMENTS},
            "items": [[item.id, item.state] for item in items_of(session, order.id or 0)],
        }
        for order in orders
    ]


def put_back(session: Session, before: Sequence[dict[str, Any]], after: Sequence[dict[str, Any]]) -> list[Order] | None:
    """Bring orders back to how they were; None, and nothing is changed, when they are not as the deed left them."""
    orders = [session.get_one(Order, one["id"]) for one in before]
    if snapshot(session, orders) != list(after):
        return None
    for order, facts in zip(orders, before, strict=True):
        order.state, order.tag, order.rack = facts["state"], facts["tag"], facts["rack"]
        for name in _MOMENTS:
            setattr(order, name, datetime.fromisoformat(facts[name]) if facts[name] else None)
        for item_id, state in facts["items"]:
            item = session.get_one(OrderItem, item_id)
            item.state = state
            session.add(item)
        session.add(order)
    session.flush()
    return orders


def _told(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).isoformat() if moment else None


def was_told(session: Session, order_id: int, since: datetime) -> bool:
    """Whether the notice of this order has left, or may have left, after `since`."""
    told = (
        select(OutboxRow.id)
        .where(OutboxRow.kind == Kind.ORDER_NOTICE, OutboxRow.subject_id == order_id)
        .where(col(OutboxRow.state).in_(("sending", "sent", "unknown", "uncertain")))
        .where(col(OutboxRow.planned_at) >= since)
        .limit(1)
    )
    return session.exec(told).first() is not None


def move(session: Session, order: Order, state: str, now: datetime) -> None:
    """Bring an order and everything in it that stood as it did into another state.

    Going back keeps no trace of the step: what is received again has not been ready, what is ready again was not handed
    over, and has been ready since it first was.
    """
    for item in items_of(session, order.id or 0):
        if item.state == order.state:
            item.state = state
            session.add(item)
    was_handed_over = order.state == "handed_over"
    order.state = state
    order.handed_over_at = now if state == "handed_over" else None
    if state == "received":
        order.ready_at = None
    elif state == "ready" and not was_handed_over:
        order.ready_at = now
    session.add(order)
    session.flush()
