"""Texts cut for the copy button, and the six months after a deal."""

from datetime import date

import pytest

from bot.domain.by_hand import COPIED_AT_ONCE, is_recent_deal, pieces


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("", ()),
        ("짧은 글", ("짧은 글",)),
        ("가" * 256, ("가" * 256,)),
        ("가" * 257, ("가" * 256, "가")),
        ("가" * 200 + " " + "나" * 100, ("가" * 200, "나" * 100)),
        ("첫 줄\n" + "나" * 254, ("첫 줄", "나" * 254)),
    ],
)
def test_a_text_is_cut_between_words_into_pieces_that_telegram_copies(text: str, cut: tuple[str, ...]) -> None:
    assert pieces(text) == cut
    assert all(1 <= len(piece) <= COPIED_AT_ONCE for piece in pieces(text))


@pytest.mark.parametrize(
    ("last_visit", "today", "recent"),
    [
        (None, date(2026, 11, 21), False),
        (date(2026, 11, 21), date(2026, 11, 21), True),
        (date(2026, 5, 21), date(2026, 11, 21), True),
        (date(2026, 5, 20), date(2026, 11, 21), False),
        (date(2026, 8, 31), date(2027, 2, 28), True),
        (date(2026, 8, 31), date(2027, 3, 1), False),
        (date(2027, 8, 31), date(2028, 2, 29), True),
        (date(2026, 11, 22), date(2026, 11, 21), False),
    ],
)
def test_a_deal_is_recent_up_to_the_same_day_six_months_on(last_visit: date | None, today: date, recent: bool) -> None:
    assert is_recent_deal(last_visit, today) is recent
