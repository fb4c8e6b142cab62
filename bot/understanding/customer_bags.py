"""Customers' sentences in any order of words: the lines of phrases/any_order_customer.toml made into asks."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from functools import cache

from bot.understanding.asks.account import Erase, Export, Status, WhoSaw
from bot.understanding.asks.anywhere import Thanks, Undo
from bot.understanding.asks.appointments import Book, Cancel
from bot.understanding.asks.closed_list import CustomerAsk
from bot.understanding.asks.shop import Hours
from bot.understanding.asks.voices import Recommend, Voice
from bot.understanding.asks.wishes import StartMessages, StopMessages, WhyThis
from bot.understanding.bags import Bags, Fit
from bot.understanding.phrasebook import phrases
from bot.understanding.pieces import Chunk, surface
from bot.understanding.templates import IN_BAGS, slotted

_LONGEST = 160
_MARKETING = re.compile(
    r"광고|홍보|이벤트|쿠폰|세일|할인|프로모션|마케팅|소식|\b(?:ads?|advert\w*|marketing|promo\w*|offers?|news|newsletter|deals|spam)\b"
)
_ALL = re.compile(
    r"아무|전부|모든|일절|일체|다\s|싹|\b(?:all|any|anything|everything|nothing|ever again|at all|completely)\b"
)
_MOVED = re.compile(r"옮|미루|미뤄|바꿔|변경|당겨|늦춰|\b(?:move|reschedule|postpone|change|shift)\b")


def whole(chunks: Sequence[Chunk], text: str, when: datetime | date | None, service: str | None) -> CustomerAsk | None:
    """What the sentence is if a line explains every word of it."""
    return _first(_bags().exactly(_said(chunks, text)), text, when, service) if len(text) <= _LONGEST else None


def nearly(chunks: Sequence[Chunk], text: str, when: datetime | date | None, service: str | None) -> CustomerAsk | None:
    """What the sentence comes to if a line explains all but some of it."""
    return _first(_bags().loosely(_said(chunks, text)), text, when, service) if len(text) <= _LONGEST else None


def _said(chunks: Sequence[Chunk], text: str) -> str:
    return slotted(surface(text), chunks).text


def _first(fits: Iterable[Fit], text: str, when: datetime | date | None, service: str | None) -> CustomerAsk | None:
    for fit in fits:
        build = _BUILD[fit.kind]
        ask = build(text, when, service)
        if ask is not None:
            return ask
    return None


@cache
def _bags() -> Bags:
    file = phrases("any_order_customer")
    return Bags(file["any_order"], file["small"], file["parts"], IN_BAGS, file["telling"]["words"])


def _scope(text: str) -> str | None:
    low = text.lower()
    if _MARKETING.search(low):
        return "marketing"
    return "all" if _ALL.search(low) else None


_Build = Callable[[str, datetime | date | None, str | None], CustomerAsk | None]
_BUILD: dict[str, _Build] = {
    "status": lambda text, when, service: Status(),
    "status_orders": lambda text, when, service: Status("orders"),
    "status_points": lambda text, when, service: Status("points"),
    "status_balance": lambda text, when, service: Status("balance"),
    "status_visits": lambda text, when, service: Status("visits"),
    "history_list": lambda text, when, service: Status("visits"),
    "status_details": lambda text, when, service: Status("details"),
    "status_appointments": lambda text, when, service: Status("appointments"),
    "who_saw": lambda text, when, service: WhoSaw(),
    "why_this": lambda text, when, service: WhyThis(),
    "undo": lambda text, when, service: Undo(),
    "book": lambda text, when, service: Book(when, service, _MOVED.search(text.lower()) is not None),
    "move_booking": lambda text, when, service: Book(when, service, True),
    "cancel": lambda text, when, service: Cancel(),
    "erase": lambda text, when, service: Erase(),
    "export": lambda text, when, service: Export(),
    "start_messages": lambda text, when, service: StartMessages(_scope(text)),
    "stop_messages": lambda text, when, service: StopMessages(_scope(text)),
    "thanks": lambda text, when, service: Thanks(),
    "recommend": lambda text, when, service: Recommend(),
    "hours": lambda text, when, service: Hours(),
    "idea": lambda text, when, service: Voice("idea", text),
    "complaint": lambda text, when, service: Voice("complaint", text),
}
