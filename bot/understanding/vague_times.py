"""An answer to "when?" that names no day yet: "봄에", "sometime next week", "아무 때나"."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.understanding.asks.values import Period
from bot.understanding.normalise import flat
from bot.understanding.periods import find_spans
from bot.understanding.spans import DAY, month_after

_SEASONS = (
    (3, re.compile(r"(?<![가-힣])(?:내년\s?)?봄(?:철|날|쯤|에|엔|이|$|[\s.,!?])|\bspring(?:time)?\b")),
    (6, re.compile(r"여름|\bsummer(?:time)?\b")),
    (9, re.compile(r"가을|\b(?:autumn|the fall|next fall|this fall|in fall)\b")),
    (12, re.compile(r"겨울|\bwinter(?:time)?\b")),
)
_LENGTH = 3
_PART_OF_DAY = re.compile(
    r"(?:오전|오후|아침|점심|저녁|낮|밤)(?:에|쯤|시간|중|때|$|[\s요.,!])"
    r"|\b(?:mornings?|afternoons?|evenings?|lunch ?time)\b"
)
_TODAY = re.compile(r"오늘|\b(?:today|tonight)\b|\bthis (?:morning|afternoon|evening)\b")
_AT_ANY_TIME = re.compile(
    r"아무\s?(?:때|날|시간)|언제든|언제나|한가[한할하]|(?:시간|자리)\s?(?:되|나는|있|비)|되는\s?(?:시간|때|날|대로)|편[한하]"
    r"|빈\s?(?:시간|자리)|가능한\s?(?:시간|때|날|한)|빨리|빠른|나중|조만간|곧|이따|모르겠|상관\s?없"
    r"|\b(?:whenever|any ?time|any day|some ?time|some day|as soon as|asap|soon|later|earliest|next available|flexible"
    r"|(?:don'?t|do not) (?:mind|care|know)|not sure|up to (?:you|u)|you (?:choose|decide)|free|available)\b"
)


@dataclass(frozen=True, slots=True)
class Vague:
    """`days` is the stretch of days that was named, if one was."""

    days: Period | None


def read_vague(text: str, now: datetime) -> Vague | None:
    """What it leaves open; None where a text says nothing of when at all. `now` is aware and in the shop's zone."""
    low = flat(text)
    days = _season(low, now.date()) or _stretch(low, now)
    if days is not None or _AT_ANY_TIME.search(low) or _PART_OF_DAY.search(low):
        return Vague(days)
    return None


def names_no_day(text: str) -> bool:
    """Whether only a part of some day is named: "오후에요", "in the evening"."""
    low = flat(text)
    return _PART_OF_DAY.search(low) is not None and _TODAY.search(low) is None


def _season(low: str, today: date) -> Period | None:
    """The next one of that name, or what is left of the one that it is."""
    month = next((month for month, pattern in _SEASONS if pattern.search(low)), None)
    if month is None:
        return None
    years = (today.year - 1, today.year, today.year + 1)
    seasons = [(date(year, month, 1), month_after(date(year, month, 1), _LENGTH)) for year in years]
    start, end = next((start, end) for start, end in seasons if end > today)
    return Period(max(start, today), end, "span")


def _stretch(low: str, now: datetime) -> Period | None:
    coming = [span.coming for span in find_spans(low, now) if span.coming is not None]
    days = coming[0] if coming else None
    if days is None or days.end - days.start <= timedelta(days=1) or days.end <= now.date() + DAY:
        return None
    return Period(max(days.start, now.date()), days.end, days.name if days.start > now.date() else "span")
