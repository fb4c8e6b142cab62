"""What customers wish of the things they left: "셔츠 먼저 찾을 수 있나요?", "my coat on Thursday instead, please"."""

import re
from collections.abc import Sequence
from datetime import datetime

from bot.understanding.asks.orders import ThingsDay, ThingsFetched, ThingsFirst
from bot.understanding.booking_times import moved_to
from bot.understanding.normalise import flat
from bot.understanding.periods import find_spans
from bot.understanding.pieces import Chunk, Sort, concepts_of
from bot.understanding.vague_times import names_no_day

_LONGEST = 120
_OTHER_MATTERS = frozenset({"kin", "friend", "bad", "strong_bad", "idea_cue"})
_FIRST = re.compile(
    r"(?<![시일월주])(?:먼저|우선|부터)\s?(?:좀\s?|미리\s?|먼저\s?)?(?:찾|받|가져|가지러|가지고|픽업|수령|주[실세시면]|줄\s?수|줘|내\s?주)"
    r"|\b(?:get|have|collect|pick|fetch|grab|take|receive|give me|hand me)\b.{0,40}?"
    r"\b(?:first\b(?!\s(?:thing|floor|time|day))|before the (?:rest|others?)|ahead of the (?:rest|others?)|separately)"
)
_READY = re.compile(r"(?:다\s?)?(?:된|됐|끝난|완성된|준비된)\s?(?:것|거|옷|건|물건)|\b(?:ready|done|finished)\b")
# "언제부터 찾을 수 있어요?", "연락 먼저 주세요": no wish of that kind.
_NO_FIRST = re.compile(r"언제|몇\s?[시일]|연락|전화|문자|답|\b(?:when|what time|call|text|message)\b")
_OF_THINGS = re.compile(
    r"찾(?:는|으러\s?가는|아갈|아가는|을)\s?(?:날|시간)|찾기로\s?한|약속\s?(?:한\s?)?(?:날|시간)|맡긴|세탁물"
    r"|(?<![가-힣])옷(?:을|은|도)?\s|다른\s?날\S*\s?(?:찾|받)"
    r"|\b(?:pick[\s-]?up|collection|ready|promised) (?:date|day|time)\b"
    r"|\bmy (?:clothes|laundry|things|stuff|order|cleaning)\b"
)
_ANOTHER_DAY = re.compile(
    r"바꿔|바꾸|바꿀|옮|미루|미뤄|미룰|당겨|당기|당길|변경|늦춰|늦출|(?:더\s?)?(?:빨리|일찍|늦게)\s?(?:찾|받|될)|다른\s?날|\s말고\s"
    r"|\b(?:move|change|reschedule|postpone|push|switch|bring forward|earlier|sooner|later|another (?:day|time)"
    r"|different (?:day|time|date)|instead(?!\sof\s\w+ing))\b"
)
_SAYS_WHEN = re.compile(
    r"날|언제|요일|시간|미루|미뤄|미룰|당겨|당기|당길|늦춰|늦출|빨리|일찍|늦게"
    r"|\b(?:day|date|time|when|reschedule|postpone|push|earlier|sooner|later|instead|forward)\b"
)
# "could I have the jacket by Thursday?", "코트 목요일까지 찾을 수 있을까요?"; who only asks whether it will be is told.
_AT_LATEST = re.compile(
    r"\b(?:can|could|may|might) (?:i|we) (?:please |possibly |maybe )?(?:have|get|pick up|collect|fetch|pick)\b"
    r"|\b(?:can|could|would) (?:you|u|ya) (?:please |possibly |maybe )?(?:have|get|finish|do)\b"
    r"|\bcould\b.{1,25}\bbe (?:ready|done|finished)\b|\bpossible (?:for me )?to (?:have|get|pick up|collect)\b"
    r"|(?:찾을|받을|찾아갈|가져갈|해\s?주실|해주실|될|되실)\s?수\s?있(?:을까|나|어)|(?:될|가능할|가능하실|안\s?될)까요|받고\s?싶"
)
_BY = re.compile(r"\b(?:by|before)\s")
_UNTIL = re.compile(r"\s?(?:까지|전에|전까지|안에|안으로)")
_BOOKED = re.compile(r"예약|\b(?:appointment|booking|appt|slot|reservation|book)\b")
_WANTED = re.compile(
    r"주세|주실|주시|줘|줄래|수\s?있|되나|될까|돼요|가능|싶|좋겠|좋을|부탁|할게|[을를]게|갈게|[을할볼]래|해요\b|면\s?(?:돼|되|안)"
    r"|\b(?:can|could|may|please|pls|i'?d|want|need|possible|would|will|i'?ll|let me)\b"
)
# "내일 찾으러 갈게요", "I'll pick it up on Tuesday": told, and no question.
_FETCHES = re.compile(
    r"(?:찾으러|가지러|픽업하러|받으러)\s?(?:갈게|갑니다|가겠|들를게|들르겠|올게|오겠|가려고|갈\s?예정|갈\s?거)"
    r"|(?:찾아|가져)갈게|(?:찾아|가져)가겠"
    r"|\bi(?:'?ll| will|'?m going to| am going to|'?m coming to) "
    r"(?:(?:come|drop|stop) (?:by |in |over )?(?:to |and )?)?"
    r"(?:pick\b.{1,30}?\bup|pick up|collect|fetch|get (?:it|them|my))\b"
)


# "다음 주에 찾아도 돼요?": they hear what is here, what of it is ready and when somebody is there.
_MAY_FETCH = re.compile(
    r"(?:찾아|찾아가|찾으러\s?가|가지러\s?가|받으러\s?가)도\s?(?:돼|되|될|괜찮)"
    r"|\b(?:can|could|may) i (?:come (?:and |to |over )?)?"
    r"(?:pick (?:it|them|my \w+) up|pick up (?:it|them|my)|collect|fetch)\b"
)


def asks_to_fetch(text: str, chunks: Sequence[Chunk]) -> bool:
    """Whether somebody asks if they may come for their own things."""
    low = flat(text)
    return (
        len(low) <= _LONGEST
        and not concepts_of(chunks) & _OTHER_MATTERS
        and not _BOOKED.search(low)
        and _MAY_FETCH.search(low) is not None
    )


def read_fetching(text: str, chunks: Sequence[Chunk], now: datetime) -> ThingsFetched | None:
    """When somebody comes for their own things; None where no day is said, or it is asked, or somebody else comes."""
    low = flat(text)
    if len(low) > _LONGEST or "?" in text or concepts_of(chunks) & _OTHER_MATTERS or _BOOKED.search(low):
        return None
    days = [span.moment for span in find_spans(low, now) if span.moment is not None]
    if len(days) != 1 or (days[0] == now.date() and names_no_day(text)):
        return None
    return ThingsFetched(days[0]) if _FETCHES.search(low) else None


def read_thing_wish(text: str, chunks: Sequence[Chunk], now: datetime) -> ThingsFirst | ThingsDay | None:
    """The wish. What is told, asked about somebody else's things or about a booking is none."""
    low = flat(text)
    if len(low) > _LONGEST or concepts_of(chunks) & _OTHER_MATTERS or not _WANTED.search(low):
        return None
    items = _items(chunks)
    first = _FIRST.search(low)
    if first is not None and not _NO_FIRST.search(low) and (items or _READY.search(low) or _OF_THINGS.search(low)):
        return what_first(text, chunks)
    if _BOOKED.search(low) or not (items or _OF_THINGS.search(low)):
        return None
    another = _ANOTHER_DAY.search(low)
    # "허리를 고무줄로 바꿔줄 수 있겠소" changes no day.
    if another is not None and (_SAYS_WHEN.search(low) or find_spans(low, now)):
        return another_day(text, chunks, now)
    return _at_latest(low, items, now) if _AT_LATEST.search(low) else None


def what_first(text: str, chunks: Sequence[Chunk]) -> ThingsFirst:
    """A sentence that is known to wish something before the rest."""
    items, first = _items(chunks), _FIRST.search(flat(text))
    named = _before_the_rest(items, first) if first else items[0] if len(items) == 1 else None
    return ThingsFirst(str(named.value) if named else None)


def wishes_another_day(text: str) -> bool:
    """Whether a sentence that is most like such a wish says so: "haircut tomorrow at 2pm?" wishes a booking."""
    low = flat(text)
    return any(pattern.search(low) for pattern in (_ANOTHER_DAY, _AT_LATEST, _OF_THINGS, _BY, _UNTIL))


def another_day(text: str, chunks: Sequence[Chunk], now: datetime) -> ThingsDay:
    """A sentence that is known to wish things on another day."""
    items = _items(chunks)
    days = [span.moment for span in find_spans(flat(text), now) if span.moment is not None]
    return ThingsDay(str(items[0].value) if items else None, moved_to(text, now) or (days[0] if days else None))


def _at_latest(low: str, items: Sequence[Chunk], now: datetime) -> ThingsDay | None:
    spans = [span for span in find_spans(low, now) if span.moment is not None]
    before = len("before the ")
    by = [s for s in spans if _BY.search(low[max(0, s.start - before) : s.end]) or _UNTIL.match(low, s.end)]
    if len(spans) != 1 or not by:
        return None
    return ThingsDay(str(items[0].value) if items else None, by[0].moment, at_latest=True)


def _items(chunks: Sequence[Chunk]) -> list[Chunk]:
    return [chunk for chunk in chunks if chunk.sort is Sort.ITEM]


def _before_the_rest(items: Sequence[Chunk], first: re.Match[str]) -> Chunk | None:
    """In "바지보다 셔츠 먼저" what stands before the word, in "get the shirts first" what stands in it."""
    korean = not first.group().isascii()
    near = [one for one in items if (one.start < first.start() if korean else one.start >= first.start())]
    return (near[-1] if korean else near[0]) if near else items[0] if len(items) == 1 else None
