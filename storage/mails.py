"""Mails on their way out: a row each, before anything is sent, and what became of it after.

pending -> sending -> sent | pending (it is tried again, under the same Message-ID) | dead | expired.
A mail that is over is emptied.
"""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import or_, select, update
from sqlmodel import Session

from storage.models import Mail
from storage.vault import Vault
from storage.writing import insert_new, table_of

_PLACE = "mail.sealed_mail"
_mails = table_of(Mail)


@dataclass(frozen=True, slots=True)
class Letter:
    """What is in a mail."""

    to: str
    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class Claimed:
    """A mail in hand until its lease ends."""

    id: int
    key: str
    customer_id: int
    ask_id: int | None
    sort: str
    attempts: int
    token: str
    letter: Letter


def add(
    session: Session,
    vault: Vault,
    key: str,
    letter: Letter,
    now: datetime,
    *,
    customer_id: int,
    ask_id: int | None,
    sort: str,
    expires_at: datetime | None = None,
) -> bool:
    """Plan a mail, once a key."""
    packed = json.dumps([letter.to, letter.subject, letter.text], ensure_ascii=False)
    return insert_new(
        session,
        _mails,
        {
            "key": key,
            "customer_id": customer_id,
            "ask_id": ask_id,
            "sort": sort,
            "state": "pending",
            "planned_at": now,
            "not_before": now,
            "expires_at": expires_at,
            "attempts": 0,
            "sealed_mail": vault.seal(packed, _PLACE, key),
        },
    )


def is_any_due(session: Session, now: datetime) -> bool:
    """Whether any mail is due, too late, or was in hand when a lease ran out."""
    waiting = or_(
        (_mails.c.state == "pending") & (_mails.c.not_before <= now),
        (_mails.c.state == "sending") & (_mails.c.lease_until <= now),
    )
    return session.connection().execute(select(_mails.c.id).where(waiting).limit(1)).first() is not None


def claim(session: Session, vault: Vault, now: datetime, token: str, lease: timedelta) -> Claimed | None:
    """Take the oldest mail that is due under a lease. What has become too late is closed; what was in hand when a lease
    ran out is due again.
    """
    connection = session.connection()
    waiting = _mails.c.state.in_(("pending", "sending"))
    late = waiting & (_mails.c.expires_at <= now)
    connection.execute(update(_mails).where(late).values(state="expired", reason="too_late", sealed_mail=None))
    lapsed = (_mails.c.state == "sending") & (_mails.c.lease_until <= now)
    due = or_((_mails.c.state == "pending") & (_mails.c.not_before <= now), lapsed)
    row = connection.execute(select(_mails).where(due).order_by(_mails.c.id).limit(1)).one_or_none()
    if row is None:
        return None
    values = {"state": "sending", "lease_token": token, "lease_until": now + lease, "attempts": row.attempts + 1}
    connection.execute(update(_mails).where(_mails.c.id == row.id).values(**values))
    to, subject, text = json.loads(vault.open(row.sealed_mail, _PLACE, row.key))
    letter = Letter(to, subject, text)
    return Claimed(row.id, row.key, row.customer_id, row.ask_id, row.sort, row.attempts + 1, token, letter)


def sent(session: Session, one: Claimed, now: datetime) -> bool:
    """The mail server has it."""
    return _close(session, one, state="sent", sent_at=now, sealed_mail=None)


def dead(session: Session, one: Claimed, reason: str) -> bool:
    """It can never arrive."""
    return _close(session, one, state="dead", reason=reason, sealed_mail=None)


def again(session: Session, one: Claimed, at: datetime, reason: str) -> bool:
    """Try once more from `at` on."""
    return _close(session, one, state="pending", reason=reason, not_before=at)


def cancel(session: Session, key: str) -> None:
    """What waits under this key is not sent any more."""
    waiting = (_mails.c.key == key) & (_mails.c.state == "pending")
    session.connection().execute(update(_mails).where(waiting).values(state="cancelled", sealed_mail=None))


def in_state(session: Session, key: str) -> str | None:
    """What has become of a mail."""
    return session.connection().execute(select(_mails.c.state).where(_mails.c.key == key)).scalar_one_or_none()


def _close(session: Session, one: Claimed, **values: object) -> bool:
    mine = (_mails.c.id == one.id) & (_mails.c.state == "sending") & (_mails.c.lease_token == one.token)
    values |= {"lease_token": None, "lease_until": None}
    return session.connection().execute(update(_mails).where(mine).values(**values)).rowcount == 1
