"""Visits and what they were: what the lines of the phrase files come to."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from bot.understanding.asks.anywhere import Help, Undo
from bot.understanding.asks.closed_list import OwnerAsk
from bot.understanding.asks.values import Item
from bot.understanding.asks.visits import Chart, CloseDay, Correct, GiveExtra, RecordVisit, Usual, WalkIns
from bot.understanding.lines.line import SUM_FROM, Line
from bot.understanding.numbers import Number
from bot.understanding.pieces import Chunk, Sort
from bot.understanding.templates import Match

_ONE_GUEST = re.compile(r"(?:an?|one)\s(?!\d)")
_PEOPLE = frozenset(["명", "분", "사람", "인", "팀"])


def _what_holds(low: str) -> tuple[int, int]:
    """Where what is right stands: behind 말고 and 아니라, before "not", and else all of it."""
    turned = list(re.finditer(r"말고|아니고|아니라|아니구|아니[여야],|아님", low))
    if turned:
        return turned[-1].end(), len(low)
    meant = re.search(r"\bnot\b.*?\b(?:i meant|i mean|it was|it's|its|but|make it)\b", low)
    if meant:
        return meant.end(), len(low)
    denied = re.search(r"(?<=\S)[\s,]+(?:and )?(?:not|instead of|rather than)\b", low)
    return (0, denied.start()) if denied and not low.startswith(("no", "not")) else (0, len(low))


def _correct(said: Line) -> OwnerAsk | None:
    holds, until = _what_holds(said.low)
    paid_by = replace(said, text=said.text[holds:until]).paid_by
    # "3장 말고 2장", "3장이 아니라 2장": the second one holds; "3 not 2": the first.
    named = [str(chunk.value) for chunk in said.match.of(Sort.ITEM)]
    slots = [chunk for chunk in said.match.slots if holds <= chunk.start < until]
    said = Line(Match(said.match.kind, tuple(slots), "", ""), said.text, said.now, said.lexicon)
    names, items = said.names, _once_each(said.items)
    quantity = said.numbers[0] if said.numbers and not items else None
    if quantity is not None and len(named) == 1:
        # "바지 셋이 아니고 넷": the thing stands before what does not hold.
        items, quantity = (Item(named[0], quantity),), None
    past = next((span.past.start for span in said.spans if span.past and span.past.start < said.now.date()), None)
    when = next((m for m in said.moments if (m.date() if isinstance(m, datetime) else m) >= said.now.date()), None)
    ask = Correct(names[0] if names else None, items, quantity, said.sum, paid_by, when, past)
    return ask if ask != Correct() else None


def _add_item(said: Line) -> OwnerAsk | None:
    """What comes on top of the visit that was written down last."""
    return Correct(items=said.items, amount=said.sum, more=True) if said.items else None


def _once_each(items: Sequence[Item]) -> tuple[Item, ...]:
    """ "니트야 니트 두 개": a thing said twice is one, with the number that was said of it."""
    found: dict[str, Item] = {}
    for item in items:
        known = found.get(item.name)
        if known is None or item.quantity > known.quantity:
            found[item.name] = item
    return tuple(found.values())


def _walk_ins(said: Line) -> OwnerAsk | None:
    amount = said.sum
    if amount is None or said.names:
        return None
    # "a walk-in 2 shirts 6000": one person, and whatever is counted are things.
    guests = None if _ONE_GUEST.match(said.low) else _guests(said)
    counted = [int(guests.value.value)] if guests is not None and isinstance(guests.value, Number) else []
    things = tuple(chunk for chunk in said.match.slots if chunk is not guests)
    items = Line(Match("", things, "", ""), said.text, said.now, said.lexicon).items
    past = next((span.past.start for span in said.spans if span.past and span.past.start < said.now.date()), None)
    return WalkIns(counted[0] if counted else 1, amount, items, past, said.paid_by)


def _guests(said: Line) -> Chunk | None:
    """The number that counts people: by its counter, or because no thing stands beside it ("워크인 셋")."""
    slots = said.match.slots
    for at, chunk in enumerate(slots):
        number = chunk.value
        if chunk.sort not in (Sort.COUNT, Sort.NUMBER) or not isinstance(number, Number):
            continue
        if number.unit in _PEOPLE:
            return chunk
        if number.value >= SUM_FROM:
            continue
        beside = [*slots[max(0, at - 1) : at], *slots[at + 1 : at + 2]]
        if number.unit in ("", "x") and not any(one.sort is Sort.ITEM for one in beside):
            return chunk
    return None


def _close_day(said: Line) -> OwnerAsk | None:
    """Only today can be closed: "내일 마감" asks what is promised for tomorrow."""
    other_day = any(span.past is None or span.past.name != "today" for span in said.spans)
    return None if other_day else CloseDay()


def _drawn(said: Line) -> str:
    if re.search(r"바쁜|시간대|요일|\bbus(?:y|iest)\b|\bhours?\b", said.low):
        return "hours"
    return "regulars" if re.search(r"단골|regular", said.low) else "weeks"


def _give_extra(said: Line) -> OwnerAsk | None:
    """What is given costs nothing: whoever is named with a sum has given it ("신동우가 달아논거 만팔천 줬다")."""
    if said.sum is not None or _SUM.search(said.match.words):
        return None
    return GiveExtra(said.name, _AS_A_GIFT.sub("", said.match.words))


# "덤으로 손수건 하나": the word for the gift is taken out already, its particle is not.
_AS_A_GIFT = re.compile(r"^(?:으로|로)\s+")
_SUM = re.compile(r"[십백천만]\s?원?(?=\s|$)|\d{3}|찾아|받아\s?[가갔]|가져|다\s?[됐되돼]|완성")


def _came_in(said: Line) -> OwnerAsk | None:
    """Somebody was here, and it is to be written down; of a day to come nothing is."""
    days = [span.past.start for span in said.spans if span.past is not None]
    if len(days) < len(said.spans) or any(day > said.now.date() for day in days):
        return None
    return RecordVisit(said.name, on=next((day for day in days if day < said.now.date()), None))


VISITS: dict[str, Callable[[Line], OwnerAsk | None]] = {
    "give_extra": _give_extra,
    "take_gift": lambda said: GiveExtra(said.name, owed=True),
    "chart_weeks": lambda said: Chart("weeks"),
    "chart_hours": lambda said: Chart("hours"),
    "chart_regulars": lambda said: Chart("regulars"),
    "chart": lambda said: Chart(_drawn(said)),
    "correct": _correct,
    "add_item": _add_item,
    "walk_ins": _walk_ins,
    "came_in": _came_in,
    "close_day": _close_day,
    "usual": lambda said: Usual(said.name),
    "undo": lambda said: Undo(),
    "help": lambda said: Help(),
}
