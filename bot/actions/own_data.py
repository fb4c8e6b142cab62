"""One's own data: take it home, see who looked at it, have it erased.

Erasing waits for what is open between the two: things at the shop, money owed either way. It is asked for twice, done
at once where nothing is open, and else as soon as nothing is (`finish_erasures`). What stays are visits without a name,
for the shop's books, and for a year who had looked at the record (notice 2026-9 art. 8).
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from bot.actions import forms, photo_gallery, profile, sending, wishes
from bot.actions.planning import Planned
from bot.actions.unit import Unit
from bot.domain.exporting import written_moment
from bot.domain.money import plain_money
from bot.domain.outgoing import Document, Kind, Money, Reply, words
from bot.domain.own_data import Cell, Row, as_csv, as_json
from bot.domain.packing import pack
from bot.domain.permissions import Role
from bot.domain.refusals import Refusal
from storage import access_log, appointments, erased_marks, erasing, ledger, orders, outbox, own_data, visits
from storage.models import Customer

BACKUP_DAYS = 30
LOOKS_A_PAGE = 4
MOST_PICTURES = 20
_FORM = "erase"
_NOBODYS_FOR = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Open:
    """What must be settled before a record can go. `prepaid` is owed to the person, `unpaid` to the shop."""

    things: int
    unpaid: Money
    prepaid: Money

    @property
    def nothing(self) -> bool:
        return not (self.things or self.unpaid.minor or self.prepaid.minor > 0)


@dataclass(frozen=True, slots=True)
class Leaving:
    """What would go and what would stay: `visits` without a name, `bookings` are cancelled, `open` comes first."""

    name: str
    visits: int
    bookings: int
    open: Open
    asked: bool


@dataclass(frozen=True, slots=True)
class Erased:
    """It is gone; `visits` are counted without a name from now on."""

    visits: int


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody of the shop looked at this record. `who` is the name of that person where it is known."""

    at: datetime
    role: str
    who: str | None
    what: str


@dataclass(frozen=True, slots=True)
class Looks:
    rows: tuple[Look, ...]
    total: int


def take(unit: Unit) -> tuple[Document, Document, tuple[Document, ...]]:
    """Everything that is kept, as JSON and as a table, and the newest pictures."""
    unit.permit("take own data")
    person = profile.own_record(unit)
    parts = own_data.everything(unit.session, unit.vault, person.id or 0, profile.DEEDS)
    written = {part: [_written(unit, row) for row in rows] for part, rows in parts.items()}
    pictures = tuple(one.document for one in photo_gallery.own(unit, MOST_PICTURES).newest)
    return Document("my-data.json", as_json(written)), Document("my-data.csv", as_csv(written)), pictures


def who_looked(unit: Unit, offset: int = 0) -> Looks:
    """A page of who of the shop has looked at this record, newest first."""
    unit.permit("take own data")
    customer_id = profile.own_record(unit).id or 0
    answers = unit.shop.answered_by or None
    rows = access_log.newest(unit.session, customer_id, LOOKS_A_PAGE, offset)
    found = tuple(
        Look(row.at, row.actor_role, answers if row.actor_role == Role.OWNER else None, row.what) for row in rows
    )
    return Looks(found, access_log.count(unit.session, customer_id))


def leaving(unit: Unit) -> Leaving:
    """What erasing would mean, before anything is done."""
    unit.permit("take own data")
    person = profile.own_record(unit)
    return _leaving(unit, person)


def sure(unit: Unit) -> Leaving:
    """The first yes: asked once more, and the answer counts for a quarter of an hour."""
    unit.permit("take own data")
    forms.hold(unit, _FORM)
    return _leaving(unit, profile.own_record(unit))


def erase(unit: Unit, update_id: int) -> Erased | Leaving:
    """The second yes. `Leaving` where something is open: that is noted, and the shop is told what to settle.

    Raises Refusal draft-gone when nobody has just asked for it.
    """
    unit.permit("take own data")
    if forms.draft(unit, _FORM) is None:
        raise Refusal("draft-gone")
    forms.finish(unit, _FORM)
    person = profile.own_record(unit)
    left = _leaving(unit, person)
    if left.open.nothing:
        return Erased(_erase(unit, person))
    request = erasing.ask(unit.session, person.id or 0, unit.now)
    wishes.stop(unit, "marketing", update_id)
    text = words(
        "owner-erasure-asked",
        name=person.name,
        things=left.open.things or None,
        unpaid=_amount("erase-unpaid", left.open.unpaid),
        prepaid=_amount("erase-prepaid", left.open.prepaid),
    )
    sending.tell_owners(unit, f"erasure-asked:{request.id}", Reply(text))
    return replace(left, asked=True)


def is_asked(unit: Unit) -> bool:
    """Whether an erasure is being asked for, or waits for what is open."""
    customer_id = unit.actor.customer_id
    if customer_id is None:
        return False
    return forms.draft(unit, _FORM) is not None or erasing.asked(unit.session, customer_id) is not None


def stay(unit: Unit) -> bool:
    """No, or not any more. Returns whether a request was taken back; the shop is told so."""
    unit.permit("take own data")
    forms.finish(unit, _FORM)
    request = erasing.asked(unit.session, profile.own_record(unit).id or 0)
    if request is None:
        return False
    erasing.withdraw(unit.session, request)
    text = words("owner-erasure-withdrawn", name=profile.own_record(unit).name)
    sending.tell_owners(unit, f"erasure-withdrawn:{request.id}", Reply(text))
    return True


def finish_erasures(unit: Unit) -> Planned:
    """Erase whoever has asked for it and has nothing open any more, and tell them."""
    unit.permit("plan messages")
    planned = 0
    for request in erasing.waiting(unit.session):
        person = unit.session.get(Customer, request.customer_id)
        if person is None or not _open(unit, person).nothing:
            continue
        chat_id, language, number = person.chat_id, person.language, request.id
        visits_left = _erase(unit, person)
        if chat_id is not None:
            message = outbox.Message(
                dedupe_key=f"erased:{number}:told",
                chat_id=chat_id,
                kind=Kind.ANSWER,
                reply=pack(Reply(words("erased", visits=visits_left, days=BACKUP_DAYS))),
                not_before=unit.now,
                language=language,
            )
            planned += outbox.add(unit.session, unit.vault, message, unit.now)
    return Planned(planned)


def forget_nobodys(unit: Unit) -> Planned:
    """Empty what was said in chats that are nobody's: strangers who left it at that, and whoever was erased."""
    unit.permit("plan messages")
    erasing.forget_nobodys(unit.session, unit.now - _NOBODYS_FOR)
    erased_marks.forget(unit.session, unit.now)
    return Planned()


def _erase(unit: Unit, person: Customer) -> int:
    number = erasing.ask(unit.session, person.id or 0, unit.now).id
    visits_left = erasing.erase(unit.session, unit.vault, person, unit.now)
    unit.names_changed = unit.erased = True
    if unit.actor.role is Role.CUSTOMER:
        unit.actor = replace(unit.actor, role=Role.STRANGER, customer_id=None)
    sending.tell_owners(unit, f"erased:{number}", Reply(words("owner-erased", at=unit.now, visits=visits_left)))
    return visits_left


def _leaving(unit: Unit, person: Customer) -> Leaving:
    customer_id = person.id or 0
    coming = appointments.next_of(unit.session, customer_id, unit.now)
    return Leaving(
        person.name,
        person.visit_days,
        int(coming is not None),
        _open(unit, person),
        erasing.asked(unit.session, customer_id) is not None,
    )


def _open(unit: Unit, person: Customer) -> Open:
    customer_id, currency = person.id or 0, unit.shop.currency
    here = orders.of_customer(unit.session, customer_id)
    things = sum(
        sum(item.quantity for item in orders.items_of(unit.session, order.id or 0) if item.state in orders.OPEN) or 1
        for order in here
    )
    return Open(
        things,
        Money(visits.unpaid_of(unit.session, customer_id), currency),
        Money(ledger.balance(unit.session, customer_id, ledger.PREPAID), currency),
    )


def _amount(key: str, amount: Money) -> Any:
    return words(key, amount=amount) if amount.minor > 0 else None


def _written(unit: Unit, row: own_data.Fields) -> Row:
    found: dict[str, Cell] = {}
    for name, value in row.items():
        if name.endswith("_minor"):
            money = None if value is None else plain_money(value, unit.shop.currency)
            found[name.removesuffix("_minor")] = money
        elif isinstance(value, datetime):
            found[name] = written_moment(value, unit.shop.zone)
        elif isinstance(value, date):
            found[name] = value.isoformat()
        else:
            found[name] = value
    return found
