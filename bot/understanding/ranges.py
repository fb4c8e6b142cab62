"""Two times with a "to" between them are one stretch: "from Monday to Wednesday", "어제랑 오늘"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from bot.understanding.asks.values import Period
from bot.understanding.normalise import flat
from bot.understanding.periods import find_spans
from bot.understanding.pieces import Chunk, Sort
from bot.understanding.spans import DAY, TimeSpan, named

_TO = re.compile(r"\s*(?:to|till|til|until|through|thru|up to|[-–~]|부터|에서)\s*(?:the\s)?")
_AND = re.compile(r"\s*(?:and|&|,|이?랑|하고|와|과)\s*(?:the\s)?")
# Between two stretches that are wanted one by one.
_LISTED = re.compile(r"이?랑(?=\s)|하고(?=\s)|[와과](?=\s)|그리고|(?:이고|고)(?=\s)|도(?=\s)|,|&|\b(?:and|plus)\b")
_FROM = re.compile(r"\b(?:from|between)\s(?:the\s)?$")
_BETWEEN = re.compile(r"\bbetween\s(?:the\s)?$")
_BETWEEN_KO = re.compile(r"\s?사이(?:에는|에|의|는|엔)?(?![가-힣])")
_NOT_BEHIND = re.compile(r"\s?(?:말고|말구|아니고|아니라|대신)")
_NOT_BEFORE = re.compile(r"\b(?:not|instead of|rather than)\s(?:the\s|for\s|of\s|in\s)*$")
_ONWARDS = re.compile(r"\s?(?:부터|이후)(?!\s?[^\n]{1,12}까지)|\s(?:onwards?|on|and after)\b")
_STARTING = re.compile(r"\b(?:from|starting|beginning)\s(?:on\s|the\s)?$")
# Nobody books further ahead than a year.
_AHEAD = timedelta(days=366)
_WEEK = timedelta(days=7)


def with_ranges(chunks: Sequence[Chunk], text: str, today: date) -> list[Chunk]:
    """The chunks with every two times that are the ends of one stretch made one, and without times that are denied."""
    low = text.lower()
    out: list[Chunk] = []
    for chunk in chunks:
        if out and out[-1].sort is Sort.SPAN and chunk.start < out[-1].end:
            continue  # the word behind a stretch that belongs to it
        before = next((at for at in range(len(out) - 1, -1, -1) if out[at].sort is Sort.SPAN), None)
        one = _stretch(out[before], chunk, low, today) if before is not None else None
        if one is None:
            out.append(chunk)
        else:
            out = [*(kept for kept in out[:before] if kept.end <= one.start), one]
    denied = [chunk for chunk in out if chunk.sort is Sort.SPAN and _is_denied(chunk, low)]
    several = sum(chunk.sort is Sort.SPAN for chunk in out) > len(denied)
    kept = [chunk for chunk in out if chunk not in denied] if several else out
    return [_from_then_on(chunk, low, today) for chunk in kept]


def _from_then_on(chunk: Chunk, low: str, today: date) -> Chunk:
    """ "월요일부터 예약", "appointments from Monday": looking ahead, what begins on a day goes on."""
    span = chunk.value
    if not isinstance(span, TimeSpan) or span.coming is None or span.coming.start < today:
        return chunk
    begins = _ONWARDS.match(low, chunk.end) or _STARTING.search(low[: chunk.start]) or low[: chunk.end].endswith("부터")
    if not begins or isinstance(span.moment, datetime):
        return chunk
    return replace(chunk, value=replace(span, coming=Period(span.coming.start, today + _AHEAD, "from")))


def one_by_one(text: str, now: datetime) -> tuple[Period, ...]:
    """The stretches of a sentence that names several and wants each: "지난달 매출이랑 이번 달 매출", "May and June"."""
    low = flat(text)
    spans = [span for span in find_spans(low, now) if not _is_denied(span, low)]
    joined = all(_LISTED.search(low[one.end : next_.start]) for one, next_ in pairwise(spans))
    pasts = [span.past for span in spans if span.past is not None and not isinstance(span.moment, datetime)]
    between = spans and (_BETWEEN.search(low[: spans[0].start]) or _BETWEEN_KO.match(low, spans[-1].end))
    return tuple(pasts) if joined and not between and len(pasts) == len(spans) > 1 else ()


def _is_denied(span: Chunk | TimeSpan, low: str) -> bool:
    """ "이번 달 말고 지난달", "not this month but last month"."""
    return _NOT_BEHIND.match(low, span.end) is not None or _NOT_BEFORE.search(low[: span.start]) is not None


def _stretch(first: Chunk, last: Chunk, low: str, today: date) -> Chunk | None:
    begins, ends = first.value, last.value
    if not (isinstance(begins, TimeSpan) and isinstance(ends, TimeSpan) and first.sort is last.sort is Sort.SPAN):
        return None
    if any(isinstance(span.moment, datetime) for span in (begins, ends)):
        return None
    ended = _until(first, last, today) or _until(last, first, today)
    if ended is not None and not low[first.end : last.start].strip(" ,까지"):
        return _made(first, last, low, ended, None)
    between = low[first.end : last.start]
    spans_both = _BETWEEN.search(low[: first.start]) or _BETWEEN_KO.match(low, last.end)
    to = _TO.fullmatch(between) is not None or (_AND.fullmatch(between) and spans_both)
    if not to and not (_AND.fullmatch(between) and _adjoin(begins.past, ends.past)):
        return None
    if (word := _BETWEEN_KO.match(low, last.end)) is not None:
        last = replace(last, end=word.end())
    past = _from_to(begins.past, ends.past, today, back=True)
    coming = _from_to(begins.coming, ends.coming, today, back=False)
    if past is None and coming is None:
        return None
    return _made(first, last, low, past, coming)


def _made(first: Chunk, last: Chunk, low: str, past: Period | None, coming: Period | None) -> Chunk:
    from_word = _FROM.search(low[: first.start])
    start = from_word.start() if from_word else first.start
    span = TimeSpan(start, last.end, None, past, coming)
    words = low[start : last.end]
    return replace(first, start=start, end=last.end, text=words, concepts=frozenset({"span"}), value=span)


def _until(day: Chunk, longer: Chunk, today: date) -> Period | None:
    """ "어제까지 이번 달": the longer one as far as that day."""
    if "until" not in day.concepts or not isinstance(day.value, TimeSpan) or not isinstance(longer.value, TimeSpan):
        return None
    last, whole = day.value.past, longer.value.past
    if last is None or whole is None or not whole.start <= last.start < last.end < whole.end or last.end > today:
        return None
    return named(whole.start, last.end, today)


def _adjoin(first: Period | None, last: Period | None) -> bool:
    return first is not None and last is not None and first.end == last.start


def _from_to(first: Period | None, last: Period | None, today: date, *, back: bool) -> Period | None:
    """From the first to the last. Of two weekdays in the wrong order one belongs to another week."""
    if first is None or last is None:
        return None
    start, end = first.start, last.end
    if end <= start and first.end - first.start == last.end - last.start == DAY and start - end < _WEEK:
        start, end = (start - _WEEK, end) if back else (start, end + _WEEK)
    return named(start, end, today) if start < end else None
