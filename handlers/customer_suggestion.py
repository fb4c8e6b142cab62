""" "뭐 마실까요?": one thing, and why this one for this person."""

from bot.actions import suggesting
from bot.actions.unit import Replies, Unit
from bot.domain.outgoing import Reply, Words, words
from bot.domain.said import Said
from bot.domain.shop import Part
from bot.insight.suggestions import Suggestion, Usual, Yearly


def suggest(said: Said, unit: Unit, ask: object = None) -> Replies:
    """The suggestion with its reason; who has none yet is told so."""
    found = suggesting.for_me(unit)
    price = words("suggest-price", amount=found.price) if found.price else None
    if found.suggestion is None:
        return Reply(words("suggest-unknown", item=found.most_wanted, price=price))
    return Reply(_reason(found.suggestion, price, keeps_things=unit.shop.has(Part.ORDERS)))


def _reason(found: Suggestion, price: Words | None, *, keeps_things: bool) -> Words:
    match found:
        case Yearly(item, on):
            return words("suggest-yearly", item=item, on=on, keeps_things=keeps_things, price=price)
        case Usual(item, times, of, on):
            return words("suggest-usual", item=item, times=times, of=of, on=on, keeps_things=keeps_things, price=price)
