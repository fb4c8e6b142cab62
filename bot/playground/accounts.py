"""What went out while a shop was lived through, set against its books: every message has its event, none went twice.

Nothing of it asks the planners, the policy or the result card how they count.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlmodel import col, select

from bot.actions import campaign_run
from bot.actions.unit import Unit
from bot.domain.campaigns import RESULT_DAYS
from bot.domain.message_policy import DROPS
from bot.domain.reminders import appointment_slot, quarter_of
from bot.domain.wishes import ADVERTISING_BY_PRIORITY
from bot.playground.year import Life
from storage.models import Appointment, Campaign, CampaignPerson, Consent, Customer, Order, OutboxRow, Visit

_DAY = timedelta(days=1)
_EVER = datetime.min.replace(tzinfo=UTC)
_TO_THE_SHOP = ("brief", "week", "month", "promises", "promise-soon", "closing")


@dataclass(frozen=True, slots=True)
class Counted:
    """A campaign: (who came, out of how many) of those written to and of those held back, and who refused."""

    sent_to: tuple[int, int]
    held: tuple[int, int]
    refused: int


@dataclass(frozen=True, slots=True)
class Account:
    """`messages` went out unasked. `wrong`: each without an event, each event without its message, and what went twice.

    `card` is the campaign as its result says it, `counted` as the books do; None where nothing was compared.
    """

    visits: int
    messages: int
    wrong: tuple[str, ...]
    card: Counted | None = None
    counted: Counted | None = None


def account(unit: Unit, life: Life, since: datetime, arrived: Mapping[int, int]) -> Account:
    """What was lived through from `since` on, as the owner asks. `arrived`: how many messages came into each chat."""
    visits = unit.session.exec(select(Visit).where(Visit.source == "chat", col(Visit.recorded_at) >= since)).all()
    sent = [row for row in _unasked(unit, since) if row.state == "sent"]
    wrong = (*unaccounted(unit, life, since), *_not_as_sent(unit, since, arrived))
    campaign = unit.session.exec(select(Campaign).where(col(Campaign.started_at) >= since)).first()
    if campaign is None:
        return Account(len(visits), len(sent), wrong)
    return Account(len(visits), len(sent), wrong, on_the_card(unit), in_the_books(unit, campaign))


def unaccounted(unit: Unit, life: Life, since: datetime = _EVER) -> list[str]:
    """Messages without an event, events of people in reach without a message or a reason, and what went twice."""
    session, rows = unit.session, _unasked(unit, since)
    wrong = [f"twice: {key}" for key, times in Counter(row.dedupe_key for row in rows).items() if times > 1]
    wrong += [
        f"stuck: {row.dedupe_key} {row.state}"
        for row in rows
        if row.state not in ("sent", "expired", "cancelled", "pending")
    ]
    wrong += [
        f"no reason: {row.dedupe_key}"
        for row in rows
        if row.state in ("expired", "cancelled") and row.reason not in DROPS
    ]
    wrong += [f"no event: {row.dedupe_key}" for row in rows if not has_event(unit, row)]
    wrong += [f"after a refusal: {row.dedupe_key}" for row in rows if _is_unwanted(unit, row)]
    keys = {row.dedupe_key for row in rows}
    in_reach = set(session.exec(select(Customer.id).where(col(Customer.chat_id).is_not(None))))
    for visit in session.exec(select(Visit).where(Visit.source == "chat", col(Visit.recorded_at) >= since)):
        if visit.customer_id in in_reach and f"thanks:{visit.customer_id}:{visit.visited_on}" not in keys:
            wrong.append(f"no receipt: visit {visit.id}")
    for order in session.exec(select(Order).where(col(Order.ready_at) >= since)):
        told = any(key.startswith(f"ready:{order.id}:") for key in keys)
        at_once = order.handed_over_at is not None and order.handed_over_at == order.ready_at
        if order.customer_id in in_reach and not told and not at_once:
            wrong.append(f"no notice: order {order.id}")
    tomorrow = unit.now + _DAY
    for booking in session.exec(select(Appointment).where(col(Appointment.made_at) >= since)):
        day_before = booking.at - _DAY
        if (
            booking.customer_id in in_reach
            and booking.at < tomorrow
            and not life.is_asleep(unit.shop.day_of(day_before))
        ):
            key = f"remind:{booking.id}:{appointment_slot(booking.at)}"
            if key not in keys and unit.shop.day_of(day_before) > unit.shop.day_of(booking.made_at):
                wrong.append(f"no reminder: booking {booking.id}")
    return wrong


def has_event(unit: Unit, row: OutboxRow) -> bool:
    """Whether what the message speaks of stands in the books."""
    what, _, rest = row.dedupe_key.partition(":")
    first, _, second = rest.partition(":")
    session = unit.session
    match what:
        case "thanks":
            of_day = select(Visit).where(
                Visit.customer_id == int(first), Visit.visited_on == date.fromisoformat(second)
            )
            return session.exec(of_day).first() is not None
        case "ready" | "uncollected":
            order = session.get(Order, int(first))
            return order is not None and order.ready_at is not None and second == appointment_slot(order.ready_at)
        case "remind" | "soon":
            booking = session.get(Appointment, int(first))
            return booking is not None and second == appointment_slot(booking.at)
        case "nth":
            return int(second) % 5 == 0 and session.get_one(Customer, int(first)).visit_days >= int(second)
        case "birthday":
            return bool(session.get_one(Customer, int(first)).birthday)
        case "statement":
            return date.fromisoformat(second) == quarter_of(date.fromisoformat(second))
        case "campaign":
            drawn = select(CampaignPerson).where(
                CampaignPerson.campaign_id == int(first),
                CampaignPerson.customer_id == int(second),
                CampaignPerson.part == "send",
            )
            return session.exec(drawn).first() is not None
        case what if what in _TO_THE_SHOP:
            return row.kind == "owner_notice" and date.fromisoformat(first) <= unit.today
        case _:
            return row.kind == "owner_notice"


def on_the_card(unit: Unit) -> Counted | None:
    """The newest campaign as its result is told."""
    found = campaign_run.newest_result(unit)
    if found.sent_to is None or found.held is None:
        return None
    return Counted((found.sent_to.came, found.sent_to.of), (found.held.came, found.held.of), found.refused)


def in_the_books(unit: Unit, campaign: Campaign) -> Counted:
    """The same, out of the visits that were written down and the refusals that were said."""
    started = campaign.started_at or unit.now
    first = unit.shop.day_of(started)
    last = first + timedelta(days=RESULT_DAYS)
    seen = {
        visit.customer_id
        for visit in unit.session.exec(select(Visit).where(Visit.source == "chat"))
        if visit.recorded_at > started and first <= visit.visited_on <= last
    }
    groups = {part: _drawn(unit, campaign, part) for part in ("send", "held")}
    refused = {
        one.customer_id
        for one in unit.session.exec(select(Consent).where(Consent.purpose == "advertising"))
        if not one.given and one.at >= started and unit.shop.day_of(one.at) <= last
    }
    sent_to, held = groups["send"], groups["held"]
    return Counted((len(seen & sent_to), len(sent_to)), (len(seen & held), len(held)), len(refused & sent_to))


def _drawn(unit: Unit, campaign: Campaign, part: str) -> set[int]:
    drawn = select(CampaignPerson.customer_id).where(
        CampaignPerson.campaign_id == campaign.id, CampaignPerson.part == part
    )
    return set(unit.session.exec(drawn))


def _unasked(unit: Unit, since: datetime) -> Sequence[OutboxRow]:
    """What was planned from `since` on and answered nothing that was said."""
    unasked = select(OutboxRow).where(OutboxRow.kind != "answer", col(OutboxRow.planned_at) >= since)
    return unit.session.exec(unasked.order_by(col(OutboxRow.id))).all()


def _not_as_sent(unit: Unit, since: datetime, arrived: Mapping[int, int]) -> list[str]:
    """Chats in which another number of messages came in than the outbox has sent there, answers included."""
    rows = unit.session.exec(select(OutboxRow).where(OutboxRow.state == "sent", col(OutboxRow.sent_at) >= since))
    sent = Counter(row.chat_id for row in rows)
    return [
        f"arrived: {arrived.get(chat, 0)} of {sent[chat]}"
        for chat in sent.keys() | arrived.keys()
        if arrived.get(chat, 0) != sent[chat]
    ]


def _is_unwanted(unit: Unit, row: OutboxRow) -> bool:
    """Whether it is advertising, and went to somebody whose last word before it was no."""
    if row.state != "sent" or row.sent_at is None or not (row.advertising or row.kind in ADVERTISING_BY_PRIORITY):
        return False
    said = (
        select(Consent)
        .where(Consent.customer_id == row.customer_id, Consent.purpose == "advertising")
        .where(col(Consent.at) <= row.sent_at)
        .order_by(col(Consent.id).desc())
    )
    newest = unit.session.exec(said).first()
    return newest is None or not newest.given
