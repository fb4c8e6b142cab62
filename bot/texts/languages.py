"""Which of the shop's two languages a person reads."""

import re
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


_HANGUL = re.compile("[ㄱ-ㅎㅏ-ㅣ가-힣]")
_LATIN_WORD = re.compile(r"[A-Za-z][A-Za-z'’]+")
_ADDRESS = re.compile(r"\S+@\S+|\S+://\S+")
_WORDS_OF_A_SENTENCE = 2


def heard(text: str) -> Language | None:
    """The language of a sentence, or None where it could be either: a name, a number, a button.

    One Korean letter is enough for Korean. Latin words may be somebody's name, so a sentence has two and not all of
    them with a capital; an e-mail address is no sentence, and neither is a command with the code of a link behind it.
    """
    if text.startswith("/"):
        return None
    if _HANGUL.search(text):
        return "ko"
    latin = _LATIN_WORD.findall(_ADDRESS.sub("", text))
    is_sentence = len(latin) >= _WORDS_OF_A_SENTENCE and any(word[0].islower() for word in latin)
    return "en" if is_sentence else None
