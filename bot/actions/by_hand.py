"""Drafts for people whom the bot does not reach: copied into KakaoTalk or SMS, and counted once they are sent.

The policy is asked about a draft as about every other message; only that the person is not on Telegram is no hindrance
here. Advertising is labelled, signed with the contact, and says how to refuse.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache

from bot.actions.entries import UNDO_FOR, write_entry
from bot.actions.people import last4
from bot.actions.readers import person_of
from bot.actions.unit import Unit
from bot.domain.by_hand import is_recent_deal, pieces
from bot.domain.message_policy import Drop, Hold, Wanted, judge
from bot.domain.outgoing import Kind, Words, words
from bot.domain.promotional import LABEL, sells
from bot.domain.refusals import Refusal
from bot.domain.reminders import appointment_slot
from bot.domain.shop import Preset
from bot.domain.visits import item_words
from bot.texts import languages
from bot.texts.catalog import Catalog
from storage import consents, facts, hand_drafts, journal, orders, outbox, people
from storage.models import Customer, HandDraft, JournalEntry, Order

SENT = "sent_by_hand"
RECENT_DEALS = "recent_deals_switched"
PAGE = 10
_FACT = "recent_deals"
_OWN_LISTS = "own_lists"


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as it is to be copied: `pieces` are its text, each short enough for a copy button."""

    public_id: str
    name: str
    last4: str
    phone: str | None
    text: str
    pieces: tuple[str, ...]
    made_at: datetime
    selling: bool


@dataclass(frozen=True, slots=True)
class Marked:
    """A draft that was sent, or (taken back) was not. `undo` names the entry of the first."""

    undo: str
    name: str
    last4: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A page of the drafts about which nobody has said that they were sent."""

    drafts: tuple[Draft, ...]
    offset: int
    total: int


@dataclass(frozen=True, slots=True)
class RecentDeals:
    """Whether drafts of advertising may be made for those who were here within six months."""

    on: bool
    undo: str


def write(unit: Unit, customer: Customer, kind: Kind, key: str, text: Words, *, subject_id: int | None = None) -> Draft:
    """Write a draft in the customer's language, under the key that the message would have in the outbox.

    Raises Refusal draft-sent-already, draft-not-now (until), and draft-<reason of the policy's drop>, such as
    draft-no-consent or draft-asked-to-pause.
    """
    unit.permit("write to a customer")
    return _write(unit, customer, kind, key, text, subject_id)


def plan(unit: Unit, customer: Customer, kind: Kind, key: str, text: Words, *, subject_id: int | None = None) -> Draft:
    """The same for what nobody in the shop has asked for just now. Raises as `write` does."""
    unit.permit("plan messages")
    return _write(unit, customer, kind, key, text, subject_id)


def may_be_planned(unit: Unit, customer: Customer, kind: Kind) -> bool:
    """Whether the policy lets a draft of this kind be written, now or at a later hour."""
    try:
        _may_be_sent(unit, customer, Wanted(kind, sender_known=bool(unit.shop.contact)))
    except Refusal as refused:
        return refused.name == "draft-not-now"
    return True


def owe(unit: Unit, customer: Customer, key: str, text: Words) -> Draft:
    """A draft of what is owed by terms that the person was told before: no policy stands against it, whoever acts."""
    draft = hand_drafts.keep(
        unit.session, unit.vault, customer.id or 0, Kind.GIFT, key, in_words(unit, customer, text), unit.now
    )
    return _view(unit, draft, customer)


def _write(unit: Unit, customer: Customer, kind: Kind, key: str, text: Words, subject_id: int | None) -> Draft:
    if hand_drafts.went_out(unit.session, key):
        raise Refusal("draft-sent-already", person=customer.name)
    plain = in_words(unit, customer, text)
    wanted = Wanted(kind, sells=sells(plain), sender_known=bool(unit.shop.contact))
    _may_be_sent(unit, customer, wanted)
    if wanted.is_advertising:
        around = words("advertising-by-hand", label=LABEL, shop=unit.shop.name, contact=unit.shop.contact, message=text)
        plain = in_words(unit, customer, around)
    draft = hand_drafts.keep(
        unit.session, unit.vault, customer.id or 0, kind, key, plain, unit.now, subject_id=subject_id
    )
    return _view(unit, draft, customer)


def drafts_waiting(unit: Unit, offset: int = 0) -> Waiting:
    """What was drafted and not sent yet, as far as anybody has said."""
    unit.permit("write to a customer")
    rows = hand_drafts.waiting(unit.session, offset, PAGE)
    shown = tuple(_view(unit, row, unit.session.get_one(Customer, row.customer_id)) for row in rows)
    return Waiting(shown, offset, hand_drafts.count_waiting(unit.session))


def open_draft(unit: Unit, public_id: str) -> Draft:
    """The draft of a button. Raises Refusal draft-gone."""
    unit.permit("write to a customer")
    draft, customer = _kept(unit, public_id)
    return _view(unit, draft, customer)


def mark_sent(unit: Unit, public_id: str) -> Marked:
    """The shop has sent it. Raises Refusal draft-gone, draft-sent-already."""
    unit.permit("write to a customer")
    draft, customer = _kept(unit, public_id)
    if draft.state == "sent" or hand_drafts.went_out(unit.session, draft.key):
        raise Refusal("draft-sent-already", person=customer.name)
    language = _language(unit, customer)
    sold = _sells(draft, hand_drafts.text_of(unit.vault, draft))
    hand_drafts.sent(unit.session, unit.vault, draft, unit.now, language, advertising=sold)
    entry = write_entry(unit, SENT, customer_id=customer.id, after={"draft": draft.public_id}, undo_for=UNDO_FOR)
    return Marked(entry.public_id, customer.name, last4(customer))


def ready_told(unit: Unit, entry_id: str) -> Marked:
    """The shop has told somebody by its own hand that their things are ready: the notice counts as sent, and the bot
    sends no second one. Raises Refusal draft-gone, draft-sent-already.
    """
    unit.permit("write to a customer")
    entry = journal.by_public_id(unit.session, entry_id)
    facts_of = journal.after(unit.vault, entry) if entry is not None and entry.undone_at is None else {}
    ids = [one["id"] if isinstance(one, dict) else one for one in facts_of.get("orders", ())]
    made = [order for one in ids if (order := unit.session.get(Order, one)) is not None and order.state == "ready"]
    first = made[0] if made else None
    if entry is None or first is None or first.ready_at is None:
        raise Refusal("draft-gone")
    customer = unit.session.get_one(Customer, first.customer_id)
    items = tuple(
        item_words(item, quantity)
        for order in made
        for item, quantity in orders.pieces(orders.items_of(unit.session, order.id or 0))
    )
    text = words("ready-draft", name=customer.name, shop=unit.shop.name, items=items, unpaid=None)
    key = f"ready:{first.id}:{appointment_slot(first.ready_at)}"
    if hand_drafts.went_out(unit.session, key):
        raise Refusal("draft-sent-already", person=customer.name)
    plain = in_words(unit, customer, text)
    draft = hand_drafts.keep(
        unit.session, unit.vault, customer.id or 0, Kind.ORDER_NOTICE, key, plain, unit.now, subject_id=first.id
    )
    return mark_sent(unit, draft.public_id)


def leave(unit: Unit, public_id: str) -> Marked:
    """It is not going to be sent. Raises Refusal draft-gone, draft-sent-already."""
    unit.permit("write to a customer")
    draft, customer = _kept(unit, public_id)
    if draft.state == "sent":
        raise Refusal("draft-sent-already", person=customer.name)
    hand_drafts.leave(unit.session, draft)
    return Marked("", customer.name, last4(customer))


def take_back(unit: Unit, entry: JournalEntry) -> Marked:
    """Undo: it was not sent."""
    draft, customer = _kept(unit, journal.after(unit.vault, entry)["draft"])
    hand_drafts.not_sent(unit.session, draft)
    return Marked("", customer.name, last4(customer))


def switch_recent_deals(unit: Unit, *, on: bool) -> RecentDeals:
    """Allow or forbid drafts of advertising for those who were here within six months and never said yes or no."""
    unit.permit("change the shop")
    before = allows_recent_deals(unit)
    facts.put(unit.session, unit.vault, _FACT, on)
    entry = write_entry(unit, RECENT_DEALS, before={"on": before}, after={"on": on}, undo_for=UNDO_FOR)
    return RecentDeals(on, entry.public_id)


def take_switch_back(unit: Unit, entry: JournalEntry) -> RecentDeals:
    before = bool(journal.before(unit.vault, entry)["on"])
    facts.put(unit.session, unit.vault, _FACT, before)
    return RecentDeals(before, "")


def allows_recent_deals(unit: Unit) -> bool:
    return bool(facts.get(unit.session, unit.vault, _FACT))


def may_advertise(unit: Unit, customer: Customer) -> bool:
    """Whether somebody said yes to advertising, or said nothing and dealt with a shop that wants to use that."""
    decision = consents.newest(unit.session, customer.id or 0, "advertising")
    return bool(recent_dealers(unit, [customer])) if decision is None else decision.given


def recent_dealers(unit: Unit, customers: Sequence[Customer]) -> frozenset[int]:
    """Who of these dealt with a shop that wants to use that, by id; asked of those who said neither yes nor no."""
    if not allows_recent_deals(unit):
        return frozenset()
    recent = {one.id or 0 for one in customers if is_recent_deal(one.last_visit_on, unit.today)}
    if not lists_are_own(unit):
        # Whose number nobody but a file has told gave it to somebody else.
        recent -= people.confirmed_how(unit.session, "phone", "import", among=recent)
    return frozenset(recent)


def lists_are_own(unit: Unit) -> bool:
    """Whether lists that came in as files are the shop's own. Those of a theatre are the ticket offices', unless said
    otherwise: who bought a ticket there gave their number to somebody else.
    """
    said = facts.get(unit.session, unit.vault, _OWN_LISTS)
    return unit.shop.preset is not Preset.THEATRE if said is None else bool(said)


def set_lists_are_own(unit: Unit, *, own: bool) -> None:
    """Say whose the lists are."""
    unit.permit("change the shop")
    facts.put(unit.session, unit.vault, _OWN_LISTS, own)


def _may_be_sent(unit: Unit, customer: Customer, wanted: Wanted) -> None:
    """The policy's verdict, as if the bot reached the person."""
    person = replace(
        person_of(unit, customer), linked=True, blocked=False, advertising_consent=may_advertise(unit, customer)
    )
    match judge(wanted, person, unit.now):
        case Drop(reason):
            raise Refusal(f"draft-{reason.replace('_', '-')}", person=customer.name)
        case Hold(until, _):
            raise Refusal("draft-not-now", person=customer.name, until=until)


def in_words(unit: Unit, customer: Customer, text: Words) -> str:
    """Words as this customer would read them, without marks."""
    language, shop = _language(unit, customer), unit.shop
    return _catalog().plain(text, language, zone=shop.zone, today=unit.today, preset=shop.preset)


def _language(unit: Unit, customer: Customer) -> languages.Language:
    """What they chose, or were last answered in where they have a chat, else the shop's."""
    spoken = customer.language
    if spoken is None and customer.chat_id is not None:
        spoken = outbox.last_language(unit.session, customer.chat_id)
    return languages.choose(spoken, None, unit.shop.language)


def _kept(unit: Unit, public_id: str) -> tuple[HandDraft, Customer]:
    draft = hand_drafts.by_public_id(unit.session, public_id)
    customer = unit.session.get(Customer, draft.customer_id) if draft else None
    if draft is None or customer is None:
        raise Refusal("draft-gone")
    return draft, customer


def _view(unit: Unit, draft: HandDraft, customer: Customer) -> Draft:
    unit.saw(customer.id or 0, "list")
    text = hand_drafts.text_of(unit.vault, draft)
    return Draft(
        draft.public_id,
        customer.name,
        last4(customer),
        customer.phone if customer.phone_kind == "living" else None,
        text,
        pieces(text),
        draft.made_at,
        selling=_sells(draft, text),
    )


def _sells(draft: HandDraft, text: str) -> bool:
    return Wanted(Kind(draft.kind), sells=sells(text, gift_owed=draft.kind == Kind.GIFT)).is_advertising


@cache
def _catalog() -> Catalog:
    return Catalog()
