"""What handlers need of buttons; what stands in their data is told in `bot/domain/buttons.py`."""

from bot.domain.buttons import button, data, parse

__all__ = ["button", "data", "parse"]
