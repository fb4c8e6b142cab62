"""`kill -9` again and again while a campaign goes out: everybody hears once, or it is known that nobody knows."""

import signal
from collections import Counter
from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest
from sqlmodel import Session, col, select

from bot.actions import campaigns, shop
from bot.actions.unit import Unit
from bot.clock import MovableClock, SystemClock
from bot.domain.local_time import moment_of
from bot.domain.shop import Shop, ShopField
from bot.insight.draw import held_back
from bot.playground.telegram import FakeTelegram
from bot.runtime import Runtime
from bot.understanding.asks.campaigns import MessageMany
from storage.models import Campaign, CampaignPerson, Customer, OutboxRow
from storage.opening import open_shop_database
from tests import cast
from tests.chaos.life import ANSWER_ACCEPTED, CLAIMED, MOMENTS, REQUEST_SENT, Life
from tests.chaos.run import PATIENCE, nursery, until
from tests.playground.serving import serving

OWNER, FIRST_CHAT, PEOPLE = 9001, 2001, 60
DEATHS = [*[moment for moment in MOMENTS if moment.startswith(("claim", "outcome"))], REQUEST_SENT, ANSWER_ACCEPTED]
HEARD = "안부 드려요"


def begin(unit: Unit) -> None:
    """Sixty regulars who are away, and a campaign to them that the owner has just sent."""
    shop.change(unit, ShopField.CONTACT, "02-123-4567")
    for number in range(PEOPLE):
        person = cast.customer(unit, "김수연", f"010-2345-{6000 + number}")
        for days in (40, 50, 60, 70, 80):
            cast.visit(unit, person, days)
        cast.linked(unit, person, FIRST_CHAT + number)
        cast.agrees(unit, person)
    unit.session.flush()
    view = campaigns.begin(unit, MessageMany(30, regulars_only=True))
    campaigns.solve(unit, view.public_id, "campaign-problem-mend")
    assert campaigns.start(unit, view.public_id).sending == PEOPLE * 2 // 3


def drawn(session: Session) -> tuple[set[int], set[int]]:
    """Who was drawn to hear it and who was held back; the draw can be repeated from its seed."""
    seed = session.exec(select(Campaign.seed)).one()
    rows = session.exec(select(CampaignPerson.customer_id, CampaignPerson.part)).all()
    held = {who for who, part in rows if part == "held"}
    assert held == held_back(sorted(who for who, _ in rows), seed)
    return {who for who, part in rows if part == "send"}, held


def states(session: Session) -> dict[int, str]:
    rows = select(OutboxRow.customer_id, OutboxRow.state).where(OutboxRow.kind == "campaign")
    return {who or 0: state for who, state in session.exec(rows)}


def nothing_hangs(session: Session) -> bool:
    waits = col(OutboxRow.state).in_(("pending", "sending", "unknown"))
    return session.exec(select(OutboxRow.id).where(waits)).first() is None


def heard(telegram: FakeTelegram) -> Counter[int]:
    """How often each customer's chat has it, by the customer's number in the books (they are written in order)."""
    chats = range(FIRST_CHAT, FIRST_CHAT + PEOPLE)
    return Counter({chat: sum(HEARD in text for text in telegram.ledger.texts(chat)) for chat in chats})


@pytest.mark.long
async def test_everybody_hears_once_or_it_is_known_that_nobody_knows(tmp_path: Path) -> None:
    now, zone = SystemClock().now(), Shop("맑은세탁").zone
    noon = moment_of(now.astimezone(zone).date(), time(12), zone)
    url = f"sqlite:///{tmp_path / 'shop.db'}"
    database = open_shop_database(url, data_key="", key_file=tmp_path / "key", now=noon).database
    await Runtime(database, MovableClock(noon), Shop("맑은세탁")).write(begin, cast.OWNER_ACTOR)
    to_hear, held = await database.read(drawn)
    telegram = FakeTelegram(ledger_file=tmp_path / "ledger.jsonl")
    owner = telegram.person(OWNER, "사장님", started=True)
    for chat in range(FIRST_CHAT, FIRST_CHAT + PEOPLE):
        telegram.person(chat, "수연", started=True)

    async with serving(telegram) as origin, nursery(tmp_path / "lives.log") as lives:
        life = Life(url, str(tmp_path / "key"), origin, telegram.token, (OWNER,), (noon - now).total_seconds())
        for death, moment in enumerate(DEATHS):
            await lives.bear(replace(life, moment=moment, nth=1 + death % 2))
            await lives.hears("gone -9")
            assert await database.read(drawn) == (to_hear, held)

        await lives.bear(replace(life, endless=True))
        planned = len(await database.read(states))
        await until(database, lambda session: nothing_hangs(session) and len(states(session)) > planned)
        owner.says("캠페인 멈춰")
        await telegram.ledger.until(lambda: any("멈췄어요" in text for text in telegram.ledger.texts(OWNER)), PATIENCE)
        await until(database, nothing_hangs)
        lives.send(signal.SIGTERM)
        await lives.hears("gone 0")
        reached = heard(telegram)
        # Nothing comes of it any more, whoever is born after the stop.
        await lives.bear(replace(life, moment=CLAIMED))
        owner.says("지난번 안부 효과 있었어?")
        await lives.hears("gone -9")
        assert heard(telegram) == reached

    known, numbers = await database.read(states), await database.read(chats)
    assert await database.read(drawn) == (to_hear, held)
    assert set(known) < to_hear and set(known.values()) <= {"sent", "uncertain"}
    assert {who for who, chat in numbers.items() if reached[chat] == 1} >= {
        who for who, state in known.items() if state == "sent"
    }
    assert max(reached.values()) == 1
    assert {who for who, chat in numbers.items() if reached[chat]} <= set(known)
    assert list(known.values()).count("uncertain") <= len(DEATHS)
    database.close()
    telegram.close()


def chats(session: Session) -> dict[int, int]:
    rows = session.exec(select(Customer.id, Customer.chat_id)).all()
    return {who or 0: chat or 0 for who, chat in rows}
