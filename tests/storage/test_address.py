"""DATABASE_URL as people write it."""

from pathlib import Path

import pytest

from storage.address import AddressRefused, address, sqlite_file


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("sqlite:///data/dangol.db", Path("data/dangol.db")),
        ("sqlite:////srv/shop/dangol.db", Path("/srv/shop/dangol.db")),
        ("postgresql://shop:secret@host/dangol", None),
    ],
)
def test_an_sqlite_address_names_a_file(url: str, file: Path | None) -> None:
    assert sqlite_file(url) == file


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_postgresql_is_reached_by_psycopg_however_it_is_written(scheme: str) -> None:
    parsed = address(f"{scheme}://shop:p%40ss@host:5433/dangol?sslmode=require")

    assert parsed.drivername == "postgresql+psycopg"
    assert (parsed.password, parsed.port, parsed.query["sslmode"]) == ("p@ss", 5433, "require")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "dangol.db",
        "data/dangol.db",
        "sqlite://",
        "sqlite:///",
        "sqlite:///:memory:",
        "sqlite://dangol.db",
        "mysql://shop:canary@host/dangol",
        "postgresql://shop:canary@host:port/dangol",
    ],
)
def test_any_other_address_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(AddressRefused) as refusal:
        address(url)
    assert "canary" not in str(refusal.value)
    assert refusal.value.__cause__ is None
