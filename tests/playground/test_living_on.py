"""A month and a year of the playground: people come and go, a campaign is sent, and every message is accounted for."""

from collections.abc import AsyncIterator

import pytest

from bot.domain.shop import Preset
from bot.playground.controls import Step
from bot.playground.demo import BEGINS, OWNER, SUYEON, Demo

pytestmark = pytest.mark.long


@pytest.fixture
async def demo() -> AsyncIterator[Demo]:
    """A laundry to which Suyeon has shown her number."""
    demo = Demo()
    await demo.open(Preset.LAUNDRY)
    try:
        suyeon = demo.telegram.person(SUYEON)
        suyeon.starts()
        suyeon.shares_contact()
        yield demo
    finally:
        await demo.close()
        demo.telegram.close()


async def test_a_month_is_lived_through_in_the_playground(demo: Demo) -> None:
    assert demo.controls.move_clock is not None
    await demo.controls.move_clock(Step.MONTH)
    owner = demo.telegram.person(OWNER).hears()
    assert sum("한 주" in text for text in owner) >= 3
    assert sum("이달의 질문" in text for text in owner) == 1
    assert sum("브리핑" in text for text in owner) >= 5
    assert 29 <= (demo.clock.now() - BEGINS).days <= 31
    heard = demo.telegram.person(SUYEON).hears()
    assert any("고맙습니다" in text for text in heard)


async def test_a_year_is_lived_through_in_the_playground_and_accounted_for(demo: Demo) -> None:
    assert demo.controls.move_clock is not None
    lived = await demo.controls.move_clock(Step.YEAR)
    assert lived is not None
    assert 365 <= (demo.clock.now() - BEGINS).days <= 366
    assert lived["wrong"] == ()
    assert lived["visits"] > 150 and lived["messages"] > 500
    assert lived["card"] == lived["counted"]
    card = lived["card"]
    assert card["sent_to"][1] > card["held"][1] > 0 and card["refused"] == 1
    owner = demo.telegram.person(OWNER).hears()
    assert sum("한 주" in text for text in owner) >= 48
    assert sum("이달의 질문" in text for text in owner) == 12
    (came, sent), (held_came, held) = card["sent_to"], card["held"]
    result = f"보낸 {sent}분 중 {came}분, 안 보낸 {held}분 중 {held_came}분"
    assert sum(result in text for text in owner) == 1
    assert sum("고맙습니다" in text for text in demo.telegram.person(SUYEON).hears()) > 5
