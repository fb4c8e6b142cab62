from typing import Any

import pytest

from bot.playground.errors import ApiError
from bot.playground.keyboards import check_markup


def inline(*buttons: Any) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


GOOD = [
    inline({"text": "네", "callback_data": "가" * 21}),
    inline({"text": "열기", "url": "https://t.me/dangol_bot"}),
    inline({"text": "복사", "copy_text": {"text": "가" * 256}}),
    {"keyboard": [["오늘", {"text": "번호 보내기", "request_contact": True}]], "resize_keyboard": True},
    {"remove_keyboard": True},
    {"force_reply": True},
]


@pytest.mark.parametrize("markup", GOOD)
def test_well_formed_keyboards_pass_unchanged(markup: dict[str, Any]) -> None:
    assert check_markup(markup, private=True) == markup


@pytest.mark.parametrize("markup", [None, {}, {"inline_keyboard": []}, {"inline_keyboard": [[]]}])
def test_an_empty_keyboard_is_none(markup: Any) -> None:
    assert check_markup(markup, private=True) is None


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        (inline({"text": "x", "callback_data": "a" * 65}), "BUTTON_DATA_INVALID"),
        (inline({"text": "x", "callback_data": "가" * 22}), "BUTTON_DATA_INVALID"),
        (
            inline({"text": "x", "callback_data": ""}),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            inline({"text": "x", "callback_data": "a", "url": "https://a.b"}),
            "can't parse inline keyboard button: exactly one action field must be used",
        ),
        (inline({"text": " ", "callback_data": "a"}), "inline keyboard button text must be non-empty"),
        (inline({"callback_data": "a"}), "can't parse inline keyboard button: Can't find field \"text\""),
        (
            inline({"text": 1, "callback_data": "a"}),
            'can\'t parse inline keyboard button: Field "text" must be of type String',
        ),
        (inline("x"), "can't parse inline keyboard button: InlineKeyboardButton must be an Object"),
        (
            inline({"text": "x", "url": "not a url"}),
            "inline keyboard button URL 'not a url' is invalid: Wrong HTTP URL",
        ),
        (inline({"text": "x", "copy_text": {"text": "a" * 257}}), "BUTTON_COPY_TEXT_INVALID"),
        (inline({"text": "x", "copy_text": {"text": ""}}), "BUTTON_COPY_TEXT_INVALID"),
        (inline(*[{"text": "x", "callback_data": "a"}] * 9), "reply markup is too long"),
        ({"inline_keyboard": [{"text": "x"}]}, 'field "inline_keyboard" must be an Array of Arrays'),
        ({"keyboard": [[{"request_contact": True}]]}, "can't parse keyboard button: Can't find field \"text\""),
        ({"buttons": []}, "object expected as reply markup"),
        ([], "object expected as reply markup"),
    ],
)
def test_malformed_keyboards_are_refused_with_a_reason(markup: Any, reason: str) -> None:
    with pytest.raises(ApiError) as refusal:
        check_markup(markup, private=True)
    assert refusal.value.description == f"Bad Request: {reason}"


def test_a_phone_number_can_be_asked_for_in_private_only() -> None:
    markup = {"keyboard": [[{"text": "번호", "request_contact": True}]]}
    with pytest.raises(ApiError, match="phone number can be requested in private chats only"):
        check_markup(markup, private=False)


def test_an_edit_takes_inline_buttons_only() -> None:
    with pytest.raises(ApiError, match="inline keyboard expected"):
        check_markup({"keyboard": [["x"]]}, private=True, inline_only=True)
