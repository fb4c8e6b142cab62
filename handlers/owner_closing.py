"""Closing the day: what is written down, and whoever was left out."""

from bot.actions import closing
from bot.actions.unit import Replies, Unit
from bot.domain.outgoing import Reply, words
from bot.domain.said import Said
from bot.understanding.answers import greets, puts_off, says_nobody
from bot.understanding.asks.visits import CloseDay

FORM = closing.FORM


def can_be(text: str) -> bool:
    """Whether a text is an answer to the question and nothing else."""
    return says_nobody(text) or puts_off(text) or greets(text)


def ask(said: Said, unit: Unit, ask: CloseDay) -> Replies:
    """The owner closes the day."""
    day = closing.begin(unit)
    text = words("closing-ask", preset=unit.shop.preset, visits=day.visits, amount=day.amount, unpaid=day.unpaid)
    return Reply(text)


def typed(said: Said, unit: Unit) -> Replies:
    """Nobody is missing, or not now. A visit is a sentence as at any other time."""
    if greets(said.text):
        return Reply(words("closing-greeted"))
    if puts_off(said.text):
        day = closing.put_off(unit)
        return Reply(words("closing-later", preset=unit.shop.preset, visits=day.visits, amount=day.amount))
    if not says_nobody(said.text):
        return Reply(words("closing-unread"))
    day = closing.finish(unit)
    return Reply(words("closing-done", visits=day.visits, amount=day.amount, unpaid=day.unpaid))
