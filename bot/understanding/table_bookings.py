"""A time that is to be kept in a name: "table at 7 under the name Carter", "내일 7시 김수연 이름으로 두 명이요".

The name is whose booking it is, and nobody's new name.
"""

import re
from datetime import date, datetime

from bot.understanding.booking_names import whose_booking
from bot.understanding.normalise import flat

_IN_A_NAME = re.compile(
    r"\bunder (?!\d)(?:the |my )?(?:sur|last |first |family )?(?:name )?(?:of )?\w|\bin the name (?:of )?\w"
    r"|이름으로|성함으로|명의로"
)
_NAMES = re.compile(r"\bname(?:'?s| is| of| will be)?\s\w")
_KEPT = re.compile(
    r"\b(?:table|seats?|booth|reserv\w+|book(?:ing)?|appointment|appt|slot|put me down|pencil me in|squeeze me in)\b"
    r"|예약|테이블|좌석|자리\s?(?:하나|있|되|잡|부탁|예약)|(?:\d+|한|두|세|네|다섯|여섯|일곱|여덟)\s?(?:명|인|분)(?!\s?(?:뒤|후|전|쯤|정도))"
)
_BOOKS = re.compile(r"^(?:(?:hi|hello|please|can|could|you|i|we|i'?d like to|i want to|i need to)[\s,]+)*book\b")
_TABLE = re.compile(
    r"\btables? (?:for|at|by|tonight|tomorrow|on|this|under|please|in the (?:morning|evening))\b|테이블"
)
# A name that is to be corrected; a time that is to be moved or cancelled, or is asked about.
_ANOTHER_MATTER = re.compile(
    r"바꿔|바꾸|변경|고쳐|수정|정정|개명|취소|캔슬|옮|미[뤄루룰]|당겨|늦춰|[무어]슨\s?이름|어떤\s?이름|했[어는던]|돼\s?있|되어\s?있|됐"
    r"|\b(?:change|update|correct|fix|wrong|spell\w*|rename|married|call me|is now|cancel\w*|call off|move|reschedule"
    r"|postpone|(?:what|which) name|is (?:my|there)|do (?:i|we) have|have i|was|did)\b"
)


def keeps_a_time(text: str, when: datetime | date | None) -> bool:
    """Whether it asks for a table, or for a time in somebody's name, `when` being the time that it speaks of."""
    low = flat(text)
    if when is None or _ANOTHER_MATTER.search(low):
        return False
    if _TABLE.search(low):
        return True
    of_somebody = _IN_A_NAME.search(low) or (_BOOKS.search(low) and whose_booking(text))
    if of_somebody and isinstance(when, datetime):
        return True
    return _KEPT.search(low) is not None and (_IN_A_NAME.search(low) or _NAMES.search(low)) is not None
