"""A seeded year of a shop on a moved clock, through the real planners and the real courier.

Every message that went out is accounted for by an event that stands in the books, every event by its message or a
reason, and nobody was told anything twice: neither in the outbox, nor at Telegram.
"""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import col, select

from bot.actions import campaigns, open_days, planning, shop_texts
from bot.actions.unit import Unit
from bot.domain.birthday import parse_birthday
from bot.domain.local_time import moment_of
from bot.domain.prices import Price
from bot.playground.accounts import Counted, in_the_books, on_the_card, unaccounted
from bot.playground.year import Life, days_from, live
from bot.understanding.asks.campaigns import MessageMany
from storage import people
from storage.database import Database
from storage.models import Campaign, Customer, OutboxRow, Visit
from storage.prices import replace_price_list
from tests import cast
from tests.chat import SATURDAY_TEN, ShopUnderTest, open_shop

SEOUL = ZoneInfo("Asia/Seoul")
DAY = timedelta(days=1)
NAMES = ("김수연", "박민수", "이영희", "정하늘", "최지훈", "윤서아")
BIRTHDAYS = ("1985-12-24", "1990-03-02", "1984-02-29", "lunar 1962-01-15", "", "2001-08-31")
LIFE = Life(cast.OWNER_ACTOR)
LONG = pytest.mark.long


def begins(unit: Unit) -> None:
    unit.actor = cast.OWNER_ACTOR
    replace_price_list(unit.session, [Price("와이셔츠", 2_500), Price("코트", 12_000), Price("바지", 4_500)])
    open_days.set_week(unit, "일요일은 쉬어요")
    open_days.set_holidays(unit, closed=True)
    shop_texts.set_nth_gift(unit, 5, "셔츠 1점 무료")
    for number, (name, birthday) in enumerate(zip(NAMES, BIRTHDAYS, strict=True)):
        person = cast.customer(unit, name, f"010-1234-{5000 + number}")
        cast.linked(unit, person, 500 + number)
        if birthday:
            people.set_birthday(unit.session, unit.vault, person, parse_birthday(birthday, today=unit.today))
        if number % 2 == 0:
            cast.agrees(unit, person)


async def lived(database: Database, preset: str, count: int) -> ShopUnderTest:
    async with open_shop(database, shop_preset=preset) as shop:
        await shop.owner()
        for number, name in enumerate(NAMES):
            await shop.person(500 + number, name, language="en" if number == 1 else "ko").starts()
        await shop.assistant.runtime.write(begins)

        await lives(shop, days_from(SATURDAY_TEN.astimezone(SEOUL), count))
        return shop


@pytest.mark.parametrize(
    ("preset", "count"),
    [("laundry", 12), pytest.param("salon", 90, marks=LONG), pytest.param("laundry", 365, marks=LONG)],
)
async def test_every_message_has_its_event_and_nobody_is_told_twice(
    sqlite_database: Database, preset: str, count: int
) -> None:
    shop = await lived(sqlite_database, preset, count)

    def account(unit: Unit) -> tuple[list[str], Counter[str]]:
        return unaccounted(unit, LIFE), Counter(
            row.dedupe_key.partition(":")[0] for row in unit.session.exec(select(OutboxRow))
        )

    wrong, told = await shop.assistant.runtime.read(account)
    assert wrong == []
    weeks = len({day - timedelta(days=day.weekday()) for day in days_from(SATURDAY_TEN, count)})
    assert weeks - 3 <= told["week"] <= weeks
    if preset == "laundry":
        assert told["ready"] and told["thanks"] and not told["remind"]
    else:
        assert told["remind"] >= 5 and told["brief"] >= 10 and not told["ready"]
    if count == 365:
        assert 11 <= told["month"] <= 12 and told["birthday"] == 2
        assert told["nth"] >= 5 and told["statement"] and told["uncollected"] and told["promises"]
    await delivered_once(shop)


async def test_whoever_counts_finds_what_does_not_fit(sqlite_database: Database) -> None:
    """An event struck out, a message struck out, one kept back for no reason, an advertisement nobody agreed to."""
    shop = await lived(sqlite_database, "laundry", 12)

    def spoil(unit: Unit) -> dict[str, set[str]]:
        rows = {
            what: unit.session.exec(select(OutboxRow).where(col(OutboxRow.dedupe_key).startswith(f"{what}:"))).all()
            for what in ("thanks", "ready")
        }
        thanked, receipted, ready, ad = rows["thanks"][0], rows["thanks"][1], rows["ready"][0], rows["ready"][1]
        visits = unit.session.exec(select(Visit).where(Visit.customer_id == thanked.customer_id)).all()
        for visit in visits:
            visit.visited_on -= 100 * DAY
        unfit = {"no event": {thanked.dedupe_key}, "no reason": {ready.dedupe_key}, "after a refusal": {ad.dedupe_key}}
        ready.state, ready.reason = "cancelled", "for no reason"
        ad.advertising, ad.customer_id = True, _never_agreed(unit)
        unit.session.delete(receipted)
        unit.session.flush()
        return unfit

    unfit = await shop.assistant.runtime.write(spoil)
    wrong = await shop.assistant.runtime.read(lambda unit: unaccounted(unit, LIFE))
    for what, keys in unfit.items():
        assert {f"{what}: {key}" for key in keys} <= set(wrong)
    assert any(one.startswith("no receipt") for one in wrong)


def _never_agreed(unit: Unit) -> int:
    return next(one.id or 0 for one in unit.session.exec(select(Customer)) if one.name == NAMES[1])


async def delivered_once(shop: ShopUnderTest) -> None:
    """Telegram has as many messages as the outbox has sent, chat by chat."""

    def sent(unit: Unit) -> Counter[int]:
        return Counter(row.chat_id for row in unit.session.exec(select(OutboxRow).where(OutboxRow.state == "sent")))

    booked = await shop.assistant.runtime.read(sent)
    arrived = {person.id: len(person.hears()) for person in shop.telegram.people}
    assert {chat: booked[chat] for chat in arrived} == arrived
    ads = [
        text
        for person in shop.telegram.people
        for text in person.hears()
        if "생일 축하" in text or "happy birthday" in text
    ]
    assert all(text.startswith("(광고)") for text in ads)


@pytest.mark.long
async def test_the_campaigns_card_equals_the_seeded_truth(sqlite_database: Database) -> None:
    """Five weeks of twenty people; on a day in between those who were away are written to, and one has had enough."""
    async with open_shop(sqlite_database) as shop:
        owner = await shop.owner()
        runtime = shop.assistant.runtime
        chats = [shop.person(600 + number, f"손님{number}") for number in range(20)]
        for chat in chats:
            await chat.starts()
        await runtime.write(twenty_who_agree)
        days = days_from(SATURDAY_TEN.astimezone(SEOUL), 36)
        await lives(shop, days[:17])
        shop.clock.forward_to(moment_of(days[17], time(10), SEOUL))
        await runtime.write(begins_a_campaign)
        await lives(shop, days[17:20])
        written_to = next(chat for chat in chats if any("무료 수신거부" in text for text in chat.texts))
        await written_to.says("그만 보내세요")
        await lives(shop, days[20:])
        card, truth = await runtime.read(card_and_truth)
        assert card == truth
        sent_to, held, refused = card.sent_to, card.held, card.refused
        assert sent_to[0] > 0 and sent_to[1] + held[1] > 10 and held[1] > 0 and refused == 1
        assert any(f"{sent_to[1]}분" in text and f"{sent_to[0]}분" in text for text in owner.texts)


def twenty_who_agree(unit: Unit) -> None:
    unit.actor = cast.OWNER_ACTOR
    for number in range(20):
        person = cast.customer(unit, f"{'김이박최정'[number % 5]}{'수민영진하'[number % 5]}{'연우서아'[number // 5]}")
        cast.linked(unit, person, 600 + number)
        cast.agrees(unit, person)


def begins_a_campaign(unit: Unit) -> None:
    unit.actor = cast.OWNER_ACTOR
    view = campaigns.begin(unit, MessageMany(days=3, about="비 오는 날에는 젖지 않게 덮개를 씌워 드려요"))
    campaigns.start(unit, view.public_id)


def card_and_truth(unit: Unit) -> tuple[Counted, Counted]:
    unit.actor = cast.OWNER_ACTOR
    card = on_the_card(unit)
    assert card is not None
    return card, in_the_books(unit, unit.session.exec(select(Campaign)).one())


async def lives(shop: ShopUnderTest, days: list[date]) -> None:
    runtime = shop.assistant.runtime

    async def reach(moment: datetime) -> None:
        shop.clock.forward_to(moment)

    async def write(work: Callable[[Unit], int]) -> int:
        return await runtime.write(work)

    async def next_due() -> datetime | None:
        return await runtime.read(planning.next_due)

    await live(LIFE, days, SEOUL, reach=reach, write=write, next_due=next_due, tick=shop.tick)


def test_the_same_seed_lives_the_same_year() -> None:
    days = days_from(datetime(2026, 11, 21, tzinfo=UTC), 365)
    assert [LIFE.is_asleep(day) for day in days] == [Life(cast.OWNER_ACTOR).is_asleep(day) for day in days]
    assert 5 <= sum(map(LIFE.is_asleep, days)) <= 30
