"""A sentence cut into words of known meaning, slots (time, money, counts, names, items) and what is left unknown.

The cut that explains the most with the fewest pieces wins, so that "방문 손잡이" keeps an unknown 손잡이 and "안찾아간거" needs no
spaces. What stays unknown is the measure of whether the sentence is about the shop at all.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.understanding import hangul
from bot.understanding.lexicon import ItemWord, Lexicon
from bot.understanding.names import MatchKind
from bot.understanding.normalise import flat
from bot.understanding.numbers import Number, find_bare, find_counts, find_money
from bot.understanding.periods import find_spans
from bot.understanding.spans import TimeSpan
from bot.understanding.vocabulary import Vocabulary, WordTree

# A message longer than this is read by its beginning only: nobody asks a question in a page of text.
READ = 400
_MARKS = re.compile(r"[^\w\s'₩$€£%@+.,:]|_|[.,:](?!\d)|(?<!\d)[.,:]|(?<=\d),(?=\d{1,2}\b(?!\d))")
_BREAKS = re.compile(r"[.?!;\n…。！？]+")
_SOFT_BREAKS = re.compile(r"[,:·/()\-–—]")
_UNTIL = re.compile(r"\s?(?:까지|까정|안으로|전까지)")
_LAST_FOUR = re.compile(
    r"(?:(?:전화\s?|폰\s?|휴대폰\s?|핸드폰\s?|연락처\s?)?(?:끝\s?번호|끝\s?자리|뒷\s?번호|뒷\s?자리|뒤\s?번호|뒤\s?네\s?자리|뒷\s?네\s?자리|끝\s?네\s?자리|번호\s?끝|번호\s?뒤|전화\s?끝|끝|뒤|번호)"
    r"(?:가|이|는|은)?\s?)(\d{4})(?!\d|[-.]\d)(?:번|인|이신|짜리|로\s?끝나는)?"
    r"|(?:(?:last\s(?:four|4)(?:\sdigits)?|(?:phone\s|number\s|tel\s)?(?:ending|ends|end)(?:\s(?:in|with|on))?|phone|tel)(?:\sis|\sare|:)?\s)(\d{4})(?!\d)"
    r"|(?<![\d.,/-])(\d{4})(?:번\s?)?(?=\s?(?:고객|손님|회원|님|씨|번호\s?쓰는|쓰시는))"
    r"|^\s*[#*]?\s?(\d{4})\s*번?[?.!]?\s*$"
)


class Sort(StrEnum):
    WORD = "word"
    SPAN = "span"
    MONEY = "money"
    COUNT = "count"
    NUMBER = "number"
    ITEM = "item"
    NAME = "name"
    VALUE = "value"
    UNKNOWN = "unknown"


class Edge(NamedTuple):
    """A way to read text[start:end]. `cost` is in units of one plain word."""

    start: int
    end: int
    sort: Sort
    concepts: frozenset[str]
    value: object
    cost: float


@dataclass(frozen=True, slots=True)
class Chunk:
    """One piece of a cut sentence; `weight` is how much an unknown one counts."""

    start: int
    end: int
    sort: Sort
    text: str
    concepts: frozenset[str] = frozenset()
    value: object = None
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class LastFour:
    digits: str


@lru_cache(maxsize=16)
def _item_tree(items: tuple[ItemWord, ...]) -> tuple[WordTree, dict[str, str]]:
    tree, names = WordTree(), {}
    for item in items:
        for word in (item.name, *item.also):
            tree.add(word, "item")
            names.setdefault(word.replace(" ", "").lower(), item.name)
    return tree, names


def surface(tidy_text: str) -> str:
    """The text as it is searched for words: places are kept, marks become spaces, sentence ends line breaks."""
    text = flat(tidy_text)
    text = re.sub(r"(?<=\d)[.,:](?=\d)", lambda mark: mark.group(), text)
    out = _BREAKS.sub(lambda found: "\n" * len(found.group()) if not _inside_number(text, found) else found.group(), text)
    return _MARKS.sub(" ", out)


def _inside_number(text: str, found: re.Match[str]) -> bool:
    return text[: found.start()][-1:].isdigit() and text[found.end() :][:1].isdigit()


class Tagger:
    """Cuts sentences for one side of the counter."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words

    def cut(
        self, tidy_text: str, now: datetime, lexicon: Lexicon, more: Callable[[str], Iterable[Edge]] = lambda text: ()
    ) -> list[Chunk]:
        """The chunks of the text's first `READ` characters, from left to right, without spaces and marks.

        `more` finds further slots in the flat text.
        """
        text, plain = surface(tidy_text[:READ]), flat(tidy_text[:READ])
        edges: dict[int, list[Edge]] = {}
        for edge in (*self._slots(plain, now), *self._items(text, lexicon), *_names(text, lexicon), *more(plain)):
            edges.setdefault(edge.start, []).append(edge)
        chunks = self._best(text, edges)
        return [self._repaired(chunk, lexicon) for chunk in chunks]

    def _slots(self, text: str, now: datetime) -> Iterator[Edge]:
        for span in find_spans(text, now):
            end = span.end - (len(text[span.start : span.end]) - len(text[span.start : span.end].rstrip()))
            concepts = {"span", "length"} if span.days else {"span"}
            if _UNTIL.match(text, end) or text.startswith(("by ", "until ", "till "), span.start):
                concepts.add("until")
            yield Edge(span.start, end, Sort.SPAN, frozenset(concepts), span, 0.8)
        for sort, cost, numbers in (
            (Sort.MONEY, 0.75, find_money(text)),
            (Sort.COUNT, 0.85, find_counts(text)),
            (Sort.NUMBER, 1.2, find_bare(text)),
        ):
            for number in numbers:
                yield Edge(number.start, number.end, sort, frozenset({sort.value}), number, cost)
        for found in _LAST_FOUR.finditer(text):
            digits = next(group for group in found.groups() if group)
            yield Edge(found.start(), found.end(), Sort.NAME, frozenset({"name"}), LastFour(digits), 0.5)

    def _items(self, text: str, lexicon: Lexicon) -> Iterator[Edge]:
        tree, names = _item_tree(lexicon.items)
        for start in _word_starts(text):
            for hit in tree.at(text, start):
                said = text[hit.start : hit.end].replace(" ", "").replace("'", "")
                if names.get(said):
                    yield Edge(hit.start, hit.end, Sort.ITEM, frozenset({"item"}), names[said], 0.7 + 0.3 * hit.gaps)

    def _best(self, text: str, edges: dict[int, list[Edge]]) -> list[Chunk]:
        """The cheapest way through the text. States: 0 between pieces, 1 inside an unknown word, 2 after a lone syllable."""
        size = len(text)
        infinity = float("inf")
        cost = [[infinity] * 3 for _ in range(size + 1)]
        back: list[list[tuple[int, int, Edge | None]]] = [[(0, 0, None)] * 3 for _ in range(size + 1)]
        cost[0][0] = 0.0

        def reach(at: int, state: int, price: float, origin: tuple[int, int, Edge | None]) -> None:
            if price < cost[at][state] - 1e-9:
                cost[at][state] = price
                back[at][state] = origin

        tails, longest = self._words.tails, self._words.longest_tail
        for at in range(size):
            known = min(cost[at][0], cost[at][2])
            if known == infinity and cost[at][1] == infinity:
                continue
            if text[at] in " \n":
                for state in range(3):
                    reach(at + 1, 0, cost[at][state], (at, state, None))
                continue
            starts_word = at == 0 or text[at - 1] in " \n'"
            state = 0 if cost[at][0] <= cost[at][2] else 2
            if known < infinity:
                glue = 0.0 if starts_word else 0.25
                for edge in edges.get(at, ()):
                    reach(edge.end, 0, known + edge.cost + glue, (at, state, edge))
                opened = cost[at][0] < infinity or starts_word or text[at - 1] in self._words.openers
                if starts_word or (opened and (hangul.is_syllable(text[at]) or _script_changes(text, at))):
                    for hit in self._words.tree.at(text, at):
                        lone = hit.end - hit.start == 1 and hangul.is_syllable(text[at])
                        price = 1.0 - 0.01 * (hit.end - hit.start) + 0.35 * hit.gaps + glue + (0.2 if lone else 0)
                        edge = Edge(at, hit.end, Sort.WORD, hit.concepts, None, price)
                        reach(hit.end, 2 if lone else 0, known + price, (at, state, edge))
                if text[at] == "'" and at > 0 and text[at - 1] != " ":
                    end = at + 2 if text[at + 1 : at + 2] == "s" and not text[at + 2 : at + 3].isalpha() else at + 1
                    reach(end, 0, known + 0.1, (at, state, None))
                if not starts_word and not text[at].isascii():
                    for end in range(at + 1, min(size, at + longest) + 1):
                        if text[at:end] in tails:
                            reach(end, 0, known + 0.3 - 0.02 * (end - at), (at, state, None))
            # Unknown: a whole word, or the rest of one after something known.
            if cost[at][1] < infinity:
                reach(at + 1, 1, cost[at][1] + 0.3, (at, 1, None))
            fresh = cost[at][0] if not starts_word else known
            if fresh < infinity:
                opener = Edge(at, at + 1, Sort.UNKNOWN, frozenset(), None, 0.0)
                reach(at + 1, 1, fresh + 3.0, (at, 0 if fresh == cost[at][0] else 2, opener))
        return self._trace(text, cost, back)

    def _trace(
        self, text: str, cost: list[list[float]], back: list[list[tuple[int, int, Edge | None]]]
    ) -> list[Chunk]:
        at = len(text)
        state = min(range(3), key=lambda which: cost[at][which])
        chunks: list[Chunk] = []
        unknown_end: int | None = None
        while at > 0:
            before, before_state, edge = back[at][state]
            if edge is not None and edge.sort is Sort.UNKNOWN:
                end = unknown_end if unknown_end is not None else at
                chunks.append(_unknown(text, edge.start, end))
                unknown_end = None
            elif edge is not None:
                chunks.append(Chunk(edge.start, edge.end, edge.sort, text[edge.start : edge.end], edge.concepts, edge.value))
            elif state == 1 and unknown_end is None:
                unknown_end = at
            at, state = before, before_state
        return chunks[::-1]

    def _repaired(self, chunk: Chunk, lexicon: Lexicon) -> Chunk:
        """An unknown word that is one slip away from a known one counts as that one, a little."""
        if chunk.sort is not Sort.UNKNOWN or chunk.weight < 1:
            return chunk
        for stem in _stems(chunk.text, self._words.tails):
            typed = hangul.strokes(stem)
            if len(typed) < 5:
                continue
            for known, sort in ((_item_strokes(lexicon.items), Sort.ITEM), (_word_strokes(self._words), Sort.WORD)):
                near = process.extractOne(typed, known, scorer=OSA.distance, score_cutoff=1)
                if near is None or not _believable(typed, near[0]):
                    continue
                word = near[2]
                if sort is Sort.ITEM:
                    name = _item_tree(lexicon.items)[1][word.replace(" ", "")]
                    return replace(chunk, sort=Sort.ITEM, concepts=frozenset({"item"}), value=name, weight=0.3)
                return replace(chunk, sort=Sort.WORD, concepts=self._words.tree.words[word], weight=0.3)
        return chunk


def _believable(typed: str, known: str) -> bool:
    """Short Korean words lie so close together that only a spelling by ear is taken for a slip."""
    if hangul.sounds_alike(typed, known):
        return True
    if typed.isascii():
        return typed[0] == known[0] and (len(typed) >= 7 or hangul.slip(typed, known, 1) < 1 or len(typed) != len(known))
    return len(typed) >= 7 and hangul.slip(typed, known, 1) < 1


def _unknown(text: str, start: int, end: int) -> Chunk:
    said = text[start:end]
    inside = start > 0 and text[start - 1] not in " \n"
    weight = 1.0
    if inside and hangul.is_syllable(text[start - 1]):
        # An ending that is not on the list after a known word; longer ones are words.
        weight = 0.4 if len(said) <= 2 else 0.7
    elif len(said) == 1:
        weight = 0.4
    return Chunk(start, end, Sort.UNKNOWN, said, weight=weight)


def _script_changes(text: str, at: int) -> bool:
    before, here = text[at - 1], text[at]
    return before.isdigit() != here.isdigit() or hangul.is_syllable(before) != hangul.is_syllable(here)


def _word_starts(text: str) -> Iterator[int]:
    for at, char in enumerate(text):
        if char in " \n":
            continue
        if at == 0 or text[at - 1] in " \n" or hangul.is_syllable(char) or _script_changes(text, at):
            yield at


def _names(text: str, lexicon: Lexicon) -> Iterator[Edge]:
    """Every stretch of one to three words, or the beginning of one, that somebody is called."""
    if not len(lexicon.names):
        return
    words = [(found.start(), found.end()) for found in re.finditer(r"[^\s]+", text)][:60]
    for at, (start, end) in enumerate(words):
        for count in (1, 2, 3):
            if at + count > len(words) or "\n" in text[start : words[at + count - 1][1]]:
                break
            stop = words[at + count - 1][1]
            kind = lexicon.names.knows(text[start:stop])
            if kind is not None:
                price = 1.15 if kind is MatchKind.SOUND else 0.9
                yield Edge(start, stop, Sort.NAME, frozenset({"name"}), text[start:stop], price + 0.1 * (count - 1))
        word = text[start:end]
        if len(word) > 3 and hangul.is_syllable(word[0]):
            for size in range(min(5, len(word) - 1), 1, -1):
                if hangul.is_hangul(word[:size]) and lexicon.names.knows_exactly(word[:size]):
                    yield Edge(start, start + size, Sort.NAME, frozenset({"name"}), word[:size], 1.0)


def _stems(word: str, tails: Iterable[str]) -> Iterator[str]:
    yield word
    if not hangul.is_syllable(word[-1:]):
        return
    known = set(tails)
    for cut in range(1, len(word) - 1):
        if word[cut + 1 :] in known:
            yield word[: cut + 1]


@lru_cache(maxsize=4)
def _word_strokes(words: Vocabulary) -> dict[str, str]:
    return {
        word: hangul.strokes(word)
        for word, concepts in words.nouns.items()
        if len(hangul.strokes(word)) >= 5 and " " not in word and not concepts <= words.soft
    }


@lru_cache(maxsize=16)
def _item_strokes(items: tuple[ItemWord, ...]) -> dict[str, str]:
    return {word: hangul.strokes(word) for word in _item_tree(items)[0].words if len(hangul.strokes(word)) >= 5}
