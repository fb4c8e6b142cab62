"""Messages on their way out: planned under a key, judged again when they are claimed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from sqlmodel import col, select

from bot.actions import big_keys, concerned, points_left
from bot.actions.price_list import known_items
from bot.actions.readers import Reader, readers_of
from bot.actions.unit import Unit
from bot.domain.message_policy import Drop, Hold, Send, Wanted, judge
from bot.domain.outgoing import Kind, Reply
from bot.domain.packing import pack, unpack
from bot.domain.permissions import Role
from bot.domain.promotional import sells
from bot.domain.reminders import appointment_slot
from bot.domain.retries import REPEATABLE
from bot.domain.said import ChatKind, Said
from bot.domain.wishes import Hours
from bot.texts import languages
from bot.texts.catalog import Catalog, MissingText
from bot.understanding.name_forms import key as name_key
from storage import campaigns, ledger, outbox, told
from storage.held import held
from storage.models import Appointment, Campaign, Customer, Order, Staff, Visit

_OWN_WORDS = frozenset({Kind.ANSWER, Kind.ACCOUNT, Kind.OWNER_NOTICE})

DOCUMENT_KEPT = timedelta(hours=1)
"""How long a file that was asked for waits for the line to come back. Later it is asked for again."""


_AT_ONCE = frozenset({Kind.ANSWER, Kind.OWNER_NOTICE, Kind.ACCOUNT, Kind.PERSONAL})


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
    advertising: bool = False


def language_of(unit: Unit, said: Said) -> languages.Language:
    """The language of the answer.

    Whoever has chosen no language is answered in the one they write in, and presses of buttons in that of the last
    message, so that a page turns into the language that it was written in. The names of people and things say nothing:
    김수연 and 와이셔츠 are called so in English too. In a group the last message was to somebody else.
    """
    heard: str | None = unit.actor.language
    if not heard and said.chat_kind is ChatKind.PRIVATE:
        heard = _heard(unit, said.text) or outbox.last_language(unit.session, said.chat_id)
    return languages.choose(heard, said.language_code, unit.shop.language)


def _heard(unit: Unit, text: str) -> languages.Language | None:
    spoken = languages.heard(text)
    if spoken != "ko" or not unit.actor.works_here:
        return spoken
    rest = languages.without(text, lambda word: unit.names.knows_exactly(name_key(word)))
    if (spoken := languages.heard(rest)) != "ko":
        return spoken
    things = {word for item in known_items(unit) for word in (item.name, *item.also)}
    return languages.heard(languages.without(rest, things.__contains__))


def answer(unit: Unit, replies: Sequence[Reply], said: Said) -> None:
    """Plan the answers to what was just said, in order, under keys that the same update can never use twice."""
    answered = said.message_id if said.button else said.reply_to_message_id
    if unit.actor.customer_id is not None and answered is not None:
        outbox.answered(unit.session, said.chat_id, answered, unit.now)
    if not replies:
        return
    if unit.actor.works_here and said.chat_kind is ChatKind.PRIVATE:
        replies = big_keys.renewed(unit, replies)
    language = language_of(unit, said)
    for number, reply in enumerate(replies):
        message = outbox.Message(
            dedupe_key=f"reply:{unit.cause}:{number}",
            chat_id=unit.actor.chat_id,
            kind=Kind.ANSWER,
            reply=pack(reply),
            not_before=unit.now,
            customer_id=unit.actor.customer_id,
            language=language,
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


def was_told_to_owners(unit: Unit, key: str) -> bool:
    """Whether all owners have a message under this key already."""
    return all(told.by_key(unit.session, f"{key}:{owner.user_id}") is not None for owner in _owners(unit))


def to_customer(
    unit: Unit,
    person: Customer,
    key: str,
    reply: Reply,
    *,
    kind: Kind = Kind.ANSWER,
    not_before: datetime | None = None,
    advertising: bool = False,
) -> bool:
    """Plan a message to one customer, in their language and once per `key`: at once, or not before a moment.

    `advertising` raises it to that, whatever its kind.

    False where they are not linked, or where the key was used.
    """
    if person.chat_id is None:
        return False
    message = outbox.Message(
        dedupe_key=key,
        chat_id=person.chat_id,
        kind=kind,
        reply=pack(reply),
        not_before=not_before or unit.now,
        customer_id=person.id,
        language=person.language,
        advertising=advertising,
    )
    return outbox.add(unit.session, unit.vault, message, unit.now)


def claim(
    unit: Unit, catalog: Catalog, *, most: int, pace: Pace, token: str, lease: timedelta, file_lease: timedelta
) -> list[Claimed]:
    """Take messages that may go now, judging each once more in the same transaction, by the words it is going to have.

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
    if most <= 0:
        return []
    due = outbox.due(session, unit.vault, now, most=most, pause=pace.chat_pause)
    readers = readers_of(unit, due)
    may_go: list[tuple[outbox.Due, Reply]] = []
    selling: list[int] = []
    for row in due:
        reply, reader = unpack(row.reply), readers[row.id]
        wanted = Wanted(
            Kind(row.kind),
            row.expires_at,
            _still_true(unit, row),
            sells=row.advertising or _sells(unit, catalog, Kind(row.kind), reply, _language(unit, row, reader)),
            sender_known=bool(unit.shop.is_named and unit.shop.contact),
        )
        match judge(wanted, reader.person, now):
            case Drop(reason):
                outbox.drop(session, row.id, "expired" if reason == "too_late" else "cancelled", reason)
            case Hold(until, reason):
                outbox.postpone(session, row.id, until, reason)
            case Send() if (later := _after_quiet_hours(unit, Kind(row.kind))) is not None:
                if row.expires_at is not None and later >= row.expires_at:
                    outbox.drop(session, row.id, "expired", "too_late")
                else:
                    outbox.postpone(session, row.id, later, "shop_hours")
            case Send():
                may_go.append((row, reply))
                selling += [row.id] if wanted.is_advertising else []
    taken = outbox.take(session, [row.id for row, reply in may_go if not reply.document], token, now, lease)
    taken |= outbox.take(session, [row.id for row, reply in may_go if reply.document], token, now, file_lease)
    outbox.mark_advertising(session, [row_id for row_id in selling if row_id in taken])
    return [
        _claimed(unit, row, reply, readers[row.id], token, row.id in selling)
        for row, reply in may_go
        if row.id in taken
    ]


def _after_quiet_hours(unit: Unit, kind: Kind) -> datetime | None:
    """When the shop's own quiet hours are over; None outside of them, and for what was asked for or is owed at once."""
    if not unit.shop.quiet_hours or kind in _AT_ONCE:
        return None
    local = unit.now.astimezone(unit.shop.zone)
    later = Hours.parse(unit.shop.quiet_hours).after(local)
    return None if later == local else later.astimezone(UTC)


def _sells(unit: Unit, catalog: Catalog, kind: Kind, reply: Reply, language: str) -> bool:
    """Whether the words that the person is going to read sell something. Answers and duties have the house's own."""
    if kind in _OWN_WORDS:
        return False
    try:
        shown = (reply.text, *(one.label for row in reply.buttons for one in row))
        texts = [catalog.plain(text, language, zone=unit.shop.zone, today=unit.today) for text in shown]
    except MissingText:
        return False  # it cannot be sent either, and is told as that
    return any(sells(text, gift_owed=kind is Kind.GIFT) for text in texts)


def _language(unit: Unit, row: outbox.Due, reader: Reader) -> str:
    language = reader.language or row.language or outbox.last_language(unit.session, row.chat_id)
    return languages.choose(language, None, unit.shop.language)


def _claimed(unit: Unit, row: outbox.Due, reply: Reply, reader: Reader, token: str, advertising: bool) -> Claimed:
    if reply.document is not None:
        data = outbox.file_of(unit.session, unit.vault, row.dedupe_key)
        reply = replace(reply, document=replace(reply.document, data=data))
    return Claimed(
        row.id,
        row.dedupe_key,
        token,
        row.chat_id,
        Kind(row.kind),
        row.attempts + 1,
        reply,
        _language(unit, row, reader),
        advertising,
    )


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


def _still_true(unit: Unit, row: outbox.Due) -> bool:
    """Whether what the message speaks of is still so: an undone visit needs no receipt, a moved booking no reminder."""
    if row.subject_id is None:
        return True
    if row.dedupe_key.startswith(f"{concerned.EVENT}:"):
        return concerned.still_concerns(unit, row.dedupe_key)
    match Kind(row.kind):
        case Kind.RECEIPT | Kind.GIFT:
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
        case Kind.CAMPAIGN | Kind.INVITATION:
            return _is_still_asked_for(unit, row)
        case Kind.BALANCE | Kind.EXPIRY:
            return _is_still_there(unit, row)
        case Kind.UNCOLLECTED:
            order = unit.session.get(Order, row.subject_id)
            return order is not None and order.state == "ready"
        case Kind.ORDER_NOTICE:
            order = unit.session.get(Order, row.subject_id)
            if order is not None and row.dedupe_key.startswith("late:"):
                promised = order.promised_at
                kept = promised is not None and row.dedupe_key.endswith(appointment_slot(promised))
                return order.state == "received" and kept
            return order is not None and order.state == "ready"
        case _:
            return True


def _is_still_there(unit: Unit, row: outbox.Due) -> bool:
    """Whether anything is left of the points, or of what was paid ahead, that the message speaks of."""
    about, customer_id, on, ground = row.dedupe_key.split(":")
    if about != points_left.KEY:
        return ledger.balance(unit.session, int(customer_id), ledger.PREPAID) > 0
    ending = points_left.endings(unit, int(customer_id))
    return any(one.on.isoformat() == on and one.of(ground) for one in ending)


def _is_still_asked_for(unit: Unit, row: outbox.Due) -> bool:
    """Whether the person is still asked for by a campaign that goes on; and has not come since, unless it invites."""
    campaign = unit.session.get(Campaign, row.subject_id)
    asked = campaigns.person(unit.session, row.subject_id or 0, row.customer_id or 0)
    customer = unit.session.get(Customer, row.customer_id)
    if campaign is None or asked is None or customer is None:
        return False
    is_true = row.kind == Kind.INVITATION or customer.last_visit_on == asked.since
    return campaign.state in ("running", "done") and asked.part == "send" and is_true
