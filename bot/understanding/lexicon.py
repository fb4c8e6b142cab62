"""What a shop's own words are: its people's names and the things on its price list."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from bot.understanding.names import NameIndex


@dataclass(frozen=True, slots=True)
class ItemWord:
    """A thing on the price list: its own `name`, and other words for it in any language."""

    name: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Handed to the reader with every sentence. For a customer's sentence `names` stays empty."""

    names: NameIndex = field(default_factory=NameIndex)
    items: tuple[ItemWord, ...] = ()
    currency: str = "KRW"


@cache
def default_items(preset: str) -> tuple[ItemWord, ...]:
    """The items and services that shops of this preset (laundry, salon, cafe, theatre) usually have."""
    text = resources.files("bot.understanding.phrases").joinpath("items.toml").read_text("utf-8")
    items: Mapping[str, Mapping[str, list[str]]] = tomllib.loads(text)
    return tuple(ItemWord(name, tuple(also)) for name, also in items.get(preset, {}).items())
