"""The tenth coffee is free: earned by visits, shown as "yours today", taken in one line, taken back in one tap."""

import pytest

from bot.actions.unit import Unit
from bot.playground.people import inline_buttons
from storage.database import Database
from tests import cast
from tests.chat import Chat, ShopUnderTest, open_shop

NUMBER = "+821023456781"
RULE = {"ko": "3번째 커피는 무료", "en": "every 3rd coffee is free"}
GIFT = {"ko": "커피 무료", "en": "free coffee"}
TAKEN = {"ko": "김수연 무료 커피 사용", "en": "Emily Carter used a free coffee"}
STATEMENT = {"ko": "내 계정", "en": "my statement"}
CARD = {"ko": "김수연", "en": "Emily Carter"}
UNDO = {"ko": "되돌리기", "en": "Undo"}


async def cafe_with(shop: ShopUnderTest, language: str, *days_ago: int) -> tuple[Chat, Chat]:
    def write(unit: Unit) -> None:
        person = cast.customer(unit, CARD[language], NUMBER)
        for day in days_ago:
            cast.visit(unit, person, day, ("아메리카노", 1, 4_500))

    await shop.assistant.runtime.write(write)
    owner = await shop.owner(language=language)
    chat = await shop.customer(501, "수연", phone=NUMBER, language=language)
    return owner, chat


async def comes(shop: ShopUnderTest, owner: Chat, language: str) -> None:
    """Another day, another coffee, written down by the owner."""
    await shop.moves_on(days=1)
    await owner.says("김수연 아메리카노 4500" if language == "ko" else "Emily Carter americano 4500")


@pytest.mark.parametrize("language", ["ko", "en"])
async def test_the_third_coffee_is_free(sqlite_database: Database, language: str) -> None:
    async with open_shop(sqlite_database, shop_preset="cafe", shop_language=language) as shop:
        owner, chat = await cafe_with(shop, language, 20, 10)
        await chat.says(STATEMENT[language])
        await owner.says(CARD[language])
        assert GIFT[language] not in chat.last + owner.last
        await owner.says(TAKEN[language])
        owner.sees("10번째" if language == "ko" else "every 10th visit")

        await owner.says(RULE[language])
        owner.sees(GIFT[language], "3")
        await chat.says(STATEMENT[language])
        assert GIFT[language] not in chat.last
        await owner.says(TAKEN[language])
        owner.sees("남은 방문 선물이 없어요" if language == "ko" else "no visit gift left")

        await comes(shop, owner, language)
        await chat.says(STATEMENT[language])
        chat.sees("오늘 쓸 수 있는 것: 커피 무료 1번" if language == "ko" else "Yours today: free coffee (×1)")
        await owner.says(CARD[language])
        owner.sees("쓸 수 있는 선물: 커피 무료 1번" if language == "ko" else "Visit gifts to use: free coffee (×1)")

        await owner.says(TAKEN[language])
        owner.sees(GIFT[language], "이제 남은 것은 없어요" if language == "ko" else "None is left now")
        await chat.says(STATEMENT[language])
        chat.sees("약속드린 선물 1번" if language == "ko" else "1 promised gift")
        assert GIFT[language] not in chat.last
        await owner.says(TAKEN[language])
        owner.sees("남은 방문 선물이 없어요" if language == "ko" else "no visit gift left")

        await owner.taps(UNDO[language])
        owner.sees("1번 남았어요" if language == "ko" else "1 left")
        await chat.says(STATEMENT[language])
        chat.sees(GIFT[language])


async def test_never_less_than_nothing_and_nowhere_when_it_ends(sqlite_database: Database) -> None:
    async with open_shop(sqlite_database, shop_preset="cafe") as shop:
        owner, chat = await cafe_with(shop, "ko", 20, 10)
        await owner.says("3번째는 커피 무료")
        await comes(shop, owner, "ko")
        visit = next(one for one in reversed(owner.person.sees()) if "아메리카노" in one.get("text", ""))
        undo = inline_buttons(visit)[0]["callback_data"]
        await owner.says("김수연 무료 커피 사용")
        owner.sees("커피 무료")

        await owner.taps(undo)
        await owner.says("김수연 무료 커피 사용")
        owner.sees("남은 방문 선물이 없어요")
        await chat.says("내 계정")
        assert "커피 무료" not in chat.last and "-1" not in chat.last

        for _ in range(4):
            await comes(shop, owner, "ko")
        await chat.says("내 계정")
        chat.sees("커피 무료 1번")
        await owner.says("방문 선물 꺼줘")
        await chat.says("내 계정")
        await owner.says("김수연")
        assert "무료" not in chat.last + owner.last and "선물" not in chat.last + owner.last
        await owner.says("되돌려줘")
        await chat.says("내 계정")
        chat.sees("커피 무료 1번")


async def test_what_was_taken_is_no_kindness(sqlite_database: Database) -> None:
    async with open_shop(sqlite_database, shop_preset="cafe") as shop:
        owner, chat = await cafe_with(shop, "ko", 20, 10)
        await owner.says("3번째는 커피 무료")
        await comes(shop, owner, "ko")
        await owner.says("김수연 무료 커피 썼어요")
        await owner.says("김수연 쿠키 그냥 드렸어")
        owner.sees("쿠키", "1번")

        await chat.says("내 계정")
        chat.sees("덤으로 해 드린 것 1번(0원), 약속드린 선물 1번")
