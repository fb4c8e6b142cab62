"""The owner sends a shop's list into the chat: it is shown, brought in while the talk goes on, and taken back."""

import pytest
from sqlmodel import col, func, select

from storage.models import Customer, ImportFile, ImportPart
from tests.chat import Chat, ShopUnderTest

GO = {"ko": "들여오기", "en": "Bring in"}
LEAVE = {"ko": "그만두기", "en": "Leave it"}
UNDO = {"ko": "되돌리기", "en": "Undo"}
both_languages = pytest.mark.parametrize("language", ["ko", "en"])

PEOPLE = "고객명,휴대폰,생년월일,등급\n김민지,010-1234-5678,1990-05-01,VIP\n박서준,010-2222-3333,,\n이하늘,12,,\n"


def many(count: int) -> str:
    return "고객명,휴대폰\n" + "".join(f"손님{n:03},010-5555-{n:04}\n" for n in range(count))


async def sends(chat: Chat, name: str, content: str | bytes) -> list[str]:
    data = content.encode() if isinstance(content, str) else content
    return await chat.does(lambda: chat.person.sends_file(name, data))


async def count(shop: ShopUnderTest, model: type) -> int:
    return await shop.database.read(lambda session: session.exec(select(func.count()).select_from(model)).one())


async def names(shop: ShopUnderTest) -> list[str]:
    return await shop.database.read(lambda session: [one.name for one in session.exec(select(Customer))])


async def states(shop: ShopUnderTest) -> list[str]:
    return await shop.database.read(
        lambda session: [one.state for one in session.exec(select(ImportFile).order_by(col(ImportFile.id)))]
    )


def documents(chat: Chat) -> dict[str, bytes]:
    return {
        message["document"]["file_name"]: chat.person.downloads(message)
        for message in chat.person.sees()
        if "document" in message and message["from"]["id"] != chat.id
    }


@both_languages
async def test_a_list_is_shown_brought_in_and_taken_back(shop: ShopUnderTest, language: str) -> None:
    owner = await shop.owner(language=language)
    await sends(owner, "손님명단.csv", PEOPLE)
    owner.sees("손님명단.csv", "3", "휴대폰", "등급", "010-****-5678", "****-05-01")
    owner.sees_nothing_of("010-1234-5678", "1990-05-01")
    assert owner.buttons == [GO[language], LEAVE[language]]
    assert await count(shop, Customer) == 0

    await owner.taps(GO[language])
    assert await names(shop) == ["김민지", "박서준"]
    outcome = next(text for text in owner.texts if ("새로 적음 2" if language == "ko" else "created 2") in text)
    assert "4" in outcome and ("모자라" if language == "ko" else "too few") in outcome
    (refused,) = documents(owner).items()
    assert refused[0] == "손님명단.csv.refused.csv"
    assert "이하늘,12" in refused[1].decode("utf-8-sig")
    assert await count(shop, ImportPart) == 0

    await owner.taps(UNDO[language])
    owner.sees("손님명단.csv", "2")
    assert await names(shop) == []
    assert await states(shop) == ["undone"]
