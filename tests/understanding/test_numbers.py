"""Numbers as people write and say them."""

from decimal import Decimal

import pytest

from bot.understanding.numbers import find_bare, find_counts, find_money, number


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("하나", "1"),
        ("두", "2"),
        ("열다섯", "15"),
        ("스물셋", "23"),
        ("스무", "20"),
        ("삼천", "3000"),
        ("구천", "9000"),
        ("만팔천", "18000"),
        ("만 팔천", "18000"),
        ("이만오천", "25000"),
        ("육천오백", "6500"),
        ("십만", "100000"),
        ("천이백", "1200"),
        ("1.8만", "18000"),
        ("3만5천", "35000"),
        ("3만 5천원", "35000"),
        ("2만500", "20500"),
        ("3천", "3000"),
        ("15,000", "15000"),
        ("18k", "18000"),
        ("2.5k", "2500"),
        ("₩18,000", "18000"),
        ("이공삼삼", "2033"),
        ("twenty-five", "25"),
        ("a hundred", "100"),
        ("ten thousand", "10000"),
        ("twelve thousand five hundred", "12500"),
        ("45 thou", "45000"),
        ("30 000", "30000"),
        ("1 200 000", "1200000"),
        ("half a dozen", "6"),
        ("a couple of", "2"),
    ],
)
def test_a_number_is_read(said: str, value: str) -> None:
    assert number(said) == Decimal(value)


@pytest.mark.parametrize("said", ["", "김수연", "만수", "원", "hello", "한지원"])
def test_what_is_no_number_is_none(said: str) -> None:
    assert number(said) is None


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("최지훈 바지 두개 구천원 받음", [9000]),
        ("구본철 패딩2 3.6만 접수", [36000]),
        ("에밀리 블라우스 2장 8,000원 결제", [8000]),
        ("코트 2 만오천원", [15000]),
        ("한벌 만오천", [15000]),
        ("이불 2 2만4천 카드", [24000]),
        ("oliva brown 1 coat 15k", [15000]),
        ("four shirts, ten thousand won", [10000]),
        ("2 coats 30 000 won", [30000]),
        ("shirts 3 15 000원", [15000]),
        ("a fade and a trim 45 thou", [45000]),
        ("백종철 코트 1", []),
        ("천유진 운동화", []),
        ("그중 연락되는 분만", []),
        ("김수연 와이셔츠 3장 7500", []),
    ],
)
def test_sums_that_say_so_themselves_are_found(text: str, sums: list[int]) -> None:
    assert [int(found.value) for found in find_money(text)] == sums


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("정장 2벌", [(2, "벌")]),
        ("와이셔츠 세 장", [(3, "장")]),
        ("운동화 한 켤레", [(1, "켤레")]),
        ("단골 열명만", [(10, "명")]),
        ("three pairs of sneakers", [(3, "pairs of")]),
        ("셔츠 x3", [(3, "x")]),
        ("두 달", []),
        ("이번엔", []),
        ("이번 주", []),
    ],
)
def test_counts_are_found_with_their_counter(text: str, counts: list[tuple[int, str]]) -> None:
    assert [(int(found.value), found.unit) for found in find_counts(text)] == counts


def test_a_bare_number_is_left_for_the_sentence_to_judge() -> None:
    assert [int(found.value) for found in find_bare("김수연 와이셔츠 3장 7500")] == [3, 7500]


def test_a_phone_number_and_a_date_are_no_numbers() -> None:
    assert find_bare("010-2345-6789 2026-11-21") == []
