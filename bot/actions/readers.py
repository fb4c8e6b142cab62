"""Who will read a message, as of now and not as of the planning."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypedDict
from zoneinfo import ZoneInfo

from bot.actions.unit import Unit
from bot.domain.message_policy import Drop, Person, Wanted, judge
from bot.domain.outgoing import Kind
from bot.domain.wishes import EXTRAS, Wishes
from storage import standing, wishes
from storage.models import Customer
from storage.outbox import Due
from storage.recipients import Recipient, customers, staff

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Reader:
    """The policy's view of the person, and how they are spoken to."""

    person: Person
    language: str | None


def readers_of(unit: Unit, due: Sequence[Due]) -> dict[int, Reader]:
    """The reader of each message, by the message's id."""
    known = customers(
        unit.session,
        ids=[row.customer_id for row in due if row.customer_id is not None],
        chats=[row.chat_id for row in due if row.customer_id is None and row.kind == Kind.ANSWER],
    )
    by_id = {one.id: one for one in known}
    by_chat = {one.chat_id: one for one in known}
    unasked = {
        row.customer_id for row in due if row.customer_id is not None and (row.kind != Kind.ANSWER or row.advertising)
    }
    standings = standing.of_customers(unit.session, unasked & by_id.keys())
    found: dict[int, Reader] = {}
    others: list[Due] = []
    for row in due:
        customer = by_id.get(row.customer_id or 0)
        if row.customer_id is None and row.kind == Kind.ANSWER:
            customer = by_chat.get(row.chat_id)
        if customer is None:
            others.append(row)
        else:
            # Of an answer that sells nothing nobody asks what the person consents to or wishes: they have just asked.
            known_of = standings.get(customer.id, standing.Standing())
            person = _person(unit, customer, row.chat_id, known_of)
            found[row.id] = Reader(person, customer.language)
    working = {one.user_id: one for one in staff(unit.session, [row.chat_id for row in others])}
    for row in others:
        one = working.get(row.chat_id)
        found[row.id] = Reader(Person(), one.language) if one else Reader(Person(linked=False), None)
    return found


def person_of(unit: Unit, customer: Customer) -> Person:
    """The policy's view of one customer, with everything it can ask, for whoever plans a message."""
    return persons_of(unit, [customer])[customer.id or 0]


def persons_of(unit: Unit, people: Sequence[Customer]) -> dict[int, Person]:
    """The same for many, by their id."""
    found: dict[int, Person] = {}
    for start in range(0, len(people), _AT_ONCE):
        ids = [one.id or 0 for one in people[start : start + _AT_ONCE]]
        standings = standing.of_customers(unit.session, ids)
        for known in customers(unit.session, ids=ids, chats=[]):
            found[known.id] = _person(unit, known, known.chat_id, standings[known.id])
    return found


def unwanted(unit: Unit, customer_id: int, kind: Kind) -> str | None:
    """Why this person wants no message of this kind now; None where their wishes do not speak against planning it.

    Hours alone do not: when they are over the message may go. The law is asked at the claim.
    """
    found = standing.of_customers(unit.session, [customer_id])[customer_id]
    person = Person(advertising_consent=True, **_wished(unit, customer_id, found))
    verdict = judge(Wanted(kind), person, unit.now)
    return verdict.reason if isinstance(verdict, Drop) else None


def _person(unit: Unit, customer: Recipient, chat_id: int | None, found: standing.Standing) -> Person:
    sold = [unit.shop.day_of(at) for at in found.sold_at]
    # A visit since is a service too.
    unserved = [day for day in sold if customer.last_visit_on is None or day > customer.last_visit_on]
    return Person(
        blocked=customer.blocked,
        linked=customer.chat_id is not None and customer.chat_id == chat_id,
        quiet=customer.quiet,
        advertising_consent=found.decided.get("advertising", False),
        night_consent=found.decided.get("night", False),
        refused=found.decided.get("advertising") is False,
        last_sold_on=unit.shop.day_of(found.last_sold_at) if found.last_sold_at else None,
        sold_in_a_row=len(unserved),
        sold_every=unit.shop.sold_every,
        **_wished(unit, customer.id, found),
    )


class _Wished(TypedDict):
    wishes: Wishes
    zone: ZoneInfo
    last_extra_on: date | None


def _wished(unit: Unit, customer_id: int, found: standing.Standing) -> _Wished:
    said = found.wishes
    last = wishes.last_sent(unit.session, customer_id, EXTRAS) if said.every_days else None
    return {"wishes": said, "zone": unit.shop.zone, "last_extra_on": unit.shop.day_of(last) if last else None}
