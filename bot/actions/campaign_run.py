"""A campaign that goes on: planned a few at a time by day, stopped and taken up at any moment, and told of afterwards.

There is no cursor: whose message is not planned yet is asked of the rows, so that a run that was killed goes on where
it was, and each message has a key that exists once.
"""

from dataclasses import dataclass
from datetime import date, time, timedelta

from bot.actions import by_hand, campaign_letters
from bot.actions import campaigns as drafts
from bot.actions.entries import write_entry
from bot.actions.people import WhoIsMeant, chosen, who_is_meant
from bot.actions.planning import Planned
from bot.actions.sending import tell_owners
from bot.actions.unit import Unit
from bot.domain.buttons import button
from bot.domain.campaigns import A_TICK, DRAFTS_A_TICK, KEPT, RESULT_DAYS
from bot.domain.local_time import day_bounds
from bot.domain.message_policy import next_daytime
from bot.domain.outgoing import Button, Kind, Reply, Words, words
from bot.domain.packing import pack, unpack_words
from bot.domain.refusals import Refusal
from bot.insight.difference import Difference, Group
from bot.understanding.asks.values import Spoken
from storage import campaigns, journal, outbox
from storage.models import Campaign, CampaignPerson, Customer

_TOLD_FROM, _TOLD_UNTIL = time(9), time(21)
_OVER = ("running", "done", "stopped")
_STOPPED = "campaign_stopped"


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a campaign. `difference` is None where nobody was held back or written to.

    `days_left` counts the days until the comparison is fair; `not_sent` those drawn for it to whom nothing went.
    """

    public_id: str
    state: str
    whom: Words
    on: date
    sent_to: Group | None
    held: Group | None
    difference: Difference | None
    refused: int
    sent: int
    waiting: int
    not_sent: int
    days: int
    days_left: int


@dataclass(frozen=True, slots=True)
class Stopped:
    """How many had it already, and how many do not get it any more."""

    sent: int
    spared: int


@dataclass(frozen=True, slots=True)
class Removed:
    """Somebody taken out of a campaign; `was_held` for one who would have got nothing anyway."""

    name: str
    was_held: bool


def plan(unit: Unit) -> Planned:
    """The next few messages of what is going on, in the hours in which advertising may arrive."""
    unit.permit("plan messages")
    planned = 0
    for campaign in campaigns.in_state(unit.session, "running"):
        if next_daytime(unit.now) != unit.now:
            continue
        due = campaigns.to_plan(unit.session, campaign.id or 0, A_TICK)
        for one, customer in due:
            planned += _plan(unit, campaign, one, customer)
        by_own_hand = campaigns.to_plan(unit.session, campaign.id or 0, DRAFTS_A_TICK, "hand")
        for one, customer in by_own_hand:
            campaign_letters.draft(unit, campaign, one, customer, by_hand.plan)
        if not due and not by_own_hand:
            campaign.state, campaign.ended_at = "done", unit.now
            unit.session.add(campaign)
    return Planned(planned)


def tell_results(unit: Unit) -> Planned:
    """The result of whatever has had its time, once, to the owners; what went out by hand alone has none."""
    unit.permit("plan messages")
    told = 0
    if not _TOLD_FROM <= unit.now.astimezone(unit.shop.zone).time() < _TOLD_UNTIL:
        return Planned()
    for state in ("done", "stopped"):
        for campaign in campaigns.in_state(unit.session, state):
            if campaign.result_on is not None and campaign.result_on <= unit.today:
                key, result = f"campaign-result:{campaign.id}", _result(unit, campaign)
                if result.sent_to or result.held:
                    told += tell_owners(unit, key, Reply(shown(result), buttons=(_again(campaign),)))
    return Planned(told)


def newest_result(unit: Unit) -> Result:
    """What became of the last campaign, or how it goes. Raises Refusal campaign-none."""
    unit.permit("run a campaign")
    campaign = campaigns.newest(unit.session, _OVER)
    if campaign is None:
        raise Refusal("campaign-none")
    return _result(unit, campaign)


def stop(unit: Unit) -> Stopped:
    """Nothing more of it, from this moment on. Raises Refusal campaign-none-runs."""
    unit.permit("run a campaign")
    campaign = campaigns.newest(unit.session, _OVER)
    counted = campaigns.states(unit.session, campaign.id or 0) if campaign is not None else {}
    if campaign is None or (campaign.state != "running" and not counted.get("pending")):
        raise Refusal("campaign-none-runs")
    campaign_id = campaign.id or 0
    everybody = campaigns.count(unit.session, campaign_id).get("send", 0)
    campaigns.cancel_pending(unit.session, campaign_id, _STOPPED)
    left = campaigns.leave_hand_drafts(unit.session, campaign_id)
    campaign.state, campaign.ended_at = "stopped", unit.now
    unit.session.add(campaign)
    write_entry(unit, drafts.STOPPED, subject_id=campaign_id, after={"drafts": left})
    sent = sum(counted.get(state, 0) for state in ("sent", "sending", "unknown", "uncertain"))
    return Stopped(sent, everybody - sent)


def resume(unit: Unit) -> int:
    """Go on with what was stopped, until its result is told: how many are still to get it.

    Raises Refusal campaign-none-stopped, campaign-runs.
    """
    unit.permit("run a campaign")
    campaign = campaigns.newest(unit.session, _OVER)
    told_on = campaign.result_on if campaign is not None else None
    if campaign is None or campaign.state != "stopped" or told_on is None or told_on <= unit.today:
        raise Refusal("campaign-none-stopped")
    drafts.none_runs(unit)
    campaign_id = campaign.id or 0
    entry = journal.newest_about(unit.session, drafts.STOPPED, campaign_id)
    left = journal.after(unit.vault, entry).get("drafts", []) if entry is not None else []
    campaigns.take_up(unit.session, campaign_id, _STOPPED, unit.now + KEPT, left)
    campaign.state, campaign.ended_at = "running", None
    unit.session.add(campaign)
    write_entry(unit, drafts.RESUMED, subject_id=campaign_id)
    unit.session.flush()
    return _result(unit, campaign).waiting


def remove(unit: Unit, name: Spoken) -> Removed | drafts.View | WhoIsMeant:
    """Take one person out of what goes on, or out of the draft.

    Raises Refusal campaign-none, campaign-not-in-it, campaign-sent-already.
    """
    unit.permit("run a campaign")
    campaign = _at_hand(unit)
    meant = who_is_meant(unit, name, for_writing=True)
    return meant if isinstance(meant, WhoIsMeant) else _remove(unit, campaign, meant)


def remove_chosen(unit: Unit, public_id: str) -> Removed | drafts.View:
    """The same of the person of a button. Raises Refusal as `remove` does."""
    unit.permit("run a campaign")
    return _remove(unit, _at_hand(unit), chosen(unit, public_id))


def _at_hand(unit: Unit) -> Campaign:
    """The draft, or what goes on. Raises Refusal campaign-none."""
    campaign = campaigns.newest(unit.session, ("draft", "running"))
    if campaign is None:
        raise Refusal("campaign-none")
    return campaign


def _remove(unit: Unit, campaign: Campaign, meant: Customer) -> Removed | drafts.View:
    if campaign.state == "draft":
        return drafts.strike(unit, campaign.public_id, meant.public_id)
    one = campaigns.person(unit.session, campaign.id or 0, meant.id or 0)
    if one is None or one.part not in ("send", "held"):
        raise Refusal("campaign-not-in-it", person=meant.name)
    if one.part == "held":
        return Removed(meant.name, was_held=True)
    key = campaigns.key_of(campaign.id or 0, meant.id or 0)
    if one.planned_at is not None and not outbox.cancel_pending(unit.session, key):
        raise Refusal("campaign-sent-already", person=meant.name)
    one.part, one.reason = "out", "struck"
    unit.session.add(one)
    return Removed(meant.name, was_held=False)


def shown(found: Result) -> Words:
    """The result card."""
    compared = words("campaign-not-compared")
    if found.sent_to and found.held and found.difference:
        difference = found.difference
        compared = words(
            "campaign-compared",
            points=f"{difference.points:+d}",
            lowest=f"{difference.lowest:+d}",
            highest=f"{difference.highest:+d}",
            verdict="unsure" if not difference.is_sure else "more" if difference.points > 0 else "fewer",
        )
    return words(
        "campaign-result",
        whom=found.whom,
        on=found.on,
        came=found.sent_to.came if found.sent_to else 0,
        sent=found.sent_to.of if found.sent_to else 0,
        held_came=found.held.came if found.held else 0,
        held=found.held.of if found.held else 0,
        days=found.days,
        compared=compared if not found.days_left else None,
        early=words("campaign-early", days=found.days_left) if found.days_left else None,
        refused=found.refused,
        not_sent=words("campaign-not-sent", count=found.not_sent) if found.not_sent else None,
        running=words("campaign-running", count=found.waiting) if found.waiting else None,
        stopped=words("campaign-was-stopped") if found.state == "stopped" else None,
    )


def _again(campaign: Campaign) -> tuple[Button, ...]:
    return (
        button(words("button-campaign-again"), "campaign-again", campaign.public_id),
        button(words("button-campaign-enough"), "campaign-enough"),
    )


def _plan(unit: Unit, campaign: Campaign, one: CampaignPerson, customer: Customer) -> bool:
    """One person's message. Whether it may be sent is judged when it is claimed, with the reason kept there."""
    one.planned_at = unit.now
    unit.session.add(one)
    planned = outbox.Message(
        dedupe_key=campaigns.key_of(campaign.id or 0, customer.id or 0),
        chat_id=customer.chat_id or 0,
        kind=Kind(campaign.kind),
        reply=pack(Reply(campaign_letters.message(unit, campaign, one, customer))),
        not_before=unit.now,
        expires_at=unit.now + KEPT,
        customer_id=customer.id,
        subject_id=campaign.id,
    )
    return outbox.add(unit.session, unit.vault, planned, unit.now)


def _result(unit: Unit, campaign: Campaign) -> Result:
    campaign_id, started_at = campaign.id or 0, campaign.started_at or unit.now
    on = unit.shop.day_of(started_at)
    last = on + timedelta(days=RESULT_DAYS)
    counted = campaigns.count(unit.session, campaign_id)
    groups: dict[str, Group | None] = {}
    for part in ("send", "held"):
        came = campaigns.came(unit.session, campaign_id, part, started_at, on, last)
        groups[part] = Group(came, counted[part]) if counted.get(part) else None
    sent_to, held = groups["send"], groups["held"]
    states = campaigns.states(unit.session, campaign_id)
    sent = sum(states.get(state, 0) for state in ("sent", "sending", "unknown", "uncertain"))
    everybody = counted.get("send", 0)
    goes_on = campaign.state == "running" or states.get("pending", 0) > 0
    waiting = everybody - sent - states.get("cancelled", 0) - states.get("expired", 0) - states.get("dead", 0)
    return Result(
        public_id=campaign.public_id,
        state=campaign.state,
        whom=unpack_words(campaign.whom or ""),
        on=on,
        sent_to=sent_to,
        held=held,
        difference=Difference.of(sent_to, held) if sent_to and held else None,
        refused=campaigns.refused_since(unit.session, campaign_id, started_at, day_bounds(last, unit.shop.zone)[1]),
        sent=sent,
        waiting=waiting if goes_on else 0,
        not_sent=everybody - sent - (waiting if goes_on else 0),
        days=RESULT_DAYS,
        days_left=max(1, (last - unit.today).days) if unit.today <= last else 0,
    )
