"""What the shop meant to say and did not, and why."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.actions.unit import Unit
from storage import unsent

PAGE = 10
DAYS = 7


@dataclass(frozen=True, slots=True)
class NotSent:
    """One message. `name` is None where it was for nobody on record; `uncertain`: it may have arrived after all."""

    at: datetime
    name: str | None
    kind: str
    reason: str | None
    uncertain: bool


@dataclass(frozen=True, slots=True)
class NotSentList:
    """A page of them, out of `total` in the last `days` days."""

    messages: tuple[NotSent, ...]
    offset: int
    total: int
    days: int


@dataclass(frozen=True, slots=True)
class ForReason:
    """How many messages were not sent for one reason."""

    reason: str | None
    uncertain: bool
    count: int


def by_reason(unit: Unit) -> tuple[ForReason, ...]:
    """The messages of the last days that were not sent, counted by reason, the most frequent first."""
    unit.permit("see what was not sent")
    found = unsent.reasons(unit.session, unit.now - timedelta(days=DAYS))
    return tuple(ForReason(reason, uncertain, count) for reason, uncertain, count in found)


def not_sent(unit: Unit, offset: int = 0, why: Collection[unsent.Why] = ()) -> NotSentList:
    """Messages of the last days that were not sent, newest first; with `why` for one of these reasons."""
    unit.permit("see what was not sent")
    since = unit.now - timedelta(days=DAYS)
    rows = unsent.page(unit.session, since, offset, PAGE, why)
    for row in rows:
        if row.customer is not None:
            unit.saw(row.customer.id or 0, "list")
    shown = tuple(
        NotSent(row.at, row.customer.name if row.customer else None, row.kind, row.reason, row.state == "uncertain")
        for row in rows
    )
    return NotSentList(shown, offset, unsent.count(unit.session, since, why), DAYS)
