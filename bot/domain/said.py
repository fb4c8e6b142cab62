"""What a person said to the bot: one Telegram update in our own words."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ChatKind(StrEnum):
    PRIVATE = "private"
    GROUP = "group"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True)
class SharedContact:
    """A contact card. Only a card whose `user_id` is the sender's own proves anything."""

    phone: str
    user_id: int | None
    name: str


@dataclass(frozen=True, slots=True)
class SharedFile:
    """A file or photo in a message; its bytes stay at Telegram until someone asks for them."""

    file_id: str
    name: str
    mime: str
    size: int


@dataclass(frozen=True, slots=True)
class Said:
    """One thing one person did in one chat.

    `at` is Telegram's own date of the message (aware, UTC). `button` is the callback data of a pressed button and
    `message_id` then names the message that the button hangs on. `forwarded` is kept because it may never change
    anything: a forward is somebody else's word. `may_write` is set when somebody closed the chat to the bot (False) or
    opened it again (True) and is None otherwise. Pictures that were sent together come one by one, under the same
    `album`. `reply_to_name` is the user name of whoever wrote the message that is answered.
    """

    update_id: int
    at: datetime
    user_id: int
    chat_id: int
    chat_kind: ChatKind
    telegram_name: str = ""
    language_code: str = ""
    message_id: int | None = None
    text: str = ""
    button: str = ""
    contact: SharedContact | None = None
    file: SharedFile | None = None
    forwarded: bool = False
    anonymous: bool = False
    reply_to_message_id: int | None = None
    reply_to_name: str = ""
    album: str = ""
    may_write: bool | None = None
