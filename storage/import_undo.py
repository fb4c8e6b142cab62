"""What taking an import back asks and takes away: by the ids that its entries in the journal name."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlmodel import Session

from storage.models import Appointment, JournalEntry, LedgerEntry, Order, OrderItem, Visit, VisitLine
from storage.writing import table_of

_journal = table_of(JournalEntry)
_visits = table_of(Visit)
_lines = table_of(VisitLine)
_orders = table_of(Order)
_order_items = table_of(OrderItem)
_appointments = table_of(Appointment)
_ledger = table_of(LedgerEntry)


def newest_standing(session: Session, entry_id: int, deeds: Collection[str], most: int) -> list[JournalEntry]:
    """The newest entries of these deeds that belong to this import and were not taken back yet."""
    standing = (
        select(JournalEntry)
        .where(_journal.c.id > entry_id, _journal.c.subject_id == entry_id)
        .where(_journal.c.deed.in_(deeds), _journal.c.undone_at.is_(None))
        .order_by(_journal.c.id.desc())
        .limit(most)
    )
    return list(session.scalars(standing))


def later_batches(session: Session, entry_id: int, deed: str) -> list[JournalEntry]:
    """The batches of imports that were begun later and stand."""
    later = (
        select(JournalEntry)
        .where(_journal.c.deed == deed, _journal.c.subject_id > entry_id, _journal.c.undone_at.is_(None))
        .order_by(_journal.c.id)
    )
    return list(session.scalars(later))


def later_entries(session: Session, entry_id: int, deed: str) -> list[JournalEntry]:
    """What was done since by this deed, and stands."""
    later = select(JournalEntry).where(_journal.c.id > entry_id, _journal.c.deed == deed)
    return list(session.scalars(later.where(_journal.c.undone_at.is_(None))))


def subjects_changed(session: Session, ids: Collection[int], entry_id: int, deed_like: str) -> set[int]:
    """Which of these rows somebody has done something with since, by deeds of this pattern that stand."""
    if not ids:
        return set()
    later = select(_journal.c.subject_id).where(
        _journal.c.subject_id.in_(ids),
        _journal.c.id > entry_id,
        _journal.c.deed.like(deed_like, escape="\\"),
        _journal.c.undone_at.is_(None),
    )
    return set(session.connection().execute(later).scalars())


def visits(session: Session, ids: Collection[int]) -> dict[int, int | None]:
    """Those of these visits that are there, each with its person."""
    if not ids:
        return {}
    found = session.connection().execute(select(_visits.c.id, _visits.c.customer_id).where(_visits.c.id.in_(ids)))
    return {row[0]: row[1] for row in found}


def visits_needed(session: Session, ids: Collection[int]) -> set[int]:
    """Which of these visits an order or the ledger refers to."""
    if not ids:
        return set()
    connection = session.connection()
    return {
        row
        for table in (_orders, _ledger)
        for row in connection.execute(select(table.c.visit_id).where(table.c.visit_id.in_(ids))).scalars()
    }


def lines_of_visits(session: Session, ids: Collection[int]) -> list[tuple[int, int, int]]:
    """(line, visit, amount) of all lines of these visits."""
    if not ids:
        return []
    columns = (_lines.c.id, _lines.c.visit_id, _lines.c.amount_minor)
    found = session.connection().execute(select(*columns).where(_lines.c.visit_id.in_(ids)))
    return [(row[0], row[1], row[2]) for row in found]


def drop_visits(session: Session, ids: Collection[int]) -> None:
    """Take visits away with all their lines."""
    if ids:
        connection = session.connection()
        connection.execute(delete(_lines).where(_lines.c.visit_id.in_(ids)))
        connection.execute(delete(_visits).where(_visits.c.id.in_(ids)))


def drop_lines(session: Session, ids: Collection[int]) -> None:
    if ids:
        session.connection().execute(delete(_lines).where(_lines.c.id.in_(ids)))


def keep_visit_at(session: Session, visit: int, amount: int) -> None:
    """A visit of which only some lines are left comes to their sum."""
    row = session.get(Visit, visit)
    if row is not None:
        row.amount_minor, row.unpaid_minor = amount, min(row.unpaid_minor, amount)
        session.add(row)
        session.flush()


def lower_visit(session: Session, visit: int, amount: int, unpaid: int) -> None:
    """Take amounts off a visit; what has been paid since is not owed twice."""
    row = session.get(Visit, visit)
    if row is not None:
        row.amount_minor = max(row.amount_minor - amount, 0)
        row.unpaid_minor = min(max(row.unpaid_minor - unpaid, 0), row.amount_minor)
        session.add(row)
        session.flush()


def orders(session: Session, ids: Collection[int]) -> Sequence[Order]:
    """Those of these orders that are there."""
    return list(session.scalars(select(Order).where(_orders.c.id.in_(ids)))) if ids else []


def drop_orders(session: Session, ids: Collection[int]) -> None:
    if ids:
        connection = session.connection()
        connection.execute(delete(_order_items).where(_order_items.c.order_id.in_(ids)))
        connection.execute(delete(_orders).where(_orders.c.id.in_(ids)))


def part_from_visits(session: Session, ids: Collection[int]) -> None:
    """These orders belong to no visit any more."""
    if ids:
        session.connection().execute(update(_orders).where(_orders.c.id.in_(ids)).values(visit_id=None))


def order_items(session: Session, ids: Collection[int]) -> Sequence[OrderItem]:
    return list(session.scalars(select(OrderItem).where(_order_items.c.id.in_(ids)))) if ids else []


def set_order(session: Session, order_id: int, columns: dict[str, Any], items: dict[int, str]) -> None:
    """Give an order back what it was, and its things the states that they were in."""
    order = session.get(Order, order_id)
    if order is None:
        return
    for name, value in columns.items():
        setattr(order, name, value)
    session.add(order)
    connection = session.connection()
    for item, state in items.items():
        connection.execute(update(_order_items).where(_order_items.c.id == item).values(state=state))
    session.flush()


def appointments(session: Session, ids: Collection[int]) -> Sequence[Appointment]:
    return list(session.scalars(select(Appointment).where(_appointments.c.id.in_(ids)))) if ids else []


def drop_appointments(session: Session, ids: Collection[int]) -> None:
    if ids:
        session.connection().execute(delete(_appointments).where(_appointments.c.id.in_(ids)))


def mark_undone(session: Session, entries: Collection[JournalEntry], now: datetime) -> None:
    for entry in entries:
        entry.undone_at = now
        session.add(entry)
    session.flush()
