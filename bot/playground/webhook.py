"""Delivery of updates to a webhook, over real HTTP, again and again until it answers 2xx."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

import httpx

from bot.playground.calls import Call, Json
from bot.playground.errors import bad_request
from bot.playground.updates import UpdateQueue
from bot.playground.world import World

_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")

Deliver = Callable[[str, dict[str, str], Json], Awaitable[int]]
"""Posts an update to a URL with headers; the HTTP status comes back, and any exception counts as a failure."""


async def deliver_over_http(url: str, headers: dict[str, str], update: Json) -> int:
    async with httpx.AsyncClient(timeout=30, trust_env=False) as client:
        return (await client.post(url, headers=headers, json=update)).status_code


class Webhook:
    """Where updates are pushed to, if anywhere. One update at a time, so order is kept."""

    def __init__(self, world: World, deliver: Deliver, retry_after: float) -> None:
        self._world = world
        self._deliver = deliver
        self._retry_after = retry_after
        self._secret = ""
        self._error: Json = {}
        self._allowed: list[str] = []
        self._task: asyncio.Task[None] | None = None
        self.url = ""

    @property
    def _updates(self) -> UpdateQueue:
        return self._world.updates

    def set(self, call: Call) -> bool:
        """Plain HTTP is allowed, as a local Bot API server allows it."""
        url, secret = call.text("url"), call.text("secret_token")
        if url and (urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname):
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
        if secret and not _SECRET.fullmatch(secret):
            raise bad_request("secret token contains unallowed characters")
        allowed = call.structure("allowed_updates")
        self._updates.allow(allowed)
        self._allowed = self._allowed if allowed is None else allowed
        if call.flag("drop_pending_updates"):
            self._updates.drop()
        self.stop()
        self.url, self._secret, self._error = url, secret, {}
        if url:
            self._task = asyncio.get_running_loop().create_task(self._push())
        return True

    def delete(self, call: Call) -> bool:
        if call.flag("drop_pending_updates"):
            self._updates.drop()
        self.stop()
        self.url = ""
        return True

    def info(self, _: Call) -> Json:
        info: Json = {
            "url": self.url,
            "has_custom_certificate": False,
            "pending_update_count": self._updates.waiting,
        }
        return info | self._error | ({"allowed_updates": self._allowed} if self._allowed else {})

    def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    async def _push(self) -> None:
        headers = {"X-Telegram-Bot-Api-Secret-Token": self._secret} if self._secret else {}
        while True:
            self._updates.arrived.clear()
            update = self._updates.first()
            if update is None:
                await self._updates.arrived.wait()
                continue
            try:
                status = await self._deliver(self.url, headers, update)
                reason = "" if 200 <= status < 300 else f"Wrong response from the webhook: {status}"
            except Exception as problem:
                reason = f"Connection failed: {type(problem).__name__}"
            if reason:
                self._error = {"last_error_date": self._world.moment(), "last_error_message": reason}
                await asyncio.sleep(self._retry_after)
            else:
                self._updates.done(update)
