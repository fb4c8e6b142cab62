"""Pressing what is old, forged or somebody else's does nothing and is answered kindly."""

import pytest

from bot.domain import buttons
from handlers.tables.buttons import BUTTONS
from tests.chat import Chat, ShopUnderTest


@pytest.mark.parametrize("data", ["", "x", "0:undo:abc", "1:", "1:nothing-of-the-kind", "2:undo:abc", "1" * 64, ":::"])
async def test_data_of_no_button_of_ours_is_answered(sqlite_shop: ShopUnderTest, data: str) -> None:
    chat = await stranger(sqlite_shop)
    before = len(chat.texts)
    await chat.does(lambda: chat.person.taps_data(chat.person.last()["message_id"], data or " "))
    assert len(chat.texts) == before + 1


@pytest.mark.long
async def test_no_button_with_any_parts_breaks_or_tells_a_stranger_anything(sqlite_shop: ShopUnderTest) -> None:
    chat = await stranger(sqlite_shop)
    for verb in sorted(BUTTONS):
        for parts in ((), ("x",), ("0", "y"), ("x", "y", "z", "w")):
            data = buttons.data(verb, *parts)
            await chat.does(lambda data=data: chat.person.taps_data(chat.person.last()["message_id"], data))
    chat.sees_nothing_of("처리하다가 문제가", "went wrong")


def test_data_is_parsed_as_it_was_packed_and_never_too_long() -> None:
    assert buttons.parse(buttons.data("undo", "abc", "def")) == ("undo", ("abc", "def"))
    with pytest.raises(ValueError, match="too long"):
        buttons.data("undo", "가" * 30)


async def stranger(shop: ShopUnderTest) -> Chat:
    chat = shop.person(1001, "민지")
    await chat.starts()
    return chat
