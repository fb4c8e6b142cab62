"""What more than one file of these tests needs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.clock import MovableClock
from bot.domain.shop import Shop
from bot.runtime import Runtime
from storage.database import Database
from storage.vault import Vault
from tests import sample
from tests.importing import Books


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(sample.NOW)


@pytest.fixture
def shop(database: Database, clock: MovableClock) -> Runtime:
    return Runtime(database, clock, Shop("맑은세탁"))


@pytest.fixture
def other_books(tmp_path: Path, migrated_file: Path, vault: Vault) -> Iterator[Books]:
    """An empty shop on another computer."""
    file = tmp_path / "other.db"
    file.write_bytes(migrated_file.read_bytes())
    database = Database.open(f"sqlite:///{file}", vault)
    yield Books(database)
    database.close()
