"""One line that writes a visit down: 김수연 와이셔츠 3장 7500."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cache

from bot.understanding.asks.values import Item, Spoken
from bot.understanding.asks.visits import RecordVisit, WalkIns
from bot.understanding.counted_things import (
    ARTICLE,
    counts_first,
    counts_several,
    figure,
    figure_of,
    is_title,
    unit_of,
    with_whole_names,
)
from bot.understanding.freetext import trimmed
from bot.understanding.lexicon import Lexicon
from bot.understanding.lines.line import SUM_FROM
from bot.understanding.people import spoken
from bot.understanding.phrasebook import phrases
from bot.understanding.pieces import Chunk, LastFour, Sort, concepts_of
from bot.understanding.spans import HALF_A_YEAR, TimeSpan, just_gone
from bot.understanding.titled_things import is_service, with_titles

# Words that a record may have without becoming a question about something else.
_FITTING = frozenset(
    ["filler", "record", "pay", "paid_card", "paid_cash", "paid_transfer", "paid_unpaid", "bring", "order", "visit",
     "count_word", "customer", "come", "earn", "money_word", "item_word", "have", "spend", "our", "registered", "due"]
)  # fmt: skip
_NEVER = frozenset(
    ["who", "what", "when", "how_many", "last", "birthday", "points", "visit_count", "message", "remind", "gone",
     "appointment", "how_long", "missing", "not_taken", "undelivered", "visit_date", "undo", "complaint", "usual_only"]
)  # fmt: skip
_QUESTION = re.compile(r"\?|(?:나요|냐|니|까|까요|던가|더라|는가|은가|가요|였지|더냐|는지|[왔갔됐했]나)\s*$")
_REQUEST = re.compile(r"^(?:could|can|would|will|please|pls|hi|hey|hello|good)\b")
_ASKED_FIRST = re.compile(r"^(?:did|does|has|have|was|is)\b")
# Somebody has been here, told as done: 찾아줘 and "visits" speak of coming as well.
_CAME = re.compile(
    r"왔|오셨|다녀[가간감갔]|갔|들[러렀]|방문[했하]|\b(?:came|visited|stopped|dropped|popped|was|been|in|here)\b"
)
# What is finished or handed over is no visit: "2점 인도 완료", "블라우스 2 완료됨".
_GOES_OUT = re.compile(r"인도|출고|완료\s?(?:댐|됨|됐|됬|된|함|했|입니다|$)|완성")
_COMES_IN = re.compile(r"접수|입고|맡|들어[왔옴]|결제|받")
# Somebody was here, and it was for something else than to leave or buy what is named.
_TURNED = re.compile(
    r"취소|반품|환불|(?<!지퍼 )(?<!단추 )교환|분실|잃어\s?버|배상|변상|물어\s?(?:주|줬|드|냈)|견적"
    r"|계약금|예약금|선금|착수금"
    r"|\bdeposit\b|\b(?:got|took|gets|takes|gave|given|gives)\b.*\bback\b"
    r"|\b(?:refund(?:ed|s)?|exchang(?:e|ed)|cancel\w*|return(?:ed|s)?|lost|estimate|quote|quoted)\b"
)
# Done for nothing: the list's prices do not hold.
_FREE = re.compile(
    r"무료|공짜|무상|꽁짜|서비스(?:로|임|요|$|(?=\s))"
    r"|\b(?:for free|free of charge|on the house|no charge|complimentary|gratis|free)\b"
)
_UNTIL = re.compile(r"\s*(?:까지|안에|전까지|까정|까장)")
_EACH = re.compile(r"\s?(?:원)?\s?(?:씩|짜리|each|apiece|per)")
# "4 shirts at 2500" are 2500 each.
_AT = re.compile(r"(?:@|\bat|[장벌개켤레채잔매]당)\s*$")
# A number of these is a size or a weight: "기장 3센치", "10kg".
_MEASURE = re.compile(r"\s?(?:센치|센티|cm\b|인치|inch|kg\b|킬로|그램|g\b|평|미터|호(?![가-힣])|사이즈|단(?![가-힣]))")
_MOST_TIMES = 10
_BARE_SUM_FROM = 1000
_AND_A = re.compile(r"(?:\band|,|\bplus|&|\+)\s+(?:an?|another)\s$|(?<!this )(?<!that )\bone\s$")
_DENIED = re.compile(r"(?<![가-힣])(?:안|못)\s|지\s?(?:않|못|말|마)|\b(?:not|never)\b|n['’]?t\b")
_ASKS_PRICE = re.compile(r"얼마|\bhow much\b|\?")
# So many words may stand beside a visit that is asked about.
_MOST_BESIDE = 4.0
_LETTERS = re.compile(r"[가-힣]|[a-z]{2}")
_PAID = ("paid_unpaid", "paid_card", "paid_cash", "paid_transfer")
_SUM_ON_A_DAY = frozenset({Sort.MONEY, Sort.NUMBER, Sort.SPAN})


@dataclass(slots=True)
class _Line:
    name: str
    quantity: int | None = None
    amount: int | None = None


@dataclass(slots=True)
class _Reading:
    lines: list[_Line] = field(default_factory=list)
    waiting: int | None = None
    sums: list[tuple[int, bool]] = field(default_factory=list)
    on: date | None = None
    past: date | None = None
    promised: datetime | date | None = None
    paid_by: str | None = None
    until: bool = False
    cued: bool = False
    cost: float = 0.0
    missed: list[Chunk] = field(default_factory=list)


def record(
    chunks: Sequence[Chunk], text: str, now: datetime, lexicon: Lexicon
) -> tuple[RecordVisit, float, bool] | None:
    """The visit that the chunks write down, what stays unexplained, and whether it says enough to be sure."""
    said = concepts_of(chunks)
    name, chunks = _whom(with_titles(chunks, text), lexicon)
    if (_GOES_OUT.search(text) and not _COMES_IN.search(text)) or _TURNED.search(text.lower()):
        return None
    asked = (_QUESTION.search(text) and not _REQUEST.match(text.lower())) or _ASKED_FIRST.match(text.lower())
    if (
        name is None
        or asked
        or any(chunk.concepts & _NEVER - _FITTING and not chunk.concepts & _FITTING for chunk in chunks)
    ):
        return None
    reading = _read(chunks, text, now, lexicon)
    if reading is None:
        return None
    amount = 0 if not reading.sums and reading.lines and _FREE.search(text.lower()) else _total(reading)
    items = _items(reading)
    counted = any(line.quantity or is_service(line.name) for line in reading.lines)
    if not items and (len(reading.sums) > 1 or not _says_enough(chunks, said, amount, reading, lexicon)):
        return None  # "paid 5000 of 7500" is no visit of either sum
    if items and not (counted or amount is not None or reading.cued or reading.until):
        return None
    if len(items) == 1 and amount is not None and items[0].amount is None:
        items = (replace(items[0], amount=amount),)
    if not items and reading.promised is not None and not reading.until:
        # Nothing was left that could be promised: somebody came on the Friday that was.
        reading.on, reading.promised = reading.past or _day_of(reading.promised), None
    visit = RecordVisit(
        name, items, amount, reading.on, reading.paid_by, reading.promised, missed=_missed(reading.missed, text)
    )
    return visit, reading.cost, counted or amount is not None


def loosely(chunks: Sequence[Chunk], text: str, now: datetime, lexicon: Lexicon) -> RecordVisit | None:
    """What can be told of a visit from a sentence that is most like one and that `record` does not read: to be asked
    about, with what was not understood.
    """
    names = [chunk for chunk in chunks if chunk.sort is Sort.NAME]
    if len({person.name for person in (spoken([chunk], lexicon) for chunk in names) if person is not None}) == 1:
        # "Emily came with a friend, Emily paid": one person who is named twice.
        chunks = [chunk for chunk in chunks if chunk.sort is not Sort.NAME or chunk is names[0]]
    name, chunks = _whom(with_titles(chunks, text), lexicon)
    if name is None or _QUESTION.search(text) or _TURNED.search(text.lower()):
        return None
    reading = _read(chunks, text, now, lexicon, loosely=True)
    if reading is None or (reading.promised is not None and not reading.until):
        return None  # nobody was here tomorrow
    missed = _missed(reading.missed, text)
    visit = RecordVisit(name, _items(reading), _total(reading), reading.on, reading.paid_by, missed=missed)
    return None if leaves_out(visit, chunks) else visit


def _items(reading: _Reading) -> tuple[Item, ...]:
    return tuple(Item(line.name, 1 if line.quantity is None else line.quantity, line.amount) for line in reading.lines)


def _with_an_unlisted_thing(chunks: Sequence[Chunk], text: str) -> Sequence[Chunk]:
    """ "김수연 에센스 35000", "Emily hair mask 8000": a word or two that nobody knows between a name and a sum are what
    was sold.
    """
    name, *unknown, money = chunks if len(chunks) in (3, 4) else (None, None)
    if name is None or money is None or name.sort is not Sort.NAME or money.sort not in (Sort.MONEY, Sort.NUMBER):
        return chunks
    if figure(money) < SUM_FROM or not all(is_title(one) for one in unknown):
        return chunks
    named = text[unknown[0].start : unknown[-1].end]
    thing = replace(unknown[0], end=unknown[-1].end, sort=Sort.ITEM, value=named, text=named, weight=0.0)
    return [name, thing, money]


def _missed(chunks: Sequence[Chunk], text: str) -> str:
    """The words that say nothing to the record, as they were written; endings of known words are no words."""
    words: list[tuple[int, int]] = []
    free = _FREE.search(text.lower())
    for chunk in chunks:
        begins = chunk.start == 0 or text[chunk.start - 1].isspace()
        if not begins or not _LETTERS.search(chunk.text):
            continue
        if _AT.search(chunk.text):
            continue
        if free is not None and free.start() <= chunk.start < free.end():
            continue
        end = chunk.start + len(text[chunk.start :].split(maxsplit=1)[0])
        if words and not text[words[-1][1] : chunk.start].strip():
            words[-1] = (words[-1][0], end)
        else:
            words.append((chunk.start, end))
    return ", ".join(trimmed(text[start:end]) for start, end in words)


def nameless(chunks: Sequence[Chunk], text: str, now: datetime, lexicon: Lexicon) -> WalkIns | None:
    """Things with how many and what was paid for them, and nobody who is named: "셔츠 3장 7500 현금"."""
    low = text.lower()
    if any(chunk.sort is Sort.NAME for chunk in chunks) or _QUESTION.search(text) or _ASKED_FIRST.match(low):
        return None
    if _GOES_OUT.search(text) or _TURNED.search(low) or _DENIED.search(low):
        return None
    reading = _read(with_titles(chunks, text), text, now, lexicon)
    if reading is None or not reading.lines or reading.cost > 0 or reading.promised is not None:
        return None
    amount, counted = _total(reading), any(line.quantity for line in reading.lines)
    if not amount or not (counted or reading.paid_by) or reading.paid_by == "unpaid":
        return None
    items = tuple(Item(line.name, line.quantity or 1, line.amount) for line in reading.lines)
    return WalkIns(1, amount, items, reading.on, reading.paid_by)


def beside_other_words(chunks: Sequence[Chunk], text: str, now: datetime, lexicon: Lexicon) -> RecordVisit | None:
    """A visit with how many or what was paid, with whatever else: to be asked about."""
    chunks = _with_an_unlisted_thing(chunks, text)
    listed = any(chunk.sort is Sort.ITEM for chunk in chunks)
    found = record(chunks, text, now, lexicon) if listed else None
    if found is None or not found[0].items or not found[2] or found[1] > _MOST_BESIDE:
        return None
    return None if _DENIED.search(text.lower()) or _ASKS_PRICE.search(text.lower()) else found[0]


def leaves_out(visit: RecordVisit, chunks: Sequence[Chunk]) -> bool:
    """Whether a visit does not hold all that was said, as a stretch of time that is no day. Then it is not written down
    unasked.
    """
    stretch = any(isinstance(chunk.value, TimeSpan) and chunk.value.moment is None for chunk in chunks)
    return stretch and visit.on is None and visit.promised is None


def _is_sum_on_a_day(chunk: Chunk, lexicon: Lexicon) -> bool:
    """Whether it is a day or a sum; in won, three bare figures are more likely the number of something."""
    bare = chunk.sort is Sort.NUMBER and not lexicon.exponent and figure(chunk) < _BARE_SUM_FROM
    return chunk.sort in _SUM_ON_A_DAY and not bare


def _says_enough(
    chunks: Sequence[Chunk], said: frozenset[str], amount: int | None, reading: _Reading, lexicon: Lexicon
) -> bool:
    """Whether a line without a thing is a visit: "민지 왔다감", "민지 7500원", "민지 7500 받음".

    Money needs a word that goes with it, unless a name and an amount are all there is; so does "came" without money.
    """
    if amount is None:
        came = any("come" in chunk.concepts and _CAME.search(chunk.text) for chunk in chunks)
        return came and not said & {"not", "regular", "customer", "visit_count"} and reading.cost < 1
    cues = {"pay", "record", "visit", "bring", "come", "spend", "money_word", *_PAID}
    return (
        bool(said & cues)
        or reading.cued
        or (reading.promised is None and all(_is_sum_on_a_day(chunk, lexicon) for chunk in chunks))
    )


def _whom(chunks: Sequence[Chunk], lexicon: Lexicon) -> tuple[Spoken | None, list[Chunk]]:
    """The person, and the other chunks. Two different people in one line are not understood."""
    names = [chunk for chunk in chunks if chunk.sort is Sort.NAME]
    if len([chunk for chunk in names if not isinstance(chunk.value, LastFour)]) > 1:
        return None, []
    rest = [chunk for chunk in chunks if chunk.sort is not Sort.NAME]
    name = spoken(names, lexicon)
    if name is None:
        return None, []
    # "김민지 5678 셔츠 2장 7000": the end of the number tells two people of one name apart.
    first = rest[0] if rest else None
    if (
        first is not None
        and name.last4 is None
        and first.sort is Sort.NUMBER
        and re.fullmatch(r"\d{4}", first.text)
        and first.start >= names[0].end
        and any(chunk.sort in (Sort.MONEY, Sort.NUMBER) and figure(chunk) >= SUM_FROM for chunk in rest[1:])
    ):
        return replace(name, last4=first.text), rest[1:]
    return name, rest


def _read(
    chunks: Sequence[Chunk], text: str, now: datetime, lexicon: Lexicon, *, loosely: bool = False
) -> _Reading | None:
    """What the chunks say of a visit; None where a number is of nothing, unless they are read `loosely`."""
    reading = _Reading()
    chunks = with_whole_names(chunks, text)
    is_count_first = counts_first(chunks, text)
    for at, chunk in enumerate(chunks):
        after = chunks[at + 1] if at + 1 < len(chunks) else None
        match chunk.sort:
            case Sort.ITEM:
                reading.lines.append(_Line(str(chunk.value)))
                reading.cost += chunk.weight
                if reading.waiting is not None and is_count_first:
                    reading.lines[-1].quantity, reading.waiting = reading.waiting, None
            case Sort.MONEY:
                _money(reading, chunk, text, lexicon)
            case Sort.COUNT | Sort.NUMBER if _MEASURE.match(text[chunk.end :].lower()):
                reading.missed.append(chunk)
            case Sort.COUNT if figure(chunk) >= _MOST_TIMES and unit_of(chunk) in ("번", "회") and not loosely:
                return None  # "130번 박민수 코트": the number of a tag, and not how often
            case Sort.COUNT | Sort.NUMBER:
                if chunk.sort is Sort.NUMBER and figure(chunk) >= SUM_FROM and not counts_several(chunk, after):
                    _money(reading, chunk, text, lexicon)
                elif is_count_first:
                    reading.waiting = int(figure(chunk))
                elif reading.lines and reading.lines[-1].quantity is None:
                    reading.lines[-1].quantity = int(figure(chunk))
                elif loosely:
                    reading.missed.append(chunk)
                else:
                    return None
            case Sort.SPAN:
                _when(reading, chunk, text, now)
            case Sort.UNKNOWN:
                counted = after is not None and after.sort in (Sort.COUNT, Sort.NUMBER) and not is_count_first
                # "broke a cup": an article counts what comes behind it.
                counted = counted and not (chunk.text.isascii() and after is not None and ARTICLE.match(after.text))
                # "5 dresses" may be a thing nobody has listed; after a Korean count ("5분 늦게") it is something else.
                # But "five lovely dresses" are dresses.
                described = after is not None and after.sort is Sort.ITEM
                waited_for = reading.waiting is not None and chunk.text.isascii()
                # "two flat whites and a muffin"
                waited_for |= (
                    is_count_first and bool(reading.lines) and _AND_A.search(text[: chunk.start].lower()) is not None
                )
                waited_for &= not described
                # "와이셔츠 흰색 3장": what stands between a thing and its number is said of the thing.
                said_of_it = counted and _is_open_thing(chunks, at, reading, text)
                if not said_of_it and chunk.weight >= 1 and ((counted and figure_of(after) < SUM_FROM) or waited_for):
                    reading.lines.append(_Line(chunk.text))
                    if reading.waiting is not None:
                        reading.lines[-1].quantity, reading.waiting = reading.waiting, None
                    reading.cost += 0.3
                elif not _says_nothing(chunk.text):
                    reading.cost += chunk.weight
                    reading.missed.append(chunk)
            case _ if chunk.text == "ready" and after is not None and after.sort is Sort.SPAN:
                # "ready by Monday" is a promise and no news that something is done.
                continue
            case _ if chunk.text == "끝" and after is None and reading.sums:
                # "운동화 3켤레 만팔천 끝": that is all of it.
                continue
            case _:
                _word(reading, chunk)
    return reading if reading.waiting is None or loosely else None


def _is_open_thing(chunks: Sequence[Chunk], at: int, reading: _Reading, text: str) -> bool:
    """Whether a thing stands right before, whose number and sum nobody has said yet."""
    before = chunks[at - 1] if at else None
    if before is None or before.sort is not Sort.ITEM or text[before.end : chunks[at].start].strip():
        return False
    return reading.lines[-1].quantity is None and reading.lines[-1].amount is None


def _word(reading: _Reading, chunk: Chunk) -> None:
    paid = next((way for way in _PAID if way in chunk.concepts), None)
    reading.paid_by = reading.paid_by or (paid.removeprefix("paid_") if paid else None)
    reading.cued = reading.cued or bool(chunk.concepts & {"record", "bring"})
    if not chunk.concepts & _FITTING and _says_nothing(chunk.text):
        return
    if not chunk.concepts & _FITTING:
        reading.cost += 1
    if not chunk.concepts & _FITTING or (paid is None and "balance" in chunk.concepts):
        # "선불" may be paid at once or out of what was paid ahead; neither is written down.
        reading.missed.append(chunk)


@cache
def _words_around() -> tuple[frozenset[str], tuple[str, ...]]:
    around = phrases("visit")
    return frozenset([*around["words"], *around["english"]]), tuple(around["beginnings"])


def _says_nothing(word: str) -> bool:
    """Whether a word stands around a visit and says nothing to its record."""
    alone, beginnings = _words_around()
    return word in alone or word.startswith(beginnings)


def _money(reading: _Reading, chunk: Chunk, text: str, lexicon: Lexicon) -> None:
    minor = int(figure(chunk) * 10**lexicon.exponent)
    each = _EACH.match(text[chunk.end :]) is not None or _AT.search(text[: chunk.start].lower()) is not None
    reading.sums.append((minor, each))
    if each and reading.lines:
        minor *= reading.lines[-1].quantity or 1
    if reading.lines and reading.lines[-1].amount is None:
        reading.lines[-1].amount = minor


def _total(reading: _Reading) -> int | None:
    """One sum is the whole; as many sums as lines are one each; one more is their total."""
    if not reading.sums:
        return None
    if len(reading.sums) == 1 and not reading.sums[0][1]:
        for line in reading.lines:
            line.amount = None
        return reading.sums[0][0]
    if len(reading.sums) == 1 and len(reading.lines) == 1:
        # "1000원짜리 양말 3켤레": the price of one may come before how many they are.
        reading.lines[0].amount = reading.sums[0][0] * (reading.lines[0].quantity or 1)
    lines = [line.amount for line in reading.lines if line.amount is not None]
    if len(reading.sums) > len(lines):
        return reading.sums[-1][0]
    return sum(lines)


def _when(reading: _Reading, chunk: Chunk, text: str, now: datetime) -> None:
    span = chunk.value
    if not isinstance(span, TimeSpan):
        return
    today = now.date()
    until = (
        _UNTIL.match(text[chunk.end :]) is not None
        or chunk.text.startswith(("by ", "for ", "until ", "till "))
        or text[: chunk.start].lower().endswith(("by ", "until ", "till "))
    )
    moment = just_gone(span, today) or span.moment
    if moment is None:
        reading.cost += 0.5
    elif until or (moment if isinstance(moment, datetime) else datetime.combine(moment, now.timetz())) > now:
        reading.promised = moment
        if span.past is not None and span.past.start < today and today - span.past.start < HALF_A_YEAR:
            reading.past = span.past.start
        reading.until = reading.until or until
    elif span.past is not None and span.past.start < today:
        reading.on = span.past.start


def _day_of(moment: datetime | date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
