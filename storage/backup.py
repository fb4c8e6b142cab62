"""Backups: one sealed file a day, opened and counted before it is called one, the newest fourteen kept.

A backup holds the shop's database as one SQLite file (`storage/copying.py`), sealed with the shop's key
(`storage/sealed_file.py`). Without the key it is noise; the key is never in it.
"""

import os
import re
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from storage.address import sqlite_file
from storage.copying import Rows, copy_out, rows_in
from storage.database import Database, prepare_file
from storage.sealed_file import Damaged, open_file, seal_file
from storage.vault import Vault, sync_folder

KEPT = 14
_MAKING = ".making-"
_LEFT_BEHIND = timedelta(days=1)
_NAME = re.compile(r"dangol-([0-9]{4}-[0-9]{2}-[0-9]{2})\.backup")


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was opened and found whole, and how many rows each table has in it."""

    file: Path
    rows: Rows


def folder_of(url: str) -> Path:
    """Where the backups of the database at `url` lie unless somebody says otherwise. Raises AddressRefused."""
    file = sqlite_file(url)
    return Path("data/backups") if file is None else file.parent / "backups"


def make(database: Database, folder: Path, *, day: date, now: datetime) -> Backup:
    """Write the backup of the shop's day `day`, in place of an earlier one of that day, and drop the oldest.

    Raises Damaged when what was written cannot be read again, and OSError (no room, no access); then the folder is as
    it was.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _clear_away(folder, now)
    with TemporaryDirectory(prefix=_MAKING, dir=folder) as scratch:
        copy, sealed = Path(scratch) / "copy.db", Path(scratch) / "sealed"
        rows = copy_out(database, copy, now)
        prepare_file(sealed)
        with copy.open("rb") as source, sealed.open("wb") as target:
            seal_file(database.vault, source, target)
            target.flush()
            os.fsync(target.fileno())
        copy.unlink()
        unpack(sealed, database.vault, copy)
        if rows_in(copy) != rows:
            raise Damaged
        file = folder / f"dangol-{day.isoformat()}.backup"
        sealed.replace(file)
    sync_folder(folder)
    for _, old in backups(folder)[:-KEPT]:
        old.unlink()
    return Backup(file, rows)


def _clear_away(folder: Path, now: datetime) -> None:
    """Remove what a backup that was cut off by a crash has left behind."""
    for scratch in folder.glob(f"{_MAKING}*"):
        if datetime.fromtimestamp(scratch.stat().st_mtime, UTC) < now - _LEFT_BEHIND:
            shutil.rmtree(scratch, ignore_errors=True)


def unpack(file: Path, vault: Vault, copy: Path) -> None:
    """Open a backup into the SQLite file `copy`, and look whether it is sound. Raises NotOurs, KeyWrong and Damaged."""
    prepare_file(copy)
    with file.open("rb") as source, copy.open("wb") as target:
        open_file(vault, source, target)
    with closing(sqlite3.connect(copy)) as opened:
        try:
            sound = opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            sound &= opened.execute("PRAGMA foreign_key_check").fetchone() is None
        except sqlite3.DatabaseError:
            raise Damaged from None
    if not sound:
        raise Damaged


def backups(folder: Path) -> list[tuple[date, Path]]:
    """The backups in a folder with their days, oldest first."""
    if not folder.is_dir():
        return []
    named = ((_NAME.fullmatch(file.name), file) for file in folder.iterdir())
    return sorted((date.fromisoformat(name[1]), file) for name, file in named if name)
