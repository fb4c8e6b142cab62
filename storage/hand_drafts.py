"""Drafts that the shop sends by its own hand, and their place in the outbox once they are sent."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, func, update
from sqlmodel import Session, col, select

from storage.models import HandDraft, OutboxRow
from storage.outbox import TEXT
from storage.vault import Vault
from storage.writing import insert_new, new_public_id, table_of

_TEXT = "hand_draft.sealed_text"
_outbox = table_of(OutboxRow)

# By hand a message comes to no chat of Telegram's.
_NO_CHAT = 0


def keep(
    session: Session,
    vault: Vault,
    customer_id: int,
    kind: str,
    key: str,
    text: str,
    now: datetime,
    *,
    subject_id: int | None = None,
) -> HandDraft:
    """Write a draft down, in the place of one that waits under the same key. One that was sent stays as it is."""
    draft = by_key(session, key)
    if draft is None:
        public_id = new_public_id()
        draft = HandDraft(
            public_id=public_id,
            customer_id=customer_id,
            kind=kind,
            key=key,
            subject_id=subject_id,
            sealed_text=b"",
            made_at=now,
        )
    if draft.state != "sent":
        draft.state, draft.made_at = "waiting", now
        draft.sealed_text = vault.seal(text, _TEXT, draft.public_id)
    session.add(draft)
    session.flush()
    return draft


def by_public_id(session: Session, public_id: str) -> HandDraft | None:
    return session.exec(select(HandDraft).where(HandDraft.public_id == public_id)).first()


def by_key(session: Session, key: str) -> HandDraft | None:
    return session.exec(select(HandDraft).where(HandDraft.key == key)).first()


def keys_waiting(session: Session, prefix: str) -> list[str]:
    """The keys with this beginning of drafts about which nobody has said that they were sent."""
    mine = col(HandDraft.key).startswith(prefix, autoescape=True), HandDraft.state == "waiting"
    return list(session.exec(select(HandDraft.key).where(*mine)))


def put_away(session: Session, keys: Collection[str]) -> None:
    """Forget drafts that nobody needs any more."""
    mine = col(HandDraft.key).in_(keys), col(HandDraft.state) == "waiting"
    session.connection().execute(delete(table_of(HandDraft)).where(*mine))


def text_of(vault: Vault, draft: HandDraft) -> str:
    return vault.open(draft.sealed_text, _TEXT, draft.public_id)


def waiting(session: Session, offset: int, most: int) -> list[HandDraft]:
    """Drafts about which nobody has said that they were sent, the newest first."""
    rows = select(HandDraft).where(HandDraft.state == "waiting").order_by(col(HandDraft.id).desc())
    return list(session.exec(rows.offset(offset).limit(most)))


def count_waiting(session: Session) -> int:
    return session.exec(select(func.count()).select_from(HandDraft).where(HandDraft.state == "waiting")).one()


def went_out(session: Session, key: str) -> bool:
    """Whether a message of this key has gone out already, or may have."""
    states = ("sent", "sending", "unknown", "uncertain", "pending")
    found = select(OutboxRow.id).where(OutboxRow.dedupe_key == key, col(OutboxRow.state).in_(states))
    return session.exec(found).first() is not None


def sent(session: Session, vault: Vault, draft: HandDraft, now: datetime, language: str, *, advertising: bool) -> None:
    """It was sent by hand: from now on it counts like every other message to this person."""
    draft.state = "sent"
    session.add(draft)
    text = vault.seal(text_of(vault, draft), TEXT, draft.key)
    facts = {"state": "sent", "reason": "by_hand", "sent_at": now, "sealed_text": text, "sealed_reply": None}
    row = {
        "dedupe_key": draft.key,
        "chat_id": _NO_CHAT,
        "customer_id": draft.customer_id,
        "kind": draft.kind,
        "subject_id": draft.subject_id,
        "language": language,
        "advertising": advertising,
        "planned_at": draft.made_at,
        "not_before": draft.made_at,
        "attempts": 0,
        "resends": 0,
    }
    if not insert_new(session, _outbox, row | facts):
        session.connection().execute(update(_outbox).where(_outbox.c.dedupe_key == draft.key).values(**facts))


def not_sent(session: Session, draft: HandDraft) -> None:
    """It was not sent after all: nothing counts, and the draft waits again."""
    draft.state = "waiting"
    session.add(draft)
    values = {"state": "cancelled", "reason": "event_undone", "sent_at": None, "sealed_text": None}
    mine = (_outbox.c.dedupe_key == draft.key) & (_outbox.c.reason == "by_hand")
    session.connection().execute(update(_outbox).where(mine).values(**values))


def leave(session: Session, draft: HandDraft) -> None:
    draft.state = "left"
    session.add(draft)
    session.flush()
