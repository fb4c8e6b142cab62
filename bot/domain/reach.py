"""How somebody can be reached today."""

from enum import StrEnum

from bot.domain.phone import PhoneKind


class Reach(StrEnum):
    """The best way there is. NONE is no Telegram and no living number: a dead prefix reaches nobody."""

    TELEGRAM = "telegram"
    PHONE = "phone"
    NONE = "none"


def reach_of(*, linked: bool, blocked: bool, phone_kind: str) -> Reach:
    """Telegram where the person is linked and has not blocked the bot, else a living phone number, else nothing."""
    if linked and not blocked:
        return Reach.TELEGRAM
    return Reach.PHONE if phone_kind == PhoneKind.LIVING else Reach.NONE
