"""What people see of themselves: details, visits, what is at the shop, the next booking. Only ever the asker's own."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.actions import profile
from bot.actions.points_left import Ending, next_ending
from bot.actions.unit import Unit
from bot.actions.visit_gifts import Owed, owed
from bot.domain.answering import answer_by
from bot.domain.outgoing import Money
from bot.domain.promises import shown_promise
from bot.domain.shop import Part
from bot.domain.visit_gifts import current
from bot.understanding.asks.values import Period
from storage import accounts, appointments, ledger, orders, visits
from storage.models import Customer

VISITS_A_PAGE = 3
MOST_BOOKINGS = 5

Items = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Detail:
    """One detail in full, and how fresh it is: when it was last confirmed and how (contact, sentence, counter …)."""

    name: str
    value: str
    confirmed_at: datetime | None
    how: str


@dataclass(frozen=True, slots=True)
class PastVisit:
    """A visit with its items as (name, quantity)."""

    on: date
    items: Items
    amount: Money


@dataclass(frozen=True, slots=True)
class PastVisits:
    """A page of them: `total` counts the visits, `days` the days on which this person was here, in the `period`."""

    rows: tuple[PastVisit, ...]
    offset: int
    total: int
    days: int
    first_on: date | None
    last_on: date | None
    paid: Money
    unpaid: Money
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class ThingHere:
    """One kind of thing at the shop; `state` is received or ready. `item` is empty where nobody wrote it down.

    `promised` is a day where no hour was named.
    """

    item: str
    quantity: int
    state: str
    promised: date | datetime | None


@dataclass(frozen=True, slots=True)
class Booking:
    at: datetime
    service: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody has had of the shop, and what is theirs today. Points are None where the shop has none.

    `paid` is what was charged less what is `unpaid`; `extras` were given at 0 won, `discounts` are what the list's
    prices came to more than what was charged for those lines; `prepaid` and `points` can be used today;
    `ending` is what of the points runs out next.
    """

    name: str
    since: date | None
    visit_days: int
    paid: Money
    unpaid: Money
    extras: int
    discounts: Money
    gifts: int
    prepaid: Money | None
    points: int | None
    ending: Ending | None
    free: tuple[Owed, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """Everything at once. `things` and `bookings` stay empty where the shop has no such part."""

    name: str
    details: tuple[Detail, ...]
    last: PastVisit | None
    unpaid: Money
    things: tuple[ThingHere, ...]
    bookings: tuple[Booking, ...]
    statement: Statement


def statement(unit: Unit) -> Statement:
    """The asker's own statement. Raises Refusal not-linked."""
    unit.permit("see own account")
    return _statement(unit, profile.own_record(unit))


def own_visits(unit: Unit, offset: int = 0, period: Period | None = None) -> PastVisits:
    """A page of the asker's own visits, newest first, of all time or of a period. Raises Refusal not-linked."""
    unit.permit("see own account")
    person = profile.own_record(unit)
    customer_id = person.id or 0
    start, end = (period.start, period.end) if period else (date.min, date.max)
    charged = visits.total(unit.session, start, end, customer_id)
    return PastVisits(
        rows=_visits(unit, customer_id, offset, within=(start, end)),
        offset=offset,
        total=charged.visits,
        days=accounts.visit_days(unit.session, customer_id, start, end) if period else person.visit_days,
        first_on=person.first_visit_on,
        last_on=person.last_visit_on,
        paid=_money(unit, charged.amount_minor - charged.unpaid_minor),
        unpaid=_money(unit, charged.unpaid_minor),
        period=period,
    )


def who_answers(unit: Unit) -> datetime:
    """By when something said now is answered."""
    unit.permit("meet the shop")
    return answer_by(unit.now, unit.shop.zone, unit.shop.opening)


def my_account(unit: Unit) -> Account:
    """The asker's own account. Raises Refusal not-linked."""
    unit.permit("see own account")
    person = profile.own_record(unit)
    customer_id = person.id or 0
    newest = _visits(unit, customer_id, 0, most=1)
    return Account(
        name=person.name,
        details=_details(unit, person),
        last=newest[0] if newest else None,
        unpaid=_money(unit, visits.unpaid_of(unit.session, customer_id)),
        things=_things(unit, customer_id) if unit.shop.has(Part.ORDERS) else (),
        bookings=_bookings(unit, customer_id) if unit.shop.has(Part.APPOINTMENTS) else (),
        statement=_statement(unit, person),
    )


def _statement(unit: Unit, person: Customer) -> Statement:
    customer_id, session, shop = person.id or 0, unit.session, unit.shop
    charged = visits.total(session, date.min, date.max, customer_id)
    return Statement(
        name=person.name,
        since=person.first_visit_on,
        visit_days=person.visit_days,
        paid=_money(unit, charged.amount_minor - charged.unpaid_minor),
        unpaid=_money(unit, visits.unpaid_of(session, customer_id)),
        extras=ledger.extras(session, customer_id),
        gifts=ledger.gifts_taken(session, customer_id) if current(shop.nth_gift) else 0,
        free=owed(unit, customer_id),
        discounts=_money(unit, accounts.discounts(session, customer_id)),
        prepaid=_money(unit, ledger.balance(session, customer_id, ledger.PREPAID)) if shop.has(Part.PREPAID) else None,
        points=ledger.balance(session, customer_id, ledger.POINTS) if shop.has(Part.POINTS) else None,
        ending=next_ending(unit, customer_id),
    )


def _details(unit: Unit, person: Customer) -> tuple[Detail, ...]:
    confirmed = accounts.confirmations(unit.session, person.id or 0)
    found = []
    for name in profile.DETAILS:
        value = getattr(person, name)
        if value and name != "name":
            row = confirmed.get(name)
            found.append(Detail(name, profile.shown(name, value), row.at if row else None, row.how if row else ""))
    return tuple(found)


def _visits(
    unit: Unit,
    customer_id: int,
    offset: int,
    most: int = VISITS_A_PAGE,
    within: tuple[date, date] = (date.min, date.max),
) -> tuple[PastVisit, ...]:
    return tuple(
        PastVisit(
            visit.visited_on,
            tuple((line.item, line.quantity) for line in visits.lines_of(unit.session, visit.id or 0) if line.item),
            _money(unit, visit.amount_minor),
        )
        for visit in accounts.newest_visits(unit.session, customer_id, most, offset, within)
    )


def _things(unit: Unit, customer_id: int) -> tuple[ThingHere, ...]:
    found = []
    for order in orders.of_customer(unit.session, customer_id):
        promised = shown_promise(order.promised_at, unit.shop.zone) if order.promised_at else None
        items = [item for item in orders.items_of(unit.session, order.id or 0) if item.state in orders.OPEN]
        found += [ThingHere(item.item, item.quantity, item.state, promised) for item in items]
        if not items:
            found.append(ThingHere("", 1, order.state, promised))
    return tuple(found)


def _bookings(unit: Unit, customer_id: int) -> tuple[Booking, ...]:
    coming = appointments.coming_of(unit.session, customer_id, unit.now, MOST_BOOKINGS)
    return tuple(Booking(one.at, one.service) for one in coming)


def _money(unit: Unit, minor: int) -> Money:
    return Money(minor, unit.shop.currency)
