"""The question whether a detail is still right: asked of some each day, on Telegram or by hand."""

from datetime import time

from bot.actions import by_hand, sending
from bot.actions.people import reach
from bot.actions.planning import Planned
from bot.actions.refreshing import counts_as_old
from bot.actions.unit import Unit
from bot.domain.buttons import button
from bot.domain.freshness import months_after
from bot.domain.local_time import day_bounds, moment_of
from bot.domain.masking import masked
from bot.domain.old_numbers import candidate
from bot.domain.outgoing import Kind, Reply, Words, words
from bot.domain.phone import parse_phone
from bot.domain.reach import Reach
from bot.domain.refusals import Refusal
from storage import refreshing
from storage.models import Customer, RefreshAsk, RefreshCampaign
from storage.writing import new_public_id

_ASKED_FROM, _ASKED_UNTIL = time(10, 30), time(18, 0)


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


def gift_for(unit: Unit, ask: RefreshAsk) -> str:
    """The gift that whoever confirms is given, "" for none."""
    return unit.session.get_one(RefreshCampaign, ask.campaign_id).gift or ""


def _ask_some(unit: Unit, campaign: RefreshCampaign) -> int:
    start, _ = day_bounds(unit.today, unit.shop.zone)
    left = campaign.a_day - refreshing.asked_since(unit.session, campaign.id or 0, start)
    if left <= 0:
        return 0
    since = moment_of(months_after(unit.today, -unit.shop.asked_again_months), time(0), unit.shop.zone)
    found = refreshing.next_ones(
        unit.session, campaign.detail, counts_as_old(unit), asked_since=since, not_in=campaign.id or 0, most=left * 4
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
