"""What a shop does for itself once a day: its backup at night, and the reminder to copy the key."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.jobs.backing_up import Keeping
from storage import backup
from storage.database import Database
from storage.sealed_file import open_file
from tests.chat import Chat, ShopUnderTest, open_shop

SEOUL = ZoneInfo("Asia/Seoul")
COPIED = {"ko": "복사해 뒀어요", "en": "I've copied it"}
UNDO = {"ko": "되돌리기", "en": "Undo"}


def seoul(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=SEOUL).astimezone(UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
async def shop(database: Database, folder: Path) -> AsyncIterator[ShopUnderTest]:
    async with open_shop(database, keeping=Keeping(folder, None)) as opened:
        yield opened


@pytest.fixture(params=["ko", "en"])
async def owner(request: pytest.FixtureRequest, shop: ShopUnderTest) -> Chat:
    return await shop.owner(language=request.param)


def days(folder: Path) -> list[str]:
    return [day.isoformat() for day, _ in backup.backups(folder)]


def block(folder: Path) -> None:
    folder.write_text("a file stands where the folder should be", encoding="utf-8")


def unblock(folder: Path) -> None:
    folder.unlink()


async def test_a_computer_that_was_off_at_night_makes_its_backup_in_the_morning(
    shop: ShopUnderTest, folder: Path
) -> None:
    await shop.tick()
    assert days(folder) == ["2026-11-21"]


async def test_the_backup_is_made_at_three_at_night_once(shop: ShopUnderTest, folder: Path) -> None:
    await shop.tick()
    await shop.wakes_at(seoul(22, 2, 59))
    assert days(folder) == ["2026-11-21"]
    await shop.wakes_at(seoul(22, 3, 0))
    assert days(folder) == ["2026-11-21", "2026-11-22"]
    made = (folder / "dangol-2026-11-22.backup").read_bytes()
    for _ in range(5):
        await shop.moves_on(hours=1)
    assert (folder / "dangol-2026-11-22.backup").read_bytes() == made


async def test_what_is_made_at_night_can_be_opened(shop: ShopUnderTest, folder: Path, tmp_path: Path) -> None:
    await shop.tick()
    with (folder / "dangol-2026-11-21.backup").open("rb") as source, (tmp_path / "copy").open("wb") as target:
        open_file(shop.database.vault, source, target)
    assert (tmp_path / "copy").read_bytes().startswith(b"SQLite format 3")


async def test_a_failure_is_told_once_a_day_and_tried_again_every_hour(
    shop: ShopUnderTest, owner: Chat, folder: Path
) -> None:
    block(folder)
    await shop.tick()
    owner.sees("백업" if owner.person.account.language_code == "ko" else "backup")
    told = len(owner.texts)
    await shop.moves_on(minutes=10)
    await shop.moves_on(hours=1)
    assert len(owner.texts) == told

    unblock(folder)
    await shop.moves_on(minutes=10)
    assert days(folder) == []
    await shop.moves_on(hours=1)
    assert days(folder) == ["2026-11-21"]


async def test_the_owner_is_asked_weekly_whether_the_key_was_copied(shop: ShopUnderTest, owner: Chat) -> None:
    language = owner.person.account.language_code
    await shop.wakes_at(seoul(21, 11))
    before = len(owner.texts)
    await shop.wakes_at(seoul(22, 11))
    assert len(owner.texts) == before
    await shop.wakes_at(seoul(23, 10, 59))
    assert len(owner.texts) == before
    await shop.wakes_at(seoul(23, 11))
    owner.sees("--key-card")
    assert owner.buttons == [COPIED[language]]

    for day in range(24, 30):
        await shop.wakes_at(seoul(day, 11))
    assert len(owner.texts) == before + 1
    await shop.wakes_at(seoul(30, 11))
    assert len(owner.texts) == before + 2


async def test_once_it_was_copied_nobody_asks_again_unless_that_was_a_slip(shop: ShopUnderTest, owner: Chat) -> None:
    language = owner.person.account.language_code
    for day in (21, 23):
        await shop.wakes_at(seoul(day, 11))
    await owner.taps(COPIED[language])
    assert owner.buttons == [UNDO[language]]
    before = len(owner.texts)
    await shop.wakes_at(seoul(30, 11))
    assert len(owner.texts) == before

    await owner.taps(UNDO[language])
    await shop.wakes_at(seoul(7, 11, month=12))
    owner.sees("--key-card")


async def test_a_shop_that_keeps_nothing_here_has_no_backups_and_asks_for_no_key(database: Database) -> None:
    async with open_shop(database) as shop:
        owner = await shop.owner()
        before = len(owner.texts)
        for day in (21, 23, 30):
            await shop.wakes_at(seoul(day, 11))
        assert len(owner.texts) == before
