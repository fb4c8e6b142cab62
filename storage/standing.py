"""What a message to these people has to heed: consents, wishes, what they were sent lately. A few queries for all."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import bindparam, case, func, or_, select
from sqlmodel import Session

from bot.domain.message_policy import SOLD_IN_A_ROW
from bot.domain.wishes import ADVERTISING_BY_PRIORITY, NO_WISHES, Wishes
from storage import wishes
from storage.consents import LAPSED
from storage.models import Consent, OutboxRow, Wish
from storage.writing import table_of

_consent, _wish, _outbox = table_of(Consent), table_of(Wish), table_of(OutboxRow)

_NEWEST = (
    select(func.max(_consent.c.id))
    .where(_consent.c.customer_id.in_(bindparam("ids", expanding=True)))
    .group_by(_consent.c.customer_id, _consent.c.purpose)
)
_DECISIONS = select(_consent.c.customer_id, _consent.c.purpose, _consent.c.given).where(
    _consent.c.id.in_(_NEWEST), _consent.c.text_version != LAPSED
)
_WISHES = select(_wish.c.customer_id, _wish.c.about, _wish.c.value).where(
    _wish.c.customer_id.in_(bindparam("ids", expanding=True))
)
_AT = func.coalesce(_outbox.c.sent_at, _outbox.c.claimed_at)
_SOLD = or_(_outbox.c.advertising, _outbox.c.kind.in_(ADVERTISING_BY_PRIORITY))
_NEWEST_FIRST = (_AT.desc(), _outbox.c.id.desc())
_NUMBERED = (
    select(
        _outbox.c.customer_id,
        _AT.label("at"),
        _SOLD.label("sold"),
        func.max(case((_SOLD, _AT))).over(partition_by=_outbox.c.customer_id).label("last_sold_at"),
        func.row_number().over(partition_by=_outbox.c.customer_id, order_by=_NEWEST_FIRST).label("place"),
    )
    .where(
        _outbox.c.customer_id.in_(bindparam("ids", expanding=True)),
        _outbox.c.state.in_(("sent", "sending", "unknown", "uncertain")),
        _outbox.c.kind.not_in(("answer", "account", "owner_notice")),
    )
    .subquery()
)
_SENT = select(_NUMBERED).where(_NUMBERED.c.place <= SOLD_IN_A_ROW).order_by(_NUMBERED.c.place)


@dataclass(slots=True)
class Standing:
    """One person. `decided` holds the newest decision by purpose, none where it lapsed; `sold_at` the moments of the
    advertising that came after everything else that was sent unasked, as many as matter; `last_sold_at` that of the
    last one of all.
    """

    decided: dict[str, bool] = field(default_factory=dict)
    wishes: Wishes = NO_WISHES
    sold_at: tuple[datetime, ...] = ()
    last_sold_at: datetime | None = None


def of_customers(session: Session, customer_ids: Collection[int]) -> dict[int, Standing]:
    """The standing of each."""
    found = {customer_id: Standing() for customer_id in customer_ids}
    if not found:
        return found
    connection, ids = session.connection(), {"ids": list(found)}
    for row in connection.execute(_DECISIONS, ids):
        found[row.customer_id].decided[row.purpose] = row.given
    said: dict[int, dict[str, str]] = defaultdict(dict)
    for row in connection.execute(_WISHES, ids):
        said[row.customer_id][row.about] = row.value
    for customer_id, values in said.items():
        found[customer_id].wishes = wishes.read(values)
    sent: dict[int, list[tuple[datetime, bool]]] = defaultdict(list)
    for row in connection.execute(_SENT, ids):
        sent[row.customer_id].append((row.at, bool(row.sold)))
        found[row.customer_id].last_sold_at = row.last_sold_at
    for customer_id, messages in sent.items():
        found[customer_id].sold_at = _leading(messages)
    return found


def _leading(messages: Sequence[tuple[datetime, bool]]) -> tuple[datetime, ...]:
    moments: list[datetime] = []
    for at, sold in messages:
        if not sold:
            break
        moments.append(at)
    return tuple(moments)
