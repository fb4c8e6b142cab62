"""Small things that every writing query needs."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel

_INSERT: dict[str, Callable[[Table], sqlite.Insert | postgresql.Insert]] = {
    "sqlite": sqlite.insert,
    "postgresql": postgresql.insert,
}


def table_of(model: type[SQLModel]) -> Table:
    """The Core table of a model: the hot paths write Core statements, which cost a third of the ORM."""
    return SQLModel.metadata.tables[str(model.__tablename__)]


def insert_new(session: Session, table: Table, row: Mapping[str, Any]) -> bool:
    """Insert the row unless one of its unique keys is there already. Returns whether it was new."""
    connection = session.connection()
    statement = _INSERT[connection.dialect.name](table).on_conflict_do_nothing()
    # SQLAlchemy keeps the count of an INSERT only when it is asked to.
    return connection.execute(statement.execution_options(preserve_rowcount=True), row).rowcount == 1


def insert_all_new(session: Session, table: Table, rows: Sequence[Mapping[str, Any]]) -> int:
    """Insert, in order, the rows none of whose unique keys is there already. Returns how many were new."""
    if not rows:
        return 0
    connection = session.connection()
    statement = _INSERT[connection.dialect.name](table).on_conflict_do_nothing()
    return connection.execute(statement.execution_options(preserve_rowcount=True), rows).rowcount


def new_public_id() -> str:
    """A random name for a row: 12 characters, 72 bits, fit for callback data and start links."""
    return secrets.token_urlsafe(9)
