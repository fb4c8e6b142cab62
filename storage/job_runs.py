"""What the jobs did: one row for each job and day."""

from datetime import date, datetime

from sqlalchemy import update
from sqlmodel import Session

from storage.models import JobRun
from storage.writing import insert_new, table_of

job_run = table_of(JobRun)


def begin_day(session: Session, job: str, day: date, now: datetime) -> bool:
    """Open the row of this job's day. Returns False when it is there: the job has run, here or in another process."""
    row = {"job": job, "slot": day.isoformat(), "started_at": now, "planned": 0, "missed": 0}
    return insert_new(session, job_run, row)


def add(session: Session, job: str, day: date, now: datetime, *, planned: int, missed: int) -> None:
    """Count what one run planned and what it found too late."""
    session.connection().execute(
        update(job_run)
        .where(job_run.c.job == job, job_run.c.slot == day.isoformat())
        .values(planned=job_run.c.planned + planned, missed=job_run.c.missed + missed, finished_at=now)
    )
