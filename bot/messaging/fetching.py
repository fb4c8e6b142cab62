"""Files that people send lie at Telegram until somebody asks for them."""

import asyncio
from datetime import timedelta

from telegram import Bot
from telegram.error import BadRequest, TelegramError

from bot.domain.fetching import Fetch, NotNow
from bot.domain.refusals import Refusal

LONGEST = timedelta(minutes=5)


def fetcher(bot: Bot, most: int) -> Fetch:
    """Gets files of up to `most` bytes. Raises Refusal: file-too-large (`most` in MB), file-gone."""

    async def fetch(file_id: str) -> bytes:
        try:
            # Each step of a download has its own limit; all of them together need one as well.
            async with asyncio.timeout(LONGEST.total_seconds()):
                file = await bot.get_file(file_id)
                data = bytes(await file.download_as_bytearray())
        except BadRequest as error:
            if "too big" in str(error).lower():
                raise _too_large(most) from None
            raise Refusal("file-gone") from None
        except (TelegramError, TimeoutError) as error:
            raise NotNow(type(error).__name__) from error
        if len(data) > most:
            raise _too_large(most)
        return data

    return fetch


def _too_large(most: int) -> Refusal:
    return Refusal("file-too-large", most=most // 1024 // 1024)
