"""`qr`: the sheet for the counter, drawn from the terminal."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.playground.telegram import FakeTelegram
from tests.playground.serving import serving
from tests.terminal import dangol, left_in


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    telegram = FakeTelegram(username="clear_laundry_bot", webhook_retry=0)
    yield telegram
    telegram.close()


@pytest.fixture
async def where(telegram: FakeTelegram) -> AsyncIterator[dict[str, str]]:
    async with serving(telegram) as origin:
        yield {"TELEGRAM_API_URL": origin, "TELEGRAM_BOT_TOKEN": telegram.token, "SHOP_NAME": "맑은세탁"}


@pytest.mark.parametrize(("name", "begins"), [("counter-sheet.pdf", b"%PDF-"), ("sheet.PNG", b"\x89PNG")])
async def test_the_sheet_is_drawn_before_the_shop_has_ever_run(
    where: dict[str, str], tmp_path: Path, name: str, begins: bytes
) -> None:
    code, said, errors = await dangol(tmp_path, "qr", *([name] if name != "counter-sheet.pdf" else []), **where)

    assert (code, errors) == (0, "")
    assert name in said and "https://t.me/clear_laundry_bot?start=counter" in said
    assert (tmp_path / name).read_bytes().startswith(begins)
    assert left_in(tmp_path) == [name]


@pytest.mark.parametrize(
    ("file", "given", "sentence"),
    [
        ("sheet.gif", {}, ".pdf"),
        ("sheet.pdf", {"TELEGRAM_BOT_TOKEN": "7:wrong"}, "토큰"),
        ("sheet.pdf", {"TELEGRAM_BOT_TOKEN": ""}, "TELEGRAM_BOT_TOKEN"),
        ("sheet.pdf", {"TELEGRAM_API_URL": "http://127.0.0.1:1"}, "닿지 않아요"),
        ("no/such/folder/sheet.pdf", {}, "쓸 수 없어요"),
    ],
)
async def test_what_cannot_be_drawn_is_one_sentence(
    where: dict[str, str], tmp_path: Path, file: str, given: dict[str, str], sentence: str
) -> None:
    code, said, errors = await dangol(tmp_path, "qr", file, **(where | given))

    assert code != 0 and said == ""
    assert sentence in errors and len(errors.splitlines()) == 1
    assert left_in(tmp_path) == []
