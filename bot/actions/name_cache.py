"""Names in memory. They are sealed in the database, so nothing can search them there.

Built from decrypted names at the first look and brought up to date by the counter `names`: every change of a name
raises it and writes the number to that row, so that several processes come to the same index.
"""

from threading import Lock

from sqlalchemy import func
from sqlmodel import Session, col, select

from bot.understanding.names import NameIndex
from storage.models import Customer


class NameCache:
    """The one NameIndex of this process. Safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._index = NameIndex([])
        self._version = -1

    def current(self, session: Session) -> NameIndex:
        """The index as of what this session sees; never older, possibly newer by a commit of a neighbour."""
        version = session.exec(select(func.max(Customer.name_version))).one() or 0
        with self._lock:
            if version > self._version:
                changed = select(Customer.id, Customer.name).where(col(Customer.name_version) > self._version)
                for customer_id, name in session.exec(changed):
                    if customer_id is not None:
                        self._index.add(customer_id, name)
                self._version = version
            return self._index

    def forget(self) -> None:
        """Build anew at the next look: a transaction that changed names was rolled back after it had been read."""
        with self._lock:
            self._index = NameIndex([])
            self._version = -1
