"""Looking from outside: what is wrong is named, and nothing is made or changed."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.clock import SystemClock
from bot.domain.health import Key, OnDisk, Tables
from storage.examination import examine
from storage.migrate import climbing_engine
from storage.models import Staff
from storage.opening import open_shop_database


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    return tmp_path / "shop.key"


@pytest.fixture
def shop(empty_url: str, key_file: Path) -> str:
    """The address of a shop that has started once and has an owner."""
    now = SystemClock().now()
    opened = open_shop_database(empty_url, data_key="", key_file=key_file, now=now)
    with opened.database.writing() as session:
        session.add(Staff(user_id=9001, role="owner", added_at=now))
        session.add(Staff(user_id=9002, role="owner", added_at=now, removed_at=now))
    opened.database.close()
    return empty_url


def look(url: str, key_file: Path, data_key: str = "") -> OnDisk:
    return examine(url, data_key=data_key, key_file=key_file)


def test_a_shop_that_is_well(shop: str, key_file: Path) -> None:
    seen = look(shop, key_file)

    assert (seen.key, seen.tables, seen.owners, seen.held, seen.writable) == (Key.GOOD, Tables.GOOD, 1, False, True)


def test_before_the_first_start_nothing_is_there_and_nothing_is_made(empty_url: str, key_file: Path) -> None:
    seen = look(empty_url, key_file)

    assert (seen.key, seen.tables, seen.owners) == (Key.TO_BE_MADE, Tables.TO_BE_MADE, 0)
    assert list(key_file.parent.iterdir()) == []


def test_a_key_that_is_gone(shop: str, key_file: Path) -> None:
    key_file.unlink()

    assert look(shop, key_file).key is Key.MISSING
    assert not key_file.exists()


@pytest.mark.parametrize(("text", "key"), [("v1:" + "A" * 43, Key.WRONG), ("not a key", Key.MALFORMED)])
def test_a_key_that_is_another_one_or_none(shop: str, key_file: Path, text: str, key: Key) -> None:
    key_file.write_text(text, encoding="utf-8")

    assert look(shop, key_file).key is key
    assert look(shop, key_file.with_name("elsewhere"), text).key is key


@pytest.mark.parametrize(("revision", "tables"), [("0001", Tables.OLD), ("9999", Tables.NEWER)])
def test_a_database_of_another_version(shop: str, key_file: Path, revision: str, tables: Tables) -> None:
    with climbing_engine(shop) as engine, engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision})

    seen = look(shop, key_file)

    assert (seen.tables, seen.found) == (tables, revision)


def test_a_database_that_is_none(tmp_path: Path, key_file: Path) -> None:
    (tmp_path / "shop.db").write_bytes(b"this is no database at all, " * 100)

    assert look(f"sqlite:///{tmp_path / 'shop.db'}", key_file).tables is Tables.CLOSED


def test_a_server_that_does_not_answer(key_file: Path) -> None:
    assert look("postgresql://nobody@127.0.0.1:1/none", key_file).tables is Tables.CLOSED


def test_a_folder_that_cannot_be_written(tmp_path: Path, key_file: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be", encoding="utf-8")

    assert not look(f"sqlite:///{tmp_path / 'data' / 'shop.db'}", key_file).writable


def test_room_is_measured_beside_a_file_only(shop: str, key_file: Path) -> None:
    seen = look(shop, key_file)

    if shop.startswith("sqlite"):
        assert seen.free_bytes == pytest.approx(shutil.disk_usage(key_file.parent).free, rel=0.5)
        assert seen.database_bytes > 0
    else:
        assert seen.free_bytes is None
