"""What those who work here want to be reminded of."""

from datetime import datetime

from sqlmodel import Session, col, select

from storage.models import Reminder


def add(session: Session, chat_id: int, about: str, due_at: datetime, now: datetime) -> Reminder:
    reminder = Reminder(chat_id=chat_id, about=about, due_at=due_at, made_at=now)
    session.add(reminder)
    session.flush()
    return reminder


def due(session: Session, now: datetime) -> list[Reminder]:
    """Those whose moment has come and that were not told yet, the earliest first."""
    waiting = (
        select(Reminder)
        .where(Reminder.state == "waiting", col(Reminder.due_at) <= now)
        .order_by(col(Reminder.due_at), col(Reminder.id))
    )
    return list(session.exec(waiting))


def waiting_of(session: Session, chat_id: int) -> list[Reminder]:
    """Those of one chat that were not told yet, the earliest first."""
    waiting = select(Reminder).where(Reminder.chat_id == chat_id, Reminder.state == "waiting")
    return list(session.exec(waiting.order_by(col(Reminder.due_at), col(Reminder.id))))


def next_due(session: Session) -> datetime | None:
    """The moment of the next one."""
    waiting = select(Reminder.due_at).where(Reminder.state == "waiting").order_by(col(Reminder.due_at)).limit(1)
    return session.exec(waiting).first()
