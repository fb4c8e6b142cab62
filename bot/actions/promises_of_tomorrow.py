"""What is promised for tomorrow and still in work: the owners hear of it the evening before, while there is time."""

from collections.abc import Iterable
from datetime import time, timedelta

from bot.actions.people import last4
from bot.actions.planning import Planned
from bot.actions.sending import tell_owners, was_told_to_owners
from bot.actions.unit import Unit
from bot.domain.local_time import day_bounds
from bot.domain.outgoing import Reply, Words, words
from bot.domain.promises import shown_promise
from bot.domain.shop import Part
from bot.domain.visits import item_words
from storage import orders
from storage.models import Customer, Order

_FROM, _UNTIL = time(17, 0), time(21, 0)
_MOST = 10
_LONGEST_CLOSING = 14


def warn(unit: Unit) -> Planned:
    """They hear of it once.

    Before closing days they hear of what is promised for them too, and for the day after them, and not again on those.
    """
    unit.permit("plan messages")
    local = unit.now.astimezone(unit.shop.zone)
    if not unit.shop.has(Part.ORDERS) or not _FROM <= local.time() < _UNTIL:
        return Planned()
    opening, tomorrow = unit.shop.opening, unit.today + timedelta(days=1)
    before = (unit.today - timedelta(days=ago) for ago in range(1, _LONGEST_CLOSING))
    last_open = next((day for day in before if not opening.is_closed(day)), unit.today)
    if opening.is_closed(unit.today) and was_told_to_owners(unit, f"promises:{last_open}"):
        return Planned()
    start, _ = day_bounds(tomorrow, unit.shop.zone)
    until = opening.next_open(tomorrow)
    _, end = day_bounds(until, unit.shop.zone)
    at_risk = orders.in_state("received", start, end)
    shown = orders.page(unit.session, at_risk, 0, _MOST)
    if not shown:
        return Planned()
    counted = orders.count(unit.session, at_risk, unit.now, start)
    more = counted.total - len(shown)
    text = words(
        "promise-warning",
        total=counted.total,
        rows=promise_rows(unit, shown),
        until=None if until == tomorrow else until,
        more=words("things-more", count=more) if more else None,
    )
    return Planned(tell_owners(unit, f"promises:{unit.today}", Reply(text)))


def promise_rows(unit: Unit, shown: Iterable[tuple[Order, Customer]]) -> tuple[Words, ...]:
    """Whose things they are, which, and until when."""
    return tuple(
        words(
            "promise-row",
            name=customer.name,
            last4=last4(customer),
            items=tuple(item_words(*thing) for thing in orders.pieces(orders.items_of(unit.session, order.id or 0))),
            promised=shown_promise(order.promised_at, unit.shop.zone) if order.promised_at else None,
        )
        for order, customer in shown
    )
