"""One word of selling makes a message advertising."""

import pytest

from bot.domain.selling import sells


@pytest.mark.parametrize(
    ("text", "is_selling"),
    [
        ("내일은 쉬어요", False),
        ("코트 얼룩이 잘 빠졌어요", False),
        ("your coat is ready early", False),
        ("이번 주 20% 할인", True),
        ("쿠폰을 넣어 두었어요", True),
        ("a discount for you", True),
        ("50% off this week", True),
    ],
)
def test_a_word_of_selling(text: str, is_selling: bool) -> None:
    assert sells(text) is is_selling
