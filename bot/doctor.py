"""`doctor`: looks at everything that a shop needs in order to run, and changes nothing.

Telegram is asked with plain requests of our own, because what is wrong may be just what a running assistant would stop
at. Listening for another program that reads the bot's messages takes a few seconds; such a program notices a single
question and goes on (`bot/messaging/intake.py`).
"""

import asyncio
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import httpx
from sqlalchemy.exc import SQLAlchemyError

from bot.clock import Clock
from bot.config import Settings
from bot.domain.health import AtTelegram, Check, OnDisk, Reader, Token, at_telegram, on_disk
from bot.messaging.http_date import date_of
from storage.examination import examine
from storage.leader import led_by_somebody

LISTEN = timedelta(seconds=6)
_PATIENCE = 10.0
_UNKNOWN_TOKEN = (401, 404)
_CONFLICT = 409


async def look(settings: Settings, clock: Clock, listen: timedelta = LISTEN) -> list[Check]:
    """Every check, in the order in which a start would meet it. Raises AddressRefused."""
    url = settings.database_url.get_secret_value()
    data_key = settings.data_key.get_secret_value() if settings.data_key else ""
    found = await asyncio.to_thread(examine, url, data_key=data_key, key_file=settings.data_key_file)
    running = False
    with suppress(SQLAlchemyError, OSError):  # a database that cannot be asked is one of the checks already
        running = await asyncio.to_thread(led_by_somebody, url)
    seen = await ask_telegram(settings, clock, None if running else listen)
    return [*at_telegram(seen), *on_disk(_with_owners(found, settings))]


async def ask_telegram(settings: Settings, clock: Clock, listen: timedelta | None) -> AtTelegram:
    """What Telegram says about the token, the time and who reads. With `listen` None we are the ones who read."""
    seen = AtTelegram(settings.telegram_api_url)
    if settings.telegram_bot_token is None:
        return replace(seen, token=Token.MISSING)
    async with httpx.AsyncClient(timeout=_PATIENCE) as client:
        telegram = _Telegram(client, f"{settings.telegram_api_url}/bot{settings.token}")
        try:
            met = await telegram.call("getMe")
            told = date_of(met.headers)
            seen = replace(seen, clock_ahead=clock.now() - told if told else None)
            if met.status_code in _UNKNOWN_TOKEN:
                return replace(seen, token=Token.REFUSED)
            seen = replace(seen, token=Token.GOOD, bot=str(_result(met)["username"]))
            return await _who_reads(telegram, seen, listen, ours=settings.webhook.url if settings.webhook else "")
        except (httpx.HTTPError, ValueError, KeyError, TypeError):
            return seen


class _Telegram:
    """The few questions of the doctor."""

    def __init__(self, client: httpx.AsyncClient, address: str) -> None:
        self._client = client
        self._address = address

    async def call(self, method: str, **params: int) -> httpx.Response:
        wait = params.get("timeout", 0) + _PATIENCE
        return await self._client.post(f"{self._address}/{method}", json=params, timeout=wait)


async def _who_reads(telegram: _Telegram, seen: AtTelegram, listen: timedelta | None, ours: str) -> AtTelegram:
    """Nothing is acknowledged by listening: whatever waits goes on waiting, and shows that nobody else takes it."""
    goes_to = str(_result(await telegram.call("getWebhookInfo")).get("url") or "")
    if goes_to and goes_to != ours:
        return replace(seen, reader=Reader.WEBHOOK, webhook_host=urlsplit(goes_to).hostname or "")
    if listen is None or ours:
        return replace(seen, reader=Reader.OURSELVES if listen is None else Reader.NOBODY)
    heard = await telegram.call("getUpdates", limit=1, timeout=int(listen.total_seconds()))
    return replace(seen, reader=Reader.ANOTHER if heard.status_code == _CONFLICT else Reader.NOBODY)


def _result(answer: httpx.Response) -> dict[str, Any]:
    result: dict[str, Any] = answer.json()["result"]
    return result


def _with_owners(found: OnDisk, settings: Settings) -> OnDisk:
    """The owners of the settings count too, also before the first start."""
    if settings.owner_ids or found.owners is None:
        return replace(found, owners=max(found.owners or 0, len(settings.owner_ids)))
    return found
