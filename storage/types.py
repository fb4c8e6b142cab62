"""Column types: moments that keep their zone, text that is sealed, and ids that fit Telegram's."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, LargeBinary
from sqlalchemy.types import TypeDecorator, TypeEngine

BigId = BigInteger().with_variant(Integer(), "sqlite")
"""64-bit keys. SQLite numbers rows by itself only where the type is called INTEGER, and that is 64 bits wide there."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class NaiveMoment(ValueError):
    """A datetime without a zone: nobody can know which moment is meant."""


class Moment(TypeDecorator[datetime]):
    """An aware datetime, to the microsecond, that comes back in UTC. Refuses naive values with `NaiveMoment`.

    PostgreSQL stores TIMESTAMP WITH TIME ZONE. SQLite has no such type and would drop the zone, so it stores whole
    microseconds since 1970 as an integer: that sorts and compares by time, needs 8 bytes instead of 26 in every index,
    and reads as `datetime(received_at / 1000000, 'unixepoch')` in its shell.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(BigInteger() if dialect.name == "sqlite" else DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        if value.tzinfo is None:
            raise NaiveMoment(f"a moment needs a zone: {value.isoformat()}")
        return (value - _EPOCH) // _MICROSECOND if dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if dialect.name == "sqlite":
            return _EPOCH + timedelta(microseconds=value)
        moment: datetime = value
        return moment.astimezone(UTC)


class Sealed(TypeDecorator[str]):
    """Text that is ciphertext on disk. `place` is "table.column"; the vault is the one of the open database.

    It can be compared with NULL only: every sealing of one text differs. Look values up by their tags.
    """

    impl = LargeBinary
    cache_ok = True

    def __init__(self, place: str) -> None:
        super().__init__()
        self.place = place

    def process_bind_param(self, value: str | None, dialect: Any) -> bytes | None:
        return None if value is None else dialect.vault.seal(value, self.place)

    def process_result_value(self, value: bytes | None, dialect: Any) -> str | None:
        return None if value is None else dialect.vault.open(value, self.place)
