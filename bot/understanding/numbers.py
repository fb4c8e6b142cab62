"""Numbers, counts and money as people write and say them: 만팔천원, 1.8만, 18k, 두 벌, three pairs, 7500."""

import re
from dataclasses import dataclass
from decimal import Decimal

_SINO = {char: value for value, char in enumerate("영일이삼사오육칠팔구")} | {"공": 0, "륙": 6}
_UNITS = {"십": 10, "백": 100, "천": 1000}
_BIG = {"만": 10_000, "억": 100_000_000}
_ONES = {
    "하나": 1, "한": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "석": 3, "서": 3, "넷": 4, "네": 4, "넉": 4, "너": 4,
    "다섯": 5, "닷": 5, "여섯": 6, "엿": 6, "일곱": 7, "여덟": 8, "여덜": 8, "아홉": 9,
}  # fmt: skip
_TENS = {
    "열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70, "여든": 80, "아흔": 90,
}  # fmt: skip
_ENGLISH = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "couple": 2, "dozen": 12,
}  # fmt: skip
_ENGLISH_UNITS = {"hundred": 100, "thousand": 1000, "thou": 1000, "grand": 1000}

# Much of the world parts thousands by a space: "30 000". Two numbers side by side do not end in three noughts.
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|(?<![\d-])[1-9]\d{0,2}(?:\s\d{3})*\s000(?!\d)|\d+)(?:\.\d+)?"
_PIECE = rf"(?:(?:{_DIGITS}|[일이삼사오육륙칠팔구])?[십백천만억])"
# 3만 5천, 만팔천, 1.8만, 2만500: at least one unit, and digits or one more syllable after it.
_MIXED = rf"{_PIECE}(?:\s?{_PIECE})*(?:\s?\d{{1,4}}(?![\d,.]\d)|[일이삼사오육륙칠팔구])?"
_NATIVE = rf"(?:(?:{'|'.join(_TENS)})?(?:{'|'.join(_ONES)})|{'|'.join(_TENS)})"
_WORDS = "|".join(sorted({*_ENGLISH, *_ENGLISH_UNITS} - {"a", "an"}, key=len, reverse=True))
_SPELLED = rf"(?:(?:half\s)?(?:an?\s)?(?:{_WORDS})(?:[\s-](?:and\s)?(?:{_WORDS}))*(?:\sof\b)?)"

_CURRENCY = r"(?:\s?(?:원|won\b|krw\b|usd\b|dollars?\b|bucks\b|euros?\b|달러|₩|\$|€))"
# A Korean sum without 원 must end there, or in a word that sums end with: 백종철 and 천유진 are people.
_SUM_ENDS = r"(?![가-힣])|(?=(?:이요|이에요|예요|이야|임|에|씩|정도|쯤|짜리|받|결제|입금|카드|현금|계좌|이체|냈|내))"
_MONEY = re.compile(
    rf"(?:[₩$€£]|\bkrw|\busd)\s?(?P<marked>{_DIGITS}(?:\s?(?:k\b|[만천]))?)(?:{_CURRENCY})?"
    rf"|(?<![가-힣\w.,])(?P<korean>{_MIXED})(?:{_CURRENCY}|{_SUM_ENDS})"
    rf"|(?<![\w.,])(?P<plain>{_DIGITS}\s?k\b){_CURRENCY}?"
    rf"|(?<![a-z\d_.,])(?P<noted>{_DIGITS}){_CURRENCY}"
    rf"|\b(?P<spelled>(?:{_DIGITS}\s(?:hundred|thousand|thou|grand)|{_SPELLED})){_CURRENCY}"
    rf"|\b(?P<thousands>(?:{_DIGITS}|{_WORDS})(?:[\s-](?:{_WORDS}))?\s(?:thousand|thou|grand)(?:\s(?:{_WORDS})\shundred)?)\b"
)
_COUNTERS = (
    "켤레|켤래|켤례|세트|셋트|박스|상자|인분|자루|봉지|송이|조각|자리|사람|가지|건|벌|장|채|개|게|점|명|번|회|잔|매|병|판|통"
    "|쪽|짝|필|컵|위|석|분|권|편|폭|봉|팩|쌍|그릇|접시"
    r"|등(?=부터|까지|이내)"
)
TIMES = frozenset({"번", "회"})
"""Counters of how often and not of how many."""

# "5 nos." is said in India for five pieces; "1 no show" is none.
_ENGLISH_COUNTERS = (
    r"pairs?(?:\sof)?|pcs?|pieces?(?:\sof)?|sets?(?:\sof)?|cups?(?:\sof)?|x|nos(?!\w)\.?|no(?:\.|(?=\s*(?:$|,|and\b)))"
)
_COUNT = re.compile(
    rf"(?<![\d.,])(?:(?<![가-힣])|(?=\d))(?P<korean>\d{{1,3}}|{_NATIVE}|(?:[일이삼사오육칠팔구]?백)?[일이삼사오육칠팔구]?십[일이삼사오육칠팔구]?"
    rf"|[일이삼사오육칠팔구]?백[일이삼사오육칠팔구]?|[일이삼사오육](?=\s?인분))"
    rf"\s?(?P<counter>{_COUNTERS})(?![간전후])"
    rf"|(?<![\w.,])(?P<english>(?!01x)\d{{1,3}}|{_SPELLED}|an?)\s?(?P<unit>{_ENGLISH_COUNTERS})(?![a-z])"
    r"|(?<![\w.,])[x×](?P<times>\d{1,3})\b"
    # Points are the one thing that is counted in thousands: 1000점, 천점, 이천오백점.
    rf"|(?<![\d.,가-힣])(?P<points>{_DIGITS}|(?:[일이삼사오육칠팔구]?만)?(?:[일이삼사오육칠팔구]?[천백]){{1,2}}|[일이삼사오육칠팔구]만)\s?점"
    r"(?=\s|$|[을를은도만이씩])"
)
_BARE = re.compile(
    rf"(?<![\d.,:/-])(?P<digits>{_DIGITS})(?![\d:/]|-\d|[.,]\d)"
    rf"|(?<![가-힣\w])(?P<native>하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉|{'|'.join(_TENS)})(?:(?![가-힣])|(?=(?:만|에|이랑|랑|하고|과|와)(?![가-힣])))"
    rf"|\b(?P<english>{_SPELLED})\b"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number standing at [start, end) of the text. `unit` is the counter as said (벌, pairs), empty for none."""

    start: int
    end: int
    value: Decimal
    unit: str = ""


def find_money(text: str) -> list[Number]:
    """Sums that say so themselves: by 원, ₩, k, 만, 천. A bare 7500 is for the sentence to judge."""
    found = []
    for match in _MONEY.finditer(text):
        said = next(group for group in match.groups() if group)
        value = number(said)
        if value is not None:
            found.append(Number(match.start(), match.end(), value, "money"))
    return found


def find_counts(text: str) -> list[Number]:
    """Numbers with a counter: 두 벌, 3장, 한 켤레, 2 pairs of, x3."""
    found = []
    for match in _COUNT.finditer(text):
        value = number(match["korean"] or match["english"] or match["times"] or match["points"])
        if value is not None:
            unit = match["counter"] or match["unit"] or ("점" if match["points"] else "x")
            found.append(Number(match.start(), match.end(), value, unit))
    return found


def find_bare(text: str) -> list[Number]:
    """Numbers with nothing after them: 7500, 하나, three."""
    found = []
    for match in _BARE.finditer(text):
        value = number(next(group for group in match.groups() if group))
        if value is not None:
            found.append(Number(match.start(), match.end(), value))
    return found


def number(said: str) -> Decimal | None:
    """The value of one number as written or said, None if it is none: 만팔천, 3만 5천, 15,000, 열다섯, twenty-five."""
    text = said.strip().lower().removesuffix("원").strip()
    if not text:
        return None
    if re.fullmatch(_DIGITS, text):
        return _figures(text)
    if text[:1] in ("₩", "$", "€", "£"):
        return number(text[1:])
    if text.endswith("k") and re.fullmatch(_DIGITS, text[:-1].strip()):
        return _figures(text[:-1]) * 1000
    for read in (_native, _sino, _english):
        value = read(text)
        if value is not None:
            return value
    return None


def _figures(text: str) -> Decimal:
    return Decimal(re.sub(r"[,\s]", "", text))


def _native(text: str) -> Decimal | None:
    for tens, value in (("", 0), *_TENS.items()):
        rest = text.removeprefix(tens)
        if tens and rest == "":
            return Decimal(value)
        if text.startswith(tens) and rest in _ONES:
            return Decimal(value + _ONES[rest])
    return None


def _sino(text: str) -> Decimal | None:
    """Hangul number words, digits, and mixes of both."""
    pieces = re.findall(rf"{_DIGITS}|\S", text)
    if pieces and all(piece in _SINO for piece in pieces):
        # Read out digit by digit: 이공삼삼.
        return Decimal("".join(str(_SINO[piece]) for piece in pieces))
    total, section, current = Decimal(0), Decimal(0), None
    for piece in pieces:
        if piece in _UNITS:
            section += (Decimal(1) if current is None else current) * _UNITS[piece]
            current = None
        elif piece in _BIG:
            section += current or 0
            total += (section or 1) * _BIG[piece]
            section, current = Decimal(0), None
        elif current is None and (piece in _SINO or piece[0].isdigit()):
            current = Decimal(_SINO[piece]) if piece in _SINO else Decimal(piece.replace(",", ""))
        else:
            return None
    return total + section + (current or 0) if pieces else None


def _english(text: str) -> Decimal | None:
    total, current = Decimal(0), Decimal(0)
    half = text.startswith("half ")
    words = [word for word in re.split(r"[\s-]+", text.removeprefix("half ")) if word not in ("and", "of")]
    for at, word in enumerate(words):
        if re.fullmatch(_DIGITS, word):
            current += Decimal(word.replace(",", ""))
        elif word == "dozen":
            current = (current or Decimal(1)) * 12
        elif word in ("a", "an") and at + 1 < len(words):
            continue
        elif word in _ENGLISH:
            current += _ENGLISH[word]
        elif word == "hundred":
            current = (current or Decimal(1)) * 100
        elif word in _ENGLISH_UNITS:
            total += (current or 1) * _ENGLISH_UNITS[word]
            current = Decimal(0)
        else:
            return None
    value = total + current
    return (value / 2 if half else value) if words else None
