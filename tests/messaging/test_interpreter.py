"""What comes back from a server that may say anything."""

import json
from collections.abc import AsyncIterator

import pytest

from bot.messaging.interpreter import ChatInterpreter
from bot.understanding.interpreter import Picked, all_kinds
from tests.model_server import Model, model_server

SENTENCE = "[1] 코트 때깔 나게 뽑혔네요"


@pytest.fixture
async def model() -> AsyncIterator[Model]:
    async with model_server() as running:
        yield running


async def ask(model: Model, *, key: str = "", limit: float = 3.0) -> Picked | None:
    interpreter = ChatInterpreter(model.url, "small", key, limit=limit)
    try:
        return await interpreter.pick(SENTENCE, all_kinds())
    finally:
        await interpreter.close()


async def test_the_sentence_and_the_closed_list_are_all_that_is_sent(model: Model) -> None:
    model.picks("order_ready", name="[1]", items="코트")
    assert await ask(model, key="clear-key") == Picked("order_ready", {"name": "[1]", "items": "코트"})
    (asked,) = model.asked
    assert set(asked) == {"model", "messages"}
    assert asked["model"] == "small"
    task, said = asked["messages"]
    assert (task["role"], said) == ("system", {"role": "user", "content": SENTENCE})
    assert "- order_ready(name, items?): " in task["content"]
    assert model.keys == ["Bearer clear-key"]


async def test_without_a_key_none_is_sent(model: Model) -> None:
    assert await ask(model) is None
    assert model.keys == [""]


@pytest.mark.parametrize(
    "says",
    [
        'Sure!\n```json\n{"kind": "find", "slots": {"name": "[1]"}}\n```',
        '{"kind": "find", "slots": {"name": "[1]", "items": null, "amount": 3}}',
    ],
)
async def test_an_answer_with_something_around_it_is_read(model: Model, says: str) -> None:
    model.says = says
    assert await ask(model) == Picked("find", {"name": "[1]"})


@pytest.mark.parametrize(
    "says",
    ["", "no idea", "}{", "[]", '{"slots": {}}', '{"kind": 3}', '{"kind": "none"}', '{"kind": "find", "slots": 1}'],
)
async def test_nonsense_is_nothing(model: Model, says: str) -> None:
    model.says = says
    assert await ask(model) is None


@pytest.mark.parametrize(
    ("raw", "status"),
    [
        (b"", 200),
        (b"<html>", 200),
        (b"[]", 200),
        (b'{"choices": []}', 200),
        (b"\xff\xfe", 200),
        (b" " * 100_000, 200),
        (b"[" * 60_000, 200),
        (json.dumps({"choices": [{"message": {"content": '{"kind": "find"}'}}]}).encode(), 500),
    ],
)
async def test_a_broken_answer_is_nothing(model: Model, raw: bytes, status: int) -> None:
    model.raw, model.status = raw, status
    assert await ask(model) is None


async def test_a_failure_is_logged_without_a_word_of_the_sentence(
    model: Model, capsys: pytest.CaptureFixture[str]
) -> None:
    model.raw = SENTENCE.encode()
    assert await ask(model, key="clear-key") is None
    logged = capsys.readouterr().out
    assert "JSONDecodeError" in logged
    assert not [word for word in (*SENTENCE.split(), "clear-key") if word in logged]


async def test_a_server_that_never_answers_is_left(model: Model) -> None:
    model.says = None
    assert await ask(model, limit=0.2) is None
    assert len(model.asked) == 1


async def test_where_nobody_listens_there_is_nothing() -> None:
    assert await ask(Model(port=1)) is None
