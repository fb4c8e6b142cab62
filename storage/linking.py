"""Chats and the records they belong to: tries to link, questions to the shop about them, and two records made one."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Table, exists, func, update
from sqlalchemy import select as pick
from sqlalchemy.orm import aliased
from sqlmodel import Session, SQLModel, col, select

from storage import people
from storage.models import Customer, JournalEntry
from storage.writing import table_of

_customers = table_of(Customer)
_SIMPLE_DETAILS = ("address", "preferences", "note", "language")
_TAGGED_DETAILS = ("email", "birthday")
DETAILS = (*_SIMPLE_DETAILS, *_TAGGED_DETAILS)

Moved = dict[str, list[int]]


def deeds_since(session: Session, user_id: int, deeds: tuple[str, ...], since: datetime) -> int:
    """How often this Telegram user did one of the deeds after `since`, for limits on guessing."""
    counted = (
        select(func.count())
        .select_from(JournalEntry)
        .where(JournalEntry.actor_id == user_id, col(JournalEntry.deed).in_(deeds), col(JournalEntry.at) > since)
    )
    return session.exec(counted).one()


def deeds_of_all_since(session: Session, deeds: tuple[str, ...], since: datetime) -> int:
    """How often anybody did one of the deeds after `since`, for the limit of the whole shop."""
    counted = (
        select(func.count())
        .select_from(JournalEntry)
        .where(col(JournalEntry.deed).in_(deeds), col(JournalEntry.at) > since)
    )
    return session.exec(counted).one()


def deeds_about(session: Session, customer_id: int, deed: str) -> int:
    """How often anybody ever did this about one person."""
    counted = select(func.count()).select_from(JournalEntry)
    return session.exec(counted.where(JournalEntry.customer_id == customer_id, JournalEntry.deed == deed)).one()


def asked_by(
    session: Session, user_id: int, newcomer_id: int, asked: str, settled: tuple[str, ...]
) -> JournalEntry | None:
    """The question that this Telegram user's linking as `newcomer_id` has raised and nothing has settled."""
    answer = aliased(JournalEntry)
    is_settled = exists().where(
        col(answer.customer_id) == JournalEntry.customer_id,
        col(answer.subject_id) == JournalEntry.id,
        col(answer.deed).in_(settled),
        col(answer.undone_at).is_(None),
    )
    raised = (
        select(JournalEntry)
        .where(JournalEntry.actor_id == user_id, JournalEntry.deed == asked, JournalEntry.subject_id == newcomer_id)
        .where(~is_settled)
        .limit(1)
    )
    return session.exec(raised).first()


def was_decided(session: Session, question: JournalEntry, deeds: tuple[str, ...]) -> bool:
    """Whether one of the deeds has settled this question already."""
    settled = (
        select(JournalEntry.id)
        .where(JournalEntry.customer_id == question.customer_id, col(JournalEntry.deed).in_(deeds))
        .where(JournalEntry.subject_id == question.id, col(JournalEntry.undone_at).is_(None))
        .limit(1)
    )
    return session.exec(settled).first() is not None


def absorb(session: Session, newcomer: Customer, record: Customer) -> Moved:
    """Make two records one: all that belongs to `newcomer` becomes `record`'s, and `newcomer` is gone.

    What `record` knows of a person stays; only what it does not know is taken over. The chat is not: that is the
    caller's decision. Figures must be computed anew afterwards. Returns the ids of what was moved, by table.
    """
    session.flush()
    moved: Moved = {}
    for table in _belongings():
        mine = table.c.customer_id == newcomer.id
        ids = list(session.connection().execute(pick(table.c.id).where(mine)).scalars())
        if ids:
            session.connection().execute(update(table).where(mine).values(customer_id=record.id))
            moved[table.name] = ids
    for row in session.identity_map.values():
        if not isinstance(row, Customer):
            session.expire(row)
    for detail in _SIMPLE_DETAILS:
        _take_over(newcomer, record, detail)
    for detail in _TAGGED_DETAILS:
        _take_over(newcomer, record, detail, f"{detail}_tag")
    session.add(record)
    people.remove(session, newcomer)
    return moved


def split(session: Session, record: Customer, newcomer: Customer, moved: Mapping[str, Sequence[int]]) -> None:
    """Give a person back what `absorb` had moved, as far as it is the record's still."""
    session.flush()
    for table in _belongings():
        ids = moved.get(table.name, ())
        if ids:
            still = table.c.id.in_(ids) & (table.c.customer_id == record.id)
            session.connection().execute(update(table).where(still).values(customer_id=newcomer.id))
    for row in session.identity_map.values():
        if not isinstance(row, Customer):
            session.expire(row)


def _belongings() -> Iterator[Table]:
    """Tables whose rows, each under an id of its own, belong to a customer. Wishes and confirmations stay where they
    are: they are the record's own.
    """
    for table in SQLModel.metadata.sorted_tables:
        column = table.columns.get("customer_id")
        if column is None or "id" not in table.columns or column.primary_key:
            continue
        if any(key.column is _customers.c.id for key in column.foreign_keys):
            yield table


def _take_over(newcomer: Customer, record: Customer, *columns: str) -> None:
    if getattr(record, columns[0]) is None:
        for column in columns:
            setattr(record, column, getattr(newcomer, column))
