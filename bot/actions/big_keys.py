"""The big keys under the input field of those who work here: whoever still has those of before gets the new ones."""

from collections.abc import Sequence
from dataclasses import replace

from bot.actions.unit import Unit
from bot.domain.outgoing import Keyboard, Reply, words
from bot.domain.permissions import may
from storage import staff


def renewed(unit: Unit, replies: Sequence[Reply]) -> list[Reply]:
    """The answers with the keys that fit the shop and the language of today, where others were shown before.

    They come with the first answer that can carry them: beside buttons no keys can be, so a word goes ahead of those.
    """
    member = staff.by_user(unit.session, unit.actor.user_id) if may(unit.actor, "record") else None
    given = list(replies)
    if member is None or all(reply.edits for reply in given):
        return given
    fitting = f"{unit.shop.spoken_as}:{unit.actor.language or ''}"
    before, member.keys = member.keys, fitting
    unit.session.add(member)
    if before in (None, fitting) or any(reply.keyboard is not Keyboard.NONE for reply in given):
        return given
    free = next((at for at, reply in enumerate(given) if not (reply.buttons or reply.edits or reply.document)), None)
    if free is None:
        return [Reply(words("keys-renewed"), keyboard=Keyboard.OWNER), *given]
    given[free] = replace(given[free], keyboard=Keyboard.OWNER)
    return given
