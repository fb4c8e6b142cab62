"""Lines that hold more than one visit, and what is said about a thing behind a comma."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from bot.understanding.asks.values import Spoken
from bot.understanding.asks.visits import RecordVisit
from bot.understanding.freetext import trimmed
from bot.understanding.pieces import Chunk, LastFour, Sort

Read = Callable[[str], RecordVisit | None]

_BETWEEN = re.compile(r"[,;\n]+(?!\d{3}(?!\d))|\s(?:그리고|and|plus|하고|랑)\s")
# Says that somebody is new, before their name: whoever follows begins a visit of their own.
_NEW_ONE = re.compile(
    r"(?:,\s*|\s+|^)(?:(?:and|plus|그리고|하고|또)\s+)?(?:an?\s+|the\s+|our\s+)?"
    r"(?:(?:new|first[\s-]time)\s+(?:customer|client|guest|one|face|person|lady|guy)|newcomer"
    r"|(?:새로\s?(?:오신|온)|처음\s?(?:오신|온)|신규|새|첫)\s?(?:손님|고객님?|분|방문\s?손님))\s*[:,]?\s+(?=\S)",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"\s*(?:(?P<korean>[가-힣]{2,6}?)(?:님|씨)?\s+|(?P<english>[a-z][\w'’-]*(?:\s[a-z][\w'’-]*){0,2}?)"
    r"\s+(?=\d|(?:an?|one|two|three|four|five)\s))",
    re.IGNORECASE,
)
_STRANGER = re.compile(
    r"(?P<day>(?:[Yy]esterday|[Tt]oday|[Ll]ast [A-Z][a-z]+day)\s)?(?P<name>[A-Z][a-z'’-]{2,}(?:\s[A-Z][a-z'’-]+)?)\s"
    r"(?=(?:\d{1,2}|an?|one|two|three|four|five)\s[a-z])"
)
_SOMEBODY = "홍길동"
_FIGURE = re.compile(r"\d|[한두세네]\s?(?:벌|장|켤레|채|개)|하나|\b(?:an?|one|two|three)\s")
_DEFECT = re.compile(r"^(?P<visit>.+?)\s*(?:,(?!\d)|[;\n(]|\s[-–—]\s)\s*(?P<defect>[^,;\n]+?)\)?\s*$", re.DOTALL)
# What is wrong with a thing, in the middle of the line: "코트 하나 소매에 얼룩 있음 12000", "1 coat with a stain".
_INSIDE = re.compile(
    r"(?<=\s)(?P<defect>(?:[가-힣]+\s)?(?:[가-힣]+(?:에|이|가|은|는|쪽)\s)?"
    r"(?:얼룩|구멍|찢어|찢긴|튿어|뜯어|터진|보풀|단추|오염|기름때|변색|누렇|곰팡이|지퍼|올\s?나|해졌|해진)[가-힣]*(?:\s(?:있|났|빠|떨어|묻|고장|나)[가-힣]*)?)"
    r"(?=\s|$)"
    r"|,?\s(?:with|has|it has|there is|theres)\s(?P<english>(?:an?|some|the)\s(?:\w+\s)?(?:stain|hole|tear|rip"
    r"|spot|mark)s?(?:\s(?:on|in|near)\s(?:the\s)?\w+)?"
    r"|(?:a\s)?(?:missing|loose|broken)\s(?:button|zip|zipper|seam)s?)",
    re.IGNORECASE,
)
# The same without a word that leads to it: "코트 1벌 단추 헐거움 15000", "1 coat 15000 loose button". What is to be
# done about it is a service and no defect: 지퍼 교체, zip repair.
WRONG = re.compile(
    r"얼룩|구멍|찢|튿|뜯|터[진졌짐]|보풀|단추|오염|기름때|변색|누렇|곰팡이|지퍼|올\s?나|[해헤][졌진짐]|헐거|떨어[졌진짐지]|빠[졌진짐]|냄새|이염|탈색|고장"
    r"|깨[졌진짐]|긁|벗겨|낡|실밥|안감|밑단|때\s?[탔탐묻]"
    r"|\b(?:stain|hole|tear|rip|spot|mark|scuff|scratch)(?:s|ed)?\b|\b(?:torn|ripped|loose|missing|broken|buttons?|zip(?:per)?|seam|lining"
    r"|faded|discolou?red|dirty|smelly|mou?ldy?|fray(?:ed|ing)|worn|bleached|shrunk|burnt?)\b",
    re.IGNORECASE,
)
_SERVICE = re.compile(
    r"교체|달기|달아|수선|수리|줄이|줄임|늘리|늘림|제거|빼\s?[줘주기]|\b(?:repair|replace|remov|fix|sew|mend|hem)",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"[됐돼됨]|되었|완료|완성|끝|나왔|지웠|뺐|\b(?:ready|done|finished|complete[d]?|out|gone|clean(?:ed)?)\b",
    re.IGNORECASE,
)
# "…, jot that visit down for me": about the record, and nothing that is wrong.
_TO_BE_WRITTEN = re.compile(
    r"적어|등록|기록|입력|올려|저장|추가해|부탁"
    r"|\b(?:jot|write|put|log|record|enter|pop it|book it|ring it|please|thanks?)\b",
    re.IGNORECASE,
)
_LED_TO = re.compile(r"^(?:(?:and|with|has|its|it's|the|a|an)\s)+", re.IGNORECASE)
_LONGEST_DEFECT = 80
_MOST_VISITS = 20
_FIGURES = (Sort.NAME, Sort.MONEY, Sort.SPAN)
_TOLD = (*_FIGURES, Sort.COUNT, Sort.NUMBER)
# Words for what the people do, not for how the things are: "맡기고 감", "card", "left".
_DONE_WITH = frozenset(
    ["record", "pay", "paid_card", "paid_cash", "paid_transfer", "paid_unpaid", "bring", "order", "visit"]
)
_SAID_OF_THINGS = (Sort.UNKNOWN, Sort.WORD)


def several(text: str, chunks: Sequence[Chunk], read: Read) -> tuple[RecordVisit, ...]:
    """The visits of several people, each with a name of its own; none unless every part is one.

    "김수연 셔츠 3장 7500, 박민수 바지 2장 9000" is parted where it says so, and else before each name.
    """
    names = [chunk for chunk in chunks if chunk.sort is Sort.NAME and not isinstance(chunk.value, LastFour)]
    newcomer = _NEW_ONE.search(text)
    if newcomer is not None:
        return _with_newcomers(text, read)
    parted = [part for part in _BETWEEN.split(text) if part.strip()]
    # Somebody new is no known name, but their part reads as a visit like the others.
    if not 1 <= len(names) <= _MOST_VISITS or not 2 <= max(len(names), len(parted)) <= _MOST_VISITS:
        return ()
    starts = [name.start for name in names]
    by_name = [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    ways = [parted] if len(parted) >= len(names) else []
    if not text[: starts[0]].strip():
        ways.append([part.strip(" ,;\n·-") for part in by_name])
    return next((visits for parts in ways if (visits := _all_of(parts, read))), ())


def is_parted(text: str) -> bool:
    """Whether a line says where one part of it ends and the next begins."""
    return _BETWEEN.search(text.strip()) is not None


def tells_of_a_newcomer(text: str) -> bool:
    """Whether somebody new is named, with a figure behind them: a visit of their own, whatever stands before it."""
    return any(_FIGURE.search(text[one.end() :]) for one in _NEW_ONE.finditer(text))


def _with_newcomers(text: str, read: Read) -> tuple[RecordVisit, ...]:
    """The visits of a line in which somebody is said to be new: those before that, and each newcomer's."""
    first, *others = _NEW_ONE.split(text)
    before = [part for part in _BETWEEN.split(first) if part.strip()]
    visits = [read(part) for part in before]
    for other in others:
        own, *more = [part for part in _BETWEEN.split(other) if part.strip()] or [""]
        if more and not _FIGURE.search(own):
            # "New customer Hana Kim, 2 coats": the comma parts nothing yet.
            own = f"{own} {more.pop(0)}"
        visits += [_of_newcomer(own, read), *(read(part) for part in more)]
    found = tuple(visit for visit in visits if visit is not None)
    return found if len(found) == len(visits) <= _MOST_VISITS else ()


def _of_newcomer(part: str, read: Read) -> RecordVisit | None:
    """Whoever is new is called by the words up to the first figure or thing, whoever else is called so."""
    named = _CALLED.match(part)
    if named is None:
        return None
    called, rest = named["korean"] or named["english"], part[named.end() :]
    first, _, last = called.rpartition(" ")
    sold = read(f"{_SOMEBODY} {last} {rest}") if first else None
    if sold is not None and sold.items and sold.items[0].name.lower() != last.lower():
        # "Hana Kim cut 25000": the last word is what was sold.
        called, rest = first, f"{last} {rest}"
    visit = read(f"{_SOMEBODY} {rest}")
    return replace(visit, name=Spoken(called, called, is_new=True)) if visit is not None else None


def of_stranger(text: str, read: Read) -> RecordVisit | None:
    """ "James 2 trousers 9000": whoever opens a line with a capital, with things and their sum behind, may be new."""
    named = _STRANGER.match(text)
    if named is None:
        return None
    visit = read(f"{_SOMEBODY} {named['day'] or ''}{text[named.end() :]}")
    if visit is None or not visit.items or visit.amount is None:
        return None
    return replace(visit, name=Spoken(named["name"], named["name"]))


def is_of_two(text: str) -> bool:
    """Whether somebody new with a figure of their own comes behind somebody else: never one visit."""
    return any(text[: one.start()].strip() and _FIGURE.search(text[one.end() :]) for one in _NEW_ONE.finditer(text))


def _all_of(parts: Sequence[str], read: Read) -> tuple[RecordVisit, ...]:
    """The visits of all parts, none unless every part is one."""
    visits = [visit for part in parts if len(parts) <= _MOST_VISITS and (visit := read(part)) is not None]
    return tuple(visits) if len(visits) == len(parts) else ()


def with_defect(text: str, chunks: Sequence[Chunk], read: Read) -> RecordVisit | None:
    """A visit with what was wrong with the things: "김민지 정장 2벌 금요일까지, 단추 헐거움"."""
    inside = _INSIDE.search(text)
    if inside is not None:
        # "코트 두벌 단추 떨어짐": how many there are is no part of what is wrong.
        start = max((one.end for one in chunks if one.sort in _TOLD and inside.start() <= one.start < inside.end()),
                    default=inside.start())  # fmt: skip
        visit = read(text[:start] + " " + text[inside.end() :])
        if visit is not None and visit.items:
            whole = inside["defect"] or inside["english"]
            return replace(visit, defect=trimmed(whole if start == inside.start() else text[start : inside.end()]))
    for start, end in _told_between(text, chunks):
        visit = read(text[:start] + " " + text[end:])
        if visit is not None and visit.items:
            return replace(visit, defect=trimmed(_LED_TO.sub("", text[start:end].strip())))
    parted = _DEFECT.fullmatch(text)
    if parted is None:
        return None
    begins, defect = parted.start("defect"), trimmed(parted["defect"])
    said = [chunk for chunk in chunks if chunk.start >= begins]
    if not 2 <= len(defect) <= _LONGEST_DEFECT or any(chunk.sort in _FIGURES for chunk in said):
        return None
    # A thing with a sum is somebody else's visit; a word about a thing has no price.
    if {Sort.ITEM, Sort.NUMBER} <= {chunk.sort for chunk in said} or read(parted["defect"]) is not None:
        return None
    visit = read(parted["visit"])
    if visit is None or not visit.items:
        return None
    asks = _TO_BE_WRITTEN.search(defect) is not None and WRONG.search(defect) is None
    return visit if asks else replace(visit, defect=defect)


def is_only_wrong(text: str) -> bool:
    """Whether a sentence tells what is wrong with a thing, and not that anything was done about it."""
    return WRONG.search(text) is not None and not _SERVICE.search(text) and not _DONE.search(text)


def _told_between(text: str, chunks: Sequence[Chunk]) -> Iterator[tuple[int, int]]:
    """Where words stand between or behind the figures that say what is wrong with the things."""
    run: list[Chunk] = []
    behind_thing = False
    for chunk in (*chunks, None):
        if chunk is not None and chunk.sort in _SAID_OF_THINGS and not chunk.concepts & _DONE_WITH:
            run.append(chunk)
            continue
        if run and behind_thing and any(one.sort is Sort.UNKNOWN for one in run):
            start, end = run[0].start, chunk.start if chunk is not None else len(text)
            phrase = text[start:end]
            done = text[start : chunk.end] if chunk is not None else phrase
            if len(phrase) <= _LONGEST_DEFECT and WRONG.search(phrase) and not _SERVICE.search(done):
                yield start, end
        run = []
        behind_thing = behind_thing or (chunk is not None and chunk.sort is Sort.ITEM)
