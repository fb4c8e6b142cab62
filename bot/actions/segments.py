"""The shop's people in named groups, and what puts somebody into theirs: dated events, and nothing set by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.actions.entries import UNDO_FOR, write_entry
from bot.actions.people import WhoIsMeant, last4, meant_or_chosen, who_is_meant
from bot.actions.unit import Unit
from bot.domain.outgoing import Money
from bot.domain.people import Group, StageRule, Standing, group_of, standing_of, top_count
from bot.domain.rhythm import RhythmRule
from bot.domain.written_text import one_line
from bot.understanding.asks.people import Recommended
from bot.understanding.asks.values import NOBODY, Spoken
from storage import groups, journal, lists, people
from storage.lists import Count, Range
from storage.models import Customer, JournalEntry

RECOMMENDED = "recommended"
_LONGEST_NAME = 60
_TIMED = (Group.CORE, Group.LOYAL, Group.REGULAR)


@dataclass(frozen=True, slots=True)
class Groups:
    """How many are in each group; every customer is in exactly one, so that the counts add up to `everybody.total`."""

    counts: tuple[tuple[Group, int], ...]
    everybody: Count
    rhythm: RhythmRule
    stages: StageRule


@dataclass(frozen=True, slots=True)
class Where:
    """Where somebody stands. `lost_on` is the day on which they were counted as lost, None while they are not.

    `rank` of `buyers` is by what was spent so far, and the first `top` of them pass the test of value; `through` is who
    came by their word, where a name was said.
    """

    public_id: str
    name: str
    last4: str
    group: Group
    standing: Standing
    lost_on: date | None
    spent: Money
    first_on: date | None
    last_on: date | None
    year_visits: int
    rank: int
    buyers: int
    top: int
    through: str
    rhythm: RhythmRule
    stages: StageRule


@dataclass(frozen=True, slots=True)
class Thanked:
    """Somebody's word for the shop was written down. Taken back, `undo` is empty."""

    undo: str
    name: str
    last4: str
    through: str


def overview(unit: Unit) -> Groups:
    """Every group with its count."""
    unit.permit("see lists")
    timed = _timed(unit)
    everybody = lists.everybody(unit.session)
    counts = []
    for group in Group:
        inside = len(timed[group]) if group in timed else lists.count(unit.session, _simple(unit, group)).total
        counts.append((group, inside))
    return Groups(tuple(counts), everybody, unit.shop.rhythm, unit.shop.stages)


def members(unit: Unit, group: Group) -> Range:
    """Who is in a group, for a list."""
    if group in _TIMED:
        return lists.these(_timed(unit)[group])
    return _simple(unit, group)


def where(unit: Unit, customer: Customer) -> Where:
    """Where one person stands today, with the dated facts behind it."""
    customer_id, rule, stages = customer.id or 0, unit.shop.rhythm, unit.shop.stages
    days = people.visit_days(unit.session, customer_id)
    entry = _recommendation(unit, customer_id)
    buyers = groups.buyers(unit.session)
    top = top_count(buyers, stages.core_percent)
    standing = standing_of(
        days,
        unit.today,
        asked_on=unit.shop.day_of(customer.created_at),
        spent_minor=customer.spent_minor,
        cut_minor=groups.spent_at(unit.session, top),
        recommended_on=unit.shop.day_of(entry.at) if entry else None,
        rule=rule,
        stages=stages,
    )
    last_on = days[-1] if days else None
    group = group_of(standing, last_on, unit.today, rule)
    lost_on = last_on + timedelta(days=rule.lost_days + 1) if last_on and group is Group.LOST else None
    return Where(
        public_id=customer.public_id,
        name=customer.name,
        last4=last4(customer),
        group=group,
        standing=standing,
        lost_on=lost_on,
        spent=Money(customer.spent_minor, unit.shop.currency),
        first_on=days[0] if days else None,
        last_on=last_on,
        year_visits=customer.year_visits,
        rank=groups.rank_of(unit.session, customer.spent_minor),
        buyers=buyers,
        top=top,
        through=journal.after(unit.vault, entry).get("through", "") if entry else "",
        rhythm=rule,
        stages=stages,
    )


def why(unit: Unit, who: Spoken | str) -> Where | WhoIsMeant:
    """The three tests of a core customer for one person. Raises Refusal person-gone."""
    unit.permit("see a customer")
    customer = who_is_meant(unit, who) if isinstance(who, Spoken) else meant_or_chosen(unit, NOBODY, to=who)
    if isinstance(customer, WhoIsMeant):
        return customer
    unit.saw(customer.id or 0, "stage")
    return where(unit, customer)


def recommend(unit: Unit, ask: Recommended, *, to: str = "", new: bool = False) -> Thanked | WhoIsMeant:
    """Somebody brought another one, or speaks well of the shop: an event with its day.

    Raises Refusal person-gone, name-unusable.
    """
    unit.permit("record")
    customer = meant_or_chosen(unit, ask.name, to=to, new=new)
    if isinstance(customer, WhoIsMeant):
        return customer
    other = who_is_meant(unit, ask.other, for_writing=True) if ask.other else None
    known = other if isinstance(other, Customer) and other.id != customer.id else None
    through = known.name if known else one_line(ask.other.name)[:_LONGEST_NAME] if ask.other else ""
    entry = write_entry(
        unit,
        RECOMMENDED,
        customer_id=customer.id,
        subject_id=known.id if known else None,
        after={"through": through},
        undo_for=UNDO_FOR,
    )
    return Thanked(entry.public_id, customer.name, last4(customer), through)


def take_back(unit: Unit, entry: JournalEntry) -> Thanked:
    """Undo: nothing was said."""
    customer = unit.session.get_one(Customer, entry.customer_id)
    return Thanked("", customer.name, last4(customer), journal.after(unit.vault, entry)["through"])


def _timed(unit: Unit) -> dict[Group, list[int]]:
    """The regulars by group: for how long they have been regulars is computed from their days."""
    rule, stages, session = unit.shop.rhythm, unit.shop.stages, unit.session
    cut = groups.spent_at(session, top_count(groups.buyers(session), stages.core_percent))
    said = groups.first_said(session, RECOMMENDED)
    found: dict[Group, list[int]] = {group: [] for group in _TIMED}
    inside = lists.regulars(unit.today - timedelta(days=rule.lost_days), rule.regular_visit_days).inside
    for customer_id, spent, days in groups.with_days(session, inside):
        standing = standing_of(
            days,
            unit.today,
            spent_minor=spent,
            cut_minor=cut,
            recommended_on=_day(unit, said.get(customer_id)),
            rule=rule,
            stages=stages,
        )
        found[group_of(standing, days[-1], unit.today, rule)].append(customer_id)
    return found


def _simple(unit: Unit, group: Group) -> Range:
    """The groups that the kept figures tell."""
    rule = unit.shop.rhythm
    lost_before = unit.today - timedelta(days=rule.lost_days)
    match group:
        case Group.PROSPECT:
            return lists.never_here()
        case Group.LOST:
            return lists.lost(lost_before)
        case _:
            few = unit.shop.stages.new_until_visit_days
            return lists.no_regulars(lost_before, rule.regular_visit_days, few, new=group is Group.NEW)


def _recommendation(unit: Unit, customer_id: int) -> JournalEntry | None:
    """The first one that still stands."""
    entries: Sequence[JournalEntry] = journal.of_customer(unit.session, customer_id, (RECOMMENDED,))
    return next((one for one in reversed(entries) if one.undone_at is None), None)


def _day(unit: Unit, at: datetime | None) -> date | None:
    return unit.shop.day_of(at) if at else None
