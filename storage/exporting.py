"""Everything a shop has on record, read as a stream: as many rows as there are, in little memory, and of one moment.

Rows come in the order of their moments. What is at one moment comes in the order in which it was written down.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Row, Select, func, null, select
from sqlmodel import Session

from storage import outbox
from storage.models import Appointment, Customer, LedgerEntry, Order, OrderItem, OutboxRow, Visit, VisitLine
from storage.vault import Vault
from storage.writing import table_of

_ROWS_AT_ONCE = 1_000

_customers = table_of(Customer)
_visits = table_of(Visit)
_lines = table_of(VisitLine)
_orders = table_of(Order)
_items = table_of(OrderItem)
_appointments = table_of(Appointment)
_ledger = table_of(LedgerEntry)
_outbox = table_of(OutboxRow)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with everything that is known of them, in clear. `by_phone` says that the number finds this person and
    nobody else (docs/decisions/0004).
    """

    id: int
    public_id: str
    name: str
    phone: str | None
    member_no: str | None
    email: str | None
    birthday: str | None
    address: str | None
    note: str | None
    by_phone: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One item of a visit, or of an order with its own state."""

    item: str
    quantity: int
    price_minor: int | None
    amount_minor: int
    state: str = ""


@dataclass(frozen=True, slots=True)
class ToldVisit:
    """A visit that was not undone. A cash sale may be nobody's."""

    customer_id: int | None
    at: datetime
    paid_by: str | None
    amount_minor: int
    unpaid_minor: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ToldOrder:
    customer_id: int
    tag: str | None
    received_at: datetime
    promised_at: datetime | None
    state: str
    amount_minor: int
    unpaid_minor: int
    note: str | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ToldAppointment:
    customer_id: int
    at: datetime
    service: str
    with_whom: str | None
    state: str


@dataclass(frozen=True, slots=True)
class ToldEntry:
    customer_id: int
    at: datetime
    kind: str
    amount_minor: int
    note: str | None


@dataclass(frozen=True, slots=True)
class ToldMessage:
    """A message to a customer. `text` is the markup as it was sent, None if it was not."""

    customer_id: int
    at: datetime
    kind: str
    state: str
    reason: str | None
    text: str | None


def people(session: Session) -> Iterator[Person]:
    columns = (
        _customers.c[name]
        for name in ("id", "public_id", "name", "phone", "member_no", "email", "birthday", "address", "note")
    )
    found = select(*columns, _customers.c.phone_tag.is_not(None)).order_by(_customers.c.id)
    for row in _stream(session, found):
        yield Person(*row)


def visits(session: Session) -> Iterator[ToldVisit]:
    names = ("id", "customer_id", "visited_at", "paid_by", "amount_minor", "unpaid_minor")
    found = (
        select(
            *(_visits.c[name] for name in names),
            *(_lines.c[name] for name in ("item", "quantity", "price_minor", "amount_minor")),
        )
        .join(_lines, _lines.c.visit_id == _visits.c.id, isouter=True)
        .where(_visits.c.undone_at.is_(None))
        .order_by(_visits.c.visited_at, _visits.c.id, _lines.c.id)
    )
    for _, group in groupby(_stream(session, found), key=lambda row: row[0]):
        rows = list(group)
        lines = (Line(*row[len(names) :]) for row in rows if row.quantity)
        customer_id, at, paid_by, amount, unpaid = rows[0][1 : len(names)]
        yield ToldVisit(customer_id, at, paid_by, amount, unpaid, tuple(lines))


def orders(session: Session) -> Iterator[ToldOrder]:
    names = ("id", "customer_id", "tag", "received_at", "promised_at", "state", "amount_minor", "unpaid_minor", "note")
    found = (
        select(
            *(_orders.c[name] for name in names),
            *(_items.c[name] for name in ("item", "quantity")),
            null(),
            *(_items.c[name] for name in ("amount_minor", "state")),
        )
        .join(_items, _items.c.order_id == _orders.c.id, isouter=True)
        .order_by(_orders.c.received_at, _orders.c.id, _items.c.id)
    )
    for _, group in groupby(_stream(session, found), key=lambda row: row[0]):
        rows = list(group)
        lines = (Line(*row[len(names) :]) for row in rows if row.quantity)
        customer_id, tag, received_at, promised_at, state, amount, unpaid, note = rows[0][1 : len(names)]
        yield ToldOrder(customer_id, tag, received_at, promised_at, state, amount, unpaid, note, tuple(lines))


def appointments(session: Session) -> Iterator[ToldAppointment]:
    columns = (_appointments.c[name] for name in ("customer_id", "at", "service", "with_whom", "state"))
    for row in _stream(session, select(*columns).order_by(_appointments.c.at, _appointments.c.id)):
        yield ToldAppointment(*row)


def ledger(session: Session) -> Iterator[ToldEntry]:
    columns = (_ledger.c[name] for name in ("customer_id", "at", "kind", "amount_minor", "note"))
    for row in _stream(session, select(*columns).order_by(_ledger.c.at, _ledger.c.id)):
        yield ToldEntry(*row)


def messages(session: Session, vault: Vault) -> Iterator[ToldMessage]:
    """Every message that was planned for a customer and is not on its way any more."""
    at = func.coalesce(_outbox.c.sent_at, _outbox.c.planned_at)
    told = (_outbox.c[name] for name in ("kind", "state", "reason", "sealed_text", "dedupe_key"))
    found = (
        select(_outbox.c.customer_id, at, *told)
        .where(_outbox.c.customer_id.is_not(None), _outbox.c.state.in_(outbox.OVER))
        .order_by(at, _outbox.c.id)
    )
    for customer_id, sent_at, kind, state, reason, sealed, key in _stream(session, found):
        text = vault.open(sealed, outbox.TEXT, key) if sealed else None
        yield ToldMessage(customer_id, sent_at, kind, state, reason, text)


def count_people(session: Session) -> int:
    return session.connection().execute(select(func.count()).select_from(_customers)).scalar_one()


def _stream(session: Session, statement: Select[*tuple[Any, ...]]) -> Iterator[Row[*tuple[Any, ...]]]:
    options = {"stream_results": True, "yield_per": _ROWS_AT_ONCE}
    with session.connection().execute(statement.execution_options(**options)) as found:
        yield from found
