"""Decisions of customers, one row a decision; the newest one of a purpose holds."""

from datetime import datetime

from sqlalchemy import exists
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from storage.models import Consent, Customer, OutboxRow

LAPSED = "lapsed"
"""The text of a no that nobody said: the consent ended by itself."""


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


def given_before(session: Session, customer_id: int, purpose: str, moment: datetime) -> Consent | None:
    """The yes that held at that moment, whatever was decided after it."""
    decisions = (
        select(Consent)
        .where(Consent.customer_id == customer_id, Consent.purpose == purpose, col(Consent.at) <= moment)
        .order_by(col(Consent.id).desc())
        .limit(1)
    )
    newest = session.exec(decisions).first()
    return newest if newest is not None and newest.given else None


def decide(
    session: Session,
    customer_id: int,
    purpose: str,
    now: datetime,
    *,
    given: bool,
    text_version: str,
    update_id: int | None,
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


def standing_since(
    session: Session, purpose: str, before: datetime, *, linked: bool = True
) -> list[tuple[Consent, Customer]]:
    """Every yes about this purpose that holds and was given by `before`: of people with a chat, or of everybody."""
    newer = aliased(Consent)
    is_newest = ~exists().where(
        col(newer.customer_id) == Consent.customer_id, col(newer.purpose) == purpose, col(newer.id) > Consent.id
    )
    rows = (
        select(Consent, Customer)
        .join(Customer, col(Customer.id) == Consent.customer_id)
        .where(Consent.purpose == purpose, col(Consent.given), col(Consent.at) <= before, is_newest)
        .order_by(col(Consent.id))
    )
    return list(session.exec(rows.where(col(Customer.chat_id).is_not(None)) if linked else rows).all())


def checked(session: Session, consent: Consent) -> set[str]:
    """What became of the messages that told of this yes again: the states of the outbox."""
    of_it = col(OutboxRow.dedupe_key).like(f"consent-check:%:{consent.id}:%")
    return set(session.exec(select(OutboxRow.state).where(OutboxRow.customer_id == consent.customer_id, of_it)))
