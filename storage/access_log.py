"""Who looked at whose data, when and at what. Rows are only added."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, insert
from sqlmodel import Session, col, select

from bot.domain.permissions import Actor
from storage.models import AccessEntry
from storage.writing import table_of

_entries = table_of(AccessEntry)


def write(session: Session, actor: Actor, looked_at: Sequence[tuple[int, str]], now: datetime) -> None:
    """One row per customer and view. What customers see of themselves is not an access by somebody else."""
    rows = [
        {"at": now, "actor_role": actor.role, "actor_id": actor.user_id, "customer_id": customer_id, "what": what}
        for customer_id, what in dict.fromkeys(looked_at)
        if customer_id != actor.customer_id
    ]
    if rows:
        session.connection().execute(insert(_entries), rows)


def count(session: Session, customer_id: int) -> int:
    """How often somebody else looked at this person's data."""
    looks = select(func.count()).select_from(AccessEntry).where(AccessEntry.customer_id == customer_id)
    return session.exec(looks).one()


def newest(session: Session, customer_id: int, most: int, offset: int = 0) -> list[AccessEntry]:
    """Who looked at this person's data from the `offset`-th look on, newest first."""
    looks = select(AccessEntry).where(AccessEntry.customer_id == customer_id).order_by(col(AccessEntry.id).desc())
    return list(session.exec(looks.limit(most).offset(offset)))
