"""What somebody says they had last, and about when: "작년 3월에 코트", "a coat, around March"."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from bot.understanding.answers import has_forgotten
from bot.understanding.customer import pieces
from bot.understanding.lexicon import Lexicon
from bot.understanding.normalise import flat, tidy
from bot.understanding.periods import find_spans
from bot.understanding.phrasebook import phrases
from bot.understanding.pieces import Sort
from bot.understanding.spans import DAY, TimeSpan

_LONGEST = 80
_A_MONTH = 31 * DAY
_AGO = 15 * DAY  # "three months ago" is a day only in the calendar
_MONTH_EN = r"january|february|march|april|may|june|july|august|september|october|november|december"
_AROUND_EN = re.compile(
    r"\b(?:(?:in|around|about|early|late|mid|sometime|maybe|the (?:start|beginning|middle|end) of)[\s-]+)*"
    rf"(?P<month>(?<!next )(?<!last )(?<!this )\b(?:{_MONTH_EN}))\b(?:,?\s(?:of\s)?(?P<year>20\d\d))?"
)


@dataclass(frozen=True, slots=True)
class LastBought:
    """The things that were named, by their names here, and the time that was meant: [start, end)."""

    things: frozenset[str]
    start: date
    end: date


def read_last_bought(text: str, *, now: datetime, lexicon: Lexicon) -> LastBought | None:
    """None where no thing was named, or no month, or more than one. `now` is aware and in the shop's zone."""
    said = _AROUND_EN.sub(_plain_month, flat(tidy(text)))
    if len(said) > _LONGEST:
        return None
    times = [found for found in (_time(span) for span in find_spans(said, now)) if found is not None]
    things = frozenset(str(one.value) for one in pieces(said, now, lexicon)[1] if one.sort is Sort.ITEM)
    if len(times) != 1 or not things or times[0][0] > now.date():
        return None
    return LastBought(things, *times[0])


def tells_when(text: str) -> bool:
    """Whether a text can be such an answer: it speaks of a month or of a time ago, and asks nothing. Or they forgot."""
    if has_forgotten(text):
        return True
    return _words().search(text.lower()) is not None and not text.rstrip().endswith(("?", "？"))


def _plain_month(found: re.Match[str]) -> str:
    """ "around March" and "March, 2025" as they are read elsewhere."""
    return f"in {found['month']}" + (f" {found['year']}" if found["year"] else "")


def _time(span: TimeSpan) -> tuple[date, date] | None:
    """The time that was meant, a month at most."""
    if span.past is None:
        return None
    start, end = span.past.start, span.past.end
    if span.days is not None:
        start, end = start - _AGO, end + _AGO
    return (start, end) if end - start <= _A_MONTH else None


@cache
def _words() -> re.Pattern[str]:
    return re.compile("|".join(phrases("answers")["when_last"]))
