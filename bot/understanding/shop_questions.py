"""Questions of what a shop has, takes or allows, which no record answers: "주차 되나요?", "do you have wifi?"."""

import re
from functools import cache

from bot.understanding.hangul import is_syllable
from bot.understanding.normalise import flat
from bot.understanding.phrasebook import phrases

_LONGEST = 70


def asks_of_the_shop(text: str) -> bool:
    """Whether it is one short question about such a matter, and about nothing of the asker's own."""
    low = flat(text).strip()
    korean = any(is_syllable(sign) for sign in low)
    matters, without, question = _book("ko" if korean else "en")
    if len(low) > _LONGEST or without.search(low) or not matters.search(low):
        return False
    return question.search(low) is not None if korean else question.match(low) is not None


@cache
def _book(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """The matters, what speaks against it, and how such a question begins (in English) or ends (in Korean)."""
    book = phrases("shop_questions")
    matters = "|".join(book["matters"][language])
    matters = rf"(?<![가-힣])(?:{matters})" if language == "ko" else rf"\b(?:{matters})\b"
    question = book["questions"][language]
    return (
        re.compile(matters),
        re.compile("|".join(book["without"][language])),
        re.compile(rf"{question}$" if language == "ko" else question),
    )
