"""What is said when nothing else fits: not understood, an old button, a group, a file nobody asked for."""

from bot.actions.unit import Replies, Unit
from bot.domain.outgoing import Keyboard, Reply, Words, words
from bot.domain.permissions import Role
from bot.domain.said import ChatKind, Said
from bot.domain.shop import Part
from bot.understanding.nearest import nearest_examples


def not_understood(said: Said, unit: Unit) -> Replies:
    """Say so, and what can be said instead. Nothing is guessed and nothing is changed."""
    match unit.actor.role:
        case Role.CUSTOMER:
            shop = unit.shop
            text = words(
                "not-understood-customer",
                keeps_things=shop.has(Part.ORDERS),
                takes_bookings=shop.has(Part.APPOINTMENTS),
                contact=shop.contact or None,
            )
            return Reply(_nearest(said, unit, "customer") or text)
        case Role.STRANGER:
            return Reply(words("not-understood-stranger", shop=unit.shop.name), keyboard=Keyboard.SHARE_CONTACT)
        case _:
            visit = words("owner-says-visit", preset=unit.shop.preset)
            return Reply(_nearest(said, unit, "owner") or words("not-understood-owner", visit=visit))


def _nearest(said: Said, unit: Unit, side: str) -> Words | None:
    """The examples that come near what was said, of the parts that are on; None where none does."""
    near = nearest_examples(said.text, side, frozenset(part for part in Part if unit.shop.has(part)))
    if not near:
        return None
    return words("not-understood-near", rows=tuple(words("near-row", example=example) for example in near))


def not_yet(said: Said, unit: Unit) -> Replies:
    """Understood, and not something the assistant can do so far: said plainly instead of a near answer."""
    return Reply(words("cannot-do-yet"))


def old_button(said: Said, unit: Unit, *parts: object) -> Replies:
    """A button that leads nowhere any more, whatever it was for."""
    return Reply(words("old-button"))


def elsewhere(said: Said, unit: Unit) -> Replies:
    """A group hears one line and no data, and only when the bot was spoken to."""
    bot = unit.shop.bot.casefold()
    called = bool(bot) and (f"@{bot}" in said.text.casefold() or said.reply_to_name.casefold() == bot)
    if called or said.button or said.text.startswith("/"):
        return Reply(words("only-in-private", bot=unit.shop.bot or None))
    return None


def unreadable_kind(said: Said, unit: Unit) -> Replies:
    """A sticker, a voice message, a place: not something the assistant can read."""
    return Reply(words("cannot-read-this-here" if unit.actor.works_here else "cannot-read-this"))


def edited(said: Said, unit: Unit) -> Replies:
    """An edit was answered when it was first said; doing it again would do it twice. Who may take it for a correction
    is told so.
    """
    if said.chat_kind is not ChatKind.PRIVATE or not said.text or unit.actor.role is Role.STRANGER:
        return None
    return Reply(words("edited-unread"))
