"""Lists of people by one fact, with the rule behind them, and the pages of them."""

from collections.abc import Callable
from functools import partial
from hashlib import sha256

from bot.actions import rolls, shown_lists
from bot.actions.price_list import known_items
from bot.actions.rolls import Entry, Roll
from bot.actions.unit import Replies, Unit
from bot.domain.outgoing import Reply, Words, words
from bot.domain.people import Group
from bot.domain.said import Said
from bot.domain.shop import Part
from bot.understanding.asks.appointments import NoShows
from bot.understanding.asks.lists import Birthdays, Bought, Missing, New, Regulars, Segments, Stale, Top, Visitors
from bot.understanding.asks.money import PrepaidLeft
from handlers import errors, owner_periods, paging
from handlers.owner_rows import group_rule, reached

_FIELDS = {
    "phone": "field-phone",
    "email": "field-email",
    "birthday": "field-birthday",
    "address": "field-address",
}
_REACH = "reach"
# An item is carried in a button only as long as everything else fits beside it; then a sign of it is.
_LONGEST_ITEM, _SIGN = 18, "="


def regulars(said: Said, unit: Unit, ask: Regulars, offset: int = 0, edits: int | None = None) -> Replies:
    """Who the regulars are."""
    found = rolls.regulars(unit, ask, offset)
    heading = words("roll-regulars", total=found.total, of=found.of, cut=found.total < found.of)
    rhythm = unit.shop.rhythm
    rule = words(
        "roll-regulars-rule",
        visits=rhythm.regular_visit_days,
        regular_days=rhythm.regular_days,
        lost_days=rhythm.lost_days,
        others=found.left_out,
    )
    return _roll(
        found, heading, partial(_regular_row, rhythm.regular_days), rule, ("regulars", str(ask.top or 0)), edits
    )


def group(said: Said, unit: Unit, ask: Segments, offset: int = 0, edits: int | None = None) -> Replies:
    """Who is in one of the groups."""
    found = rolls.group(unit, ask, offset)
    name = ask.group or ""
    heading = words("roll-group", name=words("group-name", group=name), total=found.total)
    rows: dict[str, Callable[[int, Entry], Words]] = {"prospect": _asked_row, "new": _first_row, "lost": _last_row}
    row = rows.get(name, partial(_regular_row, unit.shop.rhythm.regular_days))
    rule = words("roll-group-rule", rule=group_rule(name, unit.shop.rhythm, unit.shop.stages))
    return _roll(found, heading, row, rule, ("group", name), edits)


def newcomers(said: Said, unit: Unit, ask: New, offset: int = 0, edits: int | None = None) -> Replies:
    """Who came for the first time."""
    found = rolls.newcomers(unit, ask, offset)
    heading = words("roll-new", period=owner_periods.said(ask.period), total=found.total)
    return _roll(found, heading, _new_row, words("roll-new-rule"), ("new", owner_periods.pack(ask.period)), edits)


def best(said: Said, unit: Unit, ask: Top, offset: int = 0, edits: int | None = None) -> Replies:
    """Who spent most, or came most often."""
    found = rolls.best(unit, ask, offset)
    over = owner_periods.said(ask.period) if ask.period else words("period-ever")
    spent = ask.by == "spent"
    heading = words("roll-best", period=over, total=found.total, spent=spent)
    row = _spent_row if spent else _often_row
    parts = ("top", ask.by, str(ask.top), owner_periods.pack(ask.period))
    return _roll(found, heading, row, words("roll-best-rule", spent=spent, of=found.of), parts, edits)


def birthdays(said: Said, unit: Unit, ask: Birthdays, offset: int = 0, edits: int | None = None) -> Replies:
    """Whose birthday it is."""
    found = rolls.birthdays(unit, ask, offset)
    heading = words(
        "roll-birthdays", period=owner_periods.said(ask.period), total=found.total, regulars=ask.regulars_only
    )
    rule = words("roll-birthdays-rule", unknown=found.left_out)
    return _roll(
        found,
        heading,
        _day_row,
        rule,
        ("birthdays", owner_periods.pack(ask.period), *(["regulars"] * ask.regulars_only)),
        edits,
    )


def missing(said: Said, unit: Unit, ask: Missing, offset: int = 0, edits: int | None = None) -> Replies:
    """Whose detail is not known."""
    found = rolls.missing(unit, ask, offset)
    if ask.field == _REACH:
        heading = words("roll-unreached", total=found.total, regulars=ask.regulars_only)
        rule = words("roll-unreached-rule")
    else:
        heading = words("roll-missing", field=words(_FIELDS[ask.field]), total=found.total, regulars=ask.regulars_only)
        rule = words("roll-missing-rule", field=words(_FIELDS[ask.field]), dead=found.left_out)
    return _roll(found, heading, _last_row, rule, ("missing", ask.field, *(["regulars"] * ask.regulars_only)), edits)


def dead_numbers(said: Said, unit: Unit, ask: Stale, offset: int = 0, edits: int | None = None) -> Replies:
    """Whose number reaches nobody."""
    found = rolls.dead_numbers(unit, offset)
    rule = words("roll-dead-rule", unknown=found.left_out)
    return _roll(found, words("roll-dead", total=found.total), _number_row, rule, ("stale",), edits)


def buyers(said: Said, unit: Unit, ask: Bought, offset: int = 0, edits: int | None = None) -> Replies:
    """Who brought or bought something."""
    found = rolls.buyers(unit, ask, offset)
    over = owner_periods.said(ask.period) if ask.period else words("period-ever")
    heading = words("roll-buyers", item=ask.item, period=over, total=found.total)
    parts = ("bought", packed_item(ask.item), owner_periods.pack(ask.period))
    return _roll(found, heading, _times_row, words("roll-buyers-rule"), parts, edits)


def visitors(said: Said, unit: Unit, ask: Visitors, offset: int = 0, edits: int | None = None) -> Replies:
    """ "어제 누가 왔어?"."""
    found = rolls.visitors(unit, ask, offset)
    heading = words("roll-visitors", period=owner_periods.said(ask.period), total=found.total)
    parts = ("visitors", owner_periods.pack(ask.period))
    return _roll(found, heading, _times_row, words("roll-visitors-rule"), parts, edits)


def prepaid_left(said: Said, unit: Unit, ask: PrepaidLeft, offset: int = 0, edits: int | None = None) -> Replies:
    """Who has something left of what they paid ahead."""
    found = rolls.prepaid_left(unit, offset)
    heading = words("roll-prepaid", total=found.total)
    return _roll(found, heading, _left_row, words("roll-prepaid-rule"), ("prepaid",), edits)


def no_shows(said: Said, unit: Unit, ask: NoShows, offset: int = 0, edits: int | None = None) -> Replies:
    """Who did not come to a time kept for them."""
    found = rolls.no_shows(unit, ask, offset)
    over = owner_periods.said(ask.period) if ask.period else words("period-ever")
    heading = words("roll-missed", period=over, total=found.total)
    parts = ("missed", owner_periods.pack(ask.period))
    return _roll(found, heading, _times_row, words("roll-missed-rule"), parts, edits)


def turn(said: Said, unit: Unit, *parts: str) -> Replies:
    """Another page of a list, in the place of the one that was there."""
    offset, edits = paging.offset_of(parts[-1] if parts else ""), said.message_id
    match parts:
        case ("regulars", top, _):
            return regulars(said, unit, Regulars(paging.offset_of(top) or None), offset, edits)
        case ("new", when, _) if period := owner_periods.unpack(when):
            return newcomers(said, unit, New(period), offset, edits)
        case ("top", "spent" | "visits" as by, top, when, _):
            return best(said, unit, Top(by, paging.offset_of(top), owner_periods.unpack(when)), offset, edits)
        case ("birthdays", when, *which, _) if period := owner_periods.unpack(when):
            return birthdays(said, unit, Birthdays(period, which == ["regulars"]), offset, edits)
        case ("missing", field, *which, _) if field in _FIELDS or field == _REACH:
            return missing(said, unit, Missing(field, which == ["regulars"]), offset, edits)
        case ("group", name, _) if name in set(Group):
            return group(said, unit, Segments(name), offset, edits)
        case ("stale", _):
            return dead_numbers(said, unit, Stale(), offset, edits)
        case ("prepaid", _) if unit.shop.has(Part.PREPAID):
            return prepaid_left(said, unit, PrepaidLeft(), offset, edits)
        case ("missed", when, _) if unit.shop.has(Part.APPOINTMENTS):
            return no_shows(said, unit, NoShows(owner_periods.unpack(when)), offset, edits)
        case ("visitors", when, _) if period := owner_periods.unpack(when):
            return visitors(said, unit, Visitors(period), offset, edits)
        case ("bought", packed, when, _) if item := item_of(unit, packed):
            return buyers(said, unit, Bought(item, owner_periods.unpack(when)), offset, edits)
    return errors.old_button(said, unit)


def _roll(
    found: Roll,
    heading: Words,
    row: Callable[[int, Entry], Words],
    rule: Words | None,
    parts: tuple[str, ...],
    edits: int | None,
) -> Reply:
    text = words(
        "roll",
        heading=heading,
        rows=tuple(row(found.offset + at, entry) for at, entry in enumerate(found.entries, start=1)),
        page=paging.place(found.offset, len(found.entries), found.total),
        reach=words("reach-of", total=found.total, reachable=found.reachable) if found.total else None,
        rule=rule,
    )
    pages = paging.turn(found.offset, found.total, "roll", *parts)
    ids = [entry.public_id for entry in found.entries]
    return Reply(text, buttons=(*paging.numbers(found.offset, "card", ids), *pages), edits=edits)


def packed_item(item: str) -> str:
    """An item for a button: itself, or where that does not fit a sign by which it is found again."""
    if len(item.encode()) <= _LONGEST_ITEM and not item.startswith(_SIGN) and ":" not in item:
        return item
    return _SIGN + sha256(item.encode()).hexdigest()[:8]


def item_of(unit: Unit, packed: str) -> str | None:
    """The item of a button. One that is on no price list is known while its list is the one shown last."""
    if not packed.startswith(_SIGN):
        return packed
    shown = shown_lists.question_shown(unit)
    items = [shown.item] if isinstance(shown, Bought) else []
    items += [item.name for item in known_items(unit)]
    return next((item for item in items if packed_item(item) == packed), None)


def _row(number: int, entry: Entry, fact: Words) -> Words:
    return words("roll-row", number=number, name=entry.name, last4=entry.last4, fact=fact, reached=reached(entry.reach))


def _regular_row(regular_days: int, number: int, entry: Entry) -> Words:
    fact = words("roll-fact-regular", visits=entry.year_visits, regular_days=regular_days, last=entry.last_on)
    return _row(number, entry, fact)


def _asked_row(number: int, entry: Entry) -> Words:
    return _row(number, entry, words("roll-fact-asked", on=entry.on, until=entry.until))


def _first_row(number: int, entry: Entry) -> Words:
    return _row(number, entry, words("roll-fact-new", on=entry.first_on, visits=entry.visits))


def _new_row(number: int, entry: Entry) -> Words:
    return _row(number, entry, words("roll-fact-new", on=entry.first_on, visits=entry.visits))


def _spent_row(number: int, entry: Entry) -> Words:
    return _row(number, entry, words("roll-fact-spent", amount=entry.spent))


def _left_row(number: int, entry: Entry) -> Words:
    return _row(number, entry, words("card-prepaid", amount=entry.spent))


def _often_row(number: int, entry: Entry) -> Words:
    return _row(number, entry, words("roll-fact-often", visits=entry.visits))


def _times_row(number: int, entry: Entry) -> Words:
    return _row(number, entry, words("roll-fact-times", visits=entry.visits, last=entry.on))


def _day_row(number: int, entry: Entry) -> Words:
    return _row(number, entry, words("roll-fact-day", on=entry.on))


def _last_row(number: int, entry: Entry) -> Words:
    return _row(
        number, entry, words("roll-fact-last", last=entry.last_on) if entry.last_on else words("pick-detail-new")
    )


def _number_row(number: int, entry: Entry) -> Words:
    return _row(number, entry, words("phone-alone", phone=entry.phone))
