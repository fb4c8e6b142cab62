"""What anybody may know of the shop, and a friendly word back."""

from bot.actions.unit import Replies, Unit
from bot.domain.outgoing import Reply, words
from bot.domain.said import Said


def hours(said: Said, unit: Unit, ask: object = None) -> Replies:
    """When it is open, where it is, how to reach it: as far as the shop has said so."""
    shop = unit.shop
    text = words(
        "shop-card",
        shop=shop.name,
        hours=words("shop-hours", hours=shop.hours) if shop.hours else words("hours-unknown"),
        where=words("shop-where", address=shop.address) if shop.address else None,
        contact=words("shop-contact", contact=shop.contact) if shop.contact else None,
    )
    return Reply(text)


def thanks(said: Said, unit: Unit, ask: object = None) -> Replies:
    """Thanks get thanks."""
    return Reply(words("thanks-back", shop=unit.shop.name))
