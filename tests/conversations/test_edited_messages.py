"""A message that is rewritten after it was answered: nothing is done twice, and whoever may think so is told."""

import pytest
from sqlmodel import select

from bot.actions.unit import Unit
from storage.models import Customer, Visit
from tests import cast
from tests.chat import Chat, ShopUnderTest

NUMBER = "+821023456781"


async def rewrites(chat: Chat, text: str, to: str) -> list[str]:
    await chat.says(text)
    mine = [message for message in chat.person.sees() if not message["from"]["is_bot"]]
    return await chat.does(lambda: chat.person.edits(mine[-1]["message_id"], to))


@pytest.mark.parametrize(
    ("language", "said", "edited", "seen"),
    [
        ("ko", "번호 바뀌었어요 010-2345-6789", "번호 바뀌었어요 010-2345-6780", "새 메시지로"),
        ("en", "my number changed to 010-2345-6789", "my number changed to 010-2345-6780", "as a new message"),
    ],
)
async def test_a_rewritten_correction_changes_nothing_and_is_said_to(
    shop: ShopUnderTest, language: str, said: str, edited: str, seen: str
) -> None:
    await shop.assistant.runtime.write(lambda unit: cast.customer(unit, "김수연", NUMBER).id)
    chat = await shop.customer(501, "수연", phone=NUMBER, language=language)

    answers = await rewrites(chat, said, edited)

    assert len(answers) == 1 and seen in answers[0]
    with shop.database.reading() as session:
        assert session.exec(select(Customer)).one().phone == "+821023456789"


async def test_a_rewritten_visit_is_not_written_down_twice(shop: ShopUnderTest) -> None:
    def known(unit: Unit) -> None:
        cast.customer(unit, "김수연", NUMBER)

    await shop.assistant.runtime.write(known)
    owner = await shop.owner()

    answers = await rewrites(owner, "김수연 코트 12000", "김수연 코트 21000")

    assert len(answers) == 1 and "새 메시지로" in answers[0]
    with shop.database.reading() as session:
        assert [visit.amount_minor for visit in session.exec(select(Visit)).all()] == [12_000]


async def test_a_form_still_waits_after_a_rewritten_message(shop: ShopUnderTest) -> None:
    await shop.assistant.runtime.write(lambda unit: cast.customer(unit, "김수연", NUMBER).id)
    chat = await shop.customer(501, "수연", phone=NUMBER)

    await rewrites(chat, "메일 바꿀게요", "메일 바꿀게요!")
    await chat.says("suyeon@example.com")

    chat.sees("suyeon@example.com")
    with shop.database.reading() as session:
        assert session.exec(select(Customer)).one().email == "suyeon@example.com"
