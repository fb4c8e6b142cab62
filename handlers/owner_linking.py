"""The shop's answer to "is this the same person?"."""

from bot.actions import linking
from bot.actions.unit import Replies, Unit
from bot.domain import buttons
from bot.domain.outgoing import Reply, words
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
