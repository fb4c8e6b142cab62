"""The ledger: what somebody has paid ahead or earned. Rows are only added; the sum of a kind is its balance."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func
from sqlmodel import Session, col, select

from storage.models import Customer, LedgerEntry


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
) -> LedgerEntry:
    entry = LedgerEntry(customer_id=customer_id, visit_id=visit_id, kind=kind, amount_minor=amount, at=now, note=note)
    session.add(entry)
    session.flush()
    return entry


def of_visit(session: Session, visit_id: int, kind: str) -> int:
    """What one visit has moved of a kind."""
    total = select(func.coalesce(func.sum(LedgerEntry.amount_minor), 0)).where(
        col(LedgerEntry.visit_id) == visit_id, LedgerEntry.kind == kind
    )
    return int(session.exec(total).one())


def extras(session: Session, customer_id: int) -> int:
    """How often somebody got something on top."""
    given = select(func.count()).select_from(LedgerEntry)
    return session.exec(given.where(LedgerEntry.customer_id == customer_id, LedgerEntry.kind == "extra")).one()


def last_extra(session: Session, customer_id: int) -> LedgerEntry | None:
    """The newest of them."""
    given = select(LedgerEntry).where(LedgerEntry.customer_id == customer_id, LedgerEntry.kind == "extra")
    return session.exec(given.order_by(col(LedgerEntry.at).desc(), col(LedgerEntry.id).desc()).limit(1)).first()


def last_extras(session: Session) -> dict[int, LedgerEntry]:
    """The newest of everybody who ever got one."""
    given = select(LedgerEntry).where(LedgerEntry.kind == "extra").order_by(col(LedgerEntry.at), col(LedgerEntry.id))
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
