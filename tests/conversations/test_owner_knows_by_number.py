"""The owner names somebody by a number, sets right what is known of them, and asks who cannot be reached."""

import pytest

from bot.actions.unit import Unit
from storage import people
from tests import cast, sample
from tests.chat import Chat, ShopUnderTest

EMMA = "Emma Stone"


def _fill(unit: Unit) -> None:
    sample.fill(unit)
    cast.customer(unit, EMMA, "010-7109-4884")
    cast.customer(unit, "이하늘", "010-5555-1111")
    cast.customer(unit, "나현수")


@pytest.fixture
async def owner(shop: ShopUnderTest) -> Chat:
    await shop.assistant.runtime.write(_fill)
    return await shop.owner()


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("새손님 김하나 010-1234-5678 셔츠 3장 5000", ["김하나님(5678)", "와이셔츠 3점 5,000원", "새 손님으로"]),
        ("new customer Hana Kim 010-1234-5678, 2 coats 24000", ["Hana Kim (5678)", "코트 ×2", "new customer"]),
        ("김수연 010-2345-6781 셔츠 2장 5000", ["김수연님(6781)", "61번째"]),
        ("6781 셔츠 3장", ["김수연님(6781)", "와이셔츠 3점"]),
        ("6781 셔츠 3장 9000", ["김수연님(6781)", "9,000원"]),
        ("새손님 김하나 010-1234-5678", ["문의 손님", "김하나님", "5678"]),
    ],
)
async def test_a_number_in_the_line_says_who_it_is(owner: Chat, line: str, seen: list[str]) -> None:
    await owner.says(line)

    owner.sees(*seen)
    assert "아직 몰라요" not in owner.last


async def test_a_new_person_with_a_number_goes_again_with_one_undo(owner: Chat, shop: ShopUnderTest) -> None:
    await owner.says("새손님 김하나 010-1234-5678 셔츠 3장 5000")
    await owner.taps("되돌리기")

    await owner.says("김하나 손님 찾아줘")
    assert "5678" not in owner.last


async def test_a_number_that_belongs_to_another_name_is_asked_about(owner: Chat) -> None:
    await owner.says("최영자 010-2345-6781 셔츠 3장 5000")

    owner.sees("010-2345-6781", "다른 이름으로 적힌 번호")
    assert [label[:8] for label in owner.buttons] == ["김수연 6781"]


async def test_a_number_nobody_has_is_written_down_only_with_a_tap(owner: Chat) -> None:
    await owner.says("김수연 010-9999-1234 셔츠 3장 5000")
    owner.sees("아무에게도 없는 번호")
    await owner.taps(next(label for label in owner.buttons if label.startswith("김수연")))
    owner.sees("아직 안 적었어요")
    await owner.taps("이 번호로 적기")
    owner.sees("010-2345-6781 → 010-9999-1234")
    await owner.says("되돌려줘")
    owner.sees("010-2345-6781")


async def test_an_impossible_number_is_refused_with_its_reason(owner: Chat) -> None:
    await owner.says("새손님 김하나 010-1234-567 셔츠 3장 5000")
    owner.sees("번호")
    assert owner.buttons == []


@pytest.mark.parametrize(
    ("line", "seen", "undone"),
    [
        ("이하늘 생일 3월 8일이래", ["이하늘님(1111)", "생일", "03-08"], "적힌 것 없음"),
        ("이하늘 생일은 음력 3월 8일이야", ["음력 03-08"], "적힌 것 없음"),
        ("이하늘님 번호 010-2345-9876으로 바뀌었대", ["010-5555-1111 → 010-2345-9876"], "010-5555-1111"),
        ("이하늘 이메일 haneul@example.com이래요", ["haneul@example.com"], "적힌 것 없음"),
        ("이하늘 주소 서울 마포구 월드컵로 12", ["주소", "서울 마포구 월드컵로 12"], "적힌 것 없음"),
        ("이하늘 이름 이하람으로 고쳐줘", ["이하늘 → 이하람"], "이하늘"),
        ("Emma Stone's birthday is March 8", ["Emma Stone (4884)", "03-08"], "nothing on record"),
        ("Emma's new number is 010 2345 9876", ["010-7109-4884 → 010-2345-9876"], "010-7109-4884"),
        ("change Emma's email to emma@example.com", ["emma@example.com"], "nothing on record"),
        ("Emma's address is 12 World Cup-ro, Mapo", ["12 World Cup-ro, Mapo"], "nothing on record"),
    ],
)
async def test_a_detail_said_in_a_sentence_is_written_down(
    owner: Chat, line: str, seen: list[str], undone: str
) -> None:
    await owner.says(line)
    owner.sees(*seen)
    await owner.taps(owner.buttons[0])
    owner.sees(undone)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("이하늘 번호 010-8161-6464래", "박민수님 번호로 적혀 있어서"),
        ("이하늘 생일 2월 30일이래", "30"),
        ("이하늘 생일 2020년 3월 8일이래", "보호자 동의를 먼저"),
    ],
)
async def test_what_cannot_be_is_not_written_down(owner: Chat, shop: ShopUnderTest, line: str, reason: str) -> None:
    await owner.says(line)

    owner.sees(reason)
    haneul = await shop.database.read(lambda session: people.by_last4(session, shop.database.vault, "1111")[0])
    assert (haneul.phone, haneul.birthday) == ("+821055551111", None)


@pytest.mark.parametrize("line", ["김수연 남편 생일 3월 8일이래", "김수연 생일 3월 8일 맞아?", "김수연 주소 몰라"])
async def test_what_says_more_than_a_detail_changes_none(owner: Chat, line: str) -> None:
    await owner.says(line)

    assert "적었어요" not in owner.last


async def test_whoever_cannot_be_reached_is_listed(owner: Chat) -> None:
    for line in ("연락 안 되는 손님 다 보여줘", "who can't be reached?"):
        await owner.says(line)
        owner.sees("나현수")
        assert EMMA not in owner.last


async def test_the_owner_sees_who_looked_at_a_record_and_staff_do_not(owner: Chat, shop: ShopUnderTest) -> None:
    await owner.says("김수연 기록 누가 봤어?")
    owner.sees("아직 아무도 보지 않았어요")
    await owner.says("김수연")
    await owner.says("who looked at 김수연's record?")
    owner.sees("looked at once", "the customer's card")


async def test_the_last_time_with_a_thing_is_told(owner: Chat) -> None:
    await owner.says("김수연 와이셔츠 마지막으로 언제 맡겼어?")
    owner.sees("와이셔츠: 마지막 11/18(수)", "3일 전", "번")
    await owner.says("when did Emma last bring a coat?")
    owner.sees("nothing on record")


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        ("지난달 매출이랑 이번 달 매출", ["지난달(10/1(목)~10/31(토)):", "이번 달(11/1(일)~11/30(월)):"]),
        ("sales last month and this month", ["last month", "this month", "Takings"]),
        ("오늘 매출이랑 어제 매출", ["오늘(11/21(토)):", "어제(11/20(금)):"]),
        ("이번 달 카드 매출이랑 현금 매출", ["이번 달", "카드:", "현금:"]),
        ("visits in September and October", ["Sep", "Oct", "Visits"]),
        ("이번 달 방문 몇 번이고 매출 얼마야", ["이번 달", "매출", "방문"]),
    ],
)
async def test_every_figure_that_was_asked_for_is_told(owner: Chat, line: str, rows: list[str]) -> None:
    await owner.says(line)

    owner.sees(*rows)


@pytest.mark.parametrize(
    "line", ["김수연 메모 뭐 있어?", "김수연 메모 뭐라고 적혀 있어?", "what is in 김수연's notes?"]
)
async def test_asking_what_is_noted_notes_nothing(owner: Chat, line: str) -> None:
    await owner.says("메모: 김수연 풀 먹이지 말 것")
    await owner.says(line)
    if owner.buttons[:1] in (["네, 맞아요"], ["Yes, that"]):
        await owner.taps(owner.buttons[0])

    owner.sees("010-2345-6781", "풀 먹이지 말 것")
    assert "것 /" not in owner.last


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("Priya 2 trousers 9000", ["Priya", "is new here"]),
        ("yesterday Priya 3 shirts 7500", ["Priya", "is new here"]),
        ("김수연 정장 2벌 택 127 B3", ["택 127", "옷걸이 B3"]),
    ],
)
async def test_a_line_of_somebody_nobody_knows_is_asked_about(owner: Chat, line: str, seen: list[str]) -> None:
    await owner.says(line)

    owner.sees(*seen)
