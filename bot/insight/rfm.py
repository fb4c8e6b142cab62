"""Recency, frequency and money, scored as the R package rfm publishes it (Hebbali, MIT, rfm_table_order).

Each of the three is cut at its quantiles of 20, 40, 60 and 80 % (type 7: linear between two values) plus one: below the
first cut is 1, from the fourth on 5. For recency, in days, few are good, so there 5 and 1 change places. A segment is
the first rule of the table whose three ranges hold the scores.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import floor
from typing import TypeVar

_SCORES = 5
OTHERS = "Others"

Key = TypeVar("Key")
Ends = tuple[int, int]

SEGMENTS: tuple[tuple[str, Ends, Ends, Ends], ...] = (
    ("Champions", (5, 5), (5, 5), (5, 5)),
    ("Potential Loyalist", (3, 5), (3, 5), (2, 5)),
    ("Loyal Customers", (2, 4), (2, 4), (2, 4)),
    ("Promising", (3, 4), (1, 3), (3, 5)),
    ("New Customers", (4, 5), (1, 3), (1, 5)),
    ("Can't Lose Them", (1, 2), (3, 4), (4, 5)),
    ("At Risk", (1, 2), (2, 5), (4, 5)),
    ("Need Attention", (1, 3), (3, 5), (3, 5)),
    ("About To Sleep", (2, 3), (1, 3), (1, 4)),
    ("Lost", (1, 1), (1, 5), (1, 5)),
)
"""Name, and from which to which score of recency, frequency and money; the first that holds is it."""


@dataclass(frozen=True, slots=True)
class Scored:
    """One customer: days since the last purchase, purchases, their sum in the minor unit, and the three scores."""

    recency_days: int
    transactions: int
    amount_minor: int
    recency: int
    frequency: int
    money: int

    @property
    def score(self) -> int:
        """The three digits as one number: 543."""
        return self.recency * 100 + self.frequency * 10 + self.money

    @property
    def segment(self) -> str:
        """The name of the first rule that holds, else Others."""
        mine = (self.recency, self.frequency, self.money)
        for name, *ranges in SEGMENTS:
            if all(low <= score <= high for score, (low, high) in zip(mine, ranges, strict=True)):
                return name
        return OTHERS


def rfm_table(purchases: Mapping[Key, Sequence[tuple[date, int]]], on: date) -> dict[Key, Scored]:
    """Score everybody from their purchases, each a day and an amount in the minor unit, as of the day `on`."""
    facts = {
        who: ((on - max(day for day, _ in bought)).days, len(bought), sum(amount for _, amount in bought))
        for who, bought in purchases.items()
        if bought
    }
    if not facts:
        return {}
    recency, frequency, money = ([fact[which] for fact in facts.values()] for which in range(3))
    cuts = (_cuts(recency), _cuts(frequency), _cuts(money))
    return {
        who: Scored(*fact, _SCORES + 1 - _score(fact[0], cuts[0]), _score(fact[1], cuts[1]), _score(fact[2], cuts[2]))
        for who, fact in facts.items()
    }


def _cuts(values: Sequence[int]) -> list[float]:
    ordered = sorted(values)
    return [_quantile(ordered, number / _SCORES) + 1 for number in range(1, _SCORES)]


def _quantile(ordered: Sequence[int], share: float) -> float:
    """Type 7 of Hyndman and Fan."""
    place = (len(ordered) - 1) * share
    below = floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def _score(value: int, cuts: Sequence[float]) -> int:
    return 1 + sum(value >= cut for cut in cuts)
