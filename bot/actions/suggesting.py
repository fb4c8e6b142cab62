"""What somebody might like today: one thing, for a reason of their own."""

from dataclasses import dataclass
from datetime import timedelta

from bot.actions import profile
from bot.actions.unit import Unit
from bot.domain.outgoing import Money
from bot.domain.prices import price_of
from bot.insight.suggestions import LOOKED_BACK, Bought, Suggestion, suggest
from storage import prices, visits

_LATELY = timedelta(days=90)
# Of fewer people it would be told what one of them takes.
_FEWEST_PEOPLE = 3


@dataclass(frozen=True, slots=True)
class Suggested:
    """The one thing and its price today, where both are known. Without one, `most_wanted` is what most people take
    here lately, None where too few do.
    """

    suggestion: Suggestion | None
    price: Money | None
    most_wanted: str | None


def for_me(unit: Unit) -> Suggested:
    """One suggestion for the asker out of their own visits. Raises Refusal not-linked."""
    unit.permit("see own account")
    person = profile.own_record(unit)
    history = [
        Bought(day, items) for day, items in visits.bought_since(unit.session, person.id or 0, unit.today - LOOKED_BACK)
    ]
    found = suggest(history, unit.today)
    most_wanted = None
    if found is None:
        most_wanted = visits.most_wanted(unit.session, unit.today - _LATELY, _FEWEST_PEOPLE)
    item = found.item if found else most_wanted
    minor = price_of(prices.price_list(unit.session), item) if item else None
    return Suggested(found, Money(minor, unit.shop.currency) if minor else None, most_wanted)
