"""Whether two stretches of time are to be set side by side: "지난달 대비 매출", "sales compared to last month"."""

import re

from bot.understanding.normalise import flat

_COMPARES = re.compile(
    r"대비|비교|견주|(?:이?랑|과|와)\s*비해|에\s*비해|보다\s*(?:얼마|더|덜|많|적|나)|\b(?:compared?|comparison|versus|vs\.?|than|against)\b"
)
# Which named stretch stands beside which; the later one is told first.
BESIDE = {"last_month": "this_month", "last_week": "this_week", "last_year": "this_year", "yesterday": "today"}


def compares(text: str) -> bool:
    """Whether a tidy sentence asks for it."""
    return _COMPARES.search(flat(text)) is not None
