"""What a running assistant knows of the moment. It is not kept: after a start nothing has been heard yet."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(slots=True)
class Pulse:
    """`heard_at`: when Telegram last answered the question for news. `clock_ahead`: our clock before theirs.

    `files_wait`: something is to be done about a file, so that its desk is worth waking. `mails_wait`: a mail is to be
    sent. `staff_changed`: others work here now, so that their menus are to be told to Telegram.
    """

    heard_at: datetime | None = None
    clock_ahead: timedelta | None = None
    files_wait: bool = False
    mails_wait: bool = False
    staff_changed: bool = False
