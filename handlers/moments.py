"""A day or a moment, carried in a button."""

from datetime import UTC, date, datetime

_MOMENT, _DAY, _LENGTH_OF_A_DAY = "%Y%m%d%H%M", "%Y%m%d", 8


def pack(when: datetime | date | None) -> str:
    """One part of a button's data; empty for None."""
    if isinstance(when, datetime):
        return when.astimezone(UTC).strftime(_MOMENT)
    return when.strftime(_DAY) if when else ""


def unpack(packed: str) -> datetime | date | None:
    """What `pack` wrote. Raises ValueError."""
    if len(packed) == _LENGTH_OF_A_DAY:
        return date.fromisoformat(packed)
    return datetime.strptime(packed, _MOMENT).replace(tzinfo=UTC) if packed else None
