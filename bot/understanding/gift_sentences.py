"""A gift is handed over at the counter: "선물 4821 썼어". Read as a whole; its number is said with the word for it."""

import re

from bot.understanding.asks.campaigns import GiftUsed

_DONE_KO = (
    r"(?:을|를|은|는)?\s*(?:손님이?\s*)?(?:방금\s*|오늘\s*)?(?:썼|쓰셨|쓰심|씀|사용|드렸|드림|줬|받아\s*가셨|받아\s*갔|받으셨|받았"
    r"|가져\s*가셨|가져\s*갔|교환|찾아\s*가셨|찾아\s*갔|처리|지급|완료)[가-힣\s]{0,8}"
)
_DONE_EN = (
    r"(?:was |has been |is |just |got )*(?:used|redeemed|handed over|given(?: out)?|picked up|claimed|collected|done)"
)
_GIFT = re.compile(
    rf"(?:선물|사은품)\s*(?:번호)?\s*(?P<ko>\d{{4,5}})\s*(?:번)?\s*{_DONE_KO}"
    rf"|(?P<first>\d{{4,5}})\s*번?\s*(?:선물|사은품)\s*{_DONE_KO}"
    rf"|(?:the )?gift (?:no\.? |number |#)?(?P<en>\d{{4,5}}) {_DONE_EN}(?: (?:now|today|just now))?"
    r"|(?:use|redeem|hand over|hand out|mark|give|gave|handed over|redeemed|used) (?:the )?gift (?:no\.? |number |#)?"
    r"(?P<deed>\d{4,5})(?: as (?:used|redeemed))?"
)


def read_gift(text: str) -> GiftUsed | None:
    """What a tidy sentence says of a gift, or None."""
    found = _GIFT.fullmatch(text.lower().strip(" .!~"))
    return GiftUsed(int(next(number for number in found.groups() if number))) if found is not None else None
