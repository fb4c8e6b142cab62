"""A sentence that comes near something and is not quite it: asked about, and done with one tap. Nothing is guessed."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from bot.actions import cases, guesses, not_understood, shop
from bot.actions.unit import Replies, Unit
from bot.domain.buttons import button
from bot.domain.outgoing import Button, Money, Reply, Words, words
from bot.domain.said import Said
from bot.domain.visits import item_words
from bot.understanding.asks.closed_list import Ask
from bot.understanding.asks.lists import ChangeRule
from bot.understanding.asks.people import SetDetail
from bot.understanding.asks.shop import DaysOff, NamedDays
from bot.understanding.asks.values import Item, Period, Spoken
from bot.understanding.asks.visits import RecordSeveral, WalkIns
from bot.understanding.asks.voices import Voice
from handlers import errors, owner_periods
from handlers.owner_rows import group_rule

_LEAVE = button(words("button-cancel"), "leave")
# What holds somebody's own words besides a note.
_IN_OWN_WORDS = frozenset({"remind_me", "message_one", "message_many"})


def ask_whether(said: Said, unit: Unit, ask: Ask) -> Replies:
    """Read the guess back; only the button does it."""
    unit.permit("see lists" if unit.actor.works_here else "see own account")
    # A word to the shop is a yes away from the owner already.
    neither = _LEAVE if isinstance(ask, Voice) else _neither(said, unit)
    token = guesses.keep(unit, said.text, ask)
    yes = button(words("button-guess-yes"), "meant", token, "0")
    return Reply(words("guess", said=_read_back(ask, unit)), buttons=((yes, neither),))


def ask_which(said: Said, unit: Unit, ask: Ask, instead: Ask) -> Replies:
    """Read both back; only a button does one of them. Two words to the shop are one question, of whatever sort."""
    if isinstance(ask, Voice) and isinstance(instead, Voice):
        return ask_whether(said, unit, ask)
    unit.permit("see lists" if unit.actor.works_here else "see own account")
    neither = _neither(said, unit)
    token = guesses.keep(unit, said.text, ask, instead)
    rows = tuple(
        words("guess-row", number=number, said=_read_back(one, unit)) for number, one in enumerate((ask, instead), 1)
    )
    numbers = tuple(button(words("pick-number", number=at + 1), "meant", token, str(at)) for at in range(len(rows)))
    both = isinstance(ask, SetDetail) and isinstance(instead, SetDetail)
    return Reply(words("guess-one-number" if both else "guess-which", rows=rows), buttons=((*numbers, neither),))


def _neither(said: Said, unit: Unit) -> Button:
    """What else can be done: nothing, or in a customer's chat to hand it to the owner as it was said."""
    if unit.actor.works_here:
        return _LEAVE
    cases.keep_to_pass_on(unit, said.text)
    return button(words("button-pass-on"), "pass-on")


def done(
    table: Mapping[type, tuple[Callable[..., Replies], bool]], said: Said, unit: Unit, token: str = "", at: str = "0"
) -> Replies:
    """ "네", or its number: what was meant is done as if it had been said so. `table` leads from asks to handlers."""
    ask, text = guesses.take(unit, token, int(at) if at.isdigit() else 0)
    entry = table.get(type(ask))
    if not_understood.is_gathering(unit):
        not_understood.means(unit, ask)
    said = replace(said, text=text)  # what is passed on or looked at is what was said, and not the yes
    return entry[0](said, unit, ask) if entry is not None else errors.not_yet(said, unit)


def _read_back(ask: Ask, unit: Unit) -> Words:
    """The kind, and whatever was said of whom, what, when and how much."""
    amount = _of(ask, "amount")
    points = _of(ask, "points")
    both = _of(ask, "other") is not None and _of(ask, "other") == _of(ask, "name")
    moment = next(
        (_of(ask, slot) for slot in ("at", "to", "when", "promised", "on") if _of(ask, slot) is not None), None
    )
    return words(
        "guess-said",
        kind=words("kind-named", kind=_kind(ask)),
        name=_called(_of(ask, "name")),
        partner=None if both else _called(_of(ask, "other")),
        both=both,
        guests=ask.count if isinstance(ask, WalkIns) else None,
        things=_things(ask) or _people(ask) or _days(ask) or _rule(ask, unit) or _value(ask),
        amount=Money(amount, unit.shop.currency) if isinstance(amount, int) else None,
        count=abs(points) if isinstance(points, int) else None,
        at=moment if isinstance(moment, date | datetime) and not _of(ask, "by_minutes") else None,
        tag=_of(ask, "tag") or None,
        rack=_of(ask, "rack") or None,
        missed=words("visit-missed", said=_of(ask, "missed")) if _of(ask, "missed") else None,
        period=owner_periods.said(period) if isinstance(period := _of(ask, "period"), Period) else None,
        words=_of(ask, "note")
        or _of(ask, "what")
        or (_of(ask, "about") if ask.kind in _IN_OWN_WORDS else None)
        or None,
    )


def _of(ask: Ask, slot: str) -> Any:
    return getattr(ask, slot, None)


def _things(ask: Ask) -> tuple[Words | str, ...]:
    """The things with how many of each, where that was said."""
    counts = _of(ask, "pieces") or ()
    return tuple(
        item_words(one.name, one.quantity)
        if isinstance(one, Item)
        else item_words(str(one), counts[at])
        if at < len(counts) and counts[at]
        else str(one)
        for at, one in enumerate(_of(ask, "items") or ())
    )


def _people(ask: Ask) -> tuple[str, ...]:
    """Whose visits they are."""
    return tuple(visit.name.name for visit in ask.visits) if isinstance(ask, RecordSeveral) else ()


def _days(ask: Ask) -> tuple[Words, ...]:
    """The days on which the shop is closed, or open after all."""
    if isinstance(ask, DaysOff) and ask.first != ask.last:
        return (words("guess-days", first=ask.first, last=ask.last),)
    days = (ask.first,) if isinstance(ask, DaysOff) else ask.days if isinstance(ask, NamedDays) else ()
    return tuple(words("guess-day", day=day) for day in days)


def _rule(ask: Ask, unit: Unit) -> Words | None:
    """What a rule would say from then on."""
    if not isinstance(ask, ChangeRule) or (ask.count is None and ask.days is None):
        return None
    after = shop.ruled_by(unit, ask)
    return words(
        "guess-rule",
        name=words("group-name", group=ask.group),
        rule=group_rule(ask.group, after.rhythm, after.stages),
    )


def _value(ask: Ask) -> str | None:
    """What a detail is to be from now on."""
    value = _of(ask, "value")
    return value if isinstance(value, str) else None


def _called(name: object) -> str | None:
    return (name.name or name.last4) if isinstance(name, Spoken) else None


def _kind(ask: Ask) -> str:
    """The kind as the question names it: points come or go, parts are switched on or off, accounts have parts."""
    if ask.kind == "give_points" and _of(ask, "points") < 0:
        return "spend_points"
    if ask.kind == "chart":
        return f"chart_{_of(ask, 'about')}"
    if ask.kind == "switch_part":
        return "switch_on" if _of(ask, "on") else "switch_off"
    if ask.kind == "status":
        return f"status_{_of(ask, 'about') or 'account'}"
    return ask.kind
