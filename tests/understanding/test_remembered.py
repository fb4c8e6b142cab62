"""What somebody wants struck of what the shop remembers of them."""

import pytest

from bot.understanding.remembered import strikes, tells_of


@pytest.mark.parametrize(
    ("text", "line", "fits"),
    [
        ("두피 예민 지워 주세요", "두피가 예민해요", True),
        ("두피가 예민하다는 거 지워줘", "두피가 예민해요", True),
        ("앞머리 짧게 해 달라고 한 거 빼 주세요", "앞머리는 짧게", True),
        ("forget that my scalp is sensitive", "my scalp is sensitive", True),
        ("please remove the short fringe", "keep the fringe short", True),
        ("예약 지워 주세요", "두피가 예민해요", False),
        ("remove the stain", "no starch", False),
    ],
)
def test_the_line_that_is_meant(text: str, line: str, fits: bool) -> None:
    about = strikes(text)

    assert about is not None
    assert tells_of(line, about) is fits


@pytest.mark.parametrize("text", ["예약 취소해 주세요", "커트 빼 주세요", "cancel my booking", "I forgot my umbrella"])
def test_what_is_no_wish_of_that_sort(text: str) -> None:
    assert strikes(text) is None
