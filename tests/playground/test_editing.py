from datetime import timedelta
from typing import Any

import pytest

from bot.clock import MovableClock
from bot.playground.errors import ApiError
from bot.playground.ledger import Event
from bot.playground.people import Person
from bot.playground.telegram import FakeTelegram

BUTTONS = {"inline_keyboard": [[{"text": "되돌리기", "callback_data": "undo"}]]}
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


async def send(telegram: FakeTelegram, person: Person, **params: Any) -> dict[str, Any]:
    sent: dict[str, Any] = await telegram.call("sendMessage", chat_id=person.id, **{"text": "하나", **params})
    return sent


async def refusal_of(telegram: FakeTelegram, method: str, **params: Any) -> str:
    with pytest.raises(ApiError) as refusal:
        await telegram.call(method, **params)
    return refusal.value.description


async def test_an_edit_changes_the_message_in_its_place(telegram: FakeTelegram, minji: Person) -> None:
    sent = await send(telegram, minji, reply_markup=BUTTONS)
    await send(telegram, minji, text="둘")
    await telegram.call(
        "editMessageText", chat_id=minji.id, message_id=sent["message_id"], text="<i>하나!</i>", parse_mode="HTML"
    )
    assert minji.hears() == ["하나!", "둘"]
    assert "reply_markup" not in minji.sees()[0]
    assert minji.sees()[0]["edit_date"] == telegram.world.moment()
    assert [e.details["text"] for e in telegram.ledger.of(Event.EDITED)] == ["하나!"]


async def test_an_unchanged_edit_is_refused(telegram: FakeTelegram, minji: Person) -> None:
    sent = await send(telegram, minji, text="<b>하나</b>", parse_mode="HTML", reply_markup=BUTTONS)
    place = {"chat_id": minji.id, "message_id": sent["message_id"]}
    same = {"text": "<b>하나</b>", "parse_mode": "HTML", "reply_markup": BUTTONS}
    assert await refusal_of(telegram, "editMessageText", **place, **same) == NOT_MODIFIED
    assert await refusal_of(telegram, "editMessageReplyMarkup", **place, reply_markup=BUTTONS) == NOT_MODIFIED
    await telegram.call("editMessageText", **place, text="<b>하나</b>", parse_mode="HTML")
    assert await refusal_of(telegram, "editMessageReplyMarkup", **place) == NOT_MODIFIED


async def test_only_own_messages_that_are_there_can_be_edited(
    telegram: FakeTelegram, minji: Person, emily: Person
) -> None:
    hers = minji.says("안녕")["message"]["message_id"]
    elsewhere = (await send(telegram, emily))["message_id"]
    file_id = minji.sends_file("a.csv", b"x")["message"]["document"]["file_id"]
    document = await telegram.call("sendDocument", chat_id=minji.id, document=file_id)
    expected = {
        hers: "Bad Request: message can't be edited",
        elsewhere: "Bad Request: message to edit not found",
        999: "Bad Request: message to edit not found",
        document["message_id"]: "Bad Request: there is no text in the message to edit",
    }
    for message_id, reason in expected.items():
        answer = await refusal_of(telegram, "editMessageText", chat_id=minji.id, message_id=message_id, text="x")
        assert answer == reason


async def test_a_message_the_person_deleted_is_not_found(telegram: FakeTelegram, minji: Person) -> None:
    sent = await send(telegram, minji)
    minji.deletes(sent["message_id"])
    place = {"chat_id": minji.id, "message_id": sent["message_id"]}
    assert await refusal_of(telegram, "editMessageReplyMarkup", **place) == "Bad Request: message to edit not found"
    assert await refusal_of(telegram, "deleteMessage", **place) == "Bad Request: message to delete not found"


async def test_a_caption_is_edited(telegram: FakeTelegram, minji: Person) -> None:
    file_id = minji.sends_file("a.csv", b"x")["message"]["document"]["file_id"]
    sent = await telegram.call("sendDocument", chat_id=minji.id, document=file_id, caption="읽는 중")
    await telegram.call("editMessageCaption", chat_id=minji.id, message_id=sent["message_id"], caption="끝")
    assert minji.hears() == ["끝"]


async def test_deleting_works_for_two_days(telegram: FakeTelegram, minji: Person, clock: MovableClock) -> None:
    first, second = await send(telegram, minji), await send(telegram, minji)
    await telegram.call("deleteMessage", chat_id=minji.id, message_id=first["message_id"])
    clock.forward(timedelta(hours=49))
    reason = await refusal_of(telegram, "deleteMessage", chat_id=minji.id, message_id=second["message_id"])
    assert reason == "Bad Request: message can't be deleted for everyone"
    assert len(minji.sees()) == 1


async def test_several_messages_are_deleted_at_once(telegram: FakeTelegram, minji: Person) -> None:
    ids = [(await send(telegram, minji))["message_id"] for _ in range(3)]
    await telegram.call("deleteMessages", chat_id=minji.id, message_ids=[*ids[:2], 999])
    assert [message["message_id"] for message in minji.sees()] == ids[2:]


async def test_a_press_is_answered_once(telegram: FakeTelegram, minji: Person) -> None:
    await send(telegram, minji, reply_markup=BUTTONS)
    query_id = minji.taps("되돌리기")["callback_query"]["id"]
    assert await telegram.call("answerCallbackQuery", callback_query_id=query_id, text="됐어요") is True
    too_old = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    assert await refusal_of(telegram, "answerCallbackQuery", callback_query_id=query_id) == too_old
    assert await refusal_of(telegram, "answerCallbackQuery", callback_query_id="1") == too_old
    assert [e.details["text"] for e in telegram.ledger.of(Event.ANSWERED, minji.id)] == ["됐어요"]


async def test_after_a_quarter_of_an_hour_a_press_is_too_old(
    telegram: FakeTelegram, minji: Person, clock: MovableClock
) -> None:
    await send(telegram, minji, reply_markup=BUTTONS)
    query_id = minji.taps("undo")["callback_query"]["id"]
    clock.forward(timedelta(minutes=15, seconds=1))
    assert "query is too old" in await refusal_of(telegram, "answerCallbackQuery", callback_query_id=query_id)


async def test_a_notice_has_200_units(telegram: FakeTelegram, minji: Person) -> None:
    await send(telegram, minji, reply_markup=BUTTONS)
    query_id = minji.taps("undo")["callback_query"]["id"]
    answer = await refusal_of(telegram, "answerCallbackQuery", callback_query_id=query_id, text="가" * 201)
    assert answer == "Bad Request: MESSAGE_TOO_LONG"
