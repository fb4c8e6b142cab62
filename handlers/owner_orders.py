"""Orders across the counter: ready, in work, due, waiting."""

from bot.actions import order_deeds, orders
from bot.actions.order_deeds import Kindness
from bot.actions.orders import MadeReady, OrderList, OrderView
from bot.actions.people import WhoIsMeant
from bot.actions.unit import Replies, Unit
from bot.domain.buttons import button
from bot.domain.outgoing import Button, Reply, Words, words
from bot.domain.reach import Reach
from bot.domain.said import Said
from bot.understanding.asks.money import PaidTab
from bot.understanding.asks.orders import InWork, OrderReady, OrdersDue, OrdersWaiting
from bot.understanding.asks.values import NOBODY, Period
from handlers import errors, owner_periods, owner_tabs, paging
from handlers.owner_asking import ask_whom
from handlers.owner_rows import item_rows, order_row


def ready(said: Said, unit: Unit, ask: OrderReady) -> Replies:
    """Somebody's things are finished."""
    return ready_for(unit, ask)


def ready_for(unit: Unit, ask: OrderReady, *, to: str = "") -> Replies:
    """The same for the person who was chosen. What was done besides, unasked, is noted with it."""
    done = orders.make_ready(unit, ask, to=to)
    if isinstance(done, WhoIsMeant):
        return ask_whom(unit, ask, done)
    if not ask.extra:
        return read_back(done, unit.shop.name)
    kind, shown = order_deeds.kind_besides(unit, done, ask.extra)
    return [read_back(shown, unit.shop.name), kindness_done(kind)]


def kindness_done(done: Kindness) -> Reply:
    """What was mended unasked, or was not."""
    text = words(
        "kindness-done",
        name=done.name,
        defect=done.defect,
        done=done.done,
        told=words("kindness-told") if done.told and done.done else None,
    )
    return Reply(text, buttons=((button(words("button-undo"), "undo", done.undo),),))


def ready_one(said: Said, unit: Unit, public_id: str = "") -> Replies:
    """The order of a number in the list of what is in work."""
    return read_back(orders.make_one_ready(unit, public_id), unit.shop.name)


def fetched(said: Said, unit: Unit, public_id: str = "") -> Replies:
    """The order of a number in the list of what waits was fetched."""
    done = orders.hand_over(unit, public_id)
    text = words(
        "handed-over",
        name=done.order.name,
        last4=done.order.last4,
        items=item_rows(done.order.items),
        unpaid=words("ready-unpaid", amount=done.order.unpaid) if done.order.unpaid else None,
        unfinished=None,
        left=None,
        unowed=None,
    )
    return Reply(text, buttons=((button(words("button-undo"), "undo", done.undo),),))


def settle(unit: Unit, public_id: str, minor: int, paid_by: str | None) -> Reply:
    """What was paid when things were fetched."""
    return owner_tabs.paid_for(unit, PaidTab(NOBODY, minor, paid_by), to=public_id)


def in_work(said: Said, unit: Unit, offset: str = "") -> Replies:
    """The big key: everything in work; a number makes it ready."""
    found = orders.in_work(unit, paging.offset_of(offset))
    heading = words("orders-in-work", total=found.of_all.total)
    return _list(found, heading, "work", picks="ready", edits=said.message_id if offset else None)


def still_in_work(said: Said, unit: Unit, ask: InWork) -> Replies:
    """The same as a sentence."""
    return in_work(said, unit)


def due(said: Said, unit: Unit, ask: OrdersDue) -> Replies:
    """What was promised for these days and is still in work; a number makes it ready."""
    return _due(said, unit, ask.period)


def turn_due(said: Said, unit: Unit, period: str = "", offset: str = "") -> Replies:
    """Another page of that list."""
    days = owner_periods.unpack(period)
    if days is None:
        return errors.old_button(said, unit)
    return _due(said, unit, days, paging.offset_of(offset), said.message_id)


def waiting(said: Said, unit: Unit, ask: OrdersWaiting) -> Replies:
    """What is ready and was not fetched; a number says that it was."""
    return _waiting(said, unit)


def turn_waiting(said: Said, unit: Unit, offset: str = "") -> Replies:
    """Another page of that list."""
    return _waiting(said, unit, paging.offset_of(offset), said.message_id)


def _due(said: Said, unit: Unit, period: Period, offset: int = 0, edits: int | None = None) -> Replies:
    found = orders.due(unit, period, offset)
    heading = words("orders-due", period=owner_periods.said(period), total=found.of_all.total)
    return _list(found, heading, "due", owner_periods.pack(period), picks="ready", edits=edits)


def _waiting(said: Said, unit: Unit, offset: int = 0, edits: int | None = None) -> Replies:
    found = orders.waiting(unit, offset)
    return _list(found, words("orders-waiting", total=found.of_all.total), "waiting", picks="fetched", edits=edits)


def _list(found: OrderList, heading: Words, verb: str, *parts: str, picks: str = "", edits: int | None = None) -> Reply:
    """A page of orders. `verb` and `parts` turn the page, `picks` is what a number does."""
    counted = found.of_all
    text = words(
        "roll",
        heading=heading,
        rows=tuple(
            words("order-list-row", number=found.offset + at, name=one.name, last4=one.last4, order=order_row(one))
            for at, one in enumerate(found.orders, start=1)
        ),
        page=paging.place(found.offset, len(found.orders), counted.total),
        reach=words("reach-of", total=counted.people, reachable=counted.reachable) if counted.people else None,
        rule=words("orders-overdue", overdue=counted.overdue) if counted.overdue else None,
    )
    numbers = paging.numbers(found.offset, picks, [one.public_id for one in found.orders]) if picks else ()
    return Reply(text, buttons=(*numbers, *paging.turn(found.offset, counted.total, verb, *parts)), edits=edits)


def read_back(done: MadeReady, shop: str) -> Reply:
    """What is ready, who is told, and the question about what was noted at intake."""
    several = len(done.orders) > 1
    text = words(
        "ready-done",
        name=done.name,
        last4=done.last4,
        items=tuple(row for order in done.orders for row in item_rows(order.items)),
        orders=tuple(words("ready-row", on=one.received_on, items=item_rows(one.items)) for one in done.orders)
        if several
        else None,
        unpaid=words("ready-unpaid", amount=done.unpaid) if done.unpaid else None,
        told=_told(done),
        defect=kindness_question(done.orders),
    )
    undo = button(words("button-undo"), "undo", done.undo)
    return Reply(text, buttons=(*kindness_buttons(done.orders), (undo, *_copies(done, shop))))


def kindness_question(shown: tuple[OrderView, ...]) -> Words | None:
    """The question about the first thing that something was noted about, and whether a notice waits for the answer."""
    first = next((one for one in shown if one.defect), None)
    return words("kindness-ask", defect=first.defect, told=first.reach is Reach.TELEGRAM) if first else None


def kindness_buttons(shown: tuple[OrderView, ...]) -> tuple[tuple[Button, ...], ...]:
    """[mended] [not], for the first thing that something was noted about."""
    first = next((one for one in shown if one.defect), None)
    if first is None:
        return ()
    item = str(first.defect_item)
    yes = button(words("button-mended"), "kindness", item, "yes")
    return ((yes, button(words("button-not-mended"), "kindness", item, "no")),)


def _told(done: MadeReady) -> Words:
    if done.left:
        return words("ready-left", items=item_rows(done.left))
    if done.reach is Reach.TELEGRAM:
        return words("ready-told-now") if done.told_now else words("ready-told-later", at=done.told_at)
    if done.reach is Reach.PHONE:
        return words("ready-call", phone=done.phone)
    return words("ready-cannot-tell")


def _copies(done: MadeReady, shop: str) -> tuple[Button, ...]:
    """A draft for KakaoTalk or a text message, where Telegram does not reach."""
    if done.left or done.reach is not Reach.PHONE:
        return ()
    items = tuple(row for order in done.orders for row in item_rows(order.items))
    owed = words("ready-draft-unpaid", amount=done.unpaid) if done.unpaid else None
    draft = words("ready-draft", name=done.name, shop=shop, items=items, unpaid=owed)
    return Button(words("button-copy-text"), copy=draft), button(words("button-sent-by-hand"), "ready-sent", done.undo)
