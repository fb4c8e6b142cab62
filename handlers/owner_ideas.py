"""Ideas of customers as their owner sees them: what is proposed, and a decision with its reason."""

from bot.actions import ideas
from bot.actions.unit import Replies, Unit
from bot.domain import buttons
from bot.domain.outgoing import Reply, words
from bot.domain.said import Said

FORM = ideas.FORM


def waiting(said: Said, unit: Unit, ask: object = None) -> Replies:
    """What customers propose, with the votes."""
    rows = ideas.waiting(unit)
    if not rows:
        return Reply(words("ideas-none"))
    text = words(
        "ideas-waiting",
        total=len(rows),
        rows=tuple(
            words("idea-row", number=at, text=row.text, count=row.votes, on=row.answer_on)
            for at, row in enumerate(rows, start=1)
        ),
    )
    numbers = tuple(
        buttons.button(words("pick-number", number=at), "idea-open", row.entry) for at, row in enumerate(rows, start=1)
    )
    return Reply(text, buttons=tuple(numbers[start : start + 5] for start in range(0, len(numbers), 5)))


def look(said: Said, unit: Unit, entry: str = "") -> Replies:
    """One of them, to be decided."""
    row = ideas.look(unit, entry)
    yes = buttons.button(words("button-idea-yes"), "idea-decide", entry, "yes")
    no = buttons.button(words("button-idea-no"), "idea-decide", entry, "no")
    return Reply(words("idea-notice", text=row.text, count=row.votes, on=row.answer_on), buttons=((yes, no),))


def decide(said: Said, unit: Unit, entry: str = "", answer: str = "") -> Replies:
    """Yes or no: in which words?"""
    yes = answer == "yes"
    return Reply(words("idea-ask-reason", text=ideas.begin_decision(unit, entry, yes=yes), yes=yes))


def reason(said: Said, unit: Unit) -> Replies:
    """The words that everybody who voted reads."""
    done = ideas.decide(unit, said.text)
    return Reply(words("idea-told", text=done.text, yes=done.yes, reason=done.reason, count=done.told))
