"""People whose contact card the shop has and nothing else yet: prospects, who asked and never bought.

A card says a name and numbers. It is no consent to anything, and nobody is written down twice: a number that the books
know is a person who is there already, whatever the card calls them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice

from bot.actions.entries import UNDO_FOR, write_entry
from bot.actions.importing_run import BATCH, Counts, Taken
from bot.actions.people import last4
from bot.actions.planning import Planned
from bot.actions.unit import Unit
from bot.domain.names import parse_name
from bot.domain.notes import mask_resident_numbers
from bot.domain.phone import Phone, PhoneKind, parse_phone
from bot.domain.refusals import Refusal
from bot.domain.rows import RefusedRow
from bot.domain.said import SharedContact
from bot.domain.vcards import Card
from bot.domain.written_text import one_line
from storage import groups, journal, people, removal
from storage.importing import BY_IMPORT
from storage.models import Customer, JournalEntry

ADDED = "prospect_added"
_CARDS_A_BATCH = 50
_LONGEST_NOTE = 300
EXPIRES = timedelta(days=365)
"""Whoever only asked is forgotten after so long. Their number was given for an answer, and for nothing else."""


@dataclass(frozen=True, slots=True)
class Prospect:
    """Somebody of a card: written down now (`undo` names the entry) or there already. `dead`: nobody answers there."""

    name: str
    last4: str
    dead: bool
    undo: str | None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class ProspectTakenBack:
    name: str


def keep(unit: Unit, card: SharedContact, about: str = "") -> Prospect:
    """Write down whose card it is, and what they asked.

    Raises Refusal: card-own, card-no-phone, and those of `parse_phone`.
    """
    unit.permit("record")
    if card.user_id is not None and card.user_id == unit.actor.user_id:
        raise Refusal("card-own")
    customer, new = _keep(unit, Card(card.name, (card.phone,)))
    undo = None
    if new:
        customer.note = mask_resident_numbers(one_line(about))[:_LONGEST_NOTE] or None
        unit.session.add(customer)
        entry = write_entry(unit, ADDED, customer_id=customer.id, subject_id=customer.id, undo_for=UNDO_FOR)
        undo = entry.public_id
    else:
        unit.saw(customer.id or 0, "choice")
    until = expires_on(unit, customer.id or 0)
    return Prospect(customer.name, last4(customer), customer.phone_kind == PhoneKind.DEAD, undo, until)


def take_back(unit: Unit, entry: JournalEntry) -> ProspectTakenBack:
    """Undo a card. Raises Refusal undo-person-needed when something hangs on the person by now."""
    customer = unit.session.get(Customer, entry.subject_id)
    if customer is None:
        raise Refusal("person-gone")
    ids = [customer.id or 0]
    if removal.tied(unit.session, ids) or removal.changed_since(unit.session, ids, entry.id or 0):
        raise Refusal("undo-person-needed")
    view = ProspectTakenBack(customer.name)
    removal.remove(unit.session, ids, unit.now)
    unit.names_changed = True
    return view


def expires_on(unit: Unit, customer_id: int) -> date | None:
    """The day after which somebody who only asked is forgotten; None for whoever came into the books otherwise."""
    entries = journal.of_customer(unit.session, customer_id, (ADDED,), 1)
    return unit.shop.day_of(entries[0].at + EXPIRES) if entries and entries[0].undone_at is None else None


def forget_old(unit: Unit) -> Planned:
    """Take away whoever asked more than a year ago and on whom nothing hangs: no visit, no chat, nothing kept."""
    unit.permit("plan messages")
    old = groups.first_asked_before(unit.session, ADDED, unit.now - EXPIRES)
    gone = old - removal.tied(unit.session, old)
    if gone:
        removal.remove(unit.session, gone, unit.now)
        unit.names_changed = True
    return Planned()


@dataclass(slots=True)
class CardRun:
    """The import of a file of cards, batch by batch, as `importing_run.Run` is one of a table."""

    cards: Sequence[Card]
    entry_id: int = 0
    counts: Counts = field(default_factory=Counts)
    touched: set[int] = field(default_factory=set)
    found: dict[tuple[str, ...], int] = field(default_factory=dict)

    def batches(self) -> Iterator[list[tuple[int, Card]]]:
        """The cards with their numbers in the file, from 1."""
        numbered = enumerate(self.cards, 1)
        while batch := list(islice(numbered, _CARDS_A_BATCH)):
            yield batch

    def fit(self, rows: int, seconds: float) -> None:
        """The batches of an address book are short as they are."""

    def note(self, taken: Taken) -> None:
        """The batch is committed."""
        self.counts += taken.counts


def take(unit: Unit, run: CardRun, batch: Sequence[tuple[int, Card]]) -> Taken:
    """Write one batch of cards."""
    unit.permit("import")
    new: list[int] = []
    refused: list[RefusedRow] = []
    unchanged = 0
    for number, card in batch:
        try:
            customer, is_new = _keep(unit, card)
        except Refusal as refusal:
            refused.append(RefusedRow(number, (card.name, *card.phones), refusal.name, refusal.facts))
            continue
        if is_new:
            new.append(customer.id or 0)
        else:
            unchanged += 1
    if new:
        write_entry(unit, BATCH, subject_id=run.entry_id, after={"people": new})
    return Taken(Counts(len(new), 0, unchanged, len(refused), len(new)), tuple(refused))


def _keep(unit: Unit, card: Card) -> tuple[Customer, bool]:
    """The person of a card, and whether they are new."""
    phones = _phones(card)
    for phone in phones:
        known = people.by_phone(unit.session, unit.vault, phone)
        if known is not None:
            return known, False
    phone = max(phones, key=lambda one: (one.e164.startswith("+8210"), one.kind is PhoneKind.LIVING))
    customer = people.create(unit.session, _name(card, phone), unit.now)
    unit.names_changed = True
    people.set_phone(unit.session, unit.vault, customer, phone)
    people.confirm(unit.session, customer.id or 0, "phone", unit.now, by="shop", how=BY_IMPORT)
    unit.session.flush()
    return customer, True


def _phones(card: Card) -> list[Phone]:
    """The numbers of a card that can be read. Raises Refusal where there is none: the first one's, or card-no-phone."""
    refusal = Refusal("card-no-phone")
    found: list[Phone] = []
    for number, written in enumerate(card.phones):
        try:
            found.append(_phone(written))
        except Refusal as error:
            refusal = error if number == 0 else refusal
    if not found:
        raise refusal
    return found


def _phone(written: str) -> Phone:
    """Telegram writes numbers with the country and without the plus."""
    try:
        return parse_phone(written)
    except Refusal:
        if not written.isdigit() or written.startswith("0"):
            raise
        return parse_phone(f"+{written}")


def _name(card: Card, phone: Phone) -> str:
    """Whoever goes by no letters at all is called by the end of their number."""
    try:
        return parse_name(card.name)
    except Refusal:
        return phone.last4
