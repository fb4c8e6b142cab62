"""Looking at a shop's database, key and folder from outside: nothing is made, climbed or written."""

import tempfile
from dataclasses import replace
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from bot.domain.health import Key, OnDisk, Tables
from storage import health, held
from storage.address import sqlite_file
from storage.key_check import confirm_key, database_has_data
from storage.key_text import KeyMalformed
from storage.migrate import climbing_engine, revision_of, revisions
from storage.models import Staff
from storage.vault import KeyMissing, KeyWrong, Vault, load
from storage.writing import table_of

_staff = table_of(Staff)
_OWNERS = select(func.count()).where(_staff.c.role == "owner", _staff.c.removed_at.is_(None))


def examine(url: str, *, data_key: str, key_file: Path) -> OnDisk:
    """How it all stands. Raises AddressRefused; whatever else can be wrong is part of the answer."""
    file = sqlite_file(url)
    folder = (file or key_file).absolute().parent
    room = health.room_beside(file) if file else health.Room()
    seen = OnDisk(
        folder=str(folder),
        writable=_can_write(folder),
        key_file=str(key_file),
        free_bytes=room.free,
        database_bytes=room.used,
    )
    try:
        has_data, found = database_has_data(url), revision_of(url)
    except (SQLAlchemyError, OSError):
        return replace(seen, tables=Tables.CLOSED)
    seen = replace(seen, tables=_tables(found), found=found or "", known=revisions()[-1])
    if found is None:
        seen = replace(seen, owners=0)
    try:
        vault = _vault(data_key, key_file, has_data=has_data)
    except KeyMalformed as error:
        return replace(seen, key=Key.MALFORMED, key_file=error.source, key_line=error.line)
    except (KeyMissing, OSError):
        return replace(seen, key=Key.MISSING)
    if vault is None:
        return replace(seen, key=Key.TO_BE_MADE)
    return _inside(url, vault, seen) if seen.tables is Tables.GOOD else replace(seen, key=Key.GOOD)


def _inside(url: str, vault: Vault, seen: OnDisk) -> OnDisk:
    """What only the open database tells."""
    with climbing_engine(url) as engine, engine.connect() as connection, Session(connection) as session:
        owners = int(connection.execute(_OWNERS).scalar_one())
        try:
            confirm_key(session, vault)
        except KeyWrong:
            return replace(seen, key=Key.WRONG, owners=owners)
        return replace(seen, key=Key.GOOD, owners=owners, held=held.held(session, vault) is not None)


def _vault(data_key: str, key_file: Path, *, has_data: bool) -> Vault | None:
    """The key as it is, None where the first start will make one. Raises KeyMissing, KeyMalformed, OSError."""
    if data_key.strip():
        return load(data_key)
    if not has_data and not key_file.exists():
        return None
    return load(key_file)


def _tables(found: str | None) -> Tables:
    known = revisions()
    if found is None:
        return Tables.TO_BE_MADE
    if found == known[-1]:
        return Tables.GOOD
    return Tables.OLD if found in known else Tables.NEWER


def _can_write(folder: Path) -> bool:
    """Whether a file can be made there, or the folder itself."""
    while not folder.exists() and folder.parent != folder:
        folder = folder.parent
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False
