"""What one customer may see of themselves, where no other page has it."""

from sqlmodel import Session, col, select

from storage.models import Confirmation, Visit
from storage.visits import living


def newest_visits(session: Session, customer_id: int, most: int) -> list[Visit]:
    """The newest visits of this person, newest first."""
    newest = (
        select(Visit)
        .where(Visit.customer_id == customer_id, living())
        .order_by(col(Visit.visited_on).desc(), col(Visit.visited_at).desc(), col(Visit.id).desc())
        .limit(most)
    )
    return list(session.exec(newest))


def confirmations(session: Session, customer_id: int) -> dict[str, Confirmation]:
    """By detail: when it was last confirmed, by whom and how."""
    rows = session.exec(select(Confirmation).where(Confirmation.customer_id == customer_id))
    return {row.detail: row for row in rows}
