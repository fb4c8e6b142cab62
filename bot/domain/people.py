"""What the dated events of somebody's history make of them. Nothing here is ever set by hand.

prospect (asked, never bought) -> new (1-3 visits) -> existing -> loyal (a regular for a year) -> core. Visits are
counted as visit days, like everywhere; what a regular is says `bot.domain.rhythm`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.domain.rhythm import USUAL_RULE, RhythmRule

NEW_UNTIL_VISIT_DAYS = 3
LOYAL_AFTER_DAYS = 365
_FIFTH = 5


class Stage(StrEnum):
    PROSPECT = "prospect"
    NEW = "new"
    EXISTING = "existing"
    LOYAL = "loyal"
    CORE = "core"


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
) -> Standing:
    """The stage that the events up to `today` make; `cut_minor` comes from `top_fifth_cut` over all customers."""
    days = sorted({day for day in visit_days if day <= today})
    regular_since = _regular_since(days, today, rule)
    core = CoreTests(spent_minor, cut_minor, regular_since, recommended_on)
    if not days:
        return Standing(Stage.PROSPECT, asked_on, Cause.ASKED, core) if asked_on else Standing(None, None, None, core)
    if core.regular_since and core.recommended_on and core.are_passed:
        return Standing(Stage.CORE, max(core.regular_since, core.recommended_on), Cause.ALL_THREE_TESTS, core)
    if regular_since is not None and (today - regular_since).days >= LOYAL_AFTER_DAYS:
        return Standing(Stage.LOYAL, regular_since + timedelta(days=LOYAL_AFTER_DAYS), Cause.REGULAR_FOR_A_YEAR, core)
    if len(days) > NEW_UNTIL_VISIT_DAYS:
        return Standing(Stage.EXISTING, days[NEW_UNTIL_VISIT_DAYS], Cause.FOURTH_VISIT_DAY, core)
    return Standing(Stage.NEW, days[0], Cause.FIRST_VISIT, core)


def top_fifth_cut(spent_minor: Sequence[int]) -> int | None:
    """The least that one of the top fifth of the buyers has spent; None where nobody has spent anything.

    A fifth is rounded up, and whoever has spent exactly as much as its last one belongs to it too.
    """
    buyers = sorted((spent for spent in spent_minor if spent > 0), reverse=True)
    return buyers[-(-len(buyers) // _FIFTH) - 1] if buyers else None


def _regular_since(days: Sequence[date], today: date, rule: RhythmRule) -> date | None:
    """The visit day since which the person has been a regular without a break; None if they are none today."""
    since: date | None = None
    oldest = 0
    for index, day in enumerate(days):
        while (day - days[oldest]).days > rule.regular_days:
            oldest += 1
        came_often = index - oldest + 1 >= rule.regular_visit_days
        since = (since or day) if came_often else None
    return since if days and (today - days[-1]).days <= rule.regular_days else None
