"""What was begun goes on: nothing that is asked in the middle of a form throws it away."""

import pytest

from bot.actions.unit import Unit
from storage.database import Database
from tests import cast
from tests.chat import Chat, ShopUnderTest, open_shop

NUMBER = "+821023456781"

# How a form is begun, what it says it waits for, what it gets, and what is seen then.
FORMS = {
    "ko": {
        "phone": ("번호 바꿔 주세요", "새 전화번호", "010-5555-1234", "5555-1234"),
        "email": ("이메일 바꿔 주세요", "새 이메일", "new@example.com", "new@example.com"),
        "name": ("이름 바꿔 주세요", "이름", "김서연", "김서연"),
        "address": ("주소 바꿔 주세요", "주소", "서울 마포구 성산로 12", "성산로 12"),
        "birthday": ("생일 바꿔 주세요", "생일", "1985년 5월 5일", "1985-05-05"),
    },
    "en": {
        "phone": ("I want to change my phone number", "new phone number", "010-5555-1234", "5555-1234"),
        "email": ("I want to change my email", "new e-mail", "new@example.com", "new@example.com"),
        "birthday": ("change my birthday", "birthday", "5 May 1985", "1985-05-05"),
    },
}

# What may be said in between. None of it changes what the form waits for.
ASIDES = {
    "ko": (
        "내 정보",
        "몇 시까지 해요?",
        "내일 3시에 예약하고 싶어요",
        "예약 취소할게요",
        "복숭아 알레르기가 있어요",
        "저녁엔 보내지 마세요",
        "셔츠에 얼룩이 남았어요",
        "일요일에도 열어 주세요",
        "추천해 주세요",
        "이거 왜 보냈어요?",
        "고마워요",
    ),
    "en": (
        "my account",
        "how late are you open today?",
        "I'd like to book tomorrow at 3",
        "cancel my appointment",
        "I'm allergic to peach",
        "don't message me in the evening",
        "my shirt is still stained",
        "please open on Sundays",
        "what would you recommend?",
        "why did you send me this?",
        "thank you",
    ),
}


async def suyeon(shop: ShopUnderTest, language: str) -> Chat:
    def write(unit: Unit) -> None:
        cast.visit(unit, cast.customer(unit, "김수연", NUMBER), 5)

    await shop.assistant.runtime.write(write)
    return await shop.customer(501, "수연", phone=NUMBER, language=language)


@pytest.mark.parametrize(("language", "form"), [(language, form) for language in FORMS for form in FORMS[language]])
async def test_a_form_goes_on_after_whatever_was_asked_in_between(
    shop: ShopUnderTest, language: str, form: str
) -> None:
    begin, waits_for, value, seen = FORMS[language][form]
    chat = await suyeon(shop, language)
    await chat.says(begin)
    for aside in ASIDES[language]:
        told = await chat.says(aside)
        assert waits_for in told[-1] and len(told) > 1, (aside, told)
    await chat.says(value)
    chat.sees(seen)
    assert waits_for not in "".join(await chat.says("고마워요" if language == "ko" else "thank you"))


@pytest.mark.parametrize(
    ("language", "begin", "aside", "button", "seen", "value", "last"),
    [
        (
            "ko",
            "번호 바꿔 주세요",
            "내일 3시에 예약하고 싶어요",
            "사장님께 전하기",
            "접수 1번",
            "010-5555-1234",
            "5555",
        ),
        ("ko", "번호 바꿔 주세요", "복숭아 알레르기가 있어요", "기억해 주세요", "복숭아", "010-5555-1234", "5555"),
        ("ko", "이메일 바꿔 주세요", "내 정보 지워 주세요", "그만두기", "그대로 둘게요", "new@example.com", "new@"),
        (
            "en",
            "change my phone number",
            "I'd like to book tomorrow at 3",
            "Pass on to owner",
            "case 1",
            "010-5555-1234",
            "5555",
        ),
        ("en", "change my phone number", "I'm allergic to peach", "Yes, remember", "peach", "010-5555-1234", "5555"),
    ],
)
async def test_the_button_of_an_aside_works_and_the_form_goes_on(
    shop: ShopUnderTest, language: str, begin: str, aside: str, button: str, seen: str, value: str, last: str
) -> None:
    chat = await suyeon(shop, language)
    await chat.says(begin)
    await chat.says(aside)
    await chat.taps(button)
    assert any(seen in text for text in chat.texts)
    waits_for = {"번": "새 전화번호", "이": "새 이메일", "c": "new phone number"}
    chat.sees(waits_for[begin[0]])

    await chat.says(value)

    chat.sees(last)


@pytest.mark.parametrize(("language", "begin"), [("ko", "번호 바꿔 주세요"), ("en", "change my phone number")])
async def test_a_press_that_asks_the_same_again_asks_it_once(shop: ShopUnderTest, language: str, begin: str) -> None:
    chat = await suyeon(shop, language)
    await chat.says("뭐가 저장돼 있어요?" if language == "ko" else "what details do you have about me?")
    await chat.says(begin)
    told = await chat.taps("1:change:phone")
    assert len(told) == 1


@pytest.mark.parametrize(
    ("language", "book", "correct", "value", "day", "asked"),
    [
        ("ko", "커트 예약하고 싶어요", "번호 바꿔 주세요", "010-5555-1234", "다음 주 화요일 3시", "11/24(화) 15시"),
        (
            "en",
            "I'd like to book a haircut",
            "change my phone number",
            "010-5555-1234",
            "Tuesday 3 pm",
            "Tue 24 Nov 3 pm",
        ),
    ],
)
async def test_a_correction_within_a_booking_and_a_booking_within_a_correction(
    sqlite_database: Database, language: str, book: str, correct: str, value: str, day: str, asked: str
) -> None:
    async with open_shop(sqlite_database, shop_preset="salon") as shop:
        chat = await suyeon(shop, language)
        await chat.says(book)
        await chat.says(correct)
        told = await chat.says(value)
        assert "5555-1234" in told[0] and len(told) == 2
        told = await chat.says(day)
        assert asked in told[-1]

        await chat.says(correct)
        await chat.says(book)
        told = await chat.says("수요일 4시" if language == "ko" else "Wednesday 4 pm")
        assert len(told) == 2 and ("25" in told[0])
        await chat.says("010-5555-9876")
        chat.sees("5555-9876")


@pytest.mark.parametrize(
    ("language", "begin", "correct", "done", "asked", "value", "last"),
    [
        (
            "ko",
            "사장님이랑 얘기하고 싶어요",
            "번호 바뀌었어요 010-5555-1234",
            "→ 010-5555-1234",
            "무엇을 전할까요?",
            "어제 산 것 때문에요",
            "접수 1번",
        ),
        (
            "ko",
            "생일 바꿔 주세요",
            "이메일 new@example.com 으로 바꿔 주세요",
            "new@example.com",
            "생일",
            "1985년 5월 5일",
            "1985-05-05",
        ),
        (
            "en",
            "can I talk to the owner?",
            "my number changed to 010-5555-1234",
            "→ 010-5555-1234",
            "What shall I pass on?",
            "it's about what I bought yesterday",
            "case 1",
        ),
        (
            "en",
            "change my birthday",
            "my email changed to new@example.com",
            "new@example.com",
            "birthday",
            "5 May 1985",
            "1985-05-05",
        ),
    ],
)
async def test_a_correction_finishes_in_the_middle_of_words_for_the_owner_and_of_a_birthday(
    shop: ShopUnderTest, language: str, begin: str, correct: str, done: str, asked: str, value: str, last: str
) -> None:
    chat = await suyeon(shop, language)
    await chat.says(begin)

    told = await chat.says(correct)

    assert done in told[0] and asked in told[-1] and len(told) == 2
    await chat.says(value)
    chat.sees(last)


async def test_what_was_asked_in_between_is_left_with_the_form(shop: ShopUnderTest) -> None:
    chat = await suyeon(shop, "ko")
    await chat.says("번호 바꿔 주세요")
    await chat.says("복숭아 알레르기가 있어요")

    await chat.says("그만")
    chat.sees("그만둘게요")
    await chat.taps("기억해 주세요")

    assert "복숭아" not in chat.last


async def test_a_form_is_forgotten_after_a_quarter_of_an_hour_whatever_was_asked(shop: ShopUnderTest) -> None:
    chat = await suyeon(shop, "ko")
    await chat.says("이름 바꿔 주세요")
    await chat.says("내일 3시에 예약하고 싶어요")
    await shop.moves_on(minutes=16)

    await chat.says("김서연")
    assert "바꿨어요" not in chat.last
    await chat.says("내 정보")
    chat.sees("김수연님")


@pytest.mark.parametrize(
    ("language", "begin", "correction", "seen", "asked"),
    [
        (
            "ko",
            "사장님께 드릴 말씀이 있어요",
            "주소를 서울 마포구 성산로 12로 바꿔주세요",
            "성산로 12",
            "무엇을 전할까요",
        ),
        ("ko", "사장님께 드릴 말씀이 있어요", "생일을 1990년 3월 2일로 바꿔주세요", "1990-03-02", "무엇을 전할까요"),
        ("ko", "사장님께 드릴 말씀이 있어요", "이름을 김서연으로 바꿔주세요", "김서연", "무엇을 전할까요"),
        (
            "ko",
            "사장님과 얘기하고 싶어요",
            "메일 주소를 new@example.com으로 바꿔주세요",
            "new@example.com",
            "무엇을 전할까요",
        ),
        ("en", "let me talk to the owner", "please change my birthday to 2 March 1990", "1990-03-02", "pass on"),
        ("en", "let me talk to the owner", "change my address to 12 Baker Street, London", "12 Baker", "pass on"),
    ],
)
async def test_any_correction_is_made_in_the_middle_of_words_for_the_owner(
    shop: ShopUnderTest, language: str, begin: str, correction: str, seen: str, asked: str
) -> None:
    owner, chat = await shop.owner(), await suyeon(shop, language)
    await chat.says(begin)

    told = await chat.says(correction)
    assert seen in told[0] and asked in told[-1], told
    await chat.says("바지 기장이 짧아요" if language == "ko" else "the trousers are short")

    owner.sees("바지 기장이 짧아요" if language == "ko" else "the trousers are short")
