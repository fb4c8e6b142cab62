"""A chat and the record it belongs to.

Only somebody's own contact card links: the server fills in whose it is, so it proves the number (tdlib/td#2575). It
does not prove the person, because numbers are given to somebody else after a while. So a record that was linked before,
or whose person has not been here for 90 days, is not opened by its number: the newcomer gets a record of their own,
hears the same words as everybody, and the shop is asked with one tap whether the two are one person.
"""

from dataclasses import dataclass
from datetime import timedelta

from bot.actions import profile, sending
from bot.actions.language import chosen_by_stranger
from bot.actions.unit import Unit
from bot.domain.names import parse_name
from bot.domain.outgoing import Kind, Reply, Words, words
from bot.domain.packing import pack
from bot.domain.phone import Phone, parse_phone
from bot.domain.refusals import Refusal
from bot.domain.said import SharedContact
from storage import consents, journal, linking, outbox, people
from storage.models import Customer

SHARES_A_DAY = 5
QUIET_DAYS = 90

# Which text somebody agreed to: raised whenever `start-stranger` says something else.
KEEPING_TEXT = "keeping-2"

_SHARED, _ASKED, _LINKED = "contact_shared", "link_asked", "linked"
_SETTLED = ("link_approved", "link_declined")


@dataclass(frozen=True, slots=True)
class Question:
    """What the shop is asked: whether the newcomer is the person of this record. For the shop's eyes only."""

    entry: str
    name: str
    last4: str
    newcomer: str
    linked_before: bool


@dataclass(frozen=True, slots=True)
class Linked:
    """The chat has its record. `question` says nothing about it to the person: it is for the shop."""

    name: str
    question: Question | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """The shop's answer: whose record it is about, and whether the newcomer is that person."""

    name: str
    same_person: bool


def meet(unit: Unit) -> str | None:
    """Somebody opened the chat: the name under which they are known here, or None."""
    unit.permit("meet the shop")
    if unit.actor.customer_id is None:
        return None
    sending.reachable_again(unit, unit.actor.chat_id)
    return profile.own_record(unit).name


def share_contact(
    unit: Unit, card: SharedContact, *, forwarded: bool, update_id: int, telegram_name: str
) -> Linked | profile.Changed | profile.Same | profile.NotUsable:
    """Link the chat by its own contact card, or confirm the number of a chat that is linked already.

    Raises Refusal: contact-not-own, contact-forwarded, enough-tries, and those of `parse_phone`.
    """
    unit.permit("link own account")
    if forwarded:
        raise Refusal("contact-forwarded")
    if card.user_id != unit.actor.user_id:
        raise Refusal("contact-not-own")
    phone = _proven(card)
    _count_try(unit)
    if unit.actor.customer_id is not None:
        return profile.confirm_phone(unit, phone)
    known = people.by_phone(unit.session, unit.vault, phone)
    if known is not None and not _needs_proof(unit, known):
        _link(unit, known, update_id)
        return Linked(known.name)
    newcomer = _new_person(unit, _name_of(card, telegram_name, phone), phone, findable=known is None)
    _link(unit, newcomer, update_id)
    return Linked(newcomer.name, _question(unit, known, newcomer) if known is not None else None)


def settle(unit: Unit, entry_id: str, *, same_person: bool) -> Settled:
    """The shop's answer to a question. A yes makes the two records one and opens it to the newcomer's chat.

    Raises Refusal link-settled: answered before, or there is nothing left to decide.
    """
    unit.permit("decide about a link")
    session = unit.session
    entry = journal.by_public_id(session, entry_id)
    if entry is None or entry.deed != _ASKED or linking.was_decided(session, entry, _SETTLED):
        raise Refusal("link-settled")
    record, newcomer = session.get(Customer, entry.customer_id), session.get(Customer, entry.subject_id)
    if record is None or newcomer is None or newcomer.chat_id is None:
        raise Refusal("link-settled")
    unit.saw(record.id or 0, "card")
    deed = "link_approved" if same_person else "link_declined"
    journal.write(session, unit.vault, unit.actor, deed, unit.now, customer_id=record.id, subject_id=entry.id)
    if same_person:
        _open_to(unit, record, newcomer)
    return Settled(record.name, same_person)


def _proven(card: SharedContact) -> Phone:
    """The number of a card that Telegram's server has filled in: with its country, but often without the plus."""
    return parse_phone(card.phone if card.phone.startswith(("+", "0")) else f"+{card.phone}")


def _count_try(unit: Unit) -> None:
    since = unit.now - timedelta(days=1)
    if linking.deeds_since(unit.session, unit.actor.user_id, (_SHARED,), since) >= SHARES_A_DAY:
        raise Refusal("enough-tries")
    journal.write(unit.session, unit.vault, unit.actor, _SHARED, unit.now)


def _needs_proof(unit: Unit, record: Customer) -> bool:
    """Whether the number alone is not enough for this record."""
    last_on = record.last_visit_on or unit.shop.day_of(record.created_at)
    was_linked = record.chat_id is not None or record.linked_at is not None
    return was_linked or (unit.today - last_on).days > QUIET_DAYS


def _new_person(unit: Unit, name: str, phone: Phone, *, findable: bool) -> Customer:
    """A record of their own. A number that another record has is noted, but finds nobody: one number, one person."""
    person = people.create(unit.session, name, unit.now)
    unit.names_changed = True
    people.set_phone(unit.session, unit.vault, person, phone)
    if not findable:
        person.phone_tag = None
    return person


def _name_of(card: SharedContact, telegram_name: str, phone: Phone) -> str:
    """The name on the card as typed; whoever goes by no letters at all is called by the end of their number."""
    for name in (card.name, telegram_name):
        try:
            return parse_name(name)
        except Refusal:
            continue
    return phone.last4


def _link(unit: Unit, record: Customer, update_id: int) -> None:
    record.chat_id, record.linked_at, record.blocked_at = unit.actor.chat_id, unit.now, None
    record.language = chosen_by_stranger(unit) or record.language
    unit.session.add(record)
    unit.session.flush()
    customer_id = record.id or 0
    people.confirm(unit.session, customer_id, "phone", unit.now, by="self", how="contact")
    consents.decide(
        unit.session,
        customer_id,
        "keeping",
        unit.now,
        given=True,
        text_version=KEEPING_TEXT,
        update_id=update_id,
    )
    journal.write(unit.session, unit.vault, unit.actor, _LINKED, unit.now, customer_id=customer_id)


def _question(unit: Unit, record: Customer, newcomer: Customer) -> Question:
    entry = journal.write(
        unit.session, unit.vault, unit.actor, _ASKED, unit.now, customer_id=record.id, subject_id=newcomer.id
    )
    if record.chat_id is not None:
        _tell(unit, record, f"link-tried:{entry.public_id}", words("link-tried", contact=unit.shop.contact or None))
    last4 = parse_phone(record.phone).last4 if record.phone else ""
    return Question(entry.public_id, record.name, last4, newcomer.name, record.linked_at is not None)


def _open_to(unit: Unit, record: Customer, newcomer: Customer) -> None:
    chat_id, blocked_at = newcomer.chat_id, newcomer.blocked_at
    linking.absorb(unit.session, newcomer, record)
    unit.names_changed = True
    record.chat_id, record.linked_at, record.blocked_at = chat_id, unit.now, blocked_at
    unit.session.add(record)
    people.refresh_figures(unit.session, record.id or 0)
    people.confirm(unit.session, record.id or 0, "phone", unit.now, by="shop", how="counter")
    _tell(unit, record, f"link-opened:{record.public_id}:{unit.cause}", words("link-opened", name=record.name))


def _tell(unit: Unit, person: Customer, key: str, text: Words) -> None:
    """Word about the safety of one's own account. It goes out at once and at any hour."""
    message = outbox.Message(
        dedupe_key=key,
        chat_id=person.chat_id or 0,
        kind=Kind.ACCOUNT,
        reply=pack(Reply(text)),
        not_before=unit.now,
        customer_id=person.id,
        language=person.language,
    )
    outbox.add(unit.session, unit.vault, message, unit.now)
