"""How moments, numbers and debts are written into the files that a shop takes out."""

import csv
import io
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.cells import plain_cell
from bot.domain.exporting import csv_line, shares_of, written_moment, written_phone, written_ways_of_paying

SEOUL = ZoneInfo("Asia/Seoul")


@pytest.mark.parametrize(
    ("moment", "zone", "written"),
    [
        (datetime(2026, 11, 21, 6, 0, tzinfo=UTC), "Asia/Seoul", "2026-11-21 15:00"),
        (datetime(2026, 11, 21, 6, 0, 5, 999_999, tzinfo=UTC), "Asia/Seoul", "2026-11-21 15:00:05"),
        (datetime(2026, 11, 20, 15, 0, tzinfo=UTC), "Asia/Seoul", "2026-11-21"),
        (datetime(2026, 11, 20, 15, 0, 0, 1, tzinfo=UTC), "Asia/Seoul", "2026-11-21"),
        (datetime(2026, 11, 1, 5, 30, tzinfo=UTC), "America/New_York", "2026-11-01 01:30"),
        (datetime(2026, 11, 1, 6, 30, tzinfo=UTC), "America/New_York", "2026-11-01 01:30-05:00"),
        # In Beirut the clock went from 23:59 to 01:00, so that day had no midnight and began at one.
        (datetime(2022, 3, 26, 22, 0, tzinfo=UTC), "Asia/Beirut", "2022-03-27"),
        (datetime(2026, 4, 4, 15, 45, tzinfo=UTC), "Australia/Lord_Howe", "2026-04-05 02:15"),
    ],
)
def test_a_moment_is_written_as_the_shops_clock_shows_it(moment: datetime, zone: str, written: str) -> None:
    assert written_moment(moment, ZoneInfo(zone)) == written


@pytest.mark.parametrize(
    ("e164", "written"),
    [
        ("+821023456781", "010-2345-6781"),
        ("+8221234567", "02-123-4567"),
        ("+14155552671", "+1 415-555-2671"),
        (None, ""),
    ],
)
def test_a_number_is_written_as_people_at_home_write_it(e164: str | None, written: str) -> None:
    assert written_phone(e164) == written


@pytest.mark.parametrize(
    ("paid_by", "unpaid", "amounts", "ways"),
    [
        ("card", 0, [7_500, 9_000], ["card", "card"]),
        (None, 0, [7_500], [""]),
        (None, 16_500, [7_500, 9_000], ["tab", "tab"]),
        ("card", 9_000, [7_500, 9_000], ["tab", "card + tab 1500"]),
        ("tab", 0, [7_500], [""]),
        (None, 5_000, [0, 5_000], ["", "tab"]),
        (None, 5_000, [7_500, 5_000], ["", "tab"]),
        ("cash", 5_000, [7_500], ["cash + tab 5000"]),
        (None, 12_000, [7_500, 9_000], ["tab", "tab 4500"]),
    ],
)
def test_what_is_owed_stands_on_the_tab_by_whole_lines_where_it_can(
    paid_by: str | None, unpaid: int, amounts: list[int], ways: list[str]
) -> None:
    assert written_ways_of_paying(paid_by, unpaid, amounts, str) == ways


@given(st.integers(0, 50_000), st.lists(st.integers(0, 20_000), min_size=1, max_size=6))
def test_the_shares_of_a_debt_are_the_debt(unpaid: int, amounts: list[int]) -> None:
    shares = shares_of(unpaid, amounts)

    assert sum(shares) == unpaid
    assert all(share <= amount for share, amount in zip(shares[:-1], amounts, strict=False))


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=5))
def test_a_line_is_read_back_as_the_cells_it_was_made_of(cells: list[str]) -> None:
    (read,) = csv.reader(io.StringIO(csv_line(cells), newline=""), strict=True)

    assert [plain_cell(cell) for cell in read] == cells
