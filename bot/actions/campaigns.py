"""A campaign: people of a list, the problem of theirs that it solves, a message each, and a yes. An invitation is one.

It is a draft until the owner sends it; then who is held back is drawn, and the rest is planned a few at a time
(`bot.actions.campaign_run`). Nothing is sent without a problem that it solves for the customer.
"""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from bot.actions import by_hand, inviting, shown_lists
from bot.actions.entries import write_entry
from bot.actions.people import chosen, last4, reach
from bot.actions.readers import persons_of
from bot.actions.unit import Unit
from bot.domain.campaigns import HELD_BACK, KEPT, MOST, RESULT_DAYS
from bot.domain.campaigns import problems as problems_of
from bot.domain.message_policy import Drop, Person, Wanted, judge, next_daytime
from bot.domain.outgoing import Kind, Words, words
from bot.domain.packing import pack_words, unpack_words
from bot.domain.reach import Reach
from bot.domain.refusals import Refusal
from bot.domain.written_text import one_line
from bot.insight.draw import held_back
from bot.texts import languages
from bot.texts.catalog import Catalog
from bot.understanding.asks.campaigns import Invite, MessageMany
from bot.understanding.asks.lists import Lapsed, Regulars
from storage import campaigns, outbox
from storage.models import Campaign, CampaignPerson, Customer
from storage.writing import new_public_id

FORM = "campaign-problem"
STARTED, STOPPED = "campaign_started", "campaign_stopped"
PAGE = 10
# So many drafts are there at once; the others come with the ticks of a campaign that runs, by day.
_FIRST_DRAFTS = 10
# Beside the policy's own reasons, why no draft is written.
_NO_DRAFT = {"draft-not-now": "not_now", "draft-sent-already": "sent_already"}
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

    Raises Refusal campaign-problem for none, campaign-problem-long.
    """
    unit.permit("run a campaign")
    campaign = _draft(unit, public_id)
    if problem in problems_of(unit.shop.preset):
        said = words(problem)
    else:
        text = one_line(problem)
        if len(text) < _SHORTEST_PROBLEM:
            raise Refusal("campaign-problem")
        if len(text) > _LONGEST_PROBLEM:
            raise Refusal("campaign-problem-long", most=_LONGEST_PROBLEM)
        said = words("campaign-own-problem", text=text)
    campaign.problem = pack_words(said)
    unit.session.add(campaign)
    unit.session.flush()
    _sort_out(unit, campaign)
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
    _problem(campaign)
    found = campaigns.people(unit.session, campaign.id or 0, ("asked",), offset, _DRAFTS)
    shown, reads = [], _languages(unit, [customer for _, customer in found])
    for one, customer in found:
        unit.saw(customer.id or 0, "list")
        language = reads[customer.id or 0]
        text = _catalog().plain(message(unit, campaign, one, customer), language, zone=unit.shop.zone, today=unit.today)
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
    _problem(campaign)
    _none_runs(unit)
    if not (unit.shop.is_named and unit.shop.contact):
        raise Refusal("campaign-no-contact")
    campaign_id = campaign.id or 0
    _sort_out(unit, campaign)
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


def message(unit: Unit, campaign: Campaign, one: CampaignPerson, customer: Customer) -> Words:
    """What one person is told: why them, out of their own history, and what it does for them."""
    if campaign.kind == Kind.INVITATION:
        who = unit.shop.answered_by or None
        return words("invitation-message", name=customer.name, problem=_problem(campaign), who=who)
    return words(
        "campaign-message",
        name=customer.name,
        usual=one.usual_gap,
        away=(unit.today - one.since).days if one.since else None,
        problem=_problem(campaign),
        who=unit.shop.answered_by or None,
    )


def problem_language(problem: Words) -> str | None:
    """The language of own words; an offered problem is there in all of them."""
    text = problem.args.get("text")
    return languages.heard(text) if isinstance(text, str) else None


def _begin(
    unit: Unit, listed: Sequence[Customer], whom: Words, problem: str | None = None, *, kind: Kind = Kind.CAMPAIGN
) -> View:
    _none_runs(unit)
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
    _sort_out(unit, campaign)
    return _view(unit, campaign)


def _sort_out(unit: Unit, campaign: Campaign) -> None:
    """Ask the policy about everybody who was not struck out: who gets it, whom only a hand reaches, who does not."""
    found = campaigns.people(unit.session, campaign.id or 0, ("asked", "hand", "out"))
    everybody = [customer for one, customer in found if one.reason != "struck"]
    persons = persons_of(unit, everybody)
    waiting, dealt = campaigns.with_open_case(unit.session), by_hand.recent_dealers(unit, everybody)
    # An invitation is no news to whoever was invited to the same, whether they came in between or not.
    invites = campaign.kind == Kind.INVITATION
    told = {
        (one.customer_id, None if invites else one.since)
        for one, earlier in campaigns.told_before(unit.session, [customer.id or 0 for customer in everybody])
        if earlier.problem == campaign.problem and campaign.problem is not None
    }
    language = problem_language(unpack_words(campaign.problem)) if campaign.problem else None
    reads = _languages(unit, everybody) if language is not None else {}
    for one, customer in found:
        if one.reason == "struck":
            continue
        customer_id = customer.id or 0
        wanted = Wanted(
            Kind(campaign.kind),
            expires_at=unit.now + KEPT,
            news=(customer_id, None if invites else one.since) not in told,
        )
        part, reason = _part(unit, customer, persons[customer_id], wanted, dealt=customer_id in dealt)
        if part != "out" and customer_id in waiting:
            part, reason = "out", "open_case"
        elif part != "out" and one.since is None:
            part, reason = "out", "never_here"
        elif part != "out" and language is not None and reads[customer_id] != language:
            part, reason = "out", "other_language"
        if (one.part, one.reason) != (part, reason):  # With a list of thousands most of the time goes into writing.
            one.part, one.reason = part, reason
    unit.session.flush()


def _part(unit: Unit, customer: Customer, person: Person, wanted: Wanted, *, dealt: bool) -> tuple[str, str | None]:
    if person.linked and not person.blocked:
        verdict = judge(wanted, person, unit.now)
        return ("out", verdict.reason) if isinstance(verdict, Drop) else ("asked", None)
    if reach(customer) is Reach.NONE:
        return "out", "unreachable"
    consented = person.advertising_consent or (dealt and not person.refused)
    by_telegram = judge(wanted, _as_reached(person, consents=consented), unit.now)
    return ("out", by_telegram.reason) if isinstance(by_telegram, Drop) else ("hand", "hand")


def _as_reached(person: Person, *, consents: bool) -> Person:
    """The same person, as if the bot reached them."""
    return replace(person, blocked=False, linked=True, deleted=False, advertising_consent=consents, night_consent=False)


def draft(
    unit: Unit, campaign: Campaign, one: CampaignPerson, customer: Customer, write: Callable[..., by_hand.Draft]
) -> None:
    """Write the text to be copied, once; where it may not be sent, the person is left out with that reason."""
    one.planned_at = unit.now
    key, text = campaigns.key_of(campaign.id or 0, customer.id or 0), message(unit, campaign, one, customer)
    try:
        write(unit, customer, Kind(campaign.kind), key, text, subject_id=campaign.id)
    except Refusal as refusal:
        named = refusal.name.removeprefix("draft-").replace("-", "_")
        one.part, one.reason = "out", _NO_DRAFT.get(refusal.name, named)
    unit.session.add(one)


def _languages(unit: Unit, customers: Sequence[Customer]) -> dict[int, languages.Language]:
    """In what each of them will read it: as they have chosen, or as they were last answered."""
    spoken = outbox.last_languages(unit.session, [one.chat_id for one in customers if one.chat_id and not one.language])
    return {
        one.id or 0: languages.choose(one.language or spoken.get(one.chat_id or 0), None, unit.shop.language)
        for one in customers
    }


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


def _problem(campaign: Campaign) -> Words:
    if not campaign.problem:
        raise Refusal("campaign-problem")
    return unpack_words(campaign.problem)


def _none_runs(unit: Unit) -> None:
    if campaigns.newest(unit.session, ("running",)) is not None:
        raise Refusal("campaign-runs")


@cache
def _catalog() -> Catalog:
    return Catalog()
