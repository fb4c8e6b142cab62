"""From a raw update to its one effect: order, duplicates, poison, crashes."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, select

from storage import inbox
from storage.database import Database
from storage.models import InboxRow
from tests.chat import Chat, ShopUnderTest, open_shop

EXAMPLES = Path(__file__).parent.parent / "data" / "telegram" / "telegram_docs_update_examples.jsonl"


async def states(shop: ShopUnderTest) -> Counter[str]:
    return Counter(await shop.database.read(lambda session: list(session.exec(select(InboxRow.state)))))


async def test_a_redelivered_update_is_answered_once(shop: ShopUnderTest, minji: Chat) -> None:
    update = minji.person.says("글쎄요")
    before = len(minji.texts)
    for _ in range(3):
        await shop.assistant.intake.keep([update])
    await shop.settle()
    await shop.assistant.intake.keep([update])
    await shop.settle()
    assert len(minji.texts) == before + 1


async def test_what_was_acknowledged_survives_a_death_before_it_was_handled(
    shop: ShopUnderTest, minji: Chat, database: Database
) -> None:
    before = len(minji.texts)
    minji.person.says("글쎄요")
    await shop.assistant.polling.poll()
    async with open_shop(database, clock=shop.clock, telegram=shop.telegram) as after_the_death:
        await after_the_death.settle()
        assert len(minji.texts) == before + 1


async def test_an_update_that_nobody_can_read_is_put_aside_and_the_next_goes_on(
    shop: ShopUnderTest, minji: Chat
) -> None:
    owner = await shop.owner()
    before = len(minji.texts)
    await shop.assistant.intake.keep([{"update_id": 7, "message": {"message_id": "seven", "chat": 3}}])
    minji.person.says("글쎄요")
    await shop.settle()
    assert (await states(shop))["aside"] == 1
    assert len(minji.texts) == before + 1
    owner.sees("따로 두었어요")


async def test_answers_of_a_chat_come_in_the_order_of_its_messages(shop: ShopUnderTest) -> None:
    chats = [shop.person(2000 + number, "손님") for number in range(8)]
    for chat in chats:
        chat.person.starts()
    for word in range(6):
        for chat in chats:
            chat.person.says(f"글쎄요 {word}")
    await shop.settle()
    rows = await shop.database.read(lambda session: session.exec(select(InboxRow).order_by("id")).all())
    for chat in chats:
        done = [row.done_at for row in rows if row.lane == chat.id]
        assert len(done) == 7
        assert done == sorted(done, key=lambda moment: (moment is None, moment))


async def test_the_third_death_on_one_row_puts_that_row_aside_and_no_other(
    shop: ShopUnderTest, minji: Chat, database: Database
) -> None:
    other = shop.person(1002, "수아")
    await other.starts()
    heard = len(other.texts)
    minji.person.says("죽어라")
    other.person.says("글쎄요")
    await shop.assistant.polling.poll()

    def die_with_the_first_row(session: Session) -> None:
        (row,), _ = inbox.claim(session, database.vault, most=1)
        assert row.lane == minji.id

    suspects = []
    for _ in range(inbox.ATTEMPTS):
        await database.write(die_with_the_first_row)
        recovered = await database.write(lambda session: inbox.recover(session, shop.clock.now()))
        suspects.append(len(recovered.suspects))
    assert suspects == [1, 1, 0]
    await shop.settle()
    assert len(other.texts) == heard + 1
    assert (await states(shop))["aside"] == 1


async def test_a_suspect_is_tried_alone(shop: ShopUnderTest, minji: Chat, database: Database) -> None:
    minji.person.says("글쎄요")
    shop.person(1002, "수아").person.starts()
    await shop.assistant.polling.poll()
    await database.write(lambda session: inbox.claim(session, database.vault, most=1))
    before = len(minji.texts)
    await shop.assistant.lanes.recover()
    assert await shop.assistant.lanes.step()
    assert not await shop.assistant.lanes.step(), "nothing else may be in hand beside a suspect"
    await shop.settle()
    assert len(minji.texts) == before + 1


async def test_a_group_hears_one_line_and_no_data(shop: ShopUnderTest, minji: Chat) -> None:
    group = shop.telegram.group(-500, "상가 모임", minji.person)
    minji.person.says("/start", chat=group)
    await shop.settle()
    (line,) = [message["text"] for message in group.sees() if message["from"]["is_bot"]]
    assert "일대일" in line


async def test_an_edited_message_is_not_answered_again(shop: ShopUnderTest, minji: Chat) -> None:
    said = minji.person.says("글쎄요")["message"]
    await shop.settle()
    before = len(minji.texts)
    await minji.does(lambda: minji.person.edits(said["message_id"], "글쎄요?"))
    assert len(minji.texts) == before


async def test_every_update_of_telegrams_own_guide_is_answered_or_put_aside(shop: ShopUnderTest, minji: Chat) -> None:
    for number, line in enumerate(EXAMPLES.read_text(encoding="utf-8").splitlines()):
        update = json.loads(line)["update"] | {"update_id": 50_000 + number}
        await shop.assistant.intake.keep([update])
    await shop.settle()
    await still_alive(shop, minji)


def _mutations() -> st.SearchStrategy[dict[str, Any]]:
    """An update of the guide with one leaf or branch replaced by something that does not belong there."""
    updates = [json.loads(line)["update"] for line in EXAMPLES.read_text(encoding="utf-8").splitlines()]
    junk = st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(2**70), 2**70),
        st.text(max_size=50),
        st.sampled_from(["<b>", "%_", "\u202eabc", "가\u200b나", "a" * 4096, "\x00", "\ud800"]),
        st.lists(st.integers(), max_size=2),
        st.dictionaries(st.text(max_size=5), st.integers(), max_size=2),
    )

    @st.composite
    def mutated(draw: st.DrawFn) -> dict[str, Any]:
        update: dict[str, Any] = json.loads(json.dumps(draw(st.sampled_from(updates))))
        place: Any = update
        while True:
            inside = [key for key in place if key != "update_id"] if isinstance(place, dict) else []
            if not inside:
                return update
            key = draw(st.sampled_from(sorted(inside)))
            if not isinstance(place[key], dict) or draw(st.booleans()):
                place[key] = draw(junk)
                return update
            place = place[key]

    return mutated()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(update=_mutations())
async def test_no_update_stops_the_bot(sqlite_shop: ShopUnderTest, update: dict[str, Any]) -> None:
    shop = sqlite_shop
    shop.numbers += 1
    await shop.assistant.intake.keep([update | {"update_id": 60_000 + shop.numbers}])
    await shop.settle()
    waiting = await shop.database.read(inbox.waiting)
    assert waiting == 0


async def still_alive(shop: ShopUnderTest, chat: Chat) -> None:
    before = len(chat.texts)
    await chat.says("글쎄요")
    assert len(chat.texts) == before + 1


@pytest.mark.parametrize(
    "text",
    ["가" * 4096, "김민수".encode().decode("utf-8") + "\u200b" * 50, "\u202e" + "x" * 99, "🙂" * 300, "<b>", "%"],
)
async def test_any_text_gets_an_answer(shop: ShopUnderTest, minji: Chat, text: str) -> None:
    before = len(minji.texts)
    await minji.says(text)
    assert len(minji.texts) == before + 1
