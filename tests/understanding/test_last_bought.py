"""What somebody had last and about when, in their own words."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understanding.last_bought import LastBought, read_last_bought, tells_when
from bot.understanding.lexicon import Lexicon
from bot.understanding.shop_items import shop_items

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=ZoneInfo("Asia/Seoul"))
LEXICON = Lexicon(items=shop_items("laundry", ("와이셔츠", "코트", "바지", "이불", "한복", "가죽자켓")))
MARCH, MARCH_BEFORE = (date(2026, 3, 1), date(2026, 4, 1)), (date(2025, 3, 1), date(2025, 4, 1))
THREE_MONTHS_AGO = (date(2026, 8, 6), date(2026, 9, 6))


@pytest.mark.parametrize(
    ("text", "things", "when"),
    [
        ("3월에 코트", {"코트"}, MARCH),
        ("작년 3월쯤 이불", {"이불"}, MARCH_BEFORE),
        ("25년 3월 가죽 자켓이랑 바지요", {"가죽자켓", "바지"}, MARCH_BEFORE),
        ("세 달 전에 한복 한 벌 맡겼어요", {"한복"}, THREE_MONTHS_AGO),
        ("코트요. 아마 삼월", {"코트"}, MARCH),
        ("a coat in March", {"코트"}, MARCH),
        ("I think it was a leather jacket, sometime around March", {"가죽자켓"}, MARCH),
        ("coat, March 2025", {"코트"}, MARCH_BEFORE),
        ("two shirts and trousers in March last year", {"와이셔츠", "바지"}, MARCH_BEFORE),
        ("three months ago, a hanbok", {"한복"}, THREE_MONTHS_AGO),
    ],
)
def test_things_and_a_month_are_read(text: str, things: set[str], when: tuple[date, date]) -> None:
    assert read_last_bought(text, now=NOW, lexicon=LEXICON) == LastBought(frozenset(things), *when)
    assert tells_when(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "코트",
            "3월",
            "작년에 코트",
            "3월이나 4월에 코트",
            "코트 3월에 맡기고 4월에 찾았어요",
            "",
            "코트 " * 30 + "3월",
        ),
        *("a coat", "March", "a coat last year", "March or April, a coat"),
    ],
)
def test_half_of_it_or_more_than_one_month_is_no_answer(text: str) -> None:
    assert read_last_bought(text, now=NOW, lexicon=LEXICON) is None


@pytest.mark.parametrize("text", ["3월에 맡긴 코트 아직 있나요?", "내 옷 언제 돼요", "may I see my account", "hello"])
def test_a_question_in_between_is_no_answer(text: str) -> None:
    assert not tells_when(text)
