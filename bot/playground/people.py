"""People at Telegram: what they do becomes updates, what they see can be read.

Everything here is what a person with a phone can do and nothing more; `NotPossible` says why something cannot be done.
"""

import re
from typing import Any

from bot.playground.calls import Json, Upload
from bot.playground.files import picture_size
from bot.playground.formatting import MAX_CAPTION, MAX_TEXT, utf16_length
from bot.playground.ledger import Event
from bot.playground.world import Account, Group, Query, World

_COMMAND = re.compile(r"/[A-Za-z0-9_]{1,32}(@\w+)?")
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
_CARRIED = ("text", "entities", "caption", "caption_entities", "document", "photo", "contact")


class NotPossible(Exception):
    """A person tried what Telegram's app does not offer."""


class Person:
    """One person, acting in the private chat with the bot, or in a group where `chat` is given."""

    def __init__(self, world: World, account: Account) -> None:
        self._world = world
        self.account = account
        self._albums = 0

    @property
    def id(self) -> int:
        return self.account.id

    # What a person does. Each of these makes one update, which it returns.

    def starts(self, payload: str = "") -> Json:
        """Press Start, or open a link `t.me/<bot>?start=<payload>`: 1 to 64 of A-Z a-z 0-9 _ -."""
        if payload and not _PAYLOAD.fullmatch(payload):
            raise NotPossible("a start payload is 1 to 64 of A-Z, a-z, 0-9, _ and -")
        if self.account.blocked:
            self.unblocks()
        self.account.started = True
        return self.says(f"/start {payload}".strip())

    def says(self, text: str, *, chat: "GroupChat | None" = None, reply_to: int | None = None) -> Json:
        """Write a message of up to 4,096 characters."""
        text = text.strip()
        if not 1 <= utf16_length(text) <= MAX_TEXT:
            raise NotPossible("a message has 1 to 4,096 characters")
        content: Json = {"text": text}
        if command := _COMMAND.match(text):
            content["entities"] = [{"type": "bot_command", "offset": 0, "length": command.end()}]
        return self._sends(content, chat, reply_to)

    def presses(self, label: str) -> Json:
        """Press a button of the keyboard under the input field: its label is said, or the own contact shared."""
        button = self._keyboard_button(label)
        keyboard = self._world.keyboards[self.id]
        if keyboard.get("one_time_keyboard"):
            del self._world.keyboards[self.id]
        return self.shares_contact() if button.get("request_contact") else self.says(label)

    def taps(self, button: str, message_id: int | None = None) -> Json:
        """Press an inline button, named by label or data, on the newest message that has it or on a named one."""
        for message in reversed(self.sees()):
            if message_id not in (None, message["message_id"]):
                continue
            for candidate in inline_buttons(message):
                if button in (candidate["text"], candidate.get("callback_data")):
                    if "callback_data" not in candidate:
                        raise NotPossible(f"{button!r} sends nothing to the bot")
                    return self.taps_data(message["message_id"], candidate["callback_data"])
        raise NotPossible(f"no button {button!r} in the chat")

    def taps_data(self, message_id: int, data: str, *, chat: "GroupChat | None" = None) -> Json:
        """Send any data as a press on a message that stands in the chat: an old button, or a forged one."""
        chat_id = chat.id if chat else self.id
        message = self._world.message(chat_id, message_id)
        if message is None:
            raise NotPossible("the message is gone")
        self._check_able()
        number = len(self._world.queries) + 1
        query_id = str(self.id * 1_000_000 + number)
        self._world.queries[query_id] = Query(self._world.clock.now(), self.id)
        query: Json = {"id": query_id, "from": self.account.as_user(), "message": dict(message)}
        return self._update("callback_query", query | {"chat_instance": str(chat_id), "data": data}, chat_id)

    def copies(self, label: str) -> str:
        """Press a copy-text button: what is then on the clipboard. The bot hears nothing of it."""
        for message in reversed(self.sees()):
            for candidate in inline_buttons(message):
                if candidate["text"] == label and "copy_text" in candidate:
                    return str(candidate["copy_text"]["text"])
        raise NotPossible(f"no copy button {label!r} in the chat")

    def shares_contact(
        self, of: "Person | None" = None, *, phone: str = "", name: str = "", forwarded: bool = False
    ) -> Json:
        """Share the own contact, another person's card (`of`), or a card that names no Telegram user (`phone`)."""
        if phone:
            contact: Json = {"phone_number": phone, "first_name": name or phone}
        else:
            owner = (of or self).account
            contact = {"phone_number": owner.phone, "first_name": owner.first_name, "user_id": owner.id}
            if owner.last_name:
                contact["last_name"] = owner.last_name
        return self._sends({"contact": contact} | (self._origin(of or self) if forwarded else {}))

    def sends_file(self, name: str, data: bytes, caption: str = "", mime: str = "application/octet-stream") -> Json:
        stored = self._world.files.keep(Upload(name, mime, data), "documents")
        return self._sends({"document": stored.as_document()} | _caption(caption))

    def sends_photo(self, data: bytes, caption: str = "", *, album: str = "", reply_to: int | None = None) -> Json:
        """Send a PNG or JPEG as a picture. Pictures sent together are one message each, under the same `album`."""
        picture_size(data)
        stored = self._world.files.keep(Upload("photo.jpg", "image/jpeg", data), "photos")
        together = {"media_group_id": album} if album else {}
        return self._sends({"photo": stored.as_photo()} | together | _caption(caption), reply_to=reply_to)

    def sends_photos(self, *pictures: bytes, caption: str = "") -> list[Json]:
        """Send 2 to 10 pictures as one album; the first carries the caption."""
        if not 2 <= len(pictures) <= 10:
            raise NotPossible("an album has 2 to 10 pictures")
        self._albums += 1
        album = f"{self.id}{self._albums:06d}"
        return [self.sends_photo(data, "" if number else caption, album=album) for number, data in enumerate(pictures)]

    def edits(self, message_id: int, text: str) -> Json:
        """Rewrite an own text message."""
        message = self._world.message(self.id, message_id)
        if message is None or message["from"]["id"] != self.id or "text" not in message:
            raise NotPossible("only own text messages can be edited")
        self._check_able()
        message.update(text=text, edit_date=self._world.moment())
        message.pop("entities", None)
        return self._update("edited_message", dict(message), self.id)

    def forwards(self, message: Json, author: "Person | None" = None) -> Json:
        """Forward a message of any chat; `author` is who wrote it (default: the sender in the message)."""
        sender = author.account.as_user() if author else message["from"]
        origin = {"type": "user", "sender_user": sender, "date": message["date"]}
        carried = {name: message[name] for name in _CARRIED if name in message}
        return self._sends({"forward_origin": origin} | carried)

    def deletes(self, message_id: int) -> None:
        """Take a message out of the chat for both sides; the bot is not told."""
        self._world.forget_message(self.id, message_id)

    def blocks(self) -> Json:
        self.account.blocked = True
        return self._membership("member", "kicked")

    def unblocks(self) -> Json:
        self.account.blocked = False
        return self._membership("kicked", "member")

    def deletes_account(self) -> None:
        self.account.deactivated = True

    # What a person sees.

    def sees(self) -> list[Json]:
        """The messages of the private chat as they stand now, oldest first, as Telegram's Message objects."""
        return self._world.messages_of(self.id)

    def hears(self) -> list[str]:
        """The texts and captions of the bot's messages as they stand now, oldest first."""
        own = [m for m in self.sees() if m["from"]["id"] == self._world.bot_id]
        return [str(m.get("text") or m.get("caption", "")) for m in own]

    def last(self) -> Json:
        """The bot's newest message."""
        own = [m for m in self.sees() if m["from"]["id"] == self._world.bot_id]
        if not own:
            raise NotPossible("the bot has said nothing yet")
        return own[-1]

    def buttons(self) -> list[str]:
        """The labels of the inline buttons on the bot's newest message."""
        return [button["text"] for button in inline_buttons(self.last())]

    def keyboard(self) -> list[str]:
        """The labels of the keyboard under the input field."""
        rows = self._world.keyboards.get(self.id, {}).get("keyboard", [])
        return [button if isinstance(button, str) else button["text"] for row in rows for button in row]

    def downloads(self, message: Json) -> bytes:
        """The bytes of a document or picture in the chat."""
        file = message["document"] if "document" in message else message["photo"][-1]
        return self._world.files.by_id(file["file_id"]).data

    def _keyboard_button(self, label: str) -> Json:
        for row in self._world.keyboards.get(self.id, {}).get("keyboard", []):
            for button in row:
                if label == (button if isinstance(button, str) else button["text"]):
                    return {"text": button} if isinstance(button, str) else dict(button)
        raise NotPossible(f"no button {label!r} under the input field")

    def _origin(self, author: "Person") -> Json:
        date = self._world.moment()
        return {"forward_origin": {"type": "user", "sender_user": author.account.as_user(), "date": date}}

    def _check_able(self, chat: "GroupChat | None" = None) -> None:
        if self.account.deactivated:
            raise NotPossible("this account is deleted")
        if chat is None and self.account.blocked:
            raise NotPossible("the bot is blocked: unblock it or press Start first")
        if chat is None and not self.account.started:
            raise NotPossible("press Start first")

    def _sends(self, content: Json, chat: "GroupChat | None" = None, reply_to: int | None = None) -> Json:
        self._check_able(chat)
        where = chat.as_chat() if chat else self.account.as_chat()
        if reply_to is not None:
            original = self._world.message(where["id"], reply_to)
            if original is None:
                raise NotPossible("the message to reply to is gone")
            content = {"reply_to_message": {k: v for k, v in original.items() if k != "reply_to_message"}} | content
        message = self._world.keep_message(where, self.account.as_user(), content)
        return self._update("message", dict(message), where["id"])

    def _membership(self, before: str, after: str) -> Json:
        def member(status: str) -> Json:
            gone = {"until_date": 0} if status == "kicked" else {}
            return {"user": self._world.me(), "status": status} | gone

        change: Json = {"chat": self.account.as_chat(), "from": self.account.as_user(), "date": self._world.moment()}
        change |= {"old_chat_member": member(before), "new_chat_member": member(after)}
        return self._update("my_chat_member", change, self.id)

    def _update(self, kind: str, payload: Json, chat_id: int) -> Json:
        update = self._world.updates.push(kind, payload)
        message: Any = payload if kind.endswith("message") else payload.get("message", {})
        self._world.ledger.write(Event.ACTED, chat_id, message.get("message_id"), person=self.id, update=update)
        return update


class GroupChat:
    """A group with the bot in it."""

    def __init__(self, world: World, group: Group) -> None:
        self._world = world
        self._group = group

    @property
    def id(self) -> int:
        return self._group.id

    def as_chat(self) -> Json:
        return self._group.as_chat()

    def removes_bot(self) -> None:
        self._group.has_bot = False

    def sees(self) -> list[Json]:
        return self._world.messages_of(self.id)


def inline_buttons(message: Json) -> list[Json]:
    """The inline buttons of a message, row after row."""
    return [button for row in message.get("reply_markup", {}).get("inline_keyboard", []) for button in row]


def _caption(caption: str) -> Json:
    if utf16_length(caption) > MAX_CAPTION:
        raise NotPossible("a caption has up to 1,024 characters")
    return {"caption": caption} if caption else {}
