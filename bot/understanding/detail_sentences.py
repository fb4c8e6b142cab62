"""A customer's detail said by the shop: "김수연 생일 3월 8일이래", "Emily's new number is 010-2345-9876".

Such a sentence names somebody, the detail and its value, and nothing else but little words: one word more ("남편 생일")
makes it something else.
"""

import re
from collections.abc import Callable, Sequence
from datetime import datetime

from bot.understanding import details
from bot.understanding.asks.people import SetDetail
from bot.understanding.asks.values import Spoken
from bot.understanding.lexicon import Lexicon
from bot.understanding.normalise import flat
from bot.understanding.people import is_known, spoken
from bot.understanding.pieces import Chunk, LastFour, Sort

_LONGEST = 240
_FIELDS = {
    "email": re.compile(r"(?:이메일|메일)(?:\s?주소)?|\be-?\s?mail(?:\saddress)?\b"),
    "birthday": re.compile(r"생년월일|생일|생신|\b(?:birthday|birth\s?date|date of birth|bday)\b"),
    "phone": re.compile(
        r"(?:전화|핸드폰|휴대폰|휴대전화|폰|연락처)?\s?번호|휴대전화|핸드폰|휴대폰|연락처|전화"
        r"|\b(?:(?:phone|mobile|cell|telephone|contact)\s)?number\b|\b(?:phone|mobile|cell)\b"
    ),
    "address": re.compile(r"(?:집\s?)?주소|\b(?:home\s)?address\b"),
    "name": re.compile(r"이름|성함|\b(?:full\s)?name\b"),
}
_VALUE = {"phone": "phone_value", "email": "email_value", "birthday": "birth_value"}
_SMALL = re.compile(
    r"(?:새|새로운|바뀐|정확한|지금|이제|오늘|방금|음력|양력|윤달|lunar|solar|leap|month|부터|은|는|이|가|을|를|의|도|로|으로|에|님|씨|고객님?|손님|회원님?"
    r"|(?:이)?(?:래요?|래용|라네요?|라고|라던데요?|라고\s?하(?:셨|시|네|더)\S{0,4}|라고\s?(?:함|했\S{0,3}))|이야|야|이에요|예요|이예요|입니다|임|이고|이요|요"
    r"|바뀌[었셨]\S{0,4}|바뀜|바뀐대요?|바꿨\S{0,3}|변경(?:됐|했|하셨|됨|함)?\S{0,3}|바꿔|고쳐|수정|정정|변경|저장|등록|적어|써|넣어|해|기록|추가|업데이트"
    r"|줘요?|주세요|줄래요?|둬요?|놔요?|부탁\S{0,4}|했\S{0,3}|하셨\S{0,3}|함|대요?|했대요?|알려\s?주[셨심]\S{0,3}|이사\S{0,4}|옮기\S{0,4}"
    r"|s|is|was|now|new|the|a|her|his|their|to|as|has|have|changed|change|update|updated|set|correct|fix|write|put|down|note|save"
    r"|add|record|please|pls|just|today|moved|it|on|file|s/he|she|he|they|got|says?|said|told|me|us|that|for|of|customer|should|be)+"
)
_ASKED = re.compile(
    r"\?|(?:나요|니|냐|인가|일까|더라|던가|는지|[었았였했]지|맞[아지나])\S{0,2}\s*$|(?<![가-힣])(?:어디|뭐|뭔|무엇|언제|몇|얼마)|^(?:is|was|does|did|has|what|whats|who|when|which)\b"
)
_ENDING = re.compile(
    r"(?:(?:이)?(?:래요?|라네요?|라고\s?(?:하셨|했|함)\S{0,4})|이에요|예요|입니다|이야|으로\s?(?:이사|바뀌|바꿔|고쳐|변경|적어|해|수정|등록)[가-힣\s]*"
    r"|로\s?(?:이사|바뀌|바꿔|고쳐|변경|적어|해|수정|등록)[가-힣\s]*|(?:\s|^)(?:이사|적어|등록|저장)[가-힣\s]*)\s*[.!~]*$"
)
_LED_TO = re.compile(r"^(?:[\s:,=-]|(?:은|는|이|가|을|를)(?=\s)|(?:is|to|now|as|has|changed)\b)+", re.IGNORECASE)
# What can be an address, and what says that somebody is called otherwise now.
_PLACE = re.compile(r"\d|[가-힣](?:시|군|구|읍|면|동|리|로|길|아파트|빌라)(?=\s|$)")
_RENAMED = re.compile(r"바꿔|바꾸|바뀌|고쳐|변경|정정|개명|\b(?:change|correct|fix|set|now|update)")
_FREE = frozenset({"address", "name"})
# It is to be empty: "김수연 이메일 지워줘", "remove Emily's address", "Emily has no email any more".
_EMPTIES = re.compile(
    r"(?:좀\s?)?(?:지워|삭제|없애|비워|빼)(?:\s?(?:해|버려|놔|둬))*\s?(?:줘|줄래|주세요|주십시오|주실래요|라|자|달래|달라\S{0,6})?요?\s*[.!~]*$"
    r"|이제\s(?:없|안\s?(?:쓰|써))\S*\s*[.!~]*$"
    r"|^(?:please\s|pls\s|can you\s|could you\s)*(?:remove|delete|clear|erase|drop|empty|wipe|take out|strike)\b"
    r"|\bhas\sno\b(?=.*\b(?:any\s?more|any\slonger|now)\b)|\b(?:any\s?more|any\slonger)\b"
)
# What stands between two numbers of which the second holds now: "X에서 Y로", "not X but Y".
_REPLACED = re.compile(r"에서|말고|아니(?:고|라|야)|→|->|\b(?:to|but|now)\b")
EITHER = re.compile(r"\s*(?:,|/|&|아니면|또는|혹은|이?랑|하고|와|과|이나|나|그리고|and|or|\+)*\s*")


def read_detail(text: str, chunks: Sequence[Chunk], now: datetime, lexicon: Lexicon) -> SetDetail | None:
    """What a tidy sentence says of a detail of somebody whom the shop knows, or None. `chunks` are its pieces."""
    low = details.spelled_at(flat(text))
    if len(text) > _LONGEST or _ASKED.search(low):
        return None
    field = next(((name, found) for name, one in _FIELDS.items() if (found := one.search(low))), None)
    whom = [chunk for chunk in chunks if chunk.sort is Sort.NAME and not isinstance(chunk.value, LastFour)]
    if field is None or not whom or whom[0].end > len(low):
        return None
    detail, said = field
    name = spoken(whom[:1], lexicon)
    if name is None or not is_known(name, lexicon) or whom[0].end > said.start():
        return None
    before = low[: whom[0].start] + " " + low[whom[0].end : said.start()]
    left = f"{before} {low[said.end() :]}".strip()
    if detail != "name" and _EMPTIES.search(left) and _is_small(_EMPTIES.sub(" ", _EMPTIES.sub(" ", left))):
        return SetDetail(name, detail, "")
    if detail in _FREE:
        return _free(text, before, said, detail, name)
    values = [edge for edge in details.values(low) if _VALUE[detail] in edge.concepts]
    if len(values) != 1 or values[0].start < whom[0].end:
        return None
    value = values[0]
    first, last = sorted(((said.start(), said.end()), (value.start, value.end)))
    rest = low[: whom[0].start], low[whom[0].end : first[0]], low[first[1] : last[0]], low[last[1] :]
    return SetDetail(name, detail, _written(detail, str(value.value), low)) if _is_small(" ".join(rest)) else None


def read_two_numbers(
    text: str, cut: Callable[[str], Sequence[Chunk]], now: datetime, lexicon: Lexicon
) -> tuple[SetDetail, ...]:
    """What a tidy sentence says with two phone numbers of one person: the one that holds now, or both, of which only
    one can be kept; nothing for any other sentence. `cut` makes pieces of a sentence.
    """
    found = details.two_phones(text)
    if found is None:
        return ()
    *numbers, between, rest = found
    if _REPLACED.search(between.lower()):
        numbers = numbers[1:]
    elif not EITHER.fullmatch(between.lower()):
        return ()
    word = "" if _FIELDS["phone"].search(flat(rest)) else "번호 "
    said = [rest.format(f"{word}{number}") for number in numbers]
    read = [read_detail(one, cut(one), now, lexicon) for one in said]
    return tuple(one for one in read if one is not None) if all(read) else ()


def _free(text: str, before: str, said: re.Match[str], detail: str, name: Spoken) -> SetDetail | None:
    """An address, or another name: whatever stands behind the word for it."""
    value = _ENDING.sub("", _LED_TO.sub("", text[said.end() :])).strip(" .!,~")
    if not value or not _is_small(before):
        return None
    fits = _PLACE if detail == "address" else _RENAMED
    return SetDetail(name, detail, value) if fits.search(value if detail == "address" else text.lower()) else None


def _written(detail: str, value: str, low: str) -> str:
    """A value as it is typed: spoken digits written, and the calendar of a birthday with it."""
    if detail == "phone":
        return details.phone(value)
    return details.with_its_calendar(details.birthday(value), low) if detail == "birthday" else value


def _is_small(words: str) -> bool:
    return all(_SMALL.fullmatch(word) for word in re.findall(r"[\w/]+", words))
