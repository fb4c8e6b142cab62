"""What anybody may know of the shop, and a friendly word back."""

from bot.actions import open_days, price_list
from bot.actions.open_days import OpenOn
from bot.actions.unit import Replies, Unit
from bot.domain.outgoing import Reply, Words, in_each_language, words
from bot.domain.permissions import Role
from bot.domain.said import Said
from bot.domain.spoken_hours import spoken_hours
from bot.understanding.asks.shop import WhatCosts
from bot.understanding.shop_questions import asks_of_the_shop
from handlers import customer_cases
from handlers.shop_words import price_rows, told_price


def hours(said: Said, unit: Unit, ask: object = None) -> Replies:
    """When it is open, on the day that was asked about and at all; where it is, how to reach it."""
    shop = unit.shop
    on = open_days.asked_about(unit, said.text)
    text = words(
        "shop-card",
        shop=shop.name,
        today=_on(on) if on is not None else None,
        hours=words("shop-hours", hours=spoken_hours(shop.hours)) if shop.hours else words("hours-unknown"),
        where=words("shop-where", address=shop.address) if shop.address else None,
        contact=words("shop-contact", contact=shop.contact) if shop.contact else None,
    )
    if unit.actor.role is Role.CUSTOMER and asks_of_the_shop(said.text):  # parking stands on no card
        return customer_cases.to_pass_on(said, unit, words("shop-card-and-question", card=text))
    return Reply(text)


def what_costs(said: Said, unit: Unit, ask: WhatCosts) -> Replies:
    """ "코트 얼마예요?": from the price list; what is not on it goes to the owner with one tap."""
    prices = price_list.told(unit, ask.item)
    if prices and ask.item:
        return told_price(prices, unit.shop)
    if prices:
        rows, more = price_rows(prices, unit.shop.currency)
        return Reply(words("price-list", total=len(prices), rows=rows, more=more))
    return customer_cases.to_pass_on(said, unit, words("price-not-listed", item=ask.item))


def thanks(said: Said, unit: Unit, ask: object = None) -> Replies:
    """Thanks get thanks."""
    return Reply(words("thanks-back", shop=unit.shop.name))


def press(said: Said, unit: Unit) -> Replies:
    """ "네" to nothing that it could be the answer of, or to what only its button does."""
    return Reply(words("yes-needs-button"))


def _on(found: OpenOn) -> Words:
    day, following = found.day, found.following
    if found.is_over:
        state = "over"
    else:
        state = "open" if day.open else "unknown" if day.open is None else "closed"
    return words(
        "open-answer",
        day=day.on,
        state=state,
        hours=str(day.hours) if day.hours else None,
        holiday=in_each_language(day.holiday),
        next=following.on if following else None,
        after=str(following.hours) if following and following.hours else None,
    )
