"""What stands around a day or an hour in a sentence about when the shop is open (phrases/day.toml)."""

import re
from collections.abc import Iterable
from functools import cache
from typing import TypeVar

from bot.understanding.phrasebook import phrases

_T = TypeVar("_T")
ASKS = re.compile(r"[?？]|언제|누가|누구|어때|며칠|몇|\b(?:when|who|what|which|how)\b", re.IGNORECASE)


def wish(bare: str, closed: _T, opened: _T) -> _T | None:
    """Which of the two such bare words say: that the shop is closed, or that it is open."""
    if _words("open").fullmatch(bare):
        return opened
    return closed if _words("close").fullmatch(bare) else None


def opened(low: str) -> str:
    """The sentence without "우리 가게는" and the like before it."""
    begun = re.match(rf"(?:(?:{'|'.join(_spelled(phrases('day')['said']['ko']['before']))})\s+)+", low)
    low = low[begun.end() :] if begun else low
    return re.sub(r"^(?:(?:we|we're|the shop is|we are)\s+)+", "", low)


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of these, as they are bare; the longest first."""
    return "(?:" + "|".join(sorted({re.escape(bare_of(word)) for word in words}, key=len, reverse=True)) + ")"


def bare_of(text: str) -> str:
    """Letters and digits only, without a polite ending."""
    letters = "".join(sign for sign in text.casefold() if sign.isalnum())
    return letters.removesuffix("please").removesuffix("요") or letters


@cache
def _words(which: str) -> re.Pattern[str]:
    ko, en = phrases("day")["said"]["ko"], phrases("day")["said"]["en"]
    korean = rf"(?:{any_of(ko['before'])})*{any_of(ko[which])}"
    return re.compile(rf"{korean}|(?:{any_of(en['before'])}|be)*{any_of(en[which])}(?:on)?")


def _spelled(words: Iterable[str]) -> list[str]:
    return sorted((re.escape(word).replace(r"\ ", r"\s*") for word in words), key=len, reverse=True)
