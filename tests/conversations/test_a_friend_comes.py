"""A customer passes a personal link on, and is thanked once when the friend has been here."""

import re

import pytest

from bot.actions.unit import Unit
from bot.domain.phone import parse_phone
from storage import people
from tests import cast
from tests.chat import Chat, ShopUnderTest

NUMBER, FRIENDS, OTHERS = "+821023456781", "+821023450912", "+821023457777"
ASKED = {"ko": "친구 소개하고 싶어요", "en": "I want to refer a friend"}
PASSED_ON = {"ko": ("친구분께", "누구신지는"), "en": ("your friend", "not who")}


async def suyeon(shop: ShopUnderTest, language: str = "ko", *, agrees: bool = True) -> Chat:
    """김수연 of the shop, who has agreed to greetings."""
    await shop.assistant.runtime.write(lambda unit: cast.visit(unit, cast.customer(unit, "김수연", NUMBER), 10))
    chat = await shop.customer(501, "수연", phone=NUMBER, language=language)
    if agrees:
        await chat.says("광고 받을래요" if language == "ko" else "I want to receive ads")
        await chat.taps("동의해요" if language == "ko" else "I agree")
    return chat


async def code_of(chat: Chat, language: str = "ko") -> str:
    await chat.says(ASKED[language])
    found = re.search(r"start=(\S+?)(?=[\s<]|$)", chat.last)
    assert found
    return found[1]


async def comes(shop: ShopUnderTest, friend: Chat, number: str) -> None:
    """The friend shows who it is and is here for the first time."""
    await friend.shares_contact()

    def visit(unit: Unit) -> None:
        person = people.by_phone(unit.session, unit.vault, parse_phone(number))
        assert person is not None
        cast.visit(unit, person)

    await shop.assistant.runtime.write(visit)


async def next_morning(shop: ShopUnderTest) -> None:
    await shop.moves_on(days=1)
    await shop.tick()
    await shop.settle()


@pytest.mark.parametrize("language", ["ko", "en"])
async def test_the_link_is_passed_on_and_the_friend_is_greeted(shop: ShopUnderTest, language: str) -> None:
    chat = await suyeon(shop, language)
    code = await code_of(chat, language)
    chat.sees(*PASSED_ON[language])

    friend = shop.person(502, "서준", phone=FRIENDS, language=language)
    said = await friend.starts(code)

    assert any(("소개로 오셨군요" if language == "ko" else "friend's word") in text for text in said)
    friend.sees_nothing_of("김수연")


async def test_both_are_thanked_once_and_neither_hears_who_the_other_is(shop: ShopUnderTest) -> None:
    owner, chat = await shop.owner(), await suyeon(shop)
    friend = shop.person(502, "서준", phone=FRIENDS)
    await friend.starts(await code_of(chat))
    await comes(shop, friend, FRIENDS)
    before = len(chat.texts)

    await next_morning(shop)
    await next_morning(shop)

    thanks = [text for text in chat.texts[before:] if "소개로 한 분이 다녀가셨어요" in text]
    assert len(thanks) == 1
    assert "서준" not in "".join(chat.texts)
    told = [text for text in owner.texts if "소개로" in text]
    assert len(told) == 1 and "김수연님" in told[0] and "서준" in told[0]


async def test_without_a_yes_to_greetings_only_the_owner_is_told(shop: ShopUnderTest) -> None:
    owner, chat = await shop.owner(), await suyeon(shop, agrees=False)
    friend = shop.person(502, "서준", phone=FRIENDS)
    await friend.starts(await code_of(chat))
    await comes(shop, friend, FRIENDS)
    before = len(chat.texts)

    await next_morning(shop)

    assert chat.texts[before:] == []
    assert any("김수연님 소개로" in text for text in owner.texts)


async def test_nobody_brings_themselves_or_a_customer_or_anybody_twice(shop: ShopUnderTest) -> None:
    chat = await suyeon(shop)
    code = await code_of(chat)
    await shop.assistant.runtime.write(lambda unit: cast.visit(unit, cast.customer(unit, "이민지", OTHERS), 5))
    minji = await shop.customer(503, "민지", phone=OTHERS)
    friend = shop.person(502, "서준", phone=FRIENDS)

    await chat.starts(code)
    chat.sees("본인 링크")
    assert any("이미 저희 손님" in text for text in await minji.starts(code))
    assert any("소개로 오셨군요" in text for text in await friend.starts(code))
    assert any("한 번만 세어요" in text for text in await friend.starts(code))
    assert not any("소개" in text for text in await friend.starts("friend-nobody"))


async def test_whoever_had_been_here_before_was_brought_by_nobody(shop: ShopUnderTest) -> None:
    owner, chat = await shop.owner(), await suyeon(shop)
    await shop.assistant.runtime.write(lambda unit: cast.visit(unit, cast.customer(unit, "이민지", OTHERS), 5))
    minji = shop.person(503, "민지", phone=OTHERS)
    await minji.starts(await code_of(chat))
    await comes(shop, minji, OTHERS)

    await next_morning(shop)

    assert not any("소개로 한 분" in text for text in chat.texts)
    assert not any("소개로" in text for text in owner.texts)
