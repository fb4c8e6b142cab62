"""What happens to orders besides becoming ready: tags and racks, lateness, hand-over, a kindness nobody asked for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Protocol

from bot.actions import extras, orders
from bot.actions.entries import UNDO_FOR, write_entry
from bot.actions.orders import OrderView, view, write_change
from bot.actions.people import WhoIsMeant, last4, meant_or_chosen
from bot.actions.unit import Unit
from bot.domain.buttons import button
from bot.domain.local_time import day_bounds
from bot.domain.outgoing import Button, Money, words
from bot.domain.reach import Reach
from bot.domain.refusals import Refusal
from bot.domain.written_text import one_line
from bot.understanding.asks.orders import AllReady, HandOver, SetTag
from bot.understanding.asks.values import Spoken
from bot.understanding.asks.visits import GiveExtra
from storage import journal
from storage import orders as stored
from storage.models import Customer, JournalEntry, LedgerEntry, Order, OrderItem

ALL_READY = "orders_ready"
TAGGED = "order_tagged"
LATE = "order_late"
DAY_AGREED = "order_day_agreed"
FETCHED = "order_fetched"
KIND = "order_kindness"
# Nobody marks more than a day's work as ready with one line.
_MOST_AT_ONCE = 300
_LONGEST_REASON = 80


class HasState(Protocol):
    """A thing at the shop, received or ready."""

    @property
    def item(self) -> str: ...
    @property
    def state(self) -> str: ...


@dataclass(frozen=True, slots=True)
class AllMadeReady:
    """Everything that was promised so far is ready. `asked` are those with something noted at intake."""

    undo: str
    orders: tuple[OrderView, ...]
    told: int
    to_call: int
    asked: tuple[OrderView, ...]


@dataclass(frozen=True, slots=True)
class Tagged:
    undo: str
    order: OrderView


@dataclass(frozen=True, slots=True)
class Fetched:
    """What somebody took with them; `left` is still here, `unfinished` says that nobody had called it ready."""

    undo: str
    public_id: str
    name: str
    last4: str
    items: tuple[tuple[str, int], ...]
    left: tuple[tuple[str, int], ...]
    unpaid: Money | None
    unfinished: bool
    paid: Money | None = None


@dataclass(frozen=True, slots=True)
class Kindness:
    """Whether what was noted at intake was mended; `told` when the ready notice had left before."""

    undo: str
    name: str
    defect: str
    done: bool
    told: bool


@dataclass(frozen=True, slots=True)
class OrdersTakenBack:
    """Orders are again as they were. `deed` names what was taken back, `told` says that the customer knows of it."""

    deed: str
    orders: tuple[OrderView, ...]
    told: bool


def under_tag(unit: Unit, tag: str) -> tuple[OrderView, ...]:
    """What hangs under a tag, and whose it is. Raises Refusal tag-unknown."""
    unit.permit("see a customer")
    return tuple(_viewed(unit, order) for order in _tagged(unit, tag))


def is_tag(unit: Unit, tag: str) -> bool:
    """Whether anything hangs, or hung last, under this tag."""
    try:
        return bool(under_tag(unit, tag))
    except Refusal:
        return False


def set_tag(unit: Unit, ask: SetTag, *, to: str = "") -> Tagged | WhoIsMeant:
    """Note under which tag and on which rack things hang: the newest order of the person, or what the tag is on.

    Raises Refusal tag-unknown, no-open-order, tag-taken.
    """
    unit.permit("record")
    if ask.name is None:
        order = _tagged(unit, ask.tag)[0]
        customer = unit.session.get_one(Customer, order.customer_id)
    else:
        meant = meant_or_chosen(unit, ask.name, to=to)
        if isinstance(meant, WhoIsMeant):
            return meant
        customer = meant
        open_ones = stored.of_customer(unit.session, customer.id or 0)
        if not open_ones:
            raise Refusal("no-open-order", person=customer.name)
        order = open_ones[-1]
        orders.check_tag_free(unit, ask.tag, besides=order.id)
    before = stored.snapshot(unit.session, [order])
    order.tag, order.rack = ask.tag or order.tag, ask.rack or order.rack
    unit.session.add(order)
    unit.session.flush()
    entry = write_change(unit, TAGGED, customer, before, [order])
    return Tagged(entry.public_id, view(unit, order, customer))


def make_all_ready(unit: Unit, ask: AllReady) -> AllMadeReady:
    """Everything in work that was promised up to the end of the period (without one: everything) is ready.

    Raises Refusal nothing-in-work.
    """
    unit.permit("record")
    end = day_bounds(ask.period.end - timedelta(days=1), unit.shop.zone)[1] if ask.period else None
    received = stored.promised_until(unit.session, end)
    if not received or len(received) > _MOST_AT_ONCE:
        raise Refusal("nothing-in-work")
    before = stored.snapshot(unit.session, received)
    for order in received:
        stored.move(unit.session, order, "ready", unit.now)
    entry = write_change(unit, ALL_READY, None, before, received)
    shown = tuple(_viewed(unit, order) for order in received)
    return AllMadeReady(
        entry.public_id,
        shown,
        told=sum(one.reach is Reach.TELEGRAM for one in shown),
        to_call=sum(one.reach is not Reach.TELEGRAM for one in shown),
        asked=tuple(one for one in shown if one.defect),
    )


def tag_ready(unit: Unit, tag: str) -> orders.MadeReady:
    """What hangs under a tag is ready. Raises Refusal tag-unknown, order-not-open."""
    unit.permit("record")
    return orders.make_one_ready(unit, _tagged(unit, tag)[0].public_id)


def holding(unit: Unit, customer: Customer, found: list[Order], said: Sequence[str]) -> list[Order]:
    """The orders that hold one of the things named; all where none was. Raises Refusal order-no-such-item."""
    holding = [
        order
        for order in found
        if any(
            orders.is_called(item.item, one) for one in said for item in stored.items_of(unit.session, order.id or 0)
        )
    ]
    if said and not holding:
        raise Refusal("order-no-such-item", person=customer.name, item=said[0])
    return holding or found


def ways_out(items: Sequence[HasState], order_id: str = "") -> tuple[tuple[Button, ...], ...]:
    """What a customer may wish of their things: what is ready first, another day for what is in work, or a word."""
    ready = [one for one in items if one.state == "ready"]
    works = any(one.state == "received" for one in items)
    row = [button(words("button-talk"), "fetch-talk")]
    if works:
        row.insert(0, button(words("button-things-day"), "things-day", order_id))
    if works and ready:
        item = ready[0].item if len(ready) == 1 else ""
        row.insert(0, button(words("button-things-first", item=item or None), "things-first"))
    return (tuple(row),)


def hand_over(unit: Unit, ask: HandOver, *, to: str = "") -> Fetched | WhoIsMeant:
    """Somebody took their things: what is ready, or what they named; if nothing was called ready, what is here.

    Raises Refusal no-open-order, order-no-such-item, order-fewer-pieces, person-gone.
    """
    unit.permit("record")
    customer = meant_or_chosen(unit, ask.name, to=to)
    if isinstance(customer, WhoIsMeant):
        return customer
    open_ones = stored.of_customer(unit.session, customer.id or 0)
    return _fetch(unit, customer, open_ones, ask)


def tag_fetched(unit: Unit, tag: str) -> Fetched:
    """What hangs under a tag was fetched. Raises Refusal tag-unknown, no-open-order."""
    unit.permit("record")
    order = _tagged(unit, tag)[0]
    customer = unit.session.get_one(Customer, order.customer_id)
    here = [order] if order.state in stored.OPEN else []
    return _fetch(unit, customer, here, None)


def _fetch(unit: Unit, customer: Customer, open_ones: list[Order], ask: HandOver | None) -> Fetched:
    if not open_ones:
        raise Refusal("no-open-order", person=customer.name)
    things = [(order, item) for order in open_ones for item in stored.items_of(unit.session, order.id or 0)]
    here = [(order, item) for order, item in things if item.state in stored.OPEN]
    if ask is not None and ask.items:
        # What is ready goes first: of two coats it is the one that is done.
        ready_first = sorted(here, key=lambda pair: pair[1].state != "ready")
        taken = orders.picked(unit, customer, ready_first, ask.items, ask.pieces)
    else:
        taken = [pair for pair in here if pair[1].state == "ready"] or here
    # What was parted is here as well.
    here = [(order, item) for order in open_ones for item in stored.items_of(unit.session, order.id or 0)]
    unfinished = all(item.state == "received" for _, item in taken)
    touched = list({order.id: order for order, _ in taken}.values())
    before = stored.snapshot(unit.session, touched)
    for order in touched:
        mine = [item for of, item in taken if of.id == order.id]
        stored.move_items(unit.session, order, mine, "handed_over", unit.now)
    entry = write_change(unit, FETCHED, customer, before, touched)
    owed = sum(order.unpaid_minor for order in touched)
    return Fetched(
        entry.public_id,
        customer.public_id,
        customer.name,
        last4(customer),
        stored.pieces(item for _, item in taken),
        stored.pieces(item for _, item in here if item.state in stored.OPEN),
        Money(owed, unit.shop.currency) if owed else None,
        unfinished,
    )


def kindness(unit: Unit, item_id: int, done: bool, *, unasked: bool = False) -> Kindness:
    """Say whether what was noted at intake was mended. Done, it is an extra at 0 and named in the ready notice.
    `unasked`: nothing was noted at intake.

    Raises Refusal order-not-open.
    """
    unit.permit("record")
    item = unit.session.get(OrderItem, item_id)
    if item is None or not item.defect or item.kindness is not None:
        raise Refusal("order-not-open")
    order = unit.session.get_one(Order, item.order_id)
    customer = unit.session.get_one(Customer, order.customer_id)
    item.kindness = "done" if done else "not"
    unit.session.add(item)
    extra = None
    if done:
        extra = LedgerEntry(
            customer_id=order.customer_id, visit_id=order.visit_id, kind="extra", amount_minor=0, at=unit.now,
            note=item.defect,
        )  # fmt: skip
        unit.session.add(extra)
    unit.session.flush()
    entry = write_entry(
        unit,
        KIND,
        customer_id=customer.id,
        subject_id=item.id,
        after={"extra": extra.id if extra else None, "unasked": unasked},
        undo_for=UNDO_FOR,
    )
    told = order.ready_at is not None and stored.was_told(unit.session, order.id or 0, order.ready_at)
    return Kindness(entry.public_id, customer.name, item.defect, done, told)


def kind_besides(unit: Unit, made: orders.MadeReady, what: str) -> tuple[Kindness, orders.MadeReady]:
    """Note a kindness done to what is ready now, and what is left to ask about: it answers what was noted at intake
    where it speaks of the same.
    """
    said = set(one_line(what).split())
    asked = next((one for one in made.orders if said & set(one.defect.split())), None)
    if asked is not None:
        answered = tuple(replace(one, defect="") if one is asked else one for one in made.orders)
        return kindness(unit, asked.defect_item, True), replace(made, orders=answered)
    things = [
        item
        for one in made.orders
        if (order := stored.by_public_id(unit.session, one.public_id)) is not None
        for item in stored.items_of(unit.session, order.id or 0)
        if item.item in {name for name, _ in one.items} and not item.defect
    ]
    if not things:
        given = extras.give(unit, GiveExtra(Spoken(made.name), what), to=made.customer)
        undo = given.undo if isinstance(given, extras.Extra) else ""
        return Kindness(undo, made.name, what, True, False), made
    item = things[0]
    item.defect = one_line(what)[:_LONGEST_REASON]
    unit.session.add(item)
    unit.session.flush()
    return kindness(unit, item.id or 0, True, unasked=True), made


def take_kindness_back(unit: Unit, entry: JournalEntry) -> Kindness:
    """Undo: nobody has said yet."""
    item = unit.session.get_one(OrderItem, entry.subject_id)
    done, item.kindness = item.kindness == "done", None
    what, facts = item.defect or "", journal.after(unit.vault, entry)
    if facts.get("unasked"):
        item.defect = None
    unit.session.add(item)
    extra = facts.get("extra")
    if extra is not None and (row := unit.session.get(LedgerEntry, extra)) is not None:
        unit.session.delete(row)
    customer = unit.session.get_one(Customer, entry.customer_id)
    return Kindness("", customer.name, what, done, False)


def take_back(unit: Unit, entry: JournalEntry) -> OrdersTakenBack:
    """Undo what has become of orders. Raises Refusal undo-order-moved where they have moved on since."""
    before = journal.before(unit.vault, entry)["orders"]
    told = entry.deed == DAY_AGREED or any(stored.was_told(unit.session, one["id"], entry.at) for one in before)
    again = stored.put_back(unit.session, before, journal.after(unit.vault, entry)["orders"])
    if again is None:
        raise Refusal("undo-order-moved")
    return OrdersTakenBack(entry.deed, tuple(_viewed(unit, order) for order in again), told)


def _tagged(unit: Unit, tag: str) -> list[Order]:
    found = stored.by_tag(unit.session, tag)
    if not found:
        raise Refusal("tag-unknown", tag=tag)
    return found


def _viewed(unit: Unit, order: Order) -> OrderView:
    unit.saw(order.customer_id, "list")
    return view(unit, order, unit.session.get_one(Customer, order.customer_id))
