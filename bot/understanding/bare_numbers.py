"""A number and hardly anything else: "127번", "no. 91", "127번 어디야?".

Below a hundred it may be a row of the list that was shown last, above it is a tag; who asks where it is means a tag.
Four figures alone are the end of a phone number, and no business of this page. Nor is "no 3" or "no 15000", which
sets right what was written last: a number of a tag has two figures or three there.
"""

import re

from bot.understanding.asks.lists import Pick
from bot.understanding.asks.orders import FindTag

_NUMBER = re.compile(
    r"(?P<before>(?:where(?:'?s| is)|whose is|what about|how about|show(?: me)?|find|look up)\s)?"
    r"(?P<sign>number\s|no\.\s?|no\s(?=\d{2,3}\b)|nr\.?\s|#\s?)?(?P<number>\d{1,6})(?P<korean>\s?번)?(?:은|는|이|거|꺼|것|요|이요|이야|인데요?)*"
    r"(?P<behind>\s(?:어디\S{0,4}(?:\s있\S{0,4})?|어딨\S{0,3}|누구\S{0,4}|찾아\s?줘\S{0,2}|보여\s?줘\S{0,2}|다\s?됐\S{0,2}\?))?"
    r"(?:\s(?:please|pls))?\s*[?!.~]*"
)
_WHERE = re.compile(r"where|whose|find|look up|어디|어딨|누구|찾아")
_LAST_FOUR, _ROWS = 4, 100


def read_bare_number(text: str) -> Pick | FindTag | None:
    """The row or tag of a tidy text; None for anything else."""
    low = text.lower().replace("’", "'").strip()
    found = _NUMBER.fullmatch(low)
    if found is None:
        return None
    digits = found["number"]
    is_numbered = bool(found["sign"] or found["korean"])
    if not is_numbered and len(digits) >= _LAST_FOUR:
        return None
    if _WHERE.search(low) and (is_numbered or len(digits) < _LAST_FOUR):
        return FindTag(digits)
    number = int(digits)
    return Pick(number) if 0 < number < _ROWS else FindTag(digits)
