"""What to do after a send, by what is known of it. The only judge of repeats.

The Bot API has no idempotency key, so a request whose answer was lost may or may not have arrived. The translator in
`bot/messaging/telegram.py` says which of the outcomes below it was; nothing here knows Telegram's errors.
"""

from dataclasses import dataclass
from datetime import timedelta

from bot.domain.outgoing import Kind


@dataclass(frozen=True, slots=True)
class Delivered:
    """Telegram answered with the message."""

    message_id: int | None


@dataclass(frozen=True, slots=True)
class Pause:
    """429: Telegram asks the whole bot to wait. It did not arrive and is no attempt."""

    wait: timedelta


@dataclass(frozen=True, slots=True)
class Unreachable:
    """The person blocked the bot, left Telegram or never started it. It can never arrive; it is not an error."""

    reason: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Telegram refuses this very message. Trying it again would be refused again."""

    reason: str


@dataclass(frozen=True, slots=True)
class NotSent:
    """The request certainly never left (no connection). Try again later."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """It may have arrived or not."""

    reason: str


@dataclass(frozen=True, slots=True)
class BadToken:
    """Telegram does not know this bot."""

    reason: str


Outcome = Delivered | Pause | Unreachable | Refused | NotSent | Unknown | BadToken

# After an unknown fate these are sent once more: a second copy is kinder than silence. Thanks, greetings and
# advertising never are.
REPEATABLE = (Kind.ANSWER, Kind.ACCOUNT, Kind.ORDER_NOTICE, Kind.APPOINTMENT, Kind.OWNER_NOTICE)

_FIRST_WAIT = timedelta(seconds=2)
_LONGEST_WAIT = timedelta(minutes=5)


def wait_after(attempts: int) -> timedelta:
    """How long to wait after the n-th attempt that never left: 2 s, doubling, at most 5 minutes."""
    doubled = 1 << min(max(attempts - 1, 0), 10)
    return min(_FIRST_WAIT * doubled, _LONGEST_WAIT)
