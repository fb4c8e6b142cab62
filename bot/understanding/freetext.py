"""Cutting somebody's own words out of a sentence: the note, the reminder's subject, what a message should say."""

import re
from collections.abc import Collection, Sequence

from bot.understanding import hangul
from bot.understanding.pieces import Chunk, Sort

_EDGE = " \t\n,.:;!?~-–—\"'“”‘’()[]…·"
_QUOTE_END = re.compile(r"(?:다고|라고|자고|냐고|다구|라구)\s*$")
_QUOTED = re.compile(r"(?:이라고|이라구|라고|라구|자고|냐고|라는\s?거|다는|라는)(?:\s?(?:좀|꼭|한번|하나))*$")
_STATED = re.compile(r"(?:다고|다구|다는\s?거|다는)(?:\s?(?:좀|꼭|한번|하나))*$")
_REPORTED = re.compile(r"([가-힣]+다)고(?![가-힣])")
# "주문하라고", "받으라고": an order, told by what stands before 라고; "회식이라고" is a noun.
_ORDERED = re.compile(
    r"(?:(?<=[가-힣])으|(?P<open>[하가오사보내끄주치쓰두켜타싸매빼세떼꾸추우시]))(?:라고|라구)"
    r"(?:\s?(?:좀|꼭|한번|하나))*$"
)
# "먹이지 말라고": what must not be done is never told without its no.
_FORBIDDEN = re.compile(r"(?<=지)\s?말라고$")
# "달아달라고": a request that somebody made is kept as one, 달아달라; as a message it is 달아주세요.
_BEGGED = re.compile(r"달라고$")
_DANGLING = re.compile(
    r"(?:\s|^)(?:좀|꼭|한번|하나|쫙|싹|쭉|the|a|an|about|that|to|and|of|on|at|for|by|in|with|please|pls)$",
    re.IGNORECASE,
)
_LEADING = re.compile(r"^(?:that|to|about|saying|say|for|of|and|is|=|know|me|us)\s+", re.IGNORECASE)
# English words that only ask, in front of what is asked for and behind it.
_ASKING = frozenset(
    ["please", "pls", "plz", "kindly", "can", "could", "would", "will", "you", "u", "to", "that", "me", "hi", "hey",
     "hello", "ok", "okay", "also", "and", "just", "a", "an", "the", "let", "need", "want", "i need", "i want", "sorry",
     "would you mind", "good morning", "so", "quick", "set", "make", "go", "id like", "i'd like", "like to", "new",
     "on", "at", "by", "for", "in", "about"]
)  # fmt: skip
_THANKING = frozenset(["please", "pls", "plz", "thanks", "thx", "ok", "okay", "asap"])
_QUESTION = re.compile(r"\?|(?:나요|냐|니|까|까요|던가|더라|는가|은가|가요|였지|더냐)\s*$")
_CAPABLE = re.compile(r"^(?:could|can|would|will|please|pls|plz|kindly|hey|hi|hello|good)\b")
_QUOTE = re.compile(
    r"(?:라고|다고|자고|냐고|라구|다구|하라고|[한된는간온인쓴산시있없좋싫]대요?|이래요?|것|음|(?<!성)함|[됨심임])\s*(?:좀|꼭|다시|한번|나한테|내게)*\s*$"
)


def leftover(
    text: str,
    chunks: Sequence[Chunk],
    used: Collection[Chunk],
    noise: frozenset[str],
    keeps: re.Pattern[str] | None = None,
) -> str:
    """What the sentence says besides the `used` chunks, in its own spelling.

    Words of the `noise` concepts are dropped at both ends only: in the middle they belong to what is said. A reported
    statement ("있다고 적어둬") is kept to its end. What `keeps` matches as a whole is never noise.
    """
    rest = [chunk for chunk in chunks if chunk not in used]
    while rest and _opens(rest[0], text, noise) and not (keeps and keeps.fullmatch(rest[0].text)):
        rest.pop(0)
    # Behind, what stands before the word that asks is somebody's own: "배달 안 됨 메모해줘".
    asked = max((chunk.end for chunk in used), default=0)
    while rest and rest[-1].start >= asked and _closes(rest[-1], text, noise):
        rest.pop()
    pieces = []
    for at, chunk in enumerate(chunks):
        if chunk not in rest:
            continue
        end = chunks[at + 1].start if at + 1 < len(chunks) else len(text)
        following = at + 1 < len(chunks) and chunks[at + 1] in rest
        pieces.append(text[chunk.start : end] if following else text[chunk.start : end].rstrip() + " ")
    return trimmed("".join(pieces))


def trimmed(said: str) -> str:
    """Without marks and dangling little words at the ends."""
    said = said.strip(_EDGE)
    while True:
        shorter = _LEADING.sub("", _DANGLING.sub("", said)).strip(_EDGE)
        if shorter == said:
            return said
        said = shorter


def unquoted(said: str, ordered: str = "기") -> str:
    """Reported speech in short: "회식이라고" is 회식, "다 됐다고" is 다 됐음, "주문하라고" is 주문하기.

    `ordered` is the ending for what somebody is told to do: 기 in a reminder, 세요 in a message.
    """
    if _STATED.search(said):
        return _noun_form(_STATED.sub("다", said))
    if _BEGGED.search(said):
        return said.removesuffix("고") if ordered == "기" else said.removesuffix("달라고") + "주세요"
    if _FORBIDDEN.search(said):
        return _FORBIDDEN.sub(" 말 것" if ordered == "기" else " 마세요", said)
    order = _ORDERED.search(said)
    if order:
        stem = said[: order.start()] + (order["open"] or "")
        if ordered == "기":
            return stem + "기"
        return stem.removesuffix("시") + ("세요" if order["open"] else "으세요")
    return trimmed(_QUOTED.sub("", said))


def _noun_form(said: str) -> str:
    """현금만 낸다 becomes 현금만 냄, 다 됐다 becomes 다 됐음: the short form that notes are kept in."""
    stem = said[:-1]
    if not stem or not hangul.is_syllable(stem[-1]):
        return said
    first, middle, last = hangul.parts(stem[-1])
    if stem.endswith("는") and hangul.ends_in_consonant(stem[:-1]):
        return stem[:-1] + "음"
    if last in ("ㄴ", ""):
        return stem[:-1] + hangul.join(first, middle, "ㅁ")
    return stem + "음"


def polite(about: str, text: str) -> str:
    """What a message says, as it is said to a customer: 다 됐음, out of "다 됐다고 전해줘", becomes 다 됐습니다.

    Only what `text` reports is turned: 모임 is a noun.
    """
    reported = _REPORTED.search(text)
    if reported is None or not about.endswith(noun := _noun_form(reported[1])):
        return about
    return about.removesuffix(noun) + _polite_form(reported[1])


def _polite_form(said: str) -> str:
    """쉰다 becomes 쉽니다, 닫는다 닫습니다, 됐다 됐습니다."""
    stem = said[:-1]
    if stem.endswith("는") and hangul.ends_in_consonant(stem[:-1]):
        return stem[:-1] + "습니다"
    first, middle, last = hangul.parts(stem[-1])
    if last in ("ㄴ", "ㄹ", ""):
        return stem[:-1] + hangul.join(first, middle, "ㅂ") + "니다"
    return stem + "습니다"


def _opens(chunk: Chunk, text: str, noise: frozenset[str]) -> bool:
    if not _is_noise(chunk, noise):
        return False
    if chunk.text.isascii():
        return chunk.text in _ASKING
    # Only whole words are dropped in front: 보일 of 보일러 may look like "show".
    return not hangul.is_syllable(text[chunk.end : chunk.end + 1] or " ")


def _closes(chunk: Chunk, text: str, noise: frozenset[str]) -> bool:
    if not _is_noise(chunk, noise):
        return False
    if chunk.text.isascii():
        return chunk.text in _THANKING
    word_end = chunk.end + len(re.match(r"[가-힣]*", text[chunk.end :])[0])  # type: ignore[index]
    return not _QUOTE_END.search(text[:word_end])


def _is_noise(chunk: Chunk, noise: frozenset[str]) -> bool:
    return chunk.sort is Sort.WORD and bool(chunk.concepts) and ("filler" in chunk.concepts or chunk.concepts <= noise)


def is_question(text: str) -> bool:
    """Whether it asks for an answer, and not for something to be done: "can you …"."""
    return _QUESTION.search(text) is not None and _CAPABLE.match(text.lower()) is None


def ends_in_a_quote(text: str) -> bool:
    """Whether it ends in reported words: "현금만 낸다고", "은행 가라고"."""
    return _QUOTE.search(text) is not None


def word_of(text: str, chunk: Chunk) -> str:
    """The chunk with the particles that hang on it."""
    end = chunk.end
    while end < len(text) and re.match(r"[가-힣]", text[end]):
        end += 1
    return text[chunk.start : end]
