"""Messages that were not sent, or wait, with the reason: what the owner may ask for and never has to guess."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, or_
from sqlmodel import Session, col, select

from bot.domain.message_names import called
from bot.domain.message_policy import HOLDS
from storage.models import Customer, OutboxRow

_NOT_SENT = ("dead", "expired", "cancelled", "uncertain")


@dataclass(frozen=True, slots=True)
class Unsent:
    """One message. `customer` is None where it was for nobody the shop has on record. A pending one is held."""

    at: datetime
    customer: Customer | None
    kind: str
    state: str
    reason: str | None


Why = tuple[str | None, bool]
"""A reason, and whether the message may have arrived after all."""


def page(session: Session, since: datetime, offset: int, most: int, why: Collection[Why] = ()) -> list[Unsent]:
    """What was planned after `since` and not sent, newest first; with `why` for one of these reasons."""
    rows = session.exec(
        select(OutboxRow, Customer)
        .join(Customer, col(Customer.id) == OutboxRow.customer_id, isouter=True)
        .where(_unsent(since, why))
        .order_by(col(OutboxRow.id).desc())
        .offset(offset)
        .limit(most)
    )
    return [
        Unsent(row.planned_at, customer, called(row.kind, row.dedupe_key), row.state, row.reason)
        for row, customer in rows
    ]


def count(session: Session, since: datetime, why: Collection[Why] = ()) -> int:
    return session.exec(select(func.count()).select_from(OutboxRow).where(_unsent(since, why))).one()


def reasons(session: Session, since: datetime) -> list[tuple[str | None, bool, int]]:
    """(reason, whether it may have arrived after all, how many), the most frequent first."""
    uncertain = col(OutboxRow.state) == "uncertain"
    how_many = func.count().label("how_many")
    rows = session.exec(
        select(OutboxRow.reason, uncertain, how_many)
        .where(_unsent(since))
        .group_by(col(OutboxRow.reason), uncertain)
        .order_by(how_many.desc(), col(OutboxRow.reason))
    )
    return [(reason, bool(maybe), count) for reason, maybe, count in rows]


def _unsent(since: datetime, why: Collection[Why] = ()) -> ColumnElement[bool]:
    held = and_(col(OutboxRow.state) == "pending", col(OutboxRow.reason).in_((*HOLDS, "shop_hours")))
    found = and_(or_(col(OutboxRow.state).in_(_NOT_SENT), held), col(OutboxRow.planned_at) > since)
    if not why:
        return found
    uncertain, reason = col(OutboxRow.state) == "uncertain", col(OutboxRow.reason)
    return and_(
        found,
        or_(
            *(
                and_(reason.is_(None) if named is None else reason == named, uncertain if maybe else ~uncertain)
                for named, maybe in why
            )
        ),
    )
