"""The program as a whole, against a Telegram behind a port: how it ends, whom it refuses, and what it leaves behind."""

import asyncio
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from bot.playground.ledger import Event
from bot.playground.telegram import FakeTelegram
from tests.chaos.program import OWNER, PATIENCE, running, until_it_works
from tests.playground.serving import serving

TOKEN = "7000000001:AAcanary-token-0123456789abcdefghij"
MINJI, SUA = 1001, 1002


@pytest.fixture
def telegram() -> FakeTelegram:
    made = FakeTelegram(TOKEN)
    made.person(OWNER, "사장님", started=True)
    made.person(MINJI, "민지", phone="+821022223333", started=True)
    made.person(SUA, "수아", phone="+821044445555", started=True)
    return made


@pytest.fixture
async def origin(telegram: FakeTelegram) -> AsyncIterator[str]:
    async with serving(telegram) as address:
        yield address


async def heard(telegram: FakeTelegram, chat_id: int, times: int) -> None:
    """Wait until the assistant has written so often to a chat."""
    await telegram.ledger.until(lambda: len(telegram.ledger.of(Event.SENT, chat_id)) >= times, PATIENCE)


async def test_sigterm_ends_it_in_order_and_nothing_is_lost(
    tmp_path: Path, telegram: FakeTelegram, origin: str
) -> None:
    minji = telegram.person(MINJI)
    async with running(tmp_path, origin, TOKEN) as program:
        await until_it_works(telegram)
        for word in ("하나", "둘", "셋"):
            minji.says(f"글쎄요 {word}")
        await heard(telegram, MINJI, 1)
        program.send(signal.SIGTERM)
        assert await program.ends() == 0
        assert program.err == ""
    async with running(tmp_path, origin, TOKEN) as program:
        await heard(telegram, MINJI, 3)
        minji.says("글쎄요 넷")
        await heard(telegram, MINJI, 4)
        program.send(signal.SIGINT)
        assert await program.ends() == 0
    assert len(telegram.ledger.of(Event.SENT, MINJI)) == 4


async def test_a_second_one_is_refused_in_one_sentence(tmp_path: Path, telegram: FakeTelegram, origin: str) -> None:
    async with running(tmp_path, origin, TOKEN):
        await until_it_works(telegram)
        async with running(tmp_path, origin, TOKEN) as second:
            assert await second.ends() != 0
            assert "이미" in second.complaint
        telegram.person(MINJI).says("글쎄요")
        await heard(telegram, MINJI, 1)


async def test_another_poller_of_the_same_bot_ends_it_in_one_sentence(
    tmp_path: Path, telegram: FakeTelegram, origin: str
) -> None:
    async def poll_for_ever() -> None:
        async with httpx.AsyncClient(base_url=origin, trust_env=False, timeout=PATIENCE) as other:
            while True:
                await other.post(f"/bot{TOKEN}/getUpdates", json={"timeout": 30})

    async with running(tmp_path, origin, TOKEN) as program:
        await until_it_works(telegram)
        polling = asyncio.create_task(poll_for_ever())
        try:
            assert await program.ends() != 0
        finally:
            polling.cancel()
        assert "다른 프로그램" in program.complaint


async def test_a_wrong_token_ends_it_in_one_sentence_that_does_not_repeat_it(
    tmp_path: Path, telegram: FakeTelegram, origin: str
) -> None:
    wrong = "7000000001:AAwrong-token-0123456789abcdefghijk"
    async with running(tmp_path, origin, wrong, SHOP_LANGUAGE="en", LOG_LEVEL="DEBUG") as program:
        assert await program.ends() != 0
        assert "token" in program.complaint.lower()
        assert wrong not in program.out + program.err
        assert wrong.partition(":")[2] not in program.out + program.err
