"""Forgetting a person: ciphertexts, tags and files are destroyed; visits stay as nameless amounts.

Whatever table is added later and points at a customer is emptied too, unless it is named here as one that stays
without the person. SQLite overwrites what is deleted (`secure_delete`), and `Database.wipe` empties its log after the
commit.
"""

import json
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Table, delete, insert, select, update
from sqlmodel import Session, SQLModel, col
from sqlmodel import select as of

from bot.domain.masking import masked
from bot.domain.phone import parse_phone
from storage import erased_marks, outbox, shown_lists
from storage.models import (
    AccessEntry,
    Customer,
    ErasedAccess,
    Erasure,
    Form,
    ImportFile,
    ImportPart,
    InboxRow,
    JournalEntry,
    OutboxFile,
    OutboxRow,
    Photo,
    ShownList,
    Staff,
    Visit,
    VisitLine,
)
from storage.people import raise_counter
from storage.types import Sealed
from storage.vault import Vault
from storage.writing import table_of

_customers, _visits, _lines = table_of(Customer), table_of(Visit), table_of(VisitLine)
_journal, _outbox, _files = table_of(JournalEntry), table_of(OutboxRow), table_of(OutboxFile)
_access, _erased, _erasures = table_of(AccessEntry), table_of(ErasedAccess), table_of(Erasure)
_inbox, _forms, _photos = table_of(InboxRow), table_of(Form), table_of(Photo)
_shown, _parts = table_of(ShownList), table_of(ImportPart)
MARKED = timedelta(days=365)
"""For how long a number that was forgotten is kept from coming back out of an old file."""
_NOBODY = "○○"
_OWN_DETAILS = frozenset(
    {
        "customer.name", "customer.phone", "customer.email", "customer.member_no", "customer.birthday",
        "customer.address", "staff.name", "guardian.name", "appointment.with_whom", "refresh_ask.value",
    }
)  # fmt: skip
_STAY = frozenset({_visits, _journal, _outbox, _erasures})
_ON_THE_WAY = ("sending", "unknown")


def asked(session: Session, customer_id: int) -> Erasure | None:
    """The request of this person that is not done yet."""
    return session.exec(of(Erasure).where(Erasure.customer_id == customer_id, col(Erasure.done_at).is_(None))).first()


def waiting(session: Session) -> list[Erasure]:
    """All requests that are not done yet, the oldest first."""
    return list(session.exec(of(Erasure).where(col(Erasure.done_at).is_(None)).order_by(col(Erasure.id))))


def ask(session: Session, customer_id: int, now: datetime) -> Erasure:
    """Write the request down, once."""
    request = asked(session, customer_id)
    if request is None:
        request = Erasure(customer_id=customer_id, asked_at=now)
        session.add(request)
        session.flush()
    return request


def withdraw(session: Session, request: Erasure) -> None:
    session.delete(request)
    session.flush()


def erase(session: Session, vault: Vault, person: Customer, now: datetime) -> int:
    """Destroy everything that names, reaches or describes this person. Returns how many visits stay without them.

    The row is gone when this returns, and with it what was planned for their chat.
    """
    customer_id, chat_id = person.id or 0, person.chat_id
    request = ask(session, customer_id, now)
    erased_marks.mark(session, vault, person, now + MARKED)
    named = _names_of(session, person)
    _blank_elsewhere(session, person, named)
    _blank_by_hand(session, vault, customer_id, named)
    _keep_access(session, customer_id, request.id or 0)
    _blank_shop_chats(session, vault, person)
    _blank_own_chat(session, customer_id, chat_id)
    connection = session.connection()
    of_person = select(_visits.c.id).where(_visits.c.customer_id == customer_id)
    connection.execute(update(_lines).where(_lines.c.visit_id.in_(of_person)).values(import_tag=None))
    visits = connection.execute(
        update(_visits).where(_visits.c.customer_id == customer_id).values(customer_id=None)
    ).rowcount
    emptied = {"customer_id": None, "sealed_before": None, "sealed_after": None, "undo_until": None}
    connection.execute(update(_journal).where(_journal.c.customer_id == customer_id).values(**emptied))
    if chat_id is not None:
        connection.execute(update(_journal).where(_journal.c.actor_id == chat_id).values(actor_id=None))
    for table, column in _belongings():
        connection.execute(delete(table).where(table.c[column] == customer_id))
    done = {"customer_id": None, "done_at": now, "visits": visits}
    connection.execute(update(_erasures).where(_erasures.c.customer_id == customer_id).values(**done))
    session.expunge_all()
    connection.execute(delete(_customers).where(_customers.c.id == customer_id))
    raise_counter(session, "names_removed")
    session.flush()
    return visits


def forget_nobodys(session: Session, before: datetime) -> int:
    """Take chat and text off messages planned before that moment to chats which are nobody's any more."""
    known = select(_customers.c.chat_id).where(_customers.c.chat_id.is_not(None))
    staff = select(table_of(Staff).c.user_id)
    over = _outbox.c.state.in_(outbox.OVER) & (_outbox.c.planned_at < before)
    nobodys = _outbox.c.chat_id.not_in(known) & _outbox.c.chat_id.not_in(staff) & (_outbox.c.chat_id != 0)
    statement = update(_outbox).where(over, nobodys, _outbox.c.customer_id.is_(None))
    values = {"chat_id": 0, "message_id": None, "sealed_text": None, "sealed_reply": None}
    return session.connection().execute(statement.values(**values)).rowcount


def _belongings() -> Sequence[tuple[Table, str]]:
    """Tables that point at a customer and do not stay, those first that others do not point at."""
    return [
        (table, column.name)
        for table in reversed(SQLModel.metadata.sorted_tables)
        if table not in _STAY
        for column in table.columns
        if any(key.column is _customers.c.id for key in column.foreign_keys)
    ]


def _keep_access(session: Session, customer_id: int, erasure_id: int) -> None:
    """Who looked, and when, is kept for a year by law; whose data it was is not known any more."""
    columns = ("at", "actor_role", "actor_id", "what")
    looks = select(*(_access.c[name] for name in columns)).where(_access.c.customer_id == customer_id)
    rows = [dict(row._mapping) | {"erasure_id": erasure_id} for row in session.connection().execute(looks)]
    if rows:
        session.connection().execute(insert(_erased), rows)


def _blank_own_chat(session: Session, customer_id: int, chat_id: int | None) -> None:
    connection = session.connection()
    mine = _outbox.c.customer_id == customer_id
    if chat_id is not None:
        mine = mine | (_outbox.c.chat_id == chat_id)
        said = update(_inbox).where(_inbox.c.lane == chat_id, _inbox.c.state.in_(("done", "aside")))
        connection.execute(said.values(lane=0, sealed_raw=None))
        connection.execute(delete(_forms).where(_forms.c.chat_id == chat_id))
        connection.execute(delete(_photos).where(_photos.c.chat_id == chat_id))
    keys = select(_outbox.c.dedupe_key).where(mine)
    connection.execute(delete(_files).where(_files.c.dedupe_key.in_(keys)))
    waiting = mine & _outbox.c.state.not_in((*outbox.OVER, *_ON_THE_WAY))
    connection.execute(update(_outbox).where(waiting).values(state="cancelled", reason="gone"))
    values = {"customer_id": None, "chat_id": 0, "message_id": None, "sealed_text": None, "sealed_reply": None}
    connection.execute(update(_outbox).where(mine, _outbox.c.state.in_(outbox.OVER)).values(**values))
    connection.execute(update(_outbox).where(_outbox.c.customer_id == customer_id).values(customer_id=None))


def _blank_shop_chats(session: Session, vault: Vault, person: Customer) -> None:
    """The shop's own chats speak of the person by name and number: those messages are emptied, those to come dropped.

    Sealed text cannot be searched, so each is opened. It is done once for a person who leaves.
    """
    named = [person.name, *_numbers_of(person)]
    escaped = [json.dumps(text)[1:-1] for text in named]
    connection = session.connection()
    chats = select(table_of(Staff).c.user_id)
    rows = select(_outbox.c.id, _outbox.c.dedupe_key, _outbox.c.sealed_text, _outbox.c.sealed_reply, _outbox.c.state)
    speaking = (_outbox.c.sealed_text.is_not(None)) | (_outbox.c.sealed_reply.is_not(None))
    for row in connection.execute(rows.where(_outbox.c.chat_id.in_(chats), speaking)).all():
        texts = []
        if row.sealed_text is not None:
            texts.append(vault.open(row.sealed_text, outbox.TEXT, row.dedupe_key))
        if row.sealed_reply is not None:
            texts.append(vault.open(row.sealed_reply, outbox.REPLY, row.dedupe_key))
        if not any(name in text for name in (*named, *escaped) for text in texts):
            continue
        values: dict[str, str | None] = {"sealed_text": None}
        if row.state in outbox.OVER:
            values["sealed_reply"] = None
        elif row.state not in _ON_THE_WAY:
            values |= {"sealed_reply": None, "state": "cancelled", "reason": "gone"}
        connection.execute(update(_outbox).where(_outbox.c.id == row.id).values(**values))


def _numbers_of(person: Customer) -> list[str]:
    """In which ways this person's numbers and addresses are written."""
    found = [getattr(person, detail) for detail in ("phone", "email", "member_no") if getattr(person, detail)]
    if person.phone:
        national = parse_phone(person.phone).national
        found += [national, national.replace("-", ""), masked("phone", person.phone)]
    return found


def _names_of(session: Session, person: Customer) -> list[str]:
    """What tells of this person in somebody else's row: their numbers, and their name where nobody else has it."""
    names = session.exec(of(Customer.name).where(Customer.id != person.id))
    alone = len(person.name) > 1 and all(name != person.name for name in names)
    return [*_numbers_of(person), *([person.name] if alone else [])]


def _blank_elsewhere(session: Session, person: Customer, named: list[str]) -> None:
    """Notes, words and reminders that others wrote or that are others', wherever they name this person.

    Every sealed column of every table is looked through, so that one added later is as well; only what somebody else is
    called and where they live is theirs.
    """
    connection = session.connection()
    named = [form for name in named for form in (name, json.dumps(name)[1:-1])]
    for table in SQLModel.metadata.sorted_tables:
        keys = list(table.primary_key.columns)
        for column in table.columns:
            if not isinstance(column.type, Sealed) or f"{table.name}.{column.name}" in _OWN_DETAILS:
                continue
            rows = connection.execute(select(*keys, column).where(column.is_not(None))).all()
            for row in rows:
                text = str(row[-1])
                if not any(name in text for name in named):
                    continue
                if table is _customers and row[0] == person.id:
                    continue
                where = [key == value for key, value in zip(keys, row, strict=False)]
                connection.execute(update(table).where(*where).values({column.name: _without(text, named)}))


def _without(text: str, named: list[str]) -> str:
    for name in sorted(named, key=len, reverse=True):
        text = text.replace(name, _NOBODY)
    return text


def _blank_by_hand(session: Session, vault: Vault, customer_id: int, named: list[str]) -> None:
    """What is sealed by hand and belongs to no customer: the journal's entries about several people, what somebody has
    begun to write, the list looked at last, updates that were put aside, and files that wait to be brought in.
    """
    connection = session.connection()

    def speaks(blob: bytes | None, place: str, row: str) -> bool:
        if blob is None:
            return False
        text = vault.open_bytes(blob, place, row)
        return any(form in text for form in forms)

    forms = [form for name in named for form in (name.encode(), json.dumps(name)[1:-1].encode())]
    columns = (_journal.c.id, _journal.c.public_id, _journal.c.sealed_before, _journal.c.sealed_after)
    others = (_journal.c.customer_id.is_(None)) | (_journal.c.customer_id != customer_id)
    for row in connection.execute(select(*columns).where(others)).all():
        before = speaks(row.sealed_before, "journal.sealed_before", row.public_id)
        if before or speaks(row.sealed_after, "journal.sealed_after", row.public_id):
            emptied = {"sealed_before": None, "sealed_after": None, "undo_until": None}
            connection.execute(update(_journal).where(_journal.c.id == row.id).values(**emptied))
    for chat_id, draft in connection.execute(select(_forms.c.chat_id, _forms.c.sealed_draft)).all():
        if speaks(draft, "form.sealed_draft", str(chat_id)):
            connection.execute(delete(_forms).where(_forms.c.chat_id == chat_id))
    for chat_id, shown in connection.execute(select(_shown.c.chat_id, _shown.c.sealed_list)).all():
        if speaks(shown, shown_lists.PLACE, str(chat_id)):
            connection.execute(delete(_shown).where(_shown.c.chat_id == chat_id))
    connection.execute(update(_inbox).where(_inbox.c.state == "aside").values(sealed_raw=None))
    waiting = of(ImportFile).where(col(ImportFile.state).in_(("coming", "reading", "asked")))
    for file in session.exec(waiting):
        mine = _parts.c.file_id == file.id
        parts = connection.execute(select(_parts.c.sealed_data, _parts.c.number).where(mine)).all()
        if any(speaks(data, "import_part.sealed_data", f"{file.public_id}:{number}") for data, number in parts):
            connection.execute(delete(_parts).where(mine))
            file.state = "left"
            session.add(file)
    session.flush()
