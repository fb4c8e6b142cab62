"""What groups are made of, on both database systems."""

from datetime import UTC, datetime

import pytest
from sqlmodel import Session

from bot.domain.people import top_count
from storage import groups, people
from storage.database import Database


@pytest.mark.parametrize(
    ("spent", "cut"),
    [
        ([], None),
        ([0, 0], None),
        ([500], 500),
        ([100, 200, 300, 400, 500], 500),
        ([100, 200, 300, 400, 500, 600], 500),
        ([100, 500, 500, 500, 500, 500], 500),
        ([0, 0, 0, 0, 0, 100, 200], 200),
    ],
)
def test_the_top_fifth_of_the_buyers_has_spent_at_least_so_much(
    database: Database, spent: list[int], cut: int | None
) -> None:
    with database.writing() as session:
        for minor in spent:
            people.create(session, "김수연", datetime(2026, 11, 21, 1, tzinfo=UTC)).spent_minor = minor
        session.flush()
        assert _top_fifth(session) == cut


def _top_fifth(session: Session) -> int | None:
    return groups.spent_at(session, top_count(groups.buyers(session), 20))
