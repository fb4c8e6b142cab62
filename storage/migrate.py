"""Climbing: bringing a database to the tables of this version when the program starts.

One climb is one transaction, on SQLite too, so a database has the old tables or the new ones and nothing between. An
SQLite file that holds something is copied first, and the copy checked. Starting on a database that needs nothing costs
one query, and Alembic is not even loaded.

The migrations are numbered 0001, 0002, … in one line; the number that a file's name begins with is its revision.
"""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

from storage.address import address, sqlite_file
from storage.database import postgresql_engine, prepare_file, sqlite_engine

if TYPE_CHECKING:
    from alembic.config import Config

COPIES_KEPT = 3
FOLDER = Path(__file__).parent / "migrations"
_CLIMBING = ("BEGIN IMMEDIATE", "foreign_keys = OFF")


class DatabaseNewer(Exception):
    """The database was climbed by a newer version of the program, which alone can work with it."""

    def __init__(self, found: str, known: str) -> None:
        super().__init__(f"the database is at revision {found}, this program knows up to {known}")
        self.found = found
        self.known = known


class CopyDamaged(Exception):
    """The copy to be set aside before a climb is not sound, so nothing was changed."""

    def __init__(self, file: Path) -> None:
        super().__init__(f"the copy of {file} does not pass SQLite's integrity check")
        self.file = file


class ReferencesBroken(Exception):
    """A migration left rows that point at nothing. It was taken back."""

    def __init__(self, tables: tuple[str, ...]) -> None:
        super().__init__(f"broken references in {', '.join(tables)}")
        self.tables = tables


def climb(url: str, *, now: datetime, folder: Path = FOLDER) -> list[str]:
    """Bring the database to the newest revision, making it if there is none. Returns the revisions applied, in order.

    `now` (aware) dates the copy that is set aside. Only the leader may climb (`storage.leader`).
    Raises DatabaseNewer, CopyDamaged and ReferencesBroken, and then the database is as it was.
    """
    known = revisions(folder)
    found = revision_of(url)
    if found == known[-1]:
        return []
    if found is not None and found not in known:
        raise DatabaseNewer(found, known[-1])
    file = sqlite_file(url)
    if file is not None:
        prepare_file(file)
        if found is not None:
            set_aside(file, found, now)
    from alembic import command  # 60 ms that most starts need not pay

    with climbing_engine(url) as engine, engine.begin() as connection:
        command.upgrade(alembic_config(connection, folder), "head")
        _refuse_broken_references(connection)
    return [revision for revision in known if found is None or revision > found]


def revisions(folder: Path = FOLDER) -> list[str]:
    """The revisions that this program knows, oldest first."""
    return sorted(file.name[:4] for file in (folder / "versions").glob("[0-9][0-9][0-9][0-9]_*.py"))


def revision_of(url: str) -> str | None:
    """The revision of the database at `url`, or None if there is no database yet, or nothing in it."""
    file = sqlite_file(url)
    if file is not None and not file.exists():
        return None
    with climbing_engine(url) as engine, engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        revision: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return revision


@contextmanager
def climbing_engine(url: str) -> Iterator[Engine]:
    """An engine for changing tables, closed at the end of the block.

    SQLite changes a table by making it anew and dropping the old one, and dropping would take along every row that
    points at it. So references are off there, and are checked before the commit instead.
    """
    where = address(url)
    on_postgresql = sqlite_file(url) is None
    engine = postgresql_engine(where, 1) if on_postgresql else sqlite_engine(where, *_CLIMBING)
    try:
        yield engine
    finally:
        engine.dispose()


def alembic_config(connection: Connection, folder: Path = FOLDER) -> "Config":
    """Alembic's settings, for the one connection on which everything is to happen."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    return config


def set_aside(file: Path, revision: str, now: datetime) -> Path:
    """Copy an SQLite database next to itself under its revision and date, and keep the newest three such copies.

    Returns the copy. Raises CopyDamaged.
    """
    copy = file.with_name(f"{file.stem}.{revision}.{now.astimezone(UTC):%Y%m%dT%H%M%SZ}{file.suffix}")
    draft = copy.with_name(f"{copy.name}.partial")
    draft.unlink(missing_ok=True)
    prepare_file(draft)
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(draft)) as target:
        source.backup(target)
        sound = target.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    if not sound:
        draft.unlink()
        raise CopyDamaged(file)
    draft.replace(copy)
    for old in copies(file)[:-COPIES_KEPT]:
        old.unlink()
    return copy


def copies(file: Path) -> list[Path]:
    """The copies set aside of an SQLite database, oldest first."""
    name = re.compile(rf"{re.escape(file.stem)}\.[0-9]{{4}}\.([0-9]{{8}}T[0-9]{{6}}Z){re.escape(file.suffix)}")
    found = [(match[1], one) for one in file.parent.iterdir() if (match := name.fullmatch(one.name))]
    return [one for _, one in sorted(found)]


def _refuse_broken_references(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        broken = {str(row[0]) for row in connection.execute(text("PRAGMA foreign_key_check"))}
        if broken:
            raise ReferencesBroken(tuple(sorted(broken)))
