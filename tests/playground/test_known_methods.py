import pytest

from bot.playground.errors import ApiError
from bot.playground.known_methods import KNOWN_METHODS
from bot.playground.people import Person
from bot.playground.telegram import FakeTelegram
from tests.playground.shapes import methods


def test_every_method_of_the_bot_api_is_known() -> None:
    assert set(methods()) == set(KNOWN_METHODS)


@pytest.mark.parametrize("method", methods())
async def test_no_known_method_is_answered_with_not_found(telegram: FakeTelegram, minji: Person, method: str) -> None:
    answer = await telegram.serve(telegram.token, method, "application/json", b"{}")
    assert answer.status in (200, 400)


@pytest.mark.parametrize(
    ("token", "method", "status"),
    [
        ("7000000001:playground", "getMe", 200),
        ("7000000001:playground", "GETME", 200),
        ("7000000001:playground", "getEverything", 404),
        ("7000000001:wrong", "getMe", 401),
        ("nonsense", "getMe", 404),
    ],
)
async def test_wrong_tokens_and_unknown_methods_are_told_apart(
    telegram: FakeTelegram, token: str, method: str, status: int
) -> None:
    assert (await telegram.serve(token, method, "", b"")).status == status


async def test_required_parameters_are_asked_for(telegram: FakeTelegram) -> None:
    with pytest.raises(ApiError, match='parameter "message_id" is required'):
        await telegram.call("pinChatMessage", chat_id=1)


async def test_a_method_that_is_not_played_still_minds_who_is_blocked(telegram: FakeTelegram, minji: Person) -> None:
    minji.blocks()
    with pytest.raises(ApiError, match="bot was blocked by the user"):
        await telegram.call("sendSticker", chat_id=minji.id, sticker="x")
