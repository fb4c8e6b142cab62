"""What is left of each credit of a ledger, and when it ends: what was credited earliest is used first."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

UNDONE, ENDED = "undone", "ended"


@dataclass(frozen=True, slots=True)
class Move:
    """A row of the ledger, the oldest first: `amount` above 0 is credited, below 0 used.

    `of` is the row that this one takes back (`reason` "undone") or what is left of which it ends ("ended").
    """

    id: int
    on: date
    amount: int
    of: int | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Lot:
    """What is left of one credit."""

    id: int
    on: date
    left: int


def lots(moves: Iterable[Move]) -> tuple[Lot, ...]:
    """What is left of each credit, the earliest first; what is used up is not there. Together they are the balance."""
    moves = list(moves)
    undone = {move.of for move in moves if move.reason == UNDONE}
    stand = [move for move in moves if move.reason != UNDONE and move.id not in undone]
    ended: dict[int, int] = {}
    for move in stand:
        if move.reason == ENDED and move.of is not None:
            ended[move.of] = ended.get(move.of, 0) - move.amount
    used = -sum(move.amount for move in stand if move.amount < 0 and move.reason != ENDED)
    found = []
    for move in stand:
        if move.amount <= 0:
            continue
        there = move.amount - ended.get(move.id, 0)
        taken = min(there, used)
        used -= taken
        if there > taken:
            found.append(Lot(move.id, move.on, there - taken))
    return tuple(found)


def ends_on(credited: date, months: int, since: date) -> date:
    """The last day on which a credit counts: that of the month in which it becomes so many months old.

    `since` is the day on which the rule was said: what was there before is as old as the rule.
    """
    first = max(credited, since)
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return date(year, month + 1, monthrange(year, month + 1)[1])
