"""What some work asks of the database."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, event
from sqlmodel import Session


@contextmanager
def statements(session: Session) -> Iterator[list[tuple[str, object]]]:
    """The statements that run meanwhile, with what is put into them."""
    seen: list[tuple[str, object]] = []

    def note(_c: Connection, _cursor: object, statement: str, given: object, _x: object, _many: bool) -> None:
        seen.append((statement, given))

    connection = session.connection()
    event.listen(connection, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(connection, "before_cursor_execute", note)
