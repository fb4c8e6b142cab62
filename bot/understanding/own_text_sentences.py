"""The shop's own words for a message: "영수증 문구 보여줘", "reminder text: see you at {time}"."""

import re

from bot.understanding.asks.texts import MessageText

_TEXTS = {
    "reminder": r"예약\s*(?:전날\s*)?(?:알림|안내)|전날\s*알림|(?:booking |appointment )?reminders?",
    "ready": r"(?:완성|다\s*됐다는|다\s*된|준비)\s*(?:알림|안내)|ready (?:notices?|messages?)|ready",
    "receipt": r"(?:저녁\s*|방문\s*)?(?:내역|영수증)|(?:evening )?receipts?",
    "uncollected": r"(?:안\s*찾아\s*(?:간|가신)|미수령|3주)\s*(?:알림|안내|질문)"
    r"|(?:uncollected|pick-?up) (?:reminders?|messages?|notices?)",
}
_TEXT_OF = "|".join(f"(?P<{which}>{names})" for which, names in _TEXTS.items())
_TEXT_KO = re.compile(
    rf"(?:{_TEXT_OF})\s*(?:문구|글|문장|텍스트|메시지\s*글)\s*(?:"
    r"(?:은|는|을|를)?\s*(?P<reset>원래대로|처음대로|초기화|지워|기본으로)\S*(?:\s*\S+)?"
    r"|(?:은|는|을|를|이)?\s*(?P<show>보여\S*|뭐\S*|바꿔\S*|바꿀래|알려\S*|어떻게\S*|확인\S*)(?:\s*(?:줘|주세요|돼|되어|있어))*\??"
    r"|(?P<show2>)|(?:은|는|을|를)?\s*[:：]\s*(?P<text>\S.*))",
    re.IGNORECASE,
)
_TEXT_EN = re.compile(
    rf"(?:(?P<reset>reset|restore)|(?P<show>show|what is|what's|change|see))?\s*(?:me )?(?:the |our )?"
    rf"(?:{_TEXT_OF}) (?:text|wording|words)"
    r"(?P<show2>)?\??(?:\s*:\s*(?P<text>\S.*))?",
    re.IGNORECASE,
)


def read_own_text(said: str) -> MessageText | None:
    """What a tidy sentence says of them: show, change, or put them back."""
    found = _TEXT_KO.fullmatch(said) or _TEXT_EN.fullmatch(said)
    if found is None:
        return None
    which = next(one for one in _TEXTS if found[one])
    return MessageText(which, "" if found["reset"] else found["text"])


def text_named(low: str) -> str:
    """Which message's words a sentence in small letters speaks of; "" for none in particular."""
    return next((which for which, names in _TEXTS.items() if re.search(names, low)), "")
