"""What an import asks and writes: many rows with one statement, in Core, which costs a third of the ORM."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, bindparam, func, select, text, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, SQLModel

from storage.models import (
    Appointment,
    Confirmation,
    Counter,
    Customer,
    JournalEntry,
    Order,
    OrderItem,
    Visit,
    VisitLine,
)
from storage.types import Moment
from storage.writing import table_of

Collision = IntegrityError
"""Somebody else has written the same person or row in the meantime: take the batch once more."""

BY_IMPORT = "import"
DETAILS = ("name", "phone", "email", "birthday", "address", "note", "member_no")

_customers = table_of(Customer)
_confirmations = table_of(Confirmation)
_counters = table_of(Counter)
_visits = table_of(Visit)
_lines = table_of(VisitLine)
_orders = table_of(Order)
_order_items = table_of(OrderItem)
_appointments = table_of(Appointment)
_journal = table_of(JournalEntry)

# Both are asked with thousands of values at once, and SQLAlchemy's own IN costs more than finding the rows. A condition
# on `source` in the second one would lead SQLite to read all visits.
_OWNERS_OF_LINES = """
WITH asked (tag) AS (VALUES {values})
SELECT visit_line.import_tag, visit.customer_id
FROM asked JOIN visit_line ON visit_line.import_tag = asked.tag JOIN visit ON visit.id = visit_line.visit_id"""
_VISITS_AT = """
WITH asked (person, day) AS (VALUES {values})
SELECT visit.id, visit.customer_id, visit.visited_at, visit.source, visit.undone_at
FROM asked JOIN visit ON visit.customer_id = asked.person AND visit.visited_on = asked.day"""
_VISITS_WITHOUT_ORDER = """
WITH asked (person, day) AS (VALUES {values})
SELECT visit.id, visit.customer_id, visit.visited_at, visit.source, visit.amount_minor, visit.unpaid_minor
FROM asked JOIN visit ON visit.customer_id = asked.person AND visit.visited_on = asked.day
LEFT JOIN customer_order ON customer_order.visit_id = visit.id
WHERE customer_order.id IS NULL AND visit.undone_at IS NULL
ORDER BY visit.id"""
_MOMENT = Moment()
MOVED_ON = timedelta(seconds=5)
"""How far an export moves on what was in one second, at most."""

Imported = dict[tuple[int, datetime], int]
"""The one imported visit of a person at a moment."""
Told = dict[tuple[int | None, datetime], list[int]]
"""The visits of a person, or of nobody, in a minute that were written down in the chat."""
Line = tuple[int, str, int, int]
"""Visit, item, quantity, amount."""


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody in the books, with their details in clear where those were asked for.

    `has_phone` is also set for a number that finds somebody else (docs/decisions/0004) and so has no tag here.
    """

    id: int
    public_id: str
    phone_tag: bytes | None
    member_tag: bytes | None
    has_phone: bool
    details: dict[str, str | None]


@dataclass(frozen=True, slots=True)
class FreeVisit:
    """A living visit that no order refers to."""

    id: int
    customer_id: int
    at: datetime
    source: str
    amount_minor: int
    unpaid_minor: int


@dataclass(frozen=True, slots=True)
class Names:
    """Names that are new since a version of the counter; `removed` counts the people who were taken away."""

    version: int
    removed: int
    changed: tuple[tuple[int, str], ...]


def names_after(session: Session, version: int) -> Names:
    connection = session.connection()
    gone = select(_counters.c.value).where(_counters.c.name == "names_removed").scalar_subquery()
    newest, removed = connection.execute(
        select(func.coalesce(func.max(_customers.c.name_version), 0), func.coalesce(gone, 0))
    ).one()
    if newest <= version:
        return Names(version, removed, ())
    changed = select(_customers.c.id, _customers.c.name).where(_customers.c.name_version > version)
    return Names(newest, removed, tuple((row[0], row[1]) for row in connection.execute(changed)))


def people_by_numbers(
    session: Session, phone_tags: Collection[bytes], member_tags: Collection[bytes], *, details: bool
) -> list[Known]:
    """Everybody who has one of these phone or member numbers."""
    by_phone = _known(session, _customers.c.phone_tag.in_(phone_tags), details=details) if phone_tags else []
    by_member = _known(session, _customers.c.member_tag.in_(member_tags), details=details) if member_tags else []
    return list({one.id: one for one in (*by_phone, *by_member)}.values())


def people_by_public_ids(session: Session, public_ids: Collection[str], *, details: bool) -> list[Known]:
    return _known(session, _customers.c.public_id.in_(public_ids), details=details) if public_ids else []


def people_by_ids(session: Session, ids: Collection[int], *, details: bool) -> list[Known]:
    return _known(session, _customers.c.id.in_(ids), details=details) if ids else []


def confirmed_otherwise(session: Session, ids: Collection[int]) -> set[tuple[int, str]]:
    """(person, detail) for whatever was confirmed by word of mouth and not by a file."""
    confirmed = select(_confirmations.c.customer_id, _confirmations.c.detail).where(
        _confirmations.c.customer_id.in_(ids), _confirmations.c.how != BY_IMPORT
    )
    return {(row[0], row[1]) for row in session.connection().execute(confirmed)} if ids else set()


def corrections(session: Session, deeds: tuple[str, ...]) -> list[JournalEntry]:
    """The changes of these kinds that stand, oldest first."""
    entries = (
        select(JournalEntry)
        .where(_journal.c.deed.in_(deeds), _journal.c.undone_at.is_(None), _journal.c.customer_id.is_not(None))
        .order_by(_journal.c.id)
    )
    return list(session.scalars(entries))


def new_ids(session: Session, model: type[SQLModel], count: int) -> Sequence[int]:
    """Ids for rows that are about to be written, so that the rows which point at them go into the same statement.

    SQLite's one writer has the table to itself; PostgreSQL hands out the numbers of its sequence.
    """
    table = table_of(model)
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        # The highest id that there ever was: what refers to a row that was taken away must not find another one.
        ever = text("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = :name")
        top = max(
            connection.execute(select(func.coalesce(func.max(table.c.id), 0))).scalar_one(),
            connection.execute(ever, {"name": table.name}).scalar_one(),
        )
        return range(top + 1, top + 1 + count)
    sequence = text("SELECT nextval(pg_get_serial_sequence(:name, 'id')) FROM generate_series(1, :count)")
    return list(connection.execute(sequence, {"name": table.name, "count": count}).scalars())


def write_rows(session: Session, model: type[SQLModel], rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows that all have the same keys: their values go through the column types, and then straight to the
    driver, which takes a quarter less than SQLAlchemy's own way.
    """
    if not rows:
        return
    table, connection = table_of(model), session.connection()
    dialect = connection.dialect
    names = list(rows[0])
    made = [(name, table.c[name].type.dialect_impl(dialect).bind_processor(dialect)) for name in names]
    columns = ",".join(dialect.identifier_preparer.quote(name) for name in names)
    marks = ",".join([_mark(session)] * len(names))
    statement = f"INSERT INTO {table.name} ({columns}) VALUES ({marks})"  # noqa: S608 only names of our own tables
    by_column = (
        [row[name] for row in rows] if process is None else [process(row[name]) for row in rows]
        for name, process in made
    )
    connection.exec_driver_sql(statement, list(zip(*by_column, strict=True)))


def change_row(session: Session, model: type[SQLModel], row_id: int, columns: dict[str, Any]) -> None:
    table = table_of(model)
    session.connection().execute(update(table).where(table.c.id == row_id).values(**columns))


def owners_of_lines(session: Session, tags: Sequence[bytes]) -> dict[bytes, int | None]:
    """Of these rows of a file, those that are in the books already, each with the person of its visit."""
    found = _asked(session, _OWNERS_OF_LINES, [(tag,) for tag in tags])
    return {bytes(tag): person for tag, person in found}


def visits_at(session: Session, days: Collection[tuple[int, date]]) -> tuple[Imported, Told]:
    """The visits of these people on these days: the living ones of files, and those that were told in the chat.

    What was undone in the chat is told all the same: a file that has it too is older than that.
    """
    dialect = session.connection().dialect
    on_sqlite = dialect.name == "sqlite"
    asked = [(person, day.isoformat() if on_sqlite else day) for person, day in days]
    imported: Imported = {}
    told: Told = {}
    for visit, person, raw_at, source, undone_at in _asked(session, _VISITS_AT, asked):
        at = _MOMENT.process_result_value(raw_at, dialect)
        if at is None or (undone_at is not None and source == BY_IMPORT):
            continue
        if source == BY_IMPORT:
            imported[person, at] = visit
        else:
            told.setdefault((person, minute(at)), []).append(visit)
    return imported, told


def told_to_nobody(session: Session, days: Collection[date]) -> Told:
    """The sales to nobody on these days that were told in the chat."""
    found = select(_visits.c.id, _visits.c.visited_at).where(
        _visits.c.visited_on.in_(days), _visits.c.customer_id.is_(None), _visits.c.source != BY_IMPORT
    )
    told: Told = {}
    for visit, at in session.connection().execute(found) if days else ():
        told.setdefault((None, minute(at)), []).append(visit)
    return told


def visits_without_order(session: Session, days: Collection[tuple[int, date]]) -> list[FreeVisit]:
    """The living visits of these people on these days that have opened no order, oldest first."""
    dialect = session.connection().dialect
    asked = [(person, day.isoformat() if dialect.name == "sqlite" else day) for person, day in sorted(days)]
    return [
        FreeVisit(visit, person, at, source, amount, unpaid)
        for visit, person, raw_at, source, amount, unpaid in _asked(session, _VISITS_WITHOUT_ORDER, asked)
        if (at := _MOMENT.process_result_value(raw_at, dialect)) is not None
    ]


def set_unpaid(session: Session, visits: Mapping[int, int]) -> None:
    """Set what is unpaid of visits."""
    rows = [{"row_id": visit, "unpaid": unpaid} for visit, unpaid in visits.items()]
    if rows:
        changed = update(_visits).where(_visits.c.id == bindparam("row_id")).values(unpaid_minor=bindparam("unpaid"))
        session.connection().execute(changed, rows)


def unpaid_of(session: Session, visits: Collection[int]) -> dict[int, int]:
    found = select(_visits.c.id, _visits.c.unpaid_minor).where(_visits.c.id.in_(visits))
    return {row[0]: row[1] for row in session.connection().execute(found)} if visits else {}


def orders_without_visit(session: Session, people: Collection[int]) -> list[Order]:
    """The orders of these people that no visit has opened, oldest first."""
    alone = _orders.c.visit_id.is_(None)
    if not people or session.connection().execute(select(_orders.c.id).where(alone).limit(1)).first() is None:
        return []
    mine = select(Order).where(_orders.c.customer_id.in_(people), alone).order_by(_orders.c.id)
    return list(session.scalars(mine))


def minutes_of(at: datetime) -> tuple[datetime, ...]:
    """The minutes in which what a file tells of this moment may have been: an export moves things a little on."""
    return tuple(sorted({minute(at), minute(at - MOVED_ON)}))


def minute(at: datetime) -> datetime:
    """What a file tells of a moment."""
    return at.replace(second=0, microsecond=0)


def lines_of_visits(session: Session, visits: Collection[int]) -> list[tuple[Line, bytes | None]]:
    """Their lines, each with the tag of the row that it came from."""
    columns = (_lines.c.visit_id, _lines.c.item, _lines.c.quantity, _lines.c.amount_minor, _lines.c.import_tag)
    found = session.connection().execute(select(*columns).where(_lines.c.visit_id.in_(visits))) if visits else ()
    return [((row[0], row[1], row[2], row[3]), row[4]) for row in found]


def add_to_visits(session: Session, amounts: Iterable[tuple[int, int, int]]) -> None:
    """Raise (visit, amount, unpaid) by what further lines of their receipts come to."""
    rows = [{"row_id": visit, "amount": amount, "unpaid": unpaid} for visit, amount, unpaid in amounts]
    if rows:
        raised = (
            update(_visits)
            .where(_visits.c.id == bindparam("row_id"))
            .values(
                amount_minor=_visits.c.amount_minor + bindparam("amount"),
                unpaid_minor=_visits.c.unpaid_minor + bindparam("unpaid"),
            )
        )
        session.connection().execute(raised, rows)


def orders_of_rows(session: Session, tags: Collection[bytes]) -> dict[bytes, Order]:
    return {
        order.import_tag or b"": order for order in session.scalars(select(Order).where(_orders.c.import_tag.in_(tags)))
    }


def items_of_orders(session: Session, order_ids: Collection[int]) -> list[OrderItem]:
    items = select(OrderItem).where(_order_items.c.order_id.in_(order_ids)).order_by(_order_items.c.id)
    return list(session.scalars(items)) if order_ids else []


def orders_of(session: Session, people: Collection[int]) -> list[Order]:
    """The orders of these people, oldest first."""
    mine = select(Order).where(_orders.c.customer_id.in_(people)).order_by(_orders.c.id)
    return list(session.scalars(mine)) if people else []


def appointments_of(session: Session, people: Collection[int]) -> list[Appointment]:
    """The bookings of these people, oldest first."""
    mine = select(Appointment).where(_appointments.c.customer_id.in_(people)).order_by(_appointments.c.id)
    return list(session.scalars(mine)) if people else []


def appointments_of_rows(session: Session, tags: Collection[bytes]) -> dict[bytes, Appointment]:
    found = session.scalars(select(Appointment).where(_appointments.c.import_tag.in_(tags)))
    return {booking.import_tag or b"": booking for booking in found}


def _known(session: Session, condition: ColumnElement[bool], *, details: bool) -> list[Known]:
    names = DETAILS if details else ()
    people = _customers.c
    who = (people.id, people.public_id, people.phone_tag, people.member_tag, people.phone.is_not(None))
    found = session.connection().execute(select(*who, *(people[name] for name in names)).where(condition))
    return [
        Known(row[0], row[1], row[2], row[3], bool(row[4]), dict(zip(names, row[5:], strict=True))) for row in found
    ]


def _asked(session: Session, query: str, rows: Sequence[tuple[Any, ...]]) -> Iterable[Any]:
    """Run a query that begins with the values asked for, each row in its own brackets."""
    if not rows:
        return ()
    connection = session.connection()
    brackets = f"({','.join([_mark(session)] * len(rows[0]))})"
    statement = query.replace("{values}", ",".join([brackets] * len(rows)))
    return connection.exec_driver_sql(statement, tuple(value for row in rows for value in row))


def _mark(session: Session) -> str:
    """What stands for a value in a statement that goes straight to the driver."""
    return "?" if session.connection().dialect.name == "sqlite" else "%s"
