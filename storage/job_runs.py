"""What the jobs did: one row for each job and day."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import select, update
from sqlmodel import Session

from storage.models import JobRun
from storage.writing import insert_new, table_of

job_run = table_of(JobRun)


def begin_day(session: Session, job: str, day: date, now: datetime) -> bool:
    """Open the row of this job's day. Returns False when it is there: the job has run, here or in another process."""
    row = {"job": job, "slot": day.isoformat(), "started_at": now, "planned": 0, "missed": 0}
    return insert_new(session, job_run, row)


def begun(session: Session, jobs: Collection[str], day: date) -> frozenset[tuple[str, date]]:
    """Which of the jobs have a row of this day, each with the day."""
    of_day = select(job_run.c.job).where(job_run.c.job.in_(jobs), job_run.c.slot == day.isoformat())
    return frozenset((job, day) for job in session.connection().execute(of_day).scalars())


def begin_errand(session: Session, job: str, day: date, now: datetime, *, hour: int) -> bool:
    """Open the row of this hour's try. Returns False when it is there, or when an earlier try of this day succeeded."""
    of_day = job_run.c.slot.startswith(f"{day.isoformat()}T")
    done = select(job_run.c.id).where(job_run.c.job == job, of_day, job_run.c.finished_at.is_not(None))
    if session.connection().execute(done).first() is not None:
        return False
    row = {"job": job, "slot": f"{day.isoformat()}T{hour:02}", "started_at": now, "planned": 0, "missed": 0}
    return insert_new(session, job_run, row)


def end_errand(session: Session, job: str, day: date, now: datetime) -> None:
    """The errand of this day is done."""
    of_day = job_run.c.slot.startswith(f"{day.isoformat()}T")
    session.connection().execute(update(job_run).where(job_run.c.job == job, of_day).values(finished_at=now))


def add(session: Session, job: str, day: date, now: datetime, *, planned: int, missed: int) -> None:
    """Count what one run planned and what it found too late."""
    session.connection().execute(
        update(job_run)
        .where(job_run.c.job == job, job_run.c.slot == day.isoformat())
        .values(planned=job_run.c.planned + planned, missed=job_run.c.missed + missed, finished_at=now)
    )
