"""Who looked at whose data, when and at what. Rows are only added."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import insert
from sqlmodel import Session

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
