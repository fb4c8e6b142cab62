"""The inbox: raw updates on disk before they are acknowledged, and what has become of them.

waiting -> claimed -> done, or aside. A row found claimed at start was in hand when the process died. Rows that have
been tried before are suspects: the lanes take them one at a time with nothing else in hand, so that a row which kills
the process cannot put the blame on its neighbours. The third death on one row puts that row aside and no other.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Update, bindparam, delete, func, select, update
from sqlmodel import Session

from storage.models import InboxRow
from storage.vault import Unreadable, Vault
from storage.writing import insert_all_new, table_of

ATTEMPTS = 3
PLACE = "inbox.sealed_raw"

inbox = table_of(InboxRow)

_MINE = update(inbox).where(
    inbox.c.id == bindparam("row_id"), inbox.c.state == "claimed", inbox.c.attempts == bindparam("attempt")
)
_DONE = _MINE.values(state="done", sealed_raw=None, done_at=bindparam("now"))
_ASIDE = _MINE.values(state="aside", reason=bindparam("why"), done_at=bindparam("now"))
_RELEASE = _MINE.values(state="waiting", attempts=bindparam("counted"))
_CLAIM = (
    update(inbox)
    .where(inbox.c.id.in_(bindparam("row_ids", expanding=True)), inbox.c.state == "waiting")
    .values(state="claimed", attempts=inbox.c.attempts + 1)
    .returning(inbox.c.id)
)
_TAKE_BACK = update(inbox).where(inbox.c.state == "claimed").values(state="waiting")
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
    """A row in hand. `attempts` counts this one, and so names this claim: the next one has a higher number."""

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
    rows = [
        {
            "bot_id": bot_id,
            "update_id": one.update_id,
            "lane": one.lane,
            "sealed_raw": vault.seal(one.raw, PLACE, _row_key(bot_id, one.update_id)),
            "received_at": now,
            "state": "waiting",
            "attempts": 0,
        }
        for one in updates
    ]
    return insert_all_new(session, inbox, rows)


@dataclass(frozen=True, slots=True)
class Recovered:
    """What a start found: rows put aside for good, and rows to be tried alone before anything else."""

    aside: tuple[int, ...]
    suspects: tuple[int, ...]


def recover(session: Session, now: datetime) -> Recovered:
    """Take back what a dead process had in hand."""
    connection = session.connection()
    claimed = inbox.c.state == "claimed"
    deadly = claimed & (inbox.c.attempts >= ATTEMPTS)
    aside = tuple(connection.execute(select(inbox.c.id).where(deadly)).scalars())
    connection.execute(update(inbox).where(deadly).values(state="aside", reason="crashed", done_at=now))
    take_back(session)
    tried = select(inbox.c.id).where(inbox.c.state == "waiting", inbox.c.attempts > 0).order_by(inbox.c.id)
    return Recovered(aside, tuple(connection.execute(tried).scalars()))


def take_back(session: Session) -> None:
    """For whoever has nothing in hand: what is claimed all the same was left by a process that was taken over."""
    session.connection().execute(_TAKE_BACK)


def claim(
    session: Session, vault: Vault, *, most: int, busy: Collection[int] = (), only: int | None = None
) -> tuple[list[Claimed], list[Claimed]]:
    """Take up to `most` rows, the oldest of each lane that is not busy (or the row `only`), and count the attempt.

    Returns the rows, and those that cannot be unsealed (without their text), which the caller puts aside.
    """
    connection = session.connection()
    if only is not None:
        rows = connection.execute(_ONE, {"row_id": only}).all()
    else:
        rows = connection.execute(_WAITING, {"busy": list(busy), "most": most * 4}).all()
    oldest = {row.lane: row for row in reversed(rows)}
    wanted = sorted(oldest.values(), key=lambda row: row.id)[:most]
    mine = set(connection.execute(_CLAIM, {"row_ids": [row.id for row in wanted]}).scalars()) if wanted else set()
    taken: list[Claimed] = []
    unreadable: list[Claimed] = []
    for row in wanted:
        if row.id not in mine:
            continue
        claimed = Claimed(row.id, row.update_id, row.lane, "", row.received_at, row.attempts + 1)
        try:
            raw = vault.open(row.sealed_raw, PLACE, _row_key(row.bot_id, row.update_id))
        except Unreadable:
            unreadable.append(claimed)
        else:
            taken.append(replace(claimed, raw=raw))
    return taken, unreadable


# A process that was frozen while another one took over finds that its claims are not its own any more. So each of the
# following says whether the claim still held, and changes nothing where it did not.


def done(session: Session, row: Claimed, now: datetime) -> bool:
    """The update has had its effect: forget its text. On False the effect must not be committed."""
    return _mine(session, _DONE, row, now=now)


def release(session: Session, row: Claimed, *, counts: bool) -> bool:
    """Give a row back to be tried again; an attempt that failed for want of a disk or a database does not count."""
    return _mine(session, _RELEASE, row, counted=row.attempts if counts else row.attempts - 1)


def put_aside(session: Session, row: Claimed, reason: str, now: datetime) -> bool:
    """Take a row out of the way. Its text stays, sealed, so that someone can look why."""
    return _mine(session, _ASIDE, row, why=reason, now=now)


def _mine(session: Session, statement: Update, row: Claimed, **values: object) -> bool:
    given = {"row_id": row.id, "attempt": row.attempts, **values}
    return session.connection().execute(statement, given).rowcount == 1


def waiting(session: Session) -> int:
    """How many updates wait or are in hand."""
    states = inbox.c.state.in_(("waiting", "claimed"))
    return int(session.connection().execute(select(func.count()).select_from(inbox).where(states)).scalar_one())


def forget(session: Session, before: datetime) -> int:
    """Drop rows that were finished before `before`; until then they are the memory that makes duplicates harmless."""
    finished = inbox.c.state.in_(("done", "aside"))
    return int(session.connection().execute(delete(inbox).where(finished, inbox.c.done_at < before)).rowcount)
