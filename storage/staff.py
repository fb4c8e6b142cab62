"""Those who work here."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from bot.domain.permissions import Role
from storage.models import Staff


def working(session: Session) -> Sequence[Staff]:
    """Everybody who works here now, in the order in which they came."""
    return session.exec(select(Staff).where(col(Staff.removed_at).is_(None)).order_by(col(Staff.id))).all()


def everybody(session: Session) -> Sequence[Staff]:
    """Everybody who works here now or did once."""
    return session.exec(select(Staff)).all()


def owners(session: Session) -> Sequence[Staff]:
    """Those of them who own the shop."""
    return [one for one in working(session) if one.role == Role.OWNER]


def by_user(session: Session, user_id: int) -> Staff | None:
    """Whoever has this Telegram id, also if they do not work here any more."""
    return session.exec(select(Staff).where(Staff.user_id == user_id)).first()
