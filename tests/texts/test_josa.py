import unicodedata

import pytest

from bot.texts.josa import josa


@pytest.mark.parametrize(
    ("word", "pair", "particle"),
    [
        ("김수연", "은/는", "은"),
        ("김민지", "은/는", "는"),
        ("이영희", "이/가", "가"),
        ("박민준", "이/가", "이"),
        ("와이셔츠", "을/를", "를"),
        ("정장", "을/를", "을"),
        ("코트", "과/와", "와"),
        ("이불", "과/와", "과"),
        ("민준", "아/야", "아"),
        ("민지", "아/야", "야"),
        ("단추", "이에요/예요", "예요"),
        ("정장", "이에요/예요", "이에요"),
        ("코트", "이라/라", "라"),
        ("이불", "이라/라", "이라"),
        ("정장", "이나/나", "이나"),
        ("신발", "이랑/랑", "이랑"),
    ],
)
def test_hangul_is_read_by_its_last_syllable(word: str, pair: str, particle: str) -> None:
    assert josa(word, pair) == particle


@pytest.mark.parametrize(
    ("word", "particle"),
    [
        ("서울", "로"),
        ("부산", "으로"),
        ("대구", "로"),
        ("1", "로"),
        ("3", "으로"),
        ("7", "로"),
        ("8", "로"),
        ("6", "으로"),
    ],
)
def test_after_rieul_the_way_is_ro(word: str, particle: str) -> None:
    assert josa(word, "으로/로") == particle


@pytest.mark.parametrize(
    ("number", "particle"),
    [
        ("0", "은"),
        ("1", "은"),
        ("2", "는"),
        ("3", "은"),
        ("4", "는"),
        ("5", "는"),
        ("6", "은"),
        ("7", "은"),
        ("8", "은"),
        ("9", "는"),
        ("10", "은"),
        ("100", "은"),
        ("15,000", "은"),
        ("1,204", "는"),
        ("100,000,000", "은"),
        ("15,000원", "은"),
        ("₩15,004", "은"),
        ("$5", "는"),
        ("US$5.00", "는"),
        ("50%", "는"),
        ("3.5", "는"),
        ("010-1234-5678", "은"),
        ("010-****-5679", "는"),
        ("2kg", "은"),
        ("30 cm", "는"),
        ("3장", "은"),
        ("18:30", "은"),
        ("18시", "는"),
    ],
)
def test_numbers_are_read_in_sino_korean(number: str, particle: str) -> None:
    assert josa(number, "은/는") == particle


@pytest.mark.parametrize("weekday", "월화수목금토일")
def test_a_date_is_read_as_a_day(weekday: str) -> None:
    assert josa(f"3/12({weekday})", "으로/로") == "로"
    assert josa(f"3/12({weekday})", "은/는") == "은"


@pytest.mark.parametrize(
    ("word", "particle"),
    [
        ("Emily Carter", "는"),
        ("Jane", "은"),
        ("Nicole", "은"),
        ("John", "은"),
        ("Tom", "은"),
        ("Daniel", "은"),
        ("James", "는"),
        ("Grace", "는"),
        ("Kate", "는"),
        ("Mike", "는"),
        ("Smith", "는"),
        ("David", "는"),
        ("Park", "는"),
        ("Robert", "는"),
        ("Jack", "은"),
        ("Eric", "은"),
        ("Philip", "은"),
        ("Scott", "은"),
        ("Young", "은"),
        ("Sarah", "는"),
        ("Emily", "는"),
        ("José", "는"),
        ("Apple", "은"),
        ("Facebook", "은"),
        ("VIP", "는"),
        ("KTM", "은"),
        ("LED", "는"),
        ("CRM", "은"),
        ("URL", "은"),
        ("suyeon@shop.co.kr", "은"),
        ("suyeon@naver.com", "은"),
        ("minsu@daum.net", "은"),
        ("PDF", "는"),
    ],
)
def test_latin_words_are_read_as_koreans_read_them(word: str, particle: str) -> None:
    assert josa(word, "은/는") == particle


def test_latin_words_that_end_in_l_or_the_letter_r_take_ro() -> None:
    assert josa("Daniel", "으로/로") == "로"
    assert josa("VR", "으로/로") == "로"
    assert josa("ATM", "으로/로") == "으로"


@pytest.mark.parametrize(
    ("word", "particle"),
    [
        ("김수연(6781)", "은"),
        ("김민지(5678)", "는"),
        ("김민지 (서울) (5678)", "는"),
        ("셔츠(흰색)", "는"),
        ("김수연!", "은"),
        ("김수연 😊", "은"),
        ("김민지❤️", "는"),
        ("“코트”", "는"),
        ("정장...", "은"),
        ("(주)", "는"),
        ("세탁(주", "는"),
        ("셔츠)", "는"),
        ("김수연 \n", "은"),
        ("ㅋㅋ", "은"),
        ("ㅏ", "는"),
    ],
)
def test_brackets_punctuation_and_emoji_at_the_end_count_for_nothing(word: str, particle: str) -> None:
    assert josa(word, "은/는") == particle


@pytest.mark.parametrize("word", ["", " ", "😊", "!?", "山田", "Иван", "()", "((", "\u202e"])
def test_what_cannot_be_read_ends_in_a_vowel(word: str) -> None:
    assert josa(word, "은/는") == "는"


@pytest.mark.parametrize("word", ["김수연", "김민지", "서울", "정장(흰색)"])
def test_decomposed_hangul_is_read_like_composed(word: str) -> None:
    assert josa(unicodedata.normalize("NFD", word), "으로/로") == josa(word, "으로/로")


@pytest.mark.parametrize("pair", ["는/은", "은(는)", "", "/", "은"])
def test_a_particle_that_does_not_exist_is_refused(pair: str) -> None:
    with pytest.raises(ValueError, match="no such particle"):
        josa("김수연", pair)
