"""Ideas: proposed by customers, voted for, and decided by a day. Whoever voted hears the decision once, with
its reason.

Nobody sees who voted: in a shop of thirty a vote is a name. Customers are told how many there are from three up.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.actions import forms, profile, sending
from bot.actions.planning import Planned
from bot.actions.unit import Unit
from bot.domain.buttons import button
from bot.domain.outgoing import Reply, words
from bot.domain.promotional import sells
from bot.domain.refusals import Refusal
from bot.domain.written_text import one_line
from bot.understanding.ideas import alike, gist
from storage import ideas
from storage.models import Idea, IdeaVote

FORM = "idea-decision"
SHOWN_FROM = 3
MOST = 10
_DAYS = 14
_COMPARED = 200
_LONGEST = 200
_TOLD_AT = (1, 3, 5, 10, 20, 50)
_REMINDED_BEFORE = timedelta(days=2)
_REMEMBERED = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Proposed:
    """What has become of an idea: `votes` is None below three, `joined` when it was there already.

    `decision` is that of an idea that was turned down within the year: asked again, it is answered at once.
    """

    entry: str
    text: str
    joined: bool
    again: bool
    votes: int | None
    answer_on: date
    decision: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """An idea as the owner sees it."""

    entry: str
    text: str
    votes: int
    answer_on: date


@dataclass(frozen=True, slots=True)
class Decided:
    """The decision, and how many were told."""

    text: str
    yes: bool
    reason: str
    told: int


def propose(unit: Unit, text: str, *, as_new: bool = False) -> Proposed:
    """Vote for the idea that says the same, or write a new one down. With `as_new` it is another one for certain."""
    unit.permit("be heard")
    person = profile.own_record(unit)
    said = one_line(text)[:_LONGEST]
    about = gist(said)
    if not as_new:
        for idea in ideas.undecided(unit.session, _COMPARED):
            if alike(about, gist(idea.text or "")):
                return _vote(unit, idea, person.id or 0, said, joined=True)
        for idea in ideas.decided_no(unit.session, unit.now - _REMEMBERED, _COMPARED):
            if alike(about, gist(idea.text or "")):
                return Proposed(idea.public_id, idea.text or "", True, True, None, idea.answer_on, idea.decision or "")
    idea = ideas.add(unit.session, said, unit.now, unit.today + timedelta(days=_DAYS))
    return _vote(unit, idea, person.id or 0, said, joined=False)


def another(unit: Unit, entry: str) -> Proposed:
    """It was another idea after all: the vote, in its own words, is for one of its own. Raises Refusal draft-gone."""
    unit.permit("be heard")
    vote, idea = _own(unit, entry)
    text = vote.text or ""
    _withdraw(unit, vote, idea)
    return propose(unit, text, as_new=True)


def take_back(unit: Unit, entry: str) -> str:
    """The vote is taken back; an idea that nobody wants any more is gone. Raises Refusal draft-gone."""
    unit.permit("be heard")
    vote, idea = _own(unit, entry)
    text = idea.text or ""
    _withdraw(unit, vote, idea)
    return text


def waiting(unit: Unit) -> tuple[Row, ...]:
    """What waits for a decision."""
    unit.permit("see lists")
    rows = ideas.undecided(unit.session, MOST)
    return tuple(
        Row(one.public_id, one.text or "", ideas.count(unit.session, one.id or 0), one.answer_on) for one in rows
    )


def look(unit: Unit, entry: str) -> Row:
    """One of them. Raises Refusal draft-gone."""
    unit.permit("see lists")
    idea = _open(unit, entry)
    return Row(idea.public_id, idea.text or "", ideas.count(unit.session, idea.id or 0), idea.answer_on)


def begin_decision(unit: Unit, entry: str, *, yes: bool) -> str:
    """The next words are what the voters are told. Raises Refusal draft-gone."""
    unit.permit("answer a customer")
    idea = _open(unit, entry)
    forms.begin(unit, FORM, {"idea": entry, "yes": yes}, kept=forms.KEPT_LONG)
    return idea.text or ""


def decide(unit: Unit, text: str) -> Decided:
    """The decision with its reason goes to everybody who voted, once.

    Raises Refusal draft-gone, idea-why, text-sells for a word of selling that the idea itself has not.
    """
    unit.permit("answer a customer")
    draft = forms.draft(unit, FORM)
    if draft is None:
        raise Refusal("draft-gone")
    reason = one_line(text)[:_LONGEST]
    if len(reason) < 2:
        raise Refusal("idea-why")
    idea = _open(unit, draft["idea"])
    if sells(reason) and not sells(idea.text or ""):
        raise Refusal("text-sells")
    forms.end(unit)
    yes = bool(draft["yes"])
    idea.state, idea.decided_at, idea.decision = "yes" if yes else "no", unit.now, reason
    unit.session.add(idea)
    told = 0
    for person in ideas.voters(unit.session, idea.id or 0):
        reply = Reply(words("idea-decided", text=idea.text, yes=yes, reason=reason, shop=unit.shop.name))
        told += sending.to_customer(unit, person, f"idea:{idea.public_id}:{person.id}", reply)
    return Decided(idea.text or "", yes, reason, told)


def remind(unit: Unit) -> Planned:
    """Two days before an answer is due, and once more on the day, the owners hear of it."""
    unit.permit("plan messages")
    told = 0
    for idea in ideas.undecided(unit.session, _COMPARED):
        if ideas.count(unit.session, idea.id or 0) == 0:  # whoever wanted it has been forgotten
            ideas.remove(unit.session, idea)
            continue
        left = idea.answer_on - unit.today
        if left <= _REMINDED_BEFORE:
            when = "due" if left <= timedelta(0) else "soon"
            told += sending.tell_owners(unit, f"idea-due:{idea.public_id}:{when}", _notice(unit, idea))
    return Planned(told)


def _vote(unit: Unit, idea: Idea, person_id: int, said: str, *, joined: bool) -> Proposed:
    new = ideas.vote(unit.session, idea.id or 0, person_id, said, unit.now)
    votes = ideas.count(unit.session, idea.id or 0)
    if new and votes in _TOLD_AT:
        sending.tell_owners(unit, f"idea-votes:{idea.public_id}:{votes}", _notice(unit, idea))
    shown = votes if votes >= SHOWN_FROM else None
    return Proposed(idea.public_id, idea.text or "", joined, not new, shown, idea.answer_on)


def _own(unit: Unit, entry: str) -> tuple[IdeaVote, Idea]:
    idea = ideas.by_public_id(unit.session, entry)
    person = profile.own_record(unit)
    vote = ideas.vote_of(unit.session, idea.id or 0, person.id or 0) if idea is not None else None
    if idea is None or vote is None or idea.state != "open":
        raise Refusal("draft-gone")
    return vote, idea


def _withdraw(unit: Unit, vote: IdeaVote, idea: Idea) -> None:
    ideas.take_back(unit.session, vote)
    if ideas.count(unit.session, idea.id or 0) == 0:
        ideas.remove(unit.session, idea)


def _notice(unit: Unit, idea: Idea) -> Reply:
    votes = ideas.count(unit.session, idea.id or 0)
    text = words("idea-notice", text=idea.text, count=votes, on=idea.answer_on)
    yes = button(words("button-idea-yes"), "idea-decide", idea.public_id, "yes")
    no = button(words("button-idea-no"), "idea-decide", idea.public_id, "no")
    return Reply(text, ((yes, no),))


def _open(unit: Unit, entry: str) -> Idea:
    idea = ideas.by_public_id(unit.session, entry)
    if idea is None or idea.state != "open":
        raise Refusal("draft-gone")
    return idea
