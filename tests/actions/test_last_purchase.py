"""What the answer to "what did you buy last?" costs, and whom it opens a record to."""

from datetime import UTC, datetime

import pytest

from bot.actions import last_purchase, linking
from bot.actions.unit import Unit
from bot.clock import MovableClock
from bot.domain.permissions import Actor, Role
from bot.domain.refusals import Refusal
from bot.domain.said import SharedContact
from bot.domain.shop import Shop
from bot.runtime import Runtime
from storage import people
from storage.database import Database
from tests import cast
from tests.statements import statements

NOW = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
OLD, UNKNOWN = "+821034567890", "+821099998888"


@pytest.fixture
async def shop(database: Database) -> Runtime:
    runtime = Runtime(database, MovableClock(NOW), Shop("맑은세탁"))

    def write(unit: Unit) -> None:
        cast.visit(unit, cast.customer(unit, "백종철", OLD), 250, ("한복", 1, 30_000))
        cast.visit(unit, cast.customer(unit, "김수연", "+821023456781"), 5)

    await runtime.write(write)
    return runtime


async def linked(shop: Runtime, user_id: int, phone: str) -> Actor:
    card = SharedContact(phone, user_id, "종철")

    def share(unit: Unit) -> int:
        linking.share_contact(unit, card, forwarded=False, update_id=1, telegram_name="종철")
        person = people.by_chat(unit.session, user_id)
        assert person is not None
        return person.id or 0

    customer_id = await shop.write(share, cast.stranger(user_id))
    return Actor(Role.CUSTOMER, user_id, user_id, customer_id)


async def work_of(shop: Runtime, actor: Actor, text: str) -> list[str]:
    """The statements that an answer costs."""

    def watched(unit: Unit) -> list[str]:
        with statements(unit.session) as seen:
            last_purchase.ask(unit)
            last_purchase.answer(unit, text)
            unit.session.flush()
        return [statement for statement, _ in seen]

    return await shop.write(watched, actor)


@pytest.mark.parametrize("text", ["4월에 이불", "3월에 한복", "3월에 와이셔츠랑 한복", "한복"])
async def test_an_answer_costs_the_same_whether_there_is_a_record_or_not(shop: Runtime, text: str) -> None:
    hit = await work_of(shop, await linked(shop, 501, OLD), text)
    miss = await work_of(shop, await linked(shop, 502, UNKNOWN), text)

    assert hit == miss != []


@pytest.mark.parametrize("actor", [cast.OWNER_ACTOR, Actor(Role.READER, 9002, 9002)])
async def test_nobody_who_works_here_answers(shop: Runtime, actor: Actor) -> None:
    for act in (last_purchase.ask, last_purchase.leave, lambda unit: last_purchase.answer(unit, "3월에 한복")):
        with pytest.raises(Refusal, match="not-allowed"):
            await shop.write(act, actor)


async def test_a_stranger_is_nobody_who_could_have_been_here(shop: Runtime) -> None:
    with pytest.raises(Refusal, match="not-linked"):
        await shop.write(lambda unit: last_purchase.answer(unit, "3월에 한복"), cast.stranger(503))
