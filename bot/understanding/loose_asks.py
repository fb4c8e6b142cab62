"""What can be told of a deed from a sentence that is most like one and fits none of its lines.

Only its pieces are looked at, so it is always asked about before anything is done.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta

from bot.understanding import counter, owner
from bot.understanding.asks.closed_list import OwnerAsk
from bot.understanding.asks.money import PayPromise
from bot.understanding.asks.orders import FindTag, SetTag, TagFetched, TagReady
from bot.understanding.asks.people import Doubles
from bot.understanding.asks.shop import ChangeShop, DaysOff, NamedDays
from bot.understanding.asks.visits import RecordSeveral, RecordVisit
from bot.understanding.likely_asks import Said
from bot.understanding.lines.line import SUM_FROM
from bot.understanding.numbers import Number
from bot.understanding.people import is_known, spoken
from bot.understanding.pieces import Sort
from bot.understanding.ranges import with_ranges
from bot.understanding.recording import loosely
from bot.understanding.spans import DAY, TimeSpan, month_after
from bot.understanding.titled_things import with_titles
from bot.understanding.visit_lines import several

_PART_OF_A_DAY = re.compile(r"오전|오후|새벽|아침|저녁|반나절|\b(?:mornings?|afternoons?|evenings?|half|noon)\b")
# Days of the week written one behind the other are no pieces yet: "다음주 월화 쉬어요".
_DAYS_IN_A_ROW = re.compile(r"(?<![가-힣])[월화수목금토일](?:\s?[,~-]?\s?[월화수목금토일])+(?![가-힣]{2})")
_MOST_DAYS = 31
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<!\d)0\d{1,2}[ .-]?\d{3,4}[ .-]?\d{4}(?!\d)")
_REACHED = re.compile(r"가게|매장|연락처|문의|대표|카톡|메일|전화|\b(?:contact|e-?mail|mail|phone|shop|our)\b")
_FROM_TO = re.compile(r"→|->|=>|에서|\bfrom\b")
# "외상 안 갚는대", "어제 갚았대": no promise.
_WILL_NOT = re.compile(
    r"(?<![가-힣])(?:안|못)\s|갚[았으]|냈|내셨|[줬됐했]|보냈|\b(?:not|never|refuses?|paid|settled|cleared)\b|n'?t\b"
)
_A_RACK = re.compile(r"행거|옷걸이|걸이|칸|열\s?\d|\b(?:rack|rail|bay|hook|hanger|shelf)\b")


def made_loosely(kind: str, said: Said) -> OwnerAsk | None:
    """What an owner's sentence of that kind may come to; None where too little is said of it."""
    return _LOOSELY[kind](said) if kind in _LOOSELY else None


def _record_visit(said: Said) -> OwnerAsk | None:
    return loosely(said.chunks, said.text, said.now, said.lexicon)


def _record_several(said: Said) -> OwnerAsk | None:
    def visit(part: str) -> RecordVisit | None:
        found = loosely(owner.cut(part, said.now, said.lexicon), part, said.now, said.lexicon)
        says_something = found is not None and (found.items or found.amount is not None)
        return found if found is not None and says_something and is_known(found.name, said.lexicon) else None

    visits = several(said.text, said.chunks, visit)
    return RecordSeveral(visits) if len(visits) > 1 else None


def _days_off(said: Said) -> OwnerAsk | None:
    """Days in full on which the shop stays closed: "28일 가족여행 휴무", "closed for a funeral friday and saturday"."""
    today, low = said.now.date(), said.text.lower()
    if counter.is_asked(low) or _PART_OF_A_DAY.search(low) or _DAYS_IN_A_ROW.search(low):
        return None
    days: list[date] = []
    for chunk in with_ranges(said.chunks, said.text, today):
        span = chunk.value
        if not isinstance(span, TimeSpan) or (span.days and span.moment is None):
            continue
        if isinstance(span.moment, datetime):
            return None
        if span.moment is not None:
            days.append(_in_that_month(span.moment, days[-1]) if days else span.moment)
        elif span.coming is not None and span.coming.name == "span":
            stretch = (span.coming.end - span.coming.start).days
            if stretch > _MOST_DAYS:
                return None
            days += [span.coming.start + timedelta(days=at) for at in range(stretch)]
        else:
            return None
    coming = tuple(sorted(set(days)))
    if not coming or coming[0] < today:
        return None
    if coming[-1] - coming[0] == timedelta(days=len(coming) - 1):
        return DaysOff(coming[0], coming[-1], closed=True)
    return NamedDays(coming, closed=True)


def _in_that_month(day: date, before: date) -> date:
    """ "12월 24일 28일": a day that would lie before the one just named is one of that month."""
    last = (month_after(before.replace(day=1)) - DAY).day
    return before.replace(day=day.day) if day < before and before.day < day.day <= last else day


def _change_shop(said: Said) -> OwnerAsk | None:
    """The new price of one thing, or where the shop is reached: "skirts 4500 from today", "이메일 바뀜 a@b.org"."""
    reached = _MAIL.search(said.text) or _PHONE.search(said.text)
    if reached is not None:
        return ChangeShop("contact", reached.group()) if _REACHED.search(said.text.lower()) else None
    things = [chunk for chunk in with_titles(said.chunks, said.text) if chunk.sort is Sort.ITEM]
    sums = [
        chunk.value.value
        for chunk in said.chunks
        if isinstance(chunk.value, Number) and (chunk.sort is Sort.MONEY or chunk.value.value >= SUM_FROM)
    ]
    told = len(sums) == 1 or (len(sums) == 2 and _FROM_TO.search(said.text.lower()) is not None)
    # "와이셔츠 2500" may be anything.
    says_more = len(said.chunks) > len(things) + len(sums) and not any(one.sort is Sort.NAME for one in said.chunks)
    return ChangeShop("prices", f"{things[0].value} {sums[-1]:f}") if told and len(things) == 1 and says_more else None


def _number(said: Said) -> str:
    """The only number of a sentence, as the number of a tag: "271 out", "93번 위치"."""
    numbers = [chunk.value for chunk in said.chunks if chunk.sort in (Sort.NUMBER, Sort.COUNT)]
    return str(int(numbers[0].value)) if len(numbers) == 1 and isinstance(numbers[0], Number) else ""


def _of_a_tag(ask: Callable[[str], OwnerAsk]) -> Callable[[Said], OwnerAsk | None]:
    return lambda said: ask(_number(said)) if _number(said) else None


def _set_tag(said: Said) -> OwnerAsk | None:
    name = spoken([chunk for chunk in said.chunks if chunk.sort is Sort.NAME], said.lexicon)
    tag = "" if _A_RACK.search(said.text.lower()) else _number(said)
    # "1 trousers" counts; numbers of tags are longer.
    return SetTag(name, tag, "") if name is not None and len(tag) > 1 else None


def _merge(said: Said) -> OwnerAsk | None:
    """Of one name it cannot be told which records are meant: all that may be doubles are shown."""
    return Doubles() if any(chunk.sort is Sort.NAME for chunk in said.chunks) else None


def _walk_ins(said: Said) -> OwnerAsk | None:
    """Whoever is called "a student" or "익명 손님" has no name of the shop's people."""
    chunks = [chunk for chunk in said.chunks if chunk.sort is not Sort.NAME]
    name = spoken([chunk for chunk in said.chunks if chunk.sort is Sort.NAME], said.lexicon)
    known = name is not None and is_known(name, said.lexicon)
    return None if known else counter.deed_of("walk_ins", chunks, said.text, said.now, said.lexicon)


def _pay_promise(said: Said) -> OwnerAsk | None:
    name = spoken([chunk for chunk in said.chunks if chunk.sort is Sort.NAME], said.lexicon)
    spans = [chunk.value for chunk in said.chunks if isinstance(chunk.value, TimeSpan)]
    when = next((span.moment for span in spans if span.moment is not None), None)
    will = name is not None and _WILL_NOT.search(said.text.lower()) is None
    return PayPromise(name, said.text, when) if name is not None and will else None


_LOOSELY: Mapping[str, Callable[[Said], OwnerAsk | None]] = {
    "record_visit": _record_visit,
    "record_several": _record_several,
    "days_off": _days_off,
    "change_shop": _change_shop,
    "find_tag": _of_a_tag(FindTag),
    "tag_ready": _of_a_tag(TagReady),
    "tag_fetched": _of_a_tag(TagFetched),
    "set_tag": _set_tag,
    "merge": _merge,
    "walk_ins": _walk_ins,
    "pay_promise": _pay_promise,
}
