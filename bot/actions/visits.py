"""Visits as they are told across the counter: written down in one line, read back, taken back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.actions.entries import UNDO_FOR, write_entry
from bot.actions.orders import check_tag_free
from bot.actions.people import WhoIsMeant, is_surely_new, last4, meant_or_chosen, who_is_meant
from bot.actions.unit import Unit
from bot.actions.visit_lines import items_of, lines_of, money_of, packed, priced, told_moment
from bot.domain.outgoing import Money
from bot.domain.promises import promised_moment, shown_promise
from bot.domain.refusals import Refusal
from bot.domain.shop import Part
from bot.domain.visits import Coming, Line, check_visit_day, coming, total_minor
from bot.domain.written_text import one_line
from bot.understanding.asks.visits import RecordVisit
from storage import ledger, orders, people, prices, visits
from storage.models import Customer, Visit

RECORDED = "visit_recorded"
RECORDED_SEVERAL = "visits_recorded"
_UNPAID, _PREPAID = "unpaid", "prepaid"
_LONGEST_DEFECT = 80


@dataclass(frozen=True, slots=True)
class Recorded:
    """A visit as it was written down. `undo` names its entry in the journal, `paid_by` may be "unpaid".

    `left` is what is left of what was paid ahead, where the visit was paid out of that.
    `missed` is what was said besides and nobody understood.
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
    missed: str = ""
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


def record(unit: Unit, ask: RecordVisit, *, to: str = "", new: bool = False) -> Recorded | WhoIsMeant:
    """Write a visit down, or ask whom it is about. Where no sum was told, the price list fills it in.

    `to` is the public id of the person who was chosen, `new` says that it is somebody new. In a shop that keeps things
    for people, a visit that left something opens an order. Raises the refusals of `domain.visits` and
    `domain.promises`, visit-sum-differs, tag-taken, person-gone and name-unusable, and nothing is written then.
    """
    unit.permit("record")
    if ask.paid_by == _PREPAID and not unit.shop.has(Part.PREPAID):
        ask = replace(ask, paid_by=None)
    lines, unpriced = priced(lines_of(ask, unit.shop.currency), ask, prices.price_list(unit.session))
    total_minor(lines)
    on = check_visit_day(ask.on or unit.today, unit.today)
    if ask.promised is not None and ask.amount is None and not unit.shop.has(Part.ORDERS):
        # Nothing stays here that could be promised: it is said of a day to come.
        day = ask.promised.astimezone(unit.shop.zone).date() if isinstance(ask.promised, datetime) else ask.promised
        check_visit_day(day, unit.today)
    promised_at = promised_moment(ask.promised, on, unit.shop.zone) if ask.promised is not None else None
    new = new or (not to and is_surely_new(unit, ask.name))
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
        undo = write_entry(
            unit, RECORDED_SEVERAL, after={"entries": [one.undo for one in written]}, undo_for=UNDO_FOR
        ).public_id
    return Several(undo, tuple(written), tuple(there), tuple(open_ones))


def _is_there(unit: Unit, ask: RecordVisit) -> str:
    """The name of the person whose same visit (things and money) is written down for that day already; else ""."""
    meant = who_is_meant(unit, ask.name, for_writing=True)
    if isinstance(meant, WhoIsMeant):
        return ""
    lines, _ = priced(lines_of(ask, unit.shop.currency), ask, prices.price_list(unit.session))
    same = visits.same_on(unit.session, meant.id or 0, ask.on or unit.today, items_of(lines), total_minor(lines))
    return meant.name if same else ""


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
        visited_at=told_moment(unit, on),
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
        check_tag_free(unit, ask.tag)
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
    entry = write_entry(
        unit,
        RECORDED,
        customer_id=customer_id,
        subject_id=visit.id,
        after={"new": new, "ask": packed(ask)},
        undo_for=UNDO_FOR,
    )
    return Recorded(
        undo=entry.public_id,
        name=customer.name,
        last4=last4(customer),
        new=new,
        items=items_of(lines),
        amount=Money(0, unit.shop.currency) if ask.amount == 0 else money_of(unit, visit.amount_minor),
        paid_by=ask.paid_by,
        on=on,
        coming=seen,
        promised=shown_promise(promised_at, unit.shop.zone) if promised_at and keeps_things else None,
        tag=ask.tag if keeps_things else "",
        rack=ask.rack if keeps_things else "",
        defect=ask.defect if keeps_things else "",
        missed=one_line(ask.missed if keeps_things else ", ".join(filter(None, (ask.missed, ask.defect)))),
        left=left,
    )


def _use_prepaid(unit: Unit, customer: Customer, visit: Visit) -> Money:
    """Take a visit's sum out of what was paid ahead; what is left. Raises Refusal prepaid-too-little."""
    there = ledger.locked_balance(unit.session, customer.id or 0, ledger.PREPAID)
    if not visit.amount_minor or visit.amount_minor > there:
        raise Refusal("prepaid-too-little", person=customer.name, balance=Money(there, unit.shop.currency))
    ledger.add(unit.session, customer.id or 0, ledger.PREPAID, -visit.amount_minor, unit.now, visit_id=visit.id)
    return Money(there - visit.amount_minor, unit.shop.currency)
