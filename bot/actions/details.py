"""The shop sets right what it knows of somebody, as it was told: read back, and taken back with Undo."""

from dataclasses import dataclass

from bot.actions import profile
from bot.actions.entries import UNDO_FOR, write_entry
from bot.actions.people import TOLD, WhoIsMeant, last4, meant_or_chosen
from bot.actions.profile_history import put_confirmation_back
from bot.actions.unit import Unit
from bot.domain.birthday import is_younger, parse_birthday
from bot.domain.phone import parse_phone
from bot.domain.refusals import Refusal
from bot.understanding.asks.people import SetDetail
from bot.understanding.asks.values import Spoken
from storage import journal, people
from storage.models import Customer, Guardian, JournalEntry


@dataclass(frozen=True, slots=True)
class DetailSet:
    """A detail as it stands now, in its stored form; `before` is None where there was nothing.

    Without `undo` it was so already. `value` is None where it is empty now. Taken back, it is what it is again.
    """

    undo: str
    name: str
    last4: str
    detail: str
    before: str | None
    value: str | None


@dataclass(frozen=True, slots=True)
class NumberOfOther:
    """The number stands on somebody else's record, and nothing was written."""

    name: str
    last4: str
    holder: str


def change(unit: Unit, ask: SetDetail, *, to: str = "") -> DetailSet | NumberOfOther | WhoIsMeant:
    """Write a detail of somebody, as the shop was told it.

    Raises Refusal for what cannot be right (the names of the domain's parsers), guardian-first, person-gone.
    """
    unit.permit("record")
    value = profile.PARSERS[ask.detail](ask.value, unit.today) if ask.value else None
    customer = meant_or_chosen(unit, ask.name, to=to)
    if isinstance(customer, WhoIsMeant):
        return customer
    before = getattr(customer, ask.detail)
    if value is None:
        return _emptied(unit, customer, ask.detail, before)
    _guarded(unit, customer, ask.detail, value)
    if before == value:
        people.confirm(unit.session, customer.id or 0, ask.detail, unit.now, by="shop", how=TOLD)
        return _set(customer, ask.detail, before, value)
    if ask.detail == "phone" and (holder := _holder(unit, customer, value)) is not None:
        return NumberOfOther(customer.name, last4(customer), holder.name)
    kept = people.confirmation(unit.session, customer.id or 0, ask.detail)
    entry = write_entry(
        unit,
        profile.deed_of(ask.detail),
        customer_id=customer.id,
        before={"value": before, "confirmed": profile.packed(kept)},
        after={"value": value},
        undo_for=UNDO_FOR,
    )
    profile.write(unit, customer, ask.detail, value)
    people.confirm(unit.session, customer.id or 0, ask.detail, unit.now, by="shop", how=TOLD)
    return _set(customer, ask.detail, before, value, entry.public_id)


def _emptied(unit: Unit, customer: Customer, detail: str, before: str | None) -> DetailSet:
    """The detail is empty from now on, or was already."""
    if before is None:
        return _set(customer, detail, None, None)
    kept = people.confirmation(unit.session, customer.id or 0, detail)
    entry = write_entry(
        unit,
        profile.deed_of(detail),
        customer_id=customer.id,
        before={"value": before, "confirmed": profile.packed(kept)},
        after={"value": None},
        undo_for=UNDO_FOR,
    )
    profile.write(unit, customer, detail, None)
    people.unconfirm(unit.session, customer.id or 0, detail)
    return _set(customer, detail, before, None, entry.public_id)


def take_back(unit: Unit, entry: JournalEntry) -> DetailSet:
    """Undo: the detail is as it was. Raises Refusal undo-changed-since, person-gone, detail-unusable."""
    customer = unit.session.get(Customer, entry.customer_id) if entry.customer_id else None
    if customer is None:
        raise Refusal("person-gone")
    detail, before = profile.DEEDS[entry.deed], journal.before(unit.vault, entry)
    is_so_still = getattr(customer, detail) == journal.after(unit.vault, entry)["value"]
    if not is_so_still or journal.later_change(unit.session, entry) is not None:
        raise Refusal("undo-changed-since")
    value = before["value"]
    if detail == "phone" and value is not None and _holder(unit, customer, value) is not None:
        raise Refusal("detail-unusable")
    profile.write(unit, customer, detail, value)
    put_confirmation_back(unit, customer, detail, before["confirmed"])
    return _set(customer, detail, None, value)


def left_out(unit: Unit, whom: Spoken, public_id: str) -> SetDetail | None:
    """The number that was said with somebody who turned out to have another, or none: what would write it down."""
    customer = people.by_public_id(unit.session, public_id)
    if customer is None or not whom.phone or parse_phone(whom.phone).e164 == customer.phone:
        return None
    return SetDetail(Spoken(customer.name, customer.name, last4(customer) or None), "phone", whom.phone)


def _holder(unit: Unit, customer: Customer, e164: str) -> Customer | None:
    """Whoever else has the number."""
    holder = people.by_phone(unit.session, unit.vault, parse_phone(e164))
    return holder if holder is not None and holder.id != customer.id else None


def _guarded(unit: Unit, customer: Customer, detail: str, value: str) -> None:
    """Raises Refusal guardian-first: nothing of a child is kept without the guardian's word (PIPA 22-2)."""
    if detail != "birthday" or unit.session.get(Guardian, customer.id) is not None:
        return
    if is_younger(parse_birthday(value, today=unit.today), profile.GUARDED_YEARS, unit.today):
        raise Refusal("guardian-first", person=customer.name)


def _set(customer: Customer, detail: str, before: str | None, value: str | None, undo: str = "") -> DetailSet:
    return DetailSet(undo, customer.name, last4(customer), detail, before, value)
