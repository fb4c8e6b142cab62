"""The order of day and month is decided per file."""

from datetime import date

import pytest

from bot.domain.date_order import DateOrderVote
from bot.domain.written_dates import DateOrder

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("cells", "order", "guessed"),
    [
        (["3/1/2024 10:15", "3/23/2024 12:19"], DateOrder.MDY, False),
        (["1/3/2024 10:15", "23/3/2024 12:19"], DateOrder.DMY, False),
        (["26/11/20", "26/10/31"], DateOrder.YMD, False),
        (["20.11.26", "31.10.26"], DateOrder.DMY, False),
        # One slip does not turn a whole file round.
        (["3/1/2024", "3/23/2024", "3/24/2024", "24/3/2024"], DateOrder.MDY, False),
        # 01/12/2026 as 1 December has not happened yet.
        (["01/12/2026", "02/12/2026"], DateOrder.MDY, False),
        # A week in January is likelier than eight months of ninths.
        (["01/02/2026", "01/05/2026", "01/09/2026"], DateOrder.MDY, True),
        (["02/01/2026", "05/01/2026", "09/01/2026"], DateOrder.DMY, True),
    ],
)
def test_all_dates_of_a_file_decide_together(cells: list[str], order: DateOrder, guessed: bool) -> None:
    vote = DateOrderVote(date(2000, 1, 1), TODAY)
    for cell in cells:
        vote.see(cell)
    decided = vote.decide()
    assert decided.guessed == guessed
    # With a year of four digits at the end, year-month-day is read as month-day-year.
    assert decided.order is order or (order is DateOrder.MDY and decided.order is DateOrder.YMD)


def test_dates_that_can_be_meant_in_one_way_only_leave_nothing_to_guess() -> None:
    vote = DateOrderVote(date(2000, 1, 1), TODAY)
    for cell in ["2026-11-20", "2026년 11월 20일", "", "어제", "46346", "５/５/2026"]:
        vote.see(cell)
    assert not vote.decide().guessed
