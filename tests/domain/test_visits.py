"""Which figures of a visit are believed, which are refused, and how a visit is read back."""

from datetime import date, timedelta

import pytest

from bot.domain.refusals import Refusal
from bot.domain.visits import (
    Coming,
    Line,
    check_visit_day,
    coming,
    make_line,
    total_minor,
)

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("quantity", "price", "amount", "line"),
    [
        (3, 2500, 7500, Line("셔츠", 3, 2500, 7500)),
        (3, 2500, None, Line("셔츠", 3, 2500, 7500)),
        (3, None, 7500, Line("셔츠", 3, None, 7500)),
        (None, 2500, None, Line("셔츠", 1, 2500, 2500)),
        (None, None, None, Line("셔츠", 1, None, 0)),
        (2, 2500, 0, Line("셔츠", 2, 2500, 0)),
        (3, 2500, 7000, Line("셔츠", 3, 2500, 7000)),
        (999, 100_000, None, Line("셔츠", 999, 100_000, 99_900_000)),
    ],
)
def test_the_amount_charged_wins_and_is_computed_only_where_it_is_missing(
    quantity: int | None, price: int | None, amount: int | None, line: Line
) -> None:
    assert make_line("셔츠", quantity=quantity, price_minor=price, amount_minor=amount) == line


@pytest.mark.parametrize(
    ("quantity", "price", "amount", "name"),
    [
        (0, 2500, None, "visit-quantity"),
        (-1, 2500, None, "visit-quantity"),
        (1000, 2500, None, "visit-quantity"),
        (1, -2500, None, "visit-amount-negative"),
        (1, -2500, 2500, "visit-amount-negative"),
        (1, None, -1, "visit-amount-negative"),
        (1, None, 100_000_001, "visit-amount-absurd"),
        (2, 60_000_000, None, "visit-amount-absurd"),
    ],
)
def test_impossible_figures_are_refused_by_name(
    quantity: int, price: int | None, amount: int | None, name: str
) -> None:
    with pytest.raises(Refusal) as refusal:
        make_line("셔츠", quantity=quantity, price_minor=price, amount_minor=amount)
    assert refusal.value.name == name


def test_the_lines_of_one_receipt_add_up_and_an_absurd_sum_is_refused() -> None:
    assert total_minor([make_line("셔츠", amount_minor=7500), make_line("니트", amount_minor=5000)]) == 12500
    with pytest.raises(Refusal) as refusal:
        total_minor([make_line("이불", amount_minor=60_000_000)] * 2)
    assert refusal.value.name == "visit-amount-absurd"


def test_nobody_has_come_tomorrow_or_before_there_were_tills() -> None:
    assert check_visit_day(TODAY, TODAY) == TODAY
    with pytest.raises(Refusal) as future:
        check_visit_day(TODAY + timedelta(days=1), TODAY)
    assert future.value.name == "visit-in-future"
    with pytest.raises(Refusal) as past:
        check_visit_day(date(26, 11, 20), TODAY)
    assert past.value.name == "visit-too-old"


def test_a_first_visit_has_nothing_to_compare_with() -> None:
    assert coming([], TODAY) == Coming(nth=1, same_day=False, days_since_last=None, usual_range=None)


def test_a_visit_is_told_against_the_gaps_before_it() -> None:
    days = [date(2026, 7, 15), date(2026, 8, 14), date(2026, 9, 11), date(2026, 10, 14)]
    assert coming(days, date(2026, 11, 14)) == Coming(nth=5, same_day=False, days_since_last=31, usual_range=(28, 33))


def test_a_second_receipt_of_one_day_is_the_same_coming() -> None:
    days = [date(2026, 11, 1), TODAY]
    assert coming(days, TODAY) == Coming(nth=2, same_day=True, days_since_last=20, usual_range=None)


def test_a_visit_written_down_late_is_counted_where_it_belongs() -> None:
    days = [date(2026, 11, 1), TODAY]
    assert coming(days, date(2026, 11, 10)).nth == 2
