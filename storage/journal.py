"""What was changed, by whom, with before and after: what a history shows and an Undo reads.

Before and after are sealed JSON, bound to the entry's own public id.
"""

import json
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from bot.domain.permissions import Actor
from storage.models import JournalEntry
from storage.vault import Vault
from storage.writing import new_public_id

_BEFORE, _AFTER = "journal.sealed_before", "journal.sealed_after"

Facts = dict[str, Any]


def write(
    session: Session,
    vault: Vault,
    actor: Actor,
    deed: str,
    now: datetime,
    *,
    customer_id: int | None = None,
    subject_id: int | None = None,
    before: Facts | None = None,
    after: Facts | None = None,
    undo_until: datetime | None = None,
) -> JournalEntry:
    """Add one entry. `deed` names what happened ("phone_changed", "visit_recorded"); facts are JSON values."""
    public_id = new_public_id()
    entry = JournalEntry(
        public_id=public_id,
        at=now,
        actor_role=actor.role,
        actor_id=actor.user_id or None,
        customer_id=customer_id,
        deed=deed,
        subject_id=subject_id,
        sealed_before=_seal(vault, before, _BEFORE, public_id),
        sealed_after=_seal(vault, after, _AFTER, public_id),
        undo_until=undo_until,
    )
    session.add(entry)
    session.flush()
    return entry


def rewrite(session: Session, vault: Vault, entry: JournalEntry, after: Facts) -> None:
    """Complete the facts of an entry in the transaction that wrote it."""
    entry.sealed_after = _seal(vault, after, _AFTER, entry.public_id)
    session.add(entry)
    session.flush()


def before(vault: Vault, entry: JournalEntry) -> Facts:
    return _open(vault, entry.sealed_before, _BEFORE, entry.public_id)


def after(vault: Vault, entry: JournalEntry) -> Facts:
    return _open(vault, entry.sealed_after, _AFTER, entry.public_id)


def by_public_id(session: Session, public_id: str) -> JournalEntry | None:
    return session.exec(select(JournalEntry).where(JournalEntry.public_id == public_id)).first()


def newest_of_actor(session: Session, actor: Actor, deed: str | None = None) -> JournalEntry | None:
    """The last thing this person changed and has not taken back; the last such `deed` where one is named."""
    entries = (
        select(JournalEntry)
        .where(JournalEntry.actor_id == actor.user_id, col(JournalEntry.undone_at).is_(None))
        .where(col(JournalEntry.undo_until).is_not(None))
        .order_by(col(JournalEntry.id).desc())
        .limit(1)
    )
    if deed is not None:
        entries = entries.where(JournalEntry.deed == deed)
    return session.exec(entries).first()


def of_customer(session: Session, customer_id: int, deeds: tuple[str, ...], limit: int = 20) -> list[JournalEntry]:
    """The newest entries about a customer, newest first."""
    entries = (
        select(JournalEntry)
        .where(JournalEntry.customer_id == customer_id, col(JournalEntry.deed).in_(deeds))
        .order_by(col(JournalEntry.id).desc())
        .limit(limit)
    )
    return list(session.exec(entries))


def has(session: Session, deed: str, subject_id: int) -> bool:
    """Whether this was done to that row, and not taken back."""
    done = select(JournalEntry.id).where(JournalEntry.deed == deed, JournalEntry.subject_id == subject_id)
    return session.exec(done.where(col(JournalEntry.undone_at).is_(None)).limit(1)).first() is not None


def newest_about(session: Session, deed: str, subject_id: int) -> JournalEntry | None:
    """The newest entry of this deed about that row."""
    done = select(JournalEntry).where(JournalEntry.deed == deed, JournalEntry.subject_id == subject_id)
    return session.exec(done.order_by(col(JournalEntry.id).desc()).limit(1)).first()


def done_about(session: Session, deed: str, entry: JournalEntry) -> JournalEntry | None:
    """What was done about what an entry of the same customer says: an answer, say, to a question."""
    done = select(JournalEntry).where(JournalEntry.customer_id == entry.customer_id)
    done = done.where(JournalEntry.deed == deed, JournalEntry.subject_id == entry.id)
    return session.exec(done.where(col(JournalEntry.undone_at).is_(None)).limit(1)).first()


def later_change(session: Session, entry: JournalEntry) -> JournalEntry | None:
    """A newer entry of the same deed about the same customer or subject, not taken back: why an Undo must wait."""
    newer = (
        select(JournalEntry)
        .where(col(JournalEntry.id) > entry.id, JournalEntry.deed == entry.deed)
        .where(JournalEntry.customer_id == entry.customer_id, col(JournalEntry.undone_at).is_(None))
        .order_by(col(JournalEntry.id))
        .limit(1)
    )
    return session.exec(newer).first()


def later_of_subject(session: Session, entry: JournalEntry) -> JournalEntry | None:
    """A newer entry of the same deed about the same subject."""
    newer = select(JournalEntry).where(col(JournalEntry.id) > entry.id, JournalEntry.deed == entry.deed)
    return session.exec(newer.where(JournalEntry.subject_id == entry.subject_id).limit(1)).first()


def _seal(vault: Vault, facts: Facts | None, place: str, row: str) -> bytes | None:
    return None if facts is None else vault.seal(json.dumps(facts, ensure_ascii=False), place, row)


def _open(vault: Vault, sealed: bytes | None, place: str, row: str) -> Facts:
    if sealed is None:
        return {}
    facts: Facts = json.loads(vault.open(sealed, place, row))
    return facts
