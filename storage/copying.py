"""A shop's whole database as one SQLite file, and back: what a backup holds, whichever system the shop runs on.

Rows are copied as they lie there. What is sealed stays sealed, and nothing is read that is not written again.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, LargeBinary, MetaData, Table, func, insert, select, text
from sqlmodel import SQLModel

import storage.models  # noqa: F401  (fills the metadata)
from storage.address import address, sqlite_file
from storage.database import Database, postgresql_engine, prepare_file, sqlite_engine
from storage.migrate import climb
from storage.types import Sealed

_ROWS_AT_ONCE = 1_000
# Only the sealed file must survive a power cut. Flushing its copy would make whoever writes meanwhile wait as well.
_QUICK = ("foreign_keys = OFF", "synchronous = OFF")

Rows = Mapping[str, int]
"""How many rows each table has."""


def copy_out(database: Database, file: Path, now: datetime) -> Rows:
    """Write everything of one moment into a new SQLite file, while others go on writing to the database.

    `now` is for the tables of a new file. Returns what was there to be copied.
    """
    prepare_file(file)
    with database.reading() as session:
        connection = session.connection()
        rows = _count(connection)
        if connection.dialect.name == "sqlite":
            _copy_pages(connection.connection.driver_connection, file)
        else:
            climb(f"sqlite:///{file}", now=now)
            engine = sqlite_engine(address(f"sqlite:///{file}"), "BEGIN IMMEDIATE", *_QUICK)
            with engine.begin() as target:
                _copy_rows(connection, target)
                _keep_numbers(target, _numbers_of_postgresql(connection))
            engine.dispose()
    with closing(sqlite3.connect(file)) as copy:
        copy.execute("PRAGMA journal_mode = DELETE")  # one file and not three
    return rows


def copy_in(file: Path, url: str, now: datetime) -> None:
    """Write everything that the SQLite file holds into an empty PostgreSQL database; both have the newest tables."""
    climb(url, now=now)
    source = sqlite_engine(address(f"sqlite:///{file}"), "BEGIN")
    target = postgresql_engine(address(url), 1)
    with source.connect() as reading, target.begin() as writing:
        for table in SQLModel.metadata.sorted_tables:
            writing.execute(table.delete())
        _copy_rows(reading, writing)
        _set_sequences(writing, _numbers_of_sqlite(reading))
    source.dispose()
    target.dispose()


def is_empty(url: str) -> bool:
    """Whether nothing would be lost: no SQLite file, nor a log of one; no row in any of our tables of PostgreSQL."""
    file = sqlite_file(url)
    if file is not None:
        return not any(one.exists() for one in (file, file.with_name(f"{file.name}-wal")))
    engine = postgresql_engine(address(url), 1)
    try:
        with engine.connect() as connection:
            there = engine.dialect.get_table_names(connection)
            tables = [table for table in SQLModel.metadata.sorted_tables if table.name in there]
            return not any(connection.execute(select(1).select_from(table).limit(1)).first() for table in tables)
    finally:
        engine.dispose()


def rows_in(file: Path) -> Rows:
    """How many rows each table of an SQLite file has; its tables must be the newest."""
    engine = sqlite_engine(address(f"sqlite:///{file}"), "BEGIN")
    try:
        with engine.connect() as connection:
            return _count(connection)
    finally:
        engine.dispose()


def _count(connection: Connection) -> Rows:
    return {
        table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
        for table in SQLModel.metadata.sorted_tables
    }


def _copy_pages(source: Any, file: Path) -> None:
    """SQLite's own way: page by page, of the moment at which the transaction that is open here began."""
    with closing(sqlite3.connect(file)) as target:
        for pragma in _QUICK:
            target.execute(f"PRAGMA {pragma}")
        source.backup(target)


def _copy_rows(source: Connection, target: Connection) -> None:
    for table in SQLModel.metadata.sorted_tables:
        plain = _without_unsealing(table)
        streamed = select(plain).execution_options(stream_results=True, yield_per=_ROWS_AT_ONCE)
        with source.execute(streamed) as found:
            for some in found.mappings().partitions():
                target.execute(insert(plain), [dict(row) for row in some])


def _without_unsealing(table: Table) -> Table:
    """The same table with sealed columns as the bytes that they are."""
    columns: Iterable[Column[object]] = (
        Column(one.name, LargeBinary() if isinstance(one.type, Sealed) else one.type) for one in table.columns
    )
    return Table(table.name, MetaData(), *columns)


# The highest id a table has ever given out. The next one must be new even if that row is gone.


def _numbered() -> list[Table]:
    return [table for table in SQLModel.metadata.sorted_tables if table.autoincrement_column is not None]


def _numbers_of_postgresql(connection: Connection) -> dict[str, int]:
    found = {}
    for table in _numbered():
        sequence = connection.execute(text("SELECT pg_get_serial_sequence(:name, 'id')"), {"name": table.name}).scalar()
        if sequence is not None:
            given = text(f"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {sequence}")  # noqa: S608
            found[table.name] = connection.execute(given).scalar_one()
    return found


def _numbers_of_sqlite(connection: Connection) -> dict[str, int]:
    remembered = {row[0]: row[1] for row in connection.execute(text("SELECT name, seq FROM sqlite_sequence"))}
    return {
        table.name: max(remembered.get(table.name, 0), connection.execute(select(func.max(table.c.id))).scalar() or 0)
        for table in _numbered()
    }


def _keep_numbers(connection: Connection, numbers: dict[str, int]) -> None:
    for table in _numbered():
        if table.dialect_options["sqlite"]["autoincrement"] and numbers.get(table.name):
            row = {"name": table.name, "seq": numbers[table.name]}
            connection.execute(text("DELETE FROM sqlite_sequence WHERE name = :name"), row)
            connection.execute(text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :seq)"), row)


def _set_sequences(connection: Connection, numbers: dict[str, int]) -> None:
    for name, number in numbers.items():
        if number:
            new = text("SELECT setval(pg_get_serial_sequence(:name, 'id'), :number)")
            connection.execute(new, {"name": name, "number": number})
