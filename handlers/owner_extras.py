"""What was given on top, and which of the regulars got nothing for long."""

from bot.actions import extras
from bot.actions.extras import Extra, Without
from bot.actions.people import WhoIsMeant
from bot.actions.unit import Replies, Unit
from bot.domain.buttons import button
from bot.domain.outgoing import Reply, Words, words
from bot.domain.said import Said
from bot.understanding.asks.lists import NoExtras
from bot.understanding.asks.visits import GiveExtra
from handlers import paging
from handlers.owner_asking import ask_whom
from handlers.owner_rows import group_rule, reached


def give(said: Said, unit: Unit, ask: GiveExtra) -> Replies:
    """Something was given for nothing."""
    return give_for(unit, ask)


def give_for(unit: Unit, ask: GiveExtra, *, to: str = "") -> Reply:
    """The same for the person who was chosen."""
    done = extras.give(unit, ask, to=to)
    if isinstance(done, WhoIsMeant):
        return ask_whom(unit, ask, done)
    key = "visit-gift-taken" if done.owed else "extra-given"
    text = words(key, name=done.name, last4=done.last4, what=done.what or None, count=done.count)
    return Reply(text, buttons=((button(words("button-undo"), "undo", done.undo),),))


def undone(done: Extra) -> Words:
    if done.owed:
        return words("visit-gift-undone", name=done.name, what=done.what, count=done.count)
    return words("extra-undone", name=done.name, what=done.what or None)


def without(said: Said, unit: Unit, ask: NoExtras) -> Replies:
    """The regulars by the day of their last extra, those who never got one first."""
    return _list(unit, 0)


def turn(said: Said, unit: Unit, offset: str = "") -> Replies:
    """Another page of them."""
    return _list(unit, paging.offset_of(offset), said.message_id)


def _list(unit: Unit, offset: int, edits: int | None = None) -> Reply:
    found = extras.without(unit, offset)
    rule = group_rule("regular", found.rule, unit.shop.stages)
    text = words(
        "roll",
        heading=words("extras-heading", total=found.total, never=found.never),
        rows=tuple(_row(offset + at, one) for at, one in enumerate(found.rows, start=1)),
        page=paging.place(offset, len(found.rows), found.total),
        reach=words("reach-of", total=found.total, reachable=found.reachable) if found.total else None,
        rule=words("extras-rule", rule=rule),
    )
    numbers = paging.numbers(offset, "card", [one.public_id for one in found.rows])
    return Reply(text, buttons=(*numbers, *paging.turn(offset, found.total, "no-extras")), edits=edits)


def _row(number: int, one: Without) -> Words:
    fact = words("extras-last", on=one.extra_on, what=one.what or None) if one.extra_on else words("extras-never")
    return words("roll-row", number=number, name=one.name, last4=one.last4, fact=fact, reached=reached(one.reach))
