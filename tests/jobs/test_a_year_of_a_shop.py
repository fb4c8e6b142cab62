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

from bot.actions import campaign_run, campaigns, open_days, planning, shop_texts
from bot.actions.unit import Unit
from bot.domain.birthday import parse_birthday
from bot.domain.local_time import moment_of
from bot.domain.message_policy import DROPS
from bot.domain.prices import Price
from bot.domain.reminders import appointment_slot, quarter_of
from bot.playground.year import COUNTER, DONE, RECEIPTS, REMINDERS, Life, days_from, live
from bot.understanding.asks.campaigns import MessageMany
from storage import consents, people
from storage.database import Database
from storage.models import Appointment, CampaignPerson, Consent, Customer, Order, OutboxRow, Visit
from storage.prices import replace_price_list
from tests import cast
from tests.chat import SATURDAY_TEN, ShopUnderTest, open_shop

SEOUL = ZoneInfo("Asia/Seoul")
DAY = timedelta(days=1)
NAMES = ("김수연", "박민수", "이영희", "정하늘", "최지훈", "윤서아")
BIRTHDAYS = ("1985-12-24", "1990-03-02", "1984-02-29", "lunar 1962-01-15", "", "2001-08-31")
LIFE = Life(cast.OWNER_ACTOR)
LONG = pytest.mark.long
IN_BETWEEN = (REMINDERS, COUNTER, RECEIPTS)


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
            consents.decide(
                unit.session,
                person.id or 0,
                "advertising",
                given=True,
                now=unit.now,
                text_version="1",
                update_id=number,
            )


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
        return unaccounted(unit), Counter(
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


def unaccounted(unit: Unit) -> list[str]:
    """Messages without an event, and events without a message or a reason."""
    rows = list(unit.session.exec(select(OutboxRow).where(OutboxRow.kind != "answer")))
    wrong = [f"twice: {key}" for key, times in Counter(row.dedupe_key for row in rows).items() if times > 1]
    wrong += [
        f"stuck: {row.dedupe_key} {row.state}"
        for row in rows
        if row.state not in ("sent", "expired", "cancelled", "pending")
    ]
    wrong += [
        f"no reason: {row.dedupe_key}"
        for row in rows
        if row.state in ("expired", "cancelled") and row.reason not in DROPS
    ]
    keys = {row.dedupe_key for row in rows}
    wrong += [f"no event: {row.dedupe_key}" for row in rows if not has_event(unit, row)]
    for visit in unit.session.exec(select(Visit).where(Visit.source == "chat")):
        if f"thanks:{visit.customer_id}:{visit.visited_on}" not in keys:
            wrong.append(f"no receipt: visit {visit.id}")
    for order in unit.session.exec(select(Order)):
        told = any(key.startswith(f"ready:{order.id}:") for key in keys)
        at_once = order.handed_over_at is not None and order.handed_over_at == order.ready_at
        if order.ready_at is not None and not told and not at_once:
            wrong.append(f"no notice: order {order.id}")
    tomorrow = unit.now + DAY
    for booking in unit.session.exec(select(Appointment)):
        day_before = booking.at - DAY
        if booking.at < tomorrow and not LIFE.is_asleep(unit.shop.day_of(day_before)):
            key = f"remind:{booking.id}:{appointment_slot(booking.at)}"
            if key not in keys and unit.shop.day_of(day_before) > unit.shop.day_of(booking.made_at):
                wrong.append(f"no reminder: booking {booking.id}")
    return wrong


def has_event(unit: Unit, row: OutboxRow) -> bool:
    """Whether what the message speaks of stands in the books."""
    what, _, rest = row.dedupe_key.partition(":")
    first, _, second = rest.partition(":")
    session = unit.session
    match what:
        case "thanks":
            of_day = select(Visit).where(
                Visit.customer_id == int(first), Visit.visited_on == date.fromisoformat(second)
            )
            return session.exec(of_day).first() is not None
        case "ready" | "uncollected":
            order = session.get(Order, int(first))
            return order is not None and order.ready_at is not None and second == appointment_slot(order.ready_at)
        case "remind" | "soon":
            booking = session.get(Appointment, int(first))
            return booking is not None and second == appointment_slot(booking.at)
        case "nth":
            return int(second) % 5 == 0 and session.get_one(Customer, int(first)).visit_days >= int(second)
        case "birthday":
            return bool(session.get_one(Customer, int(first)).birthday)
        case "statement":
            return date.fromisoformat(second) == quarter_of(date.fromisoformat(second))
        case "brief" | "week" | "month" | "promises" | "closing":
            return row.kind == "owner_notice" and date.fromisoformat(first) <= unit.today
        case _:
            return row.kind == "owner_notice"


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
        started = await runtime.write(begins_a_campaign)
        await lives(shop, days[17:20])
        written_to = next(chat for chat in chats if any("무료 수신거부" in text for text in chat.texts))
        await written_to.says("그만 보내세요")
        await lives(shop, days[20:])
        card, truth = await runtime.read(lambda unit: card_and_truth(unit, started))
        assert card == truth
        sent_to, held, refused = card
        assert sent_to[0] > 0 and sent_to[1] + held[1] > 10 and held[1] > 0 and refused == 1
        assert any(f"{sent_to[1]}분" in text and f"{sent_to[0]}분" in text for text in owner.texts)


def twenty_who_agree(unit: Unit) -> None:
    unit.actor = cast.OWNER_ACTOR
    for number in range(20):
        person = cast.customer(unit, f"{'김이박최정'[number % 5]}{'수민영진하'[number % 5]}{'연우서아'[number // 5]}")
        cast.linked(unit, person, 600 + number)
        consents.decide(
            unit.session, person.id or 0, "advertising", given=True, now=unit.now, text_version="1", update_id=number
        )


def begins_a_campaign(unit: Unit) -> datetime:
    unit.actor = cast.OWNER_ACTOR
    view = campaigns.begin(unit, MessageMany(days=3, about="비 오는 날에는 젖지 않게 덮개를 씌워 드려요"))
    campaigns.start(unit, view.public_id)
    return unit.now


Card = tuple[tuple[int, int], tuple[int, int], int]


def card_and_truth(unit: Unit, started: datetime) -> tuple[Card, Card]:
    """(came, of) of both groups and who refused: as the card says it, and as the books do."""
    unit.actor = cast.OWNER_ACTOR
    found = campaign_run.newest_result(unit)
    assert found.sent_to is not None and found.held is not None
    card = ((found.sent_to.came, found.sent_to.of), (found.held.came, found.held.of), found.refused)
    first = unit.shop.day_of(started)
    truth = []
    for part in ("send", "held"):
        group = unit.session.exec(select(CampaignPerson.customer_id).where(CampaignPerson.part == part)).all()
        seen = {
            visit.customer_id
            for visit in unit.session.exec(select(Visit).where(Visit.source == "chat"))
            if visit.recorded_at > started and first <= visit.visited_on <= first + 14 * DAY
        }
        truth.append((len(seen & set(group)), len(group)))
    refused = unit.session.exec(
        select(Consent).where(Consent.purpose == "advertising", col(Consent.given).is_(False))
    ).all()
    return card, (truth[0], truth[1], len({one.customer_id for one in refused}))


async def lives(shop: ShopUnderTest, days: list[date]) -> None:
    """Between the moments of a day at which something may always be due, the shop is only woken if something is."""
    runtime, idle = shop.assistant.runtime, False

    async def reach(day: date, clock: time) -> None:
        nonlocal idle
        due = await runtime.read(planning.next_due)
        shop.clock.forward_to(moment_of(day, clock, SEOUL))
        idle = clock in IN_BETWEEN and (due is None or due > shop.clock.now())

    async def write(work: Callable[[Unit], None]) -> None:
        await runtime.write(work)

    async def tick() -> None:
        if idle:
            return
        if shop.clock.now().astimezone(SEOUL).time() == DONE:
            shop.clock.forward(timedelta(seconds=40))  # a slip of the finger can be undone for half a minute
        await shop.tick()

    await live(LIFE, days, reach=reach, write=write, tick=tick)


def test_the_same_seed_lives_the_same_year() -> None:
    days = days_from(datetime(2026, 11, 21, tzinfo=UTC), 365)
    assert [LIFE.is_asleep(day) for day in days] == [Life(cast.OWNER_ACTOR).is_asleep(day) for day in days]
    assert 5 <= sum(map(LIFE.is_asleep, days)) <= 30
