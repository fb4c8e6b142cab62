"""People and things for tests to start from, written the way the product writes them."""

from datetime import date, datetime, time, timedelta

from bot.actions.unit import Unit
from bot.domain.local_time import moment_of
from bot.domain.permissions import Actor, Role
from bot.domain.phone import parse_phone
from bot.domain.visits import make_line
from storage import consents, orders, people, visits
from storage.models import Customer, Order

OWNER_ACTOR = Actor(Role.OWNER, 9001, 9001)


def customer(unit: Unit, name: str, phone: str = "", *, email: str = "") -> Customer:
    """Somebody the shop knows."""
    person = people.create(unit.session, name, unit.now)
    unit.names_changed = True
    if phone:
        people.set_phone(unit.session, unit.vault, person, parse_phone(phone))
    if email:
        people.set_email(unit.session, unit.vault, person, email)
    unit.session.flush()
    return person


def visit(
    unit: Unit, person: Customer, days_ago: int = 0, *items: tuple[str, int, int], unpaid: int = 0, at: time = time(15)
) -> date:
    """A visit some days ago: (item, quantity, amount of the line). Returns its day."""
    day = unit.today - timedelta(days=days_ago)
    lines = [make_line(item, quantity=quantity, amount_minor=amount) for item, quantity, amount in items]
    visits.add(
        unit.session,
        customer_id=person.id,
        visited_at=moment_of(day, at, unit.shop.zone),
        visited_on=day,
        lines=lines or [make_line("와이셔츠", quantity=3, amount_minor=7_500)],
        paid_by="card",
        unpaid_minor=unpaid,
        source="chat",
        recorded_by=None,
        now=unit.now,
    )
    people.refresh_figures(unit.session, person.id or 0)
    return day


def sale(unit: Unit, *items: tuple[str, int], at: datetime | None = None) -> None:
    """A receipt of nobody: (item, amount of the line)."""
    visits.add(
        unit.session,
        customer_id=None,
        visited_at=at or unit.now,
        visited_on=unit.today,
        lines=[make_line(item, amount_minor=amount) for item, amount in items],
        paid_by="cash",
        unpaid_minor=0,
        source="chat",
        recorded_by=None,
        now=unit.now,
    )


def order(
    unit: Unit, person: Customer, *items: tuple[str, int, int], promised_at: datetime | None, unpaid: int = 0
) -> Order:
    """Things left at the shop today, with the visit that opened the order."""
    lines = [make_line(item, quantity=quantity, amount_minor=amount) for item, quantity, amount in items]
    opened = visits.add(
        unit.session,
        customer_id=person.id,
        visited_at=unit.now,
        visited_on=unit.today,
        lines=lines,
        paid_by=None,
        unpaid_minor=unpaid,
        source="chat",
        recorded_by=None,
        now=unit.now,
    )
    people.refresh_figures(unit.session, person.id or 0)
    return orders.open_with(unit.session, opened, lines, promised_at)


def agrees(unit: Unit, person: Customer, *, given: bool = True) -> None:
    """They have decided about advertising: yes, unless told otherwise."""
    consents.decide(unit.session, person.id or 0, "advertising", unit.now, given=given, text_version="1", update_id=1)


def linked(unit: Unit, person: Customer, chat_id: int) -> Actor:
    """The person with their chat, as whoever speaks there."""
    person.chat_id, person.linked_at = chat_id, unit.now
    unit.session.add(person)
    unit.session.flush()
    return Actor(Role.CUSTOMER, chat_id, chat_id, person.id, person.language)


def stranger(user_id: int) -> Actor:
    return Actor(Role.STRANGER, user_id, user_id)
