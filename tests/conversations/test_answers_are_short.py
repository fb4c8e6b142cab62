"""A customer's answers are read standing, on a telephone: a few lines, a few buttons, a few words.

The page of everything known ("내 정보", "my account") is longer and not among them.
"""

from datetime import UTC, datetime

import pytest

from bot.actions.unit import Unit
from tests import cast
from tests.chat import Chat, ShopUnderTest

NUMBER = "+821023456781"
MOST_LINES, MOST_BUTTONS, MOST_CHARACTERS = 6, 3, 250


async def suyeon(shop: ShopUnderTest, language: str) -> Chat:
    """김수연 with two old visits, something at the shop, and money owed."""

    def write(unit: Unit) -> None:
        person = cast.customer(unit, "김수연", NUMBER, email="suyeon.kim@example.com")
        person.language = language
        cast.visit(unit, person, 40, ("코트", 1, 12_000))
        cast.visit(unit, person, 10, ("와이셔츠", 3, 7_500))
        promised = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
        cast.order(unit, person, ("정장", 2, 14_000), promised_at=promised, unpaid=14_000)

    await shop.assistant.runtime.write(write)
    chat = shop.person(501, "수연", phone=NUMBER, language=language)
    await chat.starts()
    return chat


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "ko",
            (
                "내 옷 언제 돼요?",
                "내 계정",
                "몇 번 왔죠?",
                "포인트 얼마 남았어요?",
                "번호 바뀌었어요 010-5555-1234",
                "이거 왜 보냈어요?",
                "광고 그만",
                "내 정보 지워 주세요",
                "아는 척 안 하셔도 돼요",
                "저녁엔 보내지 마세요",
                "셔츠에 얼룩이 남았어요",
                "일요일에도 열어 주세요",
                "왜 생일을 물어봐요?",
                "오늘 몇 시까지 해요?",
            ),
        ),
        (
            "en",
            (
                "when will my clothes be ready?",
                "my statement",
                "how many times have I been here?",
                "how many points do I have?",
                "my phone number changed to 010-5555-1234",
                "why did you send me this?",
                "stop the ads",
                "delete my data",
                "please don't make a fuss about me",
                "don't message me in the evening",
                "my shirt is still stained",
                "please open on Sundays",
                "why do you ask for my birthday?",
                "how late are you open today?",
            ),
        ),
    ],
)
async def test_what_a_customer_is_told_fits_on_a_telephone(
    shop: ShopUnderTest, language: str, sentences: tuple[str, ...]
) -> None:
    chat = await suyeon(shop, language)
    said = [("/start", chat.last, chat.buttons)]
    await chat.shares_contact()
    for sentence in sentences:
        said += [(sentence, text, chat.buttons) for text in await chat.says(sentence)]

    too_much = [
        (sentence, text, len(text), buttons)
        for sentence, text, buttons in said
        if len(text.splitlines()) > MOST_LINES or len(buttons) > MOST_BUTTONS or len(text) > MOST_CHARACTERS
    ]
    assert too_much == []
