"""All that is kept about one person, part by part, as plain columns."""

from collections.abc import Sequence
from typing import Any

from sqlmodel import Session, SQLModel, col, select

from storage.models import (
    AccessEntry,
    Appointment,
    Case,
    CaseLine,
    Confirmation,
    Consent,
    Customer,
    Guardian,
    IdeaVote,
    LedgerEntry,
    Mail,
    NotUnderstood,
    Order,
    OrderItem,
    OutboxRow,
    Photo,
    RefreshAsk,
    TimeAsked,
    Visit,
    VisitLine,
    Wish,
)
from storage.outbox import TEXT
from storage.vault import Vault

Fields = dict[str, Any]

# By part: the table, its columns in the order of the file. What is ours alone (ids, tags, keys) is left out.
_PARTS: dict[str, tuple[type[SQLModel], tuple[str, ...]]] = {
    "confirmations": (Confirmation, ("detail", "at", "by", "how")),
    "appointments": (Appointment, ("at", "service", "with_whom", "state", "made_at")),
    "times_asked_for": (TimeAsked, ("at", "service", "state", "made_at")),
    "ledger": (LedgerEntry, ("at", "kind", "amount_minor", "note", "reason")),
    "consents": (Consent, ("at", "purpose", "given", "text_version")),
    "wishes": (Wish, ("about", "value", "at")),
    "guardian": (Guardian, ("name", "how", "at")),
    "photos": (Photo, ("sent_at", "caption")),
    "asked_for_details": (RefreshAsk, ("asked_at", "way", "state", "answered_at")),
    "mails": (Mail, ("planned_at", "sort", "state", "sent_at")),
    "ideas_voted_for": (IdeaVote, ("at", "text")),
    "sentences_not_understood": (NotUnderstood, ("said_on", "text", "meant")),
    "looked_at_by": (AccessEntry, ("at", "actor_role", "what")),
}
_PERSON = (
    "name", "phone", "email", "birthday", "address", "member_no", "note", "preferences", "language", "quiet",
    "linked_at", "first_visit_on", "last_visit_on", "visit_days", "spent_minor", "created_at",
)  # fmt: skip


def everything(session: Session, vault: Vault, customer_id: int) -> dict[str, list[Fields]]:
    """Every part that has any rows, the person first."""
    person = session.get_one(Customer, customer_id)
    parts = {
        "person": [_fields(person, _PERSON)],
        "visits": _visits(session, customer_id),
        "orders": _orders(session, customer_id),
    }
    for name, (model, columns) in _PARTS.items():
        rows = session.exec(_of(model, customer_id)).all()
        parts[name] = [_fields(row, columns) for row in rows]
    parts["cases"] = _cases(session, customer_id)
    parts["messages"] = _messages(session, vault, customer_id)
    return {name: rows for name, rows in parts.items() if rows}


def _visits(session: Session, customer_id: int) -> list[Fields]:
    rows = session.exec(
        select(Visit, VisitLine)
        .join(VisitLine, col(VisitLine.visit_id) == Visit.id, isouter=True)
        .where(Visit.customer_id == customer_id, col(Visit.undone_at).is_(None))
        .order_by(col(Visit.visited_at), col(Visit.id), col(VisitLine.id))
    )
    of_visit = ("visited_at", "amount_minor", "unpaid_minor", "paid_by")
    return [_fields(visit, of_visit) | _item(line) for visit, line in rows]


def _orders(session: Session, customer_id: int) -> list[Fields]:
    rows = session.exec(
        select(Order, OrderItem)
        .join(OrderItem, col(OrderItem.order_id) == Order.id, isouter=True)
        .where(Order.customer_id == customer_id)
        .order_by(col(Order.received_at), col(Order.id), col(OrderItem.id))
    )
    of_order = (
        "tag", "state", "received_at", "promised_at", "ready_at", "handed_over_at", "amount_minor",
        "unpaid_minor", "note",
    )  # fmt: skip
    return [_fields(order, of_order) | _item(item) for order, item in rows]


def _cases(session: Session, customer_id: int) -> list[Fields]:
    rows = session.exec(
        select(Case, CaseLine)
        .join(CaseLine, col(CaseLine.case_id) == Case.id)
        .where(Case.customer_id == customer_id)
        .order_by(col(Case.id), col(CaseLine.id))
    )
    of_case = ("sort", "state", "opened_at", "closed_at", "cause", "remedy", "changed")
    return [{"number": case.id} | _fields(case, of_case) | _fields(line, ("at", "by", "text")) for case, line in rows]


def _messages(session: Session, vault: Vault, customer_id: int) -> list[Fields]:
    rows = session.exec(select(OutboxRow).where(OutboxRow.customer_id == customer_id).order_by(col(OutboxRow.id)))
    return [
        _fields(row, ("sent_at", "kind", "state"))
        | {"text": vault.open(row.sealed_text, TEXT, row.dedupe_key) if row.sealed_text else None}
        for row in rows
    ]


def _item(line: VisitLine | OrderItem | None) -> Fields:
    if line is None:
        return {}
    return {"item": line.item, "quantity": line.quantity, "item_amount_minor": line.amount_minor}


def _fields(row: SQLModel, columns: Sequence[str]) -> Fields:
    return {column: getattr(row, column) for column in columns}


def _of(model: type[SQLModel], customer_id: int) -> Any:
    return select(model).where(model.customer_id == customer_id)  # type: ignore[attr-defined]
