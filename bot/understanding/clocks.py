"""Hours as the owner says them: "밤 9시", "8:30", "9 pm"."""

import re
from datetime import time

CLOCK = re.compile(
    r"(?P<half>오전|새벽|아침|낮|오후|저녁|밤)?\s*(?P<hour>\d{1,2}|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|열한|열두)"
    r"(?:\s*시\s*(?:(?P<minute>\d{1,2})\s*분|(?P<thirty>반))?|:(?P<colon>\d{2})|(?=\s*(?:[ap]\.?m|$)))\s*(?P<m>[ap]\.?m\.?)?"
    r"(?:쯤|경)?(?:에|으로|로)?",
    re.IGNORECASE,
)
_HOURS_KO = ("한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열", "열한", "열두")


def clock_time(found: re.Match[str], *, evening: bool) -> time | None:
    """What a match of `CLOCK` comes to; `evening`: an hour that says no half of the day is one after noon."""
    spoken = found["hour"]
    hour = int(spoken) if spoken.isdigit() else _HOURS_KO.index(spoken) + 1
    minute = 30 if found["thirty"] else int(found["minute"] or found["colon"] or 0)
    half, m = found["half"], (found["m"] or "").lower()
    later = half in ("오후", "저녁", "밤", "낮") or m.startswith("p") or (evening and not half and not m)
    if hour < 12 and later:
        hour += 12
    return time(hour % 24, minute) if hour <= 24 and minute < 60 else None
