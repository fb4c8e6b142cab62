"""The list of people that a chat was shown last."""

from datetime import datetime

from sqlmodel import Session

from storage.models import ShownList
from storage.vault import Vault

PLACE = "shown_list.sealed_list"


def put(session: Session, vault: Vault, chat_id: int, shown: str, now: datetime) -> None:
    sealed = vault.seal(shown, PLACE, str(chat_id))
    session.merge(ShownList(chat_id=chat_id, sealed_list=sealed, at=now))
    session.flush()


def get(session: Session, vault: Vault, chat_id: int, since: datetime) -> str | None:
    """The list, unless it was shown before `since`."""
    row = session.get(ShownList, chat_id)
    return vault.open(row.sealed_list, PLACE, str(chat_id)) if row is not None and row.at >= since else None
