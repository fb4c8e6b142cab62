"""What a shop's own words are: its people's names and the things on its price list."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from bot.understanding.names import NameIndex
from bot.understanding.phrasebook import phrases


@dataclass(frozen=True, slots=True)
class ItemWord:
    """A thing on the price list: its own `name`, and other words for it in any language."""

    name: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Handed to the reader with every sentence. For a customer's sentence `names` stays empty.

    `without` holds the kinds of asks that this shop has no part for: nothing is read as one of them.
    """

    names: NameIndex = field(default_factory=NameIndex)
    items: tuple[ItemWord, ...] = ()
    currency: str = "KRW"
    without: frozenset[str] = frozenset()

    @property
    def exponent(self) -> int:
        """How many decimal places the currency's minor unit stands for."""
        return 0 if self.currency in ("KRW", "JPY", "VND", "CLP") else 2


def of_theatres(which: str) -> frozenset[str]:
    """Things that theatres sell: `seats`, those of them that say nothing but a seat (`unnamed`), and `no_plays`."""
    return frozenset(phrases("theatre")[which])


@cache
def plays() -> tuple[ItemWord, ...]:
    """Plays that many theatres give, under their names in either language."""
    known: Mapping[str, list[str]] = phrases("theatre")["plays"]
    return tuple(ItemWord(name, tuple(also)) for name, also in known.items())


@cache
def services(*, all_words: bool = False) -> frozenset[str]:
    """What is done to a thing, as the price list or the usual things call it; with `all_words` what is said of what is
    ready as well.
    """
    words = phrases("services")
    return frozenset([*words["services"], *(words["also"] if all_words else ())])


@cache
def default_items(preset: str) -> tuple[ItemWord, ...]:
    """The items and services that shops of this preset (laundry, salon, cafe, theatre) usually have."""
    items: Mapping[str, Mapping[str, list[str]]] = phrases("items")
    return tuple(ItemWord(name, tuple(also)) for name, also in items.get(preset, {}).items())
