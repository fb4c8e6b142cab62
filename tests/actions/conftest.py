"""What more than one file of these tests needs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.database import Database
from storage.vault import Vault
from tests.importing import Books


@pytest.fixture
def other_books(tmp_path: Path, migrated_file: Path, vault: Vault) -> Iterator[Books]:
    """An empty shop on another computer."""
    file = tmp_path / "other.db"
    file.write_bytes(migrated_file.read_bytes())
    database = Database.open(f"sqlite:///{file}", vault)
    yield Books(database)
    database.close()
