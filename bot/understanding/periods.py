"""Expressions of time in a sentence, Korean or English, as one own function."""

from datetime import datetime
from functools import lru_cache

from bot.understanding import periods_en, periods_ko
from bot.understanding.spans import TimeSpan

# A sentence about time is short; what lies beyond this many characters is read as free text only.
_READ = 500


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
    return tuple(kept)
