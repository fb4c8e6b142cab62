"""The price list of a shop: what one piece of a thing costs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

MOST_PRICES = 300
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Price:
    """A thing and the price of one piece, in the currency's minor unit."""

    name: str
    minor: int


def same_thing(name: str) -> str:
    """A form of the name in which two spellings of one thing are equal: "정장 상의" and "정장상의"."""
    return "".join(name.split()).casefold()


def price_of(prices: Iterable[Price], name: str) -> int | None:
    """What one piece costs, None where the list does not have it. What is done to a thing costs what it costs alone:
    "바지 지퍼 교체" is on the list as "지퍼 교체".
    """
    listed = {same_thing(price.name): price.minor for price in prices}
    words = name.split()
    return next((listed[one] for at in range(len(words)) if (one := same_thing("".join(words[at:]))) in listed), None)


def with_changes(prices: Sequence[Price], changes: Sequence[Price]) -> tuple[Price, ...]:
    """The list with new prices in their old places and new things behind. Of two changes of one thing, the last."""
    merged = {same_thing(price.name): price for price in prices}
    for change in changes:
        merged[same_thing(change.name)] = change
    return tuple(merged.values())
