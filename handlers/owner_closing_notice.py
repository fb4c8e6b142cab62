"""Word of closing days to those whom they concern: who that is, what they would read, and a yes."""

from datetime import date

from bot.actions import closing_notice, open_days
from bot.actions.closing_notice import Notice, Row
from bot.actions.concerned import days_of
from bot.actions.unit import Replies, Unit
from bot.domain.buttons import button
from bot.domain.outgoing import Reply, Words, words
from bot.domain.said import Said
from bot.understanding.closing_sentences import Closing
from handlers import errors, owner_open_days

_MOST = 10


def tell(unit: Unit, ask: Closing) -> Replies:
    """ "금요일에 쉰다고 손님들께 알려줘": the days are closed first, if they are not."""
    if ask.first is None or ask.last is None:
        named = closing_notice.coming(unit)
        return _shown(unit, *named) if named else Reply(words("closing-none-named"))
    if all(day.open is False for day in days_of(unit, ask.first, ask.last)):
        return _shown(unit, ask.first, ask.last)
    done = open_days.set_days(unit, open_days.every_day(ask.first, ask.last), closed=True)
    return (owner_open_days.days_read_back(unit, done, closed=True, way=False), _shown(unit, ask.first, ask.last))


def look(said: Said, unit: Unit, first: str = "", last: str = "") -> Replies:
    """The button under days that were closed."""
    days = _days(first, last)
    return _shown(unit, *days) if days else errors.old_button(said, unit)


def send(said: Said, unit: Unit, first: str = "", last: str = "") -> Replies:
    """Yes: they are told."""
    days = _days(first, last)
    if days is None:
        return errors.old_button(said, unit)
    done = closing_notice.send(unit, *days)
    text = words("closing-told", planned=done.planned or None, drafts=done.drafts or None, left=done.left_out or None)
    drafts = ((button(words("button-campaign-drafts"), "hand-drafts"),),) if done.drafts else ()
    return Reply(text, buttons=drafts)


def leave(said: Said, unit: Unit) -> Replies:
    """Nobody is told."""
    return Reply(words("closing-untold"), edits=said.message_id)


def _shown(unit: Unit, first: date, last: date) -> Reply:
    found = closing_notice.look(unit, first, last)
    if not found.rows:
        return Reply(words("closing-nobody", on=first, last=last if last != first else None))
    parts = (first.isoformat(), last.isoformat())
    yes = (button(words("button-closing-send"), "closing-send", *parts),) if found.by_bot or found.by_hand else ()
    return Reply(_text(found), buttons=((*yes, button(words("button-cancel"), "closing-leave")),))


def _text(found: Notice) -> Words:
    more = len(found.rows) - _MOST
    return words(
        "closing-look",
        on=found.first,
        last=found.last if found.last != found.first else None,
        total=len(found.rows),
        rows=tuple(_row(one) for one in found.rows[:_MOST]),
        more=words("closing-others", count=more) if more > 0 else None,
        message=found.letter,
        bot=found.by_bot or None,
        hand=found.by_hand or None,
    )


def _row(one: Row) -> Words:
    return words("closing-row", name=one.name, last4=one.last4, what=one.what)


def _days(first: str, last: str) -> tuple[date, date] | None:
    try:
        found = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        return None
    return found if found[0] <= found[1] and (found[1] - found[0]).days <= 31 else None
