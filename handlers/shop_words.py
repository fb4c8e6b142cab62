"""The shop's settings as words: what a setting is called, how its value is said, the rows of a price list."""

from collections.abc import Sequence

from bot.actions.shop import ShopChanged
from bot.domain.buttons import button
from bot.domain.outgoing import Button, Money, Reply, Value, Words, words
from bot.domain.prices import Price
from bot.domain.shop import Preset, Shop, ShopField
from bot.domain.spoken_hours import spoken_hours

_MOST_ROWS = 30

_FIELDS = {
    ShopField.NAME: "shop-field-name",
    ShopField.PRESET: "shop-field-preset",
    ShopField.HOURS: "shop-field-hours",
    ShopField.PRICES: "shop-field-prices",
    ShopField.ANSWERED_BY: "shop-field-answered-by",
    ShopField.CONTACT: "shop-field-contact",
    ShopField.ADDRESS: "shop-field-address",
}
_QUESTIONS = {
    ShopField.NAME: "shop-ask-name",
    ShopField.PRESET: "shop-ask-preset",
    ShopField.HOURS: "shop-ask-hours",
    ShopField.PRICES: "shop-ask-prices",
    ShopField.ANSWERED_BY: "shop-ask-answered-by",
    ShopField.CONTACT: "shop-ask-contact",
    ShopField.ADDRESS: "shop-ask-address",
}
KINDS = {
    Preset.LAUNDRY: "preset-laundry",
    Preset.SALON: "preset-salon",
    Preset.CAFE: "preset-cafe",
    Preset.THEATRE: "preset-theatre",
}


def field_name(field: ShopField) -> Words:
    """What a setting is called."""
    return words(_FIELDS[field])


def ask_for_words(field: ShopField) -> Words:
    """The question for a setting."""
    return words(_QUESTIONS[field])


def shown_value(field: ShopField, value: Value) -> Value:
    """The value of a setting as it is said; None for one that is not set."""
    if field is ShopField.PRESET and isinstance(value, str):
        return words(KINDS[Preset(value)])
    if field is ShopField.HOURS and isinstance(value, str) and value:
        return spoken_hours(value)
    return value or None


def read_back(done: ShopChanged, *, in_passing: bool) -> Words:
    """A setting that was changed, or was so already: which is no news as one answer among several (`in_passing`)."""
    value = shown_value(done.field, done.after)
    if done.undo is None:
        return words("shop-value" if in_passing else "shop-same", field=field_name(done.field), value=value)
    before = shown_value(done.field, done.before)
    return words("shop-set", field=field_name(done.field), before=before, value=value)


def price_rows(prices: Sequence[Price], currency: str) -> tuple[tuple[Words, ...], Words | None]:
    """The rows of a list, and how many more there are than fit."""
    rows = tuple(
        words("price-row", item=price.name, amount=Money(price.minor, currency)) for price in prices[:_MOST_ROWS]
    )
    more = len(prices) - len(rows)
    return rows, words("price-more", count=more) if more else None


def told_price(prices: Sequence[Price], shop: Shop) -> Reply:
    """The price of the one thing that was asked about."""
    (price,) = prices
    return Reply(words("price-told", item=price.name, amount=Money(price.minor, shop.currency)))


def set_anew(field: ShopField) -> Button:
    """The button that asks for a setting again."""
    return button(words("button-set-anew"), "set-anew", field.value)
