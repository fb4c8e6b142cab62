"""Sums that went wrong on the keys (만팔쳔원, 75oo, eigteen thousand), and sums that still want to be worked out."""

import re
from collections.abc import Sequence

from rapidfuzz.distance import OSA

from bot.understanding import hangul
from bot.understanding.lines.line import SUM_FROM
from bot.understanding.numbers import find_money, number
from bot.understanding.pieces import Chunk, Sort

_NUMERALS = "일이삼사오육칠팔구십백천만억"
_UNITS = "백천만억"
# 원, and what the fingers make of it.
_WON = re.compile(r"(?:원|언|웜|웟|완|윈|운|왼|won|wom|win|krw)(?:이요|이야|이에요|으로|에|요)?$")
_ENDING = re.compile(r"(?:이요|이야|이에요|으로|에|요|임)$")
_FIGURES = re.compile(r"(?=(?:\D*\d){1,})[\doil|ㅇ,.]{3,}k?")
_ENGLISH = (
    "hundred", "thousand", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip
_SHORTEST = 5
# A sum less another, or a share off: what was taken for it is for the shop to say.
_LESS = re.compile(
    r"할인|에누리|디씨|(?<![a-z])dc(?![a-z])|깎|(?:원|[백천만]|\d{3})(?:을|를|은|만|에서)?\s?(?:빼|제하|덜)|마이너스"
    r"|\bdiscount(?:ed)?\b|\b(?:minus|less)\s(?=[₩\d])|(?:\d|%|won|k)\soff\b|(?<=\d)\s[-−–]\s(?=[₩\d]{2})"
    r"|빼기\s?(?=\d|[일이삼사오육칠팔구십백천만])"
)

_BARE = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+|\d{3,})(?![\d.,%])")


def broken_sum(chunks: Sequence[Chunk], text: str) -> str | None:
    """The first word of a tidy text that is meant for a sum and is none, as it was written; None without such."""
    low = text.lower()
    for chunk in chunks:
        if chunk.sort is not Sort.UNKNOWN:
            continue
        start = max(low.rfind(" ", 0, chunk.start), low.rfind("\n", 0, chunk.start)) + 1
        word = low[start:].split(maxsplit=1)[0].strip(".,!?~")
        within = (one for one in chunks if start <= one.start < start + len(word))
        if any(one.sort in (Sort.MONEY, Sort.NUMBER, Sort.COUNT, Sort.ITEM, Sort.NAME) for one in within):
            continue
        if _is_broken(word):
            return text[start : start + len(word)]
    return None


def wants_working_out(text: str) -> str | None:
    """What takes something off a sum, where it is not followed by the one sum that was taken; None elsewhere."""
    low = text.lower()
    less = _LESS.search(low)
    if less is None:
        return None
    sums = [money.start for money in find_money(low) if money.value >= SUM_FROM]
    sums += [bare.start() for bare in _BARE.finditer(low)]
    behind = any(start >= less.end() for start in sums)
    before = any(start < less.end() for start in sums)
    is_minus = less.group().strip()[:1] in "-−–마빼ml"
    return text[slice(*less.span())].strip() if before or not behind or is_minus else None


def _is_broken(word: str) -> bool:
    plain = _ENDING.sub("", word)
    figures = _WON.sub("", word)
    if _FIGURES.fullmatch(figures) or (figures != word and _FIGURES.fullmatch(figures.rstrip("ㄱ-ㅎ"))):
        return True
    if word.isascii():
        return len(word) >= _SHORTEST and any(OSA.distance(word, one, score_cutoff=1) <= 1 for one in _ENGLISH)
    return _is_nearly_a_sum(figures) or _is_nearly_a_sum(plain)


def _is_nearly_a_sum(word: str) -> bool:
    """Whether at most one letter of a row of number words is wrong: 만팔쳔, 칠처오백."""
    if len(word) < 2 or not hangul.is_hangul(word):
        return False
    wrong = [at for at, sign in enumerate(word) if sign not in _NUMERALS]
    if len(wrong) > 1:
        return False
    if not wrong:
        return any(sign in _UNITS for sign in word)
    at = wrong[0]
    for meant in _NUMERALS:
        put_right = word[:at] + meant + word[at + 1 :]
        if OSA.distance(hangul.jamo(word[at]), hangul.jamo(meant)) == 1 and any(one in _UNITS for one in put_right):
            value = number(put_right)
            if value is not None and value >= SUM_FROM:
                return True
    return False
