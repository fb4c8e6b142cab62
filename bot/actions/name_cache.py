"""Names in memory. They are sealed in the database, so nothing can search them there.

Built from decrypted names at the first look and brought up to date by the counter `names`: every change of a name
raises it and writes the number to that row, so that several processes come to the same index. A person who is gone has
no row to find; that raises the counter `names_removed`, and the index is built anew.
"""

from threading import Lock

from sqlalchemy import func
from sqlmodel import Session, col, select

from bot.understanding.names import NameIndex
from storage.models import Counter, Customer

_REMOVED = select(Counter.value).where(Counter.name == "names_removed").scalar_subquery()


class NameCache:
    """The one NameIndex of this process. Safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._index = NameIndex([])
        self._version = -1
        self._removed = 0

    def current(self, session: Session) -> NameIndex:
        """The index as of what this session sees; never older, possibly newer by a commit of a neighbour."""
        newest, gone = session.exec(select(func.max(Customer.name_version), _REMOVED)).one()
        version, removed = newest or 0, gone or 0
        with self._lock:
            if removed > self._removed:
                self._index, self._version, self._removed = NameIndex([]), -1, removed
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
