"""A line at the counter that says more, less or something else than a visit: told, asked about, and never made up."""

import pytest
from sqlmodel import select

from bot.actions.unit import Unit
from storage.database import Database
from storage.models import LedgerEntry, OrderItem, Visit
from tests import cast
from tests.chat import Chat, ShopUnderTest, open_shop

NAMES = {"ko": ("김수연", "박민수"), "en": ("Emily Carter", "James Miller")}


async def owner_of(shop: ShopUnderTest, language: str) -> Chat:
    """The owner of a shop that knows two people."""

    def write(unit: Unit) -> None:
        for number, name in enumerate(NAMES[language]):
            cast.visit(unit, cast.customer(unit, name, f"010-8161-646{number}"), 5)

    await shop.assistant.runtime.write(write)
    return await shop.owner(language=language)


def visits(shop: ShopUnderTest) -> int:
    """How many were written down besides those from before."""
    with shop.database.reading() as session:
        return len([one for one in session.exec(select(Visit)) if one.undone_at is None]) - len(NAMES["ko"])


# What is said, what the read-back holds.
TOLD = {
    "ko": [
        ("김수연 셔츠 3장 9000원 진짜 예쁨", "와이셔츠 3점 9,000원", "못 알아들은 말: ‘예쁨’"),
        ("김수연 남편 셔츠 3장 7500", "와이셔츠 3점 7,500원", "못 알아들은 말: ‘남편’"),
        ("김수연 외상 바지 2장 9000", "바지 2점 9,000원 외상", "김수연님"),
        ("김수연 바지 백벌 450000", "바지 100점 450,000원", "김수연님"),
        ("김수연 바지3장7500", "바지 3점 7,500원", "김수연님"),
        ("김수연 셔츠 3장 무료", "와이셔츠 3점 0원", "김수연님"),
        ("김수연 바지 지퍼 교체 8000원", "바지 지퍼 교체 8,000원", "김수연님"),
        ("김수연 바지 2벌 기장 줄임 10000", "바지 기장 줄임 2점 10,000원", "김수연님"),
        ("김수연 셔츠 3장 할인해서 6500", "와이셔츠 3점 6,500원", "김수연님"),
        ("김수연 셔츠 3장 장당 2500", "와이셔츠 3점 7,500원", "김수연님"),
        ("김수연 코트 두벌 단추 떨어짐 24000", "코트 2점 24,000원", "살펴 둔 것: 단추 떨어짐."),
    ],
    "en": [
        ("Emily 2 white shirts and a black coat 17000", "와이셔츠 ×2, 코트 ₩17,000", "Not understood: “black”"),
        ("Emily's mother 3 shirts 7500", "와이셔츠 ×3 ₩7,500", "Not understood: “mother”"),
        ("Emily unpaid 2 trousers 9000", "바지 ×2 ₩9,000 not paid yet", "Emily Carter"),
        ("Emily trousers zip repair 8000", "바지 지퍼 교체 ₩8,000", "Emily Carter"),
        ("Emily coat, 2 shirts 17000", "코트, 와이셔츠 ×2 ₩17,000", "Emily Carter"),
        ("Emily 4 shirts at 2500", "와이셔츠 ×4 ₩10,000", "Emily Carter"),
        ("Emily hemming 2 trousers 6000", "바지 수선 ×2 ₩6,000", "Emily Carter"),
    ],
}
# Asked about, with the one tap that writes it.
ASKED = {
    "ko": [
        ("셔츠 3장 7500 현금", "이름 없는 손님 적기 1분 · 와이셔츠 3점 · 7,500원"),
        ("김수연 빨간 원피스 8000 예쁘게요", "방문 적기 · 김수연님 · 원피스 · 8,000원"),
        ("김수연 와이셔츠 땡땡이 3장 7500", "방문 적기 · 김수연님 · 와이셔츠 3점 · 7,500원"),
        ("김수연 에센스 35000", "방문 적기 · 김수연님 · 에센스 · 35,000원"),
    ],
    "en": [
        ("3 shirts 7500", "customers without a name: 1 · 와이셔츠 ×3 · ₩7,500"),
        ("Emily 3 shirts 7500 please hang them", "write a visit down · emily · 와이셔츠 ×3 · ₩7,500"),
    ],
}
# No visit is written for any of it.
NOTHING = {
    "ko": """김수연 셔츠 3장 취소 | 김수연 셔츠 3장 반품 | 김수연 셔츠 3장 환불 7500 | 김수연 셔츠 3장 안 맡기셨어
        | 김수연 코트 늦어? | 김수연 셔츠 두세 장 10000 | 130번 김수연 코트 | 김수연 130""",
    "en": """Emily 3 shirts cancelled | Emily 3 shirts refunded 9000 | Emily lost her coat | Emily broke a cup
        | is Emily late? | Emily some shirts 10000 | Emily got 2 of his shirts back | Emily paid 5000 of 7500
        | Emily confirmed""",
}


@pytest.mark.parametrize("language", ["ko", "en"])
async def test_what_was_not_understood_is_told_in_the_read_back(shop: ShopUnderTest, language: str) -> None:
    owner = await owner_of(shop, language)

    for said, *seen in TOLD[language]:
        await owner.says(said)
        assert all(part in owner.last for part in seen), (said, owner.last)

    assert visits(shop) == len(TOLD[language])


@pytest.mark.parametrize("language", ["ko", "en"])
async def test_a_visit_among_words_that_nobody_knows_is_asked_about(shop: ShopUnderTest, language: str) -> None:
    owner = await owner_of(shop, language)

    for number, (said, seen) in enumerate(ASKED[language]):
        await owner.says(said)
        assert seen in owner.last, (said, owner.last)
        assert visits(shop) == number
        await owner.taps(owner.buttons[0])
        assert visits(shop) == number + 1


@pytest.mark.parametrize("language", ["ko", "en"])
async def test_what_is_no_visit_is_none(shop: ShopUnderTest, language: str) -> None:
    owner = await owner_of(shop, language)

    for said in NOTHING[language].split("|"):
        await owner.says(said)
        assert visits(shop) == 0, said


async def test_some_pieces_are_ready_and_fetched_and_not_all_of_them(shop: ShopUnderTest) -> None:
    owner = await owner_of(shop, "ko")
    await owner.says("김수연 이불 3채 60000 외상")

    await owner.says("김수연 이불 두채 다 됐어")
    owner.sees("다 됐어요: 이불 2점", "아직 작업 중: 이불.")
    await owner.says("김수연 이불 다섯채 찾아갔어")
    owner.sees("이불은 3개뿐")
    await owner.says("김수연 이불 하나만 찾아갔어")
    owner.sees("찾아가셨어요: 이불", "아직 여기 있는 것: 이불 2점")
    await owner.says("되돌려")
    owner.sees("이불 3점")
    await owner.says("김수연 다 찾아갔고 20000 카드 냈어")
    owner.sees("외상 20,000원 카드 받았어요", "아직 받을 돈 40,000원")


@pytest.mark.parametrize(
    ("language", "intake", "denied"),
    [
        ("ko", "김수연 코트 1벌 15000", "김수연 코트 다 안 됐어 | 김수연 코트 덜 됐어 | 김수연 코트 안 찾아갔어"),
        ("en", "Emily 1 coat 15000", "Emily's coat isn't ready | Emily hasn't picked up the coat"),
    ],
)
async def test_what_is_not_ready_stays_in_work(shop: ShopUnderTest, language: str, intake: str, denied: str) -> None:
    owner = await owner_of(shop, language)
    await owner.says(intake)

    for said in denied.split("|"):
        await owner.says(said)
        with shop.database.reading() as session:
            assert [item.state for item in session.exec(select(OrderItem))] == ["received"], said


async def test_whoever_comes_has_recommended_nobody(shop: ShopUnderTest) -> None:
    owner = await owner_of(shop, "ko")

    await owner.says("박민수 오셨어요")
    owner.sees("이렇게 적을까요?", "박민수님")
    owner.sees_nothing_of("소개")


async def test_a_promise_is_put_off_for_what_was_named_only(shop: ShopUnderTest) -> None:
    owner = await owner_of(shop, "en")
    await owner.says("Emily 1 coat 15000 by Monday")
    await owner.says("Emily 1 suit 9000 by Monday")

    await owner.says("Emily's suit is delayed until Tuesday because of the machine")

    assert "정장: promised" in owner.last and "코트" not in owner.last


@pytest.mark.parametrize(
    ("language", "said", "more", "seen"),
    [
        ("ko", "김수연 셔츠 3장 9000", "방금거 이불커버도 하나 추가", "와이셔츠 3점, 침대커버 9,000원"),
        ("ko", "김수연 셔츠 3장 9000", "스카프도 하나 추가 3000원", "와이셔츠 3점, 스카프 12,000원"),
        ("ko", "김수연 셔츠 3장 9000", "셔츠 2장 더 추가해줘", "와이셔츠 5점 9,000원"),
        ("en", "Emily 3 shirts 9000", "add a duvet cover to that", "와이셔츠 ×3, 침대커버 ₩9,000"),
        ("en", "Emily 3 shirts 9000", "plus a scarf 5000", "와이셔츠 ×3, 스카프 ₩14,000"),
    ],
)
async def test_a_thing_is_added_to_what_was_written_last(
    shop: ShopUnderTest, language: str, said: str, more: str, seen: str
) -> None:
    owner = await owner_of(shop, language)
    await owner.says(more)
    assert visits(shop) == 0
    await owner.says(said)
    await owner.says(more)

    assert seen in owner.last
    assert visits(shop) == 1


@pytest.mark.parametrize(
    ("language", "intake", "said", "kindness"),
    [
        ("ko", "김수연 코트 1벌 15000", "김수연 코트 다 됐고 단추도 달아드렸어", "‘단추 달아 드림’"),
        ("ko", "김수연 코트 1벌 15000, 단추 헐거움", "김수연 코트 다 됐고 단추도 달아드렸어", "‘단추 헐거움’"),
        ("en", "Emily 1 coat 15000", "Emily's coat is ready, and I sewed a button on", "“sewed a button on”"),
    ],
)
async def test_a_kindness_is_noted_in_one_breath_with_what_is_ready(
    shop: ShopUnderTest, language: str, intake: str, said: str, kindness: str
) -> None:
    owner = await owner_of(shop, language)
    await owner.says(intake)

    ready, noted = await owner.says(said)

    assert "코트" in ready and kindness in noted
    with shop.database.reading() as session:
        assert [item.kindness for item in session.exec(select(OrderItem))] == ["done"]
        assert [(row.kind, row.amount_minor) for row in session.exec(select(LedgerEntry))] == [("extra", 0)]


async def test_what_was_paid_ahead_is_used_or_given_back_and_never_charged_for_it(shop: ShopUnderTest) -> None:
    owner = await owner_of(shop, "ko")
    await owner.says("김수연 선불 5만원")

    await owner.says("김수연 선불 1만원 썼어")
    owner.sees("선불에서 뺐어요. 잔액 40,000원")
    await owner.says("김수연 선불 10만원 써")
    owner.sees("40,000원이라서 그만큼 뺄 수 없어요")
    await owner.says("김수연 선불 환불 3만원")
    owner.sees("30,000원", "잔액 10,000원")
    await owner.says("김수연 선불 잔액")
    assert "10,000원" in owner.last


async def test_a_tag_hangs_on_one_order_only(shop: ShopUnderTest) -> None:
    owner = await owner_of(shop, "ko")
    await owner.says("김수연 셔츠 2장 5000 택 12")

    await owner.says("박민수 셔츠 2장 5000 택 12")
    owner.sees("택 12는 지금 김수연님 것")
    await owner.says("박민수 바지 하나 4500 택 46 3번 행거")
    owner.sees("바지 4,500원", "택 46 옷걸이 3")
    await owner.says("박민수 47번 행거 5")
    owner.sees("택 47 · 옷걸이 5")
    await owner.says("12 찾아갔어")
    owner.sees("김수연님", "찾아가셨어요: 와이셔츠 2점")


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("ko", ["김수연 다 됐어", "택 12", "김수연 선불 5만원", "김수연 내일 2시 예약", "김수연 포인트 500점"]),
        ("en", ["Emily is ready", "tag 12", "Emily prepaid 50000", "book Emily tomorrow at 2", "Emily 500 points"]),
    ],
)
async def test_a_cafe_is_asked_about_nothing_that_it_does_not_do(
    sqlite_database: Database, language: str, lines: list[str]
) -> None:
    async with open_shop(sqlite_database, shop_preset="cafe") as shop:
        owner = await owner_of(shop, language)
        for said in lines:
            await owner.says(said)
            assert "Nothing was changed" in owner.last or "바뀐 것은 없어요" in owner.last, said
        await owner.says({"ko": "김수연 라떼 2잔 내일", "en": "Emily 2 lattes tomorrow"}[language])

        assert visits(shop) == 0
        await owner.says(
            {"ko": "김수연 아아 두잔이랑 케이크 하나 15500", "en": "Emily a latte and a cookie 8000"}[language]
        )
        assert visits(shop) == 1


@pytest.mark.parametrize(
    ("language", "made", "said", "seen"),
    [
        ("ko", "박민수 내일 2시 예약", "박민수 내일 2시 예약 3시로", "→ 11/22(일) 15시"),
        ("ko", "박민수 내일 2시 예약", "박민수 예약 30분 뒤로", "→ 11/22(일) 14:30"),
        ("ko", "박민수 내일 2시 예약", "박민수 예약 한시간 당겨", "→ 11/22(일) 13시"),
        ("en", "book James tomorrow 2pm", "move James an hour earlier", "→ Sun 22 Nov 1 pm"),
        ("en", "book James tomorrow 2pm", "move James from tomorrow 2pm to 6pm", "→ Sun 22 Nov 6 pm"),
    ],
)
async def test_a_time_moves_from_where_it_is(
    sqlite_database: Database, language: str, made: str, said: str, seen: str
) -> None:
    async with open_shop(sqlite_database, shop_preset="salon") as shop:
        owner = await owner_of(shop, language)
        await owner.says(made)
        await owner.says(said)

        assert seen in owner.last


async def test_a_time_given_up_is_not_booked_and_points_are_not_won_by_being_paid_with(
    sqlite_database: Database,
) -> None:
    async with open_shop(sqlite_database, shop_preset="salon") as shop:
        owner = await owner_of(shop, "ko")
        await owner.says("포인트 켜줘")
        for said in ("박민수 내일 2시 안돼", "박민수 모레 3시 펌 취소", "김수연 커트 25000 포인트로"):
            await owner.says(said)
            owner.sees_nothing_of("예약을 적었어요", "포인트 25,000점")
        await owner.says("내일 예약 보여줘")
        assert "예약이 없어요" in owner.last
