"""Pieces that several of the owner's answers are made of: things, orders, and how somebody can be reached."""

from bot.actions.orders import OrderView
from bot.domain.outgoing import Words, words
from bot.domain.reach import Reach

REACHED = {Reach.TELEGRAM: "reach-telegram", Reach.PHONE: "reach-phone", Reach.NONE: "reach-none"}


_PAID_BY = {
    "unpaid": "paid-by-nobody-yet",
    "card": "paid-by-card",
    "cash": "paid-by-cash",
    "transfer": "paid-by-transfer",
    "prepaid": "paid-by-prepaid",
}


def paid_word(paid_by: str | None) -> Words | None:
    """How something was paid, where that was said."""
    return words(_PAID_BY[paid_by]) if paid_by in _PAID_BY else None


def reached(reach: Reach) -> Words:
    """How somebody can be reached today."""
    return words(REACHED[reach])


def order_row(order: OrderView) -> Words:
    """What was left, and until when it was promised or since when it waits."""
    if order.ready_on is not None:
        return words("order-row-ready", items=item_rows(order.items), on=order.ready_on, unpaid=order.unpaid)
    return words(
        "order-row",
        items=item_rows(order.items),
        on=order.received_on,
        promised=order.promised,
        unpaid=order.unpaid,
    )


def item_rows(items: tuple[tuple[str, int], ...]) -> tuple[Words, ...]:
    return tuple(words("item-line", item=item, quantity=quantity) for item, quantity in items)
