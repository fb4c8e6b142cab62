"""Decisions of customers, one row a decision; the newest one of a purpose holds."""

from sqlmodel import Session, col, select

from storage.models import Consent


def has_consent(session: Session, customer_id: int | None, purpose: str) -> bool:
    """Whether the newest decision about this purpose is a yes. No decision is a no."""
    if customer_id is None:
        return False
    newest = (
        select(Consent.given)
        .where(Consent.customer_id == customer_id, Consent.purpose == purpose)
        .order_by(col(Consent.id).desc())
        .limit(1)
    )
    return bool(session.exec(newest).first())
