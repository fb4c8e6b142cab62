"""What becomes of two customers' things in a real browser, in both languages at once: the first meeting, a promise that
slips, why a message came, ready with a kindness, three weeks later, the wrong item, and erased for good.
"""

import pytest
from playwright.async_api import expect

from tests.playground.chromium import chromium, needs_chromium
from tests.playground.walking import EMILY, OWNER, SUYEON, Visitor, both, visiting

# In each line of a pair what Suyeon says, presses or only reads, in Korean, and what Emily does, in English.
FIRST = (
    ("", "본인 확인이 되면", "보관하는 것: 이름, 전화번호", "광고는 따로"),
    ("", "Once we know it's you", "name, phone number, visits", "Ads are asked apart"),
)
LATER = (("나중에", "언제든 아래 버튼"), ("Later", "whenever you like"))
LEFT_HERE = (
    ("내 옷 언제 돼요?", "맡아 둔 것 4점", "코트: 작업 중", "11/23(월) 18시 약속", "내실 금액 21,000원", "10:00-20:00"),
    ("when will my clothes be ready?", "4 items with us", "Mon 23 Nov 6 pm", "To pay: ₩19,000", "10:00-20:00"),
)
LATE = (
    (
        ("", "11/23(월) 18시 대신 11/24(화) 12시", "까닭: 얼룩", "죄송해요"),
        ("", "Tue 24 Nov noon instead of Mon 23 Nov 6 pm", "Sorry"),
    ),
    (
        ("이거 왜 보냈어요?", "약속이 늦어져 알려 드렸어요", "광고가 아니에요", "30일 동안 1번"),
        ("why did you send me this?", "will be late, so we told you", "Not an ad", "last 30 days: 1"),
    ),
    (("[받은 것 모두]", "늦어진다는 안내"), ("[All I received]", "word of a delay")),
    (("아는 척 안 하셔도 돼요", "조용히 응대해요"), ("no small talk please", "Quiet treatment")),
    (("[되돌리기]", "되돌렸어요"), ("[Undo]", "Taken back")),
)
READY = (
    (
        ("", "와이셔츠 다 됐어요", "‘단추 헐거움’도 손봐 두었어요(0원)", "10:00-20:00"),
        ("", "ready for you: 와이셔츠", "단추 헐거움", "₩0", "10:00-20:00"),
    ),
    (("[오늘 갈게요]", "오늘 기다릴게요"), ("[I'll come today]", "Fine, today")),
)
THREE_WEEKS_LATER = (
    (
        ("", "11/21(토)에 다 된 와이셔츠", "잘 보관하고 있어요", "언제가 편하세요?"),
        ("", "ready since Sat 21 Nov", "When would suit you?"),
    ),
    (("[다음 주]", "다음 주에 기다릴게요"), ("[Next week]", "Fine, next week")),
    (
        ("바지가 줄었어요", "죄송해요", "11/18(수)의 바지", "접수 1번"),
        ("my sweater shrank", "We're sorry", "Wed 18 Nov", "case 2"),
    ),
    (("[맞아요]", "바지", "접수 1번"), ("[Yes]", "니트", "case 2")),
)
ERASED = (
    (("내 정보 지워 주세요", "되돌릴 수 없어요"), ("delete my data", "can't be undone")),
    (("[지우기]", "정말 모두 지울까요?"), ("[Erase]", "erase everything?")),
    (("[네, 모두 지워 주세요]", "모두 지웠어요"), ("[Yes, erase it all]", "Everything is erased")),
    (("내 정보", "본인 확인이 먼저예요"), ("my account", "it's you")),
)


async def of_each(visitor: Visitor, line: str, heard: str, *, tap: str = "") -> None:
    """The owner says the same of both."""
    for name, thing in (("김수연", "코트"), ("Emily Carter", "정장")):
        await visitor.says(OWNER, line.format(name=name, thing=thing))
        await visitor.sees(OWNER, name, heard)
        if tap:
            await visitor.taps(OWNER, tap)
            await visitor.sees(OWNER, "해 드린 것으로 적었어요")


@pytest.mark.long
@needs_chromium
async def test_what_becomes_of_two_customers_things() -> None:
    async with chromium() as browser, visiting(browser) as visitor:
        for seat in (SUYEON, EMILY):
            await visitor.phone(seat).locator("button.start").click()
        await both(visitor, FIRST)
        for seat, (key, answer) in zip((SUYEON, EMILY), LATER, strict=True):
            await visitor.phone(seat).locator(".keyboard").get_by_role("button", name=key).click()
            await visitor.sees(seat, answer)
            await visitor.phone(seat).locator(".keyboard button").first.click()
            await visitor.page.locator("#dialog-ok").click()
            await expect(visitor.phone(seat).locator(".message:not(.own)")).to_have_count(3)
        await of_each(visitor, "{name} 셔츠 1장 4000 월요일 18시까지, 단추 헐거움", "살펴 둔 것: 단추 헐거움")
        await both(visitor, LEFT_HERE)
        await of_each(visitor, "{name} {thing} 얼룩 때문에 화요일 12시로 늦어져", "까닭: 얼룩")
        await visitor.moves_on()
        await both(visitor, *LATE)
        await of_each(visitor, "{name} 셔츠 다 됐어요", "해 드렸나요?", tap="해 드렸어요(0원)")
        await visitor.passes("hour")
        await both(visitor, *READY)
        await visitor.sleeps(days=21, hours=2)
        await both(visitor, *THREE_WEEKS_LATER)
        await of_each(visitor, "{name} 다 됐어요", "다 됐어요: ")
        await of_each(visitor, "{name} 찾아가고 현금 냈어", "찾아가셨어요")
        await both(visitor, *ERASED)
