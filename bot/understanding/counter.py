"""Deeds across the counter that are whole sentences of phrases/counter.toml: read line by line, and made into asks."""

import re
from collections.abc import Sequence
from datetime import datetime

from bot.understanding.asks.closed_list import OwnerAsk
from bot.understanding.asks.people import AddProspect, FindMember
from bot.understanding.lexicon import Lexicon
from bot.understanding.lines.appointments import APPOINTMENTS
from bot.understanding.lines.line import Line
from bot.understanding.lines.lists import LISTS
from bot.understanding.lines.messages import MESSAGES
from bot.understanding.lines.money import MONEY
from bot.understanding.lines.orders import ORDERS
from bot.understanding.lines.people import PEOPLE
from bot.understanding.lines.shop import SHOP
from bot.understanding.lines.visits import VISITS
from bot.understanding.marks import overlap
from bot.understanding.pieces import Chunk, surface
from bot.understanding.templates import SLOTTED, Match, matching, nearly_matching, slotted

# A deed of the counter is a short line. What is longer is somebody's story.
_LONGEST = 160
# The syllables on which a past stem ends: 갔, 했, 됐 and all others with ㅆ below.
_DONE = "".join(chr(first + 20) for first in range(0xAC00, 0xD7A4, 28))
# What must not be done is no deed: "예약 취소하지 마".
_FORBIDDEN = re.compile(r"지\s?(?:마|말)|\b(?:don'?t|do not|never)\b")
# A sign of a question; a wish may be put as one ("옮겨 줄래?", "can you …?").
_ASKED = re.compile(
    rf"얼마[가-힣]{{0,4}}\s*[.!~]*$|\?\s*$|[{_DONE}](?:나요?|니|냐|는지요?|을까요?|던가요?)\s*[.!~]*$|(?:인가요?|은가요?|는가요?)\s*[.!~]*$"
    r"|^(?:did|does|do|has|have|had|is|was|are|were|who|whose|whos|when|what|which|why|how|if"
    r"|will(?! you| u\b| we\b))\b"
)
_WISHED = re.compile(r"줄래|줄\s?수|주실|주시겠|될까|^(?:(?:could|can|would|will)\s(?:you|u|we)|may i ask (?:you|u))\b")
# The kinds of examples/ whose lines have another name here.
_LINE_OF = {"paid_tab": "tab_paid", "order_ready": "part_ready", "missing": "missing_field"}
_OFF = re.compile(
    r"끄|꺼|안\s?(?:써|쓸|쓰)|없애|빼|중지|정지|멈춰|중단|해제|그만|필요\s?없"
    r"|\boff\b|disable|stop|remove|without|no more|don'?t"
)
_POINTS = re.compile(r"포인트|적립|점수|\d\s?점|천\s?점|백\s?점|\bpoints?\b|\bpts?\b")
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
        "counter_code",
        "shop_settings",
        "add_staff",
        "help",
        "lapsed",
        "regulars",
        "appointments",
        "voices",
        "missing_field",
        "owed",
        "looked",
        "unreached",
        "prepaid_left",
        "no_shows",
        "running_late",
        "visitors",
        "orders_due",
        "birthdays",
        "chart",
        "spent",
        "usual",
    }
)


def counter_deed(
    chunks: Sequence[Chunk], marks: Sequence[Chunk], text: str, now: datetime, lexicon: Lexicon
) -> OwnerAsk | None:
    """The deed that the whole sentence is, if it is one of the counter's."""
    if len(text) > _LONGEST:
        return None
    asked_for = prospect(text)
    if asked_for is not None:
        return asked_for
    member = _MEMBER.fullmatch(text.lower().strip(" ?!."))
    if member is not None:
        return FindMember(next(number for number in member.groups() if number).upper())
    asked = is_asked(text.lower())
    taken = [chunk for chunk in chunks if not any(overlap(chunk, mark) for mark in marks)]
    for match in matching(slotted(surface(text), [*taken, *marks]), text):
        if asked and match.kind not in _QUESTIONS:
            continue
        ask = _BUILD[match.kind](Line(match, text, now, lexicon))
        if ask is not None and ask.kind not in lexicon.without:
            return ask
    return None


def nearly_a_deed(
    chunks: Sequence[Chunk], marks: Sequence[Chunk], text: str, now: datetime, lexicon: Lexicon
) -> OwnerAsk | None:
    """What a sentence comes to that holds all of a line of any order and some words that nobody knows."""
    if len(text) > _LONGEST or _FORBIDDEN.search(text.lower()):
        return None
    asked = is_asked(text.lower())
    taken = [chunk for chunk in chunks if not any(overlap(chunk, mark) for mark in marks)]
    for match in nearly_matching(slotted(surface(text), [*taken, *marks])):
        if asked and match.kind not in _QUESTIONS - {"make_appointment", "note"}:
            continue
        ask = _BUILD[match.kind](Line(match, text, now, lexicon))
        if ask is not None and ask.kind not in lexicon.without:
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
        return build(Line(Match(kind, slots, "", ""), text, now, lexicon))
    except (IndexError, StopIteration):
        return None


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
    # Somebody new who has bought nothing yet.
    re.compile(
        rf"(?:새|신규|처음\s?오신|새로\s?오신)\s?(?:손님|고객님?|분)\s*[:,]?\s+(?P<name>[^\d,:]{{2,40}}?)(?:님|씨)?[\s,]+{_PHONE}"
    ),
    re.compile(rf"(?:add )?(?:a )?new (?:customer|client|guest)[:,]?\s+{_LATIN_NAME},?\s+{_PHONE}", re.IGNORECASE),
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


def prospect(text: str) -> OwnerAsk | None:
    """ "나새롬 010-7777-1111 이불 문의하셨어": a name, a number and that they asked."""
    for pattern in _ASKED_FOR:
        found = pattern.fullmatch(text.strip(" .!~"))
        if found is not None:
            return AddProspect(
                found["name"].strip(), found["phone"].strip(), (found.groupdict().get("about") or "").strip(" ,")
            )
    return None


_BUILD = LISTS | PEOPLE | VISITS | MONEY | ORDERS | APPOINTMENTS | MESSAGES | SHOP
