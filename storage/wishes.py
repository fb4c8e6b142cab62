"""What customers wish about messages: one row a wish, the one that holds now."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlmodel import Session, col, select

from bot.domain.wishes import WEEKEND, Hours, Topic, Wishes
from storage.models import OutboxRow, Wish

HOURS, SILENCE, DISTANCE, DAYS_OFF = "hours", "silence", "distance", "weekends"
_OFF = "off"


def of_customer(session: Session, customer_id: int) -> Wishes:
    """Everything this person wishes."""
    rows = session.exec(select(Wish.about, Wish.value).where(Wish.customer_id == customer_id)).all()
    return read(dict(rows))


def read(said: Mapping[str, str]) -> Wishes:
    """The wishes of one person, from what is kept of each."""
    return Wishes(
        off=frozenset(topic for topic in Topic if said.get(topic) == _OFF),
        hours=Hours.parse(said[HOURS]) if HOURS in said else None,
        silent_until=date.fromisoformat(said[SILENCE]) if SILENCE in said else None,
        every_days=int(said[DISTANCE]) if DISTANCE in said else None,
        # Before other days could be wished, "off" stood for the weekend.
        days_off=WEEKEND if said.get(DAYS_OFF) == _OFF else frozenset(map(int, said.get(DAYS_OFF, ""))),
    )


def write(session: Session, customer_id: int, wishes: Wishes, now: datetime, update_id: int | None) -> None:
    """From now on these wishes hold, and no others. What has not changed keeps its date."""
    wanted = {str(topic): _OFF for topic in wishes.off}
    if wishes.hours is not None:
        wanted[HOURS] = str(wishes.hours)
    if wishes.silent_until is not None:
        wanted[SILENCE] = wishes.silent_until.isoformat()
    if wishes.every_days is not None:
        wanted[DISTANCE] = str(wishes.every_days)
    if wishes.days_off:
        wanted[DAYS_OFF] = "".join(map(str, sorted(wishes.days_off)))
    for row in session.exec(select(Wish).where(Wish.customer_id == customer_id)).all():
        if wanted.get(row.about) == row.value:
            del wanted[row.about]
        else:
            session.delete(row)
    session.flush()
    for about, value in wanted.items():
        session.add(Wish(customer_id=customer_id, about=about, value=value, at=now, update_id=update_id))
    session.flush()


def last_sent(session: Session, customer_id: int, kinds: frozenset[str]) -> datetime | None:
    """When this person was last sent a message of one of these kinds."""
    newest = (
        select(OutboxRow.sent_at)
        .where(OutboxRow.customer_id == customer_id, col(OutboxRow.kind).in_(kinds), OutboxRow.state == "sent")
        .order_by(col(OutboxRow.id).desc())
        .limit(1)
    )
    return session.exec(newest).first()
