"""The hours as the shop wrote them, said in the language of whoever reads: "일요일은 쉬어요" is "Sun closed"."""

import re

from bot.domain.opening import CLOSED, Hours, read_clauses, speaks_of_holidays, weekday_said, weekdays_said
from bot.domain.outgoing import Value, in_each_language

# Signs by which words of the other language are known. An hour's "am" and "pm" is read by everybody.
_OTHER = {"en": re.compile(r"[가-힣]"), "ko": re.compile(r"(?!\b[ap]\.?m\b)\b[a-z]{2,}", re.IGNORECASE)}
_HOLIDAYS = {"en": "public holidays closed", "ko": "공휴일 휴무"}


def spoken_hours(text: str) -> Value:
    """Words about hours as a value of a message: as they stand where both languages read them so."""
    said = [(language, hours_in(text, language)) for language in _OTHER]
    return text if all(one == text for _, one in said) else in_each_language(said)


def hours_in(text: str, language: str) -> str:
    """The words about hours in this language; as they stand where they are in it, or cannot be read for certain."""
    clauses = read_clauses(text) if _OTHER[language].search(text) else None
    if not clauses:
        return text
    said = [_said(clause.days, clause.then, clause.text, language) for clause in clauses]
    return ", ".join([*said, *([_HOLIDAYS[language]] if speaks_of_holidays(text) else [])])


def _said(days: frozenset[int], then: Hours | str, text: str, language: str) -> str:
    if isinstance(then, Hours) and not weekdays_said(text)[0]:
        return f"{then.opens:%H:%M}-{then.closes:%H:%M}"
    return weekday_said(sorted(days), None if then == CLOSED or isinstance(then, str) else then, language)
