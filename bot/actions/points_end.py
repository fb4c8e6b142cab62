"""Points that run out: the owner's rule, word to whoever has some in good time, and the end itself.

They run out only where the owner has said so, with the last day of a month. Points that were there before the rule are
as old as the rule. Who is written to hears of it 30 days before, and never less than a week. What was paid ahead does
not run out; who has let it lie for a year is told that it is there.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.actions import points_by_hand, shop
from bot.actions.entries import write_entry
from bot.actions.planning import Coming, Planned, plan_all, signed
from bot.actions.points_left import AT_LEAST, GROUNDS, TOLD_BEFORE, all_endings, key_of, told_day
from bot.actions.shop import FactsChanged
from bot.actions.unit import Unit
from bot.domain.local_time import moment_of
from bot.domain.lots import ENDED
from bot.domain.message_policy import DAY_ENDS
from bot.domain.outgoing import Kind, Money, Reply, words
from bot.domain.refusals import Refusal
from bot.domain.reminders import REMINDER_AT, Due
from bot.domain.shop import Part, Quiet
from storage import ledger
from storage.consents import has_consent
from storage.models import Customer

POINTS_ENDED = "points_ended"
SHORTEST, LONGEST = 6, 60
_RESTED = 365


def set_rule(unit: Unit, months: int) -> FactsChanged:
    """Let points run out so many months after they were given; 0: never. Raises Refusal points-end-impossible."""
    unit.permit("change the shop")
    if months and not SHORTEST <= months <= LONGEST:
        raise Refusal("points-end-impossible", least=SHORTEST, most=LONGEST // 12)
    rule = unit.shop.points_rule
    if rule is not None and rule[0] == months:
        return FactsChanged({}, {}, None)
    return shop.change_facts(unit, points_end=f"{months}|{unit.today}" if months else "")


def never_for_prepaid(unit: Unit) -> None:
    """What was paid ahead does not run out. Raises Refusal prepaid-never-ends."""
    unit.permit("change the shop")
    raise Refusal("prepaid-never-ends")


def of_points(unit: Unit) -> Planned:
    """Tell whoever has points that run out, then end those whose day is over."""
    unit.permit("plan messages")
    planned = plan_all(unit, coming_endings(unit), ahead=True)
    _end(unit)
    return planned


def of_prepaid(unit: Unit) -> Planned:
    """Tell whoever has let money lie for a year that it is there."""
    unit.permit("plan messages")
    return plan_all(unit, coming_rests(unit), ahead=True)


def coming_endings(unit: Unit) -> Iterator[Coming]:
    """Word of the points that run out within 30 days, once for all that end on one day."""
    for customer_id, ending in all_endings(unit, unit.today + TOLD_BEFORE):
        person = unit.session.get_one(Customer, customer_id)
        for ground, kind in GROUNDS:
            agreed = kind is Kind.BALANCE or has_consent(unit.session, customer_id, "advertising")
            if person.chat_id is None or not ending.of(ground) or not agreed:
                continue
            on = max(ending.on, unit.today + AT_LEAST)
            yield Coming(
                key_of(customer_id, ending, ground),
                kind,
                customer_id,
                person.chat_id,
                person.name,
                customer_id,
                _due(unit, ending.on - TOLD_BEFORE, on),
                Reply(points_by_hand.notice(unit, person, ending, ground, on)),
                words("coming-points-end", on=on),
            )


def coming_rests(unit: Unit) -> Iterator[Coming]:
    """Word of money that was paid ahead and has lain for one more year."""
    if not unit.shop.has(Part.PREPAID) or not unit.shop.wants(Quiet.STATEMENT):
        return
    for person, amount, last in ledger.resting(unit.session, ledger.PREPAID, unit.now - timedelta(days=_RESTED)):
        since = unit.shop.day_of(last)
        years = (unit.today - since).days // _RESTED
        told_on = since + timedelta(days=years * _RESTED)
        text = words(
            "prepaid-rests",
            name=person.name,
            amount=Money(amount, unit.shop.currency),
            since=since,
            shop=signed(unit, hours=False),
        )
        yield Coming(
            f"prepaid-rests:{person.id}:{since}:{years}",
            Kind.BALANCE,
            person.id or 0,
            person.chat_id or 0,
            person.name,
            person.id or 0,
            _due(unit, told_on, told_on + TOLD_BEFORE),
            Reply(text),
            words("coming-prepaid-rests"),
        )


def _end(unit: Unit) -> None:
    """A row of the ledger for whatever has run out; nobody who is to be told loses it before the day they read."""
    for customer_id, ending in all_endings(unit, unit.today - timedelta(days=1)):
        for ground, _ in GROUNDS:
            if not ending.of(ground) or unit.today <= told_day(unit, customer_id, ending, ground):
                continue
            if points_by_hand.is_unheard(unit, customer_id, ending, ground):
                continue
            ledger.locked_balance(unit.session, customer_id, ledger.POINTS)
            for lot in ending.lots(ground):
                ledger.add(unit.session, customer_id, ledger.POINTS, -lot.left, unit.now, of_id=lot.id, reason=ENDED)
            after = {"amount": ending.of(ground), "on": ending.on.isoformat()}
            write_entry(unit, POINTS_ENDED, customer_id=customer_id, after=after)


def _due(unit: Unit, first: date, last: date) -> Due:
    """At eleven on the first open day from `first`, or from today where that is over; until the evening of `last`."""
    zone = unit.shop.zone
    is_evening = unit.now >= moment_of(unit.today, DAY_ENDS, zone)
    soonest = unit.today + timedelta(days=1) if is_evening else unit.today
    at = moment_of(min(unit.shop.opening.next_open(max(first, soonest)), last), REMINDER_AT, zone)
    return Due(at, moment_of(last, DAY_ENDS, zone))
