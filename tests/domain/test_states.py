"""The words that shops write for the states of orders and appointments."""

import pytest

from bot.domain.refusals import Refusal
from bot.domain.states import AppointmentState, OrderState, parse_appointment_state, parse_order_state


@pytest.mark.parametrize(
    ("words", "state"),
    [
        (["접수", "received", "작업 중", "In progress", "RECEIVED"], OrderState.RECEIVED),
        (["완료", "ready", "세탁완료", "픽업 대기"], OrderState.READY),
        (["출고", "handed_over", "수령 완료", "picked up"], OrderState.HANDED_OVER),
        (["취소", "cancelled", "Canceled"], OrderState.CANCELLED),
    ],
)
def test_the_states_of_an_order(words: list[str], state: OrderState) -> None:
    assert {parse_order_state(word) for word in [*words, state.value]} == {state}


@pytest.mark.parametrize(
    ("words", "state"),
    [
        (["예약", "예약 확정", "booked", "Confirmed"], AppointmentState.BOOKED),
        (["완료", "방문완료", "done"], AppointmentState.DONE),
        (["예약취소", "cancelled"], AppointmentState.CANCELLED),
        (["노쇼", "no-show", "No Show"], AppointmentState.NO_SHOW),
    ],
)
def test_the_states_of_an_appointment(words: list[str], state: AppointmentState) -> None:
    assert {parse_appointment_state(word) for word in [*words, state.value]} == {state}


@pytest.mark.parametrize("word", ["", "모름", "?" * 500])
def test_an_unknown_state_is_refused_and_told_as_written(word: str) -> None:
    for parse in (parse_order_state, parse_appointment_state):
        with pytest.raises(Refusal) as refusal:
            parse(word)
        assert refusal.value.name == "status-unknown"
        assert refusal.value.facts == {"status": word[:40]}
