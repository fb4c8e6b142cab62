"""The playground's year: a campaign in it, its result told on the page, and every message set against the books."""

import pytest

from bot.domain.shop import Preset
from bot.playground.controls import Step
from bot.playground.demo import BEGINS, OWNER, SUYEON, Demo

pytestmark = pytest.mark.long


async def test_a_year_is_lived_through_in_the_playground_and_accounted_for() -> None:
    demo = Demo()
    await demo.open(Preset.LAUNDRY)
    try:
        suyeon = demo.telegram.person(SUYEON)
        suyeon.starts()
        suyeon.shares_contact()
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
        assert sum("고맙습니다" in text for text in suyeon.hears()) > 5
    finally:
        await demo.close()
        demo.telegram.close()
