"""Time in Korean: korean-datetime for the calendar, own rules for durations and for the words it does not know."""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

from bot.understanding.asks.values import Period
from bot.understanding.numbers import number
from bot.understanding.spans import DAY, LONGEST, TimeSpan, day_span, duration, month_after, named, period_span

if TYPE_CHECKING:
    from korean_datetime import TemporalExpression, TemporalParser

_NUMBER = (
    r"\d{1,4}|열두|열한|열|한|두|세|석|서|네|넉|너|다섯|닷|여섯|엿|일곱|여덟|아홉|스무|일|이|삼|사|오|육|칠|팔|구|십이?|이십|삼십"
    r"|사십|오십|육십|구십|백이십|백"
)
_UNITS = {
    "일": "day",
    "날": "day",
    "주일": "week",
    "주": "week",
    "개월": "month",
    "달": "month",
    "년": "year",
    "해": "year",
}
_DAYS = {
    "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9, "열흘": 10,
    "보름": 15, "반년": 180, "반 년": 180, "반달": 15,
}  # fmt: skip
_LENGTH = (
    rf"(?:(?P<n>{_NUMBER})\s?(?P<unit>주일|개월|일|주|달|년|날|해)(?P<half>\s?반)?"
    rf"|(?P<word>{'|'.join(_DAYS)}|하루(?=\s?(?:이상|넘|지났))))"
)
# What may follow a length and leaves it one: 한 달이 넘도록, 30일 이상, 두 달째. A point in time (3일 전) is not ours.
_DURING = (
    r"(?:(?:이나|이(?!상|내)|도|은|을|간|째|치|씩|쯤)|\s?(?:동안|사이|가까이|정도|쯤|가량|내내|안에|이내에|이내|내에|째)|내(?![가-힣]))*"
    r"(?:\s?(?:넘게|넘도록|넘은|넘는|넘어|넘었|이상|초과|지난|지나도록|지나고|되도록|된|됐))?"
)
_DURATION = re.compile(
    rf"(?:(?P<lead>최근|지난|(?<![가-힣])요|근래|근|직전|과거|이전|여태|앞으로|향후|다음|오는)\s?)?{_LENGTH}"
    rf"(?!\s?(?:전|뒤|후|있다가|차\b)|[일년월시분원번호]|\d){_DURING}"
)
_AHEAD = frozenset({"앞으로", "향후", "다음", "오는"})
_AGO = re.compile(rf"{_LENGTH}\s?전(?:부터|에|쯤|이후로|이후|엔)?")
_OWN = re.compile(
    r"(?P<two>엊그제|엊그저께|그제\s?어제)"
    r"|(?P<last_week>전주|지난\s?주|저번\s?주|지난\s?한\s?주)(?=(?:에|의|부터|엔|에는|동안|도|는|달)?(?![가-힣]))(?!\s?[월화수목금토일주]요?)"
    r"|(?P<this_week>이번\s?한\s?주|요\s?주|요번\s?한\s?주|금주\s중(?=에|의|으로|[\s,.]|$))"
    r"|(?P<this_month>이번\s?한\s?달|요\s?달|이\s달)(?!\s?\d)"
    r"|(?P<next_month>차월)"
    r"|(?P<this_year>올\s?한\s?해|올\s?들어|올(?=\s(?!해|상반기|하반기)))"
    r"|(?P<last_year>지난\s?한\s?해|작년\s?한\s?해|저번\s?해)"
    r"|(?P<which>이번|지난|저번|올)\s?(?P<quarter>분기)"
    r"|(?P<same>(?:작년|전년)\s?(?:같은\s?달|이\s?달|이번\s?달|동월)|전년\s?동월)"
    r"|(?P<month_end>월말|(?:이\s?달|이번\s?달)\s?(?:말일|마지막\s?날))(?=에|까지|쯤|날|로|은|이|[\s.,]|$)"
    r"|(?P<tomorrow>니얼|넬|내알)"
)
# Words that korean-datetime has under a sister's name only; the same length, so that places stay.
_SISTERS = (
    ("초하루", "01일"),
    ("요번", "이번"),
    ("욧번", "이번"),
    ("이번쭈", "이번주"),
    ("담쭈", "담주"),
    ("저먼", "저번"),
)
_SOON = re.compile(
    r"(?P<n>\d{1,3}|[일이삼사오육칠팔구십]{1,4}|한|두|세|네|다섯|여섯)\s?(?P<unit>분|시간)\s?(?P<half>반)?\s?(?:있다가?|이따가?|뒤|후)(?:에|쯤)?"
)
# "어제꺼 매출": what hangs on a day as its thing, put as a particle of the same length, so that places stay.
_THING_OF = re.compile(
    r"(?<=어제|오늘|내일|그제|모레)(?:꺼|거|껀)(?=[는은도만]?(?![가-힣]))|(?<=[번난음]달|[번난음]주)(?:꺼|거|껀)(?=[는은도만]?(?![가-힣]))"
)
# "월요일에서 수요일로 옮겨줘" is from one day to another, and no stretch.
_MOVED = re.compile(r"에서(?=\s.{1,20}(?:으로|로)(?![가-힣]))")
# "지난달 말이야", "이번 달 말고": no end of a month.
# The day that was just named: "결혼식이 12월 12일이라 그날 아침 7시에".
_THAT_DAY = re.compile(r"(?<=일)(?:이라서?|인데|이고|이니까?|이거든요|이에요|입니다)[.,]?\s(?:그날|그\s날|당일)(?=\s)")
_SAID = re.compile(r"말(?=이야|이에요|인데|입니다|이죠|이지|고(?!사)|하는)")
# Said in passing, not as a time.
_NOW = frozenset(["방금", "지금", "아까", "현재", "이따", "이따가", "막"])
# "8시 저녁 공연" is at eight in the evening.
_EVENING_BEHIND = re.compile(r"\s?(?:저녁|밤|오후)(?:\s|$|공연|표|회차|타임|시간)")
# "19시 반"
_HALF_BEHIND = re.compile(r"\s?반(?=에|까지|쯤|인데|으로|이|은|도|\s|[.,!?]|$)")
_HAS_HOUR = re.compile(r"\d\s?시|\d:\d\d|[한두세네섯곱덟홉열]\s?시|정오|자정|\d\s?분|시간")


def find(text: str, now: datetime) -> list[TimeSpan]:
    """Every Korean expression of time in a flat text."""
    if not re.search(r"[가-힣]|\d[-/.:]\d", text):
        return []
    for said, known in _SISTERS:
        text = text.replace(said, known)
    text = _THAT_DAY.sub(lambda same: " " * len(same.group()), text)
    text = _SAID.sub(" ", _MOVED.sub(", ", _THING_OF.sub("의", text)))
    today = now.date()
    found = [*_soon(text, now), *_points(text, now), *_others(text, today)]
    lengths = [span for span in _durations(text, now) if not _overlap(span, found)]
    for span in _calendar(text, now):
        if _overlap(span, found):
            continue
        own = _overlap(span, lengths)
        if own is None:
            found.append(span)
        elif _bare_days(text[own.start : own.end]) and (own.start, own.end) == (span.start, span.end):
            # "30일" is a length and the thirtieth: both readings are kept.
            lengths.remove(own)
            found.append(replace(span, days=own.days))
        elif span.start <= own.start and own.end <= span.end and (span.start, span.end) != (own.start, own.end):
            lengths.remove(own)
            found.append(span)
    return sorted((*found, *lengths), key=lambda span: span.start)


def _overlap(span: TimeSpan, others: list[TimeSpan]) -> TimeSpan | None:
    return next((other for other in others if other.start < span.end and span.start < other.end), None)


def _bare_days(said: str) -> bool:
    return re.fullmatch(r"\d{1,2}\s?일", said.strip()) is not None


def _starts_word(text: str, start: int) -> bool:
    return start == 0 or not re.match(r"[가-힣a-z0-9]", text[start - 1])


def _durations(text: str, now: datetime) -> list[TimeSpan]:
    found = []
    for match in _DURATION.finditer(text):
        if not _starts_word(text, match.start()):
            continue
        if match["unit"] in ("달", "해", "날") and match["n"] in ("일", "이", "삼", "사", "오", "육"):
            continue  # 이 달 is this month
        count, unit = _length(match)
        if count <= LONGEST[unit]:
            found.append(duration(match.start(), match.end(), count, unit, now, ahead=match["lead"] in _AHEAD))
    return found


def _length(match: re.Match[str]) -> tuple[int, str]:
    if match["word"]:
        return _DAYS.get(match["word"], 1), "day"
    count, unit = int(number(match["n"]) or 0), _UNITS[match["unit"]]
    if match["half"]:
        return {"day": count, "week": count * 7 + 3, "month": count * 30 + 15, "year": count * 365 + 180}[unit], "day"
    return count, unit


def _points(text: str, now: datetime) -> list[TimeSpan]:
    """ "두 달 전" is a day, and for somebody who has not come since it is a length as well."""
    found = []
    for match in _AGO.finditer(text):
        if not _starts_word(text, match.start()):
            continue
        count, unit = _length(match)
        if count > LONGEST[unit]:
            continue
        today = now.date()
        length = duration(0, 0, count, unit, now).days
        if unit in ("month", "year"):
            day = _months_back(today, count * (12 if unit == "year" else 1))
        else:
            day = today - count * {"day": 1, "week": 7}[unit] * DAY
        period = named(day, day + DAY, today)
        found.append(TimeSpan(match.start(), match.end(), length, period, period, day))
    return found


def _soon(text: str, now: datetime) -> list[TimeSpan]:
    """ "삼십 분 있다가", "두 시간 뒤에"."""
    found = []
    today = named(now.date(), now.date() + DAY, now.date())
    for match in _SOON.finditer(text):
        if not _starts_word(text, match.start()):
            continue
        minutes = int(number(match["n"]) or 0) * (60 if match["unit"] == "시간" else 1) + (30 if match["half"] else 0)
        moment = (now + timedelta(minutes=minutes)).replace(second=0, microsecond=0)
        found.append(TimeSpan(match.start(), match.end(), None, today, today, moment))
    return found


def _months_back(day: date, months: int) -> date:
    first = month_after(day.replace(day=1), -months)
    last = month_after(first) - DAY
    return first.replace(day=min(day.day, last.day))


def _others(text: str, today: date) -> list[TimeSpan]:
    found = []
    for match in _OWN.finditer(text):
        if not _starts_word(text, match.start()):
            continue
        name = match.lastgroup or ""
        if name == "two":
            period = named(today - 2 * DAY, today, today)
            found.append(TimeSpan(match.start(), match.end(), None, period, period, today - 2 * DAY))
        elif name == "month_end":
            found.append(day_span(match.start(), match.end(), month_after(today.replace(day=1)) - DAY, today))
        elif name == "same":
            first = date(today.year - 1, today.month, 1)
            period = named(first, month_after(first), today)
            found.append(TimeSpan(match.start(), match.end(), None, period, period))
        elif name == "quarter":
            first = date(today.year, (today.month - 1) // 3 * 3 + 1, 1)
            first = first if match["which"] in ("이번", "올") else month_after(first, -3)
            period = named(first, month_after(first, 3), today)
            found.append(TimeSpan(match.start(), match.end(), None, period, period))
        else:
            found.append(period_span(match.start(), match.end(), name, today))
    return found


@cache
def _parsers() -> "tuple[TemporalParser, TemporalParser]":
    """A parser that looks back and one that looks ahead, loaded on first use: the library takes a while to import."""
    from korean_datetime import AmbiguousHour, Cycle, ParseOptions, TemporalParser

    past, coming = (
        TemporalParser(ParseOptions(cycle=cycle, ambiguous_hour=AmbiguousHour.DAYTIME))
        for cycle in (Cycle.PAST, Cycle.FUTURE)
    )
    return past, coming


def _calendar(text: str, now: datetime) -> list[TimeSpan]:
    naive = now.replace(tzinfo=None)
    looking_back, looking_ahead = _parsers()
    past = looking_back.parse_all(text, now=naive)
    # Both find the same expressions, and most sentences have none.
    coming = {found.span: found for found in looking_ahead.parse_all(text, now=naive)} if past else {}
    spans = []
    for found in past:
        start, end = found.span
        ahead = coming.get(found.span, found)
        if not _starts_word(text, start) or found.text in _NOW:
            continue
        spans.append(
            TimeSpan(start, end, None, _days(found, now.date()), _days(ahead, now.date()), _moment(ahead, text, now))
        )
    return spans


def _days(found: "TemporalExpression", today: date) -> Period:
    start, end = found.start, found.end
    last = end - timedelta(microseconds=1)
    return named(start.date(), last.date() + DAY, today)


def _moment(found: "TemporalExpression", text: str, now: datetime) -> datetime | date | None:
    said = text[found.span[0] : found.span[1]]
    if found.grain in ("hour", "minute", "second") and _HAS_HOUR.search(said):
        later = found.start.hour < 12 and _EVENING_BEHIND.match(text[found.span[1] :]) is not None
        half = found.start.minute == 0 and _HALF_BEHIND.match(text[found.span[1] :]) is not None
        return (found.start + timedelta(hours=12 * later, minutes=30 * half)).replace(tzinfo=now.tzinfo)
    if found.grain in ("day", "hour") and found.end - found.start <= timedelta(days=3):
        return found.start.date()
    return None
