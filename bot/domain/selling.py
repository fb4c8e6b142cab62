"""Whether somebody's own words sell something: one line that does makes the whole message advertising (KISA, 50(1))."""

import re

_SELLS = re.compile(
    r"할인|세일|쿠폰|이벤트|특가|프로모션|사은품|증정|경품|무료\s?(?:증정|쿠폰|체험)|신메뉴|신상품|반값|\d\s?%|원\s?(?:행사|이벤트)"
    r"|\b(?:discounts?|coupons?|offers?|promos?|promotions?|sale|percent off|giveaways?|deals?)\b",
    re.IGNORECASE,
)


def sells(text: str) -> bool:
    """Whether the text holds a word of selling."""
    return _SELLS.search(text) is not None
