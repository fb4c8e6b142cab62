"""Reminders for whoever works here: "tell me at three"."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.actions.entries import UNDO_FOR, write_entry
from bot.actions.planning import Planned
from bot.actions.unit import Unit
from bot.domain.local_time import moment_of
from bot.domain.outgoing import Kind, Reply, words
from bot.domain.packing import pack
from bot.domain.refusals import Refusal
from bot.domain.written_text import one_line
from bot.understanding.asks.reminders import RemindMe
from storage import outbox, reminders
from storage.models import JournalEntry, Reminder

MADE = "reminder_made"
STRUCK = "reminder_struck"
# A day without an hour is told when the shop opens.
_MORNING = time(9)
_FURTHEST = timedelta(days=731)
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Reminding:
    """What will be told, and when. Taken back, `undo` is empty."""

    undo: str
    about: str
    at: datetime


@dataclass(frozen=True, slots=True)
class WaitsAgain:
    """A reminder that waits again, after its strike was taken back."""

    about: str
    at: datetime


def remind(unit: Unit, ask: RemindMe) -> Reminding:
    """Tell whoever asks, at that time. Raises Refusal remind-when, remind-past, remind-too-far."""
    unit.permit("be reminded")
    at = _moment(unit, ask.when)
    about = one_line(ask.about)[:_LONGEST]
    reminder = reminders.add(unit.session, unit.actor.chat_id, about, at, unit.now)
    entry = write_entry(unit, MADE, subject_id=reminder.id, undo_for=UNDO_FOR)
    return Reminding(entry.public_id, about, at)


def take_back(unit: Unit, entry: JournalEntry) -> Reminding:
    """Undo. Raises Refusal remind-told for one that was told already."""
    reminder = unit.session.get_one(Reminder, entry.subject_id)
    if reminder.state != "waiting":
        raise Refusal("remind-told")
    reminder.state = "undone"
    unit.session.add(reminder)
    return Reminding("", reminder.about or "", reminder.due_at)


def mine(unit: Unit) -> tuple[Reminding, ...]:
    """What the asker will still be told, the next first."""
    unit.permit("be reminded")
    waiting = reminders.waiting_of(unit.session, unit.actor.chat_id)
    return tuple(Reminding("", one.about or "", one.due_at) for one in waiting)


def strike(unit: Unit, number: int) -> Reminding:
    """The one of this number in that list is not wanted any more. Raises Refusal remind-no-such."""
    unit.permit("be reminded")
    waiting = reminders.waiting_of(unit.session, unit.actor.chat_id)
    if not 1 <= number <= len(waiting):
        raise Refusal("remind-no-such", count=len(waiting))
    reminder = waiting[number - 1]
    reminder.state = "undone"
    unit.session.add(reminder)
    entry = write_entry(unit, STRUCK, subject_id=reminder.id, undo_for=UNDO_FOR)
    return Reminding(entry.public_id, reminder.about or "", reminder.due_at)


def take_strike_back(unit: Unit, entry: JournalEntry) -> WaitsAgain:
    """Undo: it will be told after all. Raises Refusal remind-past when its time has come meanwhile."""
    reminder = unit.session.get_one(Reminder, entry.subject_id)
    if reminder.due_at <= unit.now:
        raise Refusal("remind-past")
    reminder.state = "waiting"
    unit.session.add(reminder)
    return WaitsAgain(reminder.about or "", reminder.due_at)


def tell_due(unit: Unit) -> Planned:
    """The reminders whose moment has come; a late one is told with the time it was meant for."""
    unit.permit("plan messages")
    told = 0
    for reminder in reminders.due(unit.session, unit.now):
        reminder.state = "told"
        unit.session.add(reminder)
        message = outbox.Message(
            dedupe_key=f"reminder:{reminder.id}",
            chat_id=reminder.chat_id,
            kind=Kind.OWNER_NOTICE,
            reply=pack(Reply(words("reminder", about=reminder.about or "", at=reminder.due_at))),
            not_before=unit.now,
        )
        told += outbox.add(unit.session, unit.vault, message, unit.now)
    return Planned(told)


def _moment(unit: Unit, when: datetime | date | None) -> datetime:
    if when is None or when == unit.today:
        raise Refusal("remind-when")
    at = when if isinstance(when, datetime) else moment_of(when, _MORNING, unit.shop.zone)
    if at <= unit.now:
        raise Refusal("remind-past")
    if at > unit.now + _FURTHEST:
        raise Refusal("remind-too-far")
    return at
