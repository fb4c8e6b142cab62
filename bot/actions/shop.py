"""The shop's settings: what the environment says, and what the owner has set in chat, which wins."""

import json
from dataclasses import replace

from sqlmodel import Session

from bot.domain.shop import Shop
from storage.models import ShopFact
from storage.vault import Vault

_FACT = "shop"
_PLACE = "shop_fact.sealed_value"


def current_shop(session: Session, vault: Vault, configured: Shop) -> Shop:
    """The shop as of this transaction."""
    fact = session.get(ShopFact, _FACT)
    if fact is None:
        return configured
    return replace(configured, **json.loads(vault.open(fact.sealed_value, _PLACE, _FACT)))
