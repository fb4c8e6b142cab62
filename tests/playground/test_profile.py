from typing import Any

import pytest

from bot.playground.errors import ApiError
from bot.playground.people import Person
from bot.playground.telegram import FakeTelegram

HELP_KO = [{"command": "help", "description": "도움말"}]
HELP_EN = [{"command": "help", "description": "Help"}]
OWNER = [{"command": "today", "description": "오늘"}]


async def test_the_narrowest_scope_and_the_persons_language_win(
    telegram: FakeTelegram, minji: Person, emily: Person
) -> None:
    await telegram.call("setMyCommands", commands=HELP_KO)
    await telegram.call("setMyCommands", commands=HELP_EN, language_code="en")
    await telegram.call("setMyCommands", commands=OWNER, scope={"type": "chat", "chat_id": minji.id})
    assert telegram.profile.commands_for(minji.id, "ko") == OWNER
    assert telegram.profile.commands_for(emily.id, "en") == HELP_EN
    assert telegram.profile.commands_for(emily.id, "ja") == HELP_KO
    assert await telegram.call("getMyCommands", language_code="en") == HELP_EN
    await telegram.call("deleteMyCommands", language_code="en")
    assert await telegram.call("getMyCommands", language_code="en") == []


@pytest.mark.parametrize(
    ("params", "reason"),
    [
        ({"commands": [{"command": "Help", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "도움", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "help", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": HELP_KO * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ({"commands": HELP_KO, "scope": {"type": "chat", "chat_id": 404}}, "chat not found"),
        ({"commands": HELP_KO, "scope": {"type": "everyone"}}, "unsupported type specified"),
        ({"commands": HELP_KO, "language_code": "korean"}, "LANG_CODE_INVALID"),
        ({"commands": HELP_KO, "scope": {"type": "chat"}}, "chat_id is required"),
        ({"commands": HELP_KO, "scope": {"type": "chat", "chat_id": 4040}}, "chat not found"),
    ],
)
async def test_bad_commands_are_refused(telegram: FakeTelegram, params: dict[str, Any], reason: str) -> None:
    with pytest.raises(ApiError, match=reason):
        await telegram.call("setMyCommands", **params)


@pytest.mark.parametrize(
    ("title", "field", "limit"),
    [("Name", "name", 64), ("Description", "description", 512), ("ShortDescription", "short_description", 120)],
)
async def test_what_the_bot_says_of_itself_is_kept_per_language(
    telegram: FakeTelegram, title: str, field: str, limit: int
) -> None:
    await telegram.call(f"setMy{title}", **{field: "단골"})
    await telegram.call(f"setMy{title}", **{field: "Regulars", "language_code": "en"})
    assert await telegram.call(f"getMy{title}", language_code="en") == {field: "Regulars"}
    assert await telegram.call(f"getMy{title}", language_code="ja") == {field: "단골"}
    with pytest.raises(ApiError):
        await telegram.call(f"setMy{title}", **{field: "x" * (limit + 1)})
