"""Words of a busy counter: a promise to pay, a bare tag, a newcomer in the same breath, half past in British."""

import pytest
from sqlmodel import select

from bot.actions.unit import Unit
from storage.models import Customer, Visit
from tests import cast
from tests.chat import ShopUnderTest


async def _owing(shop: ShopUnderTest, name: str) -> None:
    def write(unit: Unit) -> None:
        cast.customer(unit, name, "+821023456781")

    await shop.assistant.runtime.write(write)


def _unpaid(shop: ShopUnderTest) -> int:
    with shop.database.reading() as session:
        return sum(visit.unpaid_minor for visit in session.exec(select(Visit)))


PROMISES = [
    ("ko", "김수연", "김수연 와이셔츠 3장 7500 외상", "김수연 외상 내일 준대", "그대로", "11/22(일)", "그날 알려 주기"),
    (
        "en",
        "Emily Carter",
        "Emily 3 shirts 7500 unpaid",
        "Emily will pay her tab tomorrow",
        "still owes",
        "22 Nov",
        "Remind",
    ),
]


@pytest.mark.parametrize(("language", "name", "visit", "promise", "still", "day", "button"), PROMISES)
async def test_a_promise_to_pay_pays_nothing_and_offers_a_reminder(
    shop: ShopUnderTest, language: str, name: str, visit: str, promise: str, still: str, day: str, button: str
) -> None:
    await _owing(shop, name)
    owner = await shop.owner(language=language)
    await owner.says(visit)
    assert _unpaid(shop) == 7500

    await owner.says(promise)

    owner.sees(still, "7,500", day)
    assert _unpaid(shop) == 7500
    await owner.taps(next(label for label in owner.buttons if label.startswith(button)))
    owner.sees(promise, day)


@pytest.mark.parametrize(
    "sentence",
    ["김수연 외상 안 갚는대", "내일 김수연님한테 외상 갚으라고 보내줘", "김수연 와이셔츠 1장 3000 내일 준대"],
)
async def test_what_is_not_paid_is_not_written_as_paid(shop: ShopUnderTest, sentence: str) -> None:
    await _owing(shop, "김수연")
    owner = await shop.owner()
    await owner.says("김수연 와이셔츠 3장 7500 외상")
    before = _unpaid(shop)

    await owner.says(sentence)

    assert _unpaid(shop) >= before


@pytest.mark.parametrize(
    ("language", "visit", "bare"),
    [("ko", "김수연 코트 1벌 15000 택 127", "127번"), ("en", "김수연 1 coat 15000 tag 91", "number 91")],
)
async def test_a_bare_number_is_a_tag_where_no_list_has_that_row(
    shop: ShopUnderTest, language: str, visit: str, bare: str
) -> None:
    await _owing(shop, "김수연")
    owner = await shop.owner(language=language)
    await owner.says(visit)

    await owner.says(bare)

    owner.sees("김수연", "127" if language == "ko" else "91")


@pytest.mark.parametrize(
    ("language", "line", "newcomer"),
    [
        ("ko", "김수연 셔츠 3장 9000, 신규 손님 박제임스 코트 1벌 15000", "박제임스"),
        ("ko", "김수연 셔츠 3장 9000, 홍길동 코트 1벌 15000", "홍길동"),
        ("en", "Emily 3 shirts 9000, and new customer James Park 1 coat 15000", "James Park"),
    ],
)
async def test_a_newcomer_in_the_same_line_has_a_visit_of_their_own(
    shop: ShopUnderTest, language: str, line: str, newcomer: str
) -> None:
    known = "김수연" if language == "ko" else "Emily Carter"
    await _owing(shop, known)
    owner = await shop.owner(language=language)

    await owner.says(line)
    owner.sees(newcomer)
    await owner.taps("새 손님" if language == "ko" else "New customer")

    with shop.database.reading() as session:
        names = {one.id: one.name for one in session.exec(select(Customer))}
        visits = {names.get(visit.customer_id): visit.amount_minor for visit in session.exec(select(Visit))}
    assert visits == {known: 9000, newcomer: 15000}


@pytest.mark.parametrize(
    ("language", "visit", "correction", "whole"),
    [
        ("ko", "김수연 와이셔츠 3장 7500 코트 한 벌 15000", "아니 코트 만팔천원이야", 25_500),
        ("en", "Emily 3 shirts 7500 and 1 coat 15000", "no the coat was 18000", 25_500),
        ("ko", "김수연 와이셔츠 3장 7500 코트 한 벌 15000", "아니 만팔천원이야", 18_000),
    ],
)
async def test_a_new_sum_is_that_of_the_thing_it_is_said_of(
    shop: ShopUnderTest, language: str, visit: str, correction: str, whole: int
) -> None:
    await _owing(shop, "김수연" if language == "ko" else "Emily Carter")
    owner = await shop.owner(language=language)
    await owner.says(visit)

    await owner.says(correction)

    owner.sees(f"{whole:,}")


@pytest.mark.parametrize(
    ("language", "name", "visit", "wish"),
    [
        ("ko", "김수연", "김수연 와이셔츠 3장 7500", "수연 외상으로 해줘"),
        ("ko", "김수연", "김수연 와이셔츠 3장 7500", "외상으로 해줘"),
        ("en", "Emily Carter", "Emily 3 shirts 7500", "put it on her tab"),
    ],
)
async def test_what_was_written_down_last_is_put_on_the_tab_and_no_tab_is_paid(
    shop: ShopUnderTest, language: str, name: str, visit: str, wish: str
) -> None:
    await _owing(shop, name)
    owner = await shop.owner(language=language)
    await owner.says(f"{visit} {'외상' if language == 'ko' else 'unpaid'}")
    await owner.says(visit)
    assert _unpaid(shop) == 7500

    await owner.says(wish)

    with shop.database.reading() as session:
        standing = [one.unpaid_minor for one in session.exec(select(Visit)) if one.undone_at is None]
    assert standing == [7500, 7500]


@pytest.mark.parametrize(
    ("language", "booking", "move", "day"),
    [
        ("ko", "김수연 모레 3시 커트 예약", "수연 예약 4시로 옮겨줘", "11/23(월) 16시"),
        ("ko", "김수연 모레 3시 커트 예약", "수연 예약 내일 4시로 옮겨줘", "11/22(일) 16시"),
        ("en", "book Emily on Monday at 3pm cut", "move Emily to half four", "Mon 23 Nov"),
    ],
)
async def test_an_hour_alone_is_one_of_the_day_that_the_booking_has(
    shop: ShopUnderTest, language: str, booking: str, move: str, day: str
) -> None:
    await _owing(shop, "김수연" if language == "ko" else "Emily Carter")
    owner = await shop.owner(language=language)
    await owner.says("예약 켜줘" if language == "ko" else "turn on appointments")
    await owner.says(booking)

    await owner.says(move)

    owner.sees(day)
