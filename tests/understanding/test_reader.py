"""What the reader promises besides single sentences."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from bot.understanding.asks.account import SetLanguage, Status, Update
from bot.understanding.asks.anywhere import Help, Stop, Undo
from bot.understanding.asks.appointments import MakeAppointment
from bot.understanding.asks.campaigns import MessageMany
from bot.understanding.asks.lists import Lapsed
from bot.understanding.asks.money import Sales
from bot.understanding.asks.people import Find
from bot.understanding.asks.values import Item
from bot.understanding.asks.visits import LastVisit, RecordVisit
from bot.understanding.lexicon import ItemWord, Lexicon, default_items
from bot.understanding.names import NameIndex
from bot.understanding.reader import read_customer, read_owner
from bot.understanding.understood import Confidence
from tests.understanding.shop import NOW, SEOUL, customer, lexicon, owner

HOSTILE = [
    "",
    " ",
    "\n",
    "<b>%s</b>",
    "{0}",
    "\u202e" * 20,
    "ㅋ" * 4096,
    "1" * 4096,
    "3월" * 2048,
    "김수연" * 1365,
    "a b " * 1024,
    "@" * 500,
    "🎂" * 1000,
    "9999년 99월 99일",
    "0월 0일 0시",
    "99999999999999999999원",
    "--",
    "'",
    "'s",
    "31st of next month",
    "remind me on 31 february",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_anything_at_all_can_be_read_by_either_side(text: str) -> None:
    assert owner(text).confidence in Confidence
    assert customer(text).confidence in Confidence


def test_the_sentence_is_handed_back_as_it_was_read() -> None:
    assert owner("김\u200b수연  찾아").text == "김수연 찾아"


def test_a_sentence_that_misses_a_rule_by_little_names_the_kind() -> None:
    understood = owner("오늘 매출 블라블라")

    assert understood.confidence is Confidence.DOUBTFUL
    assert understood.nearest == ("sales",)


def test_somebody_unknown_is_read_but_not_relied_upon() -> None:
    understood = owner("홍길동님 마지막 방문일")

    assert isinstance(understood.ask, LastVisit)
    assert understood.ask.name.name == "홍길동"
    assert understood.confidence is Confidence.UNSURE


def test_a_visit_of_somebody_new_is_read_but_not_relied_upon() -> None:
    understood = owner("홍길동 와이셔츠 3장 7500")

    assert isinstance(understood.ask, RecordVisit)
    assert understood.ask.name.name == "홍길동"
    assert understood.confidence is Confidence.UNSURE


def test_the_end_of_a_number_tells_two_people_apart() -> None:
    understood = owner("이영희 3131 이불 1채 20000")

    assert isinstance(understood.ask, RecordVisit)
    assert (understood.ask.name.name, understood.ask.name.last4) == ("이영희", "3131")
    assert understood.ask.amount == 20000


def test_a_visit_keeps_its_promise_its_past_day_and_how_it_was_paid() -> None:
    promised = owner("배은지님 원피스 2벌 금요일까지").ask
    past = owner("어제 김수현 와이셔츠 다섯장 12500원 카드").ask

    assert isinstance(promised, RecordVisit)
    assert isinstance(past, RecordVisit)
    assert promised.promised == date(2026, 11, 27)
    assert (past.on, past.paid_by, past.amount) == (date(2026, 11, 20), "card", 12500)


def test_ready_by_a_day_is_a_promise_and_no_news() -> None:
    told = owner("Emily Carter 3 shirts 7500 cash ready tuesday 6pm").ask

    assert isinstance(told, RecordVisit)
    assert told.promised == datetime(2026, 11, 24, 18, tzinfo=SEOUL)


def test_a_price_for_each_is_multiplied() -> None:
    ask = owner("김수연 와이셔츠 3장 2500원씩").ask

    assert isinstance(ask, RecordVisit)
    assert ask.amount == 7500


def test_sums_for_each_line_are_added() -> None:
    ask = owner("김수연 와이셔츠 3장 7500원 바지 1벌 4500원").ask

    assert isinstance(ask, RecordVisit)
    assert ask.items == (Item("와이셔츠", 3, 7500), Item("바지", 1, 4500))
    assert ask.amount == 12000


def test_a_currency_with_cents_is_counted_in_cents() -> None:
    dollars = replace(lexicon(), currency="USD")

    ask = read_owner("emily 3 blouses $12.50", now=NOW, lexicon=dollars).ask

    assert isinstance(ask, RecordVisit)
    assert ask.amount == 1250


def test_the_shops_own_price_list_gives_the_words_for_things() -> None:
    own = Lexicon(NameIndex([(1, "김수연")]), (ItemWord("텐트", ("tent", "tents")),))

    ask = read_owner("김수연 2 tents 40000", now=NOW, lexicon=own).ask

    assert isinstance(ask, RecordVisit)
    assert ask.items == (Item("텐트", 2, 40000),)


def test_a_question_is_never_a_record() -> None:
    assert not isinstance(owner("김수연 와이셔츠 3장 맡겼나요?").ask, RecordVisit)
    assert not isinstance(owner("김수연 와이셔츠 몇 장 맡겼지").ask, RecordVisit)


@pytest.mark.parametrize("preset", ["laundry", "salon", "cafe", "theatre"])
def test_every_preset_has_things_to_sell(preset: str) -> None:
    assert len(default_items(preset)) >= 5


def test_a_salon_takes_an_appointment_with_a_service() -> None:
    salon = Lexicon(NameIndex([(1, "김민지")]), default_items("salon"))

    ask = read_owner("김민지 내일 3시 커트", now=NOW, lexicon=salon).ask

    assert isinstance(ask, MakeAppointment)
    assert (ask.at, ask.service) == (datetime(2026, 11, 22, 15, tzinfo=SEOUL), "커트")


def test_a_group_that_has_stayed_away_is_kept_with_its_days() -> None:
    assert owner("한달 안 온 단골들한테 쿠폰 문자 보내").ask == MessageMany(30, True, False, "쿠폰")


@pytest.mark.parametrize(
    "text", ["김수연", "ㄱㅅㅇ", "6781", "박민수 포인트 얼마야", "요즘 안 오신 단골 누구예요?", "오늘 매출 얼마야"]
)
def test_the_owners_questions_mean_nothing_from_a_customer(text: str) -> None:
    ask = customer(text).ask

    assert ask is None or isinstance(ask, Status)
    assert not isinstance(ask, Find | Lapsed | Sales)


def test_a_customers_sentence_is_read_alike_whoever_else_is_known() -> None:
    stranger = Lexicon(items=lexicon().items)

    for text in ("내 옷 언제 돼요?", "김수연 번호 알려줘", "박민수", "번호 바뀌었어요 010-2345-6789"):
        assert read_customer(text, now=NOW, lexicon=stranger) == customer(text)


def test_both_sides_can_go_back_stop_and_ask_for_help() -> None:
    for text, ask in (("되돌려줘", Undo()), ("그만", Stop()), ("도움말", Help()), ("undo", Undo()), ("cancel", Stop())):
        assert owner(text).ask == ask
        assert customer(text).ask == ask


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        ("번호 바뀌었어요 010-2345-6789", Update("phone", "010-2345-6789")),
        ("제 번호 공일공 이삼사오 육칠팔구로 바꿔주세요", Update("phone", "010 2345 6789")),
        ("이메일 gildong 골뱅이 naver.com 으로 바꿔주세요", Update("email", "gildong@naver.com")),
        ("내 생일은 오십팔년 이월 삼십일일이에요", Update("birthday", "58년 2월 31일")),
        ("이름 박지영으로 바꿔주세요", Update("name", "박지영")),
        ("이사했어요 주소를 서울시 마포구 성산로 45로 바꿔주세요", Update("address", "서울시 마포구 성산로 45")),
        ("can you write in English please", SetLanguage("en")),
        ("베트남어로 보내주세요", SetLanguage("vi")),
        ("언어 바꿀래요", SetLanguage(None)),
    ],
)
def test_a_detail_is_cut_out_of_the_sentence(text: str, ask: object) -> None:
    assert customer(text).ask == ask


@pytest.mark.parametrize("said", ["그중 코트 맡긴 사람", "그중에 이번 달에 온 사람은?", "그 중에서 제일 많이 쓴 손님"])
def test_what_cannot_be_asked_of_the_last_list_is_not_answered_of_everybody_unasked(said: str) -> None:
    understood = read_owner(said, now=NOW, lexicon=Lexicon(items=default_items("laundry")))

    assert understood.ask is None or understood.confidence is Confidence.DOUBTFUL
