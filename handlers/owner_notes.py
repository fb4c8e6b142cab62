"""Notes, reminders, and messages in the shop's own words."""

from dataclasses import replace

from bot.actions import notes, own_words, reminding
from bot.actions.by_hand import Draft
from bot.actions.own_words import OwnWords
from bot.actions.people import WhoIsMeant
from bot.actions.unit import Replies, Unit
from bot.domain.buttons import button
from bot.domain.outgoing import Button, Reply, words
from bot.domain.said import Said
from bot.understanding.asks.messages import MessageOne
from bot.understanding.asks.people import Note
from bot.understanding.asks.reminders import Reminders, RemindMe, StrikeReminder
from bot.understanding.freetext import polite
from handlers import owner_drafts, paging
from handlers.owner_asking import ask_whom

_MOST_REMINDERS = 20
_STRIKES_A_ROW = 3


def note(said: Said, unit: Unit, ask: Note) -> Replies:
    """Something to remember about somebody."""
    return note_for(unit, ask)


def note_for(unit: Unit, ask: Note, *, to: str = "", new: bool = False) -> Reply:
    """The same for the person who was chosen, or for somebody new."""
    done = notes.add(unit, ask, to=to, new=new)
    if isinstance(done, WhoIsMeant):
        return ask_whom(unit, ask, done)
    text = words(
        "note-added",
        name=done.name,
        last4=done.last4,
        note=done.note,
        health=words("note-health", words=done.health) if done.health else None,
    )
    return Reply(text, buttons=_undo(done.undo))


def remind(said: Said, unit: Unit, ask: RemindMe) -> Replies:
    """Tell me then."""
    done = reminding.remind(unit, ask)
    return Reply(words("remind-made", about=done.about, at=done.at), buttons=_undo(done.undo))


def reminders(said: Said, unit: Unit, ask: Reminders) -> Replies:
    """What the asker will still be told."""
    waiting = reminding.mine(unit)
    if not waiting:
        return Reply(words("reminders-none"))
    rows = tuple(
        words("reminder-row", number=number, at=one.at, about=one.about)
        for number, one in enumerate(waiting[:_MOST_REMINDERS], start=1)
    )
    text = words("reminders", total=len(waiting), rows=rows)
    return Reply(text, buttons=tuple(_strike_rows(len(rows))))


def _strike_rows(count: int) -> list[tuple[Button, ...]]:
    struck = [
        button(words("button-strike-number", number=number), "strike-reminder", str(number))
        for number in range(1, count + 1)
    ]
    return [tuple(struck[start : start + _STRIKES_A_ROW]) for start in range(0, count, _STRIKES_A_ROW)]


def strike(said: Said, unit: Unit, ask: StrikeReminder) -> Replies:
    """This one is not wanted any more."""
    done = reminding.strike(unit, ask.number)
    return Reply(words("reminder-struck", about=done.about, at=done.at), buttons=_undo(done.undo))


def strike_tapped(said: Said, unit: Unit, number: str = "") -> Replies:
    """The same by its button."""
    return strike(said, unit, StrikeReminder(paging.offset_of(number)))


def message(said: Said, unit: Unit, ask: MessageOne) -> Replies:
    """Words to one customer: shown before they are sent."""
    return message_for(unit, replace(ask, about=polite(ask.about, said.text) if ask.about else None))


def message_for(unit: Unit, ask: MessageOne, *, to: str = "") -> Reply:
    """The same for the person who was chosen."""
    done = own_words.preview(unit, ask, to=to)
    if isinstance(done, WhoIsMeant):
        return ask_whom(unit, ask, done)
    if isinstance(done, Draft):
        return owner_drafts.show(done)
    shown = words("own-words", name=done.name, text=done.text, shop=unit.shop.name, who=unit.shop.answered_by or None)
    send = button(words("button-send"), "send", done.token, done.public_id)
    return Reply(
        words("message-preview", name=done.name, last4=done.last4, message=shown),
        buttons=((send, button(words("button-cancel"), "leave")),),
    )


def send(said: Said, unit: Unit, token: str = "", public_id: str = "") -> Replies:
    """The tap under the preview."""
    done: OwnWords = own_words.send(unit, token, public_id)
    return Reply(words("message-sent", name=done.name, last4=done.last4), buttons=_undo(done.undo))


def _undo(entry: str) -> tuple[tuple[Button, ...], ...]:
    return ((button(words("button-undo"), "undo", entry),),)
