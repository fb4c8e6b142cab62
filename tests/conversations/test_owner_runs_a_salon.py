"""A salon's times are moved, cancelled, missed; two do not fit into one; and before somebody comes, what is known."""

from collections.abc import AsyncIterator

import pytest

from bot.actions.unit import Unit
from storage.database import Database
from tests import cast
from tests.chat import Chat, ShopUnderTest, open_shop

NUMBER = "+821012345678"


@pytest.fixture
async def salon(sqlite_database: Database) -> AsyncIterator[ShopUnderTest]:
    def people(unit: Unit) -> None:
        minji = cast.customer(unit, "김민지", NUMBER)
        cast.visit(unit, minji, 30, ("커트", 1, 25_000))
        minji.note, minji.preferences = "두피 예민", "앞머리는 짧게"
        unit.session.add(minji)
        cast.customer(unit, "박서준", "010-1111-2222")

    async with open_shop(sqlite_database, shop_preset="salon", shop_name="은하헤어") as opened:
        await opened.assistant.runtime.write(people)
        yield opened


async def minji_on_telegram(salon: ShopUnderTest) -> Chat:
    return await salon.customer(501, "민지", phone=NUMBER)


async def test_a_time_is_moved_and_the_customer_hears_of_it_unless_undone(salon: ShopUnderTest) -> None:
    minji = await minji_on_telegram(salon)
    owner = await salon.owner()
    await owner.says("김민지 금요일 2시 커트 예약")

    await owner.says("김민지 예약 금요일 4시로 옮겨줘")
    owner.sees("11/27(금) 14시 → 11/27(금) 16시", "커트")
    await owner.taps("되돌리기")
    owner.sees("되돌렸어요", "11/27(금) 14시")
    await salon.moves_on(minutes=1)
    minji.sees_nothing_of("16시")

    await owner.says("민지 예약 토요일로 바꿔줘")
    owner.sees("11/28(토) 14시")
    await salon.moves_on(minutes=1)
    minji.sees("11/27(금) 14시", "11/28(토) 14시", "옮겼어요")


async def test_a_cancelled_time_is_told_and_free_again(salon: ShopUnderTest) -> None:
    minji = await minji_on_telegram(salon)
    owner = await salon.owner()
    await owner.says("김민지 금요일 2시 커트 예약")

    await owner.says("김민지 예약 취소")
    owner.sees("김민지님(5678)", "11/27(금) 14시", "취소했어요")
    await salon.moves_on(minutes=1)
    minji.sees("11/27(금) 14시", "취소")
    await owner.says("박서준 금요일 2시 커트 예약")
    owner.sees("박서준님", "예약을 적었어요")
    await owner.says("김민지 예약 취소")
    owner.sees("잡힌 예약이 없어요")


async def test_a_clash_is_refused_and_one_tap_writes_it_anyway(salon: ShopUnderTest) -> None:
    owner = await salon.owner()
    await owner.says("김민지 금요일 2시 커트 예약")

    await owner.says("박서준 금요일 2시 10분 커트 예약")
    owner.sees("겹쳐서 적지 않았어요", "11/27(금) 14시", "김민지님(5678)")
    await owner.says("금요일 예약 몇 명이야?")
    owner.sees("1건")
    await owner.says("박서준 금요일 2시 10분 커트 예약")
    await owner.taps("그래도 적기")
    owner.sees("박서준님", "14:10")
    await owner.says("박서준 예약 금요일 2시로 옮겨줘")
    owner.sees("겹쳐서")


async def test_which_of_two_times_is_asked(salon: ShopUnderTest) -> None:
    owner = await salon.owner()
    await owner.says("김민지 금요일 2시 커트 예약")
    await owner.says("김민지 토요일 2시 염색 예약")

    await owner.says("김민지 예약 취소")
    owner.sees("여럿이에요", "11/27(금) 14시", "11/28(토) 14시")
    await owner.says("김민지 토요일 예약 취소해줘")
    owner.sees("11/28(토) 14시", "취소했어요")


async def test_whoever_did_not_come_is_noted_and_not_written_to(salon: ShopUnderTest) -> None:
    minji = await minji_on_telegram(salon)
    owner = await salon.owner()
    await owner.says("김민지 오늘 2시 커트 예약")
    await owner.says("김민지 노쇼")
    owner.sees("지난 예약이 없어요")

    await salon.moves_on(hours=5)
    before = len(minji.texts)
    await owner.says("김민지 노쇼")
    owner.sees("김민지님(5678)", "안 오신 것으로")
    await salon.moves_on(minutes=5)
    assert len(minji.texts) == before
    await owner.says("되돌려줘")
    owner.sees("되돌렸어요", "14시")


async def test_before_somebody_comes_there_are_at_most_five_true_lines(salon: ShopUnderTest) -> None:
    owner = await salon.owner()
    await owner.says("김민지 오늘 2시 커트 예약")

    await owner.says("2시 손님?")
    owner.sees("14시", "김민지님(5678)", "커트", "1번 오셨고", "10/22(목)", "앞머리는 짧게", "두피 예민")
    assert len(owner.last.splitlines()) <= 5
    await owner.says("다음 손님 누구야?")
    owner.sees("김민지님(5678)")
    await owner.says("5시 손님?")
    owner.sees("17시", "예약이 없어요")


async def test_a_time_is_booked_moved_and_cancelled_in_english(salon: ShopUnderTest) -> None:
    owner = await salon.owner(language="en")
    await owner.says("book Minji for friday 2 pm cut")
    owner.sees("김민지 (5678)", "Fri 27 Nov 2 pm")
    await owner.says("book Seojun for friday 2 pm")
    owner.sees("clashes", "김민지 (5678)")
    await owner.says("move Minji's appointment to friday 4pm")
    owner.sees("Fri 27 Nov 2 pm → Fri 27 Nov 4 pm")
    await owner.says("cancel Minji's appointment")
    owner.sees("Cancelled", "김민지")
    await owner.says("who's next?")
    owner.sees("Nobody is booked")


async def test_a_laundry_has_no_appointments_to_speak_of(shop: ShopUnderTest) -> None:
    owner = await shop.owner()

    for sentence in ("2시 손님?", "김민지 예약 취소", "김민지 노쇼"):
        await owner.says(sentence)
        owner.sees("잘 못 알아들었어요")
    owner.sees_nothing_of("예약이")


@pytest.mark.parametrize(
    "line",
    ["내일 2시 커트 취소", "내일 2시 예약 취소해줘", "김민지 내일 2시 커트 취소", "cancel the cut tomorrow at 2pm"],
)
async def test_a_time_is_enough_to_cancel_what_is_booked_then(salon: ShopUnderTest, line: str) -> None:
    owner = await salon.owner()
    await owner.says("김민지 내일 2시 커트 예약")
    await owner.says(line)
    if owner.buttons[-1] in ("그만두기", "Cancel"):
        await owner.taps(next(one for one in owner.buttons if one in ("네, 맞아요", "Yes, that", "2")))

    owner.sees("5678", "커트")
    await owner.taps(owner.buttons[0])
    await owner.says("내일 예약")
    owner.sees("1건", "김민지님")


async def test_of_two_people_at_one_time_it_is_asked_whose_is_cancelled(salon: ShopUnderTest) -> None:
    owner = await salon.owner()
    await owner.says("김민지 내일 2시 커트 예약")
    await owner.says("박서준 내일 2시 펌 예약")
    await owner.taps("그래도 적기")
    await owner.says("내일 2시 예약 취소")
    owner.sees("어느 분일까요?")
    await owner.taps(next(label for label in owner.buttons if label.startswith("박서준")))
    owner.sees("박서준님(2222)", "취소했어요")
    await owner.says("모레 9시 예약 취소")
    owner.sees("그때 잡힌 예약이 없어요")


async def test_whoever_is_late_today_is_moved_by_so_much(salon: ShopUnderTest) -> None:
    owner = await salon.owner()
    await owner.says("김민지 월요일 2시 커트 예약")
    await owner.says("김민지 10분 늦는대요")
    owner.sees("예약이 없어요")
    await owner.says("박서준 오늘 3시 커트 예약")
    for line, seen in (
        ("박서준 10분 늦는대요", "15시 → 11/21(토) 15:10"),
        ("박서준 is running 20 minutes late", "3:10 pm → Sat 21 Nov 3:30 pm"),
    ):
        await owner.says(line)
        owner.sees(seen)


async def test_days_ahead_are_asked_for_as_people_say_them(salon: ShopUnderTest) -> None:
    owner = await salon.owner()
    await owner.says("김민지 내일 2시 커트 예약")
    await owner.says("박서준 다음 주 금요일 2시 펌 예약")
    for line, seen, unseen in (
        ("내일 손님?", "김민지", "박서준"),
        ("내일 누가 와?", "김민지", "박서준"),
        ("월요일부터 예약", "박서준", "김민지"),
        ("appointments from Monday", "박서준", "김민지"),
    ):
        await owner.says(line)
        owner.sees(seen)
        assert unseen not in owner.last


async def test_no_shows_are_listed_with_how_often(salon: ShopUnderTest) -> None:
    owner = await salon.owner()
    await owner.says("노쇼 목록")
    owner.sees("노쇼로 적은 분이 없어요")
    await owner.says("김민지 오늘 11시 커트 예약")
    await salon.moves_on(hours=3)
    await owner.says("11시 손님 노쇼")
    owner.sees("김민지님(5678)")
    for line in ("이번 달 노쇼 누구야?", "list of no-shows", "노쇼 목록"):
        await owner.says(line)
        owner.sees("1. 김민지", "1")
    await owner.says("1번")
    owner.sees("010-1234-5678")


async def test_money_paid_ahead_is_given_back_and_whoever_has_some_left_is_listed(salon: ShopUnderTest) -> None:
    owner = await salon.owner()
    await owner.says("김민지 선불 5만원 충전")
    await owner.says("박서준 선불 3만원")
    await owner.says("김민지 선불 2만원 환불")
    owner.sees("김민지님(5678)", "20,000원", "잔액 30,000원")
    await owner.says("선불 잔액 남은 손님 누구야?")
    owner.sees("2분", "김민지님", "박서준님", "30,000원")
    await owner.says("refund 박서준 the prepaid")
    owner.sees("₩30,000", "Balance ₩0")
    await owner.says("who has prepaid money left?")
    owner.sees("1. 김민지")
    assert "박서준" not in owner.last
    await owner.says("undo")
    owner.sees("박서준", "30,000")
    await owner.says("김민지 선불 9만원 환불")
    owner.sees("30,000원", "뺄 수 없어요")


async def test_somebody_of_another_family_name_is_asked_about(salon: ShopUnderTest) -> None:
    owner = await salon.owner()
    await owner.says("book Minji Lee tomorrow 2pm cut")
    owner.sees("Minji Lee", "new")
    await owner.says("김민지 내일 5시 커트 예약")
    await owner.says("push Minji back 30 minutes")
    owner.sees("5 pm → Sun 22 Nov 5:30 pm")


async def test_a_cut_of_tomorrow_is_no_visit_of_today(salon: ShopUnderTest) -> None:
    owner = await salon.owner()
    await owner.says("김민지 내일 커트 25000")

    owner.sees("11/22(일)")
    assert owner.buttons == []
