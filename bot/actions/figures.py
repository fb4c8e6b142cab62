"""Figures of the shop and of one person, computed from the records for the days that were asked about."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.actions import rolls
from bot.actions.people import WhoIsMeant, chosen, last4, who_is_meant
from bot.actions.unit import Unit
from bot.domain.local_time import day_bounds
from bot.domain.outgoing import Money
from bot.domain.shop import Part
from bot.understanding.asks.lists import Bought
from bot.understanding.asks.values import Period, Spoken
from storage import appointments, orders, people, visits
from storage.models import Customer

_MOST_USUAL = 3


@dataclass(frozen=True, slots=True)
class Takings:
    """What some days came to. `unpaid` is the part of `amount` that is still owed; `nameless` visits are nobody's, and
    of `unsaid` visits nobody said how they were paid.
    """

    period: Period
    visits: int
    people: int
    amount: Money
    unpaid: Money | None
    nameless: int
    unsaid: int = 0


@dataclass(frozen=True, slots=True)
class Beside:
    """An earlier stretch as a whole, and by how much a later one is above (below zero: below) as many days of it, in
    the minor unit and in visits.
    """

    before: Takings
    more: int
    visits_more: int


@dataclass(frozen=True, slots=True)
class AboutOne:
    """One person's figures; `visits` counts days, in the period or of all time, and `spent` goes with it.

    `usual` is what they brought most often of all time: (item, visits with it, pieces).
    """

    public_id: str
    name: str
    last4: str
    period: Period | None
    visits: int
    spent: Money
    last_on: date | None
    days_away: int | None
    last_items: tuple[tuple[str, int], ...]
    last_amount: Money | None
    usual: tuple[tuple[str, int, int], ...]
    visits_of_all_time: int


@dataclass(frozen=True, slots=True)
class AboutThing:
    """On how many days somebody had one thing, and when last; None: never."""

    name: str
    last4: str
    item: str
    visits: int
    last_on: date | None
    days_away: int | None


@dataclass(frozen=True, slots=True)
class Today:
    """The day so far. What belongs to a part that the shop has not is None."""

    day: date
    takings: Takings
    due: int | None
    overdue: int | None
    waiting: int | None
    bookings: int | None


def takings(unit: Unit, period: Period, paid_by: str | None = None) -> Takings:
    """Visits and takings, of all or of what was paid in one way. A visit's money belongs to the day on which it was
    charged.
    """
    unit.permit("see takings")
    total = visits.total(unit.session, period.start, period.end, paid_by=paid_by)
    unsaid = visits.total(unit.session, period.start, period.end, paid_by="").visits if paid_by else 0
    currency = unit.shop.currency
    return Takings(
        period,
        total.visits,
        total.people,
        Money(total.amount_minor, currency),
        Money(total.unpaid_minor, currency) if total.unpaid_minor else None,
        total.nameless,
        unsaid,
    )


def beside(unit: Unit, found: Takings, period: Period, paid_by: str | None = None) -> Beside:
    """The earlier stretch, and by how much the later one, as far as it has gone, differs from as many days of it."""
    gone = min(found.period.end, unit.today + timedelta(days=1)) - found.period.start
    as_many = takings(unit, replace(period, end=min(period.end, period.start + gone)), paid_by)
    return Beside(
        takings(unit, period, paid_by),
        found.amount.minor - as_many.amount.minor,
        found.visits - as_many.visits,
    )


def about(
    unit: Unit, who: Spoken | str, period: Period | None, item: str | None = None
) -> AboutOne | AboutThing | WhoIsMeant:
    """The figures of one person, or how often and when last they had one thing: as somebody said them, or by the public
    id of a button. Raises Refusal person-gone.
    """
    unit.permit("see a customer")
    if isinstance(who, Spoken):
        meant = who_is_meant(unit, who)
        if isinstance(meant, WhoIsMeant):
            return meant
        customer = meant
    else:
        customer = chosen(unit, who)
    unit.saw(customer.id or 0, "figures")
    return _about_thing(unit, customer, item) if item else _about(unit, customer, period)


def today(unit: Unit) -> Today:
    """What the day brought so far, and what is still to be done."""
    unit.permit("see takings")
    start, end = day_bounds(unit.today, unit.shop.zone)

    def count(which: orders.Which) -> orders.Count:
        return orders.count(unit.session, which, unit.now, start)

    keeps, books = unit.shop.has(Part.ORDERS), unit.shop.has(Part.APPOINTMENTS)
    return Today(
        day=unit.today,
        takings=takings(unit, Period(unit.today, unit.today + timedelta(days=1), "today")),
        due=count(orders.in_state("received", start, end)).total if keeps else None,
        overdue=count(orders.in_state("received")).overdue if keeps else None,
        waiting=count(orders.in_state("ready")).total if keeps else None,
        bookings=len(appointments.between(unit.session, start, end)) if books else None,
    )


def _about_thing(unit: Unit, customer: Customer, item: str) -> AboutThing:
    called, _, _ = rolls.bought(unit, Bought(item))
    times, last = visits.days_with(unit.session, customer.id or 0, called)
    away = (unit.today - last).days if last else None
    return AboutThing(customer.name, last4(customer), item, times, last, away)


def _about(unit: Unit, customer: Customer, period: Period | None) -> AboutOne:
    customer_id, currency = customer.id or 0, unit.shop.currency
    days = people.visit_days(unit.session, customer_id)
    last = visits.last_of(unit.session, customer_id)
    lines = visits.lines_of(unit.session, last.id or 0) if last else []
    if period is None:
        spent = customer.spent_minor
    else:
        spent = visits.total(unit.session, period.start, period.end, customer_id).amount_minor
    return AboutOne(
        public_id=customer.public_id,
        name=customer.name,
        last4=last4(customer),
        period=period,
        visits=sum(1 for day in days if period is None or period.start <= day < period.end),
        spent=Money(spent, currency),
        last_on=days[-1] if days else None,
        days_away=(unit.today - days[-1]).days if days else None,
        last_items=tuple((line.item, line.quantity) for line in lines if line.item),
        last_amount=Money(last.amount_minor, currency) if last and last.amount_minor else None,
        usual=tuple(visits.usual_items(unit.session, customer_id, _MOST_USUAL)),
        visits_of_all_time=len(days),
    )
