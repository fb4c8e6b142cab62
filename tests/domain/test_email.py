"""E-mail addresses: what is taken for one."""

import pytest

from bot.domain.email import email_key, parse_email
from bot.domain.refusals import Refusal


@pytest.mark.parametrize(
    ("text", "email"),
    [
        ("suyeon.kim@example.com", "suyeon.kim@example.com"),
        ("  Suyeon.Kim@Example.COM ", "Suyeon.Kim@example.com"),
        ("ａ＠naver.com", "a@naver.com"),
        ("user@naver.com\u200b", "user@naver.com"),
        ("홍길동@한글.한국", "홍길동@한글.한국"),
        ("first+tag@mail.example.co.kr", "first+tag@mail.example.co.kr"),
    ],
)
def test_an_address_is_kept_in_normal_form(text: str, email: str) -> None:
    assert parse_email(text) == email == parse_email(email)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "없음",
        "@",
        "a b@c.com",
        "a@b",
        "a@localhost",
        "a@[127.0.0.1]",
        "a@b@c.com",
        "<b>@x.com",
        '"a b"@example.com',
        "test@example.com\n",
        "a@b.com, c@d.com",
        "a" * 65 + "@example.com",
        "a@" + "x" * 5000 + ".com",
    ],
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refusal:
        parse_email(text)
    assert refusal.value.name == "email-unreadable"


def test_the_case_of_an_address_makes_no_second_mailbox() -> None:
    assert email_key(parse_email("Suyeon@Example.com")) == email_key(parse_email("suyeon@example.com"))
