"""What one person was sent or nearly sent, each with its event, its rule, who decided it, and what became of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.actions.people import WhoIsMeant, chosen, who_is_meant
from bot.actions.unit import Unit
from bot.domain.message_names import called
from bot.understanding.asks.values import Spoken
from storage import told
from storage.models import Customer, OutboxRow

PAGE = 5
_AT_ONCE = timedelta(minutes=2)
_SENT = ("sent", "sending", "unknown")
_WAITING = ("pending", "held")
# Decided by a person each time; everything else follows a rule that the shop has set.
_BY_OWNER = frozenset(
    {"campaign", "personal", "winback", "moved", "cancelled", "late", "refresh", "refresh-gift", "closed-days"}
)


@dataclass(frozen=True, slots=True)
class Told:
    """One message. `event` is what it was about: the first part of its key. `outcome` is sent, uncertain, waiting or
    dropped, `at` the moment of it; `reason` says why it waits or was dropped. `planned_at` is there where it was sent
    later than it was planned.
    """

    kind: str
    event: str
    by_owner: bool
    outcome: str
    at: datetime
    reason: str | None
    answered_at: datetime | None
    planned_at: datetime | None


@dataclass(frozen=True, slots=True)
class ToldList:
    """A page of them, newest first."""

    public_id: str
    name: str
    messages: tuple[Told, ...]
    offset: int
    total: int


def told_person(unit: Unit, name: Spoken) -> ToldList | WhoIsMeant:
    """Of the person who is meant."""
    unit.permit("see a customer")
    meant = who_is_meant(unit, name)
    return meant if isinstance(meant, WhoIsMeant) else _list(unit, meant, 0)


def told_chosen(unit: Unit, public_id: str, offset: int = 0) -> ToldList:
    """Of the person of a button. Raises Refusal person-gone."""
    unit.permit("see a customer")
    return _list(unit, chosen(unit, public_id), offset)


def _list(unit: Unit, customer: Customer, offset: int) -> ToldList:
    customer_id = customer.id or 0
    unit.saw(customer_id, "messages")
    rows = told.planned_for(unit.session, customer_id, offset, PAGE)
    total = told.count_planned(unit.session, customer_id)
    return ToldList(customer.public_id, customer.name, tuple(_told(row) for row in rows), offset, total)


def _told(row: OutboxRow) -> Told:
    event = row.dedupe_key.partition(":")[0]
    if row.state in _SENT:
        outcome, at = "sent", row.sent_at or row.claimed_at or row.planned_at
    elif row.state == "uncertain":
        outcome, at = "uncertain", row.claimed_at or row.planned_at
    else:
        outcome, at = "waiting" if row.state in _WAITING else "dropped", row.planned_at
    reason = row.reason if outcome in ("waiting", "dropped") else None
    planned_at = row.planned_at if at - row.planned_at >= _AT_ONCE else None
    return Told(
        called(row.kind, row.dedupe_key), event, event in _BY_OWNER, outcome, at, reason, row.answered_at, planned_at
    )
