"""What was written down last is said to have been otherwise: the visit is taken back and written anew."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from pydantic import TypeAdapter

from bot.actions import visits, walk_ins
from bot.actions.people import WhoIsMeant, meant_or_chosen
from bot.actions.unit import Unit
from bot.actions.visit_undo import forget_with_visits, withdraw
from bot.actions.visits import RECORDED, Recorded
from bot.actions.walk_ins import WALKED_IN, WalkedIn
from bot.domain.prices import Price, price_of, same_thing
from bot.domain.refusals import Refusal
from bot.domain.shop import Part, Preset
from bot.understanding.asks.values import Item, Spoken
from bot.understanding.asks.visits import Correct, RecordVisit, WalkIns
from storage import journal, prices
from storage.models import Customer, Visit

# "No, 20,000" is about what was said a moment ago, not about yesterday.
_CORRECTED_WITHIN = timedelta(hours=3)


def correct(unit: Unit, ask: Correct, *, to: str = "", new: bool = False) -> Recorded | WhoIsMeant | WalkedIn | None:
    """What this person wrote down last was otherwise. None where the last thing was no visit, or is too long ago.

    The visit is taken back and written anew with what was corrected, so it can be undone as a whole. Raises the
    refusals of `record` and `take_back`, correct-which, and nothing is changed then.
    """
    unit.permit("record")
    entry = journal.newest_of_actor(unit.session, unit.actor)
    if entry is None or unit.now - entry.at > _CORRECTED_WITHIN:
        return None
    facts = journal.after(unit.vault, entry)
    if entry.deed == WALKED_IN and ask.more:
        return None
    if entry.deed == WALKED_IN:
        before = TypeAdapter(WalkIns).validate_json(facts["ask"])
        entry.undone_at = unit.now
        walk_ins.take_back(unit, entry)
        count = before.count if ask.quantity is None else ask.quantity
        amount = before.amount if ask.amount is None else ask.amount
        paid_by = ask.paid_by or before.paid_by
        return walk_ins.record(
            unit,
            replace(
                before,
                count=count,
                amount=amount,
                items=_with_items(before.items, ask.items) if ask.items else before.items,
                paid_by=paid_by,
                on=ask.on or before.on,
            ),
        )
    if entry.deed != RECORDED or "ask" not in facts:
        return None
    visit = unit.session.get_one(Visit, entry.subject_id)
    customer = unit.session.get_one(Customer, visit.customer_id)
    if ask.whose is not None and customer.name not in {match.name for match in unit.names.who(ask.whose.name)}:
        return None
    before_it = TypeAdapter(RecordVisit).validate_json(facts["ask"])
    told = (
        _with_more(before_it, ask, prices.price_list(unit.session))
        if ask.more
        else _corrected(before_it, ask, preset=unit.shop.preset, keeps_things=unit.shop.has(Part.ORDERS))
    )
    meant = customer if ask.name is None else meant_or_chosen(unit, ask.name, to=to, new=new)
    if isinstance(meant, WhoIsMeant):
        return meant
    entry.undone_at = unit.now
    unit.session.add(entry)
    withdraw(unit, visit)
    if meant.id != customer.id and facts.get("new"):
        forget_with_visits(unit, customer)
    done = visits.record(unit, replace(told, name=Spoken(meant.name)), to=meant.public_id)
    if ask.more and ask.amount is None and told.amount is not None and isinstance(done, Recorded):
        known = prices.price_list(unit.session)
        unpriced = tuple(one.name for one in ask.items if price_of(known, one.name) is None)
        done = replace(done, unpriced=unpriced)
    if isinstance(done, Recorded) and (new or (facts.get("new") and meant.id == customer.id)):
        again = journal.by_public_id(unit.session, done.undo)
        if again is not None:
            journal.rewrite(unit.session, unit.vault, again, journal.after(unit.vault, again) | {"new": True})
    return done


def _corrected(visit: RecordVisit, ask: Correct, *, preset: Preset, keeps_things: bool) -> RecordVisit:
    """The visit with what was corrected; everything else stays as it was told.

    A new sum is that of the thing it is said of, where the others have theirs; else the sum of the whole. A day to come
    is a promise in a shop that keeps things (`keeps_things`). Raises Refusal correct-which: a number of pieces where
    there are several things.
    """
    items = visit.items
    if ask.quantity is not None:
        if len(items) != 1:
            raise Refusal("correct-which", preset=preset)
        items = (replace(items[0], quantity=ask.quantity),)
    if ask.items:
        items = _with_items(items, ask.items)
    amount = visit.amount
    one = _priced_alone(items, ask)
    if one is not None:
        items = tuple(replace(item, amount=ask.amount) if item is one else item for item in items)
        amount = sum(item.amount or 0 for item in items)
    elif ask.amount is not None:
        amount = ask.amount
        items = tuple(replace(item, amount=amount if len(items) == 1 else None) for item in items)
    promised, on = visit.promised, ask.on or visit.on
    if ask.when is not None and visit.on is not None and not isinstance(ask.when, datetime):
        on = None  # "no, today" about what was written down for a past day
    elif ask.when is not None and keeps_things:
        promised = ask.when
    paid_by = ask.paid_by or visit.paid_by
    return replace(visit, items=items, amount=amount, paid_by=paid_by, on=on, promised=promised, missed="")


def _with_more(visit: RecordVisit, ask: Correct, known: Sequence[Price]) -> RecordVisit:
    """The visit with these things on top. Where its sum was told, theirs is added to it, or the list's price; what the
    list does not have adds nothing.
    """
    items = list(visit.items)
    added = 0
    for at, one in enumerate(ask.items):
        price = price_of(known, one.name)
        own = ask.amount if at == 0 and ask.amount is not None else price * one.quantity if price is not None else None
        own = own if visit.amount is not None or ask.amount is not None else None
        same = next((place for place, item in enumerate(items) if same_thing(item.name) == same_thing(one.name)), None)
        if same is None:
            items.append(replace(one, amount=own))
        else:
            there = items[same]
            whole = None if there.amount is None else there.amount + (own or 0)
            items[same] = replace(there, quantity=there.quantity + one.quantity, amount=whole)
        added += own or 0
    amount = None if visit.amount is None else visit.amount + added
    return replace(visit, items=tuple(items), amount=amount, missed="")


def _priced_alone(items: tuple[Item, ...], ask: Correct) -> Item | None:
    """The one of several things that the new sum is said of, where what the others cost is known."""
    if ask.amount is None or len(ask.items) != 1 or len(items) == 1:
        return None
    thing = same_thing(ask.items[0].name)
    one = next((item for item in items if same_thing(item.name) == thing), None)
    return one if all(item.amount is not None for item in items if item is not one) else None


def _with_items(items: tuple[Item, ...], said: tuple[Item, ...]) -> tuple[Item, ...]:
    """A thing that is there already gets its new number; one other thing in the place of one is what it really was."""
    if len(items) == len(said) == 1:
        return (replace(items[0], name=said[0].name, quantity=said[0].quantity),)
    new = {same_thing(item.name): item for item in said}
    kept = [replace(item, quantity=new.pop(same_thing(item.name), item).quantity) for item in items]
    return (*kept, *new.values())
