"""Visits as they are told across the counter: written down in one line, read back, taken back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from pydantic import TypeAdapter

from bot.actions.entries import UNDO_FOR, write_entry
from bot.actions.people import WhoIsMeant, forget_new, last4, meant_or_chosen, who_is_meant
from bot.actions.unit import Unit
from bot.actions.visit_corrections import corrected
from bot.domain.local_time import moment_of
from bot.domain.outgoing import Money
from bot.domain.prices import Price, price_of
from bot.domain.promises import promised_moment, shown_promise
from bot.domain.refusals import Refusal
from bot.domain.shop import Part
from bot.domain.visits import Coming, Line, check_visit_day, coming, make_line, total_minor
from bot.domain.written_text import one_line
from bot.understanding.asks.values import NOBODY, Spoken
from bot.understanding.asks.visits import Correct, RecordVisit, WalkIns
from storage import journal, ledger, orders, people, photos, prices, visits
from storage.models import Customer, JournalEntry, Visit

RECORDED = "visit_recorded"
RECORDED_SEVERAL = "visits_recorded"
WALKED_IN = "walk_ins_recorded"


_UNPAID, _PREPAID = "unpaid", "prepaid"
_MOST_WALK_INS = 99
# "No, 20,000" is about what was said a moment ago, not about yesterday.
_CORRECTED_WITHIN = timedelta(hours=3)
_LONGEST_ITEM = 60
_LONGEST_DEFECT = 80
# A past day was told without an hour; noon keeps it on that day in every zone and after every hour that was told.
_SOMETIME = time(12)


@dataclass(frozen=True, slots=True)
class Recorded:
    """A visit as it was written down. `undo` names its entry in the journal, `paid_by` may be "unpaid".

    `left` is what is left of what was paid ahead, where the visit was paid out of that.
    `from_list` says that the amount comes from the price list, `unpriced` what it does not have and so left out.
    """

    undo: str
    name: str
    last4: str
    new: bool
    items: tuple[tuple[str, int], ...]
    amount: Money | None
    paid_by: str | None
    on: date
    coming: Coming
    promised: date | datetime | None
    tag: str = ""
    rack: str = ""
    defect: str = ""
    left: Money | None = None
    from_list: bool = False
    unpriced: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Several:
    """Visits of several people: written, there already (their names), and not sure about whom.

    `undo` is empty where nothing was written.
    """

    undo: str
    written: tuple[Recorded, ...]
    there: tuple[str, ...]
    open: tuple[tuple[RecordVisit, WhoIsMeant], ...]


@dataclass(frozen=True, slots=True)
class WalkedIn:
    """People without a name, written down or (without an `undo`) taken back."""

    undo: str
    count: int
    items: tuple[tuple[str, int], ...]
    amount: Money
    paid_by: str | None
    on: date


@dataclass(frozen=True, slots=True)
class SeveralTakenBack:
    visits: tuple["VisitTakenBack", ...]


@dataclass(frozen=True, slots=True)
class VisitTakenBack:
    """`gone` is set when the person, too, was only here because of this visit."""

    name: str
    items: tuple[tuple[str, int], ...]
    amount: Money | None
    on: date
    gone: bool


def record(unit: Unit, ask: RecordVisit, *, to: str = "", new: bool = False) -> Recorded | WhoIsMeant:
    """Write a visit down, or ask whom it is about. Where no sum was told, the price list fills it in.

    `to` is the public id of the person who was chosen, `new` says that it is somebody new. In a shop that keeps things
    for people, a visit that left something opens an order. Raises the refusals of `domain.visits` and
    `domain.promises`, visit-sum-differs, person-gone and name-unusable, and nothing is written then.
    """
    unit.permit("record")
    if ask.paid_by == _PREPAID and not unit.shop.has(Part.PREPAID):
        ask = replace(ask, paid_by=None)
    lines, unpriced = _priced(_lines(ask, unit.shop.currency), ask, prices.price_list(unit.session))
    total_minor(lines)
    on = check_visit_day(ask.on or unit.today, unit.today)
    promised_at = promised_moment(ask.promised, on, unit.shop.zone) if ask.promised is not None else None
    customer = meant_or_chosen(unit, ask.name, to=to, new=new)
    if isinstance(customer, WhoIsMeant):
        return customer
    done = _write(unit, ask, customer, on, lines, promised_at, new=new)
    from_list = any(line.price_minor is not None for line in lines)
    return replace(done, from_list=from_list, unpriced=unpriced if from_list else ())


def record_several(unit: Unit, asks: Sequence[RecordVisit], *, once: bool = False) -> Several:
    """Visits of several people. Who is not surely known is not written; with `once`, what is there already neither.

    The whole is taken back at once. Raises the refusals of `record`, and nothing is written then.
    """
    unit.permit("record")
    written: list[Recorded] = []
    there: list[str] = []
    open_ones: list[tuple[RecordVisit, WhoIsMeant]] = []
    for ask in asks:
        if once and (name := _is_there(unit, ask)):
            there.append(name)
            continue
        done = record(unit, ask)
        if isinstance(done, WhoIsMeant):
            open_ones.append((ask, done))
        else:
            written.append(done)
    undo = written[0].undo if len(written) == 1 else ""
    if len(written) > 1:
        undo = _journal(unit, RECORDED_SEVERAL, None, None, {"entries": [one.undo for one in written]}).public_id
    return Several(undo, tuple(written), tuple(there), tuple(open_ones))


def take_several_back(unit: Unit, entry: JournalEntry) -> SeveralTakenBack:
    """Undo of all of them that are still there. Raises the refusals of `take_back`."""
    taken = []
    for public_id in journal.after(unit.vault, entry)["entries"]:
        one = journal.by_public_id(unit.session, public_id)
        if one is not None and one.undone_at is None:
            one.undone_at = unit.now
            unit.session.add(one)
            taken.append(take_back(unit, one))
    return SeveralTakenBack(tuple(taken))


def walk_ins(unit: Unit, ask: WalkIns) -> WalkedIn:
    """People without a name, so that the takings are true: each is a visit, and the money stands on the first.

    It is not shared out among them, for nobody has said how. Raises the refusals of `domain.visits`.
    """
    unit.permit("record")
    if not 1 <= ask.count <= _MOST_WALK_INS:
        raise Refusal("visit-quantity", quantity=ask.count)
    on = check_visit_day(ask.on or unit.today, unit.today)
    first = _lines(RecordVisit(NOBODY, ask.items, ask.amount), unit.shop.currency)
    total_minor(first)
    ids = []
    for number in range(ask.count):
        visit = visits.add(
            unit.session,
            customer_id=None,
            visited_at=unit.now if on == unit.today else moment_of(on, _SOMETIME, unit.shop.zone),
            visited_on=on,
            lines=[make_line("")] if number else first,
            paid_by=ask.paid_by,
            unpaid_minor=0,
            source="chat",
            recorded_by=unit.actor.user_id,
            now=unit.now,
        )
        ids.append(visit.id)
    entry = _journal(unit, WALKED_IN, None, None, {"visits": ids, "ask": _packed(ask)})
    return WalkedIn(entry.public_id, ask.count, _items(first), Money(ask.amount, unit.shop.currency), ask.paid_by, on)


def take_walk_ins_back(unit: Unit, entry: JournalEntry) -> WalkedIn:
    """Undo of people without a name."""
    facts = journal.after(unit.vault, entry)
    ask = TypeAdapter(WalkIns).validate_json(facts["ask"])
    for visit_id in facts["visits"]:
        visit = unit.session.get_one(Visit, visit_id)
        visit.undone_at = unit.now
        unit.session.add(visit)
    amount = Money(ask.amount, unit.shop.currency)
    return WalkedIn("", ask.count, (), amount, ask.paid_by, ask.on or unit.shop.day_of(entry.at))


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
    if entry.deed == WALKED_IN:
        before = TypeAdapter(WalkIns).validate_json(facts["ask"])
        entry.undone_at = unit.now
        take_walk_ins_back(unit, entry)
        count = before.count if ask.quantity is None else ask.quantity
        amount = before.amount if ask.amount is None else ask.amount
        paid_by = ask.paid_by or before.paid_by
        return walk_ins(unit, replace(before, count=count, amount=amount, paid_by=paid_by, on=ask.on or before.on))
    if entry.deed != RECORDED or "ask" not in facts:
        return None
    visit = unit.session.get_one(Visit, entry.subject_id)
    customer = unit.session.get_one(Customer, visit.customer_id)
    told = corrected(TypeAdapter(RecordVisit).validate_json(facts["ask"]), ask, keeps_things=unit.shop.has(Part.ORDERS))
    meant = customer if ask.name is None else meant_or_chosen(unit, ask.name, to=to, new=new)
    if isinstance(meant, WhoIsMeant):
        return meant
    entry.undone_at = unit.now
    unit.session.add(entry)
    _take_back(unit, visit)
    if meant.id != customer.id and facts.get("new"):
        _forget(unit, customer)
    done = record(unit, replace(told, name=Spoken(meant.name)), to=meant.public_id)
    if isinstance(done, Recorded) and (new or (facts.get("new") and meant.id == customer.id)):
        again = journal.by_public_id(unit.session, done.undo)
        if again is not None:
            journal.rewrite(unit.session, unit.vault, again, journal.after(unit.vault, again) | {"new": True})
    return done


def take_back(unit: Unit, entry: JournalEntry) -> VisitTakenBack:
    """Undo a recorded visit with the order that it opened. Raises Refusal undo-order-moved."""
    visit = unit.session.get_one(Visit, entry.subject_id)
    lines = visits.lines_of(unit.session, visit.id or 0)
    customer = unit.session.get_one(Customer, visit.customer_id)
    new = bool(journal.after(unit.vault, entry).get("new"))
    view = VisitTakenBack(customer.name, _items(lines), _money(unit, visit.amount_minor), visit.visited_on, gone=False)
    _take_back(unit, visit)
    if new and _forget(unit, customer):
        return VisitTakenBack(view.name, view.items, view.amount, view.on, gone=True)
    return view


def _take_back(unit: Unit, visit: Visit) -> None:
    """The visit and its order are no more. Raises Refusal undo-order-moved."""
    opened = orders.of_visit(unit.session, visit.id or 0)
    if any(order.state != "received" for order in opened):
        raise Refusal("undo-order-moved")
    visit.undone_at = unit.now
    unit.session.add(visit)
    for order in opened:
        orders.move(unit.session, order, "cancelled", unit.now)
    photos.forget(unit.session, photos.of_visit(unit.session, visit.id or 0))
    used = ledger.of_visit(unit.session, visit.id or 0, _PREPAID)
    if used:
        ledger.add(unit.session, visit.customer_id or 0, _PREPAID, -used, unit.now, visit_id=visit.id)
    people.refresh_figures(unit.session, visit.customer_id or 0, unit.shop.rhythm)


def _is_there(unit: Unit, ask: RecordVisit) -> str:
    """The name of the person whose same visit (things and money) is written down for that day already; else ""."""
    meant = who_is_meant(unit, ask.name, for_writing=True)
    if isinstance(meant, WhoIsMeant):
        return ""
    lines, _ = _priced(_lines(ask, unit.shop.currency), ask, prices.price_list(unit.session))
    same = visits.same_on(unit.session, meant.id or 0, ask.on or unit.today, _items(lines), total_minor(lines))
    return meant.name if same else ""


def _lines(ask: RecordVisit, currency: str) -> list[Line]:
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


def _priced(lines: list[Line], ask: RecordVisit, known: Sequence[Price]) -> tuple[list[Line], tuple[str, ...]]:
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


def _write(
    unit: Unit,
    ask: RecordVisit,
    customer: Customer,
    on: date,
    lines: list[Line],
    promised_at: datetime | None,
    *,
    new: bool,
) -> Recorded:
    customer_id = customer.id or 0
    seen = coming(people.visit_days(unit.session, customer_id), on, unit.shop.rhythm)
    owed = ask.paid_by == _UNPAID
    visit = visits.add(
        unit.session,
        customer_id=customer_id,
        visited_at=unit.now if on == unit.today else moment_of(on, _SOMETIME, unit.shop.zone),
        visited_on=on,
        lines=lines,
        paid_by=None if owed else ask.paid_by,
        unpaid_minor=total_minor(lines) if owed else 0,
        source="chat",
        recorded_by=unit.actor.user_id,
        now=unit.now,
    )
    left = _use_prepaid(unit, customer, visit) if ask.paid_by == _PREPAID else None
    keeps_things = unit.shop.has(Part.ORDERS) and any(line.item for line in lines)
    if keeps_things:
        orders.open_with(
            unit.session,
            visit,
            lines,
            promised_at,
            tag=ask.tag,
            rack=ask.rack,
            defect=one_line(ask.defect)[:_LONGEST_DEFECT],
        )
    people.refresh_figures(unit.session, customer_id, unit.shop.rhythm)
    entry = _journal(unit, RECORDED, customer_id, visit.id, {"new": new, "ask": _packed(ask)})
    return Recorded(
        undo=entry.public_id,
        name=customer.name,
        last4=last4(customer),
        new=new,
        items=_items(lines),
        amount=_money(unit, visit.amount_minor),
        paid_by=ask.paid_by,
        on=on,
        coming=seen,
        promised=shown_promise(promised_at, unit.shop.zone) if promised_at and keeps_things else None,
        tag=ask.tag if keeps_things else "",
        rack=ask.rack if keeps_things else "",
        defect=ask.defect if keeps_things else "",
        left=left,
    )


def _use_prepaid(unit: Unit, customer: Customer, visit: Visit) -> Money:
    """Take a visit's sum out of what was paid ahead; what is left. Raises Refusal prepaid-too-little."""
    there = ledger.locked_balance(unit.session, customer.id or 0, _PREPAID)
    if not visit.amount_minor or visit.amount_minor > there:
        raise Refusal("prepaid-too-little", person=customer.name, balance=Money(there, unit.shop.currency))
    ledger.add(unit.session, customer.id or 0, _PREPAID, -visit.amount_minor, unit.now, visit_id=visit.id)
    return Money(there - visit.amount_minor, unit.shop.currency)


def _journal(
    unit: Unit, deed: str, customer_id: int | None, subject_id: int | None, after: dict[str, Any]
) -> JournalEntry:
    return write_entry(unit, deed, customer_id=customer_id, subject_id=subject_id, after=after, undo_for=UNDO_FOR)


def _packed(ask: RecordVisit | WalkIns) -> str:
    return TypeAdapter(type(ask)).dump_json(ask).decode()


def _forget(unit: Unit, customer: Customer) -> bool:
    """Take the person away again whom this visit brought into the books; undone visits stay, as nobody's."""
    undone = visits.undone_of(unit.session, customer.id or 0)
    opened = {one.id: orders.of_visit(unit.session, one.id or 0) for one in undone}
    if any(order.state != "cancelled" for of_visit in opened.values() for order in of_visit):
        return False
    for one in undone:
        for order in opened[one.id]:
            unit.session.delete(order)
        one.customer_id = None
        unit.session.add(one)
    if forget_new(unit, customer):
        return True
    for one in undone:
        one.customer_id = customer.id
    return False


def _items(lines: list[Line]) -> tuple[tuple[str, int], ...]:
    return tuple((line.item, line.quantity) for line in lines if line.item)


def _money(unit: Unit, minor: int) -> Money | None:
    """Nothing is said about nothing: 0 is no amount."""
    return Money(minor, unit.shop.currency) if minor else None
