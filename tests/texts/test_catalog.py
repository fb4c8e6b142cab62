import unicodedata
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.outgoing import Money, Value, Words, words
from bot.texts.catalog import Catalog, MissingText

SEOUL = ZoneInfo("Asia/Seoul")
TODAY = date(2026, 3, 12)

KOREAN = """
plain = 안녕하세요.
greeting = <b>{ $name }</b>{ JOSA($name, "이/가") } 오셨어요.
called = { PERSON($name) }, { $visit-count }번째예요.
promise = { $at } 약속, { DAY($at) } { TIME($at) }까지.
day-only = { $on }부터.
moved = { DAY($on) }{ JOSA(DAY($on), "으로/로") } 옮겼어요.
price = { $amount }{ JOSA($amount, "이에요/예요") }.
numbers = { PHONE($phone) }
away = { GAP($days) }째
list = 손님 { $total }분
    { $rows }
    끝
row = { $name }: { $item }
booked = { $at } { $service } 예약
one-line = 맡기신 것: { LIST($rows) }.
wrapped = { $inner }{ JOSA($inner, "은/는") } 잘 있어요.
choice = { $state ->
    [ready] 다 됐어요
   *[other] 작업 중이에요
  }
either = { HAS($note) ->
    [yes] 메모: { $note }
   *[no] 메모 없음
  }
linked = { $linked ->
    [yes] 연결됨
   *[no] 연결 안 됨
  }
card = <b>{ $name }</b>
    { $note }

    { $phone }
broken-time = { TIME($on) }
broken-pair = { JOSA($name, "은(는)") }
broken-call = { SHOUT($name) }
"""
ENGLISH = """
plain = Hello.
greeting = <b>{ $name }</b> is here.
called = { PERSON($name) }, visit { $visit-count }.
items = { $count ->
    [0] nothing
    [one] { $count } item
   *[other] { $count } items
  }
promise = { $at }
only-english = Yes.
"""


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    folder = tmp_path_factory.mktemp("texts")
    (folder / "ko.ftl").write_text(KOREAN, encoding="utf-8")
    (folder / "en.ftl").write_text(ENGLISH, encoding="utf-8")
    return Catalog(folder)


def render(catalog: Catalog, message: Words, language: str = "ko") -> str:
    return catalog.render(message, language, zone=SEOUL, today=TODAY)


def plain(catalog: Catalog, message: Words, language: str = "ko") -> str:
    return catalog.plain(message, language, zone=SEOUL, today=TODAY)


def test_tags_of_the_file_stay_and_those_of_a_value_are_only_text(catalog: Catalog) -> None:
    shown = render(catalog, words("greeting", name='<b>R&D</b> "김수연"'))

    assert shown == '<b>&lt;b&gt;R&amp;D&lt;/b&gt; "김수연"</b>이 오셨어요.'


def test_plain_text_has_neither_tags_nor_escapes(catalog: Catalog) -> None:
    assert plain(catalog, words("greeting", name="<b>R&D</b> &amp;")) == "<b>R&D</b> &amp;가 오셨어요."


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("김수연", "<b>김수연</b>이 오셨어요."),
        ("김민지", "<b>김민지</b>가 오셨어요."),
        ("김수연(6781)", "<b>김수연(6781)</b>이 오셨어요."),
        ("Emily Carter", "<b>Emily Carter</b>가 오셨어요."),
        ("민지 & <준>", "<b>민지 &amp; &lt;준&gt;</b>가 오셨어요."),
        (unicodedata.normalize("NFD", "김수연"), "<b>김수연</b>이 오셨어요."),
    ],
)
def test_the_particle_fits_the_name_as_it_was_before_escaping(catalog: Catalog, name: str, shown: str) -> None:
    assert render(catalog, words("greeting", name=name)) == shown


def test_underscores_of_an_argument_stand_for_hyphens(catalog: Catalog) -> None:
    assert render(catalog, words("called", name="김수연", visit_count=1204)) == "김수연님, 1,204번째예요."
    assert render(catalog, words("called", name="Emily Carter", visit_count=2), "en") == "Emily Carter, visit 2."


def test_moments_are_told_on_the_shops_clock_in_each_language(catalog: Catalog) -> None:
    at = datetime(2026, 3, 13, 9, 30, tzinfo=UTC)

    assert render(catalog, words("promise", at=at)) == "3/13(금) 18:30 약속, 3/13(금) 18:30까지."
    assert render(catalog, words("promise", at=at), "en") == "Fri 13 Mar 6:30 pm"


def test_days_carry_their_year_when_it_is_not_todays(catalog: Catalog) -> None:
    assert render(catalog, words("day-only", on=date(2023, 5, 2))) == "2023.5.2(화)부터."
    assert render(catalog, words("moved", on=date(2026, 3, 13))) == "3/13(금)로 옮겼어요."


def test_money_phones_and_gaps_are_written_as_people_do(catalog: Catalog) -> None:
    assert render(catalog, words("price", amount=Money(18_000))) == "18,000원이에요."
    assert render(catalog, words("numbers", phone="+821012345678")) == "010-1234-5678"
    assert render(catalog, words("away", days=28)) == "4주째"


@pytest.mark.parametrize(("count", "shown"), [(0, "nothing"), (1, "1 item"), (2, "2 items"), (1200, "1,200 items")])
def test_numbers_choose_the_plural(catalog: Catalog, count: int, shown: str) -> None:
    assert render(catalog, words("items", count=count), "en") == shown


def test_words_in_words_are_rendered_and_escaped_once(catalog: Catalog) -> None:
    message = words("wrapped", inner=words("row", name="A & B", item="정장"))

    assert render(catalog, message) == "A &amp; B: 정장은 잘 있어요."


def test_a_tuple_becomes_lines_and_what_is_absent_in_it_none(catalog: Catalog) -> None:
    rows: tuple[Value, ...] = (
        words("row", name="김수연", item="<코트>"),
        None,
        "다음",
        3,
        Money(500),
        date(2026, 3, 1),
    )

    shown = render(catalog, words("list", total=6, rows=rows))

    assert shown == "손님 6분\n김수연: &lt;코트&gt;\n다음\n3\n500원\n3/1(일)\n끝"


def test_a_list_may_stand_on_one_line(catalog: Catalog) -> None:
    assert render(catalog, words("one-line", rows=("코트", "셔츠 & 바지"))) == "맡기신 것: 코트, 셔츠 &amp; 바지."


@pytest.mark.parametrize("rows", [(), (None, ""), None, ""])
def test_a_line_of_absent_values_disappears(catalog: Catalog, rows: Value) -> None:
    assert render(catalog, words("list", total=0, rows=rows)) == "손님 0분\n끝"


def test_an_absent_value_takes_the_space_in_front_of_it_along(catalog: Catalog) -> None:
    assert render(catalog, words("booked", at="내일", service="커트")) == "내일 커트 예약"
    assert render(catalog, words("booked", at="내일", service=None)) == "내일 예약"
    assert render(catalog, words("booked", at=None, service="커트")) == "커트 예약"


def test_absent_values_leave_no_gap_at_the_end(catalog: Catalog) -> None:
    assert render(catalog, words("card", name="김수연", note=None, phone=None)) == "<b>김수연</b>"
    assert render(catalog, words("card", name="김수연", note="흰 옷", phone=None)) == "<b>김수연</b>\n흰 옷"
    assert render(catalog, words("card", name="김수연", note=None, phone="1")) == "<b>김수연</b>\n\n1"


def test_messages_choose_by_texts_truth_and_presence(catalog: Catalog) -> None:
    assert render(catalog, words("choice", state="ready")) == "다 됐어요"
    assert render(catalog, words("choice", state="received")) == "작업 중이에요"
    assert render(catalog, words("linked", linked=True)) == "연결됨"
    assert render(catalog, words("linked", linked=False)) == "연결 안 됨"
    assert render(catalog, words("either", note="<i>")) == "메모: &lt;i&gt;"
    assert render(catalog, words("either", note=None)) == "메모 없음"
    assert render(catalog, words("either", note=())) == "메모 없음"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("김\0수\u200b연", "김수연"),
        ("\u202e김수연\u202c", "김수연"),
        ("\u2066김수연\u2069\ufeff", "김수연"),
        ("첫 줄\n둘째\r\n\t줄\u2028셋", "첫 줄 둘째 줄 셋"),
        ("반쪽\ud83d", "반쪽"),
        ("웃음 😊", "웃음 😊"),
        ("하트 ❤️", "하트 ❤️"),
    ],
)
def test_values_are_one_line_of_visible_text(catalog: Catalog, written: str, shown: str) -> None:
    assert render(catalog, words("row", name=written, item="x")) == f"{shown}: x"


def test_a_long_text_is_shown_whole(catalog: Catalog) -> None:
    assert plain(catalog, words("row", name="<" * 4096, item="x")) == "<" * 4096 + ": x"


@given(st.text())
def test_any_text_can_be_said_and_never_becomes_markup(catalog: Catalog, text: str) -> None:
    shown = render(catalog, words("row", name=text, item=text))

    assert "<" not in shown and ">" not in shown and "\n" not in shown and "\0" not in shown
    shown.encode("utf-8")


@pytest.mark.parametrize(
    ("message", "language"),
    [
        (words("no-such-key"), "ko"),
        (words("only-english"), "ko"),
        (words("plain"), "fr"),
        (words("greeting"), "ko"),
        (words("wrapped", inner=words("row", name="a")), "ko"),
        (words("broken-time", on=date(2026, 3, 13)), "ko"),
        (words("broken-pair", name="a"), "ko"),
        (words("broken-call", name="a"), "ko"),
        (words("promise", at=datetime(2026, 3, 13, 9, 30)), "en"),  # noqa: DTZ001 - naive is what is refused here
        (Words("greeting", {"name": 1.5}), "ko"),  # type: ignore[dict-item]
    ],
)
def test_what_is_missing_or_wrong_is_loud(catalog: Catalog, message: Words, language: str) -> None:
    with pytest.raises(MissingText):
        render(catalog, message, language)


@pytest.mark.parametrize("broken", ["key = { $name\n", "key = one\nkey = two\n", "key one\n"])
def test_a_broken_message_file_is_refused(tmp_path: Path, broken: str) -> None:
    (tmp_path / "ko.ftl").write_text(broken, encoding="utf-8")
    (tmp_path / "en.ftl").write_text("key = one\n", encoding="utf-8")

    with pytest.raises(MissingText):
        render(Catalog(tmp_path), words("key"), "ko")
