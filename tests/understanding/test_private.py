"""What a sentence tells of people is taken out of it before it is kept."""

import pytest

from bot.understanding.asks.account import Status, Update
from bot.understanding.asks.voices import Voice
from bot.understanding.example_lines import Line, as_examples, kind_of
from bot.understanding.normalise import tidy
from bot.understanding.private import masked
from tests.understanding.shop import NOW, lexicon

HIDDEN = [
    ("김수연님 코트 때깔 나게 뽑혔네", "{name}님 코트 때깔 나게 뽑혔네"),
    ("Emily's coat looks a million bucks", "{name}'s coat looks a million bucks"),
    ("010-2345-6781 이 번호 뭐였지", "{phone} 이 번호 뭐였지"),
    ("6781 그분 이번에 어땠더라", "{last4} 그분 이번에 어땠더라"),
    ("생년월일 850302 그거", "생년월일 {number} 그거"),
    ("850302-1234567 이라던데", "{number} 이라던데"),
    ("1234 5678 9012 3456 card", "{phone} {last4} card"),
    ("qwer suyeon.kim@example.com foo", "qwer {email} foo"),
    ("민수 어머님 http://x.example/y 보심", "{name} 어머님 {link} 보심"),
    ("와이셔츠 3장 18000 현금 1,234,500", "와이셔츠 3장 18000 현금 1,234,500"),
    ("2026년에는 뭐가 됐든", "2026년에는 뭐가 됐든"),
]


@pytest.mark.parametrize(("said", "kept"), HIDDEN)
def test_people_and_numbers_are_taken_out_and_the_rest_stays(said: str, kept: str) -> None:
    assert masked(tidy(said), NOW, lexicon()) == kept


def test_a_file_has_the_form_of_the_examples_and_learns_nothing_that_has_no_place() -> None:
    lines = [
        Line("sales", "{name} 오늘 얼마 벌렸나"),
        Line(None, "# [거시기] {last4} {phone} 두루치기"),
        Line("nth_gift", "뭐시기"),
        Line("sales", "what did {name} and {name} bring in"),
    ]

    text = as_examples("owner", lines)

    learned = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert learned == ["[sales]", "김수연 오늘 얼마 벌렸나", "what did Emily Carter and James Miller bring in"]
    assert "# ?: 거시기] 6781 010-7777-1111 두루치기" in text
    assert "# nth_gift: 뭐시기" in text


def test_the_kind_is_the_one_under_which_the_examples_have_it() -> None:
    assert kind_of(Voice("complaint", "")) == "complaint"
    assert kind_of(Update("phone")) == "update_phone"
    assert [kind_of(Status(about)) for about in (None, "orders")] == ["status_account", "status_orders"]
