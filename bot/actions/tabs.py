"""What is owed (외상): paid back, and who owes."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.actions.entries import UNDO_FOR, write_entry
from bot.actions.people import WhoIsMeant, last4, meant_or_chosen, reach, who_is_meant
from bot.actions.unit import Unit
from bot.domain.outgoing import Money
from bot.domain.reach import Reach
from bot.domain.refusals import Refusal
from bot.understanding.asks.money import Owed, PaidTab, PayPromise
from bot.understanding.asks.reminders import RemindMe
from storage import journal, orders, visits
from storage.models import Customer, JournalEntry, Order, Visit

PAID = "tab_paid"
PAGE = 10


@dataclass(frozen=True, slots=True)
class TabPaid:
    """A payment of what was owed; `left` is still owed. Taken back, `left` is what is owed again."""

    undo: str
    name: str
    last4: str
    amount: Money
    left: Money | None
    paid_by: str | None


@dataclass(frozen=True, slots=True)
class TabTakenBack:
    paid: TabPaid


@dataclass(frozen=True, slots=True)
class Promised:
    """Somebody is going to pay: what is owed until then, None for nothing, and a reminder that could be wished for."""

    name: str
    last4: str
    owed: Money | None
    when: datetime | date | None
    remind: RemindMe | None


@dataclass(frozen=True, slots=True)
class Owing:
    """What somebody owes; None for nothing."""

    name: str
    last4: str
    owed: Money | None


@dataclass(frozen=True, slots=True)
class Debtor:
    public_id: str
    name: str
    last4: str
    owed: Money
    reach: Reach


@dataclass(frozen=True, slots=True)
class Debtors:
    """A page of those who owe something; `sum` is what all of them owe together."""

    people: tuple[Debtor, ...]
    offset: int
    total: int
    reachable: int
    sum: Money


def pay(unit: Unit, ask: PaidTab, *, to: str = "") -> TabPaid | WhoIsMeant:
    """Somebody paid what they owe, or a part of it: the oldest first. Or ask whom it is about.

    Raises Refusal tab-none, tab-less (more was paid than is owed), visit-amount-negative, person-gone.
    """
    unit.permit("record")
    customer = meant_or_chosen(unit, ask.name, to=to)
    if isinstance(customer, WhoIsMeant):
        return customer
    customer_id = customer.id or 0
    owed = visits.unpaid_of(unit.session, customer_id)
    amount = owed if ask.amount is None else ask.amount
    if not owed:
        raise Refusal("tab-none", person=customer.name)
    if amount <= 0:
        raise Refusal("visit-amount-negative")
    if amount > owed:
        raise Refusal("tab-less", person=customer.name, owed=Money(owed, unit.shop.currency))
    parts, rest = [], amount
    for one in visits.owing(unit.session, customer_id):
        paid = min(rest, one.unpaid_minor)
        if paid:
            parts.append(["visit" if isinstance(one, Visit) else "order", one.id, paid])
            _owe(unit, one, one.unpaid_minor - paid)
            rest -= paid
    entry = write_entry(
        unit,
        PAID,
        customer_id=customer_id,
        after={"parts": parts, "paid_by": ask.paid_by},
        undo_for=UNDO_FOR,
    )
    return _view(unit, entry.public_id, customer, amount, ask.paid_by)


def promised(unit: Unit, ask: PayPromise, *, to: str = "") -> Promised | WhoIsMeant:
    """Somebody says that they will pay. Nothing is written: it is owed until it is paid. Or ask whom it is about."""
    unit.permit("see takings")
    customer = meant_or_chosen(unit, ask.name, to=to)
    if isinstance(customer, WhoIsMeant):
        return customer
    unit.saw(customer.id or 0, "card")
    owed = visits.unpaid_of(unit.session, customer.id or 0)
    day = ask.when.astimezone(unit.shop.zone).date() if isinstance(ask.when, datetime) else ask.when
    later = owed and day is not None and day > unit.today
    return Promised(
        customer.name,
        last4(customer),
        Money(owed, unit.shop.currency) if owed else None,
        ask.when,
        RemindMe(ask.when, ask.about) if later else None,
    )


def owed(unit: Unit, ask: Owed) -> Owing | WhoIsMeant:
    """How much somebody owes, or ask whom it is about."""
    unit.permit("see takings")
    customer = who_is_meant(unit, ask.name)
    if isinstance(customer, WhoIsMeant):
        return customer
    unit.saw(customer.id or 0, "card")
    minor = visits.unpaid_of(unit.session, customer.id or 0)
    return Owing(customer.name, last4(customer), Money(minor, unit.shop.currency) if minor else None)


def take_back(unit: Unit, entry: JournalEntry) -> TabTakenBack:
    """Undo: it is owed again. Raises Refusal undo-changed-since where what it was for is gone."""
    facts = journal.after(unit.vault, entry)
    amount = 0
    for kind, one_id, paid in facts["parts"]:
        one: Visit | Order
        one = unit.session.get_one(Visit, one_id) if kind == "visit" else unit.session.get_one(Order, one_id)
        if isinstance(one, Visit) and one.undone_at is not None:
            raise Refusal("undo-changed-since")
        _owe(unit, one, one.unpaid_minor + paid)
        amount += paid
    customer = unit.session.get_one(Customer, entry.customer_id)
    return TabTakenBack(_view(unit, "", customer, amount, facts["paid_by"]))


def who_owes(unit: Unit, offset: int = 0) -> Debtors:
    """Everybody with something unpaid, the most first."""
    unit.permit("see takings")
    owing = visits.debtors(unit.session)
    shown = owing[offset : offset + PAGE]
    for customer, _ in shown:
        unit.saw(customer.id or 0, "list")
    currency = unit.shop.currency
    return Debtors(
        tuple(Debtor(one.public_id, one.name, last4(one), Money(minor, currency), reach(one)) for one, minor in shown),
        offset,
        len(owing),
        sum(reach(one) is not Reach.NONE for one, _ in owing),
        Money(sum(minor for _, minor in owing), currency),
    )


def _owe(unit: Unit, one: Visit | Order, minor: int) -> None:
    """Set what is unpaid of a visit, and of the order that it opened."""
    one.unpaid_minor = minor
    unit.session.add(one)
    if isinstance(one, Visit):
        for order in orders.of_visit(unit.session, one.id or 0):
            order.unpaid_minor = min(minor, order.amount_minor)
            unit.session.add(order)
    unit.session.flush()


def _view(unit: Unit, undo: str, customer: Customer, amount: int, paid_by: str | None) -> TabPaid:
    left = visits.unpaid_of(unit.session, customer.id or 0)
    currency = unit.shop.currency
    return TabPaid(
        undo,
        customer.name,
        last4(customer),
        Money(amount, currency),
        Money(left, currency) if left else None,
        paid_by,
    )
