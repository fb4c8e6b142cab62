"""What a visit is once something of it is said to have been otherwise."""

from dataclasses import replace
from datetime import datetime

from bot.domain.prices import same_thing
from bot.domain.refusals import Refusal
from bot.understanding.asks.values import Item
from bot.understanding.asks.visits import Correct, RecordVisit


def corrected(visit: RecordVisit, ask: Correct, *, keeps_things: bool) -> RecordVisit:
    """The visit with what was corrected; everything else stays as it was told.

    A new sum is the sum of the whole. A day to come is a promise in a shop that keeps things (`keeps_things`). Raises
    Refusal correct-which: a number of pieces where there are several things.
    """
    items = visit.items
    if ask.quantity is not None:
        if len(items) != 1:
            raise Refusal("correct-which")
        items = (replace(items[0], quantity=ask.quantity),)
    if ask.items:
        items = _with_items(items, ask.items)
    amount = visit.amount
    if ask.amount is not None:
        amount = ask.amount
        items = tuple(replace(item, amount=amount if len(items) == 1 else None) for item in items)
    promised, on = visit.promised, ask.on or visit.on
    if ask.when is not None and visit.on is not None and not isinstance(ask.when, datetime):
        on = None  # "no, today" about what was written down for a past day
    elif ask.when is not None and keeps_things:
        promised = ask.when
    return replace(visit, items=items, amount=amount, paid_by=ask.paid_by or visit.paid_by, on=on, promised=promised)


def _with_items(items: tuple[Item, ...], said: tuple[Item, ...]) -> tuple[Item, ...]:
    """A thing that is there already gets its new number; one other thing in the place of one is what it really was."""
    if len(items) == len(said) == 1:
        return (replace(items[0], name=said[0].name, quantity=said[0].quantity),)
    new = {same_thing(item.name): item for item in said}
    kept = [replace(item, quantity=new.pop(same_thing(item.name), item).quantity) for item in items]
    return (*kept, *new.values())
