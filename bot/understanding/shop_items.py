"""The words for things in one shop: its own price list first, then what shops of its kind usually have."""

from functools import lru_cache

from bot.domain.prices import same_thing
from bot.understanding.lexicon import ItemWord, default_items
from bot.understanding.pieces import surface


@lru_cache(maxsize=8)
def shop_items(preset: str, priced: tuple[str, ...]) -> tuple[ItemWord, ...]:
    """The things of the price list under their own names, and the usual things that it does not have.

    A thing that is on the list under one of the usual words takes over the other words for it: who has "셔츠" on the
    list means the same by "와이셔츠" and by "shirts", unless the list has those too.
    """
    names = {same_thing(name) for name in priced}
    usual = [(item, {same_thing(word): word for word in (item.name, *item.also)}) for item in default_items(preset)]
    own = tuple(ItemWord(name, _also(name, names, [words for _, words in usual])) for name in priced)
    return own + tuple(item for item, words in usual if not names & words.keys())


def _also(name: str, names: set[str], usual: list[dict[str, str]]) -> tuple[str, ...]:
    """The usual other words for a thing, and its name as it is searched for, without marks."""
    others = [word for words in usual if same_thing(name) in words for key, word in words.items() if key not in names]
    plain = " ".join(surface(name).split())
    return (*others, plain) if plain and same_thing(plain) != same_thing(name) else tuple(others)
