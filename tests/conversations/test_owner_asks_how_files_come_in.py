"""The owner asks how the shop's lists come in, and gets an example that works."""

import pytest
from sqlmodel import func, select

from bot.domain.example_files import example_file
from bot.domain.headings import SheetKind
from storage.database import Database
from storage.models import Appointment, Customer, Order, Visit
from tests.chat import Chat, ShopUnderTest, open_shop

MODELS = {
    SheetKind.CUSTOMERS: Customer,
    SheetKind.VISITS: Visit,
    SheetKind.ORDERS: Order,
    SheetKind.APPOINTMENTS: Appointment,
}


def last_document(chat: Chat) -> tuple[str, bytes]:
    message = chat.person.last()
    return message["document"]["file_name"], chat.person.downloads(message)


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("손님 명단 엑셀로 넣고 싶어요", "ko"),
        ("엑셀 파일 올려도 돼요?", "ko"),
        ("고객 명단 어떻게 넣어요", "ko"),
        ("예전 장부를 여기로 옮기고 싶어요", "ko"),
        ("import my customer list", "en"),
        ("How do I import our customers from Excel?", "en"),
        ("can I upload an excel file", "en"),
    ],
)
async def test_the_answer_comes_with_an_example_in_the_same_language(
    shop: ShopUnderTest, sentence: str, language: str
) -> None:
    owner = await shop.owner(language=language)
    await owner.says(sentence)
    assert last_document(owner) == example_file(SheetKind.CUSTOMERS, language)
    owner.sees("xlsx")
    visits = "방문 기록" if language == "ko" else "Visits"
    assert owner.buttons == [visits, "맡은 것" if language == "ko" else "Orders"]
    await owner.taps(visits)
    assert last_document(owner) == example_file(SheetKind.VISITS, language)


async def test_what_a_kind_of_shop_has_no_use_for_is_not_offered(sqlite_database: Database) -> None:
    async with open_shop(sqlite_database, shop_preset="salon") as shop:
        owner = await shop.owner()
        await owner.says("손님 명단 엑셀로 넣고 싶어요")
        assert owner.buttons == ["방문 기록", "예약"]


async def test_nobody_else_is_told(shop: ShopUnderTest) -> None:
    await shop.owner()
    minji = shop.person(1001, "민지")
    await minji.starts()
    await minji.says("손님 명단 엑셀로 넣고 싶어요")
    assert "document" not in minji.person.last()


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("kind", SheetKind)
async def test_every_example_comes_in_without_a_question_or_a_refusal(
    sqlite_database: Database, kind: SheetKind, language: str
) -> None:
    preset = "salon" if kind is SheetKind.APPOINTMENTS else "laundry"
    async with open_shop(sqlite_database, shop_preset=preset) as shop:
        owner = await shop.owner(language=language)
        name, data = example_file(kind, language)
        await owner.does(lambda: owner.person.sends_file(name, data))
        await owner.taps("들여오기" if language == "ko" else "Bring in")
        owner.sees("새로 적음 2 " if language == "ko" else "created 2 ")
        found = select(func.count()).select_from(MODELS[kind])
        assert await shop.database.read(lambda session: session.exec(found).one()) == 2
