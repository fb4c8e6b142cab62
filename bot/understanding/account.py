"""What customers say about their own account in one of the whole sentences of phrases/account.toml."""

import re
from collections.abc import Callable

from bot.understanding import asks
from bot.understanding.asks import CustomerAsk
from bot.understanding.pieces import surface
from bot.understanding.templates import first_match

# Own words are a line; what is longer is somebody's story.
_LONGEST = 200
_MARKS = " .,!?~;:^ㅎㅋㅠㅜ\n"
# "Please note that my number is now …" is a correction and no wish.
_CONTACT = re.compile(r"\d{4}|@|번호|주소|메일|생일|이사|\b(?:number|phone|address|e-?mail|birthday|moved|name)\b")
# What politeness puts before and behind a question.
_POLITE = re.compile(
    r"^(?:(?:저기요?|저기|혹시|사장님|안녕하세요|안녕|실례지만|근데|그런데|그럼|아|음|참|hi|hello|hey|please|so|ok"
    r"|okay|sorry but|excuse me|by the way|can you tell me|could you tell me|tell me|may i ask)[\s,.!~]+)+"
    r"|(?:[\s,]+(?:please|pls|plz|thanks|thank you|then|now|좀요|ㅠㅠ|요\?))+[.!?\s]*$",
    re.IGNORECASE,
)

_BUILD: dict[str, Callable[[str], CustomerAsk]] = {
    "own_photos": lambda words: asks.OwnPhotos(),
    "statement": lambda words: asks.Status("statement"),
    "balance": lambda words: asks.Status("balance"),
    "points": lambda words: asks.Status("points"),
    "who_answers": lambda words: asks.WhoAnswers(),
    "preferences": lambda words: asks.Preferences(),
    "preference": lambda words: asks.Prefer(words, sure=True),
    "drop_preference": asks.DropPreference,
    "quiet": lambda words: asks.MessageWish(quiet=True),
    "ads_yes": lambda words: asks.StartMessages("marketing"),
    "once_a_month": lambda words: asks.MessageWish(every_days=30),
}


def read_account(text: str) -> CustomerAsk | None:
    """The ask of the first line that the whole of a tidy text fits."""
    said = _POLITE.sub("", text).strip(_MARKS)
    if not said or len(said) > _LONGEST:
        return None
    found = first_match("account", surface(said).replace("’", "'"), said)
    if found is None:
        return None
    kind, words = found[0], found[1].strip(_MARKS)
    if kind.startswith("preference") and kind != "preferences" and _CONTACT.search(said.lower()):
        return None
    if kind == "preference_said":
        return asks.Prefer(said)
    if kind in _BUILD:
        return _BUILD[kind](words)
    verb, _, field = kind.partition("_")
    return asks.WhyField(field) if verb == "why" else asks.DropDetail(field)
