"""What is promised for today and still in work: the owners hear of it once before it breaks, where the warning of the
evening before did not name it, because it came in since or nobody was awake then.
"""

from collections import defaultdict
from datetime import datetime, timedelta

from bot.actions.planning import Planned
from bot.actions.promises_of_tomorrow import promise_rows
from bot.actions.sending import tell_owners, was_told_to_owners
from bot.actions.unit import Unit
from bot.domain.local_time import day_bounds, moment_of
from bot.domain.opening import Day
from bot.domain.outgoing import Reply, words
from bot.domain.promises import shown_promise
from bot.domain.shop import Part
from storage import orders
from storage.models import Customer, Order

_BEFORE = timedelta(hours=1)
_MOST = 50


def warn(unit: Unit) -> Planned:
    """An hour before each such promise, once; where only the day was said, an hour before the shop closes."""
    unit.permit("plan messages")
    today = unit.shop.opening.of(unit.today)
    if not unit.shop.has(Part.ORDERS) or today.open is False:
        return Planned()
    start, end = day_bounds(unit.today, unit.shop.zone)
    was_warned = was_told_to_owners(unit, f"promises:{unit.today - timedelta(days=1)}")
    at_risk: dict[datetime, list[tuple[Order, Customer]]] = defaultdict(list)
    for order, customer in orders.page(unit.session, orders.in_state("received", start, end), 0, _MOST):
        due = _due(unit, order, today)
        is_known = was_warned and unit.shop.day_of(order.received_at) < unit.today
        if due is None or is_known or not due - _BEFORE <= unit.now < due or order.received_at > due - _BEFORE:
            continue
        at_risk[due].append((order, customer))
    return Planned(sum(_tell(unit, due, found) for due, found in at_risk.items()))


def _tell(unit: Unit, due: datetime, found: list[tuple[Order, Customer]]) -> int:
    key = f"promise-soon:{unit.today}:{due.astimezone(unit.shop.zone):%H%M}"
    return tell_owners(unit, key, Reply(words("promise-soon", at=due, rows=promise_rows(unit, found))))


def _due(unit: Unit, order: Order, today: Day) -> datetime | None:
    """When it breaks; None where no hour was said and the hours of the day are not known."""
    if order.promised_at is None or isinstance(shown_promise(order.promised_at, unit.shop.zone), datetime):
        return order.promised_at
    return moment_of(unit.today, today.hours.closes, unit.shop.zone) if today.hours else None
