""" "Why did I get this?": the event behind a message, its day, and how many came lately."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.actions import profile
from bot.actions.unit import Unit
from bot.domain.outgoing import Kind
from storage import consents, told
from storage.models import Appointment, Order, OutboxRow, Visit

DAYS = 30
MOST = 10


@dataclass(frozen=True, slots=True)
class Why:
    """One message: when it was sent, and the event.

    `on` is the day of the event (a booking made, things left, a visit, a consent) and None where it is not known any
    more; `at` and `service` are those of a booking. `count` is of the last `DAYS` days. `event` is what became of it:
    remind, moved or cancelled for a booking, ready or late for things left.
    """

    kind: str
    sent_at: datetime
    count: int
    on: date | None = None
    at: datetime | None = None
    service: str = ""
    event: str = ""


@dataclass(frozen=True, slots=True)
class Received:
    """One message that came by itself."""

    at: datetime
    kind: str


def why(unit: Unit, message_id: int | None) -> Why | None:
    """Of the message that was replied to, else of the last one that came unasked; None where there was none."""
    unit.permit("see own account")
    person = profile.own_record(unit)
    row = told.by_message(unit.session, unit.actor.chat_id, message_id) if message_id is not None else None
    if row is None:
        row = next(iter(told.unasked(unit.session, person.id or 0, 1)), None)
    if row is None:
        return None
    count = told.count_unasked(unit.session, person.id or 0, unit.now - timedelta(days=DAYS))
    sent_at = row.sent_at or row.planned_at
    return replace(_explained(unit, row, Why(row.kind, sent_at, count)), event=row.dedupe_key.partition(":")[0])


def received(unit: Unit) -> tuple[Received, ...]:
    """The newest messages that came unasked, newest first."""
    unit.permit("see own account")
    rows = told.unasked(unit.session, profile.own_record(unit).id or 0, MOST)
    return tuple(Received(row.sent_at or row.planned_at, row.kind) for row in rows)


def _explained(unit: Unit, row: OutboxRow, bare: Why) -> Why:
    session, day_of = unit.session, unit.shop.day_of
    match Kind(row.kind):
        case Kind.APPOINTMENT if booking := session.get(Appointment, row.subject_id):
            return Why(row.kind, bare.sent_at, bare.count, day_of(booking.made_at), booking.at, booking.service)
        case Kind.ORDER_NOTICE if order := session.get(Order, row.subject_id):
            return Why(row.kind, bare.sent_at, bare.count, day_of(order.received_at))
        case Kind.RECEIPT if visit := session.get(Visit, row.subject_id):
            return Why(row.kind, bare.sent_at, bare.count, visit.visited_on)
        case Kind.ADVERTISING | Kind.GREETING:
            consent = consents.newest(session, row.customer_id or 0, "advertising")
            given = consent is not None and consent.given
            return Why(row.kind, bare.sent_at, bare.count, day_of(consent.at) if consent and given else None)
        case _:
            return bare
