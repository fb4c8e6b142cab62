"""What the owner says about the day: the brief and the summaries, their hours, and when the shop is open.

These sentences are read as a whole, like those about the shop itself: what else stands in one makes it something else.
"""

import re
from datetime import datetime
from functools import cache

from bot.domain.opening import hours_said, read_clauses, speaks_of_holidays
from bot.understanding.asks.lists import Lapsed
from bot.understanding.asks.messages import Undelivered
from bot.understanding.asks.money import PointsEnd, PrepaidEnd
from bot.understanding.asks.reminders import Clocks, DayBrief, MonthCard, OwnerClock, WeekSummary
from bot.understanding.asks.shop import ChangeShop, DaysOff, HolidaysOff, NamedDays, OpenDays, WeekdayEnd, WeekHours
from bot.understanding.asks.texts import AdvertisingEvery, Care, HoursBefore, MessageText, NthGift, QuietHours
from bot.understanding.clocks import CLOCK, clock_time
from bot.understanding.day_words import ASKS, any_of, bare_of, opened, wish
from bot.understanding.ending_sentences import read_ending
from bot.understanding.normalise import flat
from bot.understanding.phrasebook import phrases
from bot.understanding.quiet_sentences import read_quiet
from bot.understanding.single_days import read_days, read_weekday_end

Setting = HoursBefore | NthGift | Care | MessageText | QuietHours | AdvertisingEvery | PointsEnd | PrepaidEnd
DayAsk = (
    DayBrief
    | WeekSummary
    | MonthCard
    | OpenDays
    | WeekHours
    | DaysOff
    | NamedDays
    | WeekdayEnd
    | HolidaysOff
    | ChangeShop
    | Clocks
    | OwnerClock
    | Undelivered
    | Lapsed
    | Setting
)

_LONGEST, _LONGEST_TEXT = 60, 460
_COUNTS = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "열": 10, "one": 1, "two": 2, "three": 3, "an": 1}
_HOW_MANY = r"(?P<count>\d{1,3}|한|두|세|네|다섯|여섯|열|one|two|three|an)"
_BEFORE_KO = re.compile(
    rf"(?:예약|시술|방문)?\s*(?:손님(?:께|들?한테)?)?\s*{_HOW_MANY}\s*시간\s*전에?도?\s*(?:한\s*번\s*더)?\s*"
    r"(?:알림|알려|보내|안내|문자|메시지)\S*(?:\s*(?:줘|주세요|켜줘|보내줘|보내주세요|해줘|부탁\S*))*[.!]*"
)
_BEFORE_EN = re.compile(
    rf"(?:please\s+)?(?:also\s+)?(?:remind|notify|message)(?:\s+(?:customers|clients|people|them))?(?:\s+(?:again|also))?"
    rf"\s+{_HOW_MANY}\s+hours?\s+before(?:\s+(?:an?|the|their|each|every)?\s*(?:appointments?|bookings?))?[.!]*",
    re.IGNORECASE,
)
_NO_BEFORE = re.compile(
    r"(?:예약\s*)?(?:(?:몇|\d{1,2}|한|두|세)\s*시간\s*전|당일)\s*알림(?:은|을)?\s*(?:꺼|그만|보내지|끄|빼|필요)\S*(?:\s*\S+){0,2}"
    r"|(?:turn off|stop|no)\s+(?:the\s+)?(?:hours?[- ]before|same[- ]day)\s+reminders?[.!]*",
    re.IGNORECASE,
)
_NTH_KO = re.compile(
    r"(?P<every>\d{1,3})\s*(?:번째|회)\s*(?:방문|오실\s*때|올\s*때|이용)(?:\s*때)?(?:마다|에는|에|시)?\s*[:,]?\s*(?P<gift>\S.*?)"
    r"(?:을|를)?\s*(?:드려요?|드릴게요?|드리자|드립니다|드리기로\s*했어요?|줘요?|주자|줄게|선물|제공|증정해요?|으로\s*해줘|로\s*해줘)?[.!~]*"
)
_NTH_EN = re.compile(
    r"(?:on\s+)?every\s+(?P<every>\d{1,3})(?:st|nd|rd|th)\s+visit\s*(?:gets|brings|is|means|earns|:|,|-)?\s*(?P<gift>\S.*?)[.!]*",
    re.IGNORECASE,
)
_NTH_FREE = re.compile(
    r"(?P<every>\d{1,3})\s*번째(?:\s*(?:방문|이용))?(?:은|는|마다|에는|에|엔)?\s*"
    r"(?:(?P<item>[가-힣A-Za-z ]{1,20}?)(?:은|는|이|가)?\s*)?"
    r"(?P<free>무료|공짜)(?:예요|에요|야|입니다|로\s*해\s*줘요?|로\s*드려요?|로\s*하자|로\s*할게요?|로)?[.!~]*"
    r"|every\s+(?P<nth>\d{1,3})(?:st|nd|rd|th)\s+(?P<thing>[a-z][a-z' ]{0,19}?)?\s*(?:is|for)\s+(?P<gratis>free)[.!]*",
    re.IGNORECASE,
)
_NO_NTH = re.compile(
    r"(?:방문|n번째|몇\s*번째)\s*선물(?:은|을)?\s*(?:꺼|그만|없애|빼|끄)\S*(?:\s*\S+)?"
    r"|(?:turn off|stop|no more)\s+(?:the\s+)?visit\s+gifts?[.!]*",
    re.IGNORECASE,
)
_CARE = re.compile(
    r"(?P<item>[^:：]{1,20}?)\s*(?:관리법|관리\s*(?:방법|안내|요령))\s*(?:은|는|[:：])\s*(?P<text>\S.*)"
    r"|care\s+(?:advice\s+)?(?:for|of)\s+(?:the\s+|an?\s+)?(?P<item2>[^:]{1,20}?)\s*:\s*(?P<text2>\S.*)",
    re.IGNORECASE,
)
_ADS_KO = r"(?:광고|홍보)(?:성)?\s*(?:메시지|문자|글|톡|발송|횟수|빈도)?(?:은|는|을|를|도)?"
_EACH_KO = r"(?:(?:한\s*사람|한\s*분|한\s*손님|한\s*명|손님\s*한\s*(?:분|명))(?:당|마다|에게는?|한테는?|께는?)?\s*)?"
_SPAN_KO = (
    r"(?:(?P<number>\d{1,3}|한|두|세|석|네|넉|열)\s*(?P<unit>일|주일|주|달|개월)(?:일)?|(?P<word>하루|매일|이틀|사흘|나흘|열흘|보름|일주일|매주"
    r"|격주|매달|매월|주|월))"
)
_ONCE_KO = r"(?:최대\s*)?(?:한|1)\s*(?:번|회|통|개|건)|하나"
_ADS_EVERY_KO = re.compile(
    rf"(?:{_EACH_KO}{_ADS_KO}\s*{_EACH_KO}|{_EACH_KO}{_ADS_KO}\s*)(?:최대\s*)?{_SPAN_KO}(?:(?:에|마다|로)?\s*(?:{_ONCE_KO})|마다|로|\s*간격(?:으로)?)\s*"
    r"(?:씩만?|이면|까지만|까지|이하로만?|정도로?만?|으로만?|로만?|만)?(?:\s*(?:보내|보냅|해|하자|합시다|할게|충분|제한|줄여|나가|가게|설정|부탁)\S*){0,3}"
    r"(?:\s*(?:줘|주세요|줄래요?|해줘|해주세요))?[.!~]*"
)
_ADS_EVERY_EN = re.compile(
    r"(?:please\s+)?(?:only\s+)?(?:(?:send|keep|limit|cap|set)\s+)?(?:(?:the\s+)?(?:ads?|advertising|advertise|advertisements?|promotions?)\s+)?"
    r"(?:to\s+)?(?:(?:each|one|every) (?:customer|person)\s+)?(?:gets?\s+|goes?\s+)?(?:only\s+|just\s+|to\s+)?"
    r"(?:at most\s+|no more than\s+|a maximum of\s+|max\s+)?"
    r"(?:(?:once|one(?:\s+(?:ad|advertisement|promotion))?|1 ad)\s+"
    r"(?:to\s+(?:each|a|one|any) (?:customer|person)\s+)?(?:a|an|per|each|every|in)\s+|every\s+)"
    r"(?:(?P<number>\d{1,3}|two|three|four|five|six|ten|other)\s+)?(?P<unit>days?|weeks?|fortnight|months?)(?:\s+only)?"
    r"(?:\s+(?:(?:per|to|for|to each|for each|to any|to one|to every|per each)\s+(?:customer|person)|each))?[.!]*",
    re.IGNORECASE,
)
_ADS_OFTEN_EN = re.compile(
    r"(?:please\s+)?(?:only\s+)?(?:(?:send|keep|set|limit|make)\s+)?(?:the\s+|our\s+|my\s+)?"
    r"(?:(?P<before>daily|weekly|bi-?weekly|fortnightly|monthly)\s+(?:ads?|advertising|advertisements?|promotions?)"
    r"|(?:ads?|advertising|advertise|advertisements?|promotions?)\s+(?:only\s+|to\s+|at most\s+)*"
    r"(?P<after>daily|weekly|bi-?weekly|fortnightly|monthly))(?:\s+(?:only|at most|please))*[.!]*",
    re.IGNORECASE,
)
_OFTEN = {"daily": 1, "weekly": 7, "biweekly": 14, "fortnightly": 14, "monthly": 30}
_SPEAKS_OF_ADS = re.compile(r"\b(?:ads?|advertis\w+|promotions?)\b", re.IGNORECASE)
_NO_ADS_EVERY = re.compile(
    r"광고\s*(?:횟수|간격|빈도)?\s*(?:제한|간격|횟수)(?:은|을|를)?\s*(?:꺼|없애|그만|끄|지워|풀어|원래대로|처음대로)\S*(?:\s*\S+)?"
    r"|(?:turn off|remove|clear|lift|reset)\s+(?:the\s+|my\s+)?(?:ads?|advertising) (?:limit|cap|distance)[.!]*",
    re.IGNORECASE,
)
_SPANS = {
    "하루": 1,
    "매일": 1,
    "이틀": 2,
    "사흘": 3,
    "나흘": 4,
    "열흘": 10,
    "보름": 15,
    "일주일": 7,
    "매주": 7,
    "주": 7,
    "격주": 14,
}
_MONTH = 30
_NUMBERS = {"석": 3, "넉": 4, "four": 4, "five": 5, "six": 6, "ten": 10, "other": 2} | _COUNTS
_TEXTS = {
    "reminder": r"예약\s*(?:전날\s*)?(?:알림|안내)|전날\s*알림|(?:booking |appointment )?reminders?",
    "ready": r"(?:완성|다\s*됐다는|다\s*된|준비)\s*(?:알림|안내)|ready (?:notices?|messages?)|ready",
    "receipt": r"(?:저녁\s*|방문\s*)?(?:내역|영수증)|(?:evening )?receipts?",
    "uncollected": r"(?:안\s*찾아\s*(?:간|가신)|미수령|3주)\s*(?:알림|안내|질문)"
    r"|(?:uncollected|pick-?up) (?:reminders?|messages?|notices?)",
}
_TEXT_OF = "|".join(f"(?P<{which}>{names})" for which, names in _TEXTS.items())
_TEXT_KO = re.compile(
    rf"(?:{_TEXT_OF})\s*(?:문구|글|문장|텍스트|메시지\s*글)\s*(?:"
    r"(?:은|는|을|를)?\s*(?P<reset>원래대로|처음대로|초기화|지워|기본으로)\S*(?:\s*\S+)?"
    r"|(?:은|는|을|를|이)?\s*(?P<show>보여\S*|뭐\S*|바꿔\S*|바꿀래|알려\S*|어떻게\S*|확인\S*)(?:\s*(?:줘|주세요|돼|되어|있어))*\??"
    r"|(?P<show2>)|(?:은|는|을|를)?\s*[:：]\s*(?P<text>\S.*))",
    re.IGNORECASE,
)
_TEXT_EN = re.compile(
    rf"(?:(?P<reset>reset|restore)|(?P<show>show|what is|what's|change|see))?\s*(?:me )?(?:the |our )?"
    rf"(?:{_TEXT_OF}) (?:text|wording|words)"
    r"(?P<show2>)?\??(?:\s*:\s*(?P<text>\S.*))?",
    re.IGNORECASE,
)
_NO_CARE = re.compile(
    r"(?P<item>\S.{0,19}?)\s*(?:관리법|관리\s*(?:방법|안내))(?:은|을|를)?\s*(?:지워|빼|삭제|없애|그만)\S*(?:\s*\S+)?"
    r"|(?:remove|delete|drop|forget)\s+(?:the\s+)?care\s+(?:advice\s+)?(?:for|of)\s+(?:the\s+)?(?P<item2>\S.{0,19}?)[.!]*",
    re.IGNORECASE,
)
_ONE_DAY = re.compile(
    r"오늘|내일|모레|글피|이번|다음|담주|\d\s*월|\d\s*일|\d/\d|today|tomorrow|tonight|\bnext\b|\bthis\b"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"[월화수목금토일]요일|평일|주말|주중|매일|[월화수목금토일]\s*[~-]\s*[월화수목금토일]"
    r"|\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|weekdays?|weekends?|every\s?day|daily",
    re.IGNORECASE,
)
_HOUR_KO = r"(?:(?:오전|새벽|아침|낮|오후|저녁|밤)\s*)?\d{1,2}\s*시(?:\s*반|\s*\d{1,2}\s*분)?"
_HOUR_EN = r"\d{1,2}(?::\d\d)?(?:\s*[ap]\.?m\b\.?)?"
_OPENS_AND_CLOSES = (
    (
        re.compile(
            rf"(?P<opens>{_HOUR_KO})에?\s*(?:문\s*)?(?:열고|열어서|오픈하고|시작해서)\s*"
            rf"(?P<closes>{_HOUR_KO})에?\s*(?:문\s*)?(?:닫|마감|끝)[가-힣]*"
        ),
        r"\g<opens> - \g<closes> 영업해",
    ),
    (
        re.compile(rf"opens? (?:at )?(?P<opens>{_HOUR_EN}),? (?:and )?(?:close|shut)s? (?:at )?(?P<closes>{_HOUR_EN})"),
        r"open \g<opens> - \g<closes>",
    ),
)
_OPENS_OR_CLOSES = re.compile(
    rf"{_HOUR_KO}(?:에|부터|까지)?\s*(?:문\s*)?(?:을\s*)?(?:열어|엽|연다|닫아|닫습|닫는다|영업|마감|오픈)[가-힣]{{0,3}}"
    rf"|(?:we(?:'re| are)?|(?:the |our )?shop(?: is)?) (?:opens?|closes?|closing|open(?:ing)? (?:until|from)) (?:at )?"
    rf"{_HOUR_EN}"
    rf"|(?:opens?|closes?) at {_HOUR_EN}"
)
# An hour of the evening that nobody says the half of the day of: "영수증 7시에".
_IN_THE_EVENING = frozenset({"receipt", "closing"})


def read_day(text: str, now: datetime) -> DayAsk | None:
    """What a tidy sentence says about the day, or None. `now` is aware and in the shop's zone."""
    said = text.strip()
    if not said or len(said) > _LONGEST_TEXT or "\n" in said:
        return None
    setting = _setting(said)
    if setting is not None or len(said) > _LONGEST:
        return setting
    low = flat(said)
    shown = _shown(bare_of(low))
    if shown is not None:
        return shown
    return _clock(low) or _holidays(low) or _week(low, said) or _every_day(low) or read_days(low, now)


def _own_text(said: str) -> MessageText | None:
    """The shop's own words for a message."""
    found = _TEXT_KO.fullmatch(said) or _TEXT_EN.fullmatch(said)
    if found is None:
        return None
    which = next(one for one in _TEXTS if found[one])
    return MessageText(which, "" if found["reset"] else found["text"])


def text_named(low: str) -> str:
    """Which message's words a sentence in small letters speaks of; "" for none in particular."""
    return next((which for which, names in _TEXTS.items() if re.search(names, low)), "")


def _ads_every(said: str) -> AdvertisingEvery | None:
    """ "광고는 일주일에 한 번만 보내줘", "ads at most once every two weeks"."""
    if len(said) > _LONGEST:
        return None
    if _NO_ADS_EVERY.fullmatch(said):
        return AdvertisingEvery(1)
    often = _ADS_OFTEN_EN.fullmatch(said)
    if often is not None:
        return AdvertisingEvery(_OFTEN[(often["before"] or often["after"]).lower().replace("-", "")])
    found = _ADS_EVERY_KO.fullmatch(said)
    if found is not None and found["word"]:
        return AdvertisingEvery(_SPANS.get(found["word"], _MONTH))
    if found is None and _SPEAKS_OF_ADS.search(said):
        found = _ADS_EVERY_EN.fullmatch(said)
    if found is None:
        return None
    number, unit = (found["number"] or "1").lower(), found["unit"].lower()
    count = int(number) if number.isdigit() else _NUMBERS[number]
    if unit.startswith("fortnight"):
        return AdvertisingEvery(14 * count)
    a_week, a_month = unit.startswith(("주", "week")), unit.startswith(("달", "개월", "month"))
    return AdvertisingEvery(count * (7 if a_week else _MONTH if a_month else 1))


def _setting(said: str) -> Setting | None:
    """What customers are told besides: hours before an appointment, for the n-th visit, about the care of a thing."""
    own = _own_text(said) or read_quiet(said) or _ads_every(said) or read_ending(said)
    if own is not None:
        return own
    if _NO_BEFORE.fullmatch(said):
        return HoursBefore(0)
    before = _BEFORE_KO.fullmatch(said) or _BEFORE_EN.fullmatch(said)
    if before is not None:
        count = before["count"].lower()
        return HoursBefore(_COUNTS.get(count) or int(count))
    if _NO_NTH.fullmatch(said):
        return NthGift(0, "")
    free = _NTH_FREE.fullmatch(said)
    if free is not None:
        item = (free["item"] or free["thing"] or "").strip()
        word = free["free"] or free["gratis"]
        what = f"{item} {word}" if free["free"] else f"{word} {item}"
        return NthGift(int(free["every"] or free["nth"]), what.strip())
    nth = _NTH_KO.fullmatch(said) or _NTH_EN.fullmatch(said)
    if nth is not None and not ASKS.search(said):
        return NthGift(int(nth["every"]), nth["gift"].strip())
    none = _NO_CARE.fullmatch(said)
    if none is not None:
        return Care((none["item"] or none["item2"]).strip(), "")
    care = _CARE.fullmatch(said)
    if care is not None:
        return Care((care["item"] or care["item2"]).strip(), (care["text"] or care["text2"]).strip())
    return None


def _shown(bare: str) -> DayAsk | None:
    for topic, ask in (
        ("brief", DayBrief()),
        ("week_before", WeekSummary(last=True)),
        ("week", WeekSummary()),
        ("month", MonthCard()),
        ("calendar", OpenDays()),
        ("away", Lapsed()),
        ("texts", MessageText("")),
        ("by_reason", Undelivered(by_reason=True)),
        ("by_itself", Clocks()),
    ):
        if _topic(topic).fullmatch(bare):
            return ask
    return None


def _clock(low: str) -> OwnerClock | None:
    """ "브리핑 8시에 보내줘", "turn off the morning brief"."""
    found = CLOCK.search(low)
    rest = low if found is None else f"{low[: found.start()]} {low[found.end() :]}"
    bare = bare_of(re.sub(r"\bat\b|\bto\b|\bfor\b|\bfrom\b", " ", rest))
    for what, pattern in _clocks().items():
        match = pattern.fullmatch(bare)
        if match is None:
            continue
        if found is not None and not (match["off"] or match["on"]):
            at = clock_time(found, evening=what in _IN_THE_EVENING)
            return OwnerClock(what, at=at) if at is not None else None
        if found is None and match["off"]:
            return OwnerClock(what, on=False)
        if found is None and match["on"]:
            return OwnerClock(what, on=True)
    return None


def _holidays(low: str) -> HolidaysOff | None:
    if not speaks_of_holidays(low) or ASKS.search(low):
        return None
    rest = bare_of(re.sub(r"공휴일|빨간\s*날|(?:public |bank )?holidays?", " ", low))
    rest = re.sub(r"^(?:에는|에도|에|은|는|도|on|all|every|are)+|(?:on|all|every)+$", "", rest)
    return wish(rest, HolidaysOff(closed=True), HolidaysOff(closed=False))


def _week(low: str, said: str) -> WeekHours | WeekdayEnd | None:
    """Days of the week, with hours, an end of them or closed: "일요일은 쉬어요", "토요일은 10시부터 6시까지"."""
    if ASKS.search(low) or _ONE_DAY.search(low) or not _WEEKDAY.search(low):
        return None
    words = opened(low).lstrip()
    end = read_weekday_end(words)
    if end is not None:
        return end
    clauses = read_clauses(words)
    if not clauses or len(clauses) > 2:
        return None
    return WeekHours(said[len(said) - len(words) :].strip(" .!~"))


def _every_day(low: str) -> WeekHours | ChangeShop | None:
    """Hours of no day in particular: "9시부터 7시까지 영업해요", "open 9 to 7"; where one is said both are asked."""
    if ASKS.search(low) or _ONE_DAY.search(low) or _WEEKDAY.search(low):
        return None
    said = low
    for pattern, instead in _OPENS_AND_CLOSES:
        said = pattern.sub(instead, said)
    hours = hours_said(said)
    if hours and _keeps_hours().fullmatch(bare_of(said.replace(hours, " "))):
        return WeekHours(hours) if read_clauses(hours) else None
    return (
        ChangeShop("hours")
        if any(_OPENS_OR_CLOSES.fullmatch(one.strip(" .!~")) for one in (low, opened(low)))
        else None
    )


@cache
def _topic(topic: str) -> re.Pattern[str]:
    book = phrases("day")
    ko, en = book["said"]["ko"], book["said"]["en"]
    korean = rf"(?:{any_of(ko['before'])})*{any_of(book[topic]['ko'])}(?:을|를|은|는|이|도)?(?:{any_of(ko['show'])})*"
    english = rf"(?:{any_of(en['show'])})*{any_of(book[topic]['en'])}(?:now|please)?"
    return re.compile(f"{korean}|{english}")


@cache
def _clocks() -> "dict[str, _Named]":
    book = phrases("day")
    ko, en = book["said"]["ko"], book["said"]["en"]
    found = {}
    for what in book["clocks"]["ko"]:
        korean = (
            rf"{any_of(book['clocks']['ko'][what])}(?:을|를|은|는|이|도)?(?:{any_of(ko['hour'])}(?:을|를|은|는)?)?"
            rf"(?:(?P<off>{any_of(ko['off'])})|(?P<on>다시{any_of(ko['on'])}|{any_of(ko['on'][:5])})|{any_of(ko['send'])})?"
        )
        english = (
            rf"(?:{any_of(en['before'])})*(?:(?P<off2>{any_of(en['off'])})|(?P<on2>{any_of(en['on'])})|{any_of(en['send'])})?"
            rf"{any_of(book['clocks']['en'][what])}(?:time|hour)?(?P<off3>off)?(?P<on3>on)?"
        )
        found[what] = _Named(re.compile(f"(?:{korean})|(?:{english})"))
    return found


class _Named:
    """A pattern whose two languages name the same groups differently."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern

    def fullmatch(self, text: str) -> dict[str, str | None] | None:
        found = self._pattern.fullmatch(text)
        if found is None:
            return None
        groups = found.groupdict()
        off = groups["off"] or groups["off2"] or groups["off3"]
        return {"off": off, "on": groups["on"] or groups["on2"] or groups["on3"]}


@cache
def _keeps_hours() -> re.Pattern[str]:
    """What stands around the hours of every day: that it is the shop that is open."""
    book = phrases("day")["said"]
    ko, en = book["ko"], book["en"]
    field_ko, field_en = (any_of(phrases("shop")["fields"][language]["hours"]) for language in ("ko", "en"))
    korean = rf"(?:{any_of(ko['before'])}|매일|항상|늘)*(?:{field_ko}(?:은|는)?)?"
    english = rf"(?:{any_of(en['before'])}|be|{field_en}|from|every ?day)*"
    return re.compile(
        rf"{korean}{any_of(ko['open'])}|(?:{any_of(ko['before'])})+{any_of(ko['keep'])}"
        rf"|{english}{any_of(en['open'])}(?:from|every ?day|daily|now)*"
    )
