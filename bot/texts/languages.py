"""Which of the shop's two languages a person reads."""

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
