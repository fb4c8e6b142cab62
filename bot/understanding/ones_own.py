"""Whether a detail in a sentence is the speaker's own, or somebody else's, or is only asked after."""

import re

_ASKS_WHOSE = re.compile(
    r"누구|누군|(?:손님|고객|회원|사람|분|단골)\S*\s*(?:혹시\s*)?(?:있|없|계[시세]|알|아[세시]|오[시셨]|왔|다녀|정보|기록|조회|찾)"
    r"|(?:등록|가입|저장)\S{0,3}\s*(?:있|없)|다녀\s?가(?:셨|신)|조회"
    r"|\bwho(?:se|'s| is| has| does)?\b|\bis there\b|\b(?:do|did|does) (?:you|they|anyone|anybody|somebody)\b"
    r"|\b(?:look up|find|search)\b|\b(?:customer|client|person|someone|somebody|anyone|anybody) with\b",
    re.IGNORECASE,
)
_OF_ONES_OWN = re.compile(
    r"바[꾸꿔꼈꿨뀌뀐껴]|변경|수정|고[쳐치칠]|새\s?(?:번호|폰|전화)|새로|(?<![가-힣])(?:내|제|저|나|저희|우리)(?![가-힣]{2})|등록해|적어"
    r"|\bchang\w+|\bupdat\w+|\bnew\b|\b(?:my|mine|me|i|i'm|i've)\b",
    re.IGNORECASE,
)


def asks_whose(text: str) -> bool:
    """Whether a sentence with a number in it asks about whoever has it, and says nothing of the speaker's own."""
    return _ASKS_WHOSE.search(text) is not None and _OF_ONES_OWN.search(text) is None


_KIN = (
    r"(?:(?:큰|작은|외|친)?(?:엄마|아빠|어머니|어머님|아버지|아버님|부모님|남편|신랑|아내|와이프|집사람|딸|딸내미|아들|아이|애기|아기|애|동생|언니|누나|오빠|형|친구"
    r"|할머니|할아버지|이모|고모|삼촌|조카|시어머니|시아버지|장모님?|장인|며느리|사위|손자|손녀|여자친구|남자친구|여친|남친|가족|지인|동료|강아지|고양이)|첫째|둘째|셋째|막내|장남|장녀)"
)
_DETAIL = r"(?:핸드폰|휴대폰|휴대전화|전화|폰|연락처|번호|생일|생신|돌|환갑|칠순|이름|성함|이메일|메일|주소)"
_ENGLISH_DETAIL = r"(?:phone|mobile|cell|number|birthday|bday|name|e-?mail|address)"
_OF_ANOTHER = re.compile(
    rf"(?<![가-힣]){_KIN}(?:분|님)?(?:의|네|들)?\s?{_DETAIL}(?!\s?(?:번호)?(?:으로|로)\s)"
    rf"|\b(?:his|her|their)\s(?:\w+\s)?{_ENGLISH_DETAIL}\b"
    r"|(?<!to )(?<!to my )(?<!use my )\b(?:my|our|the)\s(?:\w+\s)?(?:mother|father|mom|mum|dad|sister|brother|wife"
    r"|husband|son|daughter|kid|child|baby|grandma|grandpa|grandmother|grandfather|aunt|uncle|cousin|niece|nephew|girlfriend|boyfriend"
    rf"|fianc\w+|friend|partner|dog|cat|boss)'?s\s(?:\w+\s)?{_ENGLISH_DETAIL}\b",
    re.IGNORECASE,
)
# A number or a name that a receipt or a parcel is for.
_FOR_A_PAPER = re.compile(
    r"현금\s?영수증?|영수증|계산서|청구서|송장|입금|계좌|택배\s?(?:번호|기사)"
    r"|\b(?:receipts?|invoices?|the bill|tax|parcel|courier|account number)\b",
    re.IGNORECASE,
)
_IS_WRONG = re.compile(
    r"틀[려렸리린]|잘못|오타|수정|고쳐|정정|\b(?:wrong|misspel\w*|typo|incorrect|keeps|should (?:say|read))\b",
    re.IGNORECASE,
)
_BORN = re.compile(
    r"생일|생신|생년|태어|출생|년생|일생|월생|양력|음력|윤달|윤\s?\d"
    r"|\bbirth|\bborn\b|\bb-?day\b|\bdob\b|\blunar\b|\bsolar\b",
    re.IGNORECASE,
)
# What is asked for because of a birthday, and other days that something is needed for.
_FOR_A_BIRTHDAY = re.compile(
    r"(?:할인|쿠폰|혜택|이벤트|케이크|파티|선물)\S*\s?(?:\S+\s)?(?:되|돼|있|없|주나|줘|가능|받을)"
    r"|\b(?:do|does|is|are|can|could|any|what)\b.*\b(?:discounts?|coupons?|deals?|offers?|cakes?"
    r"|party|parties|presents?|gifts?)\b",
    re.IGNORECASE,
)
_OTHER_DAY = re.compile(
    r"기념일|결혼|돌잔치|졸업|입학|행사|면접|입[을어으]|쓸|써야|필요|예매|예약|공연|표(?=\s|\s?있)|보러|볼\s|찾[을으아]|맡기|여행|까지"
    r"|\b(?:anniversary|wedding|graduation|interview|need|needed|wear|tickets?|shows?|play|book|booking|trip|event"
    r"|pick(?:ed)? up|ready|by (?=\w+ \d|\d))",
    re.IGNORECASE,
)
# Whoever names somebody else's beside their own, has it put right or wants to be reached there gives one of their own.
_FOR_ONESELF = re.compile(
    r"바[꾸꿔꼈꿨]|변경|수정|고[쳐치칠]|정정|(?:으로|로)\s부탁|(?<![가-힣])(?:제|저의|내)\s?(?:거|것|번호|이름|생일|메일|이메일|주소|폰|전화)|대신|말고"
    r"|\b(?:instead|mine|mine's|my own|reach me|ring me|call me|should|put|change|switch|update|took|now)\b",
    re.IGNORECASE,
)


def is_ones_own(field: str, value: str | None, text: str) -> bool:
    """Whether a sentence that was read as a change of this detail speaks of the speaker's own and of nothing else: not
    of a husband's birthday, a receipt's number, or a day that something is needed by.
    """
    if _OF_ANOTHER.search(text) and not _FOR_ONESELF.search(text):
        return False
    if field in ("phone", "name") and _FOR_A_PAPER.search(text) and not _IS_WRONG.search(text):
        return False
    if field == "birthday" and value is not None:
        is_birthday = _BORN.search(text) is not None or _OTHER_DAY.search(text) is None
        return is_birthday and _FOR_A_BIRTHDAY.search(text) is None
    return True
