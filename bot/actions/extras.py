"""What a shop gives on top, at no charge: noted with its day, so that nobody of the regulars goes without for long."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.actions.entries import UNDO_FOR, write_entry
from bot.actions.people import WhoIsMeant, last4, meant_or_chosen, reach
from bot.actions.unit import Unit
from bot.actions.visit_gifts import owed
from bot.domain.outgoing import Money
from bot.domain.reach import Reach
from bot.domain.refusals import Refusal
from bot.domain.rhythm import RhythmRule
from bot.domain.visit_gifts import current
from bot.domain.written_text import one_line
from bot.understanding.asks.visits import GiveExtra
from storage import ledger, lists
from storage.models import Customer, JournalEntry, LedgerEntry

GIVEN = "extra_given"
PAGE = 10
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Extra:
    """An extra as it was noted; `count` is how many there were in all. Taken back, `undo` is empty.

    With `owed` it is what was promised for so many visits, and `count` is what is left of that.
    """

    undo: str
    name: str
    last4: str
    what: str
    count: int
    owed: bool


@dataclass(frozen=True, slots=True)
class Without:
    """A regular with the last extra; None is never."""

    public_id: str
    name: str
    last4: str
    reach: Reach
    extra_on: date | None
    what: str
    spent: Money


@dataclass(frozen=True, slots=True)
class WithoutList:
    """A page of the regulars, those who never got one first, then the oldest. `never` counts those of all `total`."""

    rows: tuple[Without, ...]
    offset: int
    total: int
    reachable: int
    never: int
    rule: RhythmRule


def give(unit: Unit, ask: GiveExtra, *, to: str = "") -> Extra | WhoIsMeant:
    """Note an extra at 0, or that somebody took what was owed for so many visits.

    Raises Refusal person-gone, extra-too-long, gift-none-promised, gift-none-left.
    """
    unit.permit("record")
    what = one_line(ask.what)
    if len(what) > _LONGEST:
        raise Refusal("extra-too-long", most=_LONGEST)
    customer = meant_or_chosen(unit, ask.name, to=to)
    if isinstance(customer, WhoIsMeant):
        return customer
    customer_id = customer.id or 0
    if ask.owed:
        what = _what_is_owed(unit, customer)
    reason = ledger.PROMISED if ask.owed else None
    row = ledger.add(unit.session, customer_id, "extra", 0, unit.now, note=what, reason=reason)
    entry = write_entry(unit, GIVEN, customer_id=customer.id, subject_id=row.id, undo_for=UNDO_FOR)
    return _extra(unit, customer, row, entry.public_id)


def take_back(unit: Unit, entry: JournalEntry) -> Extra:
    """Undo: it was not given."""
    customer = unit.session.get_one(Customer, entry.customer_id)
    row = unit.session.get(LedgerEntry, entry.subject_id)
    if row is None:
        raise Refusal("undo-changed-since")
    unit.session.delete(row)
    unit.session.flush()
    return _extra(unit, customer, row, "")


def _what_is_owed(unit: Unit, customer: Customer) -> str:
    """The oldest that is left; nobody else may take it until this transaction ends."""
    if current(unit.shop.nth_gift) is None:
        raise Refusal("visit-gift-none-promised")
    ledger.locked_balance(unit.session, customer.id or 0, "extra")
    left = owed(unit, customer.id or 0)
    if not left:
        raise Refusal("visit-gift-none-left", person=customer.name)
    return left[0].what


def _extra(unit: Unit, customer: Customer, row: LedgerEntry, undo: str) -> Extra:
    customer_id, was_owed = customer.id or 0, row.reason == ledger.PROMISED
    left = sum(one.count for one in owed(unit, customer_id)) if was_owed else ledger.extras(unit.session, customer_id)
    return Extra(undo, customer.name, last4(customer), row.note or "", left, was_owed)


def without(unit: Unit, offset: int = 0) -> WithoutList:
    """The regulars by the day of their last extra."""
    unit.permit("see lists")
    found = ordered(unit)
    given = ledger.last_extras(unit.session)
    page = found[offset : offset + PAGE]
    for customer in page:
        unit.saw(customer.id or 0, "list")
    rows = []
    for customer in page:
        last = given.get(customer.id or 0)
        rows.append(
            Without(
                customer.public_id,
                customer.name,
                last4(customer),
                reach(customer),
                unit.shop.day_of(last.at) if last else None,
                (last.note or "") if last else "",
                Money(customer.spent_minor, unit.shop.currency),
            )
        )
    never = sum(customer.id not in given for customer in found)
    reachable = sum(reach(customer) is not Reach.NONE for customer in found)
    return WithoutList(tuple(rows), offset, len(found), reachable, never, unit.shop.rhythm)


def ordered(unit: Unit) -> list[Customer]:
    """Everybody on that list, in its order."""
    rule = unit.shop.rhythm
    which = lists.regulars(unit.today - timedelta(days=rule.lost_days), rule.regular_visit_days)
    counted = lists.count(unit.session, which)
    people = lists.page(unit.session, which, 0, counted.total, counted.first)
    given = ledger.last_extras(unit.session)
    never = [one for one in people if one.id not in given]
    return never + sorted((one for one in people if one.id in given), key=lambda one: given[one.id or 0].at)
