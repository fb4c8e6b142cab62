"""What the owner wants noted of somebody: "박민수 메모: 풀 먹이지 말 것", "add to Emily's card: no starch"."""

import re
from collections.abc import Sequence

from bot.understanding.asks.people import Note
from bot.understanding.freetext import ends_in_a_quote, is_question, leftover, trimmed, unquoted, word_of
from bot.understanding.lexicon import Lexicon
from bot.understanding.message_sentences import TALK
from bot.understanding.people import spoken
from bot.understanding.pieces import Chunk, Sort

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
_NOTE_NOISE = frozenset(["filler", "record", "note_word", "send", "show", "have", "customer", "count_word"])
# Words that mean little to the shop's questions and much to a note: a dog is no counter (개), the shop no filler.
_NOTE_KEEPS = re.compile(r"개|매장|가게|세탁소|병|번|분|인|손가락|사람|우리|저희|집")


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
        quoted = cues and ends_in_a_quote(text[: cues[-1].start])
        if not quoted or any(chunk.sort in (Sort.MONEY, Sort.COUNT) for chunk in chunks):
            return None
    used = [*names[:1], *(cues[:1] if cues[0].start <= names[0].end + 6 else cues[-1:])]
    colon = _COLON.search(text, min(chunk.end for chunk in used))
    if colon and colon.end() < len(text) and not _has_content(chunks, used, colon.start()):
        return Note(name, trimmed(_without_whom(text, names[0], colon.end()))), names[0].weight
    said = unquoted(leftover(text, chunks, used, _NOTE_NOISE, _NOTE_KEEPS))
    if len(said) < 2 or (is_question(text)):
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


def _all_behind(text: str, chunks: Sequence[Chunk], name: Chunk, cues: Sequence[Chunk]) -> str:
    """What follows where name and 메모 open the line, to its last word: "김수연 메모 풀 먹이지 말 것". Else nothing."""
    opening, more = cues[0], [chunk for chunk in chunks if chunk.concepts & {"note_word", "record"}]
    head = text[: opening.start].strip() if opening.start < name.start else text[: name.start].strip()
    between = text[min(name.end, opening.end) : max(name.start, opening.start)]
    if "note_word" not in opening.concepts or more[1:] or head or len(between.strip()) > 3:
        return ""
    first = opening if opening.start > name.start else name
    start = first.start + len(word_of(text, first))
    return trimmed(text[start:])


def _without_whom(text: str, name: Chunk, start: int) -> str:
    """What follows from `start` on, without the person where they are named first: "메모: 김수연 풀 먹이지 말 것"."""
    if text[start : name.start].strip() or name.start < start:
        return text[start:]
    return text[name.start + len(word_of(text, name)) :]


def _has_content(chunks: Sequence[Chunk], used: Sequence[Chunk], until: int) -> bool:
    """Whether something of its own is said before `until`, besides name, cue and small words."""
    return any(
        chunk.end <= until and chunk not in used and not chunk.concepts & (_NOTE_NOISE | TALK | {"remind"})
        for chunk in chunks
    )
