""" "생각이 바뀌었어요", and no more: exactly what was done last is offered to be taken back."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.actions.unit import Unit
from storage import appointments
from storage.database import Database
from tests import cast
from tests.chat import Chat, ShopUnderTest, open_shop

NUMBER = "+821023456781"
MONDAY = datetime(2026, 11, 23, 14, tzinfo=ZoneInfo("Asia/Seoul"))
MIND = {"ko": "생각이 바뀌었어요", "en": "sorry, I changed my mind"}


@pytest.fixture
async def salon(sqlite_database: Database) -> AsyncIterator[ShopUnderTest]:
    async with open_shop(sqlite_database, shop_preset="salon") as opened:
        yield opened


async def suyeon(shop: ShopUnderTest, language: str) -> Chat:
    def write(unit: Unit) -> None:
        person = cast.customer(unit, "김수연", NUMBER)
        cast.visit(unit, person, 10)
        appointments.add(unit.session, customer_id=person.id or 0, at=MONDAY, service="커트", now=unit.now)

    await shop.assistant.runtime.write(write)
    chat = shop.person(501, "수연", phone=NUMBER, language=language)
    await chat.starts()
    await chat.shares_contact()
    return chat


@pytest.mark.parametrize(
    ("language", "done", "offered", "button", "taken_back"),
    [
        ("ko", ["번호 바뀌었어요 010-2345-9999"], "방금 바꾸신 것", "되돌리기", "010-2345-6781"),
        ("en", ["my new number is 010-2345-9999"], "just changed", "Undo", "010-2345-6781"),
        ("ko", ["저녁엔 보내지 마세요"], "바꾸신 알림", "되돌리기", "되돌렸어요"),
        ("en", ["no messages after 8pm"], "changed about messages", "Undo", "Taken back"),
        ("ko", ["예약 취소할게요", "[취소하기]"], "취소하신 예약", "되돌리기", "그대로 두었어요"),
        ("en", ["cancel my appointment", "[Cancel it]"], "just cancelled", "Undo", "is kept"),
        ("ko", ["금요일 4시에 커트 예약하고 싶어요"], "부탁하신 예약", "거두기", "11/27(금) 16시"),
        ("en", ["can I book a cut for Friday at 4pm?"], "just asked for", "Withdraw it", "Fri 27 Nov 4 pm"),
        ("ko", ["머리색이 얼룩졌어요"], "전한 말씀", "거두기", "1번"),
        ("en", ["my hair colour is blotchy and uneven"], "passed on", "Take it back", "1"),
        ("ko", ["일요일에도 열어 주세요"], "더한 표", "내 표 취소", "표"),
        ("en", ["please open on Sundays too"], "your vote", "Take back my vote", "vote"),
    ],
)
async def test_what_was_done_last_is_offered_to_be_taken_back(
    salon: ShopUnderTest, language: str, done: list[str], offered: str, button: str, taken_back: str
) -> None:
    chat = await suyeon(salon, language)
    for one in done:
        await (chat.taps(one[1:-1]) if one.startswith("[") else chat.says(one))

    await chat.says(MIND[language])
    chat.sees(offered)
    assert chat.buttons[-1] == button
    await chat.taps(button)

    chat.sees(taken_back)
    await chat.says(MIND[language])
    chat.sees("아무것도 바꾸지 않았어요" if language == "ko" else "nothing was changed")


@pytest.mark.parametrize("language", ["ko", "en"])
async def test_what_is_not_done_yet_is_left_and_what_is_long_done_stays(salon: ShopUnderTest, language: str) -> None:
    chat = await suyeon(salon, language)
    await chat.says("이메일 바꿔 주세요" if language == "ko" else "I want to change my email")
    await chat.says(MIND[language])
    chat.sees("바뀐 것은 없어요" if language == "ko" else "Nothing was changed")

    await chat.says("저녁엔 보내지 마세요" if language == "ko" else "no messages after 8pm")
    salon.clock.forward(timedelta(hours=2))
    await chat.says(MIND[language])

    chat.sees("아무것도 바꾸지 않았어요" if language == "ko" else "nothing was changed")
    assert not chat.person.sees()[-1].get("reply_markup", {}).get("inline_keyboard")


async def test_advertising_that_was_agreed_to_goes_on(salon: ShopUnderTest) -> None:
    chat = await suyeon(salon, "en")
    await chat.says("sign me up for offers")
    await chat.taps("I agree")
    salon.clock.forward(timedelta(hours=2))

    await chat.says("I changed my mind")

    await chat.says("message settings")
    chat.sees("ads and greetings: on")
