"""Who is speaking, by the numeric Telegram id alone, read from the database with every update."""

from sqlalchemy import bindparam, select
from sqlmodel import Session

from bot.domain.permissions import Actor, Role
from bot.domain.said import Said
from storage.models import Customer, Staff
from storage.writing import table_of

_staff, _customer = table_of(Staff), table_of(Customer)

# Asked with every update, so built once: making a statement costs more than running it.
_WORKS_HERE = select(_staff.c.role, _staff.c.language).where(
    _staff.c.user_id == bindparam("user_id"), _staff.c.removed_at.is_(None)
)
_IS_CUSTOMER = select(_customer.c.id, _customer.c.language).where(_customer.c.chat_id == bindparam("user_id"))


def identify(session: Session, said: Said) -> Actor:
    """Staff before customers; everybody else, and anyone who hides behind a group or a channel, is a stranger."""
    if said.anonymous:
        return Actor(Role.STRANGER, said.user_id, said.chat_id)
    connection, who = session.connection(), {"user_id": said.user_id}
    staff = connection.execute(_WORKS_HERE, who).first()
    if staff is not None:
        return Actor(Role(staff.role), said.user_id, said.chat_id, language=staff.language)
    customer = connection.execute(_IS_CUSTOMER, who).first()
    if customer is not None:
        return Actor(Role.CUSTOMER, said.user_id, said.chat_id, customer.id, customer.language)
    return Actor(Role.STRANGER, said.user_id, said.chat_id)
