"""Who of the shop looked at somebody's record."""

from bot.actions import looks
from bot.actions.own_data import LOOKS_A_PAGE
from bot.actions.people import WhoIsMeant
from bot.actions.unit import Replies, Unit
from bot.domain.outgoing import Reply, words
from bot.domain.said import Said
from bot.understanding.asks.people import Looked
from bot.understanding.asks.values import Spoken
from handlers import paging
from handlers.customer_data import look_row
from handlers.owner_asking import which_card

_TURN = "looked-at"


def ask(said: Said, unit: Unit, ask: Looked) -> Replies:
    """ "김수연 기록 누가 봤어?"."""
    return _shown(unit, ask.name)


def turn(said: Said, unit: Unit, public_id: str = "", page: str = "") -> Replies:
    """Another page, or whoever of those who fit is meant."""
    return _shown(unit, public_id, paging.offset_of(page), said.message_id if page else None)


def _shown(unit: Unit, who: Spoken | str, offset: int = 0, edits: int | None = None) -> Reply:
    found = looks.at_record(unit, who, offset)
    if isinstance(found, WhoIsMeant):
        return which_card(found, _TURN)
    text = words(
        "looks-at-one",
        name=found.name,
        last4=found.last4,
        total=found.looks.total,
        rows=tuple(look_row(row, "look-card-of") for row in found.looks.rows),
    )
    pages = paging.turn(offset, found.looks.total, _TURN, found.public_id, size=LOOKS_A_PAGE)
    return Reply(text, buttons=pages, edits=edits)
