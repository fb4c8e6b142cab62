"""What the owner wants sent, to one person or to a group, with what it should say."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from bot.understanding.asks.campaigns import MessageMany
from bot.understanding.asks.messages import MessageOne
from bot.understanding.freetext import is_question, leftover, unquoted, word_of
from bot.understanding.lexicon import Lexicon
from bot.understanding.people import spoken
from bot.understanding.pieces import Chunk, Sort, concepts_of
from bot.understanding.spans import TimeSpan

_DATIVE = re.compile(r"(?:한테|헌티|한티|헌테|한텐|에게|에겐|께|께다|더러|보고|앞으로)(?:는|만|도|다)?$")
_GROUP_DATIVE = re.compile(
    r"\s*(?:님|분)?(?:들|덜)?(?:님들)?(?:한테|헌티|한티|헌테|에게|께|앞으로|에|께다)(?:만|도|다)?(?=\s|$|[^가-힣])|\s*(?:대상으로|상대로|(?:모두|전원|전부|전체|다)(?:에게|한테|께))"
)
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
_DID = re.compile(r"(?:did|has|have|had|was|were)\b")
_TO_ASKER = re.compile(r"\s(?:me|us)\b(?!\s?know\b.*\bwhen)")
_NOT_SENT = re.compile(
    r"(?:보내|발송하|연락하|문자하|전송하)지\s?(?:는\s?)?(?:마|말|않)|(?:연락|문자|발송|전송)\s?(?:금지|하지\s?마)"
    r"|\b(?:don'?t|do not|never|stop) (?:ever )?(?:send|sending|text|texting|message|messaging|contact|contacting"
    r"|write)\b"
)
# "연락해줬어", "보냈다": told, not wished for.
_TOLD = re.compile(r"(?:줬|했|냈|됐|왔|갔|렸|받았|었었)(?:어요?|다|습니다|네요?|지|음|대|는데)?\s*[.!]*\s*$")
TALK = frozenset(["filler", "show", "send", "message", "have", "count_word", "what", "receive", "done_filler"])
_WORDING = TALK - {"show", "message"}


# What somebody is to be told, with no word of a message: "범석이한테 구두 찾아가라 해", "tell him" in English.
_BIDDEN = re.compile(
    r"\s*(?P<about>\S.*?(?:라|자))고?\s?(?:좀\s?)?(?:해|혀|그래|전해|말해|일러|하소|하게|하거라|해라|해\s?줘|해\s?주세요|전해\s?줘)(?:라|줘|요|주세요)?\s*[.!~]*"
)
_SAYS_HOW = re.compile(r"문자|카톡|톡|메시지|메세지|연락|전화|보내|발송")
_BEFORE_A_NAME = re.compile(
    r"(?:(?:문자|카톡|톡|메시지|연락)\s*[:,]?\s*"
    r"|(?:hi |hey |ok )?(?:please |pls |i want (?:to )?|i wanna |i need to |can (?:you|u) |could you )?"
    r"(?:write|text|message|msg|sms|e-?mail)\s(?:to\s)?)$"
)
_ABOUT = re.compile(r"[\s,:]*(?:about\s|that\s)?(?P<about>\S.{3,})$", re.DOTALL)


def read_bidden(text: str, chunks: Sequence[Chunk], lexicon: Lexicon) -> MessageOne | None:
    """What one person is to be told, where a word of sending stands right before their name, or none does."""
    named = [chunk for chunk in chunks if chunk.sort is Sort.NAME]
    if len(named) != 1 or is_question(text) or forbids_sending(text.lower()):
        return None
    word = word_of(text, named[0])
    behind = text[named[0].start + len(word) :]
    found = _BIDDEN.fullmatch(behind) if _DATIVE.search(word) and not _SAYS_HOW.search(behind) else None
    if found is None and _BEFORE_A_NAME.fullmatch(text[: named[0].start].lower()):
        found = _ABOUT.fullmatch(behind)
    name = spoken(named, lexicon)
    if found is None or name is None:
        return None
    about = found["about"].strip()
    return MessageOne(name, unquoted(f"{about}고" if about.endswith(("라", "자")) else about, "세요"))


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
        or (nouns and not verbs and not all(c.concepts & TALK - {"have"} for c in chunks if c.start >= nouns[-1].end))
    ):
        return None
    if "undelivered" in said or ("complaint" in said and not verbs) or ("remind" in said and not verbs):
        return None
    if is_question(text) and not re.search(r"줄래|줄\s?수|주실|주시겠|되나|될까", text):
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
    target = next((chunk for chunk in names if _DATIVE.search(word_of(text, chunk))), None)
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
                all(c.concepts & TALK or c.sort is Sort.COUNT for c in between)
                and "message_about" not in chunk.concepts
            ):
                cues.insert(0, chunk)
            else:
                break
        return cues
    return [chunk for chunk in both if chunk.start < target.start] + [
        chunk for chunk in both if chunk.start >= target.end and chunk in nouns and chunk.start - target.end <= 8
    ]
