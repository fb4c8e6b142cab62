"""A promise that will be kept later: told with the old time, the new one and the reason, which are asked for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter

from bot.actions import forms
from bot.actions.order_deeds import LATE, holding, ways_out
from bot.actions.orders import view, write_change
from bot.actions.people import WhoIsMeant, chosen, last4, meant_or_chosen, reach
from bot.actions.planning import GRACE
from bot.actions.telling import tell
from bot.actions.unit import Unit
from bot.domain.outgoing import Kind, words
from bot.domain.promises import promised_moment, shown_promise
from bot.domain.promotional import sells
from bot.domain.reach import Reach
from bot.domain.refusals import Refusal
from bot.domain.reminders import appointment_slot
from bot.domain.visits import item_words
from bot.domain.written_text import one_line
from bot.understanding.asks.orders import Late
from storage import orders
from storage.models import Customer, Order

FORM = "late"
_LONGEST_REASON, _SHORTEST_REASON = 80, 2


@dataclass(frozen=True, slots=True)
class MadeLate:
    """New promises. `told_at` is when the customer hears of them, None where Telegram does not reach them."""

    undo: str
    name: str
    last4: str
    phone: str | None
    items: tuple[tuple[str, int], ...]
    before: date | datetime | None
    promised: date | datetime
    reason: str
    reach: Reach


@dataclass(frozen=True, slots=True)
class LateOpen:
    """Something will be later, and it is asked until `when`, or (with the new time, `to`, known) why."""

    name: str
    when: bool
    to: datetime | date | None


def make_late(unit: Unit, ask: Late, *, to: str = "") -> MadeLate | LateOpen | WhoIsMeant:
    """A promise will be kept later: the customer hears the old time, the new one and the reason. Without the time or
    the reason it waits for them.

    Raises Refusal text-sells, late-earlier, late-past, no-open-order, order-no-such-item, person-gone.
    """
    unit.permit("record")
    customer = meant_or_chosen(unit, ask.name, to=to)
    return customer if isinstance(customer, WhoIsMeant) else _made_late(unit, ask, customer)


def _made_late(unit: Unit, ask: Late, customer: Customer) -> MadeLate | LateOpen:
    received = orders.of_customer(unit.session, customer.id or 0, ("received",))
    if not received:
        raise Refusal("no-open-order", person=customer.name)
    received = holding(unit, customer, received, ask.items)
    zone = unit.shop.zone
    later = ask.to or _slipped(received, ask.by, zone)
    if later is not None:
        _moved(unit, later, received, customer)
    if later is None or len(one_line(ask.reason)) < _SHORTEST_REASON:
        written = TypeAdapter(Late).dump_json(ask).decode()
        begun = {"ask": written, "to": customer.public_id, "name": customer.name, "when": later is None}
        forms.begin(unit, FORM, begun)
        return LateOpen(customer.name, when=later is None, to=later)
    if sells(ask.reason):
        raise Refusal("text-sells")
    promised, moved = _moved(unit, later, received, customer)
    reason = one_line(ask.reason)[:_LONGEST_REASON]
    before = orders.snapshot(unit.session, moved)
    was = [order.promised_at for order in moved]
    views = [view(unit, order, customer) for order in moved]
    for order, old, seen in zip(moved, was, views, strict=True):
        order.promised_at = promised
        unit.session.add(order)
        text = words(
            "order-late",
            name=customer.name,
            items=tuple(item_words(item, pieces) for item, pieces in seen.items),
            before=shown_promise(old, zone) if old else None,
            promised=shown_promise(promised, zone),
            reason=reason,
            shop=unit.shop.name,
        )
        key = f"late:{order.id}:{unit.now:%Y%m%dT%H%M%S}:{appointment_slot(promised)}"
        buttons = ways_out(orders.items_of(unit.session, order.id or 0), order.public_id)
        tell(unit, customer, Kind.ORDER_NOTICE, key, text, subject_id=order.id or 0, after=GRACE, buttons=buttons)
    unit.session.flush()
    forms.finish(unit, FORM)
    entry = write_change(unit, LATE, customer, before, moved)
    return MadeLate(
        entry.public_id,
        customer.name,
        last4(customer),
        customer.phone,
        tuple(item for seen in views for item in seen.items),
        shown_promise(was[0], zone) if was[0] else None,
        shown_promise(promised, zone),
        reason,
        reach(customer),
    )


def _moved(
    unit: Unit, later: date | datetime, received: Sequence[Order], customer: Customer
) -> tuple[datetime, list[Order]]:
    """The new promise, and what was promised for earlier, or never. Raises Refusal late-past, late-earlier."""
    if later <= unit.now if isinstance(later, datetime) else later < unit.today:
        raise Refusal("late-past")
    promised = promised_moment(later, unit.today, unit.shop.zone)
    moved = [order for order in received if order.promised_at is not None and order.promised_at < promised]
    moved = moved or [order for order in received if order.promised_at is None]
    if not moved:
        raise Refusal("late-earlier", person=customer.name)
    return promised, moved


def as_told(unit: Unit, when: datetime | date | None, by: int, reason: str) -> MadeLate | LateOpen:
    """What was asked for is said: the new time, or why. Raises Refusal draft-gone and what `make_late` raises."""
    unit.permit("record")
    kept = forms.draft(unit, FORM)
    if kept is None:
        raise Refusal("draft-gone")
    ask = TypeAdapter(Late).validate_json(kept["ask"])
    forms.end(unit)
    timed = replace(ask, to=when or ask.to, by=by or ask.by)
    return _made_late(unit, replace(timed, reason=ask.reason or reason), chosen(unit, kept["to"]))


def waits(unit: Unit) -> LateOpen:
    """What the open form waits for."""
    kept = forms.draft(unit, FORM) or {"name": "", "when": True}
    return LateOpen(kept["name"], when=kept["when"], to=None)


def _slipped(found: Sequence[Order], days: int, zone: ZoneInfo) -> date | datetime | None:
    """So many days after the promise; None where none are said, or they were promised for several times."""
    promised = {order.promised_at for order in found}
    one = next(iter(promised)) if len(promised) == 1 else None
    return shown_promise(one + timedelta(days=days), zone) if one is not None and days else None
