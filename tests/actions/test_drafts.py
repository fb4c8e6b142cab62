"""A deed that waits until somebody says whom it is about."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.actions import drafts, forms
from bot.actions.drafts import Deed
from bot.clock import MovableClock
from bot.domain.permissions import Actor, Role
from bot.domain.refusals import Refusal
from bot.runtime import Runtime
from bot.understanding.asks.appointments import MakeAppointment
from bot.understanding.asks.orders import OrderReady
from bot.understanding.asks.values import Item, Spoken
from bot.understanding.asks.visits import RecordVisit
from tests import cast, sample

COAT = RecordVisit(Spoken("이영희"), (Item("코트", 1, 15_000),), 15_000)


@pytest.mark.parametrize(
    "ask",
    [
        COAT,
        RecordVisit(Spoken("a", "A님", "1234"), (), None, date(2026, 11, 20), "unpaid", date(2026, 11, 24)),
        RecordVisit(Spoken("김"), promised=datetime(2026, 11, 24, 0, 0, tzinfo=sample.SEOUL)),
        OrderReady(Spoken("김수연")),
        MakeAppointment(Spoken("김수연"), datetime(2026, 11, 27, 5, tzinfo=UTC), "커트"),
        MakeAppointment(Spoken("김수연"), date(2026, 11, 27)),
    ],
    ids=lambda ask: ask.kind,
)
async def test_what_waits_comes_back_as_it_was(shop: Runtime, ask: Deed) -> None:
    token = await shop.write(lambda unit: drafts.keep(unit, ask), cast.OWNER_ACTOR)

    taken = await shop.write(lambda unit: drafts.take(unit, token), cast.OWNER_ACTOR)

    assert taken == ask
    wanted = ask.at if isinstance(ask, MakeAppointment) else getattr(ask, "promised", None)
    found = taken.at if isinstance(taken, MakeAppointment) else getattr(taken, "promised", None)
    assert type(found) is type(wanted), "a day has not become a midnight"


async def test_it_is_taken_once_and_by_its_own_token_only(shop: Runtime) -> None:
    older = await shop.write(lambda unit: drafts.keep(unit, COAT), cast.OWNER_ACTOR)
    newer = await shop.write(lambda unit: drafts.keep(unit, OrderReady(Spoken("이영희"))), cast.OWNER_ACTOR)

    for token in (older, ""):
        with pytest.raises(Refusal, match="draft-gone"):
            await shop.write(lambda unit, token=token: drafts.take(unit, token), cast.OWNER_ACTOR)  # type: ignore[misc]
    assert await shop.write(lambda unit: drafts.take(unit, newer), cast.OWNER_ACTOR) == OrderReady(Spoken("이영희"))
    with pytest.raises(Refusal, match="draft-gone"):
        await shop.write(lambda unit: drafts.take(unit, newer), cast.OWNER_ACTOR)


async def test_it_waits_fifteen_minutes(shop: Runtime, clock: MovableClock) -> None:
    token = await shop.write(lambda unit: drafts.keep(unit, COAT), cast.OWNER_ACTOR)
    clock.forward(forms.KEPT - timedelta(seconds=1))
    assert await shop.read(forms.open_form, cast.OWNER_ACTOR) == drafts.FORM
    clock.forward(timedelta(seconds=1))

    with pytest.raises(Refusal, match="draft-gone"):
        await shop.write(lambda unit: drafts.take(unit, token), cast.OWNER_ACTOR)


async def test_a_colleague_in_another_chat_cannot_take_it(shop: Runtime) -> None:
    token = await shop.write(lambda unit: drafts.keep(unit, COAT), cast.OWNER_ACTOR)

    with pytest.raises(Refusal, match="draft-gone"):
        await shop.write(lambda unit: drafts.take(unit, token), Actor(Role.STAFF, 9002, 9002))
