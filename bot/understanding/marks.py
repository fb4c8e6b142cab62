"""Tags and racks in a sentence, and what was paid ahead."""

import re
from dataclasses import dataclass

from bot.understanding.pieces import Chunk, Sort

_TAG = re.compile(
    r"(?:택|태그|꼬리표|\b(?:tag|ticket|label))\s?(?:번호|no\.?|number|#)?\s?(?P<tag>[a-z]?-?\d{1,6}|(?<=\s)[a-z])\s?(?:번(?!째))?(?![a-z0-9])"
    r"|(?<![\w.,])(?P<first>\d{1,6})\s?번\s?(?:택|태그|꼬리표)"
    r"|(?<![\w.,])(?P<hangs>\d{1,6})\s?번(?=\s?(?:은|는)?\s?(?:랙|옷걸이|행거|선반)\s?\d)"
    # A bare number is a tag only where the line goes on with a deed of tags: "107번 찾아갔어".
    r"|^\s*(?:(?P<bare>\d{1,6})\s?번|(?P<short>\d{2,3})\s)(?=(?:은|는|이|을|를|도)?\s?(?:손님이?\s?|옷\s?)?(?:다\s?(?:됐|끝|나왔)|끝났|나왔|완성|작업\s?[완끝]|찾아\s?[갔가감]|가져\s?[갔가감]"
    r"|출고|수령|픽업|누구\s?(?:옷|꺼|거)|어디\s?(?:있|걸)|어딨|[a-z]-?\d|[a-z]\s?(?:열|줄|칸|랙)|옷걸이|랙|행거|선반))"
    r"|^\s*(?:number\s|no\.?\s|#)?(?P<plain>\d{1,6})(?=\s(?:is|was|has been|has|got|just|are)?\s?(?:just\s)?(?:all\s)?"
    r"(?:ready|done|finished|picked up|collected|fetched|gone|handed over|(?:now )?(?:on|in) rack|on rail))"
)
_RACK = re.compile(
    r"(?:랙|옷걸이|행거|선반|\b(?:rack|rail|hanger|shelf))\s?(?:no\.?|number|#)?\s?(?P<rack>[a-z]?-?\d{1,4}|(?<=\s)[a-z])\s?(?:번(?!째))?(?![a-z0-9])"
    r"|(?<![\w.,])(?P<first>[a-z]?-?\d{1,4})\s?번\s?(?:랙|옷걸이|행거|선반|칸|줄)(?!\s?\d)"
    r"|(?<![\w.,])(?P<letter>[a-z]-?\d{0,4})\s?(?:번\s?)?(?:랙|옷걸이|행거|선반|열|줄|칸)"
    r"|(?<![\w.,])(?P<row>\d{1,3}(?:열|줄|칸))(?![가-힣])"
    r"|(?<![\w.,])(?P<hung>[a-z]-?\d{1,4})(?=(?:번)?\s?에\s?(?:다\s?)?(?:걸|뒀|둠|둔|두었|놨|놓|있))"
)
# Behind a tag a letter with a figure is where it hangs: "택 127 B3".
_HUNG_AT = re.compile(r"[\s,/]+(?P<rack>[a-z]-?\d{1,3})(?![\w-])")
# Paid out of what was paid ahead. "선불" alone is what people say for paid at once.
PREPAID = re.compile(
    r"(?:선불금?|충전금?|정액권|회원권|충전권)\s?(?:잔액)?\s?(?:에서|차감)(?:\s?(?:차감|결제|까|빼|계산|지불))?"
    r"|(?:충전금|선불금|잔액)(?:으로|에서)(?:\s?(?:차감|결제|계산))?"
    r"|(?:선불금?|충전금?)(?:을|를)?(?=\s?[\d,.]*\s?[\d일이삼사오육칠팔구십백천만]+\s?원?(?:을|를|만)?\s?(?:썼|써|쓰[셨신]|사용|차감|뺐|빼|깠|까))"
    r"|\b(?:from|off|out of|of|with|on|by)\s(?:(?:her|his|their|the)\s)?"
    r"(?:prepaid(?:\s(?:balance|credit))?|balance|credit)\b"
)


@dataclass(frozen=True, slots=True)
class Marked:
    """The tags and racks of a sentence, and the sentence without them, place by place.

    `prepaid` is set when it says that something was paid out of what was paid ahead; that is not in the rest either.
    """

    chunks: tuple[Chunk, ...]
    rest: str
    prepaid: bool


def marked(text: str, without: frozenset[str] = frozenset()) -> Marked:
    """Find "택 127" and "옷걸이 B3". Without orders nothing is hung up: "1 student ticket 15000" is a sum there."""
    low = text.lower()
    found: list[Chunk] = []
    for sort, pattern in () if "set_tag" in without else ((Sort.TAG, _TAG), (Sort.RACK, _RACK)):
        for chunk in found:
            low = low[: chunk.start] + " " * (chunk.end - chunk.start) + low[chunk.end :]
        for match in pattern.finditer(low):
            value = next(group for group in match.groups() if group).upper()
            found.append(
                Chunk(match.start(), match.start() + len(match.group().rstrip()), sort, match.group(), value=value)
            )
    if found and not any(chunk.sort is Sort.RACK for chunk in found):
        hung = _HUNG_AT.match(low, found[0].end)
        if hung is not None:
            found.append(Chunk(hung.start("rack"), hung.end(), Sort.RACK, hung["rack"], value=hung["rack"].upper()))
    rest = list(text)
    paid = list(PREPAID.finditer(low))
    for start, end in [(chunk.start, chunk.end) for chunk in found] + [match.span() for match in paid]:
        rest[start:end] = " " * (end - start)
    return Marked(tuple(sorted(found, key=lambda chunk: chunk.start)), "".join(rest), bool(paid))


def overlap(one: Chunk, other: Chunk) -> bool:
    return one.start < other.end and other.start < one.end
