""" "내 정보": what a customer sees of themselves."""

from datetime import UTC, datetime

import pytest

from bot.actions.unit import Unit
from storage import appointments
from storage.database import Database
from tests import cast
from tests.chat import Chat, ShopUnderTest, open_shop

NUMBER = "+821023456781"
FRIDAY_SIX = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)


async def suyeon(shop: ShopUnderTest, language: str = "ko") -> Chat:
    """김수연 with two old visits, two things at the shop and a booking."""

    def write(unit: Unit) -> None:
        person = cast.customer(unit, "김수연", NUMBER, email="suyeon.kim@example.com")
        cast.visit(unit, person, 40, ("코트", 1, 12_000))
        cast.visit(unit, person, 10, ("와이셔츠", 3, 7_500))
        cast.order(unit, person, ("정장", 2, 14_000), promised_at=FRIDAY_SIX, unpaid=14_000)
        appointments.add(unit.session, customer_id=person.id or 0, at=FRIDAY_SIX, service="커트", now=unit.now)

    await shop.assistant.runtime.write(write)
    return await shop.customer(501, "수연", phone=NUMBER, language=language)


@pytest.mark.parametrize("sentence", ["내 정보", "내 정보 보여줘"])
async def test_the_account_in_korean(shop: ShopUnderTest, sentence: str) -> None:
    chat = await suyeon(shop)

    await chat.says(sentence)

    chat.sees("김수연님", "010-2345-6781", "3번", "10/12(월)")
    chat.sees("정장 2점", "11/27(금) 18시", "14,000원", "19,500원")
    await chat.taps("다녀간 내역")
    chat.sees("11/11(수)", "와이셔츠 3점")
    await chat.taps("적혀 있는 것")
    chat.sees("010-2345-6781", "suyeon.kim@example.com")
    chat.sees_nothing_of("커트")


@pytest.mark.parametrize("sentence", ["my account", "show me my account"])
async def test_the_account_in_english(shop: ShopUnderTest, sentence: str) -> None:
    chat = await suyeon(shop, "en")

    await chat.says(sentence)

    chat.sees("김수연", "010-2345-6781", "3 visits", "정장 ×2", "Fri 27 Nov 6 pm", "₩14,000", "₩19,500")
    await chat.taps("My visits")
    chat.sees("Wed 11 Nov", "와이셔츠 ×3")


@pytest.mark.parametrize(
    ("language", "sentence", "seen"),
    [
        ("ko", "지난번에 뭐 했죠?", "11/11(수)"),
        ("ko", "저번에 받은 시술이 뭐였죠?", "11/11(수)"),
        ("en", "what did I get done last time?", "Wed 11 Nov"),
        ("en", "what was my last treatment", "Wed 11 Nov"),
    ],
)
async def test_what_was_done_last_time_stands_first(
    sqlite_database: Database, language: str, sentence: str, seen: str
) -> None:
    async with open_shop(sqlite_database, shop_preset="salon") as shop:

        def write(unit: Unit) -> None:
            person = cast.customer(unit, "김수연", NUMBER)
            cast.visit(unit, person, 40, ("커트", 1, 25_000))
            cast.visit(unit, person, 10, ("염색", 1, 80_000))

        await shop.assistant.runtime.write(write)
        chat = await shop.customer(501, "수연", phone=NUMBER, language=language)

        await chat.says(sentence)

        chat.sees(seen, "염색", "80,000")
        assert chat.last.index("염색") < chat.last.index("커트")


async def test_the_account_of_a_salon_has_the_booking_and_nothing_left_behind(sqlite_database: Database) -> None:
    async with open_shop(sqlite_database, shop_preset="salon") as shop:
        chat = await suyeon(shop)

        await chat.says("내 정보")

        chat.sees("11/27(금) 18시", "커트")
        chat.sees_nothing_of("맡아")


@pytest.mark.parametrize(
    ("language", "sentence", "seen", "unseen"),
    [
        ("ko", "내 옷 언제 돼요?", ["정장 2점", "11/27(금) 18시", "14,000원", "10:00-20:00"], ["와이셔츠"]),
        ("ko", "사장님 내옷 다됐나요", ["정장 2점", "작업 중"], ["와이셔츠"]),
        ("en", "are my suits ready?", ["정장 ×2", "in work", "Fri 27 Nov 6 pm"], ["와이셔츠"]),
        ("ko", "제가 몇 번 왔죠?", ["3번", "11/11(수)"], ["suyeon.kim"]),
        ("en", "how many times have I been here?", ["3 visits"], ["suyeon.kim"]),
        ("ko", "뭐가 저장돼 있어요?", ["010-2345-6781", "suyeon.kim@example.com"], ["와이셔츠"]),
        ("en", "Which email address do you have on file for me?", ["suyeon.kim@example.com"], ["와이셔츠"]),
        ("ko", "나 포인트 몇 개 있어요?", ["내 정보"], ["포인트", "와이셔츠"]),
        ("en", "How many points do I have", ["my account"], ["point", "와이셔츠"]),
        ("ko", "저 예약 언제로 잡혀있어여?", ["내 정보"], ["커트", "예약"]),
    ],
)
async def test_a_part_is_answered_alone(
    shop: ShopUnderTest, language: str, sentence: str, seen: list[str], unseen: list[str]
) -> None:
    chat = await suyeon(shop, language)

    await chat.says(sentence)

    chat.sees(*seen)
    assert [word for word in unseen if word in chat.last] == []


@pytest.mark.parametrize(
    ("language", "sentence", "seen"),
    [
        ("ko", "예약 언제예요?", ["11/27(금) 18시", "커트"]),
        ("en", "when is my appointment?", ["Fri 27 Nov 6 pm", "커트"]),
    ],
)
async def test_a_salons_booking_is_told(
    sqlite_database: Database, language: str, sentence: str, seen: list[str]
) -> None:
    async with open_shop(sqlite_database, shop_preset="salon") as shop:
        chat = await suyeon(shop, language)

        await chat.says(sentence)

        chat.sees(*seen)


async def test_two_customers_see_each_their_own(shop: ShopUnderTest) -> None:
    await suyeon(shop)
    minji = await shop.customer(502, "민지", phone="+821011112222")

    await minji.says("내 정보")
    await minji.says("내 옷 언제 돼요?")

    minji.sees_nothing_of("김수연", "6781", "suyeon.kim", "정장", "와이셔츠", "14,000")


async def test_something_nobody_understands_is_answered_with_what_can_be_said(shop: ShopUnderTest) -> None:
    chat = await suyeon(shop)

    await chat.says("오늘 저녁 반찬 뭐 하지...")

    chat.sees("잘 못 알아들었어요", "내 정보")


@pytest.mark.parametrize(
    ("owner_says", "language", "asked", "seen"),
    [
        ("일요일은 쉬어요", "en", "what are your opening hours?", "10:00-20:00, Sun closed"),
        ("closed on Sundays", "ko", "영업시간 알려 주세요", "10:00-20:00, 일요일 휴무"),
    ],
)
async def test_the_hours_are_read_in_ones_own_language(
    shop: ShopUnderTest, owner_says: str, language: str, asked: str, seen: str
) -> None:
    owner = await shop.owner(language="ko" if language == "en" else "en")
    await owner.says(owner_says)
    chat = shop.person(502, "민지", language=language)
    await chat.starts()

    await chat.says(asked)

    chat.sees(seen)


@pytest.mark.parametrize(
    ("language", "sentence", "seen"),
    [
        ("ko", "몇 시까지 해요?", ["10:00-20:00", "02-123-4567"]),
        ("en", "what are your opening hours?", ["10:00-20:00", "02-123-4567"]),
        ("ko", "고마워요", ["고맙습니다"]),
        ("en", "thank you so much", ["Thank you"]),
    ],
)
async def test_anybody_hears_the_hours_and_a_friendly_word(
    shop: ShopUnderTest, language: str, sentence: str, seen: list[str]
) -> None:
    anybody = shop.person(501, "아무개", language=language)
    await anybody.starts()

    await anybody.says(sentence)

    anybody.sees(*seen)


@pytest.mark.parametrize(
    ("language", "greeting", "known", "stranger"),
    [
        ("ko", "안녕하세요", "김수연님, 안녕하세요", "본인 확인"),
        ("ko", "사장님 안녕하세요~", "김수연님, 안녕하세요", "본인 확인"),
        ("en", "Hello!", "Hello 김수연", "Once we know it's you"),
        ("en", "good morning", "Hello 김수연", "Once we know it's you"),
    ],
)
async def test_a_greeting_is_greeted(
    shop: ShopUnderTest, language: str, greeting: str, known: str, stranger: str
) -> None:
    chat = await suyeon(shop, language)
    await chat.says(greeting)
    chat.sees(known, "맑은세탁")

    anybody = shop.person(777, "아무개", language=language)
    await anybody.starts()
    await anybody.says(greeting)
    anybody.sees(stranger)
    anybody.sees_nothing_of("김수연")


@pytest.mark.parametrize(
    ("language", "sentence", "seen", "unseen"),
    [
        ("ko", "이번 달에 얼마 썼어요?", ["이번 달(11/1(일)~11/30(월))", "2번", "7,500원", "14,000원"], "10/12"),
        ("ko", "지난달에 뭐 맡겼죠?", ["지난달(10/1(목)~10/31(토))", "1번", "12,000원", "10/12(월)"], "11/11"),
        ("ko", "2024년에 몇 번 왔어요?", ["2024.1.1", "오신 기록이 없어요"], "와이셔츠"),
        ("ko", "지금까지 얼마 썼어요?", ["3번", "19,500원"], "11/1("),
        ("en", "how much did I spend last month?", ["last month (Thu 1 Oct – Sat 31 Oct): 1.", "₩12,000"], "와이셔츠"),
        ("en", "how much have I spent this year?", ["this year", ": 3.", "₩19,500", "₩14,000"], "None"),
        ("en", "what did I bring in October?", ["Mon 12 Oct", "코트"], "와이셔츠"),
    ],
)
async def test_what_was_spent_in_a_stretch_of_days(
    shop: ShopUnderTest, language: str, sentence: str, seen: list[str], unseen: str
) -> None:
    chat = await suyeon(shop, language)

    await chat.says(sentence)

    chat.sees(*seen)
    assert unseen not in chat.last


async def test_the_visits_of_a_stretch_turn_their_pages(shop: ShopUnderTest) -> None:
    def write(unit: Unit) -> None:
        person = cast.customer(unit, "김수연", NUMBER)
        for days in (5, 10, 15, 20, 400):
            cast.visit(unit, person, days, ("코트", 1, 1_000 + days))

    await shop.assistant.runtime.write(write)
    chat = await shop.customer(501, "수연", phone=NUMBER)

    await chat.says("올해 얼마 썼어요?")
    chat.sees("4번", "4,050원", "1,015원")
    await chat.taps("다음 ▶")

    chat.sees("4번", "4,050원", "1,020원")
    assert "1,400원" not in chat.last
