"""The customer's side: one sentence, one question or deed about the asker and nobody else."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.understanding import asks, details
from bot.understanding.asks import CustomerAsk
from bot.understanding.freetext import leftover, trimmed
from bot.understanding.lexicon import Lexicon
from bot.understanding.rules import book
from bot.understanding.spans import TimeSpan
from bot.understanding.tagging import READ, Chunk, Sort, Tagger, surface

_NEAR = 2.0
_LANGUAGES = {"korean": "ko", "english": "en", "chinese": "zh", "japanese": "ja"}
_OTHER_LANGUAGES = {
    "베트남어": "vi", "vietnamese": "vi", "태국어": "th", "thai": "th", "러시아어": "ru", "russian": "ru", "몽골어": "mn",
    "mongolian": "mn", "프랑스어": "fr", "불어": "fr", "french": "fr", "독일어": "de", "german": "de", "스페인어": "es",
    "spanish": "es", "우즈벡어": "uz", "uzbek": "uz", "인도네시아어": "id", "indonesian": "id", "네팔어": "ne", "nepali": "ne",
    "필리핀어": "tl", "filipino": "tl", "tagalog": "tl",
}  # fmt: skip
_BREAK = re.compile(r"[.?!,;:\n…~()]|[^\x00-\u2fff\u3000-\uffff]")
_WISH_END = re.compile(
    r"(?:주세[요여용욤]|주십시오|주실래요|주실\s?수|주시겠|주시면|주시기|줘[요여]?|달라|부탁|마세요|말아|마시|말고|바랍니다|바라요|주라|주이소|주소|했으면|[셔아어]도\s?[돼되])"
)
_WISH_ENGLISH = re.compile(r"\b(?:please|pls|plz|can you|could you|can u|could u|would you|make sure|be careful|next time|i want|i need|i'd like|id like|i prefer|from now on|do not|don't|dont|no starch|if possible)\b")
_NAME_TO = re.compile(r"(?:이름|성함|성명)?(?:을|를|은|는|이|가)?\s*([가-힣]{2,5}?|[A-Za-z][A-Za-z .'-]{1,40}?)\s?(?:으로|로)\s*(?:좀\s*|다시\s*)?(?:바꿔|바꾸|변경|고쳐|고치|수정|정정|등록|불러|개명|저장|적어|해\s?주|해줘)")
_NAME_IS = re.compile(r"(?:이름|성함|성명)(?:이|은|는|을)?\s*(?:이제\s*|원래\s*)?([가-힣]{2,4}?)(?:이에요|예요|에요|입니다|이야|야|인데|이고|임|이라고|라고)")
_RENAMED = re.compile(r"개명(?:해서|하여|했|하고|후|한)\S*\s+(?:이제\s*|지금은\s*)?([가-힣]{2,4}?)(?:이에요|예요|에요|입니다|이야|야|으로|로|인데|이라고|라고)")
_NAME_ENGLISH = re.compile(
    r"(?:(?:change|update|correct|fix|set|switch|edit|put|make)\s+(?:my\s+)?(?:\w+\s)?name\s+(?:\w+\s)?(?:to|into|as)|(?:my\s+)?(?:new\s+|correct\s+|real\s+|right\s+|full\s+|legal\s+)?name\s+(?:is|should\s+be|must\s+be|has\s+changed\s+to|changed\s+to|was\s+changed\s+to)(?:\s+now)?(?:\s+spelled|\s+spelt)?|name\s*:|(?:please\s+)?call\s+me|spell\s+(?:it|my\s+name)(?:\s+as)?|spelled|(?:i'm|i\s+am|im)\s+now\s+(?:called|named))\s*:?\s+[\"']?([A-Za-z가-힣][A-Za-z가-힣'-]*(?:\s+[A-Z가-힣][A-Za-z가-힣'-]*){0,3})[\"']?"
)
_NOT_NAMES = frozenset(["my", "saved", "what", "listed", "recorded", "registered", "on", "in", "so", "misspelt", "still", "written", "your", "wrong", "not", "incorrect", "misspelled", "misspelt", "now", "different", "spelled", "spelt", "changed", "the", "a", "wrongly", "please", "right", "correct", "missing"])
_ADDRESS_IS = re.compile(r"(?:new\s+address(?:\s+is)?|address\s+(?:is|to|now|changed\s+to|should\s+be)(?:\s+now)?|moved\s+to|live\s+at|living\s+at|relocated\s+to|now\s+live\s+(?:at|in)|address\s*:)\s*:?\s+(.+)", re.IGNORECASE | re.DOTALL)
_PLACE = re.compile(
    r"(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주)(?:시|도|특별시|광역시)?(?=\s)"
    r"|[가-힣0-9]{2,8}(?:시|군|구|읍|면|동|리|아파트|빌라|오피스텔|빌딩|타워)(?=\s|\d|으로|로|,)|[가-힣0-9]{1,8}(?:로|길)\s?\d|\d+\s?(?:동|호|번지|층)"
)
_ADDRESS_TAIL = re.compile(r"\s*(?:으로|로|이에요|예요|에요|입니다|이요|이야|으로요|로요|거든요|이거든요|인데요?)\s*$")


@dataclass(frozen=True, slots=True)
class Reading:
    """`excess` as on the owner's side: 0 or less is accepted."""

    ask: CustomerAsk
    excess: float
    sure: bool = True


def read(text: str, now: datetime, lexicon: Lexicon) -> tuple[Reading | None, tuple[str, ...]]:
    """The best reading of a tidy text, or None with the kinds that come nearest."""
    text = details.spelled_at(text)
    rules = book("customer")
    chunks = Tagger(rules.words).cut(text, now, Lexicon(items=lexicon.items), details.values)
    if not chunks:
        return None, ()
    own = _own_words(chunks, text)
    if own is not None:
        return own, ()
    voice = _voice(chunks, text)
    if voice is not None and voice.ask == asks.Voice("idea", text):
        return voice, ()
    whole = _ruled(chunks, chunks, text, now)
    if whole is not None and whole.excess <= 0:
        return whole, ()
    for clause in _clauses(chunks, text):
        part = _ruled(clause, chunks, text, now)
        if part is not None and part.excess <= 0 and part.ask.kind not in ("stop", "help", "undo", "thanks"):
            return part, ()
    if voice is not None:
        return voice, ()
    return None, (whole.ask.kind,) if whole is not None and whole.excess <= _NEAR else ()


def _own_words(chunks: Sequence[Chunk], text: str) -> Reading | None:
    """A new name or address: values that no list knows, found by the words around them."""
    said = frozenset().union(*(chunk.concepts for chunk in chunks))
    if said & {"friend", "idea_cue", "shop_word_only"} or said & {"phone_value", "email_value"}:
        return None
    name = _new_name(said, text)
    if name:
        return Reading(asks.Update("name", name), 0.0)
    address = _new_address(said, text)
    if address:
        return Reading(asks.Update("address", address), 0.0)
    return None


def _new_name(said: frozenset[str], text: str) -> str | None:
    if re.search(r"\b(?:your|ur)\s+name\b", text.lower()):
        return None
    if "name_word" not in said and "개명" not in text and "call me" not in text.lower():
        return None
    for pattern in (_NAME_TO, _RENAMED, _NAME_IS) if re.search(r"[가-힣]", text) else ():
        match = pattern.search(text)
        if match and not re.match(r"무슨|어떤|어느|뭐", match[1]) and match[1] not in ("이름", "그걸", "이걸", "제대", "새", "다른 이름", "영문", "한글", "영어", "한국어", "본명", "이름을"):
            return match[1].strip()
    match = _NAME_ENGLISH.search(text)
    if match and match[1].split()[0].lower() not in _NOT_NAMES:
        return re.sub(r"\s+(?:please|pls|now|not|thanks|thank)\b.*$", "", match[1], flags=re.IGNORECASE).strip()
    return None


def _new_address(said: frozenset[str], text: str) -> str | None:
    if not said & {"address", "moved"} or "email" in said:
        return None
    english = _ADDRESS_IS.search(text)
    if english and re.search(r"\d|[A-Z가-힣]", english[1]):
        return trimmed(re.split(r"(?<=[a-z\d])[.!]\s|,?\s+(?:please|pls|update|change|so|can you|could you)\b", english[1])[0])
    place = _PLACE.search(text)
    if place is None or not re.search(r"[가-힣]", place.group()):
        return None
    rest = text[place.start() :]
    end = re.search(r"(?:으로|로)\s*(?:좀\s*)?(?:바꿔|바꾸|바뀌|변경|수정|고쳐|이사|옮겼|옮겨|등록|해\s?주|부탁|업데이트|정정)|(?:이에요|예요|에요|입니다|이요|거든요|인데요?|이고)(?=[\s.,!]|$)|[.!\n]|\s+(?:이사|바꿔|변경|수정|등록|저장|주소|여기로)", rest)
    value = trimmed(_ADDRESS_TAIL.sub("", rest[: end.start()] if end else rest))
    return value if len(value) >= 3 else None


def _clauses(chunks: Sequence[Chunk], text: str) -> list[list[Chunk]]:
    parts: list[list[Chunk]] = [[]]
    for before, chunk in zip([None, *chunks], chunks, strict=False):
        if before is not None and _BREAK.search(text[before.end : chunk.start]):
            parts.append([])
        parts[-1].append(chunk)
    return [part for part in reversed(parts) if part and len(part) < len(chunks)]


def _ruled(clause: Sequence[Chunk], chunks: Sequence[Chunk], text: str, now: datetime) -> Reading | None:
    best = book("customer").best(clause)
    if best is None:
        return None
    rule, cost = best
    ask = _BUILD[rule.kind](_Said(chunks if rule.kind.startswith("update") else clause, chunks, text, now))
    return Reading(ask, cost - rule.slack) if ask is not None else None


def _voice(chunks: Sequence[Chunk], text: str) -> Reading | None:
    """Something that a person must answer: its own words are kept whole, so most of them may be unknown."""
    said = frozenset().union(*(chunk.concepts for chunk in chunks))
    unknown = sum(chunk.weight for chunk in chunks if chunk.sort is Sort.UNKNOWN)
    if unknown > 0.6 * len(chunks) + 0.5:
        return None
    matter = said & {"item", "thing"} or said >= {"bad", "strong_bad"} or "strong_bad" in said and said & {"order", "service_thing", "messages"}
    wish = _WISH_END.search(text) is not None or _WISH_ENGLISH.search(text.lower()) is not None
    if "idea_cue" in said and said & {"idea_thing", "item", "hours", "open_shop", "until"}:
        return Reading(asks.Voice("idea", text), 0.0)
    if not matter:
        return None
    if wish and said & {"work", "bad"} and "strong_bad" not in said:
        return Reading(asks.Voice("request", text), 0.0)
    if said & {"bad", "strong_bad"}:
        return Reading(asks.Voice("complaint", text), 0.0)
    return None


@dataclass(frozen=True, slots=True)
class _Said:
    """The slots of a sentence, as the questions want them."""

    clause: Sequence[Chunk]
    chunks: Sequence[Chunk]
    text: str
    now: datetime

    def has(self, *concepts: str) -> bool:
        return any(chunk.concepts & set(concepts) for chunk in self.clause)

    def value(self, concept: str) -> str | None:
        """The last value of that sort: "not 010-1111-2222 but 010-3333-4444" names the new one last."""
        found = [self.text[c.start : c.end] for c in self.chunks if c.sort is Sort.VALUE and concept in c.concepts]
        return found[-1] if found else None

    @property
    def when(self) -> datetime | None:
        moments = [c.value.moment for c in self.chunks if isinstance(c.value, TimeSpan) and c.value.moment is not None]
        timed = [moment for moment in moments if isinstance(moment, datetime)]
        days = [moment for moment in moments if not isinstance(moment, datetime)]
        if timed and days and timed[0].date() == self.now.date():
            return datetime.combine(days[0], timed[0].timetz())
        return (timed or days or [None])[0]

    @property
    def service(self) -> str | None:
        used = [c for c in self.chunks if c.sort is Sort.SPAN]
        for chunk in self.chunks:
            if chunk.sort is Sort.ITEM:
                after = next((c for c in self.chunks if c.start >= chunk.end), None)
                named = after is not None and after not in used and after.concepts & {"thing", "book_word"} and "예약" not in after.text
                tail = f" {after.text}" if after is not None and named else ""
                return f"{chunk.text}{tail}"
        found = re.search(r"방문\s?수거|수거|픽업|배달|배송|pick\s?-?up|collection|delivery", self.text, re.IGNORECASE)
        return found.group() if found else None

    @property
    def language(self) -> str | None:
        for chunk in reversed(self.clause):
            for concept, code in _LANGUAGES.items():
                if concept in chunk.concepts:
                    return code
            if "other_language" in chunk.concepts:
                return _OTHER_LANGUAGES.get(chunk.text.lower())
        return None

    @property
    def scope(self) -> str | None:
        if self.has("marketing"):
            return "marketing"
        return "all" if self.has("all") or re.search(r"\bat all\b|아무\s?것도|아무것도|일절|일체", self.text) else None


def _phone(said: _Said) -> CustomerAsk:
    value = said.value("phone_value")
    return asks.Update("phone", details.phone(value) if value else None)


def _birthday(said: _Said) -> CustomerAsk:
    value = said.value("birth_value")
    return asks.Update("birthday", details.birthday(value) if value else None)


_BUILD: dict[str, Callable[[_Said], CustomerAsk | None]] = {
    "undo": lambda said: asks.Undo(),
    "help": lambda said: asks.Help(),
    "stop": lambda said: asks.Stop(),
    "history": lambda said: asks.History(),
    "who_saw": lambda said: asks.WhoSaw(),
    "why_this": lambda said: asks.WhyThis(),
    "status": lambda said: asks.Status(),
    "status_points": lambda said: asks.Status("points"),
    "status_balance": lambda said: asks.Status("balance"),
    "status_visits": lambda said: asks.Status("visits"),
    "status_appointments": lambda said: asks.Status("appointments"),
    "status_orders": lambda said: asks.Status("orders"),
    "status_details": lambda said: asks.Status("details"),
    "stop_messages": lambda said: asks.StopMessages(said.scope),
    "start_messages": lambda said: asks.StartMessages(said.scope),
    "export": lambda said: asks.Export(),
    "erase": lambda said: asks.Erase(),
    "book": lambda said: asks.Book(said.when, said.service),
    "cancel": lambda said: asks.Cancel(),
    "recommend": lambda said: asks.Recommend(),
    "refer": lambda said: asks.Refer(),
    "hours": lambda said: asks.Hours(),
    "thanks": lambda said: asks.Thanks(),
    "set_language": lambda said: asks.SetLanguage(said.language),
    "update_phone": _phone,
    "update_email": lambda said: asks.Update("email", said.value("email_value")),
    "update_birthday": _birthday,
    "update_address": lambda said: asks.Update("address"),
    "update_name": lambda said: asks.Update("name"),
}
