"""Two who ask for news of one bot: one who passes by is let pass, one who stays is not fought."""

import asyncio
from datetime import timedelta
from typing import Any, cast

import pytest
from telegram.error import Conflict

from bot.messaging.intake import AnotherPoller, Intake, Polling
from bot.messaging.telegram import RawBot


class Visited:
    """A line on which somebody else asks `visits` times, and which is quiet afterwards."""

    def __init__(self, visits: int) -> None:
        self.visits = visits
        self.quiet = asyncio.Event()

    async def raw_updates(self, **wanted: Any) -> list[dict[str, Any]]:
        if self.visits:
            self.visits -= 1
            raise Conflict("terminated by other getUpdates request")
        self.quiet.set()
        await asyncio.Event().wait()
        return []


def polling_on(line: Visited) -> Polling:
    # Nothing ever arrives on this line, so nothing has to be kept.
    return Polling(cast(RawBot, line), cast(Intake, None), after_conflict=timedelta(0))


@pytest.mark.parametrize("visits", [1, 2])
async def test_one_who_passes_by_is_let_pass(visits: int) -> None:
    line = Visited(visits)
    running = asyncio.create_task(polling_on(line).run())

    await line.quiet.wait()

    assert not running.done()
    running.cancel()


async def test_one_who_stays_is_not_fought() -> None:
    with pytest.raises(AnotherPoller):
        await polling_on(Visited(3)).run()
