"""Names and texts that look like a format stay what was typed: in a campaign, in what is sent and in what is copied."""

import pytest

from bot.actions.unit import Unit
from tests import cast
from tests.chat import Chat, ShopUnderTest

# What is typed, and what is shown: the same, but for signs that turn or join others and cannot be seen themselves.
HOSTILE = {
    "<b>수연</b>": "<b>수연</b>",
    "{ $name } 수연": "{ $name } 수연",
    "*수* _연_ [가](http://x.example)": "*수* _연_ [가](http://x.example)",
    "수연&amp;<i>": "수연&amp;<i>",
    "=HYPERLINK(1)수연": "=HYPERLINK(1)수연",
    "수연 이/가": "수연 이/가",
    "수연🌸": "수연🌸",
    "수연\N{WOMAN}\u200d\N{EMOJI COMPONENT RED HAIR}": "수연\N{WOMAN}\N{EMOJI COMPONENT RED HAIR}",
    "수연 \u202eabc": "수연 abc",
}


def copies(chat: Chat) -> list[str]:
    """What all copy buttons of the chat hold."""
    rows = [row for one in chat.person.sees() for row in one.get("reply_markup", {}).get("inline_keyboard", [])]
    return [button["copy_text"]["text"] for row in rows for button in row if "copy_text" in button]


async def late(shop: ShopUnderTest, name: str, *, on_telegram: bool) -> Chat | None:
    chat = shop.person(2001, "손님") if on_telegram else None
    if chat is not None:
        await chat.starts()

    def write(unit: Unit) -> None:
        person = cast.customer(unit, name, "010-7000-0009")
        for days in (40, 50, 60, 70, 80):
            cast.visit(unit, person, days)
        cast.agrees(unit, person)
        if chat is not None:
            cast.linked(unit, person, chat.id)

    await shop.assistant.runtime.write(write)
    return chat


@pytest.mark.parametrize(("typed", "shown"), HOSTILE.items())
async def test_a_campaign_to_approve_and_its_message_show_what_was_typed(
    shop: ShopUnderTest, typed: str, shown: str
) -> None:
    owner, chat = await shop.owner(), await late(shop, typed, on_telegram=True)
    assert chat is not None

    await owner.says("한 달 넘게 안 온 단골한테 안부 보내줘")
    await owner.taps("직접 쓰기")
    await owner.says(f"{typed} 얼룩이 남았을 때")
    owner.sees(shown)
    await owner.taps("글 보기")
    owner.sees(f"{shown} 얼룩이 남았을 때")
    await owner.taps("돌아가기")
    await owner.taps("보내기")
    for _ in range(6):
        await shop.moves_on(seconds=20)

    chat.sees(f"{shown}님", f"{shown} 얼룩이 남았을 때", "(광고)")


@pytest.mark.parametrize(("typed", "shown"), HOSTILE.items())
async def test_a_draft_to_copy_holds_what_was_typed(shop: ShopUnderTest, typed: str, shown: str) -> None:
    owner = await shop.owner()
    await late(shop, typed, on_telegram=False)

    await owner.says("한 달 넘게 안 온 단골한테 안부 보내줘")
    await owner.taps("지난번이 마음에 안 드셨을 때")
    await owner.taps("보내기")
    await owner.taps("복사해서 보낼 글")
    owner.sees(shown)
    await owner.taps("1")

    assert any(f"{shown}님" in text for text in copies(owner))
