"""People correct what is known of them: a new value, read back, and taken back within seven days.

A number that a sentence brings is noted and counts as confirmed only when its own contact card is shared or somebody
at the shop has checked it. Whether a number belongs to somebody else is never said; and as a refusal gives it away,
nobody gets many of them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.actions import forms
from bot.actions.entries import write_entry
from bot.actions.unit import Unit
from bot.domain.birthday import is_younger, parse_birthday
from bot.domain.email import email_key, parse_email
from bot.domain.masking import masked
from bot.domain.names import parse_name
from bot.domain.phone import Phone, PhoneKind, parse_phone
from bot.domain.postal_address import parse_address
from bot.domain.refusals import Refusal
from storage import linking, people
from storage.models import Confirmation, Customer, Guardian

UNDO_DAYS = 7
REFUSED_A_DAY = 5
REFUSED_A_DAY_OF_ALL = 50
GUARDED_YEARS = 14

DETAILS = ("phone", "email", "name", "address", "birthday")
PREFERENCES = "preferences"
DEEDS = {f"{detail}_changed": detail for detail in (*DETAILS, PREFERENCES)}
DROPPABLE = ("email", "address", "birthday", PREFERENCES)
"""What may be taken off the record by itself. By the number a person is known, and by the name called."""
_NOT_USABLE = "phone_not_usable"
PROPOSED = "change-proposed"


@dataclass(frozen=True, slots=True)
class Changed:
    """A detail before (masked, None where there was nothing) and after (in full, None where it is empty now).

    `entry` names it for Undo.
    """

    detail: str
    before: str | None
    after: str | None
    entry: str
    undo_until: date
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Same:
    """It was so already, and nothing was changed."""

    detail: str
    value: str | None
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Proposed:
    """A value that was said without a word about changing anything: it waits for a yes."""

    detail: str
    value: str


@dataclass(frozen=True, slots=True)
class NotUsable:
    """It cannot be used, and why is nobody's business. No Refusal, because the try must stay written down."""


def own_record(unit: Unit) -> Customer:
    """The record of whoever speaks. Raises Refusal not-linked."""
    customer = unit.session.get(Customer, unit.actor.customer_id) if unit.actor.customer_id else None
    if customer is None:
        raise Refusal("not-linked")
    return customer


def offered(unit: Unit) -> tuple[str, ...]:
    """The details that are offered on buttons; the others are changed by saying so."""
    unit.permit("change own details")
    return DETAILS[:3]


def deed_of(detail: str) -> str:
    """The name of its change in the journal."""
    return f"{detail}_changed"


def form_of(detail: str) -> str:
    """The name of the form that waits for a new value."""
    return f"change-{detail}"


def ask_for(unit: Unit, detail: str) -> None:
    """Begin the form in which the new value is given; what was begun before goes on afterwards."""
    unit.permit("change own details")
    forms.begin_within(unit, form_of(detail))


def change(unit: Unit, detail: str, typed: str) -> Changed | Same | NotUsable:
    """Write a new value as somebody typed it.

    Raises Refusal for what cannot be right (the names of the domain's parsers, phone-dead) and enough-tries.
    """
    unit.permit("change own details")
    value = PARSERS[detail](typed, unit.today)
    _guarded(unit, detail, value)
    return put(unit, detail, value, how="sentence")


def propose(unit: Unit, detail: str, typed: str) -> Proposed | Same:
    """Keep a value until somebody says that it is meant to be the new one. Raises the Refusals of `change`."""
    unit.permit("change own details")
    value = PARSERS[detail](typed, unit.today)
    _guarded(unit, detail, value)
    if getattr(own_record(unit), detail) == value:
        return Same(detail, shown(detail, value), confirmed=False)
    forms.hold(unit, PROPOSED, {"detail": detail, "typed": typed})
    return Proposed(detail, shown(detail, value))


def change_as_proposed(unit: Unit) -> Changed | Same | NotUsable:
    """Yes: write the value that waits. Raises Refusal draft-gone, and those of `change`."""
    unit.permit("change own details")
    draft = forms.draft(unit, PROPOSED)
    if draft is None:
        raise Refusal("draft-gone")
    forms.finish(unit, PROPOSED)
    return change(unit, draft["detail"], draft["typed"])


def drop(unit: Unit, detail: str) -> Changed | Same | NotUsable:
    """Take one detail off the record. Raises Refusal detail-needed for what a person is known by."""
    unit.permit("change own details")
    if detail not in DROPPABLE:
        raise Refusal("detail-needed")
    return put(unit, detail, None, how="sentence")


def confirm_phone(unit: Unit, phone: Phone) -> Changed | Same | NotUsable:
    """Their own contact card proves the number: it becomes theirs, or is confirmed. Raises Refusal enough-tries."""
    unit.permit("change own details")
    return put(unit, "phone", phone.e164, how="contact")


def confirm_email(unit: Unit, email: str) -> Changed | Same | NotUsable:
    """A code that was sent there came back: the address becomes theirs, or is confirmed."""
    unit.permit("change own details")
    return put(unit, "email", email, how="code")


def shown(detail: str, value: str) -> str:
    """A stored value as its owner reads it."""
    return parse_phone(value).national if detail == "phone" else value


def put(unit: Unit, detail: str, value: str | None, *, how: str) -> Changed | Same | NotUsable:
    """Write a value that can be right, with its entry in the journal; None empties the detail."""
    customer = own_record(unit)
    confirmed = how in ("contact", "code")
    forms.finish(unit, form_of(detail))
    old = getattr(customer, detail)
    if old == value:
        if confirmed:
            people.confirm(unit.session, customer.id or 0, detail, unit.now, by="self", how=how)
        return Same(detail, None if value is None else shown(detail, value), confirmed)
    if detail == "phone" and value is not None and is_of_somebody_else(unit, customer, value):
        write_entry(unit, _NOT_USABLE, customer_id=customer.id)
        return NotUsable()
    entry = write_entry(
        unit,
        deed_of(detail),
        customer_id=customer.id,
        before={"value": old, "confirmed": packed(people.confirmation(unit.session, customer.id or 0, detail))},
        after={"value": value},
        undo_for=timedelta(days=UNDO_DAYS),
    )
    write(unit, customer, detail, value)
    if value is None:
        people.unconfirm(unit.session, customer.id or 0, detail)
    else:
        people.confirm(unit.session, customer.id or 0, detail, unit.now, by="self", how=how)
    return Changed(
        detail,
        None if old is None else masked(detail, old),
        None if value is None else shown(detail, value),
        entry.public_id,
        unit.shop.day_of(unit.now + timedelta(days=UNDO_DAYS)),
        confirmed,
    )


def is_of_somebody_else(unit: Unit, customer: Customer, e164: str) -> bool:
    """Whether another record has the number. Raises Refusal enough-tries to whoever was refused too often today."""
    since = unit.now - timedelta(days=1)
    if linking.deeds_since(unit.session, unit.actor.user_id, (_NOT_USABLE,), since) >= REFUSED_A_DAY:
        raise Refusal("enough-tries")
    if linking.deeds_of_all_since(unit.session, (_NOT_USABLE,), since) >= REFUSED_A_DAY_OF_ALL:
        raise Refusal("enough-tries")
    other = people.by_phone(unit.session, unit.vault, parse_phone(e164))
    return other is not None and other.id != customer.id


def write(unit: Unit, customer: Customer, detail: str, value: str | None) -> None:
    """Put a stored value into the record with everything that is derived from it; None empties it."""
    session, vault = unit.session, unit.vault
    match detail:
        case "phone":
            people.set_phone(session, vault, customer, parse_phone(value) if value else None)
        case "email":
            people.set_email(session, vault, customer, value)
        case "name":
            people.rename(session, customer, value or customer.name)
            unit.names_changed = True
        case "birthday":
            birthday = parse_birthday(value, today=unit.today) if value else None
            people.set_birthday(session, vault, customer, birthday)
        case "address" | "preferences":
            setattr(customer, detail, value)
            session.add(customer)
    session.flush()


def packed(row: Confirmation | None) -> dict[str, str] | None:
    """When a detail was confirmed, by whom and how, for the journal."""
    return None if row is None else {"at": row.at.isoformat(), "by": row.by, "how": row.how}


def _guarded(unit: Unit, detail: str, value: str) -> None:
    """Raises Refusal under-14: nothing of a child is kept without the guardian's word (PIPA 22-2)."""
    if detail != "birthday" or not is_younger(parse_birthday(value, today=unit.today), GUARDED_YEARS, unit.today):
        return
    if unit.session.get(Guardian, own_record(unit).id) is None:
        raise Refusal("under-14")


def _living_phone(typed: str, _: date) -> str:
    phone = parse_phone(typed)
    if phone.kind is PhoneKind.DEAD:
        raise Refusal("phone-dead")
    return phone.e164


PARSERS: dict[str, Callable[[str, date], str]] = {
    "phone": _living_phone,
    "email": lambda typed, _: email_key(parse_email(typed)),
    "name": lambda typed, _: parse_name(typed),
    "address": lambda typed, _: parse_address(typed),
    "birthday": lambda typed, today: str(parse_birthday(typed, today=today)),
}
"""What was typed as it is stored; they raise what the domain's parsers raise, and phone-dead."""
