"""A file that the owner sends into the chat, as far as the chat goes: it comes, it is decided about, it is stopped.

What takes time (fetching it, reading it, bringing it in, taking it back) is done by the desk in `bot/jobs`, one short
transaction after the other, by the state that is written here.
"""

import re
from dataclasses import dataclass
from datetime import date

from bot.actions import holding
from bot.actions.unit import Unit
from bot.domain.headings import SheetKind
from bot.domain.refusals import Refusal
from bot.domain.said import SharedFile
from bot.domain.written_dates import DateOrder
from bot.domain.written_text import one_line
from bot.texts import languages
from storage import import_files, journal, outbox
from storage.models import ImportFile, JournalEntry

MOST_BYTES = 20 * 1024 * 1024
"""Telegram hands a bot no larger files."""
MOST_WAITING = 6
_SLOW_TO_COME = 2 * 1024 * 1024
_LONGEST_NAME = 60
_OUT = re.compile(r"[/\\:*?\"<>|]")


@dataclass(frozen=True, slots=True)
class Received:
    """A file will be looked at. `slow` ones are worth a word before that."""

    name: str
    slow: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file will be brought in now, or after those that were wanted before it."""

    public_id: str
    name: str
    total: int
    waits: bool


@dataclass(frozen=True, slots=True)
class ImportGoesBack:
    """An import is being taken back; what has become of it is told when it is done."""

    name: str


@dataclass(frozen=True, slots=True)
class Options:
    """In which other ways a file can be read. `days` is one of its dates as each order of day and month reads it."""

    public_id: str
    name: str
    kind: str
    kinds: tuple[str, ...]
    days: tuple[tuple[str, date], ...]
    guesses: tuple[str, ...]


def receive(unit: Unit, file: SharedFile, language: str) -> Received:
    """Take a file in; its sender is told of it in `language`. Raises Refusal: import-held, import-too-many,
    file-too-large.
    """
    unit.permit("import")
    if holding.is_held(unit):
        raise Refusal("import-held")
    if file.size > MOST_BYTES:
        raise Refusal("file-too-large", most=MOST_BYTES // 1024 // 1024)
    if len(import_files.waiting_in_chat(unit.session, unit.actor.chat_id)) >= MOST_WAITING:
        raise Refusal("import-too-many", most=MOST_WAITING)
    name = _OUT.sub("_", one_line(file.name))[-_LONGEST_NAME:] or "file"
    import_files.add(
        unit.session,
        unit.vault,
        chat_id=unit.actor.chat_id,
        user_id=unit.actor.user_id,
        language=language,
        facts={"name": name, "file_id": file.file_id},
        now=unit.now,
    )
    unit.pulse.files_wait = True
    return Received(name, file.size > _SLOW_TO_COME)


def language_of(unit: Unit, text: str, language_code: str) -> str:
    """The language that whoever sends a file is told of it in: their own, that of the words beside it, the last one."""
    unit.permit("import")
    language = unit.actor.language or languages.heard(text) or outbox.last_language(unit.session, unit.actor.chat_id)
    return languages.choose(language, language_code, unit.shop.language)


def options(unit: Unit, public_id: str) -> Options:
    """How else the file could be read. Raises Refusal import-gone."""
    unit.permit("import")
    row = _asked(unit, public_id)
    told = import_files.facts(unit.vault, row)
    days = {date.fromisoformat(day): order for order, day in told["days"].items()}
    return Options(
        public_id,
        told["name"],
        told["kind"],
        tuple(kind for kind in told["kinds"] if kind != told["kind"]),
        tuple((order, day) for day, order in days.items()),
        tuple(told["guesses"]),
    )


def read_otherwise(unit: Unit, public_id: str, message_id: int | None, how: str, what: str) -> None:
    """Have it read in another way and shown again: `how` is "kind", "order" or "without".

    Raises Refusal import-gone.
    """
    unit.permit("import")
    row = _asked(unit, public_id)
    told = import_files.facts(unit.vault, row)
    told |= _choice(how, what)
    import_files.put_facts(unit.session, unit.vault, row, told)
    _go_on(unit, row, "reading", message_id)


def want(unit: Unit, public_id: str, message_id: int | None) -> Wanted:
    """Bring it in. Raises Refusal: import-gone, import-held."""
    unit.permit("import")
    if holding.is_held(unit):
        raise Refusal("import-held")
    row = _asked(unit, public_id)
    waiting = import_files.waiting_in_chat(unit.session, row.chat_id)
    is_busy = any(one.state in ("wanted", "stopping") for one in waiting)
    _go_on(unit, row, "wanted", message_id)
    told = import_files.facts(unit.vault, row)
    return Wanted(public_id, told["name"], told["total"], is_busy)


def leave(unit: Unit, public_id: str) -> str:
    """Leave a file that waits for a yes, or have one stopped that is on its way. Returns its name.

    Raises Refusal import-gone.
    """
    unit.permit("import")
    row = import_files.by_public_id(unit.session, public_id)
    if row is None or row.state not in import_files.WAITING:
        raise Refusal("import-gone")
    return _leave(unit, row)


def leave_all(unit: Unit) -> int:
    """Whoever says "stop" means the files as well. Returns how many waited or were on their way."""
    if not unit.actor.works_here:
        return 0
    waiting = import_files.waiting_in_chat(unit.session, unit.actor.chat_id)
    for row in waiting:
        _leave(unit, row)
    return len(waiting)


def take_back(unit: Unit, entry: JournalEntry) -> ImportGoesBack:
    """Have a whole import taken back; one that is still on its way ends here."""
    unit.permit("import")
    row = import_files.of_entry(unit.session, entry.id or 0)
    name: str = journal.after(unit.vault, entry)["file"]
    if row is None:
        raise Refusal("undo-not-yours")
    import_files.forget_parts(unit.session, row)
    row.rows_done = 0
    _go_on(unit, row, "undoing", None)
    return ImportGoesBack(name)


def _leave(unit: Unit, row: ImportFile) -> str:
    name: str = import_files.facts(unit.vault, row)["name"]
    if row.state == "wanted" and row.entry_id is not None:
        _go_on(unit, row, "stopping", None)
    elif row.state != "stopping":
        forget(unit, row, "left")
    return name


def forget(unit: Unit, row: ImportFile, state: str) -> None:
    """Nothing more is to become of the file, so its bytes go."""
    import_files.forget_parts(unit.session, row)
    row.state = state
    unit.session.add(row)


def _choice(how: str, what: str) -> import_files.Facts:
    try:
        match how:
            case "kind":
                return {"as": SheetKind(what).value, "order": None, "without": False}
            case "order":
                return {"order": DateOrder(what).value}
            case "without":
                return {"without": True}
    except ValueError:
        pass  # a forged button
    raise Refusal("import-gone")


def _asked(unit: Unit, public_id: str) -> ImportFile:
    row = import_files.by_public_id(unit.session, public_id)
    if row is None or row.state != "asked":
        raise Refusal("import-gone")
    return row


def _go_on(unit: Unit, row: ImportFile, state: str, message_id: int | None) -> None:
    row.state, row.attempts, row.not_before = state, 0, unit.now
    row.message_id = message_id or row.message_id
    unit.session.add(row)
    unit.pulse.files_wait = True
