"""Visits with their lines: written, read and summed. What was undone is no visit any more."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, case, func
from sqlalchemy import select as sql_select
from sqlmodel import Session, col, select

from bot.domain.visits import Line
from storage.lists import reachable
from storage.models import Customer, Order, Visit, VisitLine
from storage.writing import new_public_id


@dataclass(frozen=True, slots=True)
class Total:
    """What the visits of some days come to. `unpaid_minor` is part of `amount_minor`; `nameless` of the visits are of
    nobody on record, and the others of so many `people`.
    """

    visits: int
    people: int
    amount_minor: int
    unpaid_minor: int
    nameless: int


def living() -> ColumnElement[bool]:
    """The condition under which a visit counts."""
    return col(Visit.undone_at).is_(None)


def add(
    session: Session,
    *,
    customer_id: int | None,
    visited_at: datetime,
    visited_on: date,
    lines: Sequence[Line],
    paid_by: str | None,
    unpaid_minor: int,
    source: str,
    recorded_by: int | None,
    now: datetime,
) -> Visit:
    """Write a visit; its amount is the sum of its lines. The row has its id when this returns."""
    visit = Visit(
        public_id=new_public_id(),
        customer_id=customer_id,
        visited_at=visited_at,
        visited_on=visited_on,
        amount_minor=sum(line.amount_minor for line in lines),
        unpaid_minor=unpaid_minor,
        paid_by=paid_by,
        source=source,
        recorded_by=recorded_by,
        recorded_at=now,
    )
    session.add(visit)
    session.flush()
    for line in lines:
        session.add(
            VisitLine(
                visit_id=visit.id or 0,
                item=line.item,
                quantity=line.quantity,
                price_minor=line.price_minor,
                amount_minor=line.amount_minor,
            )
        )
    session.flush()
    return visit


def lines_of(session: Session, visit_id: int) -> list[Line]:
    """The lines of one visit in the order in which they were said. A line without an item is money alone."""
    found = session.exec(select(VisitLine).where(VisitLine.visit_id == visit_id).order_by(col(VisitLine.id)))
    return [Line(line.item, line.quantity, line.price_minor, line.amount_minor) for line in found]


def last_of(session: Session, customer_id: int) -> Visit | None:
    """The newest visit of this person."""
    newest = (
        select(Visit)
        .where(Visit.customer_id == customer_id, living())
        .order_by(col(Visit.visited_on).desc(), col(Visit.visited_at).desc(), col(Visit.id).desc())
        .limit(1)
    )
    return session.exec(newest).first()


def was_told_on(session: Session, day: date) -> bool:
    """Whether anything of this day was written down in chat."""
    told = select(Visit.id).where(Visit.visited_on == day, Visit.source == "chat", living()).limit(1)
    return session.exec(told).first() is not None


def undone_of(session: Session, customer_id: int) -> list[Visit]:
    """This person's visits that were taken back."""
    undone = select(Visit).where(Visit.customer_id == customer_id, col(Visit.undone_at).is_not(None))
    return list(session.exec(undone))


def same_on(session: Session, customer_id: int, on: date, items: Sequence[tuple[str, int]], amount_minor: int) -> bool:
    """Whether a visit of that day with these things and this amount is written down already."""
    of_day = select(Visit).where(
        Visit.customer_id == customer_id, Visit.visited_on == on, Visit.amount_minor == amount_minor, living()
    )
    wanted = sorted(items)
    return any(
        sorted((line.item, line.quantity) for line in lines_of(session, visit.id or 0) if line.item) == wanted
        for visit in session.exec(of_day)
    )


def owing(session: Session, customer_id: int) -> list[Visit | Order]:
    """What this person has not paid for, the oldest first: visits, and orders that no visit opened."""
    owed = session.exec(
        select(Visit)
        .where(Visit.customer_id == customer_id, living(), Visit.unpaid_minor > 0)
        .order_by(col(Visit.visited_on), col(Visit.id))
    ).all()
    of_orders = session.exec(
        select(Order)
        .where(Order.customer_id == customer_id, col(Order.visit_id).is_(None), Order.unpaid_minor > 0)
        .where(Order.state != "cancelled")
        .order_by(col(Order.received_at), col(Order.id))
    ).all()
    both: list[Visit | Order] = [*owed, *of_orders]
    return sorted(both, key=lambda one: one.visited_at if isinstance(one, Visit) else one.received_at)


def debtors(session: Session) -> list[tuple[Customer, int]]:
    """Everybody who owes something with how much, the most first."""
    of_visits = (
        select(Visit.customer_id, func.sum(Visit.unpaid_minor))
        .where(living(), Visit.unpaid_minor > 0, col(Visit.customer_id).is_not(None))
        .group_by(col(Visit.customer_id))
    )
    of_orders = (
        select(Order.customer_id, func.sum(Order.unpaid_minor))
        .where(col(Order.visit_id).is_(None), Order.unpaid_minor > 0, Order.state != "cancelled")
        .group_by(col(Order.customer_id))
    )
    owed: dict[int, int] = {}
    for customer_id, minor in [*session.exec(of_visits), *session.exec(of_orders)]:
        owed[customer_id or 0] = owed.get(customer_id or 0, 0) + int(minor)
    people = session.exec(select(Customer).where(col(Customer.id).in_(owed))).all()
    return sorted(((one, owed[one.id or 0]) for one in people), key=lambda pair: (-pair[1], pair[0].id or 0))


def total(
    session: Session, start: date, end: date, customer_id: int | None = None, paid_by: str | None = None
) -> Total:
    """The visits from `start` up to (not including) `end`, of everybody or of one person; `paid_by` "" for those that
    do not say how.
    """
    sums = sql_select(
        func.count(),
        func.count(col(Visit.customer_id).distinct()),
        func.coalesce(func.sum(Visit.amount_minor), 0),
        func.coalesce(func.sum(Visit.unpaid_minor), 0),
        func.count(col(Visit.customer_id)),
    ).where(col(Visit.visited_on) >= start, col(Visit.visited_on) < end, living())
    if customer_id is not None:
        sums = sums.where(col(Visit.customer_id) == customer_id)
    if paid_by is not None:
        sums = sums.where(col(Visit.paid_by) == paid_by if paid_by else col(Visit.paid_by).is_(None))
    visits, people, amount, unpaid, named = session.connection().execute(sums).one()
    return Total(visits, people, int(amount), int(unpaid), visits - named)


def amounts_by_day(session: Session, start: date, end: date) -> dict[date, int]:
    """What came in on each day from `start` up to (not including) `end`; days without a visit are not in it."""
    sums = (
        select(col(Visit.visited_on), func.coalesce(func.sum(Visit.amount_minor), 0))
        .where(col(Visit.visited_on) >= start, col(Visit.visited_on) < end, living())
        .group_by(col(Visit.visited_on))
    )
    return {day: int(minor) for day, minor in session.exec(sums)}


def paid_days(session: Session, customer_id: int) -> frozenset[date]:
    """The days on which this person was here and was charged something."""
    days = select(col(Visit.visited_on)).where(Visit.customer_id == customer_id, col(Visit.amount_minor) > 0, living())
    return frozenset(session.exec(days))


def unpaid_of(session: Session, customer_id: int) -> int:
    """What this person still owes: of visits, and of orders that no visit opened (imported ones)."""
    of_visits = select(func.coalesce(func.sum(Visit.unpaid_minor), 0)).where(Visit.customer_id == customer_id, living())
    of_orders = select(func.coalesce(func.sum(Order.unpaid_minor), 0)).where(
        Order.customer_id == customer_id, col(Order.visit_id).is_(None), Order.state != "cancelled"
    )
    return sum(int(session.exec(part).one()) for part in (of_visits, of_orders))


def usual_items(session: Session, customer_id: int, most: int) -> list[tuple[str, int, int]]:
    """(item, visits with it, pieces) of one person, what came most often first."""
    times = func.count(col(VisitLine.visit_id).distinct())
    pieces = func.sum(VisitLine.quantity)
    counted = (
        select(VisitLine.item, times, pieces)
        .join(Visit, col(Visit.id) == VisitLine.visit_id)
        .where(Visit.customer_id == customer_id, living(), VisitLine.item != "")
        .group_by(VisitLine.item)
        .order_by(times.desc(), pieces.desc(), VisitLine.item)
        .limit(most)
    )
    return [(item, visits, int(number)) for item, visits, number in session.exec(counted)]


def bought_since(session: Session, customer_id: int, since: date) -> list[tuple[date, tuple[str, ...]]]:
    """(day, things, each once) of every visit of one person from that day on."""
    lines = (
        select(col(Visit.id), col(Visit.visited_on), col(VisitLine.item))
        .join(VisitLine, col(VisitLine.visit_id) == Visit.id)
        .where(Visit.customer_id == customer_id, Visit.visited_on >= since, VisitLine.item != "", living())
        .order_by(col(Visit.id), col(VisitLine.id))
    )
    visits: dict[int, tuple[date, dict[str, None]]] = {}
    for visit_id, day, item in session.exec(lines):
        visits.setdefault(visit_id or 0, (day, {}))[1][item] = None
    return [(day, tuple(items)) for day, items in visits.values()]


def most_wanted(session: Session, since: date, fewest: int) -> str | None:
    """The thing that most people took from that day on; None where fewer than `fewest` took the same one."""
    people = func.count(col(Visit.customer_id).distinct())
    counted = (
        select(VisitLine.item)
        .join(Visit, col(Visit.id) == VisitLine.visit_id)
        .where(Visit.visited_on >= since, VisitLine.item != "", living())
        .group_by(VisitLine.item)
        .having(people >= fewest)
        .order_by(people.desc(), VisitLine.item)
        .limit(1)
    )
    return session.exec(counted).first()


def buyers(
    session: Session, items: Sequence[str], start: date | None, end: date | None, offset: int, most: int
) -> list[tuple[Customer, int, date]]:
    """(person, visits with one of these items, the last of them), whose last is newest first. Looks at the lines.

    Without items it is about every visit.
    """
    last = func.max(col(Visit.visited_on))
    found = (
        select(Visit.customer_id, func.count(col(Visit.id).distinct()), last)
        .join(VisitLine, col(VisitLine.visit_id) == Visit.id, isouter=not items)
        .where(_with_items(items, start, end))
        .group_by(col(Visit.customer_id))
        .order_by(last.desc(), col(Visit.customer_id))
        .offset(offset)
        .limit(most)
    )
    rows = session.exec(found).all()
    people = {
        one.id: one for one in session.exec(select(Customer).where(col(Customer.id).in_([row[0] for row in rows])))
    }
    return [(people[customer_id], visits, day) for customer_id, visits, day in rows]


def count_buyers(session: Session, items: Sequence[str], start: date | None, end: date | None) -> tuple[int, int]:
    """How many people `buyers` would list, and whom of them the shop can reach today."""
    counted = (
        select(
            func.count(col(Visit.customer_id).distinct()),
            func.count(case((reachable(), col(Visit.customer_id))).distinct()),
        )
        .select_from(Visit)
        .join(VisitLine, col(VisitLine.visit_id) == Visit.id, isouter=not items)
        .join(Customer, col(Customer.id) == Visit.customer_id)
        .where(_with_items(items, start, end))
    )
    people, reached = session.exec(counted).one()
    return people, reached


def days_with(session: Session, customer_id: int, items: Sequence[str]) -> tuple[int, date | None]:
    """On how many days somebody had one of these things, and on which last."""
    found = (
        select(func.count(col(Visit.visited_on).distinct()), func.max(Visit.visited_on))
        .select_from(Visit)
        .join(VisitLine, col(VisitLine.visit_id) == Visit.id)
        .where(col(Visit.customer_id) == customer_id, _with_items(items, None, None))
    )
    times, last = session.exec(found).one()
    return times, last


def _with_items(items: Sequence[str], start: date | None, end: date | None) -> ColumnElement[bool]:
    conditions = [living(), col(Visit.customer_id).is_not(None)]
    if items:
        conditions.append(col(VisitLine.item).in_(items))
    if start is not None and end is not None:
        conditions += [col(Visit.visited_on) >= start, col(Visit.visited_on) < end]
    return and_(*conditions)


def best(session: Session, by: str, start: date, end: date, most: int) -> list[tuple[Customer, int]]:
    """(person, minor units or days here) of the period, the most first; ties by who was written down first."""
    figure = func.sum(Visit.amount_minor) if by == "spent" else func.count(col(Visit.visited_on).distinct())
    found = (
        select(Visit.customer_id, figure)
        .where(col(Visit.visited_on) >= start, col(Visit.visited_on) < end, living())
        .where(col(Visit.customer_id).is_not(None))
        .group_by(col(Visit.customer_id))
        .having(figure > 0)
        .order_by(figure.desc(), col(Visit.customer_id))
        .limit(most)
    )
    rows = session.exec(found).all()
    people = {
        one.id: one for one in session.exec(select(Customer).where(col(Customer.id).in_([row[0] for row in rows])))
    }
    return [(people[customer_id], int(number)) for customer_id, number in rows]
