"""Decisions of customers, one row a decision; the newest one of a purpose holds."""

from datetime import datetime

from sqlmodel import Session, col, select

from storage.models import Consent


def has_consent(session: Session, customer_id: int | None, purpose: str) -> bool:
    """Whether the newest decision about this purpose is a yes. No decision is a no."""
    if customer_id is None:
        return False
    decision = newest(session, customer_id, purpose)
    return decision is not None and decision.given


def newest(session: Session, customer_id: int, purpose: str) -> Consent | None:
    """The decision about this purpose that holds."""
    decisions = (
        select(Consent)
        .where(Consent.customer_id == customer_id, Consent.purpose == purpose)
        .order_by(col(Consent.id).desc())
        .limit(1)
    )
    return session.exec(decisions).first()


def decide(
    session: Session, customer_id: int, purpose: str, now: datetime, *, given: bool, text_version: str, update_id: int
) -> None:
    """Write down one decision: of which text, and in which update it was made."""
    session.add(
        Consent(
            customer_id=customer_id,
            purpose=purpose,
            given=given,
            at=now,
            text_version=text_version,
            update_id=update_id,
        )
    )
