"""Column types, on both databases, in a table of their own."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Column, Connection, MetaData, Table, bindparam, insert, select, text
from sqlalchemy.exc import StatementError

from storage.database import Database
from storage.types import BigId, Moment, NaiveMoment, Sealed
from storage.vault import Unreadable

SEOUL = ZoneInfo("Asia/Seoul")
EVENTS = Table(
    "event",
    MetaData(),
    Column("id", BigId, primary_key=True),
    Column("at", Moment, index=True),
    Column("words", Sealed("event.words")),
    Column("other", Sealed("event.other")),
)


@pytest.fixture
def connection(database: Database) -> Iterator[Connection]:
    with database.writing() as session:
        connection = session.connection()
        EVENTS.create(connection)
        yield connection


def _back(connection: Connection, **values: Any) -> Any:
    key = connection.execute(insert(EVENTS).values(**values)).inserted_primary_key
    assert key is not None
    return connection.execute(select(EVENTS).where(EVENTS.c.id == key[0])).one()


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 11, 21, 10, 0, tzinfo=SEOUL),
        datetime(2026, 11, 21, 1, 0, 0, 1, tzinfo=UTC),
        datetime(1969, 12, 31, 23, 59, 59, 999999, tzinfo=UTC),
        datetime(1900, 1, 1, tzinfo=timezone(timedelta(hours=8, minutes=30))),
        datetime(9999, 12, 30, 12, 30, 59, 999999, tzinfo=UTC),
    ],
)
def test_a_moment_comes_back_the_same_and_in_utc(connection: Connection, moment: datetime) -> None:
    at = _back(connection, at=moment).at

    assert at == moment
    assert at.tzinfo is UTC


def test_no_moment_is_no_moment(connection: Connection) -> None:
    assert _back(connection, at=None).at is None


def test_a_naive_moment_is_refused_by_name(connection: Connection) -> None:
    with pytest.raises(StatementError) as refusal:
        connection.execute(insert(EVENTS).values(at=datetime(2026, 11, 21, 10, 0)))  # noqa: DTZ001
    assert isinstance(refusal.value.orig, NaiveMoment)


def test_moments_sort_and_compare_by_time_whatever_their_zone_and_digits(connection: Connection) -> None:
    start = datetime(2026, 11, 21, 10, 0, tzinfo=SEOUL)
    in_order = [
        datetime(1960, 1, 1, tzinfo=UTC),
        start,
        start.astimezone(UTC) + timedelta(microseconds=1),
        start + timedelta(microseconds=10),
        start.astimezone(UTC) + timedelta(milliseconds=1),
        start + timedelta(seconds=1),
        datetime(2026, 11, 21, 9, 0, tzinfo=UTC),
    ]
    for moment in reversed(in_order):
        connection.execute(insert(EVENTS).values(at=moment))

    assert list(connection.execute(select(EVENTS.c.at).order_by(EVENTS.c.at)).scalars()) == in_order
    between = select(EVENTS.c.at).where(EVENTS.c.at > bindparam("low"), EVENTS.c.at <= bindparam("high"))
    found = connection.execute(between.order_by(EVENTS.c.at), {"low": in_order[1], "high": in_order[4]})
    assert list(found.scalars()) == in_order[2:5]


def test_sealed_text_comes_back_and_is_ciphertext_on_disk(connection: Connection) -> None:
    row = _back(connection, words="김민지 010-1234-5678", other=None)

    assert (row.words, row.other) == ("김민지 010-1234-5678", None)
    raw = connection.execute(text("SELECT words FROM event")).scalar_one()
    assert "김민지".encode() not in bytes(raw)


def test_ciphertext_copied_into_another_column_cannot_be_read(connection: Connection) -> None:
    connection.execute(insert(EVENTS).values(words="secret"))
    connection.execute(text("UPDATE event SET other = words"))

    with pytest.raises(Unreadable):
        connection.execute(select(EVENTS.c.other)).all()


def test_ids_hold_64_bits_and_number_themselves(connection: Connection) -> None:
    first = _back(connection).id
    assert _back(connection).id == first + 1
    assert _back(connection, id=2**63 - 1).id == 2**63 - 1
