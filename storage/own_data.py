"""All that is kept about one person, part by part, as plain columns."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlmodel import Session, SQLModel, col, select

from storage import hand_drafts, journal
from storage.models import (
    AccessEntry,
    Appointment,
    CampaignPerson,
    Case,
    CaseLine,
    Confirmation,
    Consent,
    Customer,
    Erasure,
    Guardian,
    HandDraft,
    IdeaVote,
    JournalEntry,
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
    "appointments": (Appointment, ("at", "service", "with_whom", "whose", "state", "made_at")),
    "times_asked_for": (TimeAsked, ("at", "service", "whose", "state", "made_at")),
    "ledger": (LedgerEntry, ("at", "kind", "amount_minor", "note", "reason")),
    "consents": (Consent, ("at", "purpose", "given", "text_version")),
    "wishes": (Wish, ("about", "value", "at")),
    "guardian": (Guardian, ("name", "how", "at")),
    "photos": (Photo, ("sent_at", "caption")),
    "asked_for_details": (RefreshAsk, ("asked_at", "way", "state", "answered_at")),
    "mails": (Mail, ("planned_at", "sort", "state", "sent_at")),
    "ideas_voted_for": (IdeaVote, ("at", "text")),
    "campaigns": (CampaignPerson, ("part", "reason", "usual_gap", "since", "planned_at")),
    "erasure_asked_for": (Erasure, ("asked_at", "done_at")),
    "sentences_not_understood": (NotUnderstood, ("said_on", "text", "meant")),
    "looked_at_by": (AccessEntry, ("at", "actor_role", "what")),
}
# What is put together from more than the columns of one table.
_PUT_TOGETHER: tuple[type[SQLModel], ...] = (Visit, Order, JournalEntry, Case, OutboxRow, HandDraft)
TABLES = frozenset(str(model.__tablename__) for model in (*(model for model, _ in _PARTS.values()), *_PUT_TOGETHER))
"""Every table that points at a person: nothing of it may be missing from what they take home."""
_PERSON = (
    "name", "phone", "email", "birthday", "address", "member_no", "note", "preferences", "language", "quiet",
    "linked_at", "first_visit_on", "last_visit_on", "visit_days", "spent_minor", "usual_gap",
    "overdue_on", "created_at",
)  # fmt: skip


def everything(session: Session, vault: Vault, customer_id: int, own_deeds: Collection[str]) -> dict[str, list[Fields]]:
    """Every part that has any rows, the person first. Of `own_deeds`, changes of the person's own details, the changes
    have their before and after; what other entries hold may be somebody else's too.
    """
    person = session.get_one(Customer, customer_id)
    parts = {
        "person": [_fields(person, _PERSON)],
        "visits": _visits(session, customer_id),
        "orders": _orders(session, customer_id),
    }
    for name, (model, columns) in _PARTS.items():
        rows = session.exec(_of(model, customer_id)).all()
        parts[name] = [_fields(row, columns) for row in rows]
    parts["changes"] = _changes(session, vault, customer_id, own_deeds)
    parts["cases"] = _cases(session, customer_id)
    parts["messages"] = _messages(session, vault, customer_id)
    parts["messages_by_hand"] = _by_hand(session, vault, customer_id)
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


def _changes(session: Session, vault: Vault, customer_id: int, own_deeds: Collection[str]) -> list[Fields]:
    entries = session.exec(_of(JournalEntry, customer_id).order_by(col(JournalEntry.id))).all()
    return [
        _fields(entry, ("at", "actor_role", "deed", "undone_at"))
        | (
            {"before": journal.before(vault, entry).get("value"), "after": journal.after(vault, entry).get("value")}
            if entry.deed in own_deeds
            else {}
        )
        for entry in entries
    ]


def _by_hand(session: Session, vault: Vault, customer_id: int) -> list[Fields]:
    drafts = session.exec(_of(HandDraft, customer_id).order_by(col(HandDraft.id))).all()
    return [_fields(one, ("made_at", "kind", "state")) | {"text": hand_drafts.text_of(vault, one)} for one in drafts]


def _item(line: VisitLine | OrderItem | None) -> Fields:
    if line is None:
        return {}
    item = {"item": line.item, "quantity": line.quantity, "item_amount_minor": line.amount_minor}
    if isinstance(line, VisitLine):
        return item
    return item | {"item_state": line.state, "defect": line.defect, "kindness": line.kindness}


def _fields(row: SQLModel, columns: Sequence[str]) -> Fields:
    return {column: getattr(row, column) for column in columns}


def _of(model: type[SQLModel], customer_id: int) -> Any:
    return select(model).where(model.customer_id == customer_id)  # type: ignore[attr-defined]
