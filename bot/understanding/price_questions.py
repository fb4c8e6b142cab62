"""What a thing of the price list costs, asked by anybody: the words are in phrases/prices.toml."""

import re
from collections.abc import Sequence
from functools import cache

from bot.understanding.asks.shop import WhatCosts
from bot.understanding.lexicon import Lexicon
from bot.understanding.phrasebook import phrases
from bot.understanding.pieces import Chunk, Sort, surface
from bot.understanding.slots import item_tree, unmarked

_LONGEST = 80
# Of one's own things there is a sum to be paid, and no price to be told.
_OWN = re.compile(r"\b(?:my|mine|our|i owe|we owe)\b|(?<![가-힣])(?:제|내|저희|우리)\s")
_PARTICLES = re.compile(r"(?:은|는|이|가|을|를|도|에|의|용|값|비)$")


def read_price_question(text: str, lexicon: Lexicon) -> WhatCosts | None:
    """The thing that is asked about; without one, the whole list. None where the whole sentence is nothing else."""
    said = " ".join(surface(text).split()).lower()
    if not said or len(said) > _LONGEST or _OWN.search(said):
        return None
    language = "ko" if re.search(r"[가-힣]", said) else "en"
    of_one, of_all = _patterns(language)
    if of_all.fullmatch(said):
        return WhatCosts()
    for pattern in of_one:
        found = pattern.fullmatch(said)
        thing = _thing(found["thing"], language, lexicon) if found is not None else None
        if thing is not None:
            return WhatCosts(thing)
    return None


def what_costs(chunks: Sequence[Chunk]) -> WhatCosts | None:
    """The same of a sentence that is like such a question, with one thing of the list in it."""
    things = {str(chunk.value) for chunk in chunks if chunk.sort is Sort.ITEM}
    return WhatCosts(*things) if len(things) == 1 else None


def _thing(said: str, language: str, lexicon: Lexicon) -> str | None:
    """The one thing of the shop's list in these words, with nothing unknown beside it."""
    _, names = item_tree(lexicon.items)
    for words in (said, _beside(language).sub(" ", said)):
        word = unmarked(words)
        for form in (word, word.removesuffix("s"), word.removesuffix("es"), _PARTICLES.sub("", word)):
            if form in names:
                return names[form]
    return None


@cache
def _beside(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:{_one_of(language, 'beside')})(?!\S)")


@cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], ...], re.Pattern[str]]:
    """The questions about one thing, and the one about all."""
    before = rf"(?:(?:{_one_of(language, 'before')})\s)*"
    ask, whole, show = (f"(?:{_one_of(language, part)})" for part in ("ask", "whole", "show"))
    if language == "ko":
        return (re.compile(rf"{before}(?P<thing>.+?)\s?{ask}"),), re.compile(rf"{before}{whole}{show}")
    behind = rf"(?:\s(?:{_one_of(language, 'behind')}))*"
    return (
        (
            re.compile(rf"{before}{ask}\s(?P<thing>.+?){behind}"),
            re.compile(rf"{before}(?P<thing>.+?)\s(?:how much|price|cost)(?:\s(?:is it|is that|please))?"),
        ),
        re.compile(rf"{before}{show}\s?{whole}{behind}"),
    )


def _one_of(language: str, part: str) -> str:
    said: list[str] = phrases("prices")[language][part]
    return "|".join(said)
