"""What is typed where the assistant waits for an answer: the bare value, a word of leaving, "nobody"."""

import re
from datetime import date, datetime, time
from functools import cache

from bot.understanding.asks.appointments import Book
from bot.understanding.customer_slots import MOVED
from bot.understanding.lexicon import Lexicon
from bot.understanding.phrasebook import phrases
from bot.understanding.reader import read_customer
from bot.understanding.vague_times import names_no_day

# What can only be a value. Names and addresses look like anything and are told by being asked for.
_VALUES = {
    "phone": re.compile(r"\+?[\d０-９(][\d０-９\s().\-]{5,}"),
    "email": re.compile(r"\S+@\S+"),
    "birthday": re.compile(r"(?=.*\d)[\d\s.\-/년월일음양력윤달()a-zA-Z,]{4,30}"),
    "code": re.compile(r"\D{0,6}\d{3}\s?\d{3}\D{0,6}"),
    "last4": re.compile(r"[0-9]{4}"),
}

_DETAILS = {
    "email": re.compile(r"메일|\be-?mail"),
    "phone": re.compile(r"번호|전화|\b(?:phone|number)\b"),
    "address": re.compile(r"주소|\baddress"),
    "birthday": re.compile(r"생일|\bbirthday"),
    "name": re.compile(r"이름|\bname\b"),
}
# What shows that a new value is given, by the detail that is named.
_REACHED = re.compile(r"\d{3,4}[\s.-]?\d{4}(?!\d)|\S@\S")
_GIVEN = {
    "address": re.compile(r"[가-힣]{2,}\s?\d|\b\d+\s\w|\w\s\d"),
    "birthday": re.compile(r"\d{1,2}\s?월\s?\d|\d[./-]\d|\b\d{1,2}(?:st|nd|rd|th)?\s[A-Za-z]|[A-Za-z]\s\d"),
    "name": re.compile(r"[가-힣]{2,5}(?:으로|로)\s|\bto\s[A-Z]"),
}
_BARE_HOUR = re.compile(r"(?P<hour>\d{1,2}):\d{2}")


def is_value(of: str, text: str) -> bool:
    """Whether a text can be nothing but a phone, email, birthday, code of six digits or last4 of a number."""
    pattern = _VALUES.get(of)
    return pattern is not None and pattern.fullmatch(text.strip()) is not None


def leaves(text: str) -> bool:
    """Whether it says, and says nothing else, that what was begun is to be left."""
    return _words("leave").fullmatch(text.strip()) is not None


# What politeness puts around a name that was asked for: "just call me Em, please", "수연이라고 불러 주세요".
_NAME_SAID = re.compile(
    r"(?:(?:please|just|oh|you can)[,\s]+)*(?:call me|(?:my |the )?name is|it'?s|i'm|i am)\s+(?P<en>[^,.!?]+?)"
    r"(?:,?\s(?:please|pls|thanks|thank you))*[.!\s]*"
    r"|(?:(?:그냥|제\s?이름은|이름은|저는)\s)?(?P<ko>[가-힣A-Za-z][가-힣A-Za-z ]{0,20}?)(?:이?라고|으로|로)\s?(?:좀\s)?"
    r"(?:불러|해|적어|바꿔|고쳐|부탁)\s?(?:주세요|주시면\s?\S+|줘요?|드려요|드립니다|해요)[.!~\s]*",
    re.IGNORECASE,
)


def name_said(text: str) -> str:
    """The name in the answer to how somebody wants to be called; the whole text where it is nothing else."""
    found = _NAME_SAID.fullmatch(text.strip())
    return (found["en"] or found["ko"]).strip() if found is not None else text


def says_nobody(text: str) -> bool:
    """Whether it says, and says nothing else, that nobody is missing."""
    return _words("nobody").fullmatch(text.strip().rstrip(".!~")) is not None


def puts_off(text: str) -> bool:
    """Whether it says, and says nothing else, that the answer comes at another time."""
    return _words("later").fullmatch(text.strip().rstrip(".!~")) is not None


def has_forgotten(text: str) -> bool:
    """Whether it says, and says nothing else, that they do not know any more."""
    return _words("forgotten").fullmatch(text.strip().rstrip(".!~")) is not None


def asks_of_today(text: str) -> bool:
    """Whether it asks for what can be used today, of whoever asks for their account."""
    return _words("today").search(text) is not None


def spares(text: str) -> bool:
    """Whether it says that nothing is to be erased."""
    return _words("spare").search(text) is not None


def corrects(text: str) -> bool:
    """Whether it says that a detail has changed or is to be changed, with the new one in it."""
    given = _GIVEN.get(detail_named(text) or "", _REACHED)
    return wants_change(text) and (_REACHED.search(text) or given.search(text)) is not None


def wants_change(text: str) -> bool:
    """Whether it speaks of changing something."""
    return _words("change").search(text) is not None


def detail_named(text: str) -> str | None:
    """Which detail is spoken of, if one is: phone, email, address, birthday or name."""
    return next((detail for detail, pattern in _DETAILS.items() if pattern.search(text.lower())), None)


def wants_move(text: str) -> bool:
    """Whether it speaks of moving what is booked to another time."""
    return MOVED.search(text.lower()) is not None


def read_time(text: str, *, now: datetime) -> datetime | date | None:
    """A day, or a day and its hour, that was asked for. `now` is aware and in the shop's zone."""
    bare = _BARE_HOUR.fullmatch(text.strip())
    if bare is not None and 1 <= int(bare["hour"]) <= 12:  # nobody is expected before eight in the morning
        text = f"{text} {'am' if 8 <= int(bare['hour']) < 12 else 'pm'}"
    heard = [
        read_customer(f"{asked} {text}", now=now, lexicon=Lexicon()).ask for asked in phrases("answers")["time_asked"]
    ]
    times = [one.when for one in heard if isinstance(one, Book) and one.when is not None]
    return next((one for one in times if isinstance(one, datetime)), times[0] if times else None)


def read_time_on(day: date, text: str, *, now: datetime) -> datetime | date | None:
    """The same where the day is known: an hour alone is one of that day, and a part of a day is not today."""
    heard = read_time(text, now=now)
    if isinstance(heard, datetime):
        then = read_time(text, now=datetime.combine(day, time(), now.tzinfo))
        return then if isinstance(then, datetime) and then.date() == day else heard
    return None if heard == now.date() and names_no_day(text) else heard


def greets(text: str) -> bool:
    """Whether it is a greeting and nothing else."""
    return _words("greeting").fullmatch(text.strip()) is not None


def says_yes(text: str) -> bool:
    """Whether it says yes, and nothing else, to whatever was asked."""
    return _words("yes").fullmatch(text.strip()) is not None


def says_no(text: str) -> bool:
    """Whether it says no, and nothing else, to whatever was asked."""
    return _words("no").fullmatch(text.strip()) is not None


def changes_mind(text: str) -> bool:
    """Whether it says, and says nothing else, that something is not wanted after all."""
    return _words("changed_mind").fullmatch(text.strip()) is not None


def nods(text: str) -> bool:
    """Whether it says that something was heard, or good-bye, and nothing else."""
    return _words("nod").fullmatch(text.strip()) is not None


@cache
def _words(entry: str) -> re.Pattern[str]:
    return re.compile("|".join(phrases("answers")[entry]), re.IGNORECASE)
