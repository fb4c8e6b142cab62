"""Ideas and the votes for them."""

from datetime import date, datetime

from sqlalchemy import func
from sqlmodel import Session, col, select

from storage.models import Customer, Idea, IdeaVote
from storage.writing import new_public_id


def add(session: Session, text: str, now: datetime, answer_on: date) -> Idea:
    idea = Idea(public_id=new_public_id(), text=text, made_at=now, answer_on=answer_on)
    session.add(idea)
    session.flush()
    return idea


def by_public_id(session: Session, public_id: str) -> Idea | None:
    return session.exec(select(Idea).where(Idea.public_id == public_id)).first()


def undecided(session: Session, most: int) -> list[Idea]:
    """What waits for a decision, the next day first."""
    rows = select(Idea).where(Idea.state == "open").order_by(col(Idea.answer_on), col(Idea.id)).limit(most)
    return list(session.exec(rows))


def decided_no(session: Session, since: datetime, most: int) -> list[Idea]:
    """What was turned down lately."""
    rows = select(Idea).where(Idea.state == "no", col(Idea.decided_at) > since).order_by(col(Idea.id).desc())
    return list(session.exec(rows.limit(most)))


def vote(session: Session, idea_id: int, customer_id: int, text: str, now: datetime) -> bool:
    """One vote. False where this person has voted for it already."""
    if vote_of(session, idea_id, customer_id) is not None:
        return False
    key = f"{idea_id}:{customer_id}"
    session.add(IdeaVote(key=key, idea_id=idea_id, customer_id=customer_id, text=text, at=now))
    session.flush()
    return True


def newest_vote(session: Session, customer_id: int) -> tuple[Idea, IdeaVote] | None:
    """The last vote of this person for something that is not decided."""
    rows = select(Idea, IdeaVote).join(IdeaVote, col(IdeaVote.idea_id) == Idea.id)
    mine = rows.where(IdeaVote.customer_id == customer_id, Idea.state == "open")
    return session.exec(mine.order_by(col(IdeaVote.id).desc()).limit(1)).first()


def vote_of(session: Session, idea_id: int, customer_id: int) -> IdeaVote | None:
    rows = select(IdeaVote).where(IdeaVote.idea_id == idea_id, IdeaVote.customer_id == customer_id)
    return session.exec(rows).first()


def take_back(session: Session, vote: IdeaVote) -> None:
    session.delete(vote)
    session.flush()


def count(session: Session, idea_id: int) -> int:
    return session.exec(select(func.count()).select_from(IdeaVote).where(IdeaVote.idea_id == idea_id)).one()


def voters(session: Session, idea_id: int) -> list[Customer]:
    rows = select(Customer).join(IdeaVote, col(IdeaVote.customer_id) == Customer.id).where(IdeaVote.idea_id == idea_id)
    return list(session.exec(rows.order_by(col(IdeaVote.id))))


def remove(session: Session, idea: Idea) -> None:
    session.delete(idea)
    session.flush()
