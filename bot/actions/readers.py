"""Who will read a message, as of now and not as of the planning."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypedDict
from zoneinfo import ZoneInfo

from bot.actions.unit import Unit
from bot.domain.message_policy import Drop, Person, Wanted, judge
from bot.domain.outgoing import Kind
from bot.domain.permissions import Role
from bot.domain.wishes import EXTRAS, Wishes
from storage import wishes
from storage.consents import has_consent
from storage.outbox import Due
from storage.recipients import Recipient, customers, staff


@dataclass(frozen=True, slots=True)
class Reader:
    """The policy's view of the person, and how they are spoken to."""

    person: Person
    language: str | None
    role: Role


def readers_of(unit: Unit, due: Sequence[Due]) -> dict[int, Reader]:
    """The reader of each message, by the message's id."""
    known = customers(
        unit.session,
        ids=[row.customer_id for row in due if row.customer_id is not None],
        chats=[row.chat_id for row in due if row.customer_id is None and row.kind == Kind.ANSWER],
    )
    by_id = {one.id: one for one in known}
    by_chat = {one.chat_id: one for one in known}
    found: dict[int, Reader] = {}
    others: list[Due] = []
    for row in due:
        customer = by_id.get(row.customer_id or 0)
        if row.customer_id is None and row.kind == Kind.ANSWER:
            customer = by_chat.get(row.chat_id)
        if customer is None:
            others.append(row)
        else:
            found[row.id] = Reader(_person(unit, row, customer), customer.language, Role.CUSTOMER)
    working = {one.user_id: one for one in staff(unit.session, [row.chat_id for row in others])}
    for row in others:
        one = working.get(row.chat_id)
        found[row.id] = (
            Reader(Person(), one.language, Role(one.role)) if one else Reader(Person(linked=False), None, Role.STRANGER)
        )
    return found


def unwanted(unit: Unit, customer_id: int, kind: Kind) -> str | None:
    """Why this person wants no message of this kind now; None where their wishes do not speak against planning it.

    Hours alone do not: when they are over the message may go.
    """
    verdict = judge(Wanted(kind), Person(advertising_consent=True, **_wishes(unit, customer_id)), unit.now)
    return verdict.reason if isinstance(verdict, Drop) else None


def _person(unit: Unit, row: Due, customer: Recipient) -> Person:
    """Of an answer nobody asks what the person consents to or wishes: they have just asked."""
    blocked, linked = customer.blocked, customer.chat_id == row.chat_id
    if row.kind == Kind.ANSWER:
        return Person(blocked=blocked, linked=linked, quiet=customer.quiet)
    return Person(
        blocked=blocked,
        linked=linked,
        quiet=customer.quiet,
        advertising_consent=has_consent(unit.session, row.customer_id, "advertising"),
        night_consent=has_consent(unit.session, row.customer_id, "night"),
        **_wishes(unit, customer.id),
    )


class _Wished(TypedDict):
    wishes: Wishes
    zone: ZoneInfo
    last_extra_on: date | None


def _wishes(unit: Unit, customer_id: int) -> _Wished:
    said = wishes.of_customer(unit.session, customer_id)
    last = wishes.last_sent(unit.session, customer_id, EXTRAS) if said.every_days else None
    return {"wishes": said, "zone": unit.shop.zone, "last_extra_on": unit.shop.day_of(last) if last else None}
