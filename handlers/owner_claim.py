"""The one-time link of the first start: whoever opens it owns the shop."""

from bot.actions import claiming
from bot.actions.unit import Replies, Unit
from bot.domain.outgoing import Keyboard, Reply, words
from bot.domain.said import Said
from handlers import owner_shop


def claim(said: Said, unit: Unit, rest: str) -> Replies:
    """Open the shop with the code of the link, and ask the first questions about it."""
    claiming.claim_shop(unit, rest)
    example = words("visit-ask-line", preset=unit.shop.preset)
    return [
        Reply(words("claimed", shop=unit.shop.name, example=example), keyboard=Keyboard.OWNER),
        *owner_shop.begin(unit),
    ]
