"""Those who work here, opening the chat."""

from dataclasses import dataclass

from sqlmodel import col, select

from bot.actions.unit import Unit
from bot.domain.permissions import Role
from storage import lists
from storage.lists import Count
from storage.models import Staff


@dataclass(frozen=True, slots=True)
class Greeting:
    """To whom the greeting goes, and how many people the shop knows."""

    owner: bool
    people: Count


def greet(unit: Unit) -> Greeting:
    """Note that they have opened the chat: only then can a message reach them."""
    unit.permit("see lists")
    working = select(Staff).where(Staff.user_id == unit.actor.user_id, col(Staff.removed_at).is_(None))
    staff = unit.session.exec(working).one()
    staff.started_at = staff.started_at or unit.now
    unit.session.add(staff)
    return Greeting(unit.actor.role is Role.OWNER, lists.everybody(unit.session))
