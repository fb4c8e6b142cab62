import asyncio
from typing import Any

import pytest

from bot.clock import MovableClock
from bot.playground.errors import ApiError
from bot.playground.people import Person
from bot.playground.telegram import FakeTelegram

URL = "https://shop.example/hook"


class Receiver:
    """A web server that answers what it is told to, one status after another, then 200."""

    def __init__(self, *statuses: int) -> None:
        self._statuses = list(statuses)
        self.requests: list[tuple[str, dict[str, str], dict[str, Any]]] = []
        self.taken: asyncio.Queue[dict[str, Any]] = asyncio.Queue()

    async def __call__(self, url: str, headers: dict[str, str], update: dict[str, Any]) -> int:
        self.requests.append((url, headers, update))
        status = self._statuses.pop(0) if self._statuses else 200
        if status == 0:
            raise ConnectionError
        if status == 200:
            self.taken.put_nowait(update)
        return status


def hooked(receiver: Receiver, clock: MovableClock) -> tuple[FakeTelegram, Person]:
    telegram = FakeTelegram(clock=clock, deliver=receiver, webhook_retry=0)
    return telegram, telegram.person(1001, "민지", started=True)


async def test_updates_are_pushed_in_order_with_the_secret(clock: MovableClock) -> None:
    receiver = Receiver()
    telegram, minji = hooked(receiver, clock)
    early = minji.says("전에")
    await telegram.call("setWebhook", url=URL, secret_token="s3cret")
    late = minji.says("후에")
    assert [await receiver.taken.get(), await receiver.taken.get()] == [early, late]
    assert receiver.requests[0][:2] == (URL, {"X-Telegram-Bot-Api-Secret-Token": "s3cret"})
    telegram.close()


async def test_a_failed_delivery_is_tried_again_before_the_next(clock: MovableClock) -> None:
    receiver = Receiver(500, 0, 404)
    telegram, minji = hooked(receiver, clock)
    await telegram.call("setWebhook", url=URL)
    first, second = minji.says("1"), minji.says("2")
    assert [await receiver.taken.get(), await receiver.taken.get()] == [first, second]
    assert [update for *_, update in receiver.requests] == [first] * 4 + [second]
    info = await telegram.call("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 404"
    telegram.close()


async def test_there_is_no_polling_beside_a_webhook(clock: MovableClock) -> None:
    telegram, _ = hooked(Receiver(), clock)
    await telegram.call("setWebhook", url=URL)
    with pytest.raises(ApiError, match="can't use getUpdates method while webhook is active"):
        await telegram.call("getUpdates")
    await telegram.call("deleteWebhook")
    assert await telegram.call("getUpdates") == []
    assert (await telegram.call("getWebhookInfo"))["url"] == ""


async def test_pending_updates_are_dropped_when_asked(clock: MovableClock) -> None:
    telegram, minji = hooked(Receiver(), clock)
    minji.says("1")
    await telegram.call("deleteWebhook", drop_pending_updates=True)
    assert await telegram.call("getUpdates") == []


@pytest.mark.parametrize("params", [{"url": "ftp://x"}, {"url": "nonsense"}, {"url": URL, "secret_token": "a b"}])
async def test_bad_webhooks_are_refused(clock: MovableClock, params: dict[str, str]) -> None:
    telegram, _ = hooked(Receiver(), clock)
    with pytest.raises(ApiError):
        await telegram.call("setWebhook", **params)
