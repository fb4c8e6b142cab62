"""Details that have become old, and the campaigns that ask for them anew: a few people a day, nobody twice in half a
year, nobody who has said no.

The question sells nothing. Whoever agreed to advertising hears of the gift in it (which makes it advertising);
everybody else hears of it when they begin to answer, as part of the answer to their own tap. Whoever was told is owed
the gift, and gets it through the channel that they have just confirmed, and through no other.
"""

from dataclasses import dataclass
from datetime import datetime, time

from bot.actions import by_hand, gifts, sending
from bot.actions.people import WhoIsMeant, last4, meant_or_chosen, reach
from bot.actions.planning import Planned
from bot.actions.unit import Unit
from bot.domain.buttons import button
from bot.domain.freshness import STALE_AFTER_MONTHS, months_after
from bot.domain.local_time import day_bounds, moment_of
from bot.domain.masking import masked
from bot.domain.old_numbers import candidate
from bot.domain.outgoing import Kind, Reply, Words, words
from bot.domain.phone import parse_phone
from bot.domain.reach import Reach
from bot.domain.refusals import Refusal
from bot.domain.written_text import one_line
from bot.understanding.asks.campaigns import DetailHolds, Refresh
from storage import people, refreshing
from storage.models import Customer, RefreshAsk, RefreshCampaign
from storage.refreshing import Old
from storage.writing import new_public_id

A_DAY = 5
AGAIN_AFTER_MONTHS = 6
PAGE = 10
_LONGEST_GIFT = 40
_ASKED_FROM, _ASKED_UNTIL = time(10, 30), time(18, 0)


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


@dataclass(frozen=True, slots=True)
class Answered:
    """What somebody told the shop about their number. `draft` is the gift to be sent there, if one is owed."""

    name: str
    last4: str
    holds: bool
    draft: by_hand.Draft | None


def old_details(unit: Unit, detail: str = "phone") -> StaleCounts:
    """The counts by cause."""
    unit.permit("see lists")
    old = _old(unit)
    found = refreshing.counts(unit.session, detail, old)
    ways = refreshing.ways(unit.session, detail, old)
    return StaleCounts(
        detail,
        STALE_AFTER_MONTHS,
        sum(found.values()),
        tuple((cause, number) for cause, number in found.items() if number),
        *ways,
        refreshing.count_good(unit.session, detail, old),
        unit.shop.sends_mail,
    )


def who(unit: Unit, detail: str, offset: int = 0) -> StalePage:
    """Who they are."""
    unit.permit("see lists")
    old = _old(unit)
    rows = refreshing.people(unit.session, detail, old, offset, PAGE)
    for customer, _ in rows:
        unit.saw(customer.id or 0, "list")
    shown = tuple(StaleRow(one.public_id, one.name, last4(one), cause, reach(one)) for one, cause in rows)
    return StalePage(shown, offset, sum(refreshing.counts(unit.session, detail, old).values()))


def gift_of(text: str) -> str:
    """The gift as it is named to customers. Raises Refusal gift-unusable."""
    gift = one_line(text)
    if not 1 <= len(gift) <= _LONGEST_GIFT:
        raise Refusal("gift-unusable", most=_LONGEST_GIFT)
    return gift


def start(unit: Unit, detail: str, gift: str) -> Campaign:
    """Begin to ask. Raises Refusal mail-not-set, gift-unusable, nothing-old."""
    unit.permit("run a campaign")
    if detail == "email" and not unit.shop.sends_mail:
        raise Refusal("mail-not-set")
    old = _old(unit)
    stale = sum(refreshing.counts(unit.session, detail, old).values())
    if not stale:
        raise Refusal("nothing-old")
    campaign = RefreshCampaign(
        public_id="",
        detail=detail,
        gift=gift_of(gift) if gift else None,
        months=STALE_AFTER_MONTHS,
        a_day=A_DAY,
        started_at=unit.now,
        people_before=stale,
        good_before=refreshing.count_good(unit.session, detail, old),
    )
    return _view(unit, refreshing.begin(unit.session, campaign))


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


def answered_by_text(unit: Unit, ask_id: str, *, holds: bool) -> Answered:
    """Somebody answered the shop's text message: the number holds, or it is another's. Raises Refusal draft-gone."""
    unit.permit("write to a customer")
    ask = refreshing.ask(unit.session, ask_id)
    if ask is None or ask.state != "asked":
        raise Refusal("draft-gone")
    customer = unit.session.get_one(Customer, ask.customer_id)
    return _number_checked(unit, customer, ask, holds=holds, how="reply")


def holds(unit: Unit, ask: DetailHolds, *, to: str = "") -> Answered | WhoIsMeant:
    """The shop has checked a number with its person: "김수연 번호 맞대". Raises Refusal no-number, person-gone."""
    unit.permit("record")
    customer = meant_or_chosen(unit, ask.name, to=to)
    if isinstance(customer, WhoIsMeant):
        return customer
    if customer.phone is None or customer.phone_kind != "living":
        raise Refusal("no-number", person=customer.name)
    open_ask = refreshing.open_ask(unit.session, customer.id or 0, "phone")
    return _number_checked(unit, customer, open_ask, holds=True, how="counter")


def ask_today(unit: Unit) -> Planned:
    """Today's few questions of every campaign that runs."""
    unit.permit("plan messages")
    local = unit.now.astimezone(unit.shop.zone)
    if not _ASKED_FROM <= local.time() < _ASKED_UNTIL:
        return Planned()
    planned = 0
    for campaign in refreshing.running(unit.session):
        planned += _ask_some(unit, campaign)
    return Planned(planned)


def contact_confirmed(unit: Unit) -> None:
    """Somebody's own contact card has confirmed their number: if they were asked for it, that is the answer."""
    customer = unit.session.get(Customer, unit.actor.customer_id) if unit.actor.customer_id else None
    ask = refreshing.open_ask(unit.session, customer.id or 0, "phone") if customer is not None else None
    if customer is None or ask is None:
        return
    draft = _confirmed(unit, customer, ask)
    if draft is not None:
        text = words("refresh-gift-due", name=customer.name, last4=last4(customer))
        see = button(words("button-see-draft"), "hand-open", draft.public_id)
        sending.tell_owners(unit, f"refresh-gift:{ask.public_id}", Reply(text, ((see,),)))


def gift_for(unit: Unit, ask: RefreshAsk) -> str:
    """The gift that whoever confirms is given, "" for none."""
    return unit.session.get_one(RefreshCampaign, ask.campaign_id).gift or ""


def _ask_some(unit: Unit, campaign: RefreshCampaign) -> int:
    start, _ = day_bounds(unit.today, unit.shop.zone)
    left = campaign.a_day - refreshing.asked_since(unit.session, campaign.id or 0, start)
    if left <= 0:
        return 0
    since = moment_of(months_after(unit.today, -AGAIN_AFTER_MONTHS), time(0), unit.shop.zone)
    found = refreshing.next_ones(
        unit.session, campaign.detail, _old(unit), asked_since=since, not_in=campaign.id or 0, most=left * 4
    )
    asked = by_text = 0
    for customer, cause in found:
        if asked >= left:
            break
        way = "telegram" if reach(customer) is Reach.TELEGRAM else "hand"
        told = bool(campaign.gift) and by_hand.may_advertise(unit, customer)
        ask = RefreshAsk(
            public_id=new_public_id(),
            key=f"{campaign.id}:{customer.id}",
            campaign_id=campaign.id or 0,
            customer_id=customer.id or 0,
            cause=cause,
            way=way,
            gift_told=told,
            asked_at=unit.now,
        )
        if way == "telegram":
            _ask_on_telegram(unit, campaign, customer, ask)
        elif not _draft_question(unit, campaign, customer, ask):
            continue
        unit.session.add(ask)
        unit.session.flush()
        asked += 1
        by_text += way == "hand"
    if by_text:
        text = words("refresh-by-hand-due", count=by_text)
        see = button(words("button-drafts"), "hand-drafts", "0")
        sending.tell_owners(unit, f"refresh-hand:{campaign.id}:{unit.today}", Reply(text, ((see,),)))
    return asked


def _ask_on_telegram(unit: Unit, campaign: RefreshCampaign, customer: Customer, ask: RefreshAsk) -> None:
    text = _question(unit, campaign, customer, ask)
    kind = Kind.REFRESH if ask.gift_told else Kind.PERSONAL
    if campaign.detail == "email":
        begin = button(words("button-give-email"), "refresh-email", ask.public_id)
    else:
        begin = button(words("button-give-phone"), "refresh-phone", ask.public_id)
    buttons = [[begin]]
    if campaign.detail == "email" and customer.email:
        buttons[0].insert(0, button(words("button-still-right"), "refresh-same", ask.public_id))
    buttons[0].append(button(words("button-no-thanks"), "refresh-no", ask.public_id))
    reply = Reply(text, tuple(tuple(row) for row in buttons))
    sending.to_customer(unit, customer, f"refresh:{ask.key}", reply, kind=kind)


def _draft_question(unit: Unit, campaign: RefreshCampaign, customer: Customer, ask: RefreshAsk) -> bool:
    """Whether a question could be drafted: somebody's own wishes may stand against it."""
    text = words(
        "refresh-ask-by-hand",
        name=customer.name,
        shop=unit.shop.name,
        gift=campaign.gift if ask.gift_told else None,
    )
    kind = Kind.REFRESH if ask.gift_told else Kind.PERSONAL
    try:
        by_hand.plan(unit, customer, kind, f"refresh:{ask.key}", text)
    except Refusal:
        return False
    return True


def _question(unit: Unit, campaign: RefreshCampaign, customer: Customer, ask: RefreshAsk) -> Words:
    was: str | None = None
    if campaign.detail == "email":
        was = masked("email", customer.email) if customer.email else None
    elif customer.phone:
        new = candidate(customer.phone)
        was = parse_phone(new).national if new else masked("phone", customer.phone)
    return words(
        "refresh-ask",
        name=customer.name,
        shop=unit.shop.name,
        detail=campaign.detail,
        dead=ask.cause == "dead",
        was=was,
        gift=campaign.gift if ask.gift_told else None,
    )


def _number_checked(unit: Unit, customer: Customer, ask: RefreshAsk | None, *, holds: bool, how: str) -> Answered:
    if not holds:
        people.unconfirm(unit.session, customer.id or 0, "phone")
        if ask is not None:
            close(unit, ask, "wrong")
        return Answered(customer.name, last4(customer), False, None)
    people.confirm(unit.session, customer.id or 0, "phone", unit.now, by="shop", how=how)
    draft = _confirmed(unit, customer, ask) if ask is not None else None
    return Answered(customer.name, last4(customer), True, draft)


def _confirmed(unit: Unit, customer: Customer, ask: RefreshAsk) -> by_hand.Draft | None:
    """The number is confirmed; the gift that is owed is drafted for that very number."""
    close(unit, ask, "confirmed")
    gift = gift_for(unit, ask)
    if not gift or not ask.gift_told:
        return None
    number = str(gifts.numbered(unit, ask))
    text = words("refresh-gift-by-hand", name=customer.name, shop=unit.shop.name, gift=gift, number=number)
    return by_hand.owe(unit, customer, f"refresh-gift:{ask.key}", text)


def close(unit: Unit, ask: RefreshAsk, state: str) -> None:
    """What has become of a question: confirmed, declined or wrong."""
    ask.state, ask.answered_at = state, unit.now
    ask.value = ask.code_tag = ask.code_until = None
    unit.session.add(ask)
    unit.session.flush()


def _old(unit: Unit) -> Old:
    day = months_after(unit.today, -STALE_AFTER_MONTHS)
    return Old(moment_of(day, time(0), unit.shop.zone), day)


def _view(unit: Unit, campaign: RefreshCampaign) -> Campaign:
    found = refreshing.by_state(unit.session, campaign.id or 0)
    old = _old(unit)
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
