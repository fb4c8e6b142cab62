"""What the dated events of somebody's history make of them. Nothing here is ever set by hand.

prospect (asked, never bought) -> new (1-3 visits) -> existing -> loyal (a regular for a year) -> core. Visits are
counted as visit days, like everywhere; what a regular is says `bot.domain.rhythm`. Groups are what a list is divided
into: the stages, with the regulars apart who are not loyal yet, and whoever is lost. Everybody is in exactly one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.domain.rhythm import USUAL_RULE, RhythmRule


@dataclass(frozen=True, slots=True)
class StageRule:
    """The numbers of the stages; they are settings. The core are the `core_percent` who have spent most."""

    new_until_visit_days: int = 3
    loyal_days: int = 365
    core_percent: int = 20


USUAL_STAGES = StageRule()


class Stage(StrEnum):
    PROSPECT = "prospect"
    NEW = "new"
    EXISTING = "existing"
    LOYAL = "loyal"
    CORE = "core"


class Group(StrEnum):
    """In the order in which they are shown."""

    CORE = "core"
    LOYAL = "loyal"
    REGULAR = "regular"
    EXISTING = "existing"
    NEW = "new"
    LOST = "lost"
    PROSPECT = "prospect"


class Cause(StrEnum):
    """The event that a stage began with."""

    ASKED = "asked"
    FIRST_VISIT = "first_visit"
    FOURTH_VISIT_DAY = "fourth_visit_day"
    REGULAR_FOR_A_YEAR = "regular_for_a_year"
    ALL_THREE_TESTS = "all_three_tests"


@dataclass(frozen=True, slots=True)
class CoreTests:
    """The three tests for a core customer, each with what it was decided by, so that all of them can be shown.

    Value: `spent_minor` is at least `cut_minor`, the least that the top fifth has spent. Continuity: a regular since
    `regular_since`. Recommends: has brought someone or said so on `recommended_on`.
    """

    spent_minor: int
    cut_minor: int | None
    regular_since: date | None
    recommended_on: date | None

    @property
    def is_top_fifth(self) -> bool:
        return self.cut_minor is not None and self.spent_minor >= self.cut_minor

    @property
    def are_passed(self) -> bool:
        return self.is_top_fifth and self.regular_since is not None and self.recommended_on is not None


@dataclass(frozen=True, slots=True)
class Standing:
    """Somebody's stage today with the day and the event it began with. None: no event is recorded, nothing is known."""

    stage: Stage | None
    since: date | None
    cause: Cause | None
    core: CoreTests


def standing_of(
    visit_days: Sequence[date],
    today: date,
    *,
    asked_on: date | None = None,
    spent_minor: int = 0,
    cut_minor: int | None = None,
    recommended_on: date | None = None,
    rule: RhythmRule = USUAL_RULE,
    stages: StageRule = USUAL_STAGES,
) -> Standing:
    """The stage that the events up to `today` make; `cut_minor` is the least that one of the `top_count` has spent."""
    days = sorted({day for day in visit_days if day <= today})
    regular_since = regular_since_of(days, today, rule)
    core = CoreTests(spent_minor, cut_minor, regular_since, recommended_on)
    if not days:
        return Standing(Stage.PROSPECT, asked_on, Cause.ASKED, core) if asked_on else Standing(None, None, None, core)
    if core.regular_since and core.recommended_on and core.are_passed:
        return Standing(Stage.CORE, max(core.regular_since, core.recommended_on), Cause.ALL_THREE_TESTS, core)
    if regular_since is not None and (today - regular_since).days >= stages.loyal_days:
        since = regular_since + timedelta(days=stages.loyal_days)
        return Standing(Stage.LOYAL, since, Cause.REGULAR_FOR_A_YEAR, core)
    if len(days) > stages.new_until_visit_days:
        return Standing(Stage.EXISTING, days[stages.new_until_visit_days], Cause.FOURTH_VISIT_DAY, core)
    return Standing(Stage.NEW, days[0], Cause.FIRST_VISIT, core)


def group_of(standing: Standing, last_on: date | None, today: date, rule: RhythmRule = USUAL_RULE) -> Group:
    """The one group that somebody is in today."""
    if last_on is None:
        return Group.PROSPECT
    if (today - last_on).days > rule.lost_days:
        return Group.LOST
    if standing.stage in (Stage.CORE, Stage.LOYAL):
        return Group(standing.stage)
    if standing.core.regular_since is not None:
        return Group.REGULAR
    return Group.EXISTING if standing.stage is Stage.EXISTING else Group.NEW


def top_count(buyers: int, percent: int) -> int:
    """How many the top `percent` of so many are, rounded up."""
    return -(-buyers * percent // 100)


def regular_spells(days: Sequence[date], rule: RhythmRule = USUAL_RULE) -> list[tuple[date, date]]:
    """The stretches in which somebody was a regular: the first day, and the first day on which they were none again.

    The last one ends when they will be lost if they do not come again. `days` are in order, each once.
    """
    spells: list[tuple[date, date]] = []
    since: date | None = None
    oldest = 0
    for index, day in enumerate(days):
        while (day - days[oldest]).days > rule.regular_days:
            oldest += 1
        lost_on = days[index - 1] + timedelta(days=rule.lost_days + 1) if index else day
        if since is not None and day >= lost_on:
            spells.append((since, lost_on))
            since = None
        came_often = index - oldest + 1 >= rule.regular_visit_days
        if since is not None and not came_often:
            spells.append((since, day))
        since = (since or day) if came_often else None
    if since is not None:
        spells.append((since, days[-1] + timedelta(days=rule.lost_days + 1)))
    return spells


def regular_since_of(days: Sequence[date], today: date, rule: RhythmRule = USUAL_RULE) -> date | None:
    """The visit day since which the person has been a regular without a break; None if they are none today."""
    spells = regular_spells(days, rule)
    return spells[-1][0] if spells and spells[-1][0] <= today < spells[-1][1] else None
