"""What a customer wishes of the things they left: what is ready before the rest, or another day for what is in work.

Nothing changes by wishing. The shop says with one tap whether it can, and both hear what came of it.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.actions import forms, profile, sending
from bot.actions.entries import write_entry
from bot.actions.order_deeds import DAY_AGREED
from bot.actions.orders import write_change
from bot.actions.people import last4
from bot.actions.unit import Unit
from bot.domain.outgoing import Reply
from bot.domain.promises import promised_moment, shown_promise
from bot.domain.refusals import Refusal
from storage import journal, orders
from storage.journal import Facts
from storage.models import Customer, JournalEntry, Order

FORM = "things-day"
FIRST, DAY, ANSWERED = "order_first_wished", "order_day_wished", "order_wish_answered"
_FARTHEST = timedelta(days=365)
_MOST_ORDERS = 5


@dataclass(frozen=True, slots=True)
class Choice:
    """An order that is in work, and what was promised of it."""

    order: str
    items: tuple[tuple[str, int], ...]
    promised: date | datetime | None


@dataclass(frozen=True, slots=True)
class Wish:
    """`entry` is what the shop's buttons carry. Where things are wanted first `to` is None; `before` was promised."""

    entry: str
    name: str
    last4: str
    items: tuple[tuple[str, int], ...]
    before: date | datetime | None = None
    to: date | datetime | None = None
    undo: str = ""


def wish_first(unit: Unit) -> Wish:
    """What is ready is wanted before the rest is. Raises Refusal things-fetched where nothing is ready."""
    unit.permit("be heard")
    person = profile.own_record(unit)
    ready = [order for order in orders.of_customer(unit.session, person.id or 0) if _pieces(unit, order, "ready")]
    if not ready:
        raise Refusal("things-fetched")
    entry = _write(unit, FIRST, person, ready[0], {"orders": [order.id for order in ready]})
    return _first(unit, entry, person, ready)


def in_work(unit: Unit) -> tuple[Choice, ...]:
    """The asker's orders that are in work, with what was promised."""
    unit.permit("be heard")
    person = profile.own_record(unit)
    received = orders.of_customer(unit.session, person.id or 0, ("received",))[:_MOST_ORDERS]
    return tuple(
        Choice(order.public_id, _pieces(unit, order, "received"), _promised(unit, order)) for order in received
    )


def begin_day(unit: Unit, order_id: str) -> Choice:
    """Which other day? The next words are the day. Raises Refusal order-not-open."""
    unit.permit("be heard")
    order = _own_in_work(unit, order_id)
    forms.begin_within(unit, FORM, {"order": order_id})
    return Choice(order_id, _pieces(unit, order, "received"), _promised(unit, order))


def wish_day(unit: Unit, when: datetime | date | None) -> Wish:
    """The day that was asked for. Raises Refusal draft-gone, time-not-read, late-past, order-not-open."""
    unit.permit("be heard")
    draft = forms.draft(unit, FORM)
    if draft is None:
        raise Refusal("draft-gone")
    if when is None:
        raise Refusal("time-not-read")
    if _is_past(unit, when) or promised_moment(when, date.min, unit.shop.zone) > unit.now + _FARTHEST:
        raise Refusal("late-past")
    forms.finish(unit, FORM)
    order = _own_in_work(unit, draft["order"])
    to = promised_moment(when, unit.today, unit.shop.zone)
    person = profile.own_record(unit)
    entry = _write(unit, DAY, person, order, {"to": to.isoformat()})
    return _day(unit, entry, person, order, to)


def answer(unit: Unit, entry_id: str, *, yes: bool) -> Wish:
    """The shop's word. A yes to another day changes the promise.

    Raises Refusal time-settled (also for a wish that a later one replaced), order-not-open, things-fetched, late-past.
    """
    unit.permit("record")
    entry = journal.by_public_id(unit.session, entry_id)
    if entry is None or entry.deed not in (FIRST, DAY) or journal.has(unit.session, ANSWERED, entry.id or 0):
        raise Refusal("time-settled")
    if journal.later_of_subject(unit.session, entry) is not None:
        raise Refusal("time-settled")
    person = unit.session.get_one(Customer, entry.customer_id)
    unit.saw(person.id or 0, "card")
    facts = journal.after(unit.vault, entry)
    if entry.deed == FIRST:
        found = [unit.session.get_one(Order, one) for one in facts["orders"]]
        done = _first(unit, entry, person, [order for order in found if _pieces(unit, order, "ready")])
        if not done.items:
            raise Refusal("things-fetched")
    else:
        done = _agree_on_day(unit, entry, person, datetime.fromisoformat(facts["to"]), yes=yes)
    write_entry(unit, ANSWERED, customer_id=person.id, subject_id=entry.id, after={"yes": yes})
    return done


def tell(unit: Unit, entry_id: str, reply: Reply) -> bool:
    """The shop's word goes to whoever wished: an answer, at any hour. False where Telegram does not reach them."""
    unit.permit("record")
    entry = journal.by_public_id(unit.session, entry_id)
    person = unit.session.get(Customer, entry.customer_id) if entry else None
    return person is not None and sending.to_customer(unit, person, f"things:{entry_id}", reply)


def _agree_on_day(unit: Unit, entry: JournalEntry, person: Customer, to: datetime, *, yes: bool) -> Wish:
    order = unit.session.get_one(Order, entry.subject_id)
    if order.state != "received":
        raise Refusal("order-not-open")
    if not yes:
        return _day(unit, entry, person, order, to)
    if _is_past(unit, shown_promise(to, unit.shop.zone)):
        raise Refusal("late-past")
    done = _day(unit, entry, person, order, to)
    before = orders.snapshot(unit.session, [order])
    order.promised_at = to
    unit.session.add(order)
    unit.session.flush()
    undo = write_change(unit, DAY_AGREED, person, before, [order]).public_id
    return Wish(done.entry, done.name, done.last4, done.items, done.before, done.to, undo)


def _is_past(unit: Unit, when: datetime | date) -> bool:
    return when <= unit.now if isinstance(when, datetime) else when < unit.today


def _own_in_work(unit: Unit, order_id: str) -> Order:
    order = orders.by_public_id(unit.session, order_id)
    if order is None or order.customer_id != profile.own_record(unit).id or order.state != "received":
        raise Refusal("order-not-open")
    return order


def _write(unit: Unit, deed: str, person: Customer, order: Order, facts: Facts) -> JournalEntry:
    return write_entry(unit, deed, customer_id=person.id, subject_id=order.id, after=facts)


def _first(unit: Unit, entry: JournalEntry, person: Customer, ready: list[Order]) -> Wish:
    items = tuple(one for order in ready for one in _pieces(unit, order, "ready"))
    return Wish(entry.public_id, person.name, last4(person), items)


def _day(unit: Unit, entry: JournalEntry, person: Customer, order: Order, to: datetime) -> Wish:
    items, before = _pieces(unit, order, "received"), _promised(unit, order)
    return Wish(entry.public_id, person.name, last4(person), items, before, shown_promise(to, unit.shop.zone))


def _pieces(unit: Unit, order: Order, state: str) -> tuple[tuple[str, int], ...]:
    items = orders.items_of(unit.session, order.id or 0)
    return tuple((one.item, one.quantity) for one in items if one.state == state)


def _promised(unit: Unit, order: Order) -> date | datetime | None:
    return shown_promise(order.promised_at, unit.shop.zone) if order.promised_at else None
