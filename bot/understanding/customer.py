"""The customer's side: one sentence, one question or deed about the asker and nobody else."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.understanding import customer_bags, details
from bot.understanding.account import read_account
from bot.understanding.ask_owner import read_ask_owner, says_there_is_something
from bot.understanding.asks.account import (
    Status,
    Update,
)
from bot.understanding.asks.anywhere import Stop, Thanks
from bot.understanding.asks.appointments import Book, Cancel
from bot.understanding.asks.closed_list import CustomerAsk
from bot.understanding.asks.voices import AskOwner, Voice
from bot.understanding.asks.wishes import MessageWish, StopMessages
from bot.understanding.booking_times import moved_from, moves_it
from bot.understanding.customer_asks import ask_of
from bot.understanding.customer_slots import Slots, is_of_every_sort
from bot.understanding.customer_voices import read_voice, wants_it_open
from bot.understanding.lexicon import Lexicon
from bot.understanding.message_wishes import (
    is_quiet_wish,
    is_stop_word,
    likely_wish,
    read_wish,
    tells_the_past,
)
from bot.understanding.normalise import flat
from bot.understanding.ones_own import is_ones_own
from bot.understanding.own_stretch import read_of_stretch
from bot.understanding.own_words import new_address, new_name
from bot.understanding.people_wishes import asks_of_people
from bot.understanding.periods import find_spans
from bot.understanding.pieces import Chunk, Sort, clauses, concepts_of
from bot.understanding.rules import book
from bot.understanding.spans import TimeSpan
from bot.understanding.table_bookings import keeps_a_time
from bot.understanding.tagging import Tagger
from bot.understanding.thing_wishes import asks_to_fetch, read_fetching, read_thing_wish

_NEAR = 2.0
# Kinds that a sentence is for certain when a line of any order explains every word of it.
_BY_WHOLE_SENTENCE = frozenset(["book", "who_saw", "cancel", "why_this", "undo", "export"])
_CLAUSES = re.compile(r"[.?!,;~\n]+(?!\d)")
_SHORTEST_PART, _MOST_PARTS = 6, 4
# What part of a sentence may be believed for: questions, and what is asked about once more before it is done.
_FROM_A_PART = frozenset(["status", "book", "cancel", "who_saw", "why_this", "export", "recommend", "hours", "erase"])
# A wish about oneself is a sentence, and no story with one in it.
_SHORT = 80
# What must not be erased or cancelled: "예약 취소하지 마세요".
_NOT_TO_DO = re.compile(
    r"(?:취소|지우|삭제|없애|탈퇴|빼)[가-힣]*지\s?(?:마|말)"
    r"|\b(?:don'?t|do not|never)\s(?:cancel|delete|erase|remove|forget)\b"
)
_HAVE_I = re.compile(
    r"\b(?:do|did|have) i (?:have|got|book|make)"
    r"|예약[가-힣]*\s(?:[가-힣]+\s)?(?<!수\s)있(?:나요|어요|죠)|되어\s?있|돼\s?있|잡혀\s?있"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """`excess` as on the owner's side: 0 or less is accepted. What is `exact` no likeness is put before."""

    ask: CustomerAsk
    excess: float
    sure: bool = True
    exact: bool = False


def pieces(text: str, now: datetime, lexicon: Lexicon) -> tuple[str, list[Chunk]]:
    """A tidy text as it is searched, and its pieces."""
    text = details.spelled_at(text)
    return text, Tagger(book("customer").words).cut(text, now, Lexicon(items=lexicon.items), details.values)


def read(text: str, chunks: Sequence[Chunk], now: datetime, lexicon: Lexicon) -> tuple[Reading | None, tuple[str, ...]]:
    """The best reading of a text with its `pieces`, or None with the kinds that come nearest."""
    reading, nearest = _read(text, chunks, now, lexicon)
    if reading is not None and reading.ask.kind in ("erase", "cancel") and _NOT_TO_DO.search(text.lower()):
        return None, ()
    return reading, nearest


def _read(
    text: str, chunks: Sequence[Chunk], now: datetime, lexicon: Lexicon
) -> tuple[Reading | None, tuple[str, ...]]:
    if is_stop_word(text):
        return Reading(Stop(), 0.0), ()
    account = read_account(text)
    if account is not None:
        return Reading(account, 0.0, exact=True), ()
    if (of_stretch := read_of_stretch(text, now)) is not None:
        return Reading(of_stretch, 0.0, exact=True), ()
    if not chunks:
        return None, ()
    if says_there_is_something(text):
        return Reading(AskOwner(), 0.0, exact=True), ()
    if asks_of_people(text):
        return Reading(Voice("request", text), 0.0, exact=True), ()
    spoken = Slots(chunks, chunks, text, now)
    if keeps_a_time(text, spoken.when):
        return Reading(Book(spoken.when, spoken.service), 0.0, exact=True), ()
    if (other := moves_it(text, now)) is not None:
        return Reading(Book(other, move=True), 0.0, exact=True), ()
    own = _own_words(chunks, text)
    if own is not None:
        return own, ()
    if (of_things := read_thing_wish(text, chunks, now)) is not None:
        return Reading(of_things, 0.0), ()
    if asks_to_fetch(text, chunks):
        return Reading(Status("orders"), 0.0, exact=True), ()
    if (fetched := read_fetching(text, chunks, now)) is not None:
        return Reading(fetched, 0.0, exact=True), ()
    wish = _wish(chunks, text, now)
    if wish is not None:
        return wish, ()
    if (asked := read_ask_owner(text)) is not None:
        return Reading(asked, 0.0), ()
    exact = (
        None if "idea_cue" in concepts_of(chunks) else customer_bags.whole(chunks, text, spoken.when, spoken.service)
    )
    if exact is not None and exact.kind in _BY_WHOLE_SENTENCE and not _HAVE_I.search(text.lower()):
        return Reading(exact, 0.0), ()
    voice = read_voice(chunks, text)
    if voice is not None and voice.sort == "idea":
        return Reading(voice, 0.0, exact=wants_it_open(chunks, text)), ()
    whole = _ruled(chunks, chunks, text, now)
    if whole is not None and whole.excess <= 0:
        return whole, ()
    for clause in clauses(chunks, text):
        part = _ruled(clause, chunks, text, now)
        if part is not None and part.excess <= 0 and part.ask.kind not in ("stop", "help", "undo", "thanks"):
            return part, ()
    foreign = "kin" in concepts_of(chunks) or any(chunk.concepts == {"elsewhere"} for chunk in chunks)
    loose = None if tells_the_past(text) or foreign else customer_bags.nearly(chunks, text, spoken.when, spoken.service)
    if isinstance(loose, Thanks) or (loose is not None and voice is None):
        return Reading(loose, 0.0), ()
    if voice is not None:
        return Reading(voice, 0.0), ()
    if exact is not None:
        return Reading(exact, 0.0), ()
    in_part = _in_a_clause(text, now, lexicon)
    if in_part is not None:
        return Reading(in_part, 0.0), ()
    return None, (whole.ask.kind,) if whole is not None and whole.excess <= _NEAR else ()


def of_which_booking(ask: Book | Cancel, text: str, chunks: Sequence[Chunk], now: datetime) -> Book | Cancel:
    """The same, with the time and the service of the booking that is meant, where the sentence names them."""
    if isinstance(ask, Book):
        return replace(ask, on=moved_from(text, now)) if ask.move else ask
    said = Slots(chunks, chunks, text, now)
    return replace(ask, on=said.when, service=said.service)


def _in_a_clause(text: str, now: datetime, lexicon: Lexicon) -> CustomerAsk | None:
    """The first part of a sentence that a line of any order explains: "please release my slot, my flight was moved"."""
    parts = [part.strip() for part in _CLAUSES.split(text) if len(part.strip()) >= _SHORTEST_PART]
    if not 2 <= len(parts) <= _MOST_PARTS:
        return None
    for part in parts:
        chunks = Tagger(book("customer").words).cut(part, now, Lexicon(items=lexicon.items), details.values)
        said = Slots(chunks, chunks, part, now)
        if concepts_of(chunks) & {"elsewhere", "kin", "friend"}:
            continue
        found = customer_bags.whole(chunks, part, said.when, said.service) or customer_bags.nearly(
            chunks, part, said.when, said.service
        )
        if found is not None and found.kind in _FROM_A_PART:
            return found
    return None


def _own_words(chunks: Sequence[Chunk], text: str) -> Reading | None:
    said = concepts_of(chunks)
    if said & {"friend", "idea_cue", "phone_value", "email_value"}:
        return None
    foreign = any("elsewhere" in chunk.concepts and "filler" not in chunk.concepts for chunk in chunks)
    for field, find in (("name", new_name), ("address", new_address)):
        # "우리 강아지 이름은 …" is no name of the asker's; places are full of words of other worlds.
        value = find(said, text) if field == "address" or not foreign else None
        if value and is_ones_own(field, value, text):
            return Reading(Update(field, value), 0.0)
    return None


def _ruled(clause: Sequence[Chunk], chunks: Sequence[Chunk], text: str, now: datetime) -> Reading | None:
    best = book("customer").best(clause)
    if best is None:
        return None
    rule, cost = best
    ask = ask_of(rule.kind, Slots(chunks if rule.kind.startswith("update") else clause, chunks, text, now))
    return Reading(ask, cost - rule.slack) if ask is not None else None


def question(kind: str, chunks: Sequence[Chunk], text: str, now: datetime) -> CustomerAsk | None:
    """What a sentence of that kind comes to with these pieces, whatever its words; None for what is not of the list."""
    if kind == "message_wish":
        wished = _wish(chunks, text, now)
        return wished.ask if wished else likely_wish(text, _pause_end(chunks, text, now), now.date())
    return ask_of(kind, Slots(chunks, chunks, text, now))


def _wish(chunks: Sequence[Chunk], text: str, now: datetime) -> Reading | None:
    """When, how often and about what messages may come. Whoever speaks of somebody else's messages wishes nothing."""
    said = concepts_of(chunks)
    unknown = sum(chunk.weight for chunk in chunks if chunk.sort is Sort.UNKNOWN)
    if is_quiet_wish(text) and len(text) <= _SHORT and not said & {"kin", "friend"}:
        return Reading(MessageWish(quiet=True), 0.0)
    if tells_the_past(text):
        return None
    if unknown > 0.4 * len(chunks) + 0.5 or said & {"kin", "friend", "idea_cue"}:
        return None
    if any(chunk.concepts == {"elsewhere"} for chunk in chunks):
        return None
    ask = read_wish(text, _pause_end(chunks, text, now), now.date())
    if isinstance(ask, StopMessages) and is_of_every_sort(text):
        return Reading(StopMessages("all"), 0.0)
    return Reading(ask, 0.0) if ask is not None else None


def _pause_end(chunks: Sequence[Chunk], text: str, now: datetime) -> date | None:
    """The first day after the time that is named: 다음 달까지 has all of it, "until next month" ends as it begins."""
    spans = [chunk.value for chunk in chunks if isinstance(chunk.value, TimeSpan)]
    if "birth_value" in concepts_of(chunks):
        # A month and a day may be somebody's birthday; next to a wish about messages they are a time like any other.
        spans += find_spans(flat(text), now)
    for span in spans:
        if span.days is not None and span.moment is None:
            return now.date() + timedelta(days=span.days)
        if span.coming is not None:
            return span.coming.end if re.search(r"까지|동안|\bfor\b", text) else span.coming.start
    return None
