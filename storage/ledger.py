"""The ledger: what somebody has paid ahead or earned. Rows are only added; the sum of a kind is its balance."""

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
    session: Session, customer_id: int, kind: str, amount: int, now: datetime, *, visit_id: int | None = None
) -> LedgerEntry:
    entry = LedgerEntry(customer_id=customer_id, visit_id=visit_id, kind=kind, amount_minor=amount, at=now)
    session.add(entry)
    session.flush()
    return entry


def of_visit(session: Session, visit_id: int, kind: str) -> int:
    """What one visit has moved of a kind."""
    total = select(func.coalesce(func.sum(LedgerEntry.amount_minor), 0)).where(
        col(LedgerEntry.visit_id) == visit_id, LedgerEntry.kind == kind
    )
    return int(session.exec(total).one())
