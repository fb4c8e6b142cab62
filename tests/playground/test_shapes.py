"""Everything the playground says is what the Bot API says it is."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.playground.calls import Call
from bot.playground.people import Person
from bot.playground.telegram import FakeTelegram
from tests.playground.shapes import call_problems, problems
from tests.playground.test_files import png

EXAMPLES = Path(__file__).parent.parent / "data" / "telegram" / "telegram_docs_update_examples.jsonl"
BUTTONS = {"inline_keyboard": [[{"text": "네", "callback_data": "yes"}]]}


async def test_every_update_is_well_formed(telegram: FakeTelegram, minji: Person, emily: Person) -> None:
    group = telegram.group(-10, "직원방", minji)
    sent = await telegram.call(
        "sendMessage", chat_id=minji.id, text="<b>x</b>", parse_mode="HTML", reply_markup=BUTTONS
    )
    minji.starts("qr1")
    minji.taps("네")
    own = minji.says("안녕", reply_to=sent["message_id"])["message"]
    minji.edits(own["message_id"], "안녕하세요")
    minji.says("/today", chat=group)
    minji.shares_contact()
    minji.shares_contact(emily, forwarded=True)
    minji.shares_contact(phone="010-9999-8888", name="아는 분")
    minji.sends_file("손님.csv", b"x", "목록", "text/csv")
    minji.sends_photo(png(40, 20), "사진")
    emily.forwards(own)
    minji.blocks()
    minji.unblocks()
    updates = telegram.updates.history
    assert len(updates) == 13
    assert [problems(update, "Update") for update in updates] == [[]] * len(updates)


ANSWERS: list[tuple[str, str, dict[str, Any]]] = [
    ("getMe", "User", {}),
    ("sendMessage", "Message", {"chat_id": 1001, "text": "<i>x</i>", "parse_mode": "HTML", "reply_markup": BUTTONS}),
    ("sendMessage", "Message", {"chat_id": -10, "text": "x", "reply_markup": {"remove_keyboard": True}}),
    ("sendMessage", "Message", {"chat_id": 1001, "text": "x", "reply_parameters": {"message_id": 1}}),
    ("sendDocument", "Message", {"chat_id": 1001, "document": "BQACAgUAAxkB00000001", "caption": "<b>x</b>"}),
    ("sendPhoto", "Message", {"chat_id": 1001, "photo": "BQACAgUAAxkB00000002"}),
    ("sendLocation", "Message", {"chat_id": 1001, "latitude": 37.5, "longitude": 127.0}),
    ("editMessageText", "Message", {"chat_id": 1001, "message_id": 3, "text": "y"}),
    ("editMessageReplyMarkup", "Message", {"chat_id": 1001, "message_id": 3, "reply_markup": BUTTONS}),
    ("editMessageCaption", "Message", {"chat_id": 1001, "message_id": 4, "caption": "y"}),
    ("deleteMessage", "True", {"chat_id": 1001, "message_id": 3}),
    ("sendChatAction", "True", {"chat_id": 1001, "action": "typing"}),
    ("getFile", "File", {"file_id": "BQACAgUAAxkB00000001"}),
    ("getChat", "ChatFullInfo", {"chat_id": 1001}),
    ("getChat", "ChatFullInfo", {"chat_id": -10}),
    ("getUserProfilePhotos", "UserProfilePhotos", {"user_id": 1001}),
    ("setMyCommands", "True", {"commands": [{"command": "help", "description": "도움말"}]}),
    ("getMyCommands", "Array of BotCommand", {}),
    ("setMyDescription", "True", {"description": "단골"}),
    ("getMyDescription", "BotDescription", {}),
    ("getMyShortDescription", "BotShortDescription", {}),
    ("getMyName", "BotName", {}),
    ("setWebhook", "True", {"url": ""}),
    ("deleteWebhook", "True", {}),
    ("getWebhookInfo", "WebhookInfo", {}),
    ("getUpdates", "Array of Update", {}),
    ("pinChatMessage", "True", {"chat_id": 1001, "message_id": 3}),
]


@pytest.mark.parametrize(("method", "kind", "params"), ANSWERS)
async def test_every_answer_is_well_formed(
    telegram: FakeTelegram, minji: Person, method: str, kind: str, params: dict[str, Any]
) -> None:
    telegram.group(-10, "직원방", minji)
    document = minji.sends_file("a.csv", b"x")["message"]["document"]["file_id"]
    minji.sends_photo(png(40, 20))
    await telegram.call("sendMessage", chat_id=minji.id, text="x")
    await telegram.call("sendDocument", chat_id=minji.id, document=document)
    assert call_problems(method, params) == []
    assert problems(await telegram.call(method, **params), kind) == []


@pytest.mark.parametrize(
    ("value", "kind", "count"),
    [
        ({"id": 1, "is_bot": False, "first_name": "민지"}, "User", 0),
        ({"id": "1", "is_bot": False, "first_name": "민지"}, "User", 1),
        ({"id": 1, "is_bot": False}, "User", 1),
        ({"id": 1, "is_bot": False, "first_name": "민지", "nick": "m"}, "User", 1),
        ([{"command": "help", "description": 1}], "Array of BotCommand", 1),
        ({}, "Array of BotCommand", 1),
        ({"type": "nonsense"}, "MessageOrigin", 2),
        (None, "Message", 1),
    ],
)
def test_the_checker_finds_what_is_wrong(value: Any, kind: str, count: int) -> None:
    assert len(problems(value, kind)) == count


def test_the_checker_reads_form_values_of_a_call() -> None:
    good = {"chat_id": "1", "text": "1", "reply_markup": json.dumps(BUTTONS)}
    assert call_problems("sendMessage", good) == []
    assert call_problems("sendMessage", {"chat_id": "1", "reply_markup": "{}", "txt": "1"}) != []


async def test_updates_of_telegrams_own_guide_are_passed_on_as_they_are(telegram: FakeTelegram) -> None:
    examples = [json.loads(line)["update"] for line in EXAMPLES.read_text().splitlines()]
    for number, update in enumerate(examples):
        telegram.updates.push_raw(update | {"update_id": 200_000 + number})
    delivered = await telegram.call("getUpdates")
    assert [update | {"update_id": 10000} for update in delivered] == examples


def test_a_call_reads_its_parameters_from_forms_and_json_alike() -> None:
    for params in ({"n": "5", "yes": "true", "o": '{"a": 1}'}, {"n": 5, "yes": True, "o": {"a": 1}}):
        call = Call("x", params)
        assert (call.integer("n"), call.flag("yes"), call.structure("o")) == (5, True, {"a": 1})
