"""What the bot says of itself: commands by scope and language, name and descriptions."""

import re
from typing import Any

from bot.playground.calls import Call, Json
from bot.playground.errors import bad_request
from bot.playground.world import World

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_SCOPES = frozenset(
    {
        "default",
        "all_private_chats",
        "all_group_chats",
        "all_chat_administrators",
        "chat",
        "chat_administrators",
        "chat_member",
    }
)
_LIMITS = {"name": 64, "description": 512, "short_description": 120}


class Profile:
    """Commands and descriptions as they were set last, per language and, for commands, per scope."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._commands: dict[tuple[str, int, int, str], list[Json]] = {}
        self._texts: dict[tuple[str, str], str] = {}

    def get_me(self, _: Call) -> Json:
        abilities = {
            "can_join_groups": True,
            "can_read_all_group_messages": True,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }
        return self._world.me() | abilities

    def set_my_commands(self, call: Call) -> bool:
        commands = call.structure("commands")
        if not isinstance(commands, list):
            raise bad_request("can't parse commands: Array expected")
        if len(commands) > 100:
            raise bad_request("BOT_COMMANDS_TOO_MUCH")
        for command in commands:
            if set(command) - {"command", "description"}:
                raise bad_request("can't parse bot command: unexpected field")
            if not _COMMAND.fullmatch(str(command.get("command", "")).removeprefix("/")):
                raise bad_request("BOT_COMMAND_INVALID")
            if not 1 <= len(str(command.get("description", ""))) <= 256:
                raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
        self._commands[self._scope(call)] = commands
        return True

    def get_my_commands(self, call: Call) -> list[Json]:
        return self._commands.get(self._scope(call), [])

    def delete_my_commands(self, call: Call) -> bool:
        self._commands.pop(self._scope(call), None)
        return True

    def commands_for(self, chat_id: int, language: str) -> list[Json]:
        """The menu that a person sees in a private chat: the narrowest scope wins, its language before none."""
        for scope in (("chat", chat_id, 0), ("all_private_chats", 0, 0), ("default", 0, 0)):
            for code in (language, ""):
                if (*scope, code) in self._commands:
                    return self._commands[*scope, code]
        return []

    def set_text(self, name: str, call: Call) -> bool:
        if len(call.text(name)) > _LIMITS[name]:
            raise bad_request(f"BOT_{name.upper()}_TOO_LONG")
        self._texts[name, self._language(call)] = call.text(name)
        return True

    def get_text(self, name: str, call: Call) -> Json:
        found = self._texts.get((name, self._language(call))) or self._texts.get((name, ""))
        return {name: found or (self._world.bot_name if name == "name" else "")}

    def _language(self, call: Call) -> str:
        code = call.text("language_code")
        if code and not re.fullmatch(r"[a-z]{2}", code):
            raise bad_request("LANG_CODE_INVALID")
        return code

    def _scope(self, call: Call) -> tuple[str, int, int, str]:
        scope: Any = call.structure("scope") or {"type": "default"}
        kind = scope.get("type")
        if kind not in _SCOPES:
            raise bad_request("can't parse BotCommandScope: unsupported type specified")
        chat_id = int(scope.get("chat_id", 0))
        if kind.startswith("chat") and not chat_id:
            raise bad_request("can't parse BotCommandScope: chat_id is required")
        if chat_id:
            self._world.chat(chat_id)
            if chat_id in self._world.accounts and not self._world.accounts[chat_id].started:
                raise bad_request("chat not found")
        return kind, chat_id, int(scope.get("user_id", 0)), self._language(call)
