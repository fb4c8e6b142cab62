"""Hours in which the shop sends nothing by itself: "밤 9시부터 아침 9시까지는 보내지 마", "nothing after 9 pm".

Such a sentence forbids sending, names the hours and nothing else (phrases/quiet.toml): with a name in it, it would be a
wish about one person.
"""

import re
from datetime import time
from functools import cache

from bot.understanding.asks.texts import QuietHours
from bot.understanding.clocks import CLOCK, clock_time
from bot.understanding.phrasebook import phrases

_LONGEST = 80
_DASH = re.compile(r"\s*[-~–—]\s*")
_HALVES = (
    (re.compile(r"(?<=\d)\s*(?:o'?clock )?in the morning\b"), " am"),
    (re.compile(r"(?<=\d)\s*(?:o'?clock )?(?:in the (?:evening|afternoon)|at night)\b"), " pm"),
)
_NOON = 12
# What the end of the hours is that was not said, where none is set yet.
_EVENING, _MORNING = time(21), time(9)


def read_quiet(said: str) -> QuietHours | None:
    """What a tidy sentence says about them, or None."""
    if len(said) > _LONGEST:
        return None
    left, found = _DASH.sub(" - ", said.lower()).strip(" .!~"), set[str]()
    for pattern, half in _HALVES:
        left = pattern.sub(half, left)
    if _pieces()["none"].fullmatch(left):
        return QuietHours()
    # Taken out first: there is an hour in 조용한 시간.
    if _pieces()["quiet"].search(left):
        left = _pieces()["quiet"].sub(" ", left)
        found.add("quiet")
    times = list(CLOCK.finditer(left))
    left = CLOCK.sub(" ", left)
    for name, pattern in _pieces().items():
        if name not in ("none", "quiet") and pattern.search(left):
            left = pattern.sub(" ", left)
            found.add(name)
    if any(sign.isalnum() for sign in left) or not found & {"quiet", "forbids", "only"}:
        return None
    if "asks" in found or "shows" in found:
        return QuietHours(shows=True) if found <= {"quiet", "asks", "shows", "rest"} and not times else None
    return _hours(times, found)


def _hours(times: list[re.Match[str]], found: set[str]) -> QuietHours | None:
    if len(times) == 2 and found & {"between", "quiet"}:
        return _between(*times, only="only" in found)
    if len(times) != 1 or "between" in found or not found & {"forbids", "quiet"} or "only" in found:
        return None
    if ("after" in found) == ("before" in found):
        return None
    late = "after" in found
    at = clock_time(times[0], evening=late)
    if at is None:
        return None
    return QuietHours((at, _MORNING), unsaid="end") if late else QuietHours((_EVENING, at), unsaid="start")


def _between(first: re.Match[str], last: re.Match[str], *, only: bool) -> QuietHours | None:
    """Hours with both ends; with `only` those in which something may go out."""
    start, end = clock_time(first, evening=False), clock_time(last, evening=False)
    if start is None or end is None:
        return None
    bare = not any(found["half"] or found["m"] or found["colon"] for found in (first, last))
    if only:
        # "9시부터 7시까지만": until seven in the evening.
        if bare and end <= start and end.hour < _NOON:
            end = end.replace(hour=end.hour + _NOON)
        return QuietHours((end, start))
    if bare and end <= start and 5 <= start.hour < _NOON:
        start = start.replace(hour=start.hour + _NOON)
    return QuietHours((start, end))


@cache
def _pieces() -> dict[str, re.Pattern[str]]:
    return {
        name: re.compile("|".join(f"(?:{one})" for one in said)) for name, said in phrases("quiet")["pieces"].items()
    }
