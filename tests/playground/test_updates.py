import asyncio
from datetime import timedelta

import pytest

from bot.clock import MovableClock
from bot.playground.errors import ApiError
from bot.playground.people import Person
from bot.playground.telegram import FakeTelegram


async def ids(telegram: FakeTelegram, **params: object) -> list[int]:
    return [update["update_id"] for update in await telegram.call("getUpdates", **params)]


async def test_updates_stay_until_a_higher_offset_acknowledges_them(telegram: FakeTelegram, minji: Person) -> None:
    first, second, third = (minji.says(text)["update_id"] for text in "123")
    assert await ids(telegram) == [first, second, third]
    assert await ids(telegram, limit=2) == [first, second]
    assert await ids(telegram, offset=second) == [second, third]
    assert await ids(telegram) == [second, third]
    assert await ids(telegram, offset=third + 1) == []


async def test_a_negative_offset_keeps_the_newest(telegram: FakeTelegram, minji: Person) -> None:
    newest = [minji.says(text)["update_id"] for text in "123"][-1]
    assert await ids(telegram, offset=-1) == [newest]
    assert await ids(telegram) == [newest]


async def test_a_long_poll_ends_when_something_arrives(telegram: FakeTelegram, minji: Person) -> None:
    poll = asyncio.create_task(ids(telegram, timeout=30))
    await asyncio.sleep(0)
    said = minji.says("안녕")["update_id"]
    assert await poll == [said]


async def test_of_two_polls_the_older_is_ended(telegram: FakeTelegram, minji: Person) -> None:
    older = asyncio.create_task(ids(telegram, timeout=30))
    await asyncio.sleep(0)
    newer = asyncio.create_task(ids(telegram, timeout=30))
    with pytest.raises(ApiError, match="terminated by other getUpdates request") as conflict:
        await older
    assert conflict.value.code == 409
    said = minji.says("안녕")["update_id"]
    assert await newer == [said]


async def test_updates_are_kept_for_a_day(telegram: FakeTelegram, minji: Person, clock: MovableClock) -> None:
    minji.says("어제")
    clock.forward(timedelta(hours=24, seconds=1))
    today = minji.says("오늘")["update_id"]
    assert await ids(telegram) == [today]


async def test_only_wanted_kinds_arrive(telegram: FakeTelegram, minji: Person) -> None:
    await telegram.call("getUpdates", allowed_updates=["message"])
    minji.blocks()
    minji.starts()
    assert [set(update) for update in await telegram.call("getUpdates")] == [{"update_id", "message"}]


async def test_a_disturbed_delivery_repeats_and_shuffles(telegram: FakeTelegram, minji: Person) -> None:
    said = [minji.says(str(number))["update_id"] for number in range(20)]
    telegram.updates.disturb(copies=3, shuffle_seed=1)
    delivered = await ids(telegram)
    assert delivered != sorted(delivered)
    assert sorted(delivered) == sorted(said * 3)
    telegram.updates.disturb()
    assert await ids(telegram) == said


async def test_acknowledged_updates_can_come_again(telegram: FakeTelegram, minji: Person) -> None:
    first, second = minji.says("1")["update_id"], minji.says("2")["update_id"]
    await ids(telegram, offset=second + 1)
    telegram.updates.redeliver([first])
    assert await ids(telegram, offset=second + 1) == [first]
    assert await ids(telegram, offset=second + 1) == []


async def test_a_broken_update_is_delivered_as_it_is(telegram: FakeTelegram, minji: Person) -> None:
    before = minji.says("1")["update_id"]
    raw = telegram.updates.push_raw({"message": {"from": "nobody"}})
    assert raw == {"update_id": before + 1, "message": {"from": "nobody"}}
    assert minji.says("2")["update_id"] == before + 2
    assert (await telegram.call("getUpdates"))[1] == raw
