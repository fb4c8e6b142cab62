"""A sentence from behind the counter that nothing here reads: an interpreter may pick what it can have meant."""

from functools import partial

from bot.actions import not_understood
from bot.actions.price_list import known_items
from bot.actions.unit import Replies, Unit
from bot.domain.said import Said
from bot.runtime import Route, Unread
from bot.understanding.asks.closed_list import Ask
from bot.understanding.interpreter import Picked, all_kinds, believed, veil
from bot.understanding.lexicon import Lexicon
from handlers import meant as asking


def unread(text: str, unit: Unit) -> Unread | None:
    """What may be asked about the sentence; None where no interpreter is set, or the sentence is not the shop's own.

    What comes of it is only ever a question to whoever wrote: nothing is done or shown before the tap.
    """
    if not unit.shop.interprets or not unit.actor.works_here:
        return None
    now = unit.now.astimezone(unit.shop.zone)
    lexicon = Lexicon(unit.names, known_items(unit), unit.shop.currency)
    veiled = veil(text, now=now, lexicon=lexicon)
    if veiled is None:
        return None
    kinds = tuple(kind for kind in all_kinds() if kind.part is None or unit.shop.has(kind.part))

    def meant(picked: Picked) -> Route | None:
        ask = believed(picked, veiled, kinds, now=now, lexicon=lexicon)
        return Route(partial(_ask_whether, ask=ask)) if ask is not None else None

    return Unread(veiled.text, kinds, meant)


def _ask_whether(said: Said, unit: Unit, ask: Ask) -> Replies:
    """Asked about, and kept like what nobody has understood: here nobody has."""
    not_understood.keep(unit, said.text)
    return asking.ask_whether(said, unit, ask)
