"""Whether words sell something: one line that does makes the whole message advertising (KISA, Network Act 50(1)).

A gift that is owed by terms stated before is no advertising ("except where a contract obliges"), so a message that
delivers one may name it; any other word of selling in it makes it advertising like every message.
"""

import re
import unicodedata

LABEL = "(광고)"
"""What stands first in advertising, in this very spelling, whatever language follows (Network Act 50(4))."""

_SELLING = (
    r"할인|특가|프로모션|이벤트|경품|반값|신메뉴|신상품|특별가|최저가|파격|타임딜|핫딜|원\s?행사|행사\s?(?:가|상품|중)"
    r"|(?<![가-힣])세일(?![러즈님이씨])|(?:할인|바겐|시즌|정기|깜짝|창고|빅|봄|여름|가을|겨울)\s?세일"
    r"|(?<![\d.])(?!100\s?%)\d{1,3}\s?(?:%|퍼센트|percent)"
    r"|1\s?\+\s?1|2\s?\+\s?1"
    r"|\b(?:discount(?:s|ed)?|promos?|promotions?|promotional|sales?|special offers?|offers?|bargains?|deals?"
    r"|giveaways?|buy one)\b"
)
_GIVING = r"쿠폰|증정|사은품|무료\s?(?:증정|쿠폰|체험)|적립금\s?지급|\b(?:coupons?|vouchers?|free gifts?)\b"

_SELLS = re.compile(f"{_SELLING}|{_GIVING}", re.IGNORECASE)
_SELLS_BESIDE_A_GIFT = re.compile(_SELLING, re.IGNORECASE)
_UNSEEN = {ord(sign): None for sign in "\u00ad\u200b\u200c\u200d\u2060\ufeff"}


def sells(text: str, *, gift_owed: bool = False) -> bool:
    """Whether the text holds a word of selling, in whatever width of letters and with whatever unseen signs between.

    With `gift_owed` the words that name what is given are none.
    """
    plain = unicodedata.normalize("NFKC", text).translate(_UNSEEN)
    return (_SELLS_BESIDE_A_GIFT if gift_owed else _SELLS).search(plain) is not None
