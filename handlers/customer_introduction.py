""" "친구 소개하고 싶어요": a personal link, and what happens when a friend opens it."""

from bot.actions import introducing
from bot.actions.introducing import Arrival
from bot.actions.unit import Replies, Unit
from bot.domain.outgoing import Button, Reply, words
from bot.domain.said import Said
from handlers import customer_start


def refer(said: Said, unit: Unit, ask: object = None) -> Replies:
    """The link, ready to be passed on."""
    link = introducing.own_link(unit)
    copied = Button(words("button-copy-link"), copy=words("introduce-link", link=link))
    return Reply(words("introduce", shop=unit.shop.name, link=link), buttons=((copied,),))


def arrive(said: Said, unit: Unit, rest: str) -> Replies:
    """A friend opened it: greeted as everybody is, and told what the link has done."""
    arrival = introducing.arrive(unit, rest)
    greeting = customer_start.start(said, unit)
    told = () if arrival is None else (Reply(words(arrival.value)),)
    return [*told, greeting] if isinstance(greeting, Reply) and arrival is not Arrival.OWN else list(told)
