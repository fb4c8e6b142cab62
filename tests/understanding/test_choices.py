"""What is said instead of pressing a button."""

import pytest

from bot.understanding.choices import Choice, read_choice


@pytest.mark.parametrize(
    ("said", "choice"),
    [
        ("다음", Choice(turn="next")),
        ("다음 페이지 보여줘", Choice(turn="next")),
        ("더 보여주세요!", Choice(turn="next")),
        ("나머지도 보여줘", Choice(turn="next")),
        ("Next page", Choice(turn="next")),
        ("show me more", Choice(turn="next")),
        ("이전", Choice(turn="previous")),
        ("앞 페이지로", Choice(turn="previous")),
        ("the previous page please", Choice(turn="previous")),
        ("처음부터 다시", Choice(turn="first")),
        ("back to the top", Choice(turn="first")),
        ("목록으로 돌아가기", Choice(turn="again")),
        ("뒤로", Choice(turn="again")),
        ("back to the list", Choice(turn="again")),
        ("4821", Choice(last4="4821")),
        ("4821 쪽이요", Choice(last4="4821")),
        ("뒷번호 4821", Choice(last4="4821")),
        ("뒷자리가 4821인 분이요", Choice(last4="4821")),
        ("민지님 4821", Choice(last4="4821", name="민지")),
        ("the one ending in 4821", Choice(last4="4821")),
        ("last four 4821", Choice(last4="4821")),
        ("Emily Carter 4821", Choice(last4="4821", name="emily carter")),
        ("첫 번째 분", Choice(place=1)),
        ("두번째요", Choice(place=2)),
        ("3번이요", Choice(place=3)),
        ("아래 분", Choice(place=-1)),
        ("the second", Choice(place=2)),
        ("I mean the first one", Choice(place=1)),
        ("number 2", Choice(place=2)),
        ("the last one please", Choice(place=-1)),
        ("새 손님이에요", Choice(new=True)),
        ("처음 오신 분", Choice(new=True)),
        ("a new customer", Choice(new=True)),
    ],
)
def test_a_choice_is_read(said: str, choice: Choice) -> None:
    assert read_choice(said) == choice


@pytest.mark.parametrize(
    "said",
    [
        "다음 손님 누구야?",
        "다음 주 예약",
        "더 늦으신 분",
        "next week",
        "who is next?",
        "more shirts for Emily",
        "김민지 4821 와이셔츠 1장",
        "김민지 와이셔츠 2장",
        "두 번째로 많이 쓴 손님",
        "the second visit of Emily",
        "새 손님 누구야?",
        "new customers this month",
        "48211",
        "택 127",
        "",
    ],
)
def test_a_sentence_is_no_choice(said: str) -> None:
    assert read_choice(said) is None
