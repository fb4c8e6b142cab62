"""What only people can do, and no setting of the assistant's: how they phone and talk, what stands on a receipt, where
things are left. It reads like a wish about messages, a new name or another day, and is a request to the shop.
"""

import re

from bot.understanding.normalise import flat

_LONGEST = 120
_NOT = (
    r"지\s?(?:마|말|않)|(?<![가-힣])안\s?(?:걸|거|시키|주|하|해|오|왔)|말고|말아|자제|삼가|금지|싫"
    r"|\b(?:don'?t|do not|dont|no|not|never|stop|without|rather (?:you|not)|instead of|avoid|refrain)\b"
)
_FORBIDS = re.compile(_NOT)
# A call, and not the number one is called at.
_CALL = re.compile(
    r"전화(?!\s?번호|기|\s?바[꿨뀌뀐])|통화"
    r"|(?<!my )(?<!your )(?<!the )(?<!a )\b(?:calls?|calling|phone|phones|phoning|ring|rings|ringing)\b"
    r"(?! (?:number|no\b|on|in)\b)"
)
_MESSAGE = re.compile(
    r"문자|톡|메시지|메세지|알림|광고|\b(?:texts?|texting|messages?|messaging|ads?|e-?mails?|notif\w*)\b"
)
_RATHER_WRITE = re.compile(
    r"(?:전화|통화)[^,.]{0,12}(?:말고|대신|보다|마시고|말아\s?주시고)[^,.]{0,8}(?:문자|톡|메시지|카톡)"
    r"|(?:문자|톡|메시지|카톡)(?:으로|로)[^,.]{0,12}(?:전화|통화)\S{0,3}\s?(?:하지|말|마|안)"
    r"|\b(?:text|message|write)\b[^.]{0,20}\b(?:don'?t|do not|dont|not|instead of|rather than|no)\s(?:call|phone|ring)"
    r"|\b(?:no|never|don'?t|do not|dont|not)\s(?:phone\s)?(?:calls?|calling|phone|ring)\b[^.]{0,20}"
    r"\b(?:text|message|write)"
)
# To be called back, or that somebody else is told to.
_OF_OTHERS = re.compile(r"연락|(?:한테|에게|께)\s.*(?:말해|전해|달라고|하라고)")
_AT_A_TIME = re.compile(
    r"\d\s?시|오전|오후|아침|저녁|밤|새벽|점심|낮|주말|평일|[가-힣]요일|시간"
    r"|\b(?:before|after|until|till|between|past)\b|\b(?:morning|afternoon|evening|night|weekend|lunch|only)s?\b"
)
_TALK = re.compile(
    r"말\s?(?:을\s?|좀\s?|은\s?|도\s?)?(?:안\s?)?(?:걸|거시|거는|시키|하지)|대화\s?(?:는|를|은)?\s?(?:하지|안|없)|수다"
    r"|\b(?:talk(?:ing)?|chat(?:ting|ty)?|small talk|conversation|chit-?chat)\b"
)
_WHILE_SERVED = re.compile(
    r"시술|커트|컷|파마|펌|염색|머리|샴푸|두피|마사지|자르|깎|손질|공연|관람"
    r"|\b(?:while|during|when)\b.{0,20}\b(?:cut|cutting|hair|haircut|colou?r|perm|shampoo|massage|appointment|service|wash)"
)
_PAPER = re.compile(r"영수증|계산서|청구서|견적서|명세서|\b(?:receipts?|invoices?|the bills?|tax bill)\b")
_WRITTEN_ON_IT = re.compile(
    r"끊|발행|발급|이름|상호|회사|법인|사업자|명의|번호|현금영수|따로|나눠|나누"
    r"|\b(?:name|company|business|firm|number|separate(?:ly)?|split|make out|issue|made out)\b|\d{4}"
)
# Whoever finds a wrong name on a receipt has a name put right.
_PUT_RIGHT = re.compile(
    r"틀[려렸리린]|잘못|오타|수정|고쳐|정정|메일|@"
    r"|\b(?:e-?mail|wrong|misspel\w*|typo|incorrect|keeps|should (?:say|read))\b"
)
# The receipts that come as messages are a setting.
_SENT = re.compile(r"(?:보내|알림|문자|톡|받)|\b(?:send|sending|sent|get|getting|text|message|receive)\b")
_PLACE = re.compile(
    r"문\s?앞|현관|대문|경비실|경비\s?아저씨|관리실|관리사무소|무인함|택배함|보관함|옆집|우편함|로비에"
    r"|\b(?:(?:at|by|in front of|outside|on) (?:the|my|our) (?:front )?(?:door|porch|gate|step)|door\s?man|guard"
    r"|concierge|reception(?:ist)?|porter|front desk|locker|next door|neighbou?rs?|doorbell|the bell)\b"
)
_LEFT_THERE = re.compile(
    r"두지|두고|둬|두세|두시|두면|놔|놓|맡기|맡겨|가져다|갖다|전달|벨|초인종"
    r"|\b(?:leave|leaving|put|drop|deliver|hand|bring|ring)\b"
)
_WISH = re.compile(
    r"주세|주시|주실|줘|달라|부탁|마세|마시|말아|말고|좋겠|바라|바랍|[면도]\s?(?:돼|되|좋)|가세요|두세요|필요"
    r"|\b(?:please|pls|plz|can|could|would|should|must|need|needs|want|i'?d|prefer|rather|don'?t|dont|do not|no|never"
    r"|only|leave|put|make|text|issue)\b"
)
_IDEA = re.compile(r"있으면|두시면|어떨까|\b(?:suggest\w*|nice if|would help|idea|how about|why not)\b")
_TOLD = re.compile(
    r"(?:했|였|었|았|셨|갔|왔)(?:어요|습니다|네요|는데|더라|죠|다)\s*[.!~]*$|\b(?:was|were|did|left|called)\b"
)


def asks_of_people(text: str) -> bool:
    """Whether a tidy sentence wishes something that people of the shop do or leave."""
    low = flat(text)
    if len(low) > _LONGEST or not _WISH.search(low) or _TOLD.search(low) or _IDEA.search(low):
        return False
    return _of_calls(low) or _of_talk(low) or _of_paper(low) or _of_a_place(low)


def _of_calls(low: str) -> bool:
    """How and when somebody is phoned. "Don't call or text me" is about messages as well."""
    if not _CALL.search(low):
        return False
    if _RATHER_WRITE.search(low):
        return True
    return not _MESSAGE.search(low) and _AT_A_TIME.search(low) is not None and not _OF_OTHERS.search(low)


def _of_talk(low: str) -> bool:
    """Silence while one is served. Not to be made much of at the door is a setting of its own."""
    return all(pattern.search(low) for pattern in (_TALK, _WHILE_SERVED, _FORBIDS))


def _of_paper(low: str) -> bool:
    if not _PAPER.search(low) or not _WRITTEN_ON_IT.search(low) or _PUT_RIGHT.search(low):
        return False
    return not (_SENT.search(low) and _FORBIDS.search(low))


def _of_a_place(low: str) -> bool:
    return _PLACE.search(low) is not None and _LEFT_THERE.search(low) is not None
