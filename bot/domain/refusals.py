"""Errors that people can cause. Each has a name, and the message files hold its sentence under `refused-<name>`."""

from bot.domain.outgoing import Value


class Refusal(Exception):
    """Something was asked that cannot be done, for a reason that the person can be told.

    `name` is the message key without the `refused-` in front; `facts` are the arguments of that message (the value
    types of `bot.domain.outgoing`). A refusal never carries another person's data.
    """

    def __init__(self, name: str, **facts: Value) -> None:
        super().__init__(name)
        self.name = name
        self.facts = facts
