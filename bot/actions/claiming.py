"""Who owns the shop: the ids of the settings, or whoever first opens the link that the first start prints."""

import secrets
from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import update
from sqlmodel import col, select

from bot.actions.unit import Unit
from bot.domain.permissions import Role
from bot.domain.refusals import Refusal
from storage.models import LinkCode, Staff

PREFIX = "claim-"
_PURPOSE = "claim the shop"


def register_owners(unit: Unit, user_ids: Iterable[int]) -> None:
    """Make the people named in the settings owners; who is there already stays as they are."""
    for user_id in user_ids:
        known = unit.session.exec(select(Staff).where(Staff.user_id == user_id)).first()
        if known is None:
            unit.session.add(Staff(user_id=user_id, role=Role.OWNER, added_at=unit.now))


def claim_code(unit: Unit) -> str | None:
    """A fresh one-time code when nobody owns the shop yet, else None. Codes printed before stop working."""
    if _has_owner(unit):
        return None
    unit.session.exec(update(LinkCode).where(col(LinkCode.used_at).is_(None)).values(used_at=unit.now))
    code = PREFIX + secrets.token_urlsafe(16)
    unit.session.add(LinkCode(code_tag=unit.vault.tag(code, _PURPOSE), purpose=_PURPOSE, made_at=unit.now))
    return code


def claim_shop(unit: Unit, code: str) -> None:
    """Make the actor the owner, for the rest of this unit already.

    Raises Refusal("claim-code"): used, unknown, or the shop has an owner.
    """
    unit.permit("claim the shop")
    used = unit.session.exec(
        update(LinkCode)
        .where(col(LinkCode.code_tag) == unit.vault.tag(code, _PURPOSE), col(LinkCode.used_at).is_(None))
        .values(used_at=unit.now)
    )
    if used.rowcount != 1 or _has_owner(unit):
        raise Refusal("claim-code")
    unit.session.add(Staff(user_id=unit.actor.user_id, role=Role.OWNER, added_at=unit.now, started_at=unit.now))
    unit.actor = replace(unit.actor, role=Role.OWNER, customer_id=None)
    unit.pulse.staff_changed = True


def _has_owner(unit: Unit) -> bool:
    owner = select(Staff.id).where(Staff.role == Role.OWNER, col(Staff.removed_at).is_(None))
    return unit.session.exec(owner).first() is not None
