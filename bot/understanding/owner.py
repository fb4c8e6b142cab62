"""The owner's side: one sentence, one question or deed."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.understanding import appointment_sentences, message_sentences, note_sentences, reminder_sentences
from bot.understanding.asks.anywhere import Help, Stop, Undo
from bot.understanding.asks.appointments import Appointments
from bot.understanding.asks.closed_list import OwnerAsk
from bot.understanding.asks.lists import Birthdays, Bought, HowMany, Lapsed, Missing, New, Regulars, Stale, Top
from bot.understanding.asks.messages import Undelivered
from bot.understanding.asks.money import Points, Sales, Spent, Unpaid
from bot.understanding.asks.orders import OrderReady, OrdersDue, OrdersWaiting
from bot.understanding.asks.people import Find
from bot.understanding.asks.values import NOBODY, Period, Spoken
from bot.understanding.asks.visits import LastVisit, RecordSeveral, RecordVisit, Usual, VisitCount, Visits
from bot.understanding.asks.voices import Voices
from bot.understanding.comparing import compares
from bot.understanding.counter import counter_deed, is_asked, nearly_a_deed
from bot.understanding.details import only_phone
from bot.understanding.kindnesses import ready_and_kindness
from bot.understanding.lexicon import Lexicon
from bot.understanding.lines.line import named_things, pieces_of
from bot.understanding.marks import Marked, marked
from bot.understanding.numbers import TIMES, Number
from bot.understanding.people import is_known, settled, spoken
from bot.understanding.pieces import READ, Chunk, Sort, clauses, surface
from bot.understanding.ranges import one_by_one, with_ranges
from bot.understanding.recording import beside_other_words, nameless, record
from bot.understanding.rules import book
from bot.understanding.spans import TimeSpan, around, calendar
from bot.understanding.tagging import Tagger
from bot.understanding.visit_lines import is_parted, of_stranger, several, tells_of_a_newcomer, with_defect

_TOP = 10
# "아니만오천원이야", "아니야3장": a no written together with the figure that is right.
_GLUED_NO = re.compile(r"^(아니야|아니요|아니|아뇨)(?=\d|[일이삼사오육칠팔구십백천만]+\s?원)")
# What a record, a note or a message may leave unexplained before it is not believed.
_SLACK = 0.7
# One person is asked for: by the rank, or by a word in the singular. Who is "VIP" are several.
_ONE = re.compile(
    r"^(?:[1일]등|넘버원|number (?:one|1)|no\.? ?1)(?!\w)|\b(?:customer|client|guest|visitor|spender|patron|payer)$"
)
_WAYS = ("card", "cash", "transfer")
_AGO = re.compile(
    r"(?:(?P<week>주일?|weeks?|wks?)|(?P<month>달|개월|months?|mths?)|(?P<year>년|해|years?|yrs?))\s?(?:전에?|ago|back)$"
)
_COMING = frozenset({"come", "visit", "frequent", "visit_count", "most_often"})
_CAME = re.compile(r"(?:와|찾아|들러|방문해|다녀가)\s?(?:주[신셨]|준)|(?:보신|본|관람한|관람하신)$")
_OF_PEOPLE = frozenset({"top", "lapsed"})
# What is asked for may be a day or a thing, and no longer list than this.
_NO_PEOPLE = re.compile(r"^(?:날|날은|요일|시간대?|품목|메뉴|상품|days?|weekdays?|months?|items?|products?|hours?)$")
_MOST_ASKED_FOR = 1000
_CLAUSES = re.compile(r"[.?!,;~\n]+(?!\d)")
_SHORTEST_PART, _MOST_PARTS = 6, 4
# A question that misses its rule's slack by no more than this is offered as "did you mean".
_NEAR = 2.0


@dataclass(frozen=True, slots=True)
class Reading:
    """`excess` is how far the sentence goes beyond what the reading may leave unexplained; 0 or less is accepted."""

    ask: OwnerAsk
    excess: float
    sure: bool = True
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class Cut:
    """A tidy text cut up, once for all that read it. Its tags and racks are in `marks`, and in none of the chunks."""

    text: str
    marks: Marked
    chunks: Sequence[Chunk]

    @property
    def pieces(self) -> tuple[str, list[Chunk]]:
        """The text as it is searched, and its pieces with tags and racks."""
        return self.marks.rest, [*self.chunks, *self.marks.chunks]


def cut_up(text: str, now: datetime, lexicon: Lexicon) -> Cut:
    """A tidy text with its pieces."""
    text = _GLUED_NO.sub(r"\1 ", text)
    marks = marked(text, lexicon.without)
    return Cut(text, marks, cut(marks.rest, now, lexicon))


def read(said: Cut, now: datetime, lexicon: Lexicon) -> tuple[Reading | None, tuple[str, ...]]:
    """The best reading of what was said, or None with the kinds that come nearest."""
    text, marks, chunks = said.text, said.marks, said.chunks
    if not chunks and not marks.chunks:
        return None, ()
    both = ready_and_kindness(text)
    if both is not None:
        ready, _ = read(cut_up(both[0], now, lexicon), now, lexicon)
        if ready is not None and isinstance(ready.ask, OrderReady) and not ready.guessed:
            return replace(ready, ask=replace(ready.ask, extra=both[1])), ()
    if tells_of_a_newcomer(text) and (lines := _visit_lines(chunks, marks, now, lexicon)) is not None:
        return lines, ()
    card = note_sentences.on_the_card(chunks, text, lexicon)
    if card is not None:
        return Reading(card, 0.0, is_known(card.name, lexicon)), ()
    counter = counter_deed(chunks, marks.chunks, text, now, lexicon)
    ranged = with_ranges(chunks, text, now.date())
    if counter is None and ranged != chunks:
        chunks = ranged
        counter = counter_deed(chunks, marks.chunks, text, now, lexicon)
    if counter is not None:
        return Reading(counter, 0.0), ()
    found = _deed(chunks, marks.rest, now, lexicon) or _question(chunks, now, lexicon)
    if found is not None and isinstance(found.ask, Sales | Visits):
        found = replace(found, ask=_with_all_figures(found.ask, said.chunks, text, now))
    if found is not None and marks.chunks and found.ask.kind in ("stop", "undo", "help"):
        # "택 33 안 됐어" speaks of the tag and not to the assistant.
        return None, ()
    if found is not None and isinstance(found.ask, RecordVisit) and is_parted(text):
        # "김수연 셔츠 3장 9000, 홍길동 코트 1벌 15000": somebody new behind a comma is no thing of the first one's.
        lines = _visit_lines(chunks, marks, now, lexicon)
        if lines is not None and isinstance(lines.ask, RecordSeveral):
            return lines, ()
    if found is not None and isinstance(found.ask, OrderReady) and is_asked(text.lower()):
        # "김수연 옷 다 됐어?" asks; the card says what is ready.
        found = replace(found, ask=Find(found.ask.name))
    if found is not None and found.excess <= 0:
        return replace(found, ask=_with_marks(found.ask, marks)), ()
    lines = _visit_lines(chunks, marks, now, lexicon)
    if lines is not None:
        return lines, ()
    for clause in clauses(chunks, text):
        part = _question(clause, now, lexicon)
        if part is not None and part.excess <= 0 and getattr(part.ask, "period", None) is not None:
            part = _question(_with_days(clause, chunks), now, lexicon)
        if part is not None and part.excess <= 0 and part.ask.kind not in ("stop", "help", "undo", "find"):
            return part, ()
    if not any(chunk.sort is Sort.NAME for chunk in chunks):
        stranger = of_stranger(marks.rest, _visit_reader(now, lexicon))
        if stranger is not None:
            return Reading(_with_marks(stranger, marks), 0.0, sure=False), ()
    loose = nearly_a_deed(chunks, marks.chunks, text, now, lexicon)
    if loose is not None:
        return Reading(loose, 0.0, sure=False, guessed=True), ()
    # What speaks of another world as well is no sentence to the shop with something beside it.
    foreign = any(chunk.concepts == {"elsewhere"} for chunk in chunks)
    part_of_it = None if foreign else _in_a_clause(text, now, lexicon)
    if part_of_it is not None:
        return Reading(part_of_it, 0.0, sure=False, guessed=True), ()
    beside = None if foreign else _beside_other_words(chunks, marks, now, lexicon)
    if beside is not None:
        return Reading(beside, 0.0, sure=False, guessed=True), ()
    return None, (found.ask.kind,) if found is not None and found.excess <= _NEAR else ()


def _with_all_figures(ask: Sales | Visits, chunks: Sequence[Chunk], text: str, now: datetime) -> Sales | Visits:
    """Every figure that was asked for: of each stretch that was named, and the takings, which tell the visits too."""
    parts = () if compares(text) else one_by_one(text, now)
    if isinstance(ask, Visits) and any("sales" in chunk.concepts for chunk in chunks):
        return Sales(ask.period, parts=parts)
    said = tuple(way for way in _WAYS if any(f"paid_{way}" in chunk.concepts for chunk in chunks))
    if isinstance(ask, Sales) and len(said) > 1 and not parts:
        return replace(ask, paid_by=None, ways=said)
    return replace(ask, parts=parts)


def _beside_other_words(chunks: Sequence[Chunk], marks: Marked, now: datetime, lexicon: Lexicon) -> OwnerAsk | None:
    """A visit among words that nobody knows, of somebody whom the shop knows or of nobody who was named."""
    walked_in = nameless(chunks, marks.rest, now, lexicon) if not marks.chunks and not marks.prepaid else None
    if walked_in is not None:
        return walked_in
    visit = beside_other_words(chunks, marks.rest, now, lexicon)
    return _with_marks(visit, marks) if visit is not None and is_known(visit.name, lexicon) else None


def _with_days(clause: Sequence[Chunk], chunks: Sequence[Chunk]) -> Sequence[Chunk]:
    """A clause that says no days with those of the others: "how was last month? number of visits, I mean"."""
    if any(chunk.sort is Sort.SPAN for chunk in clause):
        return clause
    return [chunk for chunk in chunks if chunk in clause or chunk.sort is Sort.SPAN]


def _in_a_clause(text: str, now: datetime, lexicon: Lexicon) -> OwnerAsk | None:
    """The first part of a sentence that is a deed or a question of the counter; what else is said makes it a guess."""
    parts = [part.strip() for part in _CLAUSES.split(text) if len(part.strip()) >= _SHORTEST_PART]
    if not 2 <= len(parts) <= _MOST_PARTS:
        return None
    for part in parts:
        marks = marked(part, lexicon.without)
        chunks = cut(marks.rest, now, lexicon)
        found = counter_deed(chunks, marks.chunks, part, now, lexicon) or nearly_a_deed(
            chunks, marks.chunks, part, now, lexicon
        )
        if found is not None and found.kind not in ("pick", "narrow", "correct", "find_tag"):
            return found
    return None


def pieces(text: str, now: datetime, lexicon: Lexicon) -> tuple[str, list[Chunk]]:
    """A tidy text as it is searched, and its pieces with tags and racks."""
    return cut_up(text, now, lexicon).pieces


def cut(text: str, now: datetime, lexicon: Lexicon) -> list[Chunk]:
    """The pieces of a sentence, with names made whole."""
    return settled(Tagger(book("owner").words).cut(text, now, lexicon), surface(text[:READ]), lexicon)


def _visit_lines(chunks: Sequence[Chunk], marks: Marked, now: datetime, lexicon: Lexicon) -> Reading | None:
    """Several visits in one line, or one with a word about the things."""

    visit = _visit_reader(now, lexicon)
    with_word = with_defect(marks.rest, chunks, visit)
    if with_word is not None:
        return Reading(_with_marks(with_word, marks), 0.0, is_known(with_word.name, lexicon))
    visits = several(marks.rest, chunks, visit)
    if len(visits) == 1:
        return Reading(visits[0], 0.0)
    return Reading(RecordSeveral(visits), 0.0) if visits else None


def _visit_reader(now: datetime, lexicon: Lexicon) -> Callable[[str], RecordVisit | None]:
    """What reads a part of a line as a visit."""

    def visit(part: str) -> RecordVisit | None:
        given = only_phone(part)
        if given is not None:
            found = visit(given[1])
            return replace(found, name=replace(found.name, phone=given[0])) if found is not None else None
        own = marked(part, lexicon.without)
        written = record(cut(own.rest, now, lexicon), own.rest, now, lexicon)
        if written is None or written[1] > _SLACK or not written[2]:
            return None
        read = _with_marks(written[0], own)
        return read if isinstance(read, RecordVisit) else None

    return visit


def _with_marks(ask: OwnerAsk, marks: Marked) -> OwnerAsk:
    """A visit with its tag, its rack, and that it was paid out of what was paid ahead."""
    if not isinstance(ask, RecordVisit):
        return ask
    found = {chunk.sort: str(chunk.value) for chunk in marks.chunks}
    return replace(
        ask,
        tag=ask.tag or found.get(Sort.TAG, ""),
        rack=ask.rack or found.get(Sort.RACK, ""),
        paid_by="prepaid" if marks.prepaid else ask.paid_by,
    )


def _deed(chunks: Sequence[Chunk], text: str, now: datetime, lexicon: Lexicon) -> Reading | None:
    """Deeds carry words of their own, so they are read by their cue, before the rules weigh every word."""
    written = record(chunks, text, now, lexicon)
    if written is not None and written[1] <= _SLACK:
        visit, cost, enough = written
        return Reading(visit, cost - _SLACK, enough and is_known(visit.name, lexicon))
    for found in (
        note_sentences.note(chunks, text, lexicon),
        reminder_sentences.remind(chunks, text, now),
        message_sentences.message(chunks, text, lexicon),
        appointment_sentences.appointment(chunks, text, now, lexicon),
    ):
        if found is not None and found[1] <= _SLACK and found[0].kind not in lexicon.without:
            ask, cost = found
            name = getattr(ask, "name", None)
            return Reading(ask, cost - _SLACK, name is None or is_known(name, lexicon))
    return None


def question(kind: str, chunks: Sequence[Chunk], now: datetime, lexicon: Lexicon) -> OwnerAsk | None:
    """The question of that kind with these pieces, whatever its words; None where a name or a thing is missing."""
    said = _Said(chunks, now, lexicon)
    if kind in _OF_SOMEBODY and not said.name.name and not said.name.last4:
        return None
    if kind in _OF_PEOPLE and said.is_of_no_people:
        return None
    if kind in ("visits", "top") and said.things:
        return None
    if kind == "bought" and not any(chunk.sort is Sort.ITEM for chunk in chunks):
        return None
    return _BUILD[kind](said)


def _question(chunks: Sequence[Chunk], now: datetime, lexicon: Lexicon) -> Reading | None:
    if reminder_sentences.asks_to_be_told(chunks):
        chunks = [chunk for chunk in chunks if "remind" not in chunk.concepts]
    best = book("owner").best(chunks, lexicon.without)
    if best is None:
        return None
    rule, cost = best
    said = _Said(chunks, now, lexicon)
    if rule.kind in _OF_PEOPLE and said.is_of_no_people:
        return None
    ask = _BUILD[rule.kind](said)
    name = getattr(ask, "name", None)
    return Reading(ask, cost - rule.slack, name is None or is_known(name, lexicon))


@dataclass(frozen=True, slots=True)
class _Said:
    """The slots of a sentence, as the questions want them."""

    chunks: Sequence[Chunk]
    now: datetime
    lexicon: Lexicon

    def has(self, *concepts: str) -> bool:
        return any(chunk.concepts & set(concepts) for chunk in self.chunks)

    @property
    def name(self) -> Spoken:
        return spoken(self.chunks, self.lexicon) or NOBODY

    @property
    def span(self) -> TimeSpan | None:
        spans = [chunk.value for chunk in self.chunks if isinstance(chunk.value, TimeSpan)]
        return next((span for span in spans if span.past), None)

    @property
    def past(self) -> Period | None:
        """The days meant. Two months ago is that month and two weeks ago that week, where something is counted."""
        said = next((chunk for chunk in self.chunks if chunk.value is self.span), None)
        if said is None or self.span is None or self.span.past is None:
            return None
        unit = _AGO.search(said.text)
        if unit is None or self.span.days is None:
            return self.span.past
        return around(self.span.past.start, unit.lastgroup or "", self.now.date())

    @property
    def coming(self) -> Period | None:
        """Of a length and a named time the named one: "who turns a year older next week"."""
        spans = [chunk.value for chunk in self.chunks if isinstance(chunk.value, TimeSpan) and chunk.value.past]
        return min(spans, key=lambda span: span.days is not None).coming if spans else None

    def or_now(self, period: Period | None, name: str) -> Period:
        return period or calendar(name, self.now.date())

    @property
    def number(self) -> int | None:
        """How many of a list; of "1~3위" the last. "한번 보자" counts nobody."""
        numbers = [chunk.value for chunk in self.chunks if chunk.sort in (Sort.COUNT, Sort.NUMBER)]
        counted = [number for number in numbers if isinstance(number, Number) and number.unit not in TIMES]
        return max((int(number.value) for number in counted if number.value >= 1), default=None)

    @property
    def tells_of_coming(self) -> bool:
        """ "Most visits". "많이 와주신 분" is said as thanks; "show" may mean to come, and to be shown."""
        told = (chunk.concepts & _COMING and "show" not in chunk.concepts for chunk in self.chunks)
        return any(told) or any(_CAME.match(chunk.text) for chunk in self.chunks)

    @property
    def is_of_no_people(self) -> bool:
        """ "매출 제일 높은 날", "who spent over 100,000" and "한 번만 오고 안 온 손님" ask for more than who it is."""
        numbers = [chunk.value for chunk in self.chunks if isinstance(chunk.value, Number)]
        too_many = any(number.value > _MOST_ASKED_FOR or number.unit == "money" for number in numbers)
        too_many = too_many or (self.has("come") and any(number.unit in TIMES for number in numbers))
        return too_many or any(_NO_PEOPLE.search(chunk.text) for chunk in self.chunks)

    @property
    def paid_by(self) -> str | None:
        """ "카드 매출", "takings in cash"."""
        return next((way for way in _WAYS if self.has(f"paid_{way}")), None)

    @property
    def the_one(self) -> int | None:
        """1 where the sentence asks for one: "1등 손님", "our best customer"."""
        several = self.has("list") or any(chunk.text.startswith("vip") for chunk in self.chunks)
        return 1 if not several and any(_ONE.search(chunk.text) for chunk in self.chunks) else None

    @property
    def item(self) -> str:
        items = [str(chunk.value) for chunk in self.chunks if chunk.sort is Sort.ITEM]
        return items[0] if items else next(chunk.text for chunk in self.chunks if chunk.sort is Sort.UNKNOWN)

    @property
    def things(self) -> list[tuple[str, int]]:
        return named_things(self.chunks)

    @property
    def away(self) -> int | None:
        """For how many days somebody has been away: a length of time, or since a calendar span began."""
        spans = [chunk.value for chunk in self.chunks if isinstance(chunk.value, TimeSpan)]
        lengths = [span.days for span in spans if span.days]
        if lengths:
            return lengths[0]
        begun = [span.past.start for span in spans if span.past and span.past.start < self.now.date()]
        return (self.now.date() - begun[0]).days if begun else None

    @property
    def field(self) -> str:
        """Which detail: the one most narrowly named ("메일 주소" is the e-mail, "전화번호" the phone)."""
        for field in ("email", "birthday", "phone", "address"):
            if self.has(field):
                return field
        return "phone"


_BUILD: dict[str, Callable[[_Said], OwnerAsk]] = {
    "undo": lambda said: Undo(),
    "help": lambda said: Help(),
    "stop": lambda said: Stop(),
    "lapsed": lambda said: Lapsed(said.away, said.has("regular")),
    "regulars": lambda said: Regulars(said.number or (said.the_one if said.has("best") else None)),
    "top": lambda said: Top(
        "spent" if said.has("spend", "sales", "money_word") or not said.tells_of_coming else "visits",
        said.number or said.the_one or _TOP,
        said.past,
    ),
    "find": lambda said: Find(said.name),
    "last_visit": lambda said: LastVisit(said.name, next((name for name, _ in said.things), None)),
    "visit_count": lambda said: VisitCount(said.name, said.past),
    "spent": lambda said: Spent(said.name, said.past),
    "usual": lambda said: Usual(said.name),
    "birthdays": lambda said: Birthdays(said.or_now(said.coming, "this_month"), said.has("regular")),
    "new": lambda said: New(said.or_now(said.past, "this_month")),
    "sales": lambda said: Sales(said.or_now(said.past, "today"), said.paid_by),
    "visits": lambda said: (
        Appointments(said.coming)
        if said.coming is not None
        and said.coming.start > said.now.date()
        and said.has("appointment", "book_verb", "book_word")
        else Visits(said.or_now(said.past, "today"))
    ),
    "how_many": lambda said: HowMany(),
    "bought": lambda said: Bought(said.item, said.past),
    "missing": lambda said: Missing(said.field, said.has("regular")),
    "stale": lambda said: Stale(),
    "orders_due": lambda said: OrdersDue(said.or_now(said.coming, "today")),
    "orders_waiting": lambda said: OrdersWaiting(),
    "appointments": lambda said: Appointments(said.or_now(said.coming, "today")),
    "points": lambda said: Points(said.name),
    "unpaid": lambda said: Unpaid(),
    "voices": lambda said: Voices(),
    "undelivered": lambda said: Undelivered(),
    "order_ready": lambda said: OrderReady(said.name, tuple(name for name, _ in said.things), pieces_of(said.things)),
}
_OF_SOMEBODY = frozenset({"find", "last_visit", "visit_count", "spent", "usual", "points", "order_ready"})
QUESTIONS = frozenset(_BUILD)
"""The kinds that `question` makes."""
