"""What a sentence comes to that is most like a kind: the ask of that kind, filled with the pieces that were cut out."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

from bot.understanding import counter, customer, message_sentences, note_sentences, owner, reminder_sentences
from bot.understanding.asks.appointments import Book
from bot.understanding.asks.campaigns import GiftUsed, MessageMany
from bot.understanding.asks.closed_list import CustomerAsk, OwnerAsk
from bot.understanding.asks.lists import Bought, NoExtras, Segments
from bot.understanding.asks.messages import MessageOne
from bot.understanding.asks.money import PointsEnd, PrepaidEnd
from bot.understanding.asks.not_understood import GatheredWords, GatherWords
from bot.understanding.asks.people import Note
from bot.understanding.asks.reminders import Clocks, DayBrief, MonthCard, WeekSummary
from bot.understanding.asks.shop import ChangeShop, OpenDays, RemoveStaff
from bot.understanding.asks.texts import MessageText, QuietHours
from bot.understanding.asks.visits import Chart
from bot.understanding.asks.voices import AskOwner
from bot.understanding.lexicon import Lexicon
from bot.understanding.own_text_sentences import text_named
from bot.understanding.people import spoken
from bot.understanding.pieces import Chunk, Sort
from bot.understanding.price_questions import what_costs
from bot.understanding.recording import record
from bot.understanding.shop_sentences import field_said, value_said
from bot.understanding.spans import TimeSpan

_BUSY = re.compile(r"시간대|몇\s?시|요일|붐|바쁜|바빠|몰리|busy|busiest|peak|hours?\b|time of day|rush")
_LEAVES = re.compile(r"remov|delet|fir(?:e|ing)\b|kick|revok|dismiss|sack|let\b|get\b|rid\b|퇴사|해고|삭제|제거|내보")
_REGULARS = re.compile(r"단골|regulars?\b")
_OPENS = re.compile(r"\b(?:we|shop|store) (?:open|close)|열고|닫아|닫는|엽니다|영업")
_ASKS_FOR = re.compile(
    r"보여|보자|볼|뭐|무엇|어떤|목록|알려|줘|있[어나니]|모[은아]|얼마|몇|쌓|남[은긴]"
    r"|\b(?:show|list|see|what|which|any|how many|give|get|look|kept|saved|collected|gathered"
    r"|file|export|download|let me)\b"
)
_SENDS = re.compile(
    r"(?<!브리핑은 )(?:보내|문자|메시지|알림|연락|톡|발송|조용|방해)(?!.*브리핑)"
    r"|send|messag|text|notif|quiet|ping|disturb"
)
_NO_MORE = re.compile(
    r"그만|지\s?(?:마|말)|꺼|끄|중단|멈춰|해제|싫|안\s?모|안\s?해도|더\s?이상|버려"
    r"|\b(?:stop|don'?t (?:save|hold|keep|store)|do not|quit|no longer|never|off|forget|no need|end|rather you didn'?t"
    r"|didn'?t keep|disable|not keep|let)\b"
)
_AS_FILE = re.compile(r"파일|내보내|다운로드|뽑아|\b(?:file|export|download|document)\b")
# "드립백 사간 사람": the thing stands before it.
_SOLD = re.compile(r"(?<=\s)(?:산|사\s?간|사\s?가신|사신|구매한|구매하신|구입한|구입하신)(?=\s)")
_THING_BOUGHT = re.compile(
    r"\b(?:bought|buying|purchased|purchasers of|buyers of|ordered|got|had|took|takes)\s(?:an?\s|the\s|our\s|some\s)?"
    r"(?P<thing>[^?.!,;]{2,40})",
    re.IGNORECASE,
)
_GIFT = re.compile(r"(?<!\d)\d{4,5}(?!\d)")
_LAST = re.compile(r"지난|저번|\blast\b|previous")


@dataclass(frozen=True, slots=True)
class Said:
    """An owner's tidy sentence with its pieces."""

    text: str
    chunks: Sequence[Chunk]
    now: datetime
    lexicon: Lexicon


def made(kind: str, said: Said) -> OwnerAsk | None:
    """What an owner's sentence of that kind comes to; None where a piece is missing."""
    if kind in _OWN:
        return _OWN[kind](said)
    if kind in owner.QUESTIONS:
        return owner.question(kind, said.chunks, said.now, said.lexicon)
    return counter.deed_of(kind, said.chunks, said.text, said.now, said.lexicon)


def made_of_customer(kind: str, text: str, chunks: Sequence[Chunk], now: datetime) -> CustomerAsk | None:
    """The same of a customer\'s."""
    if kind == "ask_owner":
        return AskOwner()
    if kind == "move_booking":
        booking = customer.question("book", chunks, text, now)
        return replace(booking, move=True) if isinstance(booking, Book) else None
    return customer.question("status" if kind == "status_account" else kind, chunks, text, now)


def _bought(said: Said) -> OwnerAsk | None:
    """Who had the thing; what is on no price list is looked for by the words for it: "who bought a season pass"."""
    found = owner.question("bought", said.chunks, said.now, said.lexicon)
    if found is not None:
        return found
    span = next((chunk for chunk in said.chunks if isinstance(chunk.value, TimeSpan)), None)
    when = span.value.past if span is not None and isinstance(span.value, TimeSpan) else None
    behind = _THING_BOUGHT.search(said.text)
    if behind is not None:
        ends = span.start if span is not None and span.start > behind.start("thing") else behind.end("thing")
        thing = said.text[behind.start("thing") : ends].strip()
        return Bought(thing, when) if thing else None
    runs = [list(run) for strange, run in groupby(said.chunks, _is_strange) if strange]
    if not runs:
        return None
    sold = _SOLD.search(said.text)
    before = [run for run in runs if sold is not None and run[-1].end <= sold.start()]
    named = before[-1] if before else max(runs, key=lambda run: run[-1].end - run[0].start)
    return Bought(" ".join(chunk.text for chunk in named), when)


def _is_strange(chunk: Chunk) -> bool:
    return chunk.sort is Sort.UNKNOWN and chunk.weight >= 1


def _record_visit(said: Said) -> OwnerAsk | None:
    found = record(said.chunks, said.text, said.now, said.lexicon)
    return found[0] if found is not None and (found[2] or found[0].items) else None


def _note(said: Said) -> OwnerAsk | None:
    found = note_sentences.note(said.chunks, said.text, said.lexicon)
    if found is not None:
        return found[0]
    name = spoken([chunk for chunk in said.chunks if chunk.sort is Sort.NAME], said.lexicon)
    words = note_sentences.words_of_note(said.chunks, said.text)
    return Note(name, words) if name is not None and words else None


def _remind(said: Said) -> OwnerAsk | None:
    return reminder_sentences.reminder(said.chunks, said.text, said.now)


def _message_one(said: Said) -> OwnerAsk | None:
    found = message_sentences.message(said.chunks, said.text, said.lexicon)
    if found is not None:
        return found[0]
    name = spoken([chunk for chunk in said.chunks if chunk.sort is Sort.NAME], said.lexicon)
    return MessageOne(name) if name is not None else None


def _message_many(said: Said) -> OwnerAsk | None:
    found = message_sentences.message(said.chunks, said.text, said.lexicon)
    if found is not None and isinstance(found[0], MessageMany):
        return found[0]
    return message_sentences.to_many(said.chunks, said.text)


def _chart(said: Said) -> OwnerAsk:
    low = said.text.lower()
    if _BUSY.search(low):
        return Chart("hours")
    return Chart("regulars" if _REGULARS.search(low) else "weeks")


def _remove_staff(said: Said) -> OwnerAsk | None:
    """Whoever leaves is no customer: a name, or the first word that nobody knows and that does not speak of leaving."""
    if any(isinstance(chunk.value, TimeSpan) and isinstance(chunk.value.moment, datetime) for chunk in said.chunks):
        # Nobody leaves at half past four: "tomorrow half four Emily cut".
        return None
    named = [chunk for chunk in said.chunks if chunk.sort is Sort.NAME]
    named += [chunk for chunk in said.chunks if chunk.sort is Sort.UNKNOWN and not _LEAVES.match(chunk.text)]
    return RemoveStaff(named[0].text) if named else None


def _change_shop(said: Said) -> OwnerAsk | None:
    """Which setting, and what it is to be if the sentence says so; else that is asked for."""
    field = field_said(said.text.lower()) or ("hours" if _OPENS.search(said.text.lower()) else None)
    return ChangeShop(field, value_said(field, said.text)) if field is not None else None


def _gift_used(said: Said) -> OwnerAsk | None:
    found = _GIFT.search(said.text)
    return GiftUsed(int(found.group())) if found is not None else None


def _by_counter(kind: str) -> Callable[[Said], OwnerAsk | None]:
    return lambda said: counter.deed_of(kind, said.chunks, said.text, said.now, said.lexicon)


def _gathered_words(said: Said) -> OwnerAsk | None:
    """What was kept is asked for; "you didn't understand me" asks for nothing."""
    low = said.text.lower()
    return GatheredWords(_AS_FILE.search(low) is not None) if _ASKS_FOR.search(low) else None


_OWN: Mapping[str, Callable[[Said], OwnerAsk | None]] = {
    "bought": _bought,
    "record_visit": _record_visit,
    "note": _note,
    "remind_me": _remind,
    "message_one": _message_one,
    "message_many": _message_many,
    "order_ready": _by_counter("part_ready"),
    # Whether somebody is late, or their things are, stands on their card.
    "late": lambda said: (
        owner.question("find", said.chunks, said.now, said.lexicon)
        if counter.is_asked(said.text.lower())
        else counter.deed_of("late", said.chunks, said.text, said.now, said.lexicon)
    ),
    "what_costs": lambda said: what_costs(said.chunks),
    "chart": _chart,
    "prospects": lambda said: Segments("prospect"),
    "extras": lambda said: NoExtras(),
    "why_stage": _by_counter("why_core"),
    "remove_staff": _remove_staff,
    "week_summary": lambda said: WeekSummary(last=bool(_LAST.search(said.text.lower()))),
    "change_shop": _change_shop,
    "day_brief": lambda said: DayBrief(),
    "month_card": lambda said: MonthCard(),
    "open_days": lambda said: OpenDays(),
    "clocks": lambda said: Clocks(),
    "gather_words": lambda said: GatherWords(_NO_MORE.search(said.text.lower()) is None),
    "gathered_words": _gathered_words,
    "gift_used": _gift_used,
    # Of these a guess shows what holds, and changes nothing.
    "points_end": lambda said: PointsEnd(),
    "prepaid_end": lambda said: PrepaidEnd(),
    "quiet_hours": lambda said: QuietHours(shows=True) if _SENDS.search(said.text.lower()) else None,
    "message_text": lambda said: MessageText(text_named(said.text.lower())),
}
