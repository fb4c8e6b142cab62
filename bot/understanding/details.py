"""A person's own details in a sentence, cut out as typed: a phone number, an e-mail, a birthday, an address, a name.

Whether a value can be right is not judged here: 13월 5일 is a birthday that the domain refuses with its reason.
"""

import re
from collections.abc import Iterator

from bot.understanding.normalise import flat
from bot.understanding.numbers import number
from bot.understanding.pieces import Edge, Sort

_SPOKEN_DIGITS = {
    "공": "0", "영": "0", "빵": "0", "일": "1", "이": "2", "삼": "3", "사": "4", "오": "5", "육": "6", "륙": "6",
    "칠": "7", "팔": "8", "구": "9",
}  # fmt: skip
_PHONE = re.compile(
    r"(?<![\w@.])(?:\+\s?\d{1,3}[\s().-]{0,2}\(?0?1[\dx]|\(?01[\dx])(?:[\s().-]{0,2}\d){1,10}+(?![A-Za-z_@]|\.\d)"
    r"|(?<![\w@.])\+\d[\d\s().-]{6,16}\d"
    r"|(?<![\w@.-])(?:0\d{1,2}[\s)-]\d{3,4}[\s-]\d{4}|10[\s.-]\d{4}[\s.-]\d{4})(?!\d)"
)
_SPOKEN_PHONE = re.compile(
    r"(?<![가-힣])공[일영][공일육칠팔구](?:(?!\s?이(?:에|요|야|고|거|구|니|게\b|걸|것))[\s-]?[공영일이삼사오육륙칠팔구에\d]){6,10}(?!\d)(?![가-힣]{3})"
)
_ENGLISH_DIGITS = {
    "zero": "0", "oh": "0", "o": "0", "nought": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5",
    "six": "6", "seven": "7", "eight": "8", "nine": "9",
}  # fmt: skip
_ENGLISH_DIGIT = rf"(?:(?:(?P<times>double|triple)\s)?(?P<digit>{'|'.join(_ENGLISH_DIGITS)}|\d)(?![a-z]))"
_ENGLISH_PHONE = re.compile(
    r"\b(?:zero|oh|o|nought)[\s,.-]+one[\s,.-]+"
    rf"(?:{re.sub(r'[?]P<[a-z]+>', '?:', _ENGLISH_DIGIT)}[\s,.-]*){{5,10}}(?![a-z])"
)
_EMAIL = re.compile(r"[^\s,;<>()]*@[^\s,;<>()]*")
_NO_SIGN = re.compile(r"(?<![\w.@-])[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|kr|io|edu)(?![\w@])")
_AT_WORD = re.compile(r"(?<=[\w.])\s?(?:골뱅이|\(at\)|\sat\s)\s?(?=[\w-]+\.[a-z])")
_AT_DOT = re.compile(
    r"(?<![\w.+-])((?:[\w+-]+\s?\bdot\b\s?)*[\w.+-]+)\s?(?:\bat\b|\(at\)|@)\s?([\w-]+(?:\s?\bdot\b\s?[\w-]+)+)",
    re.IGNORECASE,
)
# Said without the dot it is no address, but it is what was given: "minji골뱅이네이버", "tom at gmail".
_AT_HOST = re.compile(
    r"(?<=[\w.])\s(?:at|앳)\s(?=(?:gmail|googlemail|naver|hotmail|yahoo|outlook|icloud|daum|hanmail|kakao|nate"
    r"|proton(?:mail)?|gmx|aol|live)\b)|(?<=[A-Za-z\d_.-])\s?골뱅이\s?(?=[\w가-힣])",
    re.IGNORECASE,
)
_HOST_SAID = re.compile(r"(?<=@)(네이버|지메일|다음|한메일|카카오|네이트|구글)(?=\s?[.점쩜닷])")
_HOSTS = {
    "네이버": "naver", "지메일": "gmail", "다음": "daum", "한메일": "hanmail", "카카오": "kakao", "네이트": "nate",
    "구글": "gmail",
}  # fmt: skip
_ENDING_SAID = re.compile(r"(?<=@)([\w-]+)\s?(?:점|쩜|닷)\s?(컴|넷|com|net)")
_ENDINGS = {"컴": "com", "넷": "net"}
_DOT_WORD = re.compile(r"\s?\bdot\b\s?", re.IGNORECASE)
_AT_BARE = re.compile(r"((?:e-?mail|mail)\s(?:address\s)?is\s[\w.-]+)\sat\s(?=[\w.-]+)", re.IGNORECASE)
_TAIL = re.compile(
    r"(?:으로|로|이에요|예요|에요|입니다|이요|요|이야|야|임|인데요?|이고|이고요|거든요|으루|루|이라고|라고|가|이|은|는|을|를|도|에)+$|[.!?]+$"
)
_NUMBER_WORD = r"[일이삼사오육륙칠팔구십백천]{1,7}"
_KOREAN_DATE = re.compile(
    r"(?:(?P<before>음력|양력)\s?)?"
    rf"(?:(?P<year>\d{{2,4}}|{_NUMBER_WORD})\s?년\s?생?\s?)?(?:(?P<between>음력|양력)\s?)?(?P<leap>윤\s?)?"
    r"(?P<month>\d{1,2}|[일이삼사오육유칠팔구십시]{1,2})\s?월\s?(?P<day>\d{1,2}|[일이삼사오육륙칠팔구십]{1,3})\s?일(?:생)?"
    r"(?:\s?\(?(?P<after>음력|양력|윤달)\)?)?(?:\s?(?P<late>\d{4})\s?년(?:생)?)?"
)
_WRITTEN_DATE = re.compile(
    r"(?:(?:음력|양력|lunar|solar)\s?)?(?<![\d.@/-])(?:\d{4}\s?[-./]\s?\d{1,2}\s?[-./]\s?\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4}|\d{2}\.\s?\d{1,2}\.\s?\d{1,2}|(?:19|20)\d{6}|\d{6}(?!\d)|\d{1,2}/\d{1,2})(?!\d|[-./]\d)"
    r"(?:\s?\(?(?:음력|양력|lunar|solar)\)?)?"
)
# What hangs on a number in the middle of a line: "010-1234-5678이고", "010-1234-5678, 셔츠".
_BEHIND_NUMBER = re.compile(r"^(?:번|이고|이에요|예요|입니다|이며|인데)*\s*[,;:]?(?=\s|$)")
_WITH_YEAR = re.compile(r"\d{4}|\d\s?년|\d\D+\d\D+\d")
# A year by itself: "생일은 5월 12일이고 1963년생이에요", "4/10, in 1963"; no sum, no hour.
_YEAR = re.compile(r"(?<![\d.,/:-])(?:(?:19|20)\d\d(?![\d:/-]|[.,]\d|\s?[원만천점개번호])|\d\d(?=\s?년\s?생))")
_LUNAR, _LEAP = re.compile(r"음력|\blunar\b"), re.compile(r"윤달|(?<![가-힣])윤\s?\d|\bleap\b(?!\s(?:year|day|baby))")
# How it stands there now is not how it should: "음력으로 들어가 있나봐요".
_NOT_LUNAR = re.compile(
    r"음력\S{0,2}\s?(?:이\s)?(?:아니|아닌|말고|안|(?:들어가|적혀|(?:(?:등록|저장|입력)\s?)?(?:돼|되어))\s?있|들어갔)"
    r"|양력|\bsolar\b|\b(?:not|n't|as|instead of|was) lunar\b"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_ENGLISH_DATE = re.compile(
    rf"(?:(?:lunar|solar)\s)?(?:(?:19|20)\d\d,?\s{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?!\w)"
    rf"|(?:\d{{1,2}}(?:st|nd|rd|th)?(?:\sof)?\s{_MONTH}|{_MONTH}\s(?:the\s)?\d{{1,2}}(?:st|nd|rd|th)?)(?:,?\s?\d{{4}})?(?!\w))"
    r"(?:\s?\(?(?:lunar|solar)(?:\scalendar)?\)?)?"
)
_ADDRESS = re.compile(
    r"(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|충청|전북|전남|전라|경북|경남|경상|제주|[가-힣]{1,6}(?:특별시|광역시|시|군|구|읍|면|동|리|로|길|대로|아파트|빌라|오피스텔))(?=\s|\d|$|[가-힣])"
)


def values(text: str) -> Iterator[Edge]:
    """Phone numbers, e-mails and birthdays in a flat text, as slots phone_value, email_value and birth_value."""
    for pattern in (_PHONE, _SPOKEN_PHONE, _ENGLISH_PHONE):
        for match in pattern.finditer(text):
            yield Edge(match.start(), match.end(), Sort.VALUE, frozenset({"phone_value"}), match.group(), 0.2)
    for match in _EMAIL.finditer(text):
        said = _without_tail(match.group())
        if len(said) > 1:
            end = match.start() + len(said)
            yield Edge(match.start(), end, Sort.VALUE, frozenset({"email_value"}), said, 0.1)
    if re.search(r"메일|mail", text):
        # Without its sign it is no address, but it is what was given.
        for match in _NO_SIGN.finditer(text):
            yield Edge(match.start(), match.end(), Sort.VALUE, frozenset({"email_value"}), match.group(), 0.15)
    for pattern in (_KOREAN_DATE, _WRITTEN_DATE, _ENGLISH_DATE):
        for match in pattern.finditer(text):
            yield Edge(match.start(), match.end(), Sort.VALUE, frozenset({"birth_value", "span"}), match.group(), 0.4)


def spelled_at(text: str) -> str:
    """An e-mail spoken out ("gildong 골뱅이 naver.com", "sam at gmail dot com") with its signs."""
    text = _AT_DOT.sub(lambda found: "@".join(_DOT_WORD.sub(".", part) for part in found.groups()), text)
    text = _AT_BARE.sub(r"\1@", text)
    text = _AT_HOST.sub("@", _AT_WORD.sub("@", text))
    text = _HOST_SAID.sub(lambda found: _HOSTS[found[1]], text)
    return _ENDING_SAID.sub(lambda found: f"{found[1]}.{_ENDINGS.get(found[2], found[2])}", text)


def only_phone(text: str) -> tuple[str, str] | None:
    """The one whole phone number of a tidy text, with spoken digits written, and the text without it."""
    found = [edge for edge in values(flat(text)) if "phone_value" in edge.concepts]
    if len(found) != 1:
        return None
    start, end = found[0].start, found[0].end
    rest = f"{text[:start].rstrip()} {_BEHIND_NUMBER.sub('', text[end:]).lstrip()}".strip()
    return phone(str(found[0].value)), rest


# Between two numbers that are written one behind the other.
_NEXT_NUMBER = re.compile(r"(?<=\d{4})\s(?=01\d[\s-]?\d{3,4}[\s-]?\d{4})")


def two_phones(text: str) -> tuple[str, str, str, str] | None:
    """Two different phone numbers of a tidy text, what stands between them, and the text with "{}" for all of that;
    None where there are more or fewer.
    """
    text = _NEXT_NUMBER.sub(",", text)
    found = [edge for edge in values(flat(text)) if "phone_value" in edge.concepts]
    found.sort(key=lambda edge: edge.start)
    if len(found) != 2 or found[1].end > len(text):
        return None
    one, other = (phone(str(edge.value)) for edge in found)
    if re.sub(r"\D", "", one) == re.sub(r"\D", "", other):
        return None
    rest = f"{text[: found[0].start]}{{}}{text[found[1].end :]}"
    return one, other, text[found[0].end : found[1].start], rest


def phone(said: str) -> str:
    """A phone number with spoken digits written: 공일공 이삼사오 육칠팔구 is 010 2345 6789, "double four" is 44."""
    if re.search(r"[a-z]", said):
        return "".join(
            _ENGLISH_DIGITS.get(found["digit"], found["digit"])
            * {"double": 2, "triple": 3}.get(found["times"] or "", 1)
            for found in re.finditer(_ENGLISH_DIGIT, said)
        )
    return "".join(_SPOKEN_DIGITS.get(char, char) for char in said).replace("에", "-").strip()


def birthday(said: str) -> str:
    """A birthday with its number words written: 오십팔년 이월 삼십일일 is 58년 2월 31일. Other forms stay as typed."""
    match = _KOREAN_DATE.fullmatch(said.strip())
    if match is not None and match["late"] and not match["year"]:
        # "윤4월 10일 1963년": the year, said last, comes first.
        return f"{match['late']}년 {said.strip()[: match.start('late')].strip()}"
    if match is None or not re.search(r"[일이삼사오육륙유칠팔구십시백천]\s?[년월일]", said):
        return said.strip()
    words = [match["before"] or match["between"] or ""]
    for name, unit in (("year", "년"), ("month", "월"), ("day", "일")):
        value = number((match[name] or "").replace("유", "육").replace("시", "십"))
        if value is not None:
            words.append(f"{match['leap'] or '' if name == 'month' else ''}{value}{unit}")
    return " ".join([*words, match["after"] or ""]).strip()


def with_its_calendar(said: str, text: str) -> str:
    """A birthday with its year and the marks of its calendar, wherever in the sentence they stand: "leap month" behind
    it, "lunar" far before it. Where both calendars are named, or one is ruled out, it stays as it was cut out.
    """
    low = text.lower()
    years = _YEAR.findall(low) if not _WITH_YEAR.search(said) else []
    if len(years) == 1:
        said = f"{years[0]}년 {said}" if "월" in said else f"{said} {years[0]}{'년' if len(years[0]) == 2 else ''}"
    if _LEAP.search(low) and not _LEAP.search(said.lower()):
        said = f"{'윤달' if '윤' in low else 'leap'} {said}"
    if _LUNAR.search(low) and not _LUNAR.search(said.lower()) and not _NOT_LUNAR.search(low):
        said = f"{'음력' if '음력' in low else 'lunar'} {said}"
    return said


def _without_tail(said: str) -> str:
    previous = ""
    while said != previous:
        previous, said = said, _TAIL.sub("", said)
        if re.search(r"[가-힣]", previous) and not re.search(r"@.*[가-힣]", previous):
            return previous
    return said
