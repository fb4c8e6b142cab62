"""Closing the day: what is written down, and whoever was left out."""

import re

from bot.actions import closing
from bot.actions.unit import Replies, Unit
from bot.domain.outgoing import Reply, words
from bot.domain.said import Said
from bot.understanding.asks.visits import CloseDay

FORM = closing.FORM
_NOBODY = re.compile(
    r"(?:아니(?:요|오)?|없(?:어요?|음|다|습니다|네요?)|다\s*적었(?:어요?|음|다)|끝(?:이야|났어요?|)?|no(?:pe|body|\s*one|ne)?|that'?s\s*(?:all|it)"
    r"|all\s*(?:done|there|of\s*them)|nothing)",
    re.IGNORECASE,
)


def ask(said: Said, unit: Unit, ask: CloseDay) -> Replies:
    """The owner closes the day."""
    day = closing.begin(unit)
    text = words("closing-ask", preset=unit.shop.preset, visits=day.visits, amount=day.amount, unpaid=day.unpaid)
    return Reply(text)


def can_be(text: str) -> bool:
    """Only "nobody" is an answer by itself; a visit is a sentence as at any other time."""
    return bool(_NOBODY.fullmatch(text.strip().rstrip(".!~")))


def typed(said: Said, unit: Unit) -> Replies:
    """Nobody is missing."""
    if not can_be(said.text):
        return Reply(words("closing-more"))
    day = closing.finish(unit)
    return Reply(words("closing-done", visits=day.visits, amount=day.amount, unpaid=day.unpaid))
