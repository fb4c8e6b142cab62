"""What was left here: what the lines of the phrase files come to."""

import re
from collections.abc import Callable

from bot.understanding.asks.closed_list import OwnerAsk
from bot.understanding.asks.orders import (
    AllReady,
    FindTag,
    HandOver,
    InWork,
    Late,
    OrderReady,
    OrdersDue,
    OrdersWaiting,
    SetTag,
    TagFetched,
    TagReady,
)
from bot.understanding.lines.line import Line
from bot.understanding.pieces import Sort
from bot.understanding.spans import calendar

_HANGS = re.compile(r"걸|뒀|둔|둠|놨|놓|달[았아]|붙|옮|\b(?:put|hang|hangs|hung|move[ds]?|hanging|goes|is|are)\b")


def _set_tag(said: Line) -> OwnerAsk | None:
    if said.sum is not None or (said.things and said.numbers and not _HANGS.search(said.low)):
        return None  # a visit, with where its things hang
    tag, rack = said.mark(Sort.TAG), said.mark(Sort.RACK)
    name = said.name if said.names else None
    return SetTag(name, tag, rack) if (name is not None or tag) and (tag or rack) else None


def _with_tag(ask: Callable[[str], OwnerAsk]) -> Callable[[Line], OwnerAsk | None]:
    return lambda said: ask(said.mark(Sort.TAG)) if said.mark(Sort.TAG) else None


def _all_ready(said: Line) -> OwnerAsk | None:
    spans = said.spans
    return AllReady(spans[0].coming if spans else None)


# It is the customer who cannot come then, and wishes for another time.
_OTHERS_WISH = re.compile(r"못\s?(?:오|온)|(?:달래|달라|대요|신대)\S*\s*[.!]*$")


# "내일 된다고 했어": what is left behind the verb is no reason.
_QUOTED = re.compile(r"(?:다|라)?고\s")


def _late(said: Line) -> OwnerAsk | None:
    moments = said.moments
    if re.search(r"예약|appointment|booking", said.low) or _OTHERS_WISH.search(said.low):
        return None
    why = "" if _QUOTED.match(said.match.words) else said.match.words
    return Late(said.name, moments[-1] if moments else None, why, said.things)


def _hand_over(said: Line) -> OwnerAsk | None:
    if said.sum is not None and not re.search(
        r"냈|내셨|내고|받았|결제|계산|주셨|냄|지불|\bpa(?:id|ying|ys)\b", said.low
    ):
        return None
    paid = bool(re.search(r"냈|내셨|내고|받았|결제|계산|주셨|냄|지불|\bpa(?:id|ying|ys)\b", said.low))
    return HandOver(said.name, said.things, paid, said.paid_by if paid else None, said.pieces, said.sum)


ORDERS: dict[str, Callable[[Line], OwnerAsk | None]] = {
    "in_work": lambda said: InWork(),
    "to_fetch": lambda said: OrdersWaiting(),
    "find_tag": _with_tag(FindTag),
    "set_tag": _set_tag,
    "tag_ready": _with_tag(TagReady),
    "tag_fetched": _with_tag(TagFetched),
    "all_ready": _all_ready,
    "part_ready": lambda said: OrderReady(said.name, said.things, said.pieces),
    "late": _late,
    "hand_over": _hand_over,
    "orders_due": lambda said: OrdersDue(said.coming or calendar("today", said.now.date())),
}
