"""The playground's month: people come and go, and their messages go out on the days that they belong to."""

import pytest

from bot.domain.shop import Preset
from bot.playground.controls import Step
from bot.playground.demo import BEGINS, OWNER, SUYEON, Demo

pytestmark = pytest.mark.long


async def test_a_month_is_lived_through_in_the_playground() -> None:
    demo = Demo()
    await demo.open(Preset.LAUNDRY)
    try:
        suyeon = demo.telegram.person(SUYEON)
        suyeon.starts()
        suyeon.shares_contact()
        assert demo.controls.move_clock is not None
        await demo.controls.move_clock(Step.MONTH)
        owner = demo.telegram.person(OWNER).hears()
        assert sum("한 주" in text for text in owner) >= 3
        assert sum("이달의 질문" in text for text in owner) == 1
        assert sum("브리핑" in text for text in owner) >= 5
        assert 29 <= (demo.clock.now() - BEGINS).days <= 31
        heard = suyeon.hears()
        assert any("고맙습니다" in text for text in heard)
    finally:
        await demo.close()
        demo.telegram.close()
