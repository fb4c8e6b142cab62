"""A campaign: people of a list, the problem of theirs that it solves, a message each, and a yes. An invitation is one.

It is a draft until the owner sends it; then who is held back is drawn, and the rest is planned a few at a time
(`bot.actions.campaign_run`). Nothing is sent without a problem that it solves for the customer.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from bot.actions import by_hand, inviting, shown_lists
from bot.actions.campaign_letters import draft, message, problem_of
from bot.actions.campaign_people import languages_of, sort_out
from bot.actions.entries import write_entry
from bot.actions.people import chosen, last4
from bot.actions.unit import Unit
from bot.domain.campaigns import HELD_BACK, MOST, RESULT_DAYS
from bot.domain.campaigns import problems as problems_of
from bot.domain.message_policy import next_daytime
from bot.domain.outgoing import Kind, Words, words
from bot.domain.packing import pack_words, unpack_words
from bot.domain.refusals import Refusal
from bot.domain.text_lint import without_label
from bot.domain.written_text import one_line
from bot.insight.draw import held_back
from bot.texts.catalog import Catalog
from bot.understanding.asks.campaigns import Invite, MessageMany
from bot.understanding.asks.lists import Lapsed, Regulars
from storage import campaigns
from storage.models import Campaign, CampaignPerson, Customer
from storage.writing import new_public_id

FORM = "campaign-problem"
STARTED, STOPPED, RESUMED = "campaign_started", "campaign_stopped", "campaign_resumed"
PAGE = 10
# So many drafts are there at once; the others come with the ticks of a campaign that runs, by day.
_FIRST_DRAFTS = 10
# Telegram shows more, and a customer reads no more.
_LONGEST_PROBLEM = 120
_SHORTEST_PROBLEM = 6
_DRAFTS = 3


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody on the list, with the reason out of their own history; of those left out, why."""

    public_id: str
    name: str
    last4: str
    usual_gap: int | None
    away: int | None
    last_on: date | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """A campaign as its owner looks at it. `asked` are those it would go to, of whom `held` are to be held back.

    `hand` are reached by the shop's own hand alone. `struck` is who was struck out last, empty if nobody was.
    """

    public_id: str
    state: str
    whom: Words
    problem: Words | None
    rows: tuple[Row, ...]
    offset: int
    asked: int
    held: int
    hand: int
    left_out: tuple[tuple[str, int], ...]
    struck: str = ""
    days: int = RESULT_DAYS
    invites: bool = False

    @property
    def total(self) -> int:
        return self.asked + self.hand + sum(number for _, number in self.left_out)


@dataclass(frozen=True, slots=True)
class Letter:
    """A message as one person would read it, in their own language."""

    name: str
    last4: str
    text: str


@dataclass(frozen=True, slots=True)
class Started:
    """What was set going. `drafts` wait to be sent by hand; `days` until its result is told."""

    sending: int
    held: int
    drafts: int
    days: int
    public_id: str


def begin(unit: Unit, ask: MessageMany) -> View:
    """Begin with the people that a sentence names.

    Raises Refusal campaign-everybody, campaign-nobody, campaign-too-many, campaign-runs.
    """
    unit.permit("run a campaign")
    if ask.days is None and not ask.lapsed and not ask.regulars_only:
        raise Refusal("campaign-everybody")
    if ask.days is not None or ask.lapsed:
        listed = shown_lists.everybody_of(unit, Lapsed(ask.days, ask.regulars_only))
    else:
        listed = shown_lists.everybody_of(unit, Regulars(top=MOST))
    whom = words("campaign-whom", days=ask.days, regulars=ask.regulars_only, away=ask.days is not None or ask.lapsed)
    view = _begin(unit, listed, whom)
    about = one_line(ask.about or "")
    return solve(unit, view.public_id, about) if len(about) >= 2 * _SHORTEST_PROBLEM else view


def begin_with_shown(unit: Unit) -> View:
    """Begin with the list that the chat was shown last. Raises Refusal campaign-no-list and those of `begin`."""
    unit.permit("run a campaign")
    listed = shown_lists.everybody_shown(unit)
    if listed is None:
        raise Refusal("campaign-no-list")
    kind = Kind.INVITATION if isinstance(shown_lists.question_shown(unit), Invite) else Kind.CAMPAIGN
    return _begin(unit, listed, words("campaign-whom-shown"), kind=kind)


def begin_inviting(unit: Unit, ask: Invite) -> View:
    """Begin to invite the people of that list. Raises Refusal as `begin` does."""
    unit.permit("run a campaign")
    whom = words("campaign-whom-invited", shows=ask.shows, months=ask.months)
    return _begin(unit, inviting.everybody(unit, ask), whom, kind=Kind.INVITATION)


def begin_again(unit: Unit, public_id: str) -> View:
    """The same once more, with those who have not come since. Who heard the same already has no news in it."""
    unit.permit("run a campaign")
    old = _of(unit, public_id)
    again = [
        customer
        for one, customer in campaigns.people(unit.session, old.id or 0, ("send", "held", "hand", "out"))
        if one.reason != "struck" and customer.last_visit_on == one.since
    ]
    return _begin(unit, again, unpack_words(old.whom or ""), old.problem, kind=Kind(old.kind))


def solve(unit: Unit, public_id: str, problem: str) -> View:
    """Say which problem of the customers it solves: the name of an offered one, or own words.

    Raises Refusal campaign-problem for none, campaign-problem-long, text-label for one with a label of its own.
    """
    unit.permit("run a campaign")
    campaign = _draft(unit, public_id)
    if problem in problems_of(unit.shop.preset):
        said = words(problem)
    else:
        text = without_label(one_line(problem))
        if len(text) < _SHORTEST_PROBLEM:
            raise Refusal("campaign-problem")
        if len(text) > _LONGEST_PROBLEM:
            raise Refusal("campaign-problem-long", most=_LONGEST_PROBLEM)
        said = words("campaign-own-problem", text=text)
    campaign.problem = pack_words(said)
    unit.session.add(campaign)
    unit.session.flush()
    sort_out(unit, campaign)
    return _view(unit, campaign)


def look(unit: Unit, public_id: str, offset: int = 0) -> View:
    """The draft, at some place of its list."""
    unit.permit("run a campaign")
    return _view(unit, _draft(unit, public_id), offset)


def left_out(unit: Unit, public_id: str, offset: int = 0) -> tuple[tuple[Row, ...], int]:
    """Who is left out or must be reached by hand, each with the reason; and how many there are."""
    unit.permit("run a campaign")
    campaign = _of(unit, public_id)
    counted = campaigns.count(unit.session, campaign.id or 0)
    found = campaigns.people(unit.session, campaign.id or 0, ("out", "hand"), offset, PAGE)
    return tuple(_row(unit, one, customer) for one, customer in found), counted.get("out", 0) + counted.get("hand", 0)


def letters(unit: Unit, public_id: str, offset: int = 0) -> tuple[tuple[Letter, ...], int]:
    """The messages as they would be read, a few at a time; and how many there are."""
    unit.permit("run a campaign")
    campaign = _draft(unit, public_id)
    problem_of(campaign)
    found = campaigns.people(unit.session, campaign.id or 0, ("asked",), offset, _DRAFTS)
    shown, reads = [], languages_of(unit, [customer for _, customer in found])
    for one, customer in found:
        unit.saw(customer.id or 0, "list")
        language = reads[customer.id or 0]
        said, shop = message(unit, campaign, one, customer), unit.shop
        text = _catalog().plain(said, language, zone=shop.zone, today=unit.today, preset=shop.preset)
        shown.append(Letter(customer.name, last4(customer), text))
    return tuple(shown), campaigns.count(unit.session, campaign.id or 0).get("asked", 0)


def strike(unit: Unit, public_id: str, customer_id: str) -> View:
    """Leave one person out of the draft. Raises Refusal campaign-not-in-it."""
    unit.permit("run a campaign")
    campaign, customer = _draft(unit, public_id), chosen(unit, customer_id)
    one = campaigns.person(unit.session, campaign.id or 0, customer.id or 0)
    if one is None or one.part != "asked":
        raise Refusal("campaign-not-in-it", person=customer.name)
    one.part, one.reason = "out", "struck"
    unit.session.add(one)
    unit.session.flush()
    return _view(unit, campaign, struck=customer.name)


def put_back(unit: Unit, public_id: str) -> View:
    """Everybody who was struck out of the draft is in it again."""
    unit.permit("run a campaign")
    campaign = _draft(unit, public_id)
    for one, _ in campaigns.people(unit.session, campaign.id or 0, ("out",)):
        if one.reason == "struck":
            one.part, one.reason = "asked", None
            unit.session.add(one)
    unit.session.flush()
    return _view(unit, campaign)


def start(unit: Unit, public_id: str) -> Started:
    """Send it: draw who is held back, and let the rest be planned, and drafted for those whom the bot does not reach.

    Raises Refusal campaign-problem, campaign-nobody, campaign-no-contact, campaign-runs.
    """
    unit.permit("run a campaign")
    campaign = _draft(unit, public_id)
    problem_of(campaign)
    none_runs(unit)
    if not (unit.shop.is_named and unit.shop.contact):
        raise Refusal("campaign-no-contact")
    campaign_id = campaign.id or 0
    sort_out(unit, campaign)
    asked = campaigns.ids(unit.session, campaign_id, "asked")
    by_own_hand = campaigns.count(unit.session, campaign_id).get("hand", 0)
    if not asked and not by_own_hand:
        raise Refusal("campaign-nobody")
    invites = campaign.kind == Kind.INVITATION
    held = frozenset() if invites else held_back(asked, campaign.seed)
    campaigns.draw(unit.session, campaign_id, held)
    campaign.state, campaign.started_at = "running", unit.now
    campaign.result_on = unit.today + timedelta(days=RESULT_DAYS + 1)
    unit.session.add(campaign)
    if next_daytime(unit.now) == unit.now:
        for one, customer in campaigns.to_plan(unit.session, campaign_id, _FIRST_DRAFTS, "hand"):
            draft(unit, campaign, one, customer, by_hand.write)
    write_entry(unit, STARTED, subject_id=campaign_id)
    unit.session.flush()
    return Started(len(asked) - len(held), len(held), by_own_hand, RESULT_DAYS, campaign.public_id)


def leave(unit: Unit, public_id: str) -> None:
    """The draft is not going to be sent."""
    unit.permit("run a campaign")
    campaign = _draft(unit, public_id)
    campaign.state = "left"
    unit.session.add(campaign)


def _begin(
    unit: Unit, listed: Sequence[Customer], whom: Words, problem: str | None = None, *, kind: Kind = Kind.CAMPAIGN
) -> View:
    none_runs(unit)
    if not listed:
        raise Refusal("campaign-nobody")
    if len(listed) > MOST:
        raise Refusal("campaign-too-many", most=MOST, total=len(listed))
    campaigns.leave_drafts(unit.session, unit.actor.user_id)
    campaign = Campaign(
        public_id=new_public_id(),
        user_id=unit.actor.user_id,
        seed=secrets.randbelow(2**31),
        kind=kind.value,
        whom=pack_words(whom),
        problem=problem,
        made_at=unit.now,
    )
    campaigns.add(unit.session, campaign, listed)
    sort_out(unit, campaign)
    return _view(unit, campaign)


def _view(unit: Unit, campaign: Campaign, offset: int = 0, *, struck: str = "") -> View:
    campaign_id = campaign.id or 0
    counted = campaigns.count(unit.session, campaign_id)
    asked = counted.get("asked", 0)
    found = campaigns.people(unit.session, campaign_id, ("asked",), offset, PAGE)
    return View(
        campaign.public_id,
        campaign.state,
        unpack_words(campaign.whom or ""),
        unpack_words(campaign.problem) if campaign.problem else None,
        tuple(_row(unit, one, customer) for one, customer in found),
        offset,
        asked,
        0 if campaign.kind == Kind.INVITATION else asked // HELD_BACK,
        counted.get("hand", 0),
        tuple(campaigns.reasons(unit.session, campaign_id)),
        struck,
        invites=campaign.kind == Kind.INVITATION,
    )


def _row(unit: Unit, one: CampaignPerson, customer: Customer) -> Row:
    unit.saw(customer.id or 0, "list")
    away = (unit.today - one.since).days if one.since else None
    return Row(customer.public_id, customer.name, last4(customer), one.usual_gap, away, one.since, one.reason or "")


def _of(unit: Unit, public_id: str) -> Campaign:
    campaign = campaigns.by_public_id(unit.session, public_id)
    if campaign is None:
        raise Refusal("campaign-gone")
    return campaign


def _draft(unit: Unit, public_id: str) -> Campaign:
    campaign = _of(unit, public_id)
    if campaign.state != "draft":
        raise Refusal("campaign-gone")
    return campaign


def none_runs(unit: Unit) -> None:
    if campaigns.newest(unit.session, ("running",)) is not None:
        raise Refusal("campaign-runs")


@cache
def _catalog() -> Catalog:
    return Catalog()
