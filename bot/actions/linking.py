"""A chat and the record it belongs to.

Only somebody's own contact card links: the server fills in whose it is, so it proves the number (tdlib/td#2575). It
does not prove the person, because numbers are given to somebody else after a while. So a record that was linked before,
or whose person has not been here for 90 days, is not opened by its number: the newcomer gets a record of their own,
hears the same words as everybody, and the shop is asked with one tap whether the two are one person. Whoever was let in
at the counter, or knows what was bought last, needs no tap.

For seven days each of it can be undone: a link by the person, an opened record by the shop, and by whoever was linked
before, who is told in the old chat.
"""

from dataclasses import dataclass, replace
from datetime import timedelta

from bot.actions import counter_code, guardians, introducing, not_understood, profile, sending, two_records
from bot.actions.entries import write_entry
from bot.actions.language import chosen_by_stranger
from bot.actions.unit import Unit
from bot.domain.names import parse_name
from bot.domain.outgoing import words
from bot.domain.permissions import Role
from bot.domain.phone import Phone, parse_phone
from bot.domain.refusals import Refusal
from bot.domain.said import SharedContact
from storage import consents, erased_marks, journal, linking, people
from storage.models import Customer, JournalEntry

SHARES_A_DAY = 5
SHARES_A_DAY_OF_ALL = 50
QUIET_DAYS = 90
UNDO_DAYS = two_records.UNDO_DAYS

# Which text somebody agreed to: raised whenever `start-stranger` says something else.
KEEPING_TEXT = "keeping-2"

_SHARED, _ASKED, _LINKED = "contact_shared", "link_asked", "linked"
_APPROVED, _DECLINED = "link_approved", "link_declined"
_SETTLED = (_APPROVED, _DECLINED)


@dataclass(frozen=True, slots=True)
class Question:
    """What the shop is asked: whether the newcomer is the person of this record. For the shop's eyes only."""

    entry: str
    name: str
    last4: str
    newcomer: str
    linked_before: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """A record that was closed opened to a newcomer's chat, by a proof of their own. `undo` is for the shop."""

    undo: str
    name: str
    newcomer: str


@dataclass(frozen=True, slots=True)
class Linked:
    """The chat has its record. `question` and `opened` say nothing about it to the person: they are for the shop."""

    name: str
    question: Question | None = None
    opened: Opened | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """The shop's answer: whose record it is about, and whether the newcomer is that person. `undo` is that of a yes."""

    name: str
    same_person: bool
    undo: str | None = None


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

    Raises Refusal: contact-not-own, contact-forwarded, under-14-link, enough-tries, and those of `parse_phone`.
    """
    unit.permit("link own account")
    if forwarded:
        raise Refusal("contact-forwarded")
    if card.user_id != unit.actor.user_id:
        raise Refusal("contact-not-own")
    phone = _proven(card)
    _check_child(unit, phone)
    _count_try(unit)
    if unit.actor.customer_id is not None:
        return profile.confirm_phone(unit, phone)
    is_here = counter_code.is_here(unit)
    known = people.by_phone(unit.session, unit.vault, phone)
    if known is not None and not _needs_proof(unit, known):
        _link(unit, known, update_id)
        return Linked(known.name)
    newcomer = _new_person(unit, _name_of(card, telegram_name, phone), phone, findable=known is None)
    _link(unit, newcomer, update_id)
    if known is None:
        return Linked(newcomer.name)
    asked = write_entry(unit, _ASKED, customer_id=known.id, subject_id=newcomer.id)
    if not is_here:
        return Linked(newcomer.name, _question(unit, asked, known, newcomer))
    opened = _open(unit, asked, known, newcomer, "counter")
    return Linked(opened.name, opened=opened)


def asked_about(unit: Unit) -> JournalEntry | None:
    """The question whether the one who speaks is somebody who was here before, while nobody has answered it."""
    unit.permit("link own account")
    return linking.asked_by(unit.session, unit.actor.user_id, unit.actor.customer_id or 0, _ASKED, _SETTLED)


def prove(unit: Unit, how: str) -> Opened | None:
    """Open the record that was asked about, if there is one, by a proof of the person's own: "counter", "purchase"."""
    question = asked_about(unit)
    if question is None:
        return None
    record, newcomer = unit.session.get(Customer, question.customer_id), profile.own_record(unit)
    return None if record is None else _open(unit, question, record, newcomer, how)


def own_link(unit: Unit, *, newest: bool) -> str | None:
    """The entry by which this chat was linked, while it can be undone; with `newest` only if nothing came after it but
    the record that it opened.
    """
    unit.permit("see own account")
    last = journal.newest_of_actor(unit.session, unit.actor)
    if newest and (last is None or last.deed not in (_LINKED, _APPROVED)):
        return None
    entries = journal.of_customer(unit.session, profile.own_record(unit).id or 0, (_LINKED,), 1)
    for entry in entries:
        is_own = entry.customer_id == unit.actor.customer_id and entry.actor_id == unit.actor.user_id
        if is_own and entry.undone_at is None and entry.undo_until is not None and unit.now < entry.undo_until:
            return entry.public_id
    return None


def unlink(unit: Unit, entry_id: str, update_id: int) -> str:
    """Undo one's own link: this chat is nobody's again. Returns the name of the record, which stays with the shop.

    Raises Refusal: undo-not-yours, undo-done, undo-expired.
    """
    unit.permit("change own details")
    person = profile.own_record(unit)
    entry = _undoable(unit, entry_id, _LINKED)
    if entry.customer_id != person.id or entry.actor_id != unit.actor.user_id:
        raise Refusal("undo-not-yours")
    person.chat_id = None
    if not journal.of_customer(unit.session, person.id or 0, (_APPROVED,), 1):
        # Else it was somebody's before this chat's, and takes a second proof again.
        person.linked_at = two_records.moment(journal.before(unit.vault, entry)["linked_at"])
    entry.undone_at = unit.now
    unit.session.add_all((person, entry))
    consents.decide(
        unit.session,
        person.id or 0,
        "keeping",
        unit.now,
        given=False,
        text_version=KEEPING_TEXT,
        update_id=update_id,
    )
    if not_understood.agreed(unit):
        not_understood.refuse(unit, update_id)
    unit.session.flush()
    unit.actor = replace(unit.actor, role=Role.STRANGER, customer_id=None)
    return person.name


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
    if same_person:
        return Settled(record.name, True, _open(unit, entry, record, newcomer, "shop").undo)
    write_entry(unit, _DECLINED, customer_id=record.id, subject_id=entry.id)
    return Settled(record.name, False)


def take_back(unit: Unit, entry_id: str) -> str:
    """The shop undoes its yes: two records again, each with its own chat. Returns the name of the older one.

    Raises Refusal: undo-not-yours, undo-done, undo-expired, link-settled.
    """
    unit.permit("decide about a link")
    return two_records.make_two(unit, _undoable(unit, entry_id, _APPROVED))


def contest(unit: Unit, entry_id: str) -> str:
    """Whoever was linked before says that it was not them: the same, from the chat that was told.

    Raises Refusal: undo-not-yours, undo-done, undo-expired, link-settled.
    """
    unit.permit("link own account")
    entry = _undoable(unit, entry_id, _APPROVED)
    if journal.before(unit.vault, entry)["record"]["chat_id"] != unit.actor.user_id:
        raise Refusal("undo-not-yours")
    return two_records.make_two(unit, entry)


def _proven(card: SharedContact) -> Phone:
    """The number of a card that Telegram's server has filled in: with its country, but often without the plus."""
    return parse_phone(card.phone if card.phone.startswith(("+", "0")) else f"+{card.phone}")


def _check_child(unit: Unit, phone: Phone) -> None:
    """Who has just said that they are not 14 is let in by a guardian's word only."""
    if not guardians.is_child(unit):
        return
    known = people.by_phone(unit.session, unit.vault, phone)
    if known is None or not guardians.is_agreed(unit, known.id or 0):
        raise Refusal("under-14-link")


def _count_try(unit: Unit) -> None:
    since = unit.now - timedelta(days=1)
    if linking.deeds_since(unit.session, unit.actor.user_id, (_SHARED,), since) >= SHARES_A_DAY:
        raise Refusal("enough-tries")
    if linking.deeds_of_all_since(unit.session, (_SHARED,), since) >= SHARES_A_DAY_OF_ALL:
        raise Refusal("enough-tries")
    write_entry(unit, _SHARED)


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
    before = {"linked_at": two_records.packed(record.linked_at)}
    record.chat_id, record.linked_at, record.blocked_at = unit.actor.chat_id, unit.now, None
    record.language = chosen_by_stranger(unit) or record.language
    unit.session.add(record)
    unit.session.flush()
    customer_id = record.id or 0
    erased_marks.unmark(unit.session, unit.vault, record)
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
    write_entry(unit, _LINKED, customer_id=customer_id, before=before, undo_for=timedelta(days=UNDO_DAYS))
    introducing.recognise(unit, record)


def _question(unit: Unit, entry: JournalEntry, record: Customer, newcomer: Customer) -> Question:
    if record.chat_id is not None:
        tried = words("link-tried", contact=unit.shop.contact or None)
        two_records.tell(unit, record, f"link-tried:{entry.public_id}", tried)
    last4 = parse_phone(record.phone).last4 if record.phone else ""
    return Question(entry.public_id, record.name, last4, newcomer.name, record.linked_at is not None)


def _open(unit: Unit, question: JournalEntry, record: Customer, newcomer: Customer, how: str) -> Opened:
    called = newcomer.name
    before = two_records.make_one(unit, record, newcomer, how)
    settled = write_entry(
        unit,
        _APPROVED,
        customer_id=record.id,
        subject_id=question.id,
        before=before,
        undo_for=timedelta(days=UNDO_DAYS),
    )
    two_records.tell_old_chat(unit, before["record"]["chat_id"], settled.public_id, how)
    if unit.actor.role is Role.CUSTOMER:
        unit.actor = replace(unit.actor, customer_id=record.id)
    return Opened(settled.public_id, record.name, called)


def _undoable(unit: Unit, entry_id: str, deed: str) -> JournalEntry:
    entry = journal.by_public_id(unit.session, entry_id)
    if entry is None or entry.deed != deed:
        raise Refusal("undo-not-yours")
    if entry.undone_at is not None:
        raise Refusal("undo-done")
    if entry.undo_until is None or unit.now >= entry.undo_until:
        raise Refusal("undo-expired", days=UNDO_DAYS)
    return entry
