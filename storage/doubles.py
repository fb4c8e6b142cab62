"""Entries that may be one person: what is compared, and which pairs were said to be two."""

from sqlmodel import Session, col, select

from bot.domain.doubles import Entry
from storage.models import Customer, JournalEntry


def entries(session: Session) -> list[Entry]:
    """Everybody, by what is compared."""
    found = session.exec(select(Customer).order_by(col(Customer.id)))
    return [
        Entry(one.id or 0, one.name, one.phone_tag is not None, one.phone_last4_tag, one.email_tag, one.birthday_tag)
        for one in found
    ]


def said_to_be_two(session: Session, deed: str) -> set[tuple[int, int]]:
    """Pairs of ids about which somebody said that they are two people."""
    told = select(JournalEntry.customer_id, JournalEntry.subject_id).where(
        JournalEntry.deed == deed, col(JournalEntry.undone_at).is_(None)
    )
    return {(min(a, b), max(a, b)) for a, b in session.exec(told) if a is not None and b is not None}
