"""Who has not visited, and how many there are: lists from the figures kept with each person."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.actions.people import last4, reach
from bot.actions.unit import Unit
from bot.domain.reach import Reach
from bot.understanding.asks.lists import Lapsed
from storage import lists
from storage.lists import Count
from storage.models import Customer

PAGE = 10


@dataclass(frozen=True, slots=True)
class Away:
    """Somebody who has not been here for a while. `usual_gap` is None where the rhythm is not known."""

    public_id: str
    name: str
    last4: str
    usual_gap: int | None
    days_away: int
    last_on: date
    reach: Reach


@dataclass(frozen=True, slots=True)
class AwayList:
    """A page of people who have not been here, with what the whole list rests on.

    `days` is None for "lately". `of_all` counts all of them, not only the page, `visitors` everybody who was ever here.
    Left out are, for "lately", those of `rhythm_unknown` and, with a known one, `away_for_long`; where days were named,
    `never_here`; and where only regulars were asked for, `no_regulars`.
    """

    days: int | None
    regulars_only: bool
    rows: tuple[Away, ...]
    offset: int
    of_all: Count
    before: date | None
    visitors: int
    rhythm_unknown: int
    away_for_long: int
    no_regulars: int
    never_here: int
    regular_visits: int
    regular_days: int
    lost_days: int
    late_percent: int
    known_from_visits: int


def who_has_not_visited(unit: Unit, ask: Lapsed, offset: int = 0) -> AwayList:
    """Who is away longer than their own rhythm explains, or (with days) for more than so many days; regulars first.

    Somebody away for more than a year is lost and not late: "lately" leaves them out and says how many.
    """
    unit.permit("see lists")
    rule = unit.shop.rhythm
    year_ago = unit.today - timedelta(days=rule.lost_days)
    before = None if ask.days is None else unit.today - timedelta(days=ask.days)
    if before is None:
        people = lists.late(unit.today, year_ago, rule.regular_visit_days)
    else:
        people = lists.away(before, year_ago, rule.regular_visit_days)
    every = lists.count(unit.session, people)
    shown = every
    if ask.regulars_only:
        people = lists.only_first(people)
        shown = lists.count(unit.session, people)
    rows = lists.page(unit.session, people, offset, PAGE, shown.first)
    for customer in rows:
        unit.saw(customer.id or 0, "list")
    out = lists.left_out(unit.session, year_ago)
    return AwayList(
        days=ask.days,
        regulars_only=ask.regulars_only,
        rows=tuple(_away(unit, customer) for customer in rows),
        offset=offset,
        of_all=shown,
        before=before,
        visitors=out.visitors,
        rhythm_unknown=out.rhythm_unknown,
        away_for_long=out.away_for_long,
        no_regulars=every.total - shown.total,
        never_here=lists.everybody(unit.session).total - out.visitors,
        regular_visits=rule.regular_visit_days,
        regular_days=rule.regular_days,
        lost_days=rule.lost_days,
        late_percent=rule.late_percent,
        known_from_visits=rule.known_from_visit_days,
    )


def how_many(unit: Unit) -> Count:
    """All the people the shop knows, and by how it can reach them today."""
    unit.permit("see lists")
    return lists.everybody(unit.session)


def never_here(unit: Unit) -> int:
    """How many of them have only asked so far."""
    unit.permit("see lists")
    return lists.count(unit.session, lists.never_here()).total


def _away(unit: Unit, customer: Customer) -> Away:
    last_on = customer.last_visit_on or unit.today
    return Away(
        customer.public_id,
        customer.name,
        last4(customer),
        customer.usual_gap,
        (unit.today - last_on).days,
        last_on,
        reach(customer),
    )
