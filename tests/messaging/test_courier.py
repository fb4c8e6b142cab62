"""Every way in which a send can end, and what becomes of the message."""

from datetime import timedelta

import pytest
from sqlmodel import Session

from bot.domain.outgoing import Kind, Reply, words
from bot.domain.packing import pack
from bot.playground.faults import Fault, FaultKind
from storage import outbox, people
from storage.database import Database
from storage.models import OutboxRow
from tests.chat import Chat, ShopUnderTest
from tests.messaging.rows import link, plan, row_of, state_of

HELLO = "hours-unknown"

# Written by hand: a second copy of these is kinder than silence, of the others it is not.
SENT_AGAIN = {
    Kind.ANSWER: True,
    Kind.ACCOUNT: True,
    Kind.ORDER_NOTICE: True,
    Kind.APPOINTMENT: True,
    Kind.OWNER_NOTICE: True,
    Kind.RECEIPT: False,
    Kind.GREETING: False,
    Kind.ADVERTISING: False,
}


async def test_a_message_is_sent_and_its_text_kept(shop: ShopUnderTest, minji: Chat) -> None:
    await plan(shop, "k1", minji.id, HELLO)
    await shop.settle()
    row = await row_of(shop, "k1")
    assert row.state == "sent"
    assert row.message_id == minji.person.last()["message_id"]
    assert row.sealed_reply is None
    assert shop.database.vault.open(row.sealed_text or b"", outbox.TEXT, "k1") == minji.last


async def test_a_text_with_a_missing_value_is_not_sent_and_holds_up_nobody(shop: ShopUnderTest, minji: Chat) -> None:
    before = len(minji.texts)
    await plan(shop, "k1", minji.id, "mail-failed")
    await plan(shop, "k2", minji.id, HELLO)
    await shop.settle()
    assert [await state_of(shop, "k1"), await state_of(shop, "k2")] == ["dead", "sent"]
    assert len(minji.texts) == before + 1


async def test_planning_twice_sends_once(shop: ShopUnderTest, minji: Chat) -> None:
    before = len(minji.texts)
    assert await plan(shop, "k1", minji.id, HELLO)
    assert not await plan(shop, "k1", minji.id, HELLO)
    await shop.settle()
    assert not await plan(shop, "k1", minji.id, HELLO)
    await shop.settle()
    assert len(minji.texts) == before + 1


async def test_429_pauses_everybody_and_then_goes_on(shop: ShopUnderTest, minji: Chat) -> None:
    other = shop.person(1002, "수아")
    await other.starts()
    shop.telegram.faults.plan(Fault(FaultKind.TOO_MANY, retry_after=30), "sendMessage")
    shop.clock.forward(timedelta(seconds=2))
    heard = len(minji.texts), len(other.texts)
    await plan(shop, "first", minji.id, HELLO)
    await shop.assistant.courier.step()
    await shop.assistant.courier.finish()
    await plan(shop, "second", other.id, HELLO)
    await shop.settle()
    assert (len(minji.texts), len(other.texts)) == heard
    assert (await row_of(shop, "first")).attempts == 0
    shop.clock.forward(timedelta(seconds=31))
    await shop.settle()
    assert (len(minji.texts), len(other.texts)) == (heard[0] + 1, heard[1] + 1)


async def test_a_line_that_is_down_is_tried_again_until_it_is_up(shop: ShopUnderTest, minji: Chat) -> None:
    before = len(minji.texts)
    shop.telegram.faults.plan(Fault(FaultKind.REFUSED), "sendMessage", times=3)
    await plan(shop, "k1", minji.id, HELLO)
    await shop.settle()
    for _ in range(4):
        shop.clock.forward(timedelta(minutes=1))
        await shop.settle()
    assert len(minji.texts) == before + 1
    assert (await row_of(shop, "k1")).attempts == 4


@pytest.mark.parametrize(
    "fault",
    [
        Fault(FaultKind.CUT, after_effect=True),
        Fault(FaultKind.HANG, after_effect=True),
        Fault(FaultKind.HALF_ANSWER),
        Fault(FaultKind.SERVER_ERROR, after_effect=True),
        Fault(FaultKind.CUT),
        Fault(FaultKind.SERVER_ERROR),
    ],
    ids=lambda fault: f"{fault.kind}-{'after' if fault.after_effect else 'before'}",
)
async def test_an_unknown_fate_is_settled_by_kind(shop: ShopUnderTest, minji: Chat, fault: Fault) -> None:
    await link(shop, minji, consents=True)
    reached = fault.after_effect or fault.kind is FaultKind.HALF_ANSWER
    for kind, again in SENT_AGAIN.items():
        shop.clock.forward(timedelta(days=1))  # advertising comes once a day
        before = len(minji.texts)
        shop.telegram.faults.plan(fault, "sendMessage")
        await plan(shop, f"of {kind}", minji.id, HELLO, kind=kind, customer=True)
        await shop.settle()
        assert len(minji.texts) == before + reached + again, kind
        assert await state_of(shop, f"of {kind}") == ("sent" if again else "uncertain"), kind


async def test_an_answer_is_repeated_once_and_never_twice(shop: ShopUnderTest, minji: Chat) -> None:
    before = len(minji.texts)
    shop.telegram.faults.plan(Fault(FaultKind.CUT, after_effect=True), "sendMessage", times=5)
    await plan(shop, "k1", minji.id, HELLO)
    await shop.settle()
    shop.clock.forward(timedelta(hours=1))
    await shop.settle()
    assert len(minji.texts) == before + 2
    assert await state_of(shop, "k1") == "uncertain"


async def test_who_blocks_the_bot_is_unreachable_and_no_error(shop: ShopUnderTest, minji: Chat) -> None:
    await link(shop, minji)
    minji.person.account.blocked = True
    await plan(shop, "now", minji.id, HELLO, kind=Kind.ORDER_NOTICE, customer=True)
    await plan(shop, "later", minji.id, HELLO, kind=Kind.ORDER_NOTICE, customer=True, later=timedelta(days=1))
    await shop.settle()
    assert await state_of(shop, "now") == "dead"
    assert await state_of(shop, "later") == "dead"

    def blocked(session: Session) -> bool:
        customer = people.by_chat(session, minji.id)
        return customer is not None and customer.blocked_at is not None

    assert await shop.database.read(blocked)


async def test_a_message_that_telegram_refuses_is_not_tried_again_and_the_owner_is_told(
    shop: ShopUnderTest, minji: Chat
) -> None:
    owner = await shop.owner()
    await plan(shop, "k1", minji.id, "hours-unknown", button="x" * 65)
    await shop.settle()
    assert await state_of(shop, "k1") == "dead"
    owner.sees("보내지 못했어요")


async def test_to_rewrite_a_message_that_was_deleted_is_no_loss_to_anybody(shop: ShopUnderTest, minji: Chat) -> None:
    owner = await shop.owner()
    before = len(owner.texts)
    await plan(shop, "k1", minji.id, "hours-unknown", edits=123456)
    await shop.settle()
    assert await state_of(shop, "k1") == "dead"
    assert len(owner.texts) == before


async def test_a_person_reads_messages_in_the_order_meant_even_when_one_is_tried_again(
    shop: ShopUnderTest, minji: Chat
) -> None:
    shop.telegram.faults.plan(Fault(FaultKind.REFUSED), "sendMessage")
    await plan(shop, "k1", minji.id, "orders-none")
    await plan(shop, "k2", minji.id, HELLO)
    await shop.settle()
    shop.clock.forward(timedelta(minutes=1))
    await shop.settle()
    first, second = await row_of(shop, "k1"), await row_of(shop, "k2")
    assert (first.message_id or 0) < (second.message_id or 0)


async def test_one_a_second_to_a_chat_and_25_in_all(shop: ShopUnderTest, minji: Chat) -> None:
    for number in range(60):
        person = shop.telegram.person(5000 + number, "손님", started=True)
        for which in range(2):
            await plan(shop, f"m:{number}:{which}", person.id, HELLO)
    await shop.settle()
    sent = [(entry.at, entry.chat_id) for entry in shop.telegram.ledger.entries if entry.event == "sent"]
    of_this_test = [(at, chat) for at, chat in sent if chat is not None and chat >= 5000]
    assert len(of_this_test) == 120
    by_second = [sum(1 for at, _ in of_this_test if at == moment) for moment in {at for at, _ in of_this_test}]
    assert max(by_second) <= 25
    assert len(of_this_test) == len(set(of_this_test)), "two messages to one chat in one second"


async def test_what_has_expired_is_dropped_with_its_reason(shop: ShopUnderTest, minji: Chat) -> None:
    await link(shop, minji)
    before = len(minji.texts)
    await plan(shop, "k1", minji.id, HELLO, kind=Kind.ORDER_NOTICE, customer=True, expires=timedelta(hours=1))
    shop.clock.forward(timedelta(hours=2))
    await shop.settle()
    row = await row_of(shop, "k1")
    assert (row.state, row.reason) == ("expired", "too_late")
    assert len(minji.texts) == before


async def test_an_outcome_without_the_lease_is_not_written(database: Database, shop: ShopUnderTest) -> None:
    """A courier frozen past its lease finds that its token is worth nothing any more."""
    await plan(shop, "k1", 77, HELLO)
    now = shop.clock.now()

    def story(session: Session) -> tuple[int, str]:
        (row,) = outbox.due(session, database.vault, now, most=1, pause=timedelta(0))
        assert outbox.take(session, [row.id], "mine", now, timedelta(seconds=60)) == {row.id}
        assert outbox.take(session, [row.id], "theirs", now, timedelta(seconds=60)) == set()
        outbox.lapse(session, now + timedelta(seconds=61))
        written = outbox.sent(session, database.vault, [outbox.Sent(row.id, "k1", "mine", 1, "x")], now)
        state = session.get(OutboxRow, row.id)
        assert state is not None
        return written, state.state

    assert await database.write(story) == (0, "unknown")


async def test_answers_go_before_mass_messages(shop: ShopUnderTest, database: Database, minji: Chat) -> None:
    now = shop.clock.now()

    def story(session: Session) -> list[str]:
        for number in range(40):
            message = outbox.Message(f"ad:{number}", 6000 + number, "advertising", pack(Reply(words(HELLO))), now)
            outbox.add(session, database.vault, message, now)
        answer = outbox.Message("answer", minji.id, "answer", pack(Reply(words(HELLO))), now)
        outbox.add(session, database.vault, answer, now)
        return [row.dedupe_key for row in outbox.due(session, database.vault, now, most=3, pause=timedelta(0))]

    assert (await database.write(story))[0] == "answer"
