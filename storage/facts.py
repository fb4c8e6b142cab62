"""Facts about the shop and this database that are no table of their own: JSON values, sealed, each under its key."""

import json
from typing import Any

from sqlalchemy import bindparam, select
from sqlmodel import Session

from storage.models import ShopFact
from storage.vault import Vault
from storage.writing import table_of

_PLACE = "shop_fact.sealed_value"

_facts = table_of(ShopFact)
# Asked with every update, so built once.
_VALUE = select(_facts.c.sealed_value).where(_facts.c.key == bindparam("key"))


def get(session: Session, vault: Vault, key: str) -> Any:
    """The value of a fact, or None."""
    sealed = session.connection().execute(_VALUE, {"key": key}).scalar_one_or_none()
    return None if sealed is None else json.loads(vault.open(sealed, _PLACE, key))


def put(session: Session, vault: Vault, key: str, value: Any) -> None:
    """Write a fact, in place of what it was before."""
    sealed = vault.seal(json.dumps(value, ensure_ascii=False), _PLACE, key)
    fact = session.get(ShopFact, key) or ShopFact(key=key, sealed_value=sealed)
    fact.sealed_value = sealed
    session.add(fact)
    session.flush()


def forget(session: Session, key: str) -> None:
    """Take a fact away, if it is there."""
    fact = session.get(ShopFact, key)
    if fact is not None:
        session.delete(fact)
        session.flush()
