"""Which of two equal databases is the shop: a mark beside the SQLite file, with the number of its last start.

The database knows its mark too. A database without it was copied from elsewhere; one that is behind it was put back
from a snapshot. Nothing lies beside a PostgreSQL database that would move with it, so it has no mark.
"""

import secrets
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import Session

from storage import facts
from storage.address import sqlite_file
from storage.database import prepare_file
from storage.vault import Vault

_FACT = "instance"


@dataclass(frozen=True, slots=True)
class Mark:
    """The name of one running shop, and how often it has started."""

    name: str
    starts: int


def mark_file(url: str) -> Path | None:
    """Where the mark of the database at `url` lies; None for PostgreSQL. Raises AddressRefused."""
    file = sqlite_file(url)
    return None if file is None else file.with_name(f"{file.name}.instance")


def count_start(session: Session, vault: Vault, file: Path) -> tuple[Mark, bool]:
    """Count one more start in the database, to be written to the mark with `keep` once it is committed.

    Also returns whether this is a copy: not the database that was last started here. One that never started anywhere
    is none.
    """
    fact = facts.get(session, vault, _FACT)
    known = Mark(**fact) if fact else None
    found = _read(file)
    is_copy = known is not None and (found.name != known.name or found.starts > known.starts)
    if known is None or is_copy:
        mark = Mark(secrets.token_hex(8), 1)
    else:
        mark = Mark(known.name, known.starts + 1)
    facts.put(session, vault, _FACT, {"name": mark.name, "starts": mark.starts})
    return mark, is_copy


def keep(file: Path, mark: Mark) -> None:
    """Write the mark beside the database."""
    draft = file.with_name(f"{file.name}.partial")
    prepare_file(draft)
    draft.write_text(f"{mark.name} {mark.starts}\n", encoding="ascii")
    draft.replace(file)


def forget(session: Session) -> None:
    """Make the database one that never started anywhere."""
    facts.forget(session, _FACT)


def _read(file: Path) -> Mark:
    try:
        name, starts = file.read_text(encoding="ascii").split()
        return Mark(name, int(starts))
    except (OSError, ValueError):
        return Mark("", 0)
