"""Deeds across the counter that are whole sentences of phrases/counter.toml: made into asks."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from bot.understanding.asks.anywhere import Help, Undo
from bot.understanding.asks.appointments import (
    Appointments,
    Brief,
    CancelAppointment,
    MakeAppointment,
    MoveAppointment,
    NoShow,
)
from bot.understanding.asks.campaigns import (
    CampaignResult,
    DetailHolds,
    GiftUsed,
    Invite,
    LeaveOut,
    MessageShown,
    OwnLists,
    Refresh,
    RefreshState,
    StopCampaign,
)
from bot.understanding.asks.closed_list import OwnerAsk
from bot.understanding.asks.lists import (
    Birthdays,
    ChangeRule,
    Lapsed,
    Missing,
    Narrow,
    NoExtras,
    Pick,
    Regulars,
    Rfm,
    Segments,
    WhyCore,
)
from bot.understanding.asks.messages import DraftFor, Drafts, SentTo
from bot.understanding.asks.money import Balance, Charge, GivePoints, PaidTab, Spent, Unpaid
from bot.understanding.asks.orders import (
    AllReady,
    FindTag,
    HandOver,
    InWork,
    Late,
    OrderReady,
    OrdersDue,
    OrdersWaiting,
    SetTag,
    TagFetched,
    TagReady,
)
from bot.understanding.asks.people import (
    AddProspect,
    Doubles,
    FindMember,
    GuardianAgreed,
    Merge,
    NextVisit,
    Note,
    Photos,
    Recommended,
)
from bot.understanding.asks.reminders import Reminders, StrikeReminder
from bot.understanding.asks.shop import (
    AddStaff,
    CounterSheet,
    DropPrice,
    ExportAll,
    Health,
    ImportHow,
    RemoveStaff,
    ShopSettings,
    StaffList,
    SwitchPart,
)
from bot.understanding.asks.values import NOBODY, Item, Period, Spoken
from bot.understanding.asks.visits import Chart, CloseDay, Correct, GiveExtra, Usual, WalkIns
from bot.understanding.asks.voices import Ideas, Voices
from bot.understanding.lexicon import Lexicon
from bot.understanding.numbers import Number
from bot.understanding.people import spoken
from bot.understanding.pieces import Chunk, Sort, surface
from bot.understanding.shop_sentences import field_said
from bot.understanding.spans import TimeSpan, calendar
from bot.understanding.templates import SLOTTED, Match, matching, nearly_matching, slotted

# A deed of the counter is a short line. What is longer is somebody's story.
_LONGEST = 160
# From this sum up (in whole units) a bare number is money; below, it is how many.
_SUM_FROM = 100
# A shop opens at eight: "2시" without an hour of its own half of the day is two in the afternoon.
_SHOP_OPENS = time(8)

_TAG = re.compile(
    r"(?:택|태그|꼬리표|\b(?:tag|ticket|label))\s?(?:번호|no\.?|number|#)?\s?(?P<tag>[a-z]?-?\d{1,6}|(?<=\s)[a-z])\s?(?:번(?!째))?(?![a-z0-9])"
    r"|(?<![\w.,])(?P<first>\d{1,6})\s?번\s?(?:택|태그|꼬리표)"
    # A bare number is a tag only where the line goes on with a deed of tags: "107번 찾아갔어".
    r"|^\s*(?P<bare>\d{1,6})\s?번(?=(?:은|는|이|을|를|도)?\s?(?:손님이?\s?|옷\s?)?(?:다\s?(?:됐|끝|나왔)|끝났|나왔|완성|작업\s?[완끝]|찾아\s?[갔가감]|가져\s?[갔가감]"
    r"|출고|수령|픽업|누구\s?(?:옷|꺼|거)|어디\s?(?:있|걸)|어딨|[a-z]-?\d|[a-z]\s?(?:열|줄|칸|랙)|옷걸이|랙|행거|선반))"
    r"|^\s*(?:number\s|no\.?\s|#)?(?P<plain>\d{1,6})(?=\s(?:is|was|has been|has|got|just|are)?\s?(?:just\s)?(?:all\s)?"
    r"(?:ready|done|finished|picked up|collected|fetched|gone|handed over|(?:now )?(?:on|in) rack|on rail))"
)
_RACK = re.compile(
    r"(?:랙|옷걸이|행거|선반|\b(?:rack|rail|hanger|shelf))\s?(?:no\.?|number|#)?\s?(?P<rack>[a-z]?-?\d{1,4}|(?<=\s)[a-z])\s?(?:번(?!째))?(?![a-z0-9])"
    r"|(?<![\w.,])(?P<first>[a-z]?-?\d{1,4})\s?번\s?(?:랙|옷걸이|행거|선반|칸|줄)"
    r"|(?<![\w.,])(?P<letter>[a-z]-?\d{0,4})\s?(?:번\s?)?(?:랙|옷걸이|행거|선반|열|줄|칸)"
    r"|(?<![\w.,])(?P<row>\d{1,3}(?:열|줄|칸))(?![가-힣])"
    r"|(?<![\w.,])(?P<hung>[a-z]-?\d{1,4})(?=(?:번)?\s?에\s?(?:다\s?)?(?:걸|뒀|둠|둔|두었|놨|놓|있))"
)
# Paid out of what was paid ahead. "선불" alone is what people say for paid at once.
_PREPAID = re.compile(
    r"(?:선불금?|충전금?)\s?(?:잔액)?\s?(?:에서|차감)(?:\s?(?:차감|결제|까|빼|계산|지불))?"
    r"|(?:충전금|선불금|잔액)(?:으로|에서)(?:\s?(?:차감|결제|계산))?"
    r"|\b(?:from|off|out of|with|on|by)\s(?:(?:her|his|their|the)\s)?"
    r"(?:prepaid(?:\s(?:balance|credit))?|balance|credit)\b"
)
# The syllables on which a past stem ends: 갔, 했, 됐 and all others with ㅆ below.
_DONE = "".join(chr(first + 20) for first in range(0xAC00, 0xD7A4, 28))
# What must not be done is no deed: "예약 취소하지 마".
_FORBIDDEN = re.compile(r"지\s?(?:마|말)|\b(?:don'?t|do not|never)\b")
# A sign of a question; a wish may be put as one ("옮겨 줄래?", "can you …?").
_ASKED = re.compile(
    rf"\?\s*$|[{_DONE}](?:나요?|니|냐|는지요?|을까요?|던가요?)\s*[.!~]*$|(?:인가요?|은가요?|는가요?)\s*[.!~]*$"
    r"|^(?:did|does|do|has|have|had|is|was|are|were|who|whose|whos|when|what|which|why|how|if)\b"
)
_WISHED = re.compile(r"줄래|줄\s?수|주실|주시겠|될까|^(?:could|can|would|will)\s(?:you|u|we)\b")
# "현우 그만뒀으니까 직원에서 빼줘": why is no part of the name.
_REASON = re.compile(
    r"(?<=\S)(?:이|가|은|는|씨)?\s+(?:\S+\s+)?\S*(?:니까|어서|아서|해서|라서|둬서|나서|으니|거든|뒀어요?|뒀다|뒀음|뒀는데|나갔어요?|했어요?|관뒀어요?)$"
    r"|(?:씨|님)$|\s+(?:has |just |already )?(?:quit|left|resigned|got fired|was fired|is leaving|is gone).*$"
)
_SERVICES = frozenset(["수선", "세탁", "드라이", "드라이클리닝", "다림질", "물세탁"])
_ONE_GUEST = re.compile(r"(?:an?|one)\s(?!\d)")
_PEOPLE = frozenset(["명", "분", "사람", "인", "팀"])
_ORDINALS = (
    (1, r"첫\s?번째|첫째|맨\s?위|맨\s?처음|제일\s?위|\bfirst\b|\b1st\b|\btop\b"), (2, r"둘째|\bsecond\b|\b2nd\b"),
    (3, r"셋째|\bthird\b|\b3rd\b"), (4, r"\bfourth\b|\b4th\b"), (5, r"\bfifth\b|\b5th\b"), (6, r"\bsixth\b|\b6th\b"),
    (7, r"\bseventh\b|\b7th\b"), (8, r"\beighth\b|\b8th\b"), (9, r"\bninth\b|\b9th\b"), (10, r"\btenth\b|\b10th\b"),
)  # fmt: skip
_PAID = {
    "cash": re.compile(r"현금|현찰|\bcash\b"),
    "card": re.compile(r"카드|\bcard\b"),
    "transfer": re.compile(r"이체|계좌|송금|\btransfer\b"),
    "unpaid": re.compile(r"외상|\bunpaid\b|\bon (?:the )?tab\b"),
    "prepaid": _PREPAID,
}
_PARTS = {
    "points": re.compile(r"포인트|적립|points"),
    "prepaid": re.compile(r"선불|충전|prepa"),
    "appointments": re.compile(r"예약|appointments|bookings"),
    "orders": re.compile(r"맡기기|주문|보관|orders"),
    "invitations": re.compile(r"초대|invitations"),
}
# The kinds of examples/ whose lines have another name here.
_LINE_OF = {"paid_tab": "tab_paid", "order_ready": "part_ready", "missing": "missing_field"}
_OFF = re.compile(
    r"끄|꺼|안\s?(?:써|쓸|쓰)|없애|빼|중지|해제|그만|필요\s?없|\boff\b|disable|stop|remove|without|no more|don'?t"
)
_POINTS = re.compile(r"포인트|적립|\d\s?점|천\s?점|백\s?점|\bpoints?\b|\bpts?\b")
_USED = re.compile(r"썼|쓰셨|사용|차감|빼|깎|\buse[ds]?\b|\bspent\b|redeem|deduct|minus|take off")
_QUESTIONS = frozenset(
    {
        "campaign_result",
        "sent_to",
        "unpaid",
        "find_tag",
        "brief",
        "narrow",
        "pick",
        "balance",
        "close_day",
        "staff_list",
        "doubles",
        "draft_for",
        "drafts",
        "refresh",
        "refresh_state",
        "invite",
        "ideas",
        "make_appointment",
        "note",
        "photos",
        "segments",
        "rfm",
        "group_list",
        "change_rule",
        "why_core",
        "next_visit",
        "no_extras",
        "chart_weeks",
        "chart_hours",
        "chart_regulars",
        "reminders",
        "in_work",
        "to_fetch",
        "export_all",
        "import_how",
        "health",
        "counter_sheet",
        "shop_settings",
        "add_staff",
        "help",
        "lapsed",
        "regulars",
        "appointments",
        "voices",
        "missing_field",
        "orders_due",
        "birthdays",
        "chart",
        "spent",
        "usual",
    }
)


@dataclass(frozen=True, slots=True)
class Marked:
    """The tags and racks of a sentence, and the sentence without them, place by place.

    `prepaid` is set when it says that something was paid out of what was paid ahead; that is not in the rest either.
    """

    chunks: tuple[Chunk, ...]
    rest: str
    prepaid: bool


def marked(text: str) -> Marked:
    """Find "택 127" and "옷걸이 B3"."""
    low = text.lower()
    found: list[Chunk] = []
    for sort, pattern in ((Sort.TAG, _TAG), (Sort.RACK, _RACK)):
        for chunk in found:
            low = low[: chunk.start] + " " * (chunk.end - chunk.start) + low[chunk.end :]
        for match in pattern.finditer(low):
            value = next(group for group in match.groups() if group).upper()
            found.append(
                Chunk(match.start(), match.start() + len(match.group().rstrip()), sort, match.group(), value=value)
            )
    rest = list(text)
    paid = list(_PREPAID.finditer(low))
    for start, end in [(chunk.start, chunk.end) for chunk in found] + [match.span() for match in paid]:
        rest[start:end] = " " * (end - start)
    return Marked(tuple(sorted(found, key=lambda chunk: chunk.start)), "".join(rest), bool(paid))


def counter_deed(
    chunks: Sequence[Chunk], marks: Sequence[Chunk], text: str, now: datetime, lexicon: Lexicon
) -> OwnerAsk | None:
    """The deed that the whole sentence is, if it is one of the counter's."""
    if len(text) > _LONGEST:
        return None
    prospect = _prospect(text)
    if prospect is not None:
        return prospect
    member = _MEMBER.fullmatch(text.lower().strip(" ?!."))
    if member is not None:
        return FindMember(next(number for number in member.groups() if number).upper())
    gift = _GIFT.fullmatch(text.lower().strip(" .!~"))
    if gift is not None:
        return GiftUsed(int(next(number for number in gift.groups() if number)))
    asked = is_asked(text.lower())
    taken = [chunk for chunk in chunks if not any(_overlap(chunk, mark) for mark in marks)]
    for match in matching(slotted(surface(text), [*taken, *marks]), text):
        if asked and match.kind not in _QUESTIONS:
            continue
        ask = _BUILD[match.kind](_Said(match, text, now, lexicon))
        if ask is not None:
            return ask
    return None


def nearly_a_deed(
    chunks: Sequence[Chunk], marks: Sequence[Chunk], text: str, now: datetime, lexicon: Lexicon
) -> OwnerAsk | None:
    """What a sentence comes to that holds all of a line of any order and some words that nobody knows."""
    if len(text) > _LONGEST or _FORBIDDEN.search(text.lower()):
        return None
    asked = is_asked(text.lower())
    taken = [chunk for chunk in chunks if not any(_overlap(chunk, mark) for mark in marks)]
    for match in nearly_matching(slotted(surface(text), [*taken, *marks])):
        if asked and match.kind not in _QUESTIONS - {"make_appointment", "note"}:
            continue
        ask = _BUILD[match.kind](_Said(match, text, now, lexicon))
        if ask is not None:
            return ask
    return None


def is_asked(low: str) -> bool:
    """Whether a sentence in small letters asks whether something was done, and does not wish for it."""
    return _ASKED.search(low) is not None and not _WISHED.search(low)


def deed_of(kind: str, chunks: Sequence[Chunk], text: str, now: datetime, lexicon: Lexicon) -> OwnerAsk | None:
    """What a sentence of that kind comes to with these pieces, whatever its words; None where a piece is missing."""
    build = _BUILD.get(_LINE_OF.get(kind, kind))
    if kind == "switch_part":
        build = _BUILD["switch_off" if _OFF.search(text.lower()) else "switch_on"]
    if kind == "give_points" and not _POINTS.search(text.lower()):
        return None
    if kind == "give_points" and _USED.search(text.lower()):
        build = _BUILD["spend_points"]
    if build is None:
        return None
    slots = tuple(sorted((chunk for chunk in chunks if chunk.sort in SLOTTED), key=lambda chunk: chunk.start))
    try:
        return build(_Said(Match(kind, slots, "", ""), text, now, lexicon))
    except (IndexError, StopIteration):
        return None


def _owner(name: str) -> str:
    """Suyeon of "suyeon's"."""
    return re.sub(r"['’]s$", "", name)


def _overlap(one: Chunk, other: Chunk) -> bool:
    return one.start < other.end and other.start < one.end


@dataclass(frozen=True, slots=True)
class _Said:
    """What the slots of a line hold."""

    match: Match
    text: str
    now: datetime
    lexicon: Lexicon

    @property
    def low(self) -> str:
        return self.text.lower()

    @property
    def name(self) -> Spoken:
        if self.names:
            both = spoken(self.match.slots, self.lexicon)
            return replace(both, name=_owner(both.name)) if both is not None else NOBODY
        return Spoken(self.match.stranger.title(), self.match.stranger)

    @property
    def names(self) -> list[Spoken]:
        named = [spoken([chunk], self.lexicon) for chunk in self.match.of(Sort.NAME)]
        return [replace(one, name=_owner(one.name)) for one in named if one is not None]

    @property
    def paid_by(self) -> str | None:
        return next((way for way, pattern in _PAID.items() if pattern.search(self.low)), None)

    @property
    def sum(self) -> int | None:
        """The sum of money, in the minor unit; of several the last."""
        sums = [
            int(chunk.value.value * 10**self.lexicon.exponent)
            for chunk in self.match.of(Sort.MONEY, Sort.NUMBER)
            if isinstance(chunk.value, Number) and (chunk.sort is Sort.MONEY or chunk.value.value >= _SUM_FROM)
        ]
        return sums[-1] if sums else None

    @property
    def numbers(self) -> list[int]:
        """What is counted, in order."""
        return [
            int(chunk.value.value)
            for chunk in self.match.of(Sort.COUNT, Sort.NUMBER)
            if isinstance(chunk.value, Number) and (chunk.sort is Sort.COUNT or chunk.value.value < _SUM_FROM)
        ]

    @property
    def spans(self) -> list[TimeSpan]:
        return [chunk.value for chunk in self.match.of(Sort.SPAN) if isinstance(chunk.value, TimeSpan)]

    @property
    def coming(self) -> Period | None:
        return next((span.coming for span in self.spans if span.coming is not None), None)

    @property
    def past(self) -> Period | None:
        return next((span.past for span in self.spans if span.past is not None), None)

    @property
    def away(self) -> int | None:
        return next((span.days for span in self.spans if span.days), None)

    @property
    def moments(self) -> list[datetime | date]:
        """The moments and days of the line in order; a day and an hour said side by side are one."""
        out: list[datetime | date] = []
        for span in self.spans:
            moment = span.moment
            if moment is None:
                continue
            before = out[-1] if out else None
            if isinstance(moment, datetime) and before is not None and not isinstance(before, datetime):
                out[-1] = datetime.combine(before, moment.timetz())
            else:
                out.append(moment)
        return out

    @property
    def items(self) -> tuple[Item, ...]:
        """Things with how many of each: the number next to a thing, before it in English."""
        lines: list[Item] = []
        waiting: int | None = None
        for chunk in self.match.slots:
            if chunk.sort is Sort.ITEM:
                lines.append(Item(str(chunk.value), waiting or 1))
                waiting = None
            elif chunk.sort in (Sort.COUNT, Sort.NUMBER) and isinstance(chunk.value, Number):
                if chunk.sort is Sort.NUMBER and chunk.value.value >= _SUM_FROM:
                    continue
                if lines and lines[-1].quantity == 1 and waiting is None and not self._counts_first:
                    lines[-1] = Item(lines[-1].name, int(chunk.value.value))
                else:
                    waiting = int(chunk.value.value)
        return tuple(lines)

    @property
    def _counts_first(self) -> bool:
        first = next((c for c in self.match.slots if c.sort in (Sort.ITEM, Sort.COUNT)), None)
        return first is not None and first.sort is not Sort.ITEM

    @property
    def things(self) -> tuple[str, ...]:
        named = [str(chunk.value) for chunk in self.match.of(Sort.ITEM)]
        # "바지 수선 다 됐어": what was done to the trousers is no thing of its own.
        worn = [name for name in named if name not in _SERVICES]
        return tuple(worn or named)

    def mark(self, sort: Sort) -> str:
        return next((str(chunk.value) for chunk in self.match.of(sort)), "")


def _what_holds(low: str) -> tuple[int, int]:
    """Where what is right stands: behind 말고 and 아니라, before "not", and else all of it."""
    turned = list(re.finditer(r"말고|아니고|아니라|아니구", low))
    if turned:
        return turned[-1].end(), len(low)
    denied = re.search(r"(?<=\S)[\s,]+(?:and )?(?:not|instead of|rather than)\b", low)
    return (0, denied.start()) if denied and not low.startswith(("no", "not")) else (0, len(low))


def _correct(said: _Said) -> OwnerAsk | None:
    holds, until = _what_holds(said.low)
    paid_by = replace(said, text=said.text[holds:until]).paid_by
    # "3장 말고 2장", "3장이 아니라 2장": the second one holds; "3 not 2": the first.
    named = [str(chunk.value) for chunk in said.match.of(Sort.ITEM)]
    slots = [chunk for chunk in said.match.slots if holds <= chunk.start < until]
    said = _Said(Match(said.match.kind, tuple(slots), "", ""), said.text, said.now, said.lexicon)
    names, items = said.names, said.items
    quantity = said.numbers[0] if said.numbers and not items else None
    if quantity is not None and len(named) == 1:
        # "바지 셋이 아니고 넷": the thing stands before what does not hold.
        items, quantity = (Item(named[0], quantity),), None
    past = next((span.past.start for span in said.spans if span.past and span.past.start < said.now.date()), None)
    when = next((m for m in said.moments if (m.date() if isinstance(m, datetime) else m) >= said.now.date()), None)
    ask = Correct(names[0] if names else None, items, quantity, said.sum, paid_by, when, past)
    return ask if ask != Correct() else None


def _tab_paid(said: _Said) -> OwnerAsk | None:
    """ "이영희 2020 외상 5000원 받았어": four digits behind the name, with another sum or odd ones, end a number."""
    name, amount = said.name, said.sum
    numbers = said.match.of(Sort.MONEY, Sort.NUMBER)
    digits = re.fullmatch(r"\d{4}", numbers[0].text.strip()) if numbers and numbers[0].sort is Sort.NUMBER else None
    if digits is not None and (len(numbers) > 1 or int(digits[0]) % 100):
        name = replace(name, last4=digits[0])
        rest = Match(said.match.kind, tuple(c for c in said.match.slots if c is not numbers[0]), "", "")
        amount = _Said(rest, said.text, said.now, said.lexicon).sum
    return PaidTab(name, amount, said.paid_by if said.paid_by in ("cash", "card", "transfer") else None)


def _walk_ins(said: _Said) -> OwnerAsk | None:
    amount = said.sum
    if amount is None:
        return None
    # "a walk-in 2 shirts 6000": one person, and whatever is counted are things.
    guests = None if _ONE_GUEST.match(said.low) else _guests(said)
    counted = [int(guests.value.value)] if guests is not None and isinstance(guests.value, Number) else []
    things = tuple(chunk for chunk in said.match.slots if chunk is not guests)
    items = _Said(Match("", things, "", ""), said.text, said.now, said.lexicon).items
    past = next((span.past.start for span in said.spans if span.past and span.past.start < said.now.date()), None)
    return WalkIns(counted[0] if counted else 1, amount, items, past, said.paid_by)


def _guests(said: _Said) -> Chunk | None:
    """The number that counts people: by its counter, or because no thing stands beside it ("워크인 셋")."""
    slots = said.match.slots
    for at, chunk in enumerate(slots):
        number = chunk.value
        if chunk.sort not in (Sort.COUNT, Sort.NUMBER) or not isinstance(number, Number):
            continue
        if number.unit in _PEOPLE:
            return chunk
        if number.value >= _SUM_FROM:
            continue
        beside = [*slots[max(0, at - 1) : at], *slots[at + 1 : at + 2]]
        if number.unit in ("", "x") and not any(one.sort is Sort.ITEM for one in beside):
            return chunk
    return None


def _set_tag(said: _Said) -> OwnerAsk | None:
    tag, rack = said.mark(Sort.TAG), said.mark(Sort.RACK)
    name = said.name if said.names else None
    return SetTag(name, tag, rack) if (name is not None or tag) and (tag or rack) else None


def _all_ready(said: _Said) -> OwnerAsk | None:
    spans = said.spans
    return AllReady(spans[0].coming if spans else None)


# It is the customer who cannot come then, and wishes for another time.
_OTHERS_WISH = re.compile(r"못\s?(?:오|온)|(?:달래|달라|대요|신대)\S*\s*[.!]*$")


def _late(said: _Said) -> OwnerAsk | None:
    moments = said.moments
    if re.search(r"예약|appointment|booking", said.low) or _OTHERS_WISH.search(said.low):
        return None
    return Late(said.name, moments[-1] if moments else None, said.match.words)


def _close_day(said: _Said) -> OwnerAsk | None:
    """Only today can be closed: "내일 마감" asks what is promised for tomorrow."""
    other_day = any(span.past is None or span.past.name != "today" for span in said.spans)
    return None if other_day else CloseDay()


def _hand_over(said: _Said) -> OwnerAsk | None:
    if said.sum is not None and not re.search(
        r"냈|내셨|내고|받았|결제|계산|주셨|냄|지불|\bpa(?:id|ying|ys)\b", said.low
    ):
        return None
    paid = bool(re.search(r"냈|내셨|내고|받았|결제|계산|주셨|냄|지불|\bpa(?:id|ying|ys)\b", said.low))
    return HandOver(said.name, said.things, paid, said.paid_by if paid else None)


def _move(said: _Said) -> OwnerAsk | None:
    moments = said.moments
    if not moments:
        return None
    if re.search(r"\binstead of\b|\brather than\b", said.low):
        moments = moments[::-1]
    return MoveAppointment(said.name, moments[-1], moments[0] if len(moments) > 1 else None)


def _cancel(said: _Said) -> OwnerAsk | None:
    moments = said.moments
    return CancelAppointment(said.name, moments[0] if moments else None)


def _brief(said: _Said) -> OwnerAsk | None:
    if not said.spans:
        return Brief()
    at = said.moments[0] if said.moments else None
    return Brief(_todays(at, said)) if isinstance(at, datetime) else None


def _todays(at: datetime, said: _Said) -> datetime:
    """ "2시 손님?" asked at three is about two this afternoon, not about tomorrow; another day must be said."""
    other_day = re.search(r"내일|모레|월요|화요|수요|목요|금요|토요|일요|다음|tomorrow|day\b|next", said.low)
    if other_day:
        return at
    today = datetime.combine(said.now.date(), at.timetz())
    if today.time() < _SHOP_OPENS and not re.search(r"오전|아침|새벽|\bam\b", said.low):
        today = today.replace(hour=today.hour + 12)
    return today


def _note(said: _Said) -> OwnerAsk | None:
    return Note(said.name, said.match.words) if said.match.words else None


def _book(said: _Said) -> OwnerAsk | None:
    moments = said.moments
    service = said.things[0] if said.things else said.match.words or None
    return MakeAppointment(said.name, moments[-1], service) if moments else None


def _narrow(said: _Said) -> OwnerAsk | None:
    low = said.low
    reach = ""
    if re.search(r"연락|닿|reach|contact|hold of|touch", low):
        reach = "any"
    if re.search(r"텔레그램|telegram", low):
        reach = "telegram"
    if re.search(r"전화|번호|\bphone\b|\bnumber", low):
        reach = "phone"
    if re.search(r"광고|마케팅|동의|프로모션|\bpromo|\bads?\b|advert|marketing|consent|agree", low):
        reach = "advertising"
    under = bool(re.search(r"미만|이하|안\s*되|under|less|below", low))
    ask = Narrow(
        reach,
        bool(re.search(r"단골|regular", low)),
        None if under else said.sum,
        said.sum if under else None,
    )
    return ask if ask != Narrow() else None


def _pick(said: _Said) -> OwnerAsk | None:
    ordinal = next((number for number, pattern in _ORDINALS if re.search(pattern, said.low)), 0)
    number = ordinal or (said.numbers[0] if said.numbers else 0)
    return Pick(number) if 1 <= number < _SUM_FROM else None


def _charge(said: _Said) -> OwnerAsk | None:
    paid = said.paid_by if said.paid_by in ("cash", "card", "transfer") else None
    return Charge(said.name, said.sum, paid) if said.sum is not None else None


def _points(said: _Said) -> int:
    values = [
        int(chunk.value.value) for chunk in said.match.of(Sort.COUNT, Sort.NUMBER) if isinstance(chunk.value, Number)
    ]
    return values[0] if values else 0


def _switch(said: _Said, *, on: bool) -> OwnerAsk | None:
    part = next((part for part, pattern in _PARTS.items() if pattern.search(said.low)), None)
    return SwitchPart(part, on) if part is not None else None


def _drawn(said: _Said) -> str:
    if re.search(r"바쁜|시간대|요일|\bbus(?:y|iest)\b|\bhours?\b", said.low):
        return "hours"
    return "regulars" if re.search(r"단골|regular", said.low) else "weeks"


def _of_regulars(said: _Said) -> bool:
    return re.search(r"단골|맨날|자주|늘\s?오|꾸준|regular|faithful|loyal|stead|used to come", said.low) is not None


def _field_named(said: _Said) -> str:
    pairs = (("email", r"메일|e-?\s?mail"), ("birthday", r"생일|생년|birth"), ("address", r"주소|address"))
    return next((field for field, pattern in pairs if re.search(pattern, said.low)), "phone")


def _merge(said: _Said) -> OwnerAsk | None:
    names: list[Spoken] = []
    for chunk in said.match.slots:
        if chunk.sort is Sort.NAME:
            one = spoken([chunk], said.lexicon)
            names += [replace(one, name=_owner(one.name))] if one is not None else []
        elif names and re.fullmatch(r"\d{4}", chunk.text):
            names[-1] = replace(names[-1], last4=chunk.text)
    if len(names) == 1 and re.search(r"두\s?(?:개|분|명|사람)|둘|2개|\b(?:two|both)\b", said.low):
        # Two of one name: which two they are is asked.
        names *= 2
    return Merge(names[0], names[1]) if len(names) == 2 else None


_SHOWS = re.compile(r"(\d+)\s*(?:편|번|회|작품|shows?\b|plays?\b|times\b|performances?\b)")
_YEARS = re.compile(r"(\d+)\s*(?:년|years?\b)")
_MONTHS = re.compile(r"(\d+)\s*(?:개월|달|months?\b)")
_AS_WORD = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "a": 1}
_WORDED = re.compile(
    r"\b(one|two|three|four|five|a)(?= (?:shows?|plays?|times|performances?|years?))"
    r"|(한|두|세|네|다섯)(?=\s?(?:편|번|해))"
)
_A_YEAR = re.compile(r"(?:last|past|within (?:a|the)) year\b|(?:지난|최근|요) ?(?:한 ?해|일 ?년)")


def _invite(said: _Said) -> OwnerAsk | None:
    low = _WORDED.sub(lambda found: str(_AS_WORD[found[0]]), said.low)
    shows, years, months = (pattern.search(low) for pattern in (_SHOWS, _YEARS, _MONTHS))
    usual = Invite()
    span = int(months[1]) if months else int(years[1]) * 12 if years else usual.months
    if not months and not years and _A_YEAR.search(low):
        span = 12
    seen = int(shows[1]) if shows else usual.shows
    return Invite(seen, span) if 1 <= seen <= 100 and 1 <= span <= 120 else None


def _detail(said: _Said) -> str:
    if re.search(r"메일|e-?mails?\b", said.low):
        return "email"
    return "phone" if re.search(r"번호|전화|휴대폰|핸드폰|phone|numbers?\b", said.low) else ""


def _remove_staff(said: _Said) -> OwnerAsk | None:
    who = _REASON.sub("", said.match.words)
    return RemoveStaff(who) if who else None


def _draft_for(said: _Said) -> OwnerAsk | None:
    if said.names:
        return DraftFor(said.name)
    return DraftFor(number=said.numbers[0]) if said.numbers else None


_GROUPS = (
    ("core", re.compile(r"핵심|\bcore\b")),
    ("loyal", re.compile(r"충성|\bloyal\b")),
    ("lost", re.compile(r"떠[난나]|잃은|이탈|\blost\b")),
    ("late", re.compile(r"뜸한|늦은|\blate\b")),
    ("new", re.compile(r"신규|새로운|(?<![가-힣])새\s|첫|\bnew\b")),
    ("existing", re.compile(r"기존|\bexisting\b")),
    (
        "prospect",
        re.compile(r"문의|상담|물어|묻기|연락만|전화만|예비|잠재|\b(?:asked|prospects?|enquir|inquir|called|leads)"),
    ),
    ("regular", re.compile(r"단골|regular")),
)
_PERIODS = (
    (re.compile(r"\ba year\b|\b(?:in|per|within|a) year\b"), 365),
    (re.compile(r"\b(?:a|per|in|within) month\b"), 30),
)
# "2배", "1.5배".
_TIMES_OVER = re.compile(r"([\d.]+)\s*(?:배|times\b)")
_PERCENT = re.compile(r"(\d{1,3})\s*(?:%|퍼센트|프로|per\s?cent)")
_WHO_IS_IT = r"(?:\s*(?:누구|찾아|보여|열어)[가-힣\s]{0,8})?"
_MEMBER = re.compile(
    r"(?:회원\s*(?:번호|증|카드)?|멤버십\s*(?:번호|카드)?|카드\s*번호|고객\s*번호)\s*[가은는이]?\s*(?P<ko>[a-z]?[\d-]{1,15})\s*번?"
    rf"(?:\s*(?:인\s*)?(?:분|손님|사람|카드|고객))?(?:\s*[님은는이을를])?{_WHO_IS_IT}"
    r"|(?P<first>[a-z]?[\d-]{1,15})\s*번\s*(?:회원|멤버십|카드)(?:\s*(?:님|카드|번호|손님))?"
    rf"(?:\s*[은는이을를])?{_WHO_IS_IT}"
    r"|(?:(?:please\s)?(?:find|who is|who's|whose is|show|open|look up|who has|who is on)\s)?(?:me\s)?(?:the\s)?"
    r"(?:loyalty\s)?(?:member|membership|card)\s(?:(?:card|customer)\s)?(?:(?:no\.?|number|id|#)\s?)?"
    r"(?P<en>[a-z]?[\d-]{1,15})"
)
_GIFT_DONE = (
    r"(?:을|를|은|는)?\s*(?:손님이?\s*)?(?:방금\s*|오늘\s*)?(?:썼|쓰셨|쓰심|씀|사용|드렸|드림|줬|받아\s*가셨|받아\s*갔|받으셨|받았"
    r"|가져\s*가셨|가져\s*갔|교환|찾아\s*가셨|찾아\s*갔|처리|지급|완료)[가-힣\s]{0,8}"
)
_GIFT_EN = (
    r"(?:was |has been |is |just |got )*(?:used|redeemed|handed over|given(?: out)?|picked up|claimed|collected|done)"
)
_GIFT = re.compile(
    rf"(?:선물|사은품)\s*(?:번호)?\s*(?P<ko>\d{{4,5}})\s*(?:번)?\s*{_GIFT_DONE}"
    rf"|(?P<first>\d{{4,5}})\s*번?\s*(?:선물|사은품)\s*{_GIFT_DONE}"
    rf"|(?:the )?gift (?:no\.? |number |#)?(?P<en>\d{{4,5}}) {_GIFT_EN}(?: (?:now|today|just now))?"
    r"|(?:use|redeem|hand over|hand out|mark|give|gave|handed over|redeemed|used) (?:the )?gift (?:no\.? |number |#)?"
    r"(?P<deed>\d{4,5})(?: as (?:used|redeemed))?"
)

_PHONE = r"(?P<phone>\+?\d[\d .()-]{7,16}\d)"
_LATIN_NAME = r"(?P<name>[A-Za-z][A-Za-z' -]{1,40}?)"
_ASKED_FOR = (
    re.compile(
        rf"(?:문의|상담)\s*(?:손님|고객|분)?\s*[:,]?\s*(?P<name>[^\d,:]{{2,40}}?)(?:님|씨)?\s+{_PHONE}(?:[\s,]+(?P<about>\S.{{0,80}}?))?"
    ),
    re.compile(
        rf"(?P<name>[^\d,:]{{2,40}}?)(?:님|씨)?[\s,]+{_PHONE}[\s,]*(?P<about>.{{0,80}}?)\s*(?:만\s*)?(?:문의|상담|물어)(?:만|를|을)?\s*"
        r"(?:하셨|했|하심|함|하시고|보셨|봤|보심|주셨|받았|전화|왔|오셨|옴)?(?:어요?|습니다|음|다|네요?|대요?)?"
    ),
    re.compile(
        rf"(?:prospect|enquiry|inquiry|new enquiry)[:\s]\s*{_LATIN_NAME},?\s+{_PHONE}"
        r"(?:[\s,]+(?P<about>\S.{0,80}?))?",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_LATIN_NAME},?\s+{_PHONE},?\s+(?:only |just )?(?:asked|enquired|inquired|called)(?: us)?"
        r"(?:\s(?:about|for|after|if)\s(?P<about>.{1,80}?))?",
        re.IGNORECASE,
    ),
)


def _prospect(text: str) -> OwnerAsk | None:
    """ "나새롬 010-7777-1111 이불 문의하셨어": a name, a number and that they asked."""
    for pattern in _ASKED_FOR:
        found = pattern.fullmatch(text.strip(" .!~"))
        if found is not None:
            return AddProspect(found["name"].strip(), found["phone"].strip(), (found["about"] or "").strip(" ,"))
    return None


def _group(said: _Said) -> str | None:
    return next((group for group, pattern in _GROUPS if pattern.search(said.low)), None)


def _group_list(said: _Said) -> OwnerAsk | None:
    group = _group(said)
    return Segments(group) if group not in (None, "late", "regular") else None


def _change_rule(said: _Said) -> OwnerAsk | None:
    group = _group(said)
    percent = _PERCENT.search(said.low)
    if percent is not None and group == "core":
        return ChangeRule(group, count=int(percent[1]))
    over = _TIMES_OVER.search(said.low)
    if over is not None and group == "late":
        return ChangeRule(group, count=round(float(over[1]) * 100))
    days = next((span.days for span in said.spans if span.days), None)
    if days is None and said.numbers:
        days = next((length for pattern, length in _PERIODS if pattern.search(said.low)), None)
    # A year has 365 days in a rule, and a month 30; a calendar knows others.
    return ChangeRule(group, said.numbers[0] if said.numbers else None, days) if group else None


def _give_extra(said: _Said) -> OwnerAsk | None:
    """What is given costs nothing: whoever is named with a sum has given it ("신동우가 달아논거 만팔천 줬다")."""
    return GiveExtra(said.name, said.match.words) if said.sum is None and not _SUM.search(said.match.words) else None


def _recommended(said: _Said) -> OwnerAsk | None:
    names = said.names
    if not names:
        return None
    if len(names) == 1:
        stranger = said.match.stranger
        return Recommended(names[0], Spoken(stranger.title(), stranger) if stranger else None)
    came = re.search(r"(?:소개|추천)(?:로|으로)|\bcame\b", said.low)
    return Recommended(names[1], names[0]) if came else Recommended(names[0], names[1])


_SUM = re.compile(r"[십백천만]\s?원?(?=\s|$)|\d{3}")
_GUARDIANS = re.compile(r"^(?:어머니|아버지|엄마|아빠|mother|father)\s+|(?:님|씨|이|가|은|는|께서)+$")
_CHECKED = {
    "phone": re.compile(r"전화|통화|\b(?:phone|call)"),
    "document": re.compile(r"서류|증명서|등본|\b(?:document|paper|certificate)"),
    "message": re.compile(r"문자|카톡|메시지|\b(?:text|message)"),
}


def _guardian(said: _Said) -> OwnerAsk | None:
    words = _GUARDIANS.sub("", said.match.words).strip()
    how = next((way for way, pattern in _CHECKED.items() if pattern.search(said.low)), "person")
    return GuardianAgreed(said.name, words, how) if words else None


_BUILD: dict[str, Callable[[_Said], OwnerAsk | None]] = {
    "segments": lambda said: Segments(),
    "rfm": lambda said: Rfm(),
    "group_list": _group_list,
    "change_rule": _change_rule,
    "why_core": lambda said: WhyCore(said.name),
    "next_visit": lambda said: NextVisit(said.name),
    "recommended": _recommended,
    "give_extra": _give_extra,
    "take_gift": lambda said: GiveExtra(said.name, owed=True),
    "no_extras": lambda said: NoExtras(),
    "chart_weeks": lambda said: Chart("weeks"),
    "chart_hours": lambda said: Chart("hours"),
    "chart_regulars": lambda said: Chart("regulars"),
    "reminders": lambda said: Reminders(),
    "in_work": lambda said: InWork(),
    "to_fetch": lambda said: OrdersWaiting(),
    "strike_reminder": lambda said: StrikeReminder(said.numbers[0]) if said.numbers else None,
    "correct": _correct,
    "tab_paid": _tab_paid,
    "walk_ins": _walk_ins,
    "unpaid": lambda said: Unpaid(),
    "find_tag": lambda said: FindTag(said.mark(Sort.TAG)),
    "set_tag": _set_tag,
    "campaign_result": lambda said: CampaignResult(),
    "stop_campaign": lambda said: StopCampaign(),
    "leave_out": lambda said: LeaveOut(said.name) if said.name.name else None,
    "sent_to": lambda said: SentTo(said.name) if said.name.name or said.name.last4 else None,
    "message_shown": lambda said: MessageShown(),
    "tag_ready": lambda said: TagReady(said.mark(Sort.TAG)),
    "tag_fetched": lambda said: TagFetched(said.mark(Sort.TAG)),
    "all_ready": _all_ready,
    "part_ready": lambda said: OrderReady(said.name, said.things),
    "late": _late,
    "hand_over": _hand_over,
    "move_appointment": _move,
    "cancel_appointment": _cancel,
    "no_show": lambda said: NoShow(said.name),
    "brief": _brief,
    "note": _note,
    "make_appointment": _book,
    "narrow": _narrow,
    "pick": _pick,
    "charge": _charge,
    "balance": lambda said: Balance(said.name),
    "give_points": lambda said: GivePoints(said.name, _points(said)),
    "spend_points": lambda said: GivePoints(said.name, -_points(said)),
    "switch_on": lambda said: _switch(said, on=True),
    "switch_off": lambda said: _switch(said, on=False),
    "close_day": _close_day,
    "add_staff": lambda said: AddStaff(
        bool(
            re.search(
                r"읽기|보기|조회|볼\s?수만|구경|read[\s-]?only|readonly|\bview|\blook|only (?:see|read)", said.low
            )
        ),
    ),
    "staff_list": lambda said: StaffList(),
    "remove_staff": _remove_staff,
    "doubles": lambda said: None if set(said.numbers) - {1, 2} else Doubles(),
    "draft_for": _draft_for,
    "drafts": lambda said: Drafts(),
    "photos": lambda said: Photos(said.name),
    "guardian": _guardian,
    "invite": _invite,
    "ideas": lambda said: Ideas(),
    "own_lists": lambda said: OwnLists(True),
    "office_lists": lambda said: OwnLists(False),
    "refresh": lambda said: Refresh(_detail(said), said.match.words),
    "refresh_state": lambda said: RefreshState(),
    "detail_holds": lambda said: DetailHolds(said.name),
    "merge": _merge,
    "undo": lambda said: Undo(),
    "export_all": lambda said: ExportAll(),
    "import_how": lambda said: ImportHow(),
    "health": lambda said: Health(),
    "counter_sheet": lambda said: CounterSheet(),
    "shop_settings": lambda said: ShopSettings(field_said(said.low)),
    "help": lambda said: Help(),
    "lapsed": lambda said: Lapsed(said.away, _of_regulars(said)),
    "regulars": lambda said: Regulars(said.numbers[0] if said.numbers else None),
    "appointments": lambda said: Appointments(said.coming or calendar("today", said.now.date())),
    "voices": lambda said: Voices(),
    "missing_field": lambda said: Missing(_field_named(said)),
    "orders_due": lambda said: OrdersDue(said.coming or calendar("today", said.now.date())),
    "birthdays": lambda said: Birthdays(said.coming or calendar("this_month", said.now.date())),
    "spent": lambda said: Spent(said.name, said.past),
    "usual": lambda said: Usual(said.name),
    "chart": lambda said: Chart(_drawn(said)),
    "drop_price": lambda said: DropPrice(said.things[0]),
}
