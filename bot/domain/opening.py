"""When the shop is open: what its own words about the hours say day by day, its closing days, and public holidays.

The hours are kept as the shop wrote them ("평일 10:00-20:00, 토 10시-6시, 일요일은 쉬어요") and read from there, a
later clause before an earlier one. What cannot be read is not known, and nothing is concluded from it.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import lru_cache

_DAYS_KO = "월화수목금토일"
_DAYS_EN = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ALL, _WORKDAYS, _WEEKEND = frozenset(range(7)), frozenset(range(5)), frozenset({5, 6})
_GROUPS = {
    "평일": _WORKDAYS,
    "주중": _WORKDAYS,
    "주말": _WEEKEND,
    "매일": _ALL,
    "연중무휴": _ALL,
    "weekdays": _WORKDAYS,
    "weekday": _WORKDAYS,
    "weekends": _WEEKEND,
    "weekend": _WEEKEND,
    "daily": _ALL,
    "every day": _ALL,
    "everyday": _ALL,
}
_DAY_EN = r"(?:mon|tue|wed|thu|fri|sat|sun)(?:s|days?|sdays?|nesdays?|rsdays?|urdays?|r|rs)?\.?(?![a-z])"
_DAY = rf"(?:[{_DAYS_KO}](?:요일)?(?![가-힣]*시)|{_DAY_EN})"
_GROUP = "|".join(sorted(map(re.escape, _GROUPS), key=len, reverse=True))
_RANGE_OF_DAYS = re.compile(rf"({_DAY})\s*(?:-|부터|에서|to|through)\s*({_DAY})(?:까지)?", re.IGNORECASE)
_ONE_OF_DAYS = re.compile(rf"{_GROUP}|{_DAY}", re.IGNORECASE)
_CLOCK = (
    r"(?P<{0}half>오전|아침|낮|오후|저녁|밤)?\s*(?P<{0}hour>\d{{1,2}})(?:\s*(?:시|:)\s*(?:(?P<{0}minute>\d{{2}})분?|(?P<{0}thirty>반))?|(?=\s*(?:[-ap~]|to|until|till|on\b|$)))"
    r"\s*(?P<{0}m>[ap]\.?m\.?)?"
)
_HOURS = re.compile(
    _CLOCK.format("o") + r"\s*(?:-|부터|에서|to|until|till)\s*" + _CLOCK.format("c") + r"(?:까지)?", re.IGNORECASE
)
_CLOSED = re.compile(
    r"쉬어요?|쉬$|쉽니다|쉬는\s*날|쉬고|쉼|쉰다|휴무(?:일)?|휴일|휴점|닫아요?|닫습니다|문\s*닫|안\s*열"
    r"|closed?|off|not open",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"매주|항상|정기|영업(?:시간)?|운영(?:시간)?|입니다|이에요|예요|에요|이야|이고|까지|열어요?|엽니다|해요|합니다|은|는|을|를|에|도|만|문|이고요"
    r"|open(?:ing)?(?: hours)?|hours|from|we are|we're|we|are|is|on|and|every|each|그리고|,",
    re.IGNORECASE,
)
_HOLIDAY = re.compile(
    r"(?:과|와|및|랑|이랑|하고)?\s*공휴일(?:과|와|및)?|(?:and\s+)?(?:on\s+)?(?:public |bank )?holidays?(?!\w)",
    re.IGNORECASE,
)
_BREAKS = re.compile(
    r"[,;\n/·()]+|\s그리고\s|\sand\s|(?:이|하|열)고\s|(?<=쉬)고\s|(?<=요일)(?:과|와|하고|이랑|랑)\s(?=[월화수목금토일]요일)",
    re.IGNORECASE,
)
_DASHES = re.compile(r"[–—~∼〜]")
# Countries whose public holidays are known, by the zone of their clocks.
_COUNTRIES = {
    "Asia/Seoul": "KR",
    "Asia/Tokyo": "JP",
    "Asia/Taipei": "TW",
    "Asia/Singapore": "SG",
    "Europe/London": "GB",
    "Europe/Berlin": "DE",
    "Europe/Paris": "FR",
    "America/New_York": "US",
    "America/Chicago": "US",
    "America/Denver": "US",
    "America/Los_Angeles": "US",
}
# Where public holidays have other names than English ones; the English are asked for apart.
_WITHOUT_ENGLISH = frozenset({"KR", "JP", "TW", "DE", "FR"})
_FURTHEST = 366


@dataclass(frozen=True, slots=True)
class Hours:
    """From when to when on one day. A shop that closes at or after midnight closes before it opens, by the clock."""

    opens: time
    closes: time

    def __str__(self) -> str:
        return f"{self.opens:%H:%M}\u2013{self.closes:%H:%M}"


Names = tuple[tuple[str, str], ...]
"""What a public holiday is called: (language, name)."""
CLOSED = "closed"
OfDay = Hours | str | None
"""The hours of a day of the week, CLOSED, or None where nobody has said."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One part of the words about hours: which days of the week (0 is Monday), and what holds on them."""

    days: frozenset[int]
    then: Hours | str
    text: str


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the shop. `open` is None where nobody has said. `why` it is closed: week, closing_day, holiday.

    `holiday` is the name of the public holiday in each language, () where it is none.
    """

    on: date
    open: bool | None
    hours: Hours | None = None
    why: str = ""
    holiday: Names = ()


@dataclass(frozen=True, slots=True)
class Opening:
    """The shop's hours by the day of the week, with the days that are otherwise.

    `closed` and `opened` are days that the owner named, `own` the hours of single days; `free` whether it closes on
    public holidays of `country`.
    """

    text: str = ""
    closed: frozenset[date] = frozenset()
    opened: frozenset[date] = frozenset()
    free: bool = False
    country: str = ""
    own: tuple[tuple[date, Hours], ...] = ()

    def of(self, day: date) -> Day:
        """What holds on this day: a day that was named goes before a public holiday, and that before the week."""
        week = read_week(self.text)
        usual = week[day.weekday()] if week else None
        hours = usual if isinstance(usual, Hours) else None
        if day in self.closed:
            return Day(day, False, None, "closing_day", self.holiday(day))
        own = next((kept for on, kept in self.own if on == day), None)
        if own is not None or day in self.opened:
            return Day(day, True, own or hours)
        holiday = self.holiday(day) if self.free else ()
        if holiday:
            return Day(day, False, None, "holiday", holiday)
        if usual == CLOSED:
            return Day(day, False, None, "week")
        return Day(day, True if hours else None, hours)

    def is_closed(self, day: date) -> bool:
        """Whether it is known that nobody is there."""
        return self.of(day).open is False

    def next_open(self, day: date) -> date:
        """The first day from `day` on that is not known to be closed; `day` itself if a year has none."""
        days = (day + timedelta(days=ahead) for ahead in range(_FURTHEST))
        return next((one for one in days if not self.is_closed(one)), day)

    def holiday(self, day: date) -> Names:
        """The names of the public holiday on this day; () where it is none."""
        if not self.country:
            return ()
        named = ((language, _holidays(self.country, day.year, language).get(day, "")) for language in ("ko", "en"))
        return tuple((language, name) for language, name in named if name)


def country_of(zone: str) -> str:
    """The country whose public holidays a shop in this zone keeps; "" where they are not known here."""
    return _COUNTRIES.get(zone, "")


@lru_cache(maxsize=64)
def read_week(text: str) -> tuple[OfDay, ...] | None:
    """The hours of each day of the week, Monday first; None where any part of the words cannot be read."""
    clauses = read_clauses(text)
    if not clauses:
        return None
    week: list[OfDay] = [None] * 7
    for clause in clauses:
        for day in clause.days:
            week[day] = clause.then
    return tuple(week)


def read_clauses(text: str) -> tuple[Clause, ...] | None:
    """The parts of the words about hours in their order; None where any of them cannot be read, () for no words."""
    found: list[Clause] = []
    waiting: set[int] = set()
    begun: list[str] = []
    for part in _parts(text):
        days, rest = weekdays_said(part)
        hours = _hours_in(rest)
        closed = _CLOSED.search(rest) is not None
        left = _AROUND.sub("", _CLOSED.sub("", _HOURS.sub("", rest)))
        if any(sign.isalnum() for sign in left) or (hours is not None and closed):
            return None
        begun.append(part)
        waiting |= days
        if hours is None and not closed:
            if not days:
                return None
            continue
        if closed and not waiting:
            return None
        if hours is not None:
            found.append(Clause(frozenset(waiting) or _ALL, hours, ", ".join(begun)))
        else:
            found.append(Clause(frozenset(waiting), CLOSED, ", ".join(begun)))
        waiting, begun = set(), []
    return None if waiting else tuple(found)


def weekday_said(days: Collection[int], then: Hours | None, language: str = "ko") -> str:
    """Words about days of the week, 0 for Monday, that `read_clauses` reads; None for closing days."""
    is_english = language == "en"
    hours = f"{then.opens:%H:%M}-{then.closes:%H:%M}" if then is not None else "closed" if is_english else "휴무"
    groups = {_WORKDAYS: ("평일", "Weekdays"), _WEEKEND: ("주말", "Weekends")}
    named = groups.get(frozenset(days))
    if named is None:
        one = len(days) == 1
        named = (
            ", ".join(f"{_DAYS_KO[day]}요일" if one else _DAYS_KO[day] for day in days),
            ", ".join(_DAYS_EN[day].title() for day in days),
        )
    return f"{named[is_english]} {hours}"


def with_clause(text: str, clause: Clause) -> str:
    """The words about hours with one more part; what it takes the place of altogether is left out.

    Hours of no day in particular are those of the days that are open: what is closed stays closed.
    """
    before = read_clauses(text) or ()
    if clause.days == _ALL and not weekdays_said(clause.text)[0]:
        return ", ".join([clause.text, *(one.text for one in before if one.then == CLOSED)])
    kept = [one.text for one in before if not one.days <= clause.days]
    if text and not before:
        return clause.text
    return ", ".join([*kept, clause.text])


def beside_hours(before: str, text: str) -> str:
    """New words about hours; those that only name closing days stand beside the hours that were there."""
    clauses = read_clauses(text)
    if not clauses or read_week(before) is None or any(one.then != CLOSED for one in clauses):
        return text
    for clause in clauses:
        before = with_clause(before, clause)
    return before


def hours_said(text: str) -> str:
    """From when to when, cut out of a sentence: "9시부터 7시까지"; "" where it does not say so once."""
    found = [one for one in _HOURS.finditer(_DASHES.sub("-", text)) if _hours_in(one.group()) is not None]
    return text[found[0].start() : found[0].end()].strip() if len(found) == 1 else ""


def speaks_of_holidays(text: str) -> bool:
    """Whether the words name public holidays."""
    return _HOLIDAY.search(text) is not None


def written_days(days: frozenset[date]) -> str:
    """Days as they are kept: "2026-12-25,2027-01-02"."""
    return ",".join(day.isoformat() for day in sorted(days))


@lru_cache(maxsize=64)
def read_days(text: str) -> frozenset[date]:
    """What `written_days` has written."""
    return frozenset(date.fromisoformat(one) for one in text.split(",") if one)


def written_hours(own: Iterable[tuple[date, Hours]]) -> str:
    """Hours of single days as they are kept: "2026-12-24=10:00-15:00,2026-12-31=10:00-15:00"."""
    return ",".join(
        f"{day.isoformat()}={hours.opens:%H:%M}-{hours.closes:%H:%M}" for day, hours in sorted(own, key=_day)
    )


@lru_cache(maxsize=64)
def read_hours(text: str) -> tuple[tuple[date, Hours], ...]:
    """What `written_hours` has written."""
    found = []
    for one in text.split(","):
        day, _, hours = one.partition("=")
        opens, _, closes = hours.partition("-")
        if closes:
            found.append((date.fromisoformat(day), Hours(time.fromisoformat(opens), time.fromisoformat(closes))))
    return tuple(found)


def _day(of: tuple[date, Hours]) -> date:
    return of[0]


def _parts(text: str) -> Iterator[str]:
    plain = _DASHES.sub("-", text)
    for part in _BREAKS.split(plain):
        bare = _HOLIDAY.sub(" ", part).strip()
        # Of public holidays alone nothing is said about a day of the week.
        if bare and not (bare != part.strip() and not _ONE_OF_DAYS.search(bare)):
            yield bare


def weekdays_said(part: str) -> tuple[set[int], str]:
    """The days of the week that are named, 0 for Monday, and the words beside them."""
    days: set[int] = set()

    def of_range(found: re.Match[str]) -> str:
        first, last = _weekday(found[1]), _weekday(found[2])
        days.update((first + step) % 7 for step in range((last - first) % 7 + 1))
        return " "

    def of_one(found: re.Match[str]) -> str:
        group = _GROUPS.get(found[0].lower())
        days.update(group if group is not None else {_weekday(found[0])})
        return " "

    rest = _ONE_OF_DAYS.sub(of_one, _RANGE_OF_DAYS.sub(of_range, part))
    return days, rest


def _weekday(word: str) -> int:
    low = word.lower()
    return _DAYS_KO.index(low[0]) if low[0] in _DAYS_KO else _DAYS_EN.index(low[:3])


def _hours_in(text: str) -> Hours | None:
    found = _HOURS.search(text)
    if found is None:
        return None
    opens, closes = _clock(found, "o"), _clock(found, "c")
    if opens is None or closes is None:
        return None
    marked = found["chalf"] or found["cm"] or found["ohalf"] in ("오후", "저녁", "밤") or ":" in found[0]
    if closes <= opens and not marked and closes.hour < 12:
        closes = closes.replace(hour=closes.hour + 12)  # "10시부터 6시까지" is six in the evening
    return Hours(opens, closes) if opens != closes else None


def _clock(found: re.Match[str], end: str) -> time | None:
    hour = int(found[f"{end}hour"])
    minute = 30 if found[f"{end}thirty"] else int(found[f"{end}minute"] or 0)
    half, m = found[f"{end}half"], (found[f"{end}m"] or "").lower()
    if hour < 12 and (half in ("오후", "저녁", "밤", "낮") or m.startswith("p")):
        hour += 12
    if hour == 12 and (half in ("오전", "밤") or m.startswith("a")):
        hour = 0
    if hour == 24 and minute == 0:
        hour = 0
    return time(hour, minute) if hour < 24 and minute < 60 else None


@lru_cache(maxsize=32)
def _holidays(country: str, year: int, language: str) -> dict[date, str]:
    import holidays

    # Elsewhere than in Korea they are called in Korean as they are there, and in English where there is a word for it.
    spoken = {"KR": {"ko": "ko"}}.get(country, {}).get(language)
    if language == "en" and country in _WITHOUT_ENGLISH:
        spoken = "en_US"
    found = holidays.country_holidays(country, years=year, language=spoken)
    return {day: str(name) for day, name in found.items()}
