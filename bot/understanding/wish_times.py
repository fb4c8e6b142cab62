"""When and how often somebody wants to hear from the shop: hours, days and distances, as they are said."""

import re
from datetime import time

from bot.understanding.numbers import number

# Parts of a day: in which hours nobody then wants to hear anything.
_PARTS = (
    (r"저녁|퇴근\s?(?:후|시간)|\bevenings?\b", (time(18), time(9))),
    (r"한밤|밤|늦은\s?시간|늦게|\b(?:nights?|late)\b", (time(21), time(8))),
    (r"새벽|이른\s?(?:시간|아침)|\bearly(?: morning)?\b", (time(0), time(9))),
    (r"아침|\bmornings?\b", (time(0), time(10))),
    (r"오전", (time(0), time(12))),
    (r"점심|\b(?:lunch(?:time)?|noon)\b", (time(11, 30), time(13, 30))),
    (r"오후|\bafternoons?\b", (time(12), time(18))),
    (r"낮|근무\s?(?:중|시간)|업무\s?(?:중|시간)|\b(?:daytime|working hours|work hours)\b", (time(9), time(18))),
)
_DAYS = (
    (frozenset({5, 6}), r"주말|토\s?[,·]?\s?일(?![가-힣])|\bweekends?\b"),
    (frozenset(range(5)), r"평일|주중|\b(?:week\s?days?|working days|workdays)\b"),
    *((frozenset({day}), rf"{ko}요일|\b{en}") for day, (ko, en) in enumerate(
        (("월", r"mon(?:day)?s?\b"), ("화", r"tue(?:s(?:day)?)?s?\b"), ("수", r"wed(?:nesday)?s?\b"),
         ("목", r"thu(?:r(?:s(?:day)?)?)?s?\b"), ("금", r"fri(?:day)?s?\b"), ("토", r"sat(?:urday)?s?\b"),
         ("일", r"sun(?:day)?s?\b"))
    )),
)  # fmt: skip
EVERY_DAY = frozenset(range(7))
_HANGUL = re.compile(r"[가-힣]")
_LAST_HOUR = 23
_BEDTIME = time(21)
# Wished for then, and not ruled out then: "저녁에만", "톡은 주말에 주세요", "in the afternoon instead".
WISHED_THEN = re.compile(
    r"만(?:\s|요|$|\s?(?:보내|주|줘|연락|받|부탁))|\bonly\b|\binstead\b|\bkeep\b.*\bto\b|\b(?:just|best|better|fine|prefer|rather)\b"
    r"|부탁|(?:주세|주시|줘|주면|주십|보내|좋[겠을아습])"
)
_BETWEEN = re.compile(
    r"\b(?:between\s|from\s|(?=\d{1,2}(?::\d\d)?\s?(?:am|pm)?\s?(?:-|to)\s?\d{1,2}(?::\d\d)?\s?(?:am|pm)))(?P<from>\d{1,2})(?::\d\d)?\s?(?P<a>am|pm)?\s?(?:and|-|to)\s?(?P<to>\d{1,2})(?::\d\d)?\s?(?P<b>am|pm)?"
    r"|(?P<part>오전|오후|저녁|아침|밤|낮)?\s?(?P<k_from>\d{1,2})\s?시\s?(?:부터|에서|~|-)\s?(?P<k_part>오전|오후|저녁|밤)?\s?(?P<k_to>\d{1,2})\s?시"
)
_FEW = "two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|twenty|thirty"
_TIMES_A = re.compile(
    r"(?P<ko>하루|일주일|한\s?주|한\s?달|분기|반년|일\s?년|1년|주|월|연|년)에?\s?(?P<n>한두|두|세|네|하나|한|1|2|3|4)"
    r"\s?(?:번|개|통|(?=\s?(?:넘|이하|만)))"
    r"|\b(?P<en_n>twice|two times|three times|four times|a couple of times)\s(?:an?|every|per|each)\s"
    r"(?P<en>day|week|month|quarter|year)\b"
    rf"|\b(?P<n_in>one|once|\d|{_FEW})\s(?:(?:time|message|text|msg|ad|note|mail)s?\s)?(?:in|an?|per|every|each)\s(?:an?\s)?(?P<in>week|month|year)\b"
    r"|\b(?P<word>weekly|monthly|quarterly|yearly)\b"
    rf"|\bevery (?P<n_of>\d{{1,2}}|{_FEW}) (?P<units>day|week|month)s\b"
    r"|\bevery (?P<other>second|other|third|fourth)\s(?P<unit>day|week|month)\b"
)
_TOO_MANY, _JUST_ONE = re.compile(r"너무|많[아고은]|\btoo\b"), re.compile(r"한\s?번|\bonce\b|\bone\b")
_HOW_MANY = {"하나": 1, "한": 1, "한두": 2, "두": 2, "세": 3, "네": 4, "twice": 2, "two times": 2, "three times": 3,
             "four times": 4, "a couple of times": 2, "second": 2, "other": 2, "third": 3, "fourth": 4}  # fmt: skip
_LENGTHS = {"하루": 1, "일주일": 7, "한주": 7, "주": 7, "한달": 30, "월": 30, "분기": 90, "반년": 180, "일년": 365,
            "1년": 365, "연": 365, "년": 365, "day": 1, "week": 7, "month": 30, "quarter": 90, "year": 365,
            "weekly": 7, "monthly": 30, "quarterly": 90, "yearly": 365}  # fmt: skip
_KOREAN_HOUR = re.compile(
    r"(?P<part>저녁|밤|오후|아침|오전|새벽)?\s?(?P<hour>\d{1,2}|열두|열한|열|한|두|세|네|다섯|여섯|일곱|여덟|아홉)\s?시"
    r"(?:\s?(?P<half>반))?\s?(?P<way>이후|부터|넘|지나|뒤|후|이전|전|까지)"
)
_ENGLISH_HOUR = re.compile(
    r"\b(?P<way>after|past|from|before|until|till)\s"
    r"(?P<hour>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?::(?P<minute>\d\d))?\s?(?P<part>am|pm|a\.m|p\.m)?"
)
_AFTER = frozenset(["이후", "부터", "넘", "지나", "뒤", "후", "after", "past", "from"])
_ONCE = re.compile(
    r"(?:(?P<ko>하루|일주일|한\s?주|두\s?주|세\s?주|석\s?달|세\s?달|이주일?|2주일?|보름|한\s?달|1달|두\s?달|2달|분기|반년|일\s?년|1년"
    r"|(?P<n>\d{1,2})\s?(?P<unit>일|주|달|개월))에?"
    r"\s?(?:딱\s?)?(?:한|1)\s?번)"
    r"|\b(?:once|one time|(?:one|a|1|a single) (?:message|text|msg|reminder|ad|mail|email|note)) (?:an?|every|per"
    r"|each) "
    r"(?P<en>day|week|other week|two weeks|2 weeks|couple of weeks|fortnight|month|other month|two months|2 months"
    r"|three months|3 months|quarter|half year|six months|6 months|year)\b"
)
_DISTANCES = {
    "하루": 1, "두주": 14, "세주": 21, "석달": 90, "세달": 90,
    "일주일": 7, "한주": 7, "이주": 14, "이주일": 14, "2주": 14, "2주일": 14, "보름": 15, "한달": 30,
    "1달": 30, "두달": 60, "2달": 60, "분기": 90, "반년": 180, "일년": 365, "1년": 365, "day": 1, "week": 7,
    "two weeks": 14, "fortnight": 14, "month": 30, "two months": 60, "other week": 14, "2 weeks": 14,
    "couple of weeks": 14, "other month": 60, "2 months": 60, "three months": 90, "3 months": 90, "half year": 180,
    "six months": 180, "6 months": 180, "quarter": 90, "year": 365,
}  # fmt: skip
_UNIT_DAYS = {"일": 1, "주": 7, "달": 30, "개월": 30}
_LESS = re.compile(
    r"(?:가끔|덜\s?자주|조금만|적게|뜸하게)\s?(?:만\s?)?(?:보내|연락)|\bless (?:often|frequently)\b|\bfewer\b"
)
_SELDOM = 30


def days_said(low: str) -> frozenset[int]:
    return frozenset().union(*(days for days, pattern in _DAYS if re.search(pattern, low)))


def often_enough(low: str) -> int | None:
    """The days between two messages where so many a time are enough: twice a month is one in 15 days."""
    found = _TIMES_A.search(low)
    if found is None:
        return None
    if found["n_of"]:
        return int(number(found["n_of"]) or 1) * _LENGTHS[found["units"]]
    if found["other"]:
        return _HOW_MANY[found["other"]] * _LENGTHS[found["unit"]]
    length = _LENGTHS[(found["ko"] or found["en"] or found["in"] or found["word"]).replace(" ", "")]
    once = _TOO_MANY.search(low) and _JUST_ONE.search(low)
    said = "1" if once else found["n"] or found["en_n"] or found["n_in"] or "1"
    return max(1, length // int(_HOW_MANY.get(said) or number(said) or 1))


def quiet_between(low: str, *, wished: bool) -> tuple[time, time] | None:
    """The quiet hours of "not between six and seven", and of "between six and seven"."""
    both = _BETWEEN.search(low)
    if both is None:
        return None
    if both["from"]:
        start, end = _hour_of(both["from"], both["a"] or both["b"]), _hour_of(both["to"], both["b"])
    else:
        start = _hour_of(both["k_from"], both["part"])
        end = _hour_of(both["k_to"], both["k_part"] or both["part"])
    end += 12 if end <= start else 0
    if not start < end <= _LAST_HOUR:
        return None
    return (time(end), time(start)) if wished else (time(start), time(end))


def quiet_part(low: str, *, wished: bool) -> tuple[time, time] | None:
    """The quiet hours of "not in the evening" and, the last one said, of "rather in the evening"."""
    named = [(match.start(), hours) for pattern, hours in _PARTS for match in re.finditer(pattern, low)]
    if not named:
        return None
    start, end = max(named)[1] if wished else min(named)[1]
    if not wished:
        return start, end
    return (end if end > start else max(start, _BEDTIME)), start


def _hour_of(said: str, part: str | None) -> int:
    hour = int(said)
    return hour + 12 if part in ("pm", "오후", "저녁", "밤") and hour < 12 else hour


def quiet_hours(low: str, *, said_at: int) -> tuple[time, time] | None:
    """The hours in which nothing may come, of a sentence that forbids. Of several parts of the day the one that is
    nearest to `said_at`, in Korean before it and in English behind it.
    """
    korean = _HANGUL.search(low) is not None
    named = [
        ((match.start() < said_at) is not korean, abs(match.start() - said_at), hours)
        for pattern, hours in _PARTS
        for match in re.finditer(pattern, low)
    ]
    return quiet_clock(low, wished=False) or min(named, default=(False, 0, None))[2]


def quiet_clock(low: str, *, wished: bool) -> tuple[time, time] | None:
    """The quiet hours of "not after nine" and, where it is wished for, of "after nine, please"."""
    match = _KOREAN_HOUR.search(low) or _ENGLISH_HOUR.search(low)
    if match is None:
        return None
    said = match.groupdict()
    hour = int(number(said["hour"]) or 0)
    minute = 30 if said.get("half") else int(said.get("minute") or 0)
    after = said["way"] in _AFTER
    part = said["part"] or ""
    later = part in ("저녁", "밤", "오후", "pm", "p.m") or (
        not part and after and (hour < 8 if wished else 5 <= hour < 12)
    )
    hour = hour % 12 + (12 if later else 0) if hour <= 12 and (part or later) else hour
    if hour > _LAST_HOUR or minute > 59:
        return None
    at = time(hour, minute)
    return (time(21), at) if after is wished else (at, time(9))


def shortest_distance(low: str) -> int | None:
    match = _ONCE.search(low)
    if match is None:
        return _SELDOM if _LESS.search(low) else None
    if match["n"]:
        return int(match["n"]) * _UNIT_DAYS[match["unit"]]
    return _DISTANCES.get((match["ko"] or "").replace(" ", "") or match["en"])
