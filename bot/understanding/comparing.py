"""Two stretches of time side by side: "지난달 대비 매출", "지난주보다 손님 늘었어?", "are sales up on last week?"."""

import re
from datetime import datetime
from functools import cache

from bot.understanding.asks.money import Sales
from bot.understanding.asks.values import Period
from bot.understanding.asks.visits import Visits
from bot.understanding.normalise import flat
from bot.understanding.periods import find_spans
from bot.understanding.phrasebook import phrases

_COMPARES = re.compile(
    r"대비|비교|견주|(?:이?랑|과|와)\s*비해|에\s*비해|보다\s*(?:얼마|더|덜|많|적|나|늘|줄|올|떨|좋|못|매출|매상|수입|장사|손님|방문)"
    r"|\b(?:compared?|comparison|versus|vs\.?|than|against)\b|\b(?:up|down)\s+(?:on|from|over)\b"
)
# Which named stretch stands beside which; the later one is told first.
BESIDE = {"last_month": "this_month", "last_week": "this_week", "last_year": "this_year", "yesterday": "today"}
_LONGEST = 60
# What nobody names the measure of is money: "지난주보다 얼마나 늘었어?"
_GROWS = re.compile(r"늘|줄|올랐|떨어|\b(?:up|down|gr[eo]wn?)\b")
_BREAKS = re.compile(r"[\s,.!?~？]+")


def compares(text: str) -> bool:
    """Whether a tidy sentence asks for it."""
    return _COMPARES.search(flat(text)) is not None


def read_comparison(text: str, now: datetime) -> Sales | Visits | None:
    """What is compared with a stretch that is over, where nothing else is said. `now` is aware, in the shop's zone."""
    low = flat(text)
    if len(low) > _LONGEST or not compares(low):
        return None
    spans = find_spans(low, now)
    named = [span.past for span in spans if span.past and span.past.name in BESIDE.keys() | BESIDE.values()]
    if not named or len(named) != len(spans):
        return None
    for span in reversed(spans):
        low = f"{low[: span.start]} {low[span.end :]}"
    words, period = _BREAKS.split(low.strip()), _earlier(named)
    of_money, of_people, around = (_any(name) for name in ("money", "people", "around"))
    said = [word for word in words if word and not around.fullmatch(word)]
    if not said:
        return Sales(period) if _GROWS.search(low) else None
    if not all(of_money.fullmatch(word) or of_people.fullmatch(word) for word in said):
        return None
    return Sales(period) if any(map(of_money.fullmatch, said)) else Visits(period)


def _earlier(named: list[Period]) -> Period:
    return next((one for one in named if one.name in BESIDE), named[0])


@cache
def _any(name: str) -> re.Pattern[str]:
    """One word of that list of phrases/comparing.toml."""
    return re.compile("|".join(f"(?:{one})" for said in phrases("comparing")[name].values() for one in said))
