"""Words with a slip of the fingers, put right by the words that the examples have: "slaes" is sales, 매츨 is 매출."""

import re
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.understanding import hangul
from bot.understanding.lexicon import Lexicon
from bot.understanding.likeness import learned
from bot.understanding.slots import item_tree, unmarked

# Shorter ones are one slip away from too many others.
_A_WORD = re.compile(r"[A-Za-z]{4,}|[가-힣]{2,}")
_NEAREST = 8


def put_right(side: str, text: str, lexicon: Lexicon) -> str:
    """The text with every word that nobody knows and that is one slip away from a known one put right.

    Names and things on the list stay as they are typed; `side` is owner or customer.
    """
    known = _words(side)
    _, items = item_tree(lexicon.items)

    def right(found: re.Match[str]) -> str:
        word = found.group().lower()
        letters = hangul.jamo(word)
        if letters in known or unmarked(word) in items or lexicon.names.search(word, 1, slips=1):
            return found.group()
        near = process.extract(letters, known.keys(), scorer=OSA.distance, score_cutoff=1, limit=_NEAREST)
        return min((known[said] for said, _, _ in near), default=(0.0, found.group()))[1]

    return _A_WORD.sub(right, text)


@cache
def _words(side: str) -> dict[str, tuple[float, str]]:
    """By its letters every word of the examples with how rare it is, for a common one is likelier to be meant."""
    words = {said.removeprefix("w:"): rarity for said, rarity in learned(side).rarity.items() if said.startswith("w:")}
    return {hangul.jamo(word): (rarity, word) for word, rarity in words.items() if _A_WORD.fullmatch(word)}
