"""The customer answers whether a detail is still right."""

from bot.actions import refresh_answers
from bot.actions.refresh_answers import CodeSent, Confirmed
from bot.actions.unit import Replies, Unit
from bot.domain.buttons import button
from bot.domain.outgoing import Keyboard, Reply, words
from bot.domain.said import Said

ADDRESS, CODE = refresh_answers.ADDRESS, refresh_answers.CODE
_CANCEL = button(words("button-cancel"), "stop")


def email(said: Said, unit: Unit, ask: str = "") -> Replies:
    """ "I give it": the address is waited for."""
    begun = refresh_answers.begin(unit, ask)
    return Reply(words("refresh-give-email", gift=begun.gift or None), buttons=((_CANCEL,),))


def phone(said: Said, unit: Unit, ask: str = "") -> Replies:
    """Their own contact card is the proof."""
    begun = refresh_answers.begin_phone(unit, ask)
    return Reply(words("refresh-give-phone", gift=begun.gift or None), keyboard=Keyboard.SHARE_CONTACT)


def same(said: Said, unit: Unit, ask: str = "") -> Replies:
    """It is still the right one."""
    return _code_sent(refresh_answers.same(unit, ask))


def no(said: Said, unit: Unit, ask: str = "") -> Replies:
    """They would rather not."""
    refresh_answers.decline(unit, ask)
    return Reply(words("refresh-declined"))


def address(said: Said, unit: Unit) -> Replies:
    """The address that was waited for."""
    return _code_sent(refresh_answers.give_address(unit, said.text))


def code(said: Said, unit: Unit) -> Replies:
    """The code that came by mail."""
    done = refresh_answers.give_code(unit, said.text)
    if isinstance(done, Confirmed):
        return Reply(words("refresh-confirmed", address=done.address, gift=done.gift or None))
    return Reply(words("refresh-wrong-code", left=done.left))


def _code_sent(done: CodeSent) -> Reply:
    return Reply(words("refresh-code-sent", address=done.address, minutes=done.minutes), buttons=((_CANCEL,),))
