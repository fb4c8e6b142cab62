"""Spaces for a Korean sentence that was typed without any: "박민수바지두벌만원" is 박민수 바지 두벌 만원.

The cut whose words are the commonest wins, as in the unigram models of word segmentation (P. Norvig, Natural Language
Corpus Data, 2009): what a word costs is how rare the examples have it.
"""

import re
from collections.abc import Iterator
from functools import cache

from bot.understanding import hangul
from bot.understanding.lexicon import Lexicon
from bot.understanding.likeness import learned
from bot.understanding.phrasebook import phrases
from bot.understanding.slots import item_tree

# So many syllables in one row are hardly one word.
_A_ROW = re.compile(r"(?=(?:\d*[가-힣ㄱ-ㅎ]){7})[가-힣ㄱ-ㅎ\d,.]*[가-힣\d]")
_NUMBER = (
    r"(?:(?:\d[\d,.]*|[일이삼사오육칠팔구])?(?:[십백천만억](?:\d+|[일이삼사오육칠팔구])?)+|\d[\d,.]*"
    r"|(?:열|스물|스무)?(?:하나|한|두|둘|셋|세|넷|네|다섯|여섯|일곱|여덟|아홉)|열|스무|[일이삼사오육칠팔구])"
)
# What is written with its number, and days and times: they are no words of the examples, where each is one sign.
_COUNTED = re.compile(
    rf"{_NUMBER}(?:원|벌|장|켤레|채|개월|개|점|명|번|회|잔|매|병|일|주일|주|달|월|년|시간|시반?|분|등|위)"
    r"|(?:[일이삼사오육칠팔구]?[백천만]){2,}[일이삼사오육칠팔구]?|\d[\d,.]*[십백천만억]*|[ㄱ-ㅎ]{2,4}(?![ㄱ-ㅎ])"
)
_A_DAY = re.compile(
    r"오늘|어제|그저께|그제|내일|모레|글피|(?:이번|요번|저번|지난|다음|담|금|매)(?:주말|주|달|해|월|년)|올해|작년|내년|재작년"
    r"|[월화수목금토일]요일|오전|오후|아침|저녁|점심|아까|방금"
)
_A_NAME, _A_THING, _A_NUMBER, _DAY, _A_TAIL = 6.0, 6.0, 6.0, 4.0, 2.0
_STRANGE, _STRANGE_SYLLABLE = 6.0, 5.0
# One syllable alone is a word in a row of strange ones only by chance.
_LONE = 3.0
_LONGEST = 8


def spaced(side: str, text: str, lexicon: Lexicon) -> str:
    """The text with a space between the words of every long row of syllables; `side` is owner or customer."""
    return _A_ROW.sub(lambda row: _cut(side, row.group(), lexicon), text)


def _cut(side: str, row: str, lexicon: Lexicon) -> str:
    """The cheapest way through the row: `best` is, by where it has come, its cost, where its last piece began, and
    whether a space stands before that piece.
    """
    best: list[tuple[float, int, bool]] = [(0.0, 0, False)] + [(float("inf"), 0, True)] * len(row)
    strange = [False] * (len(row) + 1)
    for at in range(len(row)):
        cost = best[at][0]
        for end, price, apart in _pieces(side, row, at, lexicon):
            if cost + price < best[end][0]:
                best[end], strange[end] = (cost + price, at, apart), False
        price = cost + _STRANGE_SYLLABLE + (0.0 if strange[at] else _STRANGE)
        if price < best[at + 1][0]:
            best[at + 1], strange[at + 1] = (price, at, not strange[at]), True
    at, words = len(row), [""]
    while at > 0:
        _, begins, apart = best[at]
        words[0] = row[begins:at] + words[0]
        if apart and begins > 0:
            words.insert(0, "")
        at = begins
    return " ".join(words)


def _pieces(side: str, row: str, at: int, lexicon: Lexicon) -> Iterator[tuple[int, float, bool]]:
    """What may stand here: where it ends, what it costs, and whether a space stands before it."""
    for pattern, price in ((_COUNTED, _A_NUMBER), (_A_DAY, _DAY)):
        found = pattern.match(row, at)
        if found is not None:
            yield found.end(), price, True
    words, things = _words(side), item_tree(lexicon.items)[1]
    for end in range(at + 1, min(len(row), at + _LONGEST) + 1):
        said = row[at:end]
        if said in words:
            yield end, words[said] + (_LONE if end == at + 1 else 0.0), True
        if said in things:
            yield end, _A_THING, True
        if at + 2 <= end <= at + 5 and hangul.is_hangul(said) and lexicon.names.knows_exactly(said):
            yield end, _A_NAME, True
        if at > 0 and said in _particles():
            yield end, _A_TAIL, False


@cache
def _words(side: str) -> dict[str, float]:
    """Every Korean word of the examples with how rare it is."""
    rare = learned(side).rarity
    return {one[2:]: rare[one] for one in rare if one.startswith("w:") and hangul.is_hangul(one[2:])}


@cache
def _particles() -> frozenset[str]:
    return frozenset(phrases("ko")["tails"]["particles"])
