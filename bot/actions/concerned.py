"""Whom closing days concern: who is booked on them, had something promised for them, or has something waiting to be
fetched. Nobody else: the same word to everybody would be advertising.
"""

import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bot.actions.unit import Unit
from bot.domain.local_time import day_bounds
from bot.domain.opening import Day
from bot.domain.reminders import appointment_slot
from bot.domain.shop import Part
from storage import appointments, orders
from storage.models import Appointment, Customer, Order

EVENT = "closed-days"
# Whoever has things waiting is told of days that are near; for later ones there is time to come before.
_SOON = timedelta(days=7)
_MOST = 300


@dataclass(slots=True)
class Concern:
    """What one person has to do with these days, in the order of the books."""

    customer: Customer
    bookings: list[Appointment] = field(default_factory=list)
    promised: list[Order] = field(default_factory=list)
    waiting: list[Order] = field(default_factory=list)

    def key(self, first: date, last: date) -> str:
        """The message's own: another where what it speaks of has changed."""
        parts = [f"b{one.id}@{appointment_slot(one.at)}" for one in self.bookings]
        parts += [f"{one.state}{one.id}" for one in (*self.promised, *self.waiting)]
        stamp = hashlib.sha256(",".join(parts).encode()).hexdigest()[:8]
        return f"{EVENT}:{self.customer.id}:{first}:{last}:{stamp}"


def concerned(unit: Unit, first: date, last: date) -> list[Concern]:
    """Everybody whom it concerns that the shop is closed on these days, or open for fewer hours; by their bookings,
    then by their things.
    """
    days = {day.on: day for day in days_of(unit, first, last)}
    closed = {on for on, day in days.items() if day.open is False}
    start, end = day_bounds(first, unit.shop.zone)[0], day_bounds(last, unit.shop.zone)[1]
    found: dict[int, Concern] = {}
    if unit.shop.has(Part.APPOINTMENTS):
        for booking in appointments.between(unit.session, max(start, unit.now), end):
            if not _fits(unit, days[unit.shop.day_of(booking.at)], booking.at):
                _of(unit, found, booking.customer_id).bookings.append(booking)
    if unit.shop.has(Part.ORDERS) and closed:
        for order, _ in orders.page(unit.session, orders.in_state("received", start, end), 0, _MOST):
            if order.promised_at is not None and unit.shop.day_of(order.promised_at) in closed:
                _of(unit, found, order.customer_id).promised.append(order)
        if min(closed) - unit.today <= _SOON:
            for order, _ in orders.page(unit.session, orders.in_state("ready"), 0, _MOST):
                _of(unit, found, order.customer_id).waiting.append(order)
    return list(found.values())


def days_of(unit: Unit, first: date, last: date) -> list[Day]:
    """Each of the days from `first` to `last`."""
    return [unit.shop.opening.of(first + timedelta(days=ahead)) for ahead in range((last - first).days + 1)]


def still_concerns(unit: Unit, key: str) -> bool:
    """Whether the message of this key still tells its person what is so."""
    _, customer_id, first, last, _ = key.split(":")
    since, until = date.fromisoformat(first), date.fromisoformat(last)
    return any(
        one.key(since, until) == key for one in concerned(unit, since, until) if one.customer.id == int(customer_id)
    )


def _fits(unit: Unit, day: Day, at: datetime) -> bool:
    if day.open is False:
        return False
    local = at.astimezone(unit.shop.zone).time()
    if day.hours is None or day.hours.closes <= day.hours.opens:
        return True
    return day.hours.opens <= local < day.hours.closes


def _of(unit: Unit, found: dict[int, Concern], customer_id: int) -> Concern:
    if customer_id not in found:
        found[customer_id] = Concern(unit.session.get_one(Customer, customer_id))
    return found[customer_id]
