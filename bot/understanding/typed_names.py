"""Names as they come off the keyboard: finding those that are a slip of the fingers away."""

from collections.abc import Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.understanding import hangul


class TypedNames:
    """Names as rows of letters, kept by their halves: of a name with one slip one half is still whole.

    So a slip is looked for among the few names that share a half, and only two slips need a look at all of them.
    """

    def __init__(self) -> None:
        self._forms: dict[str, list[str]] = {}
        self._sharing: dict[tuple[int, bool, str], list[str]] = {}

    def add(self, form: str) -> None:
        letters = hangul.jamo(form)
        forms = self._forms.setdefault(letters, [])
        if not forms:
            for half in _halves(letters):
                self._sharing.setdefault(half, []).append(letters)
        if form not in forms:
            forms.append(form)

    def remove(self, form: str) -> None:
        letters = hangul.jamo(form)
        forms = self._forms.get(letters, [])
        if form in forms:
            forms.remove(form)
        if not forms and self._forms.pop(letters, None) is not None:
            for half in _halves(letters):
                self._sharing[half].remove(letters)

    def near(self, typed: str, edits: int) -> list[tuple[str, str, int]]:
        """(form, letters, distance) of every name from one up to `edits` edits away."""
        compared = self._halves_shared(typed) if edits == 1 else (list(self._forms),)
        found: dict[str, int] = {}
        for letters in compared:
            near = process.extract(typed, letters, scorer=OSA.distance, score_cutoff=edits, limit=None)
            found.update((stored, int(distance)) for stored, distance, _ in near if distance)
        return [(form, stored, distance) for stored, distance in found.items() for form in self._forms[stored]]

    def _halves_shared(self, typed: str) -> Iterator[list[str]]:
        for length in range(len(typed) - 1, len(typed) + 2):
            middle = length // 2
            # Two keys in the wrong order right at the middle spoil both halves, so that is undone first.
            swapped = typed[: middle - 1] + typed[middle : middle + 1] + typed[middle - 1 : middle]
            for half in (
                (length, True, typed[:middle]),
                (length, False, typed[middle - length :]),
                (length, True, swapped[:middle]),
            ):
                if half in self._sharing:
                    yield self._sharing[half]


def _halves(letters: str) -> tuple[tuple[int, bool, str], tuple[int, bool, str]]:
    middle = len(letters) // 2
    return (len(letters), True, letters[:middle]), (len(letters), False, letters[middle:])
