"""A button that is said instead of pressed: the next page of a list, one of the people of the question who is meant."""

from bot.actions import drafts, forms, guesses, shown_lists
from bot.actions.shown_lists import PeopleAsked
from bot.actions.unit import Replies, Unit
from bot.domain import buttons
from bot.domain.outgoing import Reply, words
from bot.domain.said import Said
from bot.understanding.choices import Choice
from handlers import paging

# The buttons of a deed that waits for whom it is about; without the deed they lead nowhere.
_OF_A_DRAFT = ("who", "newcomer")


def meant(unit: Unit, choice: Choice) -> str | None:
    """The data of the button that is meant; "" where the list has no such page; None where nothing can be chosen."""
    return _turned(unit, choice.turn) if choice.turn else _person(unit, choice) or None


def agreed(unit: Unit, *, yes: bool) -> str | None:
    """The data of the button that a yes or a no stands for, where the last that was said asks for one; else None."""
    asked = forms.asked_last(unit)
    if asked is not None and asked[0] == guesses.FORM and len(asked[1]["asks"]) == 1:
        return buttons.data("meant", asked[1]["token"], "0") if yes else buttons.data("leave")
    people = shown_lists.people_asked_about(unit) if forms.began_last(unit) == drafts.FORM else None
    ways = [data for data in (*(row[2] for row in people.rows), people.new) if data] if people else []
    parsed = buttons.parse(ways[0]) if len(ways) == 1 else None
    if parsed is None or parsed[0] not in _OF_A_DRAFT or parsed[1][0] != drafts.token(unit):
        return None
    return ways[0] if yes else buttons.data("leave")


def no_more(said: Said, unit: Unit) -> Replies:
    """There is no page before or behind."""
    return Reply(words("list-ends"))


def _turned(unit: Unit, turn: str) -> str | None:
    turns = shown_lists.turns_shown(unit)
    if turns is None or turn in ("next", "previous"):
        return None if turns is None else turns.get(turn, "")
    forward = "next" in turns
    parsed = buttons.parse(turns.get("next") or turns.get("previous") or "")
    if parsed is None:
        return buttons.data("narrowed", "0") if shown_lists.is_narrowed(unit) else None
    verb, (*parts, beside) = parsed
    here = max(0, paging.offset_of(beside) + (-paging.PAGE if forward else paging.PAGE))
    return buttons.data(verb, *parts, str(0 if turn == "first" else here))


def _person(unit: Unit, choice: Choice) -> str | None:
    asked = shown_lists.people_asked_about(unit)
    if asked is None:
        return None
    data = _data(asked, choice)
    parsed = buttons.parse(data)
    if parsed is None or (parsed[0] in _OF_A_DRAFT and parsed[1][0] != drafts.token(unit)):
        return None
    return data


def _data(asked: PeopleAsked, choice: Choice) -> str:
    if choice.new:
        return asked.new
    if choice.last4:
        fit = [data for name, last4, data in asked.rows if last4 == choice.last4 and choice.name in name.lower()]
        return fit[0] if len(fit) == 1 else ""
    at = choice.place - 1 if choice.place > 0 else len(asked.rows) + choice.place
    return asked.rows[at][2] if 0 <= at < len(asked.rows) else ""
