"""The states of an order and of an appointment, and the words that shops write for them."""

from enum import StrEnum

from bot.domain.refusals import Refusal
from bot.domain.written_text import plain_signs


class OrderState(StrEnum):
    RECEIVED = "received"
    READY = "ready"
    HANDED_OVER = "handed_over"
    CANCELLED = "cancelled"


class AppointmentState(StrEnum):
    BOOKED = "booked"
    DONE = "done"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"


_CANCELLED = "취소 취소됨 취소완료 예약취소 주문취소 환불 cancelled canceled cancel refunded"
_ORDER_WORDS = {
    OrderState.RECEIVED: """
        접수 접수됨 접수완료 접수중 대기 작업중 작업대기 세탁중 수선중 진행 진행중 처리중 준비중 주문접수 결제완료 입고
        received open new inprogress processing pending
    """,
    OrderState.READY: """
        완료 완료됨 다됨 작업완료 세탁완료 수선완료 준비완료 픽업대기 출고대기 ready done finished completed
    """,
    OrderState.HANDED_OVER: """
        출고 출고됨 출고완료 인도 인도완료 수령 수령완료 픽업완료 찾아감 배송완료 배달완료 전달완료 handedover pickedup
        collected delivered closed
    """,
    OrderState.CANCELLED: _CANCELLED,
}
_APPOINTMENT_WORDS = {
    AppointmentState.BOOKED: "예약 예약됨 예약완료 예약확정 예약대기 확정 대기 booked confirmed scheduled pending open",
    AppointmentState.DONE: "완료 방문 방문완료 이용완료 시술완료 done completed finished attended visited",
    AppointmentState.CANCELLED: _CANCELLED,
    AppointmentState.NO_SHOW: "노쇼 부도 예약부도 미방문 불참 noshow absent",
}


def parse_order_state(text: str) -> OrderState:
    """Raises Refusal status-unknown (with `status` as written)."""
    for state, words in _ORDER_WORDS.items():
        if _key(text) in words.split():
            return state
    raise Refusal("status-unknown", status=text[:40])


def parse_appointment_state(text: str) -> AppointmentState:
    """Raises Refusal status-unknown (with `status` as written)."""
    for state, words in _APPOINTMENT_WORDS.items():
        if _key(text) in words.split():
            return state
    raise Refusal("status-unknown", status=text[:40])


def _key(text: str) -> str:
    return plain_signs(text[:100]).casefold().translate({ord(sign): None for sign in " _-./"})
