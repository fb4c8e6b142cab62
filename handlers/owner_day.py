"""The owner's day: the brief with a tap for every message that is not to go."""

from bot.actions import owners_day
from bot.actions.unit import Replies, Unit
from bot.domain.outgoing import Reply, words
from bot.domain.said import Said
from bot.understanding.asks import DayBrief
from handlers.buttons import button


def brief(said: Said, unit: Unit, ask: DayBrief) -> Replies:
    """What the day holds."""
    return owners_day.brief(unit)


def strike(said: Said, unit: Unit, token: str = "") -> Replies:
    """One of the messages of the day is not sent."""
    done = owners_day.strike(unit, token)
    undo = ((button(words("button-undo"), "undo", done.undo),),)
    return Reply(words("struck", name=done.name, why=done.why), buttons=undo)
