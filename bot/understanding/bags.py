"""The lines of phrases/any_order.toml: what must be said, in whatever order.

    "<name> {tab} {settled} (<sum>) ({how_paid})"

fits "수연씨가 외상값 카드로 2만원 갚았어요" and "card, Suyeon settled 20000 of her tab": every piece
once, those in () if at all, those with a star as often as they come. Between them stand the words of
[small], and behind Korean pieces any particle or ending of ko.toml. One word more, a "not" above all, and
the line does not fit; unless it begins with ~2, which lets two words be there that nobody knows, but never
one of [telling] ("not", "who").
"""

import heapq
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.understanding import hangul
from bot.understanding.beginnings import Lines
from bot.understanding.phrasebook import phrases

# How many endings may follow one another: 했 + 습니다 + 만요.
_MOST_TAILS = 3
_UNIT = re.compile(r"(?P<open>\()?(?P<body><\w+>|\{\w+\}|\[[^\]]*\])\)?(?P<star>\*)?")
_SLACK = re.compile(r"~(\d+(?:\.\d+)?)")
_REST = re.compile(r"[^\s,]+")
# What the rest of a word costs whose beginning is known: an ending that is on no list.
_ENDING, _WORD = 0.4, 1.0
# More than this is nobody's sentence to the shop.
_LONGEST = 160


@dataclass(frozen=True, slots=True, eq=False)
class _Words:
    """Words to look for, apart by script: where a letter is Latin no Korean word need be tried. `begin` is how they do,
    by their first letters.
    """

    korean: re.Pattern[str] | None
    latin: re.Pattern[str] | None
    begin: frozenset[str]

    def within(self, text: str) -> bool:
        return (self.korean is not None and self.korean.search(text) is not None) or (
            self.latin is not None and self.latin.search(text) is not None
        )

    def end(self, text: str, place: int) -> int:
        """Where the longest of the words that begins at `place` ends; `place` itself where none does."""
        pattern = self.latin if text[place].isascii() else self.korean
        found = pattern.match(text, place) if pattern is not None else None
        return found.end() if found is not None else place


@dataclass(frozen=True, slots=True)
class _Piece:
    words: _Words
    needed: bool
    repeated: bool


@dataclass(frozen=True, slots=True)
class _Line:
    kind: str
    slack: float
    pieces: tuple[_Piece, ...]


@dataclass(frozen=True, slots=True)
class Fit:
    """A line that fits; `cost` is how many words nobody knows."""

    kind: str
    cost: float


class Bags:
    """The lines of a file, ready to be compared with slotted sentences."""

    def __init__(
        self,
        lines: Mapping[str, Sequence[str]],
        small: Mapping[str, Sequence[str]],
        parts: Mapping[str, Sequence[str]],
        slots: Mapping[str, str],
        telling: Sequence[str],
    ) -> None:
        self._parts = {name: _words(words) for name, words in parts.items()}
        self._slots = {
            name: _Words(re.compile(signs), None, frozenset(signs.strip("[]"))) for name, signs in slots.items()
        }
        self._lines = [self._line(kind, line) for kind, written in lines.items() for line in written]
        self._needing = Lines([piece.words.begin for piece in line.pieces if piece.needed] for line in self._lines)
        self._small = _words([word for group in small.values() for word in group])
        self._telling = _words(telling)
        tails = phrases("ko")["tails"]
        titles = phrases("ko")["name_tails"]
        self._tails = frozenset(
            [*tails["particles"], *tails["endings"], *titles["titles"], *titles["particles"]],
        )
        self._longest = max(map(len, self._tails))

    def exactly(self, text: str) -> Iterator[Fit]:
        """The lines that the whole text fits, in the order of the file."""
        here: dict[_Words, bool] = {}
        for line in self._that_may_fit(text):
            if _may_fit(text, line, here) and self._cost(text, line.pieces, 0.0) is not None:
                yield Fit(line.kind, 0.0)

    def loosely(self, text: str) -> list[Fit]:
        """The lines that fit but for some words, the best first."""
        if len(text) > _LONGEST:
            return []
        found: list[tuple[float, int, Fit]] = []
        here: dict[_Words, bool] = {}
        for line in self._that_may_fit(text):
            if line.slack and _may_fit(text, line, here):
                cost = self._cost(text, line.pieces, line.slack)
                if cost is not None:
                    needed = sum(piece.needed for piece in line.pieces)
                    found.append((cost - 0.5 * needed, len(found), Fit(line.kind, cost)))
        return [fit for _, _, fit in sorted(found)]

    def _that_may_fit(self, text: str) -> Iterator[_Line]:
        return (self._lines[number] for number in self._needing.that_may_fit(text))

    def _cost(self, text: str, pieces: Sequence[_Piece], most: float) -> float | None:
        """What it costs to cover the text with pieces, small words and endings; None for more than `most`."""
        wanted = sum(1 << at for at, piece in enumerate(pieces) if piece.needed)
        queue: list[tuple[float, int, int]] = [(0.0, 0, 0)]
        done: set[tuple[int, int]] = set()
        while queue:
            cost, place, used = heapq.heappop(queue)
            if (-place, used) in done:
                continue
            done.add((-place, used))
            if -place == len(text):
                if used & wanted == wanted:
                    return cost
                continue
            for end, taken in self._steps(text, -place, used, pieces):
                heapq.heappush(queue, (cost, -end, taken))
            skipped = self._skipped(text, -place) if most else None
            if skipped is not None and cost + skipped[1] <= most:
                heapq.heappush(queue, (cost + skipped[1], -skipped[0], used))
        return None

    def _skipped(self, text: str, place: int) -> tuple[int, float] | None:
        """Where the word ends that begins or goes on at `place`, and what it costs to leave it unread."""
        found = _REST.match(text, place)
        if found is None or self._telling.end(text, place) > place:
            return None
        begins = place == 0 or text[place - 1] in " \n,"
        if not begins and not hangul.is_syllable(text[place]):
            return None
        # A slot inside of it is no word to be left out.
        if re.search("[\ue000-\ue008]", found.group()):
            cut = re.search("[\ue000-\ue008]", found.group())
            if cut is None or cut.start() == 0:
                return (found.end(), _WORD) if cut is not None and begins else None
            return place + cut.start(), _WORD
        return found.end(), _WORD if begins else _ENDING

    def _steps(self, text: str, place: int, used: int, pieces: Sequence[_Piece]) -> Iterator[tuple[int, int]]:
        if text[place] in " \n,":
            yield place + 1, used
            return
        # A Latin word is never entered in its middle.
        before = text[place - 1] if place else " "
        if text[place].isascii() and text[place].isalpha() and before.isascii() and before.isalnum():
            return
        for at, piece in enumerate(pieces):
            if used & 1 << at and not piece.repeated:
                continue
            after = piece.words.end(text, place)
            if after > place:
                for end in self._ends(text, after):
                    yield end, used | 1 << at
        after = self._small.end(text, place)
        if after > place:
            for end in self._ends(text, after):
                yield end, used

    def _ends(self, text: str, place: int) -> set[int]:
        """Where what begins before `place` may end, with endings and without."""
        ends = frontier = {place}
        if text[place : place + 2] == "s " or text[place:] == "s":
            # "suyeon's", whose apostrophe is gone.
            ends = ends | {place + 1}
        for _ in range(_MOST_TAILS):
            longer = {
                place + size
                for place in frontier
                for size in range(1, min(self._longest, len(text) - place) + 1)
                if hangul.is_syllable(text[place : place + 1] or " ") and text[place : place + size] in self._tails
            }
            ends, frontier = ends | longer, longer
        return ends

    def _line(self, kind: str, line: str) -> _Line:
        slack = _SLACK.match(line)
        pieces = []
        for found in _UNIT.finditer(line):
            body = found["body"]
            if body[0] == "<":
                words = self._slots[body[1:-1]]
            elif body[0] == "{":
                words = self._parts[body[1:-1]]
            else:
                words = _words(body[1:-1].split("|"))
            pieces.append(_Piece(words, found["open"] is None, found["star"] is not None))
        return _Line(kind, float(slack[1]) if slack else 0.0, tuple(pieces))


def _may_fit(text: str, line: _Line, here: dict[_Words, bool]) -> bool:
    """Whether everything is said that the line cannot do without; `here` keeps what was looked for already."""
    for piece in line.pieces:
        if piece.needed:
            if piece.words not in here:
                here[piece.words] = piece.words.within(text)
            if not here[piece.words]:
                return False
    return True


def _words(words: Sequence[str]) -> _Words:
    """The longest first: Korean words with or without their spaces, Latin ones as whole words."""
    korean, latin = [], []
    for word in sorted(words, key=len, reverse=True):
        if any(hangul.is_syllable(sign) for sign in word):
            korean.append(r"\s*".join(re.escape(part) for part in word.split()))
        else:
            latin.append(re.escape(word).replace(r"\ ", r"\s+"))
    # A word like "qr코드" begins with Latin letters and is tried among them.
    mixed = [word for word in korean if word[:1].isascii()]
    whole = [rf"(?:{'|'.join(latin)})(?![a-z0-9])"] if latin else []
    return _Words(
        re.compile("|".join(korean)) if korean else None,
        re.compile(rf"(?<![a-z0-9])(?:{'|'.join([*mixed, *whole])})") if mixed or whole else None,
        frozenset(word.split()[0][:2] for word in words),
    )
