"""What customers wished of the things that are still here."""

from sqlmodel import Session, col, select

from storage import journal
from storage.models import Customer, JournalEntry, Order
from storage.orders import OPEN


def undecided(session: Session, deeds: tuple[str, ...], answered: str) -> list[tuple[JournalEntry, Order, Customer]]:
    """The newest wish of each deed about each order that is still here, if nobody has answered it."""
    rows = (
        select(JournalEntry, Order, Customer)
        .join(Order, (col(Order.id) == JournalEntry.subject_id) & (col(Order.customer_id) == JournalEntry.customer_id))
        .join(Customer, col(Customer.id) == Order.customer_id)
        .where(col(Order.state).in_(OPEN), col(JournalEntry.deed).in_(deeds))
        .order_by(col(JournalEntry.id))
    )
    newest = {(entry.deed, order.id): (entry, order, person) for entry, order, person in session.exec(rows)}
    return [row for row in newest.values() if journal.done_about(session, answered, row[0]) is None]
