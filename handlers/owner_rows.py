"""Pieces that several of the owner's answers are made of: things, orders, and how somebody can be reached."""

from bot.actions.orders import OrderView
from bot.domain.outgoing import Words, words
from bot.domain.people import StageRule
from bot.domain.reach import Reach
from bot.domain.rhythm import RhythmRule
from bot.domain.visits import item_words

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
    return tuple(item_words(item, quantity) for item, quantity in items)


def group_rule(group: str, rhythm: RhythmRule, stages: StageRule) -> Words:
    """What puts somebody into a group (or makes them late), in one sentence."""
    return words(
        "group-rule",
        group=group,
        visits=rhythm.regular_visit_days,
        regular_days=rhythm.regular_days,
        lost_days=rhythm.lost_days,
        loyal_days=stages.loyal_days,
        percent=stages.core_percent,
        few=stages.new_until_visit_days,
        times=f"{rhythm.late_percent / 100:g}",
    )
