"""The owner asks who has not been here, turns the page and opens a card."""

from datetime import timedelta

import pytest

from bot.actions.unit import Unit
from tests import cast, sample
from tests.chat import ShopUnderTest

LATE = ("James Miller", "강도윤", "윤서아", "임재호", "한지원")


@pytest.mark.parametrize(
    ("language", "sentence", "seen"),
    [
        (
            "ko",
            "요즘 안 오신 단골 누구예요?",
            [
                "단골 5분",
                "평소 8일, 38일째 · 전화",
                "5분 중 5분",
                "1.2배",
                "1년에 4번",
                "모르는 15분",
                "1년 넘게 안 오신 2분",
            ],
        ),
        (
            "en",
            "who hasn't visited lately?",
            [
                "5 customers",
                "usually 8 days, now 38 days · phone",
                "5 of 5",
                "1.2 times",
                "15 with no known rhythm",
                "2 away",
            ],
        ),
        ("en", "any of our regulars gone missing on us lately? 😟", ["5 regulars", "5 of 5", "regulars only"]),
    ],
)
async def test_the_late_ones_are_named_with_rule_reach_and_who_was_left_out(
    shop: ShopUnderTest, language: str, sentence: str, seen: list[str]
) -> None:
    await shop.assistant.runtime.write(sample.fill)
    owner = await shop.owner(language=language)

    await owner.says(sentence)

    owner.sees(*LATE, *seen)
    owner.sees_nothing_of(*(one.name for one in sample.everybody() if one.name not in LATE))
    assert len(owner.last.splitlines()) <= 5 + 6


@pytest.mark.parametrize(
    ("language", "sentence", "seen"),
    [
        ("ko", "한 달 넘게 안 온 손님", ["손님 19분", "10/22(목) 전", "19분 중 16분", "방문 기록이 없는 2분"]),
        ("en", "no visit in 30 days", ["19 customers", "before Thu 22 Oct", "16 of 19", "2 without any visit"]),
    ],
)
async def test_a_month_is_counted_in_days_and_comes_in_pages(
    shop: ShopUnderTest, language: str, sentence: str, seen: list[str]
) -> None:
    await shop.assistant.runtime.write(sample.fill)
    owner = await shop.owner(language=language)
    away = [one.name for one in sample.everybody() if one.days and (sample.TODAY - one.days[-1]).days > 30]

    await owner.says(sentence)
    owner.sees(*seen)
    first = owner.last
    assert owner.buttons[:10] == [str(number) for number in range(1, 11)]

    await owner.taps("다음 ▶" if language == "ko" else "Next ▶")

    assert "11. " in owner.last and "1. " in first, "the next page stands in the place of the first"
    assert owner.texts.count(owner.last) == 1 and first not in owner.texts
    assert sum(name in first or name in owner.last for name in away) == len(away)
    await owner.taps("◀ 이전" if language == "ko" else "◀ Back")
    assert owner.last == first


async def test_a_number_opens_the_card_of_that_row(shop: ShopUnderTest) -> None:
    await shop.assistant.runtime.write(sample.fill)
    owner = await shop.owner()
    await owner.says("요즘 안 오신 단골 누구예요?")
    third = next(line for line in owner.last.splitlines() if line.startswith("3. "))

    await owner.taps("3")

    assert third.removeprefix("3. ").split("님")[0] in owner.last
    owner.sees("James Miller", "010-4495-4101", "10/2(금)")


async def test_a_visit_takes_somebody_off_the_list_and_undo_puts_them_back(shop: ShopUnderTest) -> None:
    await shop.assistant.runtime.write(sample.fill)
    owner = await shop.owner()

    await owner.says("한지원 운동화 2켤레 12000")
    await owner.says("요즘 안 오신 단골 누구예요?")
    owner.sees("단골 4분")
    assert "한지원" not in owner.last

    await owner.says("되돌려줘")
    await owner.says("요즘 안 오신 단골 누구예요?")
    owner.sees("단골 5분", "한지원")


async def test_somebody_becomes_late_as_the_days_go_by(shop: ShopUnderTest) -> None:
    def weekly(unit: Unit) -> None:
        person = cast.customer(unit, "김민지", "010-1234-5678")
        for weeks in range(5):
            cast.visit(unit, person, 1 + 7 * weeks)

    await shop.assistant.runtime.write(weekly)
    owner = await shop.owner()

    await owner.says("뜸한 단골")
    owner.sees("평소보다 늦은 단골이 없어요")
    shop.clock.forward(timedelta(days=7))
    await owner.says("뜸한 단골")
    assert "김민지" not in owner.last
    shop.clock.forward(timedelta(days=1))
    await owner.says("뜸한 단골")
    owner.sees("김민지", "9일째")


@pytest.mark.parametrize("language", ["ko", "en"])
async def test_how_many_customers_there_are_and_who_can_be_reached(shop: ShopUnderTest, language: str) -> None:
    await shop.assistant.runtime.write(sample.fill)
    owner = await shop.owner(language=language)

    await owner.says("손님 몇 분이야?" if language == "ko" else "how many customers?")

    owner.sees("32", "28")


async def test_a_customer_who_asks_the_same_learns_nothing(shop: ShopUnderTest) -> None:
    await shop.assistant.runtime.write(sample.fill)
    suyeon = await shop.customer(501, "수연", phone="+821023456781")

    for sentence in ("요즘 안 오신 단골 누구예요?", "한지원", "손님 몇 분?", "6781", "9743"):
        await suyeon.says(sentence)
    for data in ("1:away:lately:all:0", "1:card:x", "1:unsent:0", "1:work:0", "1:who:x:y", "1:undo:x"):
        message = suyeon.person.last()["message_id"]
        await suyeon.taps_data(data, under=message)

    suyeon.sees_nothing_of(*LATE, "9743", "32분", "28분")
