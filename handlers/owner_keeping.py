"""Keeping the shop safe: a copy goes on as the shop, the key was copied."""

from bot.actions import holding, keeping
from bot.actions.unit import Replies, Unit
from bot.domain.buttons import button
from bot.domain.outgoing import Reply, words
from bot.domain.said import Said


def carry_on(said: Said, unit: Unit) -> Replies:
    """The shop goes on here; what may have been sent before is not sent again."""
    doubtful = holding.carry_on(unit)
    return Reply(words("held-released", count=doubtful), edits=said.message_id)


def key_copied(said: Said, unit: Unit, answer: str = "yes") -> Replies:
    """The key was copied, or was not after all."""
    copied = answer != "no"
    keeping.key_copied(unit, copied=copied)
    if not copied:
        return Reply(words("owner-key-not-copied"), edits=said.message_id)
    undo = button(words("button-undo"), "key-copied", "no")
    return Reply(words("owner-key-copied"), ((undo,),), edits=said.message_id)
