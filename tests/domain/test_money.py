"""Money as people write it, to minor units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.money import minor_digits, parse_money, plain_money
from bot.domain.refusals import Refusal


@pytest.mark.parametrize(
    ("text", "won"),
    [
        ("12000", 12000),
        ("12,000", 12000),
        ("₩12,000", 12000),
        ("￦12,000", 12000),
        ("\\12,000", 12000),
        ("12,000원", 12000),
        ("12,000 원", 12000),
        ("KRW 12,000", 12000),
        ("12000 won", 12000),
        ("１２０００", 12000),
        ("12000.0", 12000),
        ("12,000.00", 12000),
        ("0", 0),
        ("1.8만", 18000),
        ("1.8만원", 18000),
        ("1만8천원", 18000),
        ("1만 8천", 18000),
        ("2만5000", 25000),
        ("10만5천원", 105000),
        ("3천5백원", 3500),
        ("만원", 10000),
        ("천원", 1000),
        ("18천원", 18000),
        ("1억", 100_000_000),
        ("-5000", -5000),
        ("-₩5,000", -5000),
        ("₩ -5,000", -5000),
        ("−5,000", -5000),
        ("(5,000)", -5000),
        ("△5,000", -5000),
        ("+5000", 5000),
    ],
)
def test_won_as_people_write_them(text: str, won: int) -> None:
    assert parse_money(text) == won


@pytest.mark.parametrize(
    ("text", "currency", "minor"),
    [
        ("12", "USD", 1200),
        ("$12.50", "USD", 1250),
        ("US$1,234.5", "USD", 123450),
        ("12.50 USD", "USD", 1250),
        ("$12.50", "CAD", 1250),
        ("12,50", "EUR", 1250),
        ("1.234,50 €", "EUR", 123450),
        ("38.7", "UAH", 3870),
        ("1.234", "KWD", 1234),
        ("1,200", "JPY", 1200),
        (".5", "USD", 50),
    ],
)
def test_other_currencies_have_their_own_minor_unit(text: str, currency: str, minor: int) -> None:
    assert parse_money(text, currency) == minor


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("", "money-unreadable"),
        ("원", "money-unreadable"),
        ("무료", "money-unreadable"),
        ("12,00", "money-unreadable"),
        ("1,2000", "money-unreadable"),
        ("12.000.000", "money-unreadable"),
        ("12000a", "money-unreadable"),
        ("1e9", "money-unreadable"),
        ("NaN", "money-unreadable"),
        ("9" * 400, "money-unreadable"),
        ("9" * 30, "money-unreadable"),
        ("9" * 15 + "억", "money-unreadable"),
        ("1.5.2만", "money-unreadable"),
        ("만천백천", "money-unreadable"),
        ("38.7", "money-too-fine"),
        ("$12", "money-currency"),
        ("12유로", "money-currency"),
    ],
)
def test_what_is_not_an_amount_of_won_is_refused_by_name(text: str, name: str) -> None:
    with pytest.raises(Refusal) as refusal:
        parse_money(text)
    assert refusal.value.name == name


@pytest.mark.parametrize(("text", "won"), [("38.7", 39), ("38.5", 39), ("38.4", 38), ("0.30000000000000004", 0)])
def test_a_file_of_another_currency_is_rounded_half_up(text: str, won: int) -> None:
    assert parse_money(text, rounding=True) == won


@given(st.integers(-(10**11), 10**11), st.sampled_from(["KRW", "USD", "KWD"]))
def test_what_a_file_says_is_read_back(minor: int, currency: str) -> None:
    assert parse_money(plain_money(minor, currency), currency) == minor


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        name, amount = "", parse_money(text)
    except Refusal as refusal:
        name, amount = refusal.name, 0
    assert isinstance(amount, int)
    assert name in {"", "money-unreadable", "money-too-fine", "money-currency"}


def test_won_have_no_decimals_and_dollars_two() -> None:
    assert (minor_digits("KRW"), minor_digits("USD"), minor_digits("KWD")) == (0, 2, 3)
