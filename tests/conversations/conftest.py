"""A laundry on a Saturday morning, on SQLite: the database tests have both systems, conversations need one."""

from collections.abc import AsyncIterator

import pytest

from storage.database import Database
from tests.chat import ShopUnderTest, open_shop


@pytest.fixture
async def shop(sqlite_database: Database) -> AsyncIterator[ShopUnderTest]:
    async with open_shop(sqlite_database) as opened:
        yield opened
