"""Rhythm, lateness and regulars, by the definitions and on the sample laundry."""

import csv
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.people import Group, group_of, standing_of
from bot.domain.rhythm import Rhythm, RhythmRule

SHOP = Path(__file__).parents[1] / "data" / "shop"
TODAY = date(2026, 11, 21)


def days_with_gaps(gaps: list[int], last: date = date(2026, 11, 1)) -> list[date]:
    days = [last]
    for gap in reversed(gaps):
        days.append(days[-1] - timedelta(days=gap))
    return days[::-1]


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_below_four_visit_days_nothing_is_known(count: int) -> None:
    rhythm = Rhythm.of([TODAY - timedelta(days=7 * n) for n in range(count)])
    assert (
        rhythm.usual_gap,
        rhythm.usual_range,
        rhythm.longest_gap,
        rhythm.overdue_on,
    ) == (None, None, None, None)
    assert not rhythm.is_known
    assert not rhythm.is_overdue(TODAY + timedelta(days=9999))


def test_four_visit_days_make_a_rhythm() -> None:
    rhythm = Rhythm.of(days_with_gaps([28, 33, 30]))
    assert (rhythm.usual_gap, rhythm.usual_range, rhythm.longest_gap) == (
        30,
        (28, 33),
        33,
    )


def test_several_receipts_of_one_day_are_one_visit_day() -> None:
    assert Rhythm.of([TODAY, TODAY, TODAY, TODAY]).visit_days == 1


def test_the_gap_between_even_middles_is_rounded_half_up() -> None:
    assert Rhythm.of(days_with_gaps([10, 13, 14, 20])).usual_gap == 14


def test_only_the_last_twelve_gaps_count() -> None:
    rhythm = Rhythm.of(days_with_gaps([200, *[7] * 12]))
    assert rhythm.gaps == (7,) * 12
    assert rhythm.longest_gap == 7


def test_from_six_gaps_up_one_holiday_is_not_part_of_the_usual_range() -> None:
    assert Rhythm.of(days_with_gaps([7, 8, 7, 60, 7])).usual_range == (7, 60)
    assert Rhythm.of(days_with_gaps([7, 8, 7, 60, 7, 9])).usual_range == (7, 9)


@pytest.mark.parametrize(
    ("longest", "late_after"),
    [(1, 2), (4, 5), (5, 7), (7, 9), (10, 13), (30, 37), (66, 80)],
)
def test_late_begins_on_the_first_day_past_1_2_times_the_longest_gap(longest: int, late_after: int) -> None:
    rhythm = Rhythm.of(days_with_gaps([1, 1, longest]))
    assert rhythm.overdue_on == date(2026, 11, 1) + timedelta(days=late_after)


def test_lateness_crosses_a_leap_day() -> None:
    rhythm = Rhythm.of(days_with_gaps([10, 10, 10], last=date(2028, 2, 20)))
    assert rhythm.overdue_on == date(2028, 3, 4)
    assert not rhythm.is_overdue(date(2028, 3, 3))
    assert rhythm.is_overdue(date(2028, 3, 4))


@given(st.lists(st.integers(1, 400), min_size=3, max_size=30), st.integers(0, 3000))
def test_overdue_is_exactly_away_longer_than_1_2_times_the_longest_counted_gap(gaps: list[int], away: int) -> None:
    days = days_with_gaps(gaps)
    rhythm = Rhythm.of(days)
    assert rhythm.is_overdue(days[-1] + timedelta(days=away)) == (10 * away > 12 * max(gaps[-12:]))


@given(
    st.lists(st.dates(date(2020, 1, 1), date(2026, 11, 21)), max_size=40),
    st.randoms(use_true_random=False),
)
def test_the_order_and_repetition_of_visit_days_do_not_matter(days: list[date], random: object) -> None:
    shuffled = [*days, *days[:3]]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert Rhythm.of(shuffled) == Rhythm.of(days)


@given(
    st.lists(
        st.dates(date(2020, 1, 1), date(2026, 11, 21)),
        min_size=4,
        max_size=40,
        unique=True,
    )
)
def test_a_visit_today_is_never_late_and_moves_the_day_on(days: list[date]) -> None:
    tomorrow = max(days) + timedelta(days=1)
    rhythm = Rhythm.of([*days, tomorrow])
    assert rhythm.overdue_on is not None and rhythm.overdue_on > tomorrow
    assert rhythm.usual_range is not None and rhythm.usual_gap is not None
    assert rhythm.usual_range[0] <= rhythm.usual_gap <= rhythm.usual_range[1] <= max(rhythm.gaps)


def test_a_regular_has_four_visit_days_in_the_year_up_to_the_last_visit() -> None:
    assert Rhythm.of(days_with_gaps([120, 120, 125])).is_regular(TODAY)
    assert not Rhythm.of(days_with_gaps([121, 120, 125])).is_regular(TODAY)


def is_lost(days: list[date], today: date) -> bool:
    return group_of(standing_of(days, today), days[-1], today) is Group.LOST


def test_a_regular_who_stays_away_for_more_than_a_year_is_lost() -> None:
    days = days_with_gaps([7, 7, 7], last=date(2025, 11, 21))
    rhythm = Rhythm.of(days)
    assert (rhythm.is_regular(TODAY), is_lost(days, TODAY)) == (True, False)
    tomorrow = TODAY + timedelta(days=1)
    assert (rhythm.is_regular(tomorrow), is_lost(days, tomorrow)) == (False, True)


def test_the_numbers_are_settings() -> None:
    rule = RhythmRule(
        known_from_visit_days=3,
        gaps_counted=2,
        late_percent=150,
        regular_visit_days=2,
        regular_days=30,
    )
    rhythm = Rhythm.of(days_with_gaps([90, 10, 11]), rule)
    assert rhythm.gaps == (10, 11)
    assert rhythm.overdue_on == date(2026, 11, 1) + timedelta(days=17)
    assert rhythm.year_visits == 3


def test_in_the_sample_laundry_four_koreans_and_one_english_name_are_late() -> None:
    days: dict[tuple[str, str], list[date]] = defaultdict(list)
    with (SHOP / "visits.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            days[row["고객명"], row["휴대폰"]].append(date.fromisoformat(row["방문일시"][:10]))
    rhythms = {name: Rhythm.of(visit_days) for (name, _), visit_days in days.items() if len(visit_days) >= 4}
    late = {name for name, rhythm in rhythms.items() if rhythm.is_regular(TODAY) and rhythm.is_overdue(TODAY)}
    assert late == {"강도윤", "한지원", "윤서아", "임재호", "James Miller"}
    came_often = {name: visit_days for (name, _), visit_days in days.items() if len(visit_days) >= 4}
    assert {name for name, visit_days in came_often.items() if is_lost(visit_days, TODAY)} == {"백종철", "조남희"}
