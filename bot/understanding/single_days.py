"""Days by their date and what the shop does on them: "내일 쉬어요", "내일은 9시부터 7시까지 해요",
"closed from 24 to 26 December", "tomorrow we close at 3", "24일과 26일은 오전만 해요".
"""

import re
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import pairwise

from bot.domain.opening import hours_said, read_clauses, weekdays_said
from bot.understanding.asks.shop import DaysOff, NamedDays, WeekdayEnd
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
    (re.compile(r"(?<=요일)(?:과|와|하고|이랑|랑)\s"), ", "),
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
_BETWEEN = re.compile(r"\b(?:on|over|during|for|from|to|through|till|until|the|(?<!after )all|day|and)\b")
_UNTIL = re.compile(r"까지|\b(?:until|till)\b")
_WEEKDAY_AGAIN = re.compile(r"[가-힣]*[월화수목금토일]요일")
_THIS_DAY = re.compile(r"(?:이번|요번|this)\s*")
# One end of a day's hours. Without a word of opening or closing, "까지만" alone says that it is no deadline.
_CLOSES = (
    re.compile(rf"(?P<at>{CLOCK.pattern})\s*까지(?:만|\s*(?=영업|열|문|장사))", re.IGNORECASE),
    re.compile(
        rf"(?P<at>{CLOCK.pattern})\s*(?:부터)?\s*(?=(?:문\s*)?(?:을\s*)?(?:닫|마감|쉬|쉽|쉴|휴무))", re.IGNORECASE
    ),
)
_OPENS = (
    re.compile(rf"(?P<at>{CLOCK.pattern})\s*부터\s*(?=영업|열|문|장사|해|합)", re.IGNORECASE),
    re.compile(rf"(?P<at>{CLOCK.pattern})\s*(?=문|열어|열게|엽니|오픈)", re.IGNORECASE),
)
_ENGLISH_END = re.compile(rf"\b(?P<way>at|from|after|until|till)\s+(?P<at>{CLOCK.pattern})", re.IGNORECASE)
# Half of a day, written out as the hour at which the shop closes, or opens.
_IS_OPEN = r"(?=\s*(?:영업|운영|열|문|장사|해|합|하|할|이에|예))"
_IS_CLOSED = r"(?:쉬|쉽|쉴|쉰|휴무|휴업|(?:문\s*(?:을\s*)?)?(?:닫|안\s*열))"
_CLOSED_EN = r"\b(?:clos(?:e|es|ed|ing)|shut|off)\s+(?:only\s+)?(?:(?:in|for|on)\s+)?(?:the\s+|that\s+)?"
_OPEN_EN = (
    r"\b(?:open(?:ing)?\s+)?(?:only|just)\s+(?:open\s+)?(?:(?:in|for|on)\s+)?(?:the\s+)?{0}s?\b(?:\s+only)?"
    r"|\b(?:open\s+)?(?:(?:in|for)\s+(?:the\s+)?)?{0}s?\s+only\b"
)
_HALVES = (
    (re.compile(r"(?:오전|아침)(?:에|까지|중)?\s*(?:영업|장사)?만" + _IS_OPEN), "12시까지만 "),
    (
        re.compile(r"오후(?:에|부터)?\s*(?:영업|장사)?만" + _IS_OPEN + r"|오후부터(?=\s*(?:영업|열|문|장사|해|합))"),
        "12시부터 ",
    ),
    (re.compile(rf"오후(?:에는|에만|에|엔|는|만|부터)?\s*(?={_IS_CLOSED})"), "12시부터 "),
    (re.compile(rf"(?:오전|아침)(?:에는|에만|에|엔|은|만|까지)?\s*{_IS_CLOSED}\S*"), "12시부터 영업해"),
    (re.compile(_OPEN_EN.format("morning")), "open until 12pm"),
    (re.compile(_OPEN_EN.format("afternoon")), "open from 12pm"),
    (re.compile(rf"{_CLOSED_EN}mornings?\b"), "open from 12pm"),
    (re.compile(rf"{_CLOSED_EN}afternoons?\b"), "open until 12pm"),
    (re.compile(r"\b(?:12\s+)?(?:noon|midday)\b"), "12pm"),
    (re.compile(r"정오"), "12시"),
)
_HALF_A_DAY = re.compile(
    r"(?:반나절|반일)(?:씩)?\s*(?:영업|장사|근무)?\s*만?"
    r"|\b(?:only\s)?(?:for\s)?(?:a\s)?half[\s-](?:a\s|the\s)?days?\b"
)
_WORKS = re.compile(r"(?:we|i|the|shop|only|just|'re|are|will|'ll|work(?:ing)?|do(?:ing)?|have|having)+")
_PART_OF_A_DAY = re.compile(r"오전|오후|새벽|아침|저녁|\b(?:mornings?|afternoons?|evenings?|tonight|nights?)\b")
# A promise of what will be is about the next such day: "일요일은 6시까지만 할게요".
_WILL = re.compile(r"게요|게$|겠|거예요|거야|\b(?:will|we'll|going to)\b")
_ONLY = frozenset({"only", "just"})
# A bare hour of an English sentence with words behind it: "close at 6 on Sundays", not "closed from 5 December".
_BARE_HOUR = re.compile(
    rf"\b(at|from|after|until|till)\s+(\d{{1,2}})(?=\s+[a-z])(?!\s+(?:to|till|until|through|thru|[ap]\.?m|days?|weeks?|{MONTH})\b)"
)
_CLOSING = re.compile(r"\b(?:clos(?:e|es|ed|ing)|shut(?:s|ting)?)\b")


def read_days(low: str, now: datetime) -> DaysOff | NamedDays | None:
    """What a flat sentence says about single days, or None. `now` is aware and in the shop's zone."""
    if ASKS.search(low) or _GONE.search(low):
        return None
    whole = low
    for pattern, written in (*_HALVES, *_RANGES):
        low = pattern.sub(written, low)
    half_of_it = _HALF_A_DAY.search(low) is not None
    low = _HALF_A_DAY.sub(" ", low)
    is_half = any(pattern.search(whole) for pattern, _ in _HALVES)
    left, ends = _without_hours(low)
    if _PART_OF_A_DAY.search(left):
        return None
    found = _days_named(left, now)
    if found is None:
        return None
    days, bare = found
    apart = is_half or days[-1] - days[0] != timedelta(days=len(days) - 1)
    first, last = days[0], days[-1]
    if half_of_it:
        is_open = not bare or bare in _ONLY or _WORKS.fullmatch(bare) or _keeps().fullmatch(bare)
        return NamedDays(days, closed=False, half=True) if is_open and ends == (None, None) else None
    if ends == (None, None):
        if apart:
            return wish(bare, NamedDays(days, closed=True), NamedDays(days, closed=False))
        return wish(bare, DaysOff(first, last, closed=True), DaysOff(first, last, closed=False))
    # "내일 9시부터 7시까지" says enough; one hour alone may be anything.
    is_meant = bool(_keeps().fullmatch(bare)) if bare or None in ends else True
    if not is_meant:
        return None
    if apart:
        return NamedDays(days, closed=False, opens=ends[0], closes=ends[1])
    return DaysOff(first, last, closed=False, opens=ends[0], closes=ends[1])


def read_weekday_end(low: str) -> WeekdayEnd | None:
    """The hour at which the shop opens or closes on a day of every week: "일요일은 6시까지만 해요"."""
    if _GONE.search(low) or _WILL.search(low):
        return None
    for pattern, written in (*_HALVES, *_RANGES):
        low = pattern.sub(written, low)
    left, (opens, closes) = _without_hours(low)
    days, around = weekdays_said(left)
    bare = _BEFORE.sub("", bare_of(_BETWEEN.sub(" ", re.sub(r"\bevery\b|매주", " ", around))))
    if not days or (opens is None) == (closes is None) or _PART_OF_A_DAY.search(left):
        return None
    return WeekdayEnd(tuple(sorted(days)), opens, closes) if bare in _ONLY or _keeps().fullmatch(bare) else None


def _without_hours(low: str) -> tuple[str, _Ends]:
    """The sentence without its hours, and from when to when they are; None for an end that is not said."""
    said = hours_said(low)
    clauses = read_clauses(said) if said else None
    if clauses and not isinstance(clauses[0].then, str):
        start = low.find(said)
        if start >= 0:
            return f"{low[:start]} {low[start + len(said) :]}", (clauses[0].then.opens, clauses[0].then.closes)
    low = _BARE_HOUR.sub(r"\1 \2:00", low)
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


def _days_named(low: str, now: datetime) -> tuple[tuple[date, ...], str] | None:
    """The days that are named in their order, and the bare words beside them."""
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
    if not spans or (length is not None and len(spans) > 1):
        return None
    named = [_days_of(span.coming, low[span.start : span.end], now.date()) for span in spans if span.coming]
    first, last = min(start for start, _ in named), max(end for _, end in named)
    if length is not None:
        last = first + timedelta(days=_days_long(length) - 1)
    elif len(named) == 1 and first == last and _UNTIL.match(low[spans[0].end :].lstrip()):
        first = now.date()
    if not now.date() <= first <= last or last - first > _LONGEST or first - now.date() > _FURTHEST:
        return None
    between = [low[one.start : other.start] for one, other in pairwise(spans)]
    are_apart = bool(between) and all(map(_ALSO.search, between))
    if len(spans) > 2 and not are_apart:
        return None
    stretches = named if are_apart else [(first, last)]
    days = {start + timedelta(days=step) for start, end in stretches for step in range((end - start).days + 1)}
    for around in (_ALSO, _WEEKDAY_AGAIN, _BETWEEN):
        left = around.sub(" ", left)
    return tuple(sorted(days)), _BEFORE.sub("", bare_of(left))


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
