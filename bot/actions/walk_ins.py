"""People without a name, so that the takings are true."""

from dataclasses import dataclass
from datetime import date

from pydantic import TypeAdapter

from bot.actions.entries import UNDO_FOR, write_entry
from bot.actions.unit import Unit
from bot.actions.visit_lines import items_of, lines_of, packed, told_moment
from bot.domain.outgoing import Money
from bot.domain.refusals import Refusal
from bot.domain.visits import check_visit_day, make_line, total_minor
from bot.understanding.asks.values import NOBODY
from bot.understanding.asks.visits import RecordVisit, WalkIns
from storage import journal, visits
from storage.models import JournalEntry, Visit

WALKED_IN = "walk_ins_recorded"
_MOST = 99


@dataclass(frozen=True, slots=True)
class WalkedIn:
    """People without a name, written down or (without an `undo`) taken back."""

    undo: str
    count: int
    items: tuple[tuple[str, int], ...]
    amount: Money
    paid_by: str | None
    on: date


def record(unit: Unit, ask: WalkIns) -> WalkedIn:
    """People without a name, so that the takings are true: each is a visit, and the money stands on the first.

    It is not shared out among them, for nobody has said how. Raises the refusals of `domain.visits`.
    """
    unit.permit("record")
    if not 1 <= ask.count <= _MOST:
        raise Refusal("visit-quantity", quantity=ask.count)
    on = check_visit_day(ask.on or unit.today, unit.today)
    first = lines_of(RecordVisit(NOBODY, ask.items, ask.amount), unit.shop.currency)
    total_minor(first)
    ids = []
    for number in range(ask.count):
        visit = visits.add(
            unit.session,
            customer_id=None,
            visited_at=told_moment(unit, on),
            visited_on=on,
            lines=[make_line("")] if number else first,
            paid_by=ask.paid_by,
            unpaid_minor=0,
            source="chat",
            recorded_by=unit.actor.user_id,
            now=unit.now,
        )
        ids.append(visit.id)
    entry = write_entry(unit, WALKED_IN, after={"visits": ids, "ask": packed(ask)}, undo_for=UNDO_FOR)
    return WalkedIn(entry.public_id, ask.count, items_of(first), Money(ask.amount, unit.shop.currency), ask.paid_by, on)


def take_back(unit: Unit, entry: JournalEntry) -> WalkedIn:
    """Undo of people without a name."""
    facts = journal.after(unit.vault, entry)
    ask = TypeAdapter(WalkIns).validate_json(facts["ask"])
    for visit_id in facts["visits"]:
        visit = unit.session.get_one(Visit, visit_id)
        visit.undone_at = unit.now
        unit.session.add(visit)
    amount = Money(ask.amount, unit.shop.currency)
    return WalkedIn("", ask.count, (), amount, ask.paid_by, ask.on or unit.shop.day_of(entry.at))
