"""The price list in chat: shown, pasted, corrected one by one."""

from bot.actions import price_list
from bot.actions.price_list import PricesChanged
from bot.actions.unit import Replies, Unit
from bot.domain.buttons import button
from bot.domain.outgoing import Money, Reply, Words, words
from bot.domain.said import Said
from bot.domain.shop import Shop, ShopField
from bot.understanding.asks.shop import DropPrice, WhatCosts
from handlers.shop_words import price_rows, set_anew, told_price

_MOST_LINES = 5
_LONGEST_LINE = 30


def show(unit: Unit) -> Reply:
    """The whole list."""
    prices = price_list.show(unit)
    buttons = ((set_anew(ShopField.PRICES),),)
    if not prices:
        return Reply(words("price-list-none"), buttons=buttons)
    rows, more = price_rows(prices, unit.shop.currency)
    return Reply(words("price-list", total=len(prices), rows=rows, more=more), buttons=buttons)


def what_costs(said: Said, unit: Unit, ask: WhatCosts) -> Replies:
    """ "와이셔츠 얼마 받지?"."""
    if ask.item is None:
        return show(unit)
    prices = price_list.told(unit, ask.item)
    return told_price(prices, unit.shop) if prices else Reply(words("price-not-listed-yet", item=ask.item))


def drop(said: Said, unit: Unit, ask: DropPrice) -> Replies:
    """ "가격표에서 니트 빼줘"."""
    dropped = price_list.drop(unit, ask.item)
    amount = Money(dropped.price.minor, unit.shop.currency)
    undo = button(words("button-undo"), "undo", dropped.undo)
    return Reply(words("price-dropped", item=dropped.price.name, amount=amount), buttons=((undo,),))


def only_these(said: Said, unit: Unit, entry: str = "") -> Replies:
    """Drop what the pasted list did not name."""
    return read_back(price_list.only_what_was_read(unit, entry), unit.shop)


def read_back(done: PricesChanged, shop: Shop) -> Reply:
    """What was read from a pasted list, what could not be, and what is on the list besides."""
    if done.undo is None:
        return Reply(words("prices-same"))
    rows, more = price_rows(done.read, shop.currency)
    text = words(
        "prices-read",
        total=len(done.read),
        rows=rows,
        more=more,
        not_read=_not_read(done.not_read),
        kept=words("prices-kept", count=done.others) if done.others else None,
    )
    buttons = [button(words("button-undo"), "undo", done.undo)]
    if done.others and len(done.read) > 1:
        buttons.append(button(words("button-only-these"), "only-these", done.undo))
    return Reply(text, buttons=(tuple(buttons),))


def _not_read(lines: tuple[str, ...]) -> Words | None:
    if not lines:
        return None
    shown = tuple(f"‘{line[:_LONGEST_LINE]}’" for line in lines[:_MOST_LINES])
    more = len(lines) - len(shown)
    return words("prices-not-read", rows=(*shown, words("prices-not-read-more", count=more) if more else None))
