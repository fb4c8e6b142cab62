"""What the shop's own texts may not hold."""

import pytest

from bot.domain.refusals import Refusal
from bot.domain.text_lint import checked, filled

LABELS = (
    "(광고) 안녕하세요",
    "(광 고) 안녕하세요",
    "[광고] 안녕하세요",
    "（광고） 안녕하세요",
    "【광고】안녕하세요",
    "< 광고 > 안녕하세요",
    "(광.고) 안녕하세요",
    "(광\u200b고) 안녕하세요",
    "광고: 안녕하세요",
    "광 고 - 안녕하세요",
    "안녕하세요 (광고",
    "(AD) hello",
    "[Advertisement] hello",
    "(a d) hello",
)


@pytest.mark.parametrize("text", LABELS)
def test_no_text_brings_a_label_of_its_own(text: str) -> None:
    for may_sell in (False, True):
        with pytest.raises(Refusal, match="text-label"):
            checked(text, may_sell=may_sell)


@pytest.mark.parametrize(
    "text", ["오늘 광고 보고 오셨어요?", "add a button", "(수선) 안내", "the ad of last week was not ours"]
)
def test_a_word_that_only_sounds_like_a_label_may_stand(text: str) -> None:
    assert checked(text) == text


@pytest.mark.parametrize(
    "text", ["이번 주 20% 할인이에요", "쿠폰을 드려요", "세일 중", "오늘만 1+1", "a discount for you"]
)
def test_a_notice_does_not_sell_and_advertising_may(text: str) -> None:
    with pytest.raises(Refusal, match="text-sells"):
        checked(text)
    assert checked(text, may_sell=True) == text


def test_what_was_promised_before_may_be_named_as_a_gift() -> None:
    assert checked("셔츠 1점 무료 쿠폰", gift_owed=True) == "셔츠 1점 무료 쿠폰"
    with pytest.raises(Refusal, match="text-sells"):
        checked("셔츠 50% 할인", gift_owed=True)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "text-empty"),
        ("  … ", "text-empty"),
        ("가" * 401, "own-text-long"),
        ("{이름}님 {나이}", "text-variable-unknown"),
        ("{}님", "text-variable-unknown"),
        ("{이름님", "text-braces"),
        ("이름}님", "text-braces"),
        ("{{이름}}", "text-braces"),
    ],
)
def test_the_reason_is_named(text: str, reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        checked(text, variables=("이름", "시간"))


def test_values_are_filled_in_where_they_stand() -> None:
    text = checked("{ 이름 }님, {시간}에 뵐게요.", variables=("이름", "시간"))
    assert filled(text, {"이름": "김수연 {시간}", "시간": "14시"}) == "김수연 {시간}님, 14시에 뵐게요."
