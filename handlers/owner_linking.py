"""The shop's answer to "is this the same person?", and the code at its counter that answers it too."""

from bot.actions import counter_code, linking
from bot.actions.unit import Replies, Unit
from bot.domain import buttons
from bot.domain.outgoing import Document, Reply, words
from bot.domain.said import Said


def same_person(said: Said, unit: Unit, entry: str = "") -> Replies:
    """Yes: their record opens to the chat that asked for it."""
    settled = linking.settle(unit, entry, same_person=True)
    back = (buttons.button(words("button-undo"), "undo-link", settled.undo),) if settled.undo else ()
    return Reply(words("link-approved", name=settled.name), buttons=(back,), edits=said.message_id)


def take_back(said: Said, unit: Unit, entry: str) -> Replies:
    """The yes was a mistake: two records again, and the chat of before."""
    return Reply(words("link-taken-back", name=linking.take_back(unit, entry)), edits=said.message_id)


def other_person(said: Said, unit: Unit, entry: str = "") -> Replies:
    """No: nothing is opened to anybody."""
    settled = linking.settle(unit, entry, same_person=False)
    return Reply(words("link-declined", name=settled.name), edits=said.message_id)


def show_code(said: Said, unit: Unit, ask: object = None) -> Replies:
    """ "계산대 QR": a fresh one, for whoever stands there."""
    code = counter_code.show(unit)
    fresh = buttons.button(words("button-counter-code-again"), "counter-code")
    sheet = buttons.button(words("button-counter-sheet"), "sheet")
    text = words("counter-code", link=code.link, minutes=counter_code.MINUTES)
    return Reply(text, buttons=((fresh, sheet),), document=Document(code.name, code.picture, picture=True))
