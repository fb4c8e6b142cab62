"""What the owner wants done with words of their own in it: notes, reminders, messages, appointments."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from itertools import pairwise, takewhile

from bot.understanding.asks.appointments import MakeAppointment
from bot.understanding.asks.campaigns import MessageMany
from bot.understanding.asks.messages import MessageOne
from bot.understanding.asks.people import Note
from bot.understanding.asks.reminders import RemindMe
from bot.understanding.freetext import leftover, trimmed, unquoted
from bot.understanding.lexicon import Lexicon
from bot.understanding.lines.appointments import not_wanted
from bot.understanding.people import spoken
from bot.understanding.pieces import Chunk, Sort, concepts_of
from bot.understanding.spans import DAY, TimeSpan

_DATIVE = re.compile(r"(?:한테|헌티|한티|헌테|한텐|에게|에겐|께|께다|더러|보고|앞으로)(?:는|만|도|다)?$")
_GROUP_DATIVE = re.compile(
    r"\s*(?:님|분)?(?:들|덜)?(?:님들)?(?:한테|헌티|한티|헌테|에게|께|앞으로|에|께다)(?:만|도|다)?(?=\s|$|[^가-힣])|\s*(?:대상으로|상대로|(?:모두|전원|전부|전체|다)(?:에게|한테|께))"
)
# Something is to be put on somebody's card, in so many words.
_ON_CARD = re.compile(
    r"(?:고객|손님|회원)?\s?(?:카드|메모|차트|노트|특이\s?사항|프로필)(?:란|장)?에(?:다가?|도)?\s?(?:좀\s)?"
    r"(?:추가|적어|남겨|써|쓰|기록|넣어|메모|등록|저장)[가-힣]*(?:\s(?:줄래|주세요|주실래요|주시겠어요|줘|놔|둬|놔줘|둬줘|부탁\S*|좀))*[?.!~]*"
    r"|(?:(?:please|pls|could you|can you|would you)\s)*\b(?:add|put|write|keep|save)\s(?:a note\s|this\s|it\s|that\s)?"
    r"(?:to|on|in|onto|into)\s(?:the\s)?(?:(?:his|her|their|\S+'s|\S+\s\S+'s)\s)?(?:customer\s)?"
    r"(?:card|file|profile|notes?)\b(?:\s(?:of|for)(?=\s))?(?:\s?(?:that|:|,))?",
    re.IGNORECASE,
)
_NOTES = re.compile(r"(?:notes?|memos?|remarks?|메모|노트)", re.IGNORECASE)
_HANGS_ON = re.compile(r"'s\b|\s?(?:님|씨|고객님|손님)?(?:은|는|이|가|을|를|의|께서)?(?=[\s,:.!?]|$)")
_COLON = re.compile(r"[:：]\s*|\s[-–—]\s")
# "… who haven't popped in for two weeks that the latte is back"
_SAYING = re.compile(r"[\s,]*(?:that|saying|to say)\s+(.{4,})", re.IGNORECASE | re.DOTALL)
_BEHIND_A_COLON = re.compile(r"[^:：]{2,30}[:：]\s*(\S.+)$", re.DOTALL)
# How long somebody has been away, and no day or length of anything else.
_LONGER = re.compile(r"넘|이상|초과|more|over|longer|plus|\+")
# What says which customers are meant: the regulars who have not come for two months.
_DESCRIBING = frozenset(
    ["gone", "gone_weak", "not", "come", "lately", "regular", "customer", "all_customers", "span", "visit", "since",
     "frequent", "who", "first_customer", "how_long", "missing", "birthday"]
)  # fmt: skip
_GROUP_ENDS = re.compile(r"[:;.!?]|\s[-–—]\s|\b(?:about|that|to|for|saying)\b(?!\s(?:a|one|two|three|four|six|\d))")
_QUESTION = re.compile(r"\?|(?:나요|냐|니|까|까요|던가|더라|는가|은가|가요|였지|더냐)\s*$")
_DID = re.compile(r"(?:did|has|have|had|was|were)\b")
_CAPABLE = re.compile(r"^(?:could|can|would|will|please|pls|plz|kindly|hey|hi|hello|good)\b")
# Somebody else is to be told, unless the dative belongs to what the asker is to do: "엄마한테 전화하라고 알려줘".
_TO_OTHERS = re.compile(
    r"(?:들|분|님|객|손님)(?:한테|에게|께)(?=\s)(?!\s\S*(?:하|보내|주|드리|걸|맡기|물어\s?보|가)라[고구])"
    r"|(?:(?<!나)(?<!저)(?<!내)(?<!제)(?<!우리)(?:한테|에게|더러)|[님장]께)(?:만|도|는)?\s"
    r"(?!\S*(?:하|보내|주|드리|걸|맡기|물어\s?보|가)라[고구])"
)
_TO_ASKER = re.compile(r"\s(?:me|us)\b(?!\s?know\b.*\bwhen)")
_NOT_SENT = re.compile(
    r"(?:보내|발송하|연락하|문자하|전송하)지\s?(?:는\s?)?(?:마|말|않)|(?:연락|문자|발송|전송)\s?(?:금지|하지\s?마)"
    r"|\b(?:don'?t|do not|never|stop) (?:ever )?(?:send|sending|text|texting|message|messaging|contact|contacting"
    r"|write)\b"
)
# "연락해줬어", "보냈다": told, not wished for.
_TOLD = re.compile(r"(?:줬|했|냈|됐|왔|갔|렸|받았|었었)(?:어요?|다|습니다|네요?|지|음|대|는데)?\s*[.!]*\s*$")
_QUOTE = re.compile(
    r"(?:라고|다고|자고|냐고|라구|다구|하라고|[한된는간온인쓴산시있없좋싫]대요?|이래요?|것|음|(?<!성)함|[됨심임])\s*(?:좀|꼭|다시|한번|나한테|내게)*\s*$"
)
# Asking what reminders there are, or for a bare alarm clock, is not ours.
_REMINDERS_THEMSELVES = re.compile(
    r"\b(?:reminders?\s(?:list|do|have|are)|list\sof\s(?:my\s)?reminders|reminders\s*list|my\sreminders)\b|알림\s?(?:목록|꺼|끄)"
)
_TALK = frozenset(["filler", "show", "send", "message", "have", "count_word", "what", "receive", "done_filler"])
_ON_RECORD = frozenset(
    ["usual", "visit_date", "how_many", "how_much", "points", "balance", "birthday", "phone", "email"]
)
_WORDING = _TALK - {"show", "message"}
_NOTE_NOISE = frozenset(["filler", "record", "note_word", "send", "show", "have", "customer", "count_word"])
# Words that mean little to the shop's questions and much to a note: a dog is no counter (개), the shop no filler.
_NOTE_KEEPS = re.compile(r"개|매장|가게|세탁소|병|번|분|인|손가락|사람|우리|저희|집")
_TELL_ME = re.compile(
    r"(?:[라다]고|야\s?(?:되|돼|하|해)[가-힣]{0,3}(?:까|서|는데|거든)|[ㄹ을할갈올줄볼]\s?거(?:니까|라서|거든|야)|게)\s*(?:좀|꼭|나한테|다시)?\s*"
    r"(?P<cue>(?:말해|얘기해|이야기해|알려|일러|불러|깨워|챙겨|톡해|문자해|연락해|해)\s?(?:줘|주|달|둬|줄)[가-힣]*)\s*[.!~?]*$"
    r"|(?:(?P<cue2>\b(?:tell|text|message|notify|call|ask|warn)\sme)\s(?:(?!what|how|which|when|who|whether|if|about|all|where|why)\S+\s){0,5}to\s(?!do\b))"
)
_REMIND_NOISE = frozenset(["filler", "remind", "send", "show", "message", "have"])


def note(chunks: Sequence[Chunk], text: str, lexicon: Lexicon) -> tuple[Note, float] | None:
    """ "박민수 메모: 풀 먹이지 말 것", "재호 현금만 낸다고 적어놔", "memo 박민수 allergic to fabric softener"."""
    names = [chunk for chunk in chunks if chunk.sort is Sort.NAME]
    cues = [chunk for chunk in chunks if "note_word" in chunk.concepts]
    name = spoken(names[:1] + [n for n in names[1:] if n.start <= names[0].end + 1], lexicon)
    if name is None or any(
        "note_word" not in c.concepts and not c.concepts & _NOTE_NOISE for c in chunks[:2] if c.end <= names[0].start
    ):
        return None
    if not cues:
        cues = [chunk for chunk in chunks if "record" in chunk.concepts and chunk.end > len(text) * 0.4]
        quoted = cues and _QUOTE.search(text[: cues[-1].start])
        if not quoted or any(chunk.sort in (Sort.MONEY, Sort.COUNT) for chunk in chunks):
            return None
    used = [*names[:1], *(cues[:1] if cues[0].start <= names[0].end + 6 else cues[-1:])]
    colon = _COLON.search(text, min(chunk.end for chunk in used))
    if colon and colon.end() < len(text) and not _has_content(chunks, used, colon.start()):
        return Note(name, trimmed(_without_whom(text, names[0], colon.end()))), names[0].weight
    said = unquoted(leftover(text, chunks, used, _NOTE_NOISE, _NOTE_KEEPS))
    if len(said) < 2 or (_QUESTION.search(text) and not _CAPABLE.match(text.lower())):
        return None
    if all("note_word" in c.concepts or c.sort is Sort.NAME or c.concepts & _NOTE_NOISE for c in chunks):
        # "Emily's notes" asks for them.
        return None
    return Note(name, unquoted(_all_behind(text, chunks, names[0], cues)) or said), names[0].weight


def on_the_card(chunks: Sequence[Chunk], text: str, lexicon: Lexicon) -> Note | None:
    """ "고객카드에 추가해줄래? 김수연 염색 안 돼", "add to Emily's card: no starch": whatever else is said is noted."""
    asked = _ON_CARD.search(text)
    names = [chunk for chunk in chunks if chunk.sort is Sort.NAME]
    name = spoken(names[:1], lexicon)
    if asked is None or name is None or any(chunk.sort is Sort.MONEY for chunk in chunks):
        return None
    left = [(max(start, 0), end) for start, end in (asked.span(), (names[0].start, _end_of(text, names[0])))]
    kept = "".join(sign for at, sign in enumerate(text) if not any(start <= at < end for start, end in left))
    words = trimmed(" ".join(kept.split()))
    return Note(name, words) if len(words) > 1 else None


def _end_of(text: str, name: Chunk) -> int:
    """Where a name ends with what hangs on it: 김수연님은, Emily's."""
    tail = _HANGS_ON.match(text, name.end)
    return tail.end() if tail else name.end


def words_of_note(chunks: Sequence[Chunk], text: str) -> str:
    """What a sentence says besides the first name and the words that ask to keep it."""
    names = [chunk for chunk in chunks if chunk.sort is Sort.NAME][:1]
    said = unquoted(leftover(text, chunks, names, _NOTE_NOISE | {"note_word", "remind"}, _NOTE_KEEPS))
    return "" if _NOTES.fullmatch(said) else said


def reminder(chunks: Sequence[Chunk], text: str, now: datetime) -> RemindMe | None:
    """What a sentence that wants a reminder wants it for, and when."""
    spans = [chunk for chunk in chunks if isinstance(chunk.value, TimeSpan) and _ahead(chunk.value, now) is not None]
    when = _joined([chunk.value for chunk in spans if isinstance(chunk.value, TimeSpan)], now)
    if _TO_OTHERS.search(text):
        return None
    about = re.sub(r"^(?:me|to me|us)\s+", "", unquoted(leftover(text, chunks, spans, _REMIND_NOISE)))
    return RemindMe(when, about) if when is not None and len(about) > 1 else None


def _all_behind(text: str, chunks: Sequence[Chunk], name: Chunk, cues: Sequence[Chunk]) -> str:
    """What follows where name and 메모 open the line, to its last word: "김수연 메모 풀 먹이지 말 것". Else nothing."""
    opening, more = cues[0], [chunk for chunk in chunks if chunk.concepts & {"note_word", "record"}]
    head = text[: opening.start].strip() if opening.start < name.start else text[: name.start].strip()
    between = text[min(name.end, opening.end) : max(name.start, opening.start)]
    if "note_word" not in opening.concepts or more[1:] or head or len(between.strip()) > 3:
        return ""
    first = opening if opening.start > name.start else name
    start = first.start + len(_word_of(text, first))
    return trimmed(text[start:])


def _without_whom(text: str, name: Chunk, start: int) -> str:
    """What follows from `start` on, without the person where they are named first: "메모: 김수연 풀 먹이지 말 것"."""
    if text[start : name.start].strip() or name.start < start:
        return text[start:]
    return text[name.start + len(_word_of(text, name)) :]


def _has_content(chunks: Sequence[Chunk], used: Sequence[Chunk], until: int) -> bool:
    """Whether something of its own is said before `until`, besides name, cue and small words."""
    return any(
        chunk.end <= until and chunk not in used and not chunk.concepts & (_NOTE_NOISE | _TALK | {"remind"})
        for chunk in chunks
    )


def remind(chunks: Sequence[Chunk], text: str, now: datetime) -> tuple[RemindMe, float] | None:
    """ "담주 금욜 7시 회식이라고 리마인드 해줘", "remind me 3pm call the boiler guy"."""
    cues = [chunk for chunk in chunks if "remind" in chunk.concepts]
    spans = [chunk for chunk in chunks if isinstance(chunk.value, TimeSpan) and _ahead(chunk.value, now) is not None]
    if cues and all("send" in chunk.concepts for chunk in cues) and _TO_OTHERS.search(text):
        return None
    if not spans and asks_to_be_told(chunks):
        return None
    if not cues and spans:
        cues = _told_to(chunks, text)
    if not cues:
        # "내일 3시에 은행 가라고 알려줘": a moment to come, and reported words at the end of a wish to be told.
        cues = [chunk for chunk in chunks if "show" in chunk.concepts and chunk.end > len(text) - 8]
        if not spans or not cues or not _QUOTE.search(text[: cues[-1].start]) or _TO_OTHERS.search(text):
            return None
    if (
        _QUESTION.search(text)
        and not _CAPABLE.match(text.lower())
        and not re.search(r"(?:줄래|줄\s?수|주실|주시겠|겠어)", text)
    ):
        return None
    when = _joined([chunk.value for chunk in spans if isinstance(chunk.value, TimeSpan)], now)
    about = unquoted(leftover(text, chunks, [*cues, *spans], _REMIND_NOISE))
    about = re.sub(r"^(?:me|to me|us)\s+", "", about)
    if len(about) < 2 or _REMINDERS_THEMSELVES.search(text.lower()):
        return None
    return RemindMe(when, about), 0.0


def asks_to_be_told(chunks: Sequence[Chunk]) -> bool:
    """Whether "remind me" asks after what is on record of somebody: "remind me of Emily's usual"."""
    said = concepts_of(chunks)
    return "remind" in said and "name" in said and bool(said & _ON_RECORD)


def _told_to(chunks: Sequence[Chunk], text: str) -> list[Chunk]:
    """What asks to be told at a time: "…하라고 해줘", "…해야 되니까 말해줘", "tell me at six to …"."""
    low = text.lower()
    asked = _TELL_ME.search(low)
    if asked is None or _TO_OTHERS.search(text):
        return []
    start, end = asked.span("cue" if asked["cue"] else "cue2")
    return [chunk for chunk in chunks if start <= chunk.start < end]


def _ahead(span: TimeSpan, now: datetime) -> datetime | date | None:
    moment = span.moment
    if moment is None and span.coming is not None and span.coming.name in ("next_week", "next_month", "this_week"):
        return span.coming.start if span.coming.start > now.date() else None
    if isinstance(moment, datetime):
        return moment if moment > now else None
    return moment if moment is not None and moment >= now.date() else None


def _joined(spans: Sequence[TimeSpan], now: datetime) -> datetime | date | None:
    """A day and a time of day said apart ("내일 회식 7시") are one moment."""
    moments = [moment for span in spans if (moment := _ahead(span, now)) is not None]
    days = [moment for moment in moments if not isinstance(moment, datetime)]
    times = [moment for moment in moments if isinstance(moment, datetime)]
    if days and times and times[0].date() in (now.date(), now.date() + DAY):
        return datetime.combine(days[0], times[0].timetz())
    return times[0] if times else days[0] if days else None


def forbids_sending(low: str) -> bool:
    """Whether a sentence in small letters says that nothing is to be sent: "보내지 마", "don't text Emily"."""
    return _NOT_SENT.search(low) is not None


def message(chunks: Sequence[Chunk], text: str, lexicon: Lexicon) -> tuple[MessageOne | MessageMany, float] | None:
    """A message to one person or to a group, with what it should say as far as that was said."""
    nouns = [chunk for chunk in chunks if "message" in chunk.concepts]
    verbs = [
        chunk
        for chunk in chunks
        if "send" in chunk.concepts
        and (not chunk.concepts & {"filler"} or nouns)
        and not _TO_ASKER.match(text.lower(), chunk.end)
    ]
    if (not nouns and not verbs) or _DID.match(text.lower()):
        return None
    said = concepts_of(chunks)
    if (
        forbids_sending(text.lower())
        or _TOLD.search(text)
        or (nouns and not verbs and not all(c.concepts & _TALK - {"have"} for c in chunks if c.start >= nouns[-1].end))
    ):
        return None
    if "undelivered" in said or ("complaint" in said and not verbs) or ("remind" in said and not verbs):
        return None
    if (
        _QUESTION.search(text)
        and not _CAPABLE.match(text.lower())
        and not re.search(r"줄래|줄\s?수|주실|주시겠|되나|될까", text)
    ):
        return None
    names = [chunk for chunk in chunks if chunk.sort is Sort.NAME]
    if names:
        return _to_one(chunks, text, lexicon, names, nouns, verbs)
    return _to_many(chunks, text, nouns, verbs)


def _to_one(
    chunks: Sequence[Chunk],
    text: str,
    lexicon: Lexicon,
    names: Sequence[Chunk],
    nouns: Sequence[Chunk],
    verbs: Sequence[Chunk],
) -> tuple[MessageOne, float] | None:
    target = next((chunk for chunk in names if _DATIVE.search(_word_of(text, chunk))), None)
    korean_order = target is not None
    if target is None:
        # English: the verb stands before the name. Korean without a particle needs the noun: "김수연 문자 보내".
        before = [chunk for chunk in (*verbs, *nouns) if chunk.start < names[0].start]
        if not before and not (nouns and verbs and any(noun not in verbs for noun in nouns)):
            return None
        target = names[0]
    name = spoken([target], lexicon)
    if name is None:
        return None
    cues = _cues(chunks, target, nouns, verbs, last=korean_order or not (verbs and verbs[0].start < target.start))
    if not cues:
        return None
    about = unquoted(leftover(text, chunks, [target, *cues], _WORDING), "세요")
    return MessageOne(name, about or None), target.weight


def _to_many(
    chunks: Sequence[Chunk], text: str, nouns: Sequence[Chunk], verbs: Sequence[Chunk]
) -> tuple[MessageMany, float] | None:
    groups = [
        chunk
        for chunk in chunks
        if chunk.concepts & {"all_customers", "regular", "customer", "gone", "first_customer"}
        and chunk.sort is Sort.WORD
        and chunk.text not in ("people", "ppl", "person", "사람", "분")
    ]
    if not groups or (not verbs and not nouns):
        return None
    english = any(chunk.text.isascii() for chunk in groups)
    target_end = max((chunk.end for chunk in groups if _GROUP_DATIVE.match(text[chunk.end :])), default=0)
    if not english and not target_end:
        # Keywords only: "전 고객 휴무 문자".
        if "have" in concepts_of(chunks) or not nouns or chunks[-1] not in nouns or groups[0] is not chunks[0]:
            return None
        target_end = groups[0].end
    if english and not any(chunk.start < groups[-1].start for chunk in (*verbs, *nouns)):
        return None
    said = concepts_of(chunks)
    target = _group(chunks, text, groups, target_end if not english else 0)
    days = next((c.value.days for c in target if isinstance(c.value, TimeSpan) and c.value.days), None)
    cues = _cues(chunks, target[-1], nouns, verbs, last=not english)
    about = unquoted(leftover(text, chunks, [*target, *cues], _WORDING | {"all_customers"}), "세요")
    lapsed = any("gone" in chunk.concepts for chunk in target) or (
        "not" in said and any("come" in c.concepts for c in target)
    )
    many = MessageMany(days, any("regular" in c.concepts for c in target), lapsed and days is None, about or None)
    return many, 0.0


def to_many(chunks: Sequence[Chunk], text: str) -> MessageMany:
    """A message to many of which no more is known than to whom, and what stands behind a colon: "30일 미방문 고객
    안부문자", "Mass text: closed on Friday".
    """
    said = concepts_of(chunks)
    # "who haven't popped in for two weeks"
    stayed = any("not" in one.concepts and "come" in after.concepts for one, after in pairwise(chunks))
    away = stayed or bool(said & {"gone", "gone_weak"})
    lengths = [
        (chunk, chunk.value.days)
        for chunk in chunks
        if isinstance(chunk.value, TimeSpan) and chunk.value.days and (away or _is_longer(chunk))
    ]
    since, days = lengths[0] if lengths else (None, None)
    about = _BEHIND_A_COLON.match(text) or (_SAYING.match(text, since.end) if since is not None else None)
    return MessageMany(days, "regular" in said, away and days is None, about[1] if about else None)


def _is_longer(chunk: Chunk) -> bool:
    return _LONGER.search(chunk.text) is not None


def _group(chunks: Sequence[Chunk], text: str, groups: Sequence[Chunk], korean_end: int) -> list[Chunk]:
    """The chunks that describe the group: in Korean all up to its particle, in English from the noun on."""
    if korean_end:
        ordered = [chunk for chunk in chunks if chunk.end <= korean_end]
        return list(takewhile(lambda chunk: chunk.concepts & _DESCRIBING, reversed(ordered)))[::-1]
    at = list(chunks).index(groups[0])
    taken = [groups[0]]
    for chunk in chunks[at + 1 :]:
        if not chunk.concepts & (_DESCRIBING | {"filler"}) or _GROUP_ENDS.search(text[taken[-1].end : chunk.end]):
            break
        taken.append(chunk)
    # A little word at the end begins what is to be said: "tell the regulars we moved".
    while not taken[-1].concepts & _DESCRIBING:
        taken.pop()
    before = [chunk for chunk in chunks[max(0, at - 3) : at] if chunk.concepts & {"all_customers", "regular", "all"}]
    return [*before, *taken]


def _cues(
    chunks: Sequence[Chunk], target: Chunk, nouns: Sequence[Chunk], verbs: Sequence[Chunk], *, last: bool
) -> list[Chunk]:
    """The words that ask for a message, not those that are part of it: the outermost ones on the side of the verb."""
    both = sorted({*nouns, *verbs}, key=lambda chunk: chunk.start)
    if last:
        both = [chunk for chunk in both if chunk.start >= target.start] or both
        cues = both[-1:]
        for chunk in reversed(both[:-1]):
            between = [c for c in chunks if chunk.end <= c.start and c.end <= cues[0].start]
            if (
                all(c.concepts & _TALK or c.sort is Sort.COUNT for c in between)
                and "message_about" not in chunk.concepts
            ):
                cues.insert(0, chunk)
            else:
                break
        return cues
    return [chunk for chunk in both if chunk.start < target.start] + [
        chunk for chunk in both if chunk.start >= target.end and chunk in nouns and chunk.start - target.end <= 8
    ]


def _word_of(text: str, chunk: Chunk) -> str:
    """The chunk with the particles that hang on it."""
    end = chunk.end
    while end < len(text) and re.match(r"[가-힣]", text[end]):
        end += 1
    return text[chunk.start : end]


def appointment(
    chunks: Sequence[Chunk], text: str, now: datetime, lexicon: Lexicon
) -> tuple[MakeAppointment, float] | None:
    """ "김민지 내일 3시 커트", "book Emily for Friday 2pm"."""
    names = [chunk for chunk in chunks if chunk.sort is Sort.NAME]
    name = spoken(names, lexicon)
    spans = [chunk for chunk in chunks if isinstance(chunk.value, TimeSpan)]
    moments = [c.value for c in spans if isinstance(c.value, TimeSpan) and _ahead(c.value, now) is not None]
    if name is None or (_QUESTION.search(text) and not _CAPABLE.match(text.lower())):
        return None
    booked = [chunk for chunk in chunks if chunk.concepts & {"appointment", "book_verb"}]
    items = [chunk for chunk in chunks if chunk.sort is Sort.ITEM]
    at = _joined(moments, now)
    counted = any(chunk.sort in (Sort.MONEY, Sort.COUNT, Sort.NUMBER) for chunk in chunks)
    if at is None or counted or (not booked and not (items and isinstance(at, datetime))):
        return None
    if not_wanted(text.lower()) or (not booked and re.search(r"까지|by\s", text)):
        return None
    said = concepts_of(chunks)
    if said & {"when", "who", "how_many", "cancel_word", "message", "remind", "undo", "last"}:
        return None
    strangers = [chunk for chunk in chunks if chunk.sort is Sort.UNKNOWN and chunk.weight >= 1]
    service = str(items[0].value) if items else strangers[0].text if len(strangers) == 1 else None
    cost = names[0].weight + max(0, len(strangers) - 1) + (0.3 if strangers else 0)
    return MakeAppointment(name, at, service), cost
