"""A group gets one line that points to the private chat, and no data: whoever speaks there, and however."""

from typing import Any

import pytest

from tests import cast
from tests.chat import Chat, ShopUnderTest

SAID = ["/today", "/start", "@dangol_bot 김수연", "@DANGOL_BOT what does 김수연 owe?"]


class InAGroup:
    """People of whom the bot thinks differently, and what it says where they all read it."""

    def __init__(self, shop: ShopUnderTest, *chats: Chat) -> None:
        self.chats = chats
        self.group = shop.telegram.group(-7, "상가 모임", *(chat.person for chat in chats))

    async def says(self, chat: Chat, text: str, reply_to: int | None = None) -> list[str]:
        return await self._heard(chat, lambda: chat.person.says(text, chat=self.group, reply_to=reply_to))

    async def taps(self, chat: Chat, data: str) -> list[str]:
        return await self._heard(chat, lambda: chat.person.taps_data(self.newest, data, chat=self.group))

    @property
    def newest(self) -> int:
        return int(self.group.sees()[-1]["message_id"])

    async def _heard(self, chat: Chat, act: Any) -> list[str]:
        before = len(self.group.sees())
        await chat.does(act)
        return [message["text"] for message in self.group.sees()[before:] if message["from"]["is_bot"]]


async def gathered(shop: ShopUnderTest, language: str) -> InAGroup:
    await shop.assistant.runtime.write(lambda unit: cast.visit(unit, cast.customer(unit, "김수연", "010-2345-6781"), 5))
    owner = await shop.owner(language=language)
    customer = shop.person(501, "수연", phone="+821023456781", language=language)
    await customer.starts()
    await customer.shares_contact()
    stranger = shop.person(502, "아무개", language=language)
    await stranger.starts()
    return InAGroup(shop, owner, customer, stranger)


@pytest.mark.parametrize(("language", "line"), [("ko", "일대일 대화에서"), ("en", "in our own chat")])
async def test_whoever_speaks_to_it_is_shown_the_private_chat(shop: ShopUnderTest, language: str, line: str) -> None:
    stage = await gathered(shop, language)
    for chat in stage.chats:
        private = len(chat.texts)
        answers = [await stage.says(chat, text) for text in SAID]
        answers.append(await stage.says(chat, "김수연 얼마야", reply_to=stage.newest))
        answers.append(await stage.taps(chat, "1:card:abc"))

        assert all(len(heard) == 1 and line in heard[0] and "t.me/dangol_bot" in heard[0] for heard in answers)
        assert len(chat.texts) == private


async def test_what_is_said_among_people_is_none_of_its_business(shop: ShopUnderTest) -> None:
    stage = await gathered(shop, "ko")
    owner, customer, _ = stage.chats

    assert await stage.says(owner, "김수연 코트 12000") == []
    assert await stage.says(customer, "네", reply_to=stage.newest) == []
