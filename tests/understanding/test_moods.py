"""Nothing is written down of what is only supposed, wished for, planned or heard of: it is asked about first."""

import pytest

from bot.understanding.moods import is_supposed
from bot.understanding.understood import Confidence
from tests.understanding.shop import owner

SUPPOSED = [
    "수연씨 옷 찾아가면 알려줘",
    "수연씨가 코트 찾아가려고 했는데 문이 닫혔대",
    "김수연 예약 취소할지도 몰라",
    "김수연 예약 취소할까 말까",
    "수연씨 포인트 100점 줄까?",
    "신동우 외상 갚으면 말해줘",
    "신동우가 만팔천원 갚는대",
    "박민수 코트 다 되면 연락해",
    "박민수 코트 거의 다 됐어",
    "박민수 코트 다 된 줄 알았는데 아니네",
    "오세진 이불 맡기러 온대",
    "오세진 이불 3채 맡길 거래",
    "에밀리 예약 3시로 옮길 수도 있대",
    "조남희 선불 5만원 충전하려다 말았어",
    "조남희 선불 5만원 충전할까 하던데",
    "준호 직원에서 빼야 하나",
    "if James pays, tell me",
    "James might pay tomorrow",
    "Emily might cancel",
    "should I give Suyeon 100 points",
    "I almost gave Suyeon 100 points",
    "Minsu's coat is almost ready",
    "when Minsu's coat is ready call him",
    "Sejin wants to drop off three duvets",
    "Sejin was going to bring three duvets",
    "Olivia said she'd pay the 54000",
    "Olivia would have paid 54000",
    "I wish James paid his tab",
    "maybe Suyeon and Suhyeon are the same person",
    "Emily thought she had a booking at 3",
    "Namhee was about to top up 50000",
    "perhaps we should fire Junho",
    "what if I delete the price of the coat",
]
TOLD = [
    ("record_visit", "김수연 와이셔츠 3장 7500"),
    ("record_visit", "could you write down Suyeon, 3 shirts 7500"),
    ("record_visit", "김수연 3장 맡기고 갔는데 화요일까지 해주면 돼"),
    ("hand_over", "수연씨 옷 찾아가셨어요"),
    ("paid_tab", "James paid his tab, 18000"),
    ("order_ready", "박민수 코트 다 됐어요"),
    ("charge", "조남희 5만원 충전했어"),
    ("move_appointment", "에밀리가 예약 3시로 옮겨 달래"),
    ("cancel_appointment", "Emily called, she can't come, cancel it"),
    ("make_appointment", "Emily wants to come on Friday at 3"),
    ("late", "Minsu's coat will be late, Monday"),
    ("close_day", "오늘 장사 끝"),
    ("give_points", "I'd like to give Suyeon 100 points"),
]
ONLY_TOLD = frozenset({"pay_promise", "find", "spent", "orders_waiting", "usual", "visit_count", "unpaid"})


@pytest.mark.parametrize("sentence", SUPPOSED)
def test_what_is_only_supposed_is_not_written_down_unasked(sentence: str) -> None:
    understood = owner(sentence)

    asked = understood.confidence in (Confidence.DOUBTFUL, Confidence.GUESSED)
    assert understood.ask is None or asked or understood.ask.kind in ONLY_TOLD


@pytest.mark.parametrize(("kind", "sentence"), TOLD)
def test_what_is_told_as_done_or_decided_is_taken_at_its_word(kind: str, sentence: str) -> None:
    assert not is_supposed(kind, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "김수연 코트 15000 지난주",
        "김수연 코트 15000 2027년 3월",
        "김수연 코트 -5000원",
        "김수연 코트 1000벌",
        "Emily coat 15000 next week",
    ],
)
def test_a_visit_that_does_not_hold_all_that_was_said_is_asked_about(sentence: str) -> None:
    understood = owner(sentence)

    assert understood.ask is None or understood.confidence in (Confidence.DOUBTFUL, Confidence.GUESSED)


@pytest.mark.parametrize(
    "sentence",
    [
        "김수연 와이셔츠 3장 7500",
        "김수연 코트 15000 어제",
        "김수연 코트 15000 화요일까지",
        "Emily coat 15000 by Tuesday",
        "김수연 셔츠 10장 30000",
    ],
)
def test_a_visit_that_holds_it_all_is_not(sentence: str) -> None:
    assert owner(sentence).confidence is Confidence.SURE


@pytest.mark.parametrize("sentence", ["김수연 코트 얼룩 있음", "Emily's coat has a stain"])
def test_what_is_wrong_with_a_thing_is_no_news_that_it_is_ready(sentence: str) -> None:
    understood = owner(sentence)

    assert understood.ask is None or understood.confidence is Confidence.DOUBTFUL
