"""The owner asks for everything as files, and gets it; nobody else does, and it is written down."""

import pytest
from sqlmodel import select

from bot.playground.faults import Fault, FaultKind
from storage.models import AccessEntry, OutboxFile
from tests import cast, sample
from tests.chat import Chat, ShopUnderTest

ASKS = {"ko": "전체 내보내기", "en": "Export everything please"}
BUTTONS = {
    "ko": ["보관하려고요", "세무·장부에요", "다른 데로 옮겨요"],
    "en": ["To keep a copy", "For the books", "To move elsewhere"],
}
both_languages = pytest.mark.parametrize("language", ["ko", "en"])


@pytest.fixture
async def filled(shop: ShopUnderTest) -> ShopUnderTest:
    await shop.assistant.runtime.write(sample.fill)
    return shop


def documents(chat: Chat) -> dict[str, bytes]:
    return {
        message["document"]["file_name"]: chat.person.downloads(message)
        for message in chat.person.sees()
        if "document" in message
    }


async def seen_for(shop: ShopUnderTest) -> list[str]:
    return await shop.database.read(lambda session: [entry.what for entry in session.exec(select(AccessEntry))])


@both_languages
async def test_the_owner_is_asked_what_for_and_gets_the_files(filled: ShopUnderTest, language: str) -> None:
    owner = await filled.owner(language=language)
    await owner.says(ASKS[language])
    owner.sees("32", "텔레그램" if language == "ko" else "Telegram")
    assert owner.buttons == BUTTONS[language]
    assert documents(owner) == {}
    assert await seen_for(filled) == []

    await owner.taps(BUTTONS[language][1])
    files = documents(owner)
    assert list(files) == ["customers.csv", "visits.csv"]
    assert files["visits.csv"].decode("utf-8-sig").count("\r\n") == 1 + len(sample.rows("visits"))
    assert any("지워" in text if language == "ko" else "delete" in text for text in owner.texts)
    assert await seen_for(filled) == ["export-books"] * 32


async def test_the_files_lie_nowhere_once_they_are_sent(filled: ShopUnderTest) -> None:
    owner = await filled.owner()
    await owner.says(ASKS["ko"])
    await owner.taps(BUTTONS["ko"][0])
    assert len(documents(owner)) == 2
    assert await filled.database.read(lambda session: session.exec(select(OutboxFile)).all()) == []


async def test_files_that_could_not_leave_for_two_hours_do_not_come_as_a_late_surprise(filled: ShopUnderTest) -> None:
    owner = await filled.owner()
    await owner.says(ASKS["ko"])
    filled.telegram.faults.plan(Fault(FaultKind.TOO_MANY, retry_after=7_200), "sendMessage")
    await owner.taps(BUTTONS["ko"][0])
    await filled.moves_on(hours=2, seconds=1)
    assert documents(owner) == {}
    assert await filled.database.read(lambda session: session.exec(select(OutboxFile)).all()) == []


@both_languages
async def test_an_empty_shop_has_nothing_to_take_out(shop: ShopUnderTest, language: str) -> None:
    owner = await shop.owner(language=language)
    await owner.says(ASKS[language])
    owner.sees("아직" if language == "ko" else "nothing")
    assert owner.buttons == []


async def test_a_customer_gets_nothing_by_the_words_nor_by_the_button(filled: ShopUnderTest) -> None:
    await filled.owner()
    minji = filled.person(1001, "민지", phone="+821012345678")
    await minji.starts()

    await filled.assistant.runtime.write(lambda unit: cast.linked(unit, cast.customer(unit, "김민지"), 1001))
    await minji.says(ASKS["ko"])
    await minji.taps_data("1:export:keep")
    assert documents(minji) == {}
    assert "export-keep" not in await seen_for(filled)
