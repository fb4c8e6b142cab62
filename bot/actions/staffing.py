"""Who works here: let in by a link that works once, sent away at once."""

import secrets
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import update
from sqlmodel import col

from bot.actions import sending
from bot.actions.entries import UNDO_FOR, write_entry
from bot.actions.staff import LONGEST_NAME
from bot.actions.unit import Unit
from bot.domain.outgoing import Reply, words
from bot.domain.permissions import Role
from bot.domain.refusals import Refusal
from bot.domain.written_text import one_line
from storage import outbox, staff
from storage.models import JournalEntry, LinkCode, Staff

PREFIX = "join-"
REMOVED = "staff_removed"
_KEPT = timedelta(hours=24)
_PURPOSES = {Role.STAFF: "join the staff", Role.READER: "join as a reader"}


@dataclass(frozen=True, slots=True)
class Invitation:
    """A link for one person and one day."""

    link: str
    role: str
    hours: int


@dataclass(frozen=True, slots=True)
class Worker:
    """Somebody who works here; `number` is their row, `me` whoever asks."""

    number: int
    name: str
    role: str
    since: date
    me: bool


@dataclass(frozen=True, slots=True)
class Dismissed:
    """Somebody who is not let in any more; taken back, `undo` is empty and they are."""

    undo: str
    name: str
    role: str


def invite(unit: Unit, *, reader: bool) -> Invitation:
    """A new one-time link for a colleague who works with the books, or (`reader`) only looks."""
    unit.permit("keep the staff")
    role = Role.READER if reader else Role.STAFF
    code = PREFIX + secrets.token_urlsafe(16)
    tag = unit.vault.tag(code, _PURPOSES[role])
    unit.session.add(LinkCode(code_tag=tag, purpose=_PURPOSES[role], made_at=unit.now, expires_at=unit.now + _KEPT))
    return Invitation(f"https://t.me/{unit.shop.bot}?start={code}", role, int(_KEPT.total_seconds() // 3600))


def join(unit: Unit, code: str, name: str) -> str:
    """Let the actor in, for the rest of this unit already; the owners hear of it. Returns the role.

    Raises Refusal join-code: used, unknown, or a day old.
    """
    unit.permit("join the staff")
    role = next((role for role, purpose in _PURPOSES.items() if _use(unit, code, purpose)), None)
    if role is None:
        raise Refusal("join-code")
    known = staff.by_user(unit.session, unit.actor.user_id)
    member = known or Staff(user_id=unit.actor.user_id, role=role, added_at=unit.now)
    member.role, member.removed_at = role, None
    unit.pulse.staff_changed = True
    member.name, member.started_at = one_line(name)[:LONGEST_NAME] or None, unit.now
    unit.session.add(member)
    unit.session.flush()
    unit.actor = replace(unit.actor, role=role, customer_id=None)
    text = words("staff-joined", name=member.name or str(unit.actor.user_id), role=role.value)
    sending.tell_owners(unit, f"joined:{member.id}:{unit.cause}", Reply(text))
    return role


def everybody(unit: Unit) -> tuple[Worker, ...]:
    """Who works here now."""
    unit.permit("keep the staff")
    return tuple(_worker(unit, one) for one in staff.working(unit.session))


def remove(unit: Unit, who: str) -> Dismissed:
    """Nobody of that name, or (a number) of that row, works here any more, from the next word on.

    Raises Refusal staff-unknown, staff-which, staff-owner.
    """
    unit.permit("keep the staff")
    working = staff.working(unit.session)
    if who.isascii() and who.isdigit():
        found = [one for one in working if one.id == int(who)]
    else:
        said = who.strip().casefold()
        found = [one for one in working if one.name and said and said in one.name.casefold()]
    if not found:
        raise Refusal("staff-unknown")
    if len(found) > 1:
        raise Refusal("staff-which")
    member = found[0]
    if member.role == Role.OWNER:
        raise Refusal("staff-owner")
    member.removed_at = unit.now
    unit.pulse.staff_changed = True
    unit.session.add(member)
    outbox.cancel_for_chat(unit.session, member.user_id, "gone")
    entry = write_entry(unit, REMOVED, subject_id=member.id, undo_for=UNDO_FOR)
    return Dismissed(entry.public_id, member.name or str(member.user_id), member.role)


def take_removal_back(unit: Unit, entry: JournalEntry) -> Dismissed:
    """Undo: they work here again."""
    unit.permit("keep the staff")
    member = unit.session.get_one(Staff, entry.subject_id)
    member.removed_at = None
    unit.pulse.staff_changed = True
    unit.session.add(member)
    return Dismissed("", member.name or str(member.user_id), member.role)


def _use(unit: Unit, code: str, purpose: str) -> bool:
    used = unit.session.exec(
        update(LinkCode)
        .where(col(LinkCode.code_tag) == unit.vault.tag(code, purpose), col(LinkCode.used_at).is_(None))
        .where(col(LinkCode.expires_at) > unit.now)
        .values(used_at=unit.now)
    )
    return bool(used.rowcount == 1)


def _worker(unit: Unit, one: Staff) -> Worker:
    name = one.name or str(one.user_id)
    return Worker(one.id or 0, name, one.role, unit.shop.day_of(one.added_at), one.user_id == unit.actor.user_id)
