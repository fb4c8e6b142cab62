"""Details that have become old, and the campaigns that ask for them anew: a few people a day, nobody twice in half a
year (or what the owner sets), nobody who has said no.

The question sells nothing. Whoever agreed to advertising hears of the gift in it (which makes it advertising);
everybody else hears of it when they begin to answer, as part of the answer to their own tap. Whoever was told is owed
the gift, and gets it through the channel that they have just confirmed, and through no other.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot.actions import shop
from bot.actions.people import last4, reach
from bot.actions.shop import FactsChanged
from bot.actions.unit import Unit
from bot.domain.freshness import months_after
from bot.domain.local_time import moment_of
from bot.domain.reach import Reach
from bot.domain.refusals import Refusal
from bot.domain.text_lint import without_label
from bot.domain.written_text import one_line
from bot.understanding.asks.campaigns import Refresh
from storage import refreshing
from storage.models import Customer, RefreshCampaign
from storage.refreshing import Old

A_DAY = 5
MONTHS_OFFERED = {"old": (12, 24, 36), "again": (3, 6, 12)}
_SETTING = {"old": "old_after", "again": "asked_again_after"}
PAGE = 10
_LONGEST_GIFT = 40


@dataclass(frozen=True, slots=True)
class StaleCounts:
    """How many details are old, by cause, and how those people could be asked. `good` have theirs confirmed."""

    detail: str
    months: int
    total: int
    causes: tuple[tuple[str, int], ...]
    by_telegram: int
    by_text: int
    when_they_come: int
    good: int
    can_mail: bool


@dataclass(frozen=True, slots=True)
class StaleRow:
    public_id: str
    name: str
    last4: str
    cause: str
    reach: Reach


@dataclass(frozen=True, slots=True)
class StalePage:
    rows: tuple[StaleRow, ...]
    offset: int
    total: int


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign and what has come of it. `good_before` and `good`: how many had, and have, the detail confirmed."""

    public_id: str
    detail: str
    gift: str
    running: bool
    a_day: int
    asked: int
    confirmed: int
    declined: int
    waiting: int
    waiting_by_hand: int
    stale: int
    people_before: int
    good_before: int
    good: int


@dataclass(frozen=True, slots=True)
class HandRow:
    """Somebody whom the shop has asked by a text message of its own."""

    ask: str
    name: str
    last4: str
    asked_at: datetime


def old_details(unit: Unit, detail: str = "phone") -> StaleCounts:
    """The counts by cause."""
    unit.permit("see lists")
    old = counts_as_old(unit)
    found = refreshing.counts(unit.session, detail, old)
    ways = refreshing.ways(unit.session, detail, old)
    return StaleCounts(
        detail,
        unit.shop.old_months,
        sum(found.values()),
        tuple((cause, number) for cause, number in found.items() if number),
        *ways,
        refreshing.count_good(unit.session, detail, old),
        unit.shop.sends_mail,
    )


def who(unit: Unit, detail: str, offset: int = 0) -> StalePage:
    """Who they are."""
    unit.permit("see lists")
    old = counts_as_old(unit)
    rows = refreshing.people(unit.session, detail, old, offset, PAGE)
    for customer, _ in rows:
        unit.saw(customer.id or 0, "list")
    shown = tuple(StaleRow(one.public_id, one.name, last4(one), cause, reach(one)) for one, cause in rows)
    return StalePage(shown, offset, sum(refreshing.counts(unit.session, detail, old).values()))


def gift_of(text: str) -> str:
    """The gift as it is named to customers. Raises Refusal gift-unusable, text-label."""
    gift = without_label(one_line(text))
    if not 1 <= len(gift) <= _LONGEST_GIFT:
        raise Refusal("gift-unusable", most=_LONGEST_GIFT)
    return gift


def start(unit: Unit, detail: str, gift: str) -> Campaign:
    """Begin to ask. Raises Refusal mail-not-set, gift-unusable, nothing-old."""
    unit.permit("run a campaign")
    if detail == "email" and not unit.shop.sends_mail:
        raise Refusal("mail-not-set")
    old = counts_as_old(unit)
    stale = sum(refreshing.counts(unit.session, detail, old).values())
    if not stale:
        raise Refusal("nothing-old")
    campaign = RefreshCampaign(
        public_id="",
        detail=detail,
        gift=gift_of(gift) if gift else None,
        months=unit.shop.old_months,
        a_day=A_DAY,
        started_at=unit.now,
        people_before=stale,
        good_before=refreshing.count_good(unit.session, detail, old),
    )
    return _view(unit, refreshing.begin(unit.session, campaign))


def set_months(unit: Unit, what: str, months: int) -> FactsChanged:
    """After how many months a detail is `old`, or is asked for `again`. Raises Refusal draft-gone for none offered."""
    unit.permit("change the shop")
    if months not in MONTHS_OFFERED.get(what, ()):
        raise Refusal("draft-gone")
    return shop.change_facts(unit, **{_SETTING[what]: str(months)})


def check(unit: Unit, ask: Refresh) -> None:
    """Whether a campaign for this detail and gift could begin. Raises as `start` does."""
    unit.permit("run a campaign")
    if ask.detail == "email" and not unit.shop.sends_mail:
        raise Refusal("mail-not-set")
    if ask.gift:
        gift_of(ask.gift)


def state(unit: Unit) -> Campaign | None:
    """The newest campaign with what has come of it."""
    unit.permit("see lists")
    campaign = refreshing.newest(unit.session)
    return _view(unit, campaign) if campaign is not None else None


def switch(unit: Unit, public_id: str, *, on: bool) -> Campaign:
    """Stop a campaign, or let it go on. Raises Refusal draft-gone."""
    unit.permit("run a campaign")
    campaign = refreshing.campaign(unit.session, public_id)
    if campaign is None:
        raise Refusal("draft-gone")
    campaign.state = "running" if on else "stopped"
    unit.session.add(campaign)
    unit.session.flush()
    return _view(unit, campaign)


def asked_by_hand(unit: Unit, public_id: str, offset: int = 0) -> tuple[tuple[HandRow, ...], int]:
    """Whose answer to the shop's own text message is waited for, and how many they are."""
    unit.permit("write to a customer")
    campaign = refreshing.campaign(unit.session, public_id)
    if campaign is None:
        raise Refusal("draft-gone")
    rows = refreshing.waiting_by_hand(unit.session, campaign.id or 0, offset, PAGE)
    for _, customer in rows:
        unit.saw(customer.id or 0, "list")
    shown = tuple(HandRow(ask.public_id, customer.name, last4(customer), ask.asked_at) for ask, customer in rows)
    return shown, refreshing.count_waiting_by_hand(unit.session, campaign.id or 0)


def row_by_hand(unit: Unit, ask_id: str) -> HandRow:
    """One of them. Raises Refusal draft-gone."""
    unit.permit("write to a customer")
    ask = refreshing.ask(unit.session, ask_id)
    if ask is None or ask.state != "asked":
        raise Refusal("draft-gone")
    customer = unit.session.get_one(Customer, ask.customer_id)
    unit.saw(customer.id or 0, "list")
    return HandRow(ask.public_id, customer.name, last4(customer), ask.asked_at)


def counts_as_old(unit: Unit) -> Old:
    """Before when a confirmation is old, and as which day: two years to the day are long enough, or what was set."""
    day = months_after(unit.today, -unit.shop.old_months)
    return Old(moment_of(day + timedelta(days=1), time(0), unit.shop.zone), day)


def _view(unit: Unit, campaign: RefreshCampaign) -> Campaign:
    found = refreshing.by_state(unit.session, campaign.id or 0)
    old = counts_as_old(unit)
    return Campaign(
        campaign.public_id,
        campaign.detail,
        campaign.gift or "",
        campaign.state == "running",
        campaign.a_day,
        sum(found.values()),
        found.get("confirmed", 0),
        found.get("declined", 0) + found.get("wrong", 0),
        found.get("asked", 0),
        refreshing.count_waiting_by_hand(unit.session, campaign.id or 0),
        sum(refreshing.counts(unit.session, campaign.detail, old).values()),
        campaign.people_before,
        campaign.good_before,
        refreshing.count_good(unit.session, campaign.detail, old),
    )
