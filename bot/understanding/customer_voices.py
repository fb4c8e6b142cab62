"""Something that a person must answer: a complaint, a request or an idea, kept in its own words."""

import re
from collections.abc import Sequence

from bot.understanding.asks.voices import Voice
from bot.understanding.pieces import Chunk, Sort, concepts_of

# A wish that the shop be open when it is not: an idea, where "are you open?" is a question.
_OPEN_WISH = re.compile(
    r"(?:열어|영업해|운영해|오픈해|열었으면|영업했으면|열면|영업하면)\s?"
    r"(?:주세|주시면|주셨으면|줬으면|줘|주면|달라|좋겠|해요|하는데|안\s?돼)"
    r"|\b(?:please|could you|can you|would you|wish you(?:'d| would)?|if you(?:'d)?) (?:also )?"
    r"(?:open|opened|stay open)\b"
)
_WISH = re.compile(
    r"(?:주세[요여용욤]|주십시오|주실래요|주실\s?수|주시겠|주시면|주시기|줘[요여]?|달라|부탁|마세요|말아|마시|말고|바랍니다|바라요"
    r"|주라|주이소|주소|했으면|[셔아어]도\s?[돼되])"
    r"|\b(?:please|pls|plz|can you|could you|can u|could u|would you|make sure|be careful|next time|i want"
    r"|i need(?! to (?:do|go)\b)|i'd like|id like|i prefer|from now on|do not|don't|dont|no starch|if possible)\b"
)
# Coins and no correction: "I got too little change back".
_SHORT_CHANGED = re.compile(
    r"(?:거스름돈|잔돈)\S*\s(?:\S+\s)?(?:덜|적[게다었]|안|못|틀|잘못|모자|부족)"
    r"|\b(?:too (?:little|much)|wrong|short|not enough|incorrect) change\b|\bshort-?changed\b|\bovercharged\b"
    r"|\bchange (?:was|is) (?:wrong|short|too little|missing|not right)\b"
)
_MONEY_BACK = re.compile(r"환불|돈\S?\s돌려|\brefund(?:ed)?\b|\bmoney back\b")


def read_voice(chunks: Sequence[Chunk], text: str) -> Voice | None:
    """The words are kept whole, so most of them may be unknown."""
    said = concepts_of(chunks)
    unknown = sum(chunk.weight for chunk in chunks if chunk.sort is Sort.UNKNOWN)
    elsewhere = any(chunk.concepts == {"elsewhere"} for chunk in chunks)
    if elsewhere or unknown > 0.6 * len(chunks) + 0.5:
        return None
    if wants_it_open(chunks, text):
        return Voice("idea", text)
    sort = _sort_of_voice(chunks, said, text)
    # A plain wish with nothing telling in it must be understood for the most part.
    told = said & {"item", "thing"} or {"work", "dont"} <= said
    if sort is None and told and "show" not in said and unknown <= 0.4 * len(chunks):
        sort = "request" if _WISH.search(text.lower()) else None
    return Voice(sort, text) if sort else None


def is_short_changed(text: str) -> bool:
    """Whether it speaks of coins that were wrong."""
    return _SHORT_CHANGED.search(text.lower()) is not None


def wants_it_open(chunks: Sequence[Chunk], text: str) -> bool:
    """ "일요일에도 열어 주세요" is no question about the hours."""
    said = concepts_of(chunks)
    if "visit_wish" in said or is_short_changed(text):
        return False
    return _OPEN_WISH.search(text.lower()) is not None and bool(said & {"day_word", "span", "hours", "open_shop"})


def _sort_of_voice(chunks: Sequence[Chunk], said: frozenset[str], text: str) -> str | None:
    """Complaint, request or idea, by what is said about a thing and whether something is wished for."""
    if "visit_wish" in said:
        return None
    if is_short_changed(text):
        return "complaint"
    if _MONEY_BACK.search(text.lower()) and _WISH.search(text.lower()) and not said & {"erase", "balance"}:
        return "request"
    wish = _WISH.search(text.lower()) is not None
    damage = sum("bad" in chunk.concepts for chunk in chunks)
    matter = said & {"item", "thing"} or ("strong_bad" in said and said & {"order", "messages", "bad"})
    if "idea_cue" in said and said & {"idea_thing", "item", "hours", "open_shop", "until"}:
        return "idea"
    if wish and "strong_bad" not in said:
        in_time = said & {"until", "hurry"} and said & {"hurry", "order", "thing", "item"}
        if in_time or (damage and "work" in said) or (matter and said & {"work", "bad"}):
            return "request"
    # That things differ is no damage by itself: "생긴 것도 다르고 …".
    harm = sum("bad" in chunk.concepts and "change" not in chunk.concepts for chunk in chunks)
    # Nor is the question whether they do: "원두 바뀌었어요?".
    if text.rstrip().endswith("?") and "change" in said and not harm and "strong_bad" not in said:
        return None
    if harm > 1 or ((matter or "shop_side" in said) and said & {"bad", "strong_bad"}):
        return "complaint"
    return None
