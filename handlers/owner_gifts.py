"""A gift is handed over at the counter: "선물 4821 썼어"."""

from bot.actions import gifts
from bot.actions.gifts import Gift
from bot.actions.unit import Replies, Unit
from bot.domain.buttons import button
from bot.domain.outgoing import Reply, Words, words
from bot.domain.said import Said
from bot.understanding.asks.campaigns import GiftUsed


def use(said: Said, unit: Unit, ask: GiftUsed) -> Replies:
    """Read back whose it was and what, with Undo."""
    done = gifts.use(unit, ask.number)
    return Reply(gift_words("gift-used", done), buttons=((button(words("button-undo"), "undo", done.undo),),))


def gift_words(key: str, gift: Gift) -> Words:
    """The gift in a sentence; the number is no quantity, so it is text."""
    return words(key, name=gift.name, last4=gift.last4, gift=gift.what, number=str(gift.number), on=gift.used_on)
