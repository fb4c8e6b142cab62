"""What somebody has paid ahead, and points: ledgers whose sum is the balance, and never below zero."""

from dataclasses import dataclass

from bot.actions.entries import UNDO_FOR, write_entry
from bot.actions.people import WhoIsMeant, is_surely_new, last4, meant_or_chosen, who_is_meant
from bot.actions.points_left import Ending, next_ending
from bot.actions.unit import Unit
from bot.domain.lots import UNDONE
from bot.domain.outgoing import Money
from bot.domain.refusals import Refusal
from bot.domain.visits import MOST_MINOR
from bot.understanding.asks.money import Balance, Charge, GivePoints, Points, Refund
from storage import journal, ledger
from storage.models import Customer, JournalEntry

CHARGED = "prepaid_charged"
REFUNDED = "prepaid_refunded"
POINTED = "points_given"
_MOST_POINTS = 1_000_000


@dataclass(frozen=True, slots=True)
class Prepaid:
    """What somebody has paid ahead: `amount` now (0: only asked, below 0: taken back), `balance` in all."""

    undo: str
    name: str
    last4: str
    amount: Money
    balance: Money
    new: bool = False


@dataclass(frozen=True, slots=True)
class PointsMoved:
    """Points that were given or, below 0, used (0: only asked), and what there is in all. Taken back, no `undo`."""

    undo: str
    name: str
    last4: str
    points: int
    balance: int
    ending: Ending | None = None


def charge(unit: Unit, ask: Charge, *, to: str = "", new: bool = False) -> Prepaid | WhoIsMeant:
    """Somebody paid ahead. It is no takings yet: those belong to the day on which it is used.

    Raises Refusal visit-amount-negative, visit-amount-absurd, person-gone, name-unusable.
    """
    unit.permit("record")
    if ask.amount <= 0:
        raise Refusal("visit-amount-negative")
    if ask.amount > MOST_MINOR:
        raise Refusal("visit-amount-absurd")
    new = new or (not to and is_surely_new(unit, ask.name))
    customer = meant_or_chosen(unit, ask.name, to=to, new=new)
    if isinstance(customer, WhoIsMeant):
        return customer
    ledger.add(unit.session, customer.id or 0, ledger.PREPAID, ask.amount, unit.now)
    entry = _journal(unit, CHARGED, customer, ask.amount)
    return _prepaid(unit, customer, ask.amount, entry, new=new)


def take_charge_back(unit: Unit, entry: JournalEntry) -> Prepaid:
    """Undo: a row that takes it away again. Raises Refusal prepaid-used for what was used in between."""
    amount = journal.after(unit.vault, entry)["amount"]
    customer = unit.session.get_one(Customer, entry.customer_id)
    if ledger.locked_balance(unit.session, customer.id or 0, ledger.PREPAID) < amount:
        raise Refusal("prepaid-used", person=customer.name)
    ledger.add(unit.session, customer.id or 0, ledger.PREPAID, -amount, unit.now)
    return _prepaid(unit, customer, -amount, "")


def refund(unit: Unit, ask: Refund, *, to: str = "") -> Prepaid | WhoIsMeant:
    """Something of it is given back, all that is left where no sum was said.

    Raises Refusal visit-amount-negative, prepaid-too-little, person-gone.
    """
    unit.permit("record")
    if ask.amount is not None and ask.amount <= 0:
        raise Refusal("visit-amount-negative")
    customer = meant_or_chosen(unit, ask.name, to=to)
    if isinstance(customer, WhoIsMeant):
        return customer
    there = ledger.locked_balance(unit.session, customer.id or 0, ledger.PREPAID)
    amount = there if ask.amount is None else ask.amount
    if not 0 < amount <= there:
        raise Refusal("prepaid-too-little", person=customer.name, balance=Money(there, unit.shop.currency))
    ledger.add(unit.session, customer.id or 0, ledger.PREPAID, -amount, unit.now)
    return _prepaid(unit, customer, -amount, _journal(unit, REFUNDED, customer, amount))


def take_refund_back(unit: Unit, entry: JournalEntry) -> Prepaid:
    """Undo: a row that brings it back."""
    amount = journal.after(unit.vault, entry)["amount"]
    customer = unit.session.get_one(Customer, entry.customer_id)
    ledger.add(unit.session, customer.id or 0, ledger.PREPAID, amount, unit.now)
    return _prepaid(unit, customer, amount, "")


def balance(unit: Unit, ask: Balance) -> Prepaid | WhoIsMeant:
    """What is left of it; without a name, of whomever this person wrote something down about last.

    Raises Refusal balance-whose.
    """
    unit.permit("see a customer")
    customer = _last_person(unit) if not ask.name.name and not ask.name.last4 else who_is_meant(unit, ask.name)
    if isinstance(customer, WhoIsMeant):
        return customer
    unit.saw(customer.id or 0, "prepaid")
    return _prepaid(unit, customer, 0, "")


def give_points(unit: Unit, ask: GivePoints, *, to: str = "") -> PointsMoved | WhoIsMeant:
    """Points for somebody, or used by them. Raises Refusal points-impossible, points-too-few, person-gone."""
    unit.permit("record")
    if not 1 <= abs(ask.points) <= _MOST_POINTS:
        raise Refusal("points-impossible", most=_MOST_POINTS)
    customer = meant_or_chosen(unit, ask.name, to=to)
    if isinstance(customer, WhoIsMeant):
        return customer
    there = ledger.locked_balance(unit.session, customer.id or 0, ledger.POINTS)
    if there + ask.points < 0:
        raise Refusal("points-too-few", person=customer.name, count=there)
    row = ledger.add(unit.session, customer.id or 0, ledger.POINTS, ask.points, unit.now)
    return _points(unit, customer, ask.points, _journal(unit, POINTED, customer, ask.points, row.id))


def take_points_back(unit: Unit, entry: JournalEntry) -> PointsMoved:
    """Undo. Raises Refusal points-too-few for points that were used in between, points-ended for what has run out."""
    if entry.subject_id is not None and ledger.has_ended(unit.session, entry.subject_id):
        raise Refusal("points-ended")
    points = journal.after(unit.vault, entry)["amount"]
    customer = unit.session.get_one(Customer, entry.customer_id)
    there = ledger.locked_balance(unit.session, customer.id or 0, ledger.POINTS)
    if there - points < 0:
        raise Refusal("points-too-few", person=customer.name, count=there)
    ledger.add(unit.session, customer.id or 0, ledger.POINTS, -points, unit.now, of_id=entry.subject_id, reason=UNDONE)
    return _points(unit, customer, -points, "")


def points(unit: Unit, ask: Points) -> PointsMoved | WhoIsMeant:
    """How many points somebody has."""
    unit.permit("see a customer")
    customer = who_is_meant(unit, ask.name)
    if isinstance(customer, WhoIsMeant):
        return customer
    unit.saw(customer.id or 0, "points")
    return _points(unit, customer, 0, "")


def _last_person(unit: Unit) -> Customer:
    entry = journal.newest_of_actor(unit.session, unit.actor)
    customer = unit.session.get(Customer, entry.customer_id) if entry and entry.customer_id else None
    if customer is None:
        raise Refusal("balance-whose")
    return customer


def _journal(unit: Unit, deed: str, customer: Customer, amount: int, row: int | None = None) -> str:
    entry = write_entry(
        unit, deed, customer_id=customer.id, subject_id=row, after={"amount": amount}, undo_for=UNDO_FOR
    )
    return entry.public_id


def _prepaid(unit: Unit, customer: Customer, amount: int, undo: str, *, new: bool = False) -> Prepaid:
    left = ledger.balance(unit.session, customer.id or 0, ledger.PREPAID)
    currency = unit.shop.currency
    return Prepaid(undo, customer.name, last4(customer), Money(amount, currency), Money(left, currency), new)


def _points(unit: Unit, customer: Customer, points: int, undo: str) -> PointsMoved:
    left = ledger.balance(unit.session, customer.id or 0, ledger.POINTS)
    return PointsMoved(undo, customer.name, last4(customer), points, left, next_ending(unit, customer.id or 0))
