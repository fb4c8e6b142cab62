"""The statement, what the shop remembers in the customer's own words, and why it asks for anything."""

import csv
import io
import json

import pytest
from sqlmodel import select

from bot.actions.unit import Unit
from bot.domain.visits import make_line
from bot.playground.people import inline_buttons
from storage import ledger, people, visits
from storage.database import Database
from storage.models import Customer, LedgerEntry
from tests import cast
from tests.chat import Chat, ShopUnderTest, open_shop

NUMBER = "+821023456781"


async def suyeon(shop: ShopUnderTest, language: str = "ko") -> Chat:
    """Three visits (one 3,000 below the list, one of which 4,000 is not paid), two extras, prepaid and points."""

    def write(unit: Unit) -> None:
        person = cast.customer(unit, "김수연", NUMBER)
        person.language = language
        customer_id = person.id or 0
        day = cast.visit(unit, person, 40, ("코트", 1, 12_000))
        visits.add(
            unit.session,
            customer_id=customer_id,
            visited_at=unit.now,
            visited_on=day,
            lines=[make_line("정장", quantity=2, price_minor=9_000, amount_minor=15_000)],
            paid_by="card",
            unpaid_minor=0,
            source="chat",
            recorded_by=None,
            now=unit.now,
        )
        cast.visit(unit, person, 10, ("와이셔츠", 3, 7_500), unpaid=4_000)
        for _ in range(2):
            unit.session.add(LedgerEntry(customer_id=customer_id, kind="extra", amount_minor=0, at=unit.now))
        ledger.add(unit.session, customer_id, "prepaid", 50_000, unit.now)
        ledger.add(unit.session, customer_id, "prepaid", -8_000, unit.now)
        ledger.add(unit.session, customer_id, "points", 300, unit.now)
        people.refresh_figures(unit.session, customer_id)

    await shop.assistant.runtime.write(write)
    return await shop.customer(501, "수연", phone=NUMBER, language=language)


@pytest.mark.parametrize(
    ("language", "sentence", "seen"),
    [
        (
            "ko",
            "내 계정",
            [
                "김수연님, 10/12(월)부터 2번",
                "30,500원",
                "덤으로 해 드린 것 2번(0원), 할인 3,000원",
                "선불 잔액 42,000원",
                "내실 금액 4,000원",
            ],
        ),
        ("ko", "지금까지 제가 총 얼마 썼어요?", ["30,500원"]),
        (
            "en",
            "my statement",
            ["since Mon 12 Oct, 2 visits", "₩30,500", "2 extras at no charge, ₩3,000 off", "₩42,000 prepaid"],
        ),
        ("en", "how much have I spent here so far?", ["₩30,500"]),
    ],
)
async def test_the_statement_equals_a_calculation_by_hand(
    shop: ShopUnderTest, language: str, sentence: str, seen: list[str]
) -> None:
    chat = await suyeon(shop, language)

    await chat.says(sentence)

    chat.sees(*seen)
    assert len(chat.last) <= 250 and len(chat.last.splitlines()) <= 6
    assert "포인트" not in chat.last and "point" not in chat.last
    assert len(chat.buttons) == 2


async def test_the_statement_equals_what_is_taken_home(shop: ShopUnderTest) -> None:
    chat = await suyeon(shop)
    await chat.says("/export")
    found = {m["document"]["file_name"]: chat.person.downloads(m) for m in chat.person.sees() if "document" in m}
    whole = json.loads(found["my-data.json"])
    amounts: dict[str, int] = {}
    for row in whole["visits"]:
        amounts[row["visited_at"] + row["item"]] = int(row["item_amount"])
    paid = sum(amounts.values()) - sum(int(row["unpaid"]) for row in whole["visits"])
    prepaid = sum(int(row["amount"]) for row in whole["ledger"] if row["kind"] == "prepaid")
    table = csv.reader(io.StringIO(found["my-data.csv"].decode("utf-8-sig")))
    assert {row[3] for row in table if row[:1] == ["visits"] and row[2] == "item_amount"} == {"12000", "15000", "7500"}

    await chat.says("내 계정")

    chat.sees(f"{paid:,}원", f"{prepaid:,}원")


@pytest.mark.parametrize(
    ("language", "sentence", "seen"),
    [
        ("ko", "선불 얼마 남았어요?", ["선불 잔액 42,000원", "4,000원"]),
        ("en", "how much prepaid is left?", ["₩42,000 prepaid", "₩4,000"]),
    ],
)
async def test_the_balance_is_told(shop: ShopUnderTest, language: str, sentence: str, seen: list[str]) -> None:
    chat = await suyeon(shop, language)
    await chat.says(sentence)
    chat.sees(*seen)


async def test_points_are_told_where_the_shop_has_them_and_nowhere_else(sqlite_database: Database) -> None:
    async with open_shop(sqlite_database, shop_preset="salon") as shop:
        owner, chat = await shop.owner(), await suyeon(shop)
        await chat.says("포인트 얼마 남았어요?")
        assert "300" not in chat.last
        await owner.says("포인트 켜줘")

        await chat.says("포인트 얼마 남았어요?")
        chat.sees("포인트 300점")
        await chat.says("내 계정")
        chat.sees("포인트 300점")
        await owner.says("선불 꺼줘")
        await chat.says("내 계정")
        assert "42,000" not in chat.last


async def test_the_statements_buttons_lead_on(shop: ShopUnderTest) -> None:
    chat = await suyeon(shop)
    await chat.says("내 계정")
    await chat.taps("다녀간 내역")
    chat.sees("와이셔츠 3점")
    await chat.says("내 계정")
    await chat.taps("틀린 게 있어요")
    chat.sees("무엇을 바꿀까요?")


@pytest.mark.parametrize(
    ("sentence", "seen"),
    [
        ("왜 생일을 물어봐요?", "축하 인사에만"),
        ("생일은 왜 필요해요?", "축하 인사에만"),
        ("전화번호는 왜 물어보세요?", "다 됐을 때"),
        ("이메일은 어디에 쓰나요", "닿지 않을 때"),
        ("주소 왜 알려줘야 해요", "가져다 드릴 때만"),
        ("이름은 왜 저장해요?", "불러 드릴지"),
        ("why do you ask for my birthday?", "birthday greeting"),
        ("what do you need my phone number for?", "things are ready"),
        ("why do you want my address", "bring them to you"),
        ("why do you keep my e-mail", "reach you"),
        ("why my name", "call you by it"),
    ],
)
async def test_every_detail_names_its_one_use(shop: ShopUnderTest, sentence: str, seen: str) -> None:
    chat = await suyeon(shop, "ko" if any("가" <= sign <= "힣" for sign in sentence) else "en")
    await chat.says(sentence)
    chat.sees(seen)
    chat.sees_nothing_of("010-2345")


@pytest.mark.parametrize(
    ("language", "told", "seen", "show", "strike"),
    [
        ("ko", "기억해 주세요: 앞머리는 짧게", "앞머리는 짧게", "제 취향 뭐 적혀 있어요?", "취향에서 앞머리 빼 주세요"),
        ("ko", "취향에 앞머리는 짧게라고 적어 주세요", "앞머리는 짧게", "취향 보여 주세요", "취향 다 지워 주세요"),
        ("ko", "취향에 두피가 예민하다고 적어 주세요", "두피가 예민하다", "취향 보여 주세요", "두피 예민 지워 주세요"),
        ("ko", "기억해 주세요: 앞머리는 짧게", "앞머리는 짧게", "취향 보여 주세요", "앞머리 짧게 한 거 빼 주세요"),
        ("en", "please remember: no fringe", "no fringe", "show my preferences", "strike fringe from my wishes"),
        ("en", "please remember: short fringe", "short fringe", "show my preferences", "forget the short fringe"),
        ("en", "please note that I like a bob", "a bob", "which preferences do you have?", "delete my wishes"),
    ],
)  # fmt: skip
async def test_preferences_are_told_seen_and_struck(
    sqlite_database: Database, language: str, told: str, seen: str, show: str, strike: str
) -> None:
    async with open_shop(sqlite_database, shop_preset="salon") as shop:
        owner, chat = await shop.owner(), await suyeon(shop, language)
        await chat.says(told)
        chat.sees(seen, "28")
        await owner.says("김수연")
        owner.sees(seen)

        await chat.says(show)
        chat.sees("1.", seen)
        await chat.says(strike)
        chat.sees("이제 기억해 둔 것이 없어요" if language == "ko" else "Nothing is remembered any more")
        await owner.says("김수연")
        assert seen not in owner.last

        await chat.taps("되돌리기" if language == "ko" else "Undo")
        chat.sees(seen)


@pytest.mark.parametrize(
    ("language", "sentence", "warned", "yes"),
    [
        ("ko", "복숭아 알레르기가 있어요", "건강에 관한", "기억해 주세요"),
        ("en", "I'm allergic to peach", "about your health", "Yes, remember"),
        ("ko", "두피가 예민해요", "기억해 둘까요", "기억해 주세요"),
        ("en", "my scalp is sensitive", "shall we remember", "Yes, remember"),
    ],
)
async def test_what_is_said_in_passing_or_tells_of_health_is_kept_only_after_a_yes(
    shop: ShopUnderTest, language: str, sentence: str, warned: str, yes: str
) -> None:
    chat = await suyeon(shop, language)

    def kept() -> str | None:
        with shop.database.reading() as session:
            return session.exec(select(Customer.preferences)).one()

    await chat.says(sentence)
    chat.sees(warned)
    assert kept() is None

    await chat.taps(yes)
    chat.sees(sentence)
    assert kept() == sentence


async def test_a_detail_is_taken_off_and_comes_back(shop: ShopUnderTest) -> None:
    chat = await suyeon(shop)
    await chat.says("제 생일은 음력 1985년 5월 5일이에요")
    await chat.says("생일 지워 주세요")
    chat.sees("생일을 지웠어요", "11/28(토)까지")
    await chat.says("생일 지워 주세요")
    chat.sees("적혀 있지 않아요")

    await chat.says("바뀐 내역 보여줘")
    chat.sees("생일")
    await chat.says("되돌려줘")

    chat.sees("음력 1985-05-05")


@pytest.mark.parametrize(
    ("language", "sentence", "seen"),
    [
        ("ko", "누가 답해요?", ["사장님이 직접", "11/21(토) 20시까지", "10:00-20:00", "02-123-4567"]),
        ("en", "who am I talking to?", ["the owner", "Sat 21 Nov 8 pm", "10:00-20:00"]),
    ],
)
async def test_a_named_person_answers(shop: ShopUnderTest, language: str, sentence: str, seen: list[str]) -> None:
    chat = await suyeon(shop, language)
    await chat.says(sentence)
    chat.sees(*seen)


async def test_a_button_strikes_nobody_elses_line(shop: ShopUnderTest) -> None:
    chat = await suyeon(shop)
    await chat.says("기억해 주세요: 앞머리는 짧게")
    await chat.says("내 취향 보여 주세요")
    data = inline_buttons(chat.person.last())[0]["callback_data"]
    other = await shop.customer(502, "영희", phone="+821011112222")

    await other.taps_data(data)

    other.sees_nothing_of("앞머리")
    await chat.says("내 취향 보여 주세요")
    chat.sees("앞머리는 짧게")


@pytest.mark.parametrize(
    ("language", "sentence", "seen"),
    [
        ("ko", "쓸 수 있는 쿠폰 있어요?", "따로 쓸 수 있는 것은 없어요"),
        ("en", "do I have any coupons?", "Nothing is waiting for you"),
        ("ko", "전화번호 지워 주세요", "이것만 따로 지울 수는 없어요"),
        ("en", "delete my phone number", "can't be taken off by itself"),
    ],
)
async def test_what_is_not_there_or_cannot_go_is_said_to_be_so(
    sqlite_database: Database, language: str, sentence: str, seen: str
) -> None:
    async with open_shop(sqlite_database, shop_preset="salon") as shop:

        def write(unit: Unit) -> None:
            cast.visit(unit, cast.customer(unit, "김수연", NUMBER), 5)

        await shop.assistant.runtime.write(write)
        chat = await shop.customer(501, "수연", phone=NUMBER, language=language)

        await chat.says(sentence)

        chat.sees(seen)
