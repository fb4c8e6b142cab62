"""What people bought last, as far as it tells one of them from another."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import func
from sqlmodel import Session, col, select

from storage.models import Customer, Visit, VisitLine
from storage.visits import living


def names_of_things(session: Session, most: int) -> list[str]:
    """The names of things in the books, what most visits had first."""
    named = (
        select(VisitLine.item)
        .where(VisitLine.item != "")
        .group_by(VisitLine.item)
        .order_by(func.count(col(VisitLine.id)).desc(), VisitLine.item)
        .limit(most)
    )
    return list(session.exec(named))


def had(session: Session, items: Collection[str]) -> set[int]:
    """Whoever ever had one of these things."""
    people = (
        select(Visit.customer_id)
        .join(VisitLine, col(VisitLine.visit_id) == Visit.id)
        .where(col(VisitLine.item).in_(items), col(Visit.customer_id).is_not(None), living())
        .distinct()
    )
    return {customer_id or 0 for customer_id in session.exec(people)}


def were_here(session: Session) -> int:
    """How many people have ever been here."""
    return session.exec(select(func.count()).where(col(Customer.last_visit_on).is_not(None))).one()


def last_here(session: Session, start: date, end: date) -> int:
    """How many people were here last from `start` up to, not including, `end`."""
    last = col(Customer.last_visit_on)
    return session.exec(select(func.count()).where(last >= start, last < end)).one()
