"""What tells whether a database is well: asked of a running one, or looked at from outside without changing it."""

import shutil
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, func, select, text
from sqlmodel import Session

from storage.models import InboxRow, JobRun, OutboxRow
from storage.writing import table_of

_inbox = table_of(InboxRow)
_outbox = table_of(OutboxRow)
_runs = table_of(JobRun)


@dataclass(frozen=True, slots=True)
class Queue:
    """Messages that are due and have not left, the oldest of them, and what went wrong since a moment."""

    waiting: int
    waiting_since: datetime | None
    aside: int
    uncertain: int


@dataclass(frozen=True, slots=True)
class Room:
    """Bytes: free on the disk that the database is on, and used by it. None where it is on another machine."""

    free: int | None = None
    used: int = field(default=0)


def queue(session: Session, now: datetime, since: datetime) -> Queue:
    """How the inbox and the outbox stand."""
    connection = session.connection()
    on_its_way = _outbox.c.state.in_(("pending", "sending", "unknown")) & (_outbox.c.not_before <= now)
    waiting, oldest = connection.execute(select(func.count(), func.min(_outbox.c.not_before)).where(on_its_way)).one()
    aside = (_inbox.c.state == "aside") & (_inbox.c.received_at > since)
    uncertain = (_outbox.c.state == "uncertain") & (_outbox.c.planned_at > since)
    return Queue(waiting, oldest, _count(connection, aside), _count(connection, uncertain))


def last_backup(session: Session) -> datetime | None:
    """When a backup was last finished."""
    newest = select(func.max(_runs.c.finished_at)).where(_runs.c.job == "backup")
    return session.connection().execute(newest).scalar_one_or_none()


def room(session: Session) -> Room:
    """The room on the disk of an SQLite database."""
    connection = session.connection()
    if connection.dialect.name != "sqlite":
        return Room()
    file = connection.execute(text("SELECT file FROM pragma_database_list WHERE name = 'main'")).scalar_one()
    return room_beside(Path(file))


def room_beside(file: Path) -> Room:
    """The same for a file, which need not be there yet."""
    folder = file.absolute().parent
    while not folder.exists():
        folder = folder.parent
    return Room(shutil.disk_usage(folder).free, file.stat().st_size if file.exists() else 0)


def _count(connection: Connection, which: object) -> int:
    return int(connection.execute(select(func.count()).where(which)).scalar_one())  # type: ignore[arg-type]
