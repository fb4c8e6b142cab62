"""Two people fit, or nobody: the question, with what tells them apart. Nobody is ever guessed."""

from bot.actions import drafts
from bot.actions.drafts import Deed
from bot.actions.people import Candidate, WhoIsMeant
from bot.actions.unit import Unit
from bot.domain.buttons import button
from bot.domain.outgoing import Money, Reply, Words, words
from bot.understanding.asks.appointments import MakeAppointment
from bot.understanding.asks.money import Charge
from bot.understanding.asks.people import Note
from bot.understanding.asks.visits import Correct, RecordVisit
from handlers.owner_rows import item_rows

# What can be the first that the shop knows of somebody.
_BEGINS_WITH = (RecordVisit, MakeAppointment, Note, Charge, Correct)

_ASKED = {True: "find-near", False: "find-many"}


def which_card(meant: WhoIsMeant, verb: str = "card", *parts: str) -> Reply:
    """Ask whom they mean. The buttons carry `verb`, the public id and `parts`."""
    if not meant.candidates:
        return Reply(words("find-none", query=meant.said))
    key = _ASKED[meant.near]
    more = meant.total - len(meant.candidates)
    return Reply(
        words(key, query=meant.said, total=meant.total, more=more),
        buttons=tuple(
            (button(person_label(candidate), verb, candidate.public_id, *parts),) for candidate in meant.candidates
        ),
    )


def person_label(candidate: Candidate) -> Words:
    """A name with what tells it apart from the others."""
    if candidate.last_on is None:
        detail = words("pick-detail-new")
    else:
        detail = words("pick-detail-visit", on=candidate.last_on, item=candidate.last_item or None)
    return words("pick-person", name=candidate.name, last4=candidate.last4, detail=detail)


def ask_whom(unit: Unit, ask: Deed, meant: WhoIsMeant) -> Reply:
    """Keep the deed, and ask with what tells the people apart; a new person where the deed can begin with one."""
    may_be_new = bool(meant.new_name) and isinstance(ask, _BEGINS_WITH)
    if not meant.candidates and not may_be_new:
        return Reply(words("find-none", query=meant.said))
    token = drafts.keep(unit, ask, [candidate.last4 for candidate in meant.candidates])
    if not meant.candidates:
        text = words("find-new", name=meant.new_name)
    else:
        more = meant.total - len(meant.candidates)
        key = _question(meant)
        text = words(key, query=meant.said, total=meant.total, more=more, phone=meant.phone)
    people = [(button(person_label(candidate), "who", token, candidate.public_id),) for candidate in meant.candidates]
    if may_be_new:
        people.append((button(words("button-new-person"), "newcomer", token),))
    return Reply(text, buttons=tuple(people))


def _question(meant: WhoIsMeant) -> str:
    if meant.phone:
        return "find-number-other" if meant.near else "find-number-new"
    return _ASKED[meant.near] if meant.said else "find-which"


def ask_whether(unit: Unit, ask: RecordVisit | MakeAppointment, who: Candidate) -> Reply:
    """Keep the deed and read it back as a question, because the sentence can be meant otherwise."""
    token = drafts.keep(unit, ask, [who.last4])
    if isinstance(ask, RecordVisit):
        text = words(
            "visit-unsure",
            name=who.name,
            last4=who.last4,
            items=item_rows(tuple((item.name, item.quantity) for item in ask.items)),
            amount=Money(ask.amount, unit.shop.currency) if ask.amount is not None else None,
            on=ask.on,
        )
    else:
        text = words("appointment-unsure", name=who.name, last4=who.last4, at=ask.at, service=ask.service)
    yes = button(words("button-write"), "who", token, who.public_id)
    return Reply(text, buttons=((yes, button(words("button-cancel"), "leave")),))
