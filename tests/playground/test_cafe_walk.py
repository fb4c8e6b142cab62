"""A cafe in a real browser, in both languages: what to drink, what is remembered, and what only people can answer."""

import pytest

from bot.domain.shop import Preset
from tests.playground.chromium import chromium, needs_chromium
from tests.playground.walking import EMILY, OWNER, SUYEON, both, visiting

# In each line of a pair what Suyeon says and reads, in Korean, and what Emily does, in English.
OWN = (
    (("뭐 마실까요?", "어떠세요?"), ("what should I drink?", "How about it")),
    (("내 계정", "내신 금액"), ("my statement", "Paid")),
    (("라떼 얼마예요?", "5,000원"), ("how much is a latte?", "₩5,000")),
    (
        ("기억해 주세요: 라떼는 연하게", "라떼는 연하게"),
        ("please remember: my latte not too hot", "my latte not too hot"),
    ),
    (("[되돌리기]", "기억해 둘 것"), ("[Undo]", "what to remember")),
    (
        ("이벤트 톡 꺼주세요 밤에도 와서 놀람", "안 보내는 것: 광고"),
        ("turn off event texts, they woke me at 3 am", "ads"),
    ),
    (("왜 전화번호가 필요해요?", "오셨을 때 본인인지"), ("why do you need my phone number?", "To know it's you")),
    (("내 옷 언제 돼요?", "따로 적어 두지 않아요"), ("when is my appointment?", "We keep no record of that")),
)
ASKED = (
    (SUYEON, "내일 3시에 예약하고 싶어요", "사장님께 전할까요?", "네", "접수 1번"),
    (EMILY, "I'd like to book a table for tomorrow at 3", "Shall I pass it on", "yes please", "case 2"),
)
SETTLED = (
    (("커피가 미지근했어요", "속상하시겠어요"), ("my coffee was cold", "We're sorry")),
    (
        ("제가 보낸 문의 어떻게 됐어요?", "커피가 미지근했어요"),
        ("what happened to my complaint?", "my coffee was cold"),
    ),
    (("고마워요", "고맙습니다"), ("thank you", "Thank you")),
)


@pytest.mark.long
@needs_chromium
async def test_two_customers_of_a_cafe_ask_are_remembered_and_are_heard() -> None:
    async with chromium() as browser, visiting(browser, preset=Preset.CAFE) as visitor:
        for seat in (SUYEON, EMILY):
            await visitor.arrives(seat)
        await both(visitor, *OWN)
        for seat, said, whether, yes, number in ASKED:
            await visitor.says(seat, said)
            await visitor.sees(seat, whether)
            await visitor.says(seat, yes)
            await visitor.sees(seat, number)
            await visitor.sees(OWNER, said)
            await visitor.taps(OWNER, "답하기")
            await visitor.sees(OWNER, "전할 답을 적어 주세요")
            await visitor.says(OWNER, "자리 맡아 둘게요")
            await visitor.sees(seat, "자리 맡아 둘게요", number)
        await both(visitor, *SETTLED)
