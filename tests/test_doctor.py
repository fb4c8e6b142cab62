"""`doctor` against a Telegram behind a real port, as a shop meets it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.clock import Clock, MovableClock, SystemClock
from bot.config import Settings
from bot.doctor import look
from bot.domain.health import Check
from bot.playground.errors import ApiError
from bot.playground.faults import Fault, FaultKind
from bot.playground.telegram import FakeTelegram
from storage.leader import leader_for
from tests.chat import OWNER, settings_for
from tests.playground.serving import serving
from tests.terminal import dangol, left_in

QUICK = timedelta(seconds=1)


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    telegram = FakeTelegram(webhook_retry=0)
    yield telegram
    telegram.close()


@pytest.fixture
async def origin(telegram: FakeTelegram) -> AsyncIterator[str]:
    async with serving(telegram) as address:
        yield address


@pytest.fixture
def settings(telegram: FakeTelegram, origin: str, tmp_path: Path) -> Callable[..., Settings]:
    def make(**given: Any) -> Settings:
        of_the_folder = {
            "telegram_api_url": origin,
            "database_url": f"sqlite:///{tmp_path / 'shop.db'}",
            "data_key_file": tmp_path / "shop.key",
        }
        return settings_for(telegram, **(of_the_folder | given))

    return make


async def wrong(settings: Settings, clock: Clock | None = None) -> list[str]:
    return [check.key for check in await checks(settings, clock) if not check.good]


async def checks(settings: Settings, clock: Clock | None = None) -> list[Check]:
    return await look(settings, clock or SystemClock(), QUICK)


async def test_a_shop_that_is_ready_is_told_so(settings: Callable[..., Settings]) -> None:
    found = await checks(settings())

    assert [check.key for check in found if not check.good] == []
    assert {"health-telegram", "health-clock", "health-token", "health-reader-none", "health-owner"} <= {
        check.key for check in found
    }


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ({"telegram_bot_token": None}, "settings-missing"),
        ({"telegram_bot_token": "7:wrong"}, "console-token-refused"),
        ({"telegram_api_url": "http://127.0.0.1:1"}, "health-telegram-away"),
        ({"owner_ids": ()}, "health-owner-none"),
    ],
)
async def test_what_is_missing_or_wrong_is_named(
    settings: Callable[..., Settings], given: dict[str, Any], key: str
) -> None:
    assert await wrong(settings(**given)) == [key]


@pytest.mark.parametrize(
    "fault",
    [
        Fault(FaultKind.REFUSED),
        Fault(FaultKind.CUT),
        Fault(FaultKind.SERVER_ERROR, status=502),
        Fault(FaultKind.HALF_ANSWER),
        Fault(FaultKind.TOO_MANY),
    ],
)
async def test_trouble_on_the_line_is_no_verdict_on_the_token(
    settings: Callable[..., Settings], telegram: FakeTelegram, fault: Fault
) -> None:
    telegram.faults.plan(fault, "getMe")

    assert await wrong(settings()) == ["health-telegram-away"]


@pytest.mark.parametrize("minutes", [-5, 5])
async def test_a_clock_that_is_off_is_measured_by_telegrams(settings: Callable[..., Settings], minutes: int) -> None:
    clock = MovableClock(SystemClock().now() + timedelta(minutes=minutes))

    found = [check for check in await checks(settings(), clock) if not check.good]

    assert [check.key for check in found] == ["health-clock-off"]
    assert found[0].facts["ahead"] is (minutes > 0)
    assert found[0].facts["seconds"] == pytest.approx(300, abs=30)


async def test_another_program_that_reads_the_messages_is_noticed_and_lives_on(
    settings: Callable[..., Settings], telegram: FakeTelegram
) -> None:
    other = asyncio.create_task(_reading(telegram))

    assert await wrong(settings()) == ["console-another-poller"]

    assert not other.done()
    other.cancel()


async def test_messages_that_wait_are_left_waiting(settings: Callable[..., Settings], telegram: FakeTelegram) -> None:
    telegram.person(OWNER, "사장님").starts()

    assert await wrong(settings()) == []

    assert telegram.updates.waiting == 1


async def test_messages_that_go_elsewhere_are_told_of(
    settings: Callable[..., Settings], telegram: FakeTelegram
) -> None:
    await telegram.call("setWebhook", url="http://127.0.0.1:1/elsewhere")

    assert await wrong(settings()) == ["health-reader-webhook"]


async def test_while_the_bot_runs_here_it_is_not_interrupted(
    settings: Callable[..., Settings], telegram: FakeTelegram
) -> None:
    given = settings()
    leader = leader_for(given.database_url.get_secret_value())
    leader.acquire(0.0)
    polls = len([entry for entry in telegram.ledger.entries if "getUpdates" in str(entry)])

    found = await checks(given)

    leader.release()
    assert "health-reader-ours" in {check.key for check in found}
    assert len([entry for entry in telegram.ledger.entries if "getUpdates" in str(entry)]) == polls


async def _reading(telegram: FakeTelegram) -> None:
    """A program like any other: it asks for news, and asks again when somebody else has ended its question."""
    while True:
        with suppress(ApiError):
            await telegram.call("getUpdates", timeout=30)


async def test_the_command_says_what_to_do_line_by_line(telegram: FakeTelegram, origin: str, tmp_path: Path) -> None:
    where = {"TELEGRAM_API_URL": origin, "TELEGRAM_BOT_TOKEN": telegram.token}

    code, said, errors = await dangol(tmp_path, "doctor", SHOP_LANGUAGE="en", **where)
    assert code == 1
    assert "\u2713 Telegram accepts the token (@dangol_bot)." in said
    assert "\u2717 Nobody owns this shop yet." in said
    assert "1 thing" in errors
    assert telegram.token not in said + errors

    code, said, errors = await dangol(tmp_path, "doctor", OWNER_IDS="9001", **where)
    assert (code, errors) == (0, "")
    assert "\u2717" not in said and "모두 괜찮아요" in said
    assert left_in(tmp_path) == []


@pytest.mark.parametrize(
    ("given", "seen"),
    [
        ({"WEBHOOK_URL": "https://shop.example/hook"}, "WEBHOOK_SECRET, WEBHOOK_PORT"),
        ({"OWNER_IDS": "사장"}, "OWNER_IDS"),
        ({"TELEGRAM_BOT_TOKEN": "not a token"}, "TELEGRAM_BOT_TOKEN"),
    ],
)
async def test_a_wrong_setting_is_the_first_thing_to_put_right(
    tmp_path: Path, given: dict[str, str], seen: str
) -> None:
    code, said, errors = await dangol(tmp_path, "doctor", **given)

    assert code == 1 and "\u2717" in said and seen in said
    assert "1가지" in errors
    assert "not a token" not in said + errors
