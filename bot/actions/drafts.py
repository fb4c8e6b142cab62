"""What somebody wanted to write down while it is asked whom they mean. It waits for 15 minutes.

The buttons of the question carry the draft's own token: an older question, still on the screen, must not take the
answer of a newer one.
"""

from collections.abc import Sequence
from typing import TypeAlias, get_args

from pydantic import TypeAdapter

from bot.actions import closing, forms
from bot.actions.people import Candidate, WhoIsMeant, as_candidate, who_is_meant
from bot.actions.unit import Unit
from bot.domain.refusals import Refusal
from bot.understanding.asks.appointments import CancelAppointment, MakeAppointment, MoveAppointment, NoShow
from bot.understanding.asks.messages import MessageOne
from bot.understanding.asks.money import Charge, GivePoints, PaidTab, PayPromise, Refund
from bot.understanding.asks.orders import HandOver, Late, NoteDefect, OrderReady, SetTag
from bot.understanding.asks.people import GuardianAgreed, Note, Recommended, SetDetail
from bot.understanding.asks.values import NOBODY
from bot.understanding.asks.visits import Correct, GiveExtra, RecordVisit
from storage.writing import new_public_id

FORM = "who"
Deed: TypeAlias = (
    RecordVisit
    | OrderReady
    | MakeAppointment
    | Correct
    | PaidTab
    | PayPromise
    | HandOver
    | Late
    | NoteDefect
    | SetTag
    | MoveAppointment
    | CancelAppointment
    | NoShow
    | Note
    | MessageOne
    | Charge
    | GivePoints
    | GuardianAgreed
    | Recommended
    | GiveExtra
    | SetDetail
    | Refund
)

_KINDS: dict[str, type[Deed]] = {kind.kind: kind for kind in get_args(Deed)}


def keep(unit: Unit, ask: Deed, numbers: Sequence[str] = ()) -> str:
    """Remember what was asked for; returns the token that its buttons carry.

    `numbers` are the last four digits of those who could be meant: one of them, typed, is an answer too.
    """
    token = new_public_id()
    written = TypeAdapter(type(ask)).dump_json(ask).decode()
    begun = {"token": token, "kind": ask.kind, "ask": written, "numbers": list(numbers)}
    forms.begin(unit, FORM, begun | {"closing": closing.is_open(unit) or is_of_closing(unit)})
    return token


def whom(unit: Unit, ask: Deed) -> Candidate | WhoIsMeant:
    """Who is meant, before anything is written."""
    unit.permit("record")
    meant = who_is_meant(unit, ask.name or NOBODY, for_writing=True)
    return meant if isinstance(meant, WhoIsMeant) else as_candidate(unit, meant)


def token(unit: Unit) -> str:
    """The token of what was kept last; empty where nothing is."""
    kept = forms.draft(unit, FORM)
    return str(kept["token"]) if kept else ""


def is_answered_by(unit: Unit, number: str) -> bool:
    """Whether the last four digits are those of one who could be meant."""
    kept = forms.draft(unit, FORM)
    return kept is not None and number in kept["numbers"]


def is_of_closing(unit: Unit) -> bool:
    """Whether it was asked about somebody in the middle of the evening's question."""
    kept = forms.draft(unit, FORM)
    return kept is not None and bool(kept.get("closing"))


def take(unit: Unit, token: str | None = None) -> Deed:
    """What was kept under the token, or (None) whatever was kept last; once. Raises Refusal draft-gone."""
    kept = forms.draft(unit, FORM)
    if kept is None or (token is not None and kept["token"] != token):
        raise Refusal("draft-gone")
    forms.end(unit)
    if kept.get("closing"):
        # The question about one person stood in the way of the evening's question, which goes on.
        closing.go_on(unit)
    ask: Deed = TypeAdapter(_KINDS[kept["kind"]]).validate_json(kept["ask"])
    return ask
