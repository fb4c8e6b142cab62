"""Getting the bytes of a file that lies at Telegram."""

from collections.abc import Awaitable, Callable

Fetch = Callable[[str], Awaitable[bytes]]
"""The bytes of a file by its id. Raises NotNow, and Refusal for what will never come."""


class NotNow(Exception):
    """The line is in trouble: worth another try."""
