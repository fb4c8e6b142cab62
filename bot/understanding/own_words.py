"""A new name or address in a customer's sentence: values that no list knows, found by the words around them."""

import re

from bot.understanding import hangul
from bot.understanding.freetext import trimmed
from bot.understanding.phrasebook import phrases

_CHANGE = "바꿔|바꾸|바뀌|변경|고쳐|고치|수정|정정|등록|불러|개명|저장|적어|해\\s?주|해줘"
_IS = "이에요|예요|에요|입니다|이야|야|인데|이고|임|이라고|라고"
_KOREAN_NAMES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:(?:이름|성함|성명)(?:을|를|은|는|이|가)?\s*|(?<![가-힣]))"
        r"([가-힣]{2,5}?|[A-Za-z][A-Za-z .'-]{1,40}?)\s?(?:으로|로)\s*"
        rf"(?:(?:제\s*)?(?:이름|성함)(?:을|를)?\s*)?(?:좀\s*|다시\s*)?(?:{_CHANGE})",
        rf"개명(?:해서|하여|했|하고|후|한)\S*\s+(?:이제\s*|지금은\s*)?([가-힣]{{2,4}}?)(?:으로|로|{_IS})",
        rf"(?:이름|성함|성명)(?:이|은|는|을)?\s*(?:이제\s*|원래\s*)?([가-힣]{{2,4}}?)(?:{_IS})",
        r"개명.*\s([가-힣]{2,4}?)(?:으로|로)\s*(?:돼|되어|됐|되었|되도록)",
    )
)
# A name as its owner writes it: in any alphabet, with a title or an initial, "van der" and the like in the middle.
_CAPITAL = r"(?![a-zß-öø-ÿ])[^\W\d_]"
_TITLE = r"(?:(?:Mrs?|Ms|Dr|Prof|[A-Z])\.\s?)*"
_LETTERS = r"(?:[^\W\d_]|['’-](?=[^\W\d_]))*"
_BETWEEN = r"(?:(?:van|von|der|den|de|da|dos|di|del|la|le|el|al|bin|binti|ter|y)\s+){0,2}"
_REST_OF_NAME = rf"\s+{_BETWEEN}{_TITLE}{_CAPITAL}{_LETTERS}"
_ENGLISH_NAME = re.compile(
    r"(?i:"
    r"(?:change|update|correct|fix|set|switch|edit|put|make)\s+(?:my\s+)?(?:\w+\s)?name\s+(?:\w+\s)?(?:to|into|as)"
    r"|(?:my\s+)?(?:new\s+|correct\s+|real\s+|right\s+|full\s+|legal\s+)?name\s+"
    r"(?:is|should\s+be|must\s+be|has\s+changed\s+to|changed\s+to|was\s+changed\s+to)(?:\s+now)?(?:\s+spel(?:led|t))?"
    r"|name(?:\s+change)?\s*:|(?:please\s+)?call\s+me|\bgo\s+by(?!\s+(?-i:[a-z]))"
    r"|(?:put|save|list|register)\s+me\s+(?:down\s+)?(?:as|under)(?!\s+(?-i:[a-z]))|spell\s+(?:it|my\s+name)(?:\s+as)?|spelled"
    r"|(?:i'm|i\s+am|im)\s+now\s+(?:called|named)|(?:got|am|just)\s+married\W+(?:so\s+)?(?:[Ii]'m|[Ii]\s+am|im|it's|its)(?:\s+now)?"
    rf")\s*:?\s+[\"']?({_TITLE}[^\W\d_]{_LETTERS}(?:{_REST_OF_NAME}){{0,4}})[\"']?"
)
_ENGLISH_ADDRESS = re.compile(
    r"(?:new\s+address(?:\s+is)?|address\s+(?:is|to|now|changed\s+to|should\s+be)(?:\s+now)?|moved\s+to|live\s+at"
    r"|living\s+at|relocated\s+to|now\s+live\s+(?:at|in)|address\s*:)\s*:?\s+(.+)",
    re.IGNORECASE | re.DOTALL,
)
# "My address is wrong since May" tells no new one.
_NO_PLACE = re.compile(r"(?:wrong|incorrect|not|old|outdated|out|different|changed|missing|off|still)\b", re.IGNORECASE)
_ENGLISH_ADDRESS_END = re.compile(
    r"(?<=[a-z\d])[.!]\s|,?\s+(?:please|pls|update|change|so|can|could|may|thanks|from now on|instead|as of|starting"
    r"|since|until|if|btw|by the way|now|from here|kindly|do the needful|these days|going forward|thx"
    r"|as (?:(?:my|the) )?(?:new )?address)\b",
    re.IGNORECASE,
)
# "a new place", "our own house in Mapo": no address yet.
_NO_ADDRESS = re.compile(r"(?:an?|another|our|my)\s\D*$", re.IGNORECASE)
_PLACE = re.compile(
    r"(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주)(?:시|도|특별시|광역시)?(?=\s)"
    r"|[가-힣0-9]{2,8}(?:시|군|구|읍|면|동|리|아파트|빌라|오피스텔|빌딩|타워)(?=\s|\d|으로|로|,)"
    r"|[가-힣0-9]{1,8}(?:로|길)\s?\d|\d+\s?(?:동|호|번지|층)"
)
# Words that end like a town: "고쳐 주시면", "빨리", "친구".
_NO_KOREAN_PLACE = re.compile(
    r".*[시하되라다려오가보으이]면|[빨미우멀무정관수처]리|.?[친누]구|[자운이활감행]동|[다잠혹역즉수일동]시|.*[이그]동"
)
_PLACE_END = re.compile(
    r"(?:으로|로)\s*(?:좀\s*)?(?:바꿔|바꾸|바뀌|변경|수정|고쳐|이사|옮겼|옮겨|등록|해\s?주|부탁|업데이트|정정"
    r"|가져|갖다|배달|보내|와\s?주|오시|오면|받을|받고|부쳐)"
    r"|(?:이에요|예요|에요|입니다|이요|거든요|인데요?|이고)(?=[\s.,!]|$)|[.!\n]"
    r"|\s+(?:이사|바꿔|변경|수정|등록|저장|주소|여기로)"
)
_PLACE_TAIL = re.compile(r"\s*(?:으로|로|이에요|예요|에요|입니다|이요|이야|으로요|로요|거든요|이거든요|인데요?)\s*$")


_ENGLISH_PLACE = re.compile(
    r"(?:\b(?:flat|apartment|apt|unit|room|floor|building|bldg|no)\.?\s?#?\w*\d\w*,?\s)*(?:\b\d+[\w-]*,?\s)?"
    r"(?:\b[\w']+-(?:ro|gil|daero|dong|gu|si|eup|myeon|ri)\b"
    r"|\b(?-i:[A-Z])[\w']*\s(?:(?-i:[A-Z])[\w']*\s)?(?:street|st|road|rd|avenue|ave|lane|drive|heights|villas?)\b)",
    re.IGNORECASE,
)
_IS_CALLED = "이에요|예요|입니다|이야|인데|이고|이라고|라고"
# A whole name: 손님이에요 and 남편이에요 are none.
_RIGHT_KOREAN_NAME = re.compile(
    rf"(?:아니[라고]|아니고요?|말고)[,\s]*(?P<not_so>[가-힣]{{3,4}}?)\s?(?:{_IS_CALLED}|(?<![에예])이?요|로|으로|[.!\s]*$)"
    rf"|(?<![가-힣])(?:저는?|전|제가)\s(?P<mine>[가-힣]{{3,4}}?)(?:이에요|예요|입니다)(?![가-힣])"
    rf"|(?:^|[.,!?\s])(?P<so>[가-힣]{{3,4}}?)(?:이에요|예요|입니다|이라고 해요|라고 해요)[.!~\s]*$"
)
# One word may be anything ("it is Urgent"); with a verb of naming or two words it is a name.
_RIGHT_ENGLISH_NAME = re.compile(
    rf"\bnot\s+[A-Z][\w'-]*(?:\s[A-Z][\w'-]*)*[,\s]+(?:but|it's|its|it\sis)\s+"
    rf"(?P<but>{_TITLE}{_CAPITAL}{_LETTERS}(?:{_REST_OF_NAME})*)"
    r"|(?<!not )\b(?:[Ss]pel(?:led|t)|[Tt]o|[Aa]s|[Rr]ead|married\W+[Ii]'m)\s+(?:now\s+)?"
    rf"(?P<named>{_TITLE}{_CAPITAL}{_LETTERS}(?:{_REST_OF_NAME})*)(?=\s*(?:[.,!]|not\b|now\b|$))"
    r"|\b(?:[Ii]t's|[Ii]ts|[Ii]t\sis|[Ii]s|[Bb]e|[Ii]'m|[Ii]\sam|[Ii]m|now)\s+(?:now\s+)?"
    rf"(?P<both>{_TITLE}{_CAPITAL}{_LETTERS}(?:{_REST_OF_NAME})+)"
)
_EMAIL_SPOKEN = re.compile(
    r"(?:\b(?:is|be|to|now|mail|address)\s+|:\s*)([\w.+-]+)\sat\s([\w-]+(?:\s?(?:\.|\bdot\b)\s?[\w-]+)+)"
    r"|([\w.+-]+)\s(?:골뱅이|앳)\s([\w-]+(?:\s?(?:\.|점|닷)\s?[\w-]+)*)",
    re.IGNORECASE,
)
_NO_SIGN = re.compile(r"(?<![\w.])[A-Za-z][\w+-]*(?:\.[\w-]+)+")
# Two or three figures in a row, whatever they are called: "2003 year 15 month 2 day".
_SOME_DATE = re.compile(r"\d{1,4}\D{1,8}\d{1,2}(?:\D{1,8}\d{1,4})?(?:\s?(?:일|day)\b)?")
_DOT = re.compile(r"\s?(?:dot|점|닷)\s?", re.IGNORECASE)
_A_NUMBER = re.compile(
    r"(?:\b(?:is|are|to|now|:|=)\s+)((?:(?:\d[\d\s().-]*|zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[\s,-]*)+)"
    r"|((?<![가-힣])공[\s-]?[일영][\s-]?[공일육칠팔구](?:[\s-]*[공영일이삼사오육칠팔구])*)(?=이에요|예요|입니다|이요|이야|[\s.,!]|$)"
    r"|(\d[\d\s().-]+\d)",
    re.IGNORECASE,
)


def value_given(field: str, text: str) -> str | None:
    """The new value in a sentence that is known to change this detail; None where it gives none.

    Whether the value can be right is not judged here.
    """
    if field == "address":
        place = _ENGLISH_PLACE.search(text) if not re.search(r"[가-힣]", text) else None
        return trimmed(_ENGLISH_ADDRESS_END.split(text[place.start() :])[0]) if place else None
    if field == "name":
        # "You have me as Arjan, it should read Arjun": the right one comes last.
        english = [*_RIGHT_ENGLISH_NAME.finditer(text)]
        found = _RIGHT_KOREAN_NAME.search(text) or (english[-1] if english else None)
        name = next((group for group in found.groups() if group), "") if found else ""
        return name if _may_be_name(name) else None
    if field == "email":
        spoken = _EMAIL_SPOKEN.search(text)
        if spoken is not None:
            local, domain = (part for part in spoken.groups() if part)
            return f"{local}@{_DOT.sub('.', domain)}"
        without = _NO_SIGN.search(text)
        return without.group() if without else None
    if field == "birthday":
        date = _SOME_DATE.search(text)
        return date.group() if date else None
    if field == "phone":
        number = _A_NUMBER.search(text)
        return next(group for group in number.groups() if group).strip() if number else None
    return None


def _may_be_name(name: str) -> bool:
    """Whether it can be somebody's name; a Korean one begins with a surname."""
    if not name or name.split(maxsplit=1)[0].lower() in phrases("asks")["no_names"]["words"]:
        return False
    return not hangul.is_hangul(name) or name[0] in phrases("ko")["people"]["surnames"]


_ASKED = re.compile(r"뭐|무엇|어떻게|필요|[까요나니]\?$|할까|나요$")


def new_name(said: frozenset[str], text: str) -> str | None:
    """The name that somebody wants to go by; `said` are the concepts of the sentence."""
    low = text.lower()
    if re.search(r"\b(?:your|ur)\s+name\b", low):
        return None
    if (
        "name_word" not in said
        and "개명" not in text
        and not re.search(r"call me|married|\bgo by|\bme (?:down )?(?:as|under)", low)
    ):
        return None
    no_names = phrases("asks")["no_names"]["words"]
    for pattern in _KOREAN_NAMES if re.search(r"[가-힣]", text) else ():
        match = pattern.search(text)
        if match and not match[1].startswith(("무슨", "어떤", "어느", "뭐")) and match[1] not in no_names:
            return match[1].strip()
    match = _ENGLISH_NAME.search(text)
    if match and match[1].split()[0].lower() not in no_names:
        return re.sub(r"\s+(?:please|pls|now|not|thanks|thank)\b.*$", "", match[1], flags=re.IGNORECASE).strip()
    return None


def new_address(said: frozenset[str], text: str) -> str | None:
    """The address that somebody gives; None where the sentence only says that it has changed."""
    if not said & {"address", "moved", "moving"} or "email" in said:
        return None
    english = _ENGLISH_ADDRESS.search(text)
    value = trimmed(_ENGLISH_ADDRESS_END.split(english[1])[0]) if english else ""
    if re.search(r"\d|[A-Z가-힣]", value) and not _NO_PLACE.match(value) and not _NO_ADDRESS.match(value):
        return value
    place = next((one for one in _PLACE.finditer(text) if not _NO_KOREAN_PLACE.fullmatch(one.group())), None)
    if place is None or not re.search(r"[가-힣]", place.group()):
        return None
    rest = text[place.start() :]
    end = _PLACE_END.search(rest)
    value = trimmed(_PLACE_TAIL.sub("", rest[: end.start()] if end else rest))
    return value if len(value) >= 3 and not _ASKED.search(value) else None
