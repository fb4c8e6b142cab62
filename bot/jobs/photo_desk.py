"""The desk for photos: their bytes are fetched from Telegram, one after the other, and sealed."""

import time
from collections.abc import Callable
from functools import partial

from bot.actions import photo_fetching
from bot.desk import Desk
from bot.domain.fetching import Fetch, NotNow
from bot.domain.refusals import Refusal
from bot.runtime import Runtime


class PhotoDesk(Desk):
    """Fetches what is coming. A picture that was taken back meanwhile is dropped."""

    trouble = "the desk for photos could not work"

    def __init__(
        self,
        runtime: Runtime,
        fetch: Fetch,
        wake_courier: Callable[[], None],
        *,
        may_work: Callable[[float], bool] | None = None,
    ) -> None:
        super().__init__(may_work)
        self._runtime = runtime
        self._fetch = fetch
        self._wake_courier = wake_courier

    async def step(self) -> bool:
        """Fetch the next picture. Returns whether there was one."""
        if not self._may_work(time.monotonic()):
            return False
        coming = await self._runtime.read(photo_fetching.next_coming)
        if coming is None:
            return False
        try:
            data = await self._fetch(coming.file_id)
        except Refusal:
            await self._runtime.write(partial(photo_fetching.lost, photo_id=coming.id))
        except NotNow:
            await self._runtime.write(partial(photo_fetching.not_now, photo_id=coming.id))
        else:
            await self._runtime.write(partial(photo_fetching.arrived, photo_id=coming.id, data=data))
        self._wake_courier()
        return True
