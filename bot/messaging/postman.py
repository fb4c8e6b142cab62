"""Mails -> the mail server, one after the other. Beside the work and never in it: a mail server may take its time."""

import asyncio
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from bot.actions import mailing
from bot.messaging.mail import NotTaken
from bot.runtime import Runtime
from storage.leader import LeadLost
from storage.mails import Letter

log = structlog.get_logger()

LEASE = timedelta(minutes=2)
_LOOK_AGAIN = 5.0
_TROUBLE = 30.0


class Sends(Protocol):
    """What hands a mail over. Raises NotTaken."""

    def send(self, letter: Letter, *, key: str, shop: str, now: datetime) -> None: ...


class Postman:
    """Sends what is due. Without a mail server there is nothing to do."""

    def __init__(
        self,
        runtime: Runtime,
        mailer: Sends | None,
        wake_courier: Callable[[], None],
        *,
        lease: timedelta = LEASE,
        may_work: Callable[[float], bool] | None = None,
    ) -> None:
        """`may_work` is asked, with the monotonic time, before each mail."""
        self._runtime = runtime
        self._mailer = mailer
        self._wake_courier = wake_courier
        self._lease = lease
        self._may_work = may_work or (lambda moment: True)
        self._stopping = False
        self._awake = asyncio.Event()

    def wake(self) -> None:
        """There may be a mail."""
        self._awake.set()

    def stop(self) -> None:
        self._stopping = True
        self.wake()

    async def run(self) -> None:
        """Work until stopped. Raises LeadLost."""
        while not self._stopping:
            self._awake.clear()
            try:
                worked = await self.step()
            except LeadLost:
                raise
            except Exception:
                log.exception("no mail could be sent")
                await self._rest(_TROUBLE)
                continue
            if not worked and not self._stopping:
                await self._rest(_LOOK_AGAIN)

    async def step(self) -> bool:
        """Send the next mail that is due. Returns whether there was one."""
        mailer = self._mailer
        if mailer is None or not self._may_work(time.monotonic()):
            return False
        if not await self._runtime.read(mailing.is_any_due):
            return False
        token = secrets.token_hex(8)
        claimed = await self._runtime.write(lambda unit: mailing.claim(unit, token, self._lease))
        if claimed is None:
            return False
        shop = await self._runtime.read(lambda unit: unit.shop.name)
        now = self._runtime.now()
        try:
            await asyncio.to_thread(mailer.send, claimed.letter, key=claimed.key, shop=shop, now=now)
        except NotTaken as trouble:
            reason, lasting = trouble.reason, trouble.lasting
            log.warning("a mail was not taken", reason=reason, mail_id=claimed.id)
            await self._runtime.write(lambda unit: mailing.not_taken(unit, claimed, reason, lasting=lasting))
        else:
            log.info("a mail was sent", mail_id=claimed.id)
            await self._runtime.write(lambda unit: mailing.taken(unit, claimed))
        self._wake_courier()
        return True

    async def _rest(self, seconds: float) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._awake.wait(), seconds)
