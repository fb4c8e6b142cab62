"""The customer's side: one sentence, one question or deed about the asker and nobody else."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.understanding import customer_bags, details
from bot.understanding.account import read_account
from bot.understanding.ask_owner import read_ask_owner, says_there_is_something
from bot.understanding.asks.account import (
    BeenBefore,
    DropDetail,
    Erase,
    Export,
    History,
    OwnPhotos,
    Prefer,
    Preferences,
    SetLanguage,
    Status,
    Underage,
    Update,
    WhoSaw,
    WhyField,
)
from bot.understanding.asks.anywhere import Help, Stop, Thanks, Undo
from bot.understanding.asks.appointments import Book, Cancel
from bot.understanding.asks.closed_list import CustomerAsk
from bot.understanding.asks.shop import Hours, WhoAnswers
from bot.understanding.asks.voices import AskOwner, Recommend, Refer, Voice
from bot.understanding.asks.wishes import MessageSettings, MessageWish, StartMessages, StopMessages, WhyThis
from bot.understanding.booking_times import moved_from, moved_to, moves_it
from bot.understanding.lexicon import Lexicon
from bot.understanding.message_wishes import (
    asks_what_comes,
    is_quiet_wish,
    is_stop_word,
    likely_wish,
    read_wish,
    tells_the_past,
)
from bot.understanding.normalise import flat
from bot.understanding.ones_own import is_ones_own
from bot.understanding.own_stretch import read_of_stretch
from bot.understanding.own_words import new_address, new_name, value_given
from bot.understanding.people_wishes import asks_of_people
from bot.understanding.periods import find_spans
from bot.understanding.phrasebook import phrases
from bot.understanding.pieces import Chunk, Sort, clauses, concepts_of
from bot.understanding.price_questions import what_costs
from bot.understanding.rules import book
from bot.understanding.spans import TimeSpan
from bot.understanding.table_bookings import keeps_a_time
from bot.understanding.tagging import Tagger
from bot.understanding.thing_wishes import another_day, read_fetching, read_thing_wish, what_first

_NEAR = 2.0
# Kinds that a sentence is for certain when a line of any order explains every word of it.
_BY_WHOLE_SENTENCE = frozenset(["book", "who_saw", "cancel", "why_this", "undo", "export"])
_CLAUSES = re.compile(r"[.?!,;~\n]+(?!\d)")
_SHORTEST_PART, _MOST_PARTS = 6, 4
# What part of a sentence may be believed for: questions, and what is asked about once more before it is done.
_FROM_A_PART = frozenset(["status", "book", "cancel", "who_saw", "why_this", "export", "recommend", "hours", "erase"])
# A wish about oneself is a sentence, and no story with one in it.
_SHORT = 80
# A wish that the shop be open when it is not: an idea, where "are you open?" is a question.
_OPEN_WISH = re.compile(
    r"(?:열어|영업해|운영해|오픈해|열었으면|영업했으면|열면|영업하면)\s?"
    r"(?:주세|주시면|주셨으면|줬으면|줘|주면|달라|좋겠|해요|하는데|안\s?돼)"
    r"|\b(?:please|could you|can you|would you|wish you(?:'d| would)?|if you(?:'d)?) (?:also )?"
    r"(?:open|opened|stay open)\b"
)
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
# What must not be erased or cancelled: "예약 취소하지 마세요".
_NOT_TO_DO = re.compile(
    r"(?:취소|지우|삭제|없애|탈퇴|빼)[가-힣]*지\s?(?:마|말)"
    r"|\b(?:don'?t|do not|never)\s(?:cancel|delete|erase|remove|forget)\b"
)
# "방문 내역" is a list of visits, "바뀐 내역" one of changes.
_OF_VISITS = re.compile(
    r"방문|다녀[간온]|이용|왔던|간\s?날|구매|결제|맡[기겼긴]|뭐\s?(?:했|하고|샀|먹|마[셨시])|\bvisits?\b|\bpurchases?\b"
    r"|\b(?:bring|brought|bought|had done)\b"
)
_OF_CHANGES = re.compile(r"바[뀌뀐꾼꿔]|변경|수정|고[친쳐]|정보|\bchang|\bedit|\bcorrect|\brecord")
_PROMOTION = re.compile(r"세일|할인|쿠폰|이벤트|홍보|\bpromo|\bdeals\b|\boffers\b")
# What is booked though it stands on no price list, or under another spelling.
_SERVICES = re.compile(r"방문\s?수거|수거|픽업|배달|배송|pick\s?-?up|collection|delivery|\bhaircuts?\b", re.IGNORECASE)
_HAVE_I = re.compile(
    r"\b(?:do|did|have) i (?:have|got|book|make)"
    r"|예약[가-힣]*\s(?:[가-힣]+\s)?(?<!수\s)있(?:나요|어요|죠)|되어\s?있|돼\s?있|잡혀\s?있"
)
_ON_AGAIN = re.compile(
    r"다시\s?(?:다\s?|전부\s?)?(?:켜|받|보내|on\b)|재개|거부\S*\s?(?:(?:것|거|걸)\S?\s)?(?:전부\s?|모두\s?|다\s?)?(?:철회|취소|해제|풀)"
    r"|\bback on\b|\b(?:send|text|message) me .*\bagain\b"
)
_NEVER = re.compile(r"\b(?:don'?t|do not|never|stop)\b")
_OFF = re.compile(r"\b(?:turn|switch)\b.*\boff\b|\bdisable\b")
# A language that something is to be written in.
_INTO, _WITH_RO = (
    re.compile(r"\b(?:in|to|into|use|using|prefer)\s+$", re.IGNORECASE),
    re.compile(r"[가-힣]+로(?![가-힣])"),
)
_LANGUAGES = {"korean": "ko", "english": "en", "chinese": "zh", "japanese": "ja"}
_WISH = re.compile(
    r"(?:주세[요여용욤]|주십시오|주실래요|주실\s?수|주시겠|주시면|주시기|줘[요여]?|달라|부탁|마세요|말아|마시|말고|바랍니다|바라요"
    r"|주라|주이소|주소|했으면|[셔아어]도\s?[돼되])"
    r"|\b(?:please|pls|plz|can you|could you|can u|could u|would you|make sure|be careful|next time|i want"
    r"|i need(?! to (?:do|go)\b)|i'd like|id like|i prefer|from now on|do not|don't|dont|no starch|if possible)\b"
)
# Coins and no correction: "I got too little change back".
_SHORT_CHANGED = re.compile(
    r"(?:거스름돈|잔돈)\S*\s(?:\S+\s)?(?:덜|적[게다었]|안|못|틀|잘못|모자|부족)"
    r"|\b(?:too (?:little|much)|wrong|short|not enough|incorrect) change\b|\bshort-?changed\b|\bovercharged\b"
    r"|\bchange (?:was|is) (?:wrong|short|too little|missing|not right)\b"
)
_MONEY_BACK = re.compile(r"환불|돈\S?\s돌려|\brefund(?:ed)?\b|\bmoney back\b")


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
    spoken = _Said(chunks, chunks, text, now)
    if keeps_a_time(text, spoken.when):
        return Reading(Book(spoken.when, spoken.service), 0.0, exact=True), ()
    if (other := moves_it(text, now)) is not None:
        return Reading(Book(other, move=True), 0.0, exact=True), ()
    own = _own_words(chunks, text)
    if own is not None:
        return own, ()
    if (of_things := read_thing_wish(text, chunks, now)) is not None:
        return Reading(of_things, 0.0), ()
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
    voice = _voice(chunks, text)
    if voice is not None and voice.ask == Voice("idea", text):
        return voice, ()
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
        return voice, ()
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
    said = _Said(chunks, chunks, text, now)
    return replace(ask, on=said.when, service=said.service)


def _in_a_clause(text: str, now: datetime, lexicon: Lexicon) -> CustomerAsk | None:
    """The first part of a sentence that a line of any order explains: "please release my slot, my flight was moved"."""
    parts = [part.strip() for part in _CLAUSES.split(text) if len(part.strip()) >= _SHORTEST_PART]
    if not 2 <= len(parts) <= _MOST_PARTS:
        return None
    for part in parts:
        chunks = Tagger(book("customer").words).cut(part, now, Lexicon(items=lexicon.items), details.values)
        said = _Said(chunks, chunks, part, now)
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
    ask = _BUILD[rule.kind](_Said(chunks if rule.kind.startswith("update") else clause, chunks, text, now))
    ask = _with_value(ask, text)
    return Reading(ask, cost - rule.slack) if ask is not None else None


def question(kind: str, chunks: Sequence[Chunk], text: str, now: datetime) -> CustomerAsk | None:
    """What a sentence of that kind comes to with these pieces, whatever its words; None for what is not of the list."""
    if kind == "message_wish":
        wished = _wish(chunks, text, now)
        return wished.ask if wished else likely_wish(text, _pause_end(chunks, text, now), now.date())
    build = _BUILD.get(kind)
    return _with_value(build(_Said(chunks, chunks, text, now)), text) if build is not None else None


def _with_value(ask: CustomerAsk | None, text: str) -> CustomerAsk | None:
    """A change with the value that the sentence gives after all, in words that no list knows; none of a detail that is
    not the speaker's own.
    """
    if not isinstance(ask, Update):
        return ask
    if not is_ones_own(ask.field, ask.value, text):
        return None
    if ask.value is not None:
        return ask
    given = value_given(ask.field, text)
    if given and ask.field == "phone":
        given = details.phone(given) or given
    return replace(ask, value=given)


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
    if isinstance(ask, StopMessages) and _EVERY_SORT.search(text.lower()):
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


def _voice(chunks: Sequence[Chunk], text: str) -> Reading | None:
    """Something that a person must answer: its own words are kept whole, so most of them may be unknown."""
    said = concepts_of(chunks)
    unknown = sum(chunk.weight for chunk in chunks if chunk.sort is Sort.UNKNOWN)
    elsewhere = any(chunk.concepts == {"elsewhere"} for chunk in chunks)
    if elsewhere or unknown > 0.6 * len(chunks) + 0.5:
        return None
    if _wants_it_open(said, text.lower()):
        return Reading(Voice("idea", text), 0.0, exact=True)
    sort = _sort_of_voice(chunks, said, text)
    # A plain wish with nothing telling in it must be understood for the most part.
    told = said & {"item", "thing"} or {"work", "dont"} <= said
    if sort is None and told and "show" not in said and unknown <= 0.4 * len(chunks):
        sort = "request" if _WISH.search(text.lower()) else None
    return Reading(Voice(sort, text), 0.0) if sort else None


def _wants_it_open(said: frozenset[str], low: str) -> bool:
    """ "일요일에도 열어 주세요" is no question about the hours."""
    no_voice = "visit_wish" in said or _SHORT_CHANGED.search(low) is not None
    return (
        not no_voice and _OPEN_WISH.search(low) is not None and bool(said & {"day_word", "span", "hours", "open_shop"})
    )


def _sort_of_voice(chunks: Sequence[Chunk], said: frozenset[str], text: str) -> str | None:
    """Complaint, request or idea, by what is said about a thing and whether something is wished for."""
    if "visit_wish" in said:
        return None
    if _SHORT_CHANGED.search(text.lower()):
        return "complaint"
    if _MONEY_BACK.search(text.lower()) and _WISH.search(text.lower()) and not said & {"erase", "balance"}:
        return "request"
    wish = _WISH.search(text.lower()) is not None
    damage = sum("bad" in chunk.concepts for chunk in chunks)
    matter = said & {"item", "thing"} or ("strong_bad" in said and said & {"order", "messages", "bad"})
    if "idea_cue" in said and said & {"idea_thing", "item", "hours", "open_shop", "until"}:
        return "idea"
    if wish and "strong_bad" not in said:
        in_time = said & {"until", "hurry"} and said & {"hurry", "order", "thing", "item"}
        if in_time or (damage and "work" in said) or (matter and said & {"work", "bad"}):
            return "request"
    # That things differ is no damage by itself: "생긴 것도 다르고 …".
    harm = sum("bad" in chunk.concepts and "change" not in chunk.concepts for chunk in chunks)
    if harm > 1 or ((matter or "shop_side" in said) and said & {"bad", "strong_bad"}):
        return "complaint"
    return None


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
class _Said:
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
_MAY_BE_DROPPED = frozenset({"email", "address", "birthday"})


def _phone(said: _Said) -> CustomerAsk:
    value = said.value("phone_value")
    return Update("phone", details.phone(value) if value else None)


def _birthday(said: _Said) -> CustomerAsk:
    value = said.value("birth_value")
    return Update("birthday", details.with_its_calendar(details.birthday(value), said.text) if value else None)


def is_history_of_visits(text: str) -> bool:
    """Whether a history that is asked for is one of visits and not of changes."""
    low = text.lower()
    return _OF_VISITS.search(low) is not None and _OF_CHANGES.search(low) is None


_BUILD: dict[str, Callable[[_Said], CustomerAsk | None]] = {
    "undo": lambda said: None if _SHORT_CHANGED.search(said.text.lower()) else Undo(),
    "help": lambda said: Help(),
    "stop": lambda said: Stop(),
    "history": lambda said: History(),
    "who_saw": lambda said: WhoSaw(),
    "been_before": lambda said: BeenBefore(),
    "underage": lambda said: Underage(),
    "why_this": lambda said: WhyThis(),
    "status": lambda said: Status(),
    "status_points": lambda said: Status("points"),
    "status_balance": lambda said: Status("balance"),
    "status_visits": lambda said: Status("visits"),
    "status_appointments": lambda said: Status("appointments"),
    "status_orders": lambda said: Status("orders"),
    "status_details": lambda said: Status("details"),
    "stop_messages": lambda said: (
        StartMessages(said.scope)
        if _ON_AGAIN.search(said.text.lower()) and not _NEVER.search(said.text.lower())
        else MessageSettings()
        if asks_what_comes(said.text)
        else None
        if tells_the_past(said.text)
        else StopMessages(said.scope)
    ),
    "start_messages": lambda said: (
        MessageSettings()
        if asks_what_comes(said.text)
        else StopMessages(said.scope)
        if _OFF.search(said.text.lower())
        else StartMessages(said.scope)
    ),
    "message_settings": lambda said: MessageSettings(),
    "export": lambda said: Export(),
    "erase": lambda said: Erase(),
    "book": lambda said: Book(said.when, said.service, MOVED.search(said.text.lower()) is not None),
    "cancel": lambda said: Cancel(),
    "recommend": lambda said: Recommend(),
    "refer": lambda said: Refer(),
    "hours": lambda said: Hours(),
    "what_costs": lambda said: what_costs(said.chunks),
    "thanks": lambda said: Thanks(),
    "set_language": lambda said: SetLanguage(said.language),
    "things_first": lambda said: what_first(said.text, said.chunks),
    "things_day": lambda said: another_day(said.text, said.chunks, said.now),
    "who_answers": lambda said: WhoAnswers(),
    "own_photos": lambda said: OwnPhotos(),
    "preferences": lambda said: Preferences(),
    "prefer": lambda said: Prefer(said.text),
    "why_field": lambda said: WhyField(said.detail) if said.detail else None,
    "drop_detail": lambda said: DropDetail(said.detail) if said.detail in _MAY_BE_DROPPED else None,
    "update_phone": _phone,
    "update_email": lambda said: Update("email", said.value("email_value")),
    "update_birthday": _birthday,
    "update_address": lambda said: Update("address"),
    "update_name": lambda said: Update("name"),
}
