"""Messages on their way out: planned under a key, judged again when they are claimed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypedDict
from zoneinfo import ZoneInfo

from sqlmodel import col, select

from bot.actions.unit import Unit
from bot.domain.message_policy import Drop, Hold, Person, Wanted, judge
from bot.domain.outgoing import Document, Kind, Reply
from bot.domain.packing import pack, unpack
from bot.domain.permissions import Role
from bot.domain.reminders import appointment_slot
from bot.domain.retries import REPEATABLE
from bot.domain.said import Said
from bot.domain.wishes import EXTRAS, Wishes
from bot.texts import languages
from storage import outbox, wishes
from storage.consents import has_consent
from storage.held import held
from storage.models import Appointment, Customer, Order, Staff, Visit

DOCUMENT_KEPT = timedelta(hours=1)
"""How long a file that was asked for waits for the line to come back. Later it is asked for again."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast messages may leave: `per_second` overall (0: as fast as they go), one a chat every `chat_pause`.

    For the time `alone` a message is on its way alone; only when its answer takes longer does the next one start beside
    it. On a quick line a death can so leave the fate of no more than one message unknown, and on a slow one the pace is
    kept all the same.
    """

    per_second: int = 25
    chat_pause: timedelta = timedelta(seconds=1)
    alone: timedelta = timedelta(milliseconds=40)


@dataclass(frozen=True, slots=True)
class Claimed:
    """A message in hand until its lease ends."""

    id: int
    dedupe_key: str
    token: str
    chat_id: int
    kind: Kind
    attempts: int
    reply: Reply
    language: str
    keyboard_role: Role


def answer(unit: Unit, replies: Sequence[Reply], said: Said) -> None:
    """Plan the answers to what was just said, in order, under keys that the same update can never use twice.

    Whoever has chosen no language is answered in the one they write in, and presses of buttons in that of the last
    message, so that a page turns into the language that it was written in.
    """
    if not replies:
        return
    language = unit.actor.language or languages.heard(said.text) or outbox.last_language(unit.session, said.chat_id)
    for number, reply in enumerate(replies):
        message = outbox.Message(
            dedupe_key=f"reply:{unit.cause}:{number}",
            chat_id=unit.actor.chat_id,
            kind=Kind.ANSWER,
            reply=pack(reply),
            not_before=unit.now,
            customer_id=unit.actor.customer_id,
            language=languages.choose(language, said.language_code, unit.shop.language),
            expires_at=unit.now + DOCUMENT_KEPT if reply.document else None,
            file=reply.document.data if reply.document else None,
        )
        outbox.add(unit.session, unit.vault, message, unit.now)


def tell_owners(unit: Unit, key: str, reply: Reply) -> int:
    """Tell everyone who owns the shop and has opened the chat; once per key. Returns how many were not told before."""
    told = 0
    for owner in _owners(unit):
        message = outbox.Message(
            dedupe_key=f"{key}:{owner.user_id}",
            chat_id=owner.user_id,
            kind=Kind.OWNER_NOTICE,
            reply=pack(reply),
            not_before=unit.now,
            language=owner.language,
            file=reply.document.data if reply.document else None,
        )
        told += outbox.add(unit.session, unit.vault, message, unit.now)
    return told


def claim(unit: Unit, *, most: int, pace: Pace, token: str, lease: timedelta, file_lease: timedelta) -> list[Claimed]:
    """Take messages that may go now, judging each once more in the same transaction.

    What the policy drops is closed with its reason, what it holds is put off; both leave room for the next in line.
    A message with a file is in hand for longer: `file_lease`. A shop that is held speaks with its owners alone.
    """
    session, now = unit.session, unit.now
    outbox.settle_unknown(session, now, REPEATABLE)
    one = held(session, unit.vault)
    if one is not None:
        outbox.hold_all_but(session, [owner.user_id for owner in _owners(unit)], one.since)
    if pace.per_second:
        most = min(most, pace.per_second - outbox.claimed_since(session, now - timedelta(seconds=1)))
    taken: list[Claimed] = []
    if most <= 0:
        return taken
    for row in outbox.due(session, unit.vault, now, most=most, pause=pace.chat_pause):
        reader = _reader(unit, row)
        reply = unpack(row.reply)
        kind = Kind(row.kind)
        verdict = judge(Wanted(kind, row.expires_at, _still_true(unit, row)), reader.person, now)
        if isinstance(verdict, Drop):
            state = "expired" if verdict.reason == "too_late" else "cancelled"
            outbox.drop(session, row.id, state, verdict.reason)
        elif isinstance(verdict, Hold):
            outbox.postpone(session, row.id, verdict.until, verdict.reason)
        elif outbox.take(session, row.id, token, now, file_lease if reply.document else lease):
            language = reader.language or row.language or outbox.last_language(session, row.chat_id)
            language = languages.choose(language, None, unit.shop.language)
            if reply.document is not None:
                data = outbox.file_of(session, unit.vault, row.dedupe_key)
                reply = replace(reply, document=Document(reply.document.name, data))
            taken.append(
                Claimed(
                    row.id,
                    row.dedupe_key,
                    token,
                    row.chat_id,
                    kind,
                    row.attempts + 1,
                    reply,
                    language,
                    reader.role,
                )
            )
    return taken


def unreachable(unit: Unit, chat_id: int, reason: str) -> None:
    """The person blocked the bot or is gone: no error, but nothing planned goes there any more."""
    outbox.cancel_for_chat(unit.session, chat_id, reason)
    customer = unit.session.exec(select(Customer).where(Customer.chat_id == chat_id)).one_or_none()
    if customer is not None and customer.blocked_at is None:
        customer.blocked_at = unit.now
        unit.session.add(customer)


def reachable_again(unit: Unit, chat_id: int) -> None:
    """The person wrote to the bot or unblocked it."""
    customer = unit.session.exec(select(Customer).where(Customer.chat_id == chat_id)).one_or_none()
    if customer is not None and customer.blocked_at is not None:
        customer.blocked_at = None
        unit.session.add(customer)


def _owners(unit: Unit) -> Sequence[Staff]:
    owners = select(Staff).where(Staff.role == Role.OWNER, col(Staff.removed_at).is_(None))
    return unit.session.exec(owners).all()


@dataclass(frozen=True, slots=True)
class _Reader:
    person: Person
    language: str | None
    role: Role


def _reader(unit: Unit, row: outbox.Due) -> _Reader:
    """Who will read it, as of now and not as of the planning."""
    customer: Customer | None = None
    if row.customer_id is not None:
        customer = unit.session.get(Customer, row.customer_id)
    elif row.kind == Kind.ANSWER:
        customer = unit.session.exec(select(Customer).where(Customer.chat_id == row.chat_id)).one_or_none()
    if customer is None:
        staff = unit.session.exec(
            select(Staff).where(Staff.user_id == row.chat_id, col(Staff.removed_at).is_(None))
        ).one_or_none()
        if staff is not None:
            return _Reader(Person(), staff.language, Role(staff.role))
        return _Reader(Person(linked=False), None, Role.STRANGER)
    person = Person(
        blocked=customer.blocked_at is not None,
        linked=customer.chat_id == row.chat_id,
        quiet=customer.quiet,
        advertising_consent=has_consent(unit.session, row.customer_id, "advertising"),
        night_consent=has_consent(unit.session, row.customer_id, "night"),
        **_wishes(unit, customer, row.kind),
    )
    return _Reader(person, customer.language, Role.CUSTOMER)


class _Wished(TypedDict, total=False):
    wishes: Wishes
    zone: ZoneInfo
    last_extra_on: date | None


def _wishes(unit: Unit, customer: Customer, kind: str) -> _Wished:
    """What the person wishes; of an answer nobody asks."""
    if kind == Kind.ANSWER:
        return {}
    said = wishes.of_customer(unit.session, customer.id or 0)
    last = wishes.last_sent(unit.session, customer.id or 0, EXTRAS) if said.every_days else None
    return {"wishes": said, "zone": unit.shop.zone, "last_extra_on": unit.shop.day_of(last) if last else None}


def _still_true(unit: Unit, row: outbox.Due) -> bool:
    """Whether what the message speaks of is still so: an undone visit needs no receipt, a moved booking no reminder."""
    if row.subject_id is None:
        return True
    match Kind(row.kind):
        case Kind.RECEIPT:
            visit = unit.session.get(Visit, row.subject_id)
            return visit is not None and visit.undone_at is None
        case Kind.APPOINTMENT:
            booking = unit.session.get(Appointment, row.subject_id)
            if row.dedupe_key.startswith("cancelled:"):
                return booking is not None and booking.state == "cancelled"
            return (
                booking is not None
                and booking.state == "booked"
                and row.dedupe_key.endswith(appointment_slot(booking.at))
            )
        case Kind.ORDER_NOTICE:
            order = unit.session.get(Order, row.subject_id)
            if order is not None and row.dedupe_key.startswith("late:"):
                promised = order.promised_at
                kept = promised is not None and row.dedupe_key.endswith(appointment_slot(promised))
                return order.state == "received" and kept
            return order is not None and order.state == "ready"
        case _:
            return True
