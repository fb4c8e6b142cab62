"""Writing works that wait at the same moment are committed together, and each is told of its own fate."""

import asyncio
import threading
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from storage.database import Database
from storage.models import Counter
from storage.writing import table_of

COUNTERS = table_of(Counter)
NO_SUCH_VISIT = text("INSERT INTO visit_line (visit_id, item, quantity, amount_minor) VALUES (99, '', 1, 0)")


def add(name: str) -> Callable[[Session], str]:
    def work(session: Session) -> str:
        session.add(Counter(name=name))
        return name

    return work


async def together(database: Database, *works: Callable[[Session], Any]) -> list[Any]:
    """Have the works wait until all of them are there, so that they make one group."""
    all_there = threading.Event()

    def first(session: Session) -> None:
        all_there.wait()

    waiting = [asyncio.create_task(database.write(work)) for work in (first, *works)]
    await asyncio.sleep(0)
    all_there.set()
    return (await asyncio.gather(*waiting, return_exceptions=True))[1:]


async def names(database: Database) -> set[str]:
    return await database.read(lambda session: set(session.connection().execute(select(COUNTERS.c.name)).scalars()))


async def test_what_waits_is_committed_together(database: Database) -> None:
    def seen(session: Session) -> set[str]:
        return set(session.connection().execute(select(COUNTERS.c.name)).scalars())

    assert await together(database, add("one"), add("two"), seen) == ["one", "two", {"one", "two"}]
    assert await names(database) == {"one", "two"}


async def test_one_that_fails_is_taken_back_alone(database: Database) -> None:
    def half_done(session: Session) -> None:
        add("half")(session)
        session.flush()
        raise ZeroDivisionError

    def against_a_rule(session: Session) -> None:
        add("against")(session)
        session.flush()
        session.connection().execute(NO_SUCH_VISIT)

    told = await together(database, add("one"), half_done, against_a_rule, add("two"))
    assert (told[0], told[3]) == ("one", "two")
    assert (type(told[1]), type(told[2])) == (ZeroDivisionError, IntegrityError)
    assert await names(database) == {"one", "two"}


async def test_nobody_is_told_yes_when_the_commit_fails(sqlite_database: Database) -> None:
    def wrong_in_the_end(session: Session) -> str:
        session.connection().execute(text("PRAGMA defer_foreign_keys = ON"))
        session.connection().execute(NO_SUCH_VISIT)
        return "all is well"

    told = await together(sqlite_database, add("one"), wrong_in_the_end, add("two"))
    assert [type(one) for one in told] == [IntegrityError] * 3
    assert await names(sqlite_database) == set()
    assert await sqlite_database.write(add("later")) == "later"
    assert await names(sqlite_database) == {"later"}


async def test_what_was_asked_for_is_done_although_whoever_asked_has_gone(database: Database) -> None:
    may_go_on = threading.Event()

    def slow(session: Session) -> None:
        may_go_on.wait()

    busy = asyncio.create_task(database.write(slow))
    asked = asyncio.create_task(database.write(add("one")))
    await asyncio.sleep(0)
    asked.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asked
    may_go_on.set()
    await busy
    await database.write(add("two"))
    assert await names(database) == {"one", "two"}
