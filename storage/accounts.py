"""What one customer may see of themselves, where no other page has it."""

from datetime import date

from sqlalchemy import ColumnElement, case, func
from sqlmodel import Session, col, select

from storage.models import Confirmation, Visit, VisitLine
from storage.visits import living


def newest_visits(
    session: Session, customer_id: int, most: int, offset: int = 0, within: tuple[date, date] = (date.min, date.max)
) -> list[Visit]:
    """The visits of this person from the first day `within` up to (not including) the other, newest first."""
    newest = (
        select(Visit)
        .where(*_of_days(customer_id, *within))
        .order_by(col(Visit.visited_on).desc(), col(Visit.visited_at).desc(), col(Visit.id).desc())
        .limit(most)
        .offset(offset)
    )
    return list(session.exec(newest))


def visit_days(session: Session, customer_id: int, start: date, end: date) -> int:
    """On how many days from `start` up to (not including) `end` this person was here."""
    days = select(func.count(col(Visit.visited_on).distinct())).where(*_of_days(customer_id, start, end))
    return session.exec(days).one()


def _of_days(customer_id: int, start: date, end: date) -> tuple[ColumnElement[bool], ...]:
    on = col(Visit.visited_on)
    return col(Visit.customer_id) == customer_id, on >= start, on < end, living()


def confirmations(session: Session, customer_id: int) -> dict[str, Confirmation]:
    """By detail: when it was last confirmed, by whom and how."""
    rows = session.exec(select(Confirmation).where(Confirmation.customer_id == customer_id))
    return {row.detail: row for row in rows}


def discounts(session: Session, customer_id: int) -> int:
    """By how much what was charged stayed below quantity times price, over the lines that have a price."""
    listed = col(VisitLine.quantity) * col(VisitLine.price_minor)
    saved = case((listed > VisitLine.amount_minor, listed - col(VisitLine.amount_minor)), else_=0)
    total = select(func.coalesce(func.sum(saved), 0)).join(Visit, col(Visit.id) == VisitLine.visit_id)
    return int(session.exec(total.where(Visit.customer_id == customer_id, living())).one())
