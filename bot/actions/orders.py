"""Orders across the counter: what is ready, what is due, what waits to be fetched."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import zip_longest
from typing import Any

from bot.actions.entries import UNDO_FOR, write_entry
from bot.actions.people import WhoIsMeant, last4, meant_or_chosen, reach
from bot.actions.unit import Unit
from bot.domain.local_time import day_bounds
from bot.domain.outgoing import Money
from bot.domain.prices import same_thing
from bot.domain.promises import shown_promise
from bot.domain.reach import Reach
from bot.domain.refusals import Refusal
from bot.domain.reminders import order_ready
from bot.understanding.asks.orders import OrderReady
from bot.understanding.asks.values import Period
from storage import journal, orders
from storage.models import Customer, JournalEntry, Order, OrderItem
from storage.orders import Count

READY = "order_ready"
READY_PARTLY = "order_partly_ready"
HANDED_OVER = "order_handed_over"
PAGE = 10


@dataclass(frozen=True, slots=True)
class OrderView:
    """One order. `promised` is a day where no hour was named; `items` are (thing, pieces) that are still here.

    `defect` is the first thing noted at intake about which nobody has said yet whether it was mended; `defect_item` is
    its number.
    """

    public_id: str
    name: str
    last4: str
    items: tuple[tuple[str, int], ...]
    received_on: date
    promised: date | datetime | None
    ready_on: date | None
    unpaid: Money | None
    reach: Reach
    tag: str = ""
    rack: str = ""
    state: str = ""
    defect: str = ""
    defect_item: int = 0


@dataclass(frozen=True, slots=True)
class MadeReady:
    """Orders of one person that are ready now. `told_at` is when the notice may go: now, or the next morning.

    `left` is what is still in work of them: nobody is told before all of an order is ready. `customer` is their
    public id.
    """

    undo: str
    name: str
    last4: str
    phone: str | None
    orders: tuple[OrderView, ...]
    unpaid: Money | None
    reach: Reach
    told_at: datetime
    told_now: bool
    left: tuple[tuple[str, int], ...] = ()
    customer: str = ""


@dataclass(frozen=True, slots=True)
class ReadyTakenBack:
    """`told` is set when the notice has left already: the shop has to say so itself."""

    name: str
    orders: tuple[OrderView, ...]
    told: bool


@dataclass(frozen=True, slots=True)
class HandedOver:
    """An order that was fetched, or (taken back) was not."""

    undo: str
    order: OrderView


@dataclass(frozen=True, slots=True)
class OrderList:
    """A page of orders, with the figures of all of them."""

    orders: tuple[OrderView, ...]
    offset: int
    of_all: Count


def make_ready(unit: Unit, ask: OrderReady, *, to: str = "") -> MadeReady | WhoIsMeant:
    """Everything of this person that is being worked on is ready now, or ask whom it is about.

    Nobody is told by this: the notice is planned from the state of the order, half a minute later.
    Raises Refusal no-open-order, and person-gone.
    """
    unit.permit("record")
    customer = meant_or_chosen(unit, ask.name, to=to)
    if isinstance(customer, WhoIsMeant):
        return customer
    received = orders.of_customer(unit.session, customer.id or 0, ("received",))
    if not received:
        raise Refusal("no-open-order", person=customer.name)
    return _make_ready(unit, customer, received) if not ask.items else _some_ready(unit, customer, received, ask)


def make_one_ready(unit: Unit, public_id: str) -> MadeReady:
    """The order of a button is ready. Raises Refusal order-not-open."""
    unit.permit("record")
    order = orders.by_public_id(unit.session, public_id)
    if order is None or order.state != "received":
        raise Refusal("order-not-open")
    return _make_ready(unit, unit.session.get_one(Customer, order.customer_id), [order])


def take_back(unit: Unit, entry: JournalEntry) -> ReadyTakenBack:
    """Undo: work goes on. Raises Refusal undo-order-moved for what has been handed over since."""
    moved = [unit.session.get_one(Order, one) for one in journal.after(unit.vault, entry)["orders"]]
    if any(order.state != "ready" for order in moved):
        raise Refusal("undo-order-moved")
    told = any(orders.was_told(unit.session, order.id or 0, entry.at) for order in moved)
    for order in moved:
        orders.move(unit.session, order, "received", unit.now)
    customer = unit.session.get_one(Customer, entry.customer_id)
    return ReadyTakenBack(customer.name, tuple(view(unit, order, customer) for order in moved), told)


def hand_over(unit: Unit, public_id: str) -> HandedOver:
    """The order of a button was fetched. What is still owed stays owed. Raises Refusal order-not-open."""
    unit.permit("record")
    order = orders.by_public_id(unit.session, public_id)
    if order is None or order.state != "ready":
        raise Refusal("order-not-open")
    orders.move(unit.session, order, "handed_over", unit.now)
    customer = unit.session.get_one(Customer, order.customer_id)
    entry = write_entry(unit, HANDED_OVER, customer_id=customer.id, subject_id=order.id, undo_for=UNDO_FOR)
    return HandedOver(entry.public_id, view(unit, order, customer))


def take_hand_over_back(unit: Unit, entry: JournalEntry) -> HandedOver:
    """Undo: it is still here, and has been ready since it first was."""
    order = unit.session.get_one(Order, entry.subject_id)
    orders.move(unit.session, order, "ready", unit.now)
    return HandedOver(entry.public_id, view(unit, order, unit.session.get_one(Customer, order.customer_id)))


def in_work(unit: Unit, offset: int = 0) -> OrderList:
    """Everything that is being worked on, what was promised first in front."""
    unit.permit("see lists")
    return _page(unit, orders.in_state("received"), offset)


def due(unit: Unit, period: Period, offset: int = 0) -> OrderList:
    """What was promised for these days and is not ready yet."""
    unit.permit("see lists")
    zone = unit.shop.zone
    start, _ = day_bounds(period.start, zone)
    _, end = day_bounds(period.end - timedelta(days=1), zone)
    return _page(unit, orders.in_state("received", start, end), offset)


def waiting(unit: Unit, offset: int = 0) -> OrderList:
    """What is ready and was not fetched."""
    unit.permit("see lists")
    return _page(unit, orders.in_state("ready"), offset)


def open_orders(unit: Unit, customer: Customer) -> tuple[OrderView, ...]:
    """What somebody has here."""
    return tuple(view(unit, order, customer) for order in orders.of_customer(unit.session, customer.id or 0))


def _make_ready(unit: Unit, customer: Customer, received: list[Order]) -> MadeReady:
    for order in received:
        orders.move(unit.session, order, "ready", unit.now)
    entry = write_entry(
        unit,
        READY,
        customer_id=customer.id,
        subject_id=received[0].id,
        after={"orders": [order.id for order in received]},
        undo_for=UNDO_FOR,
    )
    shown = tuple(view(unit, order, customer) for order in received)
    return _made_ready(unit, customer, entry, shown, whole=received)


def _some_ready(unit: Unit, customer: Customer, received: list[Order], ask: OrderReady) -> MadeReady:
    """Only some things are ready; an order is when nothing of it is left in work.

    Raises Refusal order-no-such-item, order-fewer-pieces.
    """
    in_work = [
        (order, item)
        for order in received
        for item in orders.items_of(unit.session, order.id or 0)
        if item.state == "received"
    ]
    meant = picked(unit, customer, in_work, ask.items, ask.pieces)
    changed = [(order, [item for of, item in meant if of.id == order.id]) for order in received]
    changed = [(order, named) for order, named in changed if named]
    touched = [order for order, _ in changed]
    before = orders.snapshot(unit.session, touched)
    for order, named in changed:
        orders.move_items(unit.session, order, named, "ready", unit.now)
    entry = write_change(unit, READY_PARTLY, customer, before, touched)
    whole = [order for order in touched if order.state == "ready"]
    shown = tuple(replace(view(unit, order, customer), items=orders.pieces(named)) for order, named in changed)
    left = orders.pieces(
        item for order in touched for item in orders.items_of(unit.session, order.id or 0) if item.state == "received"
    )
    return _made_ready(unit, customer, entry, shown, whole=whole, left=left)


def is_called(item: str, said: str) -> bool:
    """Whether a thing that was left is meant: by "바지" also what was written down as "바지 지퍼 교체"."""
    return same_thing(said) in (same_thing(item), same_thing(item.partition(" ")[0]))


def check_tag_free(unit: Unit, tag: str, besides: int | None = None) -> None:
    """Raises Refusal tag-taken where the tag is on another order that is still here."""
    taken = [one for one in orders.by_tag(unit.session, tag) if one.state in orders.OPEN and one.id != besides]
    if tag and taken:
        customer = unit.session.get_one(Customer, taken[0].customer_id)
        raise Refusal("tag-taken", tag=tag, person=customer.name)


def picked(
    unit: Unit,
    customer: Customer,
    here: Sequence[tuple[Order, OrderItem]],
    said: Sequence[str],
    counts: Sequence[int],
) -> list[tuple[Order, OrderItem]]:
    """Those of the things `here` that were named, and no more of one than was counted: the rest is parted from it.

    Raises Refusal order-no-such-item, order-fewer-pieces.
    """
    found: list[tuple[Order, OrderItem]] = []
    for name, count in zip_longest(said, counts, fillvalue=0):
        named = [pair for pair in here if is_called(pair[1].item, str(name)) and pair not in found]
        there = sum(item.quantity for _, item in named)
        if not named and count:
            raise Refusal("order-no-such-item", person=customer.name, item=str(name))
        if count and there < int(count):
            raise Refusal("order-fewer-pieces", person=customer.name, item=str(name), count=there)
        wanted = int(count) or there
        for order, item in named:
            if wanted <= 0:
                break
            mine = item if item.quantity <= wanted else orders.part(unit.session, item, wanted)
            found.append((order, mine))
            wanted -= mine.quantity
    if not found:
        raise Refusal("order-no-such-item", person=customer.name, item=said[0])
    return found


def _made_ready(
    unit: Unit,
    customer: Customer,
    entry: JournalEntry,
    shown: tuple[OrderView, ...],
    *,
    whole: Sequence[Order],
    left: tuple[tuple[str, int], ...] = (),
) -> MadeReady:
    """What to read back: what is `shown` as ready, what is to be paid for what is ready as a whole, what is `left`."""
    at = order_ready(unit.now, unit.shop.zone).at
    return MadeReady(
        undo=entry.public_id,
        name=customer.name,
        last4=last4(customer),
        phone=customer.phone,
        orders=shown,
        unpaid=_money(unit, sum(order.unpaid_minor for order in whole)),
        reach=reach(customer),
        told_at=at,
        told_now=at <= unit.now,
        left=left,
        customer=customer.public_id,
    )


def write_change(
    unit: Unit, deed: str, customer: Customer | None, before: list[dict[str, Any]], touched: Sequence[Order]
) -> JournalEntry:
    """Journal what has become of orders, with all that an Undo needs to bring them back."""
    return write_entry(
        unit,
        deed,
        customer_id=customer.id if customer else None,
        subject_id=touched[0].id,
        before={"orders": before},
        after={"orders": orders.snapshot(unit.session, touched)},
        undo_for=UNDO_FOR,
    )


def _page(unit: Unit, which: orders.Which, offset: int) -> OrderList:
    today_starts, _ = day_bounds(unit.today, unit.shop.zone)
    counted = orders.count(unit.session, which, unit.now, today_starts)
    shown = orders.page(unit.session, which, offset, PAGE)
    for order, _ in shown:
        unit.saw(order.customer_id, "list")
    return OrderList(tuple(view(unit, order, customer) for order, customer in shown), offset, counted)


def view(unit: Unit, order: Order, customer: Customer) -> OrderView:
    """An order as the counter sees it."""
    zone = unit.shop.zone
    things = orders.items_of(unit.session, order.id or 0)
    here = [item for item in things if item.state in orders.OPEN] or things
    noted = next((item for item in things if item.defect and item.kindness is None), None)
    return OrderView(
        public_id=order.public_id,
        name=customer.name,
        last4=last4(customer),
        items=orders.pieces(here),
        received_on=unit.shop.day_of(order.received_at),
        promised=shown_promise(order.promised_at, zone) if order.promised_at else None,
        ready_on=unit.shop.day_of(order.ready_at) if order.ready_at else None,
        unpaid=_money(unit, order.unpaid_minor),
        reach=reach(customer),
        tag=order.tag or "",
        rack=order.rack or "",
        state=order.state,
        defect=(noted.defect or "") if noted else "",
        defect_item=(noted.id or 0) if noted else 0,
    )


def _money(unit: Unit, minor: int) -> Money | None:
    return Money(minor, unit.shop.currency) if minor else None
