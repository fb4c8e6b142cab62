"""How often an advertisement may go to one person: "광고는 일주일에 한 번만 보내줘"."""

import re

from bot.understanding.asks.texts import AdvertisingEvery

_LONGEST = 60
_KO = r"(?:광고|홍보)(?:성)?\s*(?:메시지|문자|글|톡|발송|횟수|빈도)?(?:은|는|을|를|도)?"
_EACH_KO = r"(?:(?:한\s*사람|한\s*분|한\s*손님|한\s*명|손님\s*한\s*(?:분|명))(?:당|마다|에게는?|한테는?|께는?)?\s*)?"
_SPAN_KO = (
    r"(?:(?P<number>\d{1,3}|한|두|세|석|네|넉|열)\s*(?P<unit>일|주일|주|달|개월)(?:일)?|(?P<word>하루|매일|이틀|사흘|나흘|열흘|보름|일주일|매주"
    r"|격주|매달|매월|주|월))"
)
_ONCE_KO = r"(?:최대\s*)?(?:한|1)\s*(?:번|회|통|개|건)|하나"
_EVERY_KO = re.compile(
    rf"(?:{_EACH_KO}{_KO}\s*{_EACH_KO}|{_EACH_KO}{_KO}\s*)(?:최대\s*)?{_SPAN_KO}(?:(?:에|마다|로)?\s*(?:{_ONCE_KO})|마다|로|\s*간격(?:으로)?)\s*"
    r"(?:씩만?|이면|까지만|까지|이하로만?|정도로?만?|으로만?|로만?|만)?(?:\s*(?:보내|보냅|해|하자|합시다|할게|충분|제한|줄여|나가|가게|설정|부탁)\S*){0,3}"
    r"(?:\s*(?:줘|주세요|줄래요?|해줘|해주세요))?[.!~]*"
)
_EVERY_EN = re.compile(
    r"(?:please\s+)?(?:only\s+)?(?:(?:send|keep|limit|cap|set)\s+)?(?:(?:the\s+)?(?:ads?|advertising|advertise|advertisements?|promotions?)\s+)?"
    r"(?:to\s+)?(?:(?:each|one|every) (?:customer|person)\s+)?(?:gets?\s+|goes?\s+)?(?:only\s+|just\s+|to\s+)?"
    r"(?:at most\s+|no more than\s+|a maximum of\s+|max\s+)?"
    r"(?:(?:once|one(?:\s+(?:ad|advertisement|promotion))?|1 ad)\s+"
    r"(?:to\s+(?:each|a|one|any) (?:customer|person)\s+)?(?:a|an|per|each|every|in)\s+|every\s+)"
    r"(?:(?P<number>\d{1,3}|two|three|four|five|six|ten|other)\s+)?(?P<unit>days?|weeks?|fortnight|months?)(?:\s+only)?"
    r"(?:\s+(?:(?:per|to|for|to each|for each|to any|to one|to every|per each)\s+(?:customer|person)|each))?[.!]*",
    re.IGNORECASE,
)
_OFTEN_EN = re.compile(
    r"(?:please\s+)?(?:only\s+)?(?:(?:send|keep|set|limit|make)\s+)?(?:the\s+|our\s+|my\s+)?"
    r"(?:(?P<before>daily|weekly|bi-?weekly|fortnightly|monthly)\s+(?:ads?|advertising|advertisements?|promotions?)"
    r"|(?:ads?|advertising|advertise|advertisements?|promotions?)\s+(?:only\s+|to\s+|at most\s+)*"
    r"(?P<after>daily|weekly|bi-?weekly|fortnightly|monthly))(?:\s+(?:only|at most|please))*[.!]*",
    re.IGNORECASE,
)
_OFTEN = {"daily": 1, "weekly": 7, "biweekly": 14, "fortnightly": 14, "monthly": 30}
_SPEAKS_OF_ADS = re.compile(r"\b(?:ads?|advertis\w+|promotions?)\b", re.IGNORECASE)
_NO_EVERY = re.compile(
    r"광고\s*(?:횟수|간격|빈도)?\s*(?:제한|간격|횟수)(?:은|을|를)?\s*(?:꺼|없애|그만|끄|지워|풀어|원래대로|처음대로)\S*(?:\s*\S+)?"
    r"|(?:turn off|remove|clear|lift|reset)\s+(?:the\s+|my\s+)?(?:ads?|advertising) (?:limit|cap|distance)[.!]*",
    re.IGNORECASE,
)
_DAYS = {"하루": 1, "매일": 1, "이틀": 2, "사흘": 3, "나흘": 4, "열흘": 10, "보름": 15}
_WEEKS = {"일주일": 7, "매주": 7, "주": 7, "격주": 14}
_SPANS = _DAYS | _WEEKS
_MONTH = 30
_NUMBERS_KO = {"한": 1, "두": 2, "세": 3, "석": 3, "네": 4, "넉": 4, "열": 10}
_NUMBERS_EN = {"other": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
_NUMBERS = _NUMBERS_KO | _NUMBERS_EN


def read_advertising(said: str) -> AdvertisingEvery | None:
    """What a tidy sentence says of it: "ads at most once every two weeks"; once a day is as often as they may go."""
    if len(said) > _LONGEST:
        return None
    if _NO_EVERY.fullmatch(said):
        return AdvertisingEvery(1)
    often = _OFTEN_EN.fullmatch(said)
    if often is not None:
        return AdvertisingEvery(_OFTEN[(often["before"] or often["after"]).lower().replace("-", "")])
    found = _EVERY_KO.fullmatch(said)
    if found is not None and found["word"]:
        return AdvertisingEvery(_SPANS.get(found["word"], _MONTH))
    if found is None and _SPEAKS_OF_ADS.search(said):
        found = _EVERY_EN.fullmatch(said)
    if found is None:
        return None
    number, unit = (found["number"] or "1").lower(), found["unit"].lower()
    count = int(number) if number.isdigit() else _NUMBERS[number]
    if unit.startswith("fortnight"):
        return AdvertisingEvery(14 * count)
    a_week, a_month = unit.startswith(("주", "week")), unit.startswith(("달", "개월", "month"))
    return AdvertisingEvery(count * (7 if a_week else _MONTH if a_month else 1))
