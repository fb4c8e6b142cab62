"""What somebody has begun and not finished: one form a chat, written with the update that moved it, gone by itself."""

import json
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select
from sqlmodel import Session

from storage.models import Form
from storage.vault import Vault
from storage.writing import table_of

_PLACE = "form.sealed_draft"

_forms = table_of(Form)
# Asked with every update, so built once.
_OPEN = select(_forms.c.name, _forms.c.step, _forms.c.sealed_draft).where(
    _forms.c.chat_id == bindparam("chat"), _forms.c.expires_at > bindparam("now")
)


def begin(
    session: Session, vault: Vault, chat_id: int, name: str, step: str, draft: dict[str, Any], expires_at: datetime
) -> None:
    """Begin a form, or move the one of this chat on; a form of another name is replaced."""
    sealed = vault.seal(json.dumps(draft, ensure_ascii=False), _PLACE, str(chat_id))
    session.merge(Form(chat_id=chat_id, name=name, step=step, sealed_draft=sealed, expires_at=expires_at))
    session.flush()


def current(session: Session, vault: Vault, chat_id: int, now: datetime) -> tuple[str, str, dict[str, Any]] | None:
    """(name, step, draft) of the open form of this chat, or None."""
    form = session.connection().execute(_OPEN, {"chat": chat_id, "now": now}).one_or_none()
    if form is None:
        return None
    return form.name, form.step, json.loads(vault.open(form.sealed_draft, _PLACE, str(chat_id)))


def end(session: Session, chat_id: int) -> None:
    form = session.get(Form, chat_id)
    if form is not None:
        session.delete(form)
        session.flush()
