"""Which days a question counts: since a day, from one to another, in another part of the sentence."""

from datetime import date

import pytest

from bot.understanding.lateness import slips
from bot.understanding.understood import Confidence
from tests.understanding.shop import owner, read

_NOV, _OCT = date(2026, 11, 1), date(2026, 10, 1)
_MONDAY, _TOMORROW = date(2026, 11, 16), date(2026, 11, 22)
_SEPTEMBER = (date(2026, 9, 1), _OCT)
_OCTOBER = (_OCT, _NOV)


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("월요일부터 매출", "sales", _MONDAY, _TOMORROW),
        ("takings between March and May", "sales", date(2026, 3, 1), date(2026, 6, 1)),
        ("3월과 5월 사이 매출 얼마야", "sales", date(2026, 3, 1), date(2026, 6, 1)),
        ("3월에서 5월 사이 매출", "sales", date(2026, 3, 1), date(2026, 6, 1)),
        ("sales since Monday", "sales", _MONDAY, _TOMORROW),
        ("지난달부터 방문 수", "visits", _OCT, _TOMORROW),
        ("how many visitors since October", "visits", _OCT, _TOMORROW),
        ("월요일부터 누가 왔어", "visitors", _MONDAY, _TOMORROW),
        ("who came since Monday", "visitors", _MONDAY, _TOMORROW),
        ("how much has Emily spent since October", "spent", _OCT, _TOMORROW),
        ("월요일에서 수요일 매출", "sales", _MONDAY, date(2026, 11, 19)),
        ("takings from Monday to Wednesday", "sales", _MONDAY, date(2026, 11, 19)),
        ("who came from Monday to Wednesday", "visitors", _MONDAY, date(2026, 11, 19)),
        ("takings between 1 Nov and 10 Nov", "sales", _NOV, date(2026, 11, 11)),
        ("orders due from Monday to Wednesday", "orders_due", date(2026, 11, 23), date(2026, 11, 26)),
        ("어제와 오늘 방문 수", "visits", date(2026, 11, 20), _TOMORROW),
        ("takings yesterday and today", "sales", date(2026, 11, 20), _TOMORROW),
        ("어제까지 이번 달 매출", "sales", _NOV, date(2026, 11, 21)),
        ("지난달 말이야. 방문 몇 번이었어?", "visits", *_OCTOBER),
        ("지난달에 어땠지? 신규 고객 수", "new", *_OCTOBER),
        ("how was last month? number of visits", "visits", *_OCTOBER),
        ("이번 달 말고 지난달 매출", "sales", *_OCTOBER),
        ("not this month, last month sales", "sales", *_OCTOBER),
        ("두 달 전 매출", "sales", *_SEPTEMBER),
        ("sales two months ago", "sales", *_SEPTEMBER),
        ("sales the month before last", "sales", *_SEPTEMBER),
        ("2주 전 매출", "sales", date(2026, 11, 2), date(2026, 11, 9)),
        ("sales in the third quarter", "sales", date(2026, 7, 1), _OCT),
        ("H1 sales", "sales", date(2026, 1, 1), date(2026, 7, 1)),
        ("same month last year sales", "sales", date(2025, 11, 1), date(2025, 12, 1)),
    ],
)
def test_the_days_that_were_said_are_counted(text: str, kind: str, start: date, end: date) -> None:
    ask = read("owner", text)
    assert ask is not None
    period = getattr(ask, "period")  # noqa: B009
    assert (ask.kind, period.start, period.end) == (kind, start, end)


@pytest.mark.parametrize(
    ("text", "days"), [("customers who did not come 6 months and above", 180), ("9월부터 안 오신 분", 81)]
)
def test_whoever_has_been_away_so_long_is_asked_for(text: str, days: int) -> None:
    ask = read("owner", text)
    assert ask is not None
    assert (ask.kind, ask.days) == ("lapsed", days)  # type: ignore[union-attr]


def test_an_appointment_moved_from_one_day_to_another_goes_to_the_second() -> None:
    for text in ("박민수 예약 월요일에서 수요일로 옮겨줘", "move James from Monday to Wednesday"):
        ask = read("owner", text)
        assert ask is not None
        assert (ask.kind, ask.to) == ("move_appointment", date(2026, 11, 25))  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "by", "top"),
    [
        ("1등 손님 누구", "spent", 1),
        ("highest paying customer", "spent", 1),
        ("who is our best customer", "spent", 1),
        ("most frequent visitor this year", "visits", 1),
        ("VIP 손님 누구야", "spent", 10),
        ("show best customer list", "spent", 10),
        ("많이 와주신 고객님 4분", "visits", 4),
        ("많이 써주신 고객님 4분", "spent", 4),
    ],
)
def test_the_best_are_as_many_as_were_asked_for(text: str, by: str, top: int) -> None:
    ask = read("owner", text)
    assert ask is not None
    assert (ask.kind, ask.by, ask.top) == ("top", by, top)  # type: ignore[union-attr]


@pytest.mark.parametrize("text", ["단골손님 명단 한번", "단골 몇이나 되나 이름 한번 불러봐"])
def test_once_is_no_number_of_people(text: str) -> None:
    ask = read("owner", text)
    assert ask is not None
    assert (ask.kind, ask.top) == ("regulars", None)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("오늘 첫 방문하신 고객님 성함 확인 부탁드립니다", "new"),
        ("remind me Emily's go-to service", "usual"),
        ("remind me tomorrow to call Emily", "remind_me"),
    ],
)
def test_asking_after_somebody_is_no_reminder(text: str, kind: str) -> None:
    ask = read("owner", text)
    assert ask is not None
    assert ask.kind == kind


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("고객카드에 추가해줄래? 김수연 셔츠 풀 먹이면 안 돼", "셔츠 풀 먹이면 안 돼"),
        ("김수연 셔츠 풀 먹이면 안 돼 고객카드에 추가해줄래?", "셔츠 풀 먹이면 안 돼"),
        ("add to Emily's card: no starch", "no starch"),
        ("please put on Emily Carter's file that she is allergic to softener", "she is allergic to softener"),
    ],
)
def test_what_is_to_be_put_on_the_card_is_a_note_with_all_its_words(text: str, note: str) -> None:
    ask = read("owner", text)
    assert ask is not None
    assert (ask.kind, ask.note) == ("note", note)  # type: ignore[union-attr]


def test_nos_are_pieces() -> None:
    ask = read("owner", "Emily blouse 5 nos. and coat 1 no.")
    assert ask is not None
    assert ask.kind == "record_visit"
    assert [(item.name, item.quantity) for item in ask.items] == [("블라우스", 5), ("코트", 1)]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("김수연 옷 다 됐어?", "find"),
        ("are Emily's clothes ready?", "find"),
        ("Emily's notes", "find"),
        ("Emily's number", "find"),
        ("Emily's number is right", "detail_holds"),
        ("6781 누구야", "find"),
        ("who is 6781", "find"),
        ("010-2000-6781 누구", "find"),
        ("김수연 지난달에 왔어?", "visit_count"),
        ("did Emily come last month?", "visit_count"),
        ("텔레그램 연결된 손님 몇 명", "how_many"),
        ("how many can be reached today", "how_many"),
    ],
)
def test_a_question_after_one_person_is_answered_and_writes_nothing(text: str, kind: str) -> None:
    ask = read("owner", text)
    assert ask is not None
    assert ask.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "매출 제일 높은 날",
        "best day for sales",
        "남자 손님 몇 명",
        "how many shirts came in this month",
        "customers who came only once",
        "sales lsat week",
        "takings on weekends",
        "하루 평균 매출",
        "did I write something about Emily",
    ],
)
def test_what_nobody_can_answer_is_not_answered_with_something_else(text: str) -> None:
    found = owner(text)
    kind = found.ask.kind if found.ask is not None else None
    assert kind not in ("sales", "visits", "top", "how_many", "lapsed", "note", "message_one")
    assert kind is None or found.confidence is Confidence.DOUBTFUL


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("revenue 1-15 Nov", _NOV, date(2026, 11, 16)),
        ("revenue from 1 to 15 November", _NOV, date(2026, 11, 16)),
        ("takings lst week", date(2026, 11, 9), _MONDAY),
        ("sales 18/11", date(2026, 11, 18), date(2026, 11, 19)),
        ("weekend takings", date(2026, 11, 21), date(2026, 11, 23)),
        ("작년 같은 달 매출", date(2025, 11, 1), date(2025, 12, 1)),
        ("일주일 전 매출", date(2026, 11, 9), _MONDAY),
    ],
)
def test_other_ways_of_saying_days(text: str, start: date, end: date) -> None:
    ask = read("owner", text)
    assert ask is not None
    period = getattr(ask, "period")  # noqa: B009
    assert (period.start, period.end) == (start, end)


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("김수연 코트 하루 늦어요", 1),
        ("김수연 코트 이틀 늦어질 것 같아", 2),
        ("김수연 코트 3일 늦어", 3),
        ("하루 더 걸려", 1),
        ("한 주 밀려", 7),
        ("3일로 미뤄줘", 0),
        ("내일로 늦어요", 0),
        ("Emily's coat is a day late", 1),
        ("Emily's coat needs two more days", 2),
        ("push Emily's coat back by 2 days", 2),
        ("delayed by a couple of days", 2),
        ("late until Friday", 0),
    ],
)
def test_by_how_much_a_promise_slips(said: str, days: int) -> None:
    assert slips(said) == days
