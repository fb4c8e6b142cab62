"""What customers are told, and how: hours before an appointment, for the n-th visit, about the care of a thing, in
which words and how often.
"""

import re

from bot.understanding.advertising_sentences import read_advertising
from bot.understanding.asks.money import PointsEnd, PrepaidEnd
from bot.understanding.asks.texts import AdvertisingEvery, Care, HoursBefore, MessageText, NthGift, QuietHours
from bot.understanding.day_words import ASKS
from bot.understanding.ending_sentences import read_ending
from bot.understanding.own_text_sentences import read_own_text
from bot.understanding.quiet_sentences import read_quiet

Setting = HoursBefore | NthGift | Care | MessageText | QuietHours | AdvertisingEvery | PointsEnd | PrepaidEnd
_COUNTS = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "열": 10, "one": 1, "two": 2, "three": 3, "an": 1}
_HOW_MANY = r"(?P<count>\d{1,3}|한|두|세|네|다섯|여섯|열|one|two|three|an)"
_BEFORE_KO = re.compile(
    rf"(?:예약|시술|방문|약속)?\s*(?:손님(?:께|들?한테)?)?\s*{_HOW_MANY}\s*시간\s*전에?도?\s*"
    r"(?:손님(?:들)?(?:께도?|한테도?|에게도?)\s*)?(?:한\s*번\s*더)?\s*"
    r"(?:알림|알려|보내|안내|문자|메시지)\S*(?:\s*(?:줘|주세요|켜줘|보내줘|보내주세요|해줘|부탁\S*))*[.!]*"
)
_BEFORE_EN = re.compile(
    rf"(?:please\s+)?(?:also\s+)?(?:remind|notify|message)(?:\s+(?:customers|clients|people|them))?(?:\s+(?:again|also))?"
    rf"\s+{_HOW_MANY}\s+hours?\s+before(?:\s+(?:an?|the|their|each|every)?\s*(?:appointments?|bookings?))?[.!]*",
    re.IGNORECASE,
)
_NO_BEFORE = re.compile(
    r"(?:예약\s*)?(?:(?:몇|\d{1,2}|한|두|세)\s*시간\s*전|당일)\s*알림(?:은|을)?\s*(?:꺼|그만|보내지|끄|빼|필요)\S*(?:\s*\S+){0,2}"
    r"|(?:turn off|stop|no)\s+(?:the\s+)?(?:hours?[- ]before|same[- ]day)\s+reminders?[.!]*",
    re.IGNORECASE,
)
_NTH_KO = re.compile(
    r"(?P<every>\d{1,3})\s*(?:번째|회)\s*(?:방문|오실\s*때|올\s*때|이용)(?:\s*때)?(?:마다|에는|에|시)?\s*[:,]?\s*(?P<gift>\S.*?)"
    r"(?:을|를)?\s*(?:드려요?|드릴게요?|드리자|드립니다|드리기로\s*했어요?|줘요?|주자|줄게|선물|제공|증정해요?|으로\s*해줘|로\s*해줘)?[.!~]*"
)
_NTH_EN = re.compile(
    r"(?:on\s+)?every\s+(?P<every>\d{1,3})(?:st|nd|rd|th)\s+visit\s*(?:gets|brings|is|means|earns|:|,|-)?\s*(?P<gift>\S.*?)[.!]*",
    re.IGNORECASE,
)
_NTH_FREE = re.compile(
    r"(?P<every>\d{1,3})\s*번째(?:\s*(?:방문|이용))?(?:은|는|마다|에는|에|엔)?\s*"
    r"(?:(?P<item>[가-힣A-Za-z ]{1,20}?)(?:은|는|이|가)?\s*)?"
    r"(?P<free>무료|공짜)(?:예요|에요|야|입니다|로\s*해\s*줘요?|로\s*드려요?|로\s*하자|로\s*할게요?|로)?[.!~]*"
    r"|every\s+(?P<nth>\d{1,3})(?:st|nd|rd|th)\s+(?P<thing>[a-z][a-z' ]{0,19}?)?\s*(?:is|for)\s+(?P<gratis>free)[.!]*",
    re.IGNORECASE,
)
_NO_NTH = re.compile(
    r"(?:방문|n번째|몇\s*번째)\s*선물(?:은|을)?\s*(?:꺼|그만|없애|빼|끄)\S*(?:\s*\S+)?"
    r"|(?:turn off|stop|no more)\s+(?:the\s+)?visit\s+gifts?[.!]*",
    re.IGNORECASE,
)
_CARE = re.compile(
    r"(?P<item>[^:：]{1,20}?)\s*(?:관리법|관리\s*(?:방법|안내|요령))\s*(?:은|는|[:：])\s*(?P<text>\S.*)"
    r"|care\s+(?:advice\s+)?(?:for|of)\s+(?:the\s+|an?\s+)?(?P<item2>[^:]{1,20}?)\s*:\s*(?P<text2>\S.*)",
    re.IGNORECASE,
)
_NO_CARE = re.compile(
    r"(?P<item>\S.{0,19}?)\s*(?:관리법|관리\s*(?:방법|안내))(?:은|을|를)?\s*(?:지워|빼|삭제|없애|그만)\S*(?:\s*\S+)?"
    r"|(?:remove|delete|drop|forget)\s+(?:the\s+)?care\s+(?:advice\s+)?(?:for|of)\s+(?:the\s+)?(?P<item2>\S.{0,19}?)[.!]*",
    re.IGNORECASE,
)


def read_setting(said: str) -> Setting | None:
    """What a tidy sentence sets, or None."""
    own = read_own_text(said) or read_quiet(said) or read_advertising(said) or read_ending(said)
    if own is not None:
        return own
    if _NO_BEFORE.fullmatch(said):
        return HoursBefore(0)
    before = _BEFORE_KO.fullmatch(said) or _BEFORE_EN.fullmatch(said)
    if before is not None:
        count = before["count"].lower()
        return HoursBefore(_COUNTS.get(count) or int(count))
    if _NO_NTH.fullmatch(said):
        return NthGift(0, "")
    free = _NTH_FREE.fullmatch(said)
    if free is not None:
        item = (free["item"] or free["thing"] or "").strip()
        word = free["free"] or free["gratis"]
        what = f"{item} {word}" if free["free"] else f"{word} {item}"
        return NthGift(int(free["every"] or free["nth"]), what.strip())
    nth = _NTH_KO.fullmatch(said) or _NTH_EN.fullmatch(said)
    if nth is not None and not ASKS.search(said):
        return NthGift(int(nth["every"]), nth["gift"].strip())
    none = _NO_CARE.fullmatch(said)
    if none is not None:
        return Care((none["item"] or none["item2"]).strip(), "")
    care = _CARE.fullmatch(said)
    if care is not None:
        return Care((care["item"] or care["item2"]).strip(), (care["text"] or care["text2"]).strip())
    return None
