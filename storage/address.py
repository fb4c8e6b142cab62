"""Where the database is: DATABASE_URL, read once."""

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

_DRIVERS = {
    "sqlite": "sqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}


class AddressRefused(ValueError):
    """DATABASE_URL is not `sqlite:///file` or `postgresql://…`. Its text may hold a password, so it is not repeated."""


def address(url: str) -> URL:
    """`sqlite:///relative/file`, `sqlite:////absolute/file` or `postgresql://user:password@host/name`.

    Raises AddressRefused; a database in memory is refused too, because nothing in it would be there after a crash.
    """
    try:
        parsed = make_url(url)
        parsed = parsed.set(drivername=_DRIVERS[parsed.drivername])
    except (ArgumentError, KeyError, ValueError):
        raise AddressRefused("not an address of a database") from None
    if parsed.drivername == "sqlite" and (parsed.host or parsed.database in (None, "", ":memory:")):
        raise AddressRefused("SQLite needs a file: sqlite:///data/dangol.db")
    return parsed


def sqlite_file(url: str) -> Path | None:
    """The file of an SQLite address, or None for PostgreSQL. Raises AddressRefused."""
    parsed = address(url)
    return Path(parsed.database or "") if parsed.drivername == "sqlite" else None
