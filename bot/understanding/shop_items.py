"""The words for things in one shop: its own price list first, then what shops of its kind usually have."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from bot.domain.prices import same_thing
from bot.understanding.lexicon import ItemWord, default_items, plays
from bot.understanding.pieces import surface

# Behind the name of a thing: whose it is, or which kind, "햄릿 (박지훈)".
_BESIDE = re.compile(r"\s*\([^()]*\)\s*$")


@lru_cache(maxsize=8)
def shop_items(preset: str, priced: tuple[str, ...]) -> tuple[ItemWord, ...]:
    """The things of the price list under their own names, and the usual things that it does not have.

    A thing that is on the list under one of the usual words takes over the other words for it: who has "셔츠" on the
    list means the same by "와이셔츠" and by "shirts", unless the list has those too. What stands in brackets behind a
    name need not be said, where nothing else is called so without.
    """
    names = {same_thing(name) for name in priced}
    usual = [(item, _words_of(item)) for item in default_items(preset)]
    taken = names.union(*(words.keys() for _, words in usual))
    bare = Counter(same_thing(_BESIDE.sub("", name)) for name in priced)
    own = []
    for name in priced:
        alone = _bare(name, bare, taken)
        known = [_words_of(play) for play in plays()] if preset == "theatre" else []
        # A play is known by its name in the other language as well, with its actor behind it or without.
        titles = [other for one in alone or (name,) for other in _also(one, names | taken, known)]
        own.append(ItemWord(name, (*_also(name, names, [words for _, words in usual]), *alone, *titles)))
    return (*own, *(item for item, words in usual if not names & words.keys()))


def shop_name(said: str, items: Sequence[ItemWord]) -> str:
    """The shop's own name for a thing, by whichever word for it: "haircut" is 커트. What is none stays as it is."""
    thing = same_thing(said)
    return next((item.name for item in items if thing in _words_of(item)), said)


def _words_of(item: ItemWord) -> dict[str, str]:
    return {same_thing(word): word for word in (item.name, *item.also)}


def _also(name: str, names: set[str], usual: list[dict[str, str]]) -> tuple[str, ...]:
    """The usual other words for a thing, and its name as it is searched for, without marks."""
    others = [word for words in usual if same_thing(name) in words for key, word in words.items() if key not in names]
    plain = " ".join(surface(name).split())
    return (*others, plain) if plain and same_thing(plain) != same_thing(name) else tuple(others)


def _bare(name: str, times: Counter[str], taken: set[str]) -> tuple[str, ...]:
    bare = _BESIDE.sub("", name).strip()
    is_its_own = bare and times[same_thing(bare)] == 1 and same_thing(bare) not in taken
    return (bare,) if is_its_own else ()
