"""Those who work here, opening the chat."""

from dataclasses import dataclass

from sqlmodel import col, select

from bot.actions.unit import Unit
from bot.domain.permissions import Role
from bot.domain.written_text import one_line
from storage import lists, staff
from storage.lists import Count
from storage.models import Staff

LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Greeting:
    """To whom the greeting goes, and how many people the shop knows."""

    owner: bool
    people: Count


def greet(unit: Unit, name: str = "") -> Greeting:
    """Note that they have opened the chat, and their `name`: only then can a message reach them."""
    unit.permit("see lists")
    working = select(Staff).where(Staff.user_id == unit.actor.user_id, col(Staff.removed_at).is_(None))
    member = unit.session.exec(working).one()
    if member.started_at is None:
        member.started_at = unit.now
        unit.pulse.staff_changed = True
    member.name = member.name or one_line(name)[:LONGEST_NAME] or None
    unit.session.add(member)
    return Greeting(unit.actor.role is Role.OWNER, lists.everybody(unit.session))


def chats(unit: Unit) -> list[int]:
    """The chats of everybody who works here and has opened theirs."""
    unit.permit("plan messages")
    return [one.user_id for one in staff.working(unit.session) if one.started_at is not None]
