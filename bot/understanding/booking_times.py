"""Of several times in a sentence the one that a booking is to be at: "금요일 3시 예약을 월요일로", "to Thursday"."""

import re
from collections.abc import Sequence
from datetime import date, datetime

from bot.understanding.asks.appointments import Book
from bot.understanding.normalise import flat
from bot.understanding.numbers import number
from bot.understanding.periods import find_spans
from bot.understanding.spans import TimeSpan

_TO = re.compile(r"\s?(?:으로|로)(?![가-힣]*\s?온)")
_TO_BEFORE = re.compile(r"\b(?:to|do|make it)\s(?:the\s|be\s)?$")
_FROM = re.compile(
    r"\s?(?:에서|말고|대신|꺼|거|건|것|(?:에\s)?(?:잡은\s|잡힌\s|있는\s)?(?:예약|커트|펌|염색|시술))"
    r"|(?:'s)?\s(?:appointment|booking|slot|appt|one|cut|haircut|visit)\b"
)
_FROM_BEFORE = re.compile(
    r"\b(?:from|instead of|rather than|not|booked for|booking on|appointment on|appointment at)\s$"
)
# "화요일에서 목요일로" is no stretch of time here.
_FROM_ONE_TO = re.compile(
    r"(?<=[일시분])에서\s?(?=(?:다음|이번|오전|오후|저녁)?\s?(?:[월화수목금토일]요일|\d{1,2}\s?[시일월]))"
)
# What stands around the one time in "그거 5시로 옮겨 주세요"; the time itself is the end of the line.
_MOVE_IT = re.compile(
    r"(?:(?:저기|혹시|그럼|그러면|죄송한데|그거|그것|그걸|그건|이거|이걸|제\s?거|시간)(?:을|를|은)?[\s,]*)*"
    r"\n\s?(?:으로|로)\s?(?:좀\s?)?"
    r"(?:옮|바꿔|바꾸|바꿀|변경|미뤄|미루|미룰|당겨|당기|당길|늦춰|조정)[가-힣\s]*[\s?.!~^]*"
    r"|(?:(?:hi|hello|sorry|please|ok|okay|actually|then|so|let'?s|i'?d like to|i want to|i need to)[\s,]*)*"
    r"(?:(?:can|could|would|may|might) (?:you|we|i|u) (?:please )?)?"
    r"(?:move|change|reschedule|push|switch|shift|postpone) (?:it|that|this|mine|my time|the time)(?: back| forward)?"
    r" (?:to|till|until|for)?\s?\n[\s,]*(?:please|instead|if (?:that'?s )?possible|thanks|thank you|then|pls)?[\s?.!]*"
)
_TODAY = re.compile(r"오늘|\b(?:today|tonight|this)\b")
# Whoever cannot come and asks for another time in the same breath moves the booking.
_ANOTHER = re.compile(
    r"되나|될까|돼요\?|가능|어때|어떨|괜찮|잡아|예약\s?(?:해|부탁)|바꿔|옮겨|[로]\s?(?:해|할|부탁)"
    r"|\b(?:ok|okay|possible|instead|how about|what about|(?:can|could|would|will) (?:we|i|you)|is|book|rather|maybe)\b"
)
_CANNOT_COME = re.compile(r"못\s?(?:오|와|올|온|가|갈|간)|\b(?:can'?t|cannot|unable to|not able to)\s(?:come|make)\b")
# "30분 뒤로", "an hour earlier": from where it is, and not from now.
_OFF_KO = re.compile(
    r"(?P<n>\d{1,3}|한|두|세|반|십|이십|삼십)\s?(?P<unit>시간|분)(?P<half>\s?반)?\s?(?:만|정도|쯤)?\s?(?:만\s)?"
    r"(?:(?P<later>더\s?늦|늦[춰추출게]|뒤로|미[뤄루룰])|(?P<earlier>[당땡][겨기길]|앞으로|앞당|일찍|빨리))"
)
_OFF_EN = re.compile(
    r"\b(?P<n>half an|an?|\d{1,3}|one|two|three)\s(?P<unit>hours?|hrs?|min(?:ute)?s?)\b(?P<up>\sup\b)?"
)
_EARLIER = re.compile(r"\b(?:earlier|forward|sooner|bring)\b")
_LATER = re.compile(r"\b(?:push|back|later|delay|postpone|shift)\b")
_UNTIL = re.compile(r"\s?까지")
_UNTIL_BEFORE = re.compile(r"\b(?:until|till|til|through|since)\s$")


def moved_to(text: str, now: datetime) -> datetime | date | None:
    """The time that a booking is to be moved to, where more than one is named; None where that is not so."""
    low = _FROM_ONE_TO.sub(" 말고 ", flat(text))
    spans = [span for span in find_spans(low, now) if span.moment is not None]
    if len(spans) < 2:
        return None
    aimed = [span for span in spans if _TO.match(low, span.end) or _TO_BEFORE.search(low[: span.start])]
    others = [s for s in spans if not (_FROM.match(low, s.end) or _FROM_BEFORE.search(low[: s.start]))]
    return _with_its_day((aimed or others or spans)[-1], spans, low, now)


def moved_from(text: str, now: datetime) -> datetime | date | None:
    """The time of the booking that is to be moved, where it is named beside the other one."""
    low = _FROM_ONE_TO.sub(" 말고 ", flat(text))
    spans = [span for span in find_spans(low, now) if span.moment is not None]
    left = [s for s in spans if _FROM.match(low, s.end) or _FROM_BEFORE.search(low[: s.start])]
    return left[0].moment if left and len(spans) > 1 else None


def minutes_off(text: str) -> int | None:
    """By how many minutes something is to be later, or below zero earlier: "한 시간 늦춰", "push it back an hour"."""
    low = flat(text)
    korean = _OFF_KO.search(low)
    if korean is not None:
        minutes = minutes_said(korean["n"], korean["unit"]) + (30 if korean["half"] else 0)
        return -minutes if korean["earlier"] else minutes
    found = _OFF_EN.search(low)
    if found is None or not (found["up"] or _EARLIER.search(low) or _LATER.search(low)):
        return None
    minutes = minutes_said(found["n"], found["unit"])
    return -minutes if found["up"] or _EARLIER.search(low) else minutes


def minutes_said(count: str, unit: str) -> int:
    """Minutes of "30분", "반 시간", "half an hour"."""
    value = 0.5 if count == "반" else float(number(count) or 0)
    return round(value * (1 if unit.startswith(("분", "min")) else 60))


def moves_it(text: str, now: datetime) -> datetime | date | None:
    """The other time, of a sentence that says no more than "그거 5시로 옮겨 주세요" or "can you move it to Friday?"."""
    low = flat(text)
    spans = [span for span in find_spans(low, now) if span.moment is not None]
    if len(spans) != 1 or not _MOVE_IT.fullmatch(f"{low[: spans[0].start]}\n{low[spans[0].end :]}"):
        return None
    return spans[0].moment


def cannot_come(text: str) -> bool:
    """Whether somebody says that they cannot come."""
    return _CANNOT_COME.search(flat(text)) is not None


def instead_of_cancelling(text: str, now: datetime) -> Book | None:
    """ "금요일엔 못 가요, 월요일은 되나요?": the other time that is asked for, if one is."""
    low = _FROM_ONE_TO.sub(" 말고 ", flat(text))
    spans = [span for span in find_spans(low, now) if span.moment is not None]
    if len(spans) < 2:
        return None
    first, last = spans[0], spans[-1]
    if _UNTIL.match(low, last.end) or _UNTIL_BEFORE.search(low[: last.start]):
        return None
    asked = _ANOTHER.search(low[first.end : last.start]) or _ANOTHER.search(low[last.end :])
    return Book(_with_its_day(last, spans, low, now), move=True) if asked else None


def _with_its_day(span: TimeSpan, spans: Sequence[TimeSpan], low: str, now: datetime) -> datetime | date | None:
    """An hour alone is one of the day that was named beside it: "월요일 예약을 5시로"."""
    at = span.moment
    alone = isinstance(at, datetime) and at.date() == now.date() and not _TODAY.search(low[span.start : span.end])
    days = [other.moment for other in spans if other is not span]
    if not alone or not isinstance(at, datetime) or not days or days[-1] is None:
        return at
    day = days[-1]
    return datetime.combine(day.date() if isinstance(day, datetime) else day, at.timetz())
