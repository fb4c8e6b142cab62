"""One person twice in the books: looked at pair by pair."""

from bot.actions import doubles
from bot.actions.doubles import MadeOne, Pair, Side
from bot.actions.people import WhoIsMeant
from bot.actions.unit import Replies, Unit
from bot.domain.buttons import button
from bot.domain.doubles import Sign
from bot.domain.outgoing import Reply, Words, words
from bot.domain.said import Said
from bot.understanding.asks.people import Doubles, Merge
from handlers.owner_asking import which_card

_SIGNS = {
    Sign.NAME: "double-name",
    Sign.LIKE_NAME: "double-like-name",
    Sign.LAST4: "double-last4",
    Sign.EMAIL: "double-email",
    Sign.BIRTHDAY: "double-birthday",
    Sign.NO_NUMBER: "double-no-number",
}


def ask(said: Said, unit: Unit, ask: Doubles) -> Replies:
    """The likeliest pair."""
    return _next(unit)


def look(said: Said, unit: Unit, ask: Merge) -> Replies:
    """The two of a sentence, side by side before anything is done."""
    found = doubles.look(unit, ask)
    return which_card(found) if isinstance(found, WhoIsMeant) else _pair(found)


def make_one(said: Said, unit: Unit, keep: str = "", other: str = "") -> Replies:
    """They are one person."""
    done = doubles.make_one(unit, keep, other)
    text = words("made-one", name=done.name, last4=done.last4, count=done.visits, spent=done.spent)
    return Reply(text, buttons=((button(words("button-undo"), "undo", done.undo),),))


def two(said: Said, unit: Unit, one: str = "", other: str = "") -> Replies:
    """They are two; on to the next pair."""
    doubles.two_people(unit, one, other)
    return _next(unit)


def undone(back: MadeOne) -> Words:
    return words("made-two", name=back.name, last4=back.last4, count=back.visits, spent=back.spent)


def _next(unit: Unit) -> Reply:
    found = doubles.likely(unit)
    return Reply(words("doubles-none")) if found is None else _pair(found)


def _pair(found: Pair) -> Reply:
    text = words(
        "double",
        total=found.total,
        rows=(_side(found.keep), _side(found.other)),
        signs=words("double-signs", rows=tuple(words(_SIGNS[sign]) for sign in found.signs)) if found.signs else None,
    )
    ids = (found.keep.public_id, found.other.public_id)
    yes = button(words("button-make-one"), "make-one", *ids)
    return Reply(text, buttons=((yes, button(words("button-two-people"), "two-people", *ids)),))


def _side(side: Side) -> Words:
    return words("double-row", name=side.name, phone=side.phone, count=side.visits, last=side.last_on, spent=side.spent)
