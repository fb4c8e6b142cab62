"""`python -m bot run` as the shop runs it: a program of its own, in a folder of its own, with its own environment."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from bot.playground.ledger import Event
from bot.playground.telegram import FakeTelegram

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
OWNER = 9001


class Program:
    """A running program. `lines` is what it wrote on both streams, once it has ended."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self.out = self.err = ""

    async def ends(self) -> int:
        """Wait until it has ended: its exit code. Raises TimeoutError."""
        async with asyncio.timeout(PATIENCE):
            out, err = await self._process.communicate()
        self.out, self.err = out.decode(), err.decode()
        assert self._process.returncode is not None
        return self._process.returncode

    def send(self, number: signal.Signals) -> None:
        self._process.send_signal(number)

    @property
    def complaint(self) -> str:
        """The one sentence that it left, when it left one and nothing else."""
        lines = self.err.splitlines()
        assert len(lines) == 1, self.err
        return lines[0]


@asynccontextmanager
async def running(folder: Path, telegram_at: str, token: str, **more: str) -> AsyncIterator[Program]:
    """`python -m bot run` in `folder`; killed at the end of the block if it still runs."""
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "TELEGRAM_BOT_TOKEN": token,
        "TELEGRAM_API_URL": telegram_at,
        "OWNER_IDS": str(OWNER),
        "SHOP_NAME": "맑은세탁",
        **more,
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", cwd=folder, env=environment, stdout=PIPE, stderr=PIPE
    )
    try:
        yield Program(process)
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.communicate()


async def until_it_works(telegram: FakeTelegram, times: int = 1) -> None:
    """Wait until a program has begun to ask for updates, for the n-th time."""

    def begun() -> bool:
        calls = telegram.ledger.of(Event.CALLED)
        return sum(1 for entry in calls if entry.details["call"]["method"] == "deleteWebhook") >= times

    await telegram.ledger.until(begun, PATIENCE)
