"""Days and hours that are said as such, and that no calendar and no clock has: 2월 30일, feb 30, 25시, 14:75."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from bot.domain.refusals import Refusal
from bot.understanding.normalise import flat
from bot.understanding.numbers import number
from bot.understanding.periods import find_spans
from bot.understanding.periods_en import MONTH, MONTHS, ORDINAL, ORDINALS
from bot.understanding.spans import DAY, LONGEST, month_after

_SINO = r"[일이삼사오육칠팔구]"
# A length of time is no day: "2월 30일간", "45일 동안".
_NO_LENGTH = r"(?!\s?(?:간(?![가-힣])|동안|치(?![가-힣])|째|씩|이상|이내|넘))"
_BY = r"(?:\b(?P<cue>by|on|until|till|due|since|before)\s(?:the\s)?)?"
_YEAR = r"(?:,?\s(?P<year>(?:19|20)\d\d|(?:last|this|next)\syear)\b)?"
_IN_MONTH = re.compile(
    rf"(?:(?<!\d)(?P<year>\d{{4}}|\d\d)\s?년\s?|(?P<which>재작년|작년|지난\s?해|올해|금년|내년|다음\s?해)\s?)?"
    rf"(?P<month>(?<![\d.,])\d{{1,2}}|(?<![가-힣])(?:십[일이]|[일이삼사오육유칠팔구시]))\s?월\s?(?P<day>\d{{1,2}}|{_SINO}?십{_SINO}?|{_SINO})\s?일{_NO_LENGTH}"
    rf"|(?<![\d./-])(?P<year_>(?:19|20)\d\d)(?:-|/|\.\s?)(?P<month_>\d{{1,2}})(?:-|/|\.\s?)(?P<day_>\d{{1,2}})(?![\d/-]|\.\d)"
)
_MONTH_ALONE = re.compile(r"(?<![\d.,])(?P<month>\d{1,2})월(?!\s?\d)")
_OF_MONTH = re.compile(
    rf"(?P<of>이번\s?달|이\s?달|다음\s?달|담달|내달|지난\s?달|저번\s?달)\s?(?P<day>\d{{1,2}})\s?일{_NO_LENGTH}"
    r"|\b(?P<day_>\d{1,2})(?:st|nd|rd|th)\sof\s(?P<of_>last|this|next)\smonth\b"
)
_MONTH_FIRST = re.compile(
    rf"{_BY}\b(?P<said>(?P<month>{MONTH})\.?\s(?:the\s)?(?P<day>\d{{1,2}})(?P<th>st|nd|rd|th)?"
    rf"(?![\da-z:]|[.,]\d|\s?(?:[ap]\.?m\b|%|k\b|won\b)){_YEAR})"
)
_DAY_FIRST = re.compile(
    rf"{_BY}(?<![\d.,:/-])\b(?P<said>(?:(?P<day>\d{{1,2}})(?P<th>st|nd|rd|th)?|(?P<word>{ORDINAL}))(?:\sof)?\s(?P<month>{MONTH})\b{_YEAR})"
)
_DAY_ALONE = re.compile(
    r"\b(?:by|on|until|till|due)\s(?P<said>(?:the\s)?(?P<day>\d{1,2})(?:st|nd|rd|th))\b(?=\s*(?:[.,!?)]|$|at\b|by\b))"
    r"|(?<![\d.,월달대장] )(?<![\d.,월달대장])(?P<said_>(?P<day_>\d{1,2})\s?일)\s?까지"
)
_SLASHED = re.compile(
    r"(?P<cue>\b(?:by|on|until|till|due|since)\s)?(?<![\d./,:-])(?P<said>\d{1,2}/\d{1,2})(?![\d/%:]|\.\d)"
)
_CUED_BEHIND = re.compile(r"\s?(?:까지|에(?![가-힣])|날)")
_LUNAR = re.compile(r"(?:음력|윤|lunar)\s?$")
_BIRTH = re.compile(r"생일|생년|태어|출생|생(?![가-힣])|\b(?:birthdays?|bdays?|dob|born|birth)\b")
_YEARS_OFF = {"재작년": -2, "작년": -1, "지난해": -1, "last year": -1, "내년": 1, "다음해": 1, "next year": 1}
_MONTHS_OFF = {"다음달": 1, "담달": 1, "내달": 1, "next": 1, "지난달": -1, "저번달": -1, "last": -1}

# A length that is asked for: "0일 이상 안 온", "in the last 99999 days". "2026년 동안" is a year of the calendar.
_LENGTH = re.compile(
    r"(?<![\d.,-])(?<![월년] )(?<![월년])(?!(?:19|20)\d\d\s?년)"
    r"(?P<said>(?P<count>\d{1,9})\s?(?P<unit>일|주|개월|달|년))"
    r"(?=\s?(?:이상|넘게|동안|안\s?[오온]|간(?![가-힣])|째(?![가-힣])|매출|방문))"
    r"|\b(?P<said_>(?P<count_>\d{1,9})\s(?P<unit_>day|week|month|year)s?)\b"
)
_LENGTH_BELOW = re.compile(r"(?<!\S)(?P<said>[-−–]\d{1,9}\s?(?:일|주|개월|달|년|days?\b|weeks?\b|months?\b|years?\b))")
_UNITS = {"일": "day", "주": "week", "개월": "month", "달": "month", "년": "year"}
# Somebody may well speak of twenty years; only what is looked back at ends after ten.
_LONGEST = LONGEST | {"year": 100}

_CLOCK_KO = re.compile(
    r"(?<![\d.,:])(?:(?P<part>오전|아침|새벽)\s?)?(?P<hour>\d{1,2})\s?시(?:\s?(?P<minute>\d{1,2})\s?분)?"
    r"(?=\s|$|[^가-힣a-z]|까지|에|로|쯤|정도|부터|이후|전|예약|반|으로|경|이?요|이?야)"
)
_CLOCK_EN = re.compile(
    r"(?<![\d.,:])\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s?(?:(?P<part>[ap])\.?m\b|o'?\s?clock\b)"
)
# What may be a score or a share of something is a time only beside a day or a word that goes with times.
_CLOCK = re.compile(
    r"(?P<cue>(?:\b(?:at|by|from|to|until|till|around|before|after)\s|@\s?))?(?<![\d.,:/])"
    r"(?P<said>(?P<hour>\d{1,2}):(?P<minute>\d\d))(?![\d:])(?P<behind>\s?(?:까지|에|로|쯤|부터|예약))?"
    r"|\bat\s(?P<bare>\d{2})(?![\w.,:/%]|\s?(?:won|k|days?|each|percent)\b)"
)
_GAP = re.compile(r"[\s,]*(?:at|by|에)?[\s,]*")


class _Day(NamedTuple):
    """A day as it was said; `month` None stands for the one that is or comes."""

    said: str
    year: int | None
    month: int | None
    day: int


def impossible_time(text: str, now: datetime) -> Refusal | None:
    """Why a day or an hour of a tidy text is none: Refusal day-impossible, day-not-that-year, time-impossible or
    length-impossible.

    A 29 February is judged by its year; without one it may be the last or the next.
    """
    low = flat(text)
    for day in _days(text, low, now.date()):
        refusal = _not_in_calendar(day, now.date(), of_birth=_BIRTH.search(low) is not None)
        if refusal is not None:
            return refusal
    below = _LENGTH_BELOW.search(low)
    if below is not None:
        return Refusal("length-impossible", said=below["said"])
    for length in _LENGTH.finditer(low):
        said, count, unit = (length[name] or length[f"{name}_"] for name in ("said", "count", "unit"))
        if not 1 <= int(count) <= _LONGEST[_UNITS.get(unit, unit)]:
            return Refusal("length-impossible", said=said)
    hour = _impossible_hour(low, now)
    return Refusal("time-impossible", said=text[slice(*hour)].strip()) if hour else None


def _not_in_calendar(said: _Day, today: date, *, of_birth: bool) -> Refusal | None:
    if (said.month, said.day) != (2, 29):
        month = said.month or 1
        return None if _exists(said.year or 2024, month, said.day) else Refusal("day-impossible", said=said.said)
    if said.year is not None:
        years = [said.year]
    elif of_birth:
        return None
    else:
        last = today.year if today >= date(today.year, 3, 1) - DAY else today.year - 1
        years = [last, last + 1]
    if any(_exists(year, 2, 29) for year in years):
        return None
    return Refusal("day-not-that-year", year=str(years[0]), next=str(years[1]) if years[1:] else None)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _days(text: str, low: str, today: date) -> Iterator[_Day]:
    """Everything that is said as a day with its number, whether or not it can be one."""
    for found in _IN_MONTH.finditer(low):
        day, month = _number(found["day"] or found["day_"]), _month_ko(found["month"] or found["month_"])
        if _LUNAR.search(low[: found.start()]) and day <= 30:
            continue
        yield _Day(
            text[slice(*found.span())], _year(found["year"] or found["year_"] or found["which"], today), month, day
        )
    for found in _MONTH_ALONE.finditer(low):
        yield _Day(text[slice(*found.span())], None, int(found["month"]), 1)
    for found in _OF_MONTH.finditer(low):
        off = _MONTHS_OFF.get((found["of"] or found["of_"]).replace(" ", ""), 0)
        first = month_after(today.replace(day=1), off)
        yield _Day(text[slice(*found.span())], first.year, first.month, int(found["day"] or found["day_"]))
    for found in (*_MONTH_FIRST.finditer(low), *_DAY_FIRST.finditer(low)):
        word = found.groupdict().get("word")
        day = ORDINALS.index(word.replace("-", " ")) + 1 if word else int(found["day"])
        # In "march 40 people came" the number counts people, unless it is marked as a day.
        if 1 <= day <= 31 or found["th"] or found["cue"]:
            yield _Day(text[slice(*found.span("said"))], _year(found["year"], today), MONTHS[found["month"][:3]], day)
    for found in _DAY_ALONE.finditer(low):
        yield _Day(
            text[slice(*found.span("said" if found["said"] else "said_"))],
            None,
            None,
            int(found["day"] or found["day_"]),
        )
    for found in _SLASHED.finditer(low):
        one, other = (int(part) for part in found["said"].split("/"))
        cued = found["cue"] or _CUED_BEHIND.match(low, found.end())
        month, number_of_day = (one, other) if one <= 12 else (other, one)
        # Either order may be meant, and what cannot be a month and a day at all is a share of something.
        if not _exists(2024, other, one) and (cued or (1 <= month <= 12 and 1 <= number_of_day <= 31)):
            yield _Day(text[slice(*found.span("said"))], None, month, number_of_day)


def _number(said: str) -> int:
    return int(number(said) or 0)


def _month_ko(said: str) -> int:
    return {"유": 6, "시": 10}.get(said) or _number(said)


def _year(said: str | None, today: date) -> int | None:
    if said is None:
        return None
    if said.isdigit():
        return int(said) if len(said) > 2 else 2000 + int(said)
    return today.year + _YEARS_OFF.get(said if said.isascii() else said.replace(" ", ""), 0)


def _impossible_hour(low: str, now: datetime) -> tuple[int, int] | None:
    """Where an hour stands that no clock shows."""
    for found in (*_CLOCK_KO.finditer(low), *_CLOCK_EN.finditer(low)):
        hour, minute = int(found["hour"]), int(found["minute"] or 0)
        latest = {"a": 12, "p": 23, None: 24}.get(found["part"], 12)
        if hour > latest or minute > 59:
            return found.span()
    for found in _CLOCK.finditer(low):
        hour, minute = int(found["hour"] or found["bare"]), int(found["minute"] or 0)
        cued = found["said"] and (found["cue"] or found["behind"])
        if (hour > 24 or minute > 59) and (cued or _beside_a_day(low, found.start(), found.end(), now)):
            return found.span("said") if found["said"] else found.span()
    return None


def _beside_a_day(low: str, start: int, end: int, now: datetime) -> bool:
    """Whether a day or another time is said right before text[start:end] or right behind it."""
    spans = [span for span in find_spans(low, now) if span.moment is not None]
    before = any(span.end <= start and _GAP.fullmatch(low[span.end : start]) for span in spans)
    return before or any(span.start >= end and _GAP.fullmatch(low[end : span.start]) for span in spans)
