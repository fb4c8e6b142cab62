"""Expressions of time in a sentence, Korean or English, as one own function."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from functools import lru_cache

from bot.understanding import periods_en, periods_ko
from bot.understanding.spans import DAY, TimeSpan, named

# A sentence about time is short; what lies beyond this many characters is read as free text only.
_READ = 500
# A time as soldiers and nurses write it; what stands behind a day is no sum.
_FOUR_FIGURES = re.compile(
    r"[\s.,]{1,3}(?:at\s)?(?P<hour>0[6-9]|1\d|2[0-3])(?P<minute>[0-5][05])(?:\s?(?:hrs?|h|hours))?(?![\d,.:-]?\d|\s?(?:원|won|점|장|벌))"
)
_FEAST = re.compile(
    r"\b(?:the\s)?(?:(?P<autumn>chuseok|korean\sthanksgiving)|seollal|(?:lunar|korean)\snew\syear)(?:'s)?(?:\sday)?"
    r"(?P<days>\s(?:holidays?|break|week))?\b"
)
# What begins with a day and goes on until now: "since Monday", "from 1 November on", "월요일부터", "지난달 이후로".
_SINCE = re.compile(r"\b(?:ever\s)?since\s(?:the\s)?$")
_FROM_THEN = re.compile(r"(?:부터|이후로?|이래로?)$")
_ON = re.compile(r"\s?(?:부터(?!\s?[^\n]{1,12}까지)|이후|이래)|\s(?:onwards?|and after|on(?=\s*(?:$|[.,?!])))\b")


def find_spans(text: str, now: datetime) -> list[TimeSpan]:
    """Every expression of time in a flat text, left to right, without overlaps. `now` is aware, in the shop's zone.

    Of two that overlap the one that begins first is kept, of two that begin together the longer one.
    """
    return list(_spans(text[:_READ], now))


# Several readers ask the same of one sentence.
@lru_cache(maxsize=8)
def _spans(head: str, now: datetime) -> tuple[TimeSpan, ...]:
    found = sorted(
        [*periods_ko.find(head, now), *periods_en.find(head, now), *_feasts(head, now)],
        key=lambda span: (span.start, -span.end),
    )
    kept: list[TimeSpan] = []
    for span in found:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(_until_now(_at_its_hour(span, head, now), head, now.date()) for span in kept)


def _feasts(text: str, now: datetime) -> Iterator[TimeSpan]:
    """The feasts of the Korean calendar under their English names."""
    for said in _FEAST.finditer(text):
        name = ("추석" if said["autumn"] else "설날") + (" 연휴" if said["days"] else "")
        for span in periods_ko.find(name, now)[:1]:
            yield replace(span, start=said.start(), end=said.end())


def _until_now(span: TimeSpan, text: str, today: date) -> TimeSpan:
    """Looking back, what was since a day goes on until today."""
    said = text[span.start : span.end]
    since = said.startswith("since ") or _SINCE.search(text[: span.start]) or _FROM_THEN.search(said.rstrip())
    if span.past is None or span.past.end > today or not (since or _ON.match(text, span.end)):
        return span
    return replace(span, past=named(span.past.start, today + DAY, today))


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
