"""Two processes and one update: whoever was taken for dead finds that nothing is its own any more."""

import json

import pytest
from sqlmodel import Session, select
from telegram import Update

from bot.messaging.reading import said_from
from bot.runtime import TakenOver
from handlers.sentences import by_sentence
from storage import inbox, people
from storage.database import Database
from storage.models import InboxRow, Visit
from tests.chat import OWNER, ShopUnderTest, open_shop


@pytest.fixture
async def frozen(shop: ShopUnderTest, database: Database) -> inbox.Claimed:
    """An update that one process had in hand when another one took over and dealt with it."""
    owner = await shop.owner()
    await database.write(lambda session: people.create(session, "김민지", shop.clock.now()))
    owner.person.says("김민지 와이셔츠 3장 7500")
    await shop.assistant.polling.poll()
    (row,), _ = await database.write(lambda session: inbox.claim(session, database.vault, most=1))
    async with open_shop(database, clock=shop.clock, telegram=shop.telegram) as successor:
        await successor.settle()
    owner.sees("김민지", "7,500원")
    return row


async def test_the_effect_is_not_written_a_second_time(
    shop: ShopUnderTest, database: Database, frozen: inbox.Claimed
) -> None:
    said = said_from(Update.de_json(json.loads(frozen.raw), shop.assistant.bot))
    assert said is not None
    with pytest.raises(TakenOver):
        await shop.assistant.runtime.answer(frozen, said, by_sentence)
    assert len(await database.read(lambda session: session.exec(select(Visit)).all())) == 1
    heard = len(shop.telegram.ledger.texts(OWNER))
    await shop.settle()
    assert len(shop.telegram.ledger.texts(OWNER)) == heard


async def test_neither_is_the_update_given_back_or_put_aside(
    shop: ShopUnderTest, database: Database, frozen: inbox.Claimed
) -> None:
    def try_both(session: Session) -> list[bool]:
        return [
            inbox.release(session, frozen, counts=True),
            inbox.put_aside(session, frozen, "failed", shop.clock.now()),
        ]

    assert await database.write(try_both) == [False, False]
    states = await database.read(lambda session: set(session.exec(select(InboxRow.state))))
    assert states == {"done"}


async def test_of_two_who_claim_at_once_one_gets_the_update(shop: ShopUnderTest, database: Database) -> None:
    shop.person(1001, "민지").person.starts()
    await shop.assistant.polling.poll()
    (row,), _ = await database.write(lambda session: inbox.claim(session, database.vault, most=1))
    again = await database.write(lambda session: inbox.claim(session, database.vault, most=1, only=row.id))
    assert again == ([], [])


async def test_what_a_process_claimed_after_it_was_taken_over_is_not_left_lying(
    shop: ShopUnderTest, database: Database
) -> None:
    minji = shop.person(1001, "민지")
    minji.person.starts()
    await shop.assistant.polling.poll()
    await database.write(lambda session: inbox.claim(session, database.vault, most=1))
    await shop.settle()
    assert len(minji.texts) == 1
