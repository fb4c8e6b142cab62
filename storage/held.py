"""A copy of a shop says nothing to anybody until the owner has said that it is the shop.

A backup, a snapshot or a copied file remembers messages as still to be sent that were sent long ago, and does not know
what was sent since. So it comes up held: the courier sets aside all it would send (the state `held` of the outbox)
except what it tells the owner, and on release nothing goes out that the shop may have sent already.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import select, update
from sqlmodel import Session

from storage import facts
from storage.models import InboxRow, JournalEntry, OutboxRow
from storage.vault import Vault
from storage.writing import table_of

CLOCK_MAY_BE_BEHIND = timedelta(minutes=10)

_FACT = "held"
_SPOKEN_SINCE = ("answer", "owner_notice")

_inbox = table_of(InboxRow)
_outbox = table_of(OutboxRow)
_journal = table_of(JournalEntry)


class Why(StrEnum):
    """What made this database look like a copy."""

    RESTORED = "restored"
    COPIED = "copied"
    CLOCK = "clock"


@dataclass(frozen=True, slots=True)
class Held:
    """Since when this database is held, and why."""

    why: Why
    since: datetime


def hold(session: Session, vault: Vault, why: Why, now: datetime) -> None:
    """Hold everything that would go out. What was not yet read when the copy was made is left to the shop itself."""
    facts.put(session, vault, _FACT, {"why": why, "since": now.isoformat()})
    unread = update(_inbox).where(_inbox.c.state.in_(("waiting", "claimed")))
    session.connection().execute(unread.values(state="aside", reason="restored", done_at=now))


def held(session: Session, vault: Vault) -> Held | None:
    """Whether this database is held."""
    fact = facts.get(session, vault, _FACT)
    return None if fact is None else Held(Why(fact["why"]), datetime.fromisoformat(fact["since"]))


def release(session: Session, vault: Vault, now: datetime) -> int:
    """Let messages go again. What was due by now may have been sent by the shop that this is a copy of: its fate is
    called uncertain, and it is never sent from here. Returns how many such messages there are.
    """
    one = held(session, vault)
    if one is None:
        return 0
    connection = session.connection()
    waiting = _outbox.c.state.in_(("held", "pending", "unknown"))
    said_here = (_outbox.c.planned_at >= one.since) & _outbox.c.kind.in_(_SPOKEN_SINCE)
    doubtful = update(_outbox).where(waiting, _outbox.c.not_before <= now, ~said_here)
    count = connection.execute(doubtful.values(state="uncertain", reason="restored")).rowcount
    connection.execute(update(_outbox).where(_outbox.c.state == "held").values(state="pending", reason=None))
    facts.forget(session, _FACT)
    return count


def last_write(session: Session) -> datetime | None:
    """About when something was last written to this database, by its own clock."""
    connection = session.connection()
    newest = ((_inbox, _inbox.c.received_at), (_outbox, _outbox.c.planned_at), (_journal, _journal.c.at))
    moments = [connection.execute(select(at).order_by(table.c.id.desc()).limit(1)).scalar() for table, at in newest]
    return max((moment for moment in moments if moment is not None), default=None)


def clock_is_behind(session: Session, now: datetime) -> bool:
    """Whether the clock is further behind the last write than clocks are wrong by."""
    last = last_write(session)
    return last is not None and now < last - CLOCK_MAY_BE_BEHIND
