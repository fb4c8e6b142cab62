"""Texts as they come out of telephones."""

import unicodedata

import pytest

from bot.understanding.normalise import LONGEST, flat, tidy


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (unicodedata.normalize("NFD", "김수연"), "김수연"),
        ("김\u200b수\u200d연", "김수연"),
        ("\u202e김수연\u202c", "김수연"),
        ("김수연\x00\x07", "김수연"),
        ("０１０－２３４５", "010-2345"),
        ("  김수연\t 찾아  ", "김수연 찾아"),
        ("김수연\u00a0찾아", "김수연 찾아"),
        ("첫 줄 \n\n 둘째 줄", "첫 줄\n둘째 줄"),
        ("\u1100\u1109\u110b", "ㄱㅅㅇ"),
    ],
)
def test_a_text_is_kept_as_it_was_meant(typed: str, kept: str) -> None:
    assert tidy(typed) == kept


def test_no_more_is_looked_at_than_telegram_allows() -> None:
    assert len(tidy("가" * 10_000)) == LONGEST


@pytest.mark.parametrize("text", ["누가 안 와?ㅋㅋㅋ", "Who's IN? 🎂", "İstanbul 🎉", "ㅎㅈㅇ 조회 ^^"])
def test_every_character_keeps_its_place_for_matching(text: str) -> None:
    assert len(flat(text)) == len(text)


def test_laughter_and_emoji_end_a_clause_but_initials_are_a_name() -> None:
    assert flat("매출 얼마ㅋㅋㅋ") == "매출 얼마\n\n\n"
    assert flat("오늘 생일🎂") == "오늘 생일\n"
    assert flat("ㅎㅈㅇ") == "ㅎㅈㅇ"
