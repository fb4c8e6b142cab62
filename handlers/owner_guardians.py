"""A guardian agrees for a child."""

from bot.actions import guardians
from bot.actions.guardians import GuardianKept
from bot.actions.people import WhoIsMeant
from bot.actions.unit import Replies, Unit
from bot.domain.buttons import button
from bot.domain.outgoing import Reply, words
from bot.domain.said import Said
from bot.understanding.asks.people import GuardianAgreed
from handlers.owner_asking import ask_whom


def record(said: Said, unit: Unit, ask: GuardianAgreed) -> Replies:
    """ "김민준 보호자 김영희 전화로 확인"."""
    return record_for(unit, ask)


def record_for(unit: Unit, ask: GuardianAgreed, *, to: str = "", new: bool = False) -> Reply:
    """The same for the person who was chosen."""
    done = guardians.record(unit, ask, to=to)
    if isinstance(done, WhoIsMeant):
        return ask_whom(unit, ask, done)
    text = words("guardian-kept", name=done.name, last4=done.last4 or None, guardian=done.guardian, how=done.how)
    return Reply(text, buttons=((button(words("button-undo"), "undo", done.undo),),))


def undone(done: GuardianKept) -> Reply:
    return Reply(words("guardian-undone", name=done.name, guardian=done.guardian))
