"""Small things that every writing query needs."""

import secrets
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel

_INSERT = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def table_of(model: type[SQLModel]) -> Table:
    """The Core table of a model: the hot paths write Core statements, which cost a third of the ORM."""
    return SQLModel.metadata.tables[str(model.__tablename__)]


def insert_new(session: Session, table: Table, row: Mapping[str, Any]) -> bool:
    """Insert the row unless one of its unique keys is there already. Returns whether it was new."""
    connection = session.connection()
    # inline(): nobody needs the new id, and asking for it would cost PostgreSQL's driver the count of rows.
    statement = _INSERT[connection.dialect.name](table).on_conflict_do_nothing().inline()
    return connection.execute(statement, row).rowcount == 1


def new_public_id() -> str:
    """A random name for a row: 12 characters, 72 bits, fit for callback data and start links."""
    return secrets.token_urlsafe(9)
