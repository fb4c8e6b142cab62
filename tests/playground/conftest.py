"""One Telegram, one clock and two people for every test of the playground."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from bot.clock import MovableClock
from bot.playground.people import Person
from bot.playground.telegram import FakeTelegram


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(datetime(2026, 11, 21, 1, 0, tzinfo=UTC))


@pytest.fixture
def telegram(clock: MovableClock) -> Iterator[FakeTelegram]:
    telegram = FakeTelegram(clock=clock, webhook_retry=0)
    yield telegram
    telegram.close()


@pytest.fixture
def minji(telegram: FakeTelegram) -> Person:
    """Has pressed Start."""
    return telegram.person(1001, "민지", last_name="김", username="minji", phone="+821012345678", started=True)


@pytest.fixture
def emily(telegram: FakeTelegram) -> Person:
    """Has pressed Start, speaks English."""
    return telegram.person(1002, "Emily", last_name="Carter", language_code="en", phone="+14155550123", started=True)
