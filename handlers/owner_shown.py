"""The list shown last: only those who fit, and the row of a number."""

from bot.actions import order_deeds, shown_lists
from bot.actions.shown_lists import Narrowed
from bot.actions.unit import Replies, Unit
from bot.domain.outgoing import Money, Reply, Words, words
from bot.domain.said import Said
from bot.domain.shop import Part
from bot.understanding.asks.lists import Narrow, Pick, Segments
from bot.understanding.asks.orders import FindTag
from handlers import errors, owner_campaigns, owner_find, owner_groups, owner_order_deeds, paging
from handlers.owner_rows import reached

_REACH = {
    "any": "narrow-reachable",
    "none": "narrow-unreached",
    "telegram": "narrow-telegram",
    "phone": "narrow-phone",
    "advertising": "narrow-advertising",
}


def narrow(said: Said, unit: Unit, ask: Narrow) -> Replies:
    """Of those, only who fits; without a list the sentence is nobody's."""
    found = shown_lists.narrow(unit, ask)
    return errors.not_understood(said, unit) if found is None else _list(unit, found)


def turn(said: Said, unit: Unit, offset: str = "") -> Replies:
    """Another page of them."""
    found = shown_lists.narrow(unit, None, paging.offset_of(offset))
    return errors.old_button(said, unit) if found is None else _list(unit, found, said.message_id)


def pick(said: Said, unit: Unit, ask: Pick) -> Replies:
    """The row of this number opens the card."""
    picked = shown_lists.pick(unit, ask.number)
    if isinstance(picked, Segments):
        return owner_groups.open_group(said, unit, picked.group or "")
    if picked is not None:
        return owner_find.show(picked)
    # No list has that row: where a tag has that number, it is meant.
    if unit.shop.has(Part.ORDERS) and order_deeds.is_tag(unit, str(ask.number)):
        return owner_order_deeds.find_tag(said, unit, FindTag(str(ask.number)))
    return errors.not_understood(said, unit)


def _list(unit: Unit, found: Narrowed, edits: int | None = None) -> Reply:
    conditions = tuple(one for condition in found.conditions for one in _conditions(condition, unit.shop.currency))
    text = words(
        "roll",
        heading=words("narrowed", total=found.total, of=found.before),
        rows=tuple(
            words(
                "narrowed-row",
                number=found.offset + at,
                name=one.name,
                last4=one.last4,
                spent=one.spent,
                reached=reached(one.reach),
            )
            for at, one in enumerate(found.rows, start=1)
        ),
        page=paging.place(found.offset, len(found.rows), found.total),
        reach=words("reach-of", total=found.total, reachable=found.reachable) if found.total else None,
        rule=words("narrowed-rule", rows=conditions),
    )
    numbers = paging.numbers(found.offset, "card", [one.public_id for one in found.rows])
    turned = paging.turn(found.offset, found.total, "narrowed")
    return Reply(
        text, buttons=(*numbers, *owner_campaigns.way_there(unit, found.total, "campaign"), *turned), edits=edits
    )


def _conditions(ask: Narrow, currency: str) -> list[Words]:
    said = []
    if ask.reach:
        said.append(words(_REACH[ask.reach]))
    if ask.regulars_only:
        said.append(words("narrow-regulars"))
    if ask.over is not None:
        said.append(words("narrow-over", amount=Money(ask.over, currency)))
    if ask.under is not None:
        said.append(words("narrow-under", amount=Money(ask.under, currency)))
    return said
