"""A word to somebody who is late, in the shop's name: with their own rhythm as the reason, once for every absence."""

from bot.actions import by_hand, shown_lists
from bot.actions.by_hand import Draft
from bot.actions.people import WhoIsMeant, chosen, who_is_meant
from bot.actions.unit import Unit
from bot.domain.outgoing import Kind, words
from bot.domain.refusals import Refusal
from bot.domain.rhythm import Rhythm
from bot.understanding.asks.messages import DraftFor
from storage import people
from storage.models import Customer


def draft(unit: Unit, ask: DraftFor) -> Draft | WhoIsMeant | None:
    """For whoever is meant by name, or by the number of a row in the list shown last; None where no such row was shown.

    Raises Refusal draft-not-late, and those of `by_hand.write`.
    """
    unit.permit("write to a customer")
    if ask.number is not None:
        customer = shown_lists.row(unit, ask.number)
        return _draft(unit, customer) if customer is not None else None
    meant = who_is_meant(unit, ask.name, for_writing=True)
    return meant if isinstance(meant, WhoIsMeant) else _draft(unit, meant)


def draft_for(unit: Unit, public_id: str) -> Draft:
    """The same for the person of a button. Raises Refusal person-gone besides."""
    unit.permit("write to a customer")
    return _draft(unit, chosen(unit, public_id))


def _draft(unit: Unit, customer: Customer) -> Draft:
    rhythm = Rhythm.of(people.visit_days(unit.session, customer.id or 0))
    if rhythm.usual_gap is None or not rhythm.is_overdue(unit.today):
        raise Refusal("draft-not-late", person=customer.name)
    text = words(
        "winback-by-hand",
        name=customer.name,
        usual=rhythm.usual_gap,
        away=rhythm.days_away(unit.today),
        shop=unit.shop.name,
        who=unit.shop.answered_by or None,
    )
    key = f"winback:{customer.id}:{rhythm.last_on}"
    return by_hand.write(unit, customer, Kind.ADVERTISING, key, text)
