"""A sentence cut into words of known meaning, slots (time, money, counts, names, items) and what is left unknown.

The cut that explains the most with the fewest pieces wins, so that "방문 손잡이" keeps an unknown 손잡이 and
"안찾아간거" needs no spaces. What stays unknown is the measure of whether the sentence is about the shop at all.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.understanding import hangul
from bot.understanding.lexicon import ItemWord, Lexicon
from bot.understanding.normalise import flat
from bot.understanding.pieces import READ, Chunk, Edge, Sort, surface
from bot.understanding.slots import item_tree, script_changes, slots, unmarked
from bot.understanding.sounds import foreign_key
from bot.understanding.vocabulary import Vocabulary

# Fewer letters than these are a slip away from too many words.
_SHORTEST = 5
# So many consonants must a thing have to be known by its sound in the other script.
_SHORTEST_SOUND = 4


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
        for edge in (*slots(text, plain, now, lexicon), *more(plain)):
            edges.setdefault(edge.start, []).append(edge)
        chunks = self._best(text, edges)
        return [self._repaired(chunk, lexicon) for chunk in chunks]

    def _best(self, text: str, edges: dict[int, list[Edge]]) -> list[Chunk]:
        """The cheapest way through the text.

        Its states are 0 between pieces, 1 inside an unknown word, 2 after a lone syllable.
        """
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
                if starts_word or (opened and (hangul.is_syllable(text[at]) or script_changes(text, at))):
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

    def _trace(self, text: str, cost: list[list[float]], back: list[list[tuple[int, int, Edge | None]]]) -> list[Chunk]:
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
                chunks.append(
                    Chunk(edge.start, edge.end, edge.sort, text[edge.start : edge.end], edge.concepts, edge.value)
                )
            elif state == 1 and unknown_end is None:
                unknown_end = at
            at, state = before, before_state
        return chunks[::-1]

    def _repaired(self, chunk: Chunk, lexicon: Lexicon) -> Chunk:
        """An unknown word that is one slip away from a known one counts as that one, a little."""
        if chunk.sort is not Sort.UNKNOWN or chunk.weight < 1:
            return chunk
        for stem in _stems(chunk.text, self._words.tails):
            typed = hangul.jamo(stem)
            if len(typed) < _SHORTEST:
                continue
            for known, sort in ((_item_jamo(lexicon.items), Sort.ITEM), (_word_jamo(self._words), Sort.WORD)):
                as_long = known.get(len(typed), {})
                near = process.extractOne(typed, as_long, scorer=OSA.distance, score_cutoff=1)
                if near is None or not _believable(typed, near[0]):
                    continue
                word = near[2]
                if sort is Sort.ITEM:
                    name = item_tree(lexicon.items)[1][unmarked(word)]
                    return replace(chunk, sort=Sort.ITEM, concepts=frozenset({"item"}), value=name, weight=0.3)
                return replace(chunk, sort=Sort.WORD, concepts=self._words.tree.words[word], weight=0.3)
            heard = _item_sounds(lexicon.items).get((not stem.isascii(), foreign_key(stem)))
            if heard is not None:
                return replace(chunk, sort=Sort.ITEM, concepts=frozenset({"item"}), value=heard, weight=0.3)
        return chunk


def _believable(typed: str, known: str) -> bool:
    """Short Korean words lie so close together that only a spelling by ear is taken for a slip."""
    if hangul.sounds_alike(typed, known):
        return True
    if typed.isascii():
        return typed[0] == known[0] and (
            len(typed) >= 7 or hangul.slip(typed, known, 1) < 1 or len(typed) != len(known)
        )
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


def _stems(word: str, tails: Iterable[str]) -> Iterator[str]:
    yield word
    if not hangul.is_syllable(word[-1:]):
        return
    known = set(tails)
    for cut in range(1, len(word) - 1):
        if word[cut + 1 :] in known:
            yield word[: cut + 1]


@lru_cache(maxsize=4)
def _word_jamo(words: Vocabulary) -> dict[int, dict[str, str]]:
    return _by_length(word for word, concepts in words.nouns.items() if " " not in word and not concepts <= words.soft)


@lru_cache(maxsize=16)
def _item_sounds(items: tuple[ItemWord, ...]) -> dict[tuple[bool, str], str]:
    """The things of one word by what they sound like in the other script: Hamlet is 햄릿. Short sounds are left out,
    for too many words share them. The key says whether the other script is Hangul.
    """
    found: dict[tuple[bool, str], str] = {}
    for item in items:
        for word in (item.name, *item.also):
            heard = foreign_key(word) if word.isalpha() and (word.isascii() or hangul.is_hangul(word)) else ""
            if len(heard) >= _SHORTEST_SOUND:
                found.setdefault((word.isascii(), heard), item.name)
    return found


@lru_cache(maxsize=16)
def _item_jamo(items: tuple[ItemWord, ...]) -> dict[int, dict[str, str]]:
    return _by_length(item_tree(items)[0].words)


def _by_length(words: Iterable[str]) -> dict[int, dict[str, str]]:
    """The words with their letters for every length that a slip away from them can have."""
    found: dict[int, dict[str, str]] = defaultdict(dict)
    for word in words:
        letters = hangul.jamo(word)
        if len(letters) >= _SHORTEST:
            for size in (len(letters) - 1, len(letters), len(letters) + 1):
                found[size][word] = letters
    return found
