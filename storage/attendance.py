"""Who has seen how many different things in a span of days: plays in a theatre, by the items of visits."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, String, case, cast, func, or_
from sqlmodel import Session, col, select

from storage.models import Customer, Visit, VisitLine


@dataclass(frozen=True, slots=True)
class Sold:
    """What a theatre sells beside plays: `seats`, behind the name of a play or alone, and what is no play."""

    seats: frozenset[str] = frozenset()
    no_plays: frozenset[str] = frozenset()


NO_WORDS = Sold()


def attended(session: Session, since: date, least: int, sold: Sold = NO_WORDS) -> list[tuple[Customer, int]]:
    """Everybody who saw at least so many different plays from `since` on, with how many; most first.

    A visit without a named play counts as one of its day, and two seats of one play are that play.
    """
    named = _named(sold)
    unnamed = case((named.in_(["", *sorted(sold.seats)]), None), else_=named)
    play = func.coalesce(unnamed, cast(col(Visit.visited_on), String))
    seen = func.count(play.distinct())
    counted = (
        select(col(Visit.customer_id), seen.label("seen"))
        .join(VisitLine, col(VisitLine.visit_id) == Visit.id, isouter=True)
        .where(col(Visit.customer_id).is_not(None), col(Visit.visited_on) >= since, col(Visit.undone_at).is_(None))
        .where(or_(col(VisitLine.item).is_(None), col(VisitLine.item).not_in(sorted(sold.no_plays))))
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


def plays_of(
    session: Session, customer_ids: Collection[int], since: date, sold: Sold = NO_WORDS
) -> dict[int, set[str]]:
    """The plays that each of these people saw from `since` on, as they are named in the records."""
    rows = (
        select(Visit.customer_id, _named(sold))
        .join(VisitLine, col(VisitLine.visit_id) == Visit.id)
        .where(
            col(Visit.customer_id).in_(customer_ids),
            col(Visit.visited_on) >= since,
            col(Visit.undone_at).is_(None),
            col(VisitLine.item).not_in(["", *sorted(sold.seats | sold.no_plays)]),
        )
        .distinct()
    )
    found: dict[int, set[str]] = {}
    for customer_id, item in session.exec(rows):
        found.setdefault(customer_id or 0, set()).add(item)
    return found


def _named(sold: Sold) -> ColumnElement[str]:
    """The play without the seat behind its name."""
    play: ColumnElement[str] = func.coalesce(col(VisitLine.item), "")
    for seat in sorted(sold.seats):
        play = func.replace(play, f" {seat}", "")
    return play
