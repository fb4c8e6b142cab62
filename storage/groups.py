"""What groups of people are made of: who has spent how much, who has days, and who has spoken for the shop."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import groupby

from sqlalchemy import func
from sqlmodel import Session, col, select

from storage.lists import Condition
from storage.models import Customer, JournalEntry, Visit
from storage.visits import living


def buyers(session: Session) -> int:
    """How many people have spent anything."""
    return session.exec(select(func.count()).select_from(Customer).where(Customer.spent_minor > 0)).one()


def spent_at(session: Session, place: int) -> int | None:
    """What the one in this place (1 is who spent most) has spent; None for place 0."""
    if place < 1:
        return None
    spent = select(Customer.spent_minor).order_by(col(Customer.spent_minor).desc()).offset(place - 1).limit(1)
    return session.exec(spent).first()


def rank_of(session: Session, spent_minor: int) -> int:
    """The place of somebody who has spent so much; those who spent as much share it."""
    more = select(func.count()).select_from(Customer).where(Customer.spent_minor > spent_minor)
    return session.exec(more).one() + 1


def with_days(session: Session, inside: Condition) -> Iterator[tuple[int, int, list[date]]]:
    """(person, minor units spent, visit days oldest first) of everybody in a range who was ever here."""
    rows = session.exec(
        select(col(Customer.id), col(Customer.spent_minor), col(Visit.visited_on))
        .join(Visit, col(Visit.customer_id) == col(Customer.id))
        .where(inside, living())
        .distinct()
        .order_by(col(Customer.id), col(Visit.visited_on))
    )
    for (customer_id, spent), of_person in groupby(rows, key=lambda row: (row[0], row[1])):
        yield customer_id or 0, spent, [row[2] for row in of_person]


def first_said(session: Session, deed: str) -> dict[int, datetime]:
    """When a deed that still stands was first written down about each person."""
    entries = (
        select(JournalEntry.customer_id, func.min(JournalEntry.id))
        .where(JournalEntry.deed == deed, col(JournalEntry.undone_at).is_(None))
        .where(col(JournalEntry.customer_id).is_not(None))
        .group_by(col(JournalEntry.customer_id))
    )
    first = {entry: customer for customer, entry in session.exec(entries)}
    found = session.exec(select(JournalEntry.id, JournalEntry.at).where(col(JournalEntry.id).in_(first)))
    return {first[entry] or 0: at for entry, at in found}


def purchases(session: Session) -> dict[int, list[tuple[date, int]]]:
    """(day, minor units) of every visit of everybody who was ever here."""
    found: dict[int, list[tuple[date, int]]] = {}
    rows = select(col(Visit.customer_id), col(Visit.visited_on), col(Visit.amount_minor))
    for customer_id, day, minor in session.exec(rows.where(living(), col(Visit.customer_id).is_not(None))):
        found.setdefault(customer_id or 0, []).append((day, minor))
    return found


def first_asked_before(session: Session, deed: str, before: datetime) -> set[int]:
    """Whom an entry of this deed older than that is about, if they were never here."""
    entries = (
        select(col(Customer.id))
        .join(JournalEntry, col(JournalEntry.customer_id) == Customer.id)
        .where(JournalEntry.deed == deed, col(JournalEntry.undone_at).is_(None), col(JournalEntry.at) < before)
        .where(Customer.visit_days == 0)
    )
    return {one for one in session.exec(entries) if one is not None}
