"""What is reported to a customer reaches them politely; a noun that looks like it stays."""

import pytest

from bot.understanding.freetext import polite


@pytest.mark.parametrize(
    ("about", "said", "told"),
    [
        ("다 됐음", "옷 다 됐다고 전해줘", "다 됐습니다"),
        ("내일 쉼", "내일 쉰다고 알려줘", "내일 쉽니다"),
        ("문 닫음", "문 닫는다고 말해줘", "문 닫습니다"),
        ("내일 옴", "내일 온다고 해줘", "내일 옵니다"),
        ("토요일 모임", "토요일 모임이라고 전해줘", "토요일 모임"),
        ("be late", "tell her we will be late", "be late"),
    ],
)
def test_a_report_becomes_what_is_said_to_a_customer(about: str, said: str, told: str) -> None:
    assert polite(about, said) == told
