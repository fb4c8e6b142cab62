from collections.abc import Callable
from itertools import cycle

import pytest

from bench.anchor import Figures, Variant, measure, ratio, table


def stopwatch(*seconds: float) -> Callable[[], float]:
    """A timer by which successive pieces of work take `seconds` in turn, for ever."""

    turns = cycle(seconds)
    started: list[float] = []

    def timer() -> float:
        if started:
            return started.pop() + next(turns)
        started.append(0.0)
        return 0.0

    return timer


def test_variants_run_in_turn_and_the_first_round_only_warms_up() -> None:
    ran: list[str] = []

    def work(name: str) -> Callable[[], int]:
        def run() -> int:
            ran.append(name)
            return 10

        return run

    figures = measure([Variant("echo", work("echo"), 10), Variant("ours", work("ours"), 10)], 5, stopwatch(1.0, 2.0))
    assert ran == ["echo", "ours"] * 6
    assert figures == [Figures("echo", (10.0,) * 5), Figures("ours", (5.0,) * 5)]


def test_a_variant_that_drops_work_is_not_measured() -> None:
    with pytest.raises(RuntimeError, match="ours: did 9 of 10"):
        measure([Variant("ours", lambda: 9, 10)])


def test_fewer_than_five_rounds_are_refused() -> None:
    with pytest.raises(ValueError, match="five"):
        measure([Variant("ours", lambda: 1, 1)], rounds=4)


def test_the_ratio_is_taken_round_by_round_so_that_a_slow_machine_cancels_out() -> None:
    anchor = Figures("echo", (100.0, 10.0, 100.0, 10.0, 100.0))
    ours = Figures("ours", (50.0, 5.0, 50.0, 5.0, 60.0))
    assert ratio(ours, anchor) == 0.5


def test_the_table_shows_median_range_and_ratio() -> None:
    anchor = Figures("echo", (1000.0, 1200.0, 1100.0, 1300.0, 900.0))
    ours = Figures("ours", (500.0, 600.0, 550.0, 650.0, 450.0))
    assert table("Handler path", [anchor, ours]).splitlines() == [
        "### Handler path",
        "| variant | units/s, median | min | max | x of anchor |",
        "| --- | ---: | ---: | ---: | ---: |",
        "| echo | 1,100 | 900 | 1,300 | 1.00 |",
        "| ours | 550 | 450 | 650 | 0.50 |",
    ]
