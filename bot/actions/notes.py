"""Notes of the shop about somebody, shown on the card."""

from dataclasses import dataclass

from bot.actions.entries import UNDO_FOR, write_entry
from bot.actions.people import WhoIsMeant, last4, meant_or_chosen
from bot.actions.unit import Unit
from bot.domain.notes import health_words, mask_resident_numbers
from bot.domain.refusals import Refusal
from bot.domain.written_text import one_line
from bot.understanding.asks.people import Note
from storage import journal
from storage.models import Customer, JournalEntry

NOTED = "note_added"
_LONGEST = 300
_BETWEEN = " / "


@dataclass(frozen=True, slots=True)
class Noted:
    """A note as it stands now, with the words in it that tell of somebody's health. Taken back, `undo` is empty."""

    undo: str
    name: str
    last4: str
    note: str
    health: tuple[str, ...]


def add(unit: Unit, ask: Note, *, to: str = "", new: bool = False) -> Noted | WhoIsMeant:
    """Write a note down behind those that are there, or ask whom it is about.

    Raises Refusal note-too-long, person-gone, name-unusable.
    """
    unit.permit("record")
    said = mask_resident_numbers(one_line(ask.note))
    customer = meant_or_chosen(unit, ask.name, to=to, new=new)
    if isinstance(customer, WhoIsMeant):
        return customer
    before = customer.note
    note = said if not before else f"{before}{_BETWEEN}{said}"
    if not said or len(note) > _LONGEST:
        raise Refusal("note-too-long", most=_LONGEST)
    customer.note = note
    unit.session.add(customer)
    entry = write_entry(
        unit,
        NOTED,
        customer_id=customer.id,
        before={"note": before},
        after={"note": note},
        undo_for=UNDO_FOR,
    )
    return Noted(entry.public_id, customer.name, last4(customer), note, health_words(said))


def take_back(unit: Unit, entry: JournalEntry) -> Noted:
    """Undo: the note is as it was. Raises Refusal undo-changed-since."""
    customer = unit.session.get_one(Customer, entry.customer_id)
    if customer.note != journal.after(unit.vault, entry)["note"]:
        raise Refusal("undo-changed-since")
    customer.note = journal.before(unit.vault, entry)["note"]
    unit.session.add(customer)
    return Noted("", customer.name, last4(customer), customer.note or "", ())
