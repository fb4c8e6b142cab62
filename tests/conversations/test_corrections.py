"""A customer's number or e-mail has changed: said, read back, taken back."""

import csv
import io
import json
import re
import unicodedata

import pytest
from sqlmodel import select

from bot.actions.unit import Unit
from storage.database import Database
from storage.models import Customer
from tests import cast
from tests.chat import Chat, ShopUnderTest, open_shop

NUMBER = "+821023456781"
NEW = "010-5555-1234"


@pytest.fixture
async def suyeon(shop: ShopUnderTest) -> Chat:
    return await customer(shop, "ko")


async def customer(shop: ShopUnderTest, language: str) -> Chat:
    def write(unit: Unit) -> None:
        cast.visit(unit, cast.customer(unit, "김수연", NUMBER, email="suyeon.kim@example.com"), 5)
        cast.customer(unit, "박민수", "010-8161-6464")

    await shop.assistant.runtime.write(write)
    return await shop.customer(501, "수연", phone=NUMBER, language=language)


@pytest.mark.parametrize(
    ("language", "sentence", "seen", "button", "undone"),
    [
        (
            "ko",
            "번호 바뀌었어요 010-5555-1234",
            ["010-****-6781", "010-5555-1234", "11/28(토)"],
            "되돌리기",
            "010-2345-6781",
        ),
        ("ko", "폰번 바뀜 01055551234", ["010-****-6781", "010-5555-1234"], "되돌리기", "010-2345-6781"),
        (
            "ko",
            "이메일 new@example.com 으로 바꿔 주세요",
            ["su***@example.com", "new@example.com"],
            "되돌리기",
            "suyeon.kim@",
        ),
        ("en", "my phone number changed to 010-5555-1234", ["010-****-6781", "010-5555-1234"], "Undo", "010-2345-6781"),
        ("en", "pls change my name to Siobhán O'Reilly", ["Siobhán O'Reilly"], "Undo", "김수연"),
        ("en", "could you put me down as Mrs. van der Berg", ["Mrs. van der Berg"], "Undo", "김수연"),
        ("en", "my email is sam.kim at gmail dot com", ["sam.kim@gmail.com"], "Undo", "suyeon.kim@"),
        (
            "en",
            "Please update my email to New@Example.COM",
            ["su***@example.com", "new@example.com"],
            "Undo",
            "suyeon.kim@",
        ),
    ],
)
async def test_one_sentence_changes_a_detail_and_one_tap_takes_it_back(
    shop: ShopUnderTest, language: str, sentence: str, seen: list[str], button: str, undone: str
) -> None:
    chat = await customer(shop, language)

    await chat.says(sentence)
    chat.sees(*seen)
    assert chat.buttons == [button]
    await chat.taps(button)
    chat.sees(undone)

    await chat.says("내 정보" if language == "ko" else "my account")
    chat.sees("010-2345-6781", "suyeon.kim@example.com")


@pytest.mark.parametrize(
    ("language", "sentence", "seen"),
    [
        ("ko", "음력으로 제 생일은 8월 15일이에요", "음력 08-15"),
        ("ko", "생일은 1963년 4월 10일 윤달이에요", "음력 1963-04-10 (윤달)"),
        ("ko", "제 생일은 2월 29일이에요", "02-29"),
        ("en", "lunar leap 4/10/1963 is my birthday", "lunar 1963-04-10 (leap month)"),
        ("en", "born 10 April 1963 (lunar, leap month), please note my birthday", "lunar 1963-04-10 (leap month)"),
        ("en", "my birthday is 29 Feb 1988", "1988-02-29"),
        ("en", "my birthday is leap month 4/10 1963", "lunar 1963-04-10 (leap month)"),
        ("en", "my birthday is 10 April, I was born in 1963", "1963-04-10"),
        ("ko", "제 생일은 윤달 4월 10일 1963년생이에요", "음력 1963-04-10 (윤달)"),
        ("ko", "생일 5월 12일이고 1963년생이에요", "1963-05-12"),
    ],
)
async def test_a_birthday_keeps_its_calendar(shop: ShopUnderTest, language: str, sentence: str, seen: str) -> None:
    chat = await customer(shop, language)

    await chat.says(sentence)

    chat.sees(seen)


async def test_a_typed_number_is_not_confirmed_until_its_own_card_is_shared(shop: ShopUnderTest, suyeon: Chat) -> None:
    await suyeon.says("번호 바뀌었어요 010-5555-1234")
    suyeon.sees("가게에서 확인")
    await suyeon.says("내 정보")
    suyeon.sees("010-5555-1234 (확인 전)")

    suyeon.person.account.phone = "821055551234"
    await suyeon.shares_contact()
    suyeon.sees("010-5555-1234", "확인")
    await suyeon.says("내 정보")
    await suyeon.taps("적혀 있는 것")
    suyeon.sees("010-5555-1234 (확인됨")


@pytest.mark.parametrize(
    ("language", "first", "question", "value", "stop", "seen"),
    [
        ("ko", "번호 바꿔 주세요", "내 옷 언제 돼요?", "010-5555-1234", "그만", "010-5555-1234"),
        ("ko", "이메일 주소를 변경하고 싶어요", "내 정보", "new@example.com", "그만", "new@example.com"),
        ("en", "I want to change my phone number", "my account", "010-5555-1234", "cancel", "010-5555-1234"),
        ("en", "I want to change my email", "my account", "new@example.com", "cancel", "new@example.com"),
    ],
)
async def test_step_by_step_with_a_question_in_the_middle(
    shop: ShopUnderTest, language: str, first: str, question: str, value: str, stop: str, seen: str
) -> None:
    chat = await customer(shop, language)

    await chat.says(first)
    chat.sees("그만" if language == "ko" else "cancel")
    asked = chat.last
    answer, reminder = await chat.says(question)
    assert "김수연" in answer or "맡아" in answer
    assert reminder.endswith(asked)
    await chat.says(value)

    chat.sees(seen, "→")


@pytest.mark.parametrize(
    ("language", "value", "yes"),
    [("ko", "010-5555-1234", "바꾸기"), ("ko", "new@example.com", "바꾸기"), ("en", "010-5555-1234", "Change")],
)
async def test_a_value_out_of_the_blue_is_asked_about_first(
    shop: ShopUnderTest, language: str, value: str, yes: str
) -> None:
    chat = await customer(shop, language)

    await chat.says(value)
    chat.sees(value, "?")
    await chat.says("내 정보")
    assert value not in chat.last

    await chat.taps(yes)
    chat.sees(value, "→")
    await chat.taps(yes)
    assert "→" not in chat.last


async def test_a_detail_is_changed_by_key_and_buttons(suyeon: Chat) -> None:
    await suyeon.presses("고치기")
    await suyeon.taps("이메일")
    await suyeon.says("new@example.com")

    suyeon.sees("su***@example.com", "new@example.com")


@pytest.mark.parametrize("stop", ["그만", "cancel", "(button)"])
async def test_a_form_can_be_left_at_any_time(suyeon: Chat, stop: str) -> None:
    await suyeon.says("번호 바꿔 주세요")
    await (suyeon.taps("그만두기") if stop == "(button)" else suyeon.says(stop))
    suyeon.sees("바뀐 것은 없어요")

    await suyeon.says("010-5555-1234")
    await suyeon.says("내 정보")
    suyeon.sees("010-2345-6781")


async def test_a_form_is_forgotten_after_a_while(shop: ShopUnderTest, suyeon: Chat) -> None:
    await suyeon.says("번호 바꿔 주세요")
    await shop.moves_on(minutes=16)

    await suyeon.says("010-5555-1234")
    await suyeon.says("내 정보")
    suyeon.sees("010-2345-6781")


@pytest.mark.parametrize(
    ("language", "sentence", "why"),
    [
        ("ko", "번호 바뀌었어요 010-123", "모자라요"),
        ("ko", "번호 바뀌었어요 017-345-6789", "011"),
        ("ko", "이메일 suyeon@ 로 바꿔 주세요", "알아볼 수 없어요"),
        ("ko", "제 메일 minji골뱅이네이버예요", "“네이버” 뒤에 .com 같은 끝이 없어"),
        ("en", "my email is tomhughes at gmail, no dot com", "“gmail” needs an ending"),
        ("en", "tomhughes at gmail", "“gmail” needs an ending"),
        ("en", "new number 010-123, change it", "too few"),
        ("en", "My birthday is 2031-05-17", "not come yet"),
        ("ko", "제 생일은 음력 1962년 윤4월 5일이에요", "그 윤달이 없어요"),
        ("en", "my birthday is lunar 1962-04-05 leap month", "leap month"),
        ("en", "my birthday is 29 February 1990", "No calendar"),
    ],
)
async def test_a_wrong_value_is_refused_with_its_reason(
    shop: ShopUnderTest, language: str, sentence: str, why: str
) -> None:
    chat = await customer(shop, language)

    await chat.says(sentence)

    chat.sees(why)
    assert chat.buttons == []
    await chat.says("내 정보")
    chat.sees("010-2345-6781", "suyeon.kim@example.com")


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "ko",
            (
                "남편 생일이 5월 3일이에요",
                "결혼기념일이 12월 5일이라 그날 쓸 옷이에요",
                "5월 5일생 할인 되나요",
                "엄마 번호는 010-1111-2222예요",
                "현금영수증 010-9999-8888로 해주세요",
                "회사 이름으로 계산서 끊어주세요",
            ),
        ),
        (
            "en",
            (
                "my husband's birthday is May 3",
                "I need it by December 5",
                "put the receipt on 010-9999-8888",
                "the bill should be in my company's name",
            ),
        ),
    ],
)
async def test_what_is_said_of_somebody_else_or_of_a_receipt_changes_nothing_of_ones_own(
    shop: ShopUnderTest, language: str, sentences: tuple[str, ...]
) -> None:
    chat = await customer(shop, language)
    for sentence in sentences:
        await chat.says(sentence)
        await chat.says("그만" if language == "ko" else "cancel")

    await chat.says("바뀐 기록 보여줘" if language == "ko" else "what was changed?")
    assert "→" not in chat.last
    await chat.says("뭐가 저장돼 있어요?" if language == "ko" else "which details do you have on file for me?")
    chat.sees("010-2345-6781", "suyeon.kim@example.com")
    assert [word for word in ("생일", "birthday", "9999", "1111") if word in chat.last] == []


async def test_a_wrong_value_in_a_form_may_be_typed_again(suyeon: Chat) -> None:
    await suyeon.says("번호 바꿔 주세요")
    await suyeon.says("010-123")
    suyeon.sees("모자라요")
    await suyeon.says("010-5555-1234")
    suyeon.sees("010-5555-1234", "→")


async def test_the_same_value_is_said_to_be_so_already(suyeon: Chat) -> None:
    await suyeon.says("번호 바뀌었어요 010-2345-6781")

    suyeon.sees("이미", "010-2345-6781")
    assert suyeon.buttons == []


async def test_a_number_of_somebody_else_is_refused_without_saying_so(suyeon: Chat) -> None:
    await suyeon.says("번호 바뀌었어요 010-8161-6464")

    suyeon.sees("가게에 말씀")
    suyeon.sees_nothing_of("박민수", "다른 손님", "이미")
    await suyeon.says("내 정보")
    suyeon.sees("010-2345-6781")


@pytest.mark.parametrize("sentence", ["되돌려줘", "undo"])
async def test_undo_by_a_sentence(suyeon: Chat, sentence: str) -> None:
    await suyeon.says("번호 바뀌었어요 010-5555-1234")

    await suyeon.says(sentence)

    suyeon.sees("되돌렸어요", "010-2345-6781")
    await suyeon.says(sentence)
    suyeon.sees("연결을 끊을까요?")


@pytest.mark.parametrize(
    ("language", "changes", "sentence", "undone", "stays"),
    [
        (
            "ko",
            ("번호 바뀌었어요 010-5555-1234", "이메일 new@example.com 으로 바꿔 주세요"),
            "아까 번호 바꾼 거 되돌려줘요",
            "010-2345-6781",
            "new@example.com",
        ),
        (
            "en",
            ("my number changed to 010-5555-1234", "my email changed to new@example.com"),
            "undo the change of my number",
            "010-2345-6781",
            "new@example.com",
        ),
    ],
)
async def test_undo_takes_back_what_it_names(
    shop: ShopUnderTest, language: str, changes: tuple[str, str], sentence: str, undone: str, stays: str
) -> None:
    chat = await customer(shop, language)
    for change in changes:
        await chat.says(change)

    await chat.says(sentence)

    chat.sees(undone)
    await chat.says("뭐가 저장돼 있어요?" if language == "ko" else "which details do you have on file for me?")
    chat.sees(undone, stays)


async def test_undo_works_on_the_seventh_day(shop: ShopUnderTest, suyeon: Chat) -> None:
    await suyeon.says("번호 바뀌었어요 010-5555-1234")
    await shop.moves_on(days=6, hours=23)

    await suyeon.taps("되돌리기")

    suyeon.sees("되돌렸어요")


async def test_undo_is_refused_after_seven_days(shop: ShopUnderTest, suyeon: Chat) -> None:
    await suyeon.says("번호 바뀌었어요 010-5555-1234")
    await shop.moves_on(days=7, hours=1)

    await suyeon.taps("되돌리기")

    suyeon.sees("7일")
    await suyeon.says("내 정보")
    suyeon.sees("010-5555-1234")


async def test_undo_of_an_older_change_says_why_not(suyeon: Chat) -> None:
    await suyeon.says("번호 바뀌었어요 010-5555-1234")
    first = suyeon.person.last()
    await suyeon.says("번호 바뀌었어요 010-6666-1234")

    await suyeon.does(lambda: suyeon.person.taps("되돌리기", first["message_id"]))

    suyeon.sees("그 뒤에 다시")
    await suyeon.says("내 정보")
    suyeon.sees("010-6666-1234")


@pytest.mark.parametrize(
    ("language", "sentence", "who", "undone"),
    [("ko", "바뀐 기록 보여줘", "본인", "되돌림"), ("en", "what was changed?", "you", "undone")],
)
async def test_history_tells_every_change_masked(
    shop: ShopUnderTest, language: str, sentence: str, who: str, undone: str
) -> None:
    chat = await customer(shop, language)
    change = "번호 바뀌었어요 010-5555-1234" if language == "ko" else "my number changed to 010-5555-1234"
    await chat.says(change)
    await chat.taps("되돌리기" if language == "ko" else "Undo")

    await chat.says(sentence)

    chat.sees("010-****-6781", "010-****-1234", who, undone)
    assert "010-5555-1234" not in chat.last


@pytest.mark.parametrize(
    ("language", "drop", "history", "seen"),
    [
        ("ko", "이메일 지워 주세요", "바뀐 기록 보여줘", "su***@example.com → 비워 둠 (본인)"),
        ("en", "delete my email", "what was changed?", "su***@example.com → empty (you)"),
    ],
)
async def test_history_says_of_what_was_dropped_that_it_is_empty(
    shop: ShopUnderTest, language: str, drop: str, history: str, seen: str
) -> None:
    chat = await customer(shop, language)
    await chat.says(drop)
    await chat.says(history)
    chat.sees(seen)


async def test_a_forwarded_sentence_changes_nothing(shop: ShopUnderTest, suyeon: Chat) -> None:
    other = shop.person(502, "민지", phone="+821011112222")
    await other.starts()
    said = other.person.says("번호 바뀌었어요 010-5555-1234")["message"]
    await shop.settle()

    await suyeon.does(lambda: suyeon.person.forwards(said))

    await suyeon.says("내 정보")
    suyeon.sees("010-2345-6781")


@pytest.mark.parametrize(
    ("typed", "called"),
    [
        ("<b>수연</b>", "<b>수연</b>"),
        ("{ $name } %s", "{ $name } %s"),
        (unicodedata.normalize("NFD", "박순자"), "박순자"),
        ("박\u200b순\u202e자", "박순자"),
        ("A & B 😀", "A & B 😀"),
    ],
)
async def test_a_name_is_shown_as_it_was_typed(suyeon: Chat, typed: str, called: str) -> None:
    await suyeon.presses("고치기")
    await suyeon.taps("이름")

    await suyeon.says(typed)
    suyeon.sees(called)
    await suyeon.says("내 정보")

    suyeon.sees(f"{called}님")


@pytest.mark.parametrize("typed", ["가" * 4096, "😀", "\u200b.", "010-2345-678" * 300, "a@" * 2000, "%" * 100])
@pytest.mark.parametrize("detail", ["전화번호", "이메일", "이름"])
async def test_nothing_that_is_typed_into_a_form_breaks_the_chat(suyeon: Chat, detail: str, typed: str) -> None:
    await suyeon.presses("고치기")
    await suyeon.taps(detail)

    assert len(await suyeon.says(typed)) >= 1
    suyeon.sees_nothing_of("문제가 생겼어요")
    await suyeon.says("그만")
    await suyeon.says("내 정보")
    suyeon.sees("김수연님", "010-2345-6781", "suyeon.kim@example.com")


@pytest.mark.parametrize(
    ("language", "begun", "middle", "done", "asked", "value", "seen"),
    [
        ("ko", "번호 바꿔 주세요", "이메일 new@example.com 으로 바꿔 주세요", "new@", "번호", "010-5555-1234", "5555"),
        ("ko", "이메일 바꿔 주세요", "번호 바뀌었어요 010-5555-1234", "5555", "이메일", "new@example.com", "new@"),
        (
            "en",
            "I want to change my phone number",
            "my email changed to new@example.com",
            "new@",
            "number",
            NEW,
            "5555",
        ),
        ("en", "I want to change my email", f"my number changed to {NEW}", "5555", "mail", "new@example.com", "new@"),
    ],
)
@pytest.mark.parametrize("at_once", [True, False], ids=["in one sentence", "step by step"])
async def test_a_correction_in_the_middle_of_another_finishes_and_the_other_goes_on(
    shop: ShopUnderTest,
    language: str,
    begun: str,
    middle: str,
    done: str,
    asked: str,
    value: str,
    seen: str,
    at_once: bool,
) -> None:
    chat = await customer(shop, language)
    await chat.says(begun)
    question = chat.last

    if at_once:
        answer, reminder = await chat.says(middle)
    else:
        inner = next(word for word in middle.split() if "@" in word or "5555" in word)
        await chat.says(middle.replace(inner, "").replace(" 으로", "").replace(" to ", ""))
        assert chat.last != question
        answer, reminder = await chat.says(inner)

    assert done in answer
    assert "→" in answer
    assert reminder.endswith(question)
    assert asked in reminder
    await chat.says(value)
    chat.sees(seen, "→")
    await chat.says("내 정보" if language == "ko" else "my account")
    chat.sees("010-5555-1234", "new@example.com")


async def test_leaving_a_correction_leaves_what_waited_beneath_too(suyeon: Chat) -> None:
    await suyeon.says("번호 바꿔 주세요")
    await suyeon.says("이메일 바꿔 주세요")

    await suyeon.says("그만")

    suyeon.sees("바뀐 것은 없어요")
    await suyeon.says("그만")
    assert "바뀐 것은 없어요" not in suyeon.last


@pytest.mark.parametrize(
    ("language", "begun", "middle", "value", "asked_for"),
    [
        ("ko", "다음주 화요일에 예약하고 싶어요", "번호 바뀌었어요 010-5555-1234", "3시 반", "11/24(화) 15:30"),
        (
            "en",
            "I'd like to book for next Tuesday",
            "my phone number changed to 010-5555-1234",
            "3:30 pm",
            "24 Nov 3:30 pm",
        ),
    ],
)
async def test_a_correction_while_a_time_is_asked_for(
    sqlite_database: Database, language: str, begun: str, middle: str, value: str, asked_for: str
) -> None:
    async with open_shop(sqlite_database, shop_preset="salon") as salon:
        chat = await customer(salon, language)
        await chat.says(begun)
        question = chat.last

        answer, reminder = await chat.says(middle)

        assert "→" in answer
        assert reminder.endswith(question)
        await chat.says(value)
        chat.sees(asked_for)


HOSTILE = (
    "<b>김수연</b>",
    "김수연</i>&amp;<a href='tg://user?id=1'>",
    "{ $name } { JOSA($name) }",
    "*김* _수_ `연` [가](http://x.example)",
    "Robert'); DROP TABLE customer;--",
    "%s%n{0}{}${jndi:ldap}",
)


@pytest.mark.parametrize(
    ("language", "ask", "account", "pass_on"),
    [
        ("ko", "주소 바꿔 주세요", "뭐가 저장돼 있어요?", "사장님께 전해 주세요"),
        ("en", "change my address", "what do you have on me?", "please tell the owner"),
    ],
)
async def test_whatever_is_typed_is_stored_and_shown_as_typed(
    shop: ShopUnderTest, language: str, ask: str, account: str, pass_on: str
) -> None:
    owner, chat = await shop.owner(), await customer(shop, language)
    for hostile in HOSTILE:
        await chat.says(ask)
        await chat.says(f"서울 마포구 성산로 12 {hostile}")
        chat.sees(f"서울 마포구 성산로 12 {hostile}")
        await chat.says(account)
        chat.sees(f"서울 마포구 성산로 12 {hostile}")

        await chat.says(f"{pass_on} {hostile}")
        owner.sees(hostile)


@pytest.mark.parametrize(
    "name", ["<b>김수연</b>", "{ $name } 수연", "*김* _수_연", "수연&amp;<i>", "=HYPERLINK(1)수연", "+김수연", "-수연"]
)
async def test_the_shop_sees_a_hostile_name_as_it_was_typed_everywhere(shop: ShopUnderTest, name: str) -> None:
    owner, chat = await shop.owner(), await customer(shop, "ko")
    await chat.presses("고치기")
    await chat.taps("이름")
    await chat.says(name)
    chat.sees(name)

    def owes(unit: Unit) -> None:
        person = unit.session.exec(select(Customer).where(Customer.chat_id == 501)).one()
        cast.visit(unit, person, 1, unpaid=7_500)

    await shop.assistant.runtime.write(owes)
    for asked in ("6781", "외상 누구 있어?", "새로 온 손님 보여줘"):
        await owner.says(asked)
        owner.sees(name)
    await chat.says("셔츠에 얼룩이 남았어요")
    assert any(name in text and "접수 1번" in text for text in owner.texts)

    await chat.says("/export")
    found = {m["document"]["file_name"]: chat.person.downloads(m) for m in chat.person.sees() if "document" in m}
    assert json.dumps(name, ensure_ascii=False)[1:-1] in found["my-data.json"].decode()
    cells = [cell for row in csv.reader(io.StringIO(found["my-data.csv"].decode("utf-8-sig"))) for cell in row]
    assert any(name in cell for cell in cells)
    assert not [cell for cell in cells if re.match(r"[=+@-](?!\d)", cell)]


@pytest.mark.parametrize(
    ("language", "asked", "said", "seen"),
    [
        ("en", "use my middle name", "call me Em", "Em"),
        ("en", "use my middle name", "it's Emma Lee, please", "Emma Lee"),
        ("en", "use my middle name", "Im Soo", "Im Soo"),
        ("ko", "이름 바꿔 주세요", "수연이라고 불러 주세요", "수연"),
        ("ko", "이름 바꿔 주세요", "이로운", "이로운"),
    ],
)
async def test_a_name_is_taken_without_what_is_said_around_it(
    shop: ShopUnderTest, language: str, asked: str, said: str, seen: str
) -> None:
    chat = await customer(shop, language)
    await chat.says(asked)

    await chat.says(said)

    chat.sees(f"→ {seen}")
    assert f"→ {said}" not in chat.last or said == seen
