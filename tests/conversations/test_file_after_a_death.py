"""The program dies while a file is being brought in or taken back: it goes on, and nothing is lost or doubled."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from sqlmodel import func, select

from bot.clock import MovableClock
from bot.playground.telegram import FakeTelegram
from storage.database import Database
from storage.models import Customer, ImportFile, ImportPart, JournalEntry, Visit
from tests.chat import OWNER, SATURDAY_TEN, Chat, ShopUnderTest, open_shop

ROWS = 700
# Every tenth row is refused; everybody comes twice, a week apart.
VISITS = "고객명,휴대폰,방문일시,품목,금액\n" + "".join(
    f"손님{n % 350:03},{'12' if n % 10 == 0 else f'010-5555-{n % 350:04}'},2026-10-{1 + 7 * (n // 350):02},바지,1000\n"
    for n in range(ROWS)
)
REFUSED = ROWS // 10


class Life:
    """A shop that can be started again on what it has left on disk."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.clock = MovableClock(SATURDAY_TEN)
        self.telegram = FakeTelegram(clock=self.clock)

    @asynccontextmanager
    async def shop(self) -> AsyncIterator[tuple[ShopUnderTest, Chat]]:
        async with open_shop(self.database, clock=self.clock, telegram=self.telegram) as shop:
            yield shop, shop.person(OWNER, "사장님")

    async def count(self, model: type) -> int:
        return await self.database.read(lambda session: session.exec(select(func.count()).select_from(model)).one())

    async def state(self) -> str:
        return await self.database.read(lambda session: session.exec(select(ImportFile.state)).one())


@pytest.fixture
def life(sqlite_database: Database) -> Life:
    return Life(sqlite_database)


async def press(shop: ShopUnderTest, owner: Chat, label: str, steps: int) -> None:
    """Press, and die after so many steps of the desk."""
    owner.person.taps(label)
    await shop.assistant.polling.poll(wait=timedelta(0))
    await shop.assistant.lanes.step()
    await shop.assistant.lanes.finish()
    for _ in range(steps):
        await shop.assistant.import_desk.step()


@pytest.mark.parametrize("steps", [0, 1, 2])
async def test_an_import_goes_on_where_it_was(life: Life, steps: int) -> None:
    async with life.shop() as (shop, owner):
        await owner.starts()
        await owner.does(lambda: owner.person.sends_file("방문.csv", VISITS.encode()))
        await press(shop, owner, "들여오기", steps)
        assert await life.state() == "wanted"
    async with life.shop() as (shop, owner):
        await shop.settle()
        outcome = next(text for text in owner.texts if "새로 적음" in text)
        assert f"새로 적음 {ROWS - REFUSED}" in outcome and f"못 읽음 {REFUSED}" in outcome
        assert "그대로 0" in outcome
        (document,) = [m for m in owner.person.sees() if "document" in m and m["from"]["id"] != OWNER]
        assert owner.person.downloads(document).count(b"\r\n") == REFUSED + 1
        assert await life.count(ImportPart) == 0
        figures = select(func.sum(Customer.visit_days), func.sum(Customer.spent_minor))
        days, spent = await life.database.read(lambda session: session.exec(figures).one())
        assert (days, spent) == (ROWS - REFUSED, 1_000 * (ROWS - REFUSED))
        begun = select(func.count()).where(JournalEntry.deed == "import_started")
        assert await life.database.read(lambda session: session.exec(begun).one()) == 1

        await owner.taps("되돌리기")
        assert await life.count(Visit) == await life.count(Customer) == 0


async def test_an_undo_goes_on_where_it_was(life: Life) -> None:
    async with life.shop() as (shop, owner):
        await owner.starts()
        await owner.does(lambda: owner.person.sends_file("방문.csv", VISITS.encode()))
        await owner.taps("들여오기")
        await press(shop, owner, "되돌리기", 1)
        assert 0 < await life.count(Visit) < ROWS - REFUSED
    async with life.shop() as (shop, owner):
        await shop.settle()
        assert await life.count(Visit) == await life.count(Customer) == 0
        assert await life.state() == "undone"
        owner.sees(f"방문 {ROWS - REFUSED}번을 뺐어요")


@pytest.mark.parametrize("state", ["coming", "reading"])
async def test_a_file_that_was_not_shown_yet_is_shown(life: Life, state: str) -> None:
    async with life.shop() as (shop, owner):
        await owner.starts()
        owner.person.sends_file("방문.csv", VISITS.encode())
        await shop.assistant.polling.poll(wait=timedelta(0))
        await shop.assistant.lanes.step()
        await shop.assistant.lanes.finish()
        if state == "reading":
            await shop.assistant.import_desk.step()
        assert await life.state() == state
    async with life.shop() as (shop, owner):
        await shop.settle()
        owner.sees("방문.csv", f"{ROWS}줄")
