"""Who could be meant: finding people by what is said or typed of their name."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import IntEnum
from threading import RLock

from bot.understanding import hangul
from bot.understanding.name_forms import (
    givens,
    initial_forms,
    key,
    sound_forms,
    sounded,
    surnames_of,
    titled,
    without_tails,
)
from bot.understanding.typed_names import TypedNames

__all__ = ["MatchKind", "NameIndex", "NameMatch", "key"]

# Of the readings of a query (with and without 이, 님 …) so many are looked for by part and by typo.
_READINGS = 3
# In a search no name takes more than so many places before the other guesses.
_EACH_NAME = 2
# How much more often fingers slip to a near key or swap two letters than they hit any other key, and how seldom twice.
_OF_SLIP = {0.0: 1.0, 0.5: 1.0, 1.0: 0.35}
_OF_TWO_SLIPS = 0.01


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


class NameIndex:
    """Everybody's names in memory, kept up to date one person at a time. Safe to use from several threads.

    `version` is the caller's: the newest name change that the index has seen.
    """

    def __init__(self, people: Iterable[tuple[int, str]] = (), version: int = 0) -> None:
        self.version = version
        self._lock = RLock()
        self._names: dict[int, str] = {}
        self._full: dict[str, list[int]] = {}
        self._given: dict[str, list[int]] = {}
        self._initials: dict[str, list[int]] = {}
        self._sounds: dict[str, list[int]] = {}
        self._typed = TypedNames()
        self._typed_given = TypedNames()
        self._everything: str | None = None
        for person, name in people:
            self.add(person, name)

    def __len__(self) -> int:
        return len(self._names)

    def name_of(self, person: int) -> str | None:
        return self._names.get(person)

    def add(self, person: int, name: str) -> None:
        """Take in one person, or their new name if they are known already."""
        with self._lock:
            self.remove(person)
            self._names[person] = name
            for table, form in self._tables(name):
                table.setdefault(form, []).append(person)
            self._everything = None
            self._typed.add(key(name))
            for given in givens(name):
                self._typed_given.add(given)

    def rename(self, person: int, name: str) -> None:
        self.add(person, name)

    def remove(self, person: int) -> None:
        """Forget one person; nobody of that id is fine."""
        with self._lock:
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
            for given in givens(name):
                if given not in self._given:
                    self._typed_given.remove(given)

    def knows(self, token: str) -> MatchKind | None:
        """The surest way in which somebody is called so, typos left out; cheap enough to ask of every word."""
        for reading in without_tails(token):
            kind = self._exact_kind(key(reading))
            if kind:
                return kind
        surname = titled(token)
        return MatchKind.PART if surname and self._of_surname(surname) else None

    def knows_exactly(self, name: str) -> bool:
        """Whether somebody's full or given name is just this."""
        return name in self._full or name in self._given

    def who(self, query: str, limit: int = 10, slips: int = 2) -> tuple[NameMatch, ...]:
        """Those who can be meant: everybody of the surest kind of match, and of typos only the nearest."""
        with self._lock:
            found = sorted(
                self._found(query, slips, beyond_exact=False),
                key=lambda match: (match.kind, match.distance, -self._bearers(match), match.name, match.id),
            )
        return tuple(
            match for match in found[:limit] if (match.kind, match.distance) == (found[0].kind, found[0].distance)
        )

    def search(self, query: str, limit: int = 10, slips: int = 2) -> tuple[NameMatch, ...]:
        """The best `limit` guesses, the surest first; of equally good ones the more common name, then by name and id.

        `slips` is how many slips of the fingers are forgiven at most; the second only in a long name, and slowly. No
        name comes more than twice before every other guess has had its turn, for what was typed may itself be a slip;
        nor do more than two foreign names that sound like what may be a Korean one.
        """
        met: dict[str, int] = {}
        ranked = []
        with self._lock:
            found = sorted(
                self._found(query, slips, beyond_exact=True), key=lambda one: (one.kind, one.distance, one.id)
            )
            bearers = [self._bearers(match) for match in found]
        foreign = _EACH_NAME if _may_be_korean(key(query)) else len(found)
        for match, same in zip(found, bearers, strict=True):
            again = met[match.name] = met.get(match.name, -1) + 1
            turn = again if match.kind is MatchKind.TYPO else 0
            is_foreign = match.kind is MatchKind.SOUND
            foreign -= is_foreign
            later = again >= _EACH_NAME or (is_foreign and foreign < 0)
            order = (later, match.kind, turn, -_likelihood(match, same), match.name)
            ranked.append(((*order, match.id), match))
        ranked.sort(key=lambda pair: pair[0])
        return tuple(match for _, match in ranked[:limit])

    def _bearers(self, match: NameMatch) -> int:
        """How many people have this very name."""
        return len(self._full[key(match.name)])

    def _found(self, query: str, slips: int, *, beyond_exact: bool) -> list[NameMatch]:
        """Every match, the surest way for each person; parts and slips where nobody is called just so, or anyway."""
        readings = [key(reading) for reading in without_tails(query)]
        found: dict[int, NameMatch] = {}
        for at, reading in enumerate(readings):
            exact = self._exact(reading)
            if at and beyond_exact and exact and self._is_surname(readings[0]):
                # 정호군 may be Mr 정호, and just as well a slip for 정호훈.
                exact = [replace(match, kind=MatchKind.TYPO, distance=1.0) for match in exact]
            _keep_surest(found, exact)
        for reading in readings[:_READINGS] if beyond_exact or not found else ():
            more = [*self._partial(reading), *self._typos(reading, slips)]
            _keep_surest(found, more)
            if more:
                # A reading with more cut off is a second guess, made only if the first one finds nobody.
                break
        return list(found.values())

    def _is_surname(self, query: str) -> bool:
        """Whether the query looks like a whole Korean name: three syllables that begin like somebody's."""
        return _may_be_korean(query) and any(self._containing("\n" + query[0]))

    def _tables(self, name: str) -> list[tuple[dict[str, list[int]], str]]:
        """Every table with the form under which the name stands in it."""
        full = key(name)
        return [
            (self._full, full),
            *((self._given, given) for given in givens(name) if given != full),
            *((self._initials, form) for form in initial_forms(name)),
            *((self._sounds, form) for form in sound_forms(name)),
        ]

    def _exact_kind(self, query: str) -> MatchKind | None:
        if query in self._full:
            return MatchKind.FULL
        if query in self._given:
            return MatchKind.GIVEN
        if hangul.is_initials(query) and query in self._initials:
            return MatchKind.INITIALS
        if any(form in self._sounds for form in sounded(query)):
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
                people = [person for form in sounded(query) for person in self._sounds.get(form, ())]
            case _:
                return []
        return [NameMatch(person, self._names[person], kind) for person in people]

    def _partial(self, query: str) -> list[NameMatch]:
        """People whose name has the query in it, from two syllables or three letters up; a lone surname in front."""
        if hangul.is_initials(query):
            found = [form for form in self._initials if form.startswith(query)]
            return [NameMatch(p, self._names[p], MatchKind.PART) for form in found for p in self._initials[form]]
        family = self._of_surname(query)
        if family:
            return family
        lone = len(query) < (2 if hangul.is_hangul(query) else 3)
        if not query or (lone and not hangul.is_hangul(query)):
            return []
        return [
            NameMatch(person, self._names[person], MatchKind.PART)
            for full in self._containing("\n" + query if lone else query)
            for person in self._full[full]
        ]

    def _of_surname(self, query: str) -> list[NameMatch]:
        """The Kims of "Kim", written in Latin letters."""
        return [
            NameMatch(person, self._names[person], MatchKind.PART)
            for surname in surnames_of(query)
            for full in self._containing("\n" + surname)
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
        typed = hangul.jamo(query)
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


def _may_be_korean(query: str) -> bool:
    """Whether the query has the length of a whole Korean name; some foreign ones in Hangul have it too."""
    return len(query) == 3 and hangul.is_hangul(query)


def _likelihood(match: NameMatch, bearers: int) -> float:
    """How likely this name was meant, beside others hit in the same way: as likely as it is common, and a slip the
    more likely the smaller it is.
    """
    return bearers * _OF_SLIP.get(match.distance, _OF_TWO_SLIPS)


def _keep_surest(found: dict[int, NameMatch], more: Iterable[NameMatch]) -> None:
    for match in more:
        known = found.get(match.id)
        if known is None or (match.kind, match.distance) < (known.kind, known.distance):
            found[match.id] = match
