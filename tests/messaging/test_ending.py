"""An orderly end, whenever it comes: nothing stays in hand, so nothing has to be guessed at the next start."""

import asyncio
from datetime import timedelta

import pytest
from sqlmodel import func, select

from bot.actions.sending import Pace
from bot.app import Assistant, Wiring
from bot.clock import SystemClock
from bot.playground.ledger import Event
from bot.playground.telegram import FakeTelegram
from bot.playground.transport import playground_request
from storage.database import Database
from storage.models import InboxRow, OutboxRow
from tests.chat import settings_for

SAID = 40


@pytest.mark.parametrize("alone", [timedelta(0), timedelta(milliseconds=40)])
async def test_nothing_stays_in_hand(database: Database, alone: timedelta) -> None:
    telegram = FakeTelegram()
    people = [telegram.person(2000 + number, "손님", started=True) for number in range(8)]
    for number in range(SAID):
        people[number % 8].says(f"글쎄요 {number}")
    sent = 0
    while sent < SAID:
        assistant = _assistant(telegram, database, alone)
        await assistant.begin()
        working = asyncio.create_task(assistant.run())
        await telegram.ledger.until(lambda before=sent: len(telegram.ledger.of(Event.SENT)) > before)  # type: ignore[misc]
        await assistant.end()
        working.cancel()
        sent = len(telegram.ledger.of(Event.SENT))
        assert await _in_hand(database) == (0, 0)
    assert sent == SAID


def _assistant(telegram: FakeTelegram, database: Database, alone: timedelta) -> Assistant:
    wiring = Wiring(
        request=playground_request(telegram),
        polling_request=playground_request(telegram),
        pace=Pace(per_second=0, chat_pause=timedelta(0), alone=alone),
    )
    return Assistant(settings_for(telegram), database, SystemClock(), wiring)


async def _in_hand(database: Database) -> tuple[int, int]:
    claimed = select(func.count()).where(InboxRow.state == "claimed")
    sending = select(func.count()).where(OutboxRow.state == "sending")
    return await database.read(lambda session: (session.exec(claimed).one(), session.exec(sending).one()))
