"""What somebody has spent or had done in a stretch of days: "올해 얼마 썼어요?", "what did I bring in October?"."""

import re
from collections.abc import Iterator
from datetime import datetime

from bot.understanding.account import read_account
from bot.understanding.asks.account import Status
from bot.understanding.asks.values import Period
from bot.understanding.normalise import flat
from bot.understanding.periods import find_spans
from bot.understanding.spans import TimeSpan

_ABOUT = frozenset(["statement", "visits"])
# What hangs on the time, before and behind it, and goes with it.
_BEFORE = re.compile(r"\b(?:in|during|over|for|within|throughout|on|since|from)\s(?:the\s)?$")
_BEHIND = re.compile(
    r"\s?(?:에는|에만|에|엔|은|는|동안은?|간|사이에?|중에|들어서?|부터는?|이후로?|안에)?(?=\s|$|[?.!,])"
)
# A sentence about a stretch is one about the last time, or about all times, with other words for when.
_INSTEAD = ("", "지난번에", "last time")


def read_of_stretch(text: str, now: datetime) -> Status | None:
    """The question about the asker's own visits or money that a tidy text is but for its one stretch of days."""
    span = _one_past(text, now)
    if span is None:
        return None
    asks = (read_account(" ".join(rest.split())) for rest in _without(text, span))
    return next((ask for ask in asks if isinstance(ask, Status) and ask.about in _ABOUT), None)


def stretch_asked(text: str, now: datetime) -> Period | None:
    """The stretch of days that such a question is about, if it names one. Days still to come are not in it."""
    span = None if isinstance(read_account(text), Status) else _one_past(text, now)
    return span.past if span is not None else None


def _one_past(text: str, now: datetime) -> TimeSpan | None:
    spans = list(find_spans(flat(text), now))
    one = spans[0] if len(spans) == 1 else None
    return one if one is not None and one.past is not None and one.past.start <= now.date() else None


def _without(text: str, span: TimeSpan) -> Iterator[str]:
    before, behind = _BEFORE.sub("", text[: span.start]), text[span.end :]
    hanging = _BEHIND.match(behind)
    behind = behind[hanging.end() :] if hanging else behind
    for instead in _INSTEAD:
        yield f"{before} {instead} {behind}"
        yield f"{before} {behind} {instead}"
