"""What was done is written into the journal, with what an Undo needs."""

from datetime import timedelta

from bot.actions.unit import Unit
from storage import journal
from storage.journal import Facts
from storage.models import JournalEntry

# Across the counter nothing runs out: only what came after can stand in the way of an Undo.
UNDO_FOR = timedelta(days=3650)


def write_entry(
    unit: Unit,
    deed: str,
    *,
    customer_id: int | None = None,
    subject_id: int | None = None,
    before: Facts | None = None,
    after: Facts | None = None,
    undo_for: timedelta | None = None,
) -> JournalEntry:
    """The deed of whoever acts, now. Facts are JSON values; without `undo_for` nobody can take it back."""
    return journal.write(
        unit.session,
        unit.vault,
        unit.actor,
        deed,
        unit.now,
        customer_id=customer_id,
        subject_id=subject_id,
        before=before,
        after=after,
        undo_until=unit.now + undo_for if undo_for else None,
    )
