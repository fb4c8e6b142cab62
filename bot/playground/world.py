"""What there is at Telegram: people, groups, messages, files, and the one bot."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from bot.clock import Clock
from bot.playground.calls import Json
from bot.playground.errors import bad_request, forbidden
from bot.playground.files import FileStore
from bot.playground.ledger import Ledger
from bot.playground.updates import UpdateQueue


@dataclass(slots=True)
class Account:
    """A person at Telegram. `started`: has ever pressed Start; before that a bot may not write."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = "ko"
    phone: str = ""
    started: bool = False
    blocked: bool = False
    deactivated: bool = False

    def as_user(self) -> Json:
        user: Json = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        return user | _filled(last_name=self.last_name, username=self.username, language_code=self.language_code)

    def as_chat(self) -> Json:
        chat: Json = {"id": self.id, "type": "private", "first_name": self.first_name}
        return chat | _filled(last_name=self.last_name, username=self.username)


@dataclass(slots=True)
class Group:
    """A basic group; its id is negative. `has_bot`: the bot is a member."""

    id: int
    title: str
    members: set[int] = field(default_factory=set)
    has_bot: bool = True

    def as_chat(self) -> Json:
        return {"id": self.id, "type": "group", "title": self.title}


@dataclass(slots=True)
class Query:
    """A pressed button that waits for its answer."""

    at: datetime
    chat_id: int
    answered: bool = False


def _filled(**fields: str) -> Json:
    return {name: value for name, value in fields.items() if value}


class World:
    """The state behind every method. Private chats and basic groups share one counter of message ids, as they do at
    Telegram."""

    def __init__(self, token: str, clock: Clock, *, username: str, name: str, ledger_file: Path | None) -> None:
        self.token = token
        self.clock = clock
        self.bot_id = int(token.partition(":")[0])
        self.bot_username = username
        self.bot_name = name
        self.accounts: dict[int, Account] = {}
        self.groups: dict[int, Group] = {}
        self._messages: dict[int, dict[int, Json]] = {}
        self.keyboards: dict[int, Json] = {}
        self.queries: dict[str, Query] = {}
        self.files = FileStore()
        self.ledger = Ledger(clock, ledger_file)
        self.updates = UpdateQueue(clock)
        self._last_message_id = 0

    def me(self) -> Json:
        return {
            "id": self.bot_id,
            "is_bot": True,
            "first_name": self.bot_name,
            "username": self.bot_username,
        }

    def empty(self) -> None:
        """Nobody has ever written; the people, the groups and the counters stay."""
        for account in self.accounts.values():
            account.started = account.blocked = account.deactivated = False
        self._messages.clear()
        self.keyboards.clear()
        self.queries.clear()
        self.updates.drop()

    def moment(self) -> int:
        """Now, in Telegram's seconds."""
        return int(self.clock.now().timestamp())

    def chat(self, chat_id: int) -> Json:
        """Raises ApiError 400 for a chat that the bot has never met."""
        if chat_id in self.accounts:
            return self.accounts[chat_id].as_chat()
        if chat_id in self.groups:
            return self.groups[chat_id].as_chat()
        raise bad_request("chat not found")

    def writable_chat(self, chat_id: int) -> Json:
        """The chat, if the bot may write there now. Raises ApiError 400 or 403 with the reason."""
        chat = self.chat(chat_id)
        group = self.groups.get(chat_id)
        if group is not None:
            if not group.has_bot:
                raise forbidden("bot was kicked from the group chat")
            return chat
        account = self.accounts[chat_id]
        if account.deactivated:
            raise forbidden("user is deactivated")
        if account.blocked:
            raise forbidden("bot was blocked by the user")
        if not account.started:
            raise forbidden("bot can't initiate conversation with a user")
        return chat

    def next_message_id(self) -> int:
        self._last_message_id += 1
        return self._last_message_id

    def keep_message(self, chat: Json, sender: Json, content: Json) -> Json:
        """Make a message of `content` and keep it under the next id."""
        message: Json = {"message_id": self.next_message_id(), "from": sender, "chat": chat, "date": self.moment()}
        message |= content
        self._messages.setdefault(chat["id"], {})[message["message_id"]] = message
        return message

    def messages_of(self, chat_id: int) -> list[Json]:
        """What stands in a chat now, oldest first."""
        return list(self._messages.get(chat_id, {}).values())

    def message(self, chat_id: int, message_id: int) -> Json | None:
        return self._messages.get(chat_id, {}).get(message_id)

    def forget_message(self, chat_id: int, message_id: int) -> None:
        self._messages.get(chat_id, {}).pop(message_id, None)
