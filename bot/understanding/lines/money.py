"""Money taken, owed and paid ahead, and points: what the lines of the phrase files come to."""

import re
from collections.abc import Callable
from dataclasses import replace

from bot.understanding.asks.closed_list import OwnerAsk
from bot.understanding.asks.money import (
    Balance,
    Charge,
    GivePoints,
    Owed,
    PaidTab,
    PrepaidLeft,
    Refund,
    Spent,
    Unpaid,
)
from bot.understanding.asks.visits import RecordVisit
from bot.understanding.lines.line import Line
from bot.understanding.numbers import Number
from bot.understanding.pieces import Sort
from bot.understanding.templates import Match


def _tab_paid(said: Line) -> OwnerAsk | None:
    """ "이영희 2020 외상 5000원 받았어": four digits behind the name, with another sum or odd ones, end a number."""
    name, amount = said.name, said.sum
    numbers = said.match.of(Sort.MONEY, Sort.NUMBER)
    digits = re.fullmatch(r"\d{4}", numbers[0].text.strip()) if numbers and numbers[0].sort is Sort.NUMBER else None
    if digits is not None and (len(numbers) > 1 or int(digits[0]) % 100):
        name = replace(name, last4=digits[0])
        rest = Match(said.match.kind, tuple(c for c in said.match.slots if c is not numbers[0]), "", "")
        amount = Line(rest, said.text, said.now, said.lexicon).sum
    return PaidTab(name, amount, said.paid_by if said.paid_by in ("cash", "card", "transfer") else None)


# Money that goes the other way: used up, or given back.
_USED = re.compile(
    r"(?:썼|써(?![가-힣])|쓰셨|쓴|사용|차감|뺐|빼|깠|까(?![가-힣])|에서)"
    r"|\b(?:used?|uses|spent|deduct(?:ed)?|took|take|off|out of|from)\b"
)
_GIVEN_BACK = re.compile(
    r"환불|돌려\s?[주줬드]|반환|\b(?:refund(?:ed)?|gave back|given back|returned|paid back|withdr[ae]w\w*)\b"
)


def _charge(said: Line) -> OwnerAsk | None:
    if said.sum is None or _GIVEN_BACK.search(said.low):
        return None
    if _USED.search(said.low):
        return RecordVisit(said.name, said.items, said.sum, paid_by="prepaid")
    paid = said.paid_by if said.paid_by in ("cash", "card", "transfer") else None
    return Charge(said.name, said.sum, paid)


def _points(said: Line) -> int:
    values = [
        int(chunk.value.value) for chunk in said.match.of(Sort.COUNT, Sort.NUMBER) if isinstance(chunk.value, Number)
    ]
    return values[0] if values else 0


def _give_points(said: Line) -> OwnerAsk | None:
    """ "커트 25000 포인트로" is paid with points or earned them: nobody can tell, so nothing is given."""
    if said.things or re.search(
        r"포인트(?:로|에서)|\b(?:with|in|by|from|out of) (?:her |his |their )?points\b", said.low
    ):
        return None
    return GivePoints(said.name, _points(said))


def _refund(said: Line) -> OwnerAsk | None:
    """Of a thing that is returned nothing was paid ahead."""
    return Refund(said.name, said.sum) if not said.things else None


MONEY: dict[str, Callable[[Line], OwnerAsk | None]] = {
    "tab_paid": _tab_paid,
    "owed": lambda said: Owed(said.name),
    "unpaid": lambda said: Unpaid(),
    "charge": _charge,
    "refund": _refund,
    "prepaid_left": lambda said: PrepaidLeft(),
    "balance": lambda said: Balance(said.name),
    "give_points": _give_points,
    "spend_points": lambda said: GivePoints(said.name, -_points(said)),
    "spent": lambda said: Spent(said.name, said.past),
}
