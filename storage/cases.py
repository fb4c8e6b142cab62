"""Cases: what customers said that a person must answer, with every word about it."""

from datetime import datetime

from sqlalchemy import func
from sqlmodel import Session, col, select

from storage.models import Case, CaseLine, Customer
from storage.writing import new_public_id


def add(session: Session, customer_id: int, sort: str, text: str, now: datetime, due_at: datetime) -> Case:
    """A new case with its first line; its id is the number that people are told."""
    case = Case(public_id=new_public_id(), customer_id=customer_id, sort=sort, opened_at=now, due_at=due_at)
    session.add(case)
    session.flush()
    add_line(session, case, "customer", text, now)
    return case


def add_line(session: Session, case: Case, by: str, text: str, now: datetime) -> CaseLine:
    """What was said, by the customer or by the shop."""
    line = CaseLine(case_id=case.id or 0, at=now, by=by, text=text)
    session.add(line)
    session.flush()
    return line


def by_public_id(session: Session, public_id: str) -> Case | None:
    return session.exec(select(Case).where(Case.public_id == public_id)).first()


def newest_open(session: Session, customer_id: int, since: datetime) -> Case | None:
    """The newest case of this person that was opened after `since` and is not closed."""
    mine = select(Case).where(Case.customer_id == customer_id, col(Case.state).in_(("open", "answered")))
    return session.exec(mine.where(col(Case.opened_at) > since).order_by(col(Case.id).desc()).limit(1)).first()


def unsettled(session: Session, customer_id: int, most: int) -> list[Case]:
    """What this person waits for or was answered and has not settled, the newest first."""
    mine = select(Case).where(Case.customer_id == customer_id, col(Case.state).in_(("open", "answered")))
    return list(session.exec(mine.order_by(col(Case.id).desc()).limit(most)))


def first_words(session: Session, case: Case) -> str:
    """What the case began with."""
    line = session.exec(select(CaseLine).where(CaseLine.case_id == case.id).order_by(col(CaseLine.id)).limit(1)).first()
    return line.text or "" if line else ""


def words_of(session: Session, case: Case) -> str:
    """All that the customer has said in it."""
    lines = select(CaseLine).where(CaseLine.case_id == case.id, CaseLine.by == "customer").order_by(col(CaseLine.id))
    return "\n".join(line.text or "" for line in session.exec(lines))


def newest_complaint(session: Session, customer_id: int) -> Case | None:
    """What this person complained of last, unless they took it back."""
    found = select(Case).where(Case.customer_id == customer_id, Case.sort == "complaint", Case.state != "withdrawn")
    return session.exec(found.order_by(col(Case.id).desc()).limit(1)).first()


def overdue(session: Session, now: datetime) -> list[tuple[Case, Customer]]:
    """Open cases whose time has passed, the longest first."""
    rows = select(Case, Customer).join(Customer, col(Customer.id) == Case.customer_id)
    late = rows.where(Case.state == "open", col(Case.due_at) <= now).order_by(col(Case.due_at), col(Case.id))
    return list(session.exec(late).all())


def waiting(session: Session, most: int) -> list[tuple[Case, Customer]]:
    """Open cases, whose time comes first first."""
    rows = select(Case, Customer).join(Customer, col(Customer.id) == Case.customer_id).where(Case.state == "open")
    return list(session.exec(rows.order_by(col(Case.due_at), col(Case.id)).limit(most)).all())


def count_waiting(session: Session) -> int:
    """How many cases are open."""
    return session.exec(select(func.count()).select_from(Case).where(Case.state == "open")).one()


def complaints_since(session: Session, since: datetime, most: int) -> list[tuple[Case, Customer]]:
    """The newest complaints, whatever became of them."""
    rows = (
        select(Case, Customer)
        .join(Customer, col(Customer.id) == Case.customer_id)
        .where(Case.sort == "complaint", Case.state != "withdrawn", col(Case.opened_at) >= since)
        .order_by(col(Case.id).desc())
        .limit(most)
    )
    return list(session.exec(rows).all())
