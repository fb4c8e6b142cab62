"""A salon in a real browser, in both languages: a time asked for, moved, offered, cancelled, and the cut-off."""

import pytest

from bot.domain.shop import Preset
from tests.playground.chromium import chromium, needs_chromium
from tests.playground.walking import EMILY, OWNER, SUYEON, both, visiting

# In each line of a pair what Suyeon says and reads, in Korean, and what Emily does, in English.
BEFORE = (
    (("예약 언제예요?", "11/23(월) 14시"), ("when's my next appointment?", "Mon 23 Nov 4 pm")),
    (
        ("월요일 2시에 커트 예약 될까요?", "이미 예약되어"),
        ("can I book a cut for Monday at 4pm?", "booked for then already"),
    ),
)
MOVED = (
    (SUYEON, "월요일 예약 3시로 바꿔 주세요", ("11/23(월) 14시", "11/23(월) 15시"), "예약됐어요"),
    (EMILY, "move my Monday appointment to 5pm please", ("16시", "17시"), "Booked"),
)
CANCELLED = (
    (("예약 취소할게요", "취소할까요?"), ("cancel my appointment", "You can do so here until")),
    (("[취소하기]", "예약을 취소했어요"), ("[Cancel it]", "is cancelled")),
    (("[되돌리기]", "그대로 두었어요"), ("[Undo]", "is kept")),
)
THE_DAY_BEFORE = (
    (("", "내일 11/23(월) 15시"), ("", "tomorrow, Mon 23 Nov 5 pm")),
    (("[갈게요]", "예약에 기다릴게요"), ("[I'm coming]", "we'll expect you")),
)
TOO_LATE = (
    (("예약 취소할게요", "지금은 가게로 연락해 주세요"), ("cancel my appointment", "Please contact the shop now")),
)


@pytest.mark.long
@needs_chromium
async def test_two_customers_of_a_salon_ask_for_times_move_and_cancel_them() -> None:
    async with chromium() as browser, visiting(browser, preset=Preset.SALON) as visitor:
        for seat in (SUYEON, EMILY):
            await visitor.arrives(seat)
        await both(visitor, *BEFORE)
        for seat, said, asked, agreed in MOVED:
            await visitor.says(seat, said)
            await visitor.sees(OWNER, *asked)
            await visitor.taps(OWNER, "확정")
            await visitor.sees(seat, agreed)
        await both(visitor, *CANCELLED)
        await visitor.passes("day")
        await visitor.passes("hour")
        await both(visitor, *THE_DAY_BEFORE)
        await visitor.passes("day")
        await both(visitor, *TOO_LATE)
