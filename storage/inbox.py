"""The inbox: raw updates on disk before they are acknowledged, and what has become of them.

waiting -> claimed -> done, or aside. A row found claimed at start was in hand when the process died. Rows that have
been tried before are suspects: the lanes take them one at a time with nothing else in hand, so that a row which kills
the process cannot put the blame on its neighbours. The third death on one row puts that row aside and no other.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, func, select, update
from sqlmodel import Session

from storage.models import InboxRow
from storage.vault import Unreadable, Vault
from storage.writing import insert_new, table_of

ATTEMPTS = 3
PLACE = "inbox.sealed_raw"

inbox = table_of(InboxRow)

_DONE = (
    update(inbox)
    .where(inbox.c.id == bindparam("row_id"))
    .values(state="done", sealed_raw=None, done_at=bindparam("now"))
)
_CLAIM = update(inbox).where(inbox.c.id == bindparam("row_id")).values(state="claimed", attempts=inbox.c.attempts + 1)
_COLUMNS = (
    inbox.c.id,
    inbox.c.bot_id,
    inbox.c.update_id,
    inbox.c.lane,
    inbox.c.sealed_raw,
    inbox.c.received_at,
    inbox.c.attempts,
)
_WAITING = (
    select(*_COLUMNS)
    .where(inbox.c.state == "waiting", inbox.c.lane.not_in(bindparam("busy", expanding=True)))
    .order_by(inbox.c.id)
    .limit(bindparam("most"))
)
_ONE = select(*_COLUMNS).where(inbox.c.state == "waiting", inbox.c.id == bindparam("row_id"))


@dataclass(frozen=True, slots=True)
class RawUpdate:
    """An update as it came: JSON text, and the lane (the chat) in which order is kept."""

    update_id: int
    lane: int
    raw: str


@dataclass(frozen=True, slots=True)
class Claimed:
    """A row in hand. `attempts` counts this one."""

    id: int
    update_id: int
    lane: int
    raw: str
    received_at: datetime
    attempts: int

    @property
    def key(self) -> str:
        """Names this update for good. The day is part of it, because Telegram may start its ids anew after a week."""
        return f"{self.update_id}:{self.received_at:%Y%m%d}"


def _row_key(bot_id: int, update_id: int) -> str:
    return f"{bot_id}:{update_id}"


def keep(session: Session, vault: Vault, bot_id: int, updates: Sequence[RawUpdate], now: datetime) -> int:
    """Write updates that are not there yet. Returns how many were new; a redelivered one is not."""
    new = 0
    for one in updates:
        new += insert_new(
            session,
            inbox,
            {
                "bot_id": bot_id,
                "update_id": one.update_id,
                "lane": one.lane,
                "sealed_raw": vault.seal(one.raw, PLACE, _row_key(bot_id, one.update_id)),
                "received_at": now,
                "state": "waiting",
                "attempts": 0,
            },
        )
    return new


@dataclass(frozen=True, slots=True)
class Recovered:
    """What a start found: rows put aside for good, and rows to be tried alone before anything else."""

    aside: tuple[int, ...]
    suspects: tuple[int, ...]


def recover(session: Session, now: datetime) -> Recovered:
    """Take back what a dead process had in hand."""
    connection = session.connection()
    claimed = inbox.c.state == "claimed"
    aside = tuple(connection.execute(select(inbox.c.id).where(claimed, inbox.c.attempts >= ATTEMPTS)).scalars())
    for row_id in aside:
        put_aside(session, row_id, "crashed", now)
    connection.execute(update(inbox).where(claimed).values(state="waiting"))
    tried = select(inbox.c.id).where(inbox.c.state == "waiting", inbox.c.attempts > 0).order_by(inbox.c.id)
    return Recovered(aside, tuple(connection.execute(tried).scalars()))


def claim(
    session: Session, vault: Vault, *, most: int, busy: Collection[int] = (), only: int | None = None
) -> tuple[list[Claimed], list[int]]:
    """Take up to `most` rows, the oldest of each lane that is not busy (or the row `only`), and count the attempt.

    Returns the rows, and the ids of rows that cannot be unsealed, which the caller puts aside.
    """
    connection = session.connection()
    if only is not None:
        rows = connection.execute(_ONE, {"row_id": only}).all()
    else:
        rows = connection.execute(_WAITING, {"busy": list(busy), "most": most * 4}).all()
    taken: list[Claimed] = []
    unreadable: list[int] = []
    lanes: set[int] = set()
    for row in rows:
        if len(taken) >= most:
            break
        if row.lane in lanes:
            continue
        lanes.add(row.lane)
        connection.execute(_CLAIM, {"row_id": row.id})
        try:
            raw = vault.open(row.sealed_raw, PLACE, _row_key(row.bot_id, row.update_id))
        except Unreadable:
            unreadable.append(row.id)
            continue
        taken.append(Claimed(row.id, row.update_id, row.lane, raw, row.received_at, row.attempts + 1))
    return taken, unreadable


def done(session: Session, row_id: int, now: datetime) -> None:
    """The update has had its effect: forget its text."""
    session.connection().execute(_DONE, {"row_id": row_id, "now": now})


def release(session: Session, row_id: int, *, counts: bool) -> None:
    """Give a row back to be tried again; an attempt that failed for want of a disk or a database does not count."""
    statement = update(inbox).where(inbox.c.id == row_id).values(state="waiting")
    if not counts:
        statement = statement.values(attempts=inbox.c.attempts - 1)
    session.connection().execute(statement)


def put_aside(session: Session, row_id: int, reason: str, now: datetime) -> None:
    """Take a row out of the way. Its text stays, sealed, so that someone can look why."""
    session.connection().execute(
        update(inbox).where(inbox.c.id == row_id).values(state="aside", reason=reason, done_at=now)
    )


def waiting(session: Session) -> int:
    """How many updates wait or are in hand."""
    states = inbox.c.state.in_(("waiting", "claimed"))
    return int(session.connection().execute(select(func.count()).select_from(inbox).where(states)).scalar_one())


def forget(session: Session, before: datetime) -> int:
    """Drop rows that were finished before `before`; until then they are the memory that makes duplicates harmless."""
    finished = inbox.c.state.in_(("done", "aside"))
    return int(session.connection().execute(delete(inbox).where(finished, inbox.c.done_at < before)).rowcount)
