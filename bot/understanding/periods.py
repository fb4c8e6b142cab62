"""Expressions of time in a sentence, Korean or English, as one own function."""

import re
from dataclasses import replace
from datetime import datetime, time
from functools import lru_cache

from bot.understanding import periods_en, periods_ko
from bot.understanding.spans import TimeSpan

# A sentence about time is short; what lies beyond this many characters is read as free text only.
_READ = 500
# A time as soldiers and nurses write it; what stands behind a day is no sum.
_FOUR_FIGURES = re.compile(
    r"[\s.,]{1,3}(?:at\s)?(?P<hour>0[6-9]|1\d|2[0-3])(?P<minute>[0-5][05])(?:\s?(?:hrs?|h|hours))?(?![\d,.:-]?\d|\s?(?:원|won|점|장|벌))"
)


def find_spans(text: str, now: datetime) -> list[TimeSpan]:
    """Every expression of time in a flat text, left to right, without overlaps. `now` is aware, in the shop's zone.

    Of two that overlap the one that begins first is kept, of two that begin together the longer one.
    """
    return list(_spans(text[:_READ], now))


# Several readers ask the same of one sentence.
@lru_cache(maxsize=8)
def _spans(head: str, now: datetime) -> tuple[TimeSpan, ...]:
    found = sorted([*periods_ko.find(head, now), *periods_en.find(head, now)], key=lambda span: (span.start, -span.end))
    kept: list[TimeSpan] = []
    for span in found:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(_at_its_hour(span, head, now) for span in kept)


def _at_its_hour(span: TimeSpan, text: str, now: datetime) -> TimeSpan:
    """A day to come with the four figures behind it that are a time: "30 Nov 1800", "12월 2일. 0930"."""
    day = span.moment
    if day is None or isinstance(day, datetime) or day < now.date():
        return span
    clock = _FOUR_FIGURES.match(text, span.end)
    if clock is None:
        return span
    at = time(int(clock["hour"]), int(clock["minute"]))
    return replace(span, end=clock.end(), moment=datetime.combine(day, at, now.tzinfo))
