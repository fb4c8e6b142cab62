"""The price list: pasted as one message, read back, corrected one by one, and used for whatever is written down."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.actions.entries import UNDO_FOR, write_entry
from bot.actions.shop import deed_of
from bot.actions.unit import Unit
from bot.domain.prices import MOST_PRICES, Price, same_thing, with_changes
from bot.domain.refusals import Refusal
from bot.domain.shop import ShopField
from bot.understanding.lexicon import ItemWord
from bot.understanding.price_list import read_price_list
from bot.understanding.shop_items import shop_items
from storage import journal, prices
from storage.models import JournalEntry

CHANGED = deed_of(ShopField.PRICES)


@dataclass(frozen=True, slots=True)
class PricesChanged:
    """What was read, the lines that could not be, and how many things of the list are there besides.

    `undo` names the entry in the journal; None where nothing has changed.
    """

    read: tuple[Price, ...]
    not_read: tuple[str, ...]
    others: int
    undo: str | None


@dataclass(frozen=True, slots=True)
class PriceDropped:
    """A thing that is not on the list any more."""

    price: Price
    undo: str


@dataclass(frozen=True, slots=True)
class PricesTakenBack:
    """The list as it is again."""

    prices: int


def known_items(unit: Unit) -> tuple[ItemWord, ...]:
    """The words for things that this shop knows: those of its price list first."""
    priced = tuple(price.name for price in prices.price_list(unit.session))
    return shop_items(unit.shop.preset.value, priced)


def show(unit: Unit) -> tuple[Price, ...]:
    """The list."""
    unit.permit("see the shop's settings")
    return prices.price_list(unit.session)


def told(unit: Unit, item: str | None) -> tuple[Price, ...]:
    """What anybody here may hear: the price of that thing, or of all that is on the list. Empty: it is not there."""
    unit.permit("meet the shop")
    listed = prices.price_list(unit.session)
    return listed if item is None else tuple(one for one in listed if same_thing(one.name) == same_thing(item))


def take(unit: Unit, text: str) -> PricesChanged:
    """Read a pasted list, or one thing with its price. What it does not name stays as it is.

    Raises Refusal: prices-unreadable (nothing could be read), prices-too-many.
    """
    unit.permit("change the shop")
    listed = read_price_list(text, unit.shop.currency)
    if not listed.prices:
        raise Refusal("prices-unreadable", preset=unit.shop.preset)
    before = prices.price_list(unit.session)
    after = with_changes(before, listed.prices)
    if len(after) > MOST_PRICES:
        raise Refusal("prices-too-many", most=MOST_PRICES)
    undo = _write(unit, before, after, read=listed.prices) if after != before else None
    return PricesChanged(listed.prices, listed.not_read, len(after) - len(listed.prices), undo)


def only_what_was_read(unit: Unit, entry_id: str) -> PricesChanged:
    """Drop what a pasted list did not name. Raises Refusal undo-changed-since when the list has changed since."""
    unit.permit("change the shop")
    entry = journal.by_public_id(unit.session, entry_id)
    if entry is None or entry.deed != CHANGED or entry.undone_at is not None:
        raise Refusal("draft-gone")
    if journal.later_change(unit.session, entry) is not None:
        raise Refusal("undo-changed-since")
    named = {same_thing(name) for name in journal.after(unit.vault, entry).get("read", ())}
    before = prices.price_list(unit.session)
    after = tuple(price for price in before if same_thing(price.name) in named)
    return PricesChanged(after, (), 0, _write(unit, before, after) if after != before else None)


def drop(unit: Unit, name: str) -> PriceDropped:
    """Take one thing off the list. Raises Refusal price-unknown."""
    unit.permit("change the shop")
    before = prices.price_list(unit.session)
    price = next((one for one in before if same_thing(one.name) == same_thing(name)), None)
    if price is None:
        raise Refusal("price-unknown", item=name)
    return PriceDropped(price, _write(unit, before, tuple(one for one in before if one != price)))


def take_back(unit: Unit, entry: JournalEntry) -> PricesTakenBack:
    """Undo: the list as it was. Raises Refusal undo-changed-since."""
    unit.permit("change the shop")
    if journal.later_change(unit.session, entry) is not None:
        raise Refusal("undo-changed-since")
    before = tuple(Price(name, minor) for name, minor in journal.before(unit.vault, entry)["prices"])
    prices.replace_price_list(unit.session, before)
    return PricesTakenBack(len(before))


def _write(unit: Unit, before: Sequence[Price], after: Sequence[Price], read: Sequence[Price] = ()) -> str:
    prices.replace_price_list(unit.session, after)
    entry = write_entry(
        unit,
        CHANGED,
        before={"prices": [(price.name, price.minor) for price in before]},
        after={"prices": [(price.name, price.minor) for price in after], "read": [price.name for price in read]},
        undo_for=UNDO_FOR,
    )
    return entry.public_id
