"""What the way out needs to know of those it writes to, for a handful of messages at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, or_, select
from sqlmodel import Session

from storage.models import Customer, Staff
from storage.writing import table_of

_customer, _staff = table_of(Customer), table_of(Staff)

_CUSTOMERS = select(
    _customer.c.id,
    _customer.c.chat_id,
    _customer.c.blocked_at,
    _customer.c.quiet,
    _customer.c.language,
    _customer.c.last_visit_on,
).where(
    or_(
        _customer.c.id.in_(bindparam("ids", expanding=True)),
        _customer.c.chat_id.in_(bindparam("chats", expanding=True)),
    )
)
_WORKING = select(_staff.c.user_id, _staff.c.role, _staff.c.language).where(
    _staff.c.user_id.in_(bindparam("users", expanding=True)), _staff.c.removed_at.is_(None)
)


@dataclass(frozen=True, slots=True)
class Recipient:
    """A customer, as far as a message to them is concerned."""

    id: int
    chat_id: int | None
    blocked: bool
    quiet: bool
    language: str | None
    last_visit_on: date | None


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who works here."""

    user_id: int
    role: str
    language: str | None


def customers(session: Session, *, ids: Sequence[int], chats: Sequence[int]) -> list[Recipient]:
    """The customers with one of these ids or in one of these chats."""
    if not ids and not chats:
        return []
    rows = session.connection().execute(_CUSTOMERS, {"ids": ids, "chats": chats})
    return [
        Recipient(row.id, row.chat_id, row.blocked_at is not None, row.quiet, row.language, row.last_visit_on)
        for row in rows
    ]


def staff(session: Session, users: Sequence[int]) -> list[Colleague]:
    """Who of these users works here."""
    if not users:
        return []
    rows = session.connection().execute(_WORKING, {"users": users})
    return [Colleague(row.user_id, row.role, row.language) for row in rows]
