"""Bringing a backup back: into an empty place only, with the shop's key, and held until the owner has said yes."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from storage import instance
from storage.address import sqlite_file
from storage.backup import unpack
from storage.copying import Rows, copy_in, is_empty, rows_in
from storage.database import Database
from storage.held import Why, hold, last_write
from storage.key_check import check_key
from storage.migrate import climb
from storage.vault import Vault, sync_folder


class NotEmpty(Exception):
    """Something is there already, and a backup is never written over it."""


@dataclass(frozen=True, slots=True)
class Restored:
    """How many rows each table has now, and when the shop had last written something."""

    rows: Rows
    last_write: datetime | None


def restore(file: Path, url: str, vault: Vault, now: datetime) -> Restored:
    """Bring the backup `file` back to the empty place at `url`.

    Raises NotEmpty, NotOurs, KeyWrong, Damaged (nothing was changed then), DatabaseNewer and OSError.
    """
    if not is_empty(url):
        raise NotEmpty
    place = sqlite_file(url)
    if place is not None:
        place.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".restoring-", dir=place.parent if place else None) as scratch:
        copy = Path(scratch) / "copy.db"
        unpack(file, vault, copy)
        climb(f"sqlite:///{copy}", now=now)
        last = _hold(copy, vault, now)
        rows = rows_in(copy)
        if place is None:
            copy_in(copy, url, now)
        else:
            copy.replace(place)
            sync_folder(place.parent)
    return Restored(rows, last)


def _hold(copy: Path, vault: Vault, now: datetime) -> datetime | None:
    """Hold the copy before it is anywhere where it could be started. Returns its last write before that."""
    database = Database.open(f"sqlite:///{copy}", vault, readers=1)
    try:
        with database.writing() as session:
            check_key(session, vault)
            last = last_write(session)
            instance.forget(session)
            hold(session, vault, Why.RESTORED, now)
    finally:
        database.close()
    return last
