"""Whether all is well: what was found, judged line by line. Every line says what it means and what to do.

A check is a message key with its facts; the same checks serve the command `doctor` and the owner's question in chat.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from bot.domain.outgoing import Value, Words

CLOCK_MAY_BE_OFF = timedelta(seconds=60)
"""Further off, and reminders come at a wrong time; Telegram's own times are the measure."""
MAY_WAIT = timedelta(minutes=10)
"""A message that is due and has not left for so long does not leave by itself."""
MAY_BE_SILENT = timedelta(minutes=5)
"""Telegram answers a long poll every half minute, with nothing if there is nothing."""
BACKUP_MAY_BE_OLD = timedelta(days=2)
LEAST_ROOM = 200 << 20
"""Bytes. A backup needs about as much again as the database, and a climb a copy of it."""
_COPIES = 3
_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the answer."""

    key: str
    good: bool
    facts: dict[str, Value] = field(default_factory=dict)

    @property
    def words(self) -> Words:
        return Words(self.key, self.facts)


class Token(StrEnum):
    MISSING = "missing"
    REFUSED = "refused"
    GOOD = "good"


class Reader(StrEnum):
    """Who reads the bot's messages."""

    NOBODY = "nobody"
    OURSELVES = "ourselves"
    ANOTHER = "another"
    WEBHOOK = "webhook"


class Key(StrEnum):
    GOOD = "good"
    TO_BE_MADE = "to_be_made"
    MISSING = "missing"
    WRONG = "wrong"
    MALFORMED = "malformed"


class Tables(StrEnum):
    GOOD = "good"
    TO_BE_MADE = "to_be_made"
    OLD = "old"
    NEWER = "newer"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class AtTelegram:
    """What Telegram says. None is what could not be asked; `clock_ahead` is how far our clock is in front of theirs."""

    address: str
    token: Token | None = None
    bot: str = ""
    clock_ahead: timedelta | None = None
    reader: Reader | None = None
    webhook_host: str = ""


@dataclass(frozen=True, slots=True)
class OnDisk:
    """What lies on this machine, or in the database wherever it is. None is what could not be looked at."""

    folder: str
    writable: bool = True
    key: Key | None = None
    key_file: str = ""
    key_line: int = 0
    tables: Tables | None = None
    found: str = ""
    known: str = ""
    owners: int | None = None
    held: bool = False
    free_bytes: int | None = None
    database_bytes: int = 0


@dataclass(frozen=True, slots=True)
class AtWork:
    """What a running assistant knows of itself. None is what it has not heard of yet."""

    silent_for: timedelta | None = None
    clock_ahead: timedelta | None = None
    waiting: int = 0
    waiting_for: timedelta | None = None
    aside: int = 0
    uncertain: int = 0
    days: int = 7
    backup_age: timedelta | None = None
    held: bool = False
    free_bytes: int | None = None
    database_bytes: int = 0


def at_telegram(seen: AtTelegram) -> Iterator[Check]:
    """Can it be reached, does it take the token, is the clock right, who reads."""
    if seen.token is Token.MISSING:
        yield Check("settings-missing", False, {"name": "TELEGRAM_BOT_TOKEN"})
        return
    if seen.token is None:
        yield Check("health-telegram-away", False, {"address": seen.address})
        return
    yield Check("health-telegram", True)
    if seen.clock_ahead is not None:
        yield clock(seen.clock_ahead)
    if seen.token is Token.REFUSED:
        yield Check("console-token-refused", False)
        return
    yield Check("health-token", True, {"bot": seen.bot})
    match seen.reader:
        case Reader.NOBODY:
            yield Check("health-reader-none", True)
        case Reader.OURSELVES:
            yield Check("health-reader-ours", True)
        case Reader.ANOTHER:
            yield Check("console-another-poller", False)
        case Reader.WEBHOOK:
            yield Check("health-reader-webhook", False, {"address": seen.webhook_host})


def on_disk(seen: OnDisk) -> Iterator[Check]:
    """Folder, key, tables, owner and room."""
    facts: dict[str, Value] = {"file": seen.folder}
    yield Check("health-folder", True, facts) if seen.writable else Check("health-folder-closed", False, facts)
    match seen.key:
        case Key.GOOD:
            yield Check("health-key", True)
        case Key.TO_BE_MADE:
            yield Check("health-key-to-be-made", True, {"file": seen.key_file})
        case Key.MISSING:
            yield Check("console-key-missing", False, {"file": seen.key_file})
        case Key.WRONG:
            yield Check("console-key-wrong", False)
        case Key.MALFORMED:
            yield Check("console-key-malformed", False, {"source": seen.key_file, "line": seen.key_line})
    match seen.tables:
        case Tables.GOOD:
            yield Check("health-database", True)
        case Tables.TO_BE_MADE:
            yield Check("health-database-to-be-made", True)
        case Tables.OLD:
            yield Check("health-database-old", False, {"found": seen.found, "known": seen.known})
        case Tables.NEWER:
            yield Check("console-database-newer", False, {"found": seen.found, "known": seen.known})
        case Tables.CLOSED:
            yield Check("health-database-closed", False)
    if seen.owners is not None:
        good = seen.owners > 0
        yield Check("health-owner", True, {"count": seen.owners}) if good else Check("health-owner-none", False)
    if seen.held:
        yield Check("health-held", False)
    if seen.free_bytes is not None:
        yield disk(seen.free_bytes, seen.database_bytes)


def at_work(seen: AtWork) -> Iterator[Check]:
    """What can be said while running."""
    if seen.silent_for is not None:
        minutes: dict[str, Value] = {"minutes": int(seen.silent_for.total_seconds() // 60)}
        silent = seen.silent_for > MAY_BE_SILENT
        yield Check("health-silent", False, minutes) if silent else Check("health-telegram", True)
    if seen.clock_ahead is not None:
        yield clock(seen.clock_ahead)
    late = seen.waiting_for is not None and seen.waiting_for > MAY_WAIT
    waits: dict[str, Value] = {"count": seen.waiting}
    if late and seen.waiting_for is not None:
        waits["minutes"] = int(seen.waiting_for.total_seconds() // 60)
    yield Check("health-waiting-late", False, waits) if late else Check("health-waiting", True, waits)
    if seen.aside:
        yield Check("health-aside", False, {"count": seen.aside, "days": seen.days})
    if seen.uncertain:
        yield Check("health-uncertain", False, {"count": seen.uncertain, "days": seen.days})
    if seen.backup_age is not None:
        age: dict[str, Value] = {"days": seen.backup_age.days}
        old = seen.backup_age > BACKUP_MAY_BE_OLD
        yield Check("health-backup-old", False, age) if old else Check("health-backup", True, age)
    if seen.held:
        yield Check("health-held", False)
    if seen.free_bytes is not None:
        yield disk(seen.free_bytes, seen.database_bytes)


def clock(ahead: timedelta) -> Check:
    """Our clock against Telegram's; `ahead` is negative when ours is behind."""
    if abs(ahead) <= CLOCK_MAY_BE_OFF:
        return Check("health-clock", True)
    facts: dict[str, Value] = {"seconds": int(abs(ahead).total_seconds()), "ahead": ahead > timedelta(0)}
    return Check("health-clock-off", False, facts)


def disk(free: int, database: int) -> Check:
    """Room for backups and for the copy before a climb."""
    enough = free >= max(LEAST_ROOM, _COPIES * database)
    facts: dict[str, Value] = {"free": free // _MEGABYTE}
    return Check("health-disk", True, facts) if enough else Check("health-disk-full", False, facts)
