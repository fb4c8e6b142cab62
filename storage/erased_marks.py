"""Marks of people who were forgotten: their numbers as keyed tags, known nowhere else, for a time that they were told.

An old file that is brought in again would bring them back unnoticed; a row with such a number is refused instead
(docs/decisions/0012).
"""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlmodel import Session, col, select
from sqlmodel import delete as delete_rows

from storage.models import Customer, ErasedMark
from storage.vault import Vault


def tag(vault: Vault, sort: str, value: str) -> bytes:
    """The mark of a number; `sort` is phone (E.164), member_no or public_id."""
    return vault.tag(value, f"erased.{sort}")


def mark(session: Session, vault: Vault, person: Customer, until: datetime) -> None:
    """Keep the marks of a person who goes."""
    for one in _tags(vault, person):
        session.merge(ErasedMark(tag=one, until=until))
    session.flush()


def unmark(session: Session, vault: Vault, person: Customer) -> None:
    """They have come back by themselves."""
    tags = list(_tags(vault, person))
    if tags:
        session.exec(delete_rows(ErasedMark).where(col(ErasedMark.tag).in_(tags)))


def any_there(session: Session, now: datetime) -> bool:
    return session.exec(select(ErasedMark.until).where(col(ErasedMark.until) > now).limit(1)).first() is not None


def among(session: Session, tags: Collection[bytes], now: datetime) -> set[bytes]:
    """Which of these are marks that still hold."""
    if not tags:
        return set()
    found = select(ErasedMark.tag).where(col(ErasedMark.tag).in_(tags), col(ErasedMark.until) > now)
    return set(session.exec(found))


def forget(session: Session, now: datetime) -> None:
    session.exec(delete_rows(ErasedMark).where(col(ErasedMark.until) <= now))


def _tags(vault: Vault, person: Customer) -> Iterable[bytes]:
    for sort in ("phone", "member_no", "public_id"):
        value = getattr(person, sort)
        if value:
            yield tag(vault, sort, value)
