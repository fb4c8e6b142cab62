"""Notes: registration numbers never stay in them, health words are pointed out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.notes import health_words, mask_resident_numbers


@pytest.mark.parametrize(
    ("note", "masked"),
    [
        ("주민번호 880115-1234567 입니다", "주민번호 880115-******* 입니다"),
        ("8801151234567", "880115-*******"),
        ("880115 – 1234567", "880115 – *******"),
        ("880115\u200b-\u200b1234567", "880115-*******"),
        ("８８０１１５－１２３４５６７".replace("－", "-"), "８８０１１５-*******"),
        ("021231-4000000, 990229-5123456", "021231-*******, 990229-*******"),
        ("전화 010-1234-5678, 택 00123", "전화 010-1234-5678, 택 00123"),
        ("운송장 889915-1234567", "운송장 889915-1234567"),
        ("카드 1234567890123456", "카드 1234567890123456"),
    ],
)
def test_a_registration_number_is_starred_out_and_other_numbers_stay(note: str, masked: str) -> None:
    assert mask_resident_numbers(note) == masked


@given(
    st.integers(0, 99),
    st.integers(1, 12),
    st.integers(1, 31),
    st.integers(0, 9_999_999),
    st.sampled_from(["", "-", " "]),
)
def test_no_generated_registration_number_survives(year: int, month: int, day: int, rest: int, separator: str) -> None:
    number = f"{year:02}{month:02}{day:02}{separator}{rest:07}"
    assert f"{rest:07}" not in mask_resident_numbers(f"메모 {number} 끝")


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("라텍스 알레르기 있으심", ("알레르기",)),
        ("Allergic to nuts, recent surgery", ("Allergic", "surgery")),
        ("두피 아토피, 아토피 약 복용", ("아토피", "복용")),
        ("암 투병 중", ("암 투병",)),
        ("암막커튼 세탁, 예약은 오후", ()),
        ("likes patience and quiet", ()),
        ("단추 헐거움", ()),
    ],
)
def test_words_of_health_are_pointed_out(note: str, words: tuple[str, ...]) -> None:
    assert health_words(note) == words
