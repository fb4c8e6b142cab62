"""Anybody may ask what a thing of the price list costs; what is not on it goes to the owner with one tap."""

from collections.abc import AsyncIterator

import pytest

from storage.database import Database
from tests import cast
from tests.chat import Chat, ShopUnderTest, open_shop

SUYEON = 501


@pytest.fixture
async def shop(sqlite_database: Database) -> AsyncIterator[ShopUnderTest]:
    async with open_shop(sqlite_database) as laundry:
        yield laundry


async def linked(shop: ShopUnderTest, language: str) -> Chat:
    chat = shop.person(SUYEON, "수연", language=language)
    await chat.starts()
    await shop.assistant.runtime.write(
        lambda unit: cast.linked(unit, cast.customer(unit, "김수연", "010-1234-6781"), SUYEON)
    )
    return chat


async def test_a_price_is_told_in_korean(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await owner.says("가격표에 와이셔츠 3000원 추가해줘")
    suyeon = await linked(shop, "ko")
    await suyeon.says("셔츠 한 장 세탁 얼마예요?")
    suyeon.sees("와이셔츠는 3,000원이에요.")
    await suyeon.says("가격표 좀 보여주세요")
    suyeon.sees("와이셔츠 3,000원")
    await suyeon.says("코트는 얼마인가요")
    suyeon.sees("코트 값은 가격표에 없어요.", "여쭤볼까요?")
    await suyeon.taps("사장님께 전하기")
    owner.sees("코트는 얼마인가요")
    await owner.says("와이셔츠 얼마 받지?")
    owner.sees("와이셔츠는 3,000원이에요.")
    await owner.says("코트 얼마지")
    owner.sees("코트는 가격표에 없어요", "가격표에 코트 15000원 추가해줘")
    await owner.says("가격표에 코트 15000원 추가해줘")
    await suyeon.says("코트는 얼마인가요")
    suyeon.sees("코트는 15,000원이에요.")


async def test_a_price_is_told_in_english(shop: ShopUnderTest) -> None:
    owner = await shop.owner(language="en")
    suyeon = await linked(shop, "en")
    await suyeon.says("can I see the price list?")
    suyeon.sees("There is no price list yet.", "Shall I ask the owner?")
    await owner.says("shirts cost 3000")
    await suyeon.says("how much for a shirt?")
    suyeon.sees("와이셔츠: ₩3,000.")
    await suyeon.says("what are your prices")
    suyeon.sees("와이셔츠 ₩3,000")
    await owner.says("what's a coat cost")
    owner.sees("코트 is not on the price list", "“코트 costs 15000”")
    await owner.says("코트 costs 15000")
    await suyeon.says("how much to clean a coat?")
    suyeon.sees("코트: ₩15,000.")
    await owner.says("how much is a shirt")
    owner.sees("와이셔츠: ₩3,000.")


async def test_a_stranger_may_ask_too(shop: ShopUnderTest) -> None:
    await (await shop.owner()).says("가격표에 와이셔츠 3000원 추가해줘")
    stranger = shop.person(777, "Minji")
    await stranger.starts()
    await stranger.says("와이셔츠 얼마예요?")
    stranger.sees("3,000원")


async def test_what_is_to_be_paid_is_no_price(shop: ShopUnderTest) -> None:
    await (await shop.owner()).says("가격표에 코트 15000원 추가해줘")
    suyeon = await linked(shop, "ko")
    for sentence in ("내 코트 얼마예요?", "선불 얼마 남았어요?", "how much is my coat"):
        await suyeon.says(sentence)
        assert "15,000" not in suyeon.last
