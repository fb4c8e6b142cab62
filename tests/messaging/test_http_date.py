"""The time that an HTTP answer carries."""

from datetime import UTC, datetime

import pytest

from bot.messaging.http_date import date_of


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("Sat, 21 Nov 2026 01:00:00 GMT", datetime(2026, 11, 21, 1, tzinfo=UTC)),
        ("Sat, 21 Nov 2026 10:00:00 +0900", datetime(2026, 11, 21, 1, tzinfo=UTC)),
        ("yesterday", None),
        ("", None),
    ],
)
def test_a_date_is_read_or_is_none(header: str, told: datetime | None) -> None:
    assert date_of({"date": header}) == told


def test_without_a_date_nothing_is_told() -> None:
    assert date_of({}) is None
