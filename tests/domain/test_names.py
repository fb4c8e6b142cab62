"""Names in one spelling, and the texts that are no names."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.names import LONGEST_NAME, parse_name
from bot.domain.refusals import Refusal


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("김수연", "김수연"),
        ("  김수연  ", "김수연"),
        ("김수연님", "김수연"),
        ("김수연 고객님", "김수연"),
        ("Emily\u00a0 Carter\n", "Emily Carter"),
        ("김\u200b수\u2066연\ufeff", "김수연"),
        (unicodedata.normalize("NFD", "김수연"), "김수연"),
        ("O'Brien-Smith Jr.", "O'Brien-Smith Jr."),
        ("예님", "예님"),
        ("민지 엄마 2", "민지 엄마 2"),
        ("<b>민지</b>", "<b>민지</b>"),
        ("ㄱㅁㅈ", "ㄱㅁㅈ"),
        ("مريم", "مريم"),
        ("a" * LONGEST_NAME, "a" * LONGEST_NAME),
    ],
)
def test_a_name_keeps_its_letters_and_loses_what_cannot_be_seen(text: str, name: str) -> None:
    assert parse_name(text) == name


@pytest.mark.parametrize(
    "text", ["", "   ", "5678", "010-1234-5678", "\u200b\u200d", "🌸", "---", "a" * 61, "님" * 5000]
)
def test_a_name_without_a_letter_or_without_end_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refusal:
        parse_name(text)
    assert refusal.value.name == "name-unusable"


@given(st.text(alphabet=st.characters(categories=["L", "M", "N", "Zs", "Cf", "Cc", "P"]), max_size=40))
def test_a_name_that_was_read_is_read_again_as_itself(text: str) -> None:
    try:
        name = parse_name(text)
    except Refusal:
        name = "김수연"
    assert parse_name(name) == name


def test_a_registration_number_beside_a_name_is_not_kept() -> None:
    assert parse_name("김수연 880115-1234567") == "김수연 880115-*******"
