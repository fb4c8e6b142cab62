"""What people were told: messages of the outbox that have gone out, found again."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, func
from sqlmodel import Session, col, select

from storage.models import OutboxRow

_ASKED_FOR = ("answer", "owner_notice")


def by_message(session: Session, chat_id: int, message_id: int) -> OutboxRow | None:
    """The message that Telegram knows in this chat under this number. Numbers are only unique within a chat."""
    found = (
        select(OutboxRow)
        .where(OutboxRow.chat_id == chat_id, OutboxRow.message_id == message_id)
        .order_by(col(OutboxRow.id).desc())
        .limit(1)
    )
    return session.exec(found).first()


def by_key(session: Session, dedupe_key: str) -> OutboxRow | None:
    return session.exec(select(OutboxRow).where(OutboxRow.dedupe_key == dedupe_key)).first()


def unasked(session: Session, customer_id: int, most: int, offset: int = 0) -> list[OutboxRow]:
    """The messages to this person that were no answers, newest first, from the `offset`-th on."""
    rows = select(OutboxRow).where(*_sent(customer_id)).order_by(col(OutboxRow.id).desc()).limit(most).offset(offset)
    return list(session.exec(rows))


def count_unasked(session: Session, customer_id: int, since: datetime | None = None) -> int:
    """How many messages this person was sent that were no answers, ever or after `since`."""
    sent = [*_sent(customer_id), *([col(OutboxRow.sent_at) > since] if since else [])]
    return session.exec(select(func.count()).select_from(OutboxRow).where(*sent)).one()


def count_unasked_between(session: Session, start: datetime, end: datetime) -> int:
    """How many messages customers were sent from `start` up to `end` that were no answers."""
    sent = (col(OutboxRow.state) == "sent", col(OutboxRow.kind).not_in(_ASKED_FOR))
    of_days = (col(OutboxRow.sent_at) >= start, col(OutboxRow.sent_at) < end)
    return session.exec(select(func.count()).select_from(OutboxRow).where(*sent, *of_days)).one()


def planned_for(session: Session, customer_id: int, offset: int, most: int) -> list[OutboxRow]:
    """Everything that was planned for this person unasked, whatever became of it, newest first."""
    rows = select(OutboxRow).where(*_planned(customer_id)).order_by(col(OutboxRow.id).desc()).offset(offset).limit(most)
    return list(session.exec(rows))


def count_planned(session: Session, customer_id: int) -> int:
    return session.exec(select(func.count()).select_from(OutboxRow).where(*_planned(customer_id))).one()


def _planned(customer_id: int) -> Collection[ColumnElement[bool]]:
    return (col(OutboxRow.customer_id) == customer_id, col(OutboxRow.kind).not_in(_ASKED_FOR))


def _sent(customer_id: int) -> Collection[ColumnElement[bool]]:
    return (
        col(OutboxRow.customer_id) == customer_id,
        col(OutboxRow.state) == "sent",
        col(OutboxRow.kind).not_in(_ASKED_FOR),
    )
