"""What the owner says about the day: the brief and the summaries, their hours, and when the shop is open.

These sentences are read as a whole, like those about the shop itself: what else stands in one makes it something else.
"""

import re
from datetime import datetime
from functools import cache

from bot.domain.opening import hours_said, read_clauses, speaks_of_holidays
from bot.understanding.asks.lists import Lapsed
from bot.understanding.asks.messages import Undelivered
from bot.understanding.asks.reminders import Clocks, DayBrief, MonthCard, OwnerClock, WeekSummary
from bot.understanding.asks.shop import ChangeShop, DaysOff, HolidaysOff, NamedDays, OpenDays, WeekdayEnd, WeekHours
from bot.understanding.asks.texts import MessageText
from bot.understanding.clocks import CLOCK, clock_time
from bot.understanding.day_words import ASKS, any_of, bare_of, opened, wish
from bot.understanding.normalise import flat
from bot.understanding.phrasebook import phrases
from bot.understanding.setting_sentences import Setting, read_setting
from bot.understanding.single_days import read_days, read_weekday_end

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
    setting = read_setting(said)
    if setting is not None or len(said) > _LONGEST:
        return setting
    low = flat(said)
    shown = _shown(bare_of(low))
    if shown is not None:
        return shown
    return _clock(low) or _holidays(low) or _week(low, said) or _every_day(low) or read_days(low, now)


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
