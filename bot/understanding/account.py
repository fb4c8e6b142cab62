"""What customers say about their own account in one of the whole sentences of phrases/account.toml."""

import re
from collections.abc import Callable

from bot.understanding.asks.account import (
    BeenBefore,
    DropDetail,
    DropPreference,
    Erase,
    OwnPhotos,
    Prefer,
    Preferences,
    Privacy,
    Received,
    Status,
    Stay,
    Underage,
    WhyField,
)
from bot.understanding.asks.anywhere import Thanks
from bot.understanding.asks.appointments import Book
from bot.understanding.asks.closed_list import CustomerAsk
from bot.understanding.asks.shop import WhoAnswers
from bot.understanding.asks.voices import AskOwner
from bot.understanding.asks.wishes import MessageWish, StartMessages, WhyThis
from bot.understanding.pieces import surface
from bot.understanding.templates import first_match

# Own words are a line; what is longer is somebody's story.
_LONGEST = 200
_MARKS = " .,!?~;:^ㅎㅋㅠㅜ\n"
# "Please note that my number is now …" is a correction and no wish.
_CONTACT = re.compile(r"\d{4}|@|번호|주소|메일|생일|이사|\b(?:number|phone|address|e-?mail|birthday|moved|name)\b")
# What is to be put down for a day, or done at home, is no wish of how to be served.
_PLANNED = re.compile(
    r"스케줄\s?표|일정표|캘린더|달력|\b(?:calendar|diary|thermostat|(?:lock|shut|close) the (?:\w+ )?doors?)\b"
)
# What politeness puts before and behind a question.
_POLITE = re.compile(
    r"^(?:(?:저기요?|저기|혹시|사장님|안녕하세요|안녕|실례지만|근데|그런데|그럼|아|음|참|hi|hello|hey|please|so|ok"
    r"|okay|sorry but|excuse me|by the way|can you tell me|could you tell me|tell me|may i ask|just so you know"
    r"|just so u know|for your info(?:rmation)?|fyi|heads up|ps|참고로)[\s,.!~]+)+"
    r"|(?:[\s,]+(?:please|pls|plz|thanks|thank you|then|now|좀요|ㅠㅠ|요\?))+[.!?\s]*$",
    re.IGNORECASE,
)

_BUILD: dict[str, Callable[[str], CustomerAsk]] = {
    "been_before": lambda words: BeenBefore(),
    "book": lambda words: Book(),
    "under_14": lambda words: Underage(),
    "under_14_kin": lambda words: Underage(kin=True),
    "own_photos": lambda words: OwnPhotos(),
    "last_visit": lambda words: Status("visits"),
    "statement": lambda words: Status("statement"),
    "visits": lambda words: Status("visits"),
    "details": lambda words: Status("details"),
    "why_this": lambda words: WhyThis(),
    "cases": lambda words: Status("cases"),
    "privacy": lambda words: Privacy(),
    "erase": lambda words: Erase(),
    "stay": lambda words: Stay(),
    "received": lambda words: Received(),
    "balance": lambda words: Status("balance"),
    "points": lambda words: Status("points"),
    "who_answers": lambda words: WhoAnswers(),
    "preferences": lambda words: Preferences(),
    "preference": lambda words: Prefer(words, sure=True),
    "drop_preference": DropPreference,
    "praise": lambda words: Thanks(),
    "quiet": lambda words: MessageWish(quiet=True),
    "ads_yes": lambda words: StartMessages("marketing"),
    "night_yes": lambda words: StartMessages("night"),
    "once_a_month": lambda words: MessageWish(every_days=30),
}


def read_account(text: str) -> CustomerAsk | None:
    """The ask of the first line that the whole of a tidy text fits."""
    said = _POLITE.sub("", text).strip(_MARKS)
    if not said or len(said) > _LONGEST:
        return None
    found = first_match("account", surface(said).replace("’", "'"), said)
    if found is None:
        return None
    kind, words, low = found[0], found[1].strip(_MARKS), said.lower()
    if kind.startswith("preference") and kind != "preferences" and (_CONTACT.search(low) or _PLANNED.search(low)):
        return None
    if kind == "late":
        return AskOwner(said)
    if kind == "preference_said":
        return Prefer(said)
    if kind in _BUILD:
        return _BUILD[kind](words)
    verb, _, field = kind.partition("_")
    return WhyField(field) if verb == "why" else DropDetail(field)
