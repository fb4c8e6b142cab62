"""The composition root: the only module that sees everything.

`Assistant` is one running shop. The command line gives it the machine's clock and Telegram itself; the playground and
the tests give it a clock that can be moved and a Telegram in memory. Nothing else differs.
"""

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import httpx
import structlog
from telegram import BotCommand, BotCommandScope, BotCommandScopeAllPrivateChats, BotCommandScopeChat
from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application, ApplicationBuilder
from telegram.request import BaseRequest, HTTPXRequest

from bot.actions import claiming, holding, photos, staff
from bot.actions.import_files import MOST_BYTES
from bot.actions.sending import Pace
from bot.clock import Clock
from bot.config import Settings, Webhook
from bot.domain.outgoing import words
from bot.domain.shop import UNNAMED, Preset, Shop
from bot.jobs.backing_up import Keeping, count_start
from bot.jobs.import_desk import ImportDesk
from bot.jobs.photo_desk import PhotoDesk
from bot.jobs.scheduler import scheduler, tick
from bot.jobs.table import errands
from bot.messaging.courier import IN_FLIGHT, SEND_TIMEOUT, Courier, TokenRefused
from bot.messaging.courier import LEASE as COURIER_LEASE
from bot.messaging.fetching import fetcher
from bot.messaging.http_date import date_of
from bot.messaging.intake import WANTED, Intake, Polling, webhook_route
from bot.messaging.interpreter import LIMIT, ChatInterpreter
from bot.messaging.lanes import Lanes
from bot.messaging.mail import Mailer, MailServer
from bot.messaging.postman import Postman
from bot.messaging.telegram import RawBot, TelegramMessenger
from bot.runtime import Runtime
from bot.texts.catalog import Catalog
from bot.texts.languages import LANGUAGES
from bot.understanding.reader import get_ready
from handlers import routes
from storage.database import Database
from storage.leader import Leader, LeadLost

if TYPE_CHECKING:
    from bot.messaging.web_server import WebServer

log = structlog.get_logger()

OF_CUSTOMERS = ("start", "help", "mydata", "export", "delete", "stop", "privacy", "language")
OF_THE_SHOP = ("start", "help", "language")
_POLL = timedelta(seconds=30)
_LONGEST_WAIT = 30


@dataclass(frozen=True, slots=True)
class Wiring:
    """What differs between a shop and a test: how Telegram is reached, and how fast messages may leave.

    An answer that takes longer than `send_timeout` counts as unknown; a message in hand is let go after `lease`. An
    interpreter is waited for `interpreter_limit` seconds.
    """

    request: BaseRequest | None = None
    polling_request: BaseRequest | None = None
    pace: Pace = field(default_factory=Pace)
    send_timeout: timedelta = SEND_TIMEOUT
    mailer: Mailer | None = None
    lease: timedelta = COURIER_LEASE
    interpreter_limit: float = LIMIT


class Assistant:
    """One running shop."""

    def __init__(
        self,
        settings: Settings,
        database: Database,
        clock: Clock,
        wiring: Wiring | None = None,
        leader: Leader | None = None,
        keeping: Keeping | None = None,
    ) -> None:
        """Without `keeping` there are no nightly backups, and nobody asks whether the database is a copy."""
        wiring = wiring or Wiring()
        self._leader = leader
        self._keeping = keeping
        self._errands = errands(keeping) if keeping else ()
        self.settings = settings
        self.database = database
        self.catalog = Catalog()
        self._interpreter = _interpreter(settings, wiring.interpreter_limit)
        self.runtime = Runtime(database, clock, shop_of(settings), self._interpreter)
        self.bot = RawBot(
            settings.token,
            base_url=f"{settings.telegram_api_url}/bot",
            base_file_url=f"{settings.telegram_api_url}/file/bot",
            request=wiring.request or _request(IN_FLIGHT + 4, wiring.send_timeout, self._compare_clocks),
            get_updates_request=wiring.polling_request or _request(1, wiring.send_timeout, self._compare_clocks),
        )
        self._application: Application[Any, Any, Any, Any, Any, Any] = (
            ApplicationBuilder().bot(self.bot).updater(None).build()
        )
        messenger = TelegramMessenger(self.bot)
        if leader is not None:
            database.fence(leader.fence)
        leads = leader.still_leader if leader is not None else None
        self.courier = Courier(
            self.runtime,
            messenger,
            self.catalog,
            pace=wiring.pace,
            lease=wiring.lease,
            send_timeout=wiring.send_timeout,
            may_send=leads,
        )
        fetch = fetcher(self.bot, MOST_BYTES)
        self.import_desk = ImportDesk(self.runtime, fetch, self.catalog, self.courier.wake, may_work=leads)
        photo_fetch = fetcher(self.bot, photos.MOST_BYTES)
        self.photo_desk = PhotoDesk(self.runtime, photo_fetch, self.courier.wake, may_work=leads)
        mailer = Mailer(MailServer.of(settings.smtp_url.get_secret_value())) if settings.smtp_url else None
        self.postman = Postman(self.runtime, wiring.mailer or mailer, self.courier.wake, may_work=leads)
        self.lanes = Lanes(self.runtime, self._application, self._wake_all, may_work=leads)
        for handler in routes.handlers(self.lanes.callback):
            self._application.add_handler(handler)
        self._ticking = scheduler(self.runtime, self.courier.wake, self._errands)
        self.intake: Intake
        self.polling: Polling
        self.claim_link: str | None = None
        self.is_held = False
        self._introduced: set[int] = set()
        self._introducing: asyncio.Task[None] | None = None
        self._workers: list[asyncio.Task[None]] = []
        self._tasks: list[asyncio.Task[None]] = []
        self._web: WebServer | None = None

    async def begin(self) -> None:
        """Meet Telegram, take back what an earlier run left in hand, and know the owners. Starts nothing yet.

        Waits out a line that is down. Raises TokenRefused when Telegram does not know the token.
        """
        await _patiently(self._application.initialize)
        self.runtime.configured = replace(self.runtime.configured, bot=self.bot.username)
        self.intake = Intake(self.database, self.runtime.clock, self.bot.id, self.lanes.wake)
        self.polling = Polling(self.bot, self.intake, wait=_POLL, heard=self._hear)
        await count_start(self.runtime, self._keeping.mark if self._keeping else None)
        self.is_held = await self.runtime.read(holding.is_held)
        await self.lanes.recover()
        await self.courier.recover()
        await self.database.wipe()  # in case a death came between an erasure and this
        await self.runtime.write(lambda unit: claiming.register_owners(unit, self.settings.owner_ids))
        code = await self.runtime.write(claiming.claim_code)
        self.claim_link = f"https://t.me/{self.bot.username}?start={code}" if code else None

    async def run(self) -> None:
        """Work until cancelled. Raises what cannot be waited out: AnotherPoller, TokenRefused, LeadLost."""
        await self.introduce()
        threading.Thread(target=get_ready, args=(self.runtime.clock.now(),), daemon=True).start()
        self._ticking.start()
        work: list[Coroutine[Any, Any, None]] = []
        if self.settings.webhook is not None:
            work.append(self._serve_webhook(self.settings.webhook))
        else:
            await self.bot.delete_webhook(drop_pending_updates=False)
            work.append(self.polling.run())
        if self._leader is not None:
            work.append(self._keep_leading(self._leader))
        desks = (self.import_desk.run(), self.photo_desk.run(), self.postman.run())
        working = (self.lanes.run(), self.courier.run(), *desks)
        self._workers = [asyncio.create_task(one) for one in working]
        self._tasks = [asyncio.create_task(one) for one in work]
        await self.tick()
        await asyncio.gather(*self._workers, *self._tasks)

    async def tick(self) -> None:
        """Look what is due: what the scheduler does every twenty seconds."""
        await tick(self.runtime, self.courier.wake, self._errands)

    async def end(self) -> None:
        """Stop taking in, let what is in hand come to its end, and close. What is not sent yet is on disk."""
        if self._ticking.running:
            self._ticking.shutdown(wait=False)
        if self._web is not None:
            self._web.should_exit = True
        for task in self._tasks:
            task.cancel()
        self.lanes.stop()
        self.import_desk.stop()
        self.photo_desk.stop()
        self.postman.stop()
        self.courier.stop()
        await asyncio.gather(*self._workers, *self._tasks, return_exceptions=True)
        await self.lanes.finish()
        self.import_desk.finish()
        await self.courier.finish()
        if self._introducing is not None:
            await self._introducing
        await self._application.shutdown()
        if self._interpreter is not None:
            await self._interpreter.close()

    def _wake_all(self) -> None:
        """An update was answered."""
        self.courier.wake()
        if self.runtime.pulse.mails_wait:
            self.runtime.pulse.mails_wait = False
            self.postman.wake()
        if self.runtime.pulse.staff_changed:
            self.runtime.pulse.staff_changed = False
            self._introducing = asyncio.create_task(self.introduce())
        if self.runtime.pulse.files_wait:
            self.runtime.pulse.files_wait = False
            self.import_desk.wake()
            self.photo_desk.wake()

    def _hear(self) -> None:
        self.runtime.pulse.heard_at = self.runtime.now()

    async def _compare_clocks(self, answer: httpx.Response) -> None:
        """Every answer of Telegram tells what time it is there."""
        told = date_of(answer.headers)
        if told is not None:
            self.runtime.pulse.clock_ahead = self.runtime.now() - told

    async def _keep_leading(self, leader: Leader) -> None:
        """Prolong the lease in time. Raises LeadLost as soon as somebody else has taken over."""
        while True:
            if not await asyncio.to_thread(leader.renew, time.monotonic()):
                raise LeadLost
            await asyncio.sleep(leader.lease.total_seconds() / 3)

    async def introduce(self) -> None:
        """Tell Telegram the commands, per language: the customers', and in the chats of those who work here their own.

        Only a convenience: trouble here is logged and passed over.
        """
        at_work = await self.runtime.read(staff.chats)
        menus: list[tuple[BotCommandScope, tuple[str, ...]]] = [(BotCommandScopeAllPrivateChats(), OF_CUSTOMERS)]
        menus += [(BotCommandScopeChat(chat_id), OF_THE_SHOP) for chat_id in at_work]
        try:
            for scope, names in menus:
                for language in (None, *LANGUAGES):
                    await self.bot.set_my_commands(self._commands(names, language), scope, language_code=language)
            for chat_id in self._introduced - set(at_work):
                for language in (None, *LANGUAGES):
                    await self.bot.delete_my_commands(BotCommandScopeChat(chat_id), language_code=language)
        except TelegramError as error:
            log.warning("the commands could not be announced", error=type(error).__name__)
        self._introduced = set(at_work)

    def _commands(self, names: tuple[str, ...], language: str | None) -> list[BotCommand]:
        shop = self.runtime.configured
        today, spoken = shop.day_of(self.runtime.now()), language or shop.language
        return [
            BotCommand(name, self.catalog.plain(words(f"command-{name}"), spoken, zone=shop.zone, today=today))
            for name in names
        ]

    async def _serve_webhook(self, webhook: Webhook) -> None:
        """Listen on the local port, then tell Telegram the public address."""
        from bot.messaging.web_server import WebServer  # only here: most shops poll, and it takes long to import

        self._web = WebServer(webhook_route(self.intake, webhook.path, webhook.secret), webhook.port)
        await self.bot.set_webhook(webhook.url, secret_token=webhook.secret, allowed_updates=WANTED)
        await self._web.serve()


def shop_of(settings: Settings) -> Shop:
    """The shop as the environment describes it."""
    return Shop(
        name=settings.shop_name or UNNAMED,
        preset=Preset(settings.shop_preset),
        language=settings.shop_language,
        zone=settings.shop_timezone,
        currency=settings.shop_currency,
        contact=settings.shop_contact,
        address=settings.shop_address,
        hours=settings.shop_hours,
        retention_years=settings.retention_years,
        sends_mail=settings.smtp_url is not None,
        interprets=settings.interpreter_url is not None,
    )


def _interpreter(settings: Settings, limit: float) -> ChatInterpreter | None:
    if settings.interpreter_url is None:
        return None
    key = settings.interpreter_key
    return ChatInterpreter(
        settings.interpreter_url, settings.interpreter_model, key.get_secret_value() if key else "", limit=limit
    )


def _request(connections: int, timeout: timedelta, hear: Callable[[httpx.Response], Awaitable[None]]) -> HTTPXRequest:
    seconds = timeout.total_seconds()
    return HTTPXRequest(
        connection_pool_size=connections,
        connect_timeout=seconds / 2,
        read_timeout=seconds,
        write_timeout=seconds,
        pool_timeout=seconds / 2,
        httpx_kwargs={"event_hooks": {"response": [hear]}},
    )


async def _patiently(step: Any) -> None:
    """Do it, waiting out a line that is down: the shop's router may wake later than the shop's computer."""
    wait = 1
    while True:
        try:
            await step()
        except InvalidToken:
            raise TokenRefused from None
        except TelegramError as error:
            log.warning("Telegram cannot be reached yet", error=type(error).__name__, again_in_seconds=wait)
            await asyncio.sleep(wait)
            wait = min(wait * 2, _LONGEST_WAIT)
        else:
            return
