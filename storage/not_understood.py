"""Sentences that meant nothing to the assistant, kept for whoever mends that."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, delete, func, update
from sqlmodel import Session, col, select

from storage.models import NotUnderstood
from storage.writing import new_public_id, table_of

_rows = table_of(NotUnderstood)


def add(
    session: Session,
    *,
    customer_id: int | None,
    said_by: int | None,
    side: str,
    language: str,
    text: str,
    said_on: date,
    waits_until: datetime,
) -> None:
    session.add(
        NotUnderstood(
            public_id=new_public_id(),
            customer_id=customer_id,
            said_by=said_by,
            side=side,
            language=language,
            text=text,
            said_on=said_on,
            waits_until=waits_until,
        )
    )
    session.flush()


def was_meant(session: Session, customer_id: int | None, said_by: int | None, kind: str, now: datetime) -> None:
    """Whatever this person has said in the last minutes meant a thing of this kind."""
    waits = _of(customer_id, said_by) & (_rows.c.waits_until > now)
    session.connection().execute(update(_rows).where(waits).values(meant=kind, waits_until=None))


def kept(session: Session) -> int:
    """How many there are."""
    return session.exec(select(func.count()).select_from(NotUnderstood).where(_standing())).one()


def page(session: Session, offset: int, most: int | None) -> Sequence[NotUnderstood]:
    """Newest first; with `most` None all of them."""
    rows = select(NotUnderstood).where(_standing()).order_by(col(NotUnderstood.id).desc())
    return session.exec(rows.offset(offset).limit(most) if most is not None else rows).all()


def by_public_id(session: Session, public_id: str) -> NotUnderstood | None:
    return session.exec(select(NotUnderstood).where(NotUnderstood.public_id == public_id)).first()


def delete_of(session: Session, customer_id: int) -> int:
    """All that this customer has said. Returns how many there were."""
    return session.connection().execute(delete(_rows).where(_rows.c.customer_id == customer_id)).rowcount


def delete_all(session: Session) -> int:
    """All of it. Returns how many there were."""
    return session.connection().execute(delete(_rows)).rowcount


def delete_old(session: Session, said_before: date, struck_before: datetime) -> int:
    """What was said before that day, and what was struck before that moment."""
    old = (_rows.c.said_on < said_before) | (_rows.c.struck_at < struck_before)
    return session.connection().execute(delete(_rows).where(old)).rowcount


def _standing() -> ColumnElement[bool]:
    return col(NotUnderstood.struck_at).is_(None)


def _of(customer_id: int | None, said_by: int | None) -> ColumnElement[bool]:
    return _rows.c.customer_id == customer_id if customer_id is not None else _rows.c.said_by == said_by
