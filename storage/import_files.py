"""Files that the owner has sent into the chat: what is known of each, and its bytes until they are in the books.

What is known and what is kept is sealed, bound to the file's own public id.
"""

import json
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select
from sqlmodel import delete as delete_rows

from storage.models import ImportFile, ImportPart
from storage.vault import Vault
from storage.writing import new_public_id

WAITING = ("coming", "reading", "asked", "wanted", "stopping")
"""The states in which something is still to become of a file."""

_WORK = ("coming", "reading", "wanted", "stopping", "undoing")
_FACTS, _DATA = "import_file.sealed_facts", "import_part.sealed_data"

Facts = dict[str, Any]


def add(
    session: Session, vault: Vault, *, chat_id: int, user_id: int, language: str, facts: Facts, now: datetime
) -> ImportFile:
    """A file that has just come. `facts` are JSON values."""
    public_id = new_public_id()
    row = ImportFile(
        public_id=public_id,
        chat_id=chat_id,
        user_id=user_id,
        language=language,
        sealed_facts=_sealed(vault, public_id, facts),
        sent_at=now,
        not_before=now,
    )
    session.add(row)
    session.flush()
    return row


def by_public_id(session: Session, public_id: str) -> ImportFile | None:
    return session.exec(select(ImportFile).where(ImportFile.public_id == public_id)).first()


def of_entry(session: Session, entry_id: int) -> ImportFile | None:
    """The file of an entry in the journal."""
    return session.exec(select(ImportFile).where(ImportFile.entry_id == entry_id)).first()


def waiting_in_chat(session: Session, chat_id: int) -> list[ImportFile]:
    """The files of this chat of which something is still to become, oldest first."""
    waiting = select(ImportFile).where(ImportFile.chat_id == chat_id, col(ImportFile.state).in_(WAITING))
    return list(session.exec(waiting.order_by(col(ImportFile.id))))


def next_work(session: Session, now: datetime) -> ImportFile | None:
    """What is to be done next: first a file that has come, whose sender waits; then what was begun first."""
    work = select(ImportFile).where(col(ImportFile.state).in_(_WORK), col(ImportFile.not_before) <= now)
    rows = list(session.exec(work.order_by(col(ImportFile.id))))
    return min(rows, key=lambda row: (row.state not in ("coming", "reading"), row.state == "wanted"), default=None)


def asked_before(session: Session, moment: datetime) -> list[ImportFile]:
    """The files whose preview has waited for a yes since before `moment`."""
    asked = select(ImportFile).where(ImportFile.state == "asked", col(ImportFile.sent_at) < moment)
    return list(session.exec(asked))


def facts(vault: Vault, row: ImportFile) -> Facts:
    told: Facts = json.loads(vault.open(row.sealed_facts, _FACTS, row.public_id))
    return told


def put_facts(session: Session, vault: Vault, row: ImportFile, told: Facts) -> None:
    row.sealed_facts = _sealed(vault, row.public_id, told)
    session.add(row)


def keep(session: Session, vault: Vault, row: ImportFile, number: int, data: bytes) -> None:
    """Keep a part; one of the same number is replaced."""
    sealed = vault.seal_bytes(data, _DATA, f"{row.public_id}:{number}")
    session.merge(ImportPart(file_id=row.id or 0, number=number, sealed_data=sealed))


def data_of(session: Session, vault: Vault, row: ImportFile) -> bytes:
    """The bytes of the file. Raises LookupError when they are gone."""
    part = session.get(ImportPart, (row.id, 0))
    if part is None:
        raise LookupError(row.public_id)
    return vault.open_bytes(part.sealed_data, _DATA, f"{row.public_id}:0")


def later_parts(session: Session, vault: Vault, row: ImportFile) -> list[bytes]:
    """The parts after the file itself, in their order."""
    parts = select(ImportPart).where(ImportPart.file_id == row.id, col(ImportPart.number) > 0)
    return [
        vault.open_bytes(part.sealed_data, _DATA, f"{row.public_id}:{part.number}")
        for part in session.exec(parts.order_by(col(ImportPart.number)))
    ]


def forget_parts(session: Session, row: ImportFile) -> None:
    session.exec(delete_rows(ImportPart).where(col(ImportPart.file_id) == row.id))


def forget(session: Session, before: datetime) -> None:
    """Drop the notes of files that came before that moment and have left nothing in the books."""
    over = col(ImportFile.state).in_(("left", "refused", "undone"))
    session.exec(delete_rows(ImportFile).where(over, col(ImportFile.sent_at) < before))


def _sealed(vault: Vault, public_id: str, told: Facts) -> bytes:
    return vault.seal(json.dumps(told, ensure_ascii=False), _FACTS, public_id)
