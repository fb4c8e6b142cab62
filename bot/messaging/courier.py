"""Outbox -> Telegram. The one way out.

Claim (with the message policy asked once more), render, send, write what happened. Outcomes that arrive together are
written together: one commit for all of them instead of one each, which costs nothing in safety, because a death in
between leaves the rows in `sending`, and those are settled by kind.
"""

import asyncio
import secrets
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from bot.actions import sending
from bot.actions.sending import Claimed, Pace
from bot.actions.unit import Unit
from bot.domain.outgoing import Reply, words
from bot.domain.retries import BadToken, Delivered, NotSent, Outcome, Pause, Refused, Unknown, Unreachable, wait_after
from bot.domain.shop import Shop
from bot.messaging.rendering import Rendered, render
from bot.messaging.telegram import Messenger
from bot.runtime import Runtime
from bot.texts.catalog import Catalog, MissingText
from storage import outbox
from storage.leader import LeadLost

log = structlog.get_logger()

IN_FLIGHT = 16  # httpx gets slower with more (SPEED: 16 was the best of 1, 4, 16, 64)
LEASE = timedelta(seconds=60)
FILE_LEASE = timedelta(minutes=10)  # 45 MB over the line of a shop
SEND_TIMEOUT = timedelta(seconds=10)
_BAD_TOKENS = 3
_TOKEN_WAIT = timedelta(minutes=1)
_LOOK_AGAIN = 1.0
_TROUBLE = 5.0
_TOGETHER = 0.01  # outcomes that arrive within this many seconds are written together, when many messages are under way


class TokenRefused(Exception):
    """Telegram does not know the bot's token: at start, or three times in a row. Going on would only hide it."""


@dataclass(frozen=True, slots=True)
class _Fate:
    claimed: Claimed
    outcome: Outcome
    text: str


class Courier:
    """Sends what is due, at most `IN_FLIGHT` at once, in order within a chat."""

    def __init__(
        self,
        runtime: Runtime,
        messenger: Messenger,
        catalog: Catalog,
        *,
        pace: Pace | None = None,
        lease: timedelta = LEASE,
        send_timeout: timedelta = SEND_TIMEOUT,
        may_send: Callable[[float], bool] | None = None,
    ) -> None:
        """`may_send` is asked, with the monotonic time by which an answer must be in, right before each request."""
        self._runtime = runtime
        self._messenger = messenger
        self._catalog = catalog
        self._pace = pace or Pace()
        self._lease = lease
        self._send_timeout = send_timeout
        self._may_send = may_send or (lambda moment: True)
        self._alone = self._pace.alone.total_seconds()
        self._last_start = float("-inf")
        self._flying: set[asyncio.Task[_Fate]] = set()
        self._landed: list[_Fate] = []
        self._paused_until: datetime | None = None
        self._bad_tokens = 0
        self._stopping = False
        self._awake = asyncio.Event()

    def wake(self) -> None:
        """There may be something to send."""
        self._awake.set()

    async def recover(self) -> None:
        """At start: what a dead process had in hand has an unknown fate."""
        await self._runtime.write(lambda unit: outbox.lapse(unit.session, None))
        self.wake()

    async def step(self) -> bool:
        """Write what has landed, then claim and start what may go. Returns whether anything happened."""
        landed, self._landed = self._landed, []
        started = time.monotonic()
        room = self._room(started)
        if not landed and room <= 0:
            return False
        token = secrets.token_hex(8)

        def work(unit: Unit) -> tuple[list[Claimed], Shop]:
            self._write_all(unit, landed)
            outbox.lapse(unit.session, unit.now)
            claimed = self._claim(unit, room, token) if room > 0 and self._bad_tokens < _BAD_TOKENS else []
            outbox.forget_files(unit.session)
            return claimed, unit.shop

        try:
            claimed, shop = await self._runtime.write(work)
        except Exception:
            self._landed = landed + self._landed
            raise
        if self._bad_tokens >= _BAD_TOKENS:
            raise TokenRefused
        if claimed:
            self._last_start = started
        for one in claimed:
            task = asyncio.create_task(self._send(one, shop, started))
            self._flying.add(task)
            task.add_done_callback(self._land)
        return bool(landed or claimed)

    async def run(self) -> None:
        """Send until stopped. Raises TokenRefused and LeadLost."""
        while not self._stopping:
            self._awake.clear()
            try:
                worked = await self.step()
            except (TokenRefused, LeadLost):
                raise
            except Exception:
                log.exception("the outbox could not be worked on")
                await self._rest(_TROUBLE)
                continue
            if self._flying and not self._alone:
                await asyncio.sleep(_TOGETHER)
            if not worked and not self._stopping:
                await self._rest(self._alone if self._flying and self._alone else _LOOK_AGAIN)

    def stop(self) -> None:
        """Take nothing more in hand. To cancel `run` instead would forget what it has just taken."""
        self._stopping = True
        self.wake()

    async def finish(self) -> None:
        """Let what is on its way arrive, and write it down."""
        while self._flying or self._landed:
            if self._flying:
                await asyncio.wait(self._flying)
            landed, self._landed = self._landed, []

            def work(unit: Unit, landed: list[_Fate] = landed) -> None:
                self._write_all(unit, landed)
                outbox.forget_files(unit.session)

            await self._runtime.write(work)

    @property
    def is_paused(self) -> bool:
        """Whether Telegram has asked the whole bot to wait, and the wait is not over."""
        return self._paused_until is not None and self._runtime.now() < self._paused_until

    def _claim(self, unit: Unit, room: int, token: str) -> list[Claimed]:
        return sending.claim(
            unit,
            self._catalog,
            most=room,
            pace=self._pace,
            token=token,
            lease=self._lease,
            file_lease=FILE_LEASE,
        )

    def _room(self, now: float) -> int:
        """How many may start now: all that fit, or one after the other on a line that is quick enough for it."""
        if self.is_paused:
            return 0
        room = IN_FLIGHT - len(self._flying)
        if not self._alone:
            return room
        return min(room, 1) if not self._flying or now >= self._last_start + self._alone else 0

    async def _rest(self, seconds: float) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._awake.wait(), seconds)

    def _land(self, task: asyncio.Task[_Fate]) -> None:
        self._flying.discard(task)
        if not task.cancelled() and task.exception() is None:
            self._landed.append(task.result())
        self.wake()

    async def _send(self, claimed: Claimed, shop: Shop, started: float) -> _Fate:
        try:
            rendered = self._render(claimed, shop)
        except MissingText as missing:
            log.error("a message could not be put into words", key=str(missing), row=claimed.id)
            return _Fate(claimed, Refused("no_words"), "")
        if not self._lease_holds(started):
            return _Fate(claimed, NotSent("lease_lapsed"), "")
        try:
            # Each step of a request has its own limit; a file has many steps, and all together must end in its lease.
            async with asyncio.timeout(FILE_LEASE.total_seconds() / 2 if rendered.document else None):
                outcome = await self._messenger.send(rendered)
        except TimeoutError:
            outcome = Unknown("TimeoutError")
        except Exception as error:  # a bug in the sender must not lose the row
            log.exception("the sender broke", row=claimed.id)
            outcome = Unknown(type(error).__name__)
        return _Fate(claimed, outcome, rendered.text)

    def _lease_holds(self, started: float) -> bool:
        """Whether the answer of a send begun now would still fall inside the lease, on the clock that never jumps."""
        answered_by = time.monotonic() + self._send_timeout.total_seconds()
        return answered_by < started + self._lease.total_seconds() and self._may_send(answered_by)

    def _render(self, claimed: Claimed, shop: Shop) -> Rendered:
        return render(
            self._catalog,
            claimed.reply,
            chat_id=claimed.chat_id,
            language=claimed.language,
            shop=shop,
            today=shop.day_of(self._runtime.now()),
            advertising=claimed.advertising,
        )

    def _write_all(self, unit: Unit, landed: Sequence[_Fate]) -> None:
        """Write what happened to these messages, each under the token of its lease."""
        delivered: list[outbox.Sent] = []
        for fate in landed:
            if not isinstance(fate.outcome, BadToken):
                self._bad_tokens = 0
            if isinstance(fate.outcome, Delivered):
                one = fate.claimed
                delivered.append(outbox.Sent(one.id, one.dedupe_key, one.token, fate.outcome.message_id, fate.text))
            else:
                self._write(unit, fate)
        outbox.sent(unit.session, unit.vault, delivered, unit.now)

    def _write(self, unit: Unit, fate: _Fate) -> None:
        """Write that a message was not sent, or that nobody knows."""
        claimed, session, now = fate.claimed, unit.session, unit.now
        row_id, token = claimed.id, claimed.token
        match fate.outcome:
            case Pause(wait):
                self._paused_until = max(now + wait, self._paused_until or now)
                outbox.back_to_pending(session, row_id, token, now + wait, counts=False, reason="paused")
            case Unreachable(reason):
                if outbox.close(session, row_id, token, "dead", reason):
                    sending.unreachable(unit, claimed.chat_id, reason)
            case Refused(reason):
                if outbox.close(session, row_id, token, "dead", reason) and claimed.reply.edits is None:
                    # To rewrite a message that its reader has deleted is no loss to anybody.
                    log.error("a message was refused", row=row_id, reason=reason)
                    self._tell(unit, claimed)
            case NotSent(reason):
                again = now + wait_after(claimed.attempts)
                outbox.back_to_pending(session, row_id, token, again, counts=True, reason=reason)
            case BadToken(reason):
                self._bad_tokens += 1
                outbox.back_to_pending(session, row_id, token, now + _TOKEN_WAIT, counts=True, reason=reason)
            case Unknown(reason):
                log.warning("the fate of a message is unknown", row=row_id, reason=reason)
                outbox.close(session, row_id, token, "unknown", reason)

    def _tell(self, unit: Unit, claimed: Claimed) -> None:
        if not claimed.dedupe_key.startswith("dead:"):
            sending.tell_owners(unit, f"dead:{claimed.id}", Reply(words("owner-message-refused", number=claimed.id)))
