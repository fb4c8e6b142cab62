"""Sums and counts that nobody can mean: -5000원, 15,00원, 만만원, 1e9, 코트 0벌, 1.5 coats, 1000 coats."""

import re
from collections.abc import Sequence
from decimal import Decimal

from bot.domain.refusals import Refusal
from bot.domain.visits import MOST_PIECES
from bot.understanding.lexicon import Lexicon
from bot.understanding.lines.line import SUM_FROM
from bot.understanding.normalise import flat
from bot.understanding.numbers import find_money, number
from bot.understanding.pieces import Chunk, Sort

_BELOW = re.compile(
    r"(?:(?<!\S)[-−–]|[₩$€£]\s?[-−–]|\b(?:minus|negative)\s|마이너스\s?)(?P<sign>[₩$€£]\s?)?(?P<figure>\d[\d,.]*)\s?(?P<unit>[만천]|k\b)?"
    r"\s?(?P<currency>원|won\b|krw\b|dollars?\b|달러|점)?(?![\d%:/-]|\s?(?:시|분|도|일|월|년|kg|cm)(?![가-힣]))"
)
_WON = re.compile(
    r"(?<![\w.,])(?P<figure>\d[\d.,]*|[\d일이삼사오육칠팔구십백천만억]*[십백천만억][\d일이삼사오육칠팔구십백천만억]*)\s?(?:원(?![경장룸])|won\b|krw\b)"
)
_PROPER = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?[.,]?")
_POWER = re.compile(r"(?<![\w.,-])\d+(?:\.\d+)?e\+?\d{1,3}(?!\w)")
_COUNTER = r"(?:벌|장|켤레|켤래|채|개|매|필|짝|잔|병|인분|통|세트|pairs?|pcs|pieces?)"
_ENDS = r"(?:(?![\w가-힣])|(?=(?:이?요|이?야|이에요|예요|으?로|을|를|만|도|씩|맡)))"
# Behind a thing: "코트 0벌", "coat x0", "코트 천벌", "coat 1.5"; what is weighed or measured is not counted.
_BEHIND_THING = re.compile(
    rf"\s?(?P<counted>[-−–]?\d[\d,.]*|[일이삼사오육칠팔구]?[십백천만억][일이삼사오육칠팔구십백천만]*|영|반)\s?{_COUNTER}{_ENDS}"
    rf"|\s?(?P<halved>[가-힣\d]{{1,3}}\s?{_COUNTER}\s?반)(?![가-힣])"
    r"|\s?(?:x\s?)?(?P<bare>[-−–]\d\d?|0|\d+\.\d+)(?![\d.,:/%]*\d|\s?(?:%|[만천원시분]|k\b|won\b|krw\b|kg|킬로|h\b|hours?|m\b|cm|미터|평|인치|l\b))(?!\w)"
)
# In front of one, as in English: "0 coats", "half a coat", "1000 coats".
_BEFORE_THING = re.compile(
    r"(?<!\S)(?P<count>[-−–]\d\d?|minus\s\S+|0|zero|\d+\.(?:\d|25|75)|\d/\d|half|(?:\d+|one|two|three|four|five)\sand\sa\shalf"
    r"|(?P<many>\d{1,3}(?:,\d{3})+|\d{4,}|(?:an?|one|two|three|four|five|ten)\s(?:hundred\s)?thousand))"
    r"\s(?:an?\s)?(?:(?:pairs?|pcs|pieces?)\sof\s)?$"
)
# A bare sum may stand before one thing: "15000 coat", "9000 jeans".
_ONE = ("ss", "jeans", "pants", "trousers", "shorts", "slacks", "leggings", "glasses", "pajamas", "pyjamas")
_ANYWHERE = re.compile(
    rf"(?<![\d.,])(?P<count>\d{{1,3}}(?:,\d{{3}})+|\d{{4,}}|0|\d+\.\d)\s?(?:벌|켤레|채|장){_ENDS}"
    rf"|(?<!\S)(?P<below>[-−–]\d{{1,3}})\s?{_COUNTER}{_ENDS}"
)


# A share of a thing behind it: "코트 1/2벌", "2분의 1벌".
_SHARE = re.compile(
    rf"(?<![\w./-])\d{{1,2}}/\d{{1,2}}\s?{_COUNTER}{_ENDS}|[\d일이삼사]{{1,2}}\s?분의\s?[\d일이삼사]{{1,2}}\s?{_COUNTER}"
)


def impossible_figure(text: str, chunks: Sequence[Chunk], lexicon: Lexicon) -> Refusal | None:
    """Why a sum or a count of a tidy text is none: Refusal sum-negative, sum-unreadable or visit-quantity.

    Each names the figure as it was said. `chunks` are the pieces of that text.
    """
    low = flat(text)
    count = _count(low, chunks, lexicon)
    if count is not None:
        return Refusal("visit-quantity", quantity=text[slice(*count)])
    for found in _BELOW.finditer(low):
        if (
            found["sign"]
            or found["unit"]
            or found["currency"]
            or (number(found["figure"].rstrip(".,")) or 0) >= SUM_FROM
        ):
            return Refusal("sum-negative", said=text[slice(*found.span())].strip())
    unreadable = next((found for found in _WON.finditer(low) if not _is_sum(found["figure"])), None)
    unreadable = unreadable or _POWER.search(low)
    if unreadable is not None:
        return Refusal("sum-unreadable", said=text[slice(*unreadable.span())])
    for money in find_money(low):
        # "15.000원" is a thousand or a fraction of something that has none.
        dotted = not lexicon.exponent and re.search(
            r"\.(?!00?\b)\d+\s?(?:원|won\b|krw\b)", low[money.start : money.end]
        )
        if dotted or money.value * 10**lexicon.exponent % 1:
            return Refusal("sum-unreadable", said=text[money.start : money.end].strip())
    return None


# How many it is, nobody has said: "셔츠 두세 장", "some shirts".
_VAGUE = re.compile(rf"(?:몇|여러|두세|두서너|서너|두어|대여섯|예닐곱)\s?{_COUNTER}(?![가-힣])")
_VAGUELY = re.compile(r"\b(?:some|several|a few|many)$")


def vague_count(text: str, chunks: Sequence[Chunk]) -> str | None:
    """How many of a thing there are where that is told as a guess, as it was said; None elsewhere."""
    low = flat(text)
    for thing in chunks:
        if thing.sort is Sort.ITEM:
            before = low[: thing.start].rstrip()
            behind = len(low) - len(low[thing.end :].lstrip())
            found = _VAGUE.match(low, behind) or _VAGUELY.search(before)
            if found is not None:
                return text[slice(*found.span())]
    return None


def is_several(thing: str) -> bool:
    """Whether the English word for a thing stands for several of it: a number before it is how many they are."""
    return thing.isascii() and thing.endswith("s") and not thing.endswith(_ONE)


def _count(low: str, chunks: Sequence[Chunk], lexicon: Lexicon) -> tuple[int, int] | None:
    """Where a count of things stands that is not one of 1, 2, 3 and so on up to the most that is believed."""
    for thing in chunks:
        if thing.sort is not Sort.ITEM:
            continue
        before, behind = _BEFORE_THING.search(low[: thing.start]), _BEHIND_THING.match(low, thing.end)
        if before is not None and (not before["many"] or is_several(thing.text)):
            return before.span("count")
        if behind is not None and behind["counted"] and not _is_count(behind["counted"]):
            return behind.span("counted")
        if behind is not None and behind["halved"]:
            return behind.span("halved")
        # Where money has cents "coat 7.50" is a sum.
        if behind is not None and behind["bare"] and not ("." in behind["bare"] and lexicon.exponent):
            return behind.span("bare")
    share = _SHARE.search(low)
    if share is not None and any(thing.sort is Sort.ITEM for thing in chunks):
        return share.span()
    anywhere = _ANYWHERE.search(low)
    return anywhere.span(anywhere.lastgroup or 0) if anywhere is not None else None


def _is_count(said: str) -> bool:
    value = number(said.rstrip(".,")) if said[0] not in "-−–반" else None
    return value is not None and value == int(value) and 1 <= value <= MOST_PIECES


def _is_sum(said: str) -> bool:
    if said[0].isdigit() and not re.search(r"[가-힣]", said):
        return _PROPER.fullmatch(said) is not None
    return number(said) is not None and not _falls_back(said)


def _falls_back(said: str) -> bool:
    """Whether a unit follows that is as large as the one before it: 만만, 천천, 백천."""
    section, big = Decimal(10**9), Decimal(10**9)
    for unit in re.findall(r"[십백천만억]", said):
        value = {"십": 10, "백": 100, "천": 1000, "만": 10_000, "억": 10**8}[unit]
        if value >= 10_000:
            if value >= big:
                return True
            section, big = Decimal(10**9), Decimal(value)
        elif value >= section:
            return True
        else:
            section = Decimal(value)
    return False
