"""People who came into the books by mistake: what hangs on them by now, and taking those away on whom nothing does."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import and_, delete, insert, or_, select, update
from sqlmodel import Session, SQLModel

from storage.models import AccessEntry, Confirmation, Customer, ErasedAccess, Erasure, JournalEntry, Visit
from storage.people import raise_counter
from storage.writing import table_of

_customers = table_of(Customer)
_visits = table_of(Visit)
_journal = table_of(JournalEntry)
_access = table_of(AccessEntry)
_erased = table_of(ErasedAccess)

# That somebody looked at a person, or that a detail was confirmed, is no reason to keep them.
_NO_TIES = {table_of(model).name for model in (AccessEntry, Confirmation, JournalEntry)}


def changed_since(session: Session, ids: Collection[int], entry_id: int) -> set[int]:
    """Whom of these people somebody has changed after this entry of the journal, which the changes of an import name
    as their subject.
    """
    later = (
        select(_journal.c.customer_id)
        .where(_journal.c.customer_id.in_(ids), _journal.c.id > entry_id, _journal.c.undone_at.is_(None))
        .where(~and_(_journal.c.deed.like("%\\_changed", escape="\\"), _journal.c.subject_id == entry_id))
        .distinct()
    )
    return set(session.connection().execute(later).scalars()) if ids else set()


def tied(session: Session, ids: Collection[int]) -> set[int]:
    """Whom of these people the books need: they have a chat, or something else in the books is theirs."""
    if not ids:
        return set()
    connection = session.connection()
    linked = or_(_customers.c.chat_id.is_not(None), _customers.c.linked_at.is_not(None))
    found = set(connection.execute(select(_customers.c.id).where(_customers.c.id.in_(ids), linked)).scalars())
    for table in SQLModel.metadata.sorted_tables:
        if table.name in _NO_TIES:
            continue
        for column in table.columns:
            if not any(key.column is _customers.c.id for key in column.foreign_keys):
                continue
            owners = select(column).where(column.in_(ids)).distinct()
            if table is _visits:
                owners = owners.where(_visits.c.undone_at.is_(None))
            found |= set(connection.execute(owners).scalars())
    return found


def remove(session: Session, ids: Collection[int], now: datetime) -> None:
    """Take people away on whom nothing hangs. What the journal says of them stays, without them, and so does who had
    looked at them.
    """
    if not ids:
        return
    session.flush()
    connection = session.connection()
    _keep_looks(session, ids, now)
    connection.execute(update(_journal).where(_journal.c.customer_id.in_(ids)).values(customer_id=None))
    connection.execute(update(_visits).where(_visits.c.customer_id.in_(ids)).values(customer_id=None))
    connection.execute(delete(_access).where(_access.c.customer_id.in_(ids)))
    connection.execute(delete(_customers).where(_customers.c.id.in_(ids)))
    session.expire_all()
    raise_counter(session, "names_removed")


def _keep_looks(session: Session, ids: Collection[int], now: datetime) -> None:
    columns = (_access.c.at, _access.c.actor_role, _access.c.actor_id, _access.c.what)
    looks = session.connection().execute(select(*columns).where(_access.c.customer_id.in_(ids))).all()
    if not looks:
        return
    gone = Erasure(asked_at=now, done_at=now)
    session.add(gone)
    session.flush()
    rows = [{"erasure_id": gone.id, **look._mapping} for look in looks]
    session.connection().execute(insert(_erased), rows)
