"""Backups: what is in them, who can read them, how many are kept, and that they come back whole and quiet."""

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from sqlalchemy import insert, select
from sqlmodel import Session, SQLModel, col

from bot.actions.name_cache import NameCache
from bot.actions.unit import Unit
from bot.domain.outgoing import Reply, words
from bot.domain.packing import pack
from bot.domain.permissions import SYSTEM
from bot.domain.shop import Shop
from storage import backup, outbox, people
from storage.copying import is_empty
from storage.database import Database
from storage.held import Why, held
from storage.key_check import check_key
from storage.migrate import alembic_config, climbing_engine, revisions
from storage.models import Customer, InboxRow, JobRun, OutboxRow, Visit
from storage.restoring import NotEmpty, restore
from storage.sealed_file import Damaged, NotOurs, seal_file
from storage.vault import KeyWrong, Vault
from storage.writing import table_of
from tests import cast
from tests.postgres import Postgres

NOW = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
TODAY = date(2026, 11, 21)
LATER = NOW + timedelta(hours=9)
NAME, PHONE, NOTE = "김수연", "010-2345-6781", "셔츠 깃에 풀 먹이지 않기"


def unit_in(session: Session, vault: Vault) -> Unit:
    return Unit(session, vault, NOW, Shop("맑은세탁"), SYSTEM, NameCache())


@pytest.fixture
def shop(database: Database, vault: Vault) -> Database:
    """A shop with people, visits, an order, a message on its way and an update that nobody has read yet."""
    with database.writing() as session:
        check_key(session, vault)
        unit = unit_in(session, vault)
        for number, name in enumerate([NAME, "Emily Carter", "박서준"]):
            person = cast.customer(unit, name, f"010-2345-678{number + 1}")
            person.note = NOTE
            cast.visit(unit, person, number * 7, ("정장", 2, 18_000))
            cast.order(unit, person, ("코트", 1, 12_000), promised_at=NOW + timedelta(days=2))
        passer_by = cast.customer(unit, "정유진")
        people.remove(session, passer_by)
        message = outbox.Message("ready:1", 1001, "order_notice", pack(Reply(words("hours-unknown"))), NOW)
        outbox.add(session, vault, message, NOW)
        session.add(InboxRow(bot_id=1, update_id=5, lane=1001, sealed_raw=b"x", received_at=NOW))
    return database


def make(shop: Database, folder: Path, day: date = TODAY) -> Path:
    return backup.make(shop, folder, day=day, now=NOW).file


def everything(database: Database) -> dict[str, list[Any]]:
    """All rows of all tables in clear, but for what a restored shop knows of its own restoring."""
    with database.reading() as session:
        found = {}
        for table in SQLModel.metadata.sorted_tables:
            found[table.name] = sorted(map(repr, session.connection().execute(select(table))))
    return {name: rows for name, rows in found.items() if name not in ("shop_fact", "inbox")}


@pytest.fixture(params=["to sqlite", "to postgresql"])
def new_place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of another database, with nothing in it."""
    if request.param == "to sqlite":
        yield f"sqlite:///{tmp_path / 'new computer' / 'shop.db'}"
        return
    server: Postgres = request.getfixturevalue("postgres_server")
    name, url = server.create("template1")
    yield url
    server.drop(name)


@pytest.fixture
def restored(shop: Database, vault: Vault, tmp_path: Path, new_place: str) -> Iterator[Database]:
    """The shop of a backup, on either system from either system."""
    restore(make(shop, tmp_path / "backups"), new_place, vault, LATER)
    database = Database.open(new_place, vault)
    yield database
    database.close()


def test_a_shop_comes_back_as_it_was_on_either_system(shop: Database, restored: Database) -> None:
    assert everything(restored) == everything(shop)


def test_what_comes_back_can_be_read_found_and_written_on(restored: Database, vault: Vault) -> None:
    with restored.writing() as session:
        (customer,) = people.by_last4(session, vault, "6781")
        assert (customer.name, customer.note) == (NAME, NOTE)
        known = set(session.exec(select(col(Customer.id))).scalars())  # type: ignore[call-overload]
        newcomer = people.create(session, "한지우", NOW)
        assert newcomer.id not in known


def test_the_id_of_somebody_who_was_removed_is_not_given_to_another(shop: Database, restored: Database) -> None:
    with shop.writing() as session:
        expected = people.create(session, "한지우", NOW).id
    with restored.writing() as session:
        assert people.create(session, "한지우", NOW).id == expected


def test_the_file_holds_nothing_that_can_be_read(shop: Database, tmp_path: Path) -> None:
    content = make(shop, tmp_path).read_bytes()

    for canary in (NAME, "Emily", "Carter", "2345", "6781", "정장", "코트", NOTE, "SQLite", "customer"):
        assert canary.encode() not in content, canary
        assert canary.encode("utf-16-le") not in content, canary


def test_nothing_but_the_backup_is_left_in_the_folder_and_only_its_owner_can_read_it(
    shop: Database, tmp_path: Path
) -> None:
    file = make(shop, tmp_path / "backups")

    assert [one.name for one in (tmp_path / "backups").iterdir()] == ["dangol-2026-11-21.backup"]
    assert file.stat().st_mode & 0o077 == 0


def test_a_second_backup_of_a_day_takes_the_place_of_the_first(shop: Database, tmp_path: Path) -> None:
    first = make(shop, tmp_path).read_bytes()

    assert make(shop, tmp_path).read_bytes() != first
    assert len(backup.backups(tmp_path)) == 1


def test_fourteen_days_are_kept_and_other_files_left_alone(sqlite_database: Database, tmp_path: Path) -> None:
    other = tmp_path / "dangol-2020-01-01.backup.txt"
    other.touch()
    (tmp_path / "dangol-2020-01-02.backup").touch()
    for days in range(16):
        make(sqlite_database, tmp_path, TODAY + timedelta(days=days))

    kept = backup.backups(tmp_path)
    assert [day for day, _ in kept] == [TODAY + timedelta(days=days) for days in range(2, 16)]
    assert other.exists()


def test_what_a_crash_left_behind_is_cleared_away_and_what_is_being_made_is_not(
    sqlite_database: Database, tmp_path: Path
) -> None:
    for name, hours in ((".making-old", 25), (".making-now", 1)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "copy.db").touch()
        moment = (NOW - timedelta(hours=hours)).timestamp()
        os.utime(tmp_path / name, (moment, moment))
    make(sqlite_database, tmp_path)

    assert not (tmp_path / ".making-old").exists()
    assert (tmp_path / ".making-now" / "copy.db").exists()


def test_others_write_on_while_a_backup_is_made(sqlite_database: Database, tmp_path: Path) -> None:
    """The copy is of one moment, and whoever writes meanwhile is not in it and does not wait for it."""
    row = {"job": "x", "started_at": NOW, "planned": 0, "missed": 0}
    with sqlite_database.writing() as session:
        session.connection().execute(
            insert(table_of(JobRun)), [row | {"slot": "a" * 4000 + str(n)} for n in range(5000)]
        )
    written = 0
    done = threading.Event()

    def work() -> None:
        make(sqlite_database, tmp_path)
        done.set()

    making = threading.Thread(target=work)
    making.start()
    while not done.is_set():
        with sqlite_database.writing() as session:
            session.connection().execute(insert(table_of(JobRun)), row | {"slot": f"meanwhile-{written}"})
        written += 1
    making.join()

    assert written > 0
    restored = backup.make(sqlite_database, tmp_path, day=TODAY, now=NOW)
    assert restored.rows["job_run"] == 5000 + written


@pytest.mark.parametrize("how", ["cut", "longer", "changed"])
def test_a_damaged_backup_is_refused_and_leaves_the_place_empty(
    sqlite_database: Database, vault: Vault, tmp_path: Path, how: str
) -> None:
    file = make(sqlite_database, tmp_path)
    content = file.read_bytes()
    middle = len(content) // 2
    file.write_bytes(
        {
            "cut": content[:middle],
            "longer": content + b"x",
            "changed": content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :],
        }[how]
    )
    url = f"sqlite:///{tmp_path / 'new' / 'shop.db'}"

    with pytest.raises(Damaged):
        restore(file, url, vault, LATER)
    assert is_empty(url)
    assert list((tmp_path / "new").iterdir()) == []


def test_what_was_sealed_and_is_no_database_is_damaged(vault: Vault, tmp_path: Path) -> None:
    plain, file = tmp_path / "plain", tmp_path / "x.backup"
    plain.write_bytes(b"not a database at all" * 1000)
    with plain.open("rb") as source, file.open("wb") as target:
        seal_file(vault, source, target)

    with pytest.raises(Damaged):
        restore(file, f"sqlite:///{tmp_path / 'shop.db'}", vault, LATER)


def test_another_file_is_no_backup(vault: Vault, tmp_path: Path) -> None:
    file = tmp_path / "customers.csv"
    file.write_text("name,phone\n", encoding="utf-8")

    with pytest.raises(NotOurs):
        restore(file, f"sqlite:///{tmp_path / 'shop.db'}", vault, LATER)


def test_another_key_opens_nothing(sqlite_database: Database, tmp_path: Path) -> None:
    with pytest.raises(KeyWrong):
        restore(make(sqlite_database, tmp_path), f"sqlite:///{tmp_path / 'new.db'}", Vault({1: bytes(32)}), LATER)


def test_nothing_is_ever_written_over(shop: Database, database_url: str, vault: Vault, tmp_path: Path) -> None:
    before = everything(shop)

    with pytest.raises(NotEmpty):
        restore(make(shop, tmp_path / "backups"), database_url, vault, LATER)
    assert everything(shop) == before


def test_a_log_without_its_database_is_something_too(sqlite_database: Database, vault: Vault, tmp_path: Path) -> None:
    (tmp_path / "new.db-wal").write_bytes(b"what a crash left")

    with pytest.raises(NotEmpty):
        restore(make(sqlite_database, tmp_path / "backups"), f"sqlite:///{tmp_path / 'new.db'}", vault, LATER)


def test_a_backup_of_older_tables_is_climbed(vault: Vault, tmp_path: Path) -> None:
    old, file, url = tmp_path / "old.db", tmp_path / "old.backup", f"sqlite:///{tmp_path / 'new.db'}"
    with climbing_engine(f"sqlite:///{old}") as engine, engine.begin() as connection:
        command.upgrade(alembic_config(connection), "0001")
    with closing(sqlite3.connect(old)) as older:
        older.execute("PRAGMA journal_mode = DELETE")
    with old.open("rb") as source, file.open("wb") as target:
        seal_file(vault, source, target)

    assert restore(file, url, vault, LATER).rows["outbox_file"] == 0
    with closing(sqlite3.connect(tmp_path / "new.db")) as climbed:
        assert climbed.execute("SELECT version_num FROM alembic_version").fetchone() == (revisions()[-1],)


def test_a_restored_shop_is_held_and_what_was_not_read_is_left_to_the_shop_itself(
    restored: Database, vault: Vault
) -> None:
    with restored.reading() as session:
        one = held(session, vault)
        assert one is not None
        assert (one.why, one.since) == (Why.RESTORED, LATER)
        assert [row.state for row in session.scalars(select(InboxRow))] == ["aside"]
        assert session.scalars(select(col(OutboxRow.state))).all() == ["pending"]


def test_it_says_when_the_shop_had_last_written_something_and_how_much_is_there(
    shop: Database, vault: Vault, tmp_path: Path
) -> None:
    back = restore(make(shop, tmp_path / "b"), f"sqlite:///{tmp_path / 'new.db'}", vault, LATER)

    assert back.last_write == NOW
    assert (back.rows["customer"], back.rows["visit"]) == (3, 6)


def test_a_shop_that_has_just_begun_has_no_visit_in_its_backup(database: Database, tmp_path: Path) -> None:
    assert backup.make(database, tmp_path, day=TODAY, now=NOW).rows[str(Visit.__tablename__)] == 0
