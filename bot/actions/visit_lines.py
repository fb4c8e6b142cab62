"""A visit as it was told: its lines with the sum of them or the prices of the list, and its day."""

from collections.abc import Sequence
from datetime import date, datetime, time

from pydantic import TypeAdapter

from bot.actions.unit import Unit
from bot.domain.local_time import moment_of
from bot.domain.outgoing import Money
from bot.domain.prices import Price, price_of
from bot.domain.refusals import Refusal
from bot.domain.visits import Line, make_line
from bot.domain.written_text import one_line
from bot.understanding.asks.visits import RecordVisit, WalkIns

_LONGEST_ITEM = 60
# A past day was told without an hour; noon keeps it on that day in every zone and after every hour that was told.
_SOMETIME = time(12)


def lines_of(ask: RecordVisit, currency: str) -> list[Line]:
    """The lines of a visit. A sum told for several things stays the visit's own: it is not shared out among them.

    It then stands on a line without an item, so that the lines of a visit always add up to its amount.
    """
    lines = [
        make_line(one_line(item.name)[:_LONGEST_ITEM], quantity=item.quantity, amount_minor=item.amount)
        for item in ask.items
    ]
    if ask.amount is None:
        return lines or [make_line("")]
    whole = make_line("", amount_minor=ask.amount)
    priced = sum(line.amount_minor for line in lines)
    rest = ask.amount - priced
    open_lines = [at for at, item in enumerate(ask.items) if item.amount is None]
    if not lines:
        return [whole]
    if rest < 0 or (rest > 0 and not open_lines):
        raise Refusal("visit-sum-differs", told=Money(ask.amount, currency), sum=Money(priced, currency))
    if len(open_lines) == 1:
        only = lines[open_lines[0]]
        lines[open_lines[0]] = make_line(only.item, quantity=only.quantity, amount_minor=rest)
    elif rest:
        lines.append(make_line("", amount_minor=rest))
    return lines


def priced(lines: list[Line], ask: RecordVisit, known: Sequence[Price]) -> tuple[list[Line], tuple[str, ...]]:
    """The lines with the list's prices where no sum was told at all, and the things that the list does not have."""
    if ask.amount is not None or not known:
        return lines, ()
    unpriced = []
    for at, item in enumerate(ask.items):
        price = price_of(known, lines[at].item) if item.amount is None else None
        if price is not None:
            lines[at] = make_line(lines[at].item, quantity=lines[at].quantity, price_minor=price)
        elif item.amount is None:
            unpriced.append(lines[at].item)
    return lines, tuple(unpriced)


def told_moment(unit: Unit, on: date) -> datetime:
    return unit.now if on == unit.today else moment_of(on, _SOMETIME, unit.shop.zone)


def packed(ask: RecordVisit | WalkIns) -> str:
    return TypeAdapter(type(ask)).dump_json(ask).decode()


def items_of(lines: list[Line]) -> tuple[tuple[str, int], ...]:
    return tuple((line.item, line.quantity) for line in lines if line.item)


def money_of(unit: Unit, minor: int) -> Money | None:
    """Nothing is said about nothing: 0 is no amount."""
    return Money(minor, unit.shop.currency) if minor else None
