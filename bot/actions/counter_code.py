"""The code that the shop shows at its counter: whoever opens the chat by it is here, now.

The printed sheet has a code too, which anybody may take a picture of and which proves nothing. This one is drawn when
it is asked for, is good for ten minutes and for one chat, and only its tag is kept.
"""

import secrets
from dataclasses import dataclass, field
from datetime import timedelta

from sqlalchemy import delete, update
from sqlmodel import col

from bot.actions.entries import write_entry
from bot.actions.unit import Unit
from bot.domain.refusals import Refusal
from storage import linking
from storage.models import LinkCode

PREFIX = "here-"
MINUTES = 10
_GOOD_FOR = timedelta(minutes=MINUTES)
FILE = "counter-code.png"
_PURPOSE = "stand at the counter"
_CAME = "came_to_counter"


@dataclass(frozen=True, slots=True)
class CounterCode:
    """A picture of the code, to be shown, and the link behind it."""

    name: str
    picture: bytes = field(repr=False)
    link: str


def show(unit: Unit) -> CounterCode:
    """A fresh code. Raises Refusal no-link-yet (the bot's own name is not known so far)."""
    unit.permit("decide about a link")
    if not unit.shop.bot:
        raise Refusal("no-link-yet")
    # What draws is imported when something is drawn: it would take a tenth of every start.
    from bot.texts.counter_sheet import code_picture

    over = delete(LinkCode).where(col(LinkCode.purpose) == _PURPOSE, col(LinkCode.expires_at) <= unit.now)
    unit.session.exec(over)
    code = PREFIX + secrets.token_urlsafe(16)
    tag = unit.vault.tag(code, _PURPOSE)
    unit.session.add(LinkCode(code_tag=tag, purpose=_PURPOSE, made_at=unit.now, expires_at=unit.now + _GOOD_FOR))
    link = f"https://t.me/{unit.shop.bot}?start={code}"
    return CounterCode(FILE, code_picture(link), link)


def scan(unit: Unit, code: str) -> bool:
    """Somebody opened the chat by such a code: it is noted that they are here, and True.

    False for a code that is unknown, over, or was used by another chat.
    """
    unit.permit("link own account")
    used = unit.session.exec(
        update(LinkCode)
        .where(col(LinkCode.code_tag) == unit.vault.tag(code, _PURPOSE), col(LinkCode.used_at).is_(None))
        .where(col(LinkCode.expires_at) > unit.now)
        .values(used_at=unit.now)
    )
    if used.rowcount != 1:
        return is_here(unit)  # pressed twice it still holds
    write_entry(unit, _CAME)
    return True


def is_here(unit: Unit) -> bool:
    """Whether this chat was opened by a code from the counter just now."""
    return linking.deeds_since(unit.session, unit.actor.user_id, (_CAME,), unit.now - _GOOD_FOR) > 0
