"""One running program for one shop: two would answer everything twice.

Beside an SQLite file lies a lock that the system itself takes away when the process ends, however it ends. PostgreSQL
may be shared by machines, so there it is a row with a lease that is renewed, and an epoch that grows with every new
leader. (An advisory lock would vanish with its connection, unnoticed, and does not survive a connection pooler.) The
lease is measured by the database's clock, and on our side by the monotonic clock: neither jumps when somebody sets
the time.

The leader is chosen before the tables are climbed, so the row's table is made here and not by a migration.
"""

import os
import secrets
import sys
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import SQLAlchemyError

from storage.address import address, sqlite_file
from storage.database import postgresql_engine

LEASE = timedelta(seconds=30)
"""How long a leader that says nothing stays the leader. Renew three times as often."""


class AlreadyRunning(Exception):
    """Another process is the leader. `pid` is known beside an SQLite file; `seconds` is what is left of a lease."""

    def __init__(self, *, pid: int | None = None, seconds: float | None = None) -> None:
        super().__init__("the program is running already")
        self.pid = pid
        self.seconds = seconds


class LeadLost(Exception):
    """Another process leads this shop now, so this one stops at once."""


class Leader(Protocol):
    """`now_monotonic` is `time.monotonic()`, in seconds. A leader is acquired once and released once."""

    lease: timedelta

    def acquire(self, now_monotonic: float) -> None:
        """Become the leader. Raises AlreadyRunning."""

    def renew(self, now_monotonic: float) -> bool:
        """Prolong the lease. Returns False if somebody else has taken over: then stop working at once."""

    def still_leader(self, now_monotonic: float) -> bool:
        """Whether nobody else can have taken over yet. Costs nothing; ask right before anything irrevocable."""

    def fence(self, connection: Connection) -> None:
        """Let a transaction that has just begun on `connection` be committed only while nobody else leads.

        A process that wakes up from a long sleep may be in the middle of one, behind every check of its own clock.
        Raises LeadLost.
        """

    def release(self) -> None:
        """Let the next one in at once."""


def leader_for(url: str) -> Leader:
    """The way to lead at this address. Raises AddressRefused."""
    file = sqlite_file(url)
    return RowLeader(url) if file is None else FileLeader(file.with_name(f"{file.name}.lock"))


def led_by_somebody(url: str) -> bool:
    """Whether a program leads at this address now. Changes nothing. Raises AddressRefused."""
    file = sqlite_file(url)
    if file is None:
        return _row_is_held(url)
    lock = file.with_name(f"{file.name}.lock")
    if not lock.exists():
        return False
    descriptor = os.open(lock, os.O_RDWR)
    try:
        _lock(descriptor)
    except OSError:
        return True
    finally:
        os.close(descriptor)
    return False


class FileLeader:
    """Leads by a lock on a file. The file stays when the lock is gone: to delete it would let two processes lead."""

    lease = LEASE

    def __init__(self, file: Path) -> None:
        self._file = file
        self._descriptor: int | None = None

    def acquire(self, now_monotonic: float) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(self._file, os.O_CREAT | os.O_RDWR, 0o600)
        try:
            _lock(descriptor)
        except OSError:
            pid = os.read(descriptor, 20)
            os.close(descriptor)
            raise AlreadyRunning(pid=int(pid) if pid.isdigit() else None) from None
        os.truncate(descriptor, 0)
        os.write(descriptor, str(os.getpid()).encode())
        self._descriptor = descriptor

    def renew(self, now_monotonic: float) -> bool:
        return self._descriptor is not None

    def still_leader(self, now_monotonic: float) -> bool:
        return self._descriptor is not None

    def fence(self, connection: Connection) -> None:
        """Nothing: the lock lasts as long as the process does."""

    def release(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


_MAKE_TABLE = """
CREATE TABLE IF NOT EXISTS leader (
    shop integer PRIMARY KEY, epoch bigint NOT NULL, holder text NOT NULL, lease_until timestamptz NOT NULL
)"""
_ACQUIRE = """
INSERT INTO leader (shop, epoch, holder, lease_until)
VALUES (1, 1, :me, clock_timestamp() + make_interval(secs => :lease))
ON CONFLICT (shop) DO UPDATE
SET epoch = leader.epoch + 1, holder = excluded.holder, lease_until = excluded.lease_until
WHERE leader.lease_until <= clock_timestamp()
RETURNING epoch"""
_LEFT = "SELECT extract(epoch FROM lease_until - clock_timestamp()) FROM leader"
_RENEW = """
UPDATE leader SET lease_until = clock_timestamp() + make_interval(secs => :lease)
WHERE holder = :me AND epoch = :epoch"""
# A process that freezes inside a transaction must not lock out whoever takes over: the server ends it after a while.
_FENCE = text(
    "SELECT set_config('idle_in_transaction_session_timeout', '10s', true) FROM leader "
    "WHERE holder = :me AND epoch = :epoch FOR SHARE"
)
_RELEASE = "UPDATE leader SET lease_until = clock_timestamp() WHERE holder = :me AND epoch = :epoch"


class RowLeader:
    """Leads by the one row of the table `leader` in PostgreSQL. `epoch` is 0 until it is acquired."""

    def __init__(self, url: str, lease: timedelta = LEASE) -> None:
        self._engine = postgresql_engine(address(url), 1)
        self.lease = lease
        # Random for every start: a host's name would make a restarted process take itself for its predecessor.
        self._me = secrets.token_hex(16)
        self._until = float("-inf")
        self.epoch = 0

    def acquire(self, now_monotonic: float) -> None:
        with self._engine.begin() as connection:
            # Two first starts at one moment would both find no table; this lock ends with the transaction.
            connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('dangol leader'))"))
            connection.execute(text(_MAKE_TABLE))
            epoch = connection.execute(text(_ACQUIRE), {"me": self._me, "lease": self.lease.total_seconds()}).scalar()
            if epoch is None:
                raise AlreadyRunning(seconds=float(connection.execute(text(_LEFT)).scalar_one()))
        self.epoch = epoch
        self._until = now_monotonic + self.lease.total_seconds()

    def renew(self, now_monotonic: float) -> bool:
        values = {"me": self._me, "epoch": self.epoch, "lease": self.lease.total_seconds()}
        with self._engine.begin() as connection:
            mine = connection.execute(text(_RENEW), values).rowcount == 1
        # Counted from before the question was asked, so our lease never ends later than the database's.
        self._until = now_monotonic + self.lease.total_seconds() if mine else float("-inf")
        return mine

    def still_leader(self, now_monotonic: float) -> bool:
        return now_monotonic < self._until

    def fence(self, connection: Connection) -> None:
        """The row stays locked until the transaction ends, so whoever takes over waits for that."""
        if connection.execute(_FENCE, {"me": self._me, "epoch": self.epoch}).scalar() is None:
            raise LeadLost

    def release(self) -> None:
        self._until = float("-inf")
        # A database that is gone must not keep the program from ending: the lease ends by itself.
        with suppress(SQLAlchemyError), self._engine.begin() as connection:
            connection.execute(text(_RELEASE), {"me": self._me, "epoch": self.epoch})
        self._engine.dispose()


def _row_is_held(url: str) -> bool:
    engine = postgresql_engine(address(url), 1)
    try:
        with engine.connect() as connection:
            if not inspect(connection).has_table("leader"):
                return False
            return (connection.execute(text(_LEFT)).scalar() or 0) > 0
    finally:
        engine.dispose()


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        # One byte far behind the text, because Windows does not let others read what is locked.
        os.lseek(descriptor, 1 << 20, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
