"""A customer who asks whose a number is, or whether the shop knows it: that gives no new number of their own."""

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
