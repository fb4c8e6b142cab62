"""An ask for a sentence that no rule reads: the kind it is most like, filled with the pieces that were cut out of it.

A kind whose pieces are missing is no guess, and whoever is written about must be somebody the shop knows: so talk that
sounds like a deed stays talk.
"""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from functools import cache
from typing import Generic, TypeVar

from bot.understanding import counter, likely_asks, message_sentences, owner
from bot.understanding.asks.account import Status, Update
from bot.understanding.asks.closed_list import Ask, CustomerAsk, OwnerAsk
from bot.understanding.asks.voices import Voice
from bot.understanding.lexicon import Lexicon
from bot.understanding.likeness import NOTHING, Likeness, learned, likest
from bot.understanding.loose_asks import made_loosely
from bot.understanding.people import is_known
from bot.understanding.pieces import Chunk, Sort
from bot.understanding.ranges import with_ranges
from bot.understanding.templates import SLOTTED

# How far ahead of the next kind a guess must be: to be offered alone, or beside what the rules read in part; to be
# offered beside what they read word for word; to be answered or done, even against them; and to be answered where it
# shows people whom nobody has named.
_LIKELY, _BESIDE_RULES, _CERTAIN, _BEYOND_DOUBT = 0.1, 0.3, 0.5, 0.75
# How much it must be like what is said to a shop: to be asked about, to be answered, and to be answered
# to one who speaks of accounts, bookings and orders everywhere.
_HARDLY_TO_THE_SHOP, _TO_THE_SHOP, _PLAINLY_TO_THE_SHOP = -0.2, 0.1, 0.4
# Nothing is asked about with both less ahead and less to the shop than this.
_TOO_LITTLE_AHEAD, _TOO_LITTLE_TO_THE_SHOP = 0.25, 0.3
# How little a kind may be behind one whose pieces are missing.
_NEAR = 0.5
# How far ahead it must be to be answered although it might be said to anybody.
_UNMISTAKABLE = 1.1
# Nothing is certain of a sentence most of whose words nobody has ever said to a shop.
_KNOWN = 0.4
_LONGEST = 160
_A_WORD = re.compile(r"[가-힣]{2}|[A-Za-z]{3}|(?<![ㄱ-ㅎ])(?:ㄱㅅ|ㄳ)+(?![ㄱ-ㅎ])")

# What shows people, money or records without a name in the sentence.
_SHOWS_RECORDS = frozenset(
    "lapsed regulars top birthdays new sales visits how_many bought missing stale orders_due orders_waiting "
    "appointments voices unpaid brief doubles segments extras prospects drafts day_brief week_summary month_card "
    "undelivered chart reminders pick narrow rfm refresh refresh_state gathered_words visitors".split()
)
# Of these the sentence names nothing at all: "who bought a season pass" names a thing.
_SHOWS_UNASKED = _SHOWS_RECORDS - {"bought"}
# Deeds that a question or a "not" turns into something else.
DONE_TO_SOMEBODY = frozenset(
    "record_visit record_several walk_ins paid_tab order_ready all_ready hand_over set_tag tag_ready tag_fetched "
    "charge cancel_appointment move_appointment make_appointment no_show close_day merge cancel erase".split()
)
_DENIED = re.compile(
    r"지\s?(?:마|말|않|못)|(?<![가-힣])(?:안|못)\s"
    r"|\b(?:don'?t|do not|doesn'?t|didn'?t|never|won'?t|cannot|can'?t|not)\b"
)
# What is no denial: who cannot come moves or cancels ("못 오신대"), and "안 낸 거" is paid at last. "안 냈어" is one.
_NOT_COMING = re.compile(
    r"오지\s?(?=마|말|않)|못\s(?=오|온|올|와|가|갈|간|나[오타]|지[켜킬])"
    r"|\b(?:can'?t|cannot|won'?t|couldn'?t|didn'?t|doesn'?t|not)\s(?=(?:be able to\s)?"
    r"(?:make|come|do|be here|show|turn|appear|attend))"
)
_NO_DENIAL = {
    "move_appointment": _NOT_COMING,
    "paid_tab": re.compile(r"(?:안|못)\s(?=(?:내신|낸|갚은|갚으신|주신|준)\s?(?:거|것|걸|건|돈|값|외상))"),
}
# Said with a "not" as often as without: "안 왔어", "who I don't know". With one it is asked about.
_SAID_WITH_NOT = frozenset({"no_show", "walk_ins"})
# That somebody was to come: "민수씨가 오늘 안 왔네" may be said of anybody.
_WAITED_FOR = re.compile(
    r"노쇼|예약|약속|시간|연락|전화|기다|코빼기|나타나|\d\s?시|[한두세네섯곱덟홉열]\s?시|펑크|미방문"
    r"|\b(?:no[- ]?show|booked|booking|appointment|wait\w*|show(?:ed|s)?|answer\w*|never|o'?clock|[ap]m)\b"
)
# What others are told of it: "회원 탈퇴 및 자격 상실 안내입니다".
_ANNOUNCED = re.compile(r"안내(?:입니다|\s?드립니다|\s?드려요)")
# Who needs an appointment no more denies it all the way: only cancelling itself may be denied.
_NOT_CANCELLED = re.compile(
    r"(?:취소|빼|없던\s?걸로\s?하|지우)\S{0,2}지\s?(?:마|말|않)|안\s?(?:취소|뺄|빼)"
    r"|\b(?:don'?t|do not|never|didn'?t|not)\s(?:\w+\s){0,2}(?:cancel|drop|remove)"
)
# Who comes no more wants to be forgotten all the more: only erasing itself may be denied.
_NOT_ERASED = re.compile(
    r"(?:지우|삭제|없애|탈퇴|파기)\S{0,2}지\s?(?:마|말|않)|(?<![가-힣])안\s?(?:지[우워]|삭제)"
    r"|\b(?:don'?t|do not|never|didn'?t|not)\s(?:\w+\s){0,2}(?:delete|erase|remove|forget|wipe)"
)
# Without a word of paying there is a tab and nobody who pays it: "emily's tab".
_PAYS = re.compile(
    r"갚|냈|내[셨신고러]|[낸냄]|받|정산|결제|납부|지불|송금|회수|쐈|쏨|완납|입금|이체|카드|현금|[주줬]|털|처리|해결|정리|끝|청산|치[렀루르]|까[셨줬]|깠"
    r"|\b(?:pa(?:id|ys?|ying|yed|yment)|settle[ds]?|clear(?:ed|s)?|square[ds]?|repaid|gave|gives?|got|received|cover(?:ed|s)?|done"
    r"|even|cash|card|transfer(?:red)?|wired|sorted|off|back|closed"
    r"|repa(?:id|yment|ys)|recovered|arrived|came in|coughed up|made good)\b"
)
# "Emily's number" asks for it; that it holds is said in so many words.
_CONFIRMS = re.compile(
    r"맞[대다다아으음]|맞는|확인|그대로|똑같|바뀌지|안 바뀌|여전"
    r"|\b(?:right|correct|confirm\w*|check(?:ed|s)?|verif\w*|same|still|good|valid|fine|unchanged|up to date|holds?)\b"
)
# Words of time that stay where a time was not read.
_A_TIME = re.compile(
    r"\b(?:day|week|month|quarter|year)(?:s|end|ends)?\b|\b(?:average|daily|weekly|monthly)\b|평균|하루|(?:주|달|분기|주말|연도|년도)(?:에|의|은|는|도)?(?![가-힣])"
)
# Whoever names a customer speaks of that customer and not of the shop.
_OF_THE_SHOP = frozenset(
    "shop_settings change_shop counter_sheet counter_code export_all import_how health day_brief week_summary "
    "month_card open_days clocks message_text quiet_hours points_end prepaid_end".split()
)
# Nor do they ask for a list of everybody: "tomorrow half four Emily cut".
_OF_NO_ONE = _OF_THE_SHOP | (_SHOWS_RECORDS - {"pick", "narrow", "reminders", "drafts", "brief", "doubles", "bought"})
# What changes more than one thing at once is never done without asking.
_FOR_EVERYBODY = frozenset(
    "all_ready merge remove_staff drop_price switch_part message_many change_rule days_off named_days "
    "weekday_end stop_campaign resume_campaign gather_words gift_used".split()
)
# What shows nobody anything of theirs and changes nothing of anybody's, or may be said to anybody.
_OF_NOBODY = frozenset(
    "thanks hours what_costs help stop stop_messages start_messages message_wish message_settings set_language "
    "ask_owner refer recommend who_answers why_field remind_me import_how health export_all counter_sheet counter_code "
    "been_before shop_settings change_shop switch_part add_staff staff_list close_day undo prefer".split()
)
# Of these, what is written down. Where nothing at all is like what is said to a shop it is asked about first.
_KEPT = frozenset("remind_me message_wish prefer refer set_language".split())
# What shows a customer nothing of their own and writes nothing.
_HARMLESS, _CERTAIN_IF_HARMLESS = frozenset({"thanks", "hours", "help", "what_costs"}), 0.35

# What is handed on as it was typed goes to a person, so it must be plain; so must what shows a customer something of
# their own. Its score to a shop, the share of known words and half of how far it is ahead, together: one in twenty of
# the customers' sentences that nobody had learned from has less than this, and most of the other talk taken for one.
_VOICES = frozenset({"complaint", "request", "idea"})
_PLAIN_OF_ONES_OWN = 2.0

Asked = TypeVar("Asked", bound=Ask)


@dataclass(frozen=True, slots=True)
class Guess(Generic[Asked]):
    """`sure` is whether it may be answered or done without asking whether it was meant. Where the rules read something
    else, `overrules` is whether it is to be believed, and `disputes` whether both are to choose from. `instead` is as
    likely, or nearly: then both are to choose from as well.
    """

    ask: Asked
    sure: bool
    overrules: bool
    disputes: bool = False
    instead: Asked | None = None


@dataclass(frozen=True, slots=True)
class Weighed(Generic[Asked]):
    """What a sentence is like. `guess` is None where it is like nothing or pieces are missing. With `is_talk` it is no
    more like what is said to a shop than like other talk: nothing of anybody's is shown or changed for it unasked, even
    if a rule reads it. `is_near` is whether it is like anything said to a shop at all. With `is_far` it is like plain
    talk and nothing else. With `is_hardly` it is too little like what is said to a shop for people or sums to be
    shown. `is_plain` is whether it may be handed on to the owner, or answered with what is the asker's.
    """

    guess: Guess[Asked] | None = None
    is_talk: bool = False
    is_near: bool = False
    is_far: bool = False
    is_hardly: bool = False
    is_plain: bool = True

    def forbids(self, ask: Ask) -> bool:
        """Whether this is asked about before it is shown or done. Of what has no examples a likeness knows nothing."""
        forbidden = self.is_far if ask.kind in _KEPT else self.is_talk and ask.kind not in _OF_NOBODY
        forbidden |= self.is_hardly and ask.kind in _SHOWS_UNASKED
        forbidden |= isinstance(ask, Voice | Status) and not self.is_plain
        return forbidden and _name_of(ask) in _with_examples()


def _name_of(ask: Ask) -> str:
    """The kind as the examples name it."""
    if isinstance(ask, Voice):
        return ask.sort
    if isinstance(ask, Status):
        return f"status_{ask.about or 'account'}"
    return f"update_{ask.field}" if isinstance(ask, Update) else ask.kind


@cache
def _with_examples() -> frozenset[str]:
    return frozenset((*learned("owner").kinds, *learned("customer").kinds))


def weigh(text: str, said: owner.Cut, now: datetime, lexicon: Lexicon) -> Weighed[OwnerAsk]:
    """What an owner's tidy sentence is like."""
    if not _can_be_read(text):
        return Weighed()
    searched, chunks = said.pieces
    whole = likely_asks.Said(text, chunks, now, lexicon)
    ranged = replace(whole, chunks=with_ranges(chunks, text, now.date()))
    named = any(chunk.sort is Sort.NAME for chunk in chunks)
    loose: list[OwnerAsk] = []

    def made(kind: str) -> OwnerAsk | None:
        if (kind in _OF_NO_ONE and named) or kind in lexicon.without:
            return None
        ask = likely_asks.made(kind, ranged if kind in _SHOWS_RECORDS else whole)
        strict = ask is not None and not (kind in _SAID_WITH_NOT and _DENIED.search(text.lower()))
        ask = ask or made_loosely(kind, whole)
        if ask is not None and not strict:
            loose.append(ask)
        name = getattr(ask, "name", None)
        if ask is not None and _is_about_unread_days(ask, chunks) and _A_TIME.search(text.lower()):
            # "sales lsat week" is not offered for today.
            return None
        return ask if name is None or is_known(name, lexicon) else None

    found = likest("owner", searched, chunks)
    # Who names one of the shop's people speaks to the shop.
    enough = -math.inf if named else _TO_THE_SHOP
    guess: Guess[OwnerAsk] | None = _likeliest(found, text, chunks, made)
    if guess is not None and guess.ask in loose:
        guess = replace(guess, sure=False, overrules=False)
    return _weighed(guess, found, enough)


def weigh_customers(text: str, searched: str, chunks: Sequence[Chunk], now: datetime) -> Weighed[CustomerAsk]:
    """What a customer's tidy sentence is like; `searched` and `chunks` are its pieces."""
    if not _can_be_read(text):
        return Weighed()
    found = likest("customer", searched, chunks)

    def made(kind: str) -> CustomerAsk | None:
        return Voice(kind, text) if kind in _VOICES else likely_asks.made_of_customer(kind, searched, chunks, now)

    return _weighed(_likeliest(found, text, chunks, made), found, _PLAINLY_TO_THE_SHOP)


def _weighed(guess: Guess[Asked] | None, found: Likeness, enough: float) -> Weighed[Asked]:
    nothing = found.kind == NOTHING
    is_talk = (nothing and enough > -math.inf) or (found.said < enough and found.ahead < _UNMISTAKABLE)
    far = found.said < _HARDLY_TO_THE_SHOP
    hardly = enough > -math.inf and found.said < _PLAINLY_TO_THE_SHOP and found.ahead < _UNMISTAKABLE
    ahead = found.ahead if _is_of_ones_own(found.kind) else 0.0
    is_plain = found.said + found.known + ahead / 2 >= _PLAIN_OF_ONES_OWN
    return Weighed(guess, is_talk, not nothing and not far, is_talk and nothing and far, hardly, is_plain)


def _is_of_ones_own(kind: str) -> bool:
    """Whether a customer's words go to a person, or something of theirs is shown."""
    return kind in _VOICES or kind.startswith("status_")


def _can_be_read(text: str) -> bool:
    """Whether there are words to compare: no page of text, and more than a syllable or a row of consonants."""
    return len(text) <= _LONGEST and _A_WORD.search(text) is not None


def _likeliest(
    found: Likeness, text: str, chunks: Sequence[Chunk], made: Callable[[str], Asked | None]
) -> Guess[Asked] | None:
    """The likest kind whose pieces are all there, with the next if that is close; nothing where plain talk is."""
    if found.ahead < _TOO_LITTLE_AHEAD and found.said < _TOO_LITTLE_TO_THE_SHOP:
        return None
    if found.said < _HARDLY_TO_THE_SHOP and found.kind not in _OF_NOBODY:
        return None
    has_pieces = any(chunk.sort in SLOTTED for chunk in chunks)
    best: tuple[str, float, Asked] | None = None
    for kind, score in found.ranked:
        if best is not None and best[1] - score >= _LIKELY:
            break
        ask = None if kind == NOTHING or _is_no_deed(kind, text) else made(kind)
        # Behind the likest one comes only what has pieces: what needs none would fit every sentence.
        fits = ask is not None and (kind == found.kind or (has_pieces and bool(fields(ask))))
        if not fits and kind != NOTHING:
            continue
        if ask is None or found.ranked[0][1] - score > _NEAR:
            return None
        if best is not None:
            return replace(_guess(best[2], best[0], found, chunks), sure=False, overrules=False, instead=ask)
        best = (kind, score, ask)
    return _guess(best[2], best[0], found, chunks) if best is not None else None


def _is_no_deed(kind: str, text: str) -> bool:
    """Whether a deed is only asked after, or is not to be: "수연씨 옷 찾아갔나", "예약 취소하지 마세요"."""
    low = text.lower()
    if kind in ("message_one", "message_many", "draft_for"):
        return message_sentences.forbids_sending(low)
    if kind == "owed" and re.search(r"[안못]\s?(?:갚|준|낸대|낼)|\b(?:won'?t|refuses?|never)\b", low):
        return True
    if kind == "detail_holds" and _CONFIRMS.search(low) is None:
        return True
    if kind == "paid_tab" and _PAYS.search(low) is None:
        return True
    if kind in ("cancel", "cancel_appointment"):
        return counter.is_asked(low) or _NOT_CANCELLED.search(low) is not None
    if kind in _SAID_WITH_NOT:
        denied = kind == "no_show" and _DENIED.search(low) is not None and _WAITED_FOR.search(low) is None
        return denied or counter.is_asked(low)
    if kind in _NO_DENIAL:
        low = _NO_DENIAL[kind].sub("", low)
    if kind == "erase":
        return _ANNOUNCED.search(low) is not None or counter.is_asked(low) or _NOT_ERASED.search(low) is not None
    return kind in DONE_TO_SOMEBODY and (counter.is_asked(low) or _DENIED.search(low) is not None)


def _guess(ask: Asked, kind: str, found: Likeness, chunks: Sequence[Chunk]) -> Guess[Asked]:
    """What is not the likest of all, its pieces aside, is always asked about."""
    if kind in _HARMLESS:
        sure = kind == found.kind and found.ahead >= _CERTAIN_IF_HARMLESS
        # "와 얼룩이 감쪽같이 없어졌네요": who thanks names what was wrong.
        return Guess(ask, sure, overrules=sure and kind in ("thanks", "hours") and found.ahead >= _BEYOND_DOUBT)
    is_own = _is_of_ones_own(kind)
    enough = _BEYOND_DOUBT if kind in _SHOWS_RECORDS or is_own else _CERTAIN
    # "sales lsat week" is not about today, only because no day was read.
    vague = _is_about_unread_days(ask, chunks)
    shows = kind in _SHOWS_UNASKED and found.ahead < _UNMISTAKABLE
    # What is one's own is weighed with the words and the lead as well (`Weighed.is_plain`).
    to_the_shop = _PLAINLY_TO_THE_SHOP if shows else _TO_THE_SHOP
    plain = not vague and kind == found.kind and found.said >= to_the_shop and found.known >= _KNOWN
    # One word alone may be anything.
    plain = plain and (len(chunks) > 1 or found.ahead >= _UNMISTAKABLE)
    sure = plain and found.ahead >= enough and kind not in _FOR_EVERYBODY
    overrules = plain and found.ahead >= enough
    beside = _LIKELY if any(map(_is_strange, chunks)) else _BESIDE_RULES
    return Guess(ask, sure, overrules, disputes=plain and found.ahead >= beside)


def _is_about_unread_days(ask: Ask, chunks: Sequence[Chunk]) -> bool:
    """Whether the days of an answer were not said, and something was that nobody knows."""
    if getattr(ask, "period", None) is None or any(chunk.sort is Sort.SPAN for chunk in chunks):
        return False
    return any(map(_is_strange, chunks))


def _is_strange(chunk: Chunk) -> bool:
    """Whether it is a word that the rules do not know."""
    return chunk.sort is Sort.UNKNOWN and chunk.weight >= 1
