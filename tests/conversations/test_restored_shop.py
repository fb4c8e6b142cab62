"""A shop that comes back from a backup: quiet until the owner has said yes, and then nothing twice."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import Session, select

from bot.actions.unit import Unit
from bot.clock import MovableClock
from bot.domain.outgoing import Kind, Reply, words
from bot.domain.packing import pack
from bot.jobs.backing_up import Keeping
from bot.playground.telegram import FakeTelegram
from storage import appointments, backup, outbox
from storage.database import Database
from storage.instance import mark_file
from storage.key_check import check_key
from storage.models import InboxRow, OutboxRow
from storage.restoring import restore
from storage.vault import Vault
from tests import cast
from tests.chat import OWNER, SATURDAY_TEN, Chat, ShopUnderTest, open_shop

SEOUL = ZoneInfo("Asia/Seoul")
MINJI = 1001
GO_ON = {"ko": "이 컴퓨터에서 계속하기", "en": "Go on from here"}


def seoul(day: int, hour: int) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=SEOUL).astimezone(UTC)


def fill(unit: Unit) -> None:
    """Minji has a chat, and times kept for her on Monday and Wednesday."""
    minji = cast.customer(unit, "김민지", "010-1234-5678")
    cast.linked(unit, minji, MINJI)
    for day in (23, 25):
        appointments.add(unit.session, customer_id=minji.id or 0, at=seoul(day, 14), service="커트", now=unit.now)
    order = cast.order(unit, minji, ("코트", 1, 12_000), promised_at=None)
    order.state, order.ready_at = "ready", unit.now - timedelta(minutes=1)
    unit.session.add(order)


class Street:
    """Telegram and the clock, which go on while one computer breaks and another takes its place."""

    def __init__(self, folder: Path, vault: Vault, language: str) -> None:
        self.clock = MovableClock(SATURDAY_TEN)
        self.telegram = FakeTelegram(clock=self.clock)
        self.folder = folder
        self.vault = vault
        self.language = language
        self.backup = folder / "nothing yet"

    @asynccontextmanager
    async def shop(self, database: Database, keeping: Keeping | None = None) -> AsyncIterator[ShopUnderTest]:
        async with open_shop(database, clock=self.clock, telegram=self.telegram, keeping=keeping) as shop:
            yield shop

    def owner(self, shop: ShopUnderTest) -> Chat:
        return shop.person(OWNER, "Owner", language=self.language)

    def minji(self, shop: ShopUnderTest) -> Chat:
        return shop.person(MINJI, "민지", phone="+821012345678")

    async def live_and_break(self, database: Database) -> None:
        """A Saturday with a backup at ten; everything that is due by Sunday evening is sent; then it breaks."""
        with database.writing() as session:
            check_key(session, self.vault)
        async with self.shop(database) as shop:
            await self.owner(shop).starts()
            self.minji(shop).person.account.started = True
            await shop.assistant.runtime.write(fill)
            made = backup.make(database, self.folder, day=self.clock.now().date(), now=self.clock.now())
            self.backup = made.file
            await shop.tick()
            await shop.wakes_at(seoul(22, 12))
            self.minji(shop).sees("11/23(월) 14시")
            assert len(self.minji(shop).texts) == 2, "the coat is ready, and the reminder"
            self.clock.forward_to(seoul(22, 19))

    def new_computer(self) -> Database:
        url = f"sqlite:///{self.folder / 'new' / 'shop.db'}"
        restore(self.backup, url, self.vault, self.clock.now())
        return Database.open(url, self.vault)


@pytest.fixture(params=["ko", "en"])
async def street(request: pytest.FixtureRequest, sqlite_database: Database, tmp_path: Path, vault: Vault) -> Street:
    street = Street(tmp_path, vault, request.param)
    await street.live_and_break(sqlite_database)
    return street


@pytest.fixture
async def restored(street: Street) -> AsyncIterator[ShopUnderTest]:
    database = street.new_computer()
    async with street.shop(database) as shop:
        await shop.tick()
        yield shop
    database.close()


async def test_a_restored_shop_says_nothing_to_customers_and_asks_the_owner_once_a_day(
    street: Street, restored: ShopUnderTest
) -> None:
    owner, minji = street.owner(restored), street.minji(restored)
    heard, question = len(minji.texts), owner.last
    asked = owner.texts.count(question)
    owner.sees("백업" if street.language == "ko" else "backup")
    assert owner.buttons == [GO_ON[street.language]]

    await restored.moves_on(hours=4)
    assert owner.texts.count(question) == asked
    await restored.wakes_at(seoul(24, 12))
    await minji.says("내 정보")
    assert len(minji.texts) == heard
    assert owner.texts.count(question) == asked + 1
    assert owner.last == question
    assert owner.buttons == [GO_ON[street.language]]


async def test_the_owner_is_answered_meanwhile(street: Street, restored: ShopUnderTest) -> None:
    owner = street.owner(restored)
    (answer,) = await owner.says("손님 몇 분이야?" if street.language == "ko" else "how many customers?")
    assert "1" in answer


async def test_after_the_owners_word_it_goes_on_and_nothing_comes_twice(
    street: Street, restored: ShopUnderTest
) -> None:
    owner, minji = street.owner(restored), street.minji(restored)
    heard = len(minji.texts)
    await owner.taps(GO_ON[street.language])
    owner.sees("2건" if street.language == "ko" else "2 notices")
    assert owner.buttons == []
    await restored.tick()
    assert len(minji.texts) == heard

    await minji.says("내 정보")
    minji.sees("김민지님")
    await restored.wakes_at(seoul(24, 12))
    minji.sees("11/25(수) 14시")
    assert len(minji.texts) == heard + 2


async def test_what_a_customer_asked_meanwhile_is_answered_then(street: Street, restored: ShopUnderTest) -> None:
    owner, minji = street.owner(restored), street.minji(restored)
    await minji.says("내 정보")
    heard = len(minji.texts)
    await owner.taps(GO_ON[street.language])
    assert len(minji.texts) == heard + 1
    minji.sees("김민지님")


async def test_the_button_works_once_and_says_so(street: Street, restored: ShopUnderTest) -> None:
    owner = street.owner(restored)
    await owner.taps(GO_ON[street.language])
    before = len(owner.texts)
    await owner.taps_data("1:carry-on")
    assert len(owner.texts) == before + 1
    owner.sees("이미" if street.language == "ko" else "already")


async def test_only_the_owner_can_let_it_go_on(street: Street, restored: ShopUnderTest) -> None:
    minji = street.minji(restored)
    message_id = restored.telegram.world.messages_of(MINJI)[-1]["message_id"]
    await minji.taps_data("1:carry-on", under=message_id)
    assert restored.assistant.is_held
    assert await restored.database.read(_held_rows) > 0


async def test_it_stays_held_over_a_restart(street: Street) -> None:
    database = street.new_computer()
    async with street.shop(database) as shop:
        await shop.tick()
        asked = len(street.owner(shop).texts)
    async with street.shop(database) as shop:
        await shop.tick()
        assert shop.assistant.is_held
        assert len(street.owner(shop).texts) == asked
    database.close()


def _held_rows(session: Session) -> int:
    return len(session.exec(select(OutboxRow).where(OutboxRow.state == "held")).all())


async def test_an_update_that_the_shop_had_not_read_yet_is_left_to_it(
    sqlite_database: Database, tmp_path: Path, vault: Vault
) -> None:
    street = Street(tmp_path, vault, "ko")
    await street.live_and_break(sqlite_database)
    database = street.new_computer()
    with database.reading() as session:
        assert {row.state for row in session.exec(select(InboxRow))} <= {"done", "aside"}
    database.close()


# Other copies.


def keeping_of(url: str, folder: Path) -> Keeping:
    return Keeping(folder / "backups", mark_file(url))


async def test_a_shop_that_starts_again_where_it_was_is_not_held(
    sqlite_database: Database, sqlite_url: str, tmp_path: Path
) -> None:
    for _ in range(3):
        async with open_shop(sqlite_database, keeping=keeping_of(sqlite_url, tmp_path)) as shop:
            assert not shop.assistant.is_held


async def test_a_database_without_its_mark_was_copied(
    sqlite_database: Database, sqlite_url: str, tmp_path: Path
) -> None:
    keeping = keeping_of(sqlite_url, tmp_path)
    clock = MovableClock(SATURDAY_TEN)
    telegram = FakeTelegram(clock=clock)
    async with open_shop(sqlite_database, clock=clock, telegram=telegram, keeping=keeping) as shop:
        await shop.owner()
    assert keeping.mark is not None
    keeping.mark.unlink()
    async with open_shop(sqlite_database, clock=clock, telegram=telegram, keeping=keeping) as shop:
        owner = shop.person(OWNER, "사장님")
        await shop.tick()
        owner.sees("옮겨 온 기록")
        await owner.taps(GO_ON["ko"])
    async with open_shop(sqlite_database, keeping=keeping) as shop:
        assert not shop.assistant.is_held


async def test_a_snapshot_that_was_put_back_is_behind_its_mark(sqlite_url: str, vault: Vault, tmp_path: Path) -> None:
    keeping, file = keeping_of(sqlite_url, tmp_path), sqlite_url.removeprefix("sqlite:///")

    async def is_held_at_start() -> bool:
        database = Database.open(sqlite_url, vault)
        async with open_shop(database, keeping=keeping) as shop:
            held = shop.assistant.is_held
        database.close()
        return held

    assert not await is_held_at_start()
    shutil.copy(file, tmp_path / "snapshot")
    assert not await is_held_at_start()
    shutil.copy(tmp_path / "snapshot", file)
    assert await is_held_at_start()


@pytest.mark.parametrize(("behind", "held"), [(timedelta(minutes=9), False), (timedelta(minutes=11), True)])
async def test_a_clock_far_behind_the_last_thing_written_holds_the_shop(
    database: Database, behind: timedelta, held: bool
) -> None:
    clock = MovableClock(SATURDAY_TEN)
    async with open_shop(database, clock=clock) as shop:
        message = outbox.Message("k", 7, Kind.OWNER_NOTICE, pack(Reply(words("owner-key-copied"))), SATURDAY_TEN)
        await shop.database.write(lambda session: outbox.add(session, database.vault, message, clock.now()))
    async with open_shop(database, clock=MovableClock(SATURDAY_TEN - behind)) as shop:
        assert shop.assistant.is_held is held
