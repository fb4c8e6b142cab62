"""Who could be meant: finding people by what is said or typed of their name."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.understanding import hangul, sounds
from bot.understanding.phrasebook import phrases


class MatchKind(IntEnum):
    """How a name was hit, the surest first."""

    FULL = 1
    GIVEN = 2
    INITIALS = 3
    SOUND = 4
    PART = 5
    TYPO = 6


@dataclass(frozen=True, slots=True)
class NameMatch:
    """`distance` is how far off a typo is (0 for the other kinds); smaller is better within one kind."""

    id: int
    name: str
    kind: MatchKind
    distance: float = 0.0


# 남궁철 is 남궁 + 철: surnames of two syllables.
_LONG_SURNAMES = frozenset(["남궁", "선우", "황보", "제갈", "사공", "서문", "독고", "동방", "어금", "망절", "강전", "장곡"])
# So many consonants make a foreign word recognisable; fewer are shared by too many Korean words, and such a name is found
# by its entry in the list only.
_TELLING = 4
_NOT_LETTERS = re.compile(r"[\s.,\-_'’·]+")

_LATIN_TAILS = re.compile(r"(?:['’]?s)$")
_TITLES = re.compile(r"^(?:mr|mrs|ms|miss|mx|dr|madam|sir)\b\.?\s*", re.IGNORECASE)

@cache
def _tails() -> list[str]:
    """What may follow a Korean name, longest first: particles, titles and the familiar 이."""
    groups: dict[str, list[str]] = phrases("ko")["name_tails"]
    return sorted((tail for group in groups.values() for tail in group), key=len, reverse=True)


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
    at = 0
    while at < len(readings) and len(readings) < 12:
        reading = readings[at]
        at += 1
        for tail in _tails():
            bare = reading[: -len(tail)].rstrip()
            if reading.endswith(tail) and len(bare) >= 2 and bare not in readings:
                readings.append(bare)
    return tuple(sorted(readings, key=len, reverse=True))


class NameIndex:
    """Everybody's names in memory, kept up to date one person at a time.

    `version` is the caller's: the newest name change that the index has seen.
    """

    def __init__(self, people: Iterable[tuple[int, str]] = (), version: int = 0) -> None:
        self.version = version
        self._names: dict[int, str] = {}
        self._full: dict[str, list[int]] = {}
        self._given: dict[str, list[int]] = {}
        self._initials: dict[str, list[int]] = {}
        self._sounds: dict[str, list[int]] = {}
        self._typed_full: dict[str, str] = {}
        self._typed_given: dict[str, str] = {}
        for person, name in people:
            self.add(person, name)

    def __len__(self) -> int:
        return len(self._names)

    def name_of(self, person: int) -> str | None:
        return self._names.get(person)

    def add(self, person: int, name: str) -> None:
        """Take in one person, or their new name if they are known already."""
        self.remove(person)
        self._names[person] = name
        for table, form in self._tables(name):
            table.setdefault(form, []).append(person)
        full = key(name)
        self._typed_full.setdefault(full, hangul.strokes(full))
        for given in _givens(name):
            self._typed_given.setdefault(given, hangul.strokes(given))

    def rename(self, person: int, name: str) -> None:
        self.add(person, name)

    def remove(self, person: int) -> None:
        """Forget one person; nobody of that id is fine."""
        name = self._names.pop(person, None)
        if name is None:
            return
        for table, form in self._tables(name):
            table[form].remove(person)
            if not table[form]:
                del table[form]
        full = key(name)
        if full not in self._full:
            self._typed_full.pop(full, None)
        for given in _givens(name):
            if given not in self._given:
                self._typed_given.pop(given, None)

    def knows(self, token: str) -> MatchKind | None:
        """The surest way in which somebody is called so, typos left out; cheap enough to ask of every word."""
        for reading in without_tails(token):
            kind = self._exact_kind(key(reading))
            if kind:
                return kind
        return None

    def knows_exactly(self, name: str) -> bool:
        """Whether somebody's full or given name is just this."""
        return name in self._full or name in self._given

    def who(self, query: str, limit: int = 10) -> tuple[NameMatch, ...]:
        """Those who can be meant: only the surest kind of match, and of typos only the nearest."""
        found = self.search(query, limit)
        return tuple(match for match in found if match.kind == found[0].kind and match.distance == found[0].distance)

    def search(self, query: str, limit: int = 10) -> tuple[NameMatch, ...]:
        """The best `limit` matches, the surest first; equally good ones by name, then by id."""
        found: dict[int, NameMatch] = {}
        for reading in without_tails(query):
            for match in self._exact(key(reading)):
                if match.id not in found or match.kind < found[match.id].kind:
                    found[match.id] = match
        if not any(match.kind < MatchKind.PART for match in found.values()):
            for reading in without_tails(query):
                for match in (*self._partial(key(reading)), *self._typos(key(reading))):
                    known = found.get(match.id)
                    if known is None or (match.kind, match.distance) < (known.kind, known.distance):
                        found[match.id] = match
        ranked = sorted(found.values(), key=lambda match: (match.kind, match.distance, match.name, match.id))
        return tuple(ranked[:limit])

    def _tables(self, name: str) -> list[tuple[dict[str, list[int]], str]]:
        """Every table with the form under which the name stands in it."""
        full = key(name)
        return [
            (self._full, full),
            *((self._given, given) for given in _givens(name) if given != full),
            *((self._initials, form) for form in _initials(name)),
            *((self._sounds, form) for form in _sounds(name)),
        ]

    def _exact_kind(self, query: str) -> MatchKind | None:
        if query in self._full:
            return MatchKind.FULL
        if query in self._given:
            return MatchKind.GIVEN
        if hangul.is_initials(query) and query in self._initials:
            return MatchKind.INITIALS
        if any(form in self._sounds for form in _sounded(query)):
            return MatchKind.SOUND
        return None

    def _exact(self, query: str) -> list[NameMatch]:
        kind = self._exact_kind(query)
        match kind:
            case MatchKind.FULL:
                people = self._full[query]
            case MatchKind.GIVEN:
                people = self._given[query]
            case MatchKind.INITIALS:
                people = self._initials[query]
            case MatchKind.SOUND:
                people = [person for form in _sounded(query) for person in self._sounds.get(form, ())]
            case _:
                return []
        return [NameMatch(person, self._names[person], kind) for person in people]

    def _partial(self, query: str) -> list[NameMatch]:
        """People whose name has the query in it: from two syllables or three letters up, a lone surname only in front."""
        if hangul.is_initials(query):
            found = [form for form in self._initials if form.startswith(query)]
            return [NameMatch(p, self._names[p], MatchKind.PART) for form in found for p in self._initials[form]]
        if len(query) < (2 if hangul.is_hangul(query) else 3):
            found = [full for full in self._full if hangul.is_hangul(query) and full.startswith(query)]
        else:
            found = [full for full in self._full if query in full]
        return [NameMatch(p, self._names[p], MatchKind.PART) for full in found for p in self._full[full]]

    def _typos(self, query: str) -> list[NameMatch]:
        """People whose full or given name is one slip of the fingers away; two in a long name."""
        typed = hangul.strokes(query)
        if len(typed) < 4 or hangul.is_initials(query):
            return []
        furthest = 2 if len(typed) >= 8 else 1
        found: list[NameMatch] = []
        for forms, people in ((self._typed_full, self._full), (self._typed_given, self._given)):
            near = process.extract(typed, forms, scorer=OSA.distance, score_cutoff=furthest, limit=None)
            for stored, distance, form in near:
                slip = hangul.slip(typed, stored, int(distance))
                found += [NameMatch(p, self._names[p], MatchKind.TYPO, slip) for p in people.get(form, ())]
        return found


def _givens(name: str) -> list[str]:
    """What a person may be called without the surname: 수연 of 김수연, each word of a Latin name."""
    full = key(name)
    if not hangul.is_hangul(full):
        words = [key(word) for word in name.split()]
        return [word for word in words if len(word) >= 2] if len(words) > 1 else []
    cuts = {1} | ({2} if full[:2] in _LONG_SURNAMES else set())
    return [full[cut:] for cut in sorted(cuts) if len(full) - cut >= 2]


def _initials(name: str) -> list[str]:
    full = hangul.initials(name)
    return [full, full[1:]] if len(full) >= 3 else [full] if len(full) == 2 else []


def _sounds(name: str) -> list[str]:
    """Keys under which the other script finds the name."""
    full = key(name)
    if hangul.is_hangul(full):
        cut = 2 if full[:2] in _LONG_SURNAMES and len(full) > 2 else 1
        surname, given = sounds.sound(full[:cut]), sounds.sound(full[cut:])
        keys = [surname + given, given + surname, given if len(full) - cut >= 2 else ""]
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


def _sounded(query: str) -> list[str]:
    """The keys of `_sounds` that the query asks for."""
    if hangul.is_hangul(query):
        if len(query) < 2:
            return []
        latin = sounds.latin_of(query)
        forms = ["=" + latin] if latin else []
        for cut in range(2, len(query)):
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
                found.append(sounds.sound(surname) + sounds.sound(given))
    return found
