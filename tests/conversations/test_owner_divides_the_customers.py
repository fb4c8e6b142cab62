"""The customers in groups, the rules behind them, who is core and why, and when somebody comes again."""

import re

import pytest

from bot.actions.unit import Unit
from tests import cast, sample
from tests.chat import Chat, ShopUnderTest

COUNT = re.compile(r"^\d\. .*? (\d+)(?:분)?:", re.MULTILINE)


@pytest.fixture
async def owner(shop: ShopUnderTest) -> Chat:
    await shop.assistant.runtime.write(sample.fill)
    return await shop.owner()


async def test_the_groups_add_up_to_everybody_and_each_tells_its_rule(owner: Chat) -> None:
    await owner.says("손님 나눠서 보여줘")

    counts = [int(count) for count in COUNT.findall(owner.last)]
    assert len(counts) == 7 and sum(counts) == len(sample.everybody())
    owner.sees(
        f"손님 {len(sample.everybody())}분", "1년에 4번 이상", "3번까지 오신 분", "1년 넘게 안 오신 분", "상위 20%"
    )
    nobody = sum(1 for one in sample.everybody() if not one.lines)
    owner.sees(f"문의만 하신 분 {nobody}분")


async def test_a_number_opens_the_group_and_then_a_row_opens_the_card(owner: Chat) -> None:
    await owner.says("손님 나눠서 보여줘")
    await owner.says("2번")
    owner.sees("충성 단골", "1년 넘은 분")
    name = owner.last.split("1. ")[1].split("님")[0]
    await owner.says("1번")
    owner.sees(name, "충성 단골:")

    await owner.says("손님 나눠서 보여줘")
    await owner.taps("7")
    owner.sees("문의만 하신 분", "적은 날")
    await owner.says("요즘 안 오신 분 누구예요?")
    owner.sees_nothing_of("선우정민님(5432): 평소")


@pytest.mark.parametrize(
    ("sentence", "visits", "days"),
    [
        ("단골 기준을 1년에 6번으로", 6, 365),
        ("1년에 열 번 온 사람은 단골로 하자", 10, 365),
        ("단골 기준을 6개월에 3번으로 해줘", 3, 180),
    ],
)
async def test_a_rule_is_changed_in_one_sentence_and_back(owner: Chat, sentence: str, visits: int, days: int) -> None:
    def regulars(needed: int, within: int) -> int:
        found = 0
        for one in sample.everybody():
            if one.days and (sample.TODAY - one.days[-1]).days <= 365:
                found += sum((one.days[-1] - day).days <= within for day in one.days) >= needed
        return found

    await owner.says(sentence)
    owner.sees("바꿨어요", f"{visits}번 이상")
    await owner.says("단골 누구야?")
    owner.sees(f"단골 {regulars(visits, days)}분")
    await owner.says("되돌려줘")
    owner.sees("되돌렸어요", "1년에 4번 이상")
    await owner.says("단골 누구야?")
    owner.sees(f"단골 {regulars(4, 365)}분")


async def test_the_other_rules_are_changed_too_and_nonsense_is_not(owner: Chat) -> None:
    await owner.says("핵심 손님 기준을 상위 10%로")
    owner.sees("상위 10%")
    await owner.says("떠난 손님 기준 6개월로 바꿔줘")
    owner.sees("6달 넘게 안 오신 분")
    await owner.says("충성 단골 기준을 2년으로")
    owner.sees("2년 넘은 분")
    await owner.says("새 손님 기준을 5번까지로")
    owner.sees("5번까지 오신 분")
    await owner.says("손님 나눠서 보여줘")
    assert sum(int(count) for count in COUNT.findall(owner.last)) == len(sample.everybody())

    await owner.says("단골 기준을 1년에 900번으로")
    owner.sees("그 수로는 할 수 없어요")
    await owner.says("단골 기준이 뭐야?")
    owner.sees("1년에 4번 이상")


async def test_core_is_told_with_its_three_facts_and_dates(owner: Chat) -> None:
    await owner.says("김수연님 왜 핵심 손님이야?")
    owner.sees("아직 핵심 손님은 아니에요", "365,500원", "30분 중 6위", "✓ 꾸준함", "11/18(수)", "✗ 소개")

    await owner.says("김수연님이 박민수님 소개해 주셨어")
    owner.sees("김수연님(6781)", "박민수님")
    await owner.says("김수연님 왜 핵심 손님이야?")
    owner.sees("핵심 손님이에요", "✓ 소개: 11/21(토) 박민수님", "핵심 손님: 11/21(토)")
    await owner.says("핵심 손님 누구야?")
    owner.sees("핵심 손님 1분", "김수연님")
    await owner.says("김수연")
    owner.sees("핵심 손님: 11/21(토)")


async def test_a_recommendation_is_undone(owner: Chat) -> None:
    await owner.says("김수연님이 친구를 데려오셨어")
    await owner.says("되돌려줘")
    owner.sees("되돌렸어요")

    await owner.says("김수연님 왜 핵심 손님이야?")
    owner.sees("✗ 소개")


async def test_when_somebody_comes_again_follows_their_rhythm_and_changes_with_a_visit(
    shop: ShopUnderTest, owner: Chat
) -> None:
    await owner.says("김수연님 언제 올 것 같아?")
    owner.sees("5일 안에", "11/24(화)~11/26(목)", "평소 6~8일마다", "11/18(수)")
    await owner.says("김수연 와이셔츠 3장 7500")
    await owner.says("김수연 언제 오실까")
    owner.sees("8일 안에", "11/27(금)~11/29(일)", "마지막 방문 11/21(토)")

    def newcomer(unit: Unit) -> None:
        person = cast.customer(unit, "나새롬", "010-7777-1111")
        for ago in (30, 20, 10):
            cast.visit(unit, person, ago)

    await shop.assistant.runtime.write(newcomer)
    await owner.says("나새롬 언제 올까")
    owner.sees("아직 몰라요", "3번", "4번부터")
    await owner.says("나새롬 와이셔츠 2장 5000")
    await owner.says("나새롬 언제 올까")
    owner.sees("12/1(화)쯤 오실 것 같아요", "평소 10일마다")


async def test_the_stage_changes_with_its_date_and_cause_as_time_goes(shop: ShopUnderTest) -> None:
    def comes(unit: Unit) -> None:
        person = cast.customer(unit, "나새롬", "010-7777-1111")
        for ago in (30, 20, 10):
            cast.visit(unit, person, ago)

    await shop.assistant.runtime.write(comes)
    owner = await shop.owner()
    await owner.says("나새롬")
    owner.sees("새 손님: 10/22(목) 첫 방문부터")
    await owner.says("나새롬 와이셔츠 2장 5000")
    await owner.says("나새롬")
    owner.sees("기존 손님: 11/21(토) 4번째 방문부터", "단골 11/21(토)부터")
    await shop.moves_on(days=365)
    await owner.says("나새롬")
    owner.sees("충성 단골: 11/21(일)")
    await shop.moves_on(days=2)
    await owner.says("나새롬")
    owner.sees("떠난 손님")


async def test_a_reader_sees_the_groups_and_changes_no_rule(shop: ShopUnderTest, owner: Chat) -> None:
    await owner.says("읽기 전용 직원 추가해줘")
    link = next(text for text in reversed(owner.texts) if "join-" in text).split("?start=")[1].split()[0]
    reader = shop.person(7001, "하나")
    await reader.starts(link)

    await reader.says("손님 나눠서 보여줘")
    reader.sees("손님 32분")
    await reader.says("단골 기준을 1년에 6번으로")
    reader.sees_nothing_of("바꿨어요")
    await reader.says("매출 그래프 보여줘")
    assert not any("photo" in message for message in reader.person.sees())


async def test_groups_and_their_rules_are_told_in_english(shop: ShopUnderTest) -> None:
    await shop.assistant.runtime.write(sample.fill)
    owner = await shop.owner(language="en")
    await owner.says("show me my customers by group")
    assert sum(int(count) for count in COUNT.findall(owner.last)) == len(sample.everybody())
    owner.sees("4+ visits within a year", "top 20%", "Only asked")
    await owner.says("make a regular someone with 6 visits a year")
    owner.sees("Changed", "6+ visits within a year")
    await owner.says("undo")
    owner.sees("Undone", "4+ visits")
    await owner.says("why is Emily a core customer?")
    owner.sees("no core customer yet", "✗ Recommends")
    await owner.says("Emily brought James")
    owner.sees("James Miller", "Emily Carter")
    await owner.says("why is Emily a core customer?")
    owner.sees("✓ Recommends: Sat 21 Nov", "James Miller")
    await owner.says("when will Emily come back?")
    owner.sees("likely", "Why: usually every")
    await owner.says("who only asked?")
    owner.sees("Only asked: 2", "written down")
    await owner.says("customers by rfm")
    owner.sees("30 customers", "Champions")


async def test_groups_by_recency_frequency_and_money_add_up(owner: Chat) -> None:
    await owner.says("rfm 보여줘")

    counts = [int(count) for count in re.findall(r"(\d+)분$", owner.last, re.MULTILINE)]
    assert sum(counts) == sum(1 for one in sample.everybody() if one.lines)


async def test_whoever_only_asked_is_written_down_listed_and_forgotten_after_a_year(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await owner.says("나새롬 010-7777-1111 이불 문의하셨어")
    owner.sees("문의 손님", "나새롬님", "(1111)", "이불", "2027.11.21(일)까지")
    await owner.says("문의 손님 한가람 010-7777-3333 코트 수선")
    await owner.says("문의만 하신 분?")
    owner.sees("문의만 하신 분 2분", "적은 날 11/21(토), 2027.11.21(일)까지 보관")
    await owner.says("나새롬 010-7777-1111 문의")
    owner.sees("이미 계신 손님")
    await owner.says("한가람 코트 1벌 15000")
    await owner.says("문의만 하신 분?")
    owner.sees("문의만 하신 분 1분", "나새롬님")
    await owner.says("요즘 안 오신 분 누구예요?")
    assert "나새롬" not in owner.last

    await shop.moves_on(days=364)
    await owner.says("손님 몇 분?")
    owner.sees("손님 2분")
    await shop.moves_on(days=3)
    await owner.says("손님 몇 분?")
    owner.sees("손님 1분")
    await owner.says("한가람")
    owner.sees("한가람님", "15,000원")


async def test_a_prospect_in_english_is_undone(shop: ShopUnderTest) -> None:
    owner = await shop.owner(language="en")
    await owner.says("Zoe Hill 010-7777-2222 asked about curtains")
    owner.sees("prospect", "Zoe Hill", "curtains", "Forgotten after Sun 21 Nov 2027")
    await owner.says("undo")
    owner.sees("Removed the prospect Zoe Hill")
    await owner.says("who only asked?")
    owner.sees("Only asked: 0")


async def test_what_is_in_work_is_asked_in_a_sentence(owner: Chat) -> None:
    await owner.says("김수연 와이셔츠 3장 7500 월요일까지")
    await owner.says("작업 중인 거 뭐 있어?")
    owner.sees("김수연님", "와이셔츠 3점")
    await owner.says("김수연 다 됐어")
    await owner.says("찾아가실 분 누구야?")
    owner.sees("김수연님", "와이셔츠 3점")
