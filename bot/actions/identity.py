"""Who is speaking, by the numeric Telegram id alone, read from the database with every update."""

from sqlmodel import Session, col, select

from bot.domain.permissions import Actor, Role
from bot.domain.said import Said
from storage.models import Customer, Staff


def identify(session: Session, said: Said) -> Actor:
    """Staff before customers; everybody else, and anyone who hides behind a group or a channel, is a stranger."""
    if said.anonymous:
        return Actor(Role.STRANGER, said.user_id, said.chat_id)
    staff = session.exec(select(Staff).where(Staff.user_id == said.user_id, col(Staff.removed_at).is_(None))).first()
    if staff is not None:
        return Actor(Role(staff.role), said.user_id, said.chat_id, language=staff.language)
    customer = session.exec(select(Customer).where(Customer.chat_id == said.user_id)).first()
    if customer is not None:
        return Actor(Role.CUSTOMER, said.user_id, said.chat_id, customer.id, customer.language)
    return Actor(Role.STRANGER, said.user_id, said.chat_id)
