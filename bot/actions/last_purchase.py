"""What was bought last, and in about which month, as the proof that somebody was here before.

Whoever is new by their number may say so, and hears the same whether there is a record or not; the shop reads every
answer. It opens a record only where it is right and where guessing it would have been hopeless: how likely a guess is
stands in the shop's own books. The same is looked up for everybody, so that it takes the same time too.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.actions import forms, linking, profile
from bot.actions.entries import write_entry
from bot.actions.linking import QUIET_DAYS, Opened
from bot.actions.unit import Unit
from bot.domain.phone import parse_phone
from bot.domain.prices import same_thing
from bot.domain.refusals import Refusal
from bot.understanding.last_bought import LastBought, read_last_bought
from bot.understanding.lexicon import Lexicon
from bot.understanding.shop_items import shop_items
from storage import last_purchases, prices, visits
from storage import linking as asked
from storage.models import Customer

FORM = "been-here"
TRIES = 2  # of one person in a year, and about one record for good
_COUNTED = timedelta(days=365)
# The likeliest guess that may open a record: one in so many.
ODDS = 1_000
# Somebody who was here on the 30th speaks of the month after.
_NEAR = timedelta(days=7)
_MOST_NAMES = 500
_NAMED = "last_purchase_named"
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Answered:
    """What the shop is to hear: the words of whoever says that they were here before, and whose record that may be.

    `question` is what its tap answers; without it the number is in no other record. `opened`: it was right.
    """

    key: str
    newcomer: str
    last4: str
    said: str
    name: str | None = None
    question: str | None = None
    opened: Opened | None = None


def ask(unit: Unit) -> bool:
    """Somebody says that they were here before: their next words say what and when. False for whoever can see a visit.

    Raises Refusal been-here-enough: they have said it often enough.
    """
    unit.permit("link own account")
    if profile.own_record(unit).last_visit_on is not None:
        return False
    _check_tries(unit)
    forms.begin_within(unit, FORM)
    return True


def leave(unit: Unit) -> None:
    """They would rather not say."""
    unit.permit("link own account")
    forms.finish(unit, FORM)


def answer(unit: Unit, text: str) -> Answered | None:
    """What they say. None where no thing, no month or more than one is in it, which is no try.

    Raises Refusal been-here-enough.
    """
    unit.permit("link own account")
    person = profile.own_record(unit)
    _check_tries(unit)
    names = _names(unit)
    local = unit.now.astimezone(unit.shop.zone)
    lexicon = Lexicon(items=shop_items(unit.shop.preset.value, tuple(names)), currency=unit.shop.currency)
    heard = read_last_bought(text, now=local, lexicon=lexicon)
    if heard is None:
        return None
    forms.finish(unit, FORM)
    things = [{name for name in names if same_thing(thing) in same_thing(name)} for thing in sorted(heard.things)]
    question = linking.asked_about(unit)
    record = unit.session.get(Customer, question.customer_id if question else 0)
    whose = record.id or 0 if record else 0
    tries = asked.deeds_about(unit.session, whose, _NAMED)
    fits = _fits(unit, whose, things, heard)
    tells = _tells(unit, things, heard)
    entry = write_entry(unit, _NAMED, customer_id=record.id if record else None, subject_id=person.id)
    newcomer, last4 = person.name, parse_phone(person.phone).last4 if person.phone else ""
    said = text.strip()[:_LONGEST]
    if record is None or question is None:
        return Answered(entry.public_id, newcomer, last4, said)
    opened = linking.prove(unit, "purchase") if fits and tells and tries < TRIES else None
    return Answered(entry.public_id, newcomer, last4, said, record.name, question.public_id, opened)


def may_say_again(unit: Unit) -> bool:
    """Whether they may still say what it was."""
    return asked.deeds_since(unit.session, unit.actor.user_id, (_NAMED,), unit.now - _COUNTED) < TRIES


def _check_tries(unit: Unit) -> None:
    if not may_say_again(unit):
        raise Refusal("been-here-enough", contact=unit.shop.contact or None)


def _names(unit: Unit) -> list[str]:
    """What things are called here: on the price list, and in the books."""
    priced = [price.name for price in prices.price_list(unit.session)]
    return list(dict.fromkeys([*priced, *last_purchases.names_of_things(unit.session, _MOST_NAMES)]))


def _fits(unit: Unit, whose: int, things: list[set[str]], heard: LastBought) -> bool:
    """Whether all that was named was bought at the last visit, and that was then."""
    last = visits.last_of(unit.session, whose)
    bought = {line.item for line in visits.lines_of(unit.session, last.id or 0 if last else 0)}
    start, end = _about(heard)
    return last is not None and start <= last.visited_on < end and all(one & bought for one in things)


def _tells(unit: Unit, things: list[set[str]], heard: LastBought) -> bool:
    """Whether so few people fit such an answer that nobody comes upon it by guessing.

    The share of those who ever had all these things, times the share of those who were here last at about that time,
    among the ones it can be asked of: whoever has stayed away, and whoever was here since the time that was named.
    One more is counted everywhere, so that a small shop's books do not promise too much.
    """
    everybody = last_purchases.were_here(unit.session)
    had = [last_purchases.had(unit.session, names) for names in things]
    start, end = _about(heard)
    then = last_purchases.last_here(unit.session, start, end)
    away = max(end, unit.today - timedelta(days=QUIET_DAYS))
    stayed_away = last_purchases.last_here(unit.session, date.min, away)
    of_things = (len(set.intersection(*had)) + 1) / (everybody + 1)
    of_time = (then + 1) / (stayed_away + 1)
    return of_things * of_time * ODDS <= 1


def _about(heard: LastBought) -> tuple[date, date]:
    return heard.start - _NEAR, heard.end + _NEAR
