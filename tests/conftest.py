"""Databases for tests: `database` is a fresh one with all the tables, once on SQLite and once on PostgreSQL."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.database import Database
from storage.migrate import climb
from storage.vault import Vault
from tests import postgres
from tests.postgres import Postgres

_NOW = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)  # Saturday, 10:00 in Seoul


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        postgres.prepare()


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        postgres.stop()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what takes long, and put the longest first, so that no worker is left alone with one of them in the end."""
    for item in items:
        if _kills_at_length(item) or _asks_postgresql_again(item):
            item.add_marker(pytest.mark.long)
    items.sort(key=lambda item: "chaos" not in item.path.parts)


def _kills_at_length(item: pytest.Item) -> bool:
    """The runs of whole programs that are killed and frozen; deaths on SQLite are among the everyday tests."""
    return "chaos" in item.path.parts and item.name != "test_deaths_at_every_moment_and_anywhere"


def _asks_postgresql_again(item: pytest.Item) -> bool:
    """On PostgreSQL as well, and not about storage or messages: CI runs that, `make check` alone does not."""
    spec = getattr(item, "callspec", None)
    on_postgresql = spec is not None and "postgresql" in spec.params.values()
    return on_postgresql and not {"storage", "messaging"}.intersection(item.path.parts)


@pytest.fixture(scope="session")
def vault() -> Vault:
    return Vault({1: bytes(range(32))})


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("template") / "migrated.db"
    climb(f"sqlite:///{file}", now=_NOW)
    return file


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Postgres]:
    server = Postgres(lambda url: climb(url, now=_NOW))
    yield server
    server.close()


@pytest.fixture
def sqlite_url(migrated_file: Path, tmp_path: Path) -> str:
    """The address of an SQLite file with all the tables."""
    return f"sqlite:///{shutil.copy(migrated_file, tmp_path / 'shop.db')}"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a database with all the tables, on either system."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_url")
        return
    server: Postgres = request.getfixturevalue("postgres_server")
    yield server.emptied()


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without tables (on SQLite, without a file)."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'shop.db'}"
        return
    server: Postgres = request.getfixturevalue("postgres_server")
    name, url = server.create()
    yield url
    server.drop(name)


@pytest.fixture
def database(database_url: str, vault: Vault) -> Iterator[Database]:
    opened = Database.open(database_url, vault)
    yield opened
    opened.close()


@pytest.fixture
def sqlite_database(sqlite_url: str, vault: Vault) -> Iterator[Database]:
    opened = Database.open(sqlite_url, vault)
    yield opened
    opened.close()
