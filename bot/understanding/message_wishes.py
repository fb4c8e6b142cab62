"""What customers wish about messages: not in these hours, not until then, not so often, and not about that.

A sentence is one only if it speaks of sending or hearing and forbids or limits it; hours, days and topics alone are
somebody's evening and nobody's wish.
"""

import re
from datetime import date, time, timedelta

from bot.understanding.asks.wishes import MessageSettings, MessageWish, StopMessages
from bot.understanding.normalise import flat
from bot.understanding.numbers import number

_SENDING = re.compile(
    r"보내|연락|문자|메시지|메세지|알림|톡|광고|소식|안내|발송|수신|울리"
    r"|\b(?:hear from you|send|sending|text|texts|texting|message|messages|messaging|contact|notif\w*|notify|ping"
    r"|ads?|alerts?|news|texts|messages|reminders?|receipts?|notices?)\b"
)
_FORBIDDEN = re.compile(
    r"지\s?(?:마|말|않)|그만|안\s?(?:보내|받|오|왔|주|하|울)|끄|꺼|거부|사절|자제|피해|빼고|금지|삼가|쉬어\s?(?:주|줘)|멈춰"
    r"|\b(?:(?:don'?t|do not)(?! forget)|stop|no|not(?! forget)|never|avoid|except|refrain|mute"
    r"|(?:turn|switch) off|disable)\b|\bturn\b.*\boff\b"
)
_QUIET_TIME = re.compile(
    r"조용히|잠잠"
    r"|\b(?:(?:keep|stay|be|go) (?:quiet|silent)|(?:quiet|silence)(?= (?:until|till|til|for)\b)|mute|pause|snooze)\b"
)
_QUIET = re.compile(
    r"아는\s?척|알은\s?척|알아보지\s?(?:마|말)|말\s?(?:걸지|시키지)|조용(?:히|한)\s?(?:응대|대해|있|맞|모)|인사\s?(?:안|하지)"
    r"|말\s?안\s?(?:걸|시키|거)|유난\s?(?:떨지|안)|티\s?(?:내지|안\s?내)|조용히\s?(?:다녀|쉬|왔다|받)"
    r"|\b(?:no small talk|low profile|no greetings?|quiet (?:treatment|service)|no (?:chit-?chat|fuss)"
    r"|without (?:any |the )?(?:fuss|small talk))\b"
    r"|\b(?:not|don'?t|dont|didn'?t|didnt|never|stop|without|skip|rather you|prefer)\b[^.]{0,25}\b(?:greet\w*"
    r"|fuss|small talk|chit-?chat|chat(?:ting)? with me"
    r"|chat(?:ting)? me up|talk(?:ing)? to me|make conversation|recogni[sz]e me)\b|\b(?:leave|let) me (?:be"
    r"|in peace|alone) (?:when|while)\b"
)
_SETTINGS = re.compile(
    r"(?:알림|메시지|메세지|문자|수신|광고)\s?(?:수신\s?)?설정"
    r"|(?:어떤|무슨)\s?(?:알림|메시지|메세지|문자|광고|소식)(?:을|를|이|가|들을?|들이)?\s?(?:받고|받게|받는|오게|오나|오는|오죠|와요\s?\?)"
    r"|\b(?:notification|message|messaging|alert)s?\s(?:settings?|preferences)"
    r"|^(?:which|what|(?:what|which) (?:kinds?|sorts?|types?) of) (?:messages|texts|notifications|ads|alerts"
    r"|reminders) (?:do|am|will) i\b"
)
# Parts of a day: in which hours nobody then wants to hear anything.
_PARTS = (
    (r"저녁|퇴근\s?(?:후|시간)|\bevenings?\b", (time(18), time(9))),
    (r"한밤|밤|늦은\s?시간|늦게|\b(?:nights?|late)\b", (time(21), time(8))),
    (r"새벽|이른\s?(?:시간|아침)|\bearly(?: morning)?\b", (time(0), time(9))),
    (r"아침|\bmornings?\b", (time(0), time(10))),
    (r"오전", (time(0), time(12))),
    (r"점심|\b(?:lunch(?:time)?|noon)\b", (time(11, 30), time(13, 30))),
    (r"오후|\bafternoons?\b", (time(12), time(18))),
    (r"낮|근무\s?(?:중|시간)|업무\s?(?:중|시간)|\b(?:daytime|working hours|work hours)\b", (time(9), time(18))),
)
_WEEKEND = re.compile(
    r"\bsundays?\b|\bsaturdays?\b|일요일|주말|토(?:요일)?\s?(?:[,·]|이?랑|하고|과|와)?\s?일요일|토\s?[,·]?\s?일(?![가-힣])|\bweekends?\b"
)
_KOREAN_HOUR = re.compile(
    r"(?P<part>저녁|밤|오후|아침|오전|새벽)?\s?(?P<hour>\d{1,2}|열두|열한|열|한|두|세|네|다섯|여섯|일곱|여덟|아홉)\s?시"
    r"(?:\s?(?P<half>반))?\s?(?P<way>이후|부터|넘|지나|뒤|후|이전|전|까지)"
)
_ENGLISH_HOUR = re.compile(
    r"\b(?P<way>after|past|from|before|until|till)\s(?P<hour>\d{1,2})(?::(?P<minute>\d\d))?\s?(?P<part>am|pm|a\.m|p\.m)?"
)
_AFTER = frozenset(["이후", "부터", "넘", "지나", "뒤", "후", "after", "past", "from"])
_ONCE = re.compile(
    r"(?:(?P<ko>하루|일주일|한\s?주|두\s?주|세\s?주|석\s?달|세\s?달|이주일?|2주일?|보름|한\s?달|1달|두\s?달|2달|분기|반년|일\s?년|1년"
    r"|(?P<n>\d{1,2})\s?(?P<unit>일|주|달|개월))에?"
    r"\s?(?:딱\s?)?(?:한|1)\s?번)"
    r"|\b(?:once|one time|(?:one|a|1|a single) (?:message|text|msg|reminder|ad|mail|email|note)) (?:an?|every|per"
    r"|each) "
    r"(?P<en>day|week|other week|two weeks|2 weeks|couple of weeks|fortnight|month|other month|two months|2 months"
    r"|three months|3 months|quarter|half year|six months|6 months|year)\b"
)
_DISTANCES = {
    "하루": 1, "두주": 14, "세주": 21, "석달": 90, "세달": 90,
    "일주일": 7, "한주": 7, "이주": 14, "이주일": 14, "2주": 14, "2주일": 14, "보름": 15, "한달": 30,
    "1달": 30, "두달": 60, "2달": 60, "분기": 90, "반년": 180, "일년": 365, "1년": 365, "day": 1, "week": 7,
    "two weeks": 14, "fortnight": 14, "month": 30, "two months": 60, "other week": 14, "2 weeks": 14,
    "couple of weeks": 14, "other month": 60, "2 months": 60, "three months": 90, "3 months": 90, "half year": 180,
    "six months": 180, "6 months": 180, "quarter": 90, "year": 365,
}  # fmt: skip
_UNIT_DAYS = {"일": 1, "주": 7, "달": 30, "개월": 30}
_LESS = re.compile(
    r"(?:가끔|덜\s?자주|조금만|적게|뜸하게)\s?(?:만\s?)?(?:보내|연락)|\bless (?:often|frequently)\b|\bfewer\b"
)
_SELDOM = 30
# How often is enough, of what one talks about anyway: "한 달에 한 번이면 충분해요", "once a month is enough".
_ENOUGH = re.compile(
    r"충분|이면\s?(?:돼|되|족|좋)|만\s?(?:보내|줘|주|받|연락)|\b(?:enough|plenty|fine|max(?:imum)?"
    r"|at most|sufficient|is ok"
    r"|would do|will do|only)\b"
)
_UNTIL = re.compile(r"까지|동안|당분간|한동안|\b(?:until|till|til|for (?:a|the|\d|two|three)|for now|for a while)\b")
_A_WHILE = re.compile(r"당분간|한동안|잠시|\bfor (?:now|a while)\b")
_WHILE_DAYS = 30
_TOPICS = (
    ("receipts", r"영수증|내역\s?(?:문자|알림|메시지)|(?:이용|방문)\s?내역은|\breceipts?\b"),
    (
        "bookings",
        r"예약\s?(?:알림|문자|안내|메시지)|\b(?:booking|appointment)s?\s(?:reminders?|messages?|texts?|notices?)",
    ),
    (
        "orders",
        r"(?:완성|완료|다\s?됐다는|옷|세탁)\s?(?:알림|문자|안내|메시지)"
        r"|\b(?:ready|order)\s(?:notices?|messages?|texts?|alerts?)",
    ),
)
# A message that did not come is missed, not forbidden.
_NOT_COME = re.compile(r"안\s?(?:왔|와요|오네|오던|온|보내셨|보냈|울)")
_PAST = re.compile(
    r"(?:안|못)\s?(?:보내셨|보냈|주셨|줬|하셨|했|오셨|왔)(?:네|더라|는데|어요?|습니다|죠|지|던데|구나|군)"
    r"|(?:지\s?(?:않으셨|않았|못했|못하셨))(?:네|더라|는데|어요?|습니다|죠|지|던데|구나|군)"
    r"|\byou (?:didn'?t|did not|haven'?t|have not|never|hadn'?t) (?:send|sent|text|texted|message|messaged"
    r"|contact|contacted|write|written)\b"
    r"|\bi (?:didn'?t|did not|haven'?t|have not|never) (?:get|got|gotten|receive|received|hear|heard)\b"
)
# A question about what comes, as against a wish put as one ("보내 주실래요?", "can you …?", "그만 보내면 안 돼요?").
_ASKED = re.compile(
    r"\?\s*$|(?:나요|니|냐|죠|까요?|[는은인]가요?|는지요?|던가요?|대요|더라|[뭔]가)\s*$|무슨|어떤|뭐(?!한다|다\b|든|라)|뭘|무엇|언제|얼마나|궁금|몇"
    r"|^(?:so |hey |hi )?"
    r"(?:what|which|do(?! not\b)|did|does|am|are|is|was|have|has|will i|how|when|who|why)\b"
)
_WISHED = re.compile(
    r"주세|주실|주시|줘|줄래|줄\s?수|달라|싶|[을할볼]게|[을할볼]래|[면도]\s?(?:안\s?)?[돼되될]|수\s?(?:있|없|는)"
    r"|지\s?(?:마|말아)"
    r"|^(?:can|could|would|will you|may|please|how (?:do|can) i (?:get|stop|start|turn))\b"
    r"|\bplease\b|\bi want\b|i'?d like"
)
_STOP_WORDS = frozenset(["stop", "거부", "스톱", "스탑", "quit"])


def is_stop_word(text: str) -> bool:
    """Whether a whole message is the word by which people everywhere leave a list."""
    return flat(text).strip(" .!\n") in _STOP_WORDS


def is_quiet_wish(text: str) -> bool:
    """Whether somebody would rather not be made much of."""
    return _QUIET.search(flat(text)) is not None


def tells_the_past(text: str) -> bool:
    """Whether a sentence only says that no message came or was sent: a statement and no wish."""
    return _PAST.search(flat(text)) is not None


def asks_what_comes(text: str) -> bool:
    """Whether a sentence about messages only asks which ones come: a question switches nothing on or off."""
    low = flat(text)
    return _ASKED.search(low) is not None and not _WISHED.search(low)


def read_wish(text: str, pause_end: date | None, today: date) -> MessageWish | MessageSettings | StopMessages | None:
    """What is wished in a tidy text; `pause_end` is the end of the time that the sentence names, if it names one."""
    low = flat(text)
    if _SETTINGS.search(low):
        return MessageSettings()
    if is_quiet_wish(low):
        return MessageWish(quiet=True)
    sends, forbids = bool(_SENDING.search(low)), bool(_FORBIDDEN.search(low))
    if (sends or _ENOUGH.search(low)) and (days := _distance(low)) is not None:
        return MessageWish(every_days=days)
    if sends and not forbids and (only := _only(low)) is not None:
        return only
    limited = (sends and forbids) or _QUIET_TIME.search(low) is not None
    if not limited:
        return None
    if _UNTIL.search(low) and (until := pause_end or _while(low, today)) is not None and until > today:
        return MessageWish(until=until)
    if _WEEKEND.search(low):
        return MessageWish(weekends=True)
    hours = _hours(low)
    if hours is not None:
        return MessageWish(hours=hours)
    if sends and forbids and not _NOT_COME.search(low):
        topic = next((name for name, pattern in _TOPICS if re.search(pattern, low)), None)
        if topic is None:
            return None
        return MessageSettings() if asks_what_comes(text) else StopMessages(topic)
    return None


def _only(low: str) -> MessageWish | None:
    """Messages wished for at some times only: "평일에만 보내주세요", "only text me before noon"."""
    if re.search(r"평일에?만|주중에?만|\bonly (?:\w+ ){0,4}(?:on )?week\s?days\b|\bweek\s?days only\b", low):
        return MessageWish(weekends=True)
    part = re.search(
        r"(?P<ko>오전|아침|낮|점심|오후|저녁)(?:시간|때)?에?만"
        r"|\bonly\b.*\b(?P<en>before noon|mornings?|afternoons?|evenings?)\b",
        low,
    )
    said = (part["ko"] or part["en"]).rstrip("s") if part else ""
    quiet = {
        "오전": (time(12), time(9)), "아침": (time(12), time(8)),
        "before noon": (time(12), time(8)), "morning": (time(12), time(8)),
        "낮": (time(18), time(9)), "점심": (time(14), time(11)),
        "오후": (time(18), time(12)), "afternoon": (time(18), time(12)),
        "저녁": (time(21), time(18)), "evening": (time(21), time(18)),
    }  # fmt: skip
    return MessageWish(hours=quiet[said]) if said else None


def _hours(low: str) -> tuple[time, time] | None:
    for pattern in (_KOREAN_HOUR, _ENGLISH_HOUR):
        match = pattern.search(low)
        if match is not None:
            said = match.groupdict()
            hour = int(number(said["hour"]) or 0)
            minute = 30 if said.get("half") else int(said.get("minute") or 0)
            after = said["way"] in _AFTER
            part = said["part"] or ""
            later = part in ("저녁", "밤", "오후", "pm", "p.m") or (not part and after and 5 <= hour < 12)
            hour = hour % 12 + (12 if later else 0) if hour <= 12 and (part or later) else hour
            if hour < 24 and minute < 60:
                at = time(hour, minute)
                return (at, time(9)) if after else (time(21), at)
    return next((hours for pattern, hours in _PARTS if re.search(pattern, low)), None)


def _distance(low: str) -> int | None:
    match = _ONCE.search(low)
    if match is None:
        return _SELDOM if _LESS.search(low) else None
    if match["n"]:
        return int(match["n"]) * _UNIT_DAYS[match["unit"]]
    return _DISTANCES.get((match["ko"] or "").replace(" ", "") or match["en"])


def _while(low: str, today: date) -> date | None:
    return today + timedelta(days=_WHILE_DAYS) if _A_WHILE.search(low) else None
