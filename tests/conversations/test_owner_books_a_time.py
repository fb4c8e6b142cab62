"""A salon keeps times for its customers."""

from collections.abc import AsyncIterator

import pytest

from bot.actions.unit import Unit
from storage.database import Database
from tests import cast
from tests.chat import ShopUnderTest, open_shop


@pytest.fixture
async def salon(sqlite_database: Database) -> AsyncIterator[ShopUnderTest]:
    def people(unit: Unit) -> None:
        cast.customer(unit, "김민지", "010-1234-5678")

    async with open_shop(sqlite_database, shop_preset="salon", shop_name="은하헤어") as opened:
        await opened.assistant.runtime.write(people)
        yield opened


@pytest.mark.parametrize(
    ("language", "line", "seen", "undo", "undone"),
    [
        ("ko", "김민지 금요일 2시 커트 예약", ["김민지님(5678)", "11/27(금) 14시", "커트"], "되돌리기", "되돌렸어요"),
        ("en", "appointment Minji friday 2 pm cut", ["김민지 (5678)", "Fri 27 Nov 2 pm"], "Undo", "Undone"),
    ],
)
async def test_a_time_is_read_back_with_its_weekday_and_undone(
    salon: ShopUnderTest, language: str, line: str, seen: list[str], undo: str, undone: str
) -> None:
    owner = await salon.owner(language=language)

    await owner.says(line)
    owner.sees(*seen)
    await owner.taps(undo)

    owner.sees(undone, seen[1])


async def test_the_customer_is_reminded_the_day_before_unless_it_was_undone(salon: ShopUnderTest) -> None:
    minji = await salon.customer(501, "민지", phone="+821012345678")
    owner = await salon.owner()
    await owner.says("김민지 금요일 2시 커트 예약")
    await owner.says("김민지 금요일 4시 염색 예약")
    await owner.taps("되돌리기")

    await salon.moves_on(days=5, hours=1, minutes=1)

    minji.sees("내일", "11/27(금) 14시", "커트")
    minji.sees_nothing_of("16시", "염색")


async def test_a_time_without_an_hour_is_asked_for(salon: ShopUnderTest) -> None:
    owner = await salon.owner()

    await owner.says("김민지 금요일 커트 예약")

    owner.sees("몇 시")
    assert owner.buttons == []


async def test_a_shop_without_appointments_does_not_know_the_word(shop: ShopUnderTest) -> None:
    await shop.assistant.runtime.write(lambda unit: cast.customer(unit, "김민지", "010-1234-5678"))
    owner = await shop.owner()

    await owner.says("김민지 금요일 2시 커트 예약")

    owner.sees("잘 못 알아들었어요")
    await owner.says("/help")
    owner.sees_nothing_of("예약")
