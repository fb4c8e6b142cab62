"""What a customer wishes of the things they left: what is ready before the rest, or another day for what is in work.

Nothing changes by wishing. The shop says with one tap whether it can, and both hear what came of it.
"""

from dataclasses import dataclass
from datetime import date, datetime, time

from bot.actions import forms, profile, sending
from bot.actions.entries import write_entry
from bot.actions.order_deeds import DAY_AGREED
from bot.actions.orders import write_change
from bot.actions.people import last4
from bot.actions.price_list import known_items
from bot.actions.unit import Unit
from bot.domain.answering import answer_by
from bot.domain.buttons import button
from bot.domain.local_time import moment_of
from bot.domain.outgoing import Button, Reply, words
from bot.domain.prices import same_thing
from bot.domain.promises import promised_moment, shown_promise
from bot.domain.refusals import Refusal
from bot.understanding.answers import read_time
from bot.understanding.asks.orders import ThingsDay
from bot.understanding.vague_times import Vague, read_vague
from storage import journal, orders
from storage.journal import Facts
from storage.models import Customer, JournalEntry, Order

FORM = "things-day"
FIRST, DAY, ANSWERED = "order_first_wished", "order_day_wished", "order_wish_answered"
_MOST_ORDERS = 5


@dataclass(frozen=True, slots=True)
class Choice:
    """An order that is in work, and what was promised of it."""

    order: str
    items: tuple[tuple[str, int], ...]
    promised: date | datetime | None


@dataclass(frozen=True, slots=True)
class Wish:
    """`entry` is what the shop's buttons carry. Where things are wanted first `to` is None; `before` was promised.

    The shop answers by `due_at`.
    """

    entry: str
    name: str
    last4: str
    items: tuple[tuple[str, int], ...]
    before: date | datetime | None = None
    to: date | datetime | None = None
    undo: str = ""
    due_at: datetime | None = None


def wish_first(unit: Unit, item: str | None = None) -> Wish:
    """What is ready, or this thing of it, is wanted before the rest is. Raises Refusal things-fetched where it is not
    ready.
    """
    unit.permit("be heard")
    person, ready = profile.own_record(unit), _ready(unit, item)
    if not ready:
        raise Refusal("things-fetched")
    entry = _write(unit, FIRST, person, ready[0], {"orders": [order.id for order in ready], "item": item})
    return _first(unit, entry, person, ready, item)


def is_ready(unit: Unit, item: str | None) -> bool:
    """Whether something of the asker's, or this thing of it, is ready to be fetched."""
    unit.permit("be heard")
    return bool(_ready(unit, item))


def in_work(unit: Unit, item: str | None = None) -> tuple[Choice, ...]:
    """The asker's orders that are in work, with what was promised; with `item` only those with this thing."""
    unit.permit("be heard")
    person = profile.own_record(unit)
    received = orders.of_customer(unit.session, person.id or 0, ("received",))[:_MOST_ORDERS]
    found = tuple(
        Choice(order.public_id, _pieces(unit, order, "received"), _promised(unit, order)) for order in received
    )
    return tuple(one for one in found if _of_kind(unit, one.items, item)) if item else found


def concerned(unit: Unit, ask: ThingsDay) -> tuple[Choice, ...] | None:
    """What is in work and meant by another day; of what is wanted by then at the latest only what is promised for later
    or late already. None where what is wanted by then is not here.
    """
    found = in_work(unit, ask.item)
    if not ask.at_latest:
        return found
    if not found and not is_ready(unit, ask.item):
        return None
    if ask.when is None:
        return found
    latest = _at_latest(unit, ask.when)
    return tuple(one for one in found if not one.promised or not unit.now <= _at_latest(unit, one.promised) <= latest)


def begin_day(unit: Unit, order_id: str) -> Choice:
    """Which other day? The next words are the day. Raises Refusal order-not-open."""
    unit.permit("be heard")
    order = _own_in_work(unit, order_id)
    forms.begin_within(unit, FORM, {"order": order_id})
    return Choice(order_id, _pieces(unit, order, "received"), _promised(unit, order))


def wish_day(unit: Unit, text: str) -> Wish | Vague:
    """The day that was asked for, in words; a Vague where no day can be told from them yet.

    Raises Refusal draft-gone, time-not-read, late-past, order-not-open, date-too-far.
    """
    unit.permit("be heard")
    local = unit.now.astimezone(unit.shop.zone)
    when = read_time(text, now=local)
    if when is None and (vague := read_vague(text, local)) is not None:
        return vague
    draft = forms.draft(unit, FORM)
    if draft is None:
        raise Refusal("draft-gone")
    if when is None:
        raise Refusal("time-not-read")
    done = wish_day_of(unit, draft["order"], when)
    forms.finish(unit, FORM)
    return done


def wish_day_of(unit: Unit, order_id: str, when: datetime | date) -> Wish:
    """Another day for this order. Raises Refusal late-past, order-not-open, date-too-far."""
    unit.permit("be heard")
    if is_past(unit, when):
        raise Refusal("late-past")
    order = _own_in_work(unit, order_id)
    to = promised_moment(when, unit.today, unit.shop.zone)
    person = profile.own_record(unit)
    entry = _write(unit, DAY, person, order, {"to": to.isoformat()})
    return _day(unit, entry, person, order, to)


def answer(unit: Unit, entry_id: str, *, yes: bool) -> Wish:
    """The shop's word. A yes to another day changes the promise.

    Raises Refusal time-settled (also for a wish that a later one replaced), order-not-open, things-fetched, late-past
    (also for one whose time has come).
    """
    unit.permit("record")
    entry = journal.by_public_id(unit.session, entry_id)
    if entry is None or entry.deed not in (FIRST, DAY):
        raise Refusal("time-settled")
    answered = journal.done_about(unit.session, ANSWERED, entry)
    if answered is not None:
        raise Refusal(journal.after(unit.vault, answered).get("ended") or "time-settled")
    if journal.later_of_subject(unit.session, entry) is not None:
        raise Refusal("time-settled")
    person = unit.session.get_one(Customer, entry.customer_id)
    unit.saw(person.id or 0, "card")
    order = unit.session.get_one(Order, entry.subject_id)
    if entry.deed == FIRST:
        done = seen(unit, entry, order, person)
        if not done.items:
            raise Refusal("things-fetched")
    else:
        done = _agree_on_day(unit, entry, person, order, yes=yes)
    write_entry(unit, ANSWERED, customer_id=person.id, subject_id=entry.id, after={"yes": yes})
    return done


def yes_or_no(wish: Wish) -> tuple[Button, ...]:
    """The buttons beneath what the shop is asked."""
    yes = button(words("button-things-yes"), "things-yes", wish.entry)
    return yes, button(words("button-time-no"), "things-no", wish.entry)


def tell(unit: Unit, entry_id: str, reply: Reply) -> bool:
    """The shop's word goes to whoever wished: an answer, at any hour. False where Telegram does not reach them."""
    unit.permit("record")
    entry = journal.by_public_id(unit.session, entry_id)
    person = unit.session.get(Customer, entry.customer_id) if entry else None
    return person is not None and sending.to_customer(unit, person, f"things:{entry_id}", reply)


def seen(unit: Unit, entry: JournalEntry, order: Order, person: Customer) -> Wish:
    """A wish as it stands: of what was wanted first, the things that are still here."""
    facts = journal.after(unit.vault, entry)
    if entry.deed == DAY:
        return _day(unit, entry, person, order, datetime.fromisoformat(facts["to"]))
    return _first(unit, entry, person, [unit.session.get_one(Order, one) for one in facts["orders"]], facts.get("item"))


def _agree_on_day(unit: Unit, entry: JournalEntry, person: Customer, order: Order, *, yes: bool) -> Wish:
    if order.state != "received":
        raise Refusal("order-not-open")
    done, to = seen(unit, entry, order, person), datetime.fromisoformat(journal.after(unit.vault, entry)["to"])
    if not yes:
        return done
    if is_past(unit, shown_promise(to, unit.shop.zone)):
        raise Refusal("late-past")
    before = orders.snapshot(unit.session, [order])
    order.promised_at = to
    unit.session.add(order)
    unit.session.flush()
    undo = write_change(unit, DAY_AGREED, person, before, [order]).public_id
    return Wish(done.entry, done.name, done.last4, done.items, done.before, done.to, undo)


def is_past(unit: Unit, when: datetime | date) -> bool:
    """Whether that moment, or all of that day, is over."""
    return when <= unit.now if isinstance(when, datetime) else when < unit.today


def _own_in_work(unit: Unit, order_id: str) -> Order:
    order = orders.by_public_id(unit.session, order_id)
    if order is None or order.customer_id != profile.own_record(unit).id or order.state != "received":
        raise Refusal("order-not-open")
    return order


def _write(unit: Unit, deed: str, person: Customer, order: Order, facts: Facts) -> JournalEntry:
    return write_entry(unit, deed, customer_id=person.id, subject_id=order.id, after=facts)


def _ready(unit: Unit, item: str | None) -> list[Order]:
    here = orders.of_customer(unit.session, profile.own_record(unit).id or 0)
    return [order for order in here if _of_kind(unit, _pieces(unit, order, "ready"), item)]


def _first(unit: Unit, entry: JournalEntry, person: Customer, ready: list[Order], item: str | None) -> Wish:
    items = tuple(one for order in ready for one in _of_kind(unit, _pieces(unit, order, "ready"), item))
    return Wish(entry.public_id, person.name, last4(person), items, due_at=due(unit, entry))


def _of_kind(unit: Unit, items: tuple[tuple[str, int], ...], wanted: str | None) -> tuple[tuple[str, int], ...]:
    """Those that are this thing, in whatever words the list has for it: "shirt" means "흰 셔츠"."""
    if not wanted:
        return items
    kinds = [kind for kind in known_items(unit) if same_thing(kind.name) == same_thing(wanted)]
    names = {same_thing(word) for kind in kinds for word in (kind.name, *kind.also)} | {same_thing(wanted)}
    return tuple(one for one in items if any(name in same_thing(one[0]) for name in names))


def _day(unit: Unit, entry: JournalEntry, person: Customer, order: Order, to: datetime) -> Wish:
    items, before, wished = _pieces(unit, order, "received"), _promised(unit, order), shown_promise(to, unit.shop.zone)
    return Wish(entry.public_id, person.name, last4(person), items, before, wished, due_at=due(unit, entry))


def due(unit: Unit, entry: JournalEntry) -> datetime:
    """By when the shop answers a wish."""
    return answer_by(entry.at, unit.shop.zone, unit.shop.opening)


def _pieces(unit: Unit, order: Order, state: str) -> tuple[tuple[str, int], ...]:
    items = orders.items_of(unit.session, order.id or 0)
    return tuple((one.item, one.quantity) for one in items if one.state == state)


def _at_latest(unit: Unit, when: datetime | date) -> datetime:
    """A day without an hour lasts until its end."""
    return when if isinstance(when, datetime) else moment_of(when, time.max, unit.shop.zone)


def _promised(unit: Unit, order: Order) -> date | datetime | None:
    return shown_promise(order.promised_at, unit.shop.zone) if order.promised_at else None
