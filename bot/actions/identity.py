"""Who is speaking, by the numeric Telegram id alone, read from the database with every update."""

from sqlalchemy import bindparam, literal_column, select
from sqlmodel import Session

from bot.domain.permissions import Actor, Role
from bot.domain.said import Said
from storage.models import Customer, Staff
from storage.writing import table_of

_staff, _customer = table_of(Staff), table_of(Customer)

# Asked with every update, so built once: making a statement costs more than running it.
_me = select(literal_column("1").label("one")).subquery("me")
_WHO = select(_staff.c.role, _staff.c.language, _customer.c.id, _customer.c.language.label("spoken")).select_from(
    _me.outerjoin(_staff, (_staff.c.user_id == bindparam("user_id")) & _staff.c.removed_at.is_(None)).outerjoin(
        _customer, _customer.c.chat_id == bindparam("user_id")
    )
)


def identify(session: Session, said: Said) -> Actor:
    """Staff before customers; everybody else, and anyone who hides behind a group or a channel, is a stranger."""
    if said.anonymous:
        return Actor(Role.STRANGER, said.user_id, said.chat_id)
    who = session.connection().execute(_WHO, {"user_id": said.user_id}).one()
    if who.role is not None:
        return Actor(Role(who.role), said.user_id, said.chat_id, language=who.language)
    if who.id is not None:
        return Actor(Role.CUSTOMER, said.user_id, said.chat_id, who.id, who.spoken)
    return Actor(Role.STRANGER, said.user_id, said.chat_id)
