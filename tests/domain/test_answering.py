"""By when a person answers."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.answering import answer_by

SEOUL = ZoneInfo("Asia/Seoul")


@pytest.mark.parametrize(
    ("hour", "minute", "day", "by"),
    [(0, 0, 21, 20), (10, 0, 21, 20), (16, 59, 21, 20), (17, 0, 22, 12), (23, 59, 22, 12)],
)
def test_the_same_evening_or_noon_of_the_next_day(hour: int, minute: int, day: int, by: int) -> None:
    now = datetime(2026, 11, 21, hour, minute, tzinfo=SEOUL).astimezone(UTC)

    assert answer_by(now, SEOUL) == datetime(2026, 11, day, by, tzinfo=SEOUL)
