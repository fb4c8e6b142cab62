"""Text in, one value of the closed list out, or None. Nothing here knows a record or writes one."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.domain.refusals import Refusal
from bot.understanding import customer, owner
from bot.understanding.asks.account import History, Prefer, Status, Update
from bot.understanding.asks.anywhere import Thanks
from bot.understanding.asks.appointments import Book, Cancel, MakeAppointment, MoveAppointment
from bot.understanding.asks.campaigns import MessageMany
from bot.understanding.asks.closed_list import CustomerAsk, OwnerAsk
from bot.understanding.asks.money import Charge
from bot.understanding.asks.not_understood import GatherWords
from bot.understanding.asks.orders import OrderReady, ThingsDay, ThingsFetched
from bot.understanding.asks.people import Find, Note
from bot.understanding.asks.visits import Correct, RecordVisit
from bot.understanding.asks.voices import Voice
from bot.understanding.asks.wishes import MessageWish
from bot.understanding.bare_numbers import read_bare_number
from bot.understanding.booking_times import cannot_come, instead_of_cancelling
from bot.understanding.closing_sentences import read_closing
from bot.understanding.comparing import read_comparison
from bot.understanding.counter import prospect
from bot.understanding.day_sentences import read_day
from bot.understanding.detail_sentences import read_detail
from bot.understanding.details import only_phone
from bot.understanding.gathering import read_gathering
from bot.understanding.gift_sentences import read_gift
from bot.understanding.guesses import DONE_TO_SOMEBODY, Guess, Weighed, weigh, weigh_customers
from bot.understanding.impossible import impossible
from bot.understanding.impossible_times import impossible_time
from bot.understanding.lawful import forbidden
from bot.understanding.lexicon import Lexicon
from bot.understanding.message_wishes import is_of_bringing
from bot.understanding.misspelt import put_right
from bot.understanding.moods import is_displeased, is_not_so, is_supposed
from bot.understanding.normalise import tidy
from bot.understanding.ones_own import asks_whose
from bot.understanding.pay_promises import as_it_was_said, read_pay_promise, read_put_on_tab
from bot.understanding.phrasebook import phrases
from bot.understanding.price_questions import read_price_question
from bot.understanding.recording import beside_other_words, leaves_out
from bot.understanding.rule_sentences import read_rule
from bot.understanding.shop_sentences import read_shop
from bot.understanding.visit_lines import is_of_two, is_only_wrong

# What the rules read to the day and the hour, and a likeness does not: "2주 동안 알림 꺼주세요" is no plain "꺼주세요".
# Nor are two people's visits one, nor is a detail changed that is to be taken off or asked after.
_EXACT = frozenset(
    "stop message_wish record_several find_member guardian pay_promise drop_detail why_field things_first "
    "things_day things_fetched counter_code looked refund prepaid_left no_show no_shows set_detail".split()
)


# "그중 코트 맡긴 분": what is asked of the people listed last, and cannot be asked of them, is not answered of all.
_OF_THOSE = re.compile(
    r"^(?:그|이|저|걔네)\s?중(?:에서?)?(?=\s)|^(?:of|among|out of) (?:those|them|these)\b", re.IGNORECASE
)
# "김수연 메모 뭐 있어?" asks what is noted.
_ASKS_FOR_NOTES = re.compile(
    r"(?:\s*(?:뭐라고|뭐가|뭐|뭘|무엇|무슨|어떤|내용|적혀|적어|적힌|써|둔|거|것|있\S{0,3}|남긴|남아|돼|되어|what|which|any|there|is|are|we|do|have"
    r"|on|it|say|says)[?.!]*)+\s*"
)
_OF_ALL = frozenset(
    "visits top bought regulars lapsed new birthdays how_many missing stale sales unpaid no_extras".split()
)


class Confidence(StrEnum):
    """UNSURE: show what was understood and ask before anything is written. GUESSED: so much was not understood that
    nothing at all is done before the answer, questions aside. DOUBTFUL: nothing is done or shown before the answer.
    """

    SURE = "sure"
    UNSURE = "unsure"
    GUESSED = "guessed"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class Understood:
    """What a sentence means. `ask` is None where it is none of the list; `nearest` then names kinds to offer.

    `instead` is what it may mean as well, of a DOUBTFUL one. `text` is the sentence as it was read: NFC, without
    invisible characters, emoji and doubled marks. `refusal` is set, and nothing else, where something was said that can
    be nothing: a day that no calendar has, a sum below zero, half a coat.
    """

    ask: OwnerAsk | CustomerAsk | None
    confidence: Confidence
    nearest: tuple[str, ...]
    text: str
    instead: OwnerAsk | CustomerAsk | None = None
    refusal: Refusal | None = None


_Read = Callable[[str, datetime, Lexicon], tuple[Understood, Weighed[Any]]]


def read_owner(text: str, *, now: datetime, lexicon: Lexicon) -> Understood:
    """Read the owner's or staff's sentence. `now` is aware and in the shop's zone."""
    return _or_spelled("owner", _owners, tidy(text), now, lexicon)


def read_customer(text: str, *, now: datetime, lexicon: Lexicon) -> Understood:
    """Read a customer's sentence, with the customer's list only. `now` is aware and in the shop's zone.

    The lexicon's names are not looked at: a customer's sentence can mean nobody but the asker.
    """
    return _or_spelled("customer", _customers, tidy(text), now, lexicon)


def _or_spelled(side: str, read: _Read, text: str, now: datetime, lexicon: Lexicon) -> Understood:
    """What is like something said to a shop and not understood is read once more with slips of the fingers put right,
    and then asked about.
    """
    understood, weighed = read(text, now, lexicon)
    if understood.ask is not None or understood.refusal is not None or not weighed.is_near:
        return understood
    spelled = put_right(side, text, lexicon)
    if spelled == text:
        return understood
    again, _ = read(spelled, now, lexicon)
    if again.ask is None or again.confidence is Confidence.DOUBTFUL or again.ask.kind in DONE_TO_SOMEBODY:
        return understood
    return replace(again, confidence=Confidence.DOUBTFUL, text=text)


def _owners(text: str, now: datetime, lexicon: Lexicon) -> tuple[Understood, Weighed[Any]]:
    unlawful = forbidden(text)
    if unlawful is not None:
        return Understood(None, Confidence.SURE, (), text, refusal=unlawful), Weighed()
    return _with_number(text, now, lexicon) or _of_the_shop(text, now, lexicon)


def _with_number(text: str, now: datetime, lexicon: Lexicon) -> tuple[Understood, Weighed[Any]] | None:
    """ "새손님 김하나 010-1234-5678 라떼 5000": a deed of somebody whose whole number stands in the line."""
    given = only_phone(text)
    if given is None or prospect(text) is not None:
        return None
    phone, rest = given
    found, weighed = _of_the_shop(rest, now, lexicon)
    if not isinstance(found.ask, RecordVisit | MakeAppointment | Charge) or not found.ask.name.name:
        return None
    whom = replace(found.ask.name, phone=phone)
    return replace(found, ask=replace(found.ask, name=whom), instead=None, text=text), weighed


def _of_the_shop(text: str, now: datetime, lexicon: Lexicon) -> tuple[Understood, Weighed[Any]]:
    whole: OwnerAsk | None = (
        read_shop(text, lexicon)
        or read_day(text, now)
        or read_comparison(text, now)
        or read_rule(text)
        or read_gift(text)
        or read_gathering(text)
        or read_price_question(text, lexicon)
        or read_bare_number(text)
        or read_pay_promise(text, now, lexicon)
        or read_put_on_tab(text, now, lexicon)
    )
    said = owner.cut_up(text, now, lexicon)
    whole = whole or read_detail(text, said.chunks, now, lexicon)
    weighed: Weighed[Any] = Weighed()
    found = Understood(whole, Confidence.SURE, (), text)
    closing = read_closing(text, now)
    if whole is None or closing is not None:
        found, weighed = _in_pieces(text, said, now, replace(lexicon, without=frozenset()))
        if closing is not None:
            many = found.ask if isinstance(found.ask, MessageMany) else MessageMany(about=text)
            found = Understood(many, Confidence.SURE, (), text)
    if _moves_nothing_here(found.ask, lexicon):
        found = Understood(None, Confidence.SURE, (), text)
    if found.ask is not None and found.ask.kind in lexicon.without:
        found = _as_done_here(text, said, now, lexicon)
    refusal = impossible(found.ask, said, now, lexicon)
    if refusal is not None:
        found = Understood(None, Confidence.SURE, (), text, refusal=refusal)
    return found, weighed


def _moves_nothing_here(ask: OwnerAsk | CustomerAsk | None, lexicon: Lexicon) -> bool:
    """ "10분 늦는대" speaks of a booking: where none are made, none is moved. A promise is moved to a time."""
    if not isinstance(ask, MoveAppointment) or "cancel_appointment" not in lexicon.without:
        return False
    return bool(ask.by_minutes) or "orders_due" in lexicon.without


def _as_done_here(text: str, said: owner.Cut, now: datetime, lexicon: Lexicon) -> Understood:
    """What a sentence means that speaks of a part this shop has not: "done with Kayla, highlights, 180000" is a visit
    where nothing is left to be fetched. Only what is written down is read so; of what a shop does not do no question is
    answered with the next best.
    """
    found, _ = _in_pieces(text, said, now, lexicon)
    things = isinstance(found.ask, RecordVisit) and found.ask.items
    if things or isinstance(found.ask, Note):
        return found
    return Understood(None, Confidence.SURE, (), text)


def _in_pieces(text: str, said: owner.Cut, now: datetime, lexicon: Lexicon) -> tuple[Understood, Weighed[Any]]:
    reading, nearest = owner.read(said, now, lexicon)
    weighed = weigh(text, said, now, lexicon)
    found = _understood(text, reading, nearest, weighed)
    if found.ask is not None and is_not_so(found.ask.kind, text):
        return Understood(None, Confidence.SURE, (), text), weighed
    if isinstance(found.ask, Note) and _ASKS_FOR_NOTES.fullmatch(found.ask.note.lower()):
        return replace(found, ask=Find(found.ask.name), instead=None), weighed
    if isinstance(found.ask, RecordVisit) and is_of_two(text):
        return replace(found, ask=None, instead=None), weighed
    ask = as_it_was_said(found.ask, text, now, lexicon)
    if ask != found.ask:
        found = replace(found, ask=ask, instead=None)
    in_part = isinstance(ask, RecordVisit) and leaves_out(ask, said.chunks)
    in_part = in_part or (isinstance(ask, OrderReady) and is_only_wrong(text))
    if found.confidence is Confidence.DOUBTFUL and found.instead is None and isinstance(ask, Note):
        found = replace(found, instead=beside_other_words(said.chunks, said.marks.rest, now, lexicon))
    of_those = ask is not None and ask.kind in _OF_ALL and _OF_THOSE.match(text) is not None
    if ask is not None and (in_part or of_those or is_supposed(ask.kind, text)):
        found = replace(found, confidence=Confidence.DOUBTFUL)
    return found, weighed


def _customers(text: str, now: datetime, lexicon: Lexicon) -> tuple[Understood, Weighed[Any]]:
    wish = read_gathering(text)
    if isinstance(wish, GatherWords):
        return Understood(wish, Confidence.SURE, (), text), Weighed()
    priced = read_price_question(text, lexicon)
    if priced is not None:
        return Understood(priced, Confidence.SURE, (), text), Weighed()
    searched, chunks = customer.pieces(text, now, lexicon)
    reading, nearest = customer.read(searched, chunks, now, lexicon)
    weighed = weigh_customers(text, searched, chunks, now)
    found = _understood(text, reading, nearest, weighed)
    may_move = isinstance(found.ask, Cancel) or (isinstance(found.ask, Book) and cannot_come(text))
    if may_move and (other := instead_of_cancelling(text, now)) is not None:
        found = replace(found, ask=other, instead=None)
    if isinstance(found.ask, Book | Cancel):
        found = replace(found, ask=customer.of_which_booking(found.ask, searched, chunks, now))
    if (
        isinstance(found.ask, Book | Cancel | ThingsDay | ThingsFetched)
        and (refusal := impossible_time(text, now)) is not None
    ):
        return Understood(None, Confidence.SURE, (), text, refusal=refusal), weighed
    if isinstance(found.ask, Update) and found.ask.field == "phone" and found.ask.value and asks_whose(text):
        found = replace(found, ask=None, instead=None)
    if isinstance(found.ask, MessageWish) and is_of_bringing(text):
        found = replace(found, ask=Voice("request", text), instead=None)
    if isinstance(found.ask, Thanks) and is_displeased(text):
        found = replace(found, ask=Voice("complaint", text), instead=None)
    if isinstance(found.ask, History) and customer.is_history_of_visits(text):
        found = replace(found, ask=Status("visits"))
    return found, weighed


def _understood(
    text: str, reading: owner.Reading | customer.Reading | None, nearest: tuple[str, ...], weighed: Weighed[Any]
) -> Understood:
    """What the rules have read, or what the sentence is most like; asked about where neither is plainly to the shop."""
    if weighed.guess is not None and _goes_before(weighed.guess, reading):
        return _guessed(weighed, weighed.guess, nearest, text)
    if reading is None:
        return Understood(None, Confidence.SURE, nearest, text)
    likely = weighed.guess
    plain = _is_whole(reading) or _is_to_the_sum(reading.ask)
    # That a person must hear it is what the rules read where they read nothing else.
    disputes = likely is not None and (likely.disputes or isinstance(reading.ask, Voice))
    if likely is not None and disputes and not plain and _differ(likely.ask, reading.ask):
        return Understood(likely.ask, Confidence.DOUBTFUL, nearest, text, instead=reading.ask)
    if weighed.forbids(reading.ask) and not _is_whole(reading) and not _asks_first(reading.ask):
        return Understood(reading.ask, Confidence.DOUBTFUL, nearest, text)
    if getattr(reading, "guessed", False):
        return Understood(reading.ask, Confidence.GUESSED, nearest, text)
    return Understood(reading.ask, Confidence.SURE if reading.sure else Confidence.UNSURE, nearest, text)


def _is_whole(reading: owner.Reading | customer.Reading) -> bool:
    """Whether it is read in whole sentences only; "이불도 하나 추가" besides does nothing where nothing was written."""
    return getattr(reading, "exact", False) or _comes_on_top(reading.ask)


def _comes_on_top(ask: object) -> bool:
    """Whether something comes on top: a thing of what was written last, a kindness of what is ready."""
    return (isinstance(ask, Correct) and ask.more) or bool(getattr(ask, "extra", ""))


def _is_to_the_sum(ask: object) -> bool:
    """Whether it is a visit with its things and their sum, which is like many things and is one."""
    return isinstance(ask, RecordVisit) and bool(ask.items) and ask.amount is not None


def _asks_first(ask: object) -> bool:
    """Whether it leads to no more than a question: for the new value, or whether to remember what was said."""
    return (isinstance(ask, Update) and ask.value is None) or (isinstance(ask, Prefer) and not ask.sure)


def _guessed(weighed: Weighed[Any], likely: Guess[Any], nearest: tuple[str, ...], text: str) -> Understood:
    sure = likely.sure and not weighed.forbids(likely.ask)
    confidence = Confidence.SURE if sure else Confidence.DOUBTFUL
    return Understood(likely.ask, confidence, nearest, text, likely.instead)


def get_ready(now: datetime) -> None:
    """Load the words, lines and examples of both sides: some seconds that nobody's first sentence need wait for."""
    for side, read in (("owner", read_owner), ("customer", read_customer)):
        for said in phrases("examples")[side].values():
            for text in said if isinstance(said, list) else ():
                read(text, now=now, lexicon=Lexicon())


def _goes_before(likely: Guess[Any], reading: owner.Reading | customer.Reading | None) -> bool:
    """Whether the likeness to the examples counts for more than what the rules have read."""
    if reading is None:
        return True
    if getattr(reading, "guessed", False):
        return likely.sure
    return likely.overrules and not _is_whole(reading) and _differ(likely.ask, reading.ask)


def _differ(likely: OwnerAsk | CustomerAsk, read: OwnerAsk | CustomerAsk) -> bool:
    """Whether a likeness and the rules say two things of which the likeness may be right."""
    # To do one thing first is a request; only to have it first is a wish of its own, which the rules read themselves.
    if isinstance(read, Voice) and likely.kind in ("things_first", "things_day"):
        return False
    alike = likely == read if isinstance(read, Voice) else type(likely) is type(read)
    return not alike and read.kind not in _EXACT
