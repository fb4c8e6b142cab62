"""Ideas of customers: proposed, voted for, taken back."""

from bot.actions import ideas
from bot.actions.ideas import Proposed
from bot.actions.unit import Replies, Unit
from bot.domain import buttons
from bot.domain.outgoing import Reply, words
from bot.domain.said import Said


def propose(said: Said, unit: Unit, ask: object = None) -> Replies:
    """ "일요일에도 열어 주세요"."""
    return _proposed(ideas.propose(unit, said.text))


def take_back(said: Said, unit: Unit, entry: str = "") -> Replies:
    """The vote is taken back."""
    return Reply(words("idea-taken-back", text=ideas.take_back(unit, entry)))


def another(said: Said, unit: Unit, entry: str = "") -> Replies:
    """It was another idea."""
    return _proposed(ideas.another(unit, entry))


def _proposed(done: Proposed) -> Reply:
    if done.decision:
        return Reply(words("idea-was-decided", text=done.text, reason=done.decision))
    text = words(
        "idea-heard", text=done.text, joined=done.joined, again=done.again, votes=done.votes, on=done.answer_on
    )
    back = buttons.button(words("button-idea-back"), "idea-back", done.entry)
    if not done.joined or done.again:
        return Reply(text, buttons=((back,),))
    return Reply(text, buttons=((back, buttons.button(words("button-idea-other"), "idea-other", done.entry)),))
