"""The owner sends a shop's list into the chat: it is shown, brought in while the talk goes on, and taken back."""

from datetime import date, timedelta

import pytest
from sqlmodel import Session, col, func, select

from bot.actions.import_files import MOST_BYTES, MOST_WAITING
from bot.actions.unit import Unit
from bot.domain.example_files import example_file
from bot.domain.headings import SheetKind
from bot.playground.faults import Fault, FaultKind
from bot.playground.ledger import Event
from bot.playground.people import inline_buttons
from storage import held
from storage.held import Why
from storage.models import Appointment, Customer, ImportFile, ImportPart, JournalEntry, Order, Staff, Visit
from tests import cast
from tests.chat import Chat, ShopUnderTest
from tests.workbook import workbook

GO = {"ko": "들여오기", "en": "Bring in"}
LEAVE = {"ko": "그만두기", "en": "Leave it"}
UNDO = {"ko": "되돌리기", "en": "Undo"}
both_languages = pytest.mark.parametrize("language", ["ko", "en"])

PEOPLE = "고객명,휴대폰,생년월일,등급\n김민지,010-1234-5678,1990-05-01,VIP\n박서준,010-2222-3333,,\n이하늘,12,,\n"


def many(count: int) -> str:
    return "고객명,휴대폰\n" + "".join(f"손님{n:03},010-5555-{n:04}\n" for n in range(count))


async def sends(chat: Chat, name: str, content: str | bytes) -> list[str]:
    data = content.encode() if isinstance(content, str) else content
    return await chat.does(lambda: chat.person.sends_file(name, data))


async def brings_in(chat: Chat, content: str | bytes, name: str = "list.csv") -> list[str]:
    await sends(chat, name, content)
    return await chat.taps(GO["ko"])


async def count(shop: ShopUnderTest, model: type) -> int:
    return await shop.database.read(lambda session: session.exec(select(func.count()).select_from(model)).one())


async def names(shop: ShopUnderTest) -> list[str]:
    return await shop.database.read(lambda session: [one.name for one in session.exec(select(Customer))])


async def states(shop: ShopUnderTest) -> list[str]:
    return await shop.database.read(
        lambda session: [one.state for one in session.exec(select(ImportFile).order_by(col(ImportFile.id)))]
    )


def documents(chat: Chat) -> dict[str, bytes]:
    return {
        message["document"]["file_name"]: chat.person.downloads(message)
        for message in chat.person.sees()
        if "document" in message and message["from"]["id"] != chat.id
    }


# Shown, brought in, taken back.


@both_languages
async def test_a_list_is_shown_brought_in_and_taken_back(shop: ShopUnderTest, language: str) -> None:
    owner = await shop.owner(language=language)
    await sends(owner, "손님명단.csv", PEOPLE)
    owner.sees("손님명단.csv", "3", "휴대폰", "등급", "010-****-5678", "****-05-01")
    owner.sees_nothing_of("010-1234-5678", "1990-05-01")
    assert owner.buttons == [GO[language], LEAVE[language]]
    assert await count(shop, Customer) == 0

    await owner.taps(GO[language])
    assert await names(shop) == ["김민지", "박서준"]
    outcome = next(text for text in owner.texts if ("새로 적음 2" if language == "ko" else "created 2") in text)
    assert "4" in outcome and ("모자라" if language == "ko" else "too few") in outcome
    (refused,) = documents(owner).items()
    assert refused[0] == "손님명단.csv.refused.csv"
    assert "이하늘,12" in refused[1].decode("utf-8-sig")
    assert await count(shop, ImportPart) == 0

    await owner.taps(UNDO[language])
    owner.sees("손님명단.csv", "2")
    assert await names(shop) == []
    assert await states(shop) == ["undone"]


async def test_a_workbook_is_brought_in_and_the_sheets_that_are_not_read_are_named(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    pages = {"9월": [["고객명", "휴대폰"], ["김민지", "010-1234-5678"]], "메모": [["우유", "사기"]]}
    await sends(owner, "명단.xlsx", workbook(sheets=pages))
    owner.sees("‘9월’ 시트만", "메모")
    await owner.taps("들여오기")
    assert await names(shop) == ["김민지"]


async def test_the_same_file_again_doubles_nothing_and_leaves_nothing_to_undo(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await brings_in(owner, PEOPLE)
    await brings_in(owner, PEOPLE)
    assert await names(shop) == ["김민지", "박서준"]
    again = next(text for text in owner.texts if "그대로 2" in text)
    assert "새로 적음 0" in again
    await owner.says("되돌려줘")
    assert await names(shop) == [], "the last thing that was done is the first import"


async def test_a_button_of_a_preview_works_once(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await sends(owner, "a.csv", PEOPLE)
    message = owner.person.last()
    yes = inline_buttons(message)[0]["callback_data"]
    await owner.taps("그만두기")
    owner.sees("그만두었어요")
    await owner.taps_data(yes, under=message["message_id"])
    owner.sees("다시 보내 주세요")
    assert await count(shop, Customer) == await count(shop, ImportPart) == 0


@both_languages
async def test_stop_means_the_file_as_well(shop: ShopUnderTest, language: str) -> None:
    owner = await shop.owner(language=language)
    await sends(owner, "a.csv", PEOPLE)
    await owner.says("그만" if language == "ko" else "stop")
    assert await states(shop) == ["left"]
    assert await count(shop, ImportPart) == 0


async def test_whoever_says_nothing_for_a_day_is_not_asked_any_longer(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await sends(owner, "a.csv", PEOPLE)
    await shop.moves_on(hours=25)
    assert await states(shop) == ["left"]
    assert await count(shop, ImportPart) == 0
    await owner.taps("들여오기")
    owner.sees("다시 보내 주세요")


async def test_of_a_file_that_came_to_nothing_no_note_is_left_after_a_while(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await brings_in(owner, PEOPLE)
    await sends(owner, "a.csv", PEOPLE)
    await owner.taps("그만두기")
    assert await states(shop) == ["done", "left"]
    await shop.moves_on(days=31)
    assert await states(shop) == ["done"]


# Beside the talk.


@both_languages
async def test_a_question_in_the_middle_is_answered_before_the_end(shop: ShopUnderTest, language: str) -> None:
    owner = await shop.owner(language=language)
    await sends(owner, "list.csv", many(220))
    question = "손님 몇 분이야?" if language == "ko" else "how many customers?"

    def act() -> None:
        owner.person.taps(GO[language])
        owner.person.says(question)

    heard = await owner.does(act)
    answered = next(at for at, text in enumerate(heard) if "220" not in text and ("분" in text or "customers" in text))
    ended = next(at for at, text in enumerate(heard) if "220" in text and ("새로 적음" in text or "created" in text))
    assert answered < ended
    assert await count(shop, Customer) == 220


async def test_how_far_it_is_is_told_now_and_then_on_one_message(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await sends(owner, "list.csv", many(900))
    messages = len(owner.texts)
    owner.person.taps("들여오기")
    await _begin(shop)
    seen = [owner.last]
    while (await states(shop))[0] == "wanted":
        await shop.assistant.import_desk.step()
        await _courier(shop)
        seen.append(owner.texts[messages - 1])
    told = [text for text in dict.fromkeys(seen) if "줄 / 900줄" in text]
    assert len(told) >= 3 and "0줄 / 900줄" in told[0]
    await shop.settle()
    assert "마쳤어요" in owner.texts[messages - 1]
    assert len(owner.texts) == messages + 1
    owner.sees("새로 적음 900")


async def test_it_can_be_stopped_in_the_middle_and_what_came_till_then_be_undone(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await sends(owner, "list.csv", many(220))
    owner.person.taps("들여오기")
    await _begin(shop, steps=2)
    assert 0 < await count(shop, Customer) < 220
    await owner.taps("멈추기")
    assert 0 < await count(shop, Customer) < 220
    assert any("멈췄어요" in text for text in owner.texts)
    await owner.taps("되돌리기")
    assert await count(shop, Customer) == 0


async def test_undo_in_the_middle_ends_it_and_takes_it_back(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await sends(owner, "list.csv", many(220))
    owner.person.taps("들여오기")
    await _begin(shop, steps=2)
    await owner.says("되돌려줘")
    assert await count(shop, Customer) == 0
    assert await states(shop) == ["undone"]


async def _begin(shop: ShopUnderTest, *, steps: int = 0) -> None:
    """Let what was done arrive, and the desk do so many steps."""
    await shop.assistant.polling.poll(wait=timedelta(0))
    await shop.assistant.lanes.step()
    await shop.assistant.lanes.finish()
    for _ in range(steps):
        await shop.assistant.import_desk.step()
    await _courier(shop)


async def _courier(shop: ShopUnderTest) -> None:
    shop.clock.forward(timedelta(seconds=4))
    await shop.assistant.courier.step()
    await shop.assistant.courier.finish()


async def test_a_second_file_waits_for_the_first(shop: ShopUnderTest) -> None:
    owner = await shop.owner()

    def both() -> None:
        owner.person.sends_file("a.csv", many(120).encode())
        owner.person.sends_file("b.csv", PEOPLE.encode())

    await owner.does(both)
    assert await states(shop) == ["asked", "asked"]
    first, second = (
        next(m["message_id"] for m in owner.person.sees() if name in m.get("text", "")) for name in ("a.csv", "b.csv")
    )
    owner.person.taps("들여오기", first)
    await _begin(shop, steps=1)
    await owner.does(lambda: owner.person.taps("들여오기", second))
    edits = [event.details["text"] for event in shop.telegram.ledger.of(Event.EDITED, owner.id)]
    assert any("b.csv는 지금 들여오는 파일이 끝나면" in text for text in edits)
    assert not any("a.csv는 지금 들여오는 파일이 끝나면" in text for text in edits)
    assert await states(shop) == ["done", "done"]
    assert await count(shop, Customer) == 122


async def test_so_many_files_wait_and_no_more(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    for number in range(MOST_WAITING + 1):
        await sends(owner, f"{number}.csv", PEOPLE)
    owner.sees(f"{MOST_WAITING}개")
    assert await states(shop) == ["asked"] * MOST_WAITING


# Read in another way.


async def test_where_it_could_be_two_kinds_of_list_that_is_asked_first(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await sends(owner, "a.csv", "고객명,휴대폰,날짜,품목,금액\n김민지,010-1234-5678,2026-11-02,코트,10000\n")
    owner.sees("무엇을 적은 파일인가요?")
    assert owner.buttons == ["방문 기록", "맡은 것", "그만두기"]
    await owner.taps("맡은 것")
    owner.sees("주문 1줄")
    await owner.taps("들여오기")
    assert (await count(shop, Order), await count(shop, Visit)) == (1, 0)


async def test_dates_that_can_be_meant_in_two_ways_can_be_turned(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await sends(owner, "a.csv", "고객명,방문일시,품목\n김민지,03/04/2026,코트\n박서준,05/04/2026,코트\n")
    owner.sees("03/04/2026")
    await owner.taps("다르게 읽기")
    other = next(label for label in owner.buttons if "날짜로 읽기" in label)
    await owner.taps(other)
    await owner.taps("들여오기")
    days = await shop.database.read(lambda session: sorted(one.visited_on for one in session.exec(select(Visit))))
    assert days in ([date(2026, 4, 3), date(2026, 4, 5)], [date(2026, 3, 4), date(2026, 5, 4)])
    assert days[0].strftime("%-m/%-d") in other


async def test_columns_that_were_guessed_can_be_left_out(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await sends(owner, "a.csv", "고객명,휴대폰,손님특이메모란\n김민지,010-1234-5678,조용한 자리\n")
    owner.sees("짐작해서 읽은 칸: 손님특이메모란")
    await owner.taps("다르게 읽기")
    await owner.taps("짐작한 칸 빼기")
    owner.sees("읽지 않은 칸: 손님특이메모란")
    await owner.taps("들여오기")
    assert await shop.database.read(lambda session: session.exec(select(Customer.note)).one()) is None


# What people have done since stays.


async def test_whom_the_books_need_by_now_stays_and_is_named(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await brings_in(owner, PEOPLE.replace("이하늘,12", "이하늘,010-9999-0000"))
    await owner.says("김민지 와이셔츠 3장 7500")
    undo_import = next(
        button["callback_data"]
        for message in owner.person.sees()
        if "새로 적음 3" in message.get("text", "")
        for button in inline_buttons(message)
    )
    await owner.taps_data(undo_import)
    assert await names(shop) == ["김민지"]
    owner.sees("손님 2분을 뺐어요", "김민지님", "그 뒤에")
    owner.sees_nothing_of("이하늘님")


async def test_what_was_corrected_since_stays_corrected(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await shop.assistant.runtime.write(lambda unit: cast.customer(unit, "김민지", "010-1234-5678"))
    await shop.assistant.runtime.write(lambda unit: cast.customer(unit, "박서준", "010-2222-3333"))
    text = "고객명,휴대폰,이메일\n김민지,010-1234-5678,minji@example.com\n박서준,010-2222-3333,seojun@example.com\n"
    await brings_in(owner, text)
    minji = await shop.customer(1001, "민지", phone="+821012345678")
    await minji.says("이메일 new@example.com으로 바꿔 주세요")
    await owner.says("되돌려줘")
    emails = await shop.database.read(lambda session: {one.name: one.email for one in session.exec(select(Customer))})
    assert emails == {"김민지": "new@example.com", "박서준": None}
    owner.sees("1가지를 전처럼", "김민지님")


async def test_visits_go_and_the_figures_of_those_who_stay_are_right_again(shop: ShopUnderTest) -> None:
    owner = await shop.owner()

    def fill(unit: Unit) -> None:
        minji = cast.customer(unit, "김민지", "010-1234-5678")
        cast.visit(unit, minji, 30, ("코트", 1, 12_000))

    await shop.assistant.runtime.write(fill)
    rows = "".join(f"김민지,010-1234-5678,2026-10-{day:02},바지,1000\n" for day in range(1, 11))
    await brings_in(owner, f"고객명,휴대폰,방문일시,품목,금액\n{rows}새손님,010-7777-8888,2026-10-01,바지,1000\n")
    spent = select(Customer.spent_minor).where(Customer.visit_days > 1)
    assert await shop.database.read(lambda session: session.exec(spent).one()) == 22_000
    await owner.taps("되돌리기")
    left = await shop.database.read(
        lambda session: [(one.name, one.visit_days, one.spent_minor) for one in session.exec(select(Customer))]
    )
    assert left == [("김민지", 1, 12_000)]
    owner.sees("방문 11번을 뺐어요", "손님 1분을 뺐어요")


async def test_an_order_that_has_moved_since_stays(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    rows = "김민지,010-1234-5678,2026-11-20,코트,접수\n박서준,010-2222-3333,2026-11-20,바지,접수\n"
    await brings_in(owner, f"고객명,휴대폰,접수일시,품목,상태\n{rows}")
    await owner.says("김민지 다 됐어요")
    await owner.does(lambda: _press_undo_of(owner, "새로 적음 2"))
    assert await names(shop) == ["김민지"]
    assert await shop.database.read(lambda session: session.exec(select(Order.state)).all()) == ["ready"]
    owner.sees("맡은 것 1건을 뺐어요", "김민지님")


async def test_orders_that_a_newer_file_moved_on_go_back_with_it(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    rows = "고객명,휴대폰,접수일시,품목,상태,미수금,금액\n김민지,010-1234-5678,2026-11-20,코트,{},{},12000\n"
    await brings_in(owner, rows.format("접수", 12000))
    await brings_in(owner, rows.format("출고", 0))
    told = select(Order.state, Order.unpaid_minor)
    assert await shop.database.read(lambda session: session.exec(told).one()) == ("handed_over", 0)
    await owner.says("되돌려줘")
    assert await shop.database.read(lambda session: session.exec(told).one()) == ("received", 12_000)
    assert await names(shop) == ["김민지"]


async def test_bookings_go(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await brings_in(owner, example_file(SheetKind.APPOINTMENTS, "ko")[1])
    assert await count(shop, Appointment) == 2
    await owner.taps("되돌리기")
    assert await count(shop, Appointment) == await count(shop, Customer) == 0


async def test_lines_of_a_later_file_stay_when_the_first_goes(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    head = "고객명,휴대폰,방문일시,품목,금액\n"
    await brings_in(owner, f"{head}김민지,010-1234-5678,2026-10-01 10:00,바지,1000\n")
    await brings_in(owner, f"{head}김민지,010-1234-5678,2026-10-01 10:00,코트,5000\n")
    await owner.does(lambda: _press_undo_of(owner, "새로 적음 1", newest=False))
    told = select(Visit.amount_minor)
    assert await shop.database.read(lambda session: session.exec(told).all()) == [5_000]
    await owner.does(lambda: _press_undo_of(owner, "새로 적음 1"))
    assert await count(shop, Visit) == 0


def _press_undo_of(owner: Chat, part: str, *, newest: bool = True) -> None:
    found = [m for m in owner.person.sees() if part in m.get("text", "") and "reply_markup" in m]
    message = found[-1 if newest else 0]
    data = inline_buttons(message)[0]["callback_data"]
    owner.person.taps_data(message["message_id"], data)


# What is no list, and who may not send one.


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("list.xlsx", b"%PDF-1.7\n", "PDF"),
        ("list.csv", b"", "빈 파일"),
        ("list.csv", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "사진"),
        ("list.xlsx", b"PK\x03\x04" + b"\0" * 40, "망가진"),
        ("list.csv", "고객명,휴대폰\n".encode(), "내용이 없는"),
        ("list.csv", b"what,ever\n1,2\n", "어떤 칸인지"),
        ("list.csv", b"a" * (2 << 20), "너무 길어요"),
    ],
)
async def test_a_file_that_is_no_list_gets_one_plain_sentence(
    shop: ShopUnderTest, name: str, data: bytes, said: str
) -> None:
    owner = await shop.owner()
    heard = await sends(owner, name, data)
    assert len(heard) == 1
    owner.sees(said, "아무것도 바꾸지 않았어요")
    assert await states(shop) == ["refused"]
    assert await count(shop, ImportPart) == 0


@pytest.mark.parametrize(
    "content",
    [
        ",".join("가" * 300 for _ in range(900)) + "\n1,2\n",
        "고객명," + ",".join(f"{'모르는제목' * 30}{n}" for n in range(900)) + "\n김민지,1\n",
        f"고객명,휴대폰\n{'가' * 5000},{'0' * 5000}\n",
        f"고객명,접수일시,품목,상태\n김민지,2026-11-02,코트,{'없는상태' * 3000}\n",
    ],
)
async def test_what_is_told_of_a_file_fits_into_a_message_whatever_it_holds(shop: ShopUnderTest, content: str) -> None:
    owner = await shop.owner()
    await sends(owner, "../../" + "긴이름" * 60 + "\n.csv", content)
    owner.sees("이름 .csv")
    owner.sees_nothing_of("../")
    if "들여오기" in owner.buttons:
        await owner.taps("들여오기")
    assert shop.telegram.ledger.of(Event.REFUSED) == []
    assert not any("보내지 못했어요" in text for text in owner.texts)
    assert (await states(shop))[0] in ("refused", "done")


async def test_an_unknown_heading_comes_with_an_example(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await sends(owner, "list.csv", b"what,ever\n1,2\n")
    await owner.taps("예시 파일 보기")
    assert documents(owner)["손님_예시.csv"] == example_file(SheetKind.CUSTOMERS, "ko")[1]


async def test_a_file_that_telegram_does_not_hand_over_is_not_even_asked_for(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    (heard,) = await sends(owner, "huge.csv", b"a" * (MOST_BYTES + 1))
    assert "20MB" in heard
    assert await states(shop) == []


@both_languages
@pytest.mark.parametrize("linked", [True, False])
async def test_nothing_of_what_customers_and_strangers_send_is_kept(
    shop: ShopUnderTest, language: str, linked: bool
) -> None:
    await shop.owner()
    minji = shop.person(1001, "Minji", language=language)
    await minji.starts()
    if linked:
        await shop.assistant.runtime.write(lambda unit: cast.linked(unit, cast.customer(unit, "김민지"), 1001))
    (heard,) = await sends(minji, "list.csv", PEOPLE)
    assert ("글로" if language == "ko" else "write") in heard
    assert await states(shop) == []
    assert await count(shop, Customer) == int(linked)


async def test_whoever_works_here_without_owning_it_brings_nothing_in(shop: ShopUnderTest) -> None:
    def hire(unit: Unit) -> None:
        unit.session.add(Staff(user_id=42, role="staff", added_at=unit.now))

    await shop.assistant.runtime.write(hire)
    hand = shop.person(42, "하나")
    await hand.starts()
    (heard,) = await sends(hand, "list.csv", PEOPLE)
    assert "하실 수 없게" in heard
    assert await states(shop) == []
    await sends(await shop.owner(), "list.csv", PEOPLE)
    assert await states(shop) == ["asked"]


async def test_a_press_of_somebody_else_on_a_preview_does_nothing(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await sends(owner, "list.csv", PEOPLE)
    yes = inline_buttons(owner.person.last())[0]["callback_data"]
    minji = shop.person(1001, "민지")
    await minji.starts()
    await minji.taps_data(yes)
    assert await states(shop) == ["asked"]
    await owner.taps("들여오기")
    assert await states(shop) == ["done"]


async def test_a_group_is_no_place_for_a_list(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    group = shop.telegram.group(-7, "상가 모임", owner.person)
    stored = owner.person.sends_file("x.csv", b"")["message"]["document"]
    await shop.settle()
    before = await states(shop)
    message = {
        "message_id": 1,
        "date": 1_790_000_000,
        "chat": group.as_chat(),
        "from": owner.person.account.as_user(),
        "document": stored,
    }
    await owner.does(lambda: shop.telegram.updates.push("message", message))
    assert await states(shop) == before
    assert group.sees() == []


@both_languages
async def test_a_voice_message_gets_a_plain_sentence(shop: ShopUnderTest, language: str) -> None:
    owner = await shop.owner(language=language)

    def act() -> None:
        sent = owner.person.says("x")["message"]
        bare = {key: sent[key] for key in ("message_id", "date", "chat", "from")}
        voice = {"file_id": "v", "file_unique_id": "v", "duration": 3}
        shop.telegram.updates.push("message", {**bare, "message_id": 900, "voice": voice})

    heard = await owner.does(act)
    assert ("엑셀·CSV" if language == "ko" else "Excel or CSV") in heard[-1]
    assert await states(shop) == []


async def test_a_shop_that_waits_for_its_owners_word_takes_no_files(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await sends(owner, "early.csv", PEOPLE)
    await shop.assistant.runtime.write(lambda unit: held.hold(unit.session, unit.vault, Why.RESTORED, unit.now))
    (heard,) = await sends(owner, "list.csv", PEOPLE)
    assert "이 컴퓨터에서 계속하기" in heard
    await owner.taps("들여오기")
    assert await states(shop) == ["asked"]
    assert await count(shop, Customer) == 0
    await shop.assistant.runtime.write(lambda unit: held.release(unit.session, unit.vault, unit.now))
    await owner.taps("들여오기")
    assert await states(shop) == ["done"]


# Trouble.


@pytest.mark.parametrize("method", ["getFile", "file"])
async def test_a_line_in_trouble_is_waited_out(shop: ShopUnderTest, method: str) -> None:
    owner = await shop.owner()
    shop.telegram.faults.plan(Fault(FaultKind.CUT), method, times=2)
    await sends(owner, "list.csv", PEOPLE)
    assert await states(shop) == ["coming"]
    await shop.moves_on(seconds=10)
    await shop.moves_on(seconds=10)
    assert await states(shop) == ["asked"]


async def test_a_file_that_never_comes_is_given_up_with_a_sentence(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    shop.telegram.faults.plan(Fault(FaultKind.REFUSED), "getFile", times=None)
    await sends(owner, "list.csv", PEOPLE)
    for _ in range(6):
        await shop.moves_on(seconds=60)
    owner.sees("받지 못했어요")
    assert await states(shop) == ["refused"]


async def test_a_preview_that_its_reader_deleted_is_no_reason_to_worry_the_owner(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await sends(owner, "list.csv", PEOPLE)
    message = owner.person.last()
    yes = inline_buttons(message)[0]["callback_data"]

    def act() -> None:
        owner.person.taps_data(message["message_id"], yes)
        owner.person.deletes(message["message_id"])

    heard = await owner.does(act)
    assert await states(shop) == ["done"]
    assert not any("받지 않았어요" in text for text in heard)


async def test_what_a_file_holds_lies_nowhere_in_clear(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await sends(owner, "김민지의 명단.csv", PEOPLE)

    def raw(session: Session) -> list[bytes]:
        rows = session.exec(select(ImportFile)).all()
        parts = session.exec(select(ImportPart)).all()
        return [*(row.sealed_facts for row in rows), *(part.sealed_data for part in parts)]

    blobs = await shop.database.read(raw)
    assert len(blobs) == 2
    assert all(word.encode() not in blob for blob in blobs for word in ("김민지", "010-1234", "명단"))


async def test_the_journal_knows_who_brought_it_in(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await brings_in(owner, PEOPLE)
    deeds = await shop.database.read(
        lambda session: [(one.deed, one.actor_id) for one in session.exec(select(JournalEntry))]
    )
    assert ("import_started", owner.id) in deeds and ("import_batch", owner.id) in deeds
