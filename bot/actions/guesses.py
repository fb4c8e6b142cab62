"""What a sentence was probably meant as, while it is asked whether it was. It waits for 15 minutes, and writes nothing.

The buttons carry the guess's own token: an older question must not take the answer of a newer one.
"""

from typing import get_args

from pydantic import TypeAdapter

from bot.actions import forms
from bot.actions.unit import Unit
from bot.domain.refusals import Refusal
from bot.understanding.asks.closed_list import Ask, CustomerAsk, OwnerAsk
from storage.writing import new_public_id

FORM = "guess"
_KINDS: dict[str, type[Ask]] = {kind.kind: kind for kind in (*get_args(OwnerAsk), *get_args(CustomerAsk))}


def keep(unit: Unit, ask: Ask) -> str:
    """Remember the guess; returns the token that its button carries."""
    token = new_public_id()
    written = TypeAdapter(type(ask)).dump_json(ask).decode()
    forms.hold(unit, FORM, {"token": token, "kind": ask.kind, "ask": written})
    return token


def take(unit: Unit, token: str) -> Ask:
    """What was kept under the token, once. Raises Refusal draft-gone."""
    kept = forms.draft(unit, FORM)
    if kept is None or kept["token"] != token:
        raise Refusal("draft-gone")
    forms.finish(unit, FORM)
    guess: Ask = TypeAdapter(_KINDS[kept["kind"]]).validate_json(kept["ask"])
    return guess
