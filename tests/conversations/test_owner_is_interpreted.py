"""A sentence that no rule reads is put to an interpreter, where one is set; what it picks is asked about."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from sqlalchemy import func
from sqlmodel import select

from bot.actions.unit import Unit
from storage.database import Database
from storage.models import JournalEntry
from tests import cast
from tests.chat import Chat, ShopUnderTest, open_shop
from tests.model_server import Model, model_server

NOT_READ = {"ko": "이수연님 코트 그거 참 볼 만하더군", "en": "Jane Miller: that leaves 18000 won in the drawer, funny"}


@pytest.fixture
async def model() -> AsyncIterator[Model]:
    async with model_server() as running:
        yield running


@asynccontextmanager
async def opened(
    database: Database, model: Model, language: str = "ko", limit: float = 0.5
) -> AsyncIterator[tuple[ShopUnderTest, Chat]]:
    opening = open_shop(database, interpreter_limit=limit, interpreter_url=model.url, interpreter_model="small")
    async with opening as shop:
        await with_people(shop)
        yield shop, await shop.owner(language=language)


async def with_people(shop: ShopUnderTest) -> None:
    def known(unit: Unit) -> None:
        cast.customer(unit, "이수연", "010-2345-6781")
        cast.customer(unit, "Jane Miller", "010-2345-6782")

    await shop.assistant.runtime.write(known)


async def written(shop: ShopUnderTest) -> int:
    return await shop.database.read(lambda session: session.exec(select(func.count()).select_from(JournalEntry)).one())


async def test_what_was_picked_is_asked_about_and_done_with_one_tap(sqlite_database: Database, model: Model) -> None:
    model.picks("record_visit", name="[1]", amount="18000 won")
    async with opened(sqlite_database, model, "en") as (shop, owner):
        before = await written(shop)
        await owner.says(NOT_READ["en"])
        owner.sees("Did you mean this?", "jane miller", "18,000")
        assert await written(shop) == before
        assert model.sentences == ["[1]: that leaves 18000 won in the drawer, funny"]

        await owner.taps("Yes, that")
        owner.sees("Jane Miller", "18,000")
        assert await written(shop) > before


async def test_a_question_is_asked_about_before_anything_is_shown(sqlite_database: Database, model: Model) -> None:
    model.picks("find", name="[1]")
    async with opened(sqlite_database, model) as (_, owner):
        await owner.says(NOT_READ["ko"])
        owner.sees("혹시 이 말씀이세요?", "이수연")
        owner.sees_nothing_of("6781")
        assert model.sentences == ["[1] 코트 그거 참 볼 만하더군"]

        await owner.taps("네, 맞아요")
        owner.sees("이수연", "6781")


@pytest.mark.parametrize(
    "says",
    [
        '{"kind": "erase_everything", "slots": {}}',
        '{"kind": "order_ready", "slots": {"name": "[1]", "items": "바지"}}',
        '{"kind": "none", "slots": {}}',
        "잘 모르겠네요",
        None,
    ],
    ids=["outside of the list", "not in the sentence", "none", "nonsense", "no answer"],
)
async def test_whatever_does_not_hold_is_not_understood_as_before(
    sqlite_database: Database, model: Model, says: str | None
) -> None:
    model.says = says
    async with opened(sqlite_database, model) as (shop, owner):
        before = await written(shop)
        await owner.says(NOT_READ["ko"])
        owner.sees("못 알아들었어요")
        assert len(model.asked) == 1
        assert await written(shop) == before


async def test_the_writer_is_free_while_an_answer_is_waited_for(sqlite_database: Database, model: Model) -> None:
    model.says = None
    async with opened(sqlite_database, model, limit=30) as (shop, owner):
        saying = asyncio.create_task(owner.says(NOT_READ["ko"]))
        arriving = asyncio.create_task(model.arrived.wait())
        await asyncio.wait({saying, arriving}, return_when=asyncio.FIRST_COMPLETED)
        assert arriving.done()
        await shop.assistant.runtime.write(lambda unit: cast.customer(unit, "최유리", "010-2345-6783"))
        assert not saying.done()
        model.over.set()
        assert "못 알아들었어요" in (await saying)[-1]


async def test_only_what_nothing_here_reads_is_sent_and_nothing_of_customers(
    sqlite_database: Database, model: Model
) -> None:
    model.picks("how_many")
    async with opened(sqlite_database, model) as (shop, owner):
        await owner.says("손님 총 몇 명?")
        minji = await shop.customer(77, "김민지", phone="+821099998888")
        await minji.says("고양이가 계산대에 올라갔네")
        assert model.asked == []
        await minji.says("/privacy")
        minji.sees("언어 모델")


async def test_without_the_setting_nothing_is_sent(sqlite_database: Database, model: Model) -> None:
    model.picks("find", name="[1]")
    async with open_shop(sqlite_database) as shop:
        await with_people(shop)
        owner = await shop.owner()
        await owner.says(NOT_READ["ko"])
        owner.sees("못 알아들었어요")
        minji = shop.person(77, "김민지")
        await minji.starts()
        await minji.says("/privacy")
        minji.sees_nothing_of("언어 모델")
        assert model.asked == []
