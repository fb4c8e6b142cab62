"""What the records let us expect: when somebody comes again, and the groups of recency, frequency and money."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from bot.actions.people import WhoIsMeant, chosen, last4, who_is_meant
from bot.actions.unit import Unit
from bot.domain.rhythm import Rhythm
from bot.insight.next_visit import NextVisit
from bot.insight.next_visit import next_visit as expected_of
from bot.insight.rfm import OTHERS, SEGMENTS, rfm_table
from bot.understanding.asks.values import Spoken
from storage import groups, lists, people


@dataclass(frozen=True, slots=True)
class Forecast:
    """When one person is likely to come again. Nothing is foretold before `known_from` visit days."""

    name: str
    last4: str
    expected: NextVisit
    visits: int
    last_on: date | None
    usual_range: tuple[int, int] | None
    known_from: int


@dataclass(frozen=True, slots=True)
class RfmGroups:
    """How many are in each segment that has anybody, and how many never bought anything."""

    counts: tuple[tuple[str, int], ...]
    total: int
    never_bought: int


def next_visit(unit: Unit, who: Spoken | str) -> Forecast | WhoIsMeant:
    """The forecast for one person, as somebody said them or by public id. Raises Refusal person-gone."""
    unit.permit("see a customer")
    customer = who_is_meant(unit, who) if isinstance(who, Spoken) else chosen(unit, who)
    if isinstance(customer, WhoIsMeant):
        return customer
    unit.saw(customer.id or 0, "figures")
    rhythm = Rhythm.of(people.visit_days(unit.session, customer.id or 0), unit.shop.rhythm)
    return Forecast(
        customer.name,
        last4(customer),
        expected_of(rhythm, unit.today),
        rhythm.visit_days,
        rhythm.last_on,
        rhythm.usual_range,
        unit.shop.rhythm.known_from_visit_days,
    )


def rfm(unit: Unit) -> RfmGroups:
    """Everybody who ever came, scored today: a visit is a purchase."""
    unit.permit("see takings")
    table = rfm_table(groups.purchases(unit.session), unit.today)
    counted = Counter(scored.segment for scored in table.values())
    names = [name for name, *_ in SEGMENTS] + [OTHERS]
    total = lists.everybody(unit.session).total
    return RfmGroups(tuple((name, counted[name]) for name in names if counted[name]), len(table), total - len(table))
