"""What customers wish about messages: not in these hours, not until then, not so often, and not about that.

A sentence is one only if it speaks of sending or hearing and forbids or limits it; hours, days and topics alone are
somebody's evening and nobody's wish.
"""

import re
from datetime import date, time, timedelta

from bot.domain.wishes import WEEKEND
from bot.understanding.asks.wishes import MessageSettings, MessageWish, StopMessages
from bot.understanding.normalise import flat
from bot.understanding.wish_times import (
    EVERY_DAY,
    WISHED_THEN,
    days_said,
    often_enough,
    quiet_between,
    quiet_clock,
    quiet_hours,
    quiet_part,
    shortest_distance,
)

_SENDING = re.compile(
    r"보내|연락|문자|메시지|메세지|알림|톡|광고|소식|안내|발송|수신|울리"
    r"|\b(?:hear from you|send|sending|text|texts|texting|message|messages|messaging|contact|notif\w*|notify|ping"
    r"|ads?|alerts?|news|texts|messages|reminders?|receipts?|notices?)\b"
)
_FORBIDDEN = re.compile(
    r"지\s?(?:마|말|않)|그만|안\s?(?:보내|받|오|왔|주|하|울)|끄|꺼|거부|사절|자제|피해|빼고|금지|삼가|쉬어\s?(?:주|줘)|멈춰"
    r"|(?:오는|보내는|받는)\s?(?:거|것|게|건)\S?\s?(?:좀\s?|너무\s?|정말\s?)*(?:싫|별로|불편|부담|곤란)|(?:오면|보내면)\s?(?:싫|곤란)"
    r"|\b(?:hate|dislike|can'?t stand)\b"
    r"|\b(?:(?:don'?t|do not)(?! forget)|stop|no|not(?! forget)|never|avoid|except|refrain|mute"
    r"|(?:turn|switch) off|disable)\b|\bturn\b.*\boff\b"
)
_QUIET_TIME = re.compile(
    r"조용히|잠잠"
    r"|\b(?:(?:keep|stay|be|go) (?:quiet|silent)|(?:quiet|silence)(?= (?:until|till|til|for)\b)|mute|pause|snooze)\b"
)
_QUIET = re.compile(
    r"아는\s?척|알은\s?척|알아보지\s?(?:마|말)|말\s?(?:걸지|시키지)|조용(?:히|한)\s?(?:응대|대해|있|맞|모)|인사\s?(?:안|하지\s?(?:마|말|않(?:아도|았으면|으셔도|으시면)))"
    r"|말\s?안\s?(?:걸|시키|거)|유난\s?(?:떨지|안)|티\s?(?:내지|안\s?내)|조용히\s?(?:다녀|쉬|왔다|받)"
    r"|\b(?:no small talk|low profile|no greetings?|quiet (?:treatment|service)|(?:treat|serve|greet) me quietly"
    r"|no (?:chit-?chat|fuss)"
    r"|without (?:any |the )?(?:fuss|small talk))\b"
    r"|\b(?:no need to|needn'?t|not|don'?t|dont|didn'?t|didnt|never|stop|without|skip|rather you|prefer)\b"
    r"[^.]{0,25}\b(?:greet\w*"
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
_WEEKENDS = re.compile(
    r"\bsundays?\b|\bsaturdays?\b|일요일|주말|토(?:요일)?\s?(?:[,·]|이?랑|하고|과|와)?\s?일요일|토\s?[,·]?\s?일(?![가-힣])|\bweekends?\b"
)
# How often is enough, of what one talks about anyway: "한 달에 한 번이면 충분해요", "once a month is enough".
_ENOUGH = re.compile(
    r"충분|이면\s?(?:돼|되|족|좋)|만\s?(?:보내|줘|주|받|연락)|\b(?:enough|plenty|fine|max(?:imum)?"
    r"|at most|sufficient|is ok"
    r"|would do|will do|only)\b"
)
# News of one's own things and times, and nothing besides.
_ONLY_MINE = re.compile(
    r"(?:다\s?[됐되]\S*|완성\S*|준비\S*|예약)\s?(?:때|것|거|알림|연락|문자)?(?:에|은|를|을)?만\s?(?:연락|알려|문자|보내|받)"
    r"|(?:다\s?되면|완성되면)\s?그때만\s?(?:연락|알려|문자|보내)"
    r"|\bonly\b.{0,30}\b(?:hear|messages?|texts?|contact|notify|notifications?|told|tell|ping|alerts?|write|updates?)\b"
    r".{0,30}\b(?:ready|done|finished|my (?:appointments?|bookings?|orders?|clothes|things|stuff))\b"
    r"|\b(?:message|text|contact|notify|tell|ping|write) me only\b.{0,30}\b(?:ready|done|finished"
    r"|my (?:appointments?|bookings?|orders?))\b"
)
# One sort of messages and no other: "예약 알림만 보내 주세요", "only booking reminders please", "receipts only".
_SORTS = {
    "orders": r"다\s?[됐되]\S{0,3}|완성(?:\s?되\S+)?|완료|준비\s?[됐되]\S*"
    r"|(?:it'?s|they'?re|my \w+ (?:is|are)|things are)?\s?(?:ready|done|finished)",
    "bookings": r"예약|(?:my |the )?(?:appointment|booking|appt)s?",
    "receipts": r"영수증|(?:방문\s?|이용\s?)?내역|(?:my |the )?receipts?",
}
_SORT = "|".join(_SORTS.values())
_NOTICE = r"(?:알림|문자|톡|메시지|메세지|안내|소식)"
_NOTICES = r"(?:notices?|notifications?|reminders?|messages?|texts?|alerts?|news|updates?)"
_ONLY_OF = re.compile(
    rf"(?:{_SORT})\s?{_NOTICE}?(?:때|것|거)?(?:에)?만(?:\s?(?:요|보내|받|줘|주|연락|알려|오게|있으면|켜|남기|원해|필요|부탁)|$)"
    rf"|(?:{_SORT})\S*\s그때만\s"
    r"|\b(?:only|just|nothing but|nothing except)\s(?:(?:want|need|like|to|get|hear|receive|have|send|text|message|tell"
    rf"|notify|write|contact|about|me|when|if|the|your|please)\s)*(?:{_SORT})(?:\s{_NOTICES})?"
    rf"|\b(?:{_SORT})(?:\s{_NOTICES})?\sonly\b"
)
# The same by what is left over: "예약 알림 빼고 다 꺼 주세요", "stop everything except ready notices".
_ALL_BUT = re.compile(
    r"(?P<ko>.+?)\s?(?:만\s?)?(?:빼고|말고|제외하고|놔두고|남기고|두고)(?:는|서)?\s(?:다른\s?\S+\s|나머지\S*\s)?(?:다|전부|모두|싹|모든\s?\S+|전체)\s"
    r"(?:\S+\s)?(?:끄|꺼|그만|안\s?받|안\s?보내|보내지|필요\s?없|거부|해지)"
    r"|(?:다른|나머지|그\s?외)\S*\s(?:\S+\s){0,2}?(?:끄|꺼|빼|그만|필요|거부)\S*\s(?:\S*[없주]\S*\s)?(?P<rest>.+만(?:\s|$).*)"
    r"|\b(?:everything|all|anything|any(?: other)? (?:messages?|texts?)|no (?:other )?(?:messages|texts))\b.*"
    r"\b(?:but|except|besides|apart from|other than)\b(?! keep)(?P<en>.+)"
)
_PARTS = re.compile(r"[,.;!?]\s?|(?<=[요고])\s")
_NOT_ONLY = re.compile(
    r"다시|재개|살려|풀어|먼저|한\s?번|[월화수목금토일]요일|주말|평일"
    r"|\b(?:again|back|once|twice|first|weekends?|weekdays?|\w+days?|quarter|season|month|week)\b"
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
# When things are brought or fetched is no wish about messages: "배달은 저녁 아홉시 넘어서 해 줘요".
_BROUGHT = re.compile(r"배달|수거|픽업|가져다|\bdeliver|\bpick(?:ed|ing)?[\s-]?up\b")
_MESSAGE = re.compile(
    r"문자|톡|메시지|메세지|알림|알려|연락|소식|광고|전화|메일|안내|\b(?:texts?|messag\w+|notif\w+|alerts?|calls?|e?mails?|news|ads?|tell)\b"
)
# A message that did not come is missed, not forbidden.
_NOT_COME = re.compile(r"안\s?(?:왔|와요|오네|오던|온|보내셨|보냈|울)")
# That none comes is missed as well: "문자가 안 와요", "왜 다 됐다는 문자를 안 주세요?", "I don't get any texts".
_MISSED = re.compile(
    r"(?:문자|톡|메시지|메세지|알림|연락|안내|소식)\S*\s(?:\S+\s)?(?:안|못)\s?(?:와요|오네|오는데|옵니다|와\b|받아요|받았|받네)"
    r"|왜\s.*(?:안|못)\s?(?:와|오|보내|주|줘|왔|받)"
    r"|^(?:but |and |hi,? |hello,? |hey,? |sorry,? )?(?:i'm not|i am not|i don'?t|i do not|i never|i no longer)"
    r"\s(?:get|getting|receive|receiving|seem to get)\b(?!.*\b(?:want|need|please)\b)"
    r"|\bwhy\b.*\b(?:don'?t|do not|didn'?t|never|no|not|aren'?t|isn'?t)\b"
)
# What happened, told as the reason for a wish: its hour is none that is wished for. "밤에도 와서 놀람", "woke me at 3".
_HAPPENED = re.compile(
    r"(?:한밤|밤|새벽|아침|저녁|낮|오전|오후|점심|주말|일요일|토요일|\d{1,2}\s?시)\S*\s(?:[^\s.,!?]+\s){0,3}?"
    r"(?:와서|와가지고|왔(?!으면)\S*|오니까|와\s?갖고|울려서?|울렸\S*|울리니까|깨서|깼\S*|깬\S*|깸|놀[라랐람]\S*)(?:\s(?:깨|깼|깬|깸|놀)\S*)?"
    r"|\b(?:came|come in|woke|wakes|waking|rang|buzzed|beeped|went off|arrived|got (?:one|it|them|a text|a message)"
    r"|(?:was|were) sent|scared|startled)\b[^.,;!?]{0,25}?(?:\b(?:at|in|on|around|before|after|past)\b[^.,;!?]{0,12})?"
    r"\b(?:night|midnight|\d{1,2}(?::\d\d)?\s?(?:am|pm)|morning|evening|weekend|sunday|saturday|dawn|late|early)s?\b"
)
_PAST = re.compile(
    r"(?:안|못)\s?(?:보내셨|보냈|주셨|줬|하셨|했|오셨|왔)(?:네|더라|는데|어요?|습니다|죠|지|던데|구나|군)"
    r"|(?:지\s?(?:않으셨|않았|못했|못하셨))(?:네|더라|는데|어요?|습니다|죠|지|던데|구나|군)"
    r"|\byou (?:didn'?t|did not|haven'?t|have not|never|hadn'?t) (?:send|sent|text|texted|message|messaged"
    r"|contact|contacted|write|written)\b"
    r"|\bi (?:didn'?t|did not|haven'?t|have not|never) (?:get|got|gotten|receive|received|hear|heard)\b"
)
# A question about what comes, as against a wish put as one ("보내 주실래요?", "can you …?", "그만 보내면 안 돼요?").
_ASKED = re.compile(
    r"\?\s*$|(?:나요|니|냐|죠|까요?|[는은인]가요?|는지요?|던가요?|대요|더라|[뭔]가)\s*$|무슨|어떤(?!\s?\S+도\b)|뭐(?!한다|다\b|든|라|\s?보내지)|뭘|무엇|언제|얼마나|궁금|몇"
    r"|^(?:so |hey |hi )?"
    r"(?:what|which|do(?! not\b)|did|does|am|are|is|was|have|has|will i|how|when|who|why)\b"
)
_WISHED = re.compile(
    r"주세|주실|주시|줘|줄래|줄\s?수|달라|싶|[을할볼]게|[을할볼]래|[면도]\s?(?:안\s?)?[돼되될]|수\s?(?:있|없|는)"
    r"|지\s?(?:마|말|않겠)"
    r"|(?:^|[.!?,]\s)(?:can|could|would|will you|may|please|how (?:do|can) i (?:get|stop|start|turn))\b"
    r"|\b(?:can|could|would|will) (?:you|u)\b|\bplease\b|\bi want\b|i'?d like|^(?:no more|stop|enough)\b"
)
_STOP_WORDS = frozenset(["stop", "거부", "스톱", "스탑", "quit", "구독 취소", "구독취소"])


def is_stop_word(text: str) -> bool:
    """Whether a whole message is the word by which people everywhere leave a list."""
    return flat(text).strip(" .!\n") in _STOP_WORDS


def is_quiet_wish(text: str) -> bool:
    """Whether somebody would rather not be made much of."""
    return _QUIET.search(flat(text)) is not None


def is_of_bringing(text: str) -> bool:
    """Whether a time is wished for things to be brought or fetched at, and for no message."""
    low = flat(text)
    return _BROUGHT.search(low) is not None and _MESSAGE.search(low) is None


def tells_the_past(text: str) -> bool:
    """Whether a sentence only says that no message comes, came or was sent: told or complained of, and no wish."""
    low = flat(text)
    return _PAST.search(low) is not None or _MISSED.search(low) is not None


def asks_what_comes(text: str) -> bool:
    """Whether a sentence about messages only asks which ones come: a question switches nothing on or off."""
    low = flat(text)
    return _ASKED.search(low) is not None and not _WISHED.search(low)


def read_wish(text: str, pause_end: date | None, today: date) -> MessageWish | MessageSettings | StopMessages | None:
    """What is wished in a tidy text; `pause_end` is the end of the time that the sentence names, if it names one."""
    low = _without_reasons(flat(text))
    if _SETTINGS.search(low):
        return MessageSettings()
    if is_quiet_wish(low):
        return MessageWish(quiet=True)
    if _ONLY_MINE.search(low) or (_SENDING.search(low) and only_sorts(low)):
        return StopMessages("marketing")
    sends, forbids = bool(_SENDING.search(low)), bool(_FORBIDDEN.search(low))
    if (sends or _ENOUGH.search(low)) and (days := shortest_distance(low)) is not None:
        return MessageWish(every_days=days)
    if sends and not forbids and (only := _only(low)) is not None:
        return only
    limited = (sends and forbids) or _QUIET_TIME.search(low) is not None
    if not limited:
        return None
    if sends and (between := quiet_between(low, wished=False)) is not None:
        return MessageWish(hours=between)
    if _UNTIL.search(low) and (until := pause_end or _while(low, today)) is not None and until > today:
        return MessageWish(until=until)
    if _WEEKENDS.search(low):
        return MessageWish(days_off=days_said(low) or WEEKEND)
    hours = quiet_hours(low, said_at=_last_said(low))
    if hours is not None:
        return MessageWish(hours=hours)
    if sends and forbids and not _NOT_COME.search(low):
        topic = next((name for name, pattern in _TOPICS if re.search(pattern, low)), None)
        if topic is None:
            return None
        return MessageSettings() if asks_what_comes(text) else StopMessages(topic)
    return None


def only_sorts(text: str) -> frozenset[str]:
    """The topics that alone are wished for; empty where no sentence says so. To advertising one agrees apart."""
    low = flat(text)
    if asks_what_comes(text) or tells_the_past(text) or _NOT_ONLY.search(low):
        return frozenset()
    all_but = _ALL_BUT.search(low) if _FORBIDDEN.search(low) or "필요" in low else None
    if all_but is not None:
        low = next(part for part in all_but.groups() if part)
    else:
        low = next((part for part in _PARTS.split(low) if _ONLY_OF.search(part)), "")
        low = "" if _FORBIDDEN.search(low) else low
    return frozenset(name for name, pattern in _SORTS.items() if re.search(rf"(?<![a-z])(?:{pattern})", low))


def _without_reasons(low: str) -> str:
    """Without what is only told to have happened, its length kept."""
    return _HAPPENED.sub(lambda found: " " * len(found.group()), low)


def _last_said(low: str) -> int:
    """Where the sending is spoken of, which the hours stand beside: "밤에 일하니까 아침에는 보내지 마세요"."""
    return max((found.start() for found in _SENDING.finditer(low)), default=0)


def likely_wish(text: str, pause_end: date | None, today: date) -> MessageWish | MessageSettings:
    """What a sentence that is known to be about when or how often messages come wishes; to be picked where it is not
    said in words that are read.
    """
    low = _without_reasons(flat(text))
    if is_quiet_wish(low):
        return MessageWish(quiet=True)
    rare = shortest_distance(low) or often_enough(low)
    if rare is not None:
        return MessageWish(every_days=rare)
    forbids = _FORBIDDEN.search(low) is not None
    days = days_said(low)
    if days:
        return MessageWish(days_off=days if forbids or not WISHED_THEN.search(low) else EVERY_DAY - days)
    if _UNTIL.search(low) and (until := pause_end or _while(low, today)) is not None and until > today:
        return MessageWish(until=until)
    wished = not forbids and WISHED_THEN.search(low) is not None
    hours = quiet_between(low, wished=wished) or quiet_clock(low, wished=wished) or quiet_part(low, wished=wished)
    return MessageWish(hours=hours) if hours is not None else MessageSettings()


def _only(low: str) -> MessageWish | None:
    """Messages wished for at some times only: "평일에만 보내주세요", "only text me before noon"."""
    if re.search(r"평일에?만|주중에?만|\bonly (?:\w+ ){0,4}(?:on )?week\s?days\b|\bweek\s?days only\b", low):
        return MessageWish(days_off=WEEKEND)
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


def _while(low: str, today: date) -> date | None:
    return today + timedelta(days=_WHILE_DAYS) if _A_WHILE.search(low) else None
