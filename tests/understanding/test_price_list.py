"""A price list pasted in any free form: what is read, and what is left and named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.price_list import read_price_list


@pytest.mark.parametrize(
    ("line", "name", "price"),
    [
        ("와이셔츠 2500", "와이셔츠", 2_500),
        ("바지 4,500원", "바지", 4_500),
        ("코트\t12000", "코트", 12_000),
        ("정장 상하 : 9,000", "정장 상하", 9_000),
        ("1. 니트 - 5천원", "니트", 5_000),
        ("② 이불(대) ..... 20,000원", "이불(대)", 20_000),
        ("패딩 만오천원", "패딩", 15_000),
        ("원피스 1만 2천원", "원피스", 12_000),
        ("가죽 3.5만", "가죽", 35_000),
        ("2000 손수건", "손수건", 2_000),
        ("운동화 8,000 (1켤레)", "운동화", 8_000),
        ("카펫 15,000 / kg", "카펫", 15_000),
        ("물빨래 3kg 9,000원", "물빨래 3kg", 9_000),
        ("세트 2벌 13,000", "세트 2벌", 13_000),
        ("- 아메리카노(HOT) 4,500", "아메리카노(HOT)", 4_500),
        ("라떼 5k", "라떼", 5_000),
        ("shirts 2500 won", "shirts", 2_500),
        ("Coat: ₩12,000", "Coat", 12_000),
        ("１２０００원 코트", "코트", 12_000),
        ("가방 30000원씩", "가방", 30_000),
    ],
)
def test_a_line_is_a_thing_and_its_price(line: str, name: str, price: int) -> None:
    read = read_price_list(line, "KRW")

    assert [(one.name, one.minor) for one in read.prices] == [(name, price)]
    assert read.not_read == ()


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("R석 60,000 S석 45,000", [("R석", 60_000), ("S석", 45_000)]),
        ("와이셔츠 2,600 / 블라우스 4,000", [("와이셔츠", 2_600), ("블라우스", 4_000)]),
        ("dress 9000, skirt 4500", [("dress", 9_000), ("skirt", 4_500)]),
        ("2500 와이셔츠 4500 바지", [("와이셔츠", 2_500), ("바지", 4_500)]),
    ],
)
def test_a_line_may_hold_several(line: str, read: list[tuple[str, int]]) -> None:
    assert [(one.name, one.minor) for one in read_price_list(line, "KRW").prices] == read


@pytest.mark.parametrize(
    "line",
    [
        "염색 50,000~80,000",
        "펌 9만원부터",
        "[상의]",
        "안녕하세요 가격표예요",
        "아메리카노 4.5",
        "수선 0원",
        "가죽 $30",
        "학생 10% 할인",
        "전화 02-123-4567",
        "from 9000 perm",
        "코트 900000000000",
        "가" * 80 + " 5000",
    ],
)
def test_what_is_not_one_clear_price_is_left_and_named(line: str) -> None:
    assert read_price_list(f"바지 4500\n{line}\n코트 12000", "KRW").not_read == (line,)
    assert len(read_price_list(f"바지 4500\n{line}\n코트 12000", "KRW").prices) == 2


def test_dollars_have_cents() -> None:
    read = read_price_list(
        "Latte 4.50\nCookie $3\nAmericano 4\nSize 2 shirt 3.50\n12oz latte 5\nTea 3, Mocha 5\n쿠키 500원", "USD"
    )

    assert [(one.name, one.minor) for one in read.prices] == [
        ("Latte", 450),
        ("Cookie", 300),
        ("Americano", 400),
        ("Size 2 shirt", 350),
        ("12oz latte", 500),
        ("Tea", 300),
        ("Mocha", 500),
    ]
    assert read.not_read == ("쿠키 500원",)


def test_of_two_prices_for_one_thing_the_last_holds() -> None:
    assert [(one.name, one.minor) for one in read_price_list("바지 4500\n코트 9000\n바 지 5000", "KRW").prices] == [
        ("바 지", 5_000),
        ("코트", 9_000),
    ]


def test_a_list_without_end_is_read_up_to_a_limit_and_says_what_is_left() -> None:
    read = read_price_list("\n".join(f"품목{'가' * (at % 3)}{at}호 {1000 + at}원" for at in range(400)), "KRW")

    assert len(read.prices) <= 300
    assert len(read.prices) + len(read.not_read) <= 400


@given(st.text(max_size=300), st.sampled_from(["KRW", "USD", "KWD"]))
def test_no_text_breaks_it(text: str, currency: str) -> None:
    for price in read_price_list(text, currency).prices:
        assert price.minor > 0 and 0 < len(price.name) <= 60
