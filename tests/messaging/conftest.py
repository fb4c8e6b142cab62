"""A whole shop on either database."""

from collections.abc import AsyncIterator

import pytest

from storage.database import Database
from tests.chat import Chat, ShopUnderTest, open_shop


@pytest.fixture
async def shop(database: Database) -> AsyncIterator[ShopUnderTest]:
    async with open_shop(database) as opened:
        yield opened


@pytest.fixture
async def sqlite_shop(sqlite_database: Database) -> AsyncIterator[ShopUnderTest]:
    async with open_shop(sqlite_database) as opened:
        yield opened


@pytest.fixture
async def minji(shop: ShopUnderTest) -> Chat:
    """Somebody who has opened the chat and is not known to the shop."""
    chat = shop.person(1001, "민지", phone="+821012345678")
    await chat.starts()
    return chat
