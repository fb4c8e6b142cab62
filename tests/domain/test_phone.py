"""Phone numbers as people write them: what is understood, what is dead, what is refused and why."""

import pytest

from bot.domain.phone import PhoneKind, parse_phone
from bot.domain.refusals import Refusal


@pytest.mark.parametrize(
    "text",
    [
        "010-1234-5678",
        "01012345678",
        "010.1234.5678",
        "010 1234 5678",
        "０１０－１２３４－５６７８",
        "+82 10-1234-5678",
        "+82 (0)10-1234-5678",
        "82-10-1234-5678",
        "0082 10 1234 5678",
        "1012345678",
        "1012345678.0",
        "tel:010-1234-5678",
        "  010 – 1234 – 5678\u200b",
        "010-1234-5678 (아들)",
        "휴대폰: 010-1234-5678",
    ],
)
def test_every_way_of_writing_one_mobile_number_is_the_same_number(text: str) -> None:
    phone = parse_phone(text)
    assert (phone.e164, phone.kind, phone.national, phone.last4) == (
        "+821012345678",
        PhoneKind.LIVING,
        "010-1234-5678",
        "5678",
    )


@pytest.mark.parametrize(
    ("text", "e164", "national"),
    [
        ("010-5976-6976", "+821059766976", "010-5976-6976"),
        ("02-123-4567", "+8221234567", "02-123-4567"),
        ("0212345678", "+82212345678", "02-1234-5678"),
        ("031-123-4567", "+82311234567", "031-123-4567"),
        ("070-1234-5678", "+827012345678", "070-1234-5678"),
        ("1588-1234", "+8215881234", "1588-1234"),
        ("0505-123-4567", "+825051234567", "050-5123-4567"),
        ("+1 212 555 0123", "+12125550123", "+1 212-555-0123"),
    ],
)
def test_other_numbers_of_korea_and_abroad_are_alive(text: str, e164: str, national: str) -> None:
    phone = parse_phone(text)
    assert (phone.e164, phone.national, phone.kind) == (
        e164,
        national,
        PhoneKind.LIVING,
    )


@pytest.mark.parametrize(
    "text",
    ["011-9876-5432", "016-234-5678", "017-345-6789", "0182345678", "+82 19-123-4567"],
)
def test_old_prefixes_are_read_and_known_to_be_dead(text: str) -> None:
    phone = parse_phone(text)
    assert phone.kind is PhoneKind.DEAD
    assert parse_phone(phone.e164) == phone


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("010-123", "phone-too-short"),
        ("010-123-4567", "phone-too-short"),
        ("119", "phone-too-short"),
        ("1234-5678", "phone-too-short"),
        ("10", "phone-too-short"),
        ("010-1234-56789", "phone-too-long"),
        ("010-1234-5678-9012-3456-7890", "phone-too-long"),
        ("1.01E+09", "phone-shortened"),
        ("1.012345678e9", "phone-shortened"),
        ("010-1234-5678, 010-2222-3333", "phone-two-numbers"),
        ("010-1234-5678 / 010-2222-3333", "phone-two-numbers"),
        ("집 02-123-4567 폰 010-2222-3333", "phone-two-numbers"),
        ("", "phone-unreadable"),
        ("없음", "phone-unreadable"),
        ("010-ABCD-5678", "phone-unreadable"),
        ("010-1234-5678 ext 3", "phone-unreadable"),
        ("013-1234-5678", "phone-unreadable"),
        ("0" * 5000, "phone-unreadable"),
        ("<b>010-1234-5678</b>", "phone-unreadable"),
    ],
)
def test_what_cannot_be_a_number_is_refused_by_name(text: str, name: str) -> None:
    with pytest.raises(Refusal) as refusal:
        parse_phone(text)
    assert refusal.value.name == name


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("010-1234-5678", "010-****-5678"),
        ("02-123-4567", "02-***-4567"),
        ("1588-1234", "****-1234"),
        ("+1 212 555 0123", "+1 212-***-0123"),
    ],
)
def test_a_masked_number_shows_only_its_ends(text: str, masked: str) -> None:
    assert parse_phone(text).masked == masked


def test_a_shop_abroad_reads_its_own_numbers() -> None:
    assert parse_phone("(212) 555-0123", region="US").national == "(212) 555-0123"
    assert parse_phone("010-1234-5678 ".strip(), region="KR").e164 == parse_phone("+82 10 1234 5678", region="US").e164
