"""What a column holds by what stands in it, where neither its heading nor its sound says so: a guess, to be shown.

Only what cannot well be anything else is taken: mobile numbers, e-mail addresses, and days where a file needs a date.
"""

import re
from collections.abc import Sequence

from bot.domain.cells import is_blank
from bot.domain.headings import COLUMNS_OF, Column, SheetKind

_FEWEST = 3
_PHONE = re.compile(r"'?(?:\+?82[-.\s]?|0)?1[016789][-.\s]?\d{3,4}[-.\s]?\d{4}")
_EMAIL = re.compile(r"[^\s@,]+@[^\s@,]+\.[^\s@,]+")
_DAY = re.compile(
    r"'?(?:(?:19|20)\d\d\s?[-./년]\s?\d{1,2}\s?[-./월]\s?\d{1,2}\s?[일.]?|\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d)"
    r"(?:[ T].{0,20})?"
)


def column_by_content(
    heading: str, cells: Sequence[str], kind: SheetKind, moment: Column | None, *, may_be_a_day: bool
) -> Column | None:
    """The column that these cells below a heading make it. `moment` is the date that this kind of file needs; headings
    that are known to be another day (`may_be_a_day`) are none.
    """
    told = [cell.strip() for cell in cells if not is_blank(cell)]
    if len(told) < _FEWEST:
        return None
    for column, pattern in ((Column.PHONE, _PHONE), (Column.EMAIL, _EMAIL), (moment, _DAY if may_be_a_day else None)):
        if column is None or pattern is None or column not in COLUMNS_OF[kind] or pattern.fullmatch(heading.strip()):
            continue
        if all(pattern.fullmatch(cell) for cell in told):
            return column
    return None
