"""Somebody closed the chat to the bot or opened it again; the one cannot be answered, the other says /start."""

from bot.actions import sending
from bot.actions.unit import Replies, Unit
from bot.domain.said import Said


def left(said: Said, unit: Unit) -> Replies:
    """Unreachable from now on, which is no error."""
    sending.unreachable(unit, said.chat_id, "blocked")
    return None


def came_back(said: Said, unit: Unit) -> Replies:
    """Reachable again."""
    sending.reachable_again(unit, said.chat_id)
    return None
