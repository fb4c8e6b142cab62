"""Climbing: all or nothing, with a copy set aside, and never down from a newer program's tables."""

import os
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event, text

from storage.migrate import (
    FOLDER,
    CopyDamaged,
    DatabaseNewer,
    ReferencesBroken,
    climb,
    climbing_engine,
    copies,
    revision_of,
    revisions,
)

NOW = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
ROOT = Path(__file__).parents[2]

# A shop's history of three revisions. The second rebuilds a table that others point at; the third breaks a reference.
STEPS = {
    "0001": """
    op.create_table("person", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("name", sa.String()))
    op.create_table(
        "purchase",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id", ondelete="CASCADE"), nullable=False),
    )
    op.execute("INSERT INTO person (id, name) VALUES (1, 'Minji')")
    op.execute("INSERT INTO purchase (id, person_id) VALUES (1, 1), (2, 1)")
""",
    "0002": """
    with op.batch_alter_table("person", recreate="always" if op.get_bind().dialect.name == "sqlite" else "auto") as one:
        one.alter_column("name", type_=sa.Text(), existing_type=sa.String())
    op.add_column("person", sa.Column("note", sa.String()))
""",
    "0003": """
    op.execute("DELETE FROM person")
""",
}


@pytest.fixture
def history(tmp_path: Path) -> Callable[[str], Path]:
    """A folder of migrations up to the revision asked for."""

    def up_to(newest: str) -> Path:
        folder = tmp_path / f"migrations up to {newest}, 100%"
        (folder / "versions").mkdir(parents=True)
        shutil.copy(FOLDER / "env.py", folder)
        below = None
        for revision, step in STEPS.items():
            if revision <= newest:
                head = f"import sqlalchemy as sa\nfrom alembic import op\nrevision = {revision!r}\n"
                body = f"down_revision = {below!r}\ndef upgrade():{step}"
                (folder / "versions" / f"{revision}_step.py").write_text(head + body, encoding="utf-8")
                below = revision
        return folder

    return up_to


def _ask(url: str, question: str) -> list[Any]:
    with climbing_engine(url) as engine, engine.connect() as connection:
        return list(connection.execute(text(question)))


def _everything(url: str) -> Any:
    """All that a database holds, as text."""
    with climbing_engine(url) as engine, engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            raw: Any = connection.connection.dbapi_connection
            found = list(raw.iterdump())
        else:
            catalog = "SELECT table_name, column_name, data_type FROM information_schema.columns"
            query = f"{catalog} WHERE table_schema = 'public' ORDER BY table_name, ordinal_position"
            found = [tuple(row) for row in connection.execute(text(query))]
            found += [tuple(row) for row in connection.execute(text("SELECT conname FROM pg_constraint ORDER BY 1"))]
            found += [tuple(row) for row in connection.execute(text("SELECT indexname FROM pg_indexes ORDER BY 1"))]
    return found


def test_an_empty_database_is_climbed_once(empty_url: str) -> None:
    assert revision_of(empty_url) is None

    assert climb(empty_url, now=NOW) == revisions()
    assert revision_of(empty_url) == revisions()[-1]
    assert climb(empty_url, now=NOW) == []


def test_only_what_is_missing_is_applied_and_rows_stay(empty_url: str, history: Callable[[str], Path]) -> None:
    assert climb(empty_url, now=NOW, folder=history("0001")) == ["0001"]

    assert climb(empty_url, now=NOW, folder=history("0002")) == ["0002"]
    assert _ask(empty_url, "SELECT name, note FROM person") == [("Minji", None)]
    assert _ask(empty_url, "SELECT id FROM purchase ORDER BY id") == [(1,), (2,)]


def test_a_newer_database_is_refused_by_name_and_left_alone(empty_url: str, history: Callable[[str], Path]) -> None:
    climb(empty_url, now=NOW, folder=history("0002"))
    before = _everything(empty_url)

    with pytest.raises(DatabaseNewer) as refusal:
        climb(empty_url, now=NOW, folder=history("0001"))
    assert (refusal.value.found, refusal.value.known) == ("0002", "0001")
    assert _everything(empty_url) == before


def test_an_up_to_date_start_loads_no_alembic(sqlite_url: str) -> None:
    script = (
        "import sys; from datetime import UTC, datetime; from storage.migrate import climb;"
        f" print(climb({sqlite_url!r}, now=datetime(2026, 11, 21, tzinfo=UTC)), 'alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout == "[] False\n"


class PulledPlug(Exception):
    """What the test raises in the middle of a climb."""


@contextmanager
def plug_pulled_at(statement: int) -> Iterator[list[str]]:
    """Raise PulledPlug in place of a statement, counted from 0, of any engine; yields the statements before it."""
    seen: list[str] = []

    def count(_connection: Any, _cursor: Any, sql: str, *_rest: Any) -> None:
        if len(seen) == statement:
            raise PulledPlug
        seen.append(sql)

    event.listen(Engine, "before_cursor_execute", count)
    try:
        yield seen
    finally:
        event.remove(Engine, "before_cursor_execute", count)


def _climb_with_the_plug_pulled_at_every_statement(url: str, folder: Path, every: int = 1) -> int:
    before = _everything(url)
    for statement in range(0, 1000, every):
        with plug_pulled_at(statement):
            try:
                climb(url, now=NOW, folder=folder)
            except PulledPlug:
                pass
            else:
                return statement
        assert _everything(url) == before
    raise AssertionError("a climb has fewer statements than this")


@pytest.mark.long
def test_a_first_climb_cut_off_at_any_statement_leaves_nothing(empty_url: str) -> None:
    # On PostgreSQL, where it takes ten times as long, at every seventh: there it is the server that takes back.
    every = 1 if empty_url.startswith("sqlite") else 7
    statements = _climb_with_the_plug_pulled_at_every_statement(empty_url, FOLDER, every)

    assert statements > 40
    assert revision_of(empty_url) == revisions()[-1]


def test_a_later_climb_cut_off_at_any_statement_leaves_the_old_tables(
    empty_url: str, history: Callable[[str], Path]
) -> None:
    climb(empty_url, now=NOW, folder=history("0001"))

    assert _climb_with_the_plug_pulled_at_every_statement(empty_url, history("0002")) > 3
    assert _ask(empty_url, "SELECT id FROM purchase ORDER BY id") == [(1,), (2,)]


KILLED_AT_STATEMENT_40 = """
import os, signal, sys
from datetime import UTC, datetime
from sqlalchemy import Engine, event
from storage.migrate import climb
seen = []
def count(*_):
    seen.append(1)
    if len(seen) == 40:
        os.kill(os.getpid(), signal.SIGKILL)
event.listen(Engine, "before_cursor_execute", count)
climb(sys.argv[1], now=datetime(2026, 11, 21, tzinfo=UTC))
"""


@pytest.mark.skipif(os.name != "posix", reason="no SIGKILL")
def test_a_process_killed_in_the_middle_leaves_nothing(empty_url: str) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED_AT_STATEMENT_40, empty_url], cwd=ROOT, check=False)

    assert done.returncode == -signal.SIGKILL
    assert revision_of(empty_url) is None
    assert climb(empty_url, now=NOW) == revisions()


def test_a_migration_that_breaks_references_is_taken_back(tmp_path: Path, history: Callable[[str], Path]) -> None:
    url = f"sqlite:///{tmp_path / 'shop.db'}"
    climb(url, now=NOW, folder=history("0002"))
    before = _everything(url)

    with pytest.raises(ReferencesBroken) as refusal:
        climb(url, now=NOW, folder=history("0003"))
    assert refusal.value.tables == ("purchase",)
    assert _everything(url) == before


def test_a_file_that_holds_something_is_copied_before_it_is_changed(
    tmp_path: Path, history: Callable[[str], Path]
) -> None:
    file = tmp_path / "shop.db"
    climb(f"sqlite:///{file}", now=NOW, folder=history("0001"))
    assert copies(file) == []

    climb(f"sqlite:///{file}", now=NOW, folder=history("0002"))

    copy = tmp_path / "shop.0001.20261121T010000Z.db"
    assert copies(file) == [copy]
    assert revision_of(f"sqlite:///{copy}") == "0001"
    assert _ask(f"sqlite:///{copy}", "SELECT name FROM person") == [("Minji",)]
    if os.name == "posix":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_the_last_three_copies_are_kept(tmp_path: Path, history: Callable[[str], Path]) -> None:
    file = tmp_path / "shop.db"
    climb(f"sqlite:///{file}", now=NOW, folder=history("0002"))
    broken = history("0003")
    for day in range(5):
        with pytest.raises(ReferencesBroken):
            climb(f"sqlite:///{file}", now=NOW + timedelta(days=day), folder=broken)

    assert [copy.name for copy in copies(file)] == [
        "shop.0002.20261123T010000Z.db",
        "shop.0002.20261124T010000Z.db",
        "shop.0002.20261125T010000Z.db",
    ]


def test_a_file_that_cannot_be_copied_soundly_is_not_changed(tmp_path: Path, history: Callable[[str], Path]) -> None:
    file = tmp_path / "shop.db"
    climb(f"sqlite:///{file}", now=NOW, folder=history("0001"))
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        # A row that breaks a rule which is put there behind SQLite's back: its own check calls that damage.
        connection.execute("INSERT INTO person (id, name) VALUES (2, NULL)")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET sql = replace(sql, 'name VARCHAR', 'name VARCHAR NOT NULL')")

    with pytest.raises(CopyDamaged) as refusal:
        climb(f"sqlite:///{file}", now=NOW, folder=history("0002"))
    assert refusal.value.file == file
    assert revision_of(f"sqlite:///{file}") == "0001"
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["shop.db"]
