"""What a customer's sentence names: a value, a time, a service, a detail, a language, which messages."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.understanding.booking_times import moved_to
from bot.understanding.normalise import flat
from bot.understanding.periods import find_spans
from bot.understanding.phrasebook import phrases
from bot.understanding.pieces import Chunk, Sort
from bot.understanding.spans import TimeSpan

MOVED = re.compile(
    r"바꿔|바꾸|바꿀|옮|미루|미뤄|미룰|당겨|당기|당길|변경|늦춰|늦출"
    r"|\b(?:move|change|reschedule|postpone|push|switch|bring forward|another time|different (?:time|day))\b"
)
# What is said of a value that is no more.
_OLD_NOW = re.compile(
    r"(?:은|는|이|가)?[\s,]*(?:이제\s?|더\s?이상\s?)?(?:안\s?써|안\s?쓰|없어졌|해지|정지|끊|말고|아니고|아니라|옛날\s?번호)"
    r"|[\s,]*(?:(?:one|number|address)\s)?"
    r"(?:(?:is|was)\s(?:now\s)?(?:dead|gone|no longer|not|cancell?ed|disconnected|my old|the old)"
    r"|no longer|doesn'?t work|anymore|any more)\b",
    re.IGNORECASE,
)
_OLD_BEFORE = re.compile(
    r"\b(?:instead of|rather than|not|old (?:one|number|address)(?: is| was)?)[\s:]*$", re.IGNORECASE
)
_PROMOTION = re.compile(r"세일|할인|쿠폰|이벤트|홍보|\bpromo|\bdeals\b|\boffers\b")
# What is booked though it stands on no price list, or under another spelling.
_SERVICES = re.compile(r"방문\s?수거|수거|픽업|배달|배송|pick\s?-?up|collection|delivery|\bhaircuts?\b", re.IGNORECASE)
# A language that something is to be written in.
_INTO = re.compile(r"\b(?:in|to|into|use|using|prefer)\s+$", re.IGNORECASE)
_WITH_RO = re.compile(r"[가-힣]+로(?![가-힣])")
_LANGUAGES = {"korean": "ko", "english": "en", "chinese": "zh", "japanese": "ja"}
# "완성 알림이고 할인이고 다", "ads and notices alike": of whatever sort.
_EVERY_SORT = re.compile(
    r"(?:이고|이든지?|이건)\s.*(?:이고|이든지?|이건)\s"
    r"|(?:이든|든|고)\s(?:뭐|광고|홍보|이벤트|할인|소식|알림|안내|모든).*(?:다|모든|전부|모두)"
    r"|(?:어떤|그\s?어떤)\s?(?:연락|문자|톡|메시지|메세지|알림)도|(?:문자|톡|알림|연락)\s?(?:한\s?통|하나)도"
    r"|(?:광고|할인|소식)\s?(?:도\s?)?포함|\b(?:included|including)\b|\bno\s\w+,\s?no\s\w+"
    r"|\bnothing from (?:you|u)\b|\b(?:and|or)\s\w+\s(?:alike|both)\b|\bthe lot\b|\ball of it\b|\band everything\b"
    r"|\babout anything\b|\bget anything\b|\beverything back on\b|\bneither\b.*\bnor\b|\bboth\b.*\band\b"
    r"|\bevery (?:single|message|text|kind|sort|type)\b"
    r"|\bnews and (?:ads?|offers?|advert\w*)\b|\bnot a single\b|\bof any (?:kind|sort)\b"
)


def _language_of(chunk: Chunk) -> str | None:
    for concept, code in _LANGUAGES.items():
        if concept in chunk.concepts:
            return code
    for code, words in phrases("asks")["languages"].items():
        if chunk.text in words:
            return str(code)
    return None


@dataclass(frozen=True, slots=True)
class Slots:
    """The slots of a sentence, as the questions want them."""

    clause: Sequence[Chunk]
    chunks: Sequence[Chunk]
    text: str
    now: datetime

    def has(self, *concepts: str) -> bool:
        return any(chunk.concepts & set(concepts) for chunk in self.clause)

    def value(self, concept: str) -> str | None:
        """The last value of that sort: "not 010-1111-2222 but 010-3333-4444" names the new one last.

        What is said to be the old one is none: "010-3333-4444 now, 010-1111-2222 is dead".
        """
        found = [c for c in self.chunks if c.sort is Sort.VALUE and concept in c.concepts]
        living = [
            c for c in found if not _OLD_NOW.match(self.text, c.end) and not _OLD_BEFORE.search(self.text[: c.start])
        ]
        return next((self.text[c.start : c.end] for c in reversed(living or found)), None)

    @property
    def when(self) -> datetime | date | None:
        if MOVED.search(self.text.lower()) and (moved := moved_to(self.text, self.now)) is not None:
            return moved
        spans = [c.value for c in self.chunks if isinstance(c.value, TimeSpan)]
        # "1 December" may be a birthday as well; beside a booking it is a day like any other.
        dated = [] if any(span.moment for span in spans) or not self.has("birth_value") else self._dates()
        moments = [span.moment for span in (*spans, *dated) if span.moment is not None]
        timed = [moment for moment in moments if isinstance(moment, datetime)]
        days = [moment for moment in moments if not isinstance(moment, datetime)]
        if timed and days and timed[0].date() == self.now.date():
            return datetime.combine(days[0], timed[0].timetz())
        return timed[0] if timed else days[0] if days else None

    def _dates(self) -> list[TimeSpan]:
        return find_spans(flat(self.text), self.now)

    @property
    def service(self) -> str | None:
        used = [c for c in self.chunks if c.sort is Sort.SPAN]
        for chunk in self.chunks:
            if chunk.sort is Sort.ITEM:
                after = next((c for c in self.chunks if c.start >= chunk.end), None)
                named = (
                    after is not None
                    and after not in used
                    and after.concepts & {"thing", "book_word"}
                    and "예약" not in after.text
                )
                tail = f" {after.text}" if after is not None and named else ""
                return f"{chunk.text}{tail}"
        found = _SERVICES.search(self.text)
        return found.group() if found else None

    @property
    def detail(self) -> str | None:
        """Which detail is spoken of: an "e-mail address" is no address."""
        return next((detail for concept, detail in _DETAILS.items() if self.has(concept)), None)

    @property
    def language(self) -> str | None:
        """The language that is wished for; of two it is the one with 로, in or to: "중국어로요, 한국어는 힘들어요"."""
        named = [(chunk, code) for chunk in reversed(self.clause) if (code := _language_of(chunk)) is not None]
        wished = [code for chunk, code in named if self._is_wished(chunk)]
        return next(iter([*wished, *(code for _, code in named)]), None)

    def _is_wished(self, chunk: Chunk) -> bool:
        before = f"{self.text[: chunk.start]}{chunk.text.rpartition(' ')[0]} "
        return _INTO.search(before) is not None or _WITH_RO.match(self.text[chunk.start :]) is not None

    @property
    def scope(self) -> str | None:
        if _EVERY_SORT.search(self.text.lower()):
            return "all"
        if self.has("marketing") or _PROMOTION.search(self.text.lower()):
            return "marketing"
        return (
            "all"
            if self.has("all")
            or re.search(
                r"아무\s?(?:연락|문자|톡|메시지|메세지|알림)|\bat all\b|\banything\b|\bnothing\b|\bever again\b"
                r"|아무\s?것도|아무것도|일절"
                r"|일체",
                self.text,
            )
            else None
        )


_DETAILS = {"email": "email", "address": "address", "birthday": "birthday", "name_word": "name", "phone": "phone"}


def is_of_every_sort(text: str) -> bool:
    """Whether all messages are meant, of whatever sort."""
    return _EVERY_SORT.search(text.lower()) is not None
