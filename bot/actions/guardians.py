"""Children under 14: a guardian agrees in front of the shop, and that is written down before the birthday is.

Who, when and how it was checked (PIPA 22-2). Without it nothing is kept that says somebody is a child.
"""

from dataclasses import dataclass

from bot.actions import forms
from bot.actions.entries import UNDO_FOR, write_entry
from bot.actions.people import WhoIsMeant, chosen, last4, who_is_meant
from bot.actions.unit import Unit
from bot.domain.names import parse_name
from bot.domain.refusals import Refusal
from bot.understanding.asks.people import GuardianAgreed
from storage.models import Customer, Guardian, JournalEntry

RECORDED = "guardian_recorded"
_CHILD = "under-14"


@dataclass(frozen=True, slots=True)
class GuardianKept:
    """The guardian of somebody. Taken back, no `undo`."""

    undo: str
    name: str
    last4: str
    guardian: str
    how: str


def record(unit: Unit, ask: GuardianAgreed, *, to: str = "") -> GuardianKept | WhoIsMeant:
    """Write down who agreed for a child, and how that was checked. Raises the refusals of `parse_name`."""
    unit.permit("record")
    guardian = parse_name(ask.guardian)
    meant = chosen(unit, to) if to else who_is_meant(unit, ask.name, for_writing=True)
    if isinstance(meant, WhoIsMeant):
        return meant
    unit.session.merge(
        Guardian(customer_id=meant.id or 0, name=guardian, how=ask.how, at=unit.now, recorded_by=unit.actor.user_id)
    )
    unit.session.flush()
    entry = write_entry(
        unit,
        RECORDED,
        customer_id=meant.id,
        after={"guardian": guardian, "how": ask.how},
        undo_for=UNDO_FOR,
    )
    return GuardianKept(entry.public_id, meant.name, last4(meant), guardian, ask.how)


def child_speaks(unit: Unit) -> bool:
    """Somebody says that they are not 14. Whether a guardian's word is kept for them; without it nothing new is.

    Of somebody who is not known yet no number is taken for a day, and nothing else is noted.
    """
    unit.permit("link own account")
    if unit.actor.customer_id is None:
        forms.hold(unit, _CHILD, kept=forms.KEPT_LONG)
        return False
    return is_agreed(unit, unit.actor.customer_id)


def is_agreed(unit: Unit, customer_id: int) -> bool:
    """Whether a guardian's word is kept for this person."""
    return unit.session.get(Guardian, customer_id) is not None


def is_child(unit: Unit) -> bool:
    """Whether this chat, which is nobody's yet, has just said so."""
    return forms.draft(unit, _CHILD) is not None


def take_back(unit: Unit, entry: JournalEntry) -> GuardianKept:
    """Undo. Raises Refusal undo-changed-since where nobody is recorded any more."""
    kept = unit.session.get(Guardian, entry.customer_id)
    if kept is None:
        raise Refusal("undo-changed-since")
    person = unit.session.get_one(Customer, entry.customer_id)
    name, how = kept.name, kept.how
    unit.session.delete(kept)
    return GuardianKept("", person.name, last4(person), name, how)
