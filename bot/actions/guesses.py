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


def keep(unit: Unit, said: str, *asks: Ask) -> str:
    """Remember what was said and what may have been meant; returns the token that the buttons carry."""
    token = new_public_id()
    written = [{"kind": ask.kind, "ask": TypeAdapter(type(ask)).dump_json(ask).decode()} for ask in asks]
    forms.hold(unit, FORM, {"token": token, "said": said, "asks": written})
    return token


def take(unit: Unit, token: str, at: int) -> tuple[Ask, str]:
    """What was kept under the token as number `at` from 0, with the words it was said in; once. Raises Refusal
    draft-gone.
    """
    kept = forms.draft(unit, FORM)
    if kept is None or kept["token"] != token or at not in range(len(kept.get("asks", ()))):
        raise Refusal("draft-gone")
    forms.finish(unit, FORM)
    chosen = kept["asks"][at]
    ask: Ask = TypeAdapter(_KINDS[chosen["kind"]]).validate_json(chosen["ask"])
    return ask, kept.get("said", "")
