from collections.abc import Callable
from typing import Any

import pytest

from bot.playground.people import NotPossible, Person
from bot.playground.telegram import FakeTelegram

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x28\x00\x00\x00\x14\x08\x02\x00\x00\x00"


async def test_starting_with_a_payload_is_a_command(telegram: FakeTelegram) -> None:
    newcomer = telegram.person(5, "새손님")
    message = newcomer.starts("qr_Ab-1")["message"]
    assert message["text"] == "/start qr_Ab-1"
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]


@pytest.mark.parametrize("payload", ["a b", "가", "a" * 65, "a=1"])
def test_telegram_opens_no_link_with_a_bad_payload(telegram: FakeTelegram, payload: str) -> None:
    with pytest.raises(NotPossible):
        telegram.person(5, "새손님").starts(payload)


async def test_a_pressed_keyboard_button_says_its_label(telegram: FakeTelegram, minji: Person) -> None:
    await telegram.call("sendMessage", chat_id=minji.id, text="x", reply_markup={"keyboard": [["내 정보"]]})
    assert minji.presses("내 정보")["message"]["text"] == "내 정보"


async def test_a_contact_button_shares_the_own_contact_and_a_one_time_keyboard_goes(
    telegram: FakeTelegram, minji: Person
) -> None:
    keyboard = {"keyboard": [[{"text": "번호 보내기", "request_contact": True}]], "one_time_keyboard": True}
    await telegram.call("sendMessage", chat_id=minji.id, text="x", reply_markup=keyboard)
    assert minji.presses("번호 보내기")["message"]["contact"] == {
        "phone_number": "+821012345678",
        "first_name": "민지",
        "last_name": "김",
        "user_id": minji.id,
    }
    assert minji.keyboard() == []


def test_contacts_of_others_and_forwarded_ones_can_be_told_apart(minji: Person, emily: Person) -> None:
    others = minji.shares_contact(emily)["message"]
    assert others["contact"]["user_id"] == emily.id != others["from"]["id"]
    forwarded = minji.shares_contact(forwarded=True)["message"]
    assert forwarded["contact"]["user_id"] == minji.id
    assert forwarded["forward_origin"]["type"] == "user"
    card = minji.shares_contact(phone="010-9999-8888", name="아는 분")["message"]["contact"]
    assert card == {"phone_number": "010-9999-8888", "first_name": "아는 분"}


async def test_a_tap_names_the_message_its_button_hangs_on(telegram: FakeTelegram, minji: Person) -> None:
    for data in ("old", "new"):
        markup = {"inline_keyboard": [[{"text": "네", "callback_data": data}]]}
        await telegram.call("sendMessage", chat_id=minji.id, text=data, reply_markup=markup)
    newest = minji.taps("네")["callback_query"]
    assert (newest["data"], newest["message"]["text"]) == ("new", "new")
    oldest = minji.taps("네", minji.sees()[0]["message_id"])["callback_query"]
    assert oldest["data"] == "old"
    assert minji.taps("old")["callback_query"]["id"] not in (newest["id"], oldest["id"])


async def test_copying_tells_the_bot_nothing(telegram: FakeTelegram, minji: Person) -> None:
    markup = {"inline_keyboard": [[{"text": "복사", "copy_text": {"text": "김수연님, 셔츠가 다 됐어요."}}]]}
    await telegram.call("sendMessage", chat_id=minji.id, text="x", reply_markup=markup)
    assert minji.copies("복사") == "김수연님, 셔츠가 다 됐어요."
    assert telegram.updates.waiting == 0


def test_files_and_pictures_go_both_ways(minji: Person) -> None:
    sent = minji.sends_file("손님.csv", "이름\n김수연".encode("cp949"), "새 목록")["message"]
    assert (sent["document"]["file_name"], sent["caption"]) == ("손님.csv", "새 목록")
    assert minji.downloads(sent).decode("cp949") == "이름\n김수연"
    photo = minji.sends_photo(PNG)["message"]["photo"][-1]
    assert (photo["width"], photo["height"]) == (40, 20)


def test_edits_and_forwards_are_marked(minji: Person, emily: Person) -> None:
    said = minji.says("/start")["message"]
    edited = minji.edits(said["message_id"], "안녕")["edited_message"]
    assert (edited["text"], "entities" in edited) == ("안녕", False)
    assert minji.sees()[0]["text"] == "안녕"
    forwarded = emily.forwards(minji.sees()[0])["message"]
    assert forwarded["forward_origin"]["sender_user"]["id"] == minji.id
    assert forwarded["from"]["id"] == emily.id


def test_blocking_is_told_to_the_bot(minji: Person) -> None:
    change = minji.blocks()["my_chat_member"]
    assert (change["old_chat_member"]["status"], change["new_chat_member"]["status"]) == ("member", "kicked")
    back = minji.unblocks()["my_chat_member"]
    assert back["new_chat_member"]["status"] == "member"


def test_group_messages_come_from_the_group(telegram: FakeTelegram, minji: Person) -> None:
    group = telegram.group(-10, "직원방", minji)
    message = minji.says("오늘?", chat=group)["message"]
    assert message["chat"] == {"id": -10, "type": "group", "title": "직원방"}
    assert minji.sees() == []
    assert group.sees() == [message]


IMPOSSIBLE: list[Callable[[Person], Any]] = [
    lambda person: person.says(""),
    lambda person: person.says("가" * 4097),
    lambda person: person.presses("없는 버튼"),
    lambda person: person.taps("없는 버튼"),
    lambda person: person.copies("없는 버튼"),
    lambda person: person.taps_data(99, "x"),
    lambda person: person.edits(99, "x"),
    lambda person: person.says("x", reply_to=99),
    lambda person: person.sends_file("a", b"x", "가" * 1025),
    lambda person: person.last(),
]


@pytest.mark.parametrize("act", IMPOSSIBLE)
def test_what_the_app_does_not_offer_cannot_be_done(minji: Person, act: Callable[[Person], Any]) -> None:
    with pytest.raises(NotPossible):
        act(minji)


@pytest.mark.parametrize("make_unable", [Person.blocks, Person.deletes_account])
def test_who_blocked_the_bot_or_left_cannot_write(minji: Person, make_unable: Callable[[Person], Any]) -> None:
    make_unable(minji)
    with pytest.raises(NotPossible):
        minji.says("안녕")


def test_nobody_writes_before_pressing_start(telegram: FakeTelegram) -> None:
    with pytest.raises(NotPossible, match="Start"):
        telegram.person(5, "새손님").says("안녕")
