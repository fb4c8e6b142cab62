"""A wrong key is found out at start."""

from datetime import UTC, datetime

import pytest

from storage.database import Database
from storage.key_check import check_key, database_has_data
from storage.migrate import climb
from storage.vault import KeyWrong, Vault

NOW = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)


def test_only_a_database_that_was_sealed_has_data(empty_url: str, vault: Vault) -> None:
    assert not database_has_data(empty_url)
    climb(empty_url, now=NOW)
    assert not database_has_data(empty_url)

    database = Database.open(empty_url, vault)
    with database.writing() as session:
        check_key(session, vault)
    database.close()

    assert database_has_data(empty_url)


def test_the_key_of_the_first_start_is_accepted_and_any_other_refused(database: Database, vault: Vault) -> None:
    wrong = Vault({1: bytes(32)})
    with database.writing() as session:
        check_key(session, vault)

    with database.writing() as session:
        check_key(session, vault)
    with pytest.raises(KeyWrong), database.writing() as session:
        check_key(session, wrong)
    with database.writing() as session:
        check_key(session, vault)
