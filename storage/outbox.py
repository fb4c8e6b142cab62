"""The outbox: every message to a person is a row here before it is sent, and what happened is written after.

pending -> sending -> sent | unknown -> pending (once, where a repeat is kinder than silence) | uncertain
also held, dead (it can never arrive), expired (too late to be kind), cancelled (the policy said no).

A row in `sending` carries the token of the courier that took it. Every final write names that token, so a courier that
was frozen past its lease cannot overwrite what was decided after it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Update, and_, bindparam, case, delete, exists, func, insert, or_, select, update
from sqlmodel import Session

from bot.domain.wishes import ADVERTISING_BY_PRIORITY
from storage.models import Customer, OutboxFile, OutboxRow
from storage.vault import Vault
from storage.writing import insert_new, table_of

REPLY = "outbox.sealed_reply"
TEXT = "outbox.sealed_text"
FILE = "outbox_file.sealed_data"

outbox = table_of(OutboxRow)
files = table_of(OutboxFile)

_SOON = ("pending", "unknown")
OVER = ("sent", "uncertain", "dead", "expired", "cancelled")
_RANK = {str(kind): rank for rank, kind in enumerate(ADVERTISING_BY_PRIORITY, start=1)}

_DUE = (
    select(
        outbox.c.id,
        outbox.c.dedupe_key,
        outbox.c.chat_id,
        outbox.c.customer_id,
        outbox.c.kind,
        outbox.c.subject_id,
        outbox.c.language,
        outbox.c.expires_at,
        outbox.c.planned_at,
        outbox.c.resends,
        outbox.c.attempts,
        outbox.c.advertising,
        outbox.c.sealed_reply,
    )
    .where(
        outbox.c.state == "pending",
        outbox.c.not_before <= bindparam("now"),
        outbox.c.chat_id.not_in(bindparam("busy", expanding=True)),
    )
    .order_by(case(_RANK, value=outbox.c.kind, else_=0), outbox.c.id)
    .limit(bindparam("most"))
)
_BUSY = select(outbox.c.chat_id).where(
    or_(
        outbox.c.state.in_(("sending", "unknown")),
        outbox.c.claimed_at > bindparam("recent"),
        and_(outbox.c.state == "pending", outbox.c.attempts > 0, outbox.c.not_before > bindparam("now")),
    )
)
_TAKE = (
    update(outbox)
    .where(outbox.c.id.in_(bindparam("row_ids", expanding=True)), outbox.c.state == "pending")
    .values(
        state="sending",
        lease_token=bindparam("token"),
        lease_until=bindparam("until"),
        claimed_at=bindparam("now"),
        attempts=outbox.c.attempts + 1,
    )
    .returning(outbox.c.id)
)
_FORGET_FILES = delete(files).where(exists().where(outbox.c.dedupe_key == files.c.dedupe_key, outbox.c.state.in_(OVER)))
_SENT = (
    update(outbox)
    .where(outbox.c.id == bindparam("row_id"), outbox.c.lease_token == bindparam("token"), outbox.c.state == "sending")
    .values(
        state="sent",
        reason=None,
        message_id=bindparam("telegram_id"),
        sent_at=bindparam("now"),
        sealed_reply=None,
        sealed_text=bindparam("text"),
        lease_token=None,
        lease_until=None,
    )
)


_SPOKEN = (
    select(outbox.c.language)
    .where(outbox.c.chat_id == bindparam("chat"), outbox.c.language.is_not(None))
    .order_by(outbox.c.id.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class Message:
    """A message to be planned. `reply` is packed (`bot.domain.packing`), `file` the bytes of its document; times are
    aware UTC. `advertising` raises a message to that whatever its kind and words.
    """

    dedupe_key: str
    chat_id: int
    kind: str
    reply: str
    not_before: datetime
    expires_at: datetime | None = None
    customer_id: int | None = None
    subject_id: int | None = None
    language: str | None = None
    file: bytes | None = None
    advertising: bool = False


@dataclass(frozen=True, slots=True)
class Due:
    """A row that may be sent now, as the claim found it."""

    id: int
    dedupe_key: str
    chat_id: int
    customer_id: int | None
    kind: str
    subject_id: int | None
    language: str | None
    planned_at: datetime
    expires_at: datetime | None
    resends: int
    attempts: int
    advertising: bool
    reply: str


def add(
    session: Session,
    vault: Vault,
    message: Message,
    now: datetime,
    *,
    state: str = "pending",
    reason: str | None = None,
) -> bool:
    """Plan one message. Returns False, and changes nothing, when its key was planned before.

    `state` and `reason` are given for a message that is not to be sent (it came too late) but must be seen.
    """
    new = insert_new(
        session,
        outbox,
        {
            "dedupe_key": message.dedupe_key,
            "chat_id": message.chat_id,
            "customer_id": message.customer_id,
            "kind": message.kind,
            "subject_id": message.subject_id,
            "advertising": message.advertising,
            "state": state,
            "reason": reason,
            "language": message.language,
            "planned_at": now,
            "not_before": message.not_before,
            "expires_at": message.expires_at,
            "attempts": 0,
            "resends": 0,
            "sealed_reply": vault.seal(message.reply, REPLY, message.dedupe_key),
        },
    )
    if new and message.file is not None:
        sealed = vault.seal_bytes(message.file, FILE, message.dedupe_key)
        session.connection().execute(insert(files).values(dedupe_key=message.dedupe_key, sealed_data=sealed))
    return new


def known(session: Session, keys: Sequence[str]) -> set[str]:
    """Which of these keys were planned before."""
    found: set[str] = set()
    for start in range(0, len(keys), 500):
        planned = select(outbox.c.dedupe_key).where(outbox.c.dedupe_key.in_(keys[start : start + 500]))
        found |= set(session.connection().execute(planned).scalars())
    return found


def file_of(session: Session, vault: Vault, dedupe_key: str) -> bytes:
    """The bytes of the document that goes with this message; none when it has been forgotten."""
    sealed = session.connection().execute(select(files.c.sealed_data).where(files.c.dedupe_key == dedupe_key)).scalar()
    return b"" if sealed is None else vault.open_bytes(sealed, FILE, dedupe_key)


def forget_files(session: Session) -> int:
    """Delete the files of all messages that are not on their way any more. Returns how many there were."""
    return session.connection().execute(_FORGET_FILES).rowcount


def due(session: Session, vault: Vault, now: datetime, *, most: int, pause: timedelta) -> list[Due]:
    """The rows that may be sent now: the oldest of each chat, advertising last and in the order of its priority.

    A chat is passed over while something to it is on its way, waits to be tried again or has an unknown fate, and for
    `pause` after the last message: so a chat reads in the order that was meant.
    """
    connection = session.connection()
    busy = set(connection.execute(_BUSY, {"recent": now - pause, "now": now}).scalars())
    found: list[Due] = []
    chats: set[int] = set()
    for row in connection.execute(_DUE, {"now": now, "busy": list(busy), "most": most * 4}):
        if row.chat_id in chats or len(found) >= most:
            continue
        chats.add(row.chat_id)
        found.append(
            Due(
                row.id,
                row.dedupe_key,
                row.chat_id,
                row.customer_id,
                row.kind,
                row.subject_id,
                row.language,
                row.planned_at,
                row.expires_at,
                row.resends,
                row.attempts,
                row.advertising,
                vault.open(row.sealed_reply, REPLY, row.dedupe_key),
            )
        )
    return found


def claimed_since(session: Session, moment: datetime) -> int:
    """How many messages were taken for sending after `moment`: what the overall pace is counted by."""
    query = select(func.count()).select_from(outbox).where(outbox.c.claimed_at > moment)
    return int(session.connection().execute(query).scalar_one())


def take(session: Session, row_ids: Sequence[int], token: str, now: datetime, lease: timedelta) -> set[int]:
    """Claim rows under a lease. Returns those of them that nobody else was quicker to take."""
    if not row_ids:
        return set()
    values = {"row_ids": row_ids, "token": token, "now": now, "until": now + lease}
    return set(session.connection().execute(_TAKE, values).scalars())


def mark_advertising(session: Session, row_ids: Sequence[int]) -> None:
    """These were found to be advertising; so they are labelled, counted and kept."""
    if row_ids:
        session.connection().execute(update(outbox).where(outbox.c.id.in_(row_ids)).values(advertising=True))


def answered(session: Session, chat_id: int, message_id: int, now: datetime) -> None:
    """The person replied to this message or pressed one of its buttons, for the first time."""
    statement = update(outbox).where(
        outbox.c.chat_id == chat_id, outbox.c.message_id == message_id, outbox.c.answered_at.is_(None)
    )
    session.connection().execute(statement.values(answered_at=now))


@dataclass(frozen=True, slots=True)
class Sent:
    """A message that Telegram has: under which lease it was sent, as which message, in which words."""

    row_id: int
    dedupe_key: str
    token: str
    message_id: int | None
    text: str


def sent(session: Session, vault: Vault, messages: Sequence[Sent], now: datetime) -> int:
    """Telegram has these. Returns how many leases were still ours, and of the others writes nothing."""
    if not messages:
        return 0
    values = [
        {
            "row_id": one.row_id,
            "token": one.token,
            "now": now,
            "telegram_id": one.message_id,
            "text": vault.seal(one.text, TEXT, one.dedupe_key),
        }
        for one in messages
    ]
    return session.connection().execute(_SENT, values).rowcount


def back_to_pending(
    session: Session, row_id: int, token: str, not_before: datetime, *, counts: bool, reason: str | None = None
) -> bool:
    """It certainly did not arrive: try again from `not_before` on. A pause asked for by Telegram is no attempt."""
    values = {"state": "pending", "not_before": not_before, "reason": reason, "lease_token": None, "lease_until": None}
    statement = _mine(row_id, token).values(**values)
    if not counts:
        statement = statement.values(attempts=outbox.c.attempts - 1)
    return session.connection().execute(statement).rowcount == 1


def close(session: Session, row_id: int, token: str, state: str, reason: str) -> bool:
    """It will not arrive (dead, expired, cancelled), or nobody knows (unknown)."""
    statement = _mine(row_id, token).values(state=state, reason=reason, lease_token=None, lease_until=None)
    return session.connection().execute(statement).rowcount == 1


def cancel_pending(session: Session, dedupe_key: str) -> bool:
    """Take back a message that has not been tried yet. False once it may have left, or was closed."""
    taken = session.connection().execute(
        update(outbox)
        .where(outbox.c.dedupe_key == dedupe_key, outbox.c.state == "pending", outbox.c.attempts == 0)
        .values(state="cancelled", reason="event_undone")
    )
    return taken.rowcount == 1


def strike(session: Session, dedupe_key: str, reason: str) -> bool:
    """Take a message out that nobody has taken in hand. False once it may have left, or was closed."""
    struck = session.connection().execute(
        update(outbox)
        .where(outbox.c.dedupe_key == dedupe_key, outbox.c.state == "pending")
        .values(state="cancelled", reason=reason)
    )
    return struck.rowcount == 1


def unstrike(session: Session, dedupe_key: str, reason: str, *, forget: bool) -> bool:
    """Let it wait again, or (`forget`) be as if it had never been planned. False where it was not struck."""
    struck = and_(outbox.c.dedupe_key == dedupe_key, outbox.c.state == "cancelled", outbox.c.reason == reason)
    if forget:
        return session.connection().execute(delete(outbox).where(struck)).rowcount == 1
    again = update(outbox).where(struck).values(state="pending", reason=None)
    return session.connection().execute(again).rowcount == 1


def waiting_for_customers(session: Session, until: datetime) -> list[tuple[OutboxRow, Customer]]:
    """What waits to go to customers by itself before `until`; answers are not among it."""
    rows = session.execute(
        select(OutboxRow, Customer)
        .join(Customer, outbox.c.customer_id == table_of(Customer).c.id)
        .where(outbox.c.state == "pending", outbox.c.not_before < until, outbox.c.kind != "answer")
        .order_by(outbox.c.not_before, outbox.c.id)
    )
    return [(row, person) for row, person in rows]


def drop(session: Session, row_id: int, state: str, reason: str) -> None:
    """Close a row that nobody has taken: the policy said no, or it has become too late."""
    statement = update(outbox).where(outbox.c.id == row_id, outbox.c.state == "pending")
    session.connection().execute(statement.values(state=state, reason=reason))


def hold_all_but(session: Session, chats: Collection[int], since: datetime) -> int:
    """Set aside everything that waits, except what was planned for these chats after `since`. Returns how much."""
    passes = outbox.c.chat_id.in_(chats) & (outbox.c.planned_at >= since)
    statement = update(outbox).where(outbox.c.state == "pending", ~passes)
    return session.connection().execute(statement.values(state="held", reason="copy")).rowcount


def postpone(session: Session, row_id: int, until: datetime, reason: str) -> None:
    """The policy said: not now."""
    statement = update(outbox).where(outbox.c.id == row_id, outbox.c.state == "pending")
    session.connection().execute(statement.values(not_before=until, reason=reason))


def lapse(session: Session, before: datetime | None) -> int:
    """Call the fate of messages unknown whose lease ran out by `before`; at start (None) of all that were in hand."""
    statement = update(outbox).where(outbox.c.state == "sending")
    if before is not None:
        statement = statement.where(outbox.c.lease_until <= before)
    values = {"state": "unknown", "reason": "lapsed", "lease_token": None, "lease_until": None}
    return session.connection().execute(statement.values(**values)).rowcount


def settle_unknown(session: Session, now: datetime, repeatable: Sequence[str]) -> int:
    """Decide by kind what becomes of messages whose fate is unknown.

    The kinds named in `repeatable` are sent once more, once; everything else stays uncertain, and is shown as that.
    """
    connection = session.connection()
    unknown = outbox.c.state == "unknown"
    again = (
        update(outbox)
        .where(unknown, outbox.c.kind.in_(repeatable), outbox.c.resends == 0)
        .values(state="pending", resends=1, not_before=now)
    )
    settled = connection.execute(again).rowcount
    return settled + connection.execute(update(outbox).where(unknown).values(state="uncertain")).rowcount


def cancel_for_chat(session: Session, chat_id: int, reason: str) -> int:
    """Nothing planned goes to this chat any more: the person has blocked the bot."""
    statement = update(outbox).where(outbox.c.chat_id == chat_id, outbox.c.state.in_(_SOON))
    return session.connection().execute(statement.values(state="dead", reason=reason)).rowcount


def cancel_for_customer(session: Session, customer_id: int, kinds: Collection[str], reason: str) -> int:
    """What of these kinds waits for this person is not sent any more."""
    statement = update(outbox).where(
        outbox.c.customer_id == customer_id, outbox.c.kind.in_(kinds), outbox.c.state == "pending"
    )
    return session.connection().execute(statement.values(state="cancelled", reason=reason)).rowcount


def next_due(session: Session) -> datetime | None:
    """When the earliest pending row may be sent, or None."""
    query = select(func.min(outbox.c.not_before)).where(outbox.c.state == "pending")
    return session.connection().execute(query).scalar_one_or_none()


def last_planned(session: Session, chat_id: int) -> datetime | None:
    """When the newest message to this chat was planned, whatever became of it."""
    newest = select(outbox.c.planned_at).where(outbox.c.chat_id == chat_id).order_by(outbox.c.id.desc()).limit(1)
    return session.connection().execute(newest).scalar_one_or_none()


def last_language(session: Session, chat_id: int) -> str | None:
    """The language that this chat was last answered in, if any. Notices are planned in none."""
    return session.connection().execute(_SPOKEN, {"chat": chat_id}).scalar_one_or_none()


def last_languages(session: Session, chat_ids: Sequence[int]) -> dict[int, str]:
    """The same of many chats; those that were answered in none are left out."""
    found: dict[int, str] = {}
    for start in range(0, len(chat_ids), 500):
        newest = (
            select(func.max(outbox.c.id))
            .where(outbox.c.chat_id.in_(chat_ids[start : start + 500]), outbox.c.language.is_not(None))
            .group_by(outbox.c.chat_id)
        )
        rows = session.connection().execute(select(outbox.c.chat_id, outbox.c.language).where(outbox.c.id.in_(newest)))
        found.update((chat_id, language) for chat_id, language in rows)
    return found


def _mine(row_id: int, token: str) -> Update:
    return update(outbox).where(outbox.c.id == row_id, outbox.c.lease_token == token, outbox.c.state == "sending")
