"""The log: lines on standard error that say what the program did, and nothing about a person.

Four rules, enforced here because a hundred call sites cannot all be trusted to remember them:

1. Only our own loggers speak below WARNING. Libraries write whole requests at INFO and DEBUG: httpx the address, in
   which Telegram's token stands, and python-telegram-bot the text of the message.
2. The values of an event are numbers, yes or no, moments and single plain words. Anything longer may be somebody's
   sentence or name, so only its type is written.
3. From the finished line, traceback included, known secrets are struck out and whatever has the shape of a token, a
   phone number, an e-mail address or a resident registration number.
4. The log is ASCII. We write it in English, so what lies beyond ASCII is somebody's words.

Modules write `log = structlog.get_logger()` and `log.info("message sent", outbox_id=7)`. An exception is handed over
whole, with `log.exception(...)` or `exc_info=True`, never as text.
"""

import logging
import re
import sys
import threading
import time
from collections.abc import Iterable
from datetime import date, timedelta
from enum import Enum
from types import TracebackType
from typing import Any
from urllib.parse import quote

import structlog
from structlog.typing import EventDict

_OURS = ("bot", "handlers", "storage")

_STRUCK = "[...]"
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_PLAIN_WORD = re.compile(r"[\x21-\x7e]{1,80}")
_SHAPES = re.compile(
    r"""
      \b\d{5,}(?::|%3A)[\w-]{20,}                       # a bot's token
    | (?<=/bot)\d+(?::|%3A)[^/\s"']+                    # the same in an address, however short
    | (?<![\w.+%-])[\w.+%-]+(?:@|%40)[\w-]+(?:\.[\w-]+)+  # an e-mail address
    | (?<![-\d])\d\d(?:0\d|1[0-2])[0-3]\d[-\s]?[1-8]\d{6}(?!\d)  # a resident number; "-100…" is a group's id
    | (?<!\d)(?:\+?82[-.\s)]{0,2}\(?0?\)?|\(?0)1[016-9][-.\s)]{0,2}\d{3,4}[-.\s]{0,2}\d{4}(?!\d)  # a mobile phone
    | (?<!\d)\(?0(?:2|[3-6]\d|70|80|50\d)[-.\s)]{1,2}\d{3,4}[-.\s]\d{4}(?!\d)  # another Korean phone
    | \+\d[\d\s().-]{7,20}\d                            # a phone of another country
    """,
    re.VERBOSE | re.ASCII,
)


def configure(level: str, secrets: Iterable[str] = ()) -> None:
    """Write to standard error: ours from `level` up, everybody else's from WARNING, and `secrets` never.

    Takes over warnings and uncaught exceptions as well, which Python would print as they are. Called once at start; a
    second call replaces the first.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(RedactingFormatter(secrets))
    handler.addFilter(_libraries_speak_from_warning_up)
    for name in [None, *logging.root.manager.loggerDict]:
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.propagate = True
    logging.root.addHandler(handler)
    logging.root.setLevel(logging.WARNING)
    for name in _OURS:
        logging.getLogger(name).setLevel(level)
    logging.captureWarnings(capture=True)
    logging.raiseExceptions = False  # or a record that cannot be formatted is printed as it is
    sys.excepthook = _uncaught
    sys.unraisablehook = lambda raised: _uncaught(raised.exc_type, raised.exc_value, raised.exc_traceback)
    threading.excepthook = lambda raised: _uncaught(raised.exc_type, raised.exc_value, raised.exc_traceback)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.contextvars.merge_contextvars,
            _event_line,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )


class RedactingFormatter(logging.Formatter):
    """`2026-11-21T01:00:00.000Z INFO bot.app started port=8080`, a traceback following on indented lines."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__("%(asctime)s.%(msecs)03dZ %(levelname)s %(name)s %(message)s", "%Y-%m-%dT%H:%M:%S")
        self.converter = time.gmtime
        self._secrets = _any_of(secrets)

    def format(self, record: logging.LogRecord) -> str:
        line = self._secrets.sub(_STRUCK, super().format(record))
        line = _BEYOND_ASCII.sub(_STRUCK, _SHAPES.sub(_STRUCK, line))
        return "\n    ".join(line.splitlines())


def _any_of(secrets: Iterable[str]) -> re.Pattern[str]:
    """Matches each secret, whole, in its long parts (the half of a token, one key of several), and as in an address."""
    whole = set(secrets)
    parts = {part for secret in whole for part in re.split(r"[\s,:]+", secret) if len(part) >= 16}
    forms = {form for secret in whole | parts for form in (secret, quote(secret, safe=""))}
    longest_first = sorted((form for form in forms if len(form) >= 4), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")


def _libraries_speak_from_warning_up(record: logging.LogRecord) -> bool:
    return record.levelno >= logging.WARNING or record.name.partition(".")[0] in _OURS


def _event_line(_logger: object, _method: str, event: EventDict) -> tuple[tuple[str], dict[str, Any]]:
    """The last step of structlog: what `logging` is called with. The exception stays whole for the formatter."""
    exc_info = event.pop("exc_info", None)
    words = [str(event.pop("event", "")), *(f"{name}={_plain(value)}" for name, value in event.items())]
    return (" ".join(words),), {"exc_info": exc_info}


def _plain(value: object) -> str:
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, int | float | timedelta):
        return str(value)
    if isinstance(value, str) and _PLAIN_WORD.fullmatch(value):
        return value
    return f"<{type(value).__name__}>"


def _uncaught(kind: type[BaseException], error: BaseException | None, traceback: TracebackType | None) -> None:
    if error is not None and not issubclass(kind, KeyboardInterrupt):
        logging.getLogger("bot").critical("not caught", exc_info=(kind, error, traceback))
