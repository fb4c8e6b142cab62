"""Text in, one value of the closed list out, or None. Nothing here knows a record or writes one."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any

from bot.domain.refusals import Refusal
from bot.understanding import customer, owner
from bot.understanding.asks.account import History, Status, Update
from bot.understanding.asks.anywhere import Thanks
from bot.understanding.asks.appointments import Book, Cancel, MakeAppointment, MoveAppointment
from bot.understanding.asks.campaigns import MessageMany
from bot.understanding.asks.closed_list import CustomerAsk, OwnerAsk
from bot.understanding.asks.money import Charge
from bot.understanding.asks.not_understood import GatherWords
from bot.understanding.asks.orders import NoteDefect, OrderReady, ThingsDay, ThingsFetched
from bot.understanding.asks.people import Find, Note
from bot.understanding.asks.visits import RecordVisit, WalkIns
from bot.understanding.asks.voices import Refer, Voice
from bot.understanding.asks.wishes import MessageWish
from bot.understanding.bare_numbers import read_bare_number
from bot.understanding.booking_times import cannot_come, instead_of_cancelling
from bot.understanding.closing_sentences import read_closing
from bot.understanding.comparing import read_comparison
from bot.understanding.counter import prospect
from bot.understanding.customer_asks import is_history_of_visits
from bot.understanding.day_sentences import read_day
from bot.understanding.defect_sentences import with_defect_noted
from bot.understanding.detail_sentences import EITHER, read_detail, read_two_numbers
from bot.understanding.details import only_phone, two_phones
from bot.understanding.gathering import read_gathering
from bot.understanding.gift_sentences import read_gift
from bot.understanding.guesses import DONE_TO_SOMEBODY, Weighed, weigh, weigh_customers
from bot.understanding.impossible import impossible
from bot.understanding.impossible_times import impossible_time
from bot.understanding.lateness import with_slip
from bot.understanding.lawful import forbidden
from bot.understanding.lexicon import Lexicon
from bot.understanding.message_sentences import read_bidden
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
from bot.understanding.spacing import spaced
from bot.understanding.understood import Confidence, Understood, taken_for
from bot.understanding.visit_lines import is_of_two, is_only_wrong

# "친구한테 제 번호 알려주지 마세요" brings nobody.
_FORBIDS = re.compile(r"지\s?(?:마|말)|\b(?:don'?t|do not|never)\b")
_OF_ALL = frozenset(
    "visits top bought regulars lapsed new birthdays how_many missing stale sales unpaid no_extras".split()
)


_Read = Callable[[str, datetime, Lexicon], tuple[Understood, Weighed[Any]]]


# What parts the visits of several people in one line, and what speaks of somebody without a name.
_PARTS = re.compile(r",(?!\d{3})|[;\n]|\s(?:그리고|and)\s")
_NAMELESS, _MOST_PARTS = re.compile(r"손님|고객|뜨내기|워크인|\b(?:walk[\s-]?ins?|guests?|customers?|strangers?)\b"), 6


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
    and then asked about; before that, a row of words without spaces is read with them.
    """
    understood, weighed = read(text, now, lexicon)
    if understood.refusal is not None or (
        understood.ask is not None and understood.confidence is not Confidence.DOUBTFUL
    ):
        return understood
    apart = spaced(side, text, lexicon)
    if apart != text:
        again, _ = read(apart, now, lexicon)
        if again.ask is not None and (understood.ask is None or again.confidence is not Confidence.DOUBTFUL):
            ask = Voice(again.ask.sort, text) if isinstance(again.ask, Voice) else again.ask
            return replace(again, ask=ask, text=text)
    if understood.ask is not None or not weighed.is_near:
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
    numbered = _with_two_numbers(text, now, lexicon) or _with_number(text, now, lexicon)
    return numbered or _of_the_shop(text, now, lexicon)


def _with_two_numbers(text: str, now: datetime, lexicon: Lexicon) -> tuple[Understood, Weighed[Any]] | None:
    """Somebody with two phone numbers, of which one is kept: it is asked which, and neither is left out unsaid."""
    found = two_phones(text)
    if found is None or "{" in text:
        return None
    either = read_two_numbers(text, lambda said: owner.cut_up(said, now, lexicon).chunks, now, lexicon)
    if len(either) == 1:
        return Understood(either[0], Confidence.SURE, (), text), Weighed()
    if either:
        return Understood(either[0], Confidence.DOUBTFUL, (), text, instead=either[1]), Weighed()
    one, other, between, rest = found
    if not EITHER.fullmatch(between.lower()):
        return None
    deed, _ = _of_the_shop(" ".join(rest.format(" ").split()), now, lexicon)
    is_deed = isinstance(deed.ask, RecordVisit | MakeAppointment | Charge) and deed.ask.name.name
    if not is_deed and prospect(rest.format(one)) is None:
        return None
    refusal = Refusal("two-numbers", first=one, second=other)
    return Understood(None, Confidence.SURE, (), text, refusal=refusal), Weighed()


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
    whole = whole or read_detail(text, said.chunks, now, lexicon) or read_bidden(text, said.chunks, lexicon)
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
    if refusal is None and found.instead is not None:
        refusal = impossible(found.instead, said, now, lexicon)
    if refusal is None and _is_of_both(found.ask, text, now, lexicon):
        refusal = Refusal("walk-in-apart")
    if refusal is not None:
        found = Understood(None, Confidence.SURE, (), text, refusal=refusal)
    return found, weighed


def _is_of_both(ask: OwnerAsk | CustomerAsk | None, text: str, now: datetime, lexicon: Lexicon) -> bool:
    """Whether visits of somebody without a name stand in one line with others, of which one would be lost."""
    parts = [part.strip() for part in _PARTS.split(text) if part.strip()]
    if not (ask is None or isinstance(ask, RecordVisit | WalkIns)) or not 2 <= len(parts) <= _MOST_PARTS:
        return False
    if not any(_NAMELESS.search(part.lower()) for part in parts):
        return False
    read = [owner.read(owner.cut_up(part, now, lexicon), now, lexicon)[0] for part in parts]
    kinds = {type(one.ask) if one is not None else None for one in read}
    return WalkIns in kinds and kinds <= {RecordVisit, WalkIns}


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
    found = taken_for(text, reading, nearest, weighed)
    if found.ask is not None and is_not_so(found.ask.kind, text):
        return Understood(None, Confidence.SURE, (), text), weighed
    if isinstance(found.ask, Note) and _words("asks_for_notes").fullmatch(found.ask.note.lower()):
        return replace(found, ask=Find(found.ask.name), instead=None), weighed
    if isinstance(found.ask, RecordVisit) and is_of_two(text):
        return replace(found, ask=None, instead=None), weighed
    ask = with_slip(as_it_was_said(found.ask, text, now, lexicon), text)
    if ask != found.ask:
        found = replace(found, ask=ask, instead=None)
    noted = with_defect_noted(ask, said, lexicon)
    if isinstance(noted, NoteDefect):
        instead = ask if isinstance(ask, Note) else None
        return Understood(noted, Confidence.DOUBTFUL, (), text, instead=instead), weighed
    in_part = isinstance(ask, RecordVisit) and leaves_out(ask, said.chunks)
    in_part = in_part or (isinstance(ask, OrderReady) and is_only_wrong(text))
    if found.confidence is Confidence.DOUBTFUL and found.instead is None and isinstance(ask, Note):
        found = replace(found, instead=beside_other_words(said.chunks, said.marks.rest, now, lexicon))
    of_those = ask is not None and ask.kind in _OF_ALL and _words("of_those").match(text) is not None
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
    found = taken_for(text, reading, nearest, weighed)
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
    if isinstance(found.ask, Refer) and _FORBIDS.search(text.lower()):
        found = replace(found, ask=Voice("request", text), instead=None)
    if isinstance(found.ask, History) and is_history_of_visits(text):
        found = replace(found, ask=Status("visits"))
    return found, weighed


def get_ready(now: datetime) -> None:
    """Load the words, lines and examples of both sides: some seconds that nobody's first sentence need wait for."""
    for side, read in (("owner", read_owner), ("customer", read_customer)):
        for said in phrases("examples")[side].values():
            for text in said if isinstance(said, list) else ():
                read(text, now=now, lexicon=Lexicon())


@cache
def _words(entry: str) -> re.Pattern[str]:
    return re.compile("|".join(phrases("reader")[entry]), re.IGNORECASE)
