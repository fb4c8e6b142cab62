"""Mails -> the mail server, one after the other. Beside the work and never in it: a mail server may take its time."""

import asyncio
import secrets
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from bot.actions import mailing
from bot.desk import Desk
from bot.messaging.mail import NotTaken
from bot.runtime import Runtime
from storage.mails import Letter

log = structlog.get_logger()

LEASE = timedelta(minutes=2)


class Sends(Protocol):
    """What hands a mail over. Raises NotTaken."""

    def send(self, letter: Letter, *, key: str, shop: str, now: datetime) -> None: ...


class Postman(Desk):
    """Sends what is due. Without a mail server there is nothing to do."""

    looks_again_after = 5.0
    rests_after_trouble = 30.0
    trouble = "no mail could be sent"

    def __init__(
        self,
        runtime: Runtime,
        mailer: Sends | None,
        wake_courier: Callable[[], None],
        *,
        lease: timedelta = LEASE,
        may_work: Callable[[float], bool] | None = None,
    ) -> None:
        super().__init__(may_work)
        self._runtime = runtime
        self._mailer = mailer
        self._wake_courier = wake_courier
        self._lease = lease

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
