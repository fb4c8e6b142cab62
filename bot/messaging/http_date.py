"""The time of day that every HTTP answer carries."""

from collections.abc import Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime


def date_of(headers: Mapping[str, str]) -> datetime | None:
    """The server's own time, to the second; None where it does not say."""
    try:
        told = parsedate_to_datetime(headers.get("date", ""))
    except ValueError:
        return None
    return told if told.tzinfo is not None else None
