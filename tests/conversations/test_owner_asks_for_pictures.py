"""Pictures of the shop's figures, and that what is said beside them is what the records say."""

from collections import Counter
from datetime import date, timedelta

import pytest

from bot.actions.unit import Unit
from bot.playground.files import picture_size
from storage import people
from tests import cast, sample
from tests.chat import Chat, ShopUnderTest


@pytest.fixture
async def owner(shop: ShopUnderTest) -> Chat:
    await shop.assistant.runtime.write(sample.fill)
    return await shop.owner()


def picture(shop: ShopUnderTest, chat: Chat) -> tuple[int, int]:
    """The size of the picture in the newest message."""
    photo = chat.person.sees()[-1]["photo"][-1]
    return picture_size(shop.telegram.world.files.by_id(photo["file_id"]).data)


def receipts() -> list[tuple[date, int, str]]:
    """(day, amount, hour) of each receipt of the sample shop."""
    found: Counter[tuple[str, str, str]] = Counter()
    for row in sample.rows("visits"):
        found[row["고객명"], row["휴대폰"], row["방문일시"]] += int(row["금액"])
    return [(date.fromisoformat(at[:10]), amount, at[11:13]) for (_, _, at), amount in found.items()]


@pytest.mark.parametrize("sentence", ["매출 그래프 보여줘", "주별 매출 보여줘", "방문 추이 보여줘"])
async def test_weekly_visits_and_takings(shop: ShopUnderTest, owner: Chat, sentence: str) -> None:
    await owner.says(sentence)

    monday = sample.TODAY - timedelta(days=sample.TODAY.weekday() + 7)
    week = [amount for day, amount, _ in receipts() if monday <= day < monday + timedelta(days=7)]
    owner.sees(f"{len(week)}건", f"{sum(week):,}원", "11/9(월)~11/15(일)")
    width, height = picture(shop, owner)
    assert width == 1080 and height > 24 * 46


async def test_busy_hours_are_those_of_the_records(shop: ShopUnderTest, owner: Chat) -> None:
    await owner.says("언제 제일 바빠?")

    lately = [(day, hour) for day, _, hour in receipts() if day >= sample.TODAY - timedelta(weeks=12)]
    days, hours = Counter(day.weekday() for day, _ in lately), Counter(hour for _, hour in lately)
    owner.sees(f"방문 {len(lately)}건", f"({max(days.values())}건)", f"({max(hours.values())}건)")
    assert picture(shop, owner)[0] == 1080


async def test_a_visit_told_later_has_a_day_and_no_hour(shop: ShopUnderTest) -> None:
    await shop.assistant.runtime.write(lambda unit: cast.customer(unit, "나새롬", "010-7777-1111"))
    owner = await shop.owner()
    await owner.says("어제 나새롬 와이셔츠 2장 5000")
    await owner.says("언제 제일 바빠?")

    owner.sees("금요일", "시간대는 몰라요", "1건 가운데 시각을 아는 0건")


async def test_regulars_gained_and_lost_explain_how_many_there_are(shop: ShopUnderTest, owner: Chat) -> None:
    await owner.says("단골 얼마나 늘었어?")

    owner.sees("3분 늘고", "2분 줄어", "지금 13분")
    assert picture(shop, owner)[0] == 1080


@pytest.mark.parametrize(
    ("sentence", "seen"),
    [
        ("매출 그래프 보여줘", "그릴 것이 없어요"),
        ("언제 제일 바빠?", "그릴 것이 없어요"),
        ("단골 얼마나 늘었어?", "그릴 것이 없어요"),
    ],
)
async def test_an_empty_shop_has_nothing_to_draw(shop: ShopUnderTest, sentence: str, seen: str) -> None:
    owner = await shop.owner()
    await owner.says(sentence)

    owner.sees(seen)
    assert not any("photo" in message for message in owner.person.sees())


async def test_the_pictures_are_asked_for_in_english(shop: ShopUnderTest) -> None:
    await shop.assistant.runtime.write(sample.fill)
    owner = await shop.owner(language="en")
    await owner.says("show me a sales chart")
    owner.sees("Last week", "Mon 9 Nov to Sun 15 Nov", "₩69,500")
    await owner.says("when are we busiest?")
    owner.sees("Busiest day", "visits")
    await owner.says("regulars gained and lost")
    owner.sees("3 became regulars", "2 were lost")
    assert picture(shop, owner)[0] == 1080


async def test_extras_are_noted_and_whoever_went_without_stands_first(shop: ShopUnderTest, owner: Chat) -> None:
    await owner.says("덤 못 드린 단골?")
    owner.sees("단골 13분", "한 번도 못 드린 분 13분", "1. 김수연님")
    await owner.says("김수연 단추 그냥 달아드렸어")
    owner.sees("김수연님(6781)", "‘단추’", "0원", "1번")
    await shop.moves_on(days=1)
    await owner.says("강도윤님 덤으로 옷솔 드렸어요")

    await owner.says("덤 못 드린 단골?")
    owner.sees("한 번도 못 드린 분 11분", "1. 한지원님")
    await owner.taps("다음 ▶")
    assert owner.last.index("김수연님(6781): 마지막 덤 11/21(토) 단추") < owner.last.index("강도윤님")
    await owner.says("1번")
    owner.sees("한지원님")
    await owner.says("강도윤")
    owner.sees("덤 1번, 마지막 11/22(일) 옷솔")


async def test_an_extra_is_undone(owner: Chat) -> None:
    await owner.says("김수연 단추 그냥 달아드렸어")
    await owner.says("되돌려줘")
    owner.sees("되돌렸어요", "단추")
    await owner.says("덤 못 드린 단골?")
    owner.sees("한 번도 못 드린 분 13분")


async def test_that_things_are_ready_is_no_name_of_an_extra(owner: Chat) -> None:
    await owner.says("김수연 다 됐어요 단추 달아드림")
    assert "덤 ‘" not in owner.last
    await owner.says("덤 못 드린 단골?")
    owner.sees("한 번도 못 드린 분 13분")


async def test_reminders_are_listed_and_struck(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await owner.says("내 알림 뭐 있어?")
    owner.sees("알려 드릴 것이 없어요")
    await owner.says("내일 3시에 수선집 전화하라고 알려줘")
    await owner.says("내일 1시에 은행 가라고 알려줘")
    await owner.says("내 알림 뭐 있어?")
    owner.sees("2가지", "1. 11/22(일) 13시 은행 가기", "2. 11/22(일) 15시 수선집 전화하기")

    await owner.says("1번 알림 지워줘")
    owner.sees("지웠어요", "은행")
    await owner.says("되돌려줘")
    owner.sees("은행", "11/22(일) 13시")
    await owner.says("알림 5번 지워줘")
    owner.sees("그 번호의 알림이 없어요")
    await owner.says("내 알림 보여줘")
    await owner.taps("2번 지우기")
    owner.sees("수선집")
    await shop.moves_on(hours=30)
    told = [text for text in owner.texts if "말씀하신 알림" in text]
    assert len(told) == 1 and "은행" in told[0]


async def test_reminders_and_extras_in_english(shop: ShopUnderTest) -> None:
    await shop.assistant.runtime.write(sample.fill)
    owner = await shop.owner(language="en")
    await owner.says("remind me tomorrow at 3 to call the tailor")
    await owner.says("what reminders do I have?")
    owner.sees("1. Sun 22 Nov 3 pm call the tailor")
    await owner.says("cancel reminder 1")
    owner.sees("Struck", "call the tailor")
    await owner.says("gave Emily a free button")
    owner.sees("Emily Carter", "“button”", "1 so far")
    await owner.says("which regulars got no extra lately?")
    owner.sees("13 regulars", "Never got one: 12")


async def test_a_member_number_opens_the_card(shop: ShopUnderTest) -> None:
    def member(unit: Unit) -> None:
        people.set_member_no(unit.session, unit.vault, cast.customer(unit, "나새롬", "010-7777-1111"), "A-1001")

    await shop.assistant.runtime.write(member)
    owner = await shop.owner()
    await owner.says("회원번호 A-1001")
    owner.sees("나새롬님", "회원번호 A-1001")
    await owner.says("회원번호 77")
    owner.sees("77", "없어요")
