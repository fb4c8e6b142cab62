"""A salon's customer asks for a time, moves and cancels it; the owner says yes with one tap."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from bot.actions.unit import Unit
from bot.playground.people import inline_buttons
from storage import appointments
from storage.database import Database
from storage.models import Appointment
from tests import cast
from tests.chat import Chat, ShopUnderTest, open_shop

NUMBER = "+821023456781"


@pytest.fixture
async def salon(sqlite_database: Database) -> AsyncIterator[ShopUnderTest]:
    async with open_shop(sqlite_database, shop_preset="salon") as opened:
        yield opened


async def suyeon(shop: ShopUnderTest, language: str = "ko", booked: datetime | None = None) -> Chat:
    def write(unit: Unit) -> None:
        person = cast.customer(unit, "김수연", NUMBER)
        person.language = language
        if booked is not None:
            appointments.add(unit.session, customer_id=person.id or 0, at=booked, service="커트", now=unit.now)
        other = cast.customer(unit, "백종철")
        at = datetime(2026, 11, 28, 6, 0, tzinfo=UTC)  # Saturday 15:00
        appointments.add(unit.session, customer_id=other.id or 0, at=at, service="염색", now=unit.now)

    await shop.assistant.runtime.write(write)
    return await shop.customer(501, "수연", phone=NUMBER, language=language)


def booked(shop: ShopUnderTest) -> list[tuple[str, datetime]]:
    """State and time of 김수연's bookings."""
    with shop.database.reading() as session:
        rows = session.exec(select(Appointment).where(Appointment.customer_id == 1)).all()
        return [(row.state, row.at) for row in rows]


WEDNESDAY_TWO = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)
FRIDAY_SIX = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "sentence", "asked", "agreed"),
    [
        (
            "ko",
            "수요일 2시에 커트 예약 될까요?",
            ["11/25(수) 14시", "11/21(토) 20시까지"],
            ["예약됐어요", "11/25(수) 14시"],
        ),
        ("en", "can I book for Wednesday at 2pm?", ["Wed 25 Nov 2 pm", "You hear by"], ["Booked", "Wed 25 Nov 2 pm"]),
    ],
)
async def test_a_time_is_asked_for_and_the_owner_says_yes_with_one_tap(
    salon: ShopUnderTest, language: str, sentence: str, asked: list[str], agreed: list[str]
) -> None:
    owner, chat = await salon.owner(), await suyeon(salon, language)

    await chat.says(sentence)

    chat.sees(*asked)
    assert booked(salon) == []
    owner.sees("김수연님(6781)", "11/25(수) 14시", "부탁하셨어요")
    await owner.taps("확정")
    assert any("확정했어요" in text for text in owner.texts)
    chat.sees(*agreed)
    assert booked(salon) == [("booked", WEDNESDAY_TWO)]
    await owner.taps_data("1:time-yes:AAAAAAAAAAAA")
    assert len(booked(salon)) == 1


async def test_day_and_hour_are_asked_for_one_after_the_other(salon: ShopUnderTest) -> None:
    owner, chat = await salon.owner(), await suyeon(salon)

    await chat.says("예약하고 싶어요")
    chat.sees("언제가 좋으세요?")
    await chat.says("다음주 화요일이요")
    chat.sees("11/24(화) 몇 시가")
    await chat.says("글쎄요")
    chat.sees("못 알아들었어요")
    await chat.says("3시 반")

    chat.sees("11/24(화) 15:30")
    owner.sees("11/24(화) 15:30")


async def test_a_time_that_is_taken_is_not_asked_for_and_nobody_is_named(salon: ShopUnderTest) -> None:
    owner, chat = await salon.owner(), await suyeon(salon)

    await chat.says("토요일 3시 예약 부탁드려요")

    chat.sees("11/28(토) 15시", "다른 예약이 있어요")
    chat.sees_nothing_of("백종철", "염색")
    assert "부탁하셨어요" not in owner.last
    await chat.taps("11/28(토) 14시")
    owner.sees("11/28(토) 14시", "부탁하셨어요")


async def test_the_owner_says_no_and_the_customer_is_asked_for_another_time(salon: ShopUnderTest) -> None:
    owner, chat = await salon.owner(), await suyeon(salon)
    await chat.says("수요일 2시 예약 부탁드려요")

    await owner.taps("안 돼요")

    chat.sees("11/25(수) 14시에는 어려워요")
    assert booked(salon) == []


@pytest.mark.parametrize(
    ("language", "sentence", "seen"),
    [
        ("ko", "예약 수요일 2시로 바꿔주세요", "바꿔도 될지"),
        ("en", "reschedule my appointment to Wednesday 2pm", "can move to"),
    ],
)
async def test_a_booking_is_moved(salon: ShopUnderTest, language: str, sentence: str, seen: str) -> None:
    owner, chat = await salon.owner(), await suyeon(salon, language, FRIDAY_SIX)

    await chat.says(sentence)

    chat.sees(seen)
    owner.sees("11/27(금) 18시", "11/25(수) 14시", "바꾸고 싶어")
    assert booked(salon) == [("booked", FRIDAY_SIX)]
    await owner.taps("확정")
    assert booked(salon) == [("booked", WEDNESDAY_TWO)]


@pytest.mark.parametrize(
    ("language", "sentence", "before", "to"),
    [
        ("ko", "금요일 6시 예약을 수요일로 바꿔주세요", "11/27(금) 18시", "11/25(수) 18시"),
        ("ko", "예약 금요일에서 수요일 2시로 옮겨주세요", "11/27(금) 18시", "11/25(수) 14시"),
        ("ko", "금요일에 못 가요, 수요일은 되나요?", "11/27(금) 18시", "11/25(수) 18시"),
        ("en", "move my Friday 6pm appointment to Wednesday", "11/27(금) 18시", "11/25(수) 18시"),
        ("en", "Sorry, can't make it on Friday, is Wednesday at 2 ok?", "11/27(금) 18시", "11/25(수) 14시"),
    ],
)
async def test_of_two_times_in_a_sentence_the_booking_moves_to_the_other_one(
    salon: ShopUnderTest, language: str, sentence: str, before: str, to: str
) -> None:
    owner, chat = await salon.owner(), await suyeon(salon, language, FRIDAY_SIX)

    await chat.says(sentence)

    owner.sees(before, to, "바꾸고 싶어")
    assert booked(salon) == [("booked", FRIDAY_SIX)]


async def test_moving_keeps_the_hour_or_the_day_that_was_not_named(salon: ShopUnderTest) -> None:
    owner, chat = await salon.owner(), await suyeon(salon, booked=FRIDAY_SIX)

    await chat.says("예약 수요일로 바꿔주세요")
    owner.sees("11/25(수) 18시")
    await chat.says("예약 3시로 옮겨주세요")

    owner.sees("11/27(금) 15시")


@pytest.mark.parametrize(
    ("language", "sentence", "yes", "undo"),
    [("ko", "예약 취소할게요", "취소하기", "되돌리기"), ("en", "cancel my appointment please", "Cancel it", "Undo")],
)
async def test_a_booking_is_cancelled_until_the_cut_off_and_kept_after_all(
    salon: ShopUnderTest, language: str, sentence: str, yes: str, undo: str
) -> None:
    owner, chat = await salon.owner(), await suyeon(salon, language, FRIDAY_SIX)

    await chat.says(sentence)
    assert booked(salon) == [("booked", FRIDAY_SIX)]
    await chat.taps(yes)

    assert booked(salon) == [("cancelled", FRIDAY_SIX)]
    owner.sees("김수연님이 11/27(금) 18시 커트 예약을 취소하셨어요")
    await chat.taps(undo)
    assert booked(salon) == [("booked", FRIDAY_SIX)]
    owner.sees("되돌리셨어요")


@pytest.mark.parametrize(
    ("language", "sentence", "which", "second", "yes", "move", "day"),
    [
        ("ko", "예약 취소할게요", "2건", "12/2(수) 14시 염색", "취소하기", "시간 바꾸기", "토요일 5시"),
        (
            "en",
            "cancel my appointment",
            "Which one",
            "Wed 2 Dec 2 pm 염색",
            "Cancel it",
            "Another time",
            "Saturday 5 pm",
        ),
    ],
)
async def test_of_several_bookings_the_one_that_was_tapped_is_cancelled_or_moved(
    salon: ShopUnderTest, language: str, sentence: str, which: str, second: str, yes: str, move: str, day: str
) -> None:
    owner, chat = await salon.owner(), await suyeon(salon, language, FRIDAY_SIX)
    later = WEDNESDAY_TWO + timedelta(days=7)
    await salon.assistant.runtime.write(
        lambda unit: appointments.add(unit.session, customer_id=1, at=later, service="염색", now=unit.now)
    )

    await chat.says(sentence)
    chat.sees(which)
    assert len(chat.buttons) == 3
    await chat.taps(second)
    await chat.taps(move)
    await chat.says(day)
    owner.sees("12/2(수) 14시", "11/28(토) 17시")
    await chat.taps(second)
    await chat.taps(yes)

    assert sorted(booked(salon)) == [("booked", FRIDAY_SIX), ("cancelled", later)]
    owner.sees("12/2(수) 14시 염색 예약을 취소하셨어요")
    await chat.taps(second)
    assert all(label not in chat.last for label in ("취소할까요", "Cancel <b>"))


@pytest.mark.parametrize(
    ("language", "sentence", "which", "second", "seen"),
    [
        ("ko", "예약 토요일로 바꿔주세요", "어느 예약을 바꿀까요", "11/27(금) 18시 커트", "11/28(토) 18시"),
        (
            "en",
            "can I move my appointment to saturday?",
            "Which one shall I move",
            "Fri 27 Nov 6 pm 커트",
            "Sat 28 Nov 6 pm",
        ),
    ],
)
async def test_of_several_bookings_it_is_asked_which_one_is_to_be_moved(
    salon: ShopUnderTest, language: str, sentence: str, which: str, second: str, seen: str
) -> None:
    customer = await suyeon(salon, language, booked=WEDNESDAY_TWO)

    def another(unit: Unit) -> None:
        appointments.add(unit.session, customer_id=1, at=FRIDAY_SIX, service="커트", now=unit.now)

    await salon.assistant.runtime.write(another)
    await customer.says(sentence)
    customer.sees(which)
    await customer.taps(second)
    customer.sees(seen)
    assert booked(salon) == [("booked", WEDNESDAY_TWO), ("booked", FRIDAY_SIX)]


async def test_a_service_that_is_named_says_which_booking_moves(salon: ShopUnderTest) -> None:
    customer = await suyeon(salon, booked=WEDNESDAY_TWO)

    def another(unit: Unit) -> None:
        appointments.add(unit.session, customer_id=1, at=FRIDAY_SIX, service="염색", now=unit.now)

    await salon.assistant.runtime.write(another)
    await customer.says("염색 예약 일요일로 바꿔주세요")
    customer.sees("11/27(금) 18시 예약을 11/22(일) 18시로")


@pytest.mark.parametrize(
    ("language", "sentence", "seen"),
    [
        ("ko", "금요일 예약 취소할게요", ["취소할까요", "11/27(금) 18시 염색"]),
        ("ko", "수요일에 못 가요", ["취소할까요", "11/25(수) 14시 커트"]),
        ("ko", "염색 예약 취소해 주세요", ["취소할까요", "11/27(금) 18시 염색"]),
        ("ko", "금요일 예약을 일요일로 옮겨 주세요", ["11/27(금) 18시 예약을 11/22(일) 18시로"]),
        ("en", "cancel my Friday appointment", ["Cancel <b>", "Fri 27 Nov 6 pm"]),
        ("en", "I can't make it on Wednesday", ["Cancel <b>", "Wed 25 Nov 2 pm"]),
        ("en", "move my Friday appointment to Sunday", ["Fri 27 Nov 6 pm", "Sun 22 Nov 6 pm"]),
    ],
)
async def test_a_day_that_is_named_says_which_booking_is_meant(
    salon: ShopUnderTest, language: str, sentence: str, seen: list[str]
) -> None:
    await salon.owner()
    chat = await suyeon(salon, language, WEDNESDAY_TWO)

    def another(unit: Unit) -> None:
        appointments.add(unit.session, customer_id=1, at=FRIDAY_SIX, service="염색", now=unit.now)

    await salon.assistant.runtime.write(another)
    await chat.says(sentence)

    chat.sees(*[part.replace("<b>", "") for part in seen])


@pytest.mark.parametrize(
    ("language", "sentence", "seen"),
    [
        ("ko", "그거 5시로 옮겨 주세요", "11/25(수) 17시"),
        ("ko", "금요일로 미뤄 주세요", "11/27(금) 14시"),
        ("en", "can you move it to Friday?", "Fri 27 Nov 2 pm"),
        ("en", "please push it back to 5pm", "Wed 25 Nov 5 pm"),
    ],
)
async def test_it_is_the_booking_where_there_is_one(
    salon: ShopUnderTest, language: str, sentence: str, seen: str
) -> None:
    owner, chat = await salon.owner(), await suyeon(salon, language, WEDNESDAY_TWO)

    await chat.says(sentence)

    chat.sees(seen)
    owner.sees("김수연님(6781)", "11/25(수) 14시")


async def test_the_reminder_has_the_buttons_and_says_until_when(salon: ShopUnderTest) -> None:
    owner, chat = await salon.owner(), await suyeon(salon, booked=FRIDAY_SIX)
    await salon.wakes_at(datetime(2026, 11, 26, 3, 0, tzinfo=UTC))
    chat.sees("11/27(금) 18시", "11/26(목) 20시까지")

    await chat.taps("시간 바꾸기")
    chat.sees("언제로 바꿀까요?")
    await chat.says("토요일 5시")

    owner.sees("11/28(토) 17시", "바꾸고 싶어")


async def test_after_the_cut_off_the_shop_is_called(salon: ShopUnderTest) -> None:
    await salon.owner()
    chat = await suyeon(salon, booked=FRIDAY_SIX)
    await chat.says("예약 취소할게요")
    salon.clock.forward_to(datetime(2026, 11, 26, 11, 0, tzinfo=UTC))

    await chat.taps("취소하기")
    chat.sees("11/26(목) 20시까지", "02-123-4567")
    await chat.says("예약 토요일 5시로 바꿔주세요")

    chat.sees("11/26(목) 20시까지")
    assert booked(salon) == [("booked", FRIDAY_SIX)]


@pytest.mark.parametrize(
    ("language", "sentence", "until"),
    [("ko", "예약 취소할게요", "11/26(목) 20시까지"), ("en", "cancel my appointment", "Thu 26 Nov 8 pm")],
)
async def test_after_the_cut_off_nobody_is_asked_whether_to_cancel(
    salon: ShopUnderTest, language: str, sentence: str, until: str
) -> None:
    await salon.owner()
    chat = await suyeon(salon, language, FRIDAY_SIX)
    salon.clock.forward_to(datetime(2026, 11, 26, 11, 0, tzinfo=UTC))

    await chat.says(sentence)

    chat.sees(until, "02-123-4567")
    assert chat.buttons == []


async def test_a_wish_is_taken_back_and_then_the_owner_cannot_agree(salon: ShopUnderTest) -> None:
    owner, chat = await salon.owner(), await suyeon(salon)
    await chat.says("수요일 2시 예약 부탁드려요")

    await chat.taps("거두기")
    await owner.taps("확정")

    owner.sees("이미 정해졌거나 거둔")
    assert booked(salon) == []


async def test_somebody_elses_booking_is_out_of_reach(salon: ShopUnderTest) -> None:
    await salon.owner()
    await suyeon(salon, booked=FRIDAY_SIX)
    with salon.database.reading() as session:
        entry = session.exec(select(Appointment.public_id).where(Appointment.customer_id == 1)).one()
    minji = await salon.customer(502, "민지", phone="+821011112222")

    await minji.taps_data(f"1:booking-cancel:{entry}")

    minji.sees("그 예약은 지금은 없어요")
    assert booked(salon) == [("booked", FRIDAY_SIX)]


async def test_a_laundry_has_no_bookings_and_hands_it_to_the_owner(shop: ShopUnderTest) -> None:
    owner, chat = await shop.owner(), await suyeon(shop)

    await chat.says("내일 이불 수거 와주실 수 있나요")
    chat.sees("사장님께 전할까요?")
    await chat.taps("사장님께 전하기")

    owner.sees("내일 이불 수거")


@pytest.mark.parametrize(
    ("language", "sentence", "asked"),
    [
        ("ko", "수요일 2시에 이수진 이름으로 커트 예약이요", "11/25(수) 14시"),
        ("en", "table at 2pm on Wednesday under the name Carter", "Wed 25 Nov 2 pm"),
        ("en", "book me at 2pm on Wednesday under the name Carter", "Wed 25 Nov 2 pm"),
    ],
)
async def test_a_time_in_a_name_is_a_time_and_no_new_name(
    salon: ShopUnderTest, language: str, sentence: str, asked: str
) -> None:
    owner, chat = await salon.owner(), await suyeon(salon, language)

    await chat.says(sentence)

    chat.sees(asked)
    owner.sees("김수연님(6781)", "11/25(수) 14시")
    await chat.says("내 정보" if language == "ko" else "my account")
    chat.sees("김수연")


@pytest.mark.parametrize("preset", ["cafe", "theatre"])
@pytest.mark.parametrize(
    ("language", "sentence", "yes", "booking"),
    [
        ("ko", "내일 7시에 김수연 이름으로 두 명 부탁해요", "사장님께 전하기", ("예약", "시간을 여쭤")),
        ("en", "table at 7 under the name Carter", "Pass on to owner", ("booking", "appointment", "Book")),
    ],
)
async def test_where_no_times_are_kept_the_owner_reads_it_and_no_word_of_booking_is_said(
    sqlite_database: Database, preset: str, language: str, sentence: str, yes: str, booking: tuple[str, ...]
) -> None:
    async with open_shop(sqlite_database, shop_preset=preset) as shop:
        owner, chat = await shop.owner(), await suyeon(shop, language)

        await chat.says(sentence)
        await chat.taps(yes)

        owner.sees(sentence)
        chat.sees_nothing_of(*booking)


async def test_the_past_is_refused(salon: ShopUnderTest) -> None:
    await salon.owner()
    chat = await suyeon(salon)
    salon.clock.forward(timedelta(hours=9))

    await chat.says("오늘 오후 2시 예약 부탁드려요")

    chat.sees("이미 지난 때")


@pytest.mark.parametrize(
    ("language", "sentence", "typed", "offered", "yes", "done"),
    [
        (
            "ko",
            "수요일 2시에 커트 예약 될까요?",
            "4시 반",
            ["11/25(수) 14시", "11/25(수) 16:30"],
            "좋아요",
            "예약됐어요",
        ),
        ("en", "can I book for Wednesday at 2pm?", "4시 반", ["Wed 25 Nov 2 pm", "4:30 pm"], "Yes, book it", "Booked"),
    ],
)
async def test_the_owner_offers_another_time_and_the_customer_takes_it_with_one_tap(
    salon: ShopUnderTest, language: str, sentence: str, typed: str, offered: list[str], yes: str, done: str
) -> None:
    owner, chat = await salon.owner(), await suyeon(salon, language)
    await chat.says(sentence)
    await owner.taps("다른 시간")
    owner.sees("어느 시간을 권할까요")

    await owner.says("토요일 3시")
    owner.sees("다른 예약이 있어요")
    await owner.says(typed)

    owner.sees("권했어요")
    chat.sees(*offered)
    assert booked(salon) == []
    await chat.taps(yes)
    chat.sees(done)
    owner.sees("받으셨어요", "11/25(수) 16:30")
    assert booked(salon) == [("booked", datetime(2026, 11, 25, 7, 30, tzinfo=UTC))]


async def test_an_offer_is_taken_by_nobody_else_and_a_later_one_replaces_it(salon: ShopUnderTest) -> None:
    owner, chat = await salon.owner(), await suyeon(salon)
    other = await salon.customer(502, "영희", phone="+821011112222")
    await chat.says("수요일 2시에 커트 예약 될까요?")
    await owner.taps("다른 시간")
    await owner.says("4시")
    first = chat.person.last()
    data = inline_buttons(first)[0]["callback_data"]

    await other.taps_data(data)
    assert booked(salon) == []
    await owner.taps("다른 시간")
    await owner.says("5시")
    await chat.taps_data(data, under=first["message_id"])
    assert booked(salon) == []

    await chat.taps("아니요")
    owner.sees("어렵다고 하셨어요")
    assert booked(salon) == []


async def test_silence_about_a_time_is_brought_up_again_until_it_has_come(salon: ShopUnderTest) -> None:
    owner, chat = await salon.owner(), await suyeon(salon)
    await chat.says("월요일 2시에 커트 예약 될까요?")

    await salon.wakes_at(datetime(2026, 11, 21, 11, 0, tzinfo=UTC))
    await salon.tick()
    owner.sees("시간이 지났어요(1번째)", "11/23(월) 14시")
    chat.sees("답이 늦어 죄송해요", "11/22(일) 12시")
    assert sum("늦어" in text for text in chat.texts) == 1

    await salon.wakes_at(datetime(2026, 11, 23, 5, 0, tzinfo=UTC))
    chat.sees("11/23(월) 14시에는 어려워요")
    assert booked(salon) == []


@pytest.mark.parametrize(
    ("language", "begin", "day", "hour", "asked"),
    [
        ("ko", "커트 예약하고 싶어요", "다음 주 화요일", "3시", "11/24(화) 15시"),
        ("ko", "커트 예약하고 싶어요", "화요일", "11시", "11/24(화) 11시"),
        ("ko", "커트 예약하고 싶어요", "화요일", "3:30", "11/24(화) 15:30"),
        ("en", "I'd like to book a haircut", "next Tuesday", "3 pm", "Tue 24 Nov 3 pm"),
        ("en", "I'd like to book a haircut", "next Tuesday", "9:30 am", "Tue 24 Nov 9:30 am"),
        ("en", "I'd like to book a haircut", "next Tuesday", "11:00", "Tue 24 Nov 11 am"),
    ],
)
async def test_the_hour_is_that_of_the_day_that_was_named(
    salon: ShopUnderTest, language: str, begin: str, day: str, hour: str, asked: str
) -> None:
    chat = await suyeon(salon, language)
    await chat.says(begin)
    await chat.says(day)
    await chat.says(hour)
    chat.sees(asked)


@pytest.mark.parametrize(
    ("language", "sentence", "seen"),
    [
        ("ko", "예약 언제예요?", ["예약이 2건", "11/27(금) 18시", "12/4(금) 18시"]),
        ("en", "when is my appointment?", ["2 bookings", "Fri 27 Nov 6 pm", "Fri 4 Dec 6 pm"]),
    ],
)
async def test_all_that_is_booked_is_told(salon: ShopUnderTest, language: str, sentence: str, seen: list[str]) -> None:
    chat = await suyeon(salon, language, FRIDAY_SIX)
    again = FRIDAY_SIX + timedelta(days=7)

    def write(unit: Unit) -> None:
        one = unit.session.exec(select(Appointment).where(Appointment.service == "커트")).one()
        appointments.add(unit.session, customer_id=one.customer_id, at=again, service="염색", now=unit.now)

    await salon.assistant.runtime.write(write)
    await chat.says(sentence)
    chat.sees(*seen)


@pytest.mark.parametrize(
    ("language", "sentence", "seen", "move"),
    [
        ("ko", "금요일 6시에 커트 예약 될까요?", "이미 예약되어 있어요", "금요일 예약 5시로 바꿔 주세요"),
        ("en", "can I book a cut for Friday at 6pm?", "booked for then already", "move my Friday appointment to 5pm"),
    ],
)
async def test_ones_own_time_is_not_taken_by_somebody_else_and_may_be_moved_in_the_middle_of_asking(
    salon: ShopUnderTest, language: str, sentence: str, seen: str, move: str
) -> None:
    owner, chat = await salon.owner(), await suyeon(salon, language, FRIDAY_SIX)

    await chat.says(sentence)
    chat.sees(seen)
    await chat.says("토요일 3시에 예약 될까요?" if language == "ko" else "can I book for Saturday at 3pm?")
    assert "부탁하셨어요" not in owner.last
    await chat.says(move)

    owner.sees("11/27(금) 18시 예약을", "11/27(금) 17시", "바꾸고 싶어")


@pytest.mark.parametrize(
    ("language", "sentences", "whose"),
    [
        ("ko", ["친구 이름으로 수요일 2시 예약 부탁드려요"], "(오실 분: 친구)"),
        ("ko", ["제 남편 김철수 이름으로 예약하고 싶어요", "수요일", "2시요"], "(오실 분: 남편 김철수)"),
        ("en", ["can I book a haircut for my daughter on Wednesday at 2pm?"], "(오실 분: daughter)"),
        ("en", ["book for my husband Tom at 2pm on Wednesday"], "(오실 분: husband Tom)"),
    ],
)
async def test_the_shop_is_told_who_is_to_come(
    salon: ShopUnderTest, language: str, sentences: list[str], whose: str
) -> None:
    owner, chat = await salon.owner(), await suyeon(salon, language)

    for sentence in sentences:
        await chat.says(sentence)

    chat.sees(whose.partition(": ")[2])
    owner.sees("김수연님(6781)", "11/25(수) 14시", whose)
    await owner.taps("확정")
    await owner.says("25일 예약 누구야")
    owner.sees("김수연님(6781)", whose)


@pytest.mark.parametrize(
    ("language", "sentence", "whose"),
    [
        ("ko", "제 남편 김철수 이름으로 수요일 2시 예약하고 싶어요", "오실 분: 남편 김철수"),
        ("en", "book for my husband Tom at 2pm on Wednesday", "For: husband Tom"),
    ],
)
@pytest.mark.parametrize("own_text", ["", "예약 알림 문구: {이름}님 내일 {시간}에 만나요"])
async def test_the_reminder_says_who_is_to_come(
    salon: ShopUnderTest, language: str, sentence: str, whose: str, own_text: str
) -> None:
    owner, chat = await salon.owner(), await suyeon(salon, language)
    await chat.says(sentence)
    await owner.taps("확정")
    if own_text:
        await owner.says(own_text)
        owner.sees("만나요")

    await salon.wakes_at(datetime(2026, 11, 24, 3, 0, tzinfo=UTC))

    chat.sees(whose)


@pytest.mark.parametrize(
    "sentence", ["김수연 이름으로 수요일 2시 예약해 주세요", "수요일 2시 예약 제 이름으로 부탁드려요"]
)
async def test_ones_own_name_is_nobody_elses(salon: ShopUnderTest, sentence: str) -> None:
    owner, chat = await salon.owner(), await suyeon(salon)

    await chat.says(sentence)

    owner.sees("11/25(수) 14시")
    assert "오실 분" not in owner.last


@pytest.mark.parametrize(
    ("language", "begins", "vague", "seen", "exact", "booked_for"),
    [
        ("ko", "예약하고 싶어요", "봄에", ["2027.3.1(월)", "어느 날"], "3월 3일 3시", "2027.3.3(수) 15시"),
        ("ko", "예약하고 싶어요", "다음 주 아무 때나요", ["다음 주", "11/29(일)"], "수요일 2시", "11/25(수) 14시"),
        ("ko", "예약하고 싶어요", "한가할 때요", ["어느 날"], "수요일 2시", "11/25(수) 14시"),
        ("ko", "수요일에 예약하고 싶어요", "오후에요", ["11/25(수) 몇 시"], "2시요", "11/25(수) 14시"),
        ("en", "I'd like to book", "next spring", ["Mon 1 Mar 2027", "Which day"], "3 March 3pm", "2027.3.3(수) 15시"),
        ("en", "I'd like to book", "sometime next week", ["next week", "Sun 29 Nov"], "wed 2pm", "11/25(수) 14시"),
        ("en", "I'd like to book", "whenever you're free", ["Which day"], "wednesday 2pm", "11/25(수) 14시"),
    ],
)
async def test_half_an_answer_to_when_is_asked_for_the_day(
    salon: ShopUnderTest, language: str, begins: str, vague: str, seen: list[str], exact: str, booked_for: str
) -> None:
    owner, chat = await salon.owner(), await suyeon(salon, language)
    await chat.says(begins)

    await chat.says(vague)
    chat.sees(*seen)
    await chat.says(exact)

    owner.sees(booked_for)


@pytest.mark.parametrize("sentence", ["next week I want to book a haircut", "다음 주에 커트 예약하고 싶어요"])
async def test_a_week_that_was_named_at_once_is_asked_about(salon: ShopUnderTest, sentence: str) -> None:
    chat = await suyeon(salon, "en" if sentence.isascii() else "ko")

    await chat.says(sentence)

    assert "29" in chat.last and "23" in chat.last


@pytest.mark.parametrize(
    ("language", "service", "sentence"),
    [
        ("en", "커트", "cancel my haircut"),
        ("en", "커트", "please cancel my cut"),
        ("ko", "haircut", "커트 예약 취소할게요"),
        ("ko", "컷", "커트 예약 취소할게요"),
    ],
)
async def test_a_service_is_found_by_any_of_its_words_in_either_language(
    salon: ShopUnderTest, language: str, service: str, sentence: str
) -> None:
    chat = await suyeon(salon, language)

    def write(unit: Unit) -> None:
        for at, what in ((WEDNESDAY_TWO, service), (FRIDAY_SIX, "염색")):
            appointments.add(unit.session, customer_id=1, at=at, service=what, now=unit.now)

    await salon.assistant.runtime.write(write)
    await chat.says(sentence)

    assert service in chat.last
    assert "염색" not in f"{chat.last} {chat.buttons}"


@pytest.mark.parametrize(
    ("language", "sentences", "seen"),
    [
        ("ko", ["2월 30일 3시 예약"], "2월 30일"),
        ("ko", ["예약하고 싶어요", "2월 30일 3시"], "2월 30일"),
        ("en", ["book a cut on 30 February at 3pm"], "30 February"),
    ],
)
async def test_a_day_that_no_calendar_has_is_not_asked_for(
    salon: ShopUnderTest, language: str, sentences: list[str], seen: str
) -> None:
    owner, chat = await salon.owner(), await suyeon(salon, language)

    for sentence in sentences:
        await chat.says(sentence)

    chat.sees(seen)
    assert "부탁하셨어요" not in owner.last


@pytest.mark.parametrize(
    ("language", "asked", "seen", "then"),
    [
        ("ko", "수요일 새벽 3시 예약", ["11/25(수)", "문을 열지 않아요", "10:00–20:00"], "수요일 2시요"),
        ("en", "book for Wednesday at 9 pm", ["not open", "Wed 25 Nov 9 pm", "10:00–20:00"], "2 pm on Wednesday"),
    ],
)
async def test_an_hour_at_which_nobody_is_there_is_not_asked_for(
    salon: ShopUnderTest, language: str, asked: str, seen: list[str], then: str
) -> None:
    owner, chat = await salon.owner(), await suyeon(salon, language)

    await chat.says(asked)
    chat.sees(*seen)
    assert "부탁하셨어요" not in owner.last
    await chat.says(then)

    owner.sees("11/25(수) 14시", "부탁하셨어요")


@pytest.mark.parametrize(
    ("language", "sentence", "seen"),
    [
        ("ko", "예약 한 시간만 늦춰 주세요", "15시"),
        ("ko", "예약 30분만 당겨 주세요", "13:30"),
        ("en", "can we push my appointment back an hour?", "3 pm"),
        ("en", "could you bring my appointment forward by 30 minutes", "1:30 pm"),
    ],
)
async def test_a_booking_is_moved_by_a_length_of_time(
    salon: ShopUnderTest, language: str, sentence: str, seen: str
) -> None:
    chat = await suyeon(salon, language, WEDNESDAY_TWO)

    await chat.says(sentence)

    chat.sees("25", seen)


@pytest.mark.parametrize(
    ("language", "sentence", "seen"),
    [("ko", "죄송한데 10분 정도 늦을 것 같아요", "전했어요"), ("en", "I'll be 10 minutes late", "Passed on")],
)
async def test_whoever_is_late_is_told_that_the_shop_knows(
    salon: ShopUnderTest, language: str, sentence: str, seen: str
) -> None:
    owner, chat = await salon.owner(), await suyeon(salon, language, WEDNESDAY_TWO)

    await chat.says(sentence)

    chat.sees(seen)
    owner.sees("김수연님(6781)", sentence)


async def test_a_wish_for_somebody_else_leaves_ones_own_standing(salon: ShopUnderTest) -> None:
    owner, chat = await salon.owner(), await suyeon(salon)
    await chat.says("우리 딸 커트 수요일 2시 예약이요")
    await chat.says("수요일 4시 커트 예약이요")

    for message in [one for one in owner.person.sees() if "부탁하셨어요" in one.get("text", "")]:
        data = inline_buttons(message)[0]["callback_data"]
        await owner.taps_data(data, under=message["message_id"])

    assert len(booked(salon)) == 2


@pytest.mark.parametrize(
    ("language", "begun", "question", "button", "goes_on"),
    [
        ("ko", "금요일에 커트 예약하고 싶어요", "주차는 되나요?", "사장님께 전하기", "몇 시가 좋으세요?"),
        ("en", "can I book a cut on Friday?", "how long does a colour take?", "Pass on to owner", "At what time"),
        ("ko", "금요일에 커트 예약하고 싶어요", "흠 글쎄", "사장님께 전하기", ""),
    ],
)
async def test_what_is_no_time_can_go_to_the_owner_and_the_asking_goes_on(
    salon: ShopUnderTest, language: str, begun: str, question: str, button: str, goes_on: str
) -> None:
    owner, chat = await salon.owner(), await suyeon(salon, language)
    await chat.says(begun)
    await chat.says(question)
    chat.sees(goes_on)

    await chat.taps(button)

    owner.sees("접수 1번", question)
    await chat.says("3시" if language == "ko" else "3 pm")
    owner.sees("11/27(금) 15시")
