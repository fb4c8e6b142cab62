"""Details that have become old, by cause, and the campaigns that ask for them anew."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, case, exists, func, literal, or_
from sqlalchemy import select as sql_select
from sqlmodel import Session, col, select

from bot.domain.phone import PhoneKind
from storage.models import Confirmation, Customer, RefreshAsk, RefreshCampaign
from storage.writing import new_public_id

CAUSES = ("dead", "blocked", "missing", "old")
_FROM_A_FILE = "import"


@dataclass(frozen=True, slots=True)
class Old:
    """What is old: last confirmed, or (never confirmed) known since, before this moment, which ends this day."""

    before: datetime
    day: date


def counts(session: Session, detail: str, old: Old) -> dict[str, int]:
    """How many people by cause; each has one, the first of `CAUSES` that fits."""
    why = _cause(detail, old)
    rows = sql_select(why, func.count()).select_from(Customer).where(_stale(detail, old)).group_by(why)
    found = {str(row[0]): int(row[1]) for row in session.connection().execute(rows)}
    return {cause: found.get(cause, 0) for cause in CAUSES}


def people(session: Session, detail: str, old: Old, offset: int, most: int) -> list[tuple[Customer, str]]:
    """Who they are, with their cause; those in front who were here last."""
    rows = select(Customer).where(_stale(detail, old)).order_by(*_LAST_HERE).offset(offset).limit(most)
    return [(customer, cause_of(customer, detail)) for customer in session.exec(rows)]


def cause_of(customer: Customer, detail: str) -> str:
    """The cause of somebody who is on the list: `_cause` for one who is at hand."""
    if detail == "email":
        return "old" if customer.email else "missing"
    if customer.phone_kind == PhoneKind.DEAD:
        return "dead"
    if customer.blocked_at is not None:
        return "blocked"
    return "old" if customer.phone_kind == PhoneKind.LIVING else "missing"


def next_ones(
    session: Session, detail: str, old: Old, *, asked_since: datetime, not_in: int, most: int
) -> list[tuple[Customer, str]]:
    """Whom to ask next: nobody who was asked after `asked_since`, or who once said no to this detail, or who was asked
    in the campaign `not_in`. Only those whom Telegram reaches, or (of a number) a text message.
    """
    mine = col(RefreshAsk.customer_id) == Customer.id
    declined = exists().where(
        mine,
        col(RefreshAsk.state).in_(("declined", "wrong")),
        col(RefreshCampaign.id) == RefreshAsk.campaign_id,
        col(RefreshCampaign.detail) == detail,
    )
    lately = exists().where(mine, or_(col(RefreshAsk.asked_at) > asked_since, col(RefreshAsk.campaign_id) == not_in))
    by_telegram = and_(col(Customer.chat_id).is_not(None), col(Customer.blocked_at).is_(None))
    by_text = and_(literal(detail == "phone"), col(Customer.phone_kind) == PhoneKind.LIVING)
    rows = select(Customer).where(_stale(detail, old), or_(by_telegram, by_text), ~declined, ~lately)
    found = session.exec(rows.order_by(*_LAST_HERE).limit(most))
    return [(customer, cause_of(customer, detail)) for customer in found]


def ways(session: Session, detail: str, old: Old) -> tuple[int, int, int]:
    """How many of them Telegram reaches, how many a text message, and how many can be asked only when they come."""
    telegram = and_(col(Customer.chat_id).is_not(None), col(Customer.blocked_at).is_(None))
    text = and_(~telegram, literal(detail == "phone"), col(Customer.phone_kind) == PhoneKind.LIVING)
    counted = select(
        func.count(),
        func.coalesce(func.sum(case((telegram, 1), else_=0)), 0),
        func.coalesce(func.sum(case((text, 1), else_=0)), 0),
    )
    total, by_telegram, by_text = session.exec(counted.select_from(Customer).where(_stale(detail, old))).one()
    return int(by_telegram), int(by_text), int(total) - int(by_telegram) - int(by_text)


def count_good(session: Session, detail: str, old: Old) -> int:
    """How many have the detail confirmed, and not too long ago."""
    has = col(Customer.email).is_not(None) if detail == "email" else col(Customer.phone_kind) == PhoneKind.LIVING
    fresh = _confirmed(detail, col(Confirmation.at) >= old.before)
    return session.exec(select(func.count()).select_from(Customer).where(has, fresh)).one()


def begin(session: Session, campaign: RefreshCampaign) -> RefreshCampaign:
    """Start a campaign; one that is running for the same detail is stopped."""
    for other in running(session):
        if other.detail == campaign.detail:
            other.state = "stopped"
            session.add(other)
    campaign.public_id = new_public_id()
    session.add(campaign)
    session.flush()
    return campaign


def running(session: Session) -> list[RefreshCampaign]:
    rows = select(RefreshCampaign).where(RefreshCampaign.state == "running").order_by(col(RefreshCampaign.id))
    return list(session.exec(rows))


def newest(session: Session) -> RefreshCampaign | None:
    return session.exec(select(RefreshCampaign).order_by(col(RefreshCampaign.id).desc()).limit(1)).first()


def campaign(session: Session, public_id: str) -> RefreshCampaign | None:
    return session.exec(select(RefreshCampaign).where(RefreshCampaign.public_id == public_id)).first()


def ask(session: Session, public_id: str) -> RefreshAsk | None:
    return session.exec(select(RefreshAsk).where(RefreshAsk.public_id == public_id)).first()


def open_ask(session: Session, customer_id: int, detail: str) -> RefreshAsk | None:
    """The newest question to this person about this detail that nobody has answered."""
    rows = (
        select(RefreshAsk)
        .join(RefreshCampaign, col(RefreshCampaign.id) == RefreshAsk.campaign_id)
        .where(RefreshAsk.customer_id == customer_id, RefreshAsk.state == "asked", RefreshCampaign.detail == detail)
        .order_by(col(RefreshAsk.id).desc())
        .limit(1)
    )
    return session.exec(rows).first()


def gift(session: Session, number: int) -> RefreshAsk | None:
    """The question whose gift has this number."""
    return session.exec(select(RefreshAsk).where(RefreshAsk.gift_number == number)).first()


def count_gifts(session: Session) -> int:
    """How many gifts were ever given a number."""
    return session.exec(select(func.count()).where(col(RefreshAsk.gift_number).is_not(None))).one()


def newest_gift(session: Session, customer_id: int) -> RefreshAsk | None:
    """The newest gift of this person, one that was not handed over yet before one that was."""
    numbered = select(RefreshAsk).where(RefreshAsk.customer_id == customer_id, col(RefreshAsk.gift_number).is_not(None))
    waits_first = col(RefreshAsk.gift_used_at).is_not(None)
    return session.exec(numbered.order_by(waits_first, col(RefreshAsk.id).desc()).limit(1)).first()


def asked_since(session: Session, campaign_id: int, moment: datetime) -> int:
    rows = (
        select(func.count())
        .select_from(RefreshAsk)
        .where(RefreshAsk.campaign_id == campaign_id, col(RefreshAsk.asked_at) >= moment)
    )
    return session.exec(rows).one()


def by_state(session: Session, campaign_id: int) -> Mapping[str, int]:
    """How many were asked in a campaign, by what became of it."""
    rows = select(RefreshAsk.state, func.count()).where(RefreshAsk.campaign_id == campaign_id)
    return dict(session.exec(rows.group_by(col(RefreshAsk.state))).all())


def waiting_by_hand(session: Session, campaign_id: int, offset: int, most: int) -> list[tuple[RefreshAsk, Customer]]:
    """Who was asked by the shop's own text message, and has not answered yet."""
    rows = (
        select(RefreshAsk, Customer)
        .join(Customer, col(Customer.id) == RefreshAsk.customer_id)
        .where(RefreshAsk.campaign_id == campaign_id, RefreshAsk.way == "hand", RefreshAsk.state == "asked")
        .order_by(col(RefreshAsk.id))
    )
    return list(session.exec(rows.offset(offset).limit(most)).all())


def count_waiting_by_hand(session: Session, campaign_id: int) -> int:
    rows = (
        select(func.count())
        .select_from(RefreshAsk)
        .where(RefreshAsk.campaign_id == campaign_id, RefreshAsk.way == "hand", RefreshAsk.state == "asked")
    )
    return session.exec(rows).one()


_LAST_HERE = (
    col(Customer.last_visit_on).is_(None),
    col(Customer.last_visit_on).desc(),
    col(Customer.id).desc(),
)


def _stale(detail: str, old: Old) -> ColumnElement[bool]:
    if detail == "email":
        return or_(col(Customer.email).is_(None), _is_old(detail, old))
    return or_(
        col(Customer.phone_kind) != PhoneKind.LIVING, col(Customer.blocked_at).is_not(None), _is_old(detail, old)
    )


def _cause(detail: str, old: Old) -> ColumnElement[str]:
    if detail == "email":
        return case((col(Customer.email).is_(None), "missing"), else_="old")
    return case(
        (col(Customer.phone_kind) == PhoneKind.DEAD, "dead"),
        (col(Customer.blocked_at).is_not(None), "blocked"),
        (col(Customer.phone_kind) == PhoneKind.NONE, "missing"),
        else_="old",
    )


def _is_old(detail: str, old: Old) -> ColumnElement[bool]:
    """Confirmed too long ago, or never by word of mouth and known for as long. What a file said confirms nothing."""
    known_long = or_(col(Customer.first_visit_on) <= old.day, col(Customer.created_at) < old.before)
    return and_(~_confirmed(detail, col(Confirmation.at) >= old.before), or_(_confirmed(detail), known_long))


def _confirmed(detail: str, *more: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(
        col(Confirmation.customer_id) == Customer.id,
        col(Confirmation.detail) == detail,
        col(Confirmation.how) != _FROM_A_FILE,
        *more,
    )
