"""A file on its way out: sealed in the outbox, sent with its caption, gone once it is on its way no more."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from bot.domain.outgoing import Document, Kind, Reply, words
from bot.domain.packing import pack
from bot.playground.faults import Fault, FaultKind
from storage import outbox
from storage.models import OutboxFile
from tests.chat import Chat, ShopUnderTest
from tests.messaging.rows import plan, state_of
from tests.playground.test_files import png

DATA = "\ufeffname,phone\r\n김수연,010-1234-5678\r\n".encode()
HELLO = "hours-unknown"


async def plan_file(shop: ShopUnderTest, key: str, chat_id: int) -> bool:
    now = shop.clock.now()
    reply = pack(Reply(words(HELLO), document=Document("customers.csv", DATA)))
    message = outbox.Message(key, chat_id, Kind.ANSWER, reply, now, expires_at=now + timedelta(hours=1), file=DATA)
    return await shop.database.write(lambda session: outbox.add(session, shop.database.vault, message, now))


async def kept(shop: ShopUnderTest) -> list[bytes]:
    return await shop.database.read(
        lambda session: [file.sealed_data for file in session.exec(select(OutboxFile)).all()]
    )


async def test_a_file_arrives_with_its_name_and_caption(shop: ShopUnderTest, minji: Chat) -> None:
    assert await plan_file(shop, "k1", minji.id)
    await shop.settle()
    message = minji.person.last()
    assert message["document"]["file_name"] == "customers.csv"
    assert minji.person.downloads(message) == DATA
    assert message["caption"]


async def test_a_picture_is_shown_in_the_chat(shop: ShopUnderTest, minji: Chat) -> None:
    now, picture = shop.clock.now(), png(40, 20)
    reply = pack(Reply(words(HELLO), document=Document("picture.png", picture, picture=True)))
    message = outbox.Message("k1", minji.id, Kind.ANSWER, reply, now, file=picture)
    await shop.database.write(lambda session: outbox.add(session, shop.database.vault, message, now))
    await shop.settle()
    shown = minji.person.last()
    assert (shown["photo"][-1]["width"], shown["caption"] != "") == (40, True)
    assert minji.person.downloads(shown) == picture


async def test_it_lies_sealed_in_the_outbox_and_is_gone_once_sent(shop: ShopUnderTest, minji: Chat) -> None:
    await plan_file(shop, "k1", minji.id)
    (sealed,) = await kept(shop)
    assert "김수연".encode() not in sealed
    await shop.settle()
    assert await state_of(shop, "k1") == "sent"
    assert await kept(shop) == []


async def test_planning_it_twice_keeps_and_sends_one(shop: ShopUnderTest, minji: Chat) -> None:
    assert await plan_file(shop, "k1", minji.id)
    assert not await plan_file(shop, "k1", minji.id)
    before = len(minji.person.sees())
    await shop.settle()
    assert len(minji.person.sees()) == before + 1


async def test_a_line_that_is_down_keeps_the_file_until_it_is_up(shop: ShopUnderTest, minji: Chat) -> None:
    shop.telegram.faults.plan(Fault(FaultKind.REFUSED), "sendDocument", times=2)
    await plan_file(shop, "k1", minji.id)
    await shop.settle()
    assert len(await kept(shop)) == 1
    shop.clock.forward(timedelta(minutes=1))
    await shop.settle()
    shop.clock.forward(timedelta(minutes=1))
    await shop.settle()
    assert minji.person.downloads(minji.person.last()) == DATA
    assert await kept(shop) == []


@pytest.mark.parametrize("after", [True, False], ids=["arrived", "lost"])
async def test_an_answer_of_unknown_fate_is_sent_once_more_with_its_file(
    shop: ShopUnderTest, minji: Chat, after: bool
) -> None:
    before = len(minji.person.sees())
    shop.telegram.faults.plan(Fault(FaultKind.CUT, after_effect=after), "sendDocument")
    await plan_file(shop, "k1", minji.id)
    await shop.settle()
    assert len(minji.person.sees()) == before + after + 1
    assert minji.person.downloads(minji.person.last()) == DATA
    assert await kept(shop) == []


async def test_whoever_blocks_the_bot_leaves_no_file_behind(shop: ShopUnderTest, minji: Chat) -> None:
    minji.person.account.blocked = True
    await plan_file(shop, "k1", minji.id)
    await shop.settle()
    assert await state_of(shop, "k1") == "dead"
    assert await kept(shop) == []


async def test_a_file_that_comes_too_late_is_dropped(shop: ShopUnderTest, minji: Chat) -> None:
    await plan_file(shop, "k1", minji.id)
    shop.clock.forward(timedelta(hours=2))
    await shop.settle()
    assert await state_of(shop, "k1") == "expired"
    assert await kept(shop) == []


async def test_a_file_of_a_message_that_still_waits_stays(shop: ShopUnderTest, minji: Chat) -> None:
    await plan(shop, "later", minji.id, HELLO, later=timedelta(days=1))
    await plan_file(shop, "k1", minji.id)

    def put_off(session: Session) -> int:
        (row,) = outbox.due(session, shop.database.vault, shop.clock.now(), most=1, pause=timedelta(0))
        outbox.postpone(session, row.id, shop.clock.now() + timedelta(minutes=30), "night")
        return outbox.forget_files(session)

    assert await shop.database.write(put_off) == 0
    assert len(await kept(shop)) == 1
