""" "이상 없어?": one line for each thing, what is wrong with what to do, and for nobody but the owner."""

from datetime import timedelta

import pytest

from bot.playground.faults import Fault, FaultKind
from storage import inbox
from storage.inbox import RawUpdate
from tests.chat import ShopUnderTest


@pytest.mark.parametrize(
    ("language", "sentence", "seen"),
    [("ko", "이상 없어?", "이상 없어요"), ("en", "is everything all right?", "everything is fine")],
)
async def test_all_is_well(shop: ShopUnderTest, language: str, sentence: str, seen: str) -> None:
    owner = await shop.owner(language=language)

    await owner.says(sentence)

    owner.sees(seen, "✓")
    assert "✗" not in owner.last


async def test_what_could_not_be_read_is_told(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await shop.database.write(
        lambda session: inbox.keep(
            session,
            shop.database.vault,
            shop.assistant.bot.id,
            [RawUpdate(77, 1, '{"update_id": 77, "message": 5}')],
            shop.clock.now(),
        )
    )
    shop.assistant.lanes.wake()
    await shop.settle()

    await owner.says("이상 없어?")

    owner.sees("1가지", "✗ 최근 7일 동안 읽지 못해 따로 둔 메시지가 1건")


async def test_messages_that_cannot_leave_are_counted_with_their_age(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    stuck = shop.person(501, "민지")
    await stuck.starts()
    shop.telegram.faults.plan(
        Fault(FaultKind.REFUSED), "sendMessage", times=None, when=lambda call: call.integer("chat_id") == stuck.id
    )
    stuck.person.says("안녕하세요")
    await shop.assistant.polling.poll(wait=timedelta(0))
    await shop.assistant.lanes.step()
    await shop.assistant.lanes.finish()
    await shop.assistant.courier.step()
    await shop.assistant.courier.finish()
    shop.clock.forward(timedelta(minutes=20))

    owner.person.says("이상 없어?")
    for _ in range(6):
        await shop.assistant.polling.poll(wait=timedelta(0))
        await shop.assistant.lanes.step()
        await shop.assistant.lanes.finish()
        await shop.assistant.courier.step()
        await shop.assistant.courier.finish()

    owner.sees("✗ 메시지", "나가지 못해요")


async def test_only_the_owner_is_told(shop: ShopUnderTest) -> None:
    stranger = shop.person(501, "아무개")
    await stranger.starts()

    await stranger.says("이상 없어?")

    stranger.sees_nothing_of("✓", "텔레그램에 닿아요", "디스크")


async def test_a_clock_that_is_off_is_told_of(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    shop.assistant.runtime.pulse.clock_ahead = timedelta(minutes=-3)

    await owner.says("이상 없어?")

    owner.sees("✗ 이 컴퓨터의 시계가 180초 늦어요")
