from typing import Any

import pytest

from bot.playground.errors import ApiError
from bot.playground.ledger import Event
from bot.playground.people import Person
from bot.playground.telegram import FakeTelegram

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x28\x00\x00\x00\x14\x08\x02\x00\x00\x00"


async def refusal_of(telegram: FakeTelegram, method: str, **params: Any) -> tuple[int, str]:
    with pytest.raises(ApiError) as refusal:
        await telegram.call(method, **params)
    return refusal.value.code, refusal.value.description


async def test_a_message_is_seen_with_its_formatting_and_buttons(telegram: FakeTelegram, minji: Person) -> None:
    markup = {"inline_keyboard": [[{"text": "네", "callback_data": "yes"}]]}
    sent = await telegram.call(
        "sendMessage", chat_id=minji.id, text="<b>김수연</b>님", parse_mode="HTML", reply_markup=markup
    )
    assert minji.last() == sent
    assert minji.hears() == ["김수연님"]
    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 3}]
    assert minji.buttons() == ["네"]
    assert telegram.ledger.texts(minji.id) == ["김수연님"]


async def test_message_ids_count_over_all_private_chats(telegram: FakeTelegram, minji: Person, emily: Person) -> None:
    first = await telegram.call("sendMessage", chat_id=minji.id, text="1")
    second = await telegram.call("sendMessage", chat_id=emily.id, text="2")
    third = minji.says("3")["message"]
    assert [m["message_id"] for m in (first, second, third)] == [1, 2, 3]


@pytest.mark.parametrize(
    ("params", "reason"),
    [
        ({"text": ""}, "message text is empty"),
        ({}, "message text is empty"),
        ({"text": " \n "}, "text must be non-empty"),
        ({"text": "<b> </b>", "parse_mode": "HTML"}, "text must be non-empty"),
        ({"text": "가" * 4097}, "message is too long"),
        ({"text": "👍" * 2049}, "message is too long"),
        ({"text": "x", "chat_id": ""}, "chat_id is empty"),
        ({"text": "x", "chat_id": "abc"}, 'parameter "chat_id" must be an Integer'),
        ({"text": "x", "chat_id": 404}, "chat not found"),
        ({"text": "x", "chat_id": "@somebody"}, "chat not found"),
        ({"text": "x", "reply_parameters": {"message_id": 99}}, "message to be replied not found"),
        ({"text": "x", "reply_markup": "{"}, "can't parse reply markup JSON object"),
    ],
)
async def test_bad_messages_are_refused(
    telegram: FakeTelegram, minji: Person, params: dict[str, Any], reason: str
) -> None:
    assert await refusal_of(telegram, "sendMessage", **{"chat_id": minji.id, **params}) == (
        400,
        f"Bad Request: {reason}",
    )
    assert minji.sees() == []


async def test_4096_units_fit_after_the_tags_are_gone(telegram: FakeTelegram, minji: Person) -> None:
    await telegram.call("sendMessage", chat_id=minji.id, text=f"<b>{'👍' * 2048}</b>", parse_mode="HTML")
    assert minji.hears() == ["👍" * 2048]


async def test_who_cannot_be_written_to_is_said(telegram: FakeTelegram, minji: Person) -> None:
    stranger = telegram.person(7, "낯선이")
    blocked = telegram.person(8, "차단", started=True)
    blocked.blocks()
    gone = telegram.person(9, "탈퇴", started=True)
    gone.deletes_account()
    group = telegram.group(-5, "직원방", minji)
    group.removes_bot()
    answers = {
        stranger.id: "bot can't initiate conversation with a user",
        blocked.id: "bot was blocked by the user",
        gone.id: "user is deactivated",
        group.id: "bot was kicked from the group chat",
    }
    for chat_id, reason in answers.items():
        assert await refusal_of(telegram, "sendMessage", chat_id=chat_id, text="x") == (403, f"Forbidden: {reason}")


async def test_someone_who_unblocks_hears_again(telegram: FakeTelegram, minji: Person) -> None:
    minji.blocks()
    minji.starts()
    await telegram.call("sendMessage", chat_id=minji.id, text="다시 반가워요")
    assert minji.hears() == ["다시 반가워요"]


async def test_the_keyboard_under_the_input_field_stays_until_it_is_removed(
    telegram: FakeTelegram, minji: Person
) -> None:
    keyboard = {"keyboard": [["내 정보"], [{"text": "번호 보내기", "request_contact": True}]]}
    sent = await telegram.call("sendMessage", chat_id=minji.id, text="1", reply_markup=keyboard)
    await telegram.call("sendMessage", chat_id=minji.id, text="2")
    assert minji.keyboard() == ["내 정보", "번호 보내기"]
    assert "reply_markup" not in sent
    await telegram.call("sendMessage", chat_id=minji.id, text="3", reply_markup={"remove_keyboard": True})
    assert minji.keyboard() == []


async def test_a_caption_has_1024_units(telegram: FakeTelegram, minji: Person) -> None:
    file_id = minji.sends_file("a.csv", b"x")["message"]["document"]["file_id"]
    await telegram.call("sendDocument", chat_id=minji.id, document=file_id, caption="가" * 1024)
    assert await refusal_of(telegram, "sendDocument", chat_id=minji.id, document=file_id, caption="가" * 1025) == (
        400,
        "Bad Request: message caption is too long",
    )


@pytest.mark.parametrize(
    ("method", "params", "reason"),
    [
        ("sendDocument", {}, "there is no document in the request"),
        ("sendDocument", {"document": "made-up"}, "wrong file_id or the file is temporarily unavailable"),
        ("sendPhoto", {}, "there is no photo in the request"),
        ("sendChatAction", {"action": "dancing"}, "wrong parameter action in request"),
    ],
)
async def test_bad_files_and_actions_are_refused(
    telegram: FakeTelegram, minji: Person, method: str, params: dict[str, Any], reason: str
) -> None:
    assert await refusal_of(telegram, method, chat_id=minji.id, **params) == (400, f"Bad Request: {reason}")


async def test_typing_is_shown_and_noted(telegram: FakeTelegram, minji: Person) -> None:
    assert await telegram.call("sendChatAction", chat_id=minji.id, action="typing") is True
    assert [entry.details for entry in telegram.ledger.of(Event.ACTION, minji.id)] == [{"action": "typing"}]


async def test_a_refused_call_leaves_a_line_in_the_ledger(telegram: FakeTelegram, minji: Person) -> None:
    answer = await telegram.serve(telegram.token, "sendMessage", "application/json", b'{"chat_id": 1001, "text": ""}')
    assert answer.status == 400
    assert [e.details["description"] for e in telegram.ledger.of(Event.REFUSED, minji.id)] == [
        "Bad Request: message text is empty"
    ]
