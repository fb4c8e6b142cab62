"""The way in: raw updates, on disk before they are acknowledged.

Polling moves the offset only after the commit; the webhook answers 200 only after it. Both write the same rows, so a
shop may change from one to the other at any time. See docs/decisions/0001.
"""

import asyncio
import hmac
import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import structlog
from sqlmodel import Session
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Update
from telegram.error import Conflict, RetryAfter, TelegramError

from bot.clock import Clock
from bot.messaging.telegram import RawBot, seconds_of
from storage import inbox
from storage.database import Database

log = structlog.get_logger()

WANTED = [Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER]
LARGEST_BODY = 1 << 20
_BATCH = 100
_PASSERS_BY = 2  # in _A_WHILE, in seconds
_A_WHILE = 60.0


class AnotherPoller(Exception):
    """Telegram says that a second program is reading this bot's updates. Two would take turns at losing them."""


class Intake:
    """Keeps what Telegram hands over and wakes the lanes."""

    def __init__(self, database: Database, clock: Clock, bot_id: int, wake: Callable[[], None]) -> None:
        self._database = database
        self._clock = clock
        self._bot_id = bot_id
        self._wake = wake

    async def keep(self, updates: list[dict[str, Any]]) -> int:
        """Commit updates to the inbox. Returns how many were new."""
        now = self._clock.now()
        rows = [row for row in map(_row, updates) if row is not None]

        def work(session: Session) -> int:
            return inbox.keep(session, self._database.vault, self._bot_id, rows, now)

        new = await self._database.write(work)
        if new:
            self._wake()
        return new


class Polling:
    """Long polling with our own offset: it moves when the rows are on disk."""

    def __init__(
        self,
        bot: RawBot,
        intake: Intake,
        *,
        wait: timedelta = timedelta(seconds=30),
        heard: Callable[[], None] = lambda: None,
        after_conflict: timedelta = timedelta(seconds=2),
    ) -> None:
        """`heard` is called with every answer of Telegram, an empty one too; `after_conflict` comes before the next
        question when another one has ended ours.
        """
        self._bot = bot
        self._intake = intake
        self._wait = wait
        self._heard = heard
        self._after_conflict = after_conflict.total_seconds()
        self._offset = 0

    async def poll(self, *, wait: timedelta | None = None) -> int:
        """One getUpdates. Returns how many updates came. Raises AnotherPoller and TelegramError."""
        seconds = int((self._wait if wait is None else wait).total_seconds())
        try:
            updates = await self._bot.raw_updates(offset=self._offset, limit=_BATCH, seconds=seconds, allowed=WANTED)
        except Conflict as conflict:
            raise AnotherPoller from conflict
        self._heard()
        if updates:
            await self._intake.keep(updates)
            self._offset = max((_id(one) or 0 for one in updates), default=self._offset - 1) + 1
        return len(updates)

    async def run(self) -> None:
        """Poll until cancelled. Trouble on the line is waited out; a second poller is not fought but raised.

        One who asks once and goes away (`doctor` does) is let pass: the newest question ends the one before it, so only
        a poller that stays ends ours again and again.
        """
        trouble = 0
        ended: list[float] = []
        while True:
            try:
                await self.poll()
                trouble = 0
            except AnotherPoller:
                now = asyncio.get_running_loop().time()
                ended = [*(moment for moment in ended if now - moment < _A_WHILE), now]
                if len(ended) > _PASSERS_BY:
                    raise
                await asyncio.sleep(self._after_conflict)
            except RetryAfter as pause:
                await asyncio.sleep(seconds_of(pause).total_seconds())
            except TelegramError as error:
                trouble += 1
                log.warning("polling failed", error=type(error).__name__, times=trouble)
                await asyncio.sleep(min(2**trouble, 30))


def webhook_route(intake: Intake, path: str, secret: str) -> Route:
    """The HTTP route that Telegram posts updates to. Wrong secret: 403; too large: 413; 200 only after the commit."""

    async def receive(request: Request) -> Response:
        given = request.headers.get("x-telegram-bot-api-secret-token", "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return Response(status_code=403)
        body = b""
        async for chunk in request.stream():
            body += chunk
            if len(body) > LARGEST_BODY:
                return Response(status_code=413)
        try:
            update = json.loads(body)
        except (ValueError, RecursionError):
            return Response(status_code=400)
        if _id(update) is None:
            return Response(status_code=400)
        await intake.keep([update])
        return Response(status_code=200)

    return Route(path, receive, methods=["POST"])


def _id(update: Any) -> int | None:
    update_id = update.get("update_id") if isinstance(update, dict) else None
    return update_id if isinstance(update_id, int) and 0 <= update_id < 1 << 62 else None


def _row(update: Any) -> inbox.RawUpdate | None:
    """The row of an update; what has no number cannot be an update of Telegram's and is left."""
    update_id = _id(update)
    if update_id is None:
        log.warning("an update without a number was left out")
        return None
    return inbox.RawUpdate(update_id, _lane(update), json.dumps(update))


def _lane(update: dict[str, Any]) -> int:
    """The chat an update belongs to; within it order is kept. Anything without a chat shares lane 0."""
    for part in update.values():
        if not isinstance(part, dict):
            continue
        for holder in (part, part.get("message")):
            if isinstance(holder, dict) and isinstance(chat := holder.get("chat"), dict):
                chat_id = chat.get("id")
                return chat_id if isinstance(chat_id, int) and abs(chat_id) < 1 << 62 else 0
    return 0
