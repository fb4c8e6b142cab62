"""A promise that slips, what is ready, and what waits for three weeks: told with a way to say when it is fetched."""

from datetime import UTC, datetime

import pytest

from tests import cast
from tests.chat import Chat, ShopUnderTest

NUMBER = "+821023456781"
both = pytest.mark.parametrize("language", ["ko", "en"])
SAYS: dict[str, dict[str, str]] = {
    "ko": {
        "intake": "김수연 코트 1벌 15000 월요일 18시까지, 단추 헐거움",
        "late": "김수연 코트 얼룩 때문에 화요일 12시로 늦어져",
        "ready": "김수연 다 됐어요",
        "done": "해 드렸어요(0원)",
        "tomorrow": "내일 2시에 찾으러 갈게요",
        "at two": "11/22(일) 14시에",
        "closed": "일요일은 쉬어요",
        "past": "어제 찾으러 갈게요",
        "next week": "다음 주",
        "told week": "다음 주에 찾으러 오신대요",
        "talk": "사장님과 얘기",
        "asked": "무엇을 전할까요?",
    },
    "en": {
        "intake": "Suyeon 1 coat 15000 by monday 6pm, loose button",
        "late": "Suyeon's coat will be late until tuesday noon because of a stain",
        "ready": "Suyeon's is ready",
        "done": "Done, free",
        "tomorrow": "I'll pick it up tomorrow at 2 pm",
        "at two": "Sun 22 Nov 2 pm",
        "closed": "closed on Sundays",
        "past": "I'll collect it yesterday",
        "next week": "Next week",
        "told week": "will come next week",
        "talk": "Talk to the owner",
        "asked": "What shall I pass on?",
    },
}
HEARS: dict[str, dict[str, list[str]]] = {
    "ko": {
        "late heard": ["11/23(월) 18시 대신", "11/24(화) 12시", "까닭: 얼룩", "죄송해요"],
        "way out": ["날짜 바꾸기", "사장님과 얘기"],
        "ready heard": ["코트 다 됐어요", "단추 헐거움", "0원", "10:00-20:00"],
        "buttons": ["오늘 갈게요", "11/22(일)에 갈게요", "사장님과 얘기"],
        "today": ["네, 오늘 기다릴게요"],
        "told today": ["김수연님이 오늘 찾으러 오신대요", "코트"],
        "not then": ["11/22(일)은 쉬는 날이에요", "11/23(월)부터"],
        "weeks": ["11/21(토)에 다 된", "보관하고 있어요", "언제가 편하세요?"],
    },
    "en": {
        "late heard": ["Tue 24 Nov noon instead of Mon 23 Nov 6 pm", "a stain", "Sorry"],
        "way out": ["Another day", "Talk to the owner"],
        "ready heard": ["ready for you", "코트", "₩0", "10:00-20:00"],
        "buttons": ["I'll come today", "On Sun 22 Nov", "Talk to the owner"],
        "today": ["Fine, today"],
        "told today": ["김수연 will come today", "코트"],
        "not then": ["closed on Sun 22 Nov", "from Mon 23 Nov"],
        "weeks": ["ready since Sat 21 Nov", "safe with us", "When would suit you?"],
    },
}


async def at_home(shop: ShopUnderTest, language: str) -> Chat:
    """김수연, who reads the assistant's messages; her coat is left with a button to see to."""
    await shop.assistant.runtime.write(lambda unit: cast.visit(unit, cast.customer(unit, "김수연", NUMBER), 5))
    suyeon = shop.person(501, "수연", phone=NUMBER, language=language)
    await suyeon.starts()
    await suyeon.shares_contact()
    return suyeon


@both
async def test_a_promise_slips_and_then_it_is_ready_with_a_kindness(shop: ShopUnderTest, language: str) -> None:
    said, heard = SAYS[language], HEARS[language]
    owner, suyeon = await shop.owner(language=language), await at_home(shop, language)
    await owner.says(said["intake"])

    await owner.says(said["late"])
    await shop.moves_on(minutes=1)
    suyeon.sees(*heard["late heard"])
    assert suyeon.buttons == heard["way out"]

    await owner.says(said["ready"])
    await owner.taps(said["done"])
    await shop.moves_on(minutes=15)
    suyeon.sees(*heard["ready heard"])
    assert suyeon.buttons == heard["buttons"]

    await suyeon.taps(heard["buttons"][0])
    suyeon.sees(*heard["today"])
    owner.sees(*heard["told today"])
    await suyeon.says(said["tomorrow"])
    suyeon.sees(said["at two"])
    owner.sees(said["at two"])
    await suyeon.taps(heard["buttons"][0])
    owner.sees(*heard["told today"])


@both
async def test_nobody_is_expected_on_a_closed_day_or_in_the_past(shop: ShopUnderTest, language: str) -> None:
    said, heard = SAYS[language], HEARS[language]
    owner, suyeon = await shop.owner(language=language), await at_home(shop, language)
    await owner.says(said["closed"])
    await owner.says(said["intake"])

    await suyeon.says(said["tomorrow"])
    assert len(suyeon.last.splitlines()) > 2, "nothing is ready: they hear what is here"
    await owner.says(said["ready"])
    before = len(owner.texts)
    await suyeon.says(said["tomorrow"])
    suyeon.sees(*heard["not then"])
    await suyeon.says(said["past"])

    assert len(owner.texts) == before
    await shop.moves_on(days=1)
    assert suyeon.buttons[0] != heard["buttons"][0], "the notice went out on a day on which nobody is there"


@both
async def test_after_three_weeks_it_is_asked_when_it_suits(shop: ShopUnderTest, language: str) -> None:
    said, heard = SAYS[language], HEARS[language]
    owner, suyeon = await shop.owner(language=language), await at_home(shop, language)
    await owner.says(said["intake"].partition(",")[0])
    await owner.says(said["ready"])
    await shop.moves_on(minutes=1)

    await shop.wakes_at(datetime(2026, 12, 12, 2, 0, tzinfo=UTC))
    suyeon.sees(*heard["weeks"])
    await suyeon.taps(said["next week"])
    owner.sees(said["told week"], "코트")
    await suyeon.taps(said["talk"])
    suyeon.sees(said["asked"])


@pytest.mark.parametrize(
    ("language", "question"), [("ko", "다음 주에 찾아도 돼요?"), ("en", "can I pick it up next week?")]
)
async def test_whoever_asks_whether_they_may_come_hears_what_is_here(
    shop: ShopUnderTest, language: str, question: str
) -> None:
    owner, suyeon = await shop.owner(language=language), await at_home(shop, language)
    await owner.says(SAYS[language]["intake"])

    await suyeon.says(question)

    suyeon.sees("코트", "10:00-20:00", "11/23(월)" if language == "ko" else "Mon 23 Nov")
