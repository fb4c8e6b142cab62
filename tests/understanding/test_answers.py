"""What is typed where the assistant waits for an answer."""

from datetime import datetime

import pytest

from bot.understanding.answers import is_value, leaves, puts_off, read_time, says_nobody, wants_change
from tests.understanding.shop import NOW


@pytest.mark.parametrize(
    ("of", "text", "can_be"),
    [
        ("phone", "010-2345-6781", True),
        ("phone", "010 바뀌었어요", False),
        ("email", "minji@example.com", True),
        ("birthday", "1990년 3월 2일 음력", True),
        ("birthday", "음력으로요", False),
        ("code", "123 456", True),
        ("code", "코드는 123456", True),
        ("last4", " 6781 ", True),
        ("last4", "6781번", False),
        ("address", "서울 마포구", False),
    ],
)
def test_a_value_that_can_be_nothing_else(of: str, text: str, can_be: bool) -> None:
    assert is_value(of, text) is can_be


@pytest.mark.parametrize("text", ["그만", " 취소 ", "Stop", "cancel"])
def test_a_word_of_leaving_alone_leaves(text: str) -> None:
    assert leaves(text)
    assert not leaves(f"{text} 3시")


@pytest.mark.parametrize("text", ["없어요!", "아니요", "다 적었어", "끝", "nobody", "That's all.", "no one"])
def test_nobody_is_missing(text: str) -> None:
    assert says_nobody(text)
    assert not says_nobody(f"민지 2만원 {text}")


@pytest.mark.parametrize(
    ("text", "wants"), [("주소 바꿀래요", True), ("I want to update it", True), ("서울 마포구 성산로 12", False)]
)
def test_a_wish_to_change_is_not_the_value(text: str, wants: bool) -> None:
    assert wants_change(text) is wants


@pytest.mark.parametrize("text", ["내일 3시", "tomorrow at 3pm"])
def test_a_time_alone_is_a_time(text: str) -> None:
    assert read_time(text, now=NOW) == datetime(2026, 11, 22, 15, tzinfo=NOW.tzinfo)
    assert read_time("글쎄요", now=NOW) is None


@pytest.mark.parametrize(
    ("text", "later"),
    [
        *(
            (one, True)
            for one in (
                "나중에",
                "월요일에 알려줄게",
                "지금 바빠 이따 할게",
                "내일 아침에 적을게요",
                "퇴근하고 말해줄게",
            )
        ),
        *(
            (one, True)
            for one in ("later", "not now", "I'll tell you on Monday", "maybe tomorrow", "I'm busy right now")
        ),
        *((one, False) for one in ("없어요", "내일 김수연 커트 예약", "어제 김수연 셔츠 3장 7500", "월요일 매출")),
        *(
            (one, False)
            for one in ("nobody", "tomorrow at 4 Emily cut", "remind me tomorrow to call", "sales on monday")
        ),
    ],
)
def test_another_time_is_told_from_an_answer(text: str, later: bool) -> None:
    assert puts_off(text) is later
