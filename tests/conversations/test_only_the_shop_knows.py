"""What no record answers goes to the owner as it was said: with one tap, or a yes, and is answered like any case."""

from collections.abc import AsyncIterator

import pytest

from storage.database import Database
from tests import cast
from tests.chat import Chat, ShopUnderTest, open_shop

NUMBER = "+821023456781"
TAP = {"ko": "사장님께 전하기", "en": "Pass on to owner"}


@pytest.fixture(params=["cafe", "theatre"])
async def shop(request: pytest.FixtureRequest, sqlite_database: Database) -> AsyncIterator[ShopUnderTest]:
    async with open_shop(sqlite_database, shop_preset=request.param) as opened:
        yield opened


async def suyeon(shop: ShopUnderTest, language: str) -> Chat:
    await shop.assistant.runtime.write(lambda unit: cast.visit(unit, cast.customer(unit, "김수연", NUMBER), 10))
    chat = shop.person(501, "수연", phone=NUMBER, language=language)
    await chat.starts()
    await chat.shares_contact()
    return chat


@pytest.mark.parametrize(
    ("language", "questions", "seen", "passed_on"),
    [
        (
            "ko",
            [
                "강아지 데려가도 돼요?",
                "와이파이 있어요?",
                "당일 되나요?",
                "지금 붐비나요?",
                "다음 공연 언제예요?",
                "오디션 언제 하나요?",
                "카드 결제 되나요?",
                "아이 데리고 가도 되나요?",
            ],
            ["적어 둔 것이 없어요", "급하시면: 02-123-4567"],
            "접수 1번",
        ),
        (
            "en",
            [
                "are dogs welcome?",
                "do you have wifi?",
                "can you do same day?",
                "is it busy now?",
                "is photography allowed?",
                "when are auditions?",
                "can I pay by card?",
            ],
            ["nothing written down about that", "urgent: 02-123-4567"],
            "case 1",
        ),
    ],
)
async def test_a_plain_question_is_one_tap_from_a_person(
    shop: ShopUnderTest, language: str, questions: list[str], seen: list[str], passed_on: str
) -> None:
    owner, chat = await shop.owner(), await suyeon(shop, language)
    before = len(owner.texts)
    for question in questions:
        await chat.says(question)
        chat.sees(*seen)
    assert len(owner.texts) == before

    await chat.taps(TAP[language])

    chat.sees(passed_on)
    owner.sees("접수 1번", questions[-1])
    await owner.taps("답하기")
    await owner.says("네, 오세요")
    chat.sees("네, 오세요", passed_on)


@pytest.mark.parametrize(("language", "yes"), [("ko", "네"), ("en", "yes please")])
async def test_the_hours_do_not_say_where_to_park(shop: ShopUnderTest, language: str, yes: str) -> None:
    owner, chat = await shop.owner(), await suyeon(shop, language)

    await chat.says("주차 되나요?" if language == "ko" else "is there parking?")
    chat.sees("10:00-20:00", "02-123-4567")
    await chat.says(yes)

    owner.sees("접수 1번", "주차" if language == "ko" else "parking")


@pytest.mark.parametrize(
    "sentence",
    [
        "when are auditions? please put it to the director",
        "오디션 언제 하나요? 감독님께 전해 주세요",
        "is there a lift? pass it on to the owner",
    ],
)
async def test_what_is_said_with_the_wish_is_not_asked_for_again(shop: ShopUnderTest, sentence: str) -> None:
    owner, chat = await shop.owner(), await suyeon(shop, "ko")

    assert len(await chat.says(sentence)) == 1

    owner.sees("접수 1번", sentence)


async def test_who_forbids_something_brings_no_friend(shop: ShopUnderTest) -> None:
    owner, chat = await shop.owner(), await suyeon(shop, "ko")

    await chat.says("친구한테 제 번호 알려주지 마세요")

    owner.sees("접수 1번", "부탁", "제 번호 알려주지 마세요")


@pytest.mark.parametrize(
    ("sentence", "seen"),
    [
        ("왜 제 정보를 가지고 있어요?", "개인정보 안내"),
        ("why do you keep my information?", "Privacy at"),
        ("👍", "고맙습니다"),
        ("do I get anything free?", "Paid"),
        ("forget my preferences", "Nothing is remembered yet"),
        ("음 뭐더라", "02-123-4567"),
        ("너무 급한데", "02-123-4567"),
    ],
)
async def test_nobody_is_left_with_a_cold_answer(shop: ShopUnderTest, sentence: str, seen: str) -> None:
    chat = await suyeon(shop, "ko")

    await chat.says(sentence)

    chat.sees(seen)


@pytest.mark.parametrize(("language", "sentence"), [("ko", "거울이 흐려요"), ("en", "the mirror has gone cloudy")])
async def test_what_may_be_praise_or_blame_is_for_people_to_read(
    shop: ShopUnderTest, language: str, sentence: str
) -> None:
    owner, chat = await shop.owner(), await suyeon(shop, language)

    await chat.says(sentence)
    assert chat.buttons[-1] == TAP[language]
    await chat.taps(TAP[language])

    owner.sees("접수 1번", sentence)
