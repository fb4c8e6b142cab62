"""Who could be meant: finding people by what is said or typed of their name."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
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
# Of the readings of a query (with and without 이, 님 …) so many are looked for by part and by typo.
_READINGS = 3
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
        self._typed = _Typed()
        self._typed_given = _Typed()
        self._everything: str | None = None
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
        self._everything = None
        self._typed.add(key(name))
        for given in _givens(name):
            self._typed_given.add(given)

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
        self._everything = None
        if key(name) not in self._full:
            self._typed.remove(key(name))
        for given in _givens(name):
            if given not in self._given:
                self._typed_given.remove(given)

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

    def who(self, query: str, limit: int = 10, slips: int = 2) -> tuple[NameMatch, ...]:
        """Those who can be meant: only the surest kind of match, and of typos only the nearest."""
        found = self.search(query, limit, slips)
        return tuple(match for match in found if match.kind == found[0].kind and match.distance == found[0].distance)

    def search(self, query: str, limit: int = 10, slips: int = 2) -> tuple[NameMatch, ...]:
        """The best `limit` matches, the surest first; of equally good ones the more common name, then by name and id.

        `slips` is how many slips of the fingers are forgiven at most; the second only in a long name, and slowly.
        Among typos every name comes once before any comes twice, so that a few lines show many guesses.
        """
        readings = [key(reading) for reading in without_tails(query)]
        found: dict[int, NameMatch] = {}
        for reading in readings:
            for match in self._exact(reading):
                if match.id not in found or match.kind < found[match.id].kind:
                    found[match.id] = match
        for reading in readings[:_READINGS] if len(found) < limit else ():
            more = [*self._partial(reading), *self._typos(reading, slips)]
            for match in more:
                known = found.get(match.id)
                if known is None or (match.kind, match.distance) < (known.kind, known.distance):
                    found[match.id] = match
            if more:
                # A reading with more cut off is a second guess, made only if the first one finds nobody.
                break
        return self._ranked(found.values(), limit)

    def _ranked(self, matches: Iterable[NameMatch], limit: int) -> tuple[NameMatch, ...]:
        met: dict[str, int] = {}
        ranked = []
        for match in sorted(matches, key=lambda match: (match.kind, match.distance, match.name, match.id)):
            form = key(match.name)
            again = met[form] = met.get(form, -1) + 1
            turn = again if match.kind is MatchKind.TYPO else 0
            common = -len(self._full[form])
            ranked.append(((match.kind, match.distance, turn, common, match.name, match.id), match))
        ranked.sort(key=lambda pair: pair[0])
        return tuple(match for _, match in ranked[:limit])

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
        """People whose name has the query in it, from two syllables or three letters up; a lone surname in front."""
        if hangul.is_initials(query):
            found = [form for form in self._initials if form.startswith(query)]
            return [NameMatch(p, self._names[p], MatchKind.PART) for form in found for p in self._initials[form]]
        lone = len(query) < (2 if hangul.is_hangul(query) else 3)
        if not query or (lone and not hangul.is_hangul(query)):
            return []
        return [
            NameMatch(person, self._names[person], MatchKind.PART)
            for full in self._containing("\n" + query if lone else query)
            for person in self._full[full]
        ]

    def _containing(self, part: str) -> list[str]:
        """The full names with this part in them, found in one long text: much faster than name by name."""
        if self._everything is None:
            self._everything = "\n" + "\n".join(self._full) + "\n"
        text, found = self._everything, []
        at = text.find(part)
        while at >= 0:
            begin = text.rfind("\n", 0, at + 1) + 1
            end = text.find("\n", begin)
            found.append(text[begin:end])
            at = text.find(part, end)
        return found

    def _typos(self, query: str, slips: int) -> list[NameMatch]:
        """People whose full or given name is one slip of the fingers away; two in a long name if there is none."""
        typed = hangul.strokes(query)
        if len(typed) < 4 or hangul.is_initials(query):
            return []
        for edits in (1, 2) if slips > 1 and len(typed) >= 8 else (1,):
            found = [
                NameMatch(person, self._names[person], MatchKind.TYPO, hangul.slip(typed, stored, distance))
                for tables, people in ((self._typed, self._full), (self._typed_given, self._given))
                for form, stored, distance in tables.near(typed, edits)
                for person in people[form]
            ]
            if found:
                return found
        return []


class _Typed:
    """Names as key strokes, kept by their halves: of a name with one slip one half is still whole.

    So a slip is looked for among the few names that share a half, and only two slips need a look at all of them.
    """

    def __init__(self) -> None:
        self._forms: dict[str, list[str]] = {}
        self._sharing: dict[tuple[int, bool, str], list[str]] = {}

    def add(self, form: str) -> None:
        strokes = hangul.strokes(form)
        forms = self._forms.setdefault(strokes, [])
        if not forms:
            for half in _halves(strokes):
                self._sharing.setdefault(half, []).append(strokes)
        if form not in forms:
            forms.append(form)

    def remove(self, form: str) -> None:
        strokes = hangul.strokes(form)
        forms = self._forms.get(strokes, [])
        if form in forms:
            forms.remove(form)
        if not forms and self._forms.pop(strokes, None) is not None:
            for half in _halves(strokes):
                self._sharing[half].remove(strokes)

    def near(self, typed: str, edits: int) -> list[tuple[str, str, int]]:
        """(form, strokes, distance) of every name from one up to `edits` edits away."""
        compared = self._halves_shared(typed) if edits == 1 else (list(self._forms),)
        found: dict[str, int] = {}
        for strokes in compared:
            near = process.extract(typed, strokes, scorer=OSA.distance, score_cutoff=edits, limit=None)
            found.update((stored, int(distance)) for stored, distance, _ in near if distance)
        return [(form, stored, distance) for stored, distance in found.items() for form in self._forms[stored]]

    def _halves_shared(self, typed: str) -> Iterator[list[str]]:
        for length in range(len(typed) - 1, len(typed) + 2):
            middle = length // 2
            # Two keys in the wrong order right at the middle spoil both halves, so that is undone first.
            swapped = typed[: middle - 1] + typed[middle : middle + 1] + typed[middle - 1 : middle]
            for half in ((length, True, typed[:middle]), (length, False, typed[middle - length :]), (length, True, swapped[:middle])):
                if half in self._sharing:
                    yield self._sharing[half]


def _halves(strokes: str) -> tuple[tuple[int, bool, str], tuple[int, bool, str]]:
    middle = len(strokes) // 2
    return (len(strokes), True, strokes[:middle]), (len(strokes), False, strokes[middle:])


def _givens(name: str) -> list[str]:
    """What a person may be called without the surname: 수연 of 김수연, each word of a Latin name."""
    full = key(name)
    if not hangul.is_hangul(full):
        words = [key(word) for word in name.split()]
        # "Carter, Emily" is how lists have it.
        backwards = "".join(reversed(words))
        return [*(word for word in words if len(word) >= 2), backwards] if len(words) > 1 else []
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
