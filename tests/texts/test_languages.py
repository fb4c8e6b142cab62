import pytest

from bot.texts.languages import choose, heard, without


@pytest.mark.parametrize(
    ("stored", "language_code", "shop_default", "language"),
    [
        ("en", "ko", "ko", "en"),
        ("ko", "en", "en", "ko"),
        (None, "en", "ko", "en"),
        (None, "en-GB", "ko", "en"),
        (None, "EN_us", "ko", "en"),
        (None, "ko-KR", "en", "ko"),
        (None, "ja", "ko", "ko"),
        (None, "zh-hans", "en", "en"),
        (None, "english", "ko", "ko"),
        (None, None, "en", "en"),
        (None, "", "ko", "ko"),
        ("", "en", "ko", "en"),
        ("xx", "", "en", "en"),
        (None, None, "", "ko"),
    ],
)
def test_the_persons_choice_comes_before_telegrams_and_the_shops(
    stored: str | None, language_code: str | None, shop_default: str, language: str
) -> None:
    assert choose(stored, language_code, shop_default) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("요즘 안 오신 단골 누구예요?", "ko"),
        ("who hasn't visited lately?", "en"),
        ("no visit in 30 days", "en"),
        ("김수연 3 shirts 7500", "ko"),
        ("ㄱㅅㅇ", "ko"),
        ("Emily", None),
        ("Emily Carter", None),
        ("Find Emily Carter please", "en"),
        ("6781", None),
        ("suyeon.kim@example.com", None),
        ("/start counter", None),
        ("", None),
        ("🙂 1", None),
        ("my name is 김수연", "en"),
        ("can I bring two 와이셔츠 on Friday?", "en"),
        ("latte 두 잔 please", "ko"),
        ("text her please call me back 라고 보내줘", "ko"),
    ],
)
def test_the_language_of_a_sentence_is_heard(text: str, language: str | None) -> None:
    assert heard(text) == language


def test_words_that_are_names_are_left_out_and_those_with_a_particle_are_none() -> None:
    names = {"김수연", "와이셔츠"}.__contains__

    assert heard(without("show me 김수연", names)) == "en"
    assert heard(without("김수연's 와이셔츠, ready?", names)) is None
    assert heard(without("김수연", names)) is None
    assert heard(without("김수연은 어때", names)) == "ko"
