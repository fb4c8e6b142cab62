"""Threads and connections of one kind (writing, or reading), as many of the one as of the other.

Writing works that wait at the same moment are committed together, each behind a savepoint of its own: on the disk of a
shop a commit costs more than what is committed (0.6 ms against 0.2 ms where this was measured). One that fails is
rolled back to its savepoint and the others go on; nobody is told that anything is written before it is on disk.
"""

import asyncio
import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager, suppress
from queue import SimpleQueue
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine
from sqlmodel import Session

T = TypeVar("T")
_Waiting = tuple[Callable[[Session], Any], asyncio.Future[Any]]

_MOST_TOGETHER = 16


class Line:
    """`confirm` is called with every transaction that begins, and raises where it must not go on."""

    def __init__(self, engine: Engine, size: int) -> None:
        self.engine = engine
        self._size = size
        self._threads = ThreadPoolExecutor(size, thread_name_prefix="database")
        self._inside = threading.local()
        self._waiting: deque[_Waiting] = deque()
        self.confirm: Callable[[Connection], None] = lambda connection: None

    def connection(self) -> AbstractContextManager[Connection]:
        raise NotImplementedError

    def begin(self, connection: Connection) -> None:
        """Begin a transaction where SQLAlchemy leaves that to us."""

    @contextmanager
    def session(self) -> Iterator[Session]:
        with self._transaction() as connection, _session(connection) as session:
            yield session

    async def run(self, work: Callable[[Session], T]) -> T:
        """Run `work` in a transaction of its own."""
        # Without the shield, work that waits for its turn would be dropped when whoever wanted it is cancelled.
        return await asyncio.shield(asyncio.get_running_loop().run_in_executor(self._threads, self._alone, work))

    async def run_in_group(self, work: Callable[[Session], T]) -> T:
        """Run `work` in a transaction that it may share with others that wait."""
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append((work, future))
        self._threads.submit(self._work_off)
        return await asyncio.shield(future)

    async def wipe(self) -> None:
        """Nothing to do where the log is not ours."""

    def close(self) -> None:
        self._threads.shutdown()
        self.engine.dispose()

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        if getattr(self._inside, "held", False):
            raise RuntimeError("a transaction of this kind is open in this thread already; pass its session on")
        self._inside.held = True
        try:
            with self.connection() as connection:
                connection.begin()
                try:
                    self.begin(connection)
                    self.confirm(connection)
                    yield connection
                    connection.commit()
                finally:
                    connection.rollback()  # Nothing is left to roll back after a commit.
        finally:
            self._inside.held = False

    def _alone(self, work: Callable[[Session], T]) -> T:
        with self.session() as session:
            return work(session)

    def _work_off(self) -> None:
        """Do what waits, and tell everybody what became of theirs when it is committed."""
        one = self._next()
        if one is None:  # Another turn has taken it along.
            return
        taken = [one[1]]
        outcomes: list[tuple[Any, BaseException | None]] = []
        try:
            with self._transaction() as connection:
                outcomes.append(_attempt(connection, one[0]))
                while len(taken) < _MOST_TOGETHER and (one := self._next()):
                    taken.append(one[1])
                    outcomes.append(_attempt(connection, one[0]))
        except BaseException as error:
            outcomes = [(None, error)] * len(taken)
        with suppress(RuntimeError):  # The loop is closed, and nobody waits any more.
            # All at once: to wake the loop costs as much as a statement.
            taken[0].get_loop().call_soon_threadsafe(_tell, list(zip(taken, outcomes, strict=True)))

    def _next(self) -> _Waiting | None:
        try:
            return self._waiting.popleft()
        except IndexError:
            return None


def _tell(outcomes: list[tuple[asyncio.Future[Any], tuple[Any, BaseException | None]]]) -> None:
    for future, (result, failure) in outcomes:
        if future.done():  # Cancelled by whoever closes the loop.
            continue
        future.set_result(result) if failure is None else future.set_exception(failure)


def _attempt(connection: Connection, work: Callable[[Session], T]) -> tuple[T | None, Exception | None]:
    """One work behind its savepoint. What even that cannot take back is raised, and the whole group is rolled back."""
    # Straight to the driver: a statement through SQLAlchemy costs as much as all the rest of it.
    driver = connection.connection.cursor()
    driver.execute("SAVEPOINT work")
    try:
        with _session(connection) as session:
            result = work(session)
    except Exception as failure:
        driver.execute("ROLLBACK TO SAVEPOINT work")
        return None, failure
    driver.execute("RELEASE SAVEPOINT work")
    return result, None


@contextmanager
def _session(connection: Connection) -> Iterator[Session]:
    # "rollback_only": a commit in the block does not end the transaction.
    with Session(connection, expire_on_commit=False, join_transaction_mode="rollback_only") as session:
        yield session
        session.flush()


class KeptLine(Line):
    """SQLite: connections are kept open for good. Nothing can break them, and opening one means new caches."""

    def __init__(self, engine: Engine, size: int, begin: str) -> None:
        super().__init__(engine, size)
        self._begin = begin
        self._free: SimpleQueue[Connection] = SimpleQueue()
        for _ in range(size):
            self._free.put(engine.connect())

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        connection = self._free.get()
        try:
            yield connection
        finally:
            # SQLite leaves a transaction open whose COMMIT failed, and SQLAlchemy believes it has ended.
            connection.connection.rollback()
            self._free.put(connection)

    def begin(self, connection: Connection) -> None:
        # Straight to the driver: a statement through SQLAlchemy costs as much as all the rest of a transaction.
        connection.connection.cursor().execute(self._begin)

    async def wipe(self) -> None:
        await asyncio.get_running_loop().run_in_executor(self._threads, self._checkpoint)

    def _checkpoint(self) -> None:
        with self.connection() as connection:
            connection.connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        self._threads.shutdown()
        for _ in range(self._size):
            self._free.get().close()
        self.engine.dispose()


class PooledLine(Line):
    """PostgreSQL: connections can die under us, so each is looked at before it is used."""

    def connection(self) -> AbstractContextManager[Connection]:
        return self.engine.connect()
