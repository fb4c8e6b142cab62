"""The pieces of a sentence that are no words of a list: times, money, counts, things for sale, people."""

import re
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache

from bot.understanding import hangul
from bot.understanding.lexicon import ItemWord, Lexicon
from bot.understanding.names import MatchKind
from bot.understanding.numbers import find_bare, find_counts, find_money
from bot.understanding.periods import find_spans
from bot.understanding.pieces import Edge, LastFour, Sort
from bot.understanding.vocabulary import WordTree

_UNTIL = re.compile(r"\s?(?:까지|까정|안으로|전까지)")
_LAST_FOUR = re.compile(
    r"(?:(?:전화\s?|폰\s?|휴대폰\s?|핸드폰\s?|연락처\s?)?(?:끝\s?번호|끝\s?자리|뒷\s?번호|뒷\s?자리|뒤\s?번호|뒤\s?네\s?자리|뒷\s?네\s?자리|끝\s?네\s?자리|번호\s?끝|번호\s?뒤|전화\s?끝|끝|뒤|번호)"
    r"(?:가|이|는|은)?\s?)(\d{4})(?!\d|[-.]\d)(?:번|인|이신|짜리|로\s?끝나는)?"
    r"|(?:(?:last\s(?:four|4)(?:\sdigits)?|(?:phone\s|number\s|tel\s)?(?:ending|ends|end)(?:\s(?:in|with|on))?|phone|tel)(?:\sis|\sare|:)?\s)(\d{4})(?!\d)"
    r"|(?<![\d.,/-])(\d{4})(?:번\s?)?(?=\s?(?:고객|손님|회원|님|씨|번호\s?쓰는|쓰시는|(?:으?로\s?)?끝나는))"
    r"|^\s*[#*]?\s?(\d{4})\s*번?[?.!]?\s*$"
    r"|^\s*(?:\+?82|0)1[016-9][\s.-]?\d{3,4}[\s.-]?(\d{4})(?=\s*(?:번?\s?(?:은|는|이|가)?\s?누구\S*)?\s*[?.!]*\s*$)"
    r"|^\s*(\d{4})(?=\s?번?(?:은|는|이|가)?\s?누구)"
    r"|\b(?:who is|who's|whos|whose is)\s"
    r"(?:(?:\+?82|0)1[016-9][\s.-]?\d{3,4}[\s.-]?)?(\d{4})(?=\s*[?.!]*\s*$)"
)


def slots(text: str, plain: str, now: datetime, lexicon: Lexicon) -> Iterator[Edge]:
    """Every slot of a sentence: `text` is its surface, `plain` the flat text with its marks."""
    yield from _times_and_numbers(plain, now)
    yield from _items(text, lexicon)
    yield from _names(text, lexicon)


def _times_and_numbers(text: str, now: datetime) -> Iterator[Edge]:
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
            # A number word is surely one; bare digits may be part of a word that is listed ("011").
            price = 0.9 if sort is Sort.NUMBER and hangul.is_hangul(text[number.start : number.end]) else cost
            yield Edge(number.start, number.end, sort, frozenset({sort.value}), number, price)
    for found in _LAST_FOUR.finditer(text):
        digits = next(group for group in found.groups() if group)
        yield Edge(found.start(), found.end(), Sort.NAME, frozenset({"name"}), LastFour(digits), 0.5)


def _items(text: str, lexicon: Lexicon) -> Iterator[Edge]:
    tree, names = item_tree(lexicon.items)
    for start in word_starts(text):
        for hit in tree.at(text, start):
            said = unmarked(text[hit.start : hit.end])
            if names.get(said):
                yield Edge(hit.start, hit.end, Sort.ITEM, frozenset({"item"}), names[said], 0.7 + 0.3 * hit.gaps)


def script_changes(text: str, at: int) -> bool:
    before, here = text[at - 1], text[at]
    return before.isdigit() != here.isdigit() or hangul.is_syllable(before) != hangul.is_syllable(here)


def word_starts(text: str) -> Iterator[int]:
    for at, char in enumerate(text):
        if char in " \n":
            continue
        if at == 0 or text[at - 1] in " \n" or hangul.is_syllable(char) or script_changes(text, at):
            yield at


def _names(text: str, lexicon: Lexicon) -> Iterator[Edge]:
    """Every stretch of one to three words, or the beginning of one, that somebody is called."""
    if not len(lexicon.names):
        return
    words = [(found.start(), found.end()) for found in re.finditer(r"[^\s]+", text)][:60]
    things = item_tree(lexicon.items)[1]
    for at, (start, end) in enumerate(words):
        for count in (1, 2, 3):
            # "김수연 아아 두 잔": what is sold is no part of a name.
            if count > 1 and at + count <= len(words) and unmarked(text[slice(*words[at + count - 1])]) in things:
                break
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


@lru_cache(maxsize=16)
def item_tree(items: tuple[ItemWord, ...]) -> tuple[WordTree, dict[str, str]]:
    tree = WordTree()
    names: dict[str, str] = {}
    for item in items:
        for word in (item.name, *item.also):
            tree.add(word, "item")
            names.setdefault(unmarked(word), item.name)
    for item in items:
        for word in item.also:
            if " " in word and word.isascii() and unmarked(f"{word}s") not in names:
                tree.add(f"{word}s", "item")  # "two milk teas"
                names[unmarked(f"{word}s")] = item.name
    return tree, names


def unmarked(word: str) -> str:
    """An item's word as it is compared: lower case, without spaces, hyphens and apostrophes."""
    return re.sub(r"[\s'’-]", "", word.lower())
