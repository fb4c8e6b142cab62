"""Which of the shop's two languages a person reads."""

import re
from collections.abc import Callable
from typing import Literal, TypeAlias

Language: TypeAlias = Literal["ko", "en"]
LANGUAGES: tuple[Language, ...] = ("ko", "en")


def choose(stored: str | None, language_code: str | None, shop_default: str) -> Language:
    """What the person chose, else the language of their Telegram ("en-GB" is English), else the shop's own.

    A code that is neither Korean nor English says nothing about which of the two is read better, so the shop decides.
    """
    return spoken(stored) or spoken(language_code) or spoken(shop_default) or "ko"


def spoken(code: str | None) -> Language | None:
    """The language of a code such as "en-GB", if it is one of ours."""
    language = (code or "").replace("_", "-").partition("-")[0].lower()
    return next((one for one in LANGUAGES if one == language), None)


_LATIN_WORD = re.compile(r"[A-Za-z][A-Za-z'’]+")
_ADDRESS = re.compile(r"\S+@\S+|\S+://\S+")
_WORDS_OF_A_SENTENCE = 2
_MARKS = '.,!?~:;()"“”‘’'
_HANGUL_WORD = re.compile(r"\S*[ㄱ-ㅎㅏ-ㅣ가-힣]\S*")
# How what is said in Korean ends; names and things seldom do.
_SPOKEN_KOREAN = re.compile(r"(?:요|다|까|죠|줘|님|께|한테|으로)[.!?~,]*$")


def heard(text: str) -> Language | None:
    """The language of a sentence, or None where it could be either: a name, a number, a button.

    One Korean letter is enough for Korean, unless it stands in the name of somebody or something in an English
    sentence: "my name is 김수연". Latin words may be somebody's name, so a sentence has two and not all of them with a
    capital; an e-mail address is no sentence, and neither is a command with the code of a link behind it.
    """
    if text.startswith("/"):
        return None
    latin = _LATIN_WORD.findall(_ADDRESS.sub("", text))
    small = sum(word[0].islower() for word in latin)
    korean = _HANGUL_WORD.findall(text)
    if korean and (small <= 2 * len(korean) or any(_SPOKEN_KOREAN.search(word) for word in korean)):
        return "ko"
    return "en" if len(latin) >= _WORDS_OF_A_SENTENCE and small else None


def without(text: str, named: Callable[[str], bool]) -> str:
    """The text without its Korean words that are `named`: by a name nobody chooses a language."""
    return _HANGUL_WORD.sub(
        lambda found: "" if named(re.sub(r"['’]s$", "", found.group().strip(_MARKS)).strip(_MARKS)) else found.group(),
        text,
    )
