"""Lines that hold more than one visit, and what is said about a thing behind a comma."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.understanding.asks.visits import RecordVisit
from bot.understanding.freetext import trimmed
from bot.understanding.pieces import Chunk, LastFour, Sort

Read = Callable[[str], RecordVisit | None]

_BETWEEN = re.compile(r"[,;\n]+(?!\d{3}(?!\d))|\s(?:그리고|and|plus|하고|랑)\s")
_DEFECT = re.compile(r"^(?P<visit>.+?)\s*(?:[,;\n(]|\s[-–—]\s)\s*(?P<defect>[^,;\n]+?)\)?\s*$", re.DOTALL)
# What is wrong with a thing, in the middle of the line: "코트 하나 소매에 얼룩 있음 12000", "1 coat with a stain on
# the
# sleeve".
_INSIDE = re.compile(
    r"(?<=\s)(?P<defect>(?:[가-힣]+\s)?(?:[가-힣]+(?:에|이|가|은|는|쪽)\s)?"
    r"(?:얼룩|구멍|찢어|찢긴|튿어|뜯어|터진|보풀|단추|오염|기름때|변색|누렇|곰팡이|지퍼|올\s?나|해졌|해진)[가-힣]*(?:\s(?:있|났|빠|떨어|묻|고장|나)[가-힣]*)?)"
    r"(?=\s|$)"
    r"|,?\s(?:with|has|it has|there is|theres)\s(?P<english>(?:an?|some|the)\s(?:\w+\s)?(?:stain|hole|tear|rip"
    r"|spot|mark)s?(?:\s(?:on|in|near)\s(?:the\s)?\w+)?"
    r"|(?:a\s)?(?:missing|loose|broken)\s(?:button|zip|zipper|seam)s?)",
    re.IGNORECASE,
)
_LONGEST_DEFECT = 80
_MOST_VISITS = 20
_FIGURES = (Sort.NAME, Sort.MONEY, Sort.SPAN)


def several(text: str, chunks: Sequence[Chunk], read: Read) -> tuple[RecordVisit, ...]:
    """The visits of several people, each with a name of its own; none unless every part is one.

    "김수연 셔츠 3장 7500, 박민수 바지 2장 9000" is parted where it says so, and else before each name.
    """
    names = [chunk for chunk in chunks if chunk.sort is Sort.NAME and not isinstance(chunk.value, LastFour)]
    parted = [part for part in _BETWEEN.split(text) if part.strip()]
    # Somebody new is no known name, but their part reads as a visit like the others.
    if not 1 <= len(names) <= _MOST_VISITS or not 2 <= max(len(names), len(parted)) <= _MOST_VISITS:
        return ()
    starts = [name.start for name in names]
    by_name = [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    ways = [parted] if len(parted) >= len(names) else []
    if not text[: starts[0]].strip():
        ways.append([part.strip(" ,;\n·-") for part in by_name])
    for parts in ways:
        visits = [read(part) for part in parts]
        if all(visit is not None for visit in visits):
            return tuple(visit for visit in visits if visit is not None)
    return ()


def with_defect(text: str, chunks: Sequence[Chunk], read: Read) -> RecordVisit | None:
    """A visit with what was wrong with the things: "김민지 정장 2벌 금요일까지, 단추 헐거움"."""
    inside = _INSIDE.search(text)
    if inside is not None:
        visit = read(text[: inside.start()] + " " + text[inside.end() :])
        if visit is not None and visit.items:
            return replace(visit, defect=trimmed(inside["defect"] or inside["english"]))
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
    return replace(visit, defect=defect) if visit is not None and visit.items else None
