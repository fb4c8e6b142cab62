"""Reminder, ready notice and evening receipt: at the right local time, once, and not in shame when it is too late.

All times are Seoul's. The story begins on Saturday, 21 November 2026, at ten in the morning.
"""

import asyncio
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import Session, select

from bot.jobs.scheduler import tick
from storage.database import Database
from storage.models import JobRun, OutboxRow
from tests.chat import ShopUnderTest, open_shop
from tests.jobs.conftest import Linked

SEOUL = ZoneInfo("Asia/Seoul")


def seoul(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=SEOUL).astimezone(UTC)


async def fates(shop: ShopUnderTest) -> list[tuple[str, str, str | None]]:
    """(kind, state, reason) of every message to a customer that was planned by a job."""

    def work(session: Session) -> list[tuple[str, str, str | None]]:
        asked_for = ("answer", "owner_notice")
        rows = session.exec(select(OutboxRow))
        return [(row.kind, row.state, row.reason) for row in rows if row.kind not in asked_for]

    return await shop.database.read(work)


# The reminder of the day before.


async def test_the_reminder_comes_at_eleven_on_the_day_before_and_once(shop: ShopUnderTest, minji: Linked) -> None:
    await minji.books(seoul(23, 14))
    await shop.wakes_at(seoul(22, 10, 59))
    assert minji.chat.texts == []
    await shop.wakes_at(seoul(22, 11, 0))
    minji.chat.sees("김민지님", "11/23(월) 14시", "커트")
    for _ in range(5):
        await shop.moves_on(hours=1)
    assert len(minji.chat.texts) == 1


async def test_the_reminder_is_in_the_readers_language(shop: ShopUnderTest, emily: Linked) -> None:
    await emily.books(seoul(23, 14), service="cut")
    await shop.wakes_at(seoul(22, 11))
    emily.chat.sees("Emily Carter", "Mon 23 Nov 2 pm", "cut")


async def test_a_moved_booking_is_reminded_of_at_its_new_time_only(shop: ShopUnderTest, minji: Linked) -> None:
    booking = await minji.books(seoul(23, 14))
    await shop.wakes_at(seoul(21, 12))
    await minji.moves_booking(booking, seoul(25, 16, 30))
    await shop.wakes_at(seoul(22, 12))
    assert minji.chat.texts == []
    await shop.wakes_at(seoul(24, 12))
    minji.chat.sees("11/25(수) 16:30")
    assert len(minji.chat.texts) == 1


async def test_a_booking_cancelled_between_planning_and_sending_is_not_reminded_of(
    shop: ShopUnderTest, minji: Linked
) -> None:
    booking = await minji.books(seoul(23, 14))
    shop.clock.forward_to(seoul(22, 11))
    await tick(shop.assistant.runtime, shop.assistant.courier.wake)
    await minji.cancels_booking(booking)
    await shop.settle()
    assert minji.chat.texts == []
    assert await fates(shop) == [("appointment", "cancelled", "event_undone")]


async def test_who_books_after_the_reminders_hour_knows_it_already(shop: ShopUnderTest, minji: Linked) -> None:
    shop.clock.forward_to(seoul(22, 15))
    await minji.books(seoul(23, 14))
    await shop.tick()
    assert minji.chat.texts == []


async def test_a_reminder_slept_through_is_dropped_with_a_reason(shop: ShopUnderTest, minji: Linked) -> None:
    await minji.books(seoul(23, 14))
    await shop.wakes_at(seoul(23, 9))
    assert minji.chat.texts == []
    assert await fates(shop) == [("appointment", "expired", "too_late")]


# The ready notice.


async def test_a_ready_order_is_told_of_after_the_grace_and_once(shop: ShopUnderTest, minji: Linked) -> None:
    order = await minji.leaves("코트", 2)
    await minji.has_ready(order)
    await shop.moves_on(seconds=20)
    assert minji.chat.texts == []
    await shop.moves_on(seconds=20)
    minji.chat.sees("김민지님", "코트 2점", "다 됐어요")
    await shop.moves_on(days=1)
    assert len(minji.chat.texts) == 1


async def test_a_slip_undone_within_the_grace_is_told_to_nobody(shop: ShopUnderTest, minji: Linked) -> None:
    order = await minji.leaves("코트")
    await minji.has_ready(order)
    await shop.moves_on(seconds=15)
    await minji.has_ready(order, ready=False)
    await shop.moves_on(minutes=5)
    assert minji.chat.texts == []


async def test_what_becomes_ready_at_night_is_told_in_the_morning(shop: ShopUnderTest, minji: Linked) -> None:
    order = await minji.leaves("코트")
    shop.clock.forward_to(seoul(21, 23))
    await minji.has_ready(order)
    await shop.moves_on(hours=1)
    await shop.wakes_at(seoul(22, 8, 4))
    assert minji.chat.texts == []
    await shop.wakes_at(seoul(22, 8, 5))
    minji.chat.sees("다 됐어요")


async def test_a_ready_notice_survives_a_machine_that_slept_for_a_day(shop: ShopUnderTest, minji: Linked) -> None:
    order = await minji.leaves("코트")
    await minji.has_ready(order)
    await shop.moves_on(days=1)
    minji.chat.sees("다 됐어요")
    assert len(minji.chat.texts) == 1


# The evening's receipt with thanks.


async def test_the_receipt_comes_in_the_evening_with_the_whole_day_once(shop: ShopUnderTest, minji: Linked) -> None:
    await minji.visits("와이셔츠", 7500)
    await minji.visits("코트", 12000)
    await shop.wakes_at(seoul(21, 19, 29))
    assert minji.chat.texts == []
    await shop.wakes_at(seoul(21, 19, 30))
    minji.chat.sees("김민지님", "고맙습니다", "와이셔츠", "코트", "19,500원")
    await minji.visits("바지", 4000)
    await shop.moves_on(minutes=30)
    await shop.moves_on(hours=12)
    assert len(minji.chat.texts) == 1


async def test_a_visit_that_was_taken_back_is_not_thanked_for(shop: ShopUnderTest, minji: Linked) -> None:
    visit = await minji.visits("코트", 12000)
    await minji.takes_back_visit(visit)
    await shop.wakes_at(seoul(21, 20))
    assert minji.chat.texts == []


async def test_imported_history_is_not_thanked_for(shop: ShopUnderTest, minji: Linked) -> None:
    await minji.visits("코트", 12000, source="import")
    await shop.wakes_at(seoul(21, 20))
    assert minji.chat.texts == []


async def test_yesterdays_thanks_are_not_sent_today(shop: ShopUnderTest, minji: Linked) -> None:
    await minji.visits("코트", 12000)
    await shop.wakes_at(seoul(22, 9))
    assert minji.chat.texts == []
    assert await fates(shop) == [("receipt", "expired", "too_late")]


# Restarts and several planners.


async def test_a_restart_between_planning_and_sending_neither_loses_nor_doubles(
    shop: ShopUnderTest, minji: Linked, database: Database
) -> None:
    await minji.visits("코트", 12000)
    shop.clock.forward_to(seoul(21, 19, 30))
    await tick(shop.assistant.runtime, shop.assistant.courier.wake)
    async with open_shop(database, clock=shop.clock, telegram=shop.telegram) as again:
        await again.tick()
        await again.tick()
    assert len(minji.chat.texts) == 1


async def test_two_planners_at_once_plan_one_message(shop: ShopUnderTest, minji: Linked) -> None:
    await minji.visits("코트", 12000)
    await minji.books(seoul(23, 14))
    order = await minji.leaves("코트")
    await minji.has_ready(order)
    shop.clock.forward_to(seoul(22, 11))
    await asyncio.gather(*(tick(shop.assistant.runtime, shop.assistant.courier.wake) for _ in range(8)))
    await shop.settle()
    assert len(minji.chat.texts) == 2  # reminder and ready notice; the receipt was slept through
    assert sorted(await fates(shop)) == [
        ("appointment", "sent", None),
        ("order_notice", "sent", None),
        ("receipt", "expired", "too_late"),
    ]


async def test_what_a_job_did_is_written_down_by_day(shop: ShopUnderTest, minji: Linked) -> None:
    await minji.visits("코트", 12000)
    await shop.wakes_at(seoul(21, 19, 30))
    runs = await shop.database.read(lambda session: list(session.exec(select(JobRun))))
    (receipts,) = [run for run in runs if run.job == "evening-receipts" and run.planned]
    assert (receipts.slot, receipts.planned, receipts.missed) == ("2026-11-21", 1, 0)


@pytest.mark.parametrize("hours", [24, 72, 24 * 30])
async def test_a_long_sleep_sends_nothing_late(shop: ShopUnderTest, minji: Linked, hours: int) -> None:
    await minji.visits("코트", 12000)
    await minji.books(seoul(22, 9), made_at=seoul(10, 9))
    await shop.moves_on(hours=hours)
    await shop.moves_on(hours=1)
    assert minji.chat.texts == []


async def test_who_has_blocked_the_bot_is_passed_over(shop: ShopUnderTest, minji: Linked) -> None:
    await minji.visits("코트", 12000)
    await minji.chat.does(minji.chat.person.blocks)
    await shop.wakes_at(seoul(21, 19, 30))
    await minji.chat.does(minji.chat.person.unblocks)
    assert await fates(shop) == [("receipt", "cancelled", "blocked")]
