"""Chats and the records they belong to: tries to link, questions to the shop about them, and two records made one."""

from datetime import datetime

from sqlalchemy import func, update
from sqlmodel import Session, col, select

from storage import people
from storage.models import (
    AccessEntry,
    Appointment,
    Consent,
    Customer,
    JournalEntry,
    LedgerEntry,
    Order,
    OutboxRow,
    Visit,
)

_BELONGS = (AccessEntry, Appointment, Consent, JournalEntry, LedgerEntry, Order, OutboxRow, Visit)
_SIMPLE_DETAILS = ("address", "preferences", "note", "language")
_TAGGED_DETAILS = ("email", "birthday")


def deeds_since(session: Session, user_id: int, deeds: tuple[str, ...], since: datetime) -> int:
    """How often this Telegram user did one of the deeds after `since`, for limits on guessing."""
    counted = (
        select(func.count())
        .select_from(JournalEntry)
        .where(JournalEntry.actor_id == user_id, col(JournalEntry.deed).in_(deeds), col(JournalEntry.at) > since)
    )
    return session.exec(counted).one()


def was_decided(session: Session, question: JournalEntry, deeds: tuple[str, ...]) -> bool:
    """Whether one of the deeds has settled this question already."""
    settled = (
        select(JournalEntry.id)
        .where(JournalEntry.customer_id == question.customer_id, col(JournalEntry.deed).in_(deeds))
        .where(JournalEntry.subject_id == question.id)
        .limit(1)
    )
    return session.exec(settled).first() is not None


def absorb(session: Session, newcomer: Customer, record: Customer) -> None:
    """Make two records one: all that belongs to `newcomer` becomes `record`'s, and `newcomer` is gone.

    What `record` knows of a person stays; only what it does not know is taken over. The chat is not: that is the
    caller's decision. Figures must be computed anew afterwards.
    """
    for model in _BELONGS:
        session.exec(
            update(model)
            .where(col(model.customer_id) == newcomer.id)
            .values(customer_id=record.id)
            .execution_options(synchronize_session="fetch")
        )
    for detail in _SIMPLE_DETAILS:
        _take_over(newcomer, record, detail)
    for detail in _TAGGED_DETAILS:
        _take_over(newcomer, record, detail, f"{detail}_tag")
    session.add(record)
    people.remove(session, newcomer)


def _take_over(newcomer: Customer, record: Customer, *columns: str) -> None:
    if getattr(record, columns[0]) is None:
        for column in columns:
            setattr(record, column, getattr(newcomer, column))
