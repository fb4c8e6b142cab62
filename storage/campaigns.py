"""Campaigns and their people: one row a person, no cursor."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy import and_, func, update
from sqlmodel import Session, col, select

from storage.models import Campaign, CampaignPerson, Case, Consent, Customer, HandDraft, OutboxRow, Visit
from storage.writing import insert_all_new, table_of

_people, _outbox, _drafts = table_of(CampaignPerson), table_of(OutboxRow), table_of(HandDraft)
KEY = "campaign"
_KINDS = ("campaign", "invitation")


def key_of(campaign_id: int, customer_id: int) -> str:
    """The unique key of one person's message: planned twice, it still exists once."""
    return f"{KEY}:{campaign_id}:{customer_id}"


def add(session: Session, campaign: Campaign, listed: Sequence[Customer]) -> Campaign:
    """A campaign to these people, each with their habit as of now."""
    session.add(campaign)
    session.flush()
    rows = [
        {
            "campaign_id": campaign.id,
            "customer_id": one.id,
            "part": "asked",
            "reason": None,
            "usual_gap": one.usual_gap,
            "since": one.last_visit_on,
        }
        for one in listed
    ]
    insert_all_new(session, _people, rows)
    return campaign


def by_public_id(session: Session, public_id: str) -> Campaign | None:
    return session.exec(select(Campaign).where(Campaign.public_id == public_id)).first()


def newest(session: Session, states: Collection[str]) -> Campaign | None:
    """The newest campaign in one of these states."""
    rows = select(Campaign).where(col(Campaign.state).in_(states)).order_by(col(Campaign.id).desc()).limit(1)
    return session.exec(rows).first()


def in_state(session: Session, state: str) -> list[Campaign]:
    return list(session.exec(select(Campaign).where(Campaign.state == state).order_by(col(Campaign.id))))


def leave_drafts(session: Session, user_id: int) -> None:
    """What this person had begun and not sent is put away."""
    drafts = table_of(Campaign)
    mine = (drafts.c.state == "draft") & (drafts.c.user_id == user_id)
    session.connection().execute(update(drafts).where(mine).values(state="left"))


def people(
    session: Session, campaign_id: int, parts: Collection[str], offset: int = 0, most: int | None = None
) -> list[tuple[CampaignPerson, Customer]]:
    """The people of these parts, in the order of the list."""
    rows = (
        select(CampaignPerson, Customer)
        .join(Customer, col(Customer.id) == CampaignPerson.customer_id)
        .where(CampaignPerson.campaign_id == campaign_id, col(CampaignPerson.part).in_(parts))
        .order_by(col(CampaignPerson.id))
        .offset(offset)
        .limit(most)
    )
    return list(session.exec(rows))


def ids(session: Session, campaign_id: int, part: str) -> list[int]:
    """Who they are, in the order of the list."""
    rows = select(CampaignPerson.customer_id).where(
        CampaignPerson.campaign_id == campaign_id, CampaignPerson.part == part
    )
    return list(session.exec(rows.order_by(col(CampaignPerson.id))))


def person(session: Session, campaign_id: int, customer_id: int) -> CampaignPerson | None:
    rows = select(CampaignPerson).where(
        CampaignPerson.campaign_id == campaign_id, CampaignPerson.customer_id == customer_id
    )
    return session.exec(rows).first()


def count(session: Session, campaign_id: int) -> dict[str, int]:
    """How many people there are of each part."""
    counted = (
        select(CampaignPerson.part, func.count())
        .where(CampaignPerson.campaign_id == campaign_id)
        .group_by(CampaignPerson.part)
    )
    return dict(session.exec(counted).all())


def reasons(session: Session, campaign_id: int) -> list[tuple[str, int]]:
    """Why people are left out, and how many for each reason, the most frequent first."""
    counted = (
        select(CampaignPerson.reason, func.count())
        .where(CampaignPerson.campaign_id == campaign_id, CampaignPerson.part == "out")
        .group_by(CampaignPerson.reason)
        .order_by(func.count().desc(), col(CampaignPerson.reason))
    )
    return [(reason or "", number) for reason, number in session.exec(counted)]


def to_plan(session: Session, campaign_id: int, most: int, part: str = "send") -> list[tuple[CampaignPerson, Customer]]:
    """The next people of this part whose message, or draft, is not written yet."""
    rows = (
        select(CampaignPerson, Customer)
        .join(Customer, col(Customer.id) == CampaignPerson.customer_id)
        .where(
            CampaignPerson.campaign_id == campaign_id,
            CampaignPerson.part == part,
            col(CampaignPerson.planned_at).is_(None),
        )
        .order_by(col(CampaignPerson.id))
        .limit(most)
    )
    return list(session.exec(rows))


def draw(session: Session, campaign_id: int, held: Collection[int]) -> None:
    """Who was asked for is sent to, except those who were drawn to be held back."""
    asked = (_people.c.campaign_id == campaign_id) & (_people.c.part == "asked")
    connection = session.connection()
    for start in range(0, len(held), 500):
        some = list(held)[start : start + 500]
        connection.execute(update(_people).where(asked, _people.c.customer_id.in_(some)).values(part="held"))
    connection.execute(update(_people).where(asked).values(part="send"))


def cancel_pending(session: Session, campaign_id: int, reason: str) -> int:
    """What waits of this campaign is not sent any more."""
    waits = _outbox.c.kind.in_(_KINDS) & (_outbox.c.subject_id == campaign_id) & (_outbox.c.state == "pending")
    values = {"state": "cancelled", "reason": reason}
    return session.connection().execute(update(_outbox).where(waits).values(**values)).rowcount


def leave_hand_drafts(session: Session, campaign_id: int) -> list[int]:
    """Its drafts that nobody has sent by hand are put away: their ids."""
    waits = _drafts.c.kind.in_(_KINDS) & (_drafts.c.subject_id == campaign_id) & (_drafts.c.state == "waiting")
    left = list(session.connection().execute(_drafts.select().with_only_columns(_drafts.c.id).where(waits)).scalars())
    session.connection().execute(update(_drafts).where(waits).values(state="left"))
    return left


def take_up(session: Session, campaign_id: int, reason: str, expires_at: datetime, drafts: Collection[int]) -> None:
    """What a stop had closed waits again: messages of that reason, and these drafts."""
    stopped = _outbox.c.kind.in_(_KINDS) & (_outbox.c.subject_id == campaign_id) & (_outbox.c.reason == reason)
    again = {"state": "pending", "reason": None, "expires_at": expires_at}
    session.connection().execute(update(_outbox).where(stopped, _outbox.c.state == "cancelled").values(**again))
    mine = (_drafts.c.subject_id == campaign_id) & (_drafts.c.state == "left")
    for start in range(0, len(drafts), 500):
        some = _drafts.c.id.in_(list(drafts)[start : start + 500])
        session.connection().execute(update(_drafts).where(mine & some).values(state="waiting"))


def states(session: Session, campaign_id: int) -> dict[str, int]:
    """How many of its messages are in which state."""
    counted = (
        select(OutboxRow.state, func.count())
        .where(col(OutboxRow.kind).in_(_KINDS), OutboxRow.subject_id == campaign_id)
        .group_by(OutboxRow.state)
    )
    return dict(session.exec(counted).all())


def came(session: Session, campaign_id: int, part: str, started_at: datetime, first: date, last: date) -> int:
    """How many of this part visited after it began, up to and with the day `last`."""
    visited = (
        select(func.count(func.distinct(CampaignPerson.customer_id)))
        .join(Visit, col(Visit.customer_id) == CampaignPerson.customer_id)
        .where(CampaignPerson.campaign_id == campaign_id, CampaignPerson.part == part, col(Visit.undone_at).is_(None))
        .where(col(Visit.visited_at) >= started_at, col(Visit.visited_on) >= first, col(Visit.visited_on) <= last)
    )
    return session.exec(visited).one()


def refused_since(session: Session, campaign_id: int, since: datetime, until: datetime) -> int:
    """How many of those written to said no to advertising in that time."""
    said_no = (
        select(func.count(func.distinct(CampaignPerson.customer_id)))
        .join(
            Consent,
            and_(
                col(Consent.customer_id) == CampaignPerson.customer_id,
                col(Consent.purpose) == "advertising",
                col(Consent.given).is_(False),
            ),
        )
        .where(CampaignPerson.campaign_id == campaign_id, CampaignPerson.part == "send")
        .where(col(Consent.at) >= since, col(Consent.at) < until)
    )
    return session.exec(said_no).one()


def told_before(session: Session, customer_ids: Sequence[int]) -> list[tuple[CampaignPerson, Campaign]]:
    """What earlier campaigns planned for these people."""
    found: list[tuple[CampaignPerson, Campaign]] = []
    for start in range(0, len(customer_ids), 500):
        rows = (
            select(CampaignPerson, Campaign)
            .join(Campaign, col(Campaign.id) == CampaignPerson.campaign_id)
            .where(col(CampaignPerson.customer_id).in_(customer_ids[start : start + 500]))
            .where(CampaignPerson.part == "send", col(CampaignPerson.planned_at).is_not(None))
        )
        found += session.exec(rows)
    return found


def with_open_case(session: Session) -> frozenset[int]:
    """Who waits for an answer of the shop."""
    return frozenset(session.exec(select(Case.customer_id).where(Case.state == "open")))
