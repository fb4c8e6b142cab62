"""The ledger: what somebody has paid ahead or earned. Rows are only added; the sum of a kind is its balance."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func
from sqlmodel import Session, col, select

from storage.models import Customer, LedgerEntry

PREPAID, POINTS = "prepaid", "points"


def balance(session: Session, customer_id: int, kind: str) -> int:
    """The sum of a kind, in minor units or points."""
    total = select(func.coalesce(func.sum(LedgerEntry.amount_minor), 0)).where(
        LedgerEntry.customer_id == customer_id, LedgerEntry.kind == kind
    )
    return int(session.exec(total).one())


def locked_balance(session: Session, customer_id: int, kind: str) -> int:
    """The same, and nobody else may write for this person until this transaction ends."""
    session.exec(select(Customer.id).where(Customer.id == customer_id).with_for_update()).one()
    return balance(session, customer_id, kind)


def add(
    session: Session,
    customer_id: int,
    kind: str,
    amount: int,
    now: datetime,
    *,
    visit_id: int | None = None,
    note: str | None = None,
    of_id: int | None = None,
    reason: str | None = None,
) -> LedgerEntry:
    entry = LedgerEntry(
        customer_id=customer_id,
        visit_id=visit_id,
        kind=kind,
        amount_minor=amount,
        at=now,
        note=note,
        of_id=of_id,
        reason=reason,
    )
    session.add(entry)
    session.flush()
    return entry


def of_visit(session: Session, visit_id: int, kind: str) -> int:
    """What one visit has moved of a kind."""
    total = select(func.coalesce(func.sum(LedgerEntry.amount_minor), 0)).where(
        col(LedgerEntry.visit_id) == visit_id, LedgerEntry.kind == kind
    )
    return int(session.exec(total).one())


def rows(session: Session, kind: str, customer_id: int | None = None) -> dict[int, list[LedgerEntry]]:
    """The rows of a kind, of one person or of everybody who has something of it, by person and the oldest first."""
    if customer_id is None:
        held = (
            select(LedgerEntry.customer_id)
            .where(LedgerEntry.kind == kind)
            .group_by(col(LedgerEntry.customer_id))
            .having(func.sum(LedgerEntry.amount_minor) > 0)
        )
        whose: ColumnElement[bool] = col(LedgerEntry.customer_id).in_(held)
    else:
        whose = col(LedgerEntry.customer_id) == customer_id
    found: dict[int, list[LedgerEntry]] = {}
    of_kind = select(LedgerEntry).where(LedgerEntry.kind == kind, whose)
    for entry in session.exec(of_kind.order_by(col(LedgerEntry.at), col(LedgerEntry.id))):
        found.setdefault(entry.customer_id, []).append(entry)
    return found


def ever_moved(session: Session, customer_id: int, kind: str) -> bool:
    """Whether there ever was anything of a kind that was not taken back at once."""
    there = rows(session, kind, customer_id).get(customer_id, [])
    taken_back = {row.of_id for row in there if row.reason == "undone"}
    return any(row.reason != "undone" and row.id not in taken_back for row in there)


def resting(session: Session, kind: str, before: datetime) -> list[tuple[Customer, int, datetime]]:
    """Linked people with something of a kind that nothing has moved since, how much it is and when it last moved."""
    sums = (
        select(LedgerEntry.customer_id, func.sum(LedgerEntry.amount_minor), func.max(LedgerEntry.at))
        .where(LedgerEntry.kind == kind)
        .group_by(col(LedgerEntry.customer_id))
        .having(func.sum(LedgerEntry.amount_minor) > 0, func.max(LedgerEntry.at) <= before)
        .order_by(col(LedgerEntry.customer_id))
    )
    found = [(session.get_one(Customer, one), int(total), last) for one, total, last in session.exec(sums)]
    return [(person, total, last) for person, total, last in found if person.chat_id is not None]


def held(session: Session, kind: str) -> list[tuple[Customer, int]]:
    """Everybody who has something of a kind, and how much; the most first."""
    total = func.sum(LedgerEntry.amount_minor)
    sums = (
        select(LedgerEntry.customer_id, total)
        .where(LedgerEntry.kind == kind)
        .group_by(col(LedgerEntry.customer_id))
        .having(total > 0)
        .order_by(total.desc(), col(LedgerEntry.customer_id))
    )
    return [(session.get_one(Customer, one), int(left)) for one, left in session.exec(sums)]


def has_ended(session: Session, entry_id: int) -> bool:
    """Whether what was left of this row has run out."""
    ended = select(LedgerEntry.id).where(LedgerEntry.of_id == entry_id, LedgerEntry.reason == "ended")
    return session.exec(ended).first() is not None


PROMISED = "promised"
"""The reason of an extra that was owed for so many visits: it is no kindness."""


def _on_top() -> ColumnElement[bool]:
    return and_(col(LedgerEntry.kind) == "extra", col(LedgerEntry.reason).is_distinct_from(PROMISED))


def extras(session: Session, customer_id: int) -> int:
    """How often somebody got something on top."""
    given = select(func.count()).select_from(LedgerEntry)
    return session.exec(given.where(LedgerEntry.customer_id == customer_id, _on_top())).one()


def gifts_taken(session: Session, customer_id: int) -> int:
    """How often somebody took what was promised for so many visits."""
    taken = select(func.count()).select_from(LedgerEntry)
    mine = (LedgerEntry.customer_id == customer_id, LedgerEntry.kind == "extra", LedgerEntry.reason == PROMISED)
    return session.exec(taken.where(*mine)).one()


def last_extra(session: Session, customer_id: int) -> LedgerEntry | None:
    """The newest of them."""
    given = select(LedgerEntry).where(LedgerEntry.customer_id == customer_id, _on_top())
    return session.exec(given.order_by(col(LedgerEntry.at).desc(), col(LedgerEntry.id).desc()).limit(1)).first()


def last_extras(session: Session) -> dict[int, LedgerEntry]:
    """The newest of everybody who ever got one."""
    given = select(LedgerEntry).where(_on_top()).order_by(col(LedgerEntry.at), col(LedgerEntry.id))
    return {entry.customer_id: entry for entry in session.exec(given)}


def moved(session: Session, kinds: Sequence[str], start: datetime, end: datetime) -> dict[int, int]:
    """Whose balance of these kinds is another at `end` than it was at `start`, with how many rows moved it."""
    sums = (
        select(LedgerEntry.customer_id, LedgerEntry.kind, func.sum(LedgerEntry.amount_minor), func.count())
        .where(col(LedgerEntry.kind).in_(kinds), col(LedgerEntry.at) >= start, col(LedgerEntry.at) < end)
        .group_by(col(LedgerEntry.customer_id), col(LedgerEntry.kind))
    )
    found: dict[int, int] = {}
    for customer_id, _kind, total, rows in session.exec(sums):
        if total:
            found[customer_id] = found.get(customer_id, 0) + rows
    return found
