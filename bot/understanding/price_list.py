"""A price list as somebody pastes it into a chat: a thing and its price on every line, in any free form."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.money import minor_digits, parse_money
from bot.domain.prices import LONGEST_NAME, MOST_PRICES, Price, same_thing
from bot.domain.refusals import Refusal
from bot.domain.visits import MOST_MINOR
from bot.understanding.normalise import flat, tidy
from bot.understanding.numbers import Number, find_bare, find_money, number

_BULLET = re.compile(r"^\s*(?:[-–—•·*▪◦●○■□✔▶>]+\s*|\(?\d{1,2}[.)](?!\d)\s*|[①-⑳]\s*)")
_BETWEEN = " \t:：=|/,;.·…~-–—_*\"'“”‘’[]()→"
# "2500 (1장)", "15,000 / kg", "each": for how much of it, behind the price of one.
_FOR_ONE = re.compile(
    r"\s*(?:원|won)?\s*(?:\([^()\d]*1?[^()\d]*\)|/\s*\w+|(?:1\s?)?\w{0,3}당|each|apiece|per \w+|씩)?[\s.,;/|]*"
)
# "50,000~", "부터", "from": a price that only begins here is none that a receipt could be filled in with.
_OPEN_END = re.compile(r"^\s*(?:원|won)?\s*(?:~|～|-|–|부터|이상|\+|and up|up\b)")
_BEGINS_AT = re.compile(r"(?:\bfrom|최소|최저|약|대략)\s*$")
_DIVIDED = re.compile(r",(?=\s*[^\d\s])|;|\||\s/\s|\t")
_LETTER = re.compile(r"[^\W\d_]")
# A bare number in won is a price from here up; below it is a size or a count.
_BARE_FROM = 100


@dataclass(frozen=True, slots=True)
class PriceList:
    """What was read, in the order of the text, and the lines that hold something and could not be read."""

    prices: tuple[Price, ...]
    not_read: tuple[str, ...]


def read_price_list(text: str, currency: str) -> PriceList:
    """Read a pasted price list. Nothing is guessed: a line with a price range, say, is not read."""
    read: dict[str, Price] = {}
    not_read: list[str] = []
    for line in tidy(text).split("\n"):
        found = [price for part in _parts(_BULLET.sub("", line), currency) for price in _line(part, currency)]
        if found and len(read) + len(found) <= MOST_PRICES:
            read.update((same_thing(price.name), price) for price in found)
        elif re.search(r"\w", line):
            not_read.append(line.strip())
    return PriceList(tuple(read.values()), tuple(not_read))


def _parts(line: str, currency: str) -> list[str]:
    """Several things on one line, if every part has a price of its own; else the line as it is."""
    parts = [part for part in _DIVIDED.split(line) if part.strip()]
    return parts if all(_LETTER.search(part) and _amounts(flat(part), currency) for part in parts) else [line]


def _line(line: str, currency: str) -> Iterator[Price]:
    """The things of one line with their prices; nothing at all if any part of it is not clear."""
    shown = flat(line)
    amounts = _amounts(shown, currency)
    if not amounts:
        return
    names = [line[start:end] for start, end in _gaps(amounts, len(line))]
    before, after = names[:-1], names[-1]
    if any(_OPEN_END.match(rest) for rest in names[1:]) or any(_BEGINS_AT.search(name.lower()) for name in before):
        return
    if not _LETTER.search(before[0]) and _LETTER.search(after):
        named = names[1:]  # "2500 와이셔츠": the price stands in front
    elif _FOR_ONE.fullmatch(after):
        named = before
    else:
        return
    prices = [
        _price(name, line[amount.start : amount.end], currency) for name, amount in zip(named, amounts, strict=True)
    ]
    whole = [price for price in prices if price is not None]
    if len(whole) == len(prices):
        yield from whole


def _amounts(text: str, currency: str) -> list[Number]:
    """The numbers that can be prices, from left to right."""
    found = find_money(text)
    for one in find_bare(text):
        if any(one.start < other.end and other.start < one.end for other in found):
            continue
        touched = text[one.end : one.end + 1]
        if touched and (_LETTER.match(touched) or touched in "%+"):
            continue
        if one.value >= _BARE_FROM if minor_digits(currency) == 0 else _ends(text, one):
            found.append(one)
    return sorted(found, key=lambda one: one.start)


def _ends(text: str, one: Number) -> bool:
    """Whether a bare number in dollars is a price: "Latte 4" and "latte 4.50, mocha 5", but not "2 lattes 9"."""
    return "." in text[one.start : one.end] or _FOR_ONE.fullmatch(text[one.end :]) is not None


def _gaps(amounts: list[Number], size: int) -> Iterator[tuple[int, int]]:
    """What stands before, between and behind the amounts."""
    at = 0
    for amount in amounts:
        yield at, amount.start
        at = amount.end
    yield at, size


def _price(named: str, written: str, currency: str) -> Price | None:
    name = " ".join(re.sub(r"\.{2,}|…+|·{2,}", " ", named).split()).strip(_BETWEEN)
    # A bracket that was opened in the name belongs to it.
    if name.count("(") > name.count(")"):
        name += ")"
    minor = _minor(written, currency)
    if not _LETTER.search(name) or len(name) > LONGEST_NAME or minor is None or not 0 < minor <= MOST_MINOR:
        return None
    return Price(name, minor)


def _minor(written: str, currency: str) -> int | None:
    try:
        return parse_money(written, currency)
    except Refusal as refusal:
        if refusal.name != "money-unreadable":
            return None
    value = number(written)
    if value is None:
        return None
    minor = value.scaleb(minor_digits(currency))
    return int(minor) if minor == minor.to_integral_value() else None
