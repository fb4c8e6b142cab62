"""Faults as python-telegram-bot meets them: the outcome, the cause beneath it, and whether the effect happened."""

import logging
from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest
from telegram import Bot
from telegram.error import Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.request import HTTPXRequest

from bot.messaging.telegram import seconds_of
from bot.playground.calls import Call
from bot.playground.faults import Fault, FaultKind, Faults
from bot.playground.ledger import Event
from bot.playground.people import Person
from bot.playground.telegram import FakeTelegram
from bot.playground.transport import BASE_FILE_URL, BASE_URL, PlaygroundTransport
from tests.playground.serving import serving

FACES = ["in process", "over HTTP"]


@pytest.fixture(params=FACES)
async def bot(request: pytest.FixtureRequest, telegram: FakeTelegram) -> AsyncIterator[Bot]:
    """A bot of python-telegram-bot, connected through one of the two faces; it loses patience soon."""
    if request.param == FACES[0]:
        wire = HTTPXRequest(httpx_kwargs={"transport": PlaygroundTransport(telegram)}, read_timeout=0.2)
        async with Bot(telegram.token, BASE_URL, BASE_FILE_URL, request=wire) as bot:
            yield bot
    else:
        async with serving(telegram) as origin:
            wire = HTTPXRequest(read_timeout=0.2, httpx_kwargs={"trust_env": False})
            async with Bot(telegram.token, f"{origin}/bot", f"{origin}/file/bot", request=wire) as bot:
                yield bot


@pytest.mark.parametrize("status", [500, 502, 503, 504])
@pytest.mark.parametrize("happens", [False, True])
async def test_a_server_error_is_a_network_error_whatever_happened(
    telegram: FakeTelegram, minji: Person, bot: Bot, status: int, happens: bool
) -> None:
    logging.getLogger("telegram.request.BaseRequest").setLevel(logging.CRITICAL)  # noqa: TID251 - it prints the page
    telegram.faults.plan(Fault(FaultKind.SERVER_ERROR, status=status, after_effect=happens), "sendMessage")
    with pytest.raises(NetworkError):
        await bot.send_message(minji.id, "안녕")
    assert len(minji.hears()) == happens


@pytest.mark.parametrize(
    ("fault", "error", "cause", "effects"),
    [
        (Fault(FaultKind.CUT), NetworkError, httpx.RemoteProtocolError, 0),
        (Fault(FaultKind.CUT, after_effect=True), NetworkError, httpx.RemoteProtocolError, 1),
        (Fault(FaultKind.HALF_ANSWER), NetworkError, httpx.RemoteProtocolError, 1),
        (Fault(FaultKind.HANG), TimedOut, httpx.ReadTimeout, 0),
        (Fault(FaultKind.HANG, after_effect=True), TimedOut, httpx.ReadTimeout, 1),
    ],
)
async def test_a_broken_connection_has_its_true_cause(
    telegram: FakeTelegram,
    minji: Person,
    bot: Bot,
    fault: Fault,
    error: type[TelegramError],
    cause: type[httpx.HTTPError],
    effects: int,
) -> None:
    telegram.faults.plan(fault, "sendMessage")
    with pytest.raises(error) as broken:
        await bot.send_message(minji.id, "안녕")
    assert isinstance(broken.value.__cause__, cause)
    assert len(minji.hears()) == effects
    struck = telegram.ledger.of(Event.FAULT)
    assert [(entry.details["kind"], entry.details["effect"]) for entry in struck] == [(fault.kind, bool(effects))]


async def test_a_refused_connection_is_a_connect_error_in_process(telegram: FakeTelegram, minji: Person) -> None:
    telegram.faults.plan(Fault(FaultKind.REFUSED, after_effect=True), "sendMessage")
    async with httpx.AsyncClient(transport=PlaygroundTransport(telegram)) as client:
        with pytest.raises(httpx.ConnectError):
            await client.post(f"{BASE_URL}{telegram.token}/sendMessage", json={"chat_id": minji.id, "text": "x"})
    assert minji.sees() == []


async def test_a_refused_connection_is_cut_before_the_effect_over_http(telegram: FakeTelegram, minji: Person) -> None:
    telegram.faults.plan(Fault(FaultKind.REFUSED), "sendMessage")
    async with serving(telegram) as origin, httpx.AsyncClient(trust_env=False) as client:
        with pytest.raises(httpx.TransportError):
            await client.post(f"{origin}/bot{telegram.token}/sendMessage", json={"chat_id": minji.id, "text": "x"})
    assert minji.sees() == []


async def test_slowness_beyond_patience_times_out_and_the_effect_still_happens(
    telegram: FakeTelegram, minji: Person, bot: Bot
) -> None:
    telegram.faults.plan(Fault(FaultKind.SLOW, latency=0.3), "sendMessage")
    with pytest.raises(TimedOut):
        await bot.send_message(minji.id, "늦은 인사")
    await telegram.ledger.until(lambda: minji.hears() == ["늦은 인사"])


@pytest.mark.filterwarnings("ignore:.*Deprecated since version v22.2")
async def test_too_many_requests_say_how_long_to_wait(telegram: FakeTelegram, minji: Person, bot: Bot) -> None:
    telegram.faults.plan(Fault(FaultKind.TOO_MANY, retry_after=7), "sendMessage", times=2)
    for _ in range(2):
        with pytest.raises(RetryAfter) as told:
            await bot.send_message(minji.id, "안녕")
        assert seconds_of(told.value) == timedelta(seconds=7)
    await bot.send_message(minji.id, "안녕")
    assert minji.hears() == ["안녕"]


async def test_a_blocked_bot_is_forbidden(minji: Person, bot: Bot) -> None:
    minji.blocks()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(minji.id, "안녕")


async def test_a_wrong_token_is_invalid(telegram: FakeTelegram) -> None:
    stranger = Bot(
        "7000000002:other",
        BASE_URL,
        BASE_FILE_URL,
        request=HTTPXRequest(httpx_kwargs={"transport": PlaygroundTransport(telegram)}),
    )
    with pytest.raises(InvalidToken):
        await stranger.initialize()


async def test_a_download_can_be_cut(telegram: FakeTelegram, minji: Person, bot: Bot) -> None:
    sent = minji.sends_file("a.csv", b"x" * 1000)["message"]["document"]
    telegram.faults.plan(Fault(FaultKind.CUT), "file")
    file = await bot.get_file(sent["file_id"])
    with pytest.raises(NetworkError):
        await file.download_as_bytearray()
    assert bytes(await file.download_as_bytearray()) == b"x" * 1000


def test_a_plan_picks_its_calls() -> None:
    faults = Faults()
    fault = Fault(FaultKind.CUT)
    faults.plan(fault, "sendMessage", times=None, when=lambda call: call.integer("chat_id") == 2)
    strikes = [faults.strike(Call("sendMessage", {"chat_id": chat_id})) for chat_id in (1, 2, 2)]
    assert strikes == [None, fault, fault]
    assert faults.strike(Call("sendPhoto", {"chat_id": 2})) is None
    faults.clear()
    assert faults.strike(Call("sendMessage", {"chat_id": 2})) is None


def test_a_share_strikes_that_part_of_the_calls_and_the_same_ones_every_time() -> None:
    def struck() -> list[bool]:
        faults = Faults(seed=3)
        faults.plan(Fault(FaultKind.CUT), times=None, share=0.1)
        return [faults.strike(Call("sendMessage")) is not None for _ in range(1000)]

    assert struck() == struck()
    assert 60 < sum(struck()) < 140
