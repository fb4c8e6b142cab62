"""Showing a second time that it's you: at the counter, or by what was bought last."""

from bot.actions import counter_code, last_purchase, linking, sending
from bot.actions.last_purchase import Answered
from bot.actions.unit import Replies, Unit
from bot.domain import buttons
from bot.domain.outgoing import Reply, words
from bot.domain.said import Said
from bot.understanding.answers import has_forgotten
from handlers import customer_start

BEEN_HERE = ((buttons.button(words("button-been-here"), "been-here"),),)
_SKIP = ((buttons.button(words("button-skip"), "been-here-skip"),),)


def at_counter(said: Said, unit: Unit, rest: str) -> Replies:
    """The code from the counter. What it opens comes apart from this: the answer is the same for everybody."""
    is_here = counter_code.scan(unit, rest)
    if unit.actor.customer_id is None:
        greeting = customer_start.start(said, unit)
        note = words("counter-here-first", minutes=counter_code.MINUTES) if is_here else words("counter-code-over")
        return [greeting, Reply(note)] if isinstance(greeting, Reply) else greeting
    if not is_here:
        return Reply(words("counter-code-over"))
    opened = linking.prove(unit, "counter")
    if opened is not None:
        last_purchase.leave(unit)
        customer_start.tell_opened(unit, opened, "counter")
    return Reply(words("counter-here"))


def been_here(said: Said, unit: Unit, ask: object = None) -> Replies:
    """ "I've been here before": what was it last, and when?"""
    if not last_purchase.ask(unit):
        return Reply(words("been-here-known"))
    return Reply(words("been-here-ask", preset=unit.shop.preset.value), buttons=_SKIP)


def skip(said: Said, unit: Unit) -> Replies:
    """Rather not."""
    last_purchase.leave(unit)
    return Reply(words("been-here-skipped"), edits=said.message_id if said.button else None)


def what_it_was(said: Said, unit: Unit) -> Replies:
    """Their own words. The shop reads them, whatever they are worth."""
    if has_forgotten(said.text):
        return skip(said, unit)
    answered = last_purchase.answer(unit, said.text)
    if answered is None:
        return Reply(words("been-here-unread", preset=unit.shop.preset.value), buttons=_SKIP)
    if answered.opened is not None:
        customer_start.tell_opened(unit, answered.opened, "purchase", said=answered.said)
        return None  # that their record is open they hear as everybody does for whom one is opened
    sending.tell_owners(unit, f"been-here:{answered.key}", _told(answered))
    more = BEEN_HERE if last_purchase.may_say_again(unit) else ()
    return Reply(words("been-here-passed-on"), buttons=more)


def _told(answered: Answered) -> Reply:
    text = words(
        "been-here-told", newcomer=answered.newcomer, last4=answered.last4, said=answered.said, name=answered.name
    )
    return Reply(text, buttons=(customer_start.yes_or_no(answered.question),) if answered.question else ())
