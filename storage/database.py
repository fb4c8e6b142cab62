"""The database: short transactions for writing, snapshots for reading, on SQLite and on PostgreSQL.

SQLite has one writer, so writing is one connection that every writing transaction takes in turn, with BEGIN IMMEDIATE:
a transaction that begins as a reader and then wants to write fails at once whenever somebody else has written since
(1,475 of 1,600 in our measurement), however long it was willing to wait. Readers have connections of their own, which
refuse to write. PostgreSQL gets the same shape by default, so that reading a number and writing it back means the same
on both.

Connections are kept open, and a Session is made anew for each transaction: about 20 microseconds, where taking
one from a pool costs three times that.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import URL, Connection, Dialect, Engine, NullPool, create_engine, event
from sqlalchemy.util import LRUCache
from sqlmodel import Session

from storage.address import address, sqlite_file
from storage.lines import KeptLine, Line, PooledLine
from storage.vault import Vault

T = TypeVar("T")

BUSY_SECONDS = 30.0
_STATEMENTS_KEPT = 512

_SQLITE_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",
    f"busy_timeout = {int(BUSY_SECONDS * 1000)}",
)


class Database:
    """One shop's database. Made by `open`; every method may be called from any thread."""

    def __init__(self, vault: Vault, writers: Line, readers: Line) -> None:
        self.vault = vault
        self.dialect_name: str = writers.engine.dialect.name
        self._writers = writers
        self._readers = readers

    @classmethod
    def open(cls, url: str, vault: Vault, *, readers: int = 3, writers: int = 1) -> Self:
        """Open the database at `url` (see `storage.address`); it must have been climbed to the newest tables.

        More than one writer is for PostgreSQL only, and only for work that never reads a value to write it back.
        Raises AddressRefused.
        """
        where = address(url)
        file = sqlite_file(url)
        if file is None:
            write_line: Line = PooledLine(postgresql_engine(where, writers), writers)
            read_line: Line = PooledLine(postgresql_engine(where, readers, read_only=True), readers)
        else:
            prepare_file(file)
            write_line = KeptLine(_sharing(sqlite_engine(where), vault), 1, "BEGIN IMMEDIATE")
            read_line = KeptLine(_sharing(sqlite_engine(where, "", "query_only = ON"), vault), readers, "BEGIN")
        for line in (write_line, read_line):
            # Column types are handed the dialect and nothing else, so this is where `Sealed` finds the key.
            line.engine.dialect.vault = vault  # type: ignore[attr-defined]
        return cls(vault, write_line, read_line)

    def fence(self, confirm: Callable[[Connection], None]) -> None:
        """From now on every writing transaction begins with `confirm`, which raises where it must not go on."""
        self._writers.confirm = confirm

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One writing transaction: committed when the block ends, rolled back when it raises.

        `session.begin_nested()` is a SAVEPOINT. A second one inside the first, in one thread, raises RuntimeError.
        """
        with self._writers.session() as session:
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A snapshot: everything read in the block is of one moment. An attempt to write raises."""
        with self._readers.session() as session:
            yield session

    async def write(self, work: Callable[[Session], T]) -> T:
        """Run `work` in a writer thread: all of it is committed when this returns, or nothing of it when it raises.

        What waits at the same moment is committed together, see `storage.lines`. If the caller is cancelled, it still
        ends.
        """
        return await self._writers.run_in_group(work)

    async def read(self, work: Callable[[Session], T]) -> T:
        """Run `work` on one snapshot, in a reader thread."""
        return await self._readers.run(work)

    async def wipe(self) -> None:
        """Empty SQLite's write-ahead log, so that what was deleted is not to be found there either.

        Deleted rows are overwritten in the file itself. PostgreSQL has its own way of forgetting (autovacuum).
        """
        await self._writers.wipe()

    def close(self) -> None:
        """Wait for the transactions at hand, then close. The writer goes last and so empties the write-ahead log."""
        self._readers.close()
        self._writers.close()


_shared: WeakKeyDictionary[Vault, tuple[Dialect, LRUCache[Any, Any]]] = WeakKeyDictionary()


def _sharing(engine: Engine, vault: Vault) -> Engine:
    """All engines under one key share a dialect and what was compiled for it: a statement is compiled once, not twice.

    (And not a thousand times in the tests, where that took a fifth of the time.) A dialect knows its database from its
    first connection, so this is for lines that connect at once.
    """
    engine.dialect, compiled = _shared.setdefault(vault, (engine.dialect, LRUCache(_STATEMENTS_KEPT)))
    return engine.execution_options(compiled_cache=compiled)


def prepare_file(file: Path) -> None:
    """Make the folder and an empty database file that only its owner can read; the log beside it takes its mode."""
    file.parent.mkdir(parents=True, exist_ok=True)
    os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))


def sqlite_engine(where: URL, begin: str = "", *more_pragmas: str) -> Engine:
    """An engine whose transactions start with `begin`, DDL included: left alone, pysqlite begins late or not at all.

    Without `begin` that is left to the caller: an engine that is listened to takes longer over everything.
    """
    engine = create_engine(
        where,
        hide_parameters=True,  # an error must not carry what was being written into the log
        poolclass=NullPool,
        connect_args={
            "isolation_level": None,
            "check_same_thread": False,
            "timeout": BUSY_SECONDS,
            "cached_statements": _STATEMENTS_KEPT,
        },
    )

    @event.listens_for(engine, "connect")
    def set_up(connection: sqlite3.Connection, _record: Any) -> None:
        for pragma in _SQLITE_PRAGMAS + more_pragmas:
            connection.execute(f"PRAGMA {pragma}")

    if begin:

        @event.listens_for(engine, "begin")
        def start(connection: Connection) -> None:
            connection.connection.cursor().execute(begin)

    return engine


def postgresql_engine(where: URL, size: int, *, read_only: bool = False) -> Engine:
    """An engine of at most `size` connections; a reading one gives each transaction a snapshot that cannot write."""
    options: dict[str, Any] = {"isolation_level": "REPEATABLE READ"} if read_only else {}
    engine = create_engine(
        where,
        hide_parameters=True,
        pool_size=size,
        max_overflow=0,
        pool_timeout=BUSY_SECONDS,
        pool_pre_ping=True,
        **options,
    )
    if read_only:

        @event.listens_for(engine, "connect")
        def set_up(connection: Any, _record: Any) -> None:
            connection.read_only = True

    return engine
