"""Deeds in words that fit no line: told from their pieces, and never done unasked."""

from datetime import date

import pytest

from bot.understanding.asks.money import PayPromise
from bot.understanding.asks.orders import FindTag, TagFetched, TagReady
from bot.understanding.asks.people import Doubles
from bot.understanding.asks.shop import ChangeShop, DaysOff, NamedDays
from bot.understanding.asks.visits import RecordSeveral, WalkIns
from bot.understanding.understood import Confidence
from tests.understanding.shop import owner

THURSDAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("목요일 건강검진이라 쉴게", DaysOff(THURSDAY, THURSDAY, closed=True)),
        ("memorial rite on the 26th, can't open", DaysOff(THURSDAY, THURSDAY, closed=True)),
        ("12월 24일 28일 임시 휴무로", NamedDays((date(2026, 12, 24), date(2026, 12, 28)), closed=True)),
        ("skirts 4500 from today, change", ChangeShop("prices", "치마 4500")),
        ("update our contact mail to hello@example.org", ChangeShop("contact", "hello@example.org")),
        ("93번 위치", FindTag("93")),
        ("271 out", TagFetched("271")),
        ("210 all set", TagReady("210")),
        ("정하늘 카드 두 장 합쳐줘", Doubles()),
    ],
)
def test_a_deed_is_told_from_its_pieces_and_asked_about(said: str, meant: object) -> None:
    understood = owner(said)
    assert understood.ask == meant
    assert understood.confidence is Confidence.DOUBTFUL


def test_who_promises_to_pay_and_who_came_without_a_name() -> None:
    promise = owner("이영희님 바지 값 내일모레 드린다고 하시네").ask
    assert isinstance(promise, PayPromise)
    assert (promise.name.name, promise.when) == ("이영희", date(2026, 11, 23))
    strangers = owner("이름 안 남긴 손님들 네분 3만6천").ask
    assert isinstance(strangers, WalkIns)
    assert (strangers.count, strangers.amount) == (4, 36000)


def test_several_people_of_one_line_are_told_apart() -> None:
    both = owner("황정호 코트 하나고 진선아는 원피스 둘이야").ask
    assert isinstance(both, RecordSeveral)
    assert [(visit.name.name, visit.items[0].name) for visit in both.visits] == [
        ("황정호", "코트"),
        ("진선아", "원피스"),
    ]


@pytest.mark.parametrize("said", ["김수연 외상 안 갚는대", "민수씨가 오늘 안 왔네", "와이셔츠 2500", "오늘 쉬어?"])
def test_what_says_too_little_is_no_deed(said: str) -> None:
    assert not isinstance(owner(said).ask, PayPromise | DaysOff | ChangeShop)
    assert getattr(owner(said).ask, "kind", "") != "no_show"
