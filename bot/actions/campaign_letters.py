"""What each person of a campaign is told, and the draft of it for whom the bot does not reach."""

from collections.abc import Callable

from bot.actions import by_hand
from bot.actions.unit import Unit
from bot.domain.outgoing import Kind, Words, words
from bot.domain.packing import unpack_words
from bot.domain.refusals import Refusal
from storage import campaigns
from storage.models import Campaign, CampaignPerson, Customer

# Beside the policy's own reasons, why no draft is written.
_NO_DRAFT = {"draft-not-now": "not_now", "draft-sent-already": "sent_already"}


def message(unit: Unit, campaign: Campaign, one: CampaignPerson, customer: Customer) -> Words:
    """What one person is told: why them, out of their own history, and what it does for them."""
    if campaign.kind == Kind.INVITATION:
        who = unit.shop.answered_by or None
        return words("invitation-message", name=customer.name, problem=problem_of(campaign), who=who)
    return words(
        "campaign-message",
        name=customer.name,
        usual=one.usual_gap,
        away=(unit.today - one.since).days if one.since else None,
        problem=problem_of(campaign),
        who=unit.shop.answered_by or None,
    )


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


def problem_of(campaign: Campaign) -> Words:
    """Which problem of the customers it solves. Raises Refusal campaign-problem where that was not said yet."""
    if not campaign.problem:
        raise Refusal("campaign-problem")
    return unpack_words(campaign.problem)
