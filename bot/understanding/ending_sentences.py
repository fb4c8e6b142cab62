"""What the owner says about the end of points and of what was paid ahead: "포인트는 1년 지나면 소멸".

Such a sentence names what ends, its age or that it never does, and nothing else: one word more makes it something else.
"""

import re

from bot.understanding.asks.money import PointsEnd, PrepaidEnd

_PARTICLE = r"(?:은|는|이|가|을|를|의|도|에는?|로|으로)?(?![가-힣])"
_COUNT = r"\d{1,3}|한|두|세|석|네|넉|다섯|여섯|열두|열|일|이|삼|an?|one|two|three|four|five|six|twelve|eighteen"
# In this order: what was found is not looked at again.
_PIECES = {
    name: re.compile(pattern)
    for name, pattern in {
        "never": r"(?:유효\s*기[간한]|사용\s*기한|기한|소멸|만료일?|expir(?:y|ation)|end)(?: date)?"
        r"(?:은|는|이|을|를|도)?\s*"
        r"(?:없애|없이|없어도|없음|없게|풀어|지워|꺼|빼|삭제|그만|무제한|안|하지|시키지)\S*"
        r"(?:\s*(?:되게|돼|되|하게|해|마|말아|않게)\S*)?"
        r"|(?:안|절대)\s*(?:없어지|사라지)\S*|평생\S*|무기한\S*|계속\s*쓸\s*수\s*있\S*"
        r"|\b(?:never|not|don't|dont|do not|shouldn't) (?:to )?(?:expires?|ends?|lapses?|runs? out)\b"
        r"|\b(?:no|remove|turn off|cancel|drop|clear|lift|stop)(?: the| having)? "
        r"(?:(?:expir(?:y|ation|ing)|end(?:ing)?)(?: dates?)?\b"
        r"|(?=(?:loyalty |reward )?points? (?:expir(?:y|ation)|end date)))",
        "points": rf"(?:포인트|적립금|마일리지){_PARTICLE}|\b(?:loyalty |reward |bonus )?points?\b",
        "prepaid": rf"(?:선불\s*잔액|선불금?|충전금|예치금|정액권|회원권){_PARTICLE}"
        r"|\b(?:prepaid(?: (?:money|balances?|credits?))?|store credit|prepayments?)\b",
        "age": rf"(?:(?P<count>{_COUNT})[\s-]*(?P<unit>년|해|개월|달|years?|months?)|(?P<half>반년|half a year))"
        r"(?:\s*(?:동안|뒤|후|이후))?(?:이야|이에요|이면|으로|로|이|만|에)?(?=까지|[^가-힣]|$)",
        "asks": r"[?？]|언제\S*|얼마\S*|어떻게\S*|몇\S*|있어\S*|보여\S*|알려\S*"
        r"|\b(?:when|how long|how|what's|what is|whats|show|do)\b",
        "ends": r"소멸\S*|만료\S*|없어져\S*|없어지\S*|없애\S*|사라져\S*|사라지\S*|무효\S*|못\s*써\S*|까지만?"
        r"|(?:유효\s*기[간한]|사용\s*기한|기한)(?:은|는|이|을|를)?"
        r"|\b(?:expires?|expir(?:y|ation)|ends?|lapses?|runs? out|are gone|disappear|valid|last)\b",
        "rest": r"우리|가게|손님|지나면|넘으면|되면|지난|지나서|지나|뒤에?는?|후에?는?|자동(?:으로)?|씩"
        r"|적립(?:하고|한\s*지|일로부터)?|쌓(?:이고|은\s*지)|(?:준|받은)\s*지"
        r"|(?:해|하자|할게|정해|설정|부탁)\S*|줘|주세요|하게|되게|이야|이에요|예요|야|요"
        r"|\b(?:please|the|our|my|customers?'?s?|of|for|on|all|a|let|make|should|must|will|can|to|are|is|be|they|after|in"
        r"|within|only|old|rule|date|me|it|from now on|does)\b",
    }.items()
}
_NUMBERS = {
    "한": 1, "두": 2, "세": 3, "석": 3, "네": 4, "넉": 4, "다섯": 5, "여섯": 6, "열": 10, "열두": 12, "일": 1, "이": 2,
    "삼": 3, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "twelve": 12,
    "eighteen": 18,
}  # fmt: skip


def read_ending(said: str) -> PointsEnd | PrepaidEnd | None:
    """What a tidy sentence says about it, or None."""
    left, found = said.lower(), {}
    for name, pattern in _PIECES.items():
        match = pattern.search(left)
        if match is not None:
            found[name], left = match, pattern.sub(" ", left)
    is_about = ("points" in found) != ("prepaid" in found) and ("never" in found or "ends" in found)
    if not is_about or any(sign.isalnum() for sign in left) or ("never" in found and "age" in found):
        return None
    if "prepaid" in found:
        return PrepaidEnd()
    if "asks" in found:
        return PointsEnd()
    if "never" in found:
        return PointsEnd(0)
    return PointsEnd(_months(found["age"]) if "age" in found else None)


def _months(age: re.Match[str]) -> int:
    if age["half"]:
        return 6
    count = int(age["count"]) if age["count"].isdigit() else _NUMBERS[age["count"]]
    return count * 12 if age["unit"].startswith(("년", "해", "year")) else count
