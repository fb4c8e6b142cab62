"""The judge: everything that happened at Telegram, in order.

It is kept by the fake, never by the bot, so it also knows what a bot did that died in the middle of doing it. With a
file every entry is one JSON line, written at once.
"""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from bot.clock import Clock
from bot.playground.calls import Call, Json


class Event(StrEnum):
    SENT = "sent"
    """The bot's message appeared in a chat."""
    EDITED = "edited"
    DELETED = "deleted"
    ANSWERED = "answered"
    """A pressed button stopped spinning, perhaps with a notice."""
    ACTION = "action"
    """"typing" and the like."""
    CALLED = "called"
    """Any other call that succeeded."""
    REFUSED = "refused"
    """A call that was answered with an error."""
    FAULT = "fault"
    """A fault struck; the effect, if any, has its own entry before."""
    ACTED = "acted"
    """A person did something that made an update."""
    EMPTIED = "emptied"
    """All chats were emptied for a fresh shop."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line. `details` holds what the event has to tell: text, entities, reply_markup, document, call, update ..."""

    number: int
    at: str
    event: Event
    chat_id: int | None
    message_id: int | None
    details: Json

    def as_json(self) -> Json:
        head = {"number": self.number, "at": self.at, "event": self.event.value}
        return {**head, "chat_id": self.chat_id, "message_id": self.message_id, **self.details}


class Ledger:
    """An ever growing list of entries that can be waited on."""

    def __init__(self, clock: Clock, file: Path | None = None) -> None:
        self.entries: list[Entry] = []
        self._clock = clock
        self._lines = file.open("a", encoding="utf-8") if file else None
        self._waiting: set[asyncio.Future[None]] = set()
        self.hang_ups = 0

    def write(self, event: Event, chat_id: int | None = None, message_id: int | None = None, **details: Any) -> Entry:
        at = self._clock.now().isoformat()
        entry = Entry(len(self.entries) + 1, at, event, chat_id, message_id, details)
        self.entries.append(entry)
        if self._lines:
            self._lines.write(json.dumps(entry.as_json(), ensure_ascii=False) + "\n")
            self._lines.flush()
        self._wake()
        return entry

    def hang_up(self) -> None:
        """Let whoever waits look again at `hang_ups`: the server ends and nobody should wait for its long polls."""
        self.hang_ups += 1
        self._wake()

    def _wake(self) -> None:
        for waiter in self._waiting:
            if not waiter.done():
                waiter.set_result(None)

    def of(self, event: Event, chat_id: int | None = None) -> list[Entry]:
        """The entries of one kind, in one chat or in all."""
        return [e for e in self.entries if e.event is event and chat_id in (None, e.chat_id)]

    def texts(self, chat_id: int) -> list[str]:
        """What the bot sent to a chat, oldest first, as it read when it was sent."""
        return [e.details["text"] for e in self.of(Event.SENT, chat_id)]

    async def until(self, true: Callable[[], bool], within: float = 10.0) -> None:
        """Wait until something that the ledger can change is true, for `within` seconds. Raises TimeoutError."""
        async with asyncio.timeout(within):
            while not true():
                waiter = asyncio.get_running_loop().create_future()
                self._waiting.add(waiter)
                try:
                    await waiter
                finally:
                    self._waiting.discard(waiter)

    def close(self) -> None:
        if self._lines:
            self._lines.close()


def call_details(call: Call) -> Json:
    """A call as the ledger keeps it: the parameters whole, of the files only name and size."""
    files = {name: {"name": upload.name, "size": len(upload.data)} for name, upload in call.files.items()}
    return {"method": call.method, "params": call.params, **({"files": files} if files else {})}
