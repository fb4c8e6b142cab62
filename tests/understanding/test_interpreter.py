"""What may be sent to an interpreter, and what of its answer is believed."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understanding.asks.closed_list import OwnerAsk
from bot.understanding.asks.orders import OrderReady
from bot.understanding.asks.visits import RecordVisit
from bot.understanding.interpreter import LONGEST, Kind, Picked, Veiled, all_kinds, believed, veil
from bot.understanding.lexicon import Lexicon, default_items
from bot.understanding.names import NameIndex

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=ZoneInfo("Asia/Seoul"))
LEXICON = Lexicon(NameIndex([(1, "이수연"), (2, "Jane Miller"), (3, "선우하늘")]), default_items("laundry"))
SAID = {
    "ko": {"name": "이수연", "items": "와이셔츠 세 장", "item": "와이셔츠", "amount": "만팔천원"},
    "en": {"name": "Jane Miller", "items": "3 shirts", "item": "shirts", "amount": "18000 won"},
}
MOMENTS = {"ko": ("내일 3시로", "이번 달에", "한 달 넘게"), "en": ("tomorrow at 3pm", "this month", "a month")}
AT_A_MOMENT = {"late", "make_appointment", "move_appointment"}


def veiled(text: str) -> Veiled:
    found = veil(text, now=NOW, lexicon=LEXICON)
    assert found is not None
    return found


def believe(text: str, kind: str, **slots: str) -> OwnerAsk | None:
    return believed(Picked(kind, slots), veiled(text), all_kinds(), now=NOW, lexicon=LEXICON)


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("kind", all_kinds(), ids=lambda kind: kind.name)
def test_every_form_of_the_list_is_a_sentence_of_its_kind(kind: Kind, language: str) -> None:
    moment, period, length = MOMENTS[language]
    time = moment if kind.name in AT_A_MOMENT else length if kind.name == "lapsed" else period
    said = SAID[language] | {"time": time}
    text = " ".join(("이 말씀" if language == "ko" else "so", *said.values()))
    sent = veiled(text)
    signs = {value: sign for sign, value in sent.behind.items()}
    assert len(kind.forms["ko"]) == len(kind.forms["en"])
    for form in kind.forms[language]:
        slots = {slot: signs.get(value, value) for slot, value in said.items() if "{" + slot + "}" in form}
        ask = believed(Picked(kind.name, slots), sent, all_kinds(), now=NOW, lexicon=LEXICON)
        assert ask is not None, form
        assert ask.kind == kind.name


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("이수연님 코트 때깔 나게 뽑혔네요", "[1] 코트 때깔 나게 뽑혔네요"),
        ("아까이수연고객님이 만팔천원 꿀꺽", "[1] 만팔천원 꿀꺽"),
        ("Jane Miller's coat gleams", "[1] coat gleams"),
        ("수연님 전화 010-1234-5678, 메일 a@b.kr", "[1] 전화 [2], 메일 [3]"),
        ("번호가 01012345678 이래요", "번호가 [1] 이래요"),
        ("코트 3벌 1200000원 2026-11-21", "코트 3벌 1200000원 2026-11-21"),
    ],
)
def test_a_sign_stands_for_people_and_numbers(text: str, sent: str) -> None:
    found = veiled(text).text
    assert not [name for name in ("이수연", "수연", "Jane", "Miller") if name in found]
    assert found == sent


@pytest.mark.parametrize("text", ["", "[1] 다 됐어", "가" * (LONGEST + 1)])
def test_what_is_no_sentence_is_not_sent(text: str) -> None:
    assert veil(text, now=NOW, lexicon=LEXICON) is None


def test_what_stands_behind_a_sign_comes_back() -> None:
    ask = believe("이수연님 코트 때깔 나게 뽑혔네요", "order_ready", name="[1]", items="코트")
    assert isinstance(ask, OrderReady)
    assert (ask.name.name, ask.items) == ("이수연", ("코트",))


def test_somebody_whom_nobody_knows_yet_is_hidden_and_comes_back() -> None:
    ask = believe("홍길동님이 만팔천원 꿀꺽", "record_visit", name="[1]", amount="만팔천원")
    assert isinstance(ask, RecordVisit)
    assert (ask.name.name, ask.amount) == ("홍길동", 18_000)


@pytest.mark.parametrize(
    ("kind", "slots"),
    [
        ("erase", {"name": "[1]"}),
        ("find", {}),
        ("find", {"name": "이수연"}),
        ("find", {"name": "[2]"}),
        ("find", {"name": "[1]", "shoe": "코트"}),
        ("order_ready", {"name": "[1]", "items": "바지"}),
        ("order_ready", {"name": "[1]", "items": "때깔"}),
        ("charge", {"name": "[1]", "amount": "코트"}),
        ("sales", {"time": "나게"}),
    ],
)
def test_what_does_not_hold_is_not_believed(kind: str, slots: dict[str, str]) -> None:
    assert believe("이수연님 코트 때깔 나게 뽑혔네요", kind, **slots) is None
