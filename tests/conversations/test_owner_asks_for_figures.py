"""The owner asks for takings, people and lists; every figure is the one that the sample shop's files give."""

import pytest

from storage.database import Database
from tests import sample
from tests.chat import Chat, ShopUnderTest, open_shop


@pytest.fixture
async def owner(shop: ShopUnderTest) -> Chat:
    await shop.assistant.runtime.write(sample.fill)
    return await shop.owner()


NOVEMBER = [line for one in sample.everybody() for line in one.lines if line[0].isoformat() >= "2026-11-01"]
TAKINGS = f"{sum(line[3] for line in NOVEMBER):,}"


@pytest.mark.parametrize(
    ("sentence", "seen"),
    [
        ("이번 달 매출 얼마야?", ["이번 달(11/1(일)~11/30(월))", f"{TAKINGS}원", "16번", "기준"]),
        ("sales this month?", ["this month (Sun 1 Nov – Mon 30 Nov)", f"₩{TAKINGS}", "16 visits", "Rule"]),
        ("지난주 방문 몇번?", ["지난주(11/9(월)~11/15(일))", "5번"]),
        ("김수연 언제 왔었지", ["김수연님(6781)", "11/18(수)", "3일 전", "와이셔츠 2점", "60번"]),
        ("김수연 몇번 왔어", ["지금까지", "60번"]),
        ("김수연 이번달 얼마 썼어", ["12,500원", "3번"]),
        ("수연님 보통 뭐 맡기시죠?", ["와이셔츠: 60번(120점)", "기준"]),
        ("단골 열명만", ["단골 13분", "10분", "1. 김수연님(6781): 1년에 52번", "10분 중 10분", "4번 이상"]),
        ("이번달 결제액 상위 5명", ["5분", "54,000원", "유진석", "Olivia Brown"]),
        ("이번 달 새 손님", ["4분", "유진석님", "11/19(목)", "첫 방문"]),
        ("이번달 생일인 손님", ["3분", "1. Emily Carter님(7810): 11/22(일)", "김수연", "24분은 뺐어요"]),
        ("옛날 번호 손님", ["3분", "016-234-5678", "3분 중 0분"]),
        ("이불 맡긴 사람이 누구누구였지?", ["2분", "오세진님", "백종철님", "10/12(월)"]),
    ],
)
async def test_questions_are_answered_from_the_records(owner: Chat, sentence: str, seen: list[str]) -> None:
    await owner.says(sentence)

    owner.sees(*seen)
    rows = sum(line[0].isdigit() or line[0] == "·" for line in owner.last.splitlines())
    assert len(owner.last.splitlines()) - rows <= 6


async def test_a_list_is_turned_and_its_numbers_open_cards(owner: Chat) -> None:
    await owner.says("단골 누구야")
    await owner.taps("다음 ▶")
    owner.sees("11–13", "이영희님(2020)")

    await owner.taps("12")

    owner.sees("이영희님", "010-5151-2020")


async def test_two_who_fit_are_asked_about_and_the_same_question_is_answered(owner: Chat) -> None:
    await owner.says("이영희 이번달 얼마 썼어")
    assert len(owner.buttons) == 2

    await owner.taps("이영희 2020 · 11/9(월) 코트")

    owner.sees("이영희님(2020)", "이번 달", "15,000원", "1번")


async def test_the_big_key_tells_the_day_so_far(owner: Chat) -> None:
    await owner.presses("오늘")
    owner.sees("11/21(토)", "방문 0번")
    await owner.says("김수연 코트 1벌 15000 오늘까지")

    await owner.presses("오늘")

    owner.sees("방문 1번, 15,000원", "오늘 마감 1건")


async def test_a_doubtful_line_is_read_back_before_it_is_written(owner: Chat) -> None:
    await owner.says("김수연 바지 맡겼어")
    owner.sees("적을까요", "김수연님(6781) 바지")

    await owner.taps("적기")

    owner.sees("61번째", "바지")


async def test_a_doubtful_line_that_was_left_writes_nothing(owner: Chat) -> None:
    await owner.says("김수연 바지 맡겼어")
    await owner.taps("그만두기")
    await owner.taps("적기")
    owner.sees("다시 말씀해 주세요")

    await owner.says("김수연")

    owner.sees("60번")


@pytest.mark.parametrize("preset", ["salon", "cafe", "theatre"])
async def test_a_part_that_is_off_has_no_word_in_the_day(sqlite_database: Database, preset: str) -> None:
    async with open_shop(sqlite_database, shop_preset=preset) as shop:
        owner = await shop.owner()

        await owner.presses("오늘")
        for sentence in ("오늘 마감 뭐야", "안 찾아간 옷", *(() if preset == "salon" else ("내일 예약 있어?",))):
            await owner.says(sentence)
            owner.sees("잘 못 알아들었어요")

        owner.sees_nothing_of("마감", "맡김", *(() if preset == "salon" else ("예약",)))


@pytest.mark.parametrize(
    "data",
    [
        "1:roll",
        "1:roll:new:x:0",
        "1:roll:top:spent:5:-:999999999999",
        "1:roll:missing:name:0",
        "1:about",
        "1:due:x:0",
        "1:roll:new:99999999.99999999.day:0",
        "1:bookings:x",
        "1:waiting:-1",
        "1:about:x:spent:20261101.20261101.day",
    ],
)
async def test_a_forged_page_shows_nobody(owner: Chat, data: str) -> None:
    message = owner.person.last()["message_id"]

    answers = await owner.taps_data(data, under=message)

    assert all("문제가 생겼어요" not in answer for answer in answers)
    assert "010-" not in owner.last


@pytest.mark.parametrize(
    ("language", "sentence", "shown"),
    [
        ("ko", "지난달 대비 매출", ["이번 달(11/1(일)~11/30(월)) 매출", "비교: 지난달(10/1(목)~10/31(토)) 매출은"]),
        ("ko", "이번 주 매출 지난주랑 비교해줘", ["이번 주(11/16(월)", "비교: 지난주(11/9(월)"]),
        (
            "en",
            "sales compared to last month",
            ["Takings this month", "Before that, takings last month", "up to today"],
        ),
        ("en", "sales this week vs last week", ["Takings this week", "Before that, takings last week"]),
        (
            "ko",
            "지난주보다 매출 얼마나 늘었어?",
            ["이번 주(11/16(월)", "비교: 지난주(11/9(월)", "그때 같은 날까지와 견주면 매출은"],
        ),
        ("ko", "지난주보다 얼마나 늘었어?", ["이번 주(11/16(월)", "비교: 지난주(11/9(월)"]),
        ("ko", "작년보다 손님 늘었어?", ["올해(1/1", "방문", "비교: 작년("]),
        ("en", "how much are sales up on last week?", ["Takings this week", "Against as many days of it, takings are"]),
        ("en", "are we busier than last year?", ["Visits this year", "Before that, takings last year", "visits"]),
    ],
)
async def test_two_stretches_are_set_side_by_side(
    shop: ShopUnderTest, language: str, sentence: str, shown: list[str]
) -> None:
    owner = await shop.owner(language=language)
    await owner.says(sentence)
    owner.sees(*shown)
    await owner.says("지난달 매출" if language == "ko" else "sales last month")
    assert "비교:" not in owner.last and "Before that" not in owner.last
