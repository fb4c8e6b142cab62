"""Tags, partly ready, all at once, late with its reason, fetched, and the small kindness nobody asked for."""

from datetime import timedelta

import pytest

from bot.actions.unit import Unit
from tests import cast
from tests.chat import Chat, ShopUnderTest

NUMBER = "+821023456781"


async def known(shop: ShopUnderTest) -> Chat:
    """김수연, who has opened the chat and confirmed her number, and 박민수, who has not."""

    def write(unit: Unit) -> None:
        cast.visit(unit, cast.customer(unit, "김수연", NUMBER), 5)
        cast.customer(unit, "박민수", "010-8161-6464")

    await shop.assistant.runtime.write(write)
    return await shop.customer(501, "수연", phone=NUMBER)


async def test_a_tag_and_a_rack_are_found_again(shop: ShopUnderTest) -> None:
    await known(shop)
    owner = await shop.owner()

    await owner.says("김수연 코트 1벌 15000 택 127 금요일까지")
    owner.sees("코트 15,000원", "택 127", "약속")
    await owner.says("택 127 옷걸이 B3에 걸었어")
    owner.sees("택 127", "옷걸이 B3")
    await owner.says("택 127 어디?")
    owner.sees("김수연님(6781)", "옷걸이 B3", "코트")
    await owner.says("택 999 어디?")
    owner.sees("999", "없는 번호")
    await owner.says("박민수 바지 1장 5000")
    await owner.says("박민수 택 127")
    owner.sees("지금 김수연님 것")
    await owner.says("택 127 다 됐어")
    owner.sees("김수연님(6781) 다 됐어요: 코트")
    await owner.says("택 127 찾아갔어요")
    owner.sees("찾아가셨어요", "코트")


async def test_the_kindness_is_asked_for_and_told_at_no_charge(shop: ShopUnderTest) -> None:
    suyeon = await known(shop)
    owner = await shop.owner()
    await owner.says("김수연 코트 1벌 15000 금요일까지, 단추 헐거움")
    owner.sees("살펴 둔 것: 단추 헐거움")

    await owner.says("김수연 다 됐어요")
    owner.sees("‘단추 헐거움’", "해 드렸나요?")
    await shop.moves_on(minutes=2)
    suyeon.sees_nothing_of("코트", "바지", "약속을")
    await owner.taps("해 드렸어요(0원)")
    owner.sees("해 드린 것으로", "0원")
    await shop.moves_on(seconds=31)

    suyeon.sees("코트 다 됐어요", "단추 헐거움", "0원")


async def test_without_an_answer_the_notice_waits_ten_minutes_and_goes_without(shop: ShopUnderTest) -> None:
    suyeon = await known(shop)
    owner = await shop.owner()
    await owner.says("김수연 코트 1벌 15000 (소매 얼룩)")
    await owner.says("김수연 다 됐어요")

    await shop.moves_on(minutes=11)

    suyeon.sees("코트 다 됐어요")
    suyeon.sees_nothing_of("얼룩")


async def test_one_thing_is_ready_and_the_customer_hears_when_all_are(shop: ShopUnderTest) -> None:
    suyeon = await known(shop)
    owner = await shop.owner()
    await owner.says("김수연 코트 1벌 바지 2장 24000")

    await owner.says("김수연 바지 다 됐어요")
    owner.sees("다 됐어요: 바지 2점", "아직 작업 중: 코트")
    await shop.moves_on(minutes=1)
    suyeon.sees_nothing_of("코트", "바지", "약속을")
    await owner.says("김수연 코트 다 됐어요")
    await shop.moves_on(minutes=1)
    suyeon.sees("코트, 바지 2점 다 됐어요")
    await owner.says("김수연 셔츠 다 됐어요")
    owner.sees("없어요")


async def test_everything_of_today_is_ready_at_once_and_back(shop: ShopUnderTest) -> None:
    suyeon = await known(shop)
    owner = await shop.owner()
    await owner.says("김수연 코트 1벌 15000 오늘까지")
    await owner.says("박민수 바지 2장 9000 오늘까지")
    await owner.says("박민수 코트 1벌 15000 화요일까지")

    await owner.says("오늘 거 다 됐어")
    owner.sees("2건", "김수연님", "박민수님", "바지 2점", "텔레그램으로 알려 드릴 것 1건", "직접 연락하실 것 1건")
    await owner.taps("되돌리기")
    owner.sees("되돌렸어요")
    await shop.moves_on(minutes=1)
    suyeon.sees_nothing_of("코트", "바지", "약속을")
    await owner.says("오늘 거 다 됐어")
    await shop.moves_on(minutes=1)
    suyeon.sees("코트 다 됐어요")
    await owner.says("오늘 거 다 됐어")
    owner.sees("작업 중인 것이 없어요")


async def test_a_promise_slips_with_its_reason(shop: ShopUnderTest) -> None:
    suyeon = await known(shop)
    owner = await shop.owner()
    await owner.says("김수연 코트 1벌 15000 월요일 18시까지")

    await owner.says("김수연 코트 화요일 12시로 늦어져")
    owner.sees("까닭도 함께")
    await owner.says("김수연 코트 얼룩 때문에 화요일 12시로 늦어져")
    owner.sees("11/23(월) 18시 → 11/24(화) 12시", "얼룩")
    await shop.moves_on(minutes=1)
    suyeon.sees("11/23(월) 18시 대신", "11/24(화) 12시", "얼룩", "죄송해요")

    await owner.says("되돌려줘")
    owner.sees("되돌렸어요", "11/23(월) 18시", "이미 알렸어요")


@pytest.mark.parametrize(
    ("language", "said", "asked", "why", "seen"),
    [
        (
            "ko",
            "김수연 코트 하루 늦어요",
            ["새 약속은 11/24(화) 18시", "왜 늦어지나요"],
            "얼룩이 안 빠져서",
            "얼룩이 안 빠져서",
        ),
        ("ko", "김수연 코트 얼룩 때문에 하루 늦어요", None, None, "까닭: 얼룩"),
        ("ko", "김수연 코트 지퍼가 없어서 하루 더 걸려", None, None, "까닭: 지퍼가 없어서"),
        ("en", "김수연's coat is a day late", ["New promise: Tue 24 Nov 6 pm"], "a stain", "Reason: a stain"),
        ("en", "김수연's coat needs one more day because of a stain", None, None, "Reason: a stain"),
    ],
)
async def test_a_promise_slips_by_days_to_the_same_hour(
    shop: ShopUnderTest, language: str, said: str, asked: list[str] | None, why: str | None, seen: str
) -> None:
    await known(shop)
    owner = await shop.owner(language=language)
    await owner.says("김수연 코트 1벌 15000 월요일 18시까지")

    await owner.says(said)
    if asked and why:
        owner.sees(*asked)
        await owner.says("어제 매출" if language == "ko" else "sales yesterday")
        await owner.says(why)
    owner.sees(seen, "11/24(화) 18시" if language == "ko" else "Tue 24 Nov 6 pm")
    assert "이어서" not in owner.last


async def test_the_new_time_that_was_asked_for_is_taken_as_it_is_said(shop: ShopUnderTest) -> None:
    await known(shop)
    owner = await shop.owner()
    await owner.says("김수연 코트 1벌 15000 월요일 18시까지")
    await owner.says("김수연 코트 늦어져")
    owner.sees("새 약속은 언제인가요")

    await owner.says("하루 뒤")
    owner.sees("새 약속은 11/24(화) 18시", "왜 늦어지나요")
    await owner.taps("그만두기")
    await owner.says("김수연 코트 늦어져")
    await owner.says("단추가 없어서 목요일 5시")
    owner.sees("11/23(월) 18시 → 11/26(목) 17시", "까닭: 단추가 없어서")


async def test_an_undone_delay_is_never_told(shop: ShopUnderTest) -> None:
    suyeon = await known(shop)
    owner = await shop.owner()
    await owner.says("김수연 코트 1벌 15000 월요일까지")
    await owner.says("김수연 얼룩 때문에 화요일로 늦어져")
    await owner.taps("되돌리기")

    await shop.moves_on(minutes=5)

    suyeon.sees_nothing_of("코트", "바지", "약속을")


async def test_part_is_fetched_then_the_rest_and_paid_with_a_tap(shop: ShopUnderTest) -> None:
    await known(shop)
    owner = await shop.owner()
    await owner.says("김수연 코트 1벌 바지 2장 외상 24000원")
    await owner.says("김수연 다 됐어요")

    await owner.says("김수연 바지만 찾아갔어요")
    owner.sees("찾아가셨어요: 바지 2점", "아직 여기 있는 것: 코트", "24,000원")
    await owner.says("안 찾아간 옷")
    owner.sees("1건", "코트")
    assert "바지" not in owner.last
    await owner.says("김수연 코트 찾아갔어요")
    owner.sees("찾아가셨어요: 코트", "24,000원")
    await owner.taps("돈 받았어요")
    owner.sees("외상 24,000원", "이제 받을 돈이 없어요")
    await owner.says("김수연 찾아갔어요")
    owner.sees("없어요")


async def test_fetched_and_paid_in_one_line_and_undone(shop: ShopUnderTest) -> None:
    await known(shop)
    owner = await shop.owner()
    await owner.says("김수연 코트 1벌 외상 15000원")

    await owner.says("김수연 코트 찾아가고 현금 냈어")
    owner.sees("외상 15,000원 현금")
    assert "다 됐다고 적지 않은" in owner.texts[-2]
    await owner.says("되돌려줘")
    await owner.says("되돌려줘")
    owner.sees("되돌렸어요", "코트")


@pytest.mark.parametrize("sentence", ["Suyeon picked up her coat", "handed everything over to Suyeon"])
async def test_a_thing_goes_from_its_tag_to_its_owner_in_english(shop: ShopUnderTest, sentence: str) -> None:
    suyeon = await known(shop)
    owner = await shop.owner(language="en")
    await owner.says("Suyeon 1 coat 15000 tag 12 by monday 6pm")
    owner.sees("Tag 12")
    await owner.says("Suyeon's coat will be late until tuesday noon because of a stain")
    owner.sees("Mon 23 Nov", "Tue 24 Nov", "a stain")
    await shop.moves_on(minutes=1)
    suyeon.sees("a stain")
    await owner.says("where is tag 12?")
    owner.sees("Tag 12", "김수연")
    await owner.says("everything is ready")
    owner.sees("1 order")
    await owner.says(sentence)
    owner.sees("Fetched: 코트")


async def test_the_owner_is_warned_once_on_the_day_before_a_promise(shop: ShopUnderTest) -> None:
    await known(shop)
    owner = await shop.owner()
    await owner.says("김수연 코트 1벌 15000 내일 18시까지")
    await owner.says("박민수 바지 2장 9000 화요일까지")
    before = len(owner.texts)

    await shop.moves_on(hours=7)
    await shop.moves_on(minutes=5)

    assert len(owner.texts) == before + 1
    owner.sees("내일 약속", "1건", "김수연님(6781)", "코트")
    assert "박민수" not in owner.last


async def test_a_night_time_delay_waits_for_the_morning(shop: ShopUnderTest) -> None:
    suyeon = await known(shop)
    owner = await shop.owner()
    await owner.says("김수연 코트 1벌 15000 월요일까지")
    await shop.moves_on(hours=12)
    await owner.says("김수연 얼룩 때문에 화요일로 늦어져")

    await shop.moves_on(minutes=5)
    assert not any("얼룩" in text for text in suyeon.texts)
    shop.clock.forward(timedelta(hours=11))
    await shop.tick()

    suyeon.sees("얼룩")


@pytest.mark.parametrize(
    ("language", "said", "noted", "ready", "asked", "undo"),
    [
        ("ko", "김수연 코트 단추 헐거움", "살펴 둔 것: 단추 헐거움", "김수연 코트 다 됐어", "단추 헐거움", "되돌리기"),
        (
            "ko",
            "김수연님 코트 소매에 얼룩 있어요",
            "살펴 둔 것: 소매에 얼룩",
            "김수연 코트 다 됐어",
            "소매에 얼룩",
            "되돌리기",
        ),
        (
            "en",
            "김수연's coat has a loose button",
            "noted: a loose button",
            "김수연 coat ready",
            "a loose button",
            "Undo",
        ),
    ],
)
async def test_what_is_found_on_a_thing_later_is_asked_about_before_it_is_handed_over(
    shop: ShopUnderTest, language: str, said: str, noted: str, ready: str, asked: str, undo: str
) -> None:
    await known(shop)
    owner = await shop.owner(language=language)
    await owner.says(said)
    owner.sees_nothing_of(noted)
    await owner.says("김수연 코트 1벌 15000 월요일 18시까지")

    await owner.says(said)
    owner.sees("혹시" if language == "ko" else "Did you mean", asked)
    await owner.says("네" if language == "ko" else "yes")
    owner.sees(noted)
    await owner.taps(undo)
    await owner.says(ready)
    assert asked not in owner.last
    await owner.taps(undo)
    await owner.says(said)
    await owner.taps(owner.buttons[0])
    await owner.says(ready)
    owner.sees(asked, "해 드렸나요" if language == "ko" else "Did you see to it")
