"""The closed list of questions and deeds: what a sentence can mean to the bot, and nothing else.

Every value is frozen and says only what was asked. Whether it is allowed, who is meant where two people fit, and
whether a value can be right is decided by the actions and the domain.
"""

from typing import TypeAlias

from bot.understanding.asks import (
    account,
    anywhere,
    appointments,
    campaigns,
    lists,
    messages,
    money,
    not_understood,
    orders,
    people,
    reminders,
    shop,
    texts,
    visits,
    voices,
    wishes,
)

OwnerAsk: TypeAlias = (
    lists.OwnerAsk
    | people.OwnerAsk
    | visits.OwnerAsk
    | money.OwnerAsk
    | orders.OwnerAsk
    | appointments.OwnerAsk
    | messages.OwnerAsk
    | campaigns.OwnerAsk
    | texts.OwnerAsk
    | reminders.OwnerAsk
    | shop.OwnerAsk
    | voices.OwnerAsk
    | not_understood.OwnerAsk
    | anywhere.OwnerAsk
)
CustomerAsk: TypeAlias = (
    appointments.CustomerAsk
    | orders.CustomerAsk
    | shop.CustomerAsk
    | voices.CustomerAsk
    | account.CustomerAsk
    | wishes.CustomerAsk
    | not_understood.CustomerAsk
    | anywhere.CustomerAsk
)

Ask: TypeAlias = OwnerAsk | CustomerAsk
