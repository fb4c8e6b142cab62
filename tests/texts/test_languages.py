import pytest

from bot.texts.languages import choose, heard


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
    ],
)
def test_the_language_of_a_sentence_is_heard(text: str, language: str | None) -> None:
    assert heard(text) == language
