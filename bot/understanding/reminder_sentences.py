"""What the owner wants to be reminded of, and when: "remind me 3pm call the boiler guy"."""

import re
from collections.abc import Sequence
from datetime import datetime

from bot.understanding.asks.reminders import RemindMe
from bot.understanding.freetext import ends_in_a_quote, is_question, leftover, unquoted
from bot.understanding.pieces import Chunk, concepts_of
from bot.understanding.spans import TimeSpan, ahead, joined

# Somebody else is to be told, unless the dative belongs to what the asker is to do: "엄마한테 전화하라고 알려줘".
_TO_OTHERS = re.compile(
    r"(?:들|분|님|객|손님)(?:한테|에게|께)(?=\s)(?!\s\S*(?:하|보내|주|드리|걸|맡기|물어\s?보|가)라[고구])"
    r"|(?:(?<!나)(?<!저)(?<!내)(?<!제)(?<!우리)(?:한테|에게|더러)|[님장]께)(?:만|도|는)?\s"
    r"(?!\S*(?:하|보내|주|드리|걸|맡기|물어\s?보|가)라[고구])"
)
# Asking what reminders there are, or for a bare alarm clock, is not ours.
_REMINDERS_THEMSELVES = re.compile(
    r"\b(?:reminders?\s(?:list|do|have|are)|list\sof\s(?:my\s)?reminders|reminders\s*list|my\sreminders)\b|알림\s?(?:목록|꺼|끄)"
)
_ON_RECORD = frozenset(
    ["usual", "visit_date", "how_many", "how_much", "points", "balance", "birthday", "phone", "email"]
)
_TELL_ME = re.compile(
    r"(?:[라다]고|야\s?(?:되|돼|하|해)[가-힣]{0,3}(?:까|서|는데|거든)|[ㄹ을할갈올줄볼]\s?거(?:니까|라서|거든|야)|게)\s*(?:좀|꼭|나한테|다시)?\s*"
    r"(?P<cue>(?:말해|얘기해|이야기해|알려|일러|불러|깨워|챙겨|톡해|문자해|연락해|해)\s?(?:줘|주|달|둬|줄)[가-힣]*)\s*[.!~?]*$"
    r"|(?:(?P<cue2>\b(?:tell|text|message|notify|call|ask|warn)\sme)\s(?:(?!what|how|which|when|who|whether|if|about|all|where|why)\S+\s){0,5}to\s(?!do\b))"
)
_REMIND_NOISE = frozenset(["filler", "remind", "send", "show", "message", "have"])


def reminder(chunks: Sequence[Chunk], text: str, now: datetime) -> RemindMe | None:
    """What a sentence that wants a reminder wants it for, and when."""
    spans = [chunk for chunk in chunks if isinstance(chunk.value, TimeSpan) and ahead(chunk.value, now) is not None]
    when = joined([chunk.value for chunk in spans if isinstance(chunk.value, TimeSpan)], now)
    if _TO_OTHERS.search(text):
        return None
    about = re.sub(r"^(?:me|to me|us)\s+", "", unquoted(leftover(text, chunks, spans, _REMIND_NOISE)))
    return RemindMe(when, about) if when is not None and len(about) > 1 else None


def remind(chunks: Sequence[Chunk], text: str, now: datetime) -> tuple[RemindMe, float] | None:
    """ "담주 금욜 7시 회식이라고 리마인드 해줘", "remind me 3pm call the boiler guy"."""
    cues = [chunk for chunk in chunks if "remind" in chunk.concepts]
    spans = [chunk for chunk in chunks if isinstance(chunk.value, TimeSpan) and ahead(chunk.value, now) is not None]
    if cues and all("send" in chunk.concepts for chunk in cues) and _TO_OTHERS.search(text):
        return None
    if not spans and asks_to_be_told(chunks):
        return None
    if not cues and spans:
        cues = _told_to(chunks, text)
    if not cues:
        # "내일 3시에 은행 가라고 알려줘": a moment to come, and reported words at the end of a wish to be told.
        cues = [chunk for chunk in chunks if "show" in chunk.concepts and chunk.end > len(text) - 8]
        if not spans or not cues or not ends_in_a_quote(text[: cues[-1].start]) or _TO_OTHERS.search(text):
            return None
    if is_question(text) and not re.search(r"(?:줄래|줄\s?수|주실|주시겠|겠어)", text):
        return None
    when = joined([chunk.value for chunk in spans if isinstance(chunk.value, TimeSpan)], now)
    about = unquoted(leftover(text, chunks, [*cues, *spans], _REMIND_NOISE))
    about = re.sub(r"^(?:me|to me|us)\s+", "", about)
    if len(about) < 2 or _REMINDERS_THEMSELVES.search(text.lower()):
        return None
    return RemindMe(when, about), 0.0


def asks_to_be_told(chunks: Sequence[Chunk]) -> bool:
    """Whether "remind me" asks after what is on record of somebody: "remind me of Emily's usual"."""
    said = concepts_of(chunks)
    return "remind" in said and "name" in said and bool(said & _ON_RECORD)


def _told_to(chunks: Sequence[Chunk], text: str) -> list[Chunk]:
    """What asks to be told at a time: "…하라고 해줘", "…해야 되니까 말해줘", "tell me at six to …"."""
    low = text.lower()
    asked = _TELL_ME.search(low)
    if asked is None or _TO_OTHERS.search(text):
        return []
    start, end = asked.span("cue" if asked["cue"] else "cue2")
    return [chunk for chunk in chunks if start <= chunk.start < end]
