"""Who works here: a link to let somebody in, the list, and sending somebody away."""

from bot.actions import staffing
from bot.actions.staffing import Dismissed
from bot.actions.unit import Replies, Unit
from bot.domain.buttons import button
from bot.domain.outgoing import Reply, Words, words
from bot.domain.permissions import Role
from bot.domain.said import Said
from bot.understanding.asks.shop import AddStaff, RemoveStaff, StaffList
from handlers import paging
from handlers.owner_start import keys_for


def add(said: Said, unit: Unit, ask: AddStaff) -> Replies:
    """A link that works once."""
    made = staffing.invite(unit, reader=ask.reader)
    return Reply(words("staff-invite", link=made.link, role=made.role, hours=str(made.hours), shop=unit.shop.name))


def join(said: Said, unit: Unit, rest: str) -> Replies:
    """Somebody opened it."""
    role = staffing.join(unit, rest, said.telegram_name)
    example = words("visit-ask-line", preset=unit.shop.preset)
    return Reply(words("staff-welcome", shop=unit.shop.name, role=role, example=example), keyboard=keys_for(unit))


def everybody(said: Said, unit: Unit, ask: StaffList) -> Replies:
    """Who works here; the number of a row sends that one away."""
    workers = staffing.everybody(unit)
    rows = tuple(
        words("staff-row", number=at, name=one.name, role=one.role, since=one.since, me=one.me)
        for at, one in enumerate(workers, start=1)
    )
    others = [(at, one) for at, one in enumerate(workers, start=1) if one.role != Role.OWNER]
    pressed = tuple(button(words("button-remove-row", number=at), "staff-out", str(one.number)) for at, one in others)
    lines = tuple(pressed[at : at + 3] for at in range(0, len(pressed), 3))
    return Reply(words("staff-list", total=len(workers), rows=rows), buttons=lines)


def remove(said: Said, unit: Unit, ask: RemoveStaff) -> Replies:
    """Somebody does not work here any more."""
    return _gone(staffing.remove(unit, ask.who))


def remove_row(said: Said, unit: Unit, number: str = "") -> Replies:
    """The button of a row."""
    return _gone(staffing.remove(unit, str(paging.offset_of(number))))


def undone(back: Dismissed) -> Words:
    return words("staff-back", name=back.name, role=back.role)


def _gone(done: Dismissed) -> Reply:
    text = words("staff-removed", name=done.name)
    return Reply(text, buttons=((button(words("button-undo"), "undo", done.undo),),))
