"""Which of the shop's two languages a person reads."""

from typing import Literal, TypeAlias

Language: TypeAlias = Literal["ko", "en"]
LANGUAGES: tuple[Language, ...] = ("ko", "en")


def choose(stored: str | None, language_code: str | None, shop_default: str) -> Language:
    """What the person chose, else the language of their Telegram ("en-GB" is English), else the shop's own.

    A code that is neither Korean nor English says nothing about which of the two is read better, so the shop decides.
    """
    for code in (stored, language_code, shop_default):
        language = (code or "").replace("_", "-").partition("-")[0].lower()
        if language in LANGUAGES:
            return language
    return "ko"
