"""The forms under which a name is found: whole, without surname, by initials, by sound; and what clings to it."""

import re
import unicodedata
from functools import cache

from bot.understanding import hangul, sounds
from bot.understanding.phrasebook import phrases

# 남궁철 is 남궁 + 철: surnames of two syllables.
_LONG_SURNAMES = frozenset(
    ["남궁", "선우", "황보", "제갈", "사공", "서문", "독고", "동방", "어금", "망절", "강전", "장곡"]
)
# So many consonants make a foreign word recognisable. Fewer are shared by too many Korean words, and such a name is
# found by its entry in the list only.
_TELLING = 4
_NOT_LETTERS = re.compile(r"[\s.,\-_'’·]+")
_LATIN_TAILS = re.compile(r"(?:['’]?s)$")
_TITLES = re.compile(
    r"^(?:mr|mrs|ms|miss|mister|missus|mx|dr|doctor|prof|professor|madam|madame|sir|auntie|uncle)\b\.?\s*",
    re.IGNORECASE,
)


@cache
def _tails() -> tuple[frozenset[str], int]:
    """What may follow a Korean name: particles, titles and the familiar 이; and the length of the longest."""
    groups: dict[str, list[str]] = phrases("ko")["name_tails"]
    tails = frozenset(tail for group in groups.values() for tail in group)
    return tails, max(map(len, tails))


def key(text: str) -> str:
    """A name or a query as it is compared: NFC, lower case, no spaces or dots."""
    return _NOT_LETTERS.sub("", unicodedata.normalize("NFC", text).casefold())


def without_tails(token: str) -> tuple[str, ...]:
    """The token as it is and without honorifics and particles, least cut first: 지훈이, 지훈.

    Which reading is right only the list of names can tell, for a name may end in 이 as well.
    """
    token = _TITLES.sub("", token.strip())
    readings = [token]
    if token and not hangul.is_syllable(token[-1]):
        bare = _LATIN_TAILS.sub("", token)
        return (token, bare) if bare != token else (token,)
    tails, longest = _tails()
    at = 0
    while at < len(readings) and len(readings) < 12:
        reading = readings[at]
        at += 1
        for size in range(min(longest, len(reading) - 2), 0, -1):
            if reading[-size:] in tails:
                bare = reading[:-size].rstrip()
                if len(bare) >= 2 and bare not in readings:
                    readings.append(bare)
    return tuple(sorted(readings, key=len, reverse=True))


def titled(token: str) -> str:
    """The surname of "Mr Namgung"; nothing for what has no title or more than a surname behind it."""
    title = _TITLES.match(token)
    # "We miss you" is about nobody called You.
    rest = token[title.end() :].strip() if title and not token.lower().startswith("miss") else ""
    return key(rest) if rest.isascii() and rest.isalpha() else ""


def surnames_of(query: str) -> list[str]:
    """The Korean surnames that one Latin word may stand for: 김 of "kim"."""
    if not query.isascii() or not query.isalpha():
        return []
    return _surnames_by_sound().get(sounds.sound(query), [])


@cache
def _surnames_by_sound() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for surname in (*phrases("ko")["people"]["surnames"], *_LONG_SURNAMES):
        found.setdefault(sounds.sound(surname), []).append(surname)
    return found


def givens(name: str) -> list[str]:
    """What a person may be called without the surname: 수연 of 김수연, each word of a Latin name."""
    full = key(name)
    if not hangul.is_hangul(full):
        words = [key(word) for word in name.split()]
        # "Carter, Emily" is how lists have it.
        backwards = "".join(reversed(words))
        return [*(word for word in words if len(word) >= 2), backwards] if len(words) > 1 else []
    cuts = {1} | ({2} if full[:2] in _LONG_SURNAMES else set())
    return [full[cut:] for cut in sorted(cuts) if len(full) - cut >= 2]


def initial_forms(name: str) -> list[str]:
    full = hangul.initials(name)
    return [full, full[1:]] if len(full) >= 3 else [full] if len(full) == 2 else []


def sound_forms(name: str) -> list[str]:
    """Keys under which the other script finds the name."""
    full = key(name)
    if hangul.is_hangul(full):
        cut = 2 if full[:2] in _LONG_SURNAMES and len(full) > 2 else 1
        surname, given = sounds.sound(full[:cut]), sounds.sound(full[cut:])
        keys = [
            sounds.undouble(surname + given),
            sounds.undouble(given + surname),
            given if len(full) - cut >= 2 else "",
        ]
        return [form for form in dict.fromkeys(keys) if len(form) >= 3]
    words = [word for word in name.split() if key(word)]
    whole = _foreign_whole(words)
    return list(dict.fromkeys([whole, *("=" + key(word) for word in words), *_foreign_words(words)]))


def _foreign_words(words: list[str]) -> list[str]:
    keys = ["~" + sounds.foreign_key(word) for word in words]
    return [form for form in keys if len(form.strip("~*")) >= _TELLING]


def _foreign_whole(words: list[str]) -> str:
    first, *rest = (sounds.foreign_key(word) for word in words)
    return "~" + sounds.undouble(first + "".join(part.lstrip("*") for part in rest))


def sounded(query: str) -> list[str]:
    """The keys of `_sounds` that the query asks for."""
    if hangul.is_hangul(query):
        if len(query) < 2:
            return []
        latin = sounds.latin_of(query)
        forms = ["=" + latin] if latin else []
        for cut in range(2, min(len(query), sounds.longest_foreign() + 1)):
            first = sounds.latin_of(query[:cut])
            if first:
                forms.append(_foreign_whole([first, query[cut:]]))
        plain = "~" + sounds.foreign_key(query)
        return [*forms, plain] if len(plain.strip("~*")) >= _TELLING else forms
    if not query.isascii() or len(query) < 3 or any(char.isdigit() for char in query):
        return []
    return [form for form in (sounds.sound(query), *_surname_readings(query)) if len(form) >= 3]


def _surname_readings(query: str) -> list[str]:
    """Readings of a joined "jihoonlee" whose surname is not spelled as it sounds."""
    found = []
    for cut in (2, 3, 4):
        for surname, given in ((query[:cut], query[cut:]), (query[-cut:], query[:-cut])):
            if len(given) >= 2 and surname in sounds.SURNAMES:
                found.append(sounds.undouble(sounds.sound(surname) + sounds.sound(given)))
    return found
