"""The 010 number that an old mobile number became, by the rule of 24 December 2003 (Ministry of Information and
Communication, "010 전환용 국번호"; the table as the press printed it: etnews 2003-12-25, donga.com 2008-08-26).

Whoever moved to another company, or took a new number, is not found by it: a candidate is something to ask, and never
something to write down.
"""

import re

_OLD = re.compile(r"\+82(?P<prefix>1[16789])(?P<exchange>\d{3,4})(?P<line>\d{4})")

# By prefix: exchanges from and to, and what is added to them as a number: 200 and 5000 is 5200.
_RULE: dict[str, tuple[tuple[int, int, int], ...]] = {
    "11": ((200, 499, 5000), (500, 899, 3000), (1700, 1799, 5400), (9000, 9499, 0), (9500, 9999, -1000)),
    "16": ((200, 499, 3000), (500, 899, 2000), (9000, 9499, -2000), (9500, 9999, 0)),
    "17": ((200, 499, 6000), (500, 899, 4000)),
    "18": ((200, 499, 4000), (500, 899, 6000)),
    "19": ((200, 499, 2000), (500, 899, 5000), (9000, 9499, -1000), (9500, 9999, -2000)),
}


def candidate(e164: str) -> str | None:
    """The number in E.164 that this one may have become; None for exchanges that the rule does not name."""
    found = _OLD.fullmatch(e164)
    if found is None:
        return None
    exchange = int(found["exchange"])
    for first, last, added in _RULE[found["prefix"]]:
        if first <= exchange <= last:
            return f"+8210{exchange + added:04}{found['line']}"
    return None
