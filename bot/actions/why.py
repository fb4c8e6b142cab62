""" "Why did I get this?": the event behind a message, its day, and how many came lately."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.actions import profile
from bot.actions.unit import Unit
from bot.domain.message_names import called
from bot.domain.outgoing import Kind
from bot.domain.wishes import ADVERTISING_BY_PRIORITY
from storage import campaigns, consents, told
from storage.models import Appointment, Campaign, Order, OutboxRow, Visit

DAYS = 30
A_PAGE = 10


@dataclass(frozen=True, slots=True)
class Why:
    """One message: when it was sent, and the event.

    `on` is the day of the event (a booking made, things left, a visit, a consent) and None where it is not known any
    more; `at` and `service` are those of a booking. `count` is of the last `DAYS` days. `event` is what became of it:
    remind, soon, moved or cancelled for a booking, ready or late for things left. Of advertising `consent_on` is the
    day of the yes that held then; of a campaign `on` is the last visit, `usual` the usual gap in days, `approved_on`
    the day on which the owner sent it.
    """

    kind: str
    sent_at: datetime
    count: int
    on: date | None = None
    at: datetime | None = None
    service: str = ""
    event: str = ""
    advertising: bool = False
    consent_on: date | None = None
    usual: int | None = None
    approved_on: date | None = None


@dataclass(frozen=True, slots=True)
class Received:
    """One message that came by itself."""

    at: datetime
    kind: str


@dataclass(frozen=True, slots=True)
class AllReceived:
    """A page of them, and how many there are."""

    rows: tuple[Received, ...]
    total: int


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


def received(unit: Unit, offset: int = 0) -> AllReceived:
    """A page of the messages that came unasked, newest first."""
    unit.permit("see own account")
    customer_id = profile.own_record(unit).id or 0
    rows = told.unasked(unit.session, customer_id, A_PAGE, offset)
    found = tuple(Received(row.sent_at or row.planned_at, called(row.kind, row.dedupe_key)) for row in rows)
    return AllReceived(found, told.count_unasked(unit.session, customer_id))


def _explained(unit: Unit, row: OutboxRow, bare: Why) -> Why:
    session, day_of = unit.session, unit.shop.day_of
    kind, bare = Kind(row.kind), replace(bare, advertising=row.advertising or row.kind in ADVERTISING_BY_PRIORITY)
    if bare.advertising:
        consent = consents.given_before(session, row.customer_id or 0, "advertising", bare.sent_at)
        bare = replace(bare, consent_on=day_of(consent.at) if consent else None)
    match kind:
        case Kind.APPOINTMENT if booking := session.get(Appointment, row.subject_id):
            return replace(bare, on=day_of(booking.made_at), at=booking.at, service=booking.service)
        case Kind.ORDER_NOTICE | Kind.UNCOLLECTED if order := session.get(Order, row.subject_id):
            return replace(bare, on=day_of(order.received_at))
        case Kind.RECEIPT if visit := session.get(Visit, row.subject_id):
            return replace(bare, on=visit.visited_on)
        case Kind.CAMPAIGN if campaign := session.get(Campaign, row.subject_id):
            asked = campaigns.person(session, campaign.id or 0, row.customer_id or 0)
            return replace(
                bare,
                on=asked.since if asked else None,
                usual=asked.usual_gap if asked else None,
                approved_on=day_of(campaign.started_at) if campaign.started_at else None,
            )
        case _:
            return bare
