"""Times that customers asked for, until the shop says yes or no."""

from datetime import datetime

from sqlmodel import Session, col, select

from storage.models import Customer, TimeAsked
from storage.writing import new_public_id


def add(
    session: Session,
    customer_id: int,
    at: datetime,
    service: str,
    now: datetime,
    *,
    appointment_id: int | None,
    whose: str | None = None,
) -> TimeAsked:
    """A new wish; the one before it for the same person that nobody has decided is withdrawn."""
    for older in session.exec(
        select(TimeAsked).where(TimeAsked.customer_id == customer_id, TimeAsked.state == "asked")
    ).all():
        if older.whose == whose:
            older.state = "withdrawn"
            session.add(older)
    asked = TimeAsked(
        public_id=new_public_id(),
        customer_id=customer_id,
        appointment_id=appointment_id,
        at=at,
        service=service,
        whose=whose,
        made_at=now,
    )
    session.add(asked)
    session.flush()
    return asked


def undecided(session: Session) -> list[tuple[TimeAsked, Customer]]:
    """Every wish that the shop has not decided about and who asked, also where the time has come meanwhile."""
    rows = select(TimeAsked, Customer).join(Customer, col(Customer.id) == TimeAsked.customer_id)
    return list(session.exec(rows.where(TimeAsked.state == "asked").order_by(col(TimeAsked.id))).all())


def newest_of(session: Session, customer_id: int) -> TimeAsked | None:
    """The last wish of this person that nobody has decided about."""
    rows = select(TimeAsked).where(TimeAsked.customer_id == customer_id, TimeAsked.state == "asked")
    return session.exec(rows.order_by(col(TimeAsked.id).desc()).limit(1)).first()


def by_public_id(session: Session, public_id: str) -> TimeAsked | None:
    return session.exec(select(TimeAsked).where(col(TimeAsked.public_id) == public_id)).first()


def waiting(session: Session, now: datetime) -> list[tuple[TimeAsked, Customer]]:
    """Times still to come that nobody has decided about, the oldest wish first."""
    rows = (
        select(TimeAsked, Customer)
        .join(Customer, col(Customer.id) == TimeAsked.customer_id)
        .where(TimeAsked.state == "asked", col(TimeAsked.at) > now)
        .order_by(col(TimeAsked.made_at), col(TimeAsked.id))
    )
    return list(session.exec(rows).all())
