"""Korean that is typed without any space, as many do on a phone."""

from itertools import islice

import pytest

from bot.understanding.spacing import spaced
from tests.understanding.shop import customer, lexicon, lines, owner, read


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("박민수씨와이셔츠다섯장만이천오백원", "박민수 씨 와이셔츠 다섯장 만이천오백원"),
        ("이번주총얼마들어왔니", "이번주 총 얼마 들어왔니"),
        ("한지원25일11시예약이요", "한지원 25일 11시 예약이요"),
        ("ㅎㅈㅇ마지막방문일", "ㅎㅈㅇ 마지막 방문일"),
        ("오늘 맡은거전부다됐어요?", "오늘 맡은 거 전부 다 됐어요?"),
        ("다 됐어요", "다 됐어요"),
        ("010-1234-5678", "010-1234-5678"),
    ],
)
def test_a_row_of_words_is_cut_where_the_words_end(typed: str, meant: str) -> None:
    assert spaced("owner", typed, lexicon()) == meant


@pytest.mark.parametrize("side", ["owner", "customer"])
def test_the_corpus_is_understood_without_its_spaces(side: str) -> None:
    told = [
        line
        for line in lines(f"{side}.ko")
        if 3 <= len(line["text"].split()) <= 9
        and not any(letter.isascii() and letter.isalpha() for letter in line["text"])
        and line["ask"]["kind"] not in ("none", "update", "update_bad")
    ]
    read_with = [(line["text"], read(side, line["text"])) for line in islice(told, 0, None, 5)]
    without = [(text, ask, read(side, text.replace(" ", ""))) for text, ask in read_with]
    same = sum(type(ask) is type(again) for _, ask, again in without)
    assert len(without) > 60
    assert same / len(without) >= 0.95, [text for text, ask, again in without if type(ask) is not type(again)]


def test_a_detail_and_a_visit_keep_their_values_without_spaces() -> None:
    visit = owner("김수연셔츠세장만오천원카드").ask
    assert visit is not None
    assert [(item.name, item.quantity) for item in getattr(visit, "items", ())] == [("와이셔츠", 3)]
    assert (getattr(visit, "amount", None), getattr(visit, "paid_by", None)) == (15000, "card")
    assert getattr(customer("제번호는01012345678이에요").ask, "value", None) == "01012345678"


def test_words_handed_to_the_owner_stay_as_they_were_typed() -> None:
    said = "바지주름이하나도안잡혀있어요다시해주세요"
    assert getattr(customer(said).ask, "text", said) == said
