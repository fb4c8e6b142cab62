"""A customer's answers are read standing, on a telephone: a few lines, a few buttons, a few words.

Whoever has much at the shop and was here often reads it page by page. The whole policy alone is longer: the law wants
it in one place.
"""

import re
from datetime import UTC, datetime, timedelta

import pytest

from bot.actions.unit import Unit
from storage import appointments, ledger, orders
from storage.database import Database
from storage.models import Customer
from tests import cast
from tests.chat import SATURDAY_TEN, Chat, ShopUnderTest, open_shop

NUMBER = "+821023456781"
MOST_LINES, MOST_BUTTONS, MOST_CHARACTERS = 6, 3, 250
FRIDAY_SIX = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
WORDS = ("앞머리는 짧게 해 주세요", "셔츠는 풀을 먹이지 말아 주세요", "두피가 예민해요", "깃은 다리지 마세요")

SAID = {
    "ko": (
        "내 옷 언제 돼요?",
        "내 정보",
        "뭐가 저장돼 있어요?",
        "내 계정",
        "몇 번 왔죠?",
        "포인트 얼마 남았어요?",
        "선불 얼마 남았어요?",
        "예약 언제예요?",
        "도움말",
        "누가 답해요?",
        "몇 시까지 해요?",
        "번호 바뀌었어요 010-5555-1234",
        "이메일 바꿔 주세요 suyeon.kim.of.mapo@example.com",
        "주소 바꿔 주세요 서울특별시 마포구 월드컵북로 396 누리꿈스퀘어 비즈니스타워 12층",
        "제 생일은 음력 1985년 5월 5일이에요",
        "이름을 김서연으로 바꿔주세요",
        "바뀐 내역 보여 주세요",
        "되돌려줘",
        "기억해 주세요: 소매는 접지 마세요",
        "제 취향 보여 주세요",
        "왜 생일을 물어봐요?",
        "왜 번호를 물어봐요?",
        "알림 설정",
        "저녁엔 보내지 마세요",
        "주말엔 보내지 마세요",
        "다음 달까지 조용히",
        "아는 척 안 하셔도 돼요",
        "알림 설정",
        "광고 그만",
        "광고 받을게요",
        "이거 왜 보냈어요?",
        "그만 보내세요",
        "/mydata",
        "누가 제 기록을 봤나요?",
        "셔츠에 얼룩이 남았어요",
        "일요일에도 열어 주세요",
        "예약하고 싶어요",
        "그만",
        "예약 취소할게요",
        "추천해 주세요",
        "친구 소개하고 싶어요",
        "고마워요",
        "사장님이랑 얘기하고 싶어요",
        "그만",
        "내 정보 지워 주세요",
    ),
    "en": (
        "when will my clothes be ready?",
        "my account",
        "what do you have on me?",
        "my statement",
        "how many times have I been here?",
        "how many points do I have?",
        "how much prepaid is left?",
        "when is my appointment?",
        "help",
        "who am I talking to?",
        "how late are you open today?",
        "my phone number changed to 010-5555-1234",
        "my new email is suyeon.kim.of.mapo@example.com",
        "my birthday is 5 May 1985",
        "call me Suyeon Kim",
        "what was changed?",
        "undo",
        "please remember: never fold the sleeves",
        "show my preferences",
        "why do you ask for my birthday?",
        "why do you ask for my phone number?",
        "message settings",
        "don't message me in the evening",
        "no messages on weekends",
        "quiet until next month",
        "please don't make a fuss about me",
        "message settings",
        "stop the ads",
        "send me ads",
        "why did you send me this?",
        "stop messaging me",
        "/mydata",
        "who looked at my data?",
        "my shirt is still stained",
        "please open on Sundays",
        "I'd like to book",
        "cancel",
        "cancel my appointment",
        "what would you recommend?",
        "can I bring a friend?",
        "thank you",
        "I want to talk to the owner",
        "cancel",
        "delete my data",
    ),
}


def too_much(text: str, buttons: list[str]) -> bool:
    """More than fits, besides the rows of a list and what belongs to them: numbers to tap, and pages to turn."""
    lines = [line for line in text.splitlines() if not re.match(r"· |\d+\. ", line)]
    actions = [label for label in buttons if not re.fullmatch(r"\d+|◀.*|.*▶", label)]
    return len(lines) > MOST_LINES or len(actions) > MOST_BUTTONS or len(text) > MOST_CHARACTERS


def person(unit: Unit, language: str) -> Customer:
    """김수연, of whom everything is known that can be."""
    one = cast.customer(unit, "김수연", NUMBER, email="suyeon.kim@example.com")
    one.language = language
    one.address = "서울특별시 마포구 월드컵북로 396, 누리꿈스퀘어 비즈니스타워 12층 1203호"
    one.preferences = "\n".join(WORDS)
    unit.session.add(one)
    return one


def with_much(unit: Unit, language: str) -> None:
    """Many visits, many things, something paid ahead and something owed, extras, a booking."""
    one = person(unit, language)
    for week in range(1, 9):
        cast.visit(unit, one, 7 * week, *((f"{week}번째 이불 {piece}호", 1, 9_000) for piece in range(6)))
    for _ in range(3):
        ledger.add(unit.session, one.id or 0, "extra", 0, unit.now)
    ledger.add(unit.session, one.id or 0, "prepaid", 50_000, unit.now)
    ledger.add(unit.session, one.id or 0, "points", 1_234, unit.now)
    pieces = ((f"가죽 점퍼 {piece}호", 2, 18_000) for piece in range(7))
    cast.order(unit, one, *pieces, promised_at=FRIDAY_SIX, unpaid=126_000)
    appointments.add(
        unit.session, customer_id=one.id or 0, at=FRIDAY_SIX, service="뿌리염색과 디자인 커트", now=unit.now
    )


async def suyeon(shop: ShopUnderTest, language: str) -> Chat:
    await shop.assistant.runtime.write(lambda unit: with_much(unit, language))
    return await shop.customer(501, "수연", phone=NUMBER, language=language)


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("preset", ["laundry", "salon"])
async def test_what_a_customer_is_told_fits_on_a_telephone(
    sqlite_database: Database, preset: str, language: str
) -> None:
    async with open_shop(sqlite_database, shop_preset=preset) as shop:
        owner = await shop.owner()
        await owner.says("포인트 켜줘")
        chat = await suyeon(shop, language)
        for _ in range(6):
            await owner.says("김수연")
            await owner.says("요즘 안 오신 분")
        long = []
        for sentence in SAID[language]:
            told = await chat.says(sentence)
            long += [(sentence, text, len(text), chat.buttons) for text in told if too_much(text, chat.buttons)]

        assert long == []


@pytest.mark.parametrize("language", ["ko", "en"])
async def test_what_is_left_out_of_a_page_stands_on_the_next(shop: ShopUnderTest, language: str) -> None:
    chat = await suyeon(shop, language)
    korean = language == "ko"

    async def whole(sentence: str, button: str = "") -> str:
        await chat.says(sentence)
        pages = [chat.last]
        if button:
            await chat.taps(button)
            pages.append(chat.last)
        while any("▶" in label for label in chat.buttons):
            await chat.taps(next(label for label in chat.buttons if "▶" in label))
            pages.append(chat.last)
        assert not [page for page in pages if too_much(page, [])]
        return "\n".join(pages)

    things = await whole("내 옷 언제 돼요?" if korean else "when will my clothes be ready?")
    assert all(f"가죽 점퍼 {piece}호" in things for piece in range(7))
    past = await whole("내 정보" if korean else "my account", "다녀간 내역" if korean else "My visits")
    assert all(f"{week}번째" in past for week in range(1, 9))
    await chat.says("기억해 주세요: 소매는 접지 마세요" if korean else "please remember: never fold the sleeves")
    await chat.says("기억해 주세요: 봉투에 담아 주세요" if korean else "please remember: a bag, please")
    kept = await whole("제 취향 보여 주세요" if korean else "show my preferences")
    assert all(word in kept for word in (*WORDS, "봉투" if korean else "a bag"))


@pytest.mark.parametrize("language", ["ko", "en"])
async def test_what_comes_by_itself_fits_as_well(sqlite_database: Database, language: str) -> None:
    """Late with its reason, ready with the kindness, not fetched, the day before, the receipt: flows 13 to 17."""

    def things(unit: Unit) -> None:
        one = person(unit, language)
        cast.visit(unit, one, 30, ("코트", 1, 12_000))
        order = cast.order(unit, one, ("캐시미어 롱코트", 1, 25_000), promised_at=FRIDAY_SIX, unpaid=25_000)
        orders.items_of(unit.session, order.id or 0)[0].defect = "왼쪽 소매 단추 헐거움"
        appointments.add(
            unit.session,
            customer_id=one.id or 0,
            at=SATURDAY_TEN + timedelta(days=1, hours=5),
            service="뿌리염색과 디자인 커트",
            now=unit.now,
        )

    async with open_shop(sqlite_database, shop_address="서울 마포구 성산로 12") as shop:
        owner = await shop.owner()
        await owner.says("예약 켜줘")
        await shop.assistant.runtime.write(things)
        chat = await shop.customer(501, "수연", phone=NUMBER, language=language)
        before = len(chat.texts)

        await shop.moves_on(hours=1)
        await owner.says("김수연 캐시미어 롱코트 안감의 커피 얼룩 때문에 12월 1일 12시로 늦어져")
        await shop.moves_on(minutes=5)
        await shop.moves_on(days=1)
        await owner.says("김수연 다 됐어")
        await owner.taps("해 드렸어요(0원)")
        await shop.moves_on(minutes=15)
        await shop.moves_on(days=24)

        told = chat.texts[before:]
        assert len(told) >= 4, told
        assert [(text, len(text)) for text in told if too_much(text, [])] == []
        for message in chat.person.sees():
            labels = [
                button["text"] for row in message.get("reply_markup", {}).get("inline_keyboard", []) for button in row
            ]
            assert len(labels) <= MOST_BUTTONS
