"""Word of closing days to those whom they concern: who that is, what they would read, and a yes."""

from collections.abc import Sequence
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
    if not ask.days:
        named = closing_notice.coming(unit)
        return _shown(unit, *named) if named else Reply(words("closing-none-named"))
    if all(day.open is False for on in ask.days for day in days_of(unit, on, on)):
        return _each_shown(unit, ask.days)
    done = open_days.set_days(unit, ask.days, closed=True)
    return (owner_open_days.days_read_back(unit, done, closed=True, way=False), *_each_shown(unit, ask.days))


def _each_shown(unit: Unit, days: Sequence[date]) -> tuple[Reply, ...]:
    """Whom each stretch of the days concerns; where that is nobody at all, so in one word."""
    stretches = owner_open_days.stretches(days)
    concerning = [one for one in stretches if closing_notice.look(unit, *one).rows]
    if concerning:
        return tuple(_shown(unit, *one) for one in concerning)
    return (_nobody(*stretches),)


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
        return _nobody((first, last))
    parts = (first.isoformat(), last.isoformat())
    yes = (button(words("button-closing-send"), "closing-send", *parts),) if found.by_bot or found.by_hand else ()
    return Reply(_text(found), buttons=((*yes, button(words("button-cancel"), "closing-leave")),))


def _nobody(stretch: tuple[date, date], *others: tuple[date, date]) -> Reply:
    also = tuple(words("days-also", on=on, last=last if last != on else None) for on, last in others)
    on, last = stretch
    return Reply(words("closing-nobody", on=on, last=last if last != on else None, also=also or None))


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
