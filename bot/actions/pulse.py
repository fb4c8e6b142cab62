"""What a running assistant has last heard of Telegram. It is not kept: after a start nothing has been heard yet."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(slots=True)
class Pulse:
    """`heard_at`: when Telegram last answered the question for news. `clock_ahead`: our clock before theirs."""

    heard_at: datetime | None = None
    clock_ahead: timedelta | None = None
