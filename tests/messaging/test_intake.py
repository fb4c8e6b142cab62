"""The webhook: who may post, what is answered, and that 200 means "on disk"."""

import json
from collections.abc import AsyncIterator

import httpx
import pytest
from sqlmodel import select
from starlette.applications import Starlette

from bot.messaging.intake import LARGEST_BODY, webhook_route
from storage.models import InboxRow
from tests.chat import Chat, ShopUnderTest

SECRET = "s3cret"
UPDATE = {
    "update_id": 4711,
    "message": {
        "message_id": 1,
        "date": 1441645532,
        "chat": {"id": 1001, "type": "private", "first_name": "민지"},
        "from": {"id": 1001, "is_bot": False, "first_name": "민지"},
        "text": "글쎄요",
    },
}


@pytest.fixture
async def web(shop: ShopUnderTest) -> AsyncIterator[httpx.AsyncClient]:
    app = Starlette(routes=[webhook_route(shop.assistant.intake, "/hook", SECRET)])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://shop.test") as client:
        yield client


async def post(web: httpx.AsyncClient, body: bytes, secret: str = SECRET) -> int:
    answer = await web.post("/hook", content=body, headers={"X-Telegram-Bot-Api-Secret-Token": secret})
    return answer.status_code


async def kept(shop: ShopUnderTest) -> list[int]:
    return await shop.database.read(lambda session: list(session.exec(select(InboxRow.update_id))))


async def test_200_means_that_it_is_on_disk(shop: ShopUnderTest, web: httpx.AsyncClient, minji: Chat) -> None:
    before = len(minji.texts)
    assert await post(web, json.dumps(UPDATE).encode()) == 200
    assert 4711 in await kept(shop)
    assert await post(web, json.dumps(UPDATE).encode()) == 200
    await shop.settle()
    assert len(minji.texts) == before + 1


@pytest.mark.parametrize("secret", ["", "wrong", SECRET + "x", "비밀", "x" * 10_000])
async def test_who_does_not_know_the_secret_is_refused(
    shop: ShopUnderTest, web: httpx.AsyncClient, secret: str
) -> None:
    headers = [(b"x-telegram-bot-api-secret-token", secret.encode())]
    answer = await web.post("/hook", content=json.dumps(UPDATE).encode(), headers=headers)
    assert answer.status_code == 403
    assert 4711 not in await kept(shop)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"not json", 400),
        (b"\xff\xfe", 400),
        (b"[]", 400),
        (b"{}", 400),
        (b'{"update_id": "1"}', 400),
        (b'{"update_id": -1}', 400),
        (b'{"update_id": 99999999999999999999999}', 400),
        (b'{"update_id": 1, "x": "' + b"a" * LARGEST_BODY + b'"}', 413),
        (b"[" * 100_000, 400),
    ],
)
async def test_what_is_no_update_is_refused(web: httpx.AsyncClient, body: bytes, status: int) -> None:
    assert await post(web, body) == status
