"""A shop's life, day after day, the same every time: who comes, what is left and ready and fetched, who books.

It is lived through the same deeds of the counter as a real one, at the hours at which something happens in a shop; what
the assistant sends in between is its own doing. What happens on a day follows from the seed, the day and the books.
"""

import random
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from sqlmodel import select

from bot.actions import appointments, order_deeds, orders, prepaid, visits
from bot.actions.unit import Unit
from bot.domain.local_time import moment_of
from bot.domain.permissions import Actor
from bot.domain.refusals import Refusal
from bot.domain.shop import Part
from bot.understanding.asks.appointments import MakeAppointment
from bot.understanding.asks.money import Charge
from bot.understanding.asks.orders import HandOver, OrderReady
from bot.understanding.asks.values import Item, Spoken
from bot.understanding.asks.visits import RecordVisit
from storage import orders as stored_orders
from storage import people, prices
from storage.models import Customer

BRIEF, REMINDERS, COUNTER, DONE, RECEIPTS, CLOSING = (
    time(8, 30),
    time(11, 0),
    time(14, 0),
    time(17, 0),
    time(19, 30),
    time(20, 10),
)
MOMENTS = (BRIEF, REMINDERS, COUNTER, DONE, RECEIPTS, CLOSING)
# A slip of the finger can be taken back for half a minute, and nobody is told before.
_SLIP = timedelta(seconds=40)
# Of a hundred days the machine sleeps through so many.
_ASLEEP = 4
_GAPS = (7, 10, 14, 21, 28, 35)
# Every so many orders one is forgotten for weeks.
_FORGOTTEN = 9
_FORGOTTEN_FOR = timedelta(days=33)


@dataclass(frozen=True, slots=True)
class Life:
    """`owner` is whoever stands at the counter. Only people of `public_ids` come, everybody where it is empty."""

    owner: Actor
    seed: int = 2026
    public_ids: tuple[str, ...] = ()

    def is_asleep(self, day: date) -> bool:
        """Whether the machine sleeps through this day."""
        return self._chance(day, "asleep").randrange(100) < _ASLEEP

    def happens(self, unit: Unit, clock: time) -> int:
        """What happens in the shop at this hour of today: how much."""
        unit.actor = self.owner
        if unit.shop.opening.is_closed(unit.today):
            return 0
        chance = self._chance(unit.today, str(clock))
        if clock != COUNTER:
            return self._works(unit, chance) + self._is_fetched(unit, chance)
        coming = [one for one in self._people(unit) if _is_due(one.id or 0, unit.today.toordinal())]
        for person in coming:
            self._comes(unit, person, chance)
        return len(coming)

    def _comes(self, unit: Unit, person: Customer, chance: random.Random) -> None:
        things = prices.price_list(unit.session)
        thing = things[chance.randrange(len(things))] if things else None
        keeps = unit.shop.has(Part.ORDERS)
        visit = RecordVisit(
            Spoken(person.name),
            (Item(thing.name if thing else "와이셔츠", chance.randint(1, 3)),),
            amount=chance.randint(4, 60) * 500,
            paid_by=chance.choice(("card", "cash", "transfer")),
            promised=unit.today + timedelta(days=chance.randint(2, 6)) if keeps else None,
        )
        visits.record(unit, visit, to=person.public_id)
        if unit.shop.has(Part.PREPAID) and chance.randrange(8) == 0:
            prepaid.charge(unit, Charge(Spoken(person.name), 50_000, "card"), to=person.public_id)
        if unit.shop.has(Part.APPOINTMENTS):
            day = unit.today + timedelta(days=chance.randint(5, 28))
            at = moment_of(day, time(10 + chance.randrange(9), chance.choice((0, 30))), unit.shop.zone)
            local = at.astimezone(unit.shop.zone)
            appointments.make(
                unit, MakeAppointment(Spoken(person.name), local, "커트"), to=person.public_id, anyway=True
            )

    def _works(self, unit: Unit, chance: random.Random) -> int:
        """Most of what is promised until tomorrow gets ready today."""
        until = moment_of(unit.today + timedelta(days=2), time(0), unit.shop.zone)
        promised = stored_orders.promised_until(unit.session, until)
        for order in promised:
            person = unit.session.get_one(Customer, order.customer_id)
            if chance.randrange(10):
                _gently(partial(orders.make_ready, unit, OrderReady(Spoken(person.name)), to=person.public_id))
        return len(promised)

    def _is_fetched(self, unit: Unit, chance: random.Random) -> int:
        number = 0
        for order, person in stored_orders.page(unit.session, stored_orders.in_state("ready"), 0, 500):
            waited = unit.now - (order.ready_at or unit.now)
            forgotten = (order.id or 0) % _FORGOTTEN == 0
            if (waited > _FORGOTTEN_FOR) if forgotten else (waited > timedelta(days=1) and chance.randrange(3) == 0):
                _gently(partial(order_deeds.hand_over, unit, HandOver(Spoken(person.name)), to=person.public_id))
                number += 1
        return number

    def _people(self, unit: Unit) -> Sequence[Customer]:
        if self.public_ids:
            found = (people.by_public_id(unit.session, one) for one in self.public_ids)
            return [one for one in found if one is not None]
        return unit.session.exec(select(Customer).order_by("id")).all()

    def _chance(self, day: date, what: str) -> random.Random:
        return random.Random(f"{self.seed} {day} {what}")


async def live(
    life: Life,
    days: Sequence[date],
    zone: ZoneInfo,
    *,
    reach: Callable[[datetime], Awaitable[None]],
    write: Callable[[Callable[[Unit], int]], Awaitable[int]],
    next_due: Callable[[], Awaitable[datetime | None]],
    tick: Callable[[], Awaitable[None]],
) -> None:
    """Live through these days: `reach` moves the clock, `write` is a unit of work, `tick` looks what is due.

    A look costs more than all else of such an hour, so after the morning the shop is only woken when something has
    happened or is due. On a day that the machine sleeps through people come all the same, and nobody writes it down.
    """
    for day in days:
        if life.is_asleep(day):
            continue
        came = 0
        for clock in MOMENTS:
            moment, due, worked = moment_of(day, clock, zone), await next_due(), 0
            await reach(moment)
            if clock == COUNTER:
                came = await write(partial(life.happens, clock=clock))
            elif clock == DONE:
                worked = await write(partial(life.happens, clock=clock))
                await reach(moment + _SLIP)
            if clock == BRIEF or worked or (came and clock == CLOSING) or (due is not None and due <= moment):
                await tick()


def days_from(start: datetime, count: int) -> list[date]:
    """The days after `start`, an aware moment on the shop's clock."""
    first = start.date() + timedelta(days=1)
    return [first + timedelta(days=ahead) for ahead in range(count)]


def _is_due(person_id: int, day: int) -> bool:
    """Whether this person comes on this day (its ordinal): in a gap of their own."""
    return (day + person_id * 3) % _GAPS[person_id % len(_GAPS)] == 0


def _gently(deed: Callable[[], object]) -> None:
    """Something else may have been done in between: then nothing is."""
    try:
        deed()
    except Refusal:
        return
