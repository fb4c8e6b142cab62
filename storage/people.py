"""Customers: found by what is known of them, created, and kept in step with their visits.

Tags (keyed blind indexes) are made here and nowhere else, so that what is written and what is looked for agree.
"""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import bindparam, func, or_, update
from sqlmodel import Session, col, select

from bot.domain.birthday import Birthday
from bot.domain.phone import Phone, PhoneKind
from bot.domain.rhythm import USUAL_RULE, Rhythm, RhythmRule
from storage.models import (
    AccessEntry,
    Appointment,
    Confirmation,
    Consent,
    Counter,
    Customer,
    JournalEntry,
    LedgerEntry,
    Order,
    OutboxRow,
    Visit,
)
from storage.vault import Vault
from storage.writing import new_public_id, table_of

_PHONE, _LAST4, _EMAIL, _MEMBER, _BIRTHDAY = "phone", "last4", "email", "member", "birthday"


def create(session: Session, name: str, now: datetime) -> Customer:
    """A new person of this name; the row has its id when this returns."""
    customer = Customer(public_id=new_public_id(), name=name, name_version=next_name_version(session), created_at=now)
    session.add(customer)
    session.flush()
    return customer


def rename(session: Session, customer: Customer, name: str) -> None:
    customer.name = name
    customer.name_version = next_name_version(session)
    session.add(customer)


def phone_columns(vault: Vault, phone: Phone | None) -> dict[str, Any]:
    """The columns of a number: itself, what it is found by, and whether it is still in use."""
    return {
        "phone": phone.e164 if phone else None,
        "phone_tag": phone_tag(vault, phone) if phone else None,
        "phone_last4_tag": vault.tag(phone.last4, _LAST4) if phone else None,
        "phone_kind": phone.kind if phone else PhoneKind.NONE,
    }


def email_columns(vault: Vault, email: str | None) -> dict[str, Any]:
    return {"email": email, "email_tag": vault.tag(email.casefold(), _EMAIL) if email else None}


def birthday_columns(vault: Vault, birthday: Birthday | None) -> dict[str, Any]:
    """The birthday in its stored form, and the tag of its month and day."""
    return {
        "birthday": str(birthday) if birthday else None,
        "birthday_tag": vault.tag(birthday.month_day, _BIRTHDAY) if birthday else None,
    }


def member_columns(vault: Vault, member_no: str | None) -> dict[str, Any]:
    return {"member_no": member_no, "member_tag": member_tag(vault, member_no) if member_no else None}


def set_phone(session: Session, vault: Vault, customer: Customer, phone: Phone | None) -> None:
    """Write the number and its tags, or take them away."""
    _set(session, customer, phone_columns(vault, phone))


def set_email(session: Session, vault: Vault, customer: Customer, email: str | None) -> None:
    _set(session, customer, email_columns(vault, email))


def set_birthday(session: Session, vault: Vault, customer: Customer, birthday: Birthday | None) -> None:
    _set(session, customer, birthday_columns(vault, birthday))


def set_member_no(session: Session, vault: Vault, customer: Customer, member_no: str | None) -> None:
    _set(session, customer, member_columns(vault, member_no))


def phone_tag(vault: Vault, phone: Phone) -> bytes:
    """What a number is looked up by."""
    return vault.tag(phone.e164, _PHONE)


def member_tag(vault: Vault, member_no: str) -> bytes:
    """What a member or card number is looked up by."""
    return vault.tag(member_no, _MEMBER)


def by_phone(session: Session, vault: Vault, phone: Phone) -> Customer | None:
    return session.exec(select(Customer).where(Customer.phone_tag == phone_tag(vault, phone))).first()


def by_last4(session: Session, vault: Vault, digits: str) -> list[Customer]:
    """Everybody whose number ends in these four digits, in order of their record."""
    tagged = select(Customer).where(Customer.phone_last4_tag == vault.tag(digits, _LAST4)).order_by(col(Customer.id))
    return list(session.exec(tagged))


def by_member_no(session: Session, vault: Vault, member_no: str) -> Customer | None:
    return session.exec(select(Customer).where(Customer.member_tag == member_tag(vault, member_no))).first()


def by_public_id(session: Session, public_id: str) -> Customer | None:
    return session.exec(select(Customer).where(Customer.public_id == public_id)).first()


def by_birthdays(session: Session, vault: Vault, month_days: Iterable[str]) -> list[Customer]:
    """Everybody who may keep a birthday on one of these days (`bot.domain.birthday.month_days_on`)."""
    tags = [vault.tag(month_day, _BIRTHDAY) for month_day in sorted(set(month_days))]
    return list(session.exec(select(Customer).where(col(Customer.birthday_tag).in_(tags)).order_by(col(Customer.id))))


def linked_and_seen(session: Session, start: date, end: date, also: Collection[int]) -> list[Customer]:
    """Linked people who were here from `start` up to (not including) `end`, and those of `also`."""
    seen = (
        select(Visit.customer_id)
        .where(col(Visit.visited_on) >= start, col(Visit.visited_on) < end, col(Visit.undone_at).is_(None))
        .distinct()
    )
    linked = select(Customer).where(col(Customer.chat_id).is_not(None))
    return list(session.exec(linked.where(or_(col(Customer.id).in_(seen), col(Customer.id).in_(also)))))


def by_chat(session: Session, chat_id: int) -> Customer | None:
    return session.exec(select(Customer).where(Customer.chat_id == chat_id)).first()


def confirm(session: Session, customer_id: int, detail: str, now: datetime, *, by: str, how: str) -> None:
    """Note that a detail was confirmed now: by whom ("self", "shop") and how ("contact", "sentence", "import" …)."""
    row = session.get(Confirmation, (customer_id, detail))
    if row is None:
        row = Confirmation(customer_id=customer_id, detail=detail, at=now, by=by, how=how)
    row.at, row.by, row.how = now, by, how
    session.add(row)


def confirmation(session: Session, customer_id: int, detail: str) -> Confirmation | None:
    return session.get(Confirmation, (customer_id, detail))


def confirmed_how(session: Session, detail: str, how: str, among: Collection[int]) -> set[int]:
    """Whose detail was last confirmed in this way."""
    found, asked = set[int](), sorted(among)
    for start in range(0, len(asked), 500):
        some = select(Confirmation.customer_id).where(
            Confirmation.detail == detail,
            Confirmation.how == how,
            col(Confirmation.customer_id).in_(asked[start : start + 500]),
        )
        found.update(session.exec(some))
    return found


def unconfirm(session: Session, customer_id: int, detail: str) -> None:
    """The detail is not what was confirmed any more."""
    row = confirmation(session, customer_id, detail)
    if row is not None:
        session.delete(row)
        session.flush()


def visit_days(session: Session, customer_id: int) -> list[date]:
    """Every day on which this person was here, oldest first; undone visits are none."""
    days = (
        select(col(Visit.visited_on))
        .where(Visit.customer_id == customer_id, col(Visit.undone_at).is_(None))
        .distinct()
        .order_by(col(Visit.visited_on))
    )
    return list(session.exec(days))


def refresh_figures(session: Session, customer_id: int, rule: RhythmRule = USUAL_RULE) -> Rhythm:
    """Compute the kept figures (visit days, rhythm, spent) anew from the visits, after each change of them."""
    session.flush()
    rhythm = Rhythm.of(visit_days(session, customer_id), rule)
    living = select(func.coalesce(func.sum(Visit.amount_minor), 0)).where(
        Visit.customer_id == customer_id, col(Visit.undone_at).is_(None)
    )
    session.exec(
        update(Customer)
        .where(col(Customer.id) == customer_id)
        .values(**_figures(rhythm, session.exec(living).one()))
        .execution_options(synchronize_session="fetch")
    )
    return rhythm


def refresh_figures_of(session: Session, customer_ids: Collection[int], rule: RhythmRule = USUAL_RULE) -> None:
    """The same for many people at once, in two statements."""
    session.flush()
    days = (
        select(col(Visit.customer_id), col(Visit.visited_on), func.sum(Visit.amount_minor))
        .where(col(Visit.customer_id).in_(customer_ids), col(Visit.undone_at).is_(None))
        .group_by(col(Visit.customer_id), col(Visit.visited_on))
        .order_by(col(Visit.customer_id))
    )
    found = {one: _figures(Rhythm.of((), rule), 0) for one in customer_ids}
    for customer_id, rows in groupby(session.exec(days), key=lambda row: row[0]):
        of_person = list(rows)
        rhythm = Rhythm.of([day for _, day, _ in of_person], rule)
        found[customer_id or 0] = _figures(rhythm, sum(int(spent) for *_, spent in of_person))
    if found:
        customers = table_of(Customer)
        one = update(customers).where(customers.c.id == bindparam("row_id"))
        session.connection().execute(one, [{"row_id": row_id, **figures} for row_id, figures in found.items()])


def all_ids(session: Session) -> list[int]:
    return [one for one in session.exec(select(Customer.id)) if one is not None]


def is_untouched(session: Session, customer: Customer, *, besides_number: bool = False) -> bool:
    """Whether nothing hangs on this person: no number, no chat, no visit, order, booking or look at their record."""
    if (customer.phone_tag and not besides_number) or customer.email_tag or customer.member_tag or customer.chat_id:
        return False
    return not any(
        session.exec(select(table.id).where(table.customer_id == customer.id).limit(1)).first()
        for table in (Visit, Order, Appointment, LedgerEntry, Consent, AccessEntry, OutboxRow)
    )


def remove(session: Session, customer: Customer) -> None:
    """Take an untouched person away again; what the journal says of them stays, without them."""
    session.flush()
    session.exec(update(JournalEntry).where(col(JournalEntry.customer_id) == customer.id).values(customer_id=None))
    session.delete(customer)
    raise_counter(session, "names_removed")
    session.flush()


def next_name_version(session: Session) -> int:
    """Raise the counter that name indexes follow; the row lock makes versions appear in the order of commits."""
    return raise_counter(session, "names")


def _set(session: Session, customer: Customer, columns: dict[str, Any]) -> None:
    for name, value in columns.items():
        setattr(customer, name, value)
    session.add(customer)


def _figures(rhythm: Rhythm, spent_minor: int) -> dict[str, Any]:
    return {
        "first_visit_on": rhythm.first_on,
        "last_visit_on": rhythm.last_on,
        "visit_days": rhythm.visit_days,
        "year_visits": rhythm.year_visits,
        "usual_gap": rhythm.usual_gap,
        "overdue_on": rhythm.overdue_on,
        "spent_minor": spent_minor,
    }


def raise_counter(session: Session, name: str) -> int:
    """Raise one of the counters that name indexes follow (`names`, `names_removed`). Returns what it has become."""
    raised = session.exec(update(Counter).where(col(Counter.name) == name).values(value=Counter.value + 1))
    if raised.rowcount == 0:
        session.add(Counter(name=name, value=1))
        session.flush()
        return 1
    return session.exec(select(Counter.value).where(Counter.name == name)).one()
