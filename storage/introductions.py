"""Who opened whose personal link: entries of the journal, by the chat that opened it and who that was."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import exists
from sqlmodel import Session, col, select

from storage.models import Customer, JournalEntry, Visit
from storage.visits import living


def of_chat(session: Session, deed: str, user_id: int, since: datetime) -> JournalEntry | None:
    """The newest link that this Telegram user has opened after `since` and that nobody was recognised by yet."""
    opened = (
        select(JournalEntry)
        .where(JournalEntry.actor_id == user_id, JournalEntry.deed == deed, col(JournalEntry.at) > since)
        .where(col(JournalEntry.subject_id).is_(None), col(JournalEntry.customer_id).is_not(None))
        .order_by(col(JournalEntry.id).desc())
        .limit(1)
    )
    return session.exec(opened).first()


def been_here(session: Session, deed: str, since: datetime, *, before: date) -> Sequence[tuple[JournalEntry, Customer]]:
    """The links opened after `since` whose friend was here before that day."""
    was_here = exists().where(col(Visit.customer_id) == Customer.id, col(Visit.visited_on) < before, living())
    arrived = (
        select(JournalEntry, Customer)
        .join(Customer, col(Customer.id) == JournalEntry.subject_id)
        .where(JournalEntry.deed == deed, col(JournalEntry.at) > since, was_here)
        .order_by(col(JournalEntry.id))
    )
    return session.exec(arrived).all()
