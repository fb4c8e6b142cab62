"""Customers decide what comes and when: stop, start, wishes in a sentence, the card, consent."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from bot.actions.unit import Unit
from storage import appointments, orders
from storage.database import Database
from storage.models import Consent, Customer, OutboxRow
from tests import cast
from tests.chat import Chat, ShopUnderTest, open_shop

NUMBER = "+821023456781"


async def suyeon(shop: ShopUnderTest, language: str = "ko") -> Chat:
    def write(unit: Unit) -> None:
        person = cast.customer(unit, "김수연", NUMBER)
        cast.visit(unit, person, 10)
        person.language = language

    await shop.assistant.runtime.write(write)
    return await shop.customer(501, "수연", phone=NUMBER, language=language)


async def consents(shop: ShopUnderTest) -> list[tuple[str, bool, str]]:
    rows = await shop.database.read(lambda session: session.exec(select(Consent).order_by("id")).all())
    return [(row.purpose, row.given, row.text_version) for row in rows if row.purpose != "keeping"]


async def reasons(shop: ShopUnderTest) -> list[tuple[str, str, str | None]]:
    rows = await shop.database.read(lambda session: session.exec(select(OutboxRow).order_by("id")).all())
    return [(row.kind, row.state, row.reason) for row in rows if row.kind not in ("answer", "owner_notice")]


async def something_is_ready(shop: ShopUnderTest) -> None:
    """A drop-off that is finished at once, and the visit of today for a receipt in the evening."""

    def write(unit: Unit) -> None:
        person = unit.session.exec(select(Customer)).one()
        opened = cast.order(unit, person, ("코트", 1, 12_000), promised_at=None)
        orders.move(unit.session, opened, "ready", unit.now)

    await shop.assistant.runtime.write(write)


@pytest.mark.parametrize(
    ("language", "sentence", "seen"),
    [
        ("ko", "그만 보내세요", ["11/21(토) 10시 처리", "광고와 안부", "다 됐다는 알림", "물어보신 것에 대한 답"]),
        ("ko", "문자 보내지 마세요", ["안 보내는 것: 다녀가신 날 내역, 광고와 안부"]),
        ("ko", "거부", ["그만 보낼게요"]),
        ("en", "stop", ["Stopped (done Sat 21 Nov 10 am)", "receipts of the day", "ready notices"]),
        ("ko", "이벤트 톡 꺼주세요 밤에도 와서 놀람", ["안 보내는 것: 광고와 안부."]),
        ("en", "switch off promo texts, woke me up at night", ["Not sent any more: ads and greetings."]),
        ("en", "stop sending me messages", ["Not sent any more: receipts of the day, ads and greetings"]),
        ("ko", "/stop", ["그만 보낼게요"]),
    ],
)
async def test_stop_is_done_at_once_and_its_result_told(
    shop: ShopUnderTest, language: str, sentence: str, seen: list[str]
) -> None:
    chat = await suyeon(shop, language)

    await chat.says(sentence)

    chat.sees(*seen)
    assert await consents(shop) == [("advertising", False, "advertising-1")]


async def test_what_was_stopped_is_not_sent_and_the_rest_is(shop: ShopUnderTest) -> None:
    chat = await suyeon(shop)
    await chat.says("그만 보내세요")

    await something_is_ready(shop)
    await shop.moves_on(minutes=1)
    await shop.wakes_at(datetime(2026, 11, 21, 11, 0, tzinfo=UTC))

    assert "코트 다 됐어요" in "\n".join(chat.texts)
    assert await reasons(shop) == [("order_notice", "sent", None), ("receipt", "cancelled", "asked_not_to")]


async def test_everything_can_be_turned_off_and_on_again_by_one_tap(shop: ShopUnderTest) -> None:
    chat = await suyeon(shop)
    await chat.says("그만 보내세요")

    await chat.taps("모두 끄기")

    chat.sees("다 됐다는 알림, 다녀가신 날 내역", "그대로 가는 것: 물어보신 것에 대한 답.", "내 옷 언제 돼요?")
    await chat.taps("다시 받기")
    chat.sees("다 됐다는 알림", "다녀가신 날 내역")
    assert "광고와 안부" not in chat.last
    assert await consents(shop) == [("advertising", False, "advertising-1")] * 2


@pytest.mark.parametrize(
    ("language", "sentence", "yes", "given", "stop"),
    [
        ("ko", "광고 받을게요", "동의해요", "11/21(토) 10시에 광고와 안부 수신에 동의", "광고는 받지 않을래요"),
        ("en", "sign me up for offers", "I agree", "you agreed to ads and greetings", "no more ads please"),
    ],
)
async def test_consent_to_advertising_is_one_tap_under_its_own_text(
    shop: ShopUnderTest, language: str, sentence: str, yes: str, given: str, stop: str
) -> None:
    chat = await suyeon(shop, language)

    await chat.says(sentence)

    assert await consents(shop) == []
    await chat.taps(yes)
    chat.sees(given)
    assert await consents(shop) == [("advertising", True, "advertising-1")]
    await chat.says(stop)
    assert await consents(shop) == [("advertising", True, "advertising-1"), ("advertising", False, "advertising-1")]


async def test_nightly_advertising_has_a_consent_of_its_own(shop: ShopUnderTest) -> None:
    chat = await suyeon(shop)
    await chat.says("알림 설정")
    assert "밤 광고" not in chat.last
    await chat.taps("3")
    await chat.taps("동의해요")

    await chat.says("알림 설정")
    await chat.taps("4")
    chat.sees("밤 9시부터 아침 8시")
    await chat.taps("동의해요")

    await chat.says("그만 보내세요")
    assert await consents(shop) == [
        ("advertising", True, "advertising-1"),
        ("night", True, "night-1"),
        ("advertising", False, "advertising-1"),
        ("night", False, "night-1"),
    ]


@pytest.mark.parametrize(
    ("language", "sentence", "seen"),
    [
        ("ko", "저녁엔 보내지 마세요", "18:00–09:00에는"),
        ("ko", "밤 9시 이후에는 연락하지 마세요", "21:00–09:00에는"),
        ("ko", "다음 달까지 조용히", "12/31(목)까지"),
        ("ko", "2주 동안 알림 꺼주세요", "12/4(금)까지"),
        ("ko", "주말엔 보내지 마세요", "토요일과 일요일"),
        ("ko", "톡은 금요일에만 보내주세요", "금요일에만"),
        ("ko", "오전 10시부터 11시까지는 문자 보내지 마세요", "10:00–11:00에는"),
        ("ko", "한 달에 한 번만 보내 주세요", "30일에 한 번"),
        ("ko", "아는 척 안 하셔도 돼요", "조용히 응대"),
        ("en", "no messages after 8pm", "between 20:00 and 09:00"),
        ("en", "pause messages until next month", "until Mon 30 Nov"),
        ("en", "please only message me once a month", "once in 30 days"),
        ("en", "could you text me on Fridays only", "Only on Friday"),
        ("en", "no messages between 6 and 7 pm please", "between 18:00 and 19:00"),
        ("en", "quiet until next month", "until Mon 30 Nov"),
        ("en", "no greetings please", "Quiet treatment"),
    ],
)
async def test_a_wish_in_one_sentence_is_read_back_and_taken_back(
    shop: ShopUnderTest, language: str, sentence: str, seen: str
) -> None:
    chat = await suyeon(shop, language)

    await chat.says(sentence)

    chat.sees(seen)
    await chat.taps("되돌리기" if language == "ko" else "Undo")
    assert seen not in chat.last
    await chat.says("알림 설정" if language == "ko" else "notification settings")
    assert seen not in chat.last


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ko", "시술 중에 말 안 걸어주시면 좋겠어요"),
        ("ko", "전화는 10시 전에 하지 말아 주세요"),
        ("ko", "전화하지 말고 문자로 주세요"),
        ("ko", "세탁물 문앞에 두지 말고 경비실에 맡겨주세요"),
        ("en", "please don't talk to me during the cut"),
        ("en", "please don't phone before ten"),
        ("en", "never call, only text"),
    ],
)
async def test_what_people_do_is_a_request_and_no_setting(shop: ShopUnderTest, language: str, sentence: str) -> None:
    owner, chat = await shop.owner(), await suyeon(shop, language)

    await chat.says(sentence)

    chat.sees("접수 1번" if language == "ko" else "case 1")
    owner.sees(sentence)
    await chat.says("알림 설정" if language == "ko" else "notification settings")
    assert [word for word in ("응대해요", "Quiet treatment:", "에는 아무것도", "Nothing ") if word in chat.last] == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("ko", "왜 다 됐다는 문자를 안 주세요?"), ("ko", "문자가 안 와요"), ("en", "I don't get any texts")],
)
async def test_whoever_misses_messages_stops_none(shop: ShopUnderTest, language: str, sentence: str) -> None:
    chat = await suyeon(shop, language)

    await chat.says(sentence)

    assert await consents(shop) == []
    assert [word for word in ("안 보내는 것", "Not sent") if word in chat.last] == []


async def test_a_notice_waits_for_the_hours_that_were_asked_for(shop: ShopUnderTest) -> None:
    chat = await suyeon(shop)
    await chat.says("오전엔 문자 안 보내셨으면 해요")
    await something_is_ready(shop)

    await shop.moves_on(minutes=2)
    assert "코트 다 됐어요" not in "\n".join(chat.texts)
    await shop.wakes_at(datetime(2026, 11, 21, 3, 1, tzinfo=UTC))

    assert "코트 다 됐어요" in "\n".join(chat.texts)


async def test_the_settings_card_turns_a_topic_off_and_on_in_place(shop: ShopUnderTest) -> None:
    chat = await suyeon(shop)
    await chat.says("알림 설정")
    chat.sees("1. 다 됐다는 알림: 받음", "2. 다녀가신 날 내역: 받음", "3. 광고와 안부: 안 받음")

    await chat.taps("1")
    chat.sees("1. 다 됐다는 알림: 안 받음")
    await chat.taps("1")

    chat.sees("1. 다 됐다는 알림: 받음")


async def test_a_salon_speaks_of_bookings_and_not_of_things(sqlite_database: Database) -> None:
    async with open_shop(sqlite_database, shop_preset="salon") as shop:
        chat = await suyeon(shop)

        def book(unit: Unit) -> None:
            person = unit.session.exec(select(Customer)).one()
            at = unit.now + timedelta(days=2)
            appointments.add(unit.session, customer_id=person.id or 0, at=at, service="커트", now=unit.now)

        await shop.assistant.runtime.write(book)
        await chat.says("예약 알림은 보내지 마세요")
        chat.sees("안 보내는 것: 예약 알림")
        await shop.wakes_at(datetime(2026, 11, 22, 3, 0, tzinfo=UTC))

        assert await reasons(shop) == [("appointment", "cancelled", "asked_not_to")]


async def test_a_form_that_is_open_is_left_and_nothing_is_stopped(shop: ShopUnderTest) -> None:
    chat = await suyeon(shop)
    await chat.says("번호 바꿔 주세요")

    await chat.says("stop")

    assert await consents(shop) == []


async def test_a_stranger_decides_about_nobody(shop: ShopUnderTest) -> None:
    stranger = shop.person(502, "아무개")
    await stranger.starts()

    await stranger.says("그만 보내세요")

    stranger.sees("내 번호로 확인")
    assert await consents(shop) == []


async def test_after_nearly_two_years_a_consent_is_told_again_and_ended_by_one_tap(shop: ShopUnderTest) -> None:
    chat = await suyeon(shop)
    await chat.says("광고 받을게요")
    await chat.taps("동의해요")
    await shop.wakes_at(datetime(2028, 10, 20, 3, 0, tzinfo=UTC))
    assert "2년" not in chat.last

    await shop.wakes_at(datetime(2028, 10, 21, 3, 0, tzinfo=UTC))
    chat.sees("맑은세탁", "2026.11.21(토)에 광고와 안부", "그대로 두시면")
    await shop.wakes_at(datetime(2028, 10, 22, 3, 0, tzinfo=UTC))
    await shop.wakes_at(datetime(2028, 11, 6, 3, 0, tzinfo=UTC))
    assert sum("2년이 되어" in text for text in chat.texts) == 2
    await chat.taps("광고 그만 받기")

    assert (await consents(shop))[-1] == ("advertising", False, "advertising-1")
    await shop.wakes_at(datetime(2030, 11, 5, 3, 0, tzinfo=UTC))
    assert sum("2년이 되어" in text for text in chat.texts) == 2


async def test_a_consent_that_is_kept_counts_two_years_anew(shop: ShopUnderTest) -> None:
    chat = await suyeon(shop)
    await chat.says("광고 받을게요")
    await chat.taps("동의해요")
    await shop.wakes_at(datetime(2028, 10, 21, 3, 0, tzinfo=UTC))

    await chat.taps("계속 받기")
    await shop.wakes_at(datetime(2028, 11, 6, 3, 0, tzinfo=UTC))

    assert sum("2년이 되어" in text for text in chat.texts) == 0  # the first one now shows the yes
    assert (await consents(shop)) == [("advertising", True, "advertising-1")] * 2


@pytest.mark.parametrize("language", ["ko", "en"])
async def test_a_consent_of_which_nobody_could_be_told_ends_after_two_years(shop: ShopUnderTest, language: str) -> None:
    owner, chat = await shop.owner(language=language), await suyeon(shop)
    await chat.says("광고 받을게요")
    await chat.taps("동의해요")
    await chat.does(chat.person.blocks)
    for on in (datetime(2028, 10, 21, 3, tzinfo=UTC), datetime(2028, 11, 6, 3, tzinfo=UTC)):
        await shop.wakes_at(on)
    await shop.wakes_at(datetime(2028, 11, 20, 3, tzinfo=UTC))
    assert (await consents(shop))[-1] == ("advertising", True, "advertising-1")

    await shop.wakes_at(datetime(2028, 11, 21, 3, tzinfo=UTC))
    assert (await consents(shop))[-1] == ("advertising", False, "lapsed")
    told = [text for text in owner.texts if ("거두었어요" if language == "ko" else "agreement to ads ended") in text]
    assert len(told) == 1 and "김수연" in told[0] and "6781" in told[0]
    await shop.wakes_at(datetime(2028, 11, 22, 3, tzinfo=UTC))
    assert len(await consents(shop)) == 2


async def test_silence_about_a_check_that_arrived_keeps_the_consent(shop: ShopUnderTest) -> None:
    chat = await suyeon(shop)
    await chat.says("광고 받을게요")
    await chat.taps("동의해요")
    await shop.wakes_at(datetime(2028, 10, 21, 3, tzinfo=UTC))
    await chat.does(chat.person.blocks)
    for on in (datetime(2028, 11, 6, 3, tzinfo=UTC), datetime(2029, 1, 6, 3, tzinfo=UTC)):
        await shop.wakes_at(on)
    assert (await consents(shop))[-1] == ("advertising", True, "advertising-1")


async def test_the_owner_knows_who_asked_for_quiet(shop: ShopUnderTest) -> None:
    chat = await suyeon(shop)
    owner = await shop.owner()
    await chat.says("아는 척 안 하셔도 돼요")

    await owner.says("6781")

    owner.sees("김수연님", "조용히 응대해 달라고")


@pytest.mark.parametrize(
    ("language", "sentence", "paused"),
    [("ko", "다음 달까지 조용히", "다녀가신 날 내역"), ("en", "quiet until next month", "receipts of the day")],
)
async def test_what_pauses_is_not_said_to_come(shop: ShopUnderTest, language: str, sentence: str, paused: str) -> None:
    chat = await suyeon(shop, language)
    await chat.says(sentence)
    assert paused not in chat.last.splitlines()[-1]


@pytest.mark.parametrize(("language", "stopped"), [("ko", "그만 보낼게요"), ("en", "Stopped")])
async def test_a_question_further_up_takes_no_stop_for_itself(shop: ShopUnderTest, language: str, stopped: str) -> None:
    chat = await suyeon(shop, language)
    await chat.says("suyeon@example.com")  # "shall I save it?" waits for its button
    await chat.says("내 정보")

    await chat.says("stop")

    chat.sees(stopped)
    assert (await consents(shop))[-1][:2] == ("advertising", False)


@pytest.mark.parametrize(("language", "button"), [("ko", "알림 그만 받기"), ("en", "Stop messages")])
async def test_whoever_leaves_a_form_by_the_word_of_leaving_a_list_is_one_tap_from_that(
    shop: ShopUnderTest, language: str, button: str
) -> None:
    chat = await suyeon(shop, language)
    await chat.says("번호 바꿔 주세요")
    await chat.says("stop")

    await chat.taps(button)

    assert (await consents(shop))[-1][:2] == ("advertising", False)


@pytest.mark.parametrize(
    ("language", "sentence", "first", "then"),
    [
        ("ko", "밤에도 보내도 돼요", "광고", "밤 9시"),
        ("en", "you can send me ads at night", "advertising", "between 9 pm"),
    ],
)
async def test_nights_are_agreed_to_apart_and_in_a_sentence(
    shop: ShopUnderTest, language: str, sentence: str, first: str, then: str
) -> None:
    chat = await suyeon(shop, language)

    await chat.says(sentence)
    chat.sees(first)
    await chat.taps("동의해요" if language == "ko" else "I agree")
    await chat.says(sentence)
    chat.sees(then)
    await chat.taps("동의해요" if language == "ko" else "I agree")

    assert [row[:2] for row in await consents(shop)] == [("advertising", True), ("night", True)]


@pytest.mark.parametrize(("language", "word"), [("ko", "그만"), ("ko", "그만할래요"), ("en", "stop"), ("en", "cancel")])
async def test_advertising_ends_by_the_word_that_its_consent_names(
    shop: ShopUnderTest, language: str, word: str
) -> None:
    chat = await suyeon(shop, language)
    await chat.says("광고 받을게요")
    await chat.taps("동의해요" if language == "ko" else "I agree")
    await shop.moves_on(minutes=20)

    await chat.says(word)

    assert [row[:2] for row in await consents(shop)] == [("advertising", True), ("advertising", False)]


@pytest.mark.parametrize(
    ("language", "sentence", "seen", "undo"),
    [
        (
            "ko",
            "예약 알림만 보내 주세요",
            ["이제 예약 알림만", "바꾸기 전:", "내역", "바꾼 뒤: 물어보신 것에 대한 답, 예약 알림."],
            "되돌리기",
        ),
        ("ko", "다른 건 다 끄고 예약 알림만 받을게요", ["바꾼 뒤: 물어보신 것에 대한 답, 예약 알림."], "되돌리기"),
        (
            "en",
            "only booking reminders please",
            ["only booking reminders", "Before:", "receipts", "you ask, booking reminders."],
            "Undo",
        ),
        (
            "en",
            "turn everything off except booking reminders",
            ["Now: answers to what you ask, booking reminders."],
            "Undo",
        ),
    ],
)
async def test_only_one_sort_leaves_every_other_off(
    sqlite_database: Database, language: str, sentence: str, seen: list[str], undo: str
) -> None:
    async with open_shop(sqlite_database, shop_preset="salon") as salon:
        chat = await suyeon(salon, language)

        await chat.says(sentence)

        chat.sees(*seen)
        assert await consents(salon) == [("advertising", False, "advertising-1")]
        await chat.says("알림 설정" if language == "ko" else "message settings")
        settings = chat.last
        await chat.taps(undo)
        await chat.says("알림 설정" if language == "ko" else "message settings")
        assert chat.last != settings, "receipts come again"


@pytest.mark.parametrize(
    "sentence", ["광고 빼고 다 보내 주세요", "stop the ads but keep booking reminders", "광고만 그만 보내 주세요"]
)
async def test_to_stop_one_sort_leaves_the_others(shop: ShopUnderTest, sentence: str) -> None:
    chat = await suyeon(shop)

    await chat.says(sentence)
    await something_is_ready(shop)
    await shop.wakes_at(datetime(2026, 11, 21, 11, 0, tzinfo=UTC))

    assert ("receipt", "sent", None) in await reasons(shop)
