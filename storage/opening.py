"""Opening the shop's database: key, tables and proof that the key is the right one, in the order that loses nothing.

A key is only ever made for a database that holds nothing yet, and a wrong one is refused before anything is written
that nobody could read.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from storage.database import Database
from storage.key_check import check_key, database_has_data
from storage.migrate import climb
from storage.vault import open_vault


@dataclass(frozen=True, slots=True)
class Opened:
    """The open database, whether its key was made just now, and the revisions that were climbed."""

    database: Database
    key_is_new: bool
    climbed: tuple[str, ...]


def open_shop_database(url: str, *, data_key: str, key_file: Path, now: datetime) -> Opened:
    """Open the database at `url`, making it and its key at the first start.

    Raises KeyMissing, KeyMalformed and KeyWrong (storage.vault), DatabaseNewer and CopyDamaged (storage.migrate),
    AddressRefused (storage.address), OSError where the folder cannot be written.
    """
    vault, key_is_new = open_vault(data_key, key_file, database_has_data=database_has_data(url))
    climbed = climb(url, now=now)
    database = Database.open(url, vault)
    try:
        with database.writing() as session:
            check_key(session, vault)
    except BaseException:
        database.close()
        raise
    return Opened(database, key_is_new, tuple(climbed))
