"""What a visit is, which of its figures are believed, and what is said about it when it is read back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.outgoing import Words, words
from bot.domain.refusals import Refusal
from bot.domain.rhythm import USUAL_RULE, Rhythm, RhythmRule

MOST_PIECES = 999
# One hundred million won, or a million dollars: in a small shop that is a slip of the finger, in any currency.
MOST_MINOR = 100_000_000
EARLIEST_DAY = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Line:
    """One item of a visit. Money is in the currency's minor unit; `price_minor` is for one piece."""

    item: str
    quantity: int
    price_minor: int | None
    amount_minor: int


def make_line(
    item: str,
    *,
    quantity: int | None = None,
    price_minor: int | None = None,
    amount_minor: int | None = None,
) -> Line:
    """One line from what was written down.

    The amount wins over quantity x price where the two differ: it is what was charged, and a discount is the usual
    reason. Without an amount it is quantity x price; without either it is 0. No quantity means one piece.

    Raises Refusal: visit-quantity (below 1 or above 999), visit-amount-negative, visit-amount-absurd.
    """
    pieces = 1 if quantity is None else quantity
    if not 1 <= pieces <= MOST_PIECES:
        raise Refusal("visit-quantity", quantity=pieces)
    amount = amount_minor
    if amount is None:
        amount = 0 if price_minor is None else pieces * price_minor
    for figure in (amount, price_minor or 0):
        if figure < 0:
            raise Refusal("visit-amount-negative")
        if figure > MOST_MINOR:
            raise Refusal("visit-amount-absurd")
    return Line(item, pieces, price_minor, amount)


def total_minor(lines: Iterable[Line]) -> int:
    """The amount of the whole visit. Raises Refusal visit-amount-absurd."""
    total = sum(line.amount_minor for line in lines)
    if total > MOST_MINOR:
        raise Refusal("visit-amount-absurd")
    return total


def check_visit_day(day: date, today: date) -> date:
    """The day itself, if somebody can have come on it. Raises Refusal: visit-in-future, visit-too-old.

    Later today is not the future: tills run fast, and a shop writes its evening down at noon.
    """
    if day > today:
        raise Refusal("visit-in-future", day=day)
    if day < EARLIEST_DAY:
        raise Refusal("visit-too-old", day=day)
    return day


@dataclass(frozen=True, slots=True)
class Coming:
    """What a visit means in somebody's history: "the 9th time, 31 days since the last (usually 28-33)".

    `nth` counts visit days, so that a second receipt of one day is not a second coming (`same_day` says so).
    `days_since_last` and `usual_range` look back from before this visit; None is the first visit, or not known yet.
    """

    nth: int
    same_day: bool
    days_since_last: int | None
    usual_range: tuple[int, int] | None


def coming(earlier_days: Sequence[date], day: date, rule: RhythmRule = USUAL_RULE) -> Coming:
    """Where a visit on `day` stands among the visit days known so far; days after `day` are left out of account."""
    before = [earlier for earlier in earlier_days if earlier < day]
    rhythm = Rhythm.of(before, rule)
    return Coming(
        nth=rhythm.visit_days + 1,
        same_day=day in earlier_days,
        days_since_last=rhythm.days_away(day),
        usual_range=rhythm.usual_range,
    )


def item_words(item: str | Words, quantity: int) -> Words:
    """A thing and how many of it."""
    return words("item-line", item=item, quantity=quantity)
