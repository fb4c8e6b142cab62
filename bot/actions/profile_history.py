"""What was changed in one's own record, and taking it back."""

from dataclasses import dataclass
from datetime import datetime

from bot.actions import profile
from bot.actions.unit import Unit
from bot.domain.masking import masked
from bot.domain.refusals import Refusal
from storage import journal, people
from storage.models import Customer, JournalEntry

ROWS = 100
LINKED = "linked"
_WHO = {"customer": "self", "stranger": "self", "system": "file"}


@dataclass(frozen=True, slots=True)
class Undone:
    """What the detail is again; None where it is empty again."""

    detail: str
    value: str | None


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One change, masked. `detail` is empty for the linking of this chat; `who` is self, shop or file."""

    at: datetime
    detail: str
    before: str | None
    after: str | None
    who: str
    undone: bool


def undo(unit: Unit, entry_id: str | None = None, *, detail_named: str | None = None) -> Undone:
    """Take one of one's own changes back, by default the newest that stands (of the detail that was named).

    Raises Refusal: nothing-to-undo, undo-not-yours, undo-done, undo-expired, undo-changed-since, detail-unusable (the
    old number belongs to somebody else by now).
    """
    unit.permit("change own details")
    customer = profile.own_record(unit)
    entry = _entry_to_undo(unit, entry_id, f"{detail_named}_changed" if detail_named else None)
    detail = profile.DEEDS[entry.deed]
    before = journal.before(unit.vault, entry)
    if entry.undone_at is not None:
        raise Refusal("undo-done")
    if entry.undo_until is None or unit.now >= entry.undo_until:
        raise Refusal("undo-expired", days=profile.UNDO_DAYS)
    is_ours_still = getattr(customer, detail) == journal.after(unit.vault, entry)["value"]
    if not is_ours_still or journal.later_change(unit.session, entry) is not None:
        raise Refusal("undo-changed-since")
    value = before["value"]
    if detail == "phone" and value is not None and profile.is_of_somebody_else(unit, customer, value):
        raise Refusal("detail-unusable")
    profile.write(unit, customer, detail, value)
    put_confirmation_back(unit, customer, detail, before["confirmed"])
    entry.undone_at = unit.now
    unit.session.add(entry)
    return Undone(detail, None if value is None else profile.shown(detail, value))


def history(unit: Unit) -> tuple[HistoryRow, ...]:
    """The newest changes of one's own record, newest first."""
    unit.permit("see own account")
    entries = journal.of_customer(unit.session, profile.own_record(unit).id or 0, (*profile.DEEDS, LINKED), ROWS)
    return tuple(_history_row(unit, entry) for entry in entries)


def _entry_to_undo(unit: Unit, entry_id: str | None, deed: str | None) -> JournalEntry:
    if entry_id is None:
        entry = journal.newest_of_actor(unit.session, unit.actor, deed)
        if entry is None or entry.customer_id != unit.actor.customer_id or entry.deed not in profile.DEEDS:
            raise Refusal("nothing-to-undo")
        return entry
    entry = journal.by_public_id(unit.session, entry_id)
    is_own = entry is not None and entry.customer_id == unit.actor.customer_id and entry.actor_id == unit.actor.user_id
    if entry is None or not is_own or entry.deed not in profile.DEEDS:
        raise Refusal("undo-not-yours")
    return entry


def put_confirmation_back(unit: Unit, customer: Customer, detail: str, packed: dict[str, str] | None) -> None:
    """When it was confirmed before, and by whom; None: it never was."""
    if packed is None:
        people.unconfirm(unit.session, customer.id or 0, detail)
        return
    at = datetime.fromisoformat(packed["at"])
    people.confirm(unit.session, customer.id or 0, detail, at, by=packed["by"], how=packed["how"])


def _history_row(unit: Unit, entry: JournalEntry) -> HistoryRow:
    detail = profile.DEEDS.get(entry.deed, "")
    before = journal.before(unit.vault, entry).get("value")
    after = journal.after(unit.vault, entry).get("value")
    return HistoryRow(
        entry.at,
        detail,
        masked(detail, before) if before else None,
        masked(detail, after) if after else None,
        _WHO.get(entry.actor_role, "shop"),
        entry.undone_at is not None,
    )
