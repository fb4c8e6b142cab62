"""Who has seen how many different things in a span of days: plays in a theatre, by the items of visits."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import String, cast, func
from sqlmodel import Session, col, select

from storage.models import Customer, Visit, VisitLine


def attended(session: Session, since: date, least: int) -> list[tuple[Customer, int]]:
    """Everybody who saw at least so many different plays from `since` on, with how many; most first.

    A visit without a named play counts as one of its day.
    """
    play = func.coalesce(func.nullif(col(VisitLine.item), ""), cast(col(Visit.visited_on), String))
    seen = func.count(play.distinct())
    counted = (
        select(col(Visit.customer_id), seen.label("seen"))
        .join(VisitLine, col(VisitLine.visit_id) == Visit.id, isouter=True)
        .where(col(Visit.customer_id).is_not(None), col(Visit.visited_on) >= since, col(Visit.undone_at).is_(None))
        .group_by(col(Visit.customer_id))
        .having(seen >= least)
        .subquery()
    )
    rows = (
        select(Customer, counted.c.seen)
        .join(counted, counted.c.customer_id == Customer.id)
        .order_by(counted.c.seen.desc(), col(Customer.last_visit_on).desc(), col(Customer.id))
    )
    return [(customer, int(number)) for customer, number in session.exec(rows)]


def plays_of(session: Session, customer_ids: Collection[int], since: date) -> dict[int, set[str]]:
    """The plays that each of these people saw from `since` on, as they are named in the records."""
    rows = (
        select(Visit.customer_id, VisitLine.item)
        .join(VisitLine, col(VisitLine.visit_id) == Visit.id)
        .where(
            col(Visit.customer_id).in_(customer_ids),
            col(Visit.visited_on) >= since,
            col(Visit.undone_at).is_(None),
            col(VisitLine.item) != "",
        )
        .distinct()
    )
    found: dict[int, set[str]] = {}
    for customer_id, item in session.exec(rows):
        found.setdefault(customer_id or 0, set()).add(item)
    return found
