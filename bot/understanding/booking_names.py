"""Who is to come at a time that is asked for, where it is not the asker: "친구 이름으로", "for my husband Tom"."""

import re

_KIN = (
    r"남편|신랑|아내|와이프|집사람|딸|아들|엄마|어머니|어머님|아빠|아버지|아버님|부모님|시어머니|장모님|할머니|할아버지"
    r"|동생|여동생|남동생|언니|누나|형|오빠|친구|남자\s?친구|여자\s?친구|남친|여친|아이|애기|아기|조카|손녀|손자|동료|직장\s?동료|선배|후배|지인"
)
_KIN_EN = (
    r"husband|wife|partner|fianc[eé]e?|son|daughter|mum|mom|mother|dad|father|parents|brother|sister|(?:girl|boy)?friend"
    r"|grand(?:ma|mother|pa|father|son|daughter)|kids?|child(?:ren)?|baby|niece|nephew|aunt|uncle|cousin|boss|colleague"
    r"|(?:mother|father|sister|brother)-in-law"
)
_NAME = r"(?:(?:Mr|Mrs|Ms|Dr)\.?\s)?(?!(?:[Mm]y|[Tt]he|[Oo]ur|[Aa]n?)\b)[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2}"
# In Korean before 이름으로, with the relation before the name; or as whose cut or time it is to be.
_KOREAN = (
    re.compile(
        rf"(?:^|\s)(?P<kin>(?:{_KIN})\s)?(?P<name>[가-힣]{{2,5}}?|[A-Za-z][\w'’-]*(?:\s[A-Za-z][\w'’-]*)?)(?:의|님)?"
        r"\s?(?:이름|성함|명의)(?:으로|로)"
    ),
    re.compile(
        rf"(?:^|\s)(?:제|내|우리|저희)\s?(?P<kin>{_KIN})(?:\s(?P<name>[가-힣]{{2,4}}))?(?:의|이|가)?\s"
        r"(?:꺼|거|것|머리|커트|컷|펌|파마|염색|시술|예약|자리|테이블)"
    ),
)
_ENGLISH = (
    re.compile(
        rf"\bfor\s(?:my|our)\s(?P<kin>{_KIN_EN})\b(?:,?\s(?:called\s|named\s)?(?P<name>(?-i:{_NAME})))?", re.IGNORECASE
    ),
    re.compile(
        rf"\b(?:under|in)\s(?:my\s(?P<kin>{_KIN_EN})(?:'s|’s)\s)?(?:the\s)?name\s?(?:of\s)?(?P<name>(?-i:{_NAME}))?",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?:under|for)\s(?P<kin>)(?P<name>(?-i:{_NAME}))(?:'s|’s)?(?:\sname)?", re.IGNORECASE),
    re.compile(rf"\b(?:the\s)?name(?:'s|’s|\sis|:)\s(?P<kin>)(?P<name>(?-i:{_NAME}))", re.IGNORECASE),
)
# Days, months and things begin with a capital as well.
_NO_NAME = re.compile(
    r"(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?s?|wed|thu|sat|today|tomorrow|tonight|noon|lunch|dinner|christmas"
    r"|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?|i|me|you|two|three|four|five|six|one|a|pm|am|hair.*|cut|perm"
    r"|제|내|우리|저희|저|본인|다른|그|같은|무슨|어떤|누구|예약자|원래|커트|컷|펌|파마|염색|시술|예약|내일|모레|오늘|오전|오후",
    re.IGNORECASE,
)


def whose_booking(text: str) -> str | None:
    """Who is meant to come, in the words of a text: "남편 김철수", "husband Tom"; None where nobody is named."""
    for pattern in (*_KOREAN, *_ENGLISH):
        for found in pattern.finditer(text):
            said = [(found["kin"] or "").strip(), (found["name"] or "").strip()]
            named = [one for one in said if one and not _NO_NAME.fullmatch(one.split()[0])]
            if named:
                return " ".join(named)
    return None
