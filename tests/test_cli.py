"""Ways in which a start can fail, from a terminal: one plain sentence each."""

from pathlib import Path

import pytest

from tests.terminal import dangol, left_in

TOKEN = {"TELEGRAM_BOT_TOKEN": "7:AAAA", "SHOP_LANGUAGE": "en"}


@pytest.mark.parametrize("command", ["run", "migrate", "doctor"])
async def test_a_database_that_is_not_there_is_said_to_be_closed_and_its_password_is_not_repeated(
    tmp_path: Path, command: str
) -> None:
    where = {"DATABASE_URL": "postgresql://shop:s3cret-word@127.0.0.1:1/none", "TELEGRAM_API_URL": "http://127.0.0.1:1"}

    code, said, errors = await dangol(tmp_path, command, **TOKEN, **where)

    assert code == 1
    assert "database can't be opened" in said + errors
    assert "s3cret-word" not in said + errors and "Traceback" not in errors
    assert left_in(tmp_path) == []


async def test_a_file_that_is_no_database_is_not_touched(tmp_path: Path) -> None:
    file = tmp_path / "shop.db"
    file.write_bytes(b"somebody's letter, " * 100)

    code, _, errors = await dangol(tmp_path, "run", DATABASE_URL="sqlite:///shop.db", **TOKEN)

    assert (code, len(errors.splitlines())) == (1, 1)
    assert file.read_bytes() == b"somebody's letter, " * 100
