"""Gifts for confirmed details: each has a number, and is handed over once, at the counter."""

import secrets
from dataclasses import dataclass
from datetime import date

from bot.actions.entries import UNDO_FOR, write_entry
from bot.actions.people import last4
from bot.actions.unit import Unit
from bot.domain.refusals import Refusal
from storage import refreshing
from storage.models import Customer, JournalEntry, RefreshAsk, RefreshCampaign

USED = "gift_used"
# Four digits are said easily; with so many gifts they are taken too often, and there are five.
_MANY = 3_000


@dataclass(frozen=True, slots=True)
class Gift:
    """A gift and whose it is; `used_on` is None while it waits. Taken back, `undo` is empty."""

    number: int
    what: str
    name: str
    last4: str
    used_on: date | None
    undo: str = ""


def numbered(unit: Unit, ask: RefreshAsk) -> int:
    """The number of this question's gift, drawn once, so that nobody can tell the next one."""
    least = 1_000 if refreshing.count_gifts(unit.session) < _MANY else 10_000
    while ask.gift_number is None:
        number = least + secrets.randbelow(9 * least)
        if refreshing.gift(unit.session, number) is None:
            ask.gift_number = number
    unit.session.add(ask)
    unit.session.flush()
    return ask.gift_number


def use(unit: Unit, number: int) -> Gift:
    """It is handed over. Raises Refusal gift-unknown, gift-used."""
    unit.permit("record")
    ask = refreshing.gift(unit.session, number)
    if ask is None:
        raise Refusal("gift-unknown", number=str(number))
    customer = unit.session.get_one(Customer, ask.customer_id)
    if ask.gift_used_at is not None:
        raise Refusal("gift-used", number=str(number), person=customer.name, on=unit.shop.day_of(ask.gift_used_at))
    unit.saw(customer.id or 0, "gift")
    ask.gift_used_at = unit.now
    unit.session.add(ask)
    entry = write_entry(unit, USED, customer_id=customer.id, subject_id=ask.id, undo_for=UNDO_FOR)
    return _view(unit, ask, customer, entry.public_id)


def take_back(unit: Unit, entry: JournalEntry) -> Gift:
    """Undo: it waits again. Raises Refusal undo-changed-since."""
    ask = unit.session.get(RefreshAsk, entry.subject_id)
    if ask is None or ask.gift_used_at is None:
        raise Refusal("undo-changed-since")
    ask.gift_used_at = None
    unit.session.add(ask)
    unit.session.flush()
    return _view(unit, ask, unit.session.get_one(Customer, ask.customer_id))


def newest(unit: Unit, customer: Customer) -> Gift | None:
    """The gift of somebody's card: one that waits, or else the last that was handed over."""
    ask = refreshing.newest_gift(unit.session, customer.id or 0)
    return _view(unit, ask, customer) if ask is not None else None


def _view(unit: Unit, ask: RefreshAsk, customer: Customer, undo: str = "") -> Gift:
    what = unit.session.get_one(RefreshCampaign, ask.campaign_id).gift or ""
    used_on = unit.shop.day_of(ask.gift_used_at) if ask.gift_used_at else None
    return Gift(ask.gift_number or 0, what, customer.name, last4(customer), used_on, undo)
