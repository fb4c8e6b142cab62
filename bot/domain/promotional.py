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
    r"|1\s?\+\s?1|2\s?\+\s?1|(?:원|투)\s?플러스\s?원|할\s인(?![원간생])|(?:디씨|(?<![A-Za-z])DC)\s?(?:해|행|중)"
    r"|혜택|기획전|한정\s?(?:수량|판매|특|기간)|기간\s?한정|선착순|마감\s?임박|가격\s?(?:인하|을?\s?내렸)|신제품|새로\s?(?:나온|출시)"
    r"|(?:포인트|적립금?)\S{0,2}\s?(?:두|세|[2-9])\s?배|(?:두|[2-9])\s?배\s?적립|더블\s?(?:포인트|적립)|캐시\s?백|페이\s?백"
    r"|(?:놀러|구경)\s?오|맛보(?:러|세)|(?:리뷰|후기|추천|소개)[^.!?\n]{0,8}면\s[^.!?\n]{0,12}(?:드려|드립|드릴|적립|[\d천만]\s?원)"
    r"|(?:친구|지인|가족)[^.!?\n]{0,6}(?:데려|데리고|모시고)[^.!?\n]{0,12}(?:무료|드려|드립|공짜|적립|[\d천만]\s?원)"
    r"|\b(?:discount(?:s|ed)?|promos?|promotions?|promotional|sales?|special offers?|offers?|bargains?|deals?"
    r"|giveaways?|buy one|half[\s-]?price|bogo|[23] for 1(?! hour)|limited[\s-](?:time|edition|offer)|clearance"
    r"|last chance|(?:double|triple|bonus|extra) points|(?:reduced|lowest|best|special|lower) prices?"
    r"|price (?:cuts?|drops?)|new arrivals?|our new (?:menu|collection|line|range|product|drink|season)s?|cash\s?back"
    r"|rebates?|freebies?|cheaper|exclusive|(?:bring|refer) (?:a|your) friends?|win (?:a|an|free)"
    r"|save (?:up to )?[₩$€£]?\d[\d,]*)\b"
)
_PERCENT = re.compile(r"(?<![\d.])(?!100\s?%)\d{1,3}\s?(?:%|퍼센트|percent)", re.IGNORECASE)
# Money that goes back to who paid it settles a deal ("50 %를 환불해 드릴게요"), unless what it is tied to sells again.
_PAYS_BACK = re.compile(
    r"환불|환급|돌려|보상|배상|변상|refund|reimburs|compensat"
    r"|\b(?:pay|pays|paid|paying|give|giving|send|sending|money)\b.{0,30}\bback\b",
    re.IGNORECASE,
)
_TEMPTS = re.compile(
    r"깎|싸게|저렴|덤으로|포인트|적립|캐시백|페이백|보상\s?판매|보상\s?교환|행사|기념|최대|다음\s?(?:번|방문|에)|오시면|사시면|구매하시면|맡기시면"
    r"|이번\s?(?:주|달)|누구나|모든|만족|보장|추천"
    r"|\b(?:off|points?|cash\s?backs?|up to|next|visits?|every|everyone|this (?:week|month)|trade.?in|cheaper|bonus"
    r"|extra|satisf\w+|guarantee\w*|save|if you)\b",
    re.IGNORECASE,
)
_NEAR = 24
_SENTENCE = re.compile(r"(?<=[.!?。])\s+|\n")
_GIVING = r"쿠폰|증정|사은품|무료\s?(?:증정|쿠폰|체험)|적립금\s?지급|\b(?:coupons?|vouchers?|free gifts?)\b"

_SELLS = re.compile(f"{_SELLING}|{_GIVING}", re.IGNORECASE)
_SELLS_BESIDE_A_GIFT = re.compile(_SELLING, re.IGNORECASE)
_UNSEEN = {ord(sign): None for sign in "\u00ad\u200b\u200c\u200d\u2060\ufeff"}


def sells(text: str, *, gift_owed: bool = False) -> bool:
    """Whether the text holds a word of selling, in whatever width of letters and with whatever unseen signs between.

    With `gift_owed` the words that name what is given are none.
    """
    plain = unicodedata.normalize("NFKC", text).translate(_UNSEEN)
    words = _SELLS_BESIDE_A_GIFT if gift_owed else _SELLS
    return words.search(plain) is not None or any(_a_share_off(sentence) for sentence in _SENTENCE.split(plain))


def _a_share_off(sentence: str) -> bool:
    """Whether it names a part of a hundred that is not just paid back."""
    tempts = _TEMPTS.search(sentence) is not None
    return any(
        tempts or not _PAYS_BACK.search(sentence[max(found.start() - _NEAR, 0) : found.end() + _NEAR])
        for found in _PERCENT.finditer(sentence)
    )
