"""Transactions and snapshots, on both databases."""

import asyncio
import os
import stat
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlmodel import Session

from storage.database import Database
from storage.models import Counter
from storage.vault import Vault
from storage.writing import table_of

COUNTERS = table_of(Counter)
LINE_OF_NO_VISIT = text("INSERT INTO visit_line (visit_id, item, quantity, amount_minor) VALUES (99, '', 1, 0)")


def _add(session: Session, name: str) -> None:
    session.add(Counter(name=name))


def _add_and_fail(session: Session, name: str) -> None:
    _add(session, name)
    session.flush()
    raise ZeroDivisionError


def _write(database: Database, work: Callable[[Session], None]) -> None:
    with database.writing() as session:
        work(session)


def _names(database: Database) -> list[str]:
    with database.reading() as session:
        return list(session.connection().execute(select(COUNTERS.c.name).order_by(COUNTERS.c.name)).scalars())


def _count_up(session: Session, name: str) -> int:
    """Read a number and write it back one higher, in two statements."""
    connection = session.connection()
    value = int(connection.execute(select(COUNTERS.c.value).where(COUNTERS.c.name == name)).scalar_one())
    connection.execute(update(COUNTERS).where(COUNTERS.c.name == name).values(value=value + 1))
    return value + 1


def test_a_block_that_ends_is_kept_and_its_rows_can_be_read_afterwards(database: Database) -> None:
    with database.writing() as session:
        kept = Counter(name="kept", value=7)
        session.add(kept)

    assert _names(database) == ["kept"]
    assert kept.value == 7


def test_a_block_that_raises_leaves_nothing(database: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        _write(database, lambda session: _add_and_fail(session, "lost"))

    assert _names(database) == []


def test_a_commit_inside_the_block_does_not_cut_it_in_two(database: Database) -> None:
    def commit_too_early(session: Session) -> None:
        _add(session, "first half")
        session.commit()
        _add_and_fail(session, "second half")

    with pytest.raises(ZeroDivisionError):
        _write(database, commit_too_early)
    assert _names(database) == []


def test_a_savepoint_is_taken_back_alone(database: Database) -> None:
    with database.writing() as session:
        _add(session, "before")
        with pytest.raises(ZeroDivisionError), session.begin_nested():
            _add_and_fail(session, "inside")
        _add(session, "after")

    assert _names(database) == ["after", "before"]


def test_a_statement_that_fails_inside_a_savepoint_spoils_only_that(database: Database) -> None:
    with database.writing() as session:
        _add(session, "once")
        session.flush()
        with pytest.raises(IntegrityError), session.begin_nested():
            session.connection().execute(COUNTERS.insert().values(name="once", value=0))
        _add(session, "still here")

    assert _names(database) == ["once", "still here"]


def test_references_are_enforced(database: Database) -> None:
    with pytest.raises(IntegrityError), database.writing() as session:
        session.connection().execute(LINE_OF_NO_VISIT)


def test_a_commit_that_fails_leaves_nothing_and_the_next_transaction_works(sqlite_database: Database) -> None:
    def fail_at_the_commit(session: Session) -> None:
        session.connection().execute(text("PRAGMA defer_foreign_keys = ON"))
        _add(session, "lost")
        session.flush()
        session.connection().execute(LINE_OF_NO_VISIT)

    with pytest.raises(IntegrityError):
        _write(sqlite_database, fail_at_the_commit)

    with sqlite_database.writing() as session:
        _add(session, "next")
    assert _names(sqlite_database) == ["next"]


def test_a_reader_cannot_write(database: Database) -> None:
    with pytest.raises(DBAPIError), database.reading() as session:
        session.connection().execute(COUNTERS.insert().values(name="sneaked in", value=0))

    assert _names(database) == []


def test_a_reader_sees_one_moment_while_others_commit(database: Database) -> None:
    with database.reading() as session:
        query = select(COUNTERS.c.name)
        assert session.connection().execute(query).all() == []
        with database.writing() as writing:
            _add(writing, "new")
        assert session.connection().execute(query).all() == []

    assert _names(database) == ["new"]


def test_a_reader_does_not_see_what_is_not_committed(database: Database) -> None:
    with database.writing() as session:
        _add(session, "new")
        session.flush()
        assert _names(database) == []


def test_a_transaction_inside_a_transaction_is_refused_instead_of_waiting_for_ever(database: Database) -> None:
    with database.writing(), pytest.raises(RuntimeError), database.writing():
        pass
    with database.reading(), pytest.raises(RuntimeError), database.reading():
        pass

    with database.writing() as session:
        _add(session, "fine")
    assert _names(database) == ["fine"]


def test_eight_threads_write_1600_transactions_and_none_is_lost_or_locked_out(database: Database) -> None:
    with database.writing() as session:
        _add(session, "visits")

    def write_two_hundred(_thread: int) -> None:
        for _ in range(200):
            with database.writing() as session:
                _count_up(session, "visits")

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(write_two_hundred, range(8)))

    with database.reading() as session:
        assert session.connection().execute(select(COUNTERS.c.value)).scalar_one() == 1600


def test_another_program_with_the_same_file_waits_for_its_turn(sqlite_url: str, vault: Vault) -> None:
    programs = [Database.open(sqlite_url, vault) for _ in range(4)]
    with programs[0].writing() as session:
        _add(session, "visits")

    def write_fifty(program: Database) -> None:
        for _ in range(50):
            with program.writing() as session:
                _count_up(session, "visits")

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(write_fifty, programs))

    with programs[0].reading() as session:
        assert session.connection().execute(select(COUNTERS.c.value)).scalar_one() == 200
    for program in programs:
        program.close()


async def test_work_is_done_in_other_threads_and_its_result_comes_back(database: Database) -> None:
    def work(session: Session) -> tuple[int, int]:
        _add(session, "visits")
        session.flush()
        return _count_up(session, "visits"), threading.get_ident()

    value, thread = await database.write(work)
    names = await database.read(lambda session: session.connection().execute(select(COUNTERS.c.name)).scalars().all())

    assert (value, names) == (1, ["visits"])
    assert thread != threading.get_ident()


async def test_work_that_raises_is_taken_back_and_says_so(database: Database) -> None:
    def work(session: Session) -> None:
        _add(session, "lost")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await database.write(work)
    assert _names(database) == []


async def test_work_asked_for_at_once_is_done_one_after_the_other(database: Database) -> None:
    await database.write(lambda session: _add(session, "visits"))

    values = await asyncio.gather(*(database.write(lambda session: _count_up(session, "visits")) for _ in range(50)))

    assert values == list(range(1, 51))


async def test_three_snapshots_are_read_side_by_side(database: Database) -> None:
    meeting = threading.Barrier(3, timeout=20)

    def work(session: Session) -> int:
        session.connection().execute(select(COUNTERS.c.name)).all()
        return meeting.wait()

    assert sorted(await asyncio.gather(*(database.read(work) for _ in range(3)))) == [0, 1, 2]


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_postgresql_may_cut_connections_and_the_next_transactions_get_new_ones(database: Database) -> None:
    assert _names(database) == []
    others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = "
    with database.writing() as session:
        assert session.connection().execute(text(f"{others} current_database()")).all() == [(True,)]
    assert _names(database) == []


@pytest.mark.parametrize(
    ("pragma", "writer", "reader"),
    [
        ("journal_mode", "wal", "wal"),
        ("synchronous", 2, 2),
        ("foreign_keys", 1, 1),
        ("busy_timeout", 30000, 30000),
        ("secure_delete", 1, 1),
        ("query_only", 0, 1),
    ],
)
def test_sqlite_connections_are_set_up(
    sqlite_database: Database, pragma: str, writer: str | int, reader: str | int
) -> None:
    with sqlite_database.writing() as session:
        assert session.connection().execute(text(f"PRAGMA {pragma}")).scalar_one() == writer
    with sqlite_database.reading() as session:
        assert session.connection().execute(text(f"PRAGMA {pragma}")).scalar_one() == reader


def test_a_new_file_and_its_log_are_for_their_owner_alone_and_closing_leaves_one_file(
    tmp_path: Path, vault: Vault
) -> None:
    file = tmp_path / "not" / "yet" / "shop.db"
    database = Database.open(f"sqlite:///{file}", vault)
    with database.writing() as session:
        COUNTERS.create(session.connection())

    assert {one.name for one in file.parent.iterdir()} == {"shop.db", "shop.db-wal", "shop.db-shm"}
    if os.name == "posix":
        assert {stat.S_IMODE(one.stat().st_mode) for one in file.parent.iterdir()} == {0o600}
    database.close()
    assert [one.name for one in file.parent.iterdir()] == ["shop.db"]


def test_what_was_deleted_is_not_left_in_the_file(sqlite_url: str, vault: Vault) -> None:
    database = Database.open(sqlite_url, vault)
    for statement in (COUNTERS.insert().values(name="canary-7731", value=0), COUNTERS.delete()):
        with database.writing() as session:
            session.connection().execute(statement)
    database.close()

    assert b"canary-7731" not in Path(sqlite_url.removeprefix("sqlite:///")).read_bytes()


async def test_wiping_leaves_nothing_of_what_was_deleted_in_the_log(database: Database, tmp_path: Path) -> None:
    with database.writing() as session:
        session.add(Counter(name="a-name-that-must-go", value=1))
    with database.writing() as session:
        session.connection().execute(text("DELETE FROM counter WHERE name = 'a-name-that-must-go'"))

    await database.wipe()

    assert b"a-name-that-must-go" not in everything_in(tmp_path)
    with database.writing() as session:
        session.add(Counter(name="still-works", value=1))


def everything_in(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.glob("shop.db*"))
