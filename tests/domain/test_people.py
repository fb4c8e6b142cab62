"""Stages, computed from dated events."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.people import Cause, Stage, standing_of, top_count
from bot.domain.rhythm import Rhythm

TODAY = date(2026, 11, 21)


def every(days: int, times: int, last: date = TODAY) -> list[date]:
    return [last - timedelta(days=days * n) for n in range(times)]


def told(
    visit_days: Sequence[date], today: date = TODAY, asked_on: date | None = None
) -> tuple[Stage | None, date | None, Cause | None]:
    standing = standing_of(visit_days, today, asked_on=asked_on)
    return standing.stage, standing.since, standing.cause


def test_someone_who_only_asked_is_a_prospect() -> None:
    assert told([], asked_on=date(2026, 11, 1)) == (Stage.PROSPECT, date(2026, 11, 1), Cause.ASKED)


def test_someone_of_whom_nothing_is_recorded_has_no_stage() -> None:
    assert told([]) == (None, None, None)


def test_up_to_three_visit_days_somebody_is_new_since_the_first() -> None:
    assert told([TODAY]) == (Stage.NEW, TODAY, Cause.FIRST_VISIT)
    assert told(every(30, 3), asked_on=date(2020, 1, 1)) == (Stage.NEW, date(2026, 9, 22), Cause.FIRST_VISIT)


def test_the_fourth_visit_day_makes_an_existing_customer() -> None:
    assert told(every(30, 5)) == (Stage.EXISTING, date(2026, 10, 22), Cause.FOURTH_VISIT_DAY)


def test_two_receipts_of_one_day_are_one_visit_day() -> None:
    assert told([*every(30, 3), TODAY])[0] is Stage.NEW


def test_a_regular_for_a_year_is_loyal_from_the_day_the_year_is_full() -> None:
    days = every(30, 17)
    regular_since = days[-4]
    loyal_on = regular_since + timedelta(days=365)
    assert told(days) == (Stage.LOYAL, loyal_on, Cause.REGULAR_FOR_A_YEAR)
    assert told(days, loyal_on)[0] is Stage.LOYAL
    assert told(days, loyal_on - timedelta(days=1))[0] is Stage.EXISTING


def test_a_year_of_coming_rarely_makes_the_count_begin_again() -> None:
    # Three visits in the middle year are too few for a regular.
    days = [*every(30, 8, date(2024, 1, 1)), date(2024, 9, 1), date(2025, 5, 1), *every(30, 6)]
    standing = standing_of(days, TODAY)
    assert (standing.stage, standing.core.regular_since) == (Stage.EXISTING, date(2026, 9, 22))


def test_the_lost_are_loyal_no_more() -> None:
    days = every(30, 20, date(2025, 11, 21))
    assert told(days)[0] is Stage.LOYAL
    assert told(days, TODAY + timedelta(days=1))[0] is Stage.EXISTING


def test_core_wants_value_continuity_and_recommendation_together() -> None:
    days = every(30, 8)
    brought = date(2026, 9, 1)
    core = standing_of(days, TODAY, spent_minor=500_000, cut_minor=400_000, recommended_on=brought)
    assert (core.stage, core.since, core.cause) == (Stage.CORE, brought, Cause.ALL_THREE_TESTS)


@pytest.mark.parametrize(
    ("visits", "spent", "cut", "recommended_on"),
    [
        (8, 500_000, 400_000, None),
        (8, 399_999, 400_000, date(2026, 9, 1)),
        (8, 500_000, None, date(2026, 9, 1)),
        (3, 500_000, 400_000, date(2026, 9, 1)),
    ],
)
def test_without_one_of_the_three_nobody_is_core(
    visits: int, spent: int, cut: int | None, recommended_on: date | None
) -> None:
    standing = standing_of(every(30, visits), TODAY, spent_minor=spent, cut_minor=cut, recommended_on=recommended_on)
    assert standing.stage in (Stage.EXISTING, Stage.NEW)


def test_the_three_tests_can_be_shown_also_where_they_fail() -> None:
    core = standing_of(every(30, 8), TODAY, spent_minor=500_000, cut_minor=400_000).core
    assert (core.is_top_fifth, core.regular_since, core.recommended_on) == (True, date(2026, 7, 24), None)
    assert not core.are_passed


@pytest.mark.parametrize(("buyers", "top"), [(0, 0), (1, 1), (5, 1), (6, 2), (10, 2), (11, 3)])
def test_the_top_fifth_of_the_buyers_is_rounded_up(buyers: int, top: int) -> None:
    assert top_count(buyers, 20) == top


@given(st.lists(st.dates(date(2022, 1, 1), TODAY), max_size=40))
def test_a_regular_since_some_day_is_a_regular_today_and_was_one_on_that_day(days: list[date]) -> None:
    since = standing_of(days, TODAY).core.regular_since
    assert (since is not None) == Rhythm.of(days).is_regular(TODAY)
    assert since is None or Rhythm.of([day for day in days if day <= since]).is_regular(since)


@given(st.lists(st.dates(date(2022, 1, 1), TODAY), max_size=40), st.dates(date(2022, 1, 1), TODAY))
def test_what_happens_later_does_not_change_an_earlier_stage(days: list[date], earlier: date) -> None:
    assert standing_of(days, earlier) == standing_of([day for day in days if day <= earlier], earlier)
