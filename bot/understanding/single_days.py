"""Days by their date and what the shop does on them: "내일 쉬어요", "내일은 9시부터 7시까지 해요",
"closed from 24 to 26 December", "tomorrow we close at 3".
"""

import re
from datetime import date, datetime, time, timedelta
from functools import cache

from bot.domain.opening import hours_said, read_clauses
from bot.understanding.asks.shop import DaysOff
from bot.understanding.asks.values import Period
from bot.understanding.clocks import CLOCK, clock_time
from bot.understanding.day_words import ASKS, any_of, bare_of, wish
from bot.understanding.numbers import number
from bot.understanding.periods import find_spans
from bot.understanding.periods_en import MONTH
from bot.understanding.phrasebook import phrases
from bot.understanding.spans import TimeSpan

_Ends = tuple[time | None, time | None]
_GONE = re.compile(r"닫았|닫자|닫는다|쉬었|열었")
_LONGEST, _FURTHEST = timedelta(days=31), timedelta(days=368)
_ORDINAL = r"(?:st|nd|rd|th)?"
_TO = r"\s*(?:to|through|thru|till|until|[-~–—])\s*(?:the\s+)?"
# Days of one month, said once: written out, so that neither is taken for an hour.
_RANGES = (
    (re.compile(r"(?<![\d/.-])(\d{1,2})\s*[-~–—]\s*(\d{1,2})\s*일(?:까지)?"), r"\1일부터 \2일까지"),
    (re.compile(r"(?<![\d/.-])(\d{1,2})일(?:에는|에|엔|은|는)(?![가-힣])"), r"\1일"),
    (re.compile(r"(?<![\d/.-])(\d{1,2})일(?:과|와|하고|이랑|랑)\s*(?=\d)"), r"\1일, "),
    (re.compile(rf"\b(\d{{1,2}}){_ORDINAL}{_TO}(\d{{1,2}}){_ORDINAL}(?:\s+of)?\s+({MONTH})\b"), r"\1 \3 to \2 \3"),
    (
        re.compile(rf"\b({MONTH})\.?\s+(\d{{1,2}}){_ORDINAL}{_TO}(\d{{1,2}}){_ORDINAL}(?!\s*[ap]\.?m|:|\d)"),
        r"\1 \2 to \1 \3",
    ),
)
_FOR_SO_LONG = re.compile(
    r"부터\s*(?:(?P<count>\d{1,2})\s*(?P<unit>일|주)일?|(?P<word>하루|이틀|사흘|나흘|닷새|열흘|보름|일주일|한\s*주|두\s*주))"
    r"(?!\s*(?:에|까지)|\d)(?:간|동안|만)?"
    r"|\bfor\s+(?P<count2>\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?P<unit2>days?|weeks?)\b"
)
_DAYS_LONG = {
    "하루": 1,
    "이틀": 2,
    "사흘": 3,
    "나흘": 4,
    "닷새": 5,
    "열흘": 10,
    "보름": 15,
    "일주일": 7,
    "한주": 7,
    "두주": 14,
}
_ALSO = re.compile(r"\band\b|&|,|(?<=일)(?:과|와|하고|이랑|랑)(?![가-힣])")
_AMONG = r"부터|까지|에는|에도|에|은|는|도|만|동안|내내|계속|날|하루"
_BEFORE = re.compile(rf"^(?:{_AMONG})+")
_BETWEEN = re.compile(r"\b(?:on|for|from|to|through|till|until|the|(?<!after )all|day|and)\b")
_UNTIL = re.compile(r"까지|\b(?:until|till)\b")
_WEEKDAY_AGAIN = re.compile(r"[가-힣]*[월화수목금토일]요일")
_THIS_DAY = re.compile(r"(?:이번|요번|this)\s*")
# One end of a day's hours. Without a word of opening or closing, "까지만" alone says that it is no deadline.
_CLOSES = (
    re.compile(rf"(?P<at>{CLOCK.pattern})\s*까지(?:만|\s*(?=영업|열|문|장사))", re.IGNORECASE),
    re.compile(rf"(?P<at>{CLOCK.pattern})\s*(?:부터)?\s*(?=(?:문\s*)?(?:을\s*)?(?:닫|마감|쉬|쉽|휴무))", re.IGNORECASE),
)
_OPENS = (
    re.compile(rf"(?P<at>{CLOCK.pattern})\s*부터\s*(?=영업|열|문|장사|해|합)", re.IGNORECASE),
    re.compile(rf"(?P<at>{CLOCK.pattern})\s*(?=문|열어|열게|엽니|오픈)", re.IGNORECASE),
)
_ENGLISH_END = re.compile(rf"\b(?P<way>at|from|after|until|till)\s+(?P<at>{CLOCK.pattern})", re.IGNORECASE)
_CLOSING = re.compile(r"\b(?:clos(?:e|es|ed|ing)|shut(?:s|ting)?)\b")


def read_days(low: str, now: datetime) -> DaysOff | None:
    """What a flat sentence says about single days, or None. `now` is aware and in the shop's zone."""
    if ASKS.search(low) or _GONE.search(low):
        return None
    for pattern, written in _RANGES:
        low = pattern.sub(written, low)
    left, ends = _without_hours(low)
    found = _stretch(left, now)
    if found is None:
        return None
    first, last, bare = found
    if ends == (None, None):
        return wish(bare, DaysOff(first, last, closed=True), DaysOff(first, last, closed=False))
    # "내일 9시부터 7시까지" says enough; one hour alone may be anything.
    is_meant = bool(_keeps().fullmatch(bare)) if bare or None in ends else True
    return DaysOff(first, last, closed=False, opens=ends[0], closes=ends[1]) if is_meant else None


def _without_hours(low: str) -> tuple[str, _Ends]:
    """The sentence without its hours, and from when to when they are; None for an end that is not said."""
    said = hours_said(low)
    clauses = read_clauses(said) if said else None
    if clauses and not isinstance(clauses[0].then, str):
        start = low.find(said)
        if start >= 0:
            return f"{low[:start]} {low[start + len(said) :]}", (clauses[0].then.opens, clauses[0].then.closes)
    for patterns, evening in ((_CLOSES, True), (_OPENS, False), ((_ENGLISH_END,), _closes_then(low))):
        for pattern in patterns:
            found = pattern.search(low)
            clock = CLOCK.fullmatch(found["at"].strip()) if found else None
            at = clock_time(clock, evening=evening) if clock else None
            if found is not None and at is not None:
                rest = f"{low[: found.start()]} {low[found.end() :]}"
                return rest, (None, at) if evening else (at, None)
    return low, (None, None)


def _closes_then(low: str) -> bool:
    """Whether the one hour of an English sentence is that at which the shop closes: "open until 3", "closed from 3"."""
    found = _ENGLISH_END.search(low)
    until = found is not None and found["way"] in ("until", "till")
    return until != (_CLOSING.search(low) is not None)


def _stretch(low: str, now: datetime) -> tuple[date, date, str] | None:
    """The first and the last of the days that are named, and the bare words beside them."""
    length = _FOR_SO_LONG.search(low)
    if length is not None:
        low = f"{low[: length.start()]} {low[length.end() :]}"
    spans = [span for span in find_spans(low, now) if span.coming]
    if any(isinstance(span.moment, datetime) for span in spans):
        return None  # there is an hour in it that was not read
    left = low
    for span in reversed(spans):
        left = f"{left[: span.start]} {left[span.end :]}"
    spans = _without_its_week(spans)
    if not 1 <= len(spans) <= 2 or (length is not None and len(spans) > 1):
        return None
    days = [_days_of(span.coming, low[span.start : span.end], now.date()) for span in spans if span.coming]
    first, last = min(start for start, _ in days), max(end for _, end in days)
    if length is not None:
        last = first + timedelta(days=_days_long(length) - 1)
    elif len(days) == 1 and first == last and _UNTIL.match(low[spans[0].end :].lstrip()):
        first = now.date()
    elif len(days) == 2 and _ALSO.search(low[spans[0].start : spans[1].start]) and (last - first).days > 1:
        return None  # "the 24th and the 26th" are two days and not three
    if not now.date() <= first <= last or last - first > _LONGEST or first - now.date() > _FURTHEST:
        return None
    for around in (_ALSO, _WEEKDAY_AGAIN, _BETWEEN):
        left = around.sub(" ", left)
    return first, last, _BEFORE.sub("", bare_of(left))


def _days_of(named: Period, said: str, today: date) -> tuple[date, date]:
    """The days of an expression, both in it: "이번 금요일" said on a Saturday is that of the week to come."""
    first, last = named.start, named.end - timedelta(days=1)
    if first == last and 0 < (today - first).days < 7 and _THIS_DAY.match(said):
        return first + timedelta(days=7), last + timedelta(days=7)
    return first, last


def _without_its_week(spans: list[TimeSpan]) -> list[TimeSpan]:
    """Without the week in which the days of "from Monday to Wednesday next week" lie."""
    for week in spans:
        others = [one for one in spans if one is not week]
        if week.coming and others and (week.coming.end - week.coming.start).days == 7:
            inside = [one for one in others if one.coming and week.coming.start <= one.coming.start < week.coming.end]
            if len(inside) == len(others):
                return others
    return spans


def _days_long(length: re.Match[str]) -> int:
    if length["word"]:
        return _DAYS_LONG["".join(length["word"].split())]
    said, unit = length["count"] or length["count2"], length["unit"] or length["unit2"]
    count = 1 if said in ("a", "an") else int(number(said) or 1)
    return count * (7 if unit.startswith(("주", "week")) else 1)


@cache
def _keeps() -> re.Pattern[str]:
    """What stands around the hours of a day: that it is the shop that is open."""
    ko, en = phrases("day")["said"]["ko"], phrases("day")["said"]["en"]
    around = rf"(?:{any_of(ko['before'])}|{_AMONG}|늦게|일찍|영업시간)*"
    done = any_of(ko["open"] + ko["keep"] + ko["close"])
    korean = (
        rf"{around}(?:{done}|이에|예|영업|운영(?:합니다|해)?|닫(?:아|을게|습니다|을 거야)|마감(?:해|합니다|할게|이에)?)"
    )
    said = rf"(?:{any_of(en['before'])}|be|will|hours|are|only|just|early|late)*"
    english = rf"{said}{any_of(en['open'] + en['close'])}{said}"
    return re.compile(rf"{korean}|{english}")
